// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/scheduler/node_order.h"
#include "components/scheduler/scheduler_types.h"
#include "components/scheduler/spread_counters.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components::scheduling {

/// What the scheduler believes about nodes and the Pods on them, its own unconfirmed decisions included.
///
/// Mirrors   pkg/scheduler/backend/cache: assumed Pods take their room at once
/// Order     No snapshot for each cycle is needed: nothing changes while one runs.
class SchedulerCache {
public:
    using PlacedByUid = std::map<std::string_view, const PlacedPod *>;
    using Objects = std::map<std::string, kube::ObjectPtr, std::less<>>;

    void setNode(const kube::ObjectPtr &node);
    void removeNode(std::string_view name);
    /// Adds the Pod, or brings its record up to date; confirms an assumption.
    void setPod(const kube::ObjectPtr &pod);
    void removePod(std::string_view uid);
    /// Takes room for a Pod that is about to be bound.
    void assume(PodInfoPtr pod, std::size_t node);
    [[nodiscard]] bool isPlaced(std::string_view uid) const { return m_pods.contains(uid); }

    /// Slots in the order in which the nodes came; gone ones have no object.
    [[nodiscard]] std::span<const NodeInfo> nodes() const { return m_nodes; }
    /// Slots of the nodes that are there, in the order in which they are looked at.
    [[nodiscard]] std::span<const std::size_t> order() const { return m_order.nodes(); }
    [[nodiscard]] int nodeCount() const { return static_cast<int>(m_order.nodes().size()); }
    /// Null: there is no such node.
    [[nodiscard]] const NodeInfo *findNode(std::string_view name) const;
    [[nodiscard]] std::span<const int> nodesWithImage() const { return m_nodesWithImage; }
    [[nodiscard]] ImageId imageId(std::string_view image);

    [[nodiscard]] const SpreadCounters &counters() const { return m_counters; }
    [[nodiscard]] std::size_t counter(std::string_view ns, const SpreadConstraint &constraint)
    {
        return m_counters.counter(ns, constraint.selector, constraint.selectorText, m_pods);
    }
    [[nodiscard]] const SpreadCounters::PlacedPods &pods() const { return m_pods; }
    [[nodiscard]] const PlacedByUid &podsWithAffinity() const { return m_withAffinity; }
    [[nodiscard]] const PlacedByUid &podsWithRequiredAntiAffinity() const { return m_withAntiAffinity; }

    void setNamespace(const kube::ObjectPtr &ns)
    {
        m_namespaces.insert_or_assign(std::string(ns->name()), ns);
    }
    void removeNamespace(std::string_view name) { m_namespaces.erase(std::string(name)); }
    [[nodiscard]] const Objects &namespaces() const { return m_namespaces; }
    [[nodiscard]] const kube::Value &namespaceLabels(std::string_view name) const;
    /// PodDisruptionBudgets, by "namespace/name".
    void setBudget(const kube::ObjectPtr &budget)
    {
        m_budgets.insert_or_assign(kube::objectKey(*budget), budget);
    }
    void removeBudget(std::string_view key) { m_budgets.erase(std::string(key)); }
    [[nodiscard]] const Objects &budgets() const { return m_budgets; }

private:
    [[nodiscard]] std::size_t slot(std::string_view name);
    void readImages(NodeInfo &info);
    void countImages(const NodeInfo &info, int sign);
    void place(PodInfoPtr pod, std::size_t node);

    std::vector<NodeInfo> m_nodes;
    std::map<std::string, std::size_t, std::less<>> m_slots; ///< by node name
    NodeOrder m_order;
    SpreadCounters::PlacedPods m_pods; ///< by UID
    PlacedByUid m_withAffinity, m_withAntiAffinity;
    SpreadCounters m_counters;
    std::map<std::string, ImageId, std::less<>> m_imageIds;
    std::vector<int> m_nodesWithImage;
    Objects m_namespaces, m_budgets;
};

} // namespace minato::components::scheduling
