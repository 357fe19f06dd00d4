// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/utf8.h"

#include "kube/utf8_tables.h"

#include <algorithm>

namespace minato::kube {
namespace {

/// Length, payload bits of the first byte, and the allowed second bytes, which exclude overlong forms,
/// surrogates and what lies beyond U+10FFFF.
struct Lead {
    std::size_t size = 1;
    unsigned char payload = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

Lead leadOf(unsigned char c)
{
    if (c >= 0xC2 && c <= 0xDF)
        return {.size = 2, .payload = static_cast<unsigned char>(c & 0x1F)};
    if (c >= 0xE0 && c <= 0xEF) {
        return {.size = 3,
                .payload = static_cast<unsigned char>(c & 0x0F),
                .low = static_cast<unsigned char>(c == 0xE0 ? 0xA0 : 0x80),
                .high = static_cast<unsigned char>(c == 0xED ? 0x9F : 0xBF)};
    }
    if (c >= 0xF0 && c <= 0xF4) {
        return {.size = 4,
                .payload = static_cast<unsigned char>(c & 0x07),
                .low = static_cast<unsigned char>(c == 0xF0 ? 0x90 : 0x80),
                .high = static_cast<unsigned char>(c == 0xF4 ? 0x8F : 0xBF)};
    }
    return {};
}

bool isIn(std::span<const RuneRange> ranges, char32_t rune)
{
    const auto it = std::ranges::upper_bound(ranges, rune, {}, &RuneRange::first);
    return it != ranges.begin() && rune <= std::prev(it)->last;
}

} // namespace

Rune firstRune(std::string_view text)
{
    if (text.empty())
        return {};
    const auto c = static_cast<unsigned char>(text[0]);
    if (c < 0x80)
        return {c, 1};
    const Lead lead = leadOf(c);
    if (lead.size == 1 || text.size() < lead.size)
        return {kReplacementRune, 1};
    char32_t value = lead.payload;
    for (std::size_t i = 1; i < lead.size; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        const bool fits = i == 1 ? next >= lead.low && next <= lead.high : next >= 0x80 && next <= 0xBF;
        if (!fits)
            return {kReplacementRune, 1};
        value = (value << 6) | (next & 0x3FU);
    }
    return {value, lead.size};
}

std::size_t countRunes(std::string_view text)
{
    std::size_t count = 0;
    for (; !text.empty(); ++count)
        text.remove_prefix(firstRune(text).size);
    return count;
}

void appendRune(std::string &out, char32_t rune)
{
    if (!isValidRune(rune))
        rune = kReplacementRune;
    const auto tail = [&out](char32_t bits) { out += static_cast<char>(0x80 | (bits & 0x3F)); };
    if (rune < 0x80) {
        out += static_cast<char>(rune);
    } else if (rune < 0x800) {
        out += static_cast<char>(0xC0 | (rune >> 6));
        tail(rune);
    } else if (rune < 0x10000) {
        out += static_cast<char>(0xE0 | (rune >> 12));
        tail(rune >> 6);
        tail(rune);
    } else {
        out += static_cast<char>(0xF0 | (rune >> 18));
        tail(rune >> 12);
        tail(rune >> 6);
        tail(rune);
    }
}

bool isValidRune(char32_t rune)
{
    return rune < 0xD800 || (rune > 0xDFFF && rune <= 0x10FFFF);
}

bool isLetter(char32_t rune)
{
    return isIn(letterRanges(), rune);
}

bool isDigit(char32_t rune)
{
    return isIn(digitRanges(), rune);
}

bool isPrintable(char32_t rune)
{
    return isIn(printableRanges(), rune);
}

} // namespace minato::kube
