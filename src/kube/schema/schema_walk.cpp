// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/schema/schema_walk.h"

#include "base/instant.h"
#include "kube/base64.h"
#include "kube/json.h"
#include "kube/quantity.h"

#include <algorithm>
#include <format>
#include <limits>

namespace minato::kube {
namespace {

const Value kNothing{};

/// What Go's omitempty leaves out of a field that is no pointer.
bool isZero(const Value &value)
{
    return value.isEmpty() || value == Value(0) || value == Value(false);
}

bool isPodSpec(const Structure &structure)
{
    return structure.name == "core.v1.PodSpec";
}

std::string found(const FieldType &type, const Value &value)
{
    const bool wantsInteger =
        type.form == Form::Int32 || type.form == Form::Int64 || type.form == Form::IntOrString;
    if (value.isNumber())
        return wantsInteger ? "number " + toJson(value) : "number";
    return value.isString() ? "string" : value.isBool() ? "bool" : value.isArray() ? "array" : "object";
}

/// Mirrors   fromUnstructured and below, apimachinery/pkg/runtime/converter.go
std::string conversionError(const FieldType &type, const Value &value)
{
    const std::string_view kind = value.isString()   ? "string"
                                  : value.isBool()   ? "bool"
                                  : value.isArray()  ? "slice"
                                  : value.isMap()    ? "map"
                                  : value.isDouble() ? "float64"
                                                     : "int64";
    const bool wantsNumber = type.form == Form::Int32 || type.form == Form::Int64 || type.form == Form::Float;
    if (type.form == Form::Structure)
        return std::format("cannot restore struct from: {}", kind);
    if (type.form == Form::List || type.form == Form::Bytes)
        return std::format("cannot restore slice from {}", kind);
    if (type.form == Form::Map)
        return std::format("cannot restore map from {}", kind);
    if ((wantsNumber && value.isNumber()) || (type.form == Form::String && value.isInt()))
        return std::format("cannot convert {} to {}", kind, type.goName);
    return std::format("unrecognized type: {}", type.form == Form::String ? "string" : type.goName);
}

/// `fresh`, or `known` when both have the same nodes in them.
Value familiar(Value fresh, const Value &known)
{
    const auto isSame = [](const Value &a, const Value &b) {
        return a.type() == b.type() && a.isSameNode(b);
    };
    if (fresh.type() != known.type() || fresh.size() != known.size() || fresh.isSameNode(known))
        return fresh;
    const bool isKnown = fresh.isMap()
                             ? std::ranges::equal(fresh.members(), known.members(),
                                                  [&](const Member &a, const Member &b) {
                                                      return isSame(a.value, b.value) && a.key() == b.key();
                                                  })
                         : fresh.isArray() ? std::ranges::equal(fresh.items(), known.items(), isSame)
                                           : fresh.isString() && fresh.asString() == known.asString();
    return isKnown ? known : fresh;
}

/// The members of a structure as they are found: the input itself as long as nothing is different.
class Members {
public:
    Members(const Structure &structure, const Value &input) : m_structure(structure), m_input(input) {}

    /// `before` is null where the input has no such member.
    void add(const Field &field, const Value *before, Value after)
    {
        if (m_isSame && before && after.isSameNode(*before)) {
            ++m_count;
            return;
        }
        differ();
        m_builder.add(field.key, std::move(after));
    }
    /// Some member of the input is left out.
    void differ()
    {
        if (!std::exchange(m_isSame, false))
            return;
        m_builder.reserve(m_input.size() + 4);
        auto field = m_structure.fields.begin();
        for (const Member &member : m_input.members().first(m_count)) {
            while (field->key.asString() != member.key())
                ++field;
            m_builder.add(field->key, member.value);
        }
    }
    [[nodiscard]] Value finish() { return m_isSame ? m_input : m_builder.build(); }

private:
    const Structure &m_structure;
    const Value &m_input;
    MapBuilder m_builder;
    std::size_t m_count = 0; ///< of those kept, all at the front
    bool m_isSame = true;
};

/// Finds the items of a list in a known one that was much like it.
class FormerItems {
public:
    explicit FormerItems(const Value &known) : m_items(known.items()) {}
    [[nodiscard]] bool isKnown(const Value &item)
    {
        constexpr std::size_t kFar = 32;
        const auto near = m_items.subspan(m_next, std::min(kFar, m_items.size() - m_next));
        const auto it = std::ranges::find_if(
            near, [&item](const Value &one) { return one.type() == item.type() && one.isSameNode(item); });
        if (it == near.end())
            return false;
        m_next += static_cast<std::size_t>(it - near.begin()) + 1;
        return true;
    }

private:
    std::span<const Value> m_items;
    std::size_t m_next = 0;
};

} // namespace

std::string SchemaWalk::path(bool withIndices) const
{
    std::string text;
    for (const Step &step : m_path) {
        if (!step.key.empty())
            text.append(text.empty() ? "" : ".").append(step.key);
        else if (withIndices)
            text += std::format("[{}]", step.index);
    }
    return text;
}

void SchemaWalk::fail(std::string message)
{
    if (!m_error)
        m_error = std::move(message);
}

Value SchemaWalk::wrongType(const FieldType &type, const Value &value)
{
    // What reads itself from JSON does so in both cases.
    const bool readsItself = type.form >= Form::Quantity;
    fail(m_wording == Wording::Converter && !readsItself
             ? conversionError(type, value)
             : std::format("json: cannot unmarshal {} into Go struct field {}.{} of type {}",
                           found(type, value), m_structures.back()->goName(), path(false), type.goName));
    return value;
}

void SchemaWalk::unknown(std::string_view key)
{
    const Into step(*this, {key});
    m_unknown.push_back(path(true));
}

bool SchemaWalk::isRemembered(const Value &value) const
{
    return std::ranges::any_of(m_schema.m_remembered,
                               [&value](const Value &known) { return value.isSameNode(known); });
}

void SchemaWalk::remember(const Value &value)
{
    auto &memory = m_schema.m_remembered;
    memory[m_schema.m_nextRemembered++ % memory.size()] = value;
}

Value SchemaWalk::structure(const Structure &structure, const Value &value, const Value &known)
{
    if (isPodSpec(structure) && isRemembered(value))
        return value;
    m_structures.push_back(&structure);
    Members result(structure, value);
    const auto members = value.members();
    const auto formers = known.members();
    // All are sorted: walk them side by side.
    auto member = members.begin();
    auto former = formers.begin();
    const auto drop = [&] {
        unknown((member++)->key());
        result.differ();
    };
    for (const Field &one : structure.fields) {
        const std::string_view key = one.key.asString();
        while (member != members.end() && member->key() < key)
            drop();
        while (former != formers.end() && former->key() < key)
            ++former;
        const bool isKnown = former != formers.end() && former->key() == key;
        const Value *before = member != members.end() && member->key() == key ? &(member++)->value : nullptr;
        auto after = field(one, before ? *before : kNothing, isKnown ? former->value : kNothing);
        if (after)
            result.add(one, before, *std::move(after));
        else if (before)
            result.differ();
    }
    while (member != members.end())
        drop();
    m_structures.pop_back();
    const Value made = familiar(result.finish(), known);
    // A Pod that is bound has a spec of its own: nobody else will bring it.
    if (isPodSpec(structure) && !m_error && m_unknown.empty() && !made.contains("nodeName"))
        remember(made);
    return made;
}

std::optional<Value> SchemaWalk::field(const Field &field, const Value &before, const Value &known)
{
    const FieldType &type = *field.type;
    const bool isNested = type.form == Form::Structure;
    if (before.isNull()) {
        const bool isWritten = field.isAlwaysWritten || (isNested && !field.isPointer) ||
                               (!field.isPointer && !field.isLeftOutWhenZero &&
                                (type.form == Form::Time || type.form == Form::MicroTime ||
                                 type.form == Form::IntOrString || type.form == Form::RawExtension));
        if (!isWritten)
            return std::nullopt;
        return field.isPointer ? Value() : zero(type, known);
    }
    const Into step(*this, {field.key.asString()});
    Value after = value(type, before, known);
    // Structures and what marshals itself are never empty to Go; pointers are there or not.
    const bool canBeOmitted = !field.isPointer && !field.isAlwaysWritten && !isNested &&
                              type.form != Form::RawExtension && type.form != Form::FieldsV1;
    if (canBeOmitted && isZero(after) && type.form != Form::IntOrString)
        return std::nullopt;
    return after;
}

Value SchemaWalk::zero(const FieldType &type, const Value &known)
{
    switch (type.form) {
    case Form::Structure:
        return structure(m_schema.m_types.structure(type.structure), Value::emptyMap(), known);
    case Form::String:
        return "";
    case Form::Bool:
        return false;
    case Form::Int32:
    case Form::Int64:
    case Form::Float:
    case Form::IntOrString:
        return 0;
    case Form::Quantity:
        return "0";
    default:
        return {};
    }
}

Value SchemaWalk::value(const FieldType &type, const Value &value, const Value &known)
{
    if (value.type() == known.type() && value.isSameNode(known))
        return value;
    if (value.isString() && known.isString() && value.asString() == known.asString())
        return known;
    return judged(type, value, known);
}

Value SchemaWalk::judged(const FieldType &type, const Value &value, const Value &known)
{
    switch (type.form) {
    case Form::Structure:
        return value.isMap() ? structure(m_schema.m_types.structure(type.structure), value, known)
                             : wrongType(type, value);
    case Form::List:
        return value.isArray() ? list(type, value, known) : wrongType(type, value);
    case Form::Map:
        return value.isMap() ? map(type, value, known) : wrongType(type, value);
    case Form::String:
    case Form::Duration:
        return value.isString() ? value : wrongType(type, value);
    case Form::Bytes:
        return value.isString() ? bytes(value) : wrongType(type, value);
    case Form::Bool:
        return value.isBool() ? value : wrongType(type, value);
    case Form::Int32:
    case Form::Int64:
        return integer(type, value);
    case Form::Float:
        return value.isNumber() ? value : wrongType(type, value);
    case Form::IntOrString:
        return value.isString() || value.isInt() ? value : wrongType(type, value);
    case Form::Quantity:
        return quantity(value);
    case Form::Time:
    case Form::MicroTime:
        return time(type, value);
    default:
        return value;
    }
}

Value SchemaWalk::list(const FieldType &type, const Value &value, const Value &known)
{
    const FieldType &inner = *type.inner;
    FormerItems formers(known);
    Value result = value;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (formers.isKnown(value[i]))
            continue;
        const Into step(*this, {{}, i});
        Value after = value[i].isNull() ? zero(inner) : this->value(inner, value[i], known[i]);
        if (!after.isSameNode(value[i]))
            result.edit(i) = std::move(after);
    }
    return familiar(std::move(result), known);
}

Value SchemaWalk::map(const FieldType &type, const Value &value, const Value &known)
{
    const FieldType &inner = *type.inner;
    Value result = value;
    for (const Member &member : value.members()) {
        Value after =
            member.value.isNull() ? zero(inner) : this->value(inner, member.value, known[member.key()]);
        if (!after.isSameNode(member.value))
            result.edit(member.key()) = std::move(after);
    }
    return familiar(std::move(result), known);
}

Value SchemaWalk::integer(const FieldType &type, const Value &value)
{
    using Limits = std::numeric_limits<std::int32_t>;
    const std::int64_t number = value.asInt();
    const bool fits = type.form == Form::Int64 || (number >= Limits::min() && number <= Limits::max());
    return value.isInt() && fits ? value : wrongType(type, value);
}

Value SchemaWalk::quantity(const Value &value)
{
    if (!value.isString() && !value.isNumber()) {
        fail("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
        return value;
    }
    const auto parsed = Quantity::parse(value.isString() ? std::string(value.asString()) : toJson(value));
    if (!parsed) {
        fail(parsed.error());
        return value;
    }
    const std::string text = parsed->toString();
    return value.isString() && value.asString() == text ? value : Value(text);
}

Value SchemaWalk::bytes(const Value &value)
{
    const auto decoded = decodeBase64(value.asString());
    if (!decoded) {
        fail(decoded.error());
        return value;
    }
    const std::string text = encodeBase64(*decoded);
    return value.asString() == text ? value : Value(text);
}

Value SchemaWalk::time(const FieldType &type, const Value &value)
{
    if (!value.isString())
        return wrongType(type, value);
    const std::string_view before = value.asString();
    const auto instant = base::parseRfc3339(before);
    if (!instant) {
        fail(std::format(
            "parsing time \"{}\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"{}\" as \"2006\"", before,
            before));
        return value;
    }
    if (*instant == base::kFirstInstant || *instant == base::kLastInstant)
        return value; // beyond what we reckon with, but a time
    const std::string text =
        type.form == Form::Time ? base::toRfc3339(*instant) : base::toRfc3339Micro(*instant);
    return before == text ? value : Value(text);
}

} // namespace minato::kube
