// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/node_agents.h"

namespace minato::components {

NodeAgents::NodeAgents(Context context, const KubeletStages &stages, std::vector<NodeSpec> nodes)
    : m_context(std::move(context)), m_stages(stages)
{
    for (NodeSpec &node : nodes) {
        const std::string name = node.name;
        m_kubelets[name] = std::make_unique<Kubelet>(m_context, Kubelet::Options{std::move(node), m_stages, m_apps});
    }
    auto &pods = m_context.hub.informer(kube::resources::kPods);
    pods.addHandler([this](const auto &before, const auto &now) { onPod(before, now); });
    m_context.hub.whenSynced([this] {
        for (const auto &[name, kubelet] : m_kubelets)
            kubelet->start();
    });
}

Kubelet *NodeAgents::kubelet(std::string_view node) const
{
    const auto it = m_kubelets.find(node);
    return it == m_kubelets.end() ? nullptr : it->second.get();
}

void NodeAgents::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (Kubelet *agent = kubelet((now ? now : before)->spec()["nodeName"].asString()))
        agent->onPod(before, now);
}

} // namespace minato::components
