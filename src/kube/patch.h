// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/schema/merge_rules.h"
#include "kube/value.h"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace minato::kube {

enum class PatchType : std::uint8_t { None, Json, Merge, Strategic, Apply };

/// RFC 6902, all operations or none.
///
/// Mirrors   evanphx/json-patch v4, with its departures from the RFC: `replace` of a missing key adds it,
/// `copy` of a
///           missing one gives null, negative indices count from the end
/// Differs   A result nested more than 512 levels deep is refused.
/// Errors    What `kubectl patch --local` prints. A server tells only "the server rejected our request due to
/// an
///           error in our request" (422), except for operations that are not a list: that text goes out with
///           400.
[[nodiscard]] std::expected<Value, std::string> applyJsonPatch(const Value &document,
                                                               const Value &operations);

/// RFC 7386: null deletes, arrays replace. Nulls are dropped from what is new, in maps within arrays too.
[[nodiscard]] Value applyMergePatch(const Value &document, const Value &patch);

/// Strategic merge patch, with $patch, $retainKeys, $setElementOrder/x and $deleteFromPrimitiveList/x.
///
/// Mirrors   apimachinery/pkg/util/strategicpatch (StrategicMergeMapPatch)
/// Differs   What upstream leaves behind for its decoder to drop (directives inside new values, nulls) is
///           dropped here.
/// Errors    Upstream's texts; isStrategicFormatError() tells those that a server answers with 400, the
/// others
///           are 500.
[[nodiscard]] std::expected<Value, std::string> applyStrategicPatch(const Value &document, const Value &patch,
                                                                    const MergeRules &rules);
[[nodiscard]] bool isStrategicFormatError(std::string_view error);

/// The strategic merge patch that brings `current` to what `modified` says, and takes away what only
/// `original` had (the configuration applied before; may be null). Fields that only `current` has stay.
///
/// Mirrors   apimachinery/pkg/util/strategicpatch (CreateThreeWayMergePatch, overwriting): the same changes,
/// and an
///           empty map just when upstream's patch is empty
/// Differs   The order of the changes of a list is not upstream's; $setElementOrder settles the result.
[[nodiscard]] Value strategicDiff(const Value &original, const Value &modified, const Value &current,
                                  const MergeRules &rules);

} // namespace minato::kube
