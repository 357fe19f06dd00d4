// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/schema/schema.h"

#include "base/assert.h"
#include "kube/schema/field_table.h"
#include "kube/schema/schema_walk.h"

#include <algorithm>
#include <format>

namespace minato::kube {
namespace {

/// The text up to `separator`, which is dropped with it.
std::string_view take(std::string_view &text, char separator)
{
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

std::string_view withoutGroup(std::string_view name)
{
    return name.substr(name.find_last_of('.') + 1);
}

/// How Go names a type in its messages: "int32", "[]v1.Container", "map[string]string".
std::string goName(std::string_view spelling)
{
    if (spelling.starts_with("[]"))
        return "[]" + goName(spelling.substr(2));
    if (spelling.starts_with("{}"))
        return "map[string]" + goName(spelling.substr(2));
    if (spelling == "bytes")
        return "[]uint8";
    const bool isScalar = spelling.front() >= 'a' && spelling.front() <= 'z' && !spelling.contains('.');
    return isScalar ? std::string(spelling) : std::format("v1.{}", withoutGroup(spelling));
}

} // namespace

Schema::Schema()
{
    // Names first: structures refer to one another.
    for (std::string_view rest = fieldTable(); !rest.empty();) {
        std::string_view line = take(rest, '\n');
        if (!line.empty())
            m_names.emplace(take(line, ' '), m_names.size());
    }
    m_structures.resize(m_names.size());
    for (std::string_view rest = fieldTable(); !rest.empty();) {
        const std::string_view line = take(rest, '\n');
        if (!line.empty())
            readStructure(line);
    }
}

void Schema::readStructure(std::string_view line)
{
    const std::string_view name = take(line, ' ');
    Structure &structure = m_structures[m_names.find(name)->second];
    structure.goName = withoutGroup(name);
    structure.isRemembered = name == "PodSpec";
    while (!line.empty()) {
        std::string_view spelling = take(line, ' ');
        Field field;
        field.key = Value(take(spelling, ':'));
        for (; !spelling.empty() && std::string_view("*!0").contains(spelling.front());
             spelling.remove_prefix(1)) {
            field.isPointer |= spelling.front() == '*';
            field.isAlwaysWritten |= spelling.front() == '!';
            field.isLeftOutWhenZero |= spelling.front() == '0';
        }
        field.type = typeFor(spelling);
        structure.fields.push_back(std::move(field));
    }
    std::ranges::sort(structure.fields, {}, [](const Field &field) { return field.key.asString(); });
}

std::size_t Schema::typeFor(std::string_view spelling)
{
    if (const auto it = m_types.find(spelling); it != m_types.end())
        return it->second;
    constexpr std::pair<std::string_view, Form> kScalars[] = {
        {"string", Form::String}, {"bool", Form::Bool},           {"int32", Form::Int32},
        {"int64", Form::Int64},   {"float64", Form::Float},       {"bytes", Form::Bytes},
        {"Time", Form::Time},     {"MicroTime", Form::MicroTime}, {"Quantity", Form::Quantity},
        {"any", Form::Any},       {"Duration", Form::String},     {"IntOrString", Form::IntOrString}};
    Type type;
    type.goName = goName(spelling);
    if (spelling.starts_with("[]") || spelling.starts_with("{}")) {
        type.form = spelling.front() == '[' ? Form::List : Form::Map;
        type.inner = typeFor(spelling.substr(2));
    } else if (const auto it =
                   std::ranges::find(kScalars, spelling, [](const auto &entry) { return entry.first; });
               it != std::end(kScalars)) {
        type.form = it->second;
    } else {
        const auto found = m_names.find(spelling);
        MINATO_ASSERT(found != m_names.end());
        type.form = Form::Structure;
        type.structure = found->second;
    }
    m_typeList.push_back(std::move(type));
    m_types.emplace(spelling, m_typeList.size() - 1);
    return m_typeList.size() - 1;
}

Schema::Outcome Schema::canonical(std::string_view type, const Value &object, const Value *known) const
{
    const auto it = m_names.find(type);
    if (it == m_names.end())
        return {object, {}, std::nullopt};
    SchemaWalk walk(*this, known);
    Outcome outcome;
    outcome.value = walk.structure(m_structures[it->second], object);
    outcome.unknownFields = walk.takeUnknownFields();
    outcome.error = walk.takeError();
    return outcome;
}

} // namespace minato::kube
