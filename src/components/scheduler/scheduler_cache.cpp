// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/scheduler_cache.h"

#include "components/scheduler/pod_reader.h"

#include <algorithm>

namespace minato::components::scheduling {
namespace {

const kube::Value kNone{};

/// Empty when the node says nothing of it.
std::string zoneKey(const kube::Value &labels)
{
    const auto either = [&](const char *old, std::string_view now) {
        return labels[labels.contains(old) ? std::string_view(old) : now].asString();
    };
    const auto zone = either("failure-domain.beta.kubernetes.io/zone", kZoneLabel);
    const auto region = either("failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region");
    return zone.empty() && region.empty() ? std::string() : std::string(region) + '\n' + std::string(zone);
}

} // namespace

std::size_t SchedulerCache::slot(std::string_view name)
{
    if (const auto it = m_slots.find(name); it != m_slots.end())
        return it->second;
    NodeInfo &info = m_nodes.emplace_back();
    info.slot = m_nodes.size() - 1;
    info.name = name;
    return m_slots.emplace(name, info.slot).first->second;
}

const NodeInfo *SchedulerCache::findNode(std::string_view name) const
{
    const auto it = m_slots.find(name);
    return it != m_slots.end() && m_nodes[it->second].object ? &m_nodes[it->second] : nullptr;
}

ImageId SchedulerCache::imageId(std::string_view image)
{
    const auto it = m_imageIds.find(image);
    if (it != m_imageIds.end())
        return it->second;
    m_nodesWithImage.push_back(0);
    return m_imageIds.emplace(image, static_cast<ImageId>(m_imageIds.size())).first->second;
}

void SchedulerCache::countImages(const NodeInfo &info, int sign)
{
    for (const auto &[image, size] : info.images)
        m_nodesWithImage[static_cast<std::size_t>(image)] += sign;
}

void SchedulerCache::readImages(NodeInfo &info)
{
    info.images.clear();
    for (const kube::Value &image : info.object->status()["images"].items()) {
        for (const kube::Value &name : image["names"].items())
            info.images.emplace_back(imageId(name.asString()), image["sizeBytes"].asInt());
    }
    std::ranges::sort(info.images);
}

void SchedulerCache::setNode(const kube::ObjectPtr &node)
{
    NodeInfo &info = m_nodes[slot(node->name())];
    const std::string zone = zoneKey(node->labels());
    if (info.object && info.zone != zone)
        m_order.remove(info.zone, info.slot);
    if (!info.object || info.zone != zone)
        m_order.add(zone, info.slot);
    info.zone = zone;
    const kube::ObjectPtr before = std::exchange(info.object, node);
    info.isUnschedulable = node->spec()["unschedulable"].asBool();
    if (!before || before->status()["allocatable"] != node->status()["allocatable"]) {
        info.allocatable = readAllocatable(*node);
        info.maxPods = readMaxPods(*node);
    }
    if (!before || before->status()["images"] != node->status()["images"]) {
        countImages(info, -1);
        readImages(info);
        countImages(info, +1);
    }
}

void SchedulerCache::removeNode(std::string_view name)
{
    NodeInfo &info = m_nodes[slot(name)];
    if (!info.object)
        return;
    countImages(info, -1);
    info.images.clear();
    info.object = nullptr;
    m_order.remove(info.zone, info.slot);
}

void SchedulerCache::place(PodInfoPtr pod, std::size_t node)
{
    const std::string uid(pod->object->uid());
    removePod(uid);
    const kube::ObjectPtr object = pod->object;
    const auto it = m_pods.emplace(uid, PlacedPod{object, std::move(pod), node}).first;
    const PlacedPod &placed = it->second;
    m_nodes[node].add(placed);
    m_counters.add(placed);
    if (placed.info->hasAffinity())
        m_withAffinity.emplace(it->first, &placed);
    if (!placed.info->requiredAntiAffinity.empty())
        m_withAntiAffinity.emplace(it->first, &placed);
}

void SchedulerCache::setPod(const kube::ObjectPtr &pod)
{
    // A Pod that has ended takes no room; a terminating one still does.
    if (isPodTerminal(*pod)) {
        removePod(pod->uid());
        return;
    }
    const std::size_t node = slot(pod->spec()["nodeName"].asString());
    const auto known = m_pods.find(pod->uid());
    if (known == m_pods.end() || known->second.node != node) {
        place(std::make_shared<PodInfo>(readPlacedPod(pod)), node);
        return;
    }
    PlacedPod &placed = known->second;
    const bool isCountedAlike =
        placed.object->isTerminating() == pod->isTerminating() && placed.object->labels() == pod->labels();
    if (!isCountedAlike)
        m_counters.remove(placed);
    placed.object = pod;
    if (!isCountedAlike)
        m_counters.add(placed);
}

void SchedulerCache::removePod(std::string_view uid)
{
    const auto it = m_pods.find(uid);
    if (it == m_pods.end())
        return;
    m_nodes[it->second.node].remove(it->second);
    m_counters.remove(it->second);
    m_withAffinity.erase(it->first);
    m_withAntiAffinity.erase(it->first);
    m_pods.erase(it);
}

void SchedulerCache::assume(PodInfoPtr pod, std::size_t node)
{
    place(std::move(pod), node);
}

const kube::Value &SchedulerCache::namespaceLabels(std::string_view name) const
{
    const auto it = m_namespaces.find(name);
    return it == m_namespaces.end() ? kNone : it->second->labels();
}

} // namespace minato::components::scheduling
