// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/served_cluster.h"

#include <QDeadlineTimer>
#include <QStandardPaths>

namespace minato::tests {
namespace {

constexpr int kServeMs = 60'000, kAnswerMs = 60'000;

QString kubectlProgram()
{
    const QString given = qEnvironmentVariable("KUBECTL");
    return QStandardPaths::findExecutable(given.isEmpty() ? QStringLiteral("kubectl") : given);
}

} // namespace

ServedCluster::ServedCluster(const QStringList &arguments)
{
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server.start(QStringLiteral(MINATO_BIN_DIR "/minato-sim"),
                   QStringList{QStringLiteral("serve"), QStringLiteral("--kubeconfig"), kubeconfig()} +
                       arguments);
    QByteArray out;
    for (const QDeadlineTimer limit(kServeMs); !out.contains("get nodes\n") && !limit.hasExpired();) {
        if (!m_server.waitForReadyRead(kServeMs))
            break;
        out += m_server.readAllStandardOutput();
    }
    m_isServed = out.contains("get nodes\n");
}

ServedCluster::~ServedCluster()
{
    m_server.terminate();
    if (!m_server.waitForFinished(5'000))
        m_server.kill();
    m_server.waitForFinished();
}

void ServedCluster::start(QProcess &process, const QString &line) const
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    environment.insert(QStringLiteral("KUBECONFIG"), kubeconfig());
    environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
    process.setProcessEnvironment(environment);
    process.start(kubectlProgram(), QProcess::splitCommand(line));
}

Ended ServedCluster::kubectl(const QString &line, const QString &kubeconfig, const QByteArray &input) const
{
    QProcess process;
    start(process, kubeconfig.isEmpty() ? line : QStringLiteral("--kubeconfig=%1 %2").arg(kubeconfig, line));
    if (!process.waitForStarted())
        return {.out = {}, .err = "no kubectl: " + process.errorString().toUtf8(), .status = -3};
    process.write(input);
    process.closeWriteChannel();
    const bool hasEnded = process.waitForFinished(kAnswerMs);
    if (!hasEnded) {
        process.kill();
        process.waitForFinished();
    }
    return {.out = process.readAllStandardOutput(),
            .err = process.readAllStandardError(),
            .status = hasEnded ? process.exitCode() : -2};
}

} // namespace minato::tests
