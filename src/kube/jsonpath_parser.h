// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

/// One part of `[start:end:step]`.
struct JsonPathBound {
    std::int64_t value = 0;
    bool isKnown = false;
    bool isDerived = false; ///< the end of `[n]`, made from n
};

/// A step of a path, or text between two paths.
struct JsonPathNode {
    enum class Kind : std::uint8_t {
        Text,
        List, ///< `nodes` one after the other: an action
        Field,
        Wildcard,
        Recursive,
        Slice,
        Union,      ///< `nodes` are lists
        Filter,     ///< `nodes` are the two sides, `text` the operator
        Identifier, ///< range, end, or a mistake
        Int,
        Float,
        Bool,
    };

    Kind kind = Kind::List;
    std::string text;
    std::int64_t integer = 0; ///< Int, Bool
    double fraction = 0;
    std::array<JsonPathBound, 3> bounds; ///< of a Slice: start, end, step
    std::vector<JsonPathNode> nodes;
};

/// The texts and actions of a template, in order.
[[nodiscard]] std::expected<std::vector<JsonPathNode>, std::string> parseJsonPath(std::string_view text);

/// The operator of a filter that only asks whether there is something.
inline constexpr std::string_view kExistsOperator = "exists";

} // namespace minato::kube
