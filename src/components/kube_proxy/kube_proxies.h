// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "components/apps/app_model.h"
#include "components/common/context.h"
#include "components/kube_proxy/rules_builder.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// A connection's way through the rules of a node.
struct RouteChoice {
    enum class Verdict : std::uint8_t {
        Accepted,
        NoRule,      ///< nothing listens on that address
        NoEndpoints, ///< REJECT: connection refused
        Dropped      ///< a Local traffic policy without an endpoint on the node
    };
    Verdict verdict{};
    std::string service; ///< "namespace/name"
    ProxyEndpoint endpoint;
    std::uint32_t candidates = 0, index = 0;
};

/// The kube-proxies of a cluster: each node's rules, which lag behind the API, and the choice of endpoints.
///
/// Mirrors   pkg/proxy/iptables: an endpoint a new connection, uniformly at random; at most one sync a second
///           (minSyncPeriod); ready endpoints, else those that serve while terminating; REJECT when there are
///           none
/// Differs   All nodes share one watch. Connections of hostNetwork Pods and external IPs are not modelled.
/// Decides   "Route" records.
class KubeProxies {
public:
    struct Options {
        DurationRange programming{std::chrono::milliseconds(20),
                                  std::chrono::milliseconds(150)}; ///< one sync's work
        base::Duration minSyncPeriod = std::chrono::seconds(1);
    };
    KubeProxies(Context context, std::vector<std::string> nodes, Options options);
    KubeProxies(Context context, std::vector<std::string> nodes);

    /// A node's proxy comes or goes.
    void add(const std::string &node);
    void remove(std::string_view node);

    /// A new connection to a node's port.
    [[nodiscard]] RouteChoice routeNodePort(std::string_view node, std::uint16_t port,
                                            std::string_view client);
    /// A new connection from a node, or a Pod on it, to a ClusterIP.
    [[nodiscard]] RouteChoice routeClusterIp(std::string_view node, const std::string &ip, std::uint16_t port,
                                             std::string_view client);
    [[nodiscard]] std::string clusterIp(std::string_view ns, std::string_view name) const
    {
        return m_builder.clusterIp(ns, name);
    }
    /// No node's rules lag behind.
    [[nodiscard]] bool isUpToDate() const { return m_pending == 0; }

private:
    struct Node {
        std::string name;
        base::RandomStream random;
        std::shared_ptr<const ProxyRules> rules;
        base::Instant lastSync;
        api::TimerPtr timer;
    };
    struct Affinity {
        ProxyEndpoint endpoint;
        base::Instant lastUse;
    };
    void onChange();
    void schedule(Node &node);
    void sync(Node &node);
    [[nodiscard]] RouteChoice route(Node &node, const ProxyService &service, bool isLocalOnly,
                                    std::string_view client);
    [[nodiscard]] std::optional<ProxyEndpoint> stickyEndpoint(const ProxyService &service,
                                                              std::string_view client);
    [[nodiscard]] Node *find(std::string_view name);
    void explain(const Node &node, const RouteChoice &choice, std::string_view client);

    Context m_context;
    Options m_options;
    std::map<std::string, Node, std::less<>> m_nodes;
    std::map<std::pair<std::string, std::string>, Affinity> m_affinities; ///< Service, client
    std::size_t m_pending = 0;
    RulesBuilder m_builder;
};

} // namespace minato::components
