// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/random.h"
#include "client/event_recorder.h"
#include "components/common/context.h"
#include "components/scheduler/pod_reader.h"
#include "components/scheduler/scheduler_cache.h"
#include "components/scheduler/scheduling_cycle.h"
#include "components/scheduler/scheduling_queue.h"

namespace minato::components {

/// Chooses a node for each Pod that has none.
///
/// Mirrors   pkg/scheduler: one Pod at a time, binding on the side, room taken at once
/// Differs   No preemption, no Pod affinity, no volumes. A cycle takes 0.6 to 1.6 ms of virtual time.
/// Decides   "Schedule" records: each node's filter reason or its score a plugin, and how many shared the best total.
class Scheduler {
public:
    explicit Scheduler(Context context);

private:
    using Item = scheduling::SchedulingQueue::Item;

    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onNode(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onEvent(scheduling::ClusterEvent event);
    void wake();
    void runCycle();
    void bind(Item item, std::size_t node);
    void onBound(Item item, std::string_view node, const api::Result<api::Response> &answer);
    void refuse(Item item, const scheduling::CycleResult &result);
    void explain(const kube::Object &pod, scheduling::CycleResult result);

    Context m_context;
    client::Informer &m_pods;
    client::Informer &m_nodes;
    scheduling::PodReader m_reader;
    client::EventRecorder m_events;
    base::RandomStream m_pace;
    scheduling::SchedulerCache m_cache;
    scheduling::SchedulingQueue m_queue;
    scheduling::SchedulingCycle m_cycle;
    std::shared_ptr<const std::vector<std::string>> m_names; ///< of the slots, for records; null: to be made again
    bool m_isReady = false;
    base::Instant m_wakeAt;
    api::TimerPtr m_wakeTimer, m_flushTimer;
    std::uint64_t m_nextCall = 0;
    std::map<std::uint64_t, api::CallPtr> m_calls;
};

} // namespace minato::components
