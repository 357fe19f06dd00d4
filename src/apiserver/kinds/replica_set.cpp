// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"

/// Mirrors   pkg/registry/apps/replicaset, pkg/apis/apps (defaults, validation)
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

void setDefaults(Value &replicaSet)
{
    Value &spec = replicaSet.edit("spec");
    setIfAbsent(spec, "replicas", 1);
    setTemplateDefaults(spec);
}

void validate(const Value &replicaSet, FieldErrors &errors)
{
    const Value &spec = replicaSet["spec"];
    validateNotNegative(spec["replicas"], "spec.replicas", errors);
    validateNotNegative(spec["minReadySeconds"], "spec.minReadySeconds", errors);
    validateWorkloadSelector(spec, errors);
}

void validateUpdate(const Value &replicaSet, const kube::Object &old, FieldErrors &errors)
{
    if (replicaSet["spec"] == old.spec())
        return;
    validate(replicaSet, errors);
    validateSameSelector(replicaSet, old, errors);
}

void validateStatusUpdate(const Value &replicaSet, const kube::Object &, FieldErrors &errors)
{
    validateReplicaCounts(replicaSet["status"],
                          {"fullyLabeledReplicas", "readyReplicas", "availableReplicas"}, errors);
}

std::vector<kube::TableColumn> columns()
{
    std::vector<kube::TableColumn> all{nameColumn(), column("Desired", "integer", "Pods that are wanted."),
                                       column("Current", "integer", "Pods that exist."),
                                       column("Ready", "integer", "Pods that are ready."), ageColumn()};
    for (auto &one : workloadColumns())
        all.push_back(std::move(one));
    return all;
}

std::vector<Value> cells(const kube::Object &replicaSet, base::Instant now)
{
    const Value &status = replicaSet.status();
    std::vector<Value> row{replicaSet.name(), replicaSet.spec()["replicas"].asInt(),
                           status["replicas"].asInt(), status["readyReplicas"].asInt(),
                           ageCell(replicaSet, now)};
    appendWorkloadCells(row, replicaSet.spec()["template"], replicaSet.spec()["selector"]);
    return row;
}

} // namespace

Kind replicaSet()
{
    Kind kind;
    kind.group = "apps";
    kind.version = "v1";
    kind.resource = "replicasets";
    kind.singular = "replicaset";
    kind.kind = "ReplicaSet";
    kind.shortNames = {"rs"};
    kind.categories = {"all"};
    kind.hasStatus = true;
    kind.subresources = {scaleSubresource()};
    kind.generation = GenerationRule::Spec;
    kind.nameRule = syntax::subdomainName;
    kind.isAboutSpec = true;
    kind.setDefaults = setDefaults;
    kind.prepareForCreate = dropStatus;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.validateStatusUpdate = validateStatusUpdate;
    kind.columns = columns();
    kind.cells = cells;
    return kind;
}

} // namespace minato::apiserver::kinds
