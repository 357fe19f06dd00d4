// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace minato::shell {

/// A text whose characters remember where they came from.
struct MarkedText {
    static constexpr char kLiteral = 'l';  ///< written without quotes
    static constexpr char kExpanded = 'x'; ///< from an expansion without quotes: splits into fields
    static constexpr char kQuoted = 'q';   ///< stands for itself

    std::string text, marks; ///< equally long
    bool isKept = false;     ///< a field even when empty, because it had quotes

    void append(std::string_view piece, char mark)
    {
        text += piece;
        marks.append(piece.size(), mark);
    }
};

/// Shell patterns: * ? [a-z] [!x] [[:digit:]]; quoted characters stand for themselves.
///
/// Mirrors   fnmatch as dash uses it, in the C.UTF-8 locale
/// Differs   Character classes know ASCII only.
[[nodiscard]] bool matchesPattern(const MarkedText &pattern, std::string_view text);

/// True when something in it is a pattern character without quotes.
[[nodiscard]] bool hasPattern(const MarkedText &text);

/// What is left after ${x#pattern} (kind "#", "##", "%" or "%%").
[[nodiscard]] std::string removePattern(std::string_view text, const MarkedText &pattern,
                                        std::string_view kind);

} // namespace minato::shell
