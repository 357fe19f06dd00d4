// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/informer.h"

#include <QHostAddress>
#include <QTcpServer>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace minato::tests {

/// Programs that answer for the Pods of our simulated kubelets, and the node ports that lead to them, on the loopback:
/// so that requests to a real control plane's cluster are real ones. A Pod's program is an HTTP server with a port of
/// its own; a node port takes a connection and chooses one of the Service's ready endpoints, each with the same chance,
/// as kube-proxy's rules do; where there is none, it refuses.
///
/// Addresses  Nodes have addresses of the loopback of their own: nodeAddress().
class LoopbackApps {
public:
    explicit LoopbackApps(client::InformerHub &hub);
    ~LoopbackApps();

    /// Of the node of that number, from 0: "127.0.77.10".
    [[nodiscard]] static std::string nodeAddress(int number);

private:
    using Servers = std::map<std::string, std::unique_ptr<QTcpServer>>;

    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void openPorts();
    void openPort(const std::string &address, std::uint16_t port, const std::string &service);
    void forward(QTcpSocket *near, const std::string &service);
    /// The ports of those that may be chosen.
    [[nodiscard]] std::vector<std::uint16_t> programs(const std::string &service) const;

    client::Informer &m_nodes, &m_services, &m_slices;
    Servers m_pods;      ///< by UID
    Servers m_nodePorts; ///< by address and port
};

} // namespace minato::tests
