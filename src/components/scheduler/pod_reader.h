// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/informer.h"
#include "components/scheduler/scheduler_cache.h"

#include <span>

namespace minato::components::scheduling {

/// What counts of a Pod that is on a node already: requests, host ports and rules about neighbours.
[[nodiscard]] PodInfo readPlacedPod(const kube::ObjectPtr &pod);

/// All that counts of a Pod that waits, but for the system's constraints on its spreading.
///
/// Mirrors   podtopologyspread/common.go filterTopologySpreadConstraints
[[nodiscard]] PodInfo readWaitingPod(const kube::ObjectPtr &pod, SchedulerCache &cache);

/// What the selectors of the Services that choose the Pod and of its owner (may be null) have in common.
///
/// Mirrors   plugins/helper/spread.go DefaultSelector
[[nodiscard]] kube::LabelSelector defaultSelector(const kube::Object &pod,
                                                  std::span<const kube::ObjectPtr> services,
                                                  const kube::ObjectPtr &owner);
/// The system's constraints for a Pod that has none: hostname maxSkew 3, zone maxSkew 5, both ScheduleAnyway.
void setDefaultSpread(PodInfo &info, const kube::LabelSelector &selector);

/// Reads a Pod for scheduling: what it asks for, and how it wants to be spread.
///
/// Differs   ReplicationControllers are unknown.
class PodReader {
public:
    struct Informers {
        client::Informer &services, &replicaSets, &statefulSets;
    };
    explicit PodReader(Informers informers);
    [[nodiscard]] PodInfo read(const kube::ObjectPtr &pod, SchedulerCache &cache) const;

private:
    [[nodiscard]] kube::ObjectPtr owner(const kube::Object &pod) const;

    Informers m_informers;
    client::Cache::IndexId m_servicesByNamespace;
};

} // namespace minato::components::scheduling
