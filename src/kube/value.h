// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minato::kube {

namespace detail {
struct Node;
struct StringNode;
struct ArrayNode;
struct MapNode;
} // namespace detail

class Value;
struct Member;

/// One value of a Kubernetes object: what JSON can say, with integers kept apart from fractions.
///
/// Sharing   Copies share their content (an atomic count); a write detaches only the nodes on its way. Replicas
///           made from one template hold one copy of the template's parts.
/// Order     Map keys are kept sorted by bytes, as kubectl prints them; iteration is deterministic.
/// Absent    Reading what is not there gives a null value, at any depth: `v["spec"]["replicas"].asInt(1)`.
/// Text      UTF-8.
/// Threads   Reading shared content from several threads is safe; one Value object belongs to one thread.
/// Size      16 bytes; a map entry 32, with its key in it when that is short. (QJsonObject measured 10.8 KB a Pod;
///           this is about 2.)
class Value {
public:
    enum class Type : std::uint8_t { Null, Bool, Int, Double, String, Array, Map };
    using Array = std::vector<Value>;

    Value() noexcept = default;
    Value(std::nullptr_t) noexcept {}
    template <std::same_as<bool> T>
    Value(T b) noexcept
    {
        hold(Type::Bool, b);
    }
    template <std::integral T>
        requires(!std::same_as<T, bool> && !std::same_as<T, char>)
    Value(T i) noexcept
    {
        hold(Type::Int, static_cast<std::int64_t>(i));
    }
    Value(double d) noexcept { hold(Type::Double, d); }
    Value(std::string_view text);
    Value(const char *text) : Value(std::string_view(text)) {}
    Value(const std::string &text) : Value(std::string_view(text)) {}
    Value(Array items);

    Value(const Value &other) noexcept;
    Value(Value &&other) noexcept;
    Value &operator=(const Value &other) noexcept;
    Value &operator=(Value &&other) noexcept;
    ~Value();

    /// A String to be the key of a map. A short one stands in the Value itself: views of its text are views of this
    /// very Value.
    [[nodiscard]] static Value key(std::string_view text);
    [[nodiscard]] static Value emptyMap();
    [[nodiscard]] static Value emptyArray();
    /// `Value::map({{"name", "web"}, {"replicas", 3}})`; of equal keys the last one wins.
    [[nodiscard]] static Value map(std::initializer_list<std::pair<std::string_view, Value>> members);
    [[nodiscard]] static Value map(std::vector<std::pair<std::string, Value>> members);
    [[nodiscard]] static Value array(std::initializer_list<Value> items);

    [[nodiscard]] Type type() const noexcept { return static_cast<Type>(m_content.tag & kTypeBits); }
    [[nodiscard]] bool isNull() const noexcept { return type() == Type::Null; }
    [[nodiscard]] bool isBool() const noexcept { return type() == Type::Bool; }
    [[nodiscard]] bool isInt() const noexcept { return type() == Type::Int; }
    [[nodiscard]] bool isDouble() const noexcept { return type() == Type::Double; }
    [[nodiscard]] bool isNumber() const noexcept { return isInt() || isDouble(); }
    [[nodiscard]] bool isString() const noexcept { return type() == Type::String; }
    [[nodiscard]] bool isArray() const noexcept { return type() == Type::Array; }
    [[nodiscard]] bool isMap() const noexcept { return type() == Type::Map; }
    /// Null, or a map, array or string without content: what Go's omitempty leaves out (numbers are never
    /// empty).
    [[nodiscard]] bool isEmpty() const noexcept;

    [[nodiscard]] bool asBool(bool otherwise = false) const noexcept;
    /// A Double that is a whole number counts as one.
    [[nodiscard]] std::int64_t asInt(std::int64_t otherwise = 0) const noexcept;
    [[nodiscard]] double asDouble(double otherwise = 0) const noexcept;
    /// The view lives as long as the content, that is, as long as any Value that shares it (but see key()).
    [[nodiscard]] std::string_view asString(std::string_view otherwise = {}) const noexcept;

    /// Items of an array or entries of a map; 0 for anything else.
    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] std::span<const Value> items() const noexcept;    ///< empty unless an array
    [[nodiscard]] std::span<const Member> members() const noexcept; ///< empty unless a map; sorted by key
    [[nodiscard]] bool contains(std::string_view key) const noexcept;
    [[nodiscard]] const Value &operator[](std::string_view key) const noexcept;
    [[nodiscard]] const Value &operator[](const char *key) const noexcept
    {
        return (*this)[std::string_view(key)];
    }
    [[nodiscard]] const Value &operator[](std::size_t index) const noexcept;
    [[nodiscard]] const Value &operator[](int index) const noexcept
    {
        return (*this)[static_cast<std::size_t>(index)];
    }
    /// `v.at("metadata", "labels", "app")`; keys may hold dots.
    template <class... Keys>
    [[nodiscard]] const Value &at(const Keys &...keys) const noexcept
    {
        const Value *value = this;
        ((value = &(*value)[keys]), ...);
        return *value;
    }

    /// Null becomes a map. Precondition of all editing: the value is null or already of that type.
    void set(std::string_view key, Value value);
    void erase(std::string_view key);
    /// The entry, detached for writing and made (null) when absent: `v.edit("spec").edit("replicas") = 4`.
    [[nodiscard]] Value &edit(std::string_view key);
    [[nodiscard]] Value &edit(std::size_t index);
    void push(Value item);
    /// All items, detached for writing. Null becomes an array.
    [[nodiscard]] Array &editItems();

    /// Deep; Int 1 equals Double 1.0. Shared content is equal at once.
    friend bool operator==(const Value &a, const Value &b) noexcept;
    /// True when both share one node (or are equal scalars): cheap "nothing changed here".
    [[nodiscard]] bool isSameNode(const Value &other) const noexcept;

private:
    friend struct Member;
    friend class MapBuilder;
    explicit Value(Type type, detail::Node *node) noexcept
    {
        hold(type, node);
        m_content.tag |= kInNode;
    }
    [[nodiscard]] bool isShared() const noexcept { return m_content.tag >= kInNode; }
    template <class T>
    void hold(Type type, T what) noexcept
    {
        std::memcpy(m_content.bytes, &what, sizeof what);
        m_content.tag = static_cast<std::uint8_t>(type);
    }
    template <class T>
    [[nodiscard]] T held() const noexcept
    {
        T what;
        std::memcpy(&what, m_content.bytes, sizeof what);
        return what;
    }
    template <class T>
    [[nodiscard]] T *node() const noexcept
    {
        return static_cast<T *>(held<detail::Node *>());
    }
    void retain() const noexcept;
    void release() noexcept;
    void destroy() noexcept; ///< the content, whose last owner this is
    [[nodiscard]] detail::MapNode &mapForWriting();
    [[nodiscard]] detail::ArrayNode &arrayForWriting();

    static constexpr int kLengthShift = 3;
    static constexpr std::uint8_t kTypeBits = 7, kInNode = 31 << kLengthShift;
    static constexpr std::size_t kShortText = 15;
    struct Content {
        alignas(std::int64_t) char bytes[kShortText] = {}; ///< a scalar, a pointer to a node, or a short text
        std::uint8_t tag = 0; ///< the type; above it kInNode, or the length of a short text
    } m_content;
};

/// An entry of a map. The key is shared between copies of the map, and between maps built from one another.
struct Member {
    Value keyValue; ///< always a String
    Value value;

    [[nodiscard]] std::string_view key() const noexcept { return keyValue.asString(); }
};

/// Collects entries in any order, then sorts once: for parsers.
class MapBuilder {
public:
    void reserve(std::size_t count) { m_members.reserve(count); }
    /// `key` may be a shared String value, so that lists of like objects share their keys.
    void add(Value key, Value value) { m_members.push_back({std::move(key), std::move(value)}); }
    /// Of equal keys the last one wins.
    [[nodiscard]] Value build();

private:
    std::vector<Member> m_members;
};

} // namespace minato::kube

#include "kube/value_nodes.h"
