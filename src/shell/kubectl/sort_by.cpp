// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/sort_by.h"

#include "kube/go_text.h"
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
    if (a.isNull() || b.isNull())
        return a.isNull() && !b.isNull();
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

/// Why two fields cannot be compared; empty when they can.
std::string sortingError(const kube::Value &a, const kube::Value &b)
{
    if (a.isNull() || b.isNull())
        return {};
    if (!a.isNumber() && !a.isString())
        return "unsortable type: " + std::string(kube::goTypeName(a));
    return a.type() == b.type() ? "" : "unsortable interface: interface";
}

Error unsortable(const Session &session, const std::string &expression, const std::string &why, bool areRows)
{
    session.log('F', areRows ? "sorter.go:375" : "sorter.go:329",
                "Field " + expression + " in " +
                    (areRows ? "[][][]reflect.Value" : "*unstructured.Unstructured") +
                    " is an unsortable type: interface, err: " + why);
    Error error(why);
    error.isPrinted = true;
    return error;
}

using Keys = std::vector<std::optional<kube::Value>>;

/// The field of each object, as far as it has it.
Result<Keys> fieldsOf(const std::vector<kube::Value> &objects, const kube::JsonPath &path)
{
    Keys keys;
    for (const kube::Value &object : objects) {
        const auto found = path.find(object);
        if (!found)
            return std::unexpected(Error(found.error()));
        keys.push_back(found->empty() || found->front().empty() ? std::nullopt
                                                                : std::optional(found->front().front()));
    }
    return keys;
}

} // namespace

Error fieldNotFound(const std::string &expression)
{
    return Error("couldn't find any field with path \"" +
                 kube::JsonPath::relaxed(expression).value_or(expression) + "\" in the list of objects");
}

Result<std::vector<std::size_t>> sortedOrder(const Session &session, const std::vector<kube::Value> &objects,
                                             const std::string &expression, bool areRows)
{
    auto path = kube::JsonPath::parseRelaxed(expression);
    if (!path)
        return std::unexpected(Error("sorting error: " + path.error()));
    path->setAllowMissingKeys(true);
    const auto keys = fieldsOf(objects, *path);
    if (!keys)
        return std::unexpected(keys.error());
    if (!keys->empty() && std::ranges::none_of(*keys, [](const auto &key) { return key.has_value(); }))
        return std::unexpected(fieldNotFound(expression));
    const std::optional<kube::Value> *last = nullptr;
    for (const auto &key : *keys) {
        if (!key)
            continue;
        if (const std::string why = last ? sortingError(*key, **last) : ""; !why.empty())
            return std::unexpected(
                unsortable(session, kube::JsonPath::relaxed(expression).value_or(expression), why, areRows));
        last = &key;
    }
    std::vector<std::size_t> order(objects.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    constexpr std::size_t kShort = 12;
    if (order.size() <= kShort)
        insertionSort(order, [&](std::size_t i, std::size_t j) {
            return !(*keys)[i] || ((*keys)[j] && isLess(*(*keys)[i], *(*keys)[j]));
        });
    else
        std::ranges::stable_sort(order, [&](std::size_t i, std::size_t j) {
            return (*keys)[j] && (!(*keys)[i] || isLess(*(*keys)[i], *(*keys)[j]));
        });
    return order;
}

} // namespace minato::shell::kubectl
