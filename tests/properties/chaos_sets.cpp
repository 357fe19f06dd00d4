// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people and luck do to StatefulSets and DaemonSets.
#include "client/requests.h"
#include "components/common/pod.h"
#include "properties/chaos.h"

#include <array>
#include <format>

namespace minato::tests {
namespace {

using namespace kube::resources;
using kube::Value;

constexpr std::array kImages{"jocatalin/kubernetes-bootcamp:v1", "jocatalin/kubernetes-bootcamp:v2",
                             "nginx:1.29", "jocatalin/kubernetes-bootcamp:missing"};

Value imagePatch(const char *image)
{
    const auto container = Value::map({{"name", "app"}, {"image", image}});
    const auto podSpec = Value::map({{"containers", Value::array({container})}});
    return Value::map({{"template", Value::map({{"spec", podSpec}})}});
}

} // namespace

void Chaos::touchSets()
{
    m_invariants.disturb(); // they take room
    const bool isDaemon = below(3) == 0;
    const auto &resource = isDaemon ? kDaemonSets : kStatefulSets;
    const auto set = below(3) == 0 ? nullptr : pick(resource);
    if (set)
        changeSet(resource, *set);
    else
        createSet(isDaemon);
}

void Chaos::createSet(bool isDaemon)
{
    const std::string name = std::format("{}-{}", isDaemon ? "agent" : "db", below(2));
    const Value labels = Value::map({{"app", name}});
    const Value container = Value::map({{"name", "app"}, {"image", kImages[below(3)]}});
    const Value pods = Value::map({{"metadata", Value::map({{"labels", labels}})},
                                   {"spec", Value::map({{"containers", Value::array({container})},
                                                        {"terminationGracePeriodSeconds", below(6)}})}});
    Value spec = Value::map({{"selector", Value::map({{"matchLabels", labels}})}, {"template", pods}});
    if (!isDaemon) {
        spec.set("replicas", below(5));
        spec.set("serviceName", name);
        if (below(3) == 0)
            spec.set("podManagementPolicy", "Parallel");
    } else if (below(3) == 0) {
        spec.set("updateStrategy",
                 Value::map({{"rollingUpdate", Value::map({{"maxSurge", 1}, {"maxUnavailable", 0}})}}));
    }
    if (below(4) == 0)
        spec.set("minReadySeconds", below(5));
    const std::string ns = namespaceName();
    const char *kind = isDaemon ? "DaemonSet" : "StatefulSet";
    send(std::format("create {} {}/{}", kind, ns, name),
         client::createRequest(isDaemon ? kDaemonSets : kStatefulSets,
                               Value::map({{"apiVersion", "apps/v1"},
                                           {"kind", kind},
                                           {"metadata", Value::map({{"name", name}, {"namespace", ns}})},
                                           {"spec", spec}})));
}

void Chaos::changeSet(const kube::GroupVersionResource &resource, const kube::Object &set)
{
    const std::string what = std::format("{} {}", resource.resource, kube::objectKey(set));
    const auto kind = below(6);
    if (kind < 2 && resource == kStatefulSets) {
        const auto replicas = below(6);
        patch(std::format("scale {} to {}", what, replicas), resource, set,
              Value::map({{"spec", Value::map({{"replicas", replicas}})}}));
    } else if (kind < 5) {
        const char *image = kImages[below(kImages.size())];
        patch(std::format("set image {} {}", what, image), resource, set,
              Value::map({{"spec", imagePatch(image)}}));
    } else {
        const std::string_view policy = below(3) == 0 ? "Orphan" : "Background";
        send(std::format("delete {} {}", what, policy),
             client::deleteRequest(resource, set, {.propagationPolicy = policy}));
    }
}

void Chaos::repairSets()
{
    for (const auto *resource : {&kStatefulSets, &kDaemonSets}) {
        for (const auto &[key, set] : m_view.objects(*resource)) {
            Value spec = imagePatch(kImages[0]);
            // With it a set may stand still until the next event, where some other Pod makes its count of available
            // ones look right: the look that is due when its new Pod is available gives way to an earlier one that
            // waits. So does upstream's.
            spec.set("minReadySeconds", 0);
            if (*resource == kStatefulSets)
                spec.set("replicas", 1);
            patch(std::format("repair {} {}", resource->resource, key), *resource, *set,
                  Value::map({{"spec", spec}}));
        }
    }
    for (const auto &[key, revision] : m_view.objects(kControllerRevisions)) {
        if (revision->controllerRef().isNull())
            send("tidy controllerrevision " + key, client::deleteRequest(kControllerRevisions, *revision));
    }
}

/// An ordered set does not replace a Pod that never became ready: a person has to.
void Chaos::deleteStuckPods()
{
    for (const auto &[key, pod] : m_view.objects(kPods)) {
        const bool isOfSet = pod->controllerRef()["kind"].asString() == "StatefulSet";
        if (isOfSet && !components::isPodReady(*pod) && !pod->isTerminating())
            send("delete stuck pod " + key, client::deleteRequest(kPods, *pod, {.gracePeriodSeconds = 0}));
    }
}

/// On a node that comes back, the Pod of a DaemonSet that was deleted passes for one of its namesake, which is not
/// looked at again when that Pod goes: upstream's syncNodeUpdate knows DaemonSets by their names, too.
void Chaos::nudgeDaemonSets()
{
    for (const auto &[key, set] : m_view.objects(kDaemonSets))
        patch("nudge daemonset " + key, kDaemonSets, *set,
              Value::map({{"metadata", Value::map({{"annotations", Value::map({{"nudge", "1"}})}})}}));
}

void Chaos::checkSets(Complaints &unrest) const
{
    for (const auto &[key, set] : m_view.objects(kStatefulSets)) {
        const auto &status = set->status();
        if (status["readyReplicas"].asInt() != 1 || status["currentRevision"] != status["updateRevision"])
            unrest.push_back("statefulset " + key + " has not come to rest");
    }
    for (const auto &[key, set] : m_view.objects(kDaemonSets)) {
        const auto &status = set->status();
        const auto wanted = static_cast<std::int64_t>(m_view.objects(kNodes).size());
        // The control plane, if there is one apart, is not meant.
        if (status["numberReady"].asInt() < wanted - 1 || status["numberReady"].asInt() == 0 ||
            status["updatedNumberScheduled"] != status["desiredNumberScheduled"])
            unrest.push_back("daemonset " + key + " has not come to rest");
    }
}

} // namespace minato::tests
