// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/informer.h"
#include "cluster/bootstrap.h"
#include "cluster/topology.h"
#include "components/kube_proxy/kube_proxies.h"
#include "components/kubelet/node_agents.h"
#include "realcluster/loopback_apps.h"
#include "realcluster/real_access.h"
#include "remote/wall_timers.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <optional>

/// The simulated kubelets and kube-proxies as nodes of a real control plane. They know only the seam: what they do is
/// what they do in a simulated cluster, over HTTPS and in this computer's time. With "apps", their Pods answer requests,
/// on the loopback.
namespace minato::tests {
namespace {

class JoinedNodes {
public:
    JoinedNodes(std::unique_ptr<remote::HttpTransport> transport, cluster::Topology topology, bool hasApps)
        : m_transport(std::move(transport)),
          m_hub(*m_transport, m_timers),
          m_agents({*m_transport, m_timers, m_hub, 1, {}},
                   topology.behaviour ? topology.behaviour : components::Behaviour::builtIn(),
                   machines(topology, hasApps)),
          m_proxies({*m_transport, m_timers, m_hub, 1, {}}, names(topology))
    {
        if (hasApps)
            m_apps.emplace(m_hub);
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
    static std::vector<components::NodeSpec> machines(const cluster::Topology &topology, bool hasApps)
    {
        auto machines = cluster::machines(topology);
        for (int number = 0; hasApps && number < std::ssize(machines); ++number)
            machines[static_cast<std::size_t>(number)].internalIp = LoopbackApps::nodeAddress(number);
        return machines;
    }
    std::unique_ptr<remote::HttpTransport> m_transport;
    remote::WallTimers m_timers{m_transport->clock()};
    client::InformerHub m_hub;
    components::NodeAgents m_agents;
    components::KubeProxies m_proxies;
    std::optional<LoopbackApps> m_apps;
};

int complain(const QString &sentence)
{
    std::fprintf(stderr, "joined_nodes: %s\n", qPrintable(sentence));
    return 2;
}

int run(const QStringList &arguments)
{
    const bool hasApps = arguments.value(2) == QLatin1String("apps");
    if (arguments.size() != (hasApps ? 3 : 2))
        return complain(
            QStringLiteral("wants the folder of a control plane, a topology file, and perhaps \"apps\""));
    auto transport = openControlPlane(arguments[0]);
    if (!transport)
        return complain(transport.error());
    QFile file(arguments[1]);
    if (!file.open(QIODevice::ReadOnly))
        return complain(QStringLiteral("%1: %2").arg(arguments[1], file.errorString()));
    auto topology = cluster::Topology::parse(file.readAll().toStdString(), arguments[1].toStdString());
    if (!topology)
        return complain(QStringLiteral("%1 is no topology").arg(arguments[1]));
    const JoinedNodes nodes(*std::move(transport), *std::move(topology), hasApps);
    return QCoreApplication::exec();
}

} // namespace
} // namespace minato::tests

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    return minato::tests::run(QCoreApplication::arguments().mid(1));
}
