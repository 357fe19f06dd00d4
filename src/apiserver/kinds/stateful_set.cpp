// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/object_meta.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"

#include <format>
#include <set>

/// Mirrors   pkg/registry/apps/statefulset, pkg/apis/apps (defaults, validation)
/// Differs   volumeClaimTemplates are checked for names alone.
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

void setUpdateDefaults(Value &spec)
{
    if (spec["updateStrategy"]["type"].isEmpty()) {
        Value &strategy = spec.edit("updateStrategy");
        strategy.set("type", "RollingUpdate");
        setIfAbsent(strategy, "rollingUpdate", Value::emptyMap());
    }
    const Value &rolling = spec["updateStrategy"]["rollingUpdate"];
    if (spec["updateStrategy"]["type"].asString() == "RollingUpdate" && rolling.isMap() &&
        !rolling.contains("partition"))
        spec.edit("updateStrategy").edit("rollingUpdate").set("partition", 0);
}

void setClaimDefaults(Value &spec)
{
    for (std::size_t i = 0; i < spec["volumeClaimTemplates"].size(); ++i) {
        Value &claim = spec.edit("volumeClaimTemplates").edit(i);
        claim.set("apiVersion", "v1");
        claim.set("kind", "PersistentVolumeClaim");
        setIfAbsent(claim.edit("spec"), "volumeMode", "Filesystem");
        if (claim["status"]["phase"].isEmpty())
            claim.edit("status").set("phase", "Pending");
    }
}

void setDefaults(Value &statefulSet)
{
    Value &spec = statefulSet.edit("spec");
    if (spec["podManagementPolicy"].isEmpty())
        spec.set("podManagementPolicy", "OrderedReady");
    setUpdateDefaults(spec);
    for (const char *key : {"whenDeleted", "whenScaled"}) {
        if (spec["persistentVolumeClaimRetentionPolicy"][key].isEmpty())
            spec.edit("persistentVolumeClaimRetentionPolicy").set(key, "Retain");
    }
    setIfAbsent(spec, "replicas", 1);
    setIfAbsent(spec, "revisionHistoryLimit", 10);
    setClaimDefaults(spec);
    setTemplateDefaults(spec);
}

/// Its own fields of the update strategy; the alpha field is dropped, as with its feature gate off.
void dropAlphaFields(Value &statefulSet)
{
    if (statefulSet.at("spec", "updateStrategy", "rollingUpdate").contains("maxUnavailable"))
        statefulSet.edit("spec").edit("updateStrategy").edit("rollingUpdate").erase("maxUnavailable");
}

void prepareForCreate(Value &statefulSet)
{
    dropAlphaFields(statefulSet);
    dropStatus(statefulSet);
}

void prepareForUpdate(Value &statefulSet, const kube::Object &)
{
    dropAlphaFields(statefulSet);
}

void validateStrategy(const Value &spec, FieldErrors &errors)
{
    const Value &policy = spec["podManagementPolicy"];
    if (policy.asString() != "OrderedReady" && policy.asString() != "Parallel")
        errors.invalid("spec.podManagementPolicy", policy, "must be 'OrderedReady' or 'Parallel'");
    const Value &strategy = spec["updateStrategy"];
    const Value &rolling = strategy["rollingUpdate"];
    if (strategy["type"].asString() == "OnDelete") {
        if (!rolling.isNull())
            errors.invalid("spec.updateStrategy.rollingUpdate", rolling,
                           "only allowed for updateStrategy 'RollingUpdate'");
    } else if (strategy["type"].asString() == "RollingUpdate") {
        validateNotNegative(rolling["partition"], "spec.updateStrategy.rollingUpdate.partition", errors);
    } else {
        errors.invalid("spec.updateStrategy", strategy, "must be 'RollingUpdate' or 'OnDelete'");
    }
    for (const char *key : {"whenDeleted", "whenScaled"}) {
        const std::string path = childPath("spec.persistentVolumeClaimRetentionPolicy", key);
        const Value &retention = spec["persistentVolumeClaimRetentionPolicy"][key];
        if (retention.asString() != "Retain" && retention.asString() != "Delete")
            errors.unsupported(path, retention, {"Retain", "Delete"});
    }
}

void validateSelector(const Value &selector, FieldErrors &errors)
{
    if (selector.isNull()) {
        errors.required("spec.selector");
        return;
    }
    meta::validateSelector(selector, "spec.selector", errors);
    if (selector["matchLabels"].isEmpty() && selector["matchExpressions"].isEmpty())
        errors.invalid("spec.selector", selector, "empty selector is invalid for statefulset");
}

/// The template as its Pods will be: with a volume for each claim, and named by the set.
Value templateOfPods(const Value &spec)
{
    Value podTemplate = spec["template"];
    Value &podSpec = podTemplate.edit("spec");
    for (const char *key : {"hostname", "subdomain"})
        podSpec.erase(key);
    Value volumes = Value::emptyArray();
    std::set<std::string_view> names;
    for (const Value &claim : spec["volumeClaimTemplates"].items()) {
        const Value &name = claim["metadata"]["name"];
        names.insert(name.asString());
        volumes.push(
            Value::map({{"name", name}, {"persistentVolumeClaim", Value::map({{"claimName", name}})}}));
    }
    for (const Value &volume : podSpec["volumes"].items()) {
        if (!names.contains(volume["name"].asString()))
            volumes.push(volume);
    }
    podSpec.set("volumes", std::move(volumes));
    return podTemplate;
}

void validateSpec(const Value &statefulSet, bool isNew, FieldErrors &errors)
{
    const Value &spec = statefulSet["spec"];
    validateStrategy(spec, errors);
    validateNotNegative(spec["replicas"], "spec.replicas", errors);
    validateNotNegative(spec["minReadySeconds"], "spec.minReadySeconds", errors);
    validateNotNegative(spec["ordinals"]["start"], "spec.ordinals.start", errors);
    if (isNew && !spec["serviceName"].isEmpty()) {
        for (const auto &complaint : syntax::dns1123Label(spec["serviceName"].asString()))
            errors.invalid("spec.serviceName", spec["serviceName"], complaint);
    }
    validateSelector(spec["selector"], errors);
    validatePodTemplate(templateOfPods(spec), spec["selector"], "spec.template", "StatefulSet", errors);
}

void validate(const Value &statefulSet, FieldErrors &errors)
{
    validateSpec(statefulSet, true, errors);
}

void validateUpdate(const Value &statefulSet, const kube::Object &old, FieldErrors &errors)
{
    const Value &before = old.spec();
    if (statefulSet["spec"] == before)
        return;
    validateSpec(statefulSet, false, errors);
    Value rest = statefulSet["spec"];
    for (const char *key : {"replicas", "template", "updateStrategy", "minReadySeconds", "ordinals",
                            "revisionHistoryLimit", "persistentVolumeClaimRetentionPolicy"}) {
        if (before.contains(key))
            rest.set(key, before[key]);
        else
            rest.erase(key);
    }
    if (rest != before)
        errors.forbidden(
            "spec", "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', "
                    "'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and "
                    "'minReadySeconds' are forbidden");
}

void validateStatusUpdate(const Value &statefulSet, const kube::Object &, FieldErrors &errors)
{
    validateReplicaCounts(statefulSet["status"],
                          {"readyReplicas", "currentReplicas", "updatedReplicas", "availableReplicas"},
                          errors);
}

std::vector<Value> cells(const kube::Object &statefulSet, base::Instant now)
{
    std::vector<Value> row{statefulSet.name(),
                           std::format("{}/{}", statefulSet.status()["readyReplicas"].asInt(),
                                       statefulSet.spec()["replicas"].asInt()),
                           ageCell(statefulSet, now)};
    appendWorkloadCells(row, statefulSet.spec()["template"], statefulSet.spec()["selector"]);
    row.pop_back(); // no selector
    return row;
}

} // namespace

Kind statefulSet()
{
    Kind kind;
    kind.group = "apps";
    kind.version = "v1";
    kind.resource = "statefulsets";
    kind.singular = "statefulset";
    kind.kind = "StatefulSet";
    kind.shortNames = {"sts"};
    kind.categories = {"all"};
    kind.hasStatus = true;
    kind.subresources = {scaleSubresource()};
    kind.generation = GenerationRule::Spec;
    kind.nameRule = syntax::labelName;
    kind.setDefaults = setDefaults;
    kind.prepareForCreate = prepareForCreate;
    kind.prepareForUpdate = prepareForUpdate;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.validateStatusUpdate = validateStatusUpdate;
    kind.columns = {nameColumn(), column("Ready", "string", "Pods that are ready, of those wanted."),
                    ageColumn()};
    for (auto &one : workloadColumns())
        kind.columns.push_back(std::move(one));
    kind.columns.pop_back(); // no selector
    kind.cells = cells;
    return kind;
}

} // namespace minato::apiserver::kinds
