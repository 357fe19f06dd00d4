// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/fields/field_place.h"
#include "kube/fields/field_set.h"

namespace minato::kube {

/// What a write changed, as two sets of fields.
struct FieldComparison {
    Value taken;   ///< added or of another value: the writer owns them now
    Value removed; ///< gone: nobody owns them
};

/// Compares two states of what is at `place`.
///
/// Mirrors   structured-merge-diff's TypedValue.Compare; added and modified are told as one, as all its users
/// do Cost      What the states share is not looked at.
[[nodiscard]] FieldComparison compareFields(const FieldPlace &place, const Value &before, const Value &after);

/// Would a write that makes `a` of `before` take the very fields that one takes that makes `b` of it? Cheaper
/// than to compare: no set is made.
[[nodiscard]] bool takeSameFields(const FieldPlace &place, const Value &before, const Value &a,
                                  const Value &b);

} // namespace minato::kube
