// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

/// Lists in a strategic merge patch: how items are told apart, and in what order they end up.
///
/// Mirrors   apimachinery/pkg/util/strategicpatch (patch.go: sortMergeListsByNameArray, normalizeElementOrder,
///           validatePatchWithSetOrderList, sliceElementType)
/// Errors    Upstream's texts.
namespace minato::kube::strategic {

using List = Value::Array;
template <class T>
using Outcome = std::expected<T, std::string>;

inline constexpr std::string_view kDirective = "$patch";
inline constexpr std::string_view kElementOrder = "$setElementOrder";

[[nodiscard]] std::unexpected<std::string> noMergeKey(const Value &map, std::string_view key);
[[nodiscard]] std::unexpected<std::string> badType(std::string_view expected, const Value &actual);
[[nodiscard]] bool hasDirective(const Value &value, std::string_view directive);

/// Go's list headers share one array, so what upstream calls the live order is the array after deletions
/// moved its items up and additions filled the gap. The order of a $setElementOrder depends on that, hence
/// this copy of it.
struct Backing {
    List slots;
    std::size_t length = 0;

    explicit Backing(List items) : slots(std::move(items)), length(slots.size()) {}
    [[nodiscard]] List live() const;
    void eraseAt(std::size_t index);
};

/// The element type that two lists have in common.
enum class Element : std::uint8_t { Scalar, Map };
[[nodiscard]] Outcome<Element> elementType(const List &a, const List &b);

/// How the items of one list are told apart: by a merge key, or by themselves.
struct Identity {
    std::string_view mergeKey;

    [[nodiscard]] const Value &of(const Value &item) const
    {
        return mergeKey.empty() ? item : item[mergeKey];
    }
    /// The size of the list: it is not there.
    [[nodiscard]] std::size_t indexIn(const List &list, const Value &item) const;
    [[nodiscard]] bool isIn(const List &list, const Value &item) const
    {
        return indexIn(list, item) < list.size();
    }
    [[nodiscard]] Outcome<void> check(const List &list) const;
};

/// Items that `order` names follow it; the others keep their place relative to them as far as the live order
/// tells.
[[nodiscard]] Outcome<List> inOrder(const List &merged, const List &order, const List &live,
                                    Identity identity);

/// The items of the patch must come in the order that the directive tells, and none may be missing from it.
[[nodiscard]] Outcome<void> checkElementOrder(const List &patch, const List &order, Identity identity);

} // namespace minato::kube::strategic
