// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/sort_by.h"

#include "kube/jsonpath.h"
#include "kube/quantity.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace minato::shell::kubectl {
namespace {

bool isLess(const kube::Value &a, const kube::Value &b)
{
    if (a.isNumber() && b.isNumber())
        return a.isInt() && b.isInt() ? a.asInt() < b.asInt() : a.asDouble() < b.asDouble();
    if (a.isBool() && b.isBool())
        return !a.asBool() && b.asBool();
    const auto x = kube::Quantity::parse(a.asString()), y = kube::Quantity::parse(b.asString());
    return x && y ? *x < *y : a.asString() < b.asString();
}

/// Go's insertion sort for short lists, whose result upstream's odd order of missing fields depends on.
void insertionSort(std::vector<std::size_t> &order, auto less)
{
    for (std::size_t i = 1; i < order.size(); ++i)
        for (std::size_t j = i; j > 0 && less(order[j], order[j - 1]); --j)
            std::swap(order[j], order[j - 1]);
}

} // namespace

Result<std::vector<std::size_t>> sortedOrder(const std::vector<kube::Value> &objects,
                                             const std::string &expression)
{
    auto path = kube::JsonPath::parseRelaxed(expression);
    if (!path)
        return std::unexpected(Error("sorting error: " + path.error()));
    path->setAllowMissingKeys(true);
    std::vector<std::optional<kube::Value>> keys;
    for (const kube::Value &object : objects) {
        const auto found = path->find(object);
        if (!found)
            return std::unexpected(Error(found.error()));
        keys.push_back(found->empty() || found->front().empty() ? std::nullopt
                                                                : std::optional(found->front().front()));
    }
    if (!keys.empty() && std::ranges::none_of(keys, [](const auto &key) { return key.has_value(); }))
        return std::unexpected(Error("couldn't find any field with path \"" +
                                     kube::JsonPath::relaxed(expression).value_or(expression) +
                                     "\" in the list of objects"));
    std::vector<std::size_t> order(objects.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    constexpr std::size_t kShort = 12;
    if (order.size() <= kShort)
        insertionSort(order, [&](std::size_t i, std::size_t j) {
            return !keys[i] || (keys[j] && isLess(*keys[i], *keys[j]));
        });
    else
        std::ranges::stable_sort(order, [&](std::size_t i, std::size_t j) {
            return keys[j] && (!keys[i] || isLess(*keys[i], *keys[j]));
        });
    return order;
}

} // namespace minato::shell::kubectl
