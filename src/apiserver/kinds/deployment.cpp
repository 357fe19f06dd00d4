// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"

#include <format>

/// Mirrors   pkg/registry/apps/deployment, pkg/apis/apps (defaults, validation)
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

void setDefaults(Value &deployment)
{
    Value &spec = deployment.edit("spec");
    setIfAbsent(spec, "replicas", 1);
    setIfAbsent(spec, "revisionHistoryLimit", 10);
    setIfAbsent(spec, "progressDeadlineSeconds", 600);
    if (spec["strategy"]["type"].isEmpty())
        spec.edit("strategy").set("type", "RollingUpdate");
    const Value &rolling = spec["strategy"]["rollingUpdate"];
    if (spec["strategy"]["type"].asString() == "RollingUpdate" &&
        !(rolling.contains("maxUnavailable") && rolling.contains("maxSurge"))) {
        Value &update = spec.edit("strategy").edit("rollingUpdate");
        setIfAbsent(update, "maxUnavailable", "25%");
        setIfAbsent(update, "maxSurge", "25%");
    }
    setTemplateDefaults(spec);
}

void validateStrategy(const Value &strategy, FieldErrors &errors)
{
    const std::string path = "spec.strategy";
    const Value &rolling = strategy["rollingUpdate"];
    const std::string_view type = strategy["type"].asString();
    if (type == "Recreate") {
        if (!rolling.isNull())
            errors.forbidden(path + ".rollingUpdate",
                             "may not be specified when strategy `type` is 'Recreate'");
        return;
    }
    if (type != "RollingUpdate") {
        errors.unsupportedText(path, internalStrategy(strategy), {"Recreate", "RollingUpdate"});
        return;
    }
    const Value &unavailable = rolling["maxUnavailable"];
    const std::string unavailablePath = path + ".rollingUpdate.maxUnavailable";
    validateIntOrPercent(unavailable, unavailablePath, errors);
    validateIntOrPercent(rolling["maxSurge"], path + ".rollingUpdate.maxSurge", errors);
    if (percentOrInt(unavailable) == 0 && percentOrInt(rolling["maxSurge"]) == 0)
        errors.invalid(unavailablePath, unavailable, "may not be 0 when `maxSurge` is 0");
    validateAtMostAll(unavailable, unavailablePath, errors);
}

void validate(const Value &deployment, FieldErrors &errors)
{
    const Value &spec = deployment["spec"];
    validateNotNegative(spec["replicas"], "spec.replicas", errors);
    validateWorkloadSelector(spec, errors);
    validateStrategy(spec["strategy"], errors);
    for (const char *key : {"minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"})
        validateNotNegative(spec[key], childPath("spec", key), errors);
    const Value &deadline = spec["progressDeadlineSeconds"];
    if (deadline.isInt() && deadline.asInt() <= spec["minReadySeconds"].asInt())
        errors.invalid("spec.progressDeadlineSeconds", deadline, "must be greater than minReadySeconds");
}

void validateUpdate(const Value &deployment, const kube::Object &old, FieldErrors &errors)
{
    if (deployment["spec"] == old.spec())
        return;
    validate(deployment, errors);
    validateSameSelector(deployment, old, errors);
}

void prepareForStatusUpdate(Value &deployment, const kube::Object &old)
{
    keepLabels(deployment, old);
}

void validateStatusUpdate(const Value &deployment, const kube::Object &, FieldErrors &errors)
{
    validateReplicaCounts(deployment["status"], {"updatedReplicas", "readyReplicas", "availableReplicas"},
                          errors);
}

std::vector<kube::TableColumn> columns()
{
    std::vector<kube::TableColumn> all{
        nameColumn(), column("Ready", "string", "Pods that are ready, of those wanted."),
        column("Up-to-date", "integer", "Pods made from the present template."),
        column("Available", "integer", "Pods that have been ready for at least minReadySeconds."),
        ageColumn()};
    for (auto &one : workloadColumns())
        all.push_back(std::move(one));
    return all;
}

std::vector<Value> cells(const kube::Object &deployment, base::Instant now)
{
    const Value &status = deployment.status();
    std::vector<Value> row{
        deployment.name(),
        std::format("{}/{}", status["readyReplicas"].asInt(), deployment.spec()["replicas"].asInt()),
        status["updatedReplicas"].asInt(), status["availableReplicas"].asInt(), ageCell(deployment, now)};
    appendWorkloadCells(row, deployment.spec()["template"], deployment.spec()["selector"]);
    return row;
}

} // namespace

Kind deployment()
{
    Kind kind;
    kind.group = "apps";
    kind.version = "v1";
    kind.resource = "deployments";
    kind.singular = "deployment";
    kind.kind = "Deployment";
    kind.shortNames = {"deploy"};
    kind.categories = {"all"};
    kind.hasStatus = true;
    kind.subresources = {scaleSubresource()};
    kind.generation = GenerationRule::SpecAndAnnotations;
    kind.nameRule = syntax::subdomainName;
    kind.isAboutSpec = true;
    kind.setDefaults = setDefaults;
    kind.prepareForCreate = dropStatus;
    kind.metadataKeptByStatus = {"labels"};
    kind.prepareForStatusUpdate = prepareForStatusUpdate;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.validateStatusUpdate = validateStatusUpdate;
    kind.columns = columns();
    kind.cells = cells;
    return kind;
}

} // namespace minato::apiserver::kinds
