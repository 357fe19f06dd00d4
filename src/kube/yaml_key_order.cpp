// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml_key_order.h"

#include "kube/go_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace minato::kube {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

struct Range {
    std::int32_t first, last;
};

/// The blocks beyond ASCII that hold punctuation, symbols, controls and private characters.
constexpr std::array<Range, 23> kNoLetters{
    {{0x80, 0xA9},     {0xAB, 0xB4},       {0xB6, 0xB9},       {0xBB, 0xBF},     {0xD7, 0xD7},
     {0xF7, 0xF7},     {0x2000, 0x2070},   {0x2074, 0x207E},   {0x2080, 0x208F}, {0x20A0, 0x20FF},
     {0x2190, 0x2BFF}, {0x3000, 0x3004},   {0x3007, 0x3030},   {0x303D, 0x303F}, {0xE000, 0xF8FF},
     {0xFE00, 0xFE6F}, {0xFEFF, 0xFEFF},   {0xFF01, 0xFF20},   {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65},
     {0xFFE0, 0xFFFF}, {0x1F000, 0x1FBFF}, {0xE0000, 0x10FFFF}}};

bool isLetter(std::int32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return std::ranges::none_of(kNoLetters, [c](Range r) { return c >= r.first && c <= r.last; });
}

struct Number {
    std::uint64_t value = 0; ///< may wrap, as upstream's
    std::size_t end = 0;
};

Number numberAt(std::string_view text, std::size_t start, std::uint64_t before)
{
    Number number{before, start};
    for (; number.end < text.size() && isDigit(text[number.end]); ++number.end)
        number.value = number.value * 10 + static_cast<std::uint64_t>(text[number.end] - '0');
    return number;
}

/// Whether digits other than 0 stand right before `end`: then a 0 is not a leading one.
bool isWithinNumber(std::string_view text, std::size_t end)
{
    while (end > 0 && isDigit(text[end - 1])) {
        if (text[--end] != '0')
            return true;
    }
    return false;
}

/// Go's insertion sort, which its sort.Sort uses on short lists: the order of keys is not transitive ("x15" <
/// "x1a" < "x2" < "x15"), so another algorithm could give another order.
void insertionSort(std::vector<const Member *> &members)
{
    for (std::size_t i = 1; i < members.size(); ++i) {
        for (std::size_t j = i; j > 0 && isYamlKeyLess(members[j]->key(), members[j - 1]->key()); --j)
            std::swap(members[j], members[j - 1]);
    }
}

} // namespace

bool isYamlKeyLess(std::string_view a, std::string_view b)
{
    const auto [endA, endB] = std::ranges::mismatch(a, b);
    if (endA == a.end() || endB == b.end())
        return a.size() < b.size();
    auto i = static_cast<std::size_t>(endA - a.begin());
    while (i > 0 && (static_cast<unsigned char>(a[i]) & 0xC0U) == 0x80U) // back to the start of a character
        --i;
    const std::int32_t ca = decodeUtf8(a.substr(i)).value, cb = decodeUtf8(b.substr(i)).value;
    const bool isLetterA = isLetter(ca), isLetterB = isLetter(cb);
    if (isLetterA && isLetterB)
        return ca < cb;
    if (isLetterA || isLetterB)
        return isLetterB;
    const std::uint64_t before = (ca == '0' || cb == '0') && isWithinNumber(a, i) ? 1 : 0;
    const Number na = numberAt(a, i, before), nb = numberAt(b, i, before);
    if (na.value != nb.value)
        return static_cast<std::int64_t>(na.value) < static_cast<std::int64_t>(nb.value);
    if (na.end != nb.end)
        return na.end < nb.end;
    return ca < cb;
}

std::vector<const Member *> inYamlKeyOrder(const Value &map)
{
    constexpr std::size_t kGoShortList = 12;
    std::vector<const Member *> members;
    members.reserve(map.size());
    for (const Member &member : map.members())
        members.push_back(&member);
    const auto less = [](const Member *a, const Member *b) { return isYamlKeyLess(a->key(), b->key()); };
    if (std::ranges::is_sorted(members, less))
        return members;
    if (members.size() <= kGoShortList)
        insertionSort(members);
    else
        std::ranges::stable_sort(members, less);
    return members;
}

} // namespace minato::kube
