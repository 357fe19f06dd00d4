// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <algorithm>
#include <atomic>
#include <new>
#include <utility>

/// What values are made of, and what reads them: in a header, because everything does so all the time. Only value.h
/// includes this.
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
        for (std::size_t from = 0, to = members.size(); from < to;) {
            const std::size_t middle = (from + to) / 2;
            const int order = members[middle].key().compare(key);
            if (order == 0)
                return &members[middle];
            (order < 0 ? from : to) = order < 0 ? middle + 1 : middle;
        }
        return nullptr;
    }
};

inline const Value kNull{};

} // namespace detail

inline Value::Value(const Value &other) noexcept : m_content(other.m_content)
{
    retain();
}

inline Value::Value(Value &&other) noexcept : m_content(std::exchange(other.m_content, {})) {}

inline Value &Value::operator=(const Value &other) noexcept
{
    // By a copy: the old content may own `other`.
    return *this = Value(other);
}

inline Value &Value::operator=(Value &&other) noexcept
{
    if (this != &other) {
        // The old content may own `other`: keep it until the move is done.
        Value old(std::move(*this));
        m_content = std::exchange(other.m_content, {});
    }
    return *this;
}

inline Value::~Value()
{
    release();
}

inline void Value::retain() const noexcept
{
    if (isShared())
        node<detail::Node>()->refs.fetch_add(1, std::memory_order_relaxed);
}

inline std::string_view Value::asString(std::string_view otherwise) const noexcept
{
    if (!isString())
        return otherwise;
    return isShared() ? node<const detail::StringNode>()->view()
                      : std::string_view(m_content.bytes, std::size_t(m_content.tag >> kLengthShift));
}

inline std::size_t Value::size() const noexcept
{
    return isMap() ? members().size() : items().size();
}

inline std::span<const Value> Value::items() const noexcept
{
    return isArray() ? std::span<const Value>(node<const detail::ArrayNode>()->items)
                     : std::span<const Value>();
}

inline std::span<const Member> Value::members() const noexcept
{
    return isMap() ? std::span<const Member>(node<const detail::MapNode>()->members)
                   : std::span<const Member>();
}

inline bool Value::contains(std::string_view key) const noexcept
{
    return isMap() && node<const detail::MapNode>()->find(key);
}

inline const Value &Value::operator[](std::string_view key) const noexcept
{
    if (!isMap())
        return detail::kNull;
    const Member *member = node<const detail::MapNode>()->find(key);
    return member ? member->value : detail::kNull;
}

inline const Value &Value::operator[](std::size_t index) const noexcept
{
    const auto all = items();
    return index < all.size() ? all[index] : detail::kNull;
}

inline bool Value::isSameNode(const Value &other) const noexcept
{
    if (isShared() || other.isShared())
        return m_content.tag == other.m_content.tag && node<detail::Node>() == other.node<detail::Node>();
    return *this == other;
}

inline void Value::release() noexcept
{
    if (!isShared())
        return;
    // The only owner need not count down: nobody is there to count up.
    auto &refs = node<detail::Node>()->refs;
    if (refs.load(std::memory_order_acquire) == 1 || refs.fetch_sub(1, std::memory_order_acq_rel) == 1)
        destroy();
}

} // namespace minato::kube
