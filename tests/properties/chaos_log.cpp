// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the reader of a failure is told.
#include "components/common/pod.h"
#include "properties/chaos.h"

#include <algorithm>
#include <array>
#include <format>

namespace minato::tests {

using namespace kube::resources;

namespace {

std::string summaryOfPod(const kube::Object &pod)
{
    return std::format("of {} on {} {} {}{}{}", pod.controllerRef()["name"].asString(),
                       pod.spec()["nodeName"].asString("no node"), pod.status()["phase"].asString(),
                       pod.status()["reason"].asString(), components::isPodReady(pod) ? "ready" : "not ready",
                       pod.isTerminating() ? " ending" : "");
}

std::string summaryOfReplicas(const kube::Object &object)
{
    return std::format("generation {} observed {} replicas {} has {}, {} available{}", object.generation(),
                       object.status()["observedGeneration"].asInt(), object.spec()["replicas"].asInt(),
                       object.status()["replicas"].asInt(), object.status()["availableReplicas"].asInt(),
                       object.isTerminating() ? " ending" : "");
}

} // namespace

void Chaos::trace(const kube::GroupVersionResource &resource, const kube::ObjectPtr &before,
                  const kube::ObjectPtr &now)
{
    const std::array traced{&kDeployments, &kReplicaSets, &kStatefulSets, &kDaemonSets, &kJobs, &kPods};
    if (std::ranges::none_of(traced, [&](const auto *each) { return *each == resource; }))
        return;
    const kube::Object &object = now ? *now : *before;
    const auto since = m_view.eventTime() - base::kSimEpoch;
    m_outcome.log.push_back(
        std::format("{:8.3f} s  · {} {} {} {}{}", static_cast<double>(since.count() / 1'000'000) / 1000,
                    object.resourceVersion(), resource.resource, kube::objectKey(object),
                    !before ? "new "
                    : now   ? ""
                            : "gone ",
                    resource == kPods ? summaryOfPod(object) : summaryOfReplicas(object)));
}

/// What the last state of things was, for the reader of a failure.
void Chaos::tellWhatIsLeft()
{
    m_view.catchUp();
    for (const auto *resource :
         {&kDeployments, &kReplicaSets, &kStatefulSets, &kDaemonSets, &kJobs, &kPods}) {
        for (const auto &[key, object] : m_view.objects(*resource))
            m_outcome.log.push_back(
                std::format("  {} {} {}", resource->resource, key,
                            *resource == kPods ? summaryOfPod(*object) : summaryOfReplicas(*object)));
    }
}

} // namespace minato::tests
