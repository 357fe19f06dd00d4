// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sh/pattern.h"

#include <array>
#include <cctype>
#include <optional>
#include <utility>

namespace minato::shell {
namespace {

std::size_t characterLength(std::string_view text, std::size_t at)
{
    std::size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U)
        ++length;
    return length;
}

bool isInClass(std::string_view name, char c)
{
    using Test = int (*)(int);
    static constexpr std::array<std::pair<std::string_view, Test>, 8> classes{{{"alpha", std::isalpha},
                                                                               {"digit", std::isdigit},
                                                                               {"alnum", std::isalnum},
                                                                               {"upper", std::isupper},
                                                                               {"lower", std::islower},
                                                                               {"space", std::isspace},
                                                                               {"punct", std::ispunct},
                                                                               {"xdigit", std::isxdigit}}};
    for (const auto &[className, test] : classes)
        if (className == name)
            return static_cast<unsigned char>(c) < 128 && test(static_cast<unsigned char>(c)) != 0;
    return false;
}

struct BracketResult {
    bool matches = false;
    std::size_t end = 0; ///< in the pattern, after "]"
};

/// The bracket expression that starts at `at`; nullopt when it never ends ("[" then stands for itself).
std::optional<BracketResult> matchBracket(const MarkedText &pattern, std::size_t at,
                                          std::string_view character)
{
    const std::string &text = pattern.text;
    const auto isBare = [&](std::size_t i) { return pattern.marks[i] != MarkedText::kQuoted; };
    std::size_t i = at + 1;
    bool isNegated = false;
    if (i < text.size() && (text[i] == '!' || text[i] == '^') && isBare(i)) {
        isNegated = true;
        ++i;
    }
    bool isFirst = true;
    bool found = false;
    for (; i < text.size(); isFirst = false) {
        if (text[i] == ']' && isBare(i) && !isFirst)
            return BracketResult{found != isNegated, i + 1};
        if (text[i] == '[' && isBare(i) && i + 1 < text.size() && text[i + 1] == ':') {
            const std::size_t end = text.find(":]", i + 2);
            if (end != std::string::npos) {
                found |= isInClass(std::string_view(text).substr(i + 2, end - i - 2), character.front());
                i = end + 2;
                continue;
            }
        }
        const std::size_t length = characterLength(text, i);
        const std::string_view low = std::string_view(text).substr(i, length);
        i += length;
        if (i + 1 < text.size() && text[i] == '-' && isBare(i) && text[i + 1] != ']') {
            const std::size_t highLength = characterLength(text, i + 1);
            const std::string_view high = std::string_view(text).substr(i + 1, highLength);
            i += 1 + highLength;
            found |= low <= character && character <= high; // UTF-8 sorts as its code points do
        } else {
            found |= low == character;
        }
    }
    return std::nullopt;
}

/// Matches one pattern element other than "*"; the new positions, or nullopt.
std::optional<std::pair<std::size_t, std::size_t>> matchOne(const MarkedText &pattern, std::size_t p,
                                                            std::string_view text, std::size_t t)
{
    const std::size_t length = characterLength(text, t);
    const bool isBare = pattern.marks[p] != MarkedText::kQuoted;
    if (isBare && pattern.text[p] == '?')
        return std::pair(p + 1, t + length);
    if (isBare && pattern.text[p] == '[') {
        const auto bracket = matchBracket(pattern, p, text.substr(t, length));
        if (bracket)
            return bracket->matches ? std::optional(std::pair(bracket->end, t + length)) : std::nullopt;
    }
    // An expanded backslash quotes what follows, as fnmatch has it.
    if (isBare && pattern.text[p] == '\\' && p + 1 < pattern.text.size())
        ++p;
    if (pattern.text[p] == text[t])
        return std::pair(p + 1, t + 1);
    return std::nullopt;
}

} // namespace

bool matchesPattern(const MarkedText &pattern, std::string_view text)
{
    std::size_t p = 0, t = 0;
    std::optional<std::pair<std::size_t, std::size_t>>
        retry; // after the last "*", and the text it stands before
    for (;;) {
        if (p < pattern.text.size() && pattern.text[p] == '*' && pattern.marks[p] != MarkedText::kQuoted) {
            retry = std::pair(++p, t);
            continue;
        }
        if (p == pattern.text.size() && t == text.size())
            return true;
        if (p < pattern.text.size() && t < text.size()) {
            if (const auto next = matchOne(pattern, p, text, t)) {
                std::tie(p, t) = *next;
                continue;
            }
        }
        if (!retry || retry->second >= text.size())
            return false;
        retry->second += characterLength(text, retry->second);
        std::tie(p, t) = *retry;
    }
}

bool hasPattern(const MarkedText &text)
{
    for (std::size_t i = 0; i < text.text.size(); ++i)
        if (text.marks[i] != MarkedText::kQuoted && std::string_view("*?[").contains(text.text[i]))
            return true;
    return false;
}

std::string removePattern(std::string_view text, const MarkedText &pattern, std::string_view kind)
{
    const bool isPrefix = kind.front() == '#';
    const bool isLongest = kind.size() == 2;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const std::size_t length = isLongest ? text.size() - i : i;
        const std::string_view candidate =
            isPrefix ? text.substr(0, length) : text.substr(text.size() - length);
        if (matchesPattern(pattern, candidate))
            return std::string(isPrefix ? text.substr(length) : text.substr(0, text.size() - length));
    }
    return std::string(text);
}

} // namespace minato::shell
