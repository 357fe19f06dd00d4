// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>

namespace minato::shell {

/// The variables that an arithmetic expression reads and assigns.
struct ArithmeticVariables {
    std::function<std::string(std::string_view name)> get;
    std::function<void(std::string_view name, std::int64_t value)> set;
};

/// $((…)): C's operators on 64-bit integers, with assignment; ++ and -- are not there, as in dash.
///
/// Errors    dash's texts: `arithmetic expression: expecting primary: "1+"`, `Illegal number: abc`
[[nodiscard]] std::expected<std::int64_t, std::string>
evaluateArithmetic(std::string_view expression, const ArithmeticVariables &variables);

/// A whole number with blanks around; nothing is 0. Base 0 goes by the prefix (0x, 0).
/// Error: `Illegal number: abc`.
[[nodiscard]] std::expected<std::int64_t, std::string> parseNumber(std::string_view text, int base = 0);

} // namespace minato::shell
