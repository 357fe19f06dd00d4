// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml_key_order.h"

#include "kube/utf8.h"

#include <algorithm>
#include <cstdint>

namespace minato::kube {
namespace {

bool isDecimal(char c)
{
    return c >= '0' && c <= '9';
}

struct Number {
    std::uint64_t value = 0; ///< may wrap, as upstream's
    std::size_t end = 0;
};

Number numberAt(std::string_view text, std::size_t start, std::uint64_t before)
{
    Number number{before, start};
    for (; number.end < text.size() && isDecimal(text[number.end]); ++number.end)
        number.value = number.value * 10 + static_cast<std::uint64_t>(text[number.end] - '0');
    return number;
}

/// Whether digits other than 0 stand right before `end`: then a 0 is not a leading one.
bool isWithinNumber(std::string_view text, std::size_t end)
{
    while (end > 0 && isDecimal(text[end - 1])) {
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
    const char32_t ca = firstRune(a.substr(i)).value, cb = firstRune(b.substr(i)).value;
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
