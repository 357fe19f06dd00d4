// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differential/real_kubectl.h"

#include "serve/kubeconfig.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTimer>

namespace minato::tests {
namespace {

using namespace std::chrono_literals;

constexpr base::Duration kAnswerTime = 1s; ///< of the cluster: no request takes that long
constexpr qint64 kQuietMs = 40;            ///< of the wall, at least; more on a machine that is slow today
constexpr base::Duration kWatchStep = 100ms;
constexpr int kTimeoutMs = 30'000;
constexpr auto kTick = 5ms;

/// Sleeps until something happens, for a tick at most.
void waitForEvents()
{
    QTimer tick;
    tick.setSingleShot(true);
    tick.start(kTick);
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

} // namespace

RealKubectl::RealKubectl(cluster::SimCluster &cluster, const QString &program)
    : m_cluster(cluster),
      m_transport(cluster.transport(), [this] { m_sinceTraffic.restart(); }),
      m_server(m_transport, [this] { afterRequest(); })
{
    const auto port = m_server.listen(QHostAddress(QHostAddress::LocalHost), 0);
    if (!port)
        return;
    QDir(m_home.path()).mkdir(QStringLiteral("bin"));
    const bool isReady =
        QFile::link(program, m_home.filePath(QStringLiteral("bin/kubectl"))) &&
        serve::writeKubeconfig(m_home.filePath(QStringLiteral("config")),
                               QStringLiteral("http://127.0.0.1:%1").arg(*port), QStringLiteral("minato"));
    if (isReady)
        m_url = QStringLiteral("http://127.0.0.1:%1").arg(*port);
}

void RealKubectl::afterRequest()
{
    m_cluster.control().runUntil([this] { return !m_transport.owesAnswers(); }, kAnswerTime);
    // How long kubectl took to its first request tells how fast it is just now.
    if (m_quietMs == 0)
        m_quietMs = std::max(kQuietMs, m_sinceTraffic.elapsed());
    m_sinceTraffic.restart();
}

void RealKubectl::start(QProcess &process, const QString &line)
{
    auto environment = QProcessEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home.path());
    environment.insert(QStringLiteral("KUBECONFIG"), m_home.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("PATH"),
                       m_home.filePath(QStringLiteral("bin")) + QStringLiteral(":/usr/bin:/bin"));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_home.path());
    process.setStandardInputFile(QProcess::nullDevice());
    m_cluster.control().runUntil(m_cluster.control().now() + kStartUp);
    m_sinceTraffic.start();
    m_quietMs = 0;
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line});
}

Outcome RealKubectl::outcomeOf(QProcess &process)
{
    return {.out = process.readAllStandardOutput().toStdString(),
            .err = process.readAllStandardError().toStdString(),
            .status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1};
}

Outcome RealKubectl::run(const std::string &command, std::optional<base::Duration> stopAfter)
{
    QProcess process;
    // What is to be ended must be kubectl itself, not a shell that waits for it.
    start(process, QString::fromStdString(stopAfter ? "exec " + command : command));
    pump(process, stopAfter ? std::optional(m_cluster.control().now() + *stopAfter) : std::nullopt);
    return outcomeOf(process);
}

Outcome RealKubectl::runLive(const std::string &command)
{
    QProcess process;
    start(process, QString::fromStdString(command));
    QElapsedTimer total;
    total.start();
    const base::Instant from = m_cluster.control().now();
    while (process.state() != QProcess::NotRunning && total.elapsed() < kTimeoutMs) {
        waitForEvents();
        m_cluster.control().runUntil(
            std::max(m_cluster.control().now(), from + std::chrono::milliseconds(total.elapsed())));
    }
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
    letGo();
    return outcomeOf(process);
}

void RealKubectl::pump(QProcess &process, std::optional<base::Instant> end)
{
    QElapsedTimer total;
    total.start();
    auto &control = m_cluster.control();
    while (process.state() != QProcess::NotRunning && total.elapsed() < kTimeoutMs) {
        waitForEvents();
        const bool isWatching = m_server.exchangeCount() > 0 && m_sinceTraffic.elapsed() >= m_quietMs;
        if (!isWatching)
            continue;
        if (end && control.now() >= *end)
            break;
        control.runUntil(control.now() + kWatchStep);
    }
    if (process.state() == QProcess::NotRunning)
        return;
    // What has been sent gets printed before the end.
    m_sinceTraffic.restart();
    for (qint64 printed = -1; m_sinceTraffic.elapsed() < m_quietMs * 2;) {
        waitForEvents();
        if (std::exchange(printed, process.bytesAvailable()) != process.bytesAvailable())
            m_sinceTraffic.restart();
    }
    process.kill();
    process.waitForFinished();
    letGo();
}

/// The server notices that the client has gone.
void RealKubectl::letGo()
{
    for (int i = 0; i < 100 && m_server.exchangeCount() > 0; ++i)
        waitForEvents();
}

QString RealKubectl::find()
{
    const QString given = qEnvironmentVariable("KUBECTL");
    return QStandardPaths::findExecutable(given.isEmpty() ? QStringLiteral("kubectl") : given);
}

int RealKubectl::minorVersion(const QString &program)
{
    QProcess process;
    process.start(program, {QStringLiteral("version"), QStringLiteral("--client"), QStringLiteral("-ojson")});
    process.waitForFinished();
    const QJsonObject version = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    const QString minor =
        version[QLatin1String("clientVersion")].toObject()[QLatin1String("minor")].toString();
    bool isNumber = false;
    const int number = minor.left(2).toInt(&isNumber);
    return isNumber ? number : -1;
}

} // namespace minato::tests
