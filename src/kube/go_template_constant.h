// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/go_template_lexer.h"
#include "kube/go_value.h"

#include <expected>
#include <string>

namespace minato::kube::gotemplate {

/// The value of a Number, Complex or CharConstant token: int, float64 if it is written as one, complex128.
///
/// Errors    `illegal number syntax: "08"`, `integer overflow: "…"`. A whole number that only an unsigned
///           integer can hold is no mistake yet: it is Invalid, and using it is one.
[[nodiscard]] std::expected<GoValue, std::string> constantOf(const Token &token);

} // namespace minato::kube::gotemplate
