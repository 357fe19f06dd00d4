// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "remote/http_client.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace minato::remote {

/// Finds out that a connection is dead which nobody closed: a watch only listens, and would wait for hours.
/// It asks the server for its version now and then, and drops the connections when that fails, or when the
/// computer has slept.
///
/// Errors    Whoever watches is told that the connection was cut, and tries again.
class Pulse : public QObject {
    Q_OBJECT

public:
    /// `client` must outlive this.
    Pulse(HttpClient &client, std::chrono::milliseconds period);
    ~Pulse() override;

private:
    void beat();
    [[nodiscard]] bool hasSlept();
    void ask();

    HttpClient &m_client;
    QTimer m_beat;
    QElapsedTimer m_sinceBeat;  ///< stands still while the computer sleeps
    base::Instant m_wallAtBeat; ///< goes on
    api::CallPtr m_question;
};

} // namespace minato::remote
