// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/job/job_sync.h"

#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/job/job_policies.h"

#include <algorithm>
#include <limits>

namespace minato::components::jobs {
namespace {

using kube::Value;

Uids words(const Value &list)
{
    Uids set;
    for (const Value &item : list.items())
        set.emplace(item.asString());
    return set;
}

Value trueCondition(const Value &conditions, std::string_view type)
{
    const Value &found = findCondition(conditions, type);
    return found["status"].asString() == "True" ? found : Value();
}

int limitOf(const Value &limit)
{
    return static_cast<int>(limit.asInt(std::numeric_limits<std::int32_t>::max()));
}

/// Restarts in place count as failures, too.
bool hasTooManyRestarts(const kube::Object &job, const Pods &pods)
{
    if (job.at("spec", "template", "spec", "restartPolicy").asString() != "OnFailure")
        return false;
    std::int64_t restarts = 0;
    for (const auto &pod : pods) {
        if (podPhase(*pod) != "Running" && podPhase(*pod) != "Pending")
            continue;
        for (const char *list : {"initContainerStatuses", "containerStatuses"}) {
            for (const Value &status : pod->status()[list].items())
                restarts += status["restartCount"].asInt();
        }
    }
    const int limit = limitOf(job.spec()["backoffLimit"]);
    return limit == 0 ? restarts > 0 : restarts >= limit;
}

} // namespace

JobSync::JobSync(kube::ObjectPtr theJob, Pods thePods, Uids removals, const FailureRecord &before,
                 base::Instant moment)
    : job(std::move(theJob)),
      status(job->status()),
      now(moment),
      pods(std::move(thePods)),
      expectedRemovals(std::move(removals))
{
    if (status["uncountedTerminatedPods"].isNull())
        status.set("uncountedTerminatedPods", Value::emptyMap());
    succeededUids = words(uncounted("succeeded"));
    failedUids = words(uncounted("failed"));
    count(before);
    if (status["startTime"].isNull() && !isSuspended(*job))
        status.set("startTime", base::toRfc3339(now));
}

const Value &JobSync::uncounted(std::string_view list) const
{
    return status["uncountedTerminatedPods"][list];
}

bool JobSync::isUnaccounted(const kube::Object &pod, const Uids &counted) const
{
    if (!isTracked(pod) || counted.contains(pod.uid()) || expectedRemovals.contains(pod.uid()))
        return false;
    return !isIndexed(*job) || validIndex(pod, *job);
}

void JobSync::count(const FailureRecord &before)
{
    Pods newlySucceeded, newlyFailed;
    int countedFailures = 0;
    for (const auto &pod : pods) {
        if (isPodActive(*pod)) {
            activePods.push_back(pod);
            ready += isPodReady(*pod) ? 1 : 0;
        }
        terminating += isPodEnding(*pod) ? 1 : 0;
        if (podPhase(*pod) == "Succeeded" && isUnaccounted(*pod, succeededUids))
            newlySucceeded.push_back(pod);
        if (isPodFailed(*pod, *job) && isUnaccounted(*pod, failedUids)) {
            newlyFailed.push_back(pod);
            countedFailures += matchFailurePolicy(job->spec()["podFailurePolicy"], *pod).isCounted ? 1 : 0;
        }
    }
    active = static_cast<int>(activePods.size());
    succeeded = static_cast<int>(status["succeeded"].asInt()) + static_cast<int>(newlySucceeded.size()) +
                static_cast<int>(succeededUids.size());
    failed =
        static_cast<int>(status["failed"].asInt()) + countedFailures + static_cast<int>(failedUids.size());
    record = recordAfter(before, newlySucceeded, newlyFailed);
}

Value JobSync::condition(std::string_view type, std::string_view reason, std::string_view message) const
{
    Value value = makeCondition(type, "True", reason, message);
    value.set("lastProbeTime", base::toRfc3339(now));
    value.set("lastTransitionTime", base::toRfc3339(now));
    return value;
}

void JobSync::judge()
{
    const auto &spec = job->spec();
    const Value met = trueCondition(status["conditions"], "SuccessCriteriaMet");
    const Value target = trueCondition(status["conditions"], "FailureTarget");
    if (!met.isNull()) {
        finished = met;
    } else if (!target.isNull()) {
        finished = condition("Failed", target["reason"].asString(), target["message"].asString());
    } else if (const Value &policy = spec["podFailurePolicy"]; !policy.isNull()) {
        for (const auto &pod : pods) {
            const auto why =
                isPodFailed(*pod, *job) ? matchFailurePolicy(policy, *pod).failsJob : std::nullopt;
            if (why && !finished)
                finished = condition("FailureTarget", "PodFailurePolicy", *why);
        }
    }
    if (!finished && (failed > limitOf(spec["backoffLimit"]) || hasTooManyRestarts(*job, pods))) {
        finished =
            condition("FailureTarget", "BackoffLimitExceeded", "Job has reached the specified backoff limit");
    } else if (const auto left = untilDeadline(); !finished && left && *left <= base::Duration::zero()) {
        finished =
            condition("FailureTarget", "DeadlineExceeded", "Job was active longer than specified deadline");
    }
    if (isIndexed(*job))
        judgeIndexes();
}

std::optional<base::Duration> JobSync::untilDeadline() const
{
    const auto &seconds = job->spec()["activeDeadlineSeconds"];
    const auto start = base::parseRfc3339(status["startTime"].asString());
    if (!seconds.isInt() || !start || isSuspended(*job))
        return std::nullopt;
    return std::chrono::seconds(seconds.asInt()) - (now - *start);
}

void JobSync::judgeIndexes()
{
    const auto &spec = job->spec();
    const int wanted = completions(*job);
    succeededBefore = IndexRanges::parse(status["completedIndexes"].asString(), wanted);
    std::set<int> newlySucceeded, newlyFailed;
    for (const auto &pod : pods) {
        const auto index = validIndex(*pod, *job);
        if (!index || !isTracked(*pod))
            continue;
        if (podPhase(*pod) == "Succeeded")
            newlySucceeded.insert(*index);
        if (hasLimitPerIndex(*job) && isIndexFailed(*pod, *job))
            newlyFailed.insert(*index);
    }
    succeededIndexes = succeededBefore.with(newlySucceeded);
    succeeded = succeededIndexes.total();
    if (hasLimitPerIndex(*job)) {
        failedIndexes = IndexRanges::parse(status["failedIndexes"].asString(), wanted).with(newlyFailed);
        const int lost = failedIndexes->total();
        const auto &most = spec["maxFailedIndexes"];
        if (!finished && most.isInt() && lost > most.asInt())
            finished = condition("FailureTarget", "MaxFailedIndexesExceeded",
                                 "Job has exceeded the specified maximal number of failed indexes");
        else if (!finished && lost > 0 && lost + succeeded >= wanted)
            finished = condition("FailureTarget", "FailedIndexes", "Job has failed indexes");
        findDelayed();
    }
    if (!finished) {
        if (const auto rule = matchSuccessPolicy(spec["successPolicy"], wanted, succeededIndexes))
            finished = condition("SuccessCriteriaMet", "SuccessPolicy", *rule);
    }
}

/// A failed Pod is held until its replacement has taken over the number of failures.
void JobSync::findDelayed()
{
    std::set<int> running;
    for (const auto &pod : activePods) {
        if (const auto index = completionIndex(*pod))
            running.insert(*index);
    }
    const auto failures = [](const kube::Object &pod) {
        return indexFailures(pod) + ignoredIndexFailures(pod);
    };
    for (const auto &pod : pods) {
        if (!isUnaccounted(*pod, {}) || !isPodFailed(*pod, *job))
            continue;
        const int index = *validIndex(*pod, *job);
        if (succeededIndexes.has(index) || failedIndexes->has(index) || running.contains(index))
            continue;
        auto &last = delayed[index];
        if (!last || (failures(*last) <= failures(*pod) && finishedTime(*pod) >= finishedTime(*last)))
            last = pod;
    }
}

bool JobSync::hasCompleted() const
{
    const bool isEnough = job->spec()["completions"].isInt() ? succeeded >= completions(*job) : succeeded > 0;
    return isEnough && active == 0;
}

bool JobSync::setCondition(const Value &condition)
{
    Value &conditions = status.edit("conditions");
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        const Value &old = conditions[i];
        if (old["type"] != condition["type"])
            continue;
        if (old["status"] == condition["status"] && old["reason"] == condition["reason"] &&
            old["message"] == condition["message"])
            return false;
        conditions.edit(i) = condition;
        return true;
    }
    if (condition["status"].asString() == "False") {
        if (conditions.isNull())
            status.erase("conditions");
        return false; // from nothing to False is no change
    }
    conditions.push(condition);
    return true;
}

std::string_view JobSync::noteSuspension()
{
    const bool isHeld = isSuspended(*job);
    Value suspended = condition("Suspended", isHeld ? "JobSuspended" : "JobResumed",
                                isHeld ? "Job suspended" : "Job resumed");
    if (!isHeld)
        suspended.set("status", "False");
    if (!setCondition(suspended))
        return {};
    if (!isHeld)
        status.set("startTime", base::toRfc3339(now)); // the deadline counts from here
    return isHeld ? "Suspended" : "Resumed";
}

int JobSync::wantedActive() const
{
    const int parallelism = static_cast<int>(job->spec()["parallelism"].asInt(1));
    if (job->spec()["completions"].isNull())
        return succeeded > 0 ? active : parallelism;
    return std::max(0, std::min(completions(*job) - succeeded, parallelism));
}

std::vector<int> JobSync::missingIndexes(int count) const
{
    std::set<int> taken;
    for (const auto &pod : pods) {
        const bool isHolding = isPodActive(*pod) || (replacesOnlyFailed(*job) && isPodEnding(*pod));
        if (const auto index = completionIndex(*pod); index && isHolding)
            taken.insert(*index);
    }
    IndexRanges busy = succeededIndexes.with(taken);
    if (failedIndexes)
        busy = busy.merged(*failedIndexes);
    std::vector<int> missing;
    int candidate = 0;
    const auto fill = [&](int end) {
        for (; candidate < end && std::ssize(missing) < count; ++candidate)
            missing.push_back(candidate);
    };
    for (const auto &range : busy.ranges()) {
        fill(std::min(range.first, completions(*job)));
        candidate = std::max(candidate, range.last + 1);
    }
    fill(completions(*job));
    return missing;
}

JobSync::Plan JobSync::plan() const
{
    Plan plan;
    if (isSuspended(*job)) {
        plan.removals = podsToRemove(*job, activePods, activePods.size());
        return plan;
    }
    const int wanted = wantedActive();
    plan.removals = podsToRemove(*job, activePods, static_cast<std::size_t>(std::max(0, active - wanted)));
    if (plan.removals.size() > kMaxPerSync)
        plan.removals.resize(kMaxPerSync);
    const int missing = wanted - active - (replacesOnlyFailed(*job) ? terminating : 0);
    if (!plan.removals.empty() || missing <= 0)
        return plan;
    const auto wait = hasLimitPerIndex(*job) ? base::Duration{} : remainingBackOff(record, now);
    if (wait > base::Duration::zero()) {
        plan.wait = wait;
        return plan;
    }
    plan.creations = std::min(missing, kMaxPerSync);
    if (!isIndexed(*job))
        return plan;
    for (const int index : missingIndexes(plan.creations)) {
        const auto last = delayed.find(index);
        const auto left = last == delayed.end() ? base::Duration{} : remainingBackOff(last->second, now);
        if (!hasLimitPerIndex(*job) || left <= base::Duration::zero())
            plan.indexes.push_back(index);
        else
            plan.wait = std::min(left, plan.wait.value_or(left));
    }
    plan.creations = static_cast<int>(plan.indexes.size());
    if (plan.creations > 0)
        plan.wait.reset();
    return plan;
}

} // namespace minato::components::jobs
