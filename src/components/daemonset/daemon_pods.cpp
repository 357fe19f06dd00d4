// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/daemonset/daemon_pods.h"

#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/common/pod_template.h"
#include "components/common/tolerations.h"
#include "components/scheduler/plugins/plugins.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <tuple>

namespace minato::components {
namespace {

constexpr std::string_view kGenerationAnnotation = "deprecated.daemonset.template.generation";

struct Taint {
    std::string_view key, effect;
};
constexpr std::array kTolerated{Taint{"node.kubernetes.io/not-ready", "NoExecute"},
                                Taint{"node.kubernetes.io/unreachable", "NoExecute"},
                                Taint{"node.kubernetes.io/disk-pressure", "NoSchedule"},
                                Taint{"node.kubernetes.io/memory-pressure", "NoSchedule"},
                                Taint{"node.kubernetes.io/pid-pressure", "NoSchedule"},
                                Taint{"node.kubernetes.io/unschedulable", "NoSchedule"}};

/// Takes the place of one that says the same for a while only.
void addToleration(kube::Value &tolerations, const Taint &taint)
{
    const auto added =
        kube::Value::map({{"effect", taint.effect}, {"key", taint.key}, {"operator", "Exists"}});
    bool isThere = false;
    for (std::size_t i = 0; i < tolerations.size(); ++i) {
        kube::Value same = tolerations[i];
        same.erase("tolerationSeconds");
        if (same != added)
            continue;
        tolerations.edit(i) = added;
        isThere = true;
    }
    if (!isThere)
        tolerations.push(added);
}

/// The number of its template, as the server counts it; empty: not said.
std::string templateGeneration(const kube::Object &daemonSet)
{
    constexpr auto kNone = std::numeric_limits<std::int64_t>::min();
    const auto number = intText(daemonSet.annotations()[kGenerationAnnotation], kNone);
    return number == kNone ? std::string() : std::to_string(number);
}

} // namespace

Placement::Placement(const kube::Object &daemonSet) : m_spec(daemonSet.at("spec", "template", "spec"))
{
    addDaemonTolerations(m_spec);
}

NodeFit Placement::fit(const kube::Object &node) const
{
    const auto wanted = m_spec["nodeName"].asString();
    if ((!wanted.empty() && wanted != node.name()) || !scheduling::matchesNodeAffinity(m_spec, node))
        return {};
    const auto &taints = node.spec()["taints"], &tolerations = m_spec["tolerations"];
    if (toleratesTaints(tolerations, taints))
        return {true, true};
    const bool isDrivenAway = std::ranges::any_of(taints.items(), [&](const kube::Value &taint) {
        return taint["effect"].asString() == "NoExecute" && !isTolerated(tolerations, taint);
    });
    return {false, !isDrivenAway};
}

void addDaemonTolerations(kube::Value &podSpec)
{
    kube::Value tolerations =
        podSpec["tolerations"].isArray() ? podSpec["tolerations"] : kube::Value::emptyArray();
    for (const Taint &taint : kTolerated)
        addToleration(tolerations, taint);
    if (podSpec["hostNetwork"].asBool())
        addToleration(tolerations, {"node.kubernetes.io/network-unavailable", "NoSchedule"});
    podSpec.set("tolerations", std::move(tolerations));
}

kube::Value daemonPod(const kube::Object &daemonSet, std::string_view hash, std::string_view node)
{
    kube::Value pod = podFromTemplate(daemonSet, daemonSet.spec()["template"]);
    auto &spec = pod.edit("spec");
    addDaemonTolerations(spec);
    const auto name = kube::Value::map(
        {{"key", "metadata.name"}, {"operator", "In"}, {"values", kube::Value::array({node})}});
    const auto term = kube::Value::map({{"matchFields", kube::Value::array({name})}});
    spec.edit("affinity")
        .edit("nodeAffinity")
        .edit("requiredDuringSchedulingIgnoredDuringExecution")
        .set("nodeSelectorTerms", kube::Value::array({term}));
    auto &labels = pod.edit("metadata").edit("labels");
    if (const auto generation = templateGeneration(daemonSet); !generation.empty())
        labels.set(kTemplateGeneration, generation);
    labels.set(kTemplateHash, hash);
    return pod;
}

std::string_view targetNode(const kube::Object &pod)
{
    if (const auto node = pod.spec()["nodeName"].asString(); !node.empty())
        return node;
    const auto &required =
        pod.at("spec", "affinity", "nodeAffinity")["requiredDuringSchedulingIgnoredDuringExecution"];
    for (const kube::Value &term : required["nodeSelectorTerms"].items()) {
        for (const kube::Value &field : term["matchFields"].items()) {
            if (field["key"].asString() == "metadata.name" && field["operator"].asString() == "In")
                return field["values"].size() == 1 ? field["values"][0].asString() : std::string_view();
        }
    }
    return {};
}

bool isDaemonPodUpdated(const kube::Object &daemonSet, const kube::Object &pod, std::string_view hash)
{
    const auto generation = templateGeneration(daemonSet);
    return (!hash.empty() && pod.labels()[kTemplateHash].asString() == hash) ||
           (!generation.empty() && pod.labels()[kTemplateGeneration].asString() == generation);
}

bool isAlreadyLeaving(const kube::Object &pod)
{
    return pod.isTerminating() && isPodTerminal(pod);
}

PodsByNode podsByNode(const std::vector<kube::ObjectPtr> &pods)
{
    PodsByNode grouped;
    for (const kube::ObjectPtr &pod : pods) {
        if (const auto node = targetNode(*pod); !node.empty())
            grouped[std::string(node)].push_back(pod);
    }
    return grouped;
}

void sortOldestFirst(std::vector<kube::ObjectPtr> &pods)
{
    std::ranges::stable_sort(pods, {}, [](const kube::ObjectPtr &pod) {
        return std::tuple(pod->spec()["nodeName"].asString().empty(), creationTime(*pod), pod->name());
    });
}

} // namespace minato::components
