// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "client/event_series_recorder.h"
#include "components/common/context.h"
#include "components/scheduler/evictions.h"
#include "components/scheduler/nominated_pods.h"
#include "components/scheduler/pod_reader.h"
#include "components/scheduler/scheduler_cache.h"
#include "components/scheduler/scheduling_cycle.h"
#include "components/scheduler/scheduling_queue.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace minato::components {

/// Chooses a node for each Pod that has none, and lets important Pods take the room of lesser ones.
///
/// Mirrors   pkg/scheduler (scheduler.go, schedule_one.go, eventhandlers.go): one Pod at a time, binding on
///           the side, room taken at once; asynchronous preemption
/// Differs   There is one profile, without extenders. A scheduling cycle takes 0.6 to 1.6 ms of virtual time.
/// Decides   "Schedule" records: each node's filter reason or its score a plugin, and how many shared the
///           best total; who would have had to go where, if others had to.
class Scheduler {
public:
    /// `host`: the computer that it runs on.
    Scheduler(Context context, std::string host);

private:
    using Item = scheduling::SchedulingQueue::Item;

    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onPlacedPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onWaitingPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onNode(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void followRest();
    void onEvent(const scheduling::ClusterEvent &event, std::optional<std::int64_t> highestPriority = {});
    void wake();
    void runCycle();
    void bind(Item item, std::size_t node);
    void onBound(Item item, std::string_view node, const api::Result<api::Response> &answer);
    void refuse(Item item, const scheduling::CycleResult &result);
    void makeRoom(const Item &item, const scheduling::PreemptionCandidate &candidate);
    void noteUnschedulable(const kube::Object &pod, const std::string &message,
                           const std::optional<std::string> &nominated);
    void flushLater();
    void explain(const kube::Object &pod, scheduling::CycleResult result);

    Context m_context;
    client::Informer &m_pods;
    client::Informer &m_nodes;
    scheduling::PodReader m_reader;
    client::EventSeriesRecorder m_events;
    base::RandomStream m_pace;
    scheduling::SchedulerCache m_cache;
    scheduling::SchedulingQueue m_queue;
    scheduling::NominatedPods m_nominated;
    scheduling::Evictions m_evictions;
    scheduling::SchedulingCycle m_cycle;
    std::shared_ptr<const std::vector<std::string>>
        m_names; ///< of the slots, for records; null: to be made again
    bool m_isReady = false;
    base::Instant m_wakeAt;
    api::TimerPtr m_wakeTimer, m_flushTimer;
    std::uint64_t m_nextCall = 0;
    std::map<std::uint64_t, api::CallPtr> m_calls;
};

} // namespace minato::components
