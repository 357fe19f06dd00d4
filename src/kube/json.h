// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"
#include "kube/value.h"

#include <string>
#include <string_view>

namespace minato::kube {

/// Reads one JSON text (RFC 8259). Whole numbers that fit 64 bits become Int, all others Double.
///
/// Errors    One diagnostic with line and column. Nesting deeper than 512 levels is refused. Of duplicate
///           keys the last one wins, as in Go; `duplicateKeys` finds them.
[[nodiscard]] base::Parsed<Value> parseJson(std::string_view text);

/// Dotted paths of keys that occur twice in one map, for strict field validation: "spec.replicas".
[[nodiscard]] std::vector<std::string> duplicateKeys(std::string_view json);

enum class JsonStyle : std::uint8_t {
    Compact, ///< as an API server answers
    Pretty,  ///< four spaces, as kubectl -o json
};

/// Writes keys in sorted order. Characters are written as Go's encoder with HTML escaping off.
[[nodiscard]] std::string toJson(const Value &value, JsonStyle style = JsonStyle::Compact);

/// The same, appended: for streams that keep one buffer.
void appendJson(std::string &out, const Value &value);
/// Appends a quoted and escaped JSON string; a byte that is not UTF-8 becomes \ufffd, as in Go.
void appendJsonString(std::string &out, std::string_view text);

} // namespace minato::kube
