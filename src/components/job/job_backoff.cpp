// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/job/job_backoff.h"

#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/job/index_ranges.h"

#include <algorithm>

namespace minato::components::jobs {
namespace {

using namespace std::chrono_literals;
using Time = std::optional<base::Instant>;

constexpr base::Duration kFirst = 10s;
constexpr base::Duration kLongest = 10min;

bool isSidecar(const kube::Value &spec, std::string_view name)
{
    return std::ranges::any_of(spec["initContainers"].items(), [&](const kube::Value &container) {
        return container["name"].asString() == name && container["restartPolicy"].asString() == "Always";
    });
}

/// The latest of the containers and `before`; none when one has not ended.
template <class Counts>
Time latestEnd(Time before, const kube::Value &statuses, Counts counts)
{
    for (const kube::Value &status : statuses.items()) {
        if (!counts(status))
            continue;
        const auto end = base::parseRfc3339(status.at("state", "terminated", "finishedAt").asString());
        if (!end)
            return std::nullopt;
        before = std::max(*end, before.value_or(*end));
    }
    return before;
}

Time containersEnd(const kube::Object &pod)
{
    const auto &status = pod.status();
    const Time end = latestEnd(std::nullopt, status["containerStatuses"], [](const auto &) { return true; });
    return latestEnd(end, status["initContainerStatuses"],
                     [&](const kube::Value &one) { return isSidecar(pod.spec(), one["name"].asString()); });
}

base::Instant latest(const Pods &pods)
{
    base::Instant last = finishedTime(*pods.front());
    for (const auto &pod : pods)
        last = std::max(last, finishedTime(*pod));
    return last;
}

} // namespace

base::Instant finishedTime(const kube::Object &pod)
{
    if (const auto end = containersEnd(pod))
        return *end;
    const auto &ready = findCondition(pod.status()["conditions"], "Ready");
    if (const auto since = base::parseRfc3339(ready["lastTransitionTime"].asString());
        since && ready["status"].asString() == "False")
        return *since;
    if (const auto deletion = base::parseRfc3339(pod.metadata()["deletionTimestamp"].asString()))
        return *deletion - std::chrono::seconds(pod.metadata()["deletionGracePeriodSeconds"].asInt());
    return creationTime(pod);
}

FailureRecord recordAfter(FailureRecord before, const Pods &succeeded, const Pods &failed)
{
    if (succeeded.empty()) {
        if (failed.empty())
            return before;
        return {before.failures + static_cast<int>(failed.size()), latest(failed)};
    }
    FailureRecord record;
    const base::Instant success = latest(succeeded);
    for (const auto &pod : failed) {
        const base::Instant end = finishedTime(*pod);
        if (end <= success)
            continue;
        ++record.failures;
        record.last = std::max(end, record.last.value_or(end));
    }
    return record;
}

base::Duration remainingBackOff(const FailureRecord &record, base::Instant now)
{
    if (record.failures == 0 || !record.last)
        return {};
    base::Duration wait = kFirst;
    for (int i = 1; i < record.failures && wait < kLongest; ++i)
        wait = std::min(wait * 2, kLongest);
    return std::max(base::Duration::zero(), wait - (now - *record.last));
}

base::Duration remainingBackOff(const kube::ObjectPtr &lastFailed, base::Instant now)
{
    if (!lastFailed)
        return {};
    const int failures = indexFailures(*lastFailed) + ignoredIndexFailures(*lastFailed) + 1;
    return remainingBackOff(FailureRecord{failures, finishedTime(*lastFailed)}, now);
}

} // namespace minato::components::jobs
