// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/value.h"

#include "base/assert.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <memory>
#include <new>

namespace minato::kube {
namespace detail {

struct Node {
    std::atomic<std::uint32_t> refs{1};
};

/// Its bytes follow it in the same allocation.
struct StringNode : Node {
    std::uint32_t length = 0;

    [[nodiscard]] std::string_view view() const noexcept
    {
        return {reinterpret_cast<const char *>(this + 1), length};
    }
    [[nodiscard]] static StringNode *make(std::string_view text)
    {
        void *memory = ::operator new(sizeof(StringNode) + text.size());
        auto *node = new (memory) StringNode;
        node->length = static_cast<std::uint32_t>(text.size());
        if (!text.empty())
            std::memcpy(static_cast<void *>(node + 1), text.data(), text.size());
        return node;
    }
    static void destroy(StringNode *node) noexcept
    {
        node->~StringNode();
        ::operator delete(node);
    }
};

struct ArrayNode : Node {
    Value::Array items;
};

struct MapNode : Node {
    std::vector<Member> members;

    [[nodiscard]] auto lowerBound(std::string_view key) noexcept
    {
        return std::ranges::lower_bound(members, key, {}, &Member::key);
    }
    [[nodiscard]] const Member *find(std::string_view key) const noexcept
    {
        const auto it = std::ranges::lower_bound(members, key, {}, &Member::key);
        return it != members.end() && it->key() == key ? &*it : nullptr;
    }
};

} // namespace detail

namespace {

const Value kNull{};

template <class T>
const T &nodeAs(const detail::Node *node) noexcept
{
    return *static_cast<const T *>(node);
}

} // namespace

Value::Value(std::string_view text) : m_type(Type::String)
{
    m_data.node = detail::StringNode::make(text);
}

Value::Value(Array items) : m_type(Type::Array)
{
    auto node = std::make_unique<detail::ArrayNode>();
    node->items = std::move(items);
    m_data.node = node.release();
}

Value::Value(const Value &other) noexcept : m_data(other.m_data), m_type(other.m_type)
{
    retain();
}

Value::Value(Value &&other) noexcept : m_data(other.m_data), m_type(std::exchange(other.m_type, Type::Null))
{
}

Value &Value::operator=(const Value &other) noexcept
{
    // By a copy: the old content may own `other`.
    return *this = Value(other);
}

Value &Value::operator=(Value &&other) noexcept
{
    if (this != &other) {
        // The old content may own `other`: keep it until the move is done.
        Value old(std::move(*this));
        m_data = other.m_data;
        m_type = std::exchange(other.m_type, Type::Null);
    }
    return *this;
}

Value::~Value()
{
    release();
}

void Value::retain() const noexcept
{
    if (isShared())
        m_data.node->refs.fetch_add(1, std::memory_order_relaxed);
}

void Value::release() noexcept
{
    if (!isShared() || m_data.node->refs.fetch_sub(1, std::memory_order_acq_rel) != 1)
        return;
    switch (m_type) {
    case Type::String:
        detail::StringNode::destroy(static_cast<detail::StringNode *>(m_data.node));
        break;
    case Type::Array:
        delete static_cast<detail::ArrayNode *>(m_data.node);
        break;
    default:
        delete static_cast<detail::MapNode *>(m_data.node);
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
        builder.add(key, value);
    return builder.build();
}

Value Value::map(std::vector<std::pair<std::string, Value>> members)
{
    MapBuilder builder;
    builder.reserve(members.size());
    for (auto &[key, value] : members)
        builder.add(key, std::move(value));
    return builder.build();
}

Value Value::array(std::initializer_list<Value> items)
{
    return Value(Array(items));
}

bool Value::isEmpty() const noexcept
{
    switch (m_type) {
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
    return isBool() ? m_data.b : otherwise;
}

std::int64_t Value::asInt(std::int64_t otherwise) const noexcept
{
    if (isInt())
        return m_data.i;
    if (isDouble() && std::abs(m_data.d) < 0x1.0p62 && std::trunc(m_data.d) == m_data.d)
        return static_cast<std::int64_t>(m_data.d);
    return otherwise;
}

double Value::asDouble(double otherwise) const noexcept
{
    if (isDouble())
        return m_data.d;
    return isInt() ? static_cast<double>(m_data.i) : otherwise;
}

std::string_view Value::asString(std::string_view otherwise) const noexcept
{
    return isString() ? nodeAs<detail::StringNode>(m_data.node).view() : otherwise;
}

std::size_t Value::size() const noexcept
{
    return isMap() ? members().size() : items().size();
}

std::span<const Value> Value::items() const noexcept
{
    return isArray() ? std::span<const Value>(nodeAs<detail::ArrayNode>(m_data.node).items)
                     : std::span<const Value>();
}

std::span<const Member> Value::members() const noexcept
{
    return isMap() ? std::span<const Member>(nodeAs<detail::MapNode>(m_data.node).members)
                   : std::span<const Member>();
}

bool Value::contains(std::string_view key) const noexcept
{
    return isMap() && nodeAs<detail::MapNode>(m_data.node).find(key);
}

const Value &Value::operator[](std::string_view key) const noexcept
{
    if (!isMap())
        return kNull;
    const Member *member = nodeAs<detail::MapNode>(m_data.node).find(key);
    return member ? member->value : kNull;
}

const Value &Value::operator[](std::size_t index) const noexcept
{
    const auto all = items();
    return index < all.size() ? all[index] : kNull;
}

detail::MapNode &Value::mapForWriting()
{
    MINATO_ASSERT(isNull() || isMap());
    if (isNull())
        *this = emptyMap();
    auto *node = static_cast<detail::MapNode *>(m_data.node);
    if (node->refs.load(std::memory_order_acquire) != 1) {
        auto copy = std::make_unique<detail::MapNode>();
        copy->members = node->members;
        *this = Value(Type::Map, copy.release());
        node = static_cast<detail::MapNode *>(m_data.node);
    }
    return *node;
}

detail::ArrayNode &Value::arrayForWriting()
{
    MINATO_ASSERT(isNull() || isArray());
    if (isNull())
        *this = emptyArray();
    auto *node = static_cast<detail::ArrayNode *>(m_data.node);
    if (node->refs.load(std::memory_order_acquire) != 1) {
        *this = Value(Array(node->items));
        node = static_cast<detail::ArrayNode *>(m_data.node);
    }
    return *node;
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
        it = node.members.insert(it, Member{Value(key), Value()});
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

bool Value::isSameNode(const Value &other) const noexcept
{
    if (isShared() || other.isShared())
        return m_type == other.m_type && m_data.node == other.m_data.node;
    return *this == other;
}

bool operator==(const Value &a, const Value &b) noexcept
{
    using Type = Value::Type;
    if (a.isNumber() && b.isNumber())
        return a.isInt() && b.isInt() ? a.m_data.i == b.m_data.i : a.asDouble() == b.asDouble();
    if (a.m_type != b.m_type)
        return false;
    if (a.isShared() && a.m_data.node == b.m_data.node)
        return true;
    switch (a.m_type) {
    case Type::Bool:
        return a.m_data.b == b.m_data.b;
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

Value MapBuilder::build()
{
    std::ranges::stable_sort(m_members, {}, &Member::key);
    // Of equal keys keep the last: unique over the reversed order keeps the first it meets.
    const auto duplicates = std::ranges::unique(m_members.rbegin(), m_members.rend(), {}, &Member::key);
    m_members.erase(m_members.begin(), duplicates.begin().base());
    auto node = std::make_unique<detail::MapNode>();
    node->members = std::move(m_members);
    m_members.clear();
    return Value(Value::Type::Map, node.release());
}

} // namespace minato::kube
