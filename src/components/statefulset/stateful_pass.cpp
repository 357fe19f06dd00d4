// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a pass does to Pods: in order, or all at once.
#include "client/requests.h"
#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/common/slow_start.h"
#include "components/statefulset/statefulset_controller.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

using kube::resources::kPods;

constexpr int kRepairAttempts = 4;
constexpr base::Duration kRepairPause = std::chrono::milliseconds(10);

api::Request requestFor(PodStep step, const kube::Object &pod)
{
    return step == PodStep::Create ? client::createRequest(kPods, pod.root())
                                   : client::deleteRequest(kPods, pod, {.onlyThisUid = false});
}

} // namespace

StatefulSetController::Step StatefulSetController::updatePods(Pass &pass)
{
    const kube::Object &set = *pass.set;
    const auto now = m_context.timers.now();
    if (set.isTerminating()) {
        pass.status = statefulSetStatus(set, pass.revisions, pass.claimed, now);
        co_return true;
    }
    const StatefulPods pods(set, pass.revisions, pass.claimed, now);
    Planner forReplicas = [&](const kube::Object &pod) { return replicaStep(set, pod, now); };
    Planner forCondemned = [&](const kube::Object &pod) { return condemnedStep(set, pods, pod, now); };
    Progress progress = co_await workOn(pass, pods.replicas, std::move(forReplicas));
    if (progress == Progress::GoOn)
        progress = co_await workOn(pass, pods.condemned, std::move(forCondemned));
    pass.status = statefulSetStatus(set, pass.revisions, pods.all(), m_context.timers.now());
    const bool isOnDelete = set.at("spec", "updateStrategy", "type").asString() == "OnDelete";
    if (progress != Progress::GoOn || isOnDelete)
        co_return progress != Progress::Failed;
    co_return co_await updateNext(pass, pods);
}

client::Task<StatefulSetController::Progress>
StatefulSetController::workOn(const Pass &pass, std::vector<kube::ObjectPtr> pods, Planner plan)
{
    if (isOrdered(*pass.set))
        return workInOrder(pass, std::move(pods), std::move(plan));
    return workAtOnce(pass, std::move(pods), std::move(plan));
}

client::Task<StatefulSetController::Progress>
StatefulSetController::workInOrder(const Pass &pass, std::vector<kube::ObjectPtr> pods, Planner plan)
{
    for (const kube::ObjectPtr &pod : pods) {
        const PodStep step = plan(*pod);
        if (step == PodStep::Nothing)
            continue;
        if (step == PodStep::Wait)
            co_return Progress::Stop;
        const bool isDone = co_await carryOut(pass, Work{step, pod});
        if (!isDone)
            co_return Progress::Failed;
        if (step != PodStep::Repair)
            co_return Progress::Stop;
    }
    co_return Progress::GoOn;
}

/// In batches of 1, 2, 4, …, each only when all of the one before went well.
client::Task<StatefulSetController::Progress>
StatefulSetController::workAtOnce(const Pass &pass, std::vector<kube::ObjectPtr> pods, Planner plan)
{
    int batch = nextBatch(0, static_cast<int>(pods.size()));
    for (std::size_t first = 0; batch > 0;) {
        std::vector<Work> sent, repairs;
        std::vector<api::Request> requests;
        for (std::size_t i = first; i < first + static_cast<std::size_t>(batch); ++i) {
            const Work work{plan(*pods[i]), pods[i]};
            if (work.step == PodStep::Repair)
                repairs.push_back(work);
            if (work.step != PodStep::Create && work.step != PodStep::Delete)
                continue;
            requests.push_back(requestFor(work.step, *work.pod));
            sent.push_back(work);
        }
        first += static_cast<std::size_t>(batch);
        bool isGood = true;
        const auto answers = co_await sendAll(m_context.transport, std::move(requests));
        for (std::size_t i = 0; i < answers.size(); ++i)
            isGood = onAnswer(*pass.set, sent[i], answers[i]) && isGood;
        for (const Work &work : repairs) {
            const bool isRepaired = co_await repair(pass.set, work.pod);
            isGood = isRepaired && isGood;
        }
        if (!isGood)
            co_return Progress::Failed;
        batch = std::min(nextBatch(batch, static_cast<int>(pods.size() - first)), kBurst);
    }
    co_return Progress::GoOn;
}

StatefulSetController::Step StatefulSetController::carryOut(const Pass &pass, Work work)
{
    if (work.step == PodStep::Repair)
        co_return co_await repair(pass.set, work.pod);
    auto request = requestFor(work.step, *work.pod);
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    co_return onAnswer(*pass.set, work, answer);
}

bool StatefulSetController::onAnswer(const kube::Object &set, const Work &work,
                                     const api::Result<api::Response> &answer)
{
    const bool isCreation = work.step == PodStep::Create;
    // Only our cache is behind: nothing to tell of.
    const bool isKnown = isCreation && !answer && answer.error().isReason("AlreadyExists");
    if (!isKnown)
        tell(set, *work.pod, isCreation ? "create" : "delete", answer ? nullptr : &answer.error());
    return answer.has_value();
}

StatefulSetController::Step StatefulSetController::repair(kube::ObjectPtr set, kube::ObjectPtr pod)
{
    base::Duration pause = kRepairPause;
    for (int attempt = 1;; ++attempt, pause *= 5) {
        kube::Value body = pod->root();
        if (!identityMatches(*set, *pod))
            updateIdentity(*set, body);
        if (!storageMatches(*set, *pod))
            updateStorage(*set, body);
        if (body == pod->root()) {
            tell(*set, *pod, "update", nullptr); // somebody else did it meanwhile
            co_return true;
        }
        auto request = client::updateRequest(kPods, std::move(body));
        const auto answer = co_await client::send(m_context.transport, std::move(request));
        const bool isOver = answer || answer.error().code != 409 || attempt == kRepairAttempts;
        if (isOver)
            tell(*set, *pod, "update", answer ? nullptr : &answer.error());
        if (isOver)
            co_return answer.has_value();
        co_await client::sleep(m_context.timers, pause);
        if (auto cached = m_pods.cache().find(pod->ns(), pod->name()))
            pod = std::move(cached);
    }
}

StatefulSetController::Step StatefulSetController::updateNext(Pass &pass, const StatefulPods &pods)
{
    const auto now = m_context.timers.now();
    const auto pod = nextToUpdate(*pass.set, pods, pass.revisions.update->name(), now);
    if (!pod)
        co_return true;
    auto request = requestFor(PodStep::Delete, *pod);
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    onAnswer(*pass.set, Work{PodStep::Delete, pod}, answer);
    if (!answer && answer.error().code != 404)
        co_return false;
    setCount(pass.status, "currentReplicas", pass.status["currentReplicas"].asInt() - 1);
    co_return true;
}

void StatefulSetController::tell(const kube::Object &set, const kube::Object &pod, std::string_view verb,
                                 const kube::Status *failure)
{
    const std::string title = verb == "create" ? "Create" : verb == "update" ? "Update" : "Delete";
    const std::string text = std::format("{} Pod {} in StatefulSet {}", verb, pod.name(), set.name());
    if (failure)
        m_events.warning(set, "Failed" + title, std::format("{} failed error: {}", text, failure->message));
    else
        m_events.normal(set, "Successful" + title, text + " successful");
}

} // namespace minato::components
