// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace minato::shell::jq {

class Value;
using Array = std::vector<Value>;

/// Members in the order in which they came; a key that comes again keeps its place.
class Object {
public:
    using Member = std::pair<std::string, Value>;

    [[nodiscard]] const Value *find(std::string_view key) const;
    void set(std::string_view key, Value value);
    void erase(std::string_view key);
    [[nodiscard]] const std::vector<Member> &members() const { return m_members; }
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::vector<std::string> sortedKeys() const;

private:
    std::vector<Member> m_members;
};

/// One JSON value. Copies share their content; edit…() detaches it first.
class Value {
public:
    /// In jq's order of sorting.
    enum class Type : std::uint8_t { Null, False, True, Number, String, List, Map };

    Value() = default;
    Value(bool b) : m_content(b) {}
    Value(double number) : m_content(Number{number, nullptr}) {}
    Value(std::size_t number) : Value(static_cast<double>(number)) {}
    Value(std::string text) : m_content(std::make_shared<const std::string>(std::move(text))) {}
    Value(const char *text) : Value(std::string(text)) {}
    Value(Array items) : m_content(std::make_shared<Array>(std::move(items))) {}
    Value(Object members) : m_content(std::make_shared<Object>(std::move(members))) {}
    /// A number that is written back as it was read: 1.50, 100000000000000000001.
    [[nodiscard]] static Value literal(double number, std::string text);

    [[nodiscard]] Type type() const;
    [[nodiscard]] std::string_view typeName() const;
    [[nodiscard]] bool isNull() const { return type() == Type::Null; }
    [[nodiscard]] bool isNumber() const { return type() == Type::Number; }
    [[nodiscard]] bool isString() const { return type() == Type::String; }
    [[nodiscard]] bool isArray() const { return type() == Type::List; }
    [[nodiscard]] bool isObject() const { return type() == Type::Map; }
    /// All but null and false.
    [[nodiscard]] bool isTrue() const { return type() > Type::False; }

    [[nodiscard]] double number() const { return std::get<Number>(m_content).value; }
    [[nodiscard]] const std::string *literalText() const { return std::get<Number>(m_content).text.get(); }
    [[nodiscard]] const std::string &text() const { return *std::get<Text>(m_content); }
    [[nodiscard]] const Array &items() const { return *std::get<Items>(m_content); }
    [[nodiscard]] const Object &object() const { return *std::get<Members>(m_content); }
    [[nodiscard]] Array &editItems();
    [[nodiscard]] Object &editObject();

private:
    struct Number {
        double value;
        std::shared_ptr<const std::string> text;
    };
    using Text = std::shared_ptr<const std::string>;
    using Items = std::shared_ptr<Array>;
    using Members = std::shared_ptr<Object>;
    std::variant<std::monostate, bool, Number, Text, Items, Members> m_content;
};

/// Below, equal or above zero, in jq's order: null, false, true, numbers, strings, arrays, objects.
[[nodiscard]] int compare(const Value &a, const Value &b);
[[nodiscard]] inline bool operator==(const Value &a, const Value &b)
{
    return compare(a, b) == 0;
}

/// What `error` and failing functions throw inside of jq; `try` catches it.
struct Error {
    Value value;
};
[[noreturn]] void fail(std::string message);
/// "string (\"abc\")", cut to be short.
[[nodiscard]] std::string described(const Value &value);

} // namespace minato::shell::jq
