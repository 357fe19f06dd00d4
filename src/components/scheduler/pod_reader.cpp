// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/pod_reader.h"

#include <algorithm>

namespace minato::components::scheduling {
namespace {

constexpr int kDefaultHostnameSkew = 3;
constexpr int kDefaultZoneSkew = 5;

} // namespace

PodReader::PodReader(client::Informer &services, client::Informer &replicaSets)
    : m_services(services), m_replicaSets(replicaSets), m_servicesByNamespace(services.addIndex(client::byNamespace))
{
}

kube::LabelSelector PodReader::defaultSelector(const kube::Object &pod) const
{
    kube::Value labels = kube::Value::emptyMap(), expressions;
    for (const auto &[key, service] : m_services.cache().bucket(m_servicesByNamespace, pod.ns())) {
        const auto &selector = service->object->spec()["selector"];
        if (!kube::LabelSelector::fromMap(selector).matches(pod.labels()))
            continue;
        for (const kube::Member &member : selector.members())
            labels.set(member.key(), member.value);
    }
    const auto &owner = pod.controllerRef();
    if (const auto set = m_replicaSets.cache().find(pod.ns(), owner["name"].asString());
        set && owner["kind"].asString() == "ReplicaSet" && set->uid() == owner["uid"].asString()) {
        for (const kube::Member &member : set->at("spec", "selector", "matchLabels").members())
            labels.set(member.key(), member.value);
        expressions = set->at("spec", "selector", "matchExpressions");
    }
    auto selector = kube::Value::map({{"matchLabels", std::move(labels)}});
    if (!expressions.isEmpty())
        selector.set("matchExpressions", std::move(expressions));
    return kube::LabelSelector::fromValue(selector).value_or(kube::LabelSelector());
}

PodInfo PodReader::read(const kube::ObjectPtr &pod, SchedulerCache &cache) const
{
    PodInfo info;
    info.object = pod;
    info.requests = podRequests(pod->spec());
    for (const char *list : {"initContainers", "containers"}) {
        for (const kube::Value &container : pod->spec()[list].items()) {
            info.images.push_back(cache.imageId(imageWithTag(container["image"].asString())));
            ++info.containers;
        }
    }
    const auto &constraints = pod->spec()["topologySpreadConstraints"];
    info.usesDefaultSpread = constraints.isEmpty();
    for (const kube::Value &constraint : constraints.items()) {
        const auto selector = kube::LabelSelector::fromValue(constraint["labelSelector"]);
        if (constraint["whenUnsatisfiable"].asString() == "ScheduleAnyway" && selector)
            info.spread.push_back({std::string(constraint["topologyKey"].asString()),
                                   static_cast<int>(constraint["maxSkew"].asInt(1)),
                                   cache.counter(pod->ns(), *selector)});
    }
    if (info.usesDefaultSpread) {
        const auto selector = defaultSelector(*pod);
        if (!selector.matchesEverything()) {
            const std::size_t counter = cache.counter(pod->ns(), selector);
            info.spread = {{std::string(kHostnameLabel), kDefaultHostnameSkew, counter},
                           {std::string(kZoneLabel), kDefaultZoneSkew, counter}};
        }
    }
    return info;
}

} // namespace minato::components::scheduling
