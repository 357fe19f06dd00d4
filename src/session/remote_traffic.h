// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/informer.h"
#include "remote/web_client.h"
#include "session/connection_state.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace minato::session {

/// Requests to the programs of a real cluster: over the network to a node's port, a load balancer or the address that is
/// named; where none of these is reached, through the API server to a Pod.
///
/// Names     A node's name, and "host01" as in the lessons (the first node that is ready), are the node's address. A
///           cluster IP, a Service's DNS name and a Pod's IP exist inside the cluster only: they are forwarded to.
/// Forwarding  Only into the lesson's namespace. Minato chooses the Pod, each ready one with the same chance (a kept
///           connection stays with its Pod); kube-proxy takes no part. ways() says of each Service which way it was.
/// Route     kube-proxy does not tell which Pod it chose: the Pod is known when the answer names it, as those of the
///           lessons' programs do.
/// Threads   One: the backend's.
class RemoteTraffic : public api::TrafficTarget {
public:
    /// Opens a connection to a port of a Pod.
    using Forward = std::function<std::unique_ptr<remote::BytePipe>(
        const std::string &ns, const std::string &pod, std::uint16_t port)>;
    using Ways = std::map<std::string, WayState>;

    /// `ns`: the lesson's.
    RemoteTraffic(const api::BackendClock &clock, std::string ns, Forward forward)
        : m_clock(clock), m_ns(std::move(ns)), m_forward(std::move(forward))
    {
    }

    /// Whose objects say what is where. Once, before the first request; the hub outlives this.
    void follow(client::InformerHub &hub);
    /// Told of every finished request.
    void setObserver(api::TrafficObserver observer) { m_observer = std::move(observer); }
    /// A node that is ready, for requests from outside; empty: there is none.
    [[nodiscard]] std::string readyNode() const;
    /// How the last request to each Service went, by "ns/name".
    [[nodiscard]] const Ways &ways() const { return m_ways; }

    [[nodiscard]] api::CallPtr request(api::TrafficRequest request,
                                       std::move_only_function<void(api::TrafficResult)> reply) override;

private:
    class Journey;
    struct Aim {
        std::string host;
        std::uint16_t port = 0;
        api::Route route;
        WayState::Way way = WayState::Way::NodePort;
        std::string portName; ///< of the Service's port
        bool isInside = false;
    };
    /// A program behind a Service.
    struct Endpoint {
        std::string pod, uid, node, ip;
        std::uint16_t port = 0;
    };
    [[nodiscard]] Aim aimOf(const api::TrafficRequest &request) const;
    [[nodiscard]] kube::ObjectPtr nodeNamed(const std::string &host) const;
    void aimAt(Aim &aim, const std::string &key, const kube::Object &service, bool isNode) const;
    [[nodiscard]] std::vector<Endpoint> endpoints(const Aim &aim) const;
    [[nodiscard]] std::optional<Endpoint> chosenFor(const Aim &aim, std::uint64_t connection) const;
    [[nodiscard]] bool mayForward(const Aim &aim) const;
    static void name(api::Route &route, const Endpoint &endpoint, const std::string &ns);
    void namePod(Aim &aim, const remote::WebClient::Answer &answer) const;

    const api::BackendClock &m_clock;
    std::string m_ns;
    Forward m_forward;
    api::TrafficObserver m_observer;
    remote::WebClient m_client;
    Ways m_ways;
    std::set<std::string> m_unreachable; ///< Services whose addresses were tried in vain
    const client::Cache *m_nodes = nullptr, *m_services = nullptr, *m_slices = nullptr;
};

} // namespace minato::session
