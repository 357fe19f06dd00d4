// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "properties/chaos.h"

#include "client/requests.h"
#include "components/common/pod.h"
#include "kube/json.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>

namespace minato::tests {
namespace {

using namespace std::chrono_literals;
using namespace kube::resources;
using kube::Value;

const std::vector kFollowed{
    kNodes,          kNamespaces,         kPods,           kReplicaSets, kDeployments,
    kServices,       kEndpoints,          kEndpointSlices, kConfigMaps,  kServiceAccounts,
    kStatefulSets,   kDaemonSets,         kJobs,           kEvents,      kHorizontalPodAutoscalers,
    kResourceQuotas, kControllerRevisions};

cluster::SimCluster::Options options(std::uint64_t seed)
{
    base::RandomStream random(seed, "topology");
    cluster::SimCluster::Options result;
    result.seed = seed;
    result.topology = cluster::Topology::empty(1 + static_cast<int>(random.below(3)));
    for (auto &node : result.topology.nodes) {
        node.cpu = std::to_string(1 + random.below(4));
        node.pods = static_cast<int>(14 + random.below(20));
    }
    if (random.below(2) == 0)
        result.limits = cluster::ClientLimits::unlimited();
    return result;
}

Value percentOrCount(std::uint64_t number)
{
    if (number % 2 == 0)
        return Value(static_cast<std::int64_t>(number / 2 % 4));
    return Value(std::format("{}%", number * 7 % 101));
}

} // namespace

Chaos::Chaos(std::uint64_t seed, int commands, bool isTraced)
    : m_random(seed, "chaos"),
      m_cluster(options(seed)),
      m_commands(commands),
      m_isTraced(isTraced),
      m_hasFaults(m_random.below(3) == 0),
      m_hasQuotas(m_random.below(3) == 0),
      m_view(
          m_cluster.transport(), kFollowed,
          [this](const auto &resource, const auto &before, const auto &now) {
              ++m_outcome.events;
              if (m_isTraced)
                  trace(resource, before, now);
              m_invariants.onEvent(resource, before, now);
          },
          [this](const std::string &what) { m_outcome.complaints.push_back(what); }),
      m_invariants(m_view, m_cluster.timers(),
                   [this](const std::string &what) { m_outcome.complaints.push_back(what); })
{
}

void Chaos::note(const std::string &what)
{
    const auto since = m_cluster.control().now() - base::kSimEpoch;
    m_outcome.log.push_back(
        std::format("{:8.3f} s  {}", static_cast<double>(since.count() / 1'000'000) / 1000, what));
}

void Chaos::send(std::string what, api::Request request)
{
    const auto index = m_outcome.log.size();
    note(what);
    m_calls.push_back(m_cluster.transport().send(std::move(request), [this, index](const auto &answer) {
        if (!answer)
            m_outcome.log[index] += std::format("  → {}", answer.error().message);
    }));
}

void Chaos::patch(std::string what, const kube::GroupVersionResource &resource, const kube::Object &object,
                  Value body)
{
    send(std::move(what), client::patchRequest(resource, object, kube::PatchType::Merge, std::move(body)));
}

kube::ObjectPtr Chaos::pick(const kube::GroupVersionResource &resource)
{
    std::vector<kube::ObjectPtr> all;
    for (const auto &[key, object] : m_view.objects(resource)) {
        if (object->ns() == "default" || object->ns().starts_with("lab") || object->ns().empty())
            all.push_back(object);
    }
    return all.empty() ? nullptr : all[below(all.size())];
}

std::string Chaos::namespaceName()
{
    const auto ns = below(3) == 0 ? pick(kNamespaces) : nullptr;
    return ns && ns->name().starts_with("lab") ? std::string(ns->name()) : "default";
}

void Chaos::createDeployment()
{
    const std::string name = std::format("web-{}", m_made++ % 4);
    const Value labels = Value::map({{"app", name}});
    Value container = Value::map({{"name", "app"}, {"image", "jocatalin/kubernetes-bootcamp:v1"}});
    if (below(2) == 0)
        container.set(
            "resources",
            Value::map({{"requests", Value::map({{"cpu", std::format("{}m", 50 * (1 + below(8)))}})}}));
    Value pods = Value::map({{"metadata", Value::map({{"labels", labels}})},
                             {"spec", Value::map({{"containers", Value::array({container})},
                                                  {"terminationGracePeriodSeconds", below(12)}})}});
    Value spec = Value::map(
        {{"replicas", below(7)}, {"selector", Value::map({{"matchLabels", labels}})}, {"template", pods}});
    if (below(6) == 0)
        spec.edit("strategy").set("type", "Recreate");
    else if (below(2) == 0)
        spec.set("strategy", Value::map({{"rollingUpdate",
                                          Value::map({{"maxSurge", percentOrCount(below(20))},
                                                      {"maxUnavailable", percentOrCount(below(20))}})}}));
    if (below(4) == 0)
        spec.set("minReadySeconds", below(6));
    const std::string ns = namespaceName();
    send(std::format("create deployment {}/{}", ns, name),
         client::createRequest(kDeployments,
                               Value::map({{"apiVersion", "apps/v1"},
                                           {"kind", "Deployment"},
                                           {"metadata", Value::map({{"name", name}, {"namespace", ns}})},
                                           {"spec", spec}})));
}

void Chaos::rollOut(const kube::Object &deployment)
{
    constexpr std::array kImages{"jocatalin/kubernetes-bootcamp:v1", "jocatalin/kubernetes-bootcamp:v2",
                                 "nginx:1.29", "jocatalin/kubernetes-bootcamp:missing"};
    Value containers = deployment.spec().at("template", "spec", "containers");
    const auto *image = kImages[below(kImages.size())];
    containers.edit(0).set("image", image);
    patch(std::format("set image {} {}", kube::objectKey(deployment), image), kDeployments, deployment,
          specPatch("template", Value::map({{"spec", Value::map({{"containers", containers}})}})));
}

void Chaos::changeDeployment(const kube::Object &deployment)
{
    const std::string key = kube::objectKey(deployment);
    switch (below(8)) {
    case 0:
    case 1: {
        const auto replicas = below(10);
        patch(std::format("scale {} to {}", key, replicas), kDeployments, deployment,
              specPatch("replicas", replicas));
        break;
    }
    case 2:
    case 3:
    case 4:
        rollOut(deployment);
        break;
    case 5: {
        const bool isPaused = deployment.spec()["paused"].asBool();
        patch(std::format("{} {}", isPaused ? "resume" : "pause", key), kDeployments, deployment,
              specPatch("paused", !isPaused));
        break;
    }
    default: {
        constexpr std::array<std::string_view, 4> kPolicies{"Background", "Background", "Foreground",
                                                            "Orphan"};
        const auto policy = kPolicies[below(kPolicies.size())];
        m_invariants.disturb();
        send(std::format("delete deployment {} {}", key, policy),
             client::deleteRequest(kDeployments, deployment, {.propagationPolicy = policy}));
        break;
    }
    }
}

void Chaos::touchPod()
{
    const auto pod = pick(kPods);
    if (!pod)
        return;
    m_invariants.disturb();
    const std::string key = kube::objectKey(*pod);
    switch (below(4)) {
    case 0:
        send("delete pod " + key, client::deleteRequest(kPods, *pod));
        break;
    case 1:
        send("kill pod " + key, client::deleteRequest(kPods, *pod, {.gracePeriodSeconds = 0}));
        break;
    default: {
        // Quarantine, or into the arms of somebody else.
        const std::string app = below(2) == 0 ? "quarantine" : std::format("web-{}", below(4));
        patch(std::format("label pod {} app={}", key, app), kPods, *pod,
              Value::map({{"metadata", Value::map({{"labels", Value::map({{"app", app}})}})}}));
        break;
    }
    }
}

void Chaos::touchReplicaSet()
{
    const auto set = pick(kReplicaSets);
    if (!set)
        return;
    m_invariants.disturb();
    const std::string key = kube::objectKey(*set);
    if (below(2) == 0) {
        const std::string_view policy = below(2) == 0 ? "Orphan" : "Background";
        send(std::format("delete replicaset {} {}", key, policy),
             client::deleteRequest(kReplicaSets, *set, {.propagationPolicy = policy}));
    } else {
        patch("annotate replicaset " + key, kReplicaSets, *set,
              Value::map({{"metadata", Value::map({{"annotations", Value::map({{"note", key}})}})}}));
    }
}

void Chaos::touchService()
{
    const auto *resource = below(2) == 0 ? &kEndpointSlices : &kServices;
    const auto object = pick(*resource);
    if (object && object->name() != "kubernetes" && !object->name().starts_with("kubernetes-") &&
        below(3) == 0) {
        send(std::format("delete {} {}", resource->resource, kube::objectKey(*object)),
             client::deleteRequest(*resource, *object));
        return;
    }
    const std::string name = std::format("web-{}", below(4));
    const std::string ns = namespaceName();
    Value spec = Value::map({{"selector", Value::map({{"app", name}})},
                             {"ports", Value::array({Value::map({{"port", 80}, {"targetPort", 8080}})})}});
    if (below(3) == 0)
        spec.set("clusterIP", "None");
    else if (below(2) == 0)
        spec.set("type", "NodePort");
    send(std::format("create service {}/{}", ns, name),
         client::createRequest(kServices,
                               Value::map({{"apiVersion", "v1"},
                                           {"kind", "Service"},
                                           {"metadata", Value::map({{"name", name}, {"namespace", ns}})},
                                           {"spec", spec}})));
}

void Chaos::touchNode()
{
    const auto node = pick(kNodes);
    if (!node)
        return;
    const bool isCordoned = node->spec()["unschedulable"].asBool();
    patch(std::format("{} {}", isCordoned ? "uncordon" : "cordon", node->name()), kNodes, *node,
          specPatch("unschedulable", isCordoned ? Value() : Value(true)));
}

void Chaos::touchNamespace()
{
    const auto ns = pick(kNamespaces);
    if (ns && ns->name().starts_with("lab") && below(2) == 0) {
        m_invariants.disturb();
        send(std::format("delete namespace {}", ns->name()), client::deleteRequest(kNamespaces, *ns));
        return;
    }
    const std::string name = std::format("lab{}", below(3));
    send("create namespace " + name,
         client::createRequest(kNamespaces, Value::map({{"apiVersion", "v1"},
                                                        {"kind", "Namespace"},
                                                        {"metadata", Value::map({{"name", name}})}})));
}

void Chaos::command()
{
    const auto kind = below(28);
    const auto deployment = pick(kDeployments);
    if (kind < 3 || !deployment)
        createDeployment();
    else if (kind < 11)
        changeDeployment(*deployment);
    else if (kind < 14)
        touchPod();
    else if (kind < 15)
        touchReplicaSet();
    else if (kind < 17)
        touchService();
    else if (kind < 18)
        touchNode();
    else if (kind < 20)
        touchNamespace();
    else if (kind < 24)
        touchSets();
    else if (kind < 26)
        touchJobs();
    else if (m_hasFaults && (kind == 26 || !m_hasQuotas))
        touchMachine();
    else if (m_hasQuotas)
        touchQuota();
    else
        touchNode();
}

/// Some commands come in one breath, some when all has long settled.
void Chaos::passTime()
{
    constexpr std::array<base::Duration, 6> kPauses{0ms, 30ms, 400ms, 3s, 12s, 45s};
    const auto most = kPauses[below(kPauses.size())];
    const auto pause =
        base::Duration(static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most.count()) + 1)));
    m_cluster.control().runUntil(m_cluster.control().now() + pause);
    m_view.catchUp();
}

Chaos::Outcome Chaos::run()
{
    if (!m_cluster.settle())
        m_outcome.complaints.emplace_back("the cluster does not start");
    m_view.catchUp();
    for (int i = 0; i < m_commands && m_outcome.complaints.empty(); ++i) {
        command();
        passTime();
    }
    if (m_outcome.complaints.empty())
        checkEnd();
    return std::move(m_outcome);
}

} // namespace minato::tests
