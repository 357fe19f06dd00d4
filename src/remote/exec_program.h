// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/exec_credential.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <functional>

namespace minato::remote {

/// Runs a user's credential program without waiting for it. It gets no terminal.
///
/// Mirrors   client-go plugin/pkg/client/auth/exec
/// Errors    The program's exit status and last words; its install hint when it is not there.
/// Cancel    Destroying it ends the program.
/// Threads   One with a Qt event loop.
class ExecProgram : public QObject {
    Q_OBJECT

public:
    using Done = std::move_only_function<void(Checked<ExecCredential>)>;
    ExecProgram(const Access &access, std::chrono::milliseconds patience);
    ~ExecProgram() override;

    /// Once. Never calls back inside start().
    void start(Done done);

private:
    void onError(QProcess::ProcessError error);
    void onFinished(int status, QProcess::ExitStatus how);
    void fail(Trouble::Kind kind, std::string detail);
    void finish(Checked<ExecCredential> answer);
    [[nodiscard]] std::string lastWords();

    const Access &m_access;
    Done m_done;
    QProcess m_process;
    QTimer m_patience;
};

} // namespace minato::remote
