// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/job/job_pods.h"

#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/common/pod_template.h"
#include "components/job/job_names.h"
#include "components/job/job_policies.h"
#include "components/replicaset/ranking.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <limits>
#include <map>

namespace minato::components::jobs {
namespace {

using kube::Value;

/// What random letters leave of a name of 63.
constexpr std::size_t kLongestBase = 58;

/// An unknown time first, then the later one.
std::strong_ordering laterFirst(std::optional<base::Instant> a, std::optional<base::Instant> b)
{
    if (a == b)
        return std::strong_ordering::equal;
    if (!a || !b)
        return a ? std::strong_ordering::greater : std::strong_ordering::less;
    return *b <=> *a;
}

int phaseOrder(std::string_view phase)
{
    return phase == "Running" ? 2 : phase == "Unknown" ? 1 : 0;
}

/// Whether the first has come less far: controller_utils.go ActivePods.
bool isEarlier(const VictimCandidate &a, const VictimCandidate &b)
{
    if (a.node.empty() != b.node.empty())
        return a.node.empty();
    if (const auto order = phaseOrder(a.phase) <=> phaseOrder(b.phase); order != 0)
        return order < 0;
    if (a.isReady != b.isReady)
        return !a.isReady;
    if (a.isReady) {
        if (const auto order = laterFirst(a.readySince, b.readySince); order != 0)
            return order < 0;
    }
    if (a.restarts != b.restarts)
        return a.restarts > b.restarts;
    return laterFirst(a.created, b.created) < 0;
}

void sortByProgress(Pods &pods)
{
    std::ranges::stable_sort(pods, isEarlier, [](const auto &pod) { return victimCandidate(*pod); });
}

/// Moves to `gone` what has no valid index, and all but the furthest of each index.
Pods withoutDuplicates(const kube::Object &job, Pods pods, Pods &gone)
{
    std::map<int, Pods> byIndex;
    Pods beyond, left;
    for (auto &pod : pods) {
        const auto index = completionIndex(*pod);
        if (!index)
            gone.push_back(std::move(pod));
        else if (*index >= completions(job))
            beyond.push_back(std::move(pod));
        else
            byIndex[*index].push_back(std::move(pod));
    }
    for (auto &[index, same] : byIndex) {
        sortByProgress(same);
        left.push_back(same.back());
        gone.insert(gone.end(), same.begin(), std::prev(same.end()));
    }
    std::ranges::move(beyond, std::back_inserter(gone));
    return left;
}

void addIndexVariable(Value &spec, std::string_view list)
{
    for (std::size_t i = 0; i < spec[list].size(); ++i) {
        const bool isThere = std::ranges::any_of(spec[list][i]["env"].items(), [](const Value &variable) {
            return variable["name"].asString() == kIndexVariable;
        });
        if (isThere)
            continue;
        const auto field = Value::map({{"fieldPath", std::format("metadata.labels['{}']", kIndex)}});
        spec.edit(list).edit(i).edit("env").push(
            Value::map({{"name", kIndexVariable}, {"valueFrom", Value::map({{"fieldRef", field}})}}));
    }
}

std::string baseName(std::string_view job, int index)
{
    const std::string suffix = std::format("-{}-", index);
    return std::string(job.substr(0, kLongestBase - suffix.size())) + suffix;
}

void addFailureCounts(Value &annotations, const kube::Object &job, const kube::ObjectPtr &replaced)
{
    int counted = 0, ignored = 0;
    if (replaced) {
        counted = indexFailures(*replaced);
        ignored = ignoredIndexFailures(*replaced);
        ++(matchFailurePolicy(job.spec()["podFailurePolicy"], *replaced).isCounted ? counted : ignored);
    }
    annotations.set(kIndexFailures, std::to_string(counted));
    if (ignored > 0)
        annotations.set(kIgnoredIndexFailures, std::to_string(ignored));
}

void addIndex(Value &pod, const kube::Object &job, int index, const kube::ObjectPtr &replaced)
{
    for (const char *list : {"initContainers", "containers"})
        addIndexVariable(pod.edit("spec"), list);
    pod.edit("spec").set("hostname", std::format("{}-{}", job.name(), index));
    Value &metadata = pod.edit("metadata");
    metadata.set("generateName", baseName(job.name(), index));
    metadata.edit("labels").set(kIndex, std::to_string(index));
    metadata.edit("annotations").set(kIndex, std::to_string(index));
    if (hasLimitPerIndex(job))
        addFailureCounts(metadata.edit("annotations"), job, replaced);
}

} // namespace

bool isFinished(const kube::Object &job)
{
    return std::ranges::any_of(job.status()["conditions"].items(), [](const Value &condition) {
        const auto type = condition["type"].asString();
        return (type == "Complete" || type == "Failed") && condition["status"].asString() == "True";
    });
}

bool isSuspended(const kube::Object &job)
{
    return job.spec()["suspend"].asBool();
}

bool isIndexed(const kube::Object &job)
{
    return job.spec()["completionMode"].asString() == "Indexed";
}

bool hasLimitPerIndex(const kube::Object &job)
{
    return job.spec()["backoffLimitPerIndex"].isInt();
}

bool isManagedElsewhere(const kube::Object &job)
{
    const Value &by = job.spec()["managedBy"];
    return by.isString() && by.asString() != "kubernetes.io/job-controller";
}

bool replacesOnlyFailed(const kube::Object &job)
{
    return job.spec()["podReplacementPolicy"].asString() == "Failed" ||
           !job.spec()["podFailurePolicy"].isNull();
}

int completions(const kube::Object &job)
{
    return static_cast<int>(job.spec()["completions"].asInt());
}

bool isTracked(const kube::Object &pod)
{
    return std::ranges::any_of(pod.metadata()["finalizers"].items(),
                               [](const Value &name) { return name.asString() == kTracking; });
}

bool isPodFailed(const kube::Object &pod, const kube::Object &job)
{
    if (podPhase(pod) == "Failed")
        return true;
    // One that is being deleted may never get as far as Failed: its node may be gone.
    return !replacesOnlyFailed(job) && pod.isTerminating() && podPhase(pod) != "Succeeded";
}

bool isIndexFailed(const kube::Object &pod, const kube::Object &job)
{
    if (!isPodFailed(pod, job))
        return false;
    const auto match = matchFailurePolicy(job.spec()["podFailurePolicy"], pod);
    return match.action == "FailIndex" ||
           (match.isCounted && indexFailures(pod) >= job.spec()["backoffLimitPerIndex"].asInt());
}

bool isPodEnding(const kube::Object &pod)
{
    return pod.isTerminating() && !isPodTerminal(pod);
}

std::optional<int> validIndex(const kube::Object &pod, const kube::Object &job)
{
    const auto index = completionIndex(pod);
    return index && *index < completions(job) ? index : std::nullopt;
}

Pods podsToRemove(const kube::Object &job, Pods active, std::size_t atLeast)
{
    Pods gone;
    if (isIndexed(job))
        active = withoutDuplicates(job, std::move(active), gone);
    if (gone.size() >= atLeast)
        return gone;
    sortByProgress(active);
    const auto missing = static_cast<std::ptrdiff_t>(std::min(atLeast - gone.size(), active.size()));
    gone.insert(gone.end(), active.begin(), active.begin() + missing);
    return gone;
}

Value podOf(const kube::Object &job, std::optional<int> index, const kube::ObjectPtr &replaced)
{
    Value pod = podFromTemplate(job, job.spec()["template"]);
    const auto &finalizers = pod["metadata"]["finalizers"];
    const bool isThere = std::ranges::any_of(finalizers.items(),
                                             [](const Value &name) { return name.asString() == kTracking; });
    if (!isThere)
        pod.edit("metadata").edit("finalizers").push(kTracking);
    if (index)
        addIndex(pod, job, *index, replaced);
    return pod;
}

} // namespace minato::components::jobs
