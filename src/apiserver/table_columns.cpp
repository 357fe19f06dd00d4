// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/table_columns.h"

#include "kube/duration.h"
#include "kube/label_selector.h"

namespace minato::apiserver {

using kube::TableColumn;
using kube::Value;

TableColumn column(std::string_view name, std::string_view type, std::string_view description)
{
    return {std::string(name), std::string(type), {}, std::string(description), 0};
}

TableColumn wideColumn(std::string_view name, std::string_view type, std::string_view description)
{
    return {std::string(name), std::string(type), {}, std::string(description), 1};
}

TableColumn nameColumn()
{
    return {"Name", "string", "name", "The object's name, unique among its kind within the namespace.", 0};
}

TableColumn ageColumn()
{
    return column("Age", "string", "Time since the object was created.");
}

std::vector<TableColumn> workloadColumns()
{
    return {wideColumn("Containers", "string", "Names of the containers in the Pod template."),
            wideColumn("Images", "string", "Images of the containers in the Pod template."),
            wideColumn("Selector", "string", "Labels by which the Pods are found.")};
}

void appendWorkloadCells(std::vector<Value> &cells, const Value &podTemplate, const Value &selector)
{
    std::string names;
    std::string images;
    for (const Value &container : podTemplate.at("spec", "containers").items()) {
        names.append(names.empty() ? "" : ",").append(container["name"].asString());
        images.append(images.empty() ? "" : ",").append(container["image"].asString());
    }
    cells.emplace_back(names);
    cells.emplace_back(images);
    const auto parsed = kube::LabelSelector::fromValue(selector);
    const std::string text = parsed ? parsed->toString() : std::string("<error>");
    cells.push_back(textOr(text, "<none>"));
}

Value ageCell(const kube::Object &object, base::Instant now)
{
    return kube::ageText(object.metadata()["creationTimestamp"], now);
}

Value textOr(std::string_view text, std::string_view otherwise)
{
    return text.empty() ? otherwise : text;
}

std::vector<TableColumn> defaultColumns()
{
    return {nameColumn(), {"Created At", "date", {}, "When the object was created.", 0}};
}

std::vector<Value> defaultCells(const kube::Object &object)
{
    return {object.name(), object.metadata()["creationTimestamp"]};
}

} // namespace minato::apiserver
