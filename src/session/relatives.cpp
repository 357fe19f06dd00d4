// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/relatives.h"

#include "kube/label_selector.h"
#include "session/kinds.h"
#include "session/state_builder.h"

#include <algorithm>
#include <array>
#include <format>

namespace minato::session {
namespace {

using kube::Object;
using kube::ObjectPtr;
namespace resources = kube::resources;

constexpr std::array kFollowed{&resources::kPods,
                               &resources::kNodes,
                               &resources::kReplicaSets,
                               &resources::kServices,
                               &resources::kDeployments,
                               &resources::kStatefulSets,
                               &resources::kDaemonSets,
                               &resources::kJobs,
                               &resources::kHorizontalPodAutoscalers,
                               &resources::kPodDisruptionBudgets};

constexpr int kMostOwners = 8; ///< a loop of owners ends here

std::string readyOf(const Object &object, std::string_view wanted)
{
    return std::format("{}/{}", object.status()["readyReplicas"].asInt(), object.spec()[wanted].asInt(1));
}

/// A word or two on how it is, as tables print it.
std::string stateOf(const Object &object)
{
    const auto kind = object.kind();
    if (kind == "Pod") {
        const PodState pod = podState(object);
        if (pod.phase == PodPhase::Terminating)
            return "Terminating";
        if (!pod.reason.empty())
            return pod.reason;
        return std::string(object.status()["phase"].asString());
    }
    if (kind == "Node")
        return nodeState(object).isReady ? "Ready" : "NotReady";
    if (kind == "Deployment" || kind == "ReplicaSet" || kind == "StatefulSet")
        return readyOf(object, "replicas");
    if (kind == "Service")
        return std::string(object.spec()["type"].asString());
    return {};
}

kube::LabelSelector selectorOf(const Object &object)
{
    if (object.kind() == "Service")
        return kube::LabelSelector::fromMap(object.spec()["selector"]);
    return kube::LabelSelector::fromValue(object.spec()["selector"]).value_or(kube::LabelSelector::nothing());
}

} // namespace

void Relatives::follow()
{
    if (std::exchange(m_isFollowing, true))
        return;
    for (const auto *resource : kFollowed) {
        client::Informer &informer = m_hub.informer(*resource);
        informer.addHandler([this](const ObjectPtr &before, const ObjectPtr &now) { note(before, now); });
    }
}

void Relatives::note(const ObjectPtr &before, const ObjectPtr &now)
{
    if (m_subject.empty() || m_hasChanged)
        return;
    const Object &object = now ? *now : *before;
    const auto isRelated = [this](std::string_view uid) {
        return std::ranges::binary_search(m_related, uid, {},
                                          [](const std::string &s) { return std::string_view(s); });
    };
    const auto owner = object.controllerRef()["uid"].asString();
    // What comes or goes may be related by its labels: only seldom are there many of those at once.
    m_hasChanged = owner == m_subject || object.uid() == m_subject || isRelated(object.uid()) || !before ||
                   !now || (object.kind() == "Pod" && before->spec()["nodeName"].isEmpty());
}

const client::Cache &Relatives::cache(const kube::GroupVersionResource &resource)
{
    return m_hub.informer(resource).cache();
}

ObjectPtr Relatives::find(std::string_view kind, std::string_view ns, std::string_view name)
{
    const auto place = placeOf(kind);
    if (!place || std::ranges::none_of(kFollowed, [&](const auto *each) { return *each == place->resource; }))
        return nullptr;
    return cache(place->resource).find(place->isNamespaced ? ns : std::string_view(), name);
}

void Relatives::add(std::vector<RelativeGroup> &groups, Relation relation, const Object &relative)
{
    const bool isChain = relation == Relation::Owner; // each owner is a link of its own
    auto group = std::ranges::find_if(groups, [&](const RelativeGroup &each) {
        return !isChain && each.relation == relation && each.kind == relative.kind();
    });
    if (group == groups.end())
        group = groups.insert(groups.end(), {.relation = relation, .kind = std::string(relative.kind())});
    ++group->total;
    m_related.emplace_back(relative.uid());
    if (group->shown.size() < RelativeGroup::kShown)
        group->shown.push_back(
            {{std::string(relative.kind()), std::string(relative.ns()), std::string(relative.name())},
             stateOf(relative)});
}

void Relatives::addOwners(const Object &object, std::vector<RelativeGroup> &groups)
{
    ObjectPtr kept;
    const Object *at = &object;
    for (int depth = 0; depth < kMostOwners && !at->controllerRef().isNull(); ++depth) {
        const kube::Value &ref = at->controllerRef();
        ObjectPtr owner = find(ref["kind"].asString(), at->ns(), ref["name"].asString());
        if (!owner || owner->uid() != ref["uid"].asString()) {
            // Gone, or of a kind that is not followed: its name is all there is to tell.
            groups.push_back({.relation = Relation::Owner,
                              .kind = std::string(ref["kind"].asString()),
                              .total = 1,
                              .shown = {{{std::string(ref["kind"].asString()), std::string(at->ns()),
                                          std::string(ref["name"].asString())},
                                         {}}}});
            return;
        }
        add(groups, Relation::Owner, *owner);
        kept = std::move(owner);
        at = kept.get();
    }
}

void Relatives::addOwned(const Object &object, std::vector<RelativeGroup> &groups)
{
    for (const auto *resource : {&resources::kReplicaSets, &resources::kPods, &resources::kJobs}) {
        client::Informer &informer = m_hub.informer(*resource);
        for (const auto &[key, entry] :
             informer.cache().bucket(informer.addIndex(client::byControllerUid), object.uid()))
            add(groups, Relation::Owned, *entry->object);
    }
}

void Relatives::addOfPod(const Object &pod, std::vector<RelativeGroup> &groups)
{
    if (const auto node = find("Node", {}, pod.spec()["nodeName"].asString()))
        add(groups, Relation::RunsOn, *node);
    for (const auto &[resource, relation] :
         {std::pair{&resources::kServices, Relation::SentFrom},
          std::pair{&resources::kPodDisruptionBudgets, Relation::ProtectedBy}}) {
        for (const auto &[key, entry] : cache(*resource).entries())
            if (entry.object->ns() == pod.ns() && selectorOf(*entry.object).matches(pod.labels()))
                add(groups, relation, *entry.object);
    }
}

void Relatives::addOfNode(const Object &node, std::vector<RelativeGroup> &groups)
{
    client::Informer &pods = m_hub.informer(resources::kPods);
    for (const auto &[key, entry] : pods.cache().bucket(pods.addIndex(client::byNode), node.name()))
        add(groups, Relation::Runs, *entry->object);
}

void Relatives::addSelected(const Object &object, Relation relation, std::vector<RelativeGroup> &groups)
{
    const kube::LabelSelector selector = selectorOf(object);
    client::Informer &pods = m_hub.informer(resources::kPods);
    for (const auto &[key, entry] : pods.cache().bucket(pods.addIndex(client::byNamespace), object.ns()))
        if (selector.matches(entry->object->labels()))
            add(groups, relation, *entry->object);
}

void Relatives::addScaling(const Object &object, std::vector<RelativeGroup> &groups)
{
    for (const auto &[key, entry] : cache(resources::kHorizontalPodAutoscalers).entries()) {
        const kube::Value &target = entry.object->spec()["scaleTargetRef"];
        if (entry.object->ns() == object.ns() && target["kind"].asString() == object.kind() &&
            target["name"].asString() == object.name())
            add(groups, Relation::ScaledBy, *entry.object);
    }
}

std::vector<RelativeGroup> Relatives::of(const Object &object)
{
    follow();
    m_hasChanged = false;
    m_related.clear();
    m_subject = object.uid();
    std::vector<RelativeGroup> groups;
    addOwners(object, groups);
    const auto kind = object.kind();
    if (kind == "Pod") {
        addOfPod(object, groups);
    } else if (kind == "Node") {
        addOfNode(object, groups);
    } else if (kind == "Service" || kind == "PodDisruptionBudget") {
        addSelected(object, kind == "Service" ? Relation::SentTo : Relation::Protects, groups);
    } else if (kind == "HorizontalPodAutoscaler") {
        const kube::Value &target = object.spec()["scaleTargetRef"];
        if (const auto scaled = find(target["kind"].asString(), object.ns(), target["name"].asString()))
            add(groups, Relation::Scales, *scaled);
    } else {
        addOwned(object, groups);
        addScaling(object, groups);
    }
    std::ranges::sort(m_related);
    return groups;
}

} // namespace minato::session
