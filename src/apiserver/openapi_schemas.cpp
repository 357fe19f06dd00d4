// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/openapi_schemas.h"

#include "apiserver/descriptions/descriptions.h"
#include "kube/json.h"

#include <algorithm>
#include <ranges>

namespace minato::apiserver {
namespace {

using kube::Field;
using kube::FieldType;
using kube::Form;
using kube::MergeType;
using kube::Value;

/// What has a form of its own in JSON, and a schema of its own here.
struct Special {
    Form form;
    std::string_view name;
    std::string_view schema;
};
constexpr Special kSpecials[] = {
    {Form::Quantity, "io.k8s.apimachinery.pkg.api.resource.Quantity",
     R"({"description":"An amount: a number with a suffix, such as 500m (a half), 2, 1.5Gi or 10M.","oneOf":[{"type":"string"},{"type":"number"}]})"},
    {Form::IntOrString, "io.k8s.apimachinery.pkg.util.intstr.IntOrString",
     R"({"description":"A number, or a text such as 25% or the name of a port.","format":"int-or-string","oneOf":[{"type":"integer"},{"type":"string"}]})"},
    {Form::Time, "io.k8s.apimachinery.pkg.apis.meta.v1.Time",
     R"({"description":"A moment, such as 2026-01-05T12:00:00Z.","format":"date-time","type":"string"})"},
    {Form::MicroTime, "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime",
     R"({"description":"A moment with microseconds.","format":"date-time","type":"string"})"},
    {Form::Duration, "io.k8s.apimachinery.pkg.apis.meta.v1.Duration",
     R"({"description":"A length of time, such as 1m30s.","type":"string"})"},
    {Form::FieldsV1, "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1",
     R"({"description":"A tree of fields.","type":"object"})"},
    {Form::RawExtension, "io.k8s.apimachinery.pkg.runtime.RawExtension",
     R"({"description":"Any object.","type":"object"})"}};

const Special *specialOf(Form form)
{
    const auto it = std::ranges::find(kSpecials, form, &Special::form);
    return it == std::end(kSpecials) ? nullptr : it;
}

Value scalarSchema(Form form)
{
    switch (form) {
    case Form::Bool:
        return Value::map({{"type", "boolean"}});
    case Form::Int32:
        return Value::map({{"type", "integer"}, {"format", "int32"}});
    case Form::Int64:
        return Value::map({{"type", "integer"}, {"format", "int64"}});
    case Form::Float:
        return Value::map({{"type", "number"}, {"format", "double"}});
    case Form::Bytes:
        return Value::map({{"type", "string"}, {"format", "byte"}});
    default:
        return Value::map({{"type", "string"}});
    }
}

/// What Go has where nothing was said; null for what may be missing.
Value zeroOf(const FieldType &type)
{
    switch (type.form) {
    case Form::Structure:
        return Value::emptyMap();
    case Form::String:
        return "";
    case Form::Bool:
        return false;
    case Form::Int32:
    case Form::Int64:
    case Form::Float:
        return 0;
    default:
        return {};
    }
}

Value words(std::string_view text, char separator)
{
    Value list = Value::emptyArray();
    for (const auto part : std::views::split(text, separator)) {
        const std::string_view word(part);
        list.push(word == "\"\"" ? std::string_view() : word);
    }
    return list;
}

void addMergeType(Value &schema, MergeType type, std::string_view keys)
{
    if (type == MergeType::None)
        return;
    const bool isList = schema["type"].asString() == "array";
    const std::string_view name = type == MergeType::Atomic     ? "atomic"
                                  : type == MergeType::Granular ? "granular"
                                  : type == MergeType::Set      ? "set"
                                                                : "map";
    schema.set(isList ? "x-kubernetes-list-type" : "x-kubernetes-map-type", name);
    if (type == MergeType::Map)
        schema.set("x-kubernetes-list-map-keys", words(keys, ','));
}

void addPatchStrategy(Value &schema, const Field &field)
{
    std::string strategy;
    for (const auto &[isSet, name] :
         {std::pair{field.isMerged, "merge"}, std::pair{field.isReplaced, "replace"},
          std::pair{field.retainsKeys, "retainKeys"}}) {
        if (isSet)
            strategy.append(strategy.empty() ? "" : ",").append(name);
    }
    if (!strategy.empty())
        schema.set("x-kubernetes-patch-strategy", strategy);
    if (!field.mergeKey.empty())
        schema.set("x-kubernetes-patch-merge-key", field.mergeKey);
}

Value kindEntry(const kube::GroupVersionKind &gvk)
{
    return Value::map({{"group", gvk.group}, {"version", gvk.version}, {"kind", gvk.kind}});
}

} // namespace

void OpenApiSchemas::readKinds()
{
    const auto add = [this](kube::GroupVersionKind gvk) {
        m_kinds[kube::structureName(gvk.apiVersion(), gvk.kind)] = Value::array({kindEntry(gvk)});
    };
    for (const Kind &kind : m_registry.kinds()) {
        add(kind.gvk());
        add({kind.group, kind.version, kind.kind + "List"});
        for (const Subresource &sub : kind.subresources)
            if (!sub.isConnection())
                add(sub.kind);
        if (!kind.measurement)
            m_kinds["meta.v1.DeleteOptions"].push(kindEntry({kind.group, kind.version, "DeleteOptions"}));
    }
    m_kinds["meta.v1.Status"] = Value::array({kindEntry({"", "v1", "Status"})});
}

std::string OpenApiSchemas::publicName(std::string_view structure)
{
    const std::string_view prefix = structure.starts_with("meta.")      ? "io.k8s.apimachinery.pkg.apis."
                                    : structure.starts_with("metrics.") ? "io.k8s.metrics.pkg.apis."
                                                                        : "io.k8s.api.";
    return std::string(prefix).append(structure);
}

Value OpenApiSchemas::reference(std::string_view publicName)
{
    return Value::map({{"$ref", std::string("#/components/schemas/").append(publicName)}});
}

std::string OpenApiSchemas::nameOf(const FieldType &type) const
{
    const Special *special = specialOf(type.form);
    return special ? std::string(special->name) : publicName(m_types.structure(type.structure).name);
}

Value OpenApiSchemas::typeSchema(const FieldType &type) const
{
    if (type.form == Form::Structure || specialOf(type.form))
        return reference(nameOf(type));
    if (type.form == Form::List)
        return Value::map({{"type", "array"}, {"items", element(*type.inner)}});
    if (type.form == Form::Map)
        return Value::map({{"type", "object"}, {"additionalProperties", element(*type.inner)}});
    Value schema = scalarSchema(type.form);
    if (!type.values.empty())
        schema.set("enum", words(type.values, ' '));
    return schema;
}

namespace {

/// A reference may not have anything beside it: then it is wrapped.
Value withDefault(Value schema, const Value &value, std::string_view description)
{
    if (value.isNull() && description.empty())
        return schema;
    if (schema.contains("$ref"))
        schema = Value::map({{"allOf", Value::array({schema})}});
    if (!value.isNull())
        schema.set("default", value);
    if (!description.empty())
        schema.set("description", description);
    return schema;
}

std::string_view textOf(const kube::Structure &structure, std::string_view field)
{
    const std::string_view own = descriptions::ofField(structure.name, field);
    const bool isKind =
        structure.field("apiVersion") && structure.field("kind") && structure.field("metadata");
    return own.empty() && isKind ? descriptions::ofField("*", field) : own;
}

} // namespace

Value OpenApiSchemas::element(const FieldType &type) const
{
    return withDefault(typeSchema(type), zeroOf(type), {});
}

Value OpenApiSchemas::property(const kube::Structure &structure, const Field &field) const
{
    const bool isStructure = field.type->form == Form::Structure;
    Value value;
    if (!field.defaultValue.empty())
        value = kube::parseJson(field.defaultValue).value_or(Value());
    else if (!field.isPointer && (isStructure || field.isAlwaysWritten))
        value = zeroOf(*field.type);
    Value schema = withDefault(typeSchema(*field.type), value, textOf(structure, field.key.asString()));
    const bool hasTags =
        field.mergeType != MergeType::None || field.isMerged || field.isReplaced || field.retainsKeys;
    if (hasTags && schema.contains("$ref"))
        schema = Value::map({{"allOf", Value::array({schema})}});
    addMergeType(schema, field.mergeType, field.mapKeys);
    addPatchStrategy(schema, field);
    return schema;
}

Value OpenApiSchemas::make(const kube::Structure &structure) const
{
    Value schema = Value::map({{"type", "object"}});
    if (const auto text = descriptions::ofStructure(structure.name); !text.empty())
        schema.set("description", text);
    kube::MapBuilder properties;
    for (const Field &field : structure.fields) {
        properties.add(field.key, property(structure, field));
        if (field.isRequired)
            schema.edit("required").push(field.key);
    }
    if (!structure.fields.empty())
        schema.set("properties", properties.build());
    if (structure.isAtomic)
        schema.set("x-kubernetes-map-type", "atomic");
    if (const auto kind = m_kinds.find(structure.name); kind != m_kinds.end())
        schema.set("x-kubernetes-group-version-kind", kind->second);
    return schema;
}

void OpenApiSchemas::addType(Value &schemas, const FieldType &type)
{
    if (type.inner)
        return addType(schemas, *type.inner);
    if (type.form == Form::Structure)
        return addTo(schemas, m_types.structure(type.structure).name);
    if (const Special *special = specialOf(type.form); special && !schemas.contains(special->name))
        schemas.set(special->name, kube::parseJson(special->schema).value_or(Value()));
}

void OpenApiSchemas::addTo(Value &schemas, std::string_view name)
{
    if (m_kinds.empty())
        readKinds();
    const kube::Structure *structure = m_types.find(name);
    const std::string publicly = publicName(name);
    if (!structure || schemas.contains(publicly))
        return;
    Value &made = m_made[publicly];
    if (made.isNull())
        made = make(*structure);
    schemas.set(publicly, made);
    for (const Field &field : structure->fields)
        addType(schemas, *field.type);
}

} // namespace minato::apiserver
