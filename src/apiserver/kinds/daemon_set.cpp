// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/object_meta.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"
#include "kube/label_selector.h"

#include <format>

/// Mirrors   pkg/registry/apps/daemonset, pkg/apis/apps (defaults, validation)
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

constexpr std::string_view kTemplateGeneration = "deprecated.daemonset.template.generation";

void setDefaults(Value &daemonSet)
{
    Value &spec = daemonSet.edit("spec");
    if (spec["updateStrategy"]["type"].isEmpty())
        spec.edit("updateStrategy").set("type", "RollingUpdate");
    const Value &rolling = spec["updateStrategy"]["rollingUpdate"];
    if (spec["updateStrategy"]["type"].asString() == "RollingUpdate" &&
        !(rolling.contains("maxUnavailable") && rolling.contains("maxSurge"))) {
        Value &update = spec.edit("updateStrategy").edit("rollingUpdate");
        setIfAbsent(update, "maxUnavailable", 1);
        setIfAbsent(update, "maxSurge", 0);
    }
    setIfAbsent(spec, "revisionHistoryLimit", 10);
    setTemplateDefaults(spec);
}

/// apps/v1 shows upstream's internal counter of template changes as an annotation.
void setTemplateGeneration(Value &daemonSet, std::int64_t number)
{
    daemonSet.edit("metadata").edit("annotations").set(kTemplateGeneration, std::to_string(number));
}

void prepareForCreate(Value &daemonSet)
{
    dropStatus(daemonSet);
    setTemplateGeneration(daemonSet, 1);
}

void prepareForUpdate(Value &daemonSet, const kube::Object &old)
{
    const Value &before = old.annotations()[kTemplateGeneration];
    const bool isChanged = daemonSet["spec"]["template"] != old.spec()["template"];
    setTemplateGeneration(daemonSet,
                          std::atoll(std::string(before.asString("1")).c_str()) + (isChanged ? 1 : 0));
}

void validateStrategy(const Value &strategy, FieldErrors &errors)
{
    const std::string path = "spec.updateStrategy";
    if (strategy["type"].asString() == "OnDelete")
        return;
    if (strategy["type"].asString() != "RollingUpdate") {
        errors.unsupportedText(path, internalStrategy(strategy), {"RollingUpdate", "OnDelete"});
        return;
    }
    const Value &rolling = strategy["rollingUpdate"];
    const std::string unavailablePath = path + ".rollingUpdate.maxUnavailable";
    const std::string surgePath = path + ".rollingUpdate.maxSurge";
    validateIntOrPercent(rolling["maxUnavailable"], unavailablePath, errors);
    validateIntOrPercent(rolling["maxSurge"], surgePath, errors);
    validateAtMostAll(rolling["maxUnavailable"], unavailablePath, errors);
    validateAtMostAll(rolling["maxSurge"], surgePath, errors);
    const bool mayMiss = percentOrInt(rolling["maxUnavailable"]) != 0,
               maySurge = percentOrInt(rolling["maxSurge"]) != 0;
    if (mayMiss && maySurge)
        errors.invalid(surgePath, rolling["maxSurge"], "may not be set when maxUnavailable is non-zero");
    else if (!mayMiss && !maySurge)
        errors.required(unavailablePath, "cannot be 0 when maxSurge is 0");
}

void validate(const Value &daemonSet, FieldErrors &errors)
{
    const Value &spec = daemonSet["spec"];
    const Value &selector = spec["selector"];
    meta::validateSelector(selector, "spec.selector", errors);
    const auto parsed = kube::LabelSelector::fromValue(selector);
    const Value &labels = spec["template"]["metadata"]["labels"];
    // Unlike elsewhere, no selector selects nothing here.
    if (parsed && (selector.isNull() || !parsed->matches(labels)))
        errors.invalid("spec.template.metadata.labels", labels,
                       "`selector` does not match template `labels`");
    if (!selector.isNull() && selector["matchLabels"].isEmpty() && selector["matchExpressions"].isEmpty())
        errors.invalid("spec.selector", selector, "empty selector is invalid for daemonset");
    validateTemplate(spec["template"], "spec.template", errors);
    validateAlwaysRestarts(spec["template"]["spec"], "spec.template.spec", "DaemonSet", errors);
    validateNotNegative(spec["minReadySeconds"], "spec.minReadySeconds", errors);
    validateStrategy(spec["updateStrategy"], errors);
    validateNotNegative(spec["revisionHistoryLimit"], "spec.revisionHistoryLimit", errors);
}

void validateUpdate(const Value &daemonSet, const kube::Object &old, FieldErrors &errors)
{
    if (daemonSet["spec"] == old.spec())
        return;
    validate(daemonSet, errors);
    validateSameSelector(daemonSet, old, errors);
}

void validateStatusUpdate(const Value &daemonSet, const kube::Object &, FieldErrors &errors)
{
    for (const char *key : {"currentNumberScheduled", "numberMisscheduled", "desiredNumberScheduled",
                            "numberReady", "observedGeneration", "updatedNumberScheduled", "numberAvailable",
                            "numberUnavailable", "collisionCount"})
        validateNotNegative(daemonSet["status"][key], childPath("status", key), errors);
}

std::vector<kube::TableColumn> columns()
{
    std::vector<kube::TableColumn> all{
        nameColumn(),
        column("Desired", "integer", "Nodes that should have a Pod."),
        column("Current", "integer", "Nodes that have one."),
        column("Ready", "integer", "Nodes whose Pod is ready."),
        column("Up-to-date", "integer", "Nodes whose Pod is made from the present template."),
        column("Available", "integer", "Nodes whose Pod has been ready for at least minReadySeconds."),
        column("Node Selector", "string", "Labels of the nodes that are meant."),
        ageColumn()};
    for (auto &one : workloadColumns())
        all.push_back(std::move(one));
    return all;
}

std::vector<Value> cells(const kube::Object &daemonSet, base::Instant now)
{
    const Value &status = daemonSet.status();
    std::vector<Value> row{daemonSet.name(),
                           status["desiredNumberScheduled"].asInt(),
                           status["currentNumberScheduled"].asInt(),
                           status["numberReady"].asInt(),
                           status["updatedNumberScheduled"].asInt(),
                           status["numberAvailable"].asInt(),
                           kube::formatLabels(daemonSet.at("spec", "template", "spec", "nodeSelector")),
                           ageCell(daemonSet, now)};
    appendWorkloadCells(row, daemonSet.spec()["template"], daemonSet.spec()["selector"]);
    return row;
}

} // namespace

Kind daemonSet()
{
    Kind kind;
    kind.group = "apps";
    kind.version = "v1";
    kind.resource = "daemonsets";
    kind.singular = "daemonset";
    kind.kind = "DaemonSet";
    kind.shortNames = {"ds"};
    kind.categories = {"all"};
    kind.hasStatus = true;
    kind.generation = GenerationRule::Spec;
    kind.nameRule = syntax::subdomainName;
    kind.setDefaults = setDefaults;
    kind.prepareForCreate = prepareForCreate;
    kind.prepareForUpdate = prepareForUpdate;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.validateStatusUpdate = validateStatusUpdate;
    kind.columns = columns();
    kind.cells = cells;
    return kind;
}

} // namespace minato::apiserver::kinds
