// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/fields/field_place.h"

#include "kube/go_json.h"

#include <format>

namespace minato::kube {
namespace {

FieldPlace::Shape shapeOfList(const Field *field)
{
    using Shape = FieldPlace::Shape;
    if (!field)
        return Shape::Leaf;
    switch (field->mergeType) {
    case MergeType::Map:
        return Shape::KeyedList;
    case MergeType::Set:
        return Shape::Set;
    case MergeType::None:
        if (field->isMerged)
            return field->mergeKey.empty() ? Shape::Set : Shape::KeyedList;
        return Shape::Leaf;
    default:
        return Shape::Leaf;
    }
}

/// The default that OpenAPI declares; what is always written has its zero. Null: none.
Value defaultOf(const Field &field)
{
    if (!field.defaultValue.empty())
        return parseJson(field.defaultValue).value_or(Value());
    if (!field.isAlwaysWritten || field.isPointer)
        return {};
    const Form form = field.type->form;
    return form == Form::String ? Value("") : form == Form::Int32 || form == Form::Int64 ? Value(0) : Value();
}

/// The names of the keys, in order.
template <class Visit>
void eachKey(std::string_view keys, Visit visit)
{
    while (!keys.empty()) {
        const std::size_t end = keys.find(',');
        visit(keys.substr(0, end));
        keys.remove_prefix(end == std::string_view::npos ? keys.size() : end + 1);
    }
}

} // namespace

FieldPlace::FieldPlace(const TypeTable &types, std::string_view structure)
    : m_types(&types), m_structure(types.find(structure))
{
    m_shape = m_structure ? Shape::Structure : Shape::Leaf;
}

FieldPlace::FieldPlace(const TypeTable &types, const FieldType *type, const Field *field)
    : m_types(&types), m_type(type), m_field(field)
{
    if (!type)
        return;
    const bool isAtomic = field && field->mergeType == MergeType::Atomic;
    if (type->form == Form::Structure) {
        m_structure = &types.structure(type->structure);
        m_shape = isAtomic || m_structure->isAtomic ? Shape::Leaf : Shape::Structure;
    } else if (type->form == Form::Map) {
        m_shape = isAtomic ? Shape::Leaf : Shape::Map;
    } else if (type->form == Form::List) {
        m_shape = shapeOfList(field);
        if (m_shape == Shape::KeyedList)
            m_keys = field->mapKeys.empty() ? field->mergeKey : field->mapKeys;
    }
}

FieldPlace FieldPlace::member(std::string_view key) const
{
    if (!m_structure)
        return inner();
    const Field *known = field(key);
    return {*m_types, known ? known->type : nullptr, known};
}

FieldPlace FieldPlace::inner() const
{
    return {*m_types, m_type ? m_type->inner : nullptr, nullptr};
}

std::expected<std::string, std::string> FieldPlace::itemKey(const Value &item) const
{
    if (m_shape == Shape::KeyedList)
        return keyedItemKey(item);
    if (item.isMap())
        return std::unexpected("associative list without keys has an element that's a map type");
    if (item.isArray())
        return std::unexpected("not supported: associative list with lists as elements");
    if (item.isNull())
        return std::unexpected("associative list without keys has an element that's an explicit null");
    return "v:" + toEscapedJson(item);
}

std::expected<std::string, std::string> FieldPlace::keyedItemKey(const Value &item) const
{
    if (item.isNull())
        return std::unexpected("associative list with keys may not have a null element");
    if (!item.isMap())
        return std::unexpected("associative list with keys may not have non-map elements");
    // Most lists have one key, most keys are text.
    if (const Value &only = item[m_keys]; only.isString())
        return std::format("k:{{\"{}\":{}}}", m_keys, toEscapedJson(only));
    const Structure *structure =
        m_type->inner->form == Form::Structure ? &m_types->structure(m_type->inner->structure) : nullptr;
    Value keys = Value::emptyMap();
    eachKey(m_keys, [&](std::string_view name) {
        const Field *known = structure ? structure->field(name) : nullptr;
        Value key = item.contains(name) ? item[name] : known ? defaultOf(*known) : Value();
        if (item.contains(name) || !key.isNull())
            keys.set(name, std::move(key));
    });
    if (!keys.isEmpty())
        return "k:" + toEscapedJson(keys);
    std::string quoted;
    eachKey(m_keys, [&quoted](std::string_view name) {
        quoted += std::format("{}\"{}\"", quoted.empty() ? "" : " ", name);
    });
    return std::unexpected(std::format("associative list with keys has an element that omits all key fields "
                                       "[{}] (and doesn't have default values for any key fields)",
                                       quoted));
}

} // namespace minato::kube
