// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/informer.h"
#include "cluster/bootstrap.h"
#include "cluster/topology.h"
#include "components/kube_proxy/kube_proxies.h"
#include "components/kubelet/node_agents.h"
#include "realcluster/real_access.h"
#include "realcluster/wall_clock.h"
#include "remote/http_transport.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

/// The simulated kubelets and kube-proxies as nodes of a real control plane. They know only the seam: what they do is
/// what they do in a simulated cluster, over HTTPS and in this computer's time.
namespace minato::tests {
namespace {

class JoinedNodes {
public:
    JoinedNodes(const QUrl &server, cluster::Topology topology)
        : m_transport(server, m_clock),
          m_hub(m_transport, m_clock),
          m_agents({m_transport, m_clock, m_hub, 1, {}},
                   topology.behaviour ? topology.behaviour : components::Behaviour::builtIn(),
                   cluster::machines(topology)),
          m_proxies({m_transport, m_clock, m_hub, 1, {}}, names(topology))
    {
        m_hub.start();
    }

private:
    static std::vector<std::string> names(const cluster::Topology &topology)
    {
        std::vector<std::string> names;
        for (const auto &node : topology.nodes)
            names.push_back(node.name);
        return names;
    }
    WallClock m_clock;
    remote::HttpTransport m_transport;
    client::InformerHub m_hub;
    components::NodeAgents m_agents;
    components::KubeProxies m_proxies;
};

int complain(const QString &sentence)
{
    std::fprintf(stderr, "joined_nodes: %s\n", qPrintable(sentence));
    return 2;
}

int run(const QStringList &arguments)
{
    if (arguments.size() != 2)
        return complain(QStringLiteral("wants the folder of a control plane and a topology file"));
    const auto server = enterControlPlane(arguments[0]);
    if (!server)
        return complain(server.error());
    QFile file(arguments[1]);
    if (!file.open(QIODevice::ReadOnly))
        return complain(QStringLiteral("%1: %2").arg(arguments[1], file.errorString()));
    auto topology = cluster::Topology::parse(file.readAll().toStdString(), arguments[1].toStdString());
    if (!topology)
        return complain(QStringLiteral("%1 is no topology").arg(arguments[1]));
    const JoinedNodes nodes(*server, *std::move(topology));
    return QCoreApplication::exec();
}

} // namespace
} // namespace minato::tests

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    return minato::tests::run(QCoreApplication::arguments().mid(1));
}
