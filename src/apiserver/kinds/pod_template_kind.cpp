// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"
#include "kube/label_selector.h"

/// Mirrors   pkg/registry/core/podtemplate
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

void validate(const Value &podTemplate, FieldErrors &errors)
{
    validateTemplate(podTemplate["template"], "template", errors);
}

void validateUpdate(const Value &podTemplate, const kube::Object &, FieldErrors &errors)
{
    validate(podTemplate, errors);
}

std::vector<Value> cells(const kube::Object &podTemplate, base::Instant)
{
    const Value &inner = podTemplate["template"];
    std::vector<Value> row{podTemplate.name()};
    appendWorkloadCells(row, inner, Value());
    row.back() = kube::formatLabels(inner["metadata"]["labels"]);
    return row;
}

} // namespace

Kind podTemplate()
{
    Kind kind;
    kind.version = "v1";
    kind.resource = "podtemplates";
    kind.singular = "podtemplate";
    kind.kind = "PodTemplate";
    kind.returnsDeletedObject = true;
    kind.generation = GenerationRule::Content;
    kind.nameRule = syntax::subdomainName;
    kind.setDefaults = setTemplateDefaults;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.columns = {nameColumn(), column("Containers", "string", "Names of the containers in the template."),
                    column("Images", "string", "Images of the containers in the template."),
                    column("Pod Labels", "string", "Labels of Pods made from it.")};
    kind.cells = cells;
    return kind;
}

} // namespace minato::apiserver::kinds
