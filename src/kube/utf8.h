// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace minato::kube {

/// UTF-8 read the way Go's utf8 package reads it, for the parts that mirror kubectl's text output.
///
/// Mirrors   unicode/utf8 and unicode.IsLetter, IsDigit, IsPrint (Unicode 15; tables: utf8_tables.cpp)
/// Errors    A byte that starts no valid sequence is one kReplacementRune of size 1.

inline constexpr char32_t kReplacementRune = 0xFFFD;

struct Rune {
    char32_t value = kReplacementRune;
    std::size_t size = 0; ///< bytes; 0 at the end of the text

    /// A byte that is not UTF-8 (an encoded U+FFFD has size 3).
    [[nodiscard]] bool isBroken() const { return value == kReplacementRune && size == 1; }
};

[[nodiscard]] Rune firstRune(std::string_view text);
[[nodiscard]] std::size_t countRunes(std::string_view text);
/// What is no scalar value (surrogates, beyond U+10FFFF) is written as U+FFFD.
void appendRune(std::string &out, char32_t rune);

[[nodiscard]] bool isValidRune(char32_t rune);
[[nodiscard]] bool isLetter(char32_t rune);
[[nodiscard]] bool isDigit(char32_t rune);
/// Letters, marks, numbers, punctuation, symbols and the ASCII space.
[[nodiscard]] bool isPrintable(char32_t rune);

} // namespace minato::kube
