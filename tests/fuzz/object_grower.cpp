// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "object_grower.h"

#include <array>

namespace minato::fuzz {
namespace {

using kube::Form;
using kube::Value;
using Words = std::span<const std::string_view>;

constexpr int kDeepest = 12;
constexpr auto kStrings = std::to_array<std::string_view>({"web",
                                                           "app",
                                                           "a",
                                                           "",
                                                           "A_",
                                                           "a.b/c",
                                                           "10.0.0.1",
                                                           "10.96.0.9",
                                                           "None",
                                                           "Always",
                                                           "Never",
                                                           "Running",
                                                           "TCP",
                                                           "http",
                                                           "default",
                                                           "kube-system",
                                                           "In",
                                                           "Exists",
                                                           "NoExecute",
                                                           "RollingUpdate",
                                                           "50%",
                                                           "nginx:1",
                                                           "cpu",
                                                           "metadata.name",
                                                           "kubernetes.io/hostname",
                                                           "\xe3\x81\x82",
                                                           "/var/x",
                                                           "../x"});
constexpr auto kQuantities = std::to_array<std::string_view>(
    {"1", "100m", "1Gi", "0", "-1", "1e3", "9223372036854775807", "0.5", "x", "1n", "12E"});
constexpr auto kTimes = std::to_array<std::string_view>(
    {"2026-01-05T00:00:00Z", "2026-01-05T00:00:00.123456Z", "9999-12-31T23:59:59Z", "yesterday", ""});
constexpr auto kNumbers = std::to_array<std::int64_t>(
    {0, 1, 2, 3, -1, 80, 100, 30'000, 65'536, 2'147'483'647, 2'147'483'648, 9'223'372'036'854'775'807});

/// A value of any type, for where it does not fit.
Value anything(Luck &luck)
{
    switch (luck.below(7)) {
    case 0:
        return nullptr;
    case 1:
        return luck.below(2) == 0;
    case 2:
        return luck.oneOf(std::span<const std::int64_t>(kNumbers));
    case 3:
        return 1.5;
    case 4:
        return Value::emptyMap();
    case 5:
        return Value::emptyArray();
    default:
        return luck.oneOf(Words(kStrings));
    }
}

std::string_view oneOfEnumeration(std::string_view values, Luck &luck)
{
    for (std::size_t skip = luck.below(4); skip > 0 && values.contains(' '); --skip)
        values.remove_prefix(values.find(' ') + 1);
    return values.substr(0, values.find(' '));
}

Value scalarFor(const kube::FieldType &type, Luck &luck)
{
    switch (type.form) {
    case Form::Bool:
        return luck.below(2) == 0;
    case Form::Int32:
    case Form::Int64:
        return luck.oneOf(std::span<const std::int64_t>(kNumbers));
    case Form::Float:
        return 0.5;
    case Form::Bytes:
        return luck.below(4) == 0 ? "!" : "YWJj";
    case Form::Quantity:
        return luck.oneOf(Words(kQuantities));
    case Form::IntOrString:
        return luck.below(2) == 0 ? Value(luck.oneOf(std::span<const std::int64_t>(kNumbers)))
                                  : Value(luck.oneOf(Words(kStrings)));
    case Form::Time:
    case Form::MicroTime:
        return luck.oneOf(Words(kTimes));
    case Form::Duration:
        return "1h30m";
    case Form::FieldsV1:
        return Value::map(
            {{"f:metadata", Value::map({{"f:labels", Value::map({{".", Value::emptyMap()}})}})}});
    case Form::String:
        return type.values.empty() || luck.below(8) == 0 ? luck.oneOf(Words(kStrings))
                                                         : oneOfEnumeration(type.values, luck);
    default:
        return Value::emptyMap();
    }
}

} // namespace

Value ObjectGrower::newObject(std::string_view apiVersion, std::string_view kind, Luck &luck) const
{
    const kube::Structure *structure = m_types.find(kube::structureName(apiVersion, kind));
    Value object = structure ? structureFor(*structure, 0, luck) : Value::emptyMap();
    object.set("apiVersion", apiVersion);
    object.set("kind", kind);
    object.set("metadata", Value::map({{"name", "web"}, {"labels", Value::map({{"app", "web"}})}}));
    return object;
}

Value ObjectGrower::structureFor(const kube::Structure &structure, int depth, Luck &luck) const
{
    Value made = Value::emptyMap();
    for (const kube::Field &field : structure.fields) {
        const std::size_t rarity = field.isRequired ? 16 : structure.fields.size();
        const bool isWanted = field.isRequired ? luck.below(rarity) > 0 : luck.below(rarity) < 2;
        if (isWanted || field.key.asString() == "spec")
            made.set(field.key.asString(), valueFor(*field.type, depth + 1, luck));
    }
    return made;
}

Value ObjectGrower::valueFor(const kube::FieldType &type, int depth, Luck &luck) const
{
    if (luck.below(40) == 0 || depth > kDeepest)
        return anything(luck);
    if (type.form == Form::Structure)
        return structureFor(m_types.structure(type.structure), depth, luck);
    if (type.form == Form::List) {
        Value list = Value::emptyArray();
        for (std::size_t i = luck.below(8) == 0 ? 2 : 1; i > 0; --i)
            list.push(valueFor(*type.inner, depth + 1, luck));
        return list;
    }
    if (type.form == Form::Map) {
        Value map = Value::emptyMap();
        map.set(luck.oneOf(Words(kStrings)), valueFor(*type.inner, depth + 1, luck));
        return map;
    }
    return scalarFor(type, luck);
}

Value ObjectGrower::changed(const Value &object, Luck &luck) const
{
    const std::string name = kube::structureName(object["apiVersion"].asString(), object["kind"].asString());
    if (const kube::Structure *structure = object.isMap() ? m_types.find(name) : nullptr)
        return changedStructure(*structure, object, 0, luck);
    return changedTyped(nullptr, object, 0, luck);
}

Value ObjectGrower::changedStructure(const kube::Structure &structure, Value value, int depth,
                                     Luck &luck) const
{
    const auto members = value.members();
    const std::size_t choice = luck.below(8);
    if (choice < 5 && !members.empty()) {
        const std::string key(members[luck.below(members.size())].key());
        if (choice == 0) {
            value.erase(key);
            return value;
        }
        const kube::Field *field = structure.field(key);
        Value inner = changedTyped(field ? field->type : nullptr, value[key], depth + 1, luck);
        value.set(key, std::move(inner));
        return value;
    }
    if (structure.fields.empty())
        return value;
    const kube::Field &field = structure.fields[luck.below(structure.fields.size())];
    value.set(field.key.asString(), valueFor(*field.type, depth + 1, luck));
    return value;
}

Value ObjectGrower::changedTyped(const kube::FieldType *type, const Value &value, int depth, Luck &luck) const
{
    if (depth > kDeepest || luck.below(8) == 0)
        return type ? valueFor(*type, depth, luck) : anything(luck);
    if (value.isMap() && type && type->form == Form::Structure)
        return changedStructure(m_types.structure(type->structure), value, depth, luck);
    const kube::FieldType *inner = type ? type->inner : nullptr;
    Value made = value;
    if (value.isMap() && value.size() > 0) {
        const std::string key(value.members()[luck.below(value.size())].key());
        made.set(key, changedTyped(inner, value[key], depth + 1, luck));
        return made;
    }
    if (value.isArray() && value.size() > 0) {
        const std::size_t at = luck.below(value.size());
        Value item = changedTyped(inner, value[at], depth + 1, luck);
        if (luck.below(4) == 0)
            made.push(std::move(item));
        else
            made.edit(at) = std::move(item);
        return made;
    }
    return type ? valueFor(*type, depth, luck) : anything(luck);
}

} // namespace minato::fuzz
