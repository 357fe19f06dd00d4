// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <string>
#include <vector>

namespace minato::kube {

/// Sets of fields of an object, in the very form in which metadata.managedFields writes them (FieldsV1):
/// `{"f:spec":{"f:replicas":{}}}`. A node is in the set when it is an empty map or has the key "."; the other
/// keys say what is in the set below it: f: a field, k: an item of a list by its keys, v: one by its value.
/// A null value is the empty set.
///
/// Mirrors   structured-merge-diff's fieldpath.Set
/// Differs   Numbers in keys are ordered as text.
/// Sharing   What an operation leaves as it was is given back as the same node.
namespace field_set {

[[nodiscard]] Value unite(const Value &a, const Value &b);
[[nodiscard]] Value intersect(const Value &a, const Value &b);
/// `a` without the members of `b`; what is below a member of `b` stays.
[[nodiscard]] Value subtract(const Value &a, const Value &b);
/// `a` without the members of `b` and all that is below them.
[[nodiscard]] Value subtractTrees(const Value &a, const Value &b);

[[nodiscard]] bool isMember(const Value &node);
/// The node itself: a member that has nothing below it in the set.
[[nodiscard]] Value leaf();
/// A node with `below` (keys without "."); null when it is empty.
[[nodiscard]] Value node(bool isMember, MapBuilder below, std::size_t count);

/// `fresh`, with the nodes of `known` where both are equal: sets of like objects then take their room once.
[[nodiscard]] Value shared(Value fresh, const Value &known);

/// The members as messages write them, `.spec.containers[name="web"].image`: those of a node before those
/// further down.
[[nodiscard]] std::vector<std::string> paths(const Value &set);
/// The set of one path that is written so in `keys`: {"f:spec", "f:replicas"}.
[[nodiscard]] Value ofPath(const std::vector<std::string> &keys);
/// Is the text a set as above?
[[nodiscard]] bool isValid(const Value &set);

} // namespace field_set
} // namespace minato::kube
