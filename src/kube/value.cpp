// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/value.h"

#include "base/assert.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace minato::kube {

Value::Value(std::string_view text) : Value(Type::String, detail::StringNode::make(text)) {}

Value::Value(Array items) : Value(Type::Array, new detail::ArrayNode{{}, std::move(items)}) {}

Value Value::key(std::string_view text)
{
    if (text.size() > kShortText)
        return Value(text);
    Value value;
    std::ranges::copy(text, value.m_content.bytes);
    value.m_content.tag =
        static_cast<std::uint8_t>(Type::String) | static_cast<std::uint8_t>(text.size() << kLengthShift);
    return value;
}

void Value::destroy() noexcept
{
    switch (type()) {
    case Type::String:
        detail::StringNode::destroy(node<detail::StringNode>());
        break;
    case Type::Array:
        delete node<detail::ArrayNode>();
        break;
    default:
        delete node<detail::MapNode>();
        break;
    }
}

Value Value::emptyMap()
{
    return Value(Type::Map, new detail::MapNode);
}

Value Value::emptyArray()
{
    return Value(Array{});
}

Value Value::map(std::initializer_list<std::pair<std::string_view, Value>> members)
{
    MapBuilder builder;
    builder.reserve(members.size());
    for (const auto &[key, value] : members)
        builder.add(Value::key(key), value);
    return builder.build();
}

Value Value::map(std::vector<std::pair<std::string, Value>> members)
{
    MapBuilder builder;
    builder.reserve(members.size());
    for (auto &[key, value] : members)
        builder.add(Value::key(key), std::move(value));
    return builder.build();
}

Value Value::array(std::initializer_list<Value> items)
{
    return Value(Array(items));
}

bool Value::isEmpty() const noexcept
{
    switch (type()) {
    case Type::Null:
        return true;
    case Type::String:
        return asString().empty();
    case Type::Array:
    case Type::Map:
        return size() == 0;
    default:
        return false;
    }
}

bool Value::asBool(bool otherwise) const noexcept
{
    return isBool() ? held<bool>() : otherwise;
}

std::int64_t Value::asInt(std::int64_t otherwise) const noexcept
{
    if (isInt())
        return held<std::int64_t>();
    if (isDouble() && std::abs(held<double>()) < 0x1.0p62 && std::trunc(held<double>()) == held<double>())
        return static_cast<std::int64_t>(held<double>());
    return otherwise;
}

double Value::asDouble(double otherwise) const noexcept
{
    if (isDouble())
        return held<double>();
    return isInt() ? static_cast<double>(held<std::int64_t>()) : otherwise;
}

detail::MapNode &Value::mapForWriting()
{
    MINATO_ASSERT(isNull() || isMap());
    if (isNull())
        *this = emptyMap();
    auto *map = node<detail::MapNode>();
    if (map->refs.load(std::memory_order_acquire) == 1)
        return *map;
    auto copy = std::make_unique<detail::MapNode>();
    copy->members = map->members;
    *this = Value(Type::Map, copy.release());
    return *node<detail::MapNode>();
}

detail::ArrayNode &Value::arrayForWriting()
{
    MINATO_ASSERT(isNull() || isArray());
    if (isNull())
        *this = emptyArray();
    auto *array = node<detail::ArrayNode>();
    if (array->refs.load(std::memory_order_acquire) == 1)
        return *array;
    *this = Value(Array(array->items));
    return *node<detail::ArrayNode>();
}

void Value::set(std::string_view key, Value value)
{
    edit(key) = std::move(value);
}

void Value::erase(std::string_view key)
{
    if (!contains(key))
        return;
    auto &node = mapForWriting();
    node.members.erase(node.lowerBound(key));
}

Value &Value::edit(std::string_view key)
{
    auto &node = mapForWriting();
    auto it = node.lowerBound(key);
    if (it == node.members.end() || it->key() != key)
        it = node.members.insert(it, Member{Value::key(key), Value()});
    return it->value;
}

Value &Value::edit(std::size_t index)
{
    auto &all = arrayForWriting().items;
    MINATO_ASSERT(index < all.size());
    return all[index];
}

void Value::push(Value item)
{
    arrayForWriting().items.push_back(std::move(item));
}

Value::Array &Value::editItems()
{
    return arrayForWriting().items;
}

bool operator==(const Value &a, const Value &b) noexcept
{
    using Type = Value::Type;
    if (a.isNumber() && b.isNumber())
        return a.isInt() && b.isInt() ? a.held<std::int64_t>() == b.held<std::int64_t>()
                                      : a.asDouble() == b.asDouble();
    if (a.type() != b.type())
        return false;
    if (a.isShared() && b.isShared() && a.node<detail::Node>() == b.node<detail::Node>())
        return true;
    switch (a.type()) {
    case Type::Bool:
        return a.held<bool>() == b.held<bool>();
    case Type::String:
        return a.asString() == b.asString();
    case Type::Array:
        return std::ranges::equal(a.items(), b.items());
    case Type::Map:
        return std::ranges::equal(a.members(), b.members(), [](const Member &x, const Member &y) {
            return x.keyValue == y.keyValue && x.value == y.value;
        });
    default:
        return true;
    }
}

namespace {

/// Stable. Few members are sorted in place, without a buffer.
void sortByKey(std::vector<Member> &members)
{
    constexpr std::ptrdiff_t kFew = 24;
    if (std::ssize(members) > kFew) {
        std::ranges::stable_sort(members, {}, &Member::key);
        return;
    }
    for (auto next = members.begin(); next != members.end(); ++next)
        std::rotate(std::ranges::upper_bound(members.begin(), next, next->key(), {}, &Member::key), next,
                    next + 1);
}

} // namespace

Value MapBuilder::build()
{
    // Most come in order already.
    if (!std::ranges::is_sorted(m_members, std::ranges::less_equal(), &Member::key)) {
        sortByKey(m_members);
        // Of equal keys keep the last: unique over the reversed order keeps the first it meets.
        const auto duplicates = std::ranges::unique(m_members.rbegin(), m_members.rend(), {}, &Member::key);
        m_members.erase(m_members.begin(), duplicates.begin().base());
    }
    auto node = std::make_unique<detail::MapNode>();
    node->members = std::move(m_members);
    m_members.clear();
    return Value(Value::Type::Map, node.release());
}

} // namespace minato::kube
