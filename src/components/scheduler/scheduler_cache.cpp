// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/scheduler_cache.h"

#include <algorithm>

namespace minato::components::scheduling {

std::size_t SchedulerCache::slot(std::string_view name)
{
    if (const auto it = m_slots.find(name); it != m_slots.end())
        return it->second;
    m_nodes.emplace_back().name = name;
    return m_slots.emplace(name, m_nodes.size() - 1).first->second;
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
    if (!info.object)
        ++m_nodeCount;
    info.object = node;
    info.zone = node->labels()[kZoneLabel].asString();
    info.isUnschedulable = node->spec()["unschedulable"].asBool();
    const auto &allocatable = node->status()["allocatable"];
    info.milliCpu = quantityMilli(allocatable["cpu"]);
    info.memory = quantityValue(allocatable["memory"]);
    info.ephemeralStorage = quantityValue(allocatable["ephemeral-storage"]);
    info.maxPods = static_cast<int>(quantityValue(allocatable["pods"]));
    countImages(info, -1);
    readImages(info);
    countImages(info, +1);
}

void SchedulerCache::removeNode(std::string_view name)
{
    NodeInfo &info = m_nodes[slot(name)];
    if (!info.object)
        return;
    countImages(info, -1);
    info.images.clear();
    info.object = nullptr;
    --m_nodeCount;
}

void SchedulerCache::account(const Record &record, int sign)
{
    NodeInfo &node = m_nodes[record.node];
    node.pods += sign;
    node.requested.milliCpu += sign * record.requests.milliCpu;
    node.requested.memory += sign * record.requests.memory;
    node.requested.ephemeralStorage += sign * record.requests.ephemeralStorage;
    node.requested.nonZeroMilliCpu += sign * record.requests.nonZeroMilliCpu;
    node.requested.nonZeroMemory += sign * record.requests.nonZeroMemory;
}

void SchedulerCache::place(std::string_view uid, Record record, SpreadCounters::Placed placed)
{
    const auto known = m_pods.find(uid);
    const auto was = m_placed.find(uid);
    if (known != m_pods.end() && was->second.isTerminating == placed.isTerminating
        && was->second.node == placed.node && was->second.labels == placed.labels)
        return;
    removePod(uid);
    account(record, +1);
    m_counters.add(placed);
    m_pods.emplace(uid, record);
    m_placed.emplace(uid, std::move(placed));
}

void SchedulerCache::setPod(const kube::Object &pod)
{
    // A Pod that has ended takes no room; a terminating one still does.
    if (isPodTerminal(pod)) {
        removePod(pod.uid());
        return;
    }
    const auto known = m_pods.find(pod.uid());
    const auto requests = known != m_pods.end() ? known->second.requests : podRequests(pod.spec());
    const std::size_t node = slot(pod.spec()["nodeName"].asString());
    place(pod.uid(), {requests, node}, {std::string(pod.ns()), pod.labels(), node, pod.isTerminating()});
}

void SchedulerCache::removePod(std::string_view uid)
{
    const auto it = m_pods.find(uid);
    if (it == m_pods.end())
        return;
    account(it->second, -1);
    m_pods.erase(it);
    const auto placed = m_placed.find(uid);
    m_counters.remove(placed->second);
    m_placed.erase(placed);
}

void SchedulerCache::assume(const PodInfo &pod, std::size_t node)
{
    place(pod.object->uid(), {pod.requests, node},
          {std::string(pod.object->ns()), pod.object->labels(), node, false});
}

} // namespace minato::components::scheduling
