// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/replicaset/replicaset_status.h"

#include "components/common/object_edit.h"
#include "components/common/pod.h"

namespace minato::components {
namespace {

kube::Value conditionsAfter(const kube::Value &before, int diff, const std::optional<kube::Status> &failure,
                            base::Instant now)
{
    const bool hasFailed = !findCondition(before, "ReplicaFailure").isNull();
    if (hasFailed == failure.has_value())
        return before;
    kube::Value after = kube::Value::emptyArray();
    for (const kube::Value &condition : before.items()) {
        if (condition["type"].asString() != "ReplicaFailure")
            after.push(condition);
    }
    if (failure) {
        auto condition = makeCondition("ReplicaFailure", "True", diff < 0 ? "FailedCreate" : "FailedDelete",
                                       failure->message);
        condition.set("lastTransitionTime", base::toRfc3339(now));
        after.push(std::move(condition));
    }
    return after;
}

} // namespace

kube::Value replicaSetStatus(const kube::Object &set, const PodTally::Counts &counts, int available, int diff,
                             const std::optional<kube::Status> &failure, base::Instant now)
{
    kube::Value status = set.status();
    status.set("replicas", counts.active);
    setCount(status, "fullyLabeledReplicas", counts.fullyLabeled);
    setCount(status, "readyReplicas", counts.ready);
    setCount(status, "availableReplicas", available);
    setCount(status, "observedGeneration", set.generation());
    auto conditions = conditionsAfter(set.status()["conditions"], diff, failure, now);
    if (conditions.isEmpty())
        status.erase("conditions");
    else
        status.set("conditions", std::move(conditions));
    return status;
}

} // namespace minato::components
