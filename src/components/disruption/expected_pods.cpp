// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/disruption/expected_pods.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <map>

namespace minato::components {
namespace {

using namespace kube::resources;

/// "50%" of a number, rounded up; a number is itself.
std::int64_t scaled(const kube::Value &bound, std::int64_t total)
{
    if (!bound.isString())
        return bound.asInt();
    const std::string_view text = bound.asString();
    std::int64_t percent = 0; // validation has seen to it that it is one
    (void)std::from_chars(text.data(), text.data() + text.size(), percent);
    return (percent * total + 99) / 100;
}

kube::ObjectPtr owner(const client::Informer &informer, const kube::Object &child,
                      const kube::Value &reference)
{
    const auto found = informer.cache().find(kube::objectKey(child.ns(), reference["name"].asString()));
    return found && found->uid() == reference["uid"].asString() ? found : nullptr;
}

} // namespace

ExpectedPods::ExpectedPods(client::InformerHub &hub)
    : m_replicaSets(hub.informer(kReplicaSets)),
      m_deployments(hub.informer(kDeployments)),
      m_statefulSets(hub.informer(kStatefulSets))
{
}

std::optional<ExpectedPods::Scale> ExpectedPods::scaleOf(const kube::Object &pod) const
{
    const kube::Value &reference = pod.controllerRef();
    const std::string_view kind = reference["kind"].asString();
    kube::ObjectPtr controller;
    if (kind == "ReplicaSet") {
        controller = owner(m_replicaSets, pod, reference);
        // What a Deployment wants counts, not what its ReplicaSets have at the moment.
        if (controller && controller->controllerRef()["kind"].asString() == "Deployment")
            controller = owner(m_deployments, *controller, controller->controllerRef());
    } else if (kind == "StatefulSet") {
        controller = owner(m_statefulSets, pod, reference);
    }
    if (!controller)
        return std::nullopt;
    return Scale{std::string(controller->uid()), controller->spec()["replicas"].asInt(1)};
}

std::expected<ExpectedPods::Count, std::string>
ExpectedPods::scale(std::span<const kube::ObjectPtr> pods) const
{
    Count count;
    std::map<std::string, std::int64_t, std::less<>> controllers;
    for (const kube::ObjectPtr &pod : pods) {
        if (pod->controllerRef().isNull()) {
            count.hasUnmanaged = true;
            continue;
        }
        const auto found = scaleOf(*pod);
        if (!found)
            return std::unexpected(std::format("found no controllers for pod \"{}\"", pod->name()));
        controllers[found->uid] = found->replicas;
    }
    for (const auto &[uid, replicas] : controllers)
        count.expected += replicas;
    return count;
}

std::expected<ExpectedPods::Count, std::string>
ExpectedPods::count(const kube::Object &budget, std::span<const kube::ObjectPtr> pods) const
{
    const kube::Value &least = budget.spec()["minAvailable"];
    const kube::Value &most = budget.spec()["maxUnavailable"];
    if (!most.isNull())
        return scale(pods).transform([&most](Count count) {
            count.desiredHealthy = std::max<std::int64_t>(0, count.expected - scaled(most, count.expected));
            return count;
        });
    if (least.isString())
        return scale(pods).transform([&least](Count count) {
            count.desiredHealthy = scaled(least, count.expected);
            return count;
        });
    if (least.isNull())
        return Count();
    return Count{std::ssize(pods), least.asInt(), false};
}

} // namespace minato::components
