// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/jq/value.h"

#include "shell/commands/jq/json_text.h"

#include <algorithm>
#include <array>

namespace minato::shell::jq {
namespace {

constexpr std::size_t kMostDescribed = 11;

int sign(auto order)
{
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

int compareObjects(const Object &a, const Object &b)
{
    const auto keysA = a.sortedKeys(), keysB = b.sortedKeys();
    if (const auto order = keysA <=> keysB; order != 0)
        return sign(order);
    for (const std::string &key : keysA)
        if (const int order = compare(*a.find(key), *b.find(key)); order != 0)
            return order;
    return 0;
}

} // namespace

const Value *Object::find(std::string_view key) const
{
    const auto found = std::ranges::find(m_members, key, &Member::first);
    return found == m_members.end() ? nullptr : &found->second;
}

std::size_t Object::size() const
{
    return m_members.size();
}

void Object::set(std::string_view key, Value value)
{
    const auto found = std::ranges::find(m_members, key, &Member::first);
    if (found == m_members.end())
        m_members.emplace_back(std::string(key), std::move(value));
    else
        found->second = std::move(value);
}

void Object::erase(std::string_view key)
{
    std::erase_if(m_members, [key](const Member &member) { return member.first == key; });
}

std::vector<std::string> Object::sortedKeys() const
{
    std::vector<std::string> keys;
    for (const auto &[key, value] : m_members)
        keys.push_back(key);
    std::ranges::sort(keys);
    return keys;
}

Value Value::literal(double number, std::string text)
{
    Value value;
    value.m_content = Number{number, std::make_shared<const std::string>(std::move(text))};
    return value;
}

Value::Type Value::type() const
{
    switch (m_content.index()) {
    case 0:
        return Type::Null;
    case 1:
        return std::get<bool>(m_content) ? Type::True : Type::False;
    case 2:
        return Type::Number;
    case 3:
        return Type::String;
    case 4:
        return Type::List;
    default:
        return Type::Map;
    }
}

std::string_view Value::typeName() const
{
    static constexpr std::array<std::string_view, 7> names{"null",   "boolean", "boolean", "number",
                                                           "string", "array",   "object"};
    return names[static_cast<std::size_t>(type())];
}

Array &Value::editItems()
{
    if (isNull())
        m_content = std::make_shared<Array>();
    auto &items = std::get<Items>(m_content);
    if (items.use_count() > 1)
        items = std::make_shared<Array>(*items);
    return *items;
}

Object &Value::editObject()
{
    if (isNull())
        m_content = std::make_shared<Object>();
    auto &members = std::get<Members>(m_content);
    if (members.use_count() > 1)
        members = std::make_shared<Object>(*members);
    return *members;
}

int compare(const Value &a, const Value &b)
{
    if (a.type() != b.type())
        return a.type() < b.type() ? -1 : 1;
    switch (a.type()) {
    case Value::Type::Number:
        return a.number() < b.number() || a.number() != a.number() ? -1
               : a.number() > b.number()                           ? 1
                                                                   : 0; // nan is below all
    case Value::Type::String:
        return sign(a.text().compare(b.text()));
    case Value::Type::List: {
        const std::size_t common = std::min(a.items().size(), b.items().size());
        for (std::size_t i = 0; i < common; ++i)
            if (const int order = compare(a.items()[i], b.items()[i]); order != 0)
                return order;
        return sign(a.items().size() <=> b.items().size());
    }
    case Value::Type::Map:
        return compareObjects(a.object(), b.object());
    default:
        return 0;
    }
}

void fail(std::string message)
{
    throw Error{Value(std::move(message))};
}

std::string described(const Value &value)
{
    std::string text = toText(value);
    if (text.size() > kMostDescribed + 3) {
        std::size_t end = kMostDescribed;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end;
        text = text.substr(0, end) + "...";
    }
    return std::string(value.typeName()) + " (" + text + ")";
}

} // namespace minato::shell::jq
