// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/volatile_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace minato::comparison {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f');
}

bool isWord(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// A word does not go on at the beginning of `rest`.
bool ends(std::string_view rest)
{
    return rest.empty() || !isWord(rest.front());
}

std::size_t count(std::string_view text, bool (*is)(char))
{
    return static_cast<std::size_t>(std::ranges::find_if_not(text, is) - text.begin());
}

/// The length of a text of that shape at the beginning, which a word does not go on behind; 0: there is none.
/// 'd': a digit, 'x': a hexadecimal one; anything else stands for itself.
std::size_t shaped(std::string_view text, std::string_view shape)
{
    if (text.size() < shape.size() || !ends(text.substr(shape.size())))
        return 0;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const char c = text[i];
        if (shape[i] == 'd' ? !isDigit(c) : shape[i] == 'x' ? !isHex(c) : c != shape[i])
            return 0;
    }
    return shape.size();
}

std::size_t uid(std::string_view text)
{
    return shaped(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
}

std::size_t digest(std::string_view text)
{
    constexpr std::size_t kLength = 64;
    return count(text, isHex) == kLength && ends(text.substr(kLength)) ? kLength : 0;
}

/// 2026-11-28T09:50:00Z, with or without fractions.
std::size_t time(std::string_view text)
{
    constexpr std::string_view kSeconds = "dddd-dd-ddTdd:dd:dd";
    const auto stop = text.find('Z');
    if (stop == std::string_view::npos || stop < kSeconds.size() || !ends(text.substr(stop + 1)))
        return 0;
    const auto fraction = text.substr(kSeconds.size(), stop - kSeconds.size());
    const bool isFraction = fraction.empty() || (fraction.front() == '.' && fraction.size() > 1 &&
                                                 std::ranges::all_of(fraction.substr(1), isDigit));
    // What follows the seconds is no word only by the Z or the point.
    std::string whole(text.substr(0, kSeconds.size()));
    return isFraction && shaped(whole, kSeconds) != 0 ? stop + 1 : 0;
}

/// Sun, 01 Mar 2026 09:00:00 +0000, as kubectl describe prints it.
std::size_t longTime(std::string_view text)
{
    constexpr std::string_view kShape = "www, dd www dddd dd:dd:dd +dddd";
    if (text.size() < kShape.size())
        return 0;
    for (std::size_t i = 0; i < kShape.size(); ++i) {
        const char wanted = kShape[i];
        if (wanted == 'd' ? !isDigit(text[i]) : wanted == 'w' ? !isWord(text[i]) : text[i] != wanted)
            return 0;
    }
    return kShape.size();
}

std::size_t ip4(std::string_view text)
{
    std::size_t at = 0;
    for (int part = 0; part < 4; ++part) {
        if (part > 0 && (at >= text.size() || text[at++] != '.'))
            return 0;
        const std::size_t digits = count(text.substr(at), isDigit);
        if (digits == 0 || digits > 3)
            return 0;
        at += digits;
    }
    const bool goesOn = at + 1 < text.size() && text[at] == '.' && isDigit(text[at + 1]);
    return goesOn || !ends(text.substr(at)) ? 0 : at;
}

std::size_t ip6(std::string_view text)
{
    const std::size_t length = count(text, [](char c) { return isHex(c) || c == ':'; });
    const auto address = text.substr(0, length);
    const bool isOne = address.contains("::") || std::ranges::count(address, ':') >= 4;
    return isOne && length > 2 && ends(text.substr(length)) ? length : 0;
}

/// "5d3h", "1m2s", "250ms", "1.5s"; nothing like "v1.5s" or "5m-x".
std::size_t age(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && isDigit(text[at])) {
        std::size_t next = at + count(text.substr(at), isDigit);
        if (next < text.size() && text[next] == '.')
            next += 1 + count(text.substr(next + 1), isDigit);
        const auto unit = text.substr(next);
        constexpr std::array<std::string_view, 5> kUnits{"ms", "s", "m", "h", "d"};
        const auto found =
            std::ranges::find_if(kUnits, [unit](std::string_view each) { return unit.starts_with(each); });
        if (found == kUnits.end())
            return 0;
        at = next + found->size();
    }
    const auto rest = text.substr(at);
    const bool goesOn = rest.starts_with('-') || (rest.size() > 1 && rest.front() == '.' && isWord(rest[1]));
    return at > 0 && ends(rest) && !goesOn ? at : 0;
}

std::size_t nodePort(std::string_view text)
{
    const std::size_t digits = count(text, isDigit);
    int port = 0;
    std::from_chars(text.data(), text.data() + digits, port);
    return digits == 5 && port >= 30000 && port <= 32767 && ends(text.substr(digits)) ? digits : 0;
}

/// What generateName adds: five letters and digits that make no words.
std::size_t looseEnd(std::string_view text)
{
    constexpr std::string_view kAlphabet = "bcdfghjklmnpqrstvwxz2456789";
    constexpr std::size_t kLength = 5;
    const auto rest = text.substr(std::min(kLength, text.size()));
    const bool isLoose = text.size() >= kLength && text.find_first_not_of(kAlphabet) >= kLength &&
                         ends(rest) && !rest.starts_with('-');
    return isLoose ? kLength : 0;
}

struct Shape {
    std::size_t (*length)(std::string_view);
    std::string_view told;
    bool isOfPrintedOnly = false;
};

constexpr std::array kShapes{Shape{uid, "<uid>"},       Shape{time, "<time>"},
                             Shape{longTime, "<time>"}, Shape{ip4, "<ip>"},
                             Shape{digest, "<digest>"}, Shape{ip6, "<ip>"},
                             Shape{age, "<age>", true}, Shape{nodePort, "<node-port>", true}};

} // namespace

std::string withoutChance(std::string_view text, TextKind kind)
{
    std::string told;
    told.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char before = at == 0 ? ' ' : text[at - 1];
        const auto rest = text.substr(at);
        if (isWord(before)) {
            told += text[at++];
            continue;
        }
        if (const auto length = before == '-' ? looseEnd(rest) : 0; length > 0) {
            told += '~';
            at += length;
            continue;
        }
        const bool isPart = before == '.'; // of a version, or of something longer
        const bool mayBePrinted = kind == TextKind::Printed && before != '-';
        const auto shape = std::ranges::find_if(kShapes, [&](const Shape &each) {
            return !isPart && (mayBePrinted || !each.isOfPrintedOnly) && each.length(rest) > 0;
        });
        if (shape == kShapes.end()) {
            told += text[at++];
            continue;
        }
        told += shape->told;
        at += shape->length(rest);
    }
    return told;
}

} // namespace minato::comparison
