// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/strategic_list.h"

#include "kube/go_text.h"

#include <algorithm>
#include <format>
#include <utility>
#include <vector>

namespace minato::kube::strategic {
namespace {

std::unexpected<std::string> notAMap(const Value &actual)
{
    return badType("map[string]interface {}", actual);
}

/// Sorted by place in `order`. Upstream calls an item that `order` lacks smaller than any other, and the
/// other smaller than it; what comes of that is the doing of Go's insertion sort, which it uses on short
/// lists.
List sortedBy(const List &items, const List &order, Identity identity)
{
    constexpr std::size_t kGoBlock = 20;
    std::vector<std::pair<std::size_t, Value>> places;
    for (const Value &item : items)
        places.emplace_back(identity.indexIn(order, item), item);
    if (items.size() > kGoBlock)
        std::ranges::stable_sort(places, {}, &std::pair<std::size_t, Value>::first);
    for (std::size_t i = 1; i < items.size() && items.size() <= kGoBlock; ++i) {
        for (std::size_t j = i; j > 0; --j) {
            const std::size_t a = places[j].first, b = places[j - 1].first;
            if (a < order.size() && b < order.size() && a >= b)
                break;
            std::swap(places[j], places[j - 1]);
        }
    }
    List sorted;
    for (auto &place : places)
        sorted.push_back(std::move(place.second));
    return sorted;
}

} // namespace

std::unexpected<std::string> noMergeKey(const Value &map, std::string_view key)
{
    return std::unexpected(std::format("map: {} does not contain declared merge key: {}", goPrint(map), key));
}

std::unexpected<std::string> badType(std::string_view expected, const Value &actual)
{
    return std::unexpected(std::format("expected a {}, but received a {}", expected, goTypeName(actual)));
}

bool hasDirective(const Value &value, std::string_view directive)
{
    return value[kDirective].asString() == directive;
}

List Backing::live() const
{
    return {slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(length)};
}

void Backing::eraseAt(std::size_t index)
{
    const auto at = slots.begin() + static_cast<std::ptrdiff_t>(index);
    std::copy(at + 1, slots.begin() + static_cast<std::ptrdiff_t>(length), at);
    --length;
}

Outcome<Element> elementType(const List &a, const List &b)
{
    const Value *first = nullptr;
    for (const List *list : {&a, &b}) {
        for (const Value &item : *list) {
            if (first == nullptr && item.isArray())
                return std::unexpected("lists of lists are not supported");
            first = first == nullptr ? &item : first;
            if (item.type() != first->type())
                return std::unexpected(std::format("list element types are not identical: [{} {}]",
                                                   goPrint(Value(a)), goPrint(Value(b))));
        }
    }
    if (first == nullptr)
        return std::unexpected("no elements in any of the given slices");
    return first->isMap() ? Element::Map : Element::Scalar;
}

std::size_t Identity::indexIn(const List &list, const Value &item) const
{
    const auto found = std::ranges::find_if(list, [&](const Value &other) { return of(other) == of(item); });
    return static_cast<std::size_t>(found - list.begin());
}

Outcome<void> Identity::check(const List &list) const
{
    for (const Value &item : list) {
        if (mergeKey.empty())
            continue;
        if (!item.isMap())
            return notAMap(item);
        if (!item.contains(mergeKey))
            return noMergeKey(item, mergeKey);
    }
    return {};
}

Outcome<List> inOrder(const List &merged, const List &order, const List &live, Identity identity)
{
    for (const List *list : {&merged, &order, &live}) {
        if (const auto valid = identity.check(*list); !valid)
            return std::unexpected(valid.error());
    }
    List ordered, others, result;
    for (const Value &item : merged)
        (identity.isIn(order, item) ? ordered : others).push_back(item);
    ordered = sortedBy(ordered, order, identity);
    others = sortedBy(others, live, identity);
    auto other = others.begin();
    for (const Value &item : ordered) {
        const std::size_t place = identity.indexIn(live, item);
        while (place < live.size() && other != others.end() && identity.indexIn(live, *other) < place)
            result.push_back(*other++);
        result.push_back(item);
    }
    result.insert(result.end(), other, others.end());
    return result;
}

Outcome<void> checkElementOrder(const List &patch, const List &order, Identity identity)
{
    if (patch.empty() || order.empty())
        return {};
    auto next = order.begin();
    for (const Value &item : patch) {
        if (!identity.mergeKey.empty() && !item.isMap())
            return notAMap(item);
        bool isFound = hasDirective(item, "delete");
        while (!isFound && next != order.end()) {
            isFound = item.contains(kDirective);
            if (isFound)
                break;
            if (const auto valid = identity.check({item, *next}); !valid)
                return valid;
            isFound = identity.of(item) == identity.of(*next++);
        }
        if (!isFound)
            return std::unexpected(std::format("The order in patch list:\n{}\n doesn't match {} list:\n{}\n",
                                               goPrint(Value(patch)), kElementOrder, goPrint(Value(order))));
    }
    return {};
}

} // namespace minato::kube::strategic
