// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/evictions.h"

#include "client/requests.h"
#include "components/common/object_edit.h"
#include "components/common/slow_start.h"

#include <algorithm>
#include <format>

namespace minato::components::scheduling {
namespace {

using kube::resources::kPods;
using Answer = api::Result<api::Response>;

api::Request patchStatus(const kube::Object &pod, kube::Value status)
{
    const auto patch = kube::Value::map({{"status", std::move(status)}});
    return client::patchRequest(kPods, pod, kube::PatchType::Strategic, patch, "status");
}

api::Request noteDisruption(const kube::Object &victim, base::Instant now)
{
    auto condition = makeCondition("DisruptionTarget", "True", "PreemptionByScheduler",
                                   "default-scheduler: preempting to accommodate a higher priority pod");
    condition.set("lastProbeTime", nullptr);
    condition.set("lastTransitionTime", base::toRfc3339(now));
    return patchStatus(victim,
                       kube::Value::map({{"conditions", kube::Value::array({std::move(condition)})}}));
}

api::Request endNomination(const kube::Object &pod)
{
    return patchStatus(pod, kube::Value::map({{"nominatedNodeName", nullptr}}));
}

bool isGone(const Answer &answer)
{
    return !answer && answer.error().code == 404;
}

} // namespace

void Evictions::start(Order order)
{
    const std::uint64_t id = m_next++;
    client::Task<void> &task = m_running[id] = run(std::move(order));
    task.start([this, id] { m_running.erase(id); });
}

client::Task<bool> Evictions::evict(const Order *order, std::vector<kube::ObjectPtr> victims)
{
    std::vector<api::Request> notes;
    for (const kube::ObjectPtr &victim : victims)
        notes.push_back(noteDisruption(*victim, m_context.timers.now()));
    std::function<void(const Answer &)> ignore;
    const std::vector<Answer> noted = co_await sendAll(m_context.transport, std::move(notes), ignore);
    bool isGood = true;
    std::vector<kube::ObjectPtr> going;
    std::vector<api::Request> deletions;
    for (std::size_t i = 0; i < victims.size(); ++i) {
        if (!noted[i] && !isGone(noted[i])) {
            isGood = false;
            continue;
        }
        going.push_back(victims[i]);
        deletions.push_back(client::deleteRequest(kPods, *victims[i]));
    }
    const std::vector<Answer> deleted = co_await sendAll(m_context.transport, std::move(deletions), ignore);
    for (std::size_t i = 0; i < going.size(); ++i) {
        if (deleted[i])
            m_events.record(
                *going[i], {"Normal", "Preempted", "Preempting"},
                std::format("Preempted by pod {} on node {}", order->preemptor->uid(), order->node),
                order->preemptor.get());
        else
            isGood = isGood && isGone(deleted[i]);
    }
    co_return isGood;
}

client::Task<void> Evictions::run(Order order)
{
    std::vector<api::Request> ends;
    for (const kube::ObjectPtr &pod : order.lesserNominated)
        ends.push_back(endNomination(*pod));
    std::function<void(const Answer &)> ignore;
    const std::vector<Answer> ended = co_await sendAll(m_context.transport, std::move(ends), ignore);
    std::vector<kube::ObjectPtr> first(order.victims.begin(), order.victims.end() - 1);
    std::vector<kube::ObjectPtr> last{order.victims.back()};
    const bool isGood = co_await evict(&order, std::move(first));
    order.onNearlyDone(isGood);
    const bool isDone = co_await evict(&order, std::move(last));
    if (isGood && !isDone)
        order.onNearlyDone(false);
}

} // namespace minato::components::scheduling
