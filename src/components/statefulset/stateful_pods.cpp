// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/statefulset/stateful_pods.h"

#include "components/common/pod.h"
#include "components/common/pod_template.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <ranges>

namespace minato::components {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string podName(const kube::Object &set, int ordinal)
{
    return std::format("{}-{}", set.name(), ordinal);
}

std::string claimName(const kube::Object &set, const kube::Value &claim, int ordinal)
{
    return std::format("{}-{}-{}", claim.at("metadata", "name").asString(), set.name(), ordinal);
}

const kube::Value &claimTemplates(const kube::Object &set)
{
    return set.spec()["volumeClaimTemplates"];
}

/// Up to the partition, or as many as there are, Pods stay as they were.
bool isDueToCurrent(const kube::Object &set, int ordinal)
{
    const auto &strategy = set.spec()["updateStrategy"];
    const auto &rolling = strategy["rollingUpdate"];
    if (!rolling.isNull())
        return ordinal < startOrdinal(set) + rolling["partition"].asInt();
    return strategy["type"].asString() == "RollingUpdate" &&
           ordinal < startOrdinal(set) + set.status()["currentReplicas"].asInt();
}

} // namespace

PodIdentity podIdentity(std::string_view podName)
{
    const auto digits =
        std::ranges::distance(podName | std::views::reverse | std::views::take_while(isDigit));
    const auto dash = static_cast<std::ptrdiff_t>(podName.size()) - digits - 1;
    if (digits == 0 || dash < 0 || podName[static_cast<std::size_t>(dash)] != '-')
        return {};
    PodIdentity identity{podName.substr(0, static_cast<std::size_t>(dash)), -1};
    const auto number = podName.substr(static_cast<std::size_t>(dash) + 1);
    std::int32_t ordinal = 0;
    if (std::from_chars(number.data(), number.data() + number.size(), ordinal).ec == std::errc())
        identity.ordinal = ordinal;
    return identity;
}

int ordinalOf(const kube::Object &pod)
{
    return podIdentity(pod.name()).ordinal;
}

int startOrdinal(const kube::Object &set)
{
    return static_cast<int>(set.at("spec", "ordinals", "start").asInt());
}

int wantedPods(const kube::Object &set)
{
    return static_cast<int>(set.spec()["replicas"].asInt(1));
}

bool isInOrdinalRange(const kube::Object &set, int ordinal)
{
    return ordinal >= startOrdinal(set) && ordinal < startOrdinal(set) + wantedPods(set);
}

bool isMemberOf(const kube::Object &set, const kube::Object &pod)
{
    return podIdentity(pod.name()).parent == set.name();
}

bool identityMatches(const kube::Object &set, const kube::Object &pod)
{
    const auto identity = podIdentity(pod.name());
    return identity.ordinal >= 0 && pod.name() == podName(set, identity.ordinal) && pod.ns() == set.ns() &&
           pod.labels()[kPodNameLabel].asString() == pod.name();
}

void updateIdentity(const kube::Object &set, kube::Value &pod)
{
    const int ordinal = podIdentity(pod.at("metadata", "name").asString()).ordinal;
    auto &metadata = pod.edit("metadata");
    metadata.set("name", podName(set, ordinal));
    metadata.set("namespace", set.ns());
    auto &labels = metadata.edit("labels");
    labels.set(kPodNameLabel, podName(set, ordinal));
    labels.set(kPodIndexLabel, std::to_string(ordinal));
}

bool storageMatches(const kube::Object &set, const kube::Object &pod)
{
    const int ordinal = ordinalOf(pod);
    const auto volumes = pod.spec()["volumes"].items();
    return ordinal >= 0 && std::ranges::all_of(claimTemplates(set).items(), [&](const kube::Value &claim) {
               // Of equal names the last one counts.
               const auto found = std::ranges::find_last_if(volumes, [&](const kube::Value &volume) {
                   return volume["name"] == claim.at("metadata", "name");
               });
               return !found.empty() && found.front().at("persistentVolumeClaim", "claimName").asString() ==
                                            claimName(set, claim, ordinal);
           });
}

void updateStorage(const kube::Object &set, kube::Value &pod)
{
    const int ordinal = podIdentity(pod.at("metadata", "name").asString()).ordinal;
    kube::Value volumes = kube::Value::emptyArray();
    for (const kube::Value &claim : claimTemplates(set).items())
        volumes.push(kube::Value::map(
            {{"name", claim.at("metadata", "name")},
             {"persistentVolumeClaim", kube::Value::map({{"claimName", claimName(set, claim, ordinal)}})}}));
    for (const kube::Value &volume : pod.at("spec", "volumes").items()) {
        const bool isClaimed = std::ranges::any_of(claimTemplates(set).items(), [&](const auto &claim) {
            return claim.at("metadata", "name") == volume["name"];
        });
        if (!isClaimed)
            volumes.push(volume);
    }
    if (volumes.isEmpty())
        pod.edit("spec").erase("volumes");
    else
        pod.edit("spec").set("volumes", std::move(volumes));
}

std::string_view revisionOf(const kube::Object &pod)
{
    return pod.labels()[kRevisionLabel].asString();
}

kube::ObjectPtr newStatefulPod(const kube::Object &set, const SetRevisions &revisions, int ordinal)
{
    const auto &revision = isDueToCurrent(set, ordinal) ? revisions.current : revisions.update;
    kube::Value pod = podFromTemplate(set, templateOf(*revision));
    pod.edit("metadata").set("name", podName(set, ordinal));
    updateIdentity(set, pod);
    pod.edit("metadata").edit("labels").set(kRevisionLabel, revision->name());
    auto &spec = pod.edit("spec");
    spec.set("hostname", podName(set, ordinal));
    if (const auto &service = set.spec()["serviceName"]; service.isEmpty())
        spec.erase("subdomain");
    else
        spec.set("subdomain", service);
    updateStorage(set, pod);
    return kube::makeObject(std::move(pod));
}

bool isCreated(const kube::Object &pod)
{
    return !podPhase(pod).empty();
}

bool isRunningAndReady(const kube::Object &pod)
{
    return podPhase(pod) == "Running" && isPodReady(pod);
}

bool isUnavailable(const kube::Object &pod, std::int64_t minReadySeconds, base::Instant now)
{
    return !isPodAvailable(pod, minReadySeconds, now) || pod.isTerminating();
}

} // namespace minato::components
