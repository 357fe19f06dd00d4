// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/event_series_recorder.h"
#include "client/task.h"
#include "components/common/context.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace minato::components::scheduling {

/// Makes Pods go so that a more important one has room: notes why in their status, deletes them gracefully,
/// tells of it.
///
/// Mirrors   framework/preemption/preemption.go prepareCandidateAsync, PreemptPod
/// Differs   The victims of one preemption, but for the last, are deleted in one go once all of them are marked.
class Evictions {
public:
    struct Order {
        kube::ObjectPtr preemptor;
        std::string node;
        std::vector<kube::ObjectPtr> victims;
        std::vector<kube::ObjectPtr> lesserNominated; ///< less important Pods that had been promised the node
        /// Called once, before the last victim is asked to go: from then on their going may help. False:
        /// something was refused.
        std::function<void(bool isGood)> onNearlyDone;
    };
    Evictions(Context &context, client::EventSeriesRecorder &events) : m_context(context), m_events(events) {}
    void start(Order order);

private:
    client::Task<void> run(Order order);
    client::Task<bool> evict(const Order *order, std::vector<kube::ObjectPtr> victims);

    Context &m_context;
    client::EventSeriesRecorder &m_events;
    std::uint64_t m_next = 0;
    std::map<std::uint64_t, client::Task<void>> m_running;
};

} // namespace minato::components::scheduling
