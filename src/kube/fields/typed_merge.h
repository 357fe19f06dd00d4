// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/fields/field_place.h"
#include "kube/fields/field_set.h"

#include <string>
#include <vector>

namespace minato::kube {

/// What server-side apply does with objects whose fields are declared.
///
/// Mirrors   structured-merge-diff's TypedValue (validate, Merge, ToFieldSet, RemoveItems)
/// Differs   A directive for deduced (undeclared) types is not needed: free-form data is one leaf.

/// What is wrong with a configuration that is to be applied: unknown fields, wrong types, items that have one
/// key. Empty: nothing.
[[nodiscard]] std::vector<std::string> typeErrors(const FieldPlace &place, const Value &value);

/// `live` with what `config` says laid over it. Items of lists keep their places; those that both have stand
/// in the order of `config`.
[[nodiscard]] Value mergeTyped(const FieldPlace &place, const Value &live, const Value &config);

/// The fields that an object has.
[[nodiscard]] Value fieldSetOf(const FieldPlace &place, const Value &value);

/// The object without the fields of a set; maps and lists that become empty become null.
[[nodiscard]] Value removeFields(const FieldPlace &place, const Value &value, const Value &set);

/// The set with all declared fields that it has something below as members.
[[nodiscard]] Value withNamedFields(const FieldPlace &place, const Value &set);

} // namespace minato::kube
