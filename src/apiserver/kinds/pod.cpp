// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/pod_qos.h"
#include "apiserver/kinds/pod_status_text.h"
#include "apiserver/kinds/pod_template.h"
#include "apiserver/kinds/pod_update.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"

#include <algorithm>

/// Mirrors   pkg/registry/core/pod (strategy.go), the admission plug-ins ServiceAccount,
/// DefaultTolerationSeconds, Priority Differs   Pods get no volume with a service account token.
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

void setDefaults(Value &pod)
{
    Value &spec = pod.edit("spec");
    setPodSpecDefaults(spec);
    setPodOnlyDefaults(spec);
}

Value toleration(std::string_view key)
{
    return Value::map(
        {{"key", key}, {"operator", "Exists"}, {"effect", "NoExecute"}, {"tolerationSeconds", 300}});
}

bool tolerates(const Value &tolerations, std::string_view key)
{
    return std::ranges::any_of(tolerations.items(), [key](const Value &one) {
        const std::string_view effect = one["effect"].asString();
        const std::string_view its = one["key"].asString();
        return (its == key || its.empty()) && (effect == "NoExecute" || effect.empty());
    });
}

void admit(Value &pod)
{
    Value &spec = pod.edit("spec");
    setIfAbsent(spec, "serviceAccountName", "default");
    setIfAbsent(spec, "serviceAccount", spec["serviceAccountName"]);
    setIfAbsent(spec, "priority", 0);
    setIfAbsent(spec, "preemptionPolicy", "PreemptLowerPriority");
    for (const char *key : {"node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"}) {
        if (!tolerates(spec["tolerations"], key))
            spec.edit("tolerations").push(toleration(key));
    }
}

void prepareForCreate(Value &pod)
{
    pod.set("status", Value::map({{"phase", "Pending"}, {"qosClass", qosClass(pod["spec"])}}));
    if (pod["spec"]["schedulingGates"].isEmpty())
        return;
    // Never probed, which a Go server writes as null.
    const Value gated = Value::map({{"type", "PodScheduled"},
                                    {"status", "False"},
                                    {"lastProbeTime", Value()},
                                    {"lastTransitionTime", pod["metadata"]["creationTimestamp"]},
                                    {"reason", "SchedulingGated"},
                                    {"message", "Scheduling is blocked due to non-empty scheduling gates"}});
    pod.edit("status").set("conditions", Value::array({gated}));
}

/// What a writer leaves out of a status does not take away which generation it was about.
void keepObservedGenerations(Value &status, const Value &old)
{
    constexpr const char *kKey = "observedGeneration";
    if (status[kKey].asInt() == 0 && old[kKey].asInt() != 0)
        status.set(kKey, old[kKey]);
    const auto before = old["conditions"].items();
    for (std::size_t i = 0; i < status["conditions"].size(); ++i) {
        const Value &condition = status["conditions"][i];
        if (condition[kKey].asInt() != 0)
            continue;
        const auto it =
            std::ranges::find(before, condition["type"], [](const Value &c) { return c["type"]; });
        if (it != before.end() && (*it)[kKey].asInt() != 0)
            status.edit("conditions").edit(i).set(kKey, (*it)[kKey]);
    }
}

void prepareForStatusUpdate(Value &pod, const kube::Object &old)
{
    Value &metadata = pod.edit("metadata");
    const Value &owners = old.metadata()["ownerReferences"];
    if (owners.isNull())
        metadata.erase("ownerReferences");
    else
        metadata.set("ownerReferences", owners);
    if (pod["status"]["qosClass"].isEmpty() && !old.status()["qosClass"].isEmpty())
        pod.edit("status").set("qosClass", old.status()["qosClass"]);
    if (!pod["status"].isNull())
        keepObservedGenerations(pod.edit("status"), old.status());
}

void validate(const Value &pod, FieldErrors &errors)
{
    validatePodSpec(pod["spec"], "spec", errors);
    if (!pod["spec"]["ephemeralContainers"].isEmpty())
        errors.forbidden("spec.ephemeralContainers", "cannot be set on create");
}

void validateStatusUpdate(const Value &pod, const kube::Object &old, FieldErrors &errors)
{
    if (pod["status"]["qosClass"] != old.status()["qosClass"])
        errors.invalid("status.qosClass", pod["status"]["qosClass"], syntax::kImmutable);
}

std::int64_t gracePeriod(const kube::Object &pod, std::optional<std::int64_t> requested)
{
    const std::string_view phase = pod.status()["phase"].asString();
    if (pod.spec()["nodeName"].isEmpty() || phase == "Failed" || phase == "Succeeded")
        return 0;
    const std::int64_t period = requested.value_or(pod.spec()["terminationGracePeriodSeconds"].asInt());
    return period < 0 ? 1 : period;
}

std::vector<kube::TableColumn> columns()
{
    return {
        nameColumn(),
        column("Ready", "string", "Containers that are ready, of all in the Pod."),
        column("Status", "string", "The Pod's phase, or what its containers are waiting for or ended with."),
        column("Restarts", "string", "How often containers were restarted, and when last."),
        ageColumn(),
        wideColumn("IP", "string", "The Pod's address."),
        wideColumn("Node", "string", "The node that the Pod is bound to."),
        wideColumn("Nominated Node", "string", "The node on which room is being made by preemption."),
        wideColumn("Readiness Gates", "string", "Readiness gates that have passed, of all.")};
}

std::vector<Value> cells(const kube::Object &pod, base::Instant now)
{
    const PodStatusText text = podStatusText(pod, now);
    return {pod.name(),
            text.ready,
            text.status,
            text.restarts,
            ageCell(pod, now),
            textOr(pod.at("status", "podIPs", 0, "ip").asString(), "<none>"),
            textOr(pod.spec()["nodeName"].asString(), "<none>"),
            textOr(pod.status()["nominatedNodeName"].asString(), "<none>"),
            text.readinessGates};
}

std::vector<SelectableField> fields()
{
    using kube::Object;
    using std::string;
    return {{"spec.nodeName", [](const Object &pod) { return string(pod.spec()["nodeName"].asString()); }},
            {"spec.restartPolicy",
             [](const Object &pod) { return string(pod.spec()["restartPolicy"].asString()); }},
            {"spec.schedulerName",
             [](const Object &pod) { return string(pod.spec()["schedulerName"].asString()); }},
            {"spec.serviceAccountName",
             [](const Object &pod) { return string(pod.spec()["serviceAccountName"].asString()); }},
            {"spec.hostNetwork",
             [](const Object &pod) { return string(pod.spec()["hostNetwork"].asBool() ? "true" : "false"); }},
            {"status.phase", [](const Object &pod) { return string(pod.status()["phase"].asString()); }},
            {"status.podIP",
             [](const Object &pod) { return string(pod.at("status", "podIPs", 0, "ip").asString()); }},
            {"status.podIPs", [](const Object &) { return string(); }},
            {"status.nominatedNodeName",
             [](const Object &pod) { return string(pod.status()["nominatedNodeName"].asString()); }}};
}

} // namespace

Kind pod()
{
    Kind kind;
    kind.version = "v1";
    kind.resource = "pods";
    kind.singular = "pod";
    kind.kind = "Pod";
    kind.shortNames = {"po"};
    kind.categories = {"all"};
    kind.hasStatus = true;
    kind.subresources = {
        {"binding", {"", "v1", "Binding"}, {"create"}},
        {"eviction", {"policy", "v1", "Eviction"}, {"create"}},
        {"log", {"", "v1", "Pod"}, {"get"}},
        {"attach", {"", "v1", "PodAttachOptions"}, {"create", "get"}},
        {"exec", {"", "v1", "PodExecOptions"}, {"create", "get"}},
        {"portforward", {"", "v1", "PodPortForwardOptions"}, {"create", "get"}},
        {"proxy", {"", "v1", "PodProxyOptions"}, {"create", "delete", "get", "patch", "update"}}};
    kind.generation = GenerationRule::Spec;
    kind.nameRule = syntax::subdomainName;
    kind.isAboutSpec = true;
    kind.metadataKeptByStatus = {"deletionTimestamp", "ownerReferences"};
    kind.setDefaults = setDefaults;
    kind.admit = admit;
    kind.prepareForCreate = prepareForCreate;
    kind.prepareForStatusUpdate = prepareForStatusUpdate;
    kind.validate = validate;
    kind.validateUpdate = validatePodUpdate;
    kind.validateStatusUpdate = validateStatusUpdate;
    kind.gracePeriod = gracePeriod;
    kind.columns = columns();
    kind.cells = cells;
    kind.fields = fields();
    kind.indexedField = "spec.nodeName";
    kind.hasOwnFieldRules = true;
    return kind;
}

} // namespace minato::apiserver::kinds
