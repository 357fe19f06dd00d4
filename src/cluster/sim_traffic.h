// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/traffic_target.h"
#include "base/random.h"
#include "cluster/input_gate.h"
#include "components/kube_proxy/kube_proxies.h"
#include "components/kubelet/node_agents.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace minato::cluster {

/// The data plane: a request finds its way by name and address, kube-proxy and endpoint to an app.
///
/// Reaches   node names, their IPs and further host names (NodePorts); ClusterIPs; load balancers' and
/// external IPs;
///           Pod IPs; Service DNS names, also of headless Services (one of the addresses, at random), of
///           their Pods
///           ("web-0.web") and of ExternalNames that lead back into the cluster
/// Differs   Service names resolve for every client, as if it ran in a Pod. A client outside counts as on the
/// first node. The
///           body of a request is not looked at.
class SimTraffic : public api::TrafficTarget {
public:
    struct Parts {
        api::Timers &timers;
        InputGate &gate;
        components::KubeProxies &proxies;
        components::NodeAgents &agents;
        std::map<std::string, std::string, std::less<>> nodeOfHost; ///< host names and IPs → node
        std::string firstNode;
        std::uint64_t seed;
    };
    explicit SimTraffic(Parts parts);

    [[nodiscard]] api::CallPtr request(api::TrafficRequest request,
                                       std::move_only_function<void(api::TrafficResult)> reply) override;
    /// For what is already inside: no input of the cluster.
    [[nodiscard]] api::TrafficTarget &inside() { return m_inside; }
    void addHost(const std::string &host, const std::string &node) { m_parts.nodeOfHost[host] = node; }
    void setObserver(api::TrafficObserver observer) { m_observer = std::move(observer); }

private:
    class Inside : public api::TrafficTarget {
    public:
        explicit Inside(SimTraffic &traffic) : m_traffic(traffic) {}
        [[nodiscard]] api::CallPtr request(api::TrafficRequest request,
                                           std::move_only_function<void(api::TrafficResult)> reply) override
        {
            return m_traffic.carry(std::move(request), std::move(reply));
        }

    private:
        SimTraffic &m_traffic;
    };
    /// What a connection has been established to.
    struct Connection {
        api::Route route;
        std::shared_ptr<components::App> app;
        std::string ip;
        std::uint16_t port = 0;
        std::optional<api::TrafficError::Kind> failure;
        std::shared_ptr<components::CountedConnection> counted = {};
    };
    [[nodiscard]] api::CallPtr carry(api::TrafficRequest request,
                                     std::move_only_function<void(api::TrafficResult)> reply);
    [[nodiscard]] Connection connect(const api::TrafficRequest &request);
    [[nodiscard]] Connection connectTo(components::RouteChoice choice, std::string viaNode);
    [[nodiscard]] Connection connectToPod(api::Route route, std::string ip, std::uint16_t port);
    [[nodiscard]] bool isUp(std::string_view node) const;
    [[nodiscard]] std::string resolve(std::string_view name, int depth = 0);
    [[nodiscard]] std::string headlessIp(std::string_view ns, std::string_view service,
                                         std::string_view host);
    [[nodiscard]] api::TrafficResult ask(const Connection &connection, const api::TrafficRequest &request);

    Parts m_parts;
    Inside m_inside{*this};
    base::RandomStream m_random, m_dns;
    api::TrafficObserver m_observer;
    std::map<std::uint64_t, Connection> m_connections; ///< keep-alive ones
};

} // namespace minato::cluster
