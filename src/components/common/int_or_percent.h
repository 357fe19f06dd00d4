// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <cstdint>
#include <expected>
#include <string>

namespace minato::components {

enum class Rounding : std::uint8_t { Up, Down };

/// A number, or a percentage of `total`; 0 for null. The error is upstream's words.
///
/// Mirrors   apimachinery/pkg/util/intstr GetScaledValueFromIntOrPercent
[[nodiscard]] std::expected<int, std::string> scaledValue(const kube::Value &value, int total,
                                                          Rounding rounding);

} // namespace minato::components
