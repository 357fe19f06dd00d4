// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/in_process_world.h"
#include "remote/http_transport.h"
#include "serve/kube_http_server.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace minato::tests {

/// The same API server behind HTTP: remote → loopback → serve → server, in one thread.
class HttpWorld : public InProcessWorld {
public:
    HttpWorld()
        : m_http(InProcessWorld::transport()),
          m_port(m_http.listen(QHostAddress::LocalHost, 0)),
          m_remote(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port.value_or(0))),
                   InProcessWorld::transport().clock())
    {
    }

    api::KubeTransport &transport() override { return m_remote; }
    /// Sockets know no virtual time: it stands still until they are quiet, then takes a step.
    bool pumpUntil(const std::function<bool()> &done) override
    {
        const auto limit = queue().now() + std::chrono::seconds(10);
        QDeadlineTimer patience(kPatience);
        while (!done() && !patience.hasExpired()) {
            settleSockets(done);
            // What may be on its way between the sockets comes before a leap in time.
            if (const auto due = queue().nextDue(); !done() && due && *due > queue().now() + kStep)
                quiet();
            if (!done() && queue().step(limit))
                patience.setRemainingTime(kPatience);
        }
        return done();
    }
    void pass(base::Duration time) override
    {
        quiet();
        InProcessWorld::pass(time);
        quiet();
    }

private:
    /// Until nothing has come for some rounds of the event loop.
    static void settleSockets(const std::function<bool()> &done)
    {
        for (int round = 0; round < kQuietRounds && !done(); ++round)
            QCoreApplication::processEvents(QEventLoop::AllEvents);
    }
    /// Until what is on its way between the sockets, which Qt reads on a thread of its own, has arrived.
    static void quiet()
    {
        for (const QDeadlineTimer end(kQuiet); !end.hasExpired();)
            QCoreApplication::processEvents(QEventLoop::AllEvents, QDeadlineTimer(kQuiet / 10));
    }
    static constexpr int kQuietRounds = 20;
    static constexpr base::Duration kStep = std::chrono::milliseconds(20); ///< more than a request takes
    static constexpr std::chrono::milliseconds kQuiet{100};
    static constexpr std::chrono::seconds kPatience{5}; ///< with sockets, once nothing else is due

    serve::KubeHttpServer m_http;
    std::expected<quint16, QString> m_port;
    remote::HttpTransport m_remote;
};

} // namespace minato::tests
