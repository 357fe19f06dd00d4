// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/program.h"

#include <QProcess>
#include <QTemporaryDir>

namespace minato::tests {

/// `minato-sim serve` in a process of its own, and a real kubectl to talk to it.
class ServedCluster {
public:
    explicit ServedCluster(const QStringList &arguments);
    ~ServedCluster();

    /// Whether it said within a minute that it serves.
    [[nodiscard]] bool isServed() const { return m_isServed; }
    [[nodiscard]] QString kubeconfig() const { return m_folder.filePath(QStringLiteral("kubeconfig")); }
    /// kubectl from $KUBECTL or $PATH with this command line; a second kubeconfig when it is named.
    [[nodiscard]] Ended kubectl(const QString &line, const QString &kubeconfig = {},
                                const QByteArray &input = {}) const;
    /// Starts one that lasts, in the test's hands.
    void start(QProcess &process, const QString &line) const;

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    bool m_isServed = false;
};

} // namespace minato::tests
