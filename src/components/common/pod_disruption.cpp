// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/pod_disruption.h"

#include "components/common/pod.h"

namespace minato::components {

kube::Value disruptionPatch(const kube::Object &pod, kube::Value condition, base::Instant now)
{
    kube::Value conditions = kube::Value::emptyArray();
    const auto type = condition["type"];
    const auto &former = findCondition(pod.status()["conditions"], type.asString());
    condition.set("lastTransitionTime", former["status"] == condition["status"]
                                            ? former["lastTransitionTime"]
                                            : kube::Value(base::toRfc3339(now)));
    condition.set("lastProbeTime", nullptr);
    if (pod.generation() > 0)
        condition.set("observedGeneration", pod.generation());
    for (const kube::Value &one : pod.status()["conditions"].items()) {
        if (one["type"] != type)
            conditions.push(one);
    }
    conditions.push(std::move(condition));
    return kube::Value::map(
        {{"metadata", kube::Value::map({{"uid", pod.uid()}, {"resourceVersion", pod.resourceVersion()}})},
         {"status", kube::Value::map({{"conditions", std::move(conditions)}})}});
}

} // namespace minato::components
