// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace minato::kube {

enum class PatchType : std::uint8_t { None, Json, Merge, Strategic, Apply };

/// RFC 6902. The error texts are those that a real server gives.
[[nodiscard]] std::expected<Value, std::string> applyJsonPatch(const Value &document,
                                                               const Value &operations);

/// RFC 7386: null deletes, arrays replace.
[[nodiscard]] Value applyMergePatch(const Value &document, const Value &patch);

/// How one list of a kind is merged.
struct ListMerge {
    std::string mergeKey;   ///< "name"; empty for a list of primitives that is merged as a set
    bool isReplaced = true; ///< no merge key declared: the patch's list replaces the old one
};

/// Tells the merge rule of the list at a path of keys, list items left out:
/// "spec.template.spec.containers.ports".
using MergeSchema = std::function<ListMerge(std::string_view path)>;

/// The merge keys of the built-in kinds, by the last parts of the path (see patch.cpp for the table).
[[nodiscard]] ListMerge builtInListMerge(std::string_view path);

/// Strategic merge patch, with $patch, $retainKeys, $setElementOrder/x and $deleteFromPrimitiveList/x.
///
/// Mirrors   apimachinery/pkg/util/strategicpatch
[[nodiscard]] std::expected<Value, std::string>
applyStrategicPatch(const Value &document, const Value &patch, const MergeSchema &schema = builtInListMerge);

} // namespace minato::kube
