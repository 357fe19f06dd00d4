// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/jq/regex_functions.h"

#include "shell/commands/regex.h"

#include <algorithm>

namespace minato::shell::jq {
namespace {

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Without blanks and comments, as the flag x reads a pattern.
std::string stripped(const std::string &pattern)
{
    std::string result;
    bool isComment = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        if (isComment)
            isComment = c != '\n';
        else if (c == '#')
            isComment = true;
        else if (c == '\\' && i + 1 < pattern.size())
            result.append({c, pattern[++i]});
        else if (!std::string_view(" \t\r\n").contains(c))
            result += c;
    }
    return result;
}

} // namespace

Value RegexMatch::described(const std::string &text) const
{
    const std::string_view view = text;
    Array captures;
    for (const Group &group : groups) {
        Object capture;
        capture.set("offset", group.isSet ? Value(characters(view.substr(0, group.begin))) : Value(-1.0));
        if (group.isSet)
            capture.set("length", Value(characters(group.text)));
        capture.set("string", group.isSet ? Value(group.text) : Value());
        if (!group.isSet) // jq tells these the other way round
            capture.set("length", Value(0.0));
        capture.set("name", group.name.empty() ? Value() : Value(group.name));
        captures.emplace_back(std::move(capture));
    }
    Object match;
    match.set("offset", Value(characters(view.substr(0, begin))));
    match.set("length", Value(characters(view.substr(begin, end - begin))));
    match.set("string", Value(text.substr(begin, end - begin)));
    match.set("captures", Value(std::move(captures)));
    return {std::move(match)};
}

Value RegexMatch::names() const
{
    Object object;
    for (const Group &group : groups)
        if (!group.name.empty())
            object.set(group.name, group.isSet ? Value(group.text) : Value());
    return {std::move(object)};
}

std::vector<RegexMatch> findMatches(const std::string &text, const Value &pattern, const Value &flags)
{
    if (pattern.isArray() && !pattern.items().empty())
        return findMatches(text, pattern.items()[0],
                           pattern.items().size() > 1 ? pattern.items()[1] : Value());
    if (!pattern.isString())
        fail(jq::described(pattern) + " cannot be matched, as it is not a string");
    if (!flags.isNull() && !flags.isString())
        fail(jq::described(flags) + " is not a string");
    const std::string letters = flags.isString() ? flags.text() : "";
    for (const char letter : letters)
        if (!std::string_view("gimnpslx").contains(letter))
            fail(letters + " is not a valid modifier string");
    const auto regex = Regex::parse(letters.contains('x') ? stripped(pattern.text()) : pattern.text(),
                                    {.syntax = Regex::Syntax::Perl, .ignoresCase = letters.contains('i')});
    if (!regex)
        fail(pattern.text() + " (at offset 0) is not a valid regex: " + regex.error());
    std::vector<RegexMatch> matches;
    for (std::size_t search = 0; search <= text.size();) {
        const auto found = regex->find(text, search);
        if (!found)
            break;
        RegexMatch match{.begin = found->front().begin, .end = found->front().end};
        for (std::size_t i = 1; i < found->size(); ++i) {
            const auto [begin, end] = (*found)[i];
            const bool isSet = begin != std::string_view::npos && end != std::string_view::npos;
            match.groups.push_back({.begin = begin,
                                    .end = end,
                                    .isSet = isSet,
                                    .name = regex->groupName(i),
                                    .text = isSet ? text.substr(begin, end - begin) : ""});
        }
        search = match.end > match.begin ? match.end : match.end + 1;
        const bool isNothing = match.begin == match.end;
        if (!isNothing || !letters.contains('n'))
            matches.push_back(std::move(match));
        if (!letters.contains('g'))
            break;
    }
    return matches;
}

} // namespace minato::shell::jq
