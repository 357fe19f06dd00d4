// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/deployment/owned_sets.h"

#include <algorithm>
#include <array>
#include <format>
#include <tuple>

#include "components/common/object_edit.h"

namespace minato::components {
namespace {

constexpr std::size_t kLongestHistory = 2000;

/// Annotations that say something about a Deployment itself, not about its template.
constexpr std::array kNotCopied{std::string_view("kubectl.kubernetes.io/last-applied-configuration"),
                                kRevisionAnnotation,
                                kRevisionHistoryAnnotation,
                                kDesiredReplicasAnnotation,
                                kMaxReplicasAnnotation,
                                std::string_view("deprecated.deployment.rollback.to")};

bool setText(kube::Value &map, std::string_view key, const std::string &text)
{
    if (map[key].asString() == text && map.contains(key))
        return false;
    map.set(key, text);
    return true;
}

/// Appends a former revision, forgetting the oldest when the list gets long.
std::string withFormerRevision(std::string history, std::int64_t revision)
{
    const std::string entry = std::to_string(revision);
    while (!history.empty() && history.size() + entry.size() + 1 > kLongestHistory) {
        const auto comma = history.find(',');
        history = comma == std::string::npos ? std::string() : history.substr(comma + 1);
    }
    return history.empty() ? entry : history + "," + entry;
}

kube::Value withoutHash(const kube::Value &podTemplate)
{
    if (!podTemplate.at("metadata", "labels").contains(kTemplateHashLabel))
        return podTemplate;
    kube::Value copy = podTemplate;
    copy.edit("metadata").edit("labels").erase(kTemplateHashLabel);
    return copy;
}

} // namespace

OwnedSet::OwnedSet(kube::ObjectPtr set)
    : object(std::move(set)), created(creationTime(*object)),
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

bool isSameTemplate(const kube::Value &a, const kube::Value &b)
{
    return withoutHash(a) == withoutHash(b);
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

bool setNewSetAnnotations(kube::Value &set, const kube::Object &deployment, std::int64_t newRevision, bool exists)
{
    kube::Value annotations = set.at("metadata", "annotations");
    bool isChanged = false;
    for (const kube::Member &member : deployment.annotations().members()) {
        if (std::ranges::find(kNotCopied, member.key()) == kNotCopied.end())
            isChanged |= setText(annotations, member.key(), std::string(member.value.asString()));
    }
    const auto former = intText(annotations[kRevisionAnnotation], 0);
    if (former < newRevision) {
        isChanged |= setText(annotations, kRevisionAnnotation, std::to_string(newRevision));
        if (exists && former > 0)
            setText(annotations, kRevisionHistoryAnnotation,
                    withFormerRevision(std::string(annotations[kRevisionHistoryAnnotation].asString()), former));
    }
    if (isChanged)
        set.edit("metadata").set("annotations", std::move(annotations));
    return isChanged;
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
        kube::Value::map({{"name", std::format("{}-{}", deployment.name(), hash)},
                          {"namespace", deployment.ns()},
                          {"labels", labels},
                          {"ownerReferences", kube::Value::array({controllerReference(deployment)})}});
    return kube::Value::map(
        {{"apiVersion", "apps/v1"}, {"kind", "ReplicaSet"}, {"metadata", metadata}, {"spec", std::move(setSpec)}});
}

} // namespace minato::components
