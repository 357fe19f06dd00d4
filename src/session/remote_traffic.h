// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/informer.h"
#include "remote/web_client.h"

#include <string>

namespace minato::session {

/// Requests to the programs of a real cluster: over the network, to a node's port or to the address that is named.
///
/// Names     A node's name, and "host01" as in the lessons (the first node that is ready), are the node's address.
/// Route     Which Service, by the node port or the address. kube-proxy does not tell which Pod it chose: the Pod
///           is known when the answer names it, as those of the lessons' programs do.
/// Threads   One: the backend's.
class RemoteTraffic : public api::TrafficTarget {
public:
    explicit RemoteTraffic(const api::BackendClock &clock) : m_clock(clock) {}

    /// Whose objects say what is where. Once, before the first request; the hub outlives this.
    void follow(client::InformerHub &hub);
    /// Told of every finished request.
    void setObserver(api::TrafficObserver observer) { m_observer = std::move(observer); }
    /// A node that is ready, for requests from outside; empty: there is none.
    [[nodiscard]] std::string readyNode() const;

    [[nodiscard]] api::CallPtr request(api::TrafficRequest request,
                                       std::move_only_function<void(api::TrafficResult)> reply) override;

private:
    struct Aim {
        std::string host;
        std::uint16_t port = 0;
        api::Route route;
    };
    [[nodiscard]] Aim aimOf(const api::TrafficRequest &request) const;
    [[nodiscard]] kube::ObjectPtr nodeNamed(const std::string &host) const;
    void nameService(Aim &aim, bool isNode) const;
    void namePod(api::Route &route, const remote::WebClient::Answer &answer) const;

    const api::BackendClock &m_clock;
    api::TrafficObserver m_observer;
    remote::WebClient m_client;
    const client::Cache *m_nodes = nullptr, *m_services = nullptr, *m_slices = nullptr, *m_pods = nullptr;
};

} // namespace minato::session
