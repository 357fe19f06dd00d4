// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/nominated_pods.h"

namespace minato::components::scheduling {

void NominatedPods::set(PodInfoPtr pod, std::string_view node)
{
    const std::string uid(pod->object->uid());
    remove(uid);
    const kube::ObjectPtr object = pod->object;
    m_nodeByUid[uid] = node;
    m_byNode[std::string(node)].push_back({object, std::move(pod), 0});
}

void NominatedPods::remove(std::string_view uid)
{
    const auto it = m_nodeByUid.find(uid);
    if (it == m_nodeByUid.end())
        return;
    const auto pods = m_byNode.find(it->second);
    std::erase_if(pods->second, [uid](const PlacedPod &pod) { return pod.object->uid() == uid; });
    if (pods->second.empty())
        m_byNode.erase(pods);
    m_nodeByUid.erase(it);
}

void NominatedPods::update(const kube::ObjectPtr &pod)
{
    const auto it = m_nodeByUid.find(pod->uid());
    if (it == m_nodeByUid.end())
        return;
    for (PlacedPod &placed : m_byNode[it->second]) {
        if (placed.object->uid() == pod->uid())
            placed.object = pod;
    }
}

std::span<const PlacedPod> NominatedPods::on(std::string_view node) const
{
    const auto it = m_byNode.find(node);
    return it == m_byNode.end() ? std::span<const PlacedPod>() : std::span<const PlacedPod>(it->second);
}

std::string_view NominatedPods::nodeOf(std::string_view uid) const
{
    const auto it = m_nodeByUid.find(uid);
    return it == m_nodeByUid.end() ? std::string_view() : std::string_view(it->second);
}

} // namespace minato::components::scheduling
