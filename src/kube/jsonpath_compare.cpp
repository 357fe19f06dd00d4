// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/jsonpath_compare.h"

#include <compare>
#include <format>

namespace minato::kube {
namespace {

using Answer = std::expected<bool, std::string>;

using Basic = GoValue::Basic;

/// The order of two values of one basic type; false sorts before true, which only equality may ask.
std::expected<std::partial_ordering, std::string> orderOf(const GoValue &left, const GoValue &right)
{
    const Basic basic = left.basic();
    if (basic == Basic::None || right.basic() == Basic::None)
        return std::unexpected("invalid type for comparison");
    if (basic != right.basic())
        return std::unexpected("incompatible types for comparison");
    switch (basic) {
    case Basic::Bool:
        return std::partial_ordering(left.data.asBool() <=> right.data.asBool());
    case Basic::Integer:
        return std::partial_ordering(left.data.asInt() <=> right.data.asInt());
    case Basic::Float:
        return left.data.asDouble() <=> right.data.asDouble();
    default:
        return std::partial_ordering(left.data.asString() <=> right.data.asString());
    }
}

} // namespace

Answer compareForFilter(const GoValue &left, std::string_view operation, const GoValue &right)
{
    const bool isEquality = operation == "==" || operation == "!=";
    if (!isEquality && operation != "<" && operation != "<=" && operation != ">" && operation != ">=")
        return std::unexpected(std::format("unrecognized filter operator {}", operation));
    const auto order = orderOf(left, right);
    if (!order)
        return std::unexpected(order.error());
    if (!isEquality && left.basic() == Basic::Bool)
        return std::unexpected("invalid type for comparison");
    if (operation == "==")
        return *order == 0;
    if (operation == "!=")
        return *order != 0;
    if (operation == "<")
        return *order < 0;
    if (operation == "<=")
        return *order <= 0;
    // As upstream defines them: not less-or-equal, not less.
    return operation == ">" ? !(*order <= 0) : !(*order < 0);
}

} // namespace minato::kube
