// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/node_agents.h"

namespace minato::components {

NodeAgents::NodeAgents(Context context, std::shared_ptr<const Behaviour> behaviour,
                       std::vector<NodeSpec> nodes)
    : m_context(std::move(context)),
      m_behaviour(std::move(behaviour)),
      m_pods(m_context.hub.informer(kube::resources::kPods)),
      m_byNode(m_pods.addIndex(client::byNode))
{
    for (NodeSpec &node : nodes) {
        const std::string name = node.name;
        m_kubelets[name] =
            std::make_unique<Kubelet>(m_context, Kubelet::Options{std::move(node), *m_behaviour, m_apps});
    }
    m_pods.addHandler([this](const auto &before, const auto &now) { onPod(before, now); });
    m_context.hub.informer(kube::resources::kNodes).addHandler([this](const auto &before, const auto &now) {
        onNode(before, now);
    });
    m_context.hub.whenSynced([this] {
        for (const auto &[name, kubelet] : m_kubelets)
            kubelet->start();
    });
}

std::vector<api::NodeUsage> NodeAgents::nodes() const
{
    std::vector<api::NodeUsage> list;
    for (const auto &[name, kubelet] : m_kubelets) {
        if (kubelet->isReady())
            list.push_back({name, Kubelet::kSystemMemory});
    }
    return list;
}

void NodeAgents::add(NodeSpec node)
{
    const std::string name = node.name;
    auto &kubelet = m_kubelets[name];
    kubelet = std::make_unique<Kubelet>(m_context, Kubelet::Options{std::move(node), *m_behaviour, m_apps});
    kubelet->start();
}

void NodeAgents::remove(std::string_view node)
{
    if (const auto it = m_kubelets.find(node); it != m_kubelets.end())
        m_kubelets.erase(it);
}

bool NodeAgents::setPower(std::string_view node, bool isOn)
{
    Kubelet *agent = kubelet(node);
    if (!agent)
        return false;
    if (!isOn) {
        agent->powerOff();
        return true;
    }
    std::vector<kube::ObjectPtr> pods;
    for (const auto &[key, entry] : m_pods.cache().bucket(m_byNode, node))
        pods.push_back(entry->object);
    agent->powerOn(pods);
    return true;
}

void NodeAgents::onNode(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    if (Kubelet *agent = kubelet((now ? now : before)->name()))
        agent->onNode(now);
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
