// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/sim_cluster.h"
#include "differential/outcome.h"
#include "serve/kube_http_server.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <optional>

namespace minato::tests {

/// A cluster's transport that knows whether answers are due, and tells when a watch has something to say.
class CountingTransport : public api::KubeTransport {
public:
    CountingTransport(api::KubeTransport &transport, std::function<void()> onEvents)
        : m_transport(transport), m_onEvents(std::move(onEvents))
    {
    }
    [[nodiscard]] bool owesAnswers() const { return m_due > 0; }

    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override
    {
        ++m_due;
        return m_transport.send(std::move(request), [this, reply = std::move(reply)](auto answer) mutable {
            --m_due;
            reply(std::move(answer));
        });
    }
    [[nodiscard]] api::CallPtr watch(api::Request request, api::EventSink sink) override
    {
        return m_transport.watch(std::move(request), [this, sink = std::move(sink)](auto events) mutable {
            m_onEvents();
            sink(std::move(events));
        });
    }
    [[nodiscard]] api::CallPtr stream(api::Request request, api::ByteSink sink) override
    {
        return m_transport.stream(std::move(request), std::move(sink));
    }
    [[nodiscard]] api::Connector *connector() override { return m_transport.connector(); }
    [[nodiscard]] const api::BackendClock &clock() const override { return m_transport.clock(); }
    [[nodiscard]] bool has(api::Capability capability) const override { return m_transport.has(capability); }

private:
    api::KubeTransport &m_transport;
    std::function<void()> m_onEvents;
    int m_due = 0;
};

/// A real kubectl at a cluster that this process serves. The cluster's time stands still but for what the
/// requests need, and while kubectl waits for a watch: then it runs, and stands still again after each event
/// for as long as kubectl may need to act on it.
class RealKubectl {
public:
    /// `program` is the path of a kubectl.
    RealKubectl(cluster::SimCluster &cluster, const QString &program);

    /// The server's address as kubectl names it; empty when it could not be served.
    [[nodiscard]] const QString &serverUrl() const { return m_url; }
    /// Runs a line of sh. With `stopAfter` it is ended after that much of the cluster's time.
    Outcome run(const std::string &command, std::optional<base::Duration> stopAfter = {});

    /// The same while the cluster's time runs with the wall's: for what polls by its own clock.
    Outcome runLive(const std::string &command);

    /// The path in $KUBECTL, or that of `kubectl` in $PATH; empty: there is none.
    [[nodiscard]] static QString find();
    /// 32 for a kubectl v1.32; -1 when it does not say.
    [[nodiscard]] static int minorVersion(const QString &program);

private:
    void afterRequest();
    void start(QProcess &process, const QString &line);
    [[nodiscard]] static Outcome outcomeOf(QProcess &process);
    void pump(QProcess &process, std::optional<base::Instant> end);
    void letGo();

    cluster::SimCluster &m_cluster;
    CountingTransport m_transport;
    serve::KubeHttpServer m_server;
    QTemporaryDir m_home;
    QString m_url;
    QElapsedTimer m_sinceTraffic;
    qint64 m_quietMs = 0; ///< after so long without a request kubectl waits for a watch
};

} // namespace minato::tests
