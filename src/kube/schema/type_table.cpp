// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/schema/type_table.h"

#include "base/assert.h"
#include "kube/schema/field_table.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace minato::kube {
namespace {

constexpr std::string_view kAtomic = ";atomic ";
constexpr std::string_view kEnumeration = "= ";

/// The text up to `separator`, which is dropped with it.
std::string_view take(std::string_view &text, char separator)
{
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

std::string_view nameOf(std::string_view line)
{
    return line.substr(0, line.find(' '));
}

std::optional<Form> scalarForm(std::string_view spelling)
{
    constexpr std::pair<std::string_view, Form> kScalars[] = {{"string", Form::String},
                                                              {"bool", Form::Bool},
                                                              {"int32", Form::Int32},
                                                              {"int64", Form::Int64},
                                                              {"float64", Form::Float},
                                                              {"bytes", Form::Bytes},
                                                              {"Quantity", Form::Quantity},
                                                              {"Time", Form::Time},
                                                              {"MicroTime", Form::MicroTime},
                                                              {"IntOrString", Form::IntOrString},
                                                              {"Duration", Form::Duration},
                                                              {"FieldsV1", Form::FieldsV1},
                                                              {"RawExtension", Form::RawExtension}};
    const auto it = std::ranges::find(kScalars, spelling, [](const auto &entry) { return entry.first; });
    return it == std::end(kScalars) ? std::nullopt : std::optional(it->second);
}

/// What Go reads from the JSON of a scalar.
std::string_view goScalar(Form form, std::string_view spelling)
{
    if (form == Form::Bytes)
        return "[]uint8";
    if (form == Form::IntOrString)
        return "int32";
    return form == Form::Time || form == Form::MicroTime || form == Form::Duration ? "string" : spelling;
}

std::uint32_t takeNumber(std::string_view &text)
{
    std::uint32_t number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

void takeFlags(std::string_view &text, Field &field)
{
    for (;; text.remove_prefix(1)) {
        switch (text.front()) {
        case '*':
            field.isPointer = true;
            break;
        case '!':
            field.isAlwaysWritten = field.isRequired = true;
            break;
        case '-':
            field.isLeftOutWhenZero = true;
            break;
        case '^':
        case '?':
            field.isRequired = text.front() == '^';
            break;
        default:
            return;
        }
    }
}

void addTag(Field &field, std::string_view tag)
{
    const std::string_view name = take(tag, '=');
    if (name == "default") {
        field.defaultValue = tag;
    } else if (name == "merge") {
        field.isMerged = true;
        field.mergeKey = tag;
    } else if (name == "replace") {
        field.isReplaced = true;
    } else if (name == "retainKeys") {
        field.retainsKeys = true;
    } else if (name == "map") {
        field.mergeType = MergeType::Map;
        field.mapKeys = tag;
    } else {
        field.mergeType = name == "set"      ? MergeType::Set
                          : name == "atomic" ? MergeType::Atomic
                                             : MergeType::Granular;
    }
}

} // namespace

const Field *Structure::field(std::string_view key) const
{
    const auto keyOf = [](const Field &field) { return field.key.asString(); };
    const auto it = std::ranges::lower_bound(fields, key, {}, keyOf);
    return it == fields.end() || keyOf(*it) != key ? nullptr : &*it;
}

TypeTable::TypeTable() : m_structures(fieldTable().size()) {}

std::size_t TypeTable::indexOf(std::string_view name) const
{
    const auto table = fieldTable();
    const auto it = std::ranges::lower_bound(table, name, {}, nameOf);
    return it == table.end() || nameOf(*it) != name ? table.size()
                                                    : static_cast<std::size_t>(it - table.begin());
}

const Structure *TypeTable::find(std::string_view name) const
{
    const std::size_t index = indexOf(name);
    if (index == m_structures.size() || fieldTable()[index].substr(name.size() + 1).starts_with(kEnumeration))
        return nullptr;
    return &structure(index);
}

const Structure &TypeTable::structure(std::size_t index) const
{
    if (!m_structures[index]) {
        auto made = std::make_unique<const Structure>(read(fieldTable()[index]));
        m_structures[index] = std::move(made);
    }
    return *m_structures[index];
}

Structure TypeTable::read(std::string_view line) const
{
    Structure structure;
    structure.name = take(line, ' ');
    structure.isAtomic = line.starts_with(kAtomic);
    if (structure.isAtomic)
        line.remove_prefix(kAtomic.size());
    const std::string_view package = structure.name.substr(0, structure.name.find_last_of('.') + 1);
    while (!line.empty())
        addField(structure, package, take(line, ' '));
    std::ranges::sort(structure.fields, {}, [](const Field &field) { return field.key.asString(); });
    return structure;
}

void TypeTable::addField(Structure &structure, std::string_view package, std::string_view spelling) const
{
    Field field;
    const std::string_view key = take(spelling, ':');
    field.number = takeNumber(spelling);
    takeFlags(spelling, field);
    field.type = &typeFor(package, take(spelling, ';'));
    if (key == "~") {
        inlineStructure(structure, *field.type, field.number);
        return;
    }
    field.key = Value::key(key);
    field.setKey = Value::key(std::string("f:").append(key));
    while (!spelling.empty())
        addTag(field, take(spelling, ';'));
    structure.fields.push_back(std::move(field));
}

void TypeTable::inlineStructure(Structure &structure, const FieldType &type, std::uint32_t number) const
{
    if (number != 0)
        structure.messages.push_back({number, type.structure});
    for (Field field : this->structure(type.structure).fields) {
        field.number = 0;
        structure.fields.push_back(std::move(field));
    }
}

const FieldType &TypeTable::typeFor(std::string_view package, std::string_view spelling) const
{
    const std::size_t prefix = spelling.find_first_not_of("[]{}&");
    std::string_view base = spelling.substr(prefix);
    const auto scalar = scalarForm(base);
    std::string whole(spelling.substr(0, prefix));
    if (!scalar && !base.contains('.'))
        whole += package;
    whole += base;
    if (const auto it = m_types.find(whole); it != m_types.end())
        return it->second;
    FieldType type;
    if (prefix > 0) {
        type.isMessage = whole.front() == '&';
        const std::string_view list = std::string_view(whole).substr(type.isMessage ? 1 : 0);
        type.form = list.front() == '[' ? Form::List : Form::Map;
        type.inner = &typeFor(package, list.substr(2));
        type.goName = (type.form == Form::List ? "[]" : "map[string]") + type.inner->goName;
    } else if (scalar) {
        type.form = *scalar;
        type.goName = goScalar(type.form, base);
    } else {
        type.structure = indexOf(whole);
        MINATO_ASSERT(type.structure < m_structures.size());
        type.goName = whole.substr(whole.find('.') + 1);
        std::string_view line = fieldTable()[type.structure].substr(whole.size() + 1);
        const bool isEnumeration = line.starts_with(kEnumeration);
        type.form = isEnumeration ? Form::String : Form::Structure;
        if (isEnumeration)
            type.values = line.substr(kEnumeration.size());
    }
    return m_types.emplace(std::move(whole), std::move(type)).first->second;
}

std::string structureName(std::string_view apiVersion, std::string_view kind)
{
    std::string_view version = apiVersion;
    const std::string_view group = apiVersion.contains('/') ? take(version, '/') : std::string_view();
    std::string name(group.empty() ? "core" : group.substr(0, group.find('.')));
    return name.append(".").append(version).append(".").append(kind);
}

} // namespace minato::kube
