// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/deployment/owned_sets.h"

#include "components/common/object_edit.h"

#include <algorithm>
#include <array>
#include <format>
#include <limits>
#include <tuple>

namespace minato::components {
namespace {

constexpr std::size_t kLongestHistory = 2000;
constexpr std::size_t kLongestName = 253;
constexpr auto kNoNumber = std::numeric_limits<std::int64_t>::min();

/// Annotations that say something about a Deployment itself, not about its template.
constexpr std::array kNotCopied{std::string_view("kubectl.kubernetes.io/last-applied-configuration"),
                                kRevisionAnnotation,
                                kRevisionHistoryAnnotation,
                                kDesiredReplicasAnnotation,
                                kMaxReplicasAnnotation,
                                kRollbackAnnotation};

bool isCopied(std::string_view annotation)
{
    return std::ranges::find(kNotCopied, annotation) == kNotCopied.end();
}

bool setText(kube::Value &map, std::string_view key, const std::string &text)
{
    if (map[key].asString() == text && map.contains(key))
        return false;
    map.set(key, text);
    return true;
}

/// Appends a former revision, forgetting the oldest when the list gets long.
std::string withFormerRevision(const std::string &history, const std::string &revision)
{
    if (history.empty())
        return revision;
    std::size_t from = 0; // of what is kept; past the end: nothing
    std::size_t length = history.size() + revision.size() + 1;
    while (length > kLongestHistory && from <= history.size()) {
        const auto comma = std::min(history.find(',', from), history.size());
        length -= comma - from + 1;
        from = comma + 1;
    }
    if (length > kLongestHistory)
        return history;
    return from > history.size() ? revision : history.substr(from) + "," + revision;
}

} // namespace

OwnedSet::OwnedSet(kube::ObjectPtr set)
    : object(std::move(set)),
      created(creationTime(*object)),
      spec(static_cast<int>(object->spec()["replicas"].asInt(1))),
      replicas(static_cast<int>(object->status()["replicas"].asInt())),
      ready(static_cast<int>(object->status()["readyReplicas"].asInt())),
      available(static_cast<int>(object->status()["availableReplicas"].asInt()))
{
}

std::int64_t OwnedSet::revision() const
{
    return intText(object->annotations()[kRevisionAnnotation], 0);
}

kube::Value withoutTemplateHash(const kube::Value &podTemplate)
{
    if (!podTemplate.at("metadata", "labels").contains(kTemplateHashLabel))
        return podTemplate;
    kube::Value copy = podTemplate;
    copy.edit("metadata").edit("labels").erase(kTemplateHashLabel);
    return copy;
}

bool isSameTemplate(const kube::Value &a, const kube::Value &b)
{
    return withoutTemplateHash(a) == withoutTemplateHash(b);
}

Rollout::Rollout(kube::ObjectPtr object, std::vector<kube::ObjectPtr> owned) : deployment(std::move(object))
{
    for (kube::ObjectPtr &set : owned)
        sets.emplace_back(std::move(set));
    std::ranges::sort(sets, [](const OwnedSet &a, const OwnedSet &b) {
        return std::tuple(a.created, a.object->name()) < std::tuple(b.created, b.object->name());
    });
    const auto found = std::ranges::find_if(sets, [this](const OwnedSet &set) {
        return isSameTemplate(set.object->spec()["template"], deployment->spec()["template"]);
    });
    if (found != sets.end())
        newIndex = static_cast<std::size_t>(found - sets.begin());
}

std::vector<OwnedSet *> Rollout::oldSets()
{
    std::vector<OwnedSet *> old;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (newIndex != i)
            old.push_back(&sets[i]);
    }
    return old;
}

int Rollout::desired() const
{
    return static_cast<int>(deployment->spec()["replicas"].asInt(1));
}

bool Rollout::isRolling() const
{
    return deployment->at("spec", "strategy", "type").asString("RollingUpdate") == "RollingUpdate";
}

int Rollout::totalSpec() const
{
    int total = 0;
    for (const OwnedSet &set : sets)
        total += set.spec;
    return total;
}

std::int64_t Rollout::maxOldRevision() const
{
    std::int64_t revision = 0;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (newIndex != i)
            revision = std::max(revision, sets[i].revision());
    }
    return revision;
}

void Rollout::add(kube::ObjectPtr created)
{
    sets.emplace_back(std::move(created));
    newIndex = sets.size() - 1;
}

bool setNewSetAnnotations(kube::Value &set, const kube::Object &deployment, std::int64_t newRevision)
{
    kube::Value annotations = set.at("metadata", "annotations");
    bool isChanged = false;
    for (const kube::Member &member : deployment.annotations().members()) {
        if (isCopied(member.key()))
            isChanged |= setText(annotations, member.key(), std::string(member.value.asString()));
    }
    const std::string former(annotations[kRevisionAnnotation].asString());
    const auto number = former.empty() ? 0 : intText(annotations[kRevisionAnnotation], kNoNumber);
    if (number == kNoNumber)
        return false; // somebody has written words there: left alone
    if (number < newRevision) {
        const bool wasNumbered = annotations.contains(kRevisionAnnotation);
        isChanged |= setText(annotations, kRevisionAnnotation, std::to_string(newRevision));
        if (wasNumbered)
            setText(
                annotations, kRevisionHistoryAnnotation,
                withFormerRevision(std::string(annotations[kRevisionHistoryAnnotation].asString()), former));
    }
    if (isChanged)
        set.edit("metadata").set("annotations", std::move(annotations));
    return isChanged;
}

kube::Value rolledBackAnnotations(const kube::Object &deployment, const kube::Object &set)
{
    kube::Value annotations = kube::Value::emptyMap();
    for (const kube::Member &member : deployment.annotations().members()) {
        if (!isCopied(member.key()))
            annotations.set(member.key(), member.value);
    }
    for (const kube::Member &member : set.annotations().members()) {
        if (isCopied(member.key()))
            annotations.set(member.key(), member.value);
    }
    return annotations;
}

std::string replicaSetName(std::string_view deployment, std::string_view hash)
{
    const bool isCut = hash.size() + 1 < kLongestName;
    return std::format("{}-{}", isCut ? deployment.substr(0, kLongestName - hash.size() - 1) : deployment,
                       hash);
}

bool setReplicasAnnotations(kube::Value &set, int desired, int maximum)
{
    kube::Value annotations = set.at("metadata", "annotations");
    const bool first = setText(annotations, kDesiredReplicasAnnotation, std::to_string(desired));
    const bool second = setText(annotations, kMaxReplicasAnnotation, std::to_string(maximum));
    if (first || second)
        set.edit("metadata").set("annotations", std::move(annotations));
    return first || second;
}

kube::Value makeReplicaSet(const kube::Object &deployment, const std::string &hash, int size)
{
    const auto &spec = deployment.spec();
    kube::Value podTemplate = spec["template"];
    podTemplate.edit("metadata").edit("labels").set(kTemplateHashLabel, hash);
    kube::Value selector = spec["selector"];
    selector.edit("matchLabels").set(kTemplateHashLabel, hash);
    auto setSpec = kube::Value::map({{"replicas", size}, {"selector", std::move(selector)}});
    if (const auto minReady = spec["minReadySeconds"].asInt(); minReady > 0)
        setSpec.set("minReadySeconds", minReady);
    const kube::Value labels = podTemplate.at("metadata", "labels");
    setSpec.set("template", std::move(podTemplate));
    const auto metadata =
        kube::Value::map({{"name", replicaSetName(deployment.name(), hash)},
                          {"namespace", deployment.ns()},
                          {"labels", labels},
                          {"ownerReferences", kube::Value::array({controllerReference(deployment)})}});
    return kube::Value::map({{"apiVersion", "apps/v1"},
                             {"kind", "ReplicaSet"},
                             {"metadata", metadata},
                             {"spec", std::move(setSpec)}});
}

} // namespace minato::components
