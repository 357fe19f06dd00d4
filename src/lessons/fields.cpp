// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/fields.h"

#include "lessons/lesson_text.h"

#include <algorithm>
#include <format>

namespace minato::lessons {

using kube::Value;

Fields::Fields(const Value &value, std::string path, std::vector<PathProblem> &problems)
    : m_value(value), m_path(std::move(path)), m_problems(problems)
{
    if (!value.isMap())
        report("", "expected a map");
}

void Fields::report(const std::string &key, std::string message)
{
    m_problems.push_back({child(key), std::move(message)});
}

const Value &Fields::take(const std::string &key)
{
    m_known.push_back(key);
    return m_value[key];
}

std::string Fields::text(const std::string &key, bool isRequired)
{
    const Value &value = take(key);
    if (value.isNull() ? isRequired : !value.isString() || value.asString().empty())
        report(key, "expected a text");
    return std::string(value.asString());
}

std::vector<std::string> Fields::texts(const std::string &key)
{
    std::vector<std::string> all;
    const Value &list = take(key);
    bool isFine = list.isNull() || list.isArray();
    for (const Value &item : list.items()) {
        isFine = isFine && item.isString() && !item.asString().empty();
        all.emplace_back(item.asString());
    }
    if (!isFine)
        report(key, "expected a list of texts");
    return all;
}

int Fields::positive(const std::string &key)
{
    const Value &value = take(key);
    const bool isFine = value.isInt() && value.asInt() >= 1 && value.asInt() <= 1'000'000;
    if (!isFine)
        report(key, "expected a whole number from 1");
    return isFine ? static_cast<int>(value.asInt()) : 1;
}

std::string Fields::id(const std::string &key)
{
    std::string id = text(key, true);
    if (!id.empty() && !isId(id))
        report(key, "expected an id of a-z, 0-9 and '-' that begins with a letter");
    return id;
}

std::string Fields::oneOf(const std::string &key, std::span<const std::string_view> allowed)
{
    const Value &value = take(key);
    if (!std::ranges::contains(allowed, value.asString()))
        report(key, std::format("expected one of {}", listed(allowed)));
    return std::string(value.asString());
}

void Fields::finish()
{
    for (const kube::Member &member : m_value.members()) {
        if (!std::ranges::contains(m_known, member.key()))
            report(std::string(member.key()), "unknown field");
    }
}

std::string Fields::child(const std::string &key) const
{
    if (key.empty() || m_path.empty())
        return key.empty() ? m_path : key;
    return m_path + "." + key;
}

std::string listed(std::span<const std::string_view> texts)
{
    std::string all;
    for (const std::string_view text : texts)
        all.append(all.empty() ? "" : ", ").append(text);
    return all;
}

} // namespace minato::lessons
