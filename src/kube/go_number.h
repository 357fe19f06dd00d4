// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace minato::kube {

/// Numbers as Go writes and reads them, independent of the locale.
///
/// Mirrors   strconv (ftoa.go, atof.go, atoi.go)

/// `verb` is one of e E f g G b x X; a negative precision asks for the fewest digits that give the same
/// number.
[[nodiscard]] std::string goFormatFloat(double number, char verb, int precision = -1);

/// Decimal and hexadecimal literals with underscores; nothing for a syntax error and for what is too large.
[[nodiscard]] std::optional<double> goParseFloat(std::string_view text);
/// Literals of any base: 0x1F, 0b1, 0o7, 017, 1_000.
[[nodiscard]] std::optional<std::uint64_t> goParseUint(std::string_view text);
[[nodiscard]] std::optional<std::int64_t> goParseInt(std::string_view text);
/// Decimal digits with an optional sign, nothing else.
[[nodiscard]] std::optional<std::int64_t> goAtoi(std::string_view text);

} // namespace minato::kube
