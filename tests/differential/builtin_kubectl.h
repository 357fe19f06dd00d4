// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/sim_cluster.h"
#include "differential/outcome.h"
#include "shell/shell.h"

#include <optional>

namespace minato::tests {

/// A cluster's transport whose clock is the wall's: a real kubectl reckons the ages of `describe` by its own
/// clock.
class WallClockTransport : public api::KubeTransport, public api::BackendClock {
public:
    explicit WallClockTransport(api::KubeTransport &transport) : m_transport(transport) {}
    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override
    {
        return m_transport.send(std::move(request), std::move(reply));
    }
    [[nodiscard]] api::CallPtr watch(api::Request request, api::EventSink sink) override
    {
        return m_transport.watch(std::move(request), std::move(sink));
    }
    [[nodiscard]] api::CallPtr stream(api::Request request, api::ByteSink sink) override
    {
        return m_transport.stream(std::move(request), std::move(sink));
    }
    [[nodiscard]] api::Connector *connector() override { return m_transport.connector(); }
    [[nodiscard]] const api::BackendClock &clock() const override { return *this; }
    [[nodiscard]] bool has(api::Capability capability) const override { return m_transport.has(capability); }
    [[nodiscard]] base::Instant now() const override;

private:
    api::KubeTransport &m_transport;
};

/// The shell's kubectl at a cluster of its own.
class BuiltinKubectl {
public:
    /// `minor`: whose texts it prints, 32 for v1.32. `serverUrl`: what its messages name.
    BuiltinKubectl(cluster::SimCluster &cluster, int minor, std::string serverUrl);

    /// Runs a line of sh. With `stopAfter` it is ended after that much of the cluster's time.
    Outcome run(const std::string &command, std::optional<base::Duration> stopAfter = {});

private:
    cluster::SimCluster &m_cluster;
    WallClockTransport m_transport;
    shell::Shell m_shell;
};

} // namespace minato::tests
