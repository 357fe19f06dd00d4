// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/informer.h"
#include "components/scheduler/scheduler_cache.h"

namespace minato::components::scheduling {

/// Reads a Pod for scheduling: what it asks for, and how it wants to be spread.
///
/// Mirrors   podtopologyspread (system defaults: hostname maxSkew 3, zone maxSkew 5) and plugins/helper/spread.go, whose
///           selector joins the Services and the owner that select the Pod: Pods of one ReplicaSet spread among themselves
class PodReader {
public:
    PodReader(client::Informer &services, client::Informer &replicaSets);
    [[nodiscard]] PodInfo read(const kube::ObjectPtr &pod, SchedulerCache &cache) const;

private:
    [[nodiscard]] kube::LabelSelector defaultSelector(const kube::Object &pod) const;

    client::Informer &m_services;
    client::Informer &m_replicaSets;
    client::Cache::IndexId m_servicesByNamespace;
};

} // namespace minato::components::scheduling
