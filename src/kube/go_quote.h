// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace minato::kube {

/// Go's string and character literals, written and read.
///
/// Mirrors   strconv (quote.go)
/// Errors    A literal that Go refuses reads as nothing; callers say "invalid syntax".

enum class QuoteStyle : bool { Unicode, Ascii };

[[nodiscard]] std::string goQuote(std::string_view text, QuoteStyle style = QuoteStyle::Unicode);
[[nodiscard]] std::string goQuoteRune(char32_t rune, QuoteStyle style = QuoteStyle::Unicode);
/// Whether the text can stand between backquotes on one line.
[[nodiscard]] bool canBackquote(std::string_view text);

/// The character or byte in front of `text`, which loses it. `quote` is the mark that must be escaped.
struct UnquotedChar {
    char32_t value = 0;
    bool isByte = false; ///< an escape such as \xff names a byte, not a character
};
[[nodiscard]] std::optional<UnquotedChar> unquoteChar(std::string_view &text, char quote);

/// What lies between the marks of a literal, its escapes resolved: "…", '…' with one or more characters.
[[nodiscard]] std::optional<std::string> unquoteBody(std::string_view body, char quote);
/// A whole "…" or `…` literal.
[[nodiscard]] std::optional<std::string> goUnquote(std::string_view literal);

/// `U+0026 '&'`, as %#U prints a character; without the quotes when it is not printable.
[[nodiscard]] std::string describeRune(char32_t rune);

} // namespace minato::kube
