// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/job/job_policies.h"
#include "components/job/job_sync.h"

#include <algorithm>

namespace minato::components::jobs {
namespace {

using kube::Value;

void setList(Value &uncounted, std::string_view name, Value list)
{
    if (list.isEmpty())
        uncounted.erase(name);
    else
        uncounted.set(name, std::move(list));
}

bool isSuccess(const std::optional<Value> &condition)
{
    return condition && (*condition)["type"].asString() == "SuccessCriteriaMet";
}

} // namespace

Uids JobSync::heldPods() const
{
    Uids held;
    for (const auto &pod : pods) {
        if (isTracked(*pod) && !expectedRemovals.contains(pod->uid()))
            held.emplace(pod->uid());
    }
    return held;
}

bool JobSync::countReleased(const Uids &held)
{
    bool isChanged = false;
    for (const char *name : {"succeeded", "failed"}) {
        Value left = Value::emptyArray();
        for (const Value &uid : uncounted(name).items()) {
            if (held.contains(uid.asString()))
                left.push(uid);
        }
        const auto gone = static_cast<std::int64_t>(uncounted(name).size() - left.size());
        if (gone == 0)
            continue;
        isChanged = true;
        setCount(status, name, status[name].asInt() + gone);
        setList(status.edit("uncountedTerminatedPods"), name, std::move(left));
    }
    return isChanged;
}

bool JobSync::mayRelease(const kube::Object &pod) const
{
    if (job->isTerminating() || finished || podPhase(pod) == "Succeeded")
        return true;
    if (!isPodFailed(pod, *job))
        return false;
    const auto index = completionIndex(pod);
    const auto held = index ? delayed.find(*index) : delayed.end();
    return held == delayed.end() || held->second->uid() != pod.uid();
}

/// Whether the status says something new with this Pod.
bool JobSync::sortIn(const kube::Object &pod, std::set<int> &newIndexes)
{
    const auto index = validIndex(pod, *job);
    const auto note = [&](std::string_view list) {
        status.edit("uncountedTerminatedPods").edit(list).push(pod.uid());
        return true;
    };
    if (podPhase(pod) == "Succeeded" && !failedUids.contains(pod.uid())) {
        if (!isIndexed(*job))
            return !succeededUids.contains(pod.uid()) && note("succeeded");
        // The index is enough to know it again.
        if (!index || succeededBefore.has(*index))
            return false;
        newIndexes.insert(*index);
        return true;
    }
    // When the Job fails, so do all its Pods.
    const bool isFailure = isPodFailed(pod, *job) || (finished && !isSuccess(finished));
    if (!isFailure || failedUids.contains(pod.uid()) || (isIndexed(*job) && !index))
        return false;
    return matchFailurePolicy(job->spec()["podFailurePolicy"], pod).isCounted && note("failed");
}

JobSync::Tracked JobSync::track(Uids &held)
{
    if (isIndexed(*job))
        std::ranges::stable_sort(pods, {},
                                 [](const auto &pod) { return completionIndex(*pod).value_or(-1); });
    held = heldPods();
    Tracked result;
    result.isChanged = countReleased(held);
    std::set<int> newIndexes;
    for (const auto &pod : pods) {
        if (!held.contains(pod->uid()) || !mayRelease(*pod))
            continue;
        result.released.push_back(pod);
        result.isChanged |= sortIn(*pod, newIndexes);
        if (newIndexes.size() + uncounted("succeeded").size() + uncounted("failed").size() >= kMaxUncounted) {
            result.isPartial = true;
            break;
        }
    }
    result.isChanged |= isIndexed(*job) && writeIndexes(newIndexes);
    result.isChanged |= noteEnd();
    return result;
}

bool JobSync::writeIndexes(const std::set<int> &newIndexes)
{
    succeededIndexes = succeededIndexes.with(newIndexes);
    const std::string text = succeededIndexes.toString();
    bool isChanged = text != status["completedIndexes"].asString();
    setCount(status, "succeeded", succeededIndexes.total());
    if (text.empty())
        status.erase("completedIndexes");
    else
        status.set("completedIndexes", text);
    const Value lost = failedIndexes ? Value(failedIndexes->toString()) : Value();
    if (lost == status["failedIndexes"])
        return isChanged;
    if (lost.isNull())
        status.erase("failedIndexes");
    else
        status.set("failedIndexes", lost);
    return true;
}

/// Shows what will end the Job before its Pods are let go.
bool JobSync::noteEnd()
{
    if (!finished)
        return false;
    const Value interim = *finished;
    const auto reason = interim["reason"].asString(), message = interim["message"].asString();
    if (interim["type"].asString() == "FailureTarget") {
        status.edit("conditions").push(interim);
        finished = condition("Failed", reason, message);
        return true;
    }
    if (!isSuccess(interim))
        return false;
    finished = condition("Complete", reason, message);
    if (findCondition(status["conditions"], "SuccessCriteriaMet")["status"].asString() == "True")
        return false;
    status.edit("conditions").push(interim);
    return true;
}

bool JobSync::finish()
{
    if (!finished || !uncounted("succeeded").isEmpty() || !uncounted("failed").isEmpty() || terminating > 0)
        return false;
    setCondition(*finished);
    if ((*finished)["type"].asString() == "Complete")
        status.set("completionTime", (*finished)["lastTransitionTime"]);
    return true;
}

} // namespace minato::components::jobs
