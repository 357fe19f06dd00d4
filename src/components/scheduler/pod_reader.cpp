// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/pod_reader.h"

#include <algorithm>

namespace minato::components::scheduling {
namespace {

constexpr int kDefaultHostnameSkew = 3;
constexpr int kDefaultZoneSkew = 5;

kube::LabelSelector selectorOf(const kube::Value &selector)
{
    return kube::LabelSelector::fromValue(selector).value_or(kube::LabelSelector::nothing());
}

AffinityTerm readTerm(const kube::Object &pod, const kube::Value &term)
{
    AffinityTerm result;
    result.topologyKey = term["topologyKey"].asString();
    result.selector = selectorOf(term["labelSelector"]);
    result.namespaceSelector = selectorOf(term["namespaceSelector"]);
    for (const kube::Value &name : term["namespaces"].items())
        result.namespaces.emplace_back(name.asString());
    if (result.namespaces.empty() && term["namespaceSelector"].isNull())
        result.namespaces.emplace_back(pod.ns());
    std::ranges::sort(result.namespaces);
    return result;
}

AffinityTerms readRequired(const kube::Object &pod, const char *kind)
{
    AffinityTerms terms;
    const auto &list = pod.spec().at("affinity", kind, "requiredDuringSchedulingIgnoredDuringExecution");
    for (const kube::Value &term : list.items())
        terms.push_back(readTerm(pod, term));
    return terms;
}

AffinityTerms readPreferred(const kube::Object &pod, const char *kind)
{
    AffinityTerms terms;
    const auto &list = pod.spec().at("affinity", kind, "preferredDuringSchedulingIgnoredDuringExecution");
    for (const kube::Value &weighted : list.items()) {
        terms.push_back(readTerm(pod, weighted["podAffinityTerm"]));
        terms.back().weight = static_cast<int>(weighted["weight"].asInt());
    }
    return terms;
}

void addHostPorts(PodInfo &info, const kube::Value &container)
{
    for (const kube::Value &port : container["ports"].items()) {
        if (const auto number = port["hostPort"].asInt(); number > 0) {
            const auto ip = port["hostIP"].asString();
            info.hostPorts.push_back({std::string(ip.empty() ? "0.0.0.0" : ip),
                                      std::string(port["protocol"].asString("TCP")),
                                      static_cast<int>(number)});
        }
    }
}

/// The selector, narrowed to Pods that share the values of `matchLabelKeys` with this one.
kube::LabelSelector spreadSelector(const kube::Value &constraint, const kube::Value &podLabels)
{
    kube::Value selector = constraint["labelSelector"];
    if (selector.isNull())
        return kube::LabelSelector::nothing();
    for (const kube::Value &key : constraint["matchLabelKeys"].items()) {
        if (podLabels.contains(key.asString()))
            selector.edit("matchExpressions")
                .push(kube::Value::map({{"key", key},
                                        {"operator", "In"},
                                        {"values", kube::Value::array({podLabels[key.asString()]})}}));
    }
    return selectorOf(selector);
}

SpreadConstraint readConstraint(const kube::Value &constraint, const kube::Value &podLabels)
{
    SpreadConstraint result;
    result.topologyKey = constraint["topologyKey"].asString();
    result.maxSkew = static_cast<int>(constraint["maxSkew"].asInt(1));
    result.minDomains = static_cast<int>(constraint["minDomains"].asInt(1));
    result.selector = spreadSelector(constraint, podLabels);
    result.selectorText = result.selector.toString();
    result.honorsAffinity = constraint["nodeAffinityPolicy"].asString("Honor") == "Honor";
    result.honorsTaints = constraint["nodeTaintsPolicy"].asString("Ignore") == "Honor";
    return result;
}

} // namespace

PodInfo readPlacedPod(const kube::ObjectPtr &pod)
{
    PodInfo info;
    info.object = pod;
    info.priority = pod->spec()["priority"].asInt();
    info.requests = podRequests(pod->spec());
    info.scored = pod->spec().contains("resources") ? containerSumRequests(pod->spec()) : info.requests;
    for (const kube::Value &container : pod->spec()["initContainers"].items()) {
        if (container["restartPolicy"].asString() == "Always")
            addHostPorts(info, container);
    }
    for (const kube::Value &container : pod->spec()["containers"].items())
        addHostPorts(info, container);
    if (const auto &affinity = pod->spec()["affinity"]; !affinity.isNull()) {
        info.requiredAffinity = readRequired(*pod, "podAffinity");
        info.requiredAntiAffinity = readRequired(*pod, "podAntiAffinity");
        info.preferredAffinity = readPreferred(*pod, "podAffinity");
        info.preferredAntiAffinity = readPreferred(*pod, "podAntiAffinity");
    }
    return info;
}

PodInfo readWaitingPod(const kube::ObjectPtr &pod, SchedulerCache &cache)
{
    PodInfo info = readPlacedPod(pod);
    for (const char *list : {"initContainers", "containers"}) {
        for (const kube::Value &container : pod->spec()[list].items()) {
            info.images.push_back(cache.imageId(imageWithTag(container["image"].asString())));
            ++info.containers;
        }
    }
    const auto &constraints = pod->spec()["topologySpreadConstraints"];
    info.usesDefaultSpread = constraints.isEmpty();
    for (const kube::Value &constraint : constraints.items()) {
        const bool isHard = constraint["whenUnsatisfiable"].asString() == "DoNotSchedule";
        (isHard ? info.hardSpread : info.softSpread).push_back(readConstraint(constraint, pod->labels()));
    }
    return info;
}

void setDefaultSpread(PodInfo &info, const kube::LabelSelector &selector)
{
    if (selector.matchesEverything())
        return;
    SpreadConstraint constraint;
    constraint.selector = selector;
    constraint.selectorText = selector.toString();
    constraint.topologyKey = kHostnameLabel;
    constraint.maxSkew = kDefaultHostnameSkew;
    info.softSpread.push_back(constraint);
    constraint.topologyKey = kZoneLabel;
    constraint.maxSkew = kDefaultZoneSkew;
    info.softSpread.push_back(std::move(constraint));
}

kube::LabelSelector defaultSelector(const kube::Object &pod, std::span<const kube::ObjectPtr> services,
                                    const kube::ObjectPtr &owner)
{
    kube::Value labels = kube::Value::emptyMap(), expressions;
    const auto addAll = [&labels](const kube::Value &map) {
        for (const kube::Member &member : map.members())
            labels.set(member.key(), member.value);
    };
    for (const kube::ObjectPtr &service : services) {
        const auto &selector = service->spec()["selector"];
        if (kube::LabelSelector::fromMap(selector).matches(pod.labels()))
            addAll(selector);
    }
    if (owner) {
        addAll(owner->at("spec", "selector", "matchLabels"));
        expressions = owner->at("spec", "selector", "matchExpressions");
    }
    auto selector = kube::Value::map({{"matchLabels", std::move(labels)}});
    if (!expressions.isEmpty())
        selector.set("matchExpressions", std::move(expressions));
    return kube::LabelSelector::fromValue(selector).value_or(kube::LabelSelector());
}

PodReader::PodReader(Informers informers)
    : m_informers(informers), m_servicesByNamespace(informers.services.addIndex(client::byNamespace))
{
}

kube::ObjectPtr PodReader::owner(const kube::Object &pod) const
{
    const auto &owner = pod.controllerRef();
    if (owner["apiVersion"].asString() != "apps/v1")
        return nullptr;
    const auto name = owner["name"].asString(), kind = owner["kind"].asString();
    if (kind == "ReplicaSet")
        return m_informers.replicaSets.cache().find(pod.ns(), name);
    return kind == "StatefulSet" ? m_informers.statefulSets.cache().find(pod.ns(), name) : nullptr;
}

PodInfo PodReader::read(const kube::ObjectPtr &pod, SchedulerCache &cache) const
{
    PodInfo info = readWaitingPod(pod, cache);
    if (info.usesDefaultSpread) {
        std::vector<kube::ObjectPtr> services;
        for (const auto &[key, service] :
             m_informers.services.cache().bucket(m_servicesByNamespace, pod->ns()))
            services.push_back(service->object);
        setDefaultSpread(info, defaultSelector(*pod, services, owner(*pod)));
    }
    return info;
}

} // namespace minato::components::scheduling
