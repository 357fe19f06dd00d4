// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/estimator.h"

#include "client/requests.h"
#include "session/kinds.h"

#include <array>

namespace minato::session {
namespace {

using namespace kube::resources;
using estimates::Observed;

constexpr base::Duration kLookEvery = std::chrono::milliseconds(50);
const kube::GroupVersionResource kPodMetrics{"metrics.k8s.io", "v1beta1", "pods"};

struct Followed {
    const kube::GroupVersionResource *resource;
    Observed::Objects Observed::*objects;
};
constexpr std::array kFollowed{Followed{&kNodes, &Observed::nodes},
                               Followed{&kPods, &Observed::pods},
                               Followed{&kReplicaSets, &Observed::replicaSets},
                               Followed{&kStatefulSets, &Observed::statefulSets},
                               Followed{&kServices, &Observed::services},
                               Followed{&kNamespaces, &Observed::namespaces},
                               Followed{&kPodDisruptionBudgets, &Observed::budgets}};

} // namespace

/// The resources of which nothing has come yet.
std::vector<std::string> Estimator::missing()
{
    std::vector<std::string> names;
    for (const Followed &each : kFollowed) {
        if (!m_hub.informer(*each.resource).hasSynced())
            names.push_back(each.resource->resource);
    }
    return names;
}

Observed Estimator::observed()
{
    Observed observed{.nodes = {},
                      .pods = {},
                      .replicaSets = {},
                      .statefulSets = {},
                      .services = {},
                      .namespaces = {},
                      .budgets = {},
                      .now = m_timers.now()};
    for (const Followed &each : kFollowed) {
        for (const auto &[key, entry] : m_hub.informer(*each.resource).cache().entries())
            (observed.*each.objects).push_back(entry.object);
    }
    return observed;
}

client::Task<std::optional<estimates::MeasuredPods>> Estimator::measuredPods(std::string ns)
{
    const auto answer = co_await client::send(m_transport, client::listRequest(kPodMetrics, ns));
    if (!answer)
        co_return std::nullopt;
    co_return estimates::MeasuredPods(answer->list().items);
}

client::Task<EstimateAnswer> Estimator::estimate(ObjectName name)
{
    EstimateAnswer answer{.object = name,
                          .at = m_timers.now(),
                          .victims = {},
                          .fit = {},
                          .autoscaling = {},
                          .unseen = missing(),
                          .refusal = {}};
    const auto place = placeOf(name.kind);
    if (!place)
        co_return answer;
    for (const base::Instant until = answer.at + kPatience;
         !answer.unseen.empty() && m_timers.now() < until;) {
        co_await client::sleep(m_timers, kLookEvery);
        answer.unseen = missing();
    }
    const auto found =
        co_await client::send(m_transport, client::getRequest(place->resource, name.ns, name.name));
    if (!found) {
        answer.refusal = found.error().message;
        co_return answer;
    }
    const kube::ObjectPtr object = found->object();
    if (name.kind == "HorizontalPodAutoscaler") {
        const kube::Value &reference = object->spec()["scaleTargetRef"];
        const auto measured = co_await measuredPods(name.ns);
        kube::ObjectPtr target;
        if (const auto of = placeOf(reference["apiVersion"].asString(), reference["kind"].asString())) {
            const auto got = co_await client::send(
                m_transport, client::getRequest(of->resource, name.ns, reference["name"].asString()));
            target = got ? got->object() : nullptr;
        }
        answer.autoscaling =
            estimates::autoscalingOf(*object, target, observed(), measured ? &*measured : nullptr);
    } else {
        const Observed seen = observed();
        answer.victims = estimates::victimRankings(*object, seen);
        answer.fit = estimates::fitOf(object, seen);
    }
    answer.at = m_timers.now();
    co_return answer;
}

} // namespace minato::session
