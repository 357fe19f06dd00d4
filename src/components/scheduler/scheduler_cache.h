// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "components/scheduler/scheduler_types.h"
#include "components/scheduler/spread_counters.h"

namespace minato::components::scheduling {

/// What the scheduler believes about nodes and the Pods on them, its own unconfirmed decisions included.
///
/// Mirrors   pkg/scheduler/backend/cache: assumed Pods take their room at once
class SchedulerCache {
public:
    void setNode(const kube::ObjectPtr &node);
    void removeNode(std::string_view name);
    /// Adds the Pod, or brings its record up to date; confirms an assumption.
    void setPod(const kube::Object &pod);
    void removePod(std::string_view uid);
    /// Takes room for a Pod that is about to be bound.
    void assume(const PodInfo &pod, std::size_t node);
    [[nodiscard]] bool isPlaced(std::string_view uid) const { return m_pods.contains(uid); }

    /// Slots in the order in which the nodes came; gone ones have no object.
    [[nodiscard]] std::span<const NodeInfo> nodes() const { return m_nodes; }
    [[nodiscard]] int nodeCount() const { return m_nodeCount; }
    [[nodiscard]] std::span<const int> nodesWithImage() const { return m_nodesWithImage; }
    [[nodiscard]] ImageId imageId(std::string_view image);
    [[nodiscard]] const SpreadCounters &counters() const { return m_counters; }
    [[nodiscard]] std::size_t counter(std::string_view ns, const kube::LabelSelector &selector)
    {
        return m_counters.counter(ns, selector, m_placed);
    }

private:
    struct Record {
        PodRequests requests;
        std::size_t node;
    };
    [[nodiscard]] std::size_t slot(std::string_view name);
    void readImages(NodeInfo &info);
    void countImages(const NodeInfo &info, int sign);
    void place(std::string_view uid, Record record, SpreadCounters::Placed placed);
    void account(const Record &record, int sign);

    std::vector<NodeInfo> m_nodes;
    std::map<std::string, std::size_t, std::less<>> m_slots; ///< by node name
    int m_nodeCount = 0;
    std::map<std::string, Record, std::less<>> m_pods; ///< by UID
    std::map<std::string, SpreadCounters::Placed, std::less<>> m_placed;
    SpreadCounters m_counters;
    std::map<std::string, ImageId, std::less<>> m_imageIds;
    std::vector<int> m_nodesWithImage;
};

} // namespace minato::components::scheduling
