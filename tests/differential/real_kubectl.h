// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/sim_cluster.h"
#include "differential/outcome.h"
#include "serve/kube_http_server.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <optional>

namespace minato::tests {

/// A real kubectl at a cluster that this process serves. The cluster's time stands still but for what the requests
/// need, and while kubectl waits for a watch: then it runs.
class RealKubectl {
public:
    /// `program` is the path of a kubectl.
    RealKubectl(cluster::SimCluster &cluster, const QString &program);

    /// The server's address as kubectl names it; empty when it could not be served.
    [[nodiscard]] const QString &serverUrl() const { return m_url; }
    /// Runs a line of sh. With `stopAfter` it is ended after that much of the cluster's time.
    Outcome run(const std::string &command, std::optional<base::Duration> stopAfter = {});

    /// The path in $KUBECTL, or that of `kubectl` in $PATH; empty: there is none.
    [[nodiscard]] static QString find();
    /// 32 for a kubectl v1.32; -1 when it does not say.
    [[nodiscard]] static int minorVersion(const QString &program);

private:
    void afterRequest();
    void pump(QProcess &process, std::optional<base::Instant> end);

    cluster::SimCluster &m_cluster;
    serve::KubeHttpServer m_server;
    QTemporaryDir m_home;
    QString m_url;
    QElapsedTimer m_sinceRequest;
};

} // namespace minato::tests
