// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/go_value.h"

#include <expected>
#include <string>
#include <string_view>

namespace minato::kube {

/// `left operation right` of a JSONPath filter. Whole numbers and fractions do not compare with each other.
///
/// Mirrors   client-go/third_party/forked/golang/template/funcs.go
/// Errors    "incompatible types for comparison", "invalid type for comparison", "unrecognized filter
/// operator <>"
[[nodiscard]] std::expected<bool, std::string>
compareForFilter(const GoValue &left, std::string_view operation, const GoValue &right);

} // namespace minato::kube
