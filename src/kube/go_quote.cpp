// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_quote.h"

#include "kube/utf8.h"

#include <cstdint>
#include <format>

namespace minato::kube {
namespace {

/// The letter of a one-letter escape, 0 when the character has none.
char escapeLetter(char32_t rune)
{
    switch (rune) {
    case '\a':
        return 'a';
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    case '\v':
        return 'v';
    default:
        return 0;
    }
}

void appendEscaped(std::string &out, char32_t rune, char quote, QuoteStyle style)
{
    if (rune == static_cast<unsigned char>(quote) || rune == '\\') {
        out += '\\';
        out += static_cast<char>(rune);
    } else if (isPrintable(rune) && (rune < 0x80 || style == QuoteStyle::Unicode)) {
        appendRune(out, rune);
    } else if (const char letter = escapeLetter(rune)) {
        out += '\\';
        out += letter;
    } else if (rune < ' ' || rune == 0x7F) {
        out += std::format("\\x{:02x}", static_cast<std::uint32_t>(rune));
    } else if (rune < 0x10000) {
        out += std::format("\\u{:04x}", static_cast<std::uint32_t>(rune));
    } else {
        out += std::format("\\U{:08x}", static_cast<std::uint32_t>(rune));
    }
}

std::optional<unsigned> digitOf(char c, unsigned base)
{
    unsigned digit = 99;
    if (c >= '0' && c <= '9')
        digit = static_cast<unsigned>(c - '0');
    else if (c >= 'a' && c <= 'f')
        digit = static_cast<unsigned>(c - 'a') + 10;
    else if (c >= 'A' && c <= 'F')
        digit = static_cast<unsigned>(c - 'A') + 10;
    return digit < base ? std::optional(digit) : std::nullopt;
}

/// Exactly `count` digits in front of `text`, which loses them.
std::optional<std::uint32_t> takeNumber(std::string_view &text, std::size_t count, unsigned base)
{
    if (text.size() < count)
        return std::nullopt;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto digit = digitOf(text[i], base);
        if (!digit)
            return std::nullopt;
        number = number * base + *digit;
    }
    text.remove_prefix(count);
    return number;
}

std::optional<UnquotedChar> byteEscape(std::string_view &text, std::size_t count, unsigned base)
{
    const auto number = takeNumber(text, count, base);
    if (!number || *number > 0xFF)
        return std::nullopt;
    return UnquotedChar{*number, true};
}

std::optional<UnquotedChar> runeEscape(std::string_view &text, std::size_t count)
{
    const auto number = takeNumber(text, count, 16);
    if (!number || !isValidRune(*number))
        return std::nullopt;
    return UnquotedChar{*number, false};
}

std::optional<UnquotedChar> letterEscape(char letter, char quote)
{
    static constexpr std::string_view kLetters = "abfnrtv";
    static constexpr std::string_view kMeanings = "\a\b\f\n\r\t\v";
    if (const auto at = kLetters.find(letter); at != std::string_view::npos)
        return UnquotedChar{static_cast<unsigned char>(kMeanings[at]), true};
    if (letter == '\\' || (letter == quote && (letter == '"' || letter == '\'')))
        return UnquotedChar{static_cast<unsigned char>(letter), true};
    return std::nullopt;
}

} // namespace

std::string goQuote(std::string_view text, QuoteStyle style)
{
    std::string out = "\"";
    while (!text.empty()) {
        const Rune rune = firstRune(text);
        if (rune.isBroken())
            out += std::format("\\x{:02x}", static_cast<unsigned char>(text[0]));
        else
            appendEscaped(out, rune.value, '"', style);
        text.remove_prefix(rune.size);
    }
    return out += '"';
}

std::string goQuoteRune(char32_t rune, QuoteStyle style)
{
    std::string out = "'";
    appendEscaped(out, isValidRune(rune) ? rune : kReplacementRune, '\'', style);
    return out += '\'';
}

bool canBackquote(std::string_view text)
{
    while (!text.empty()) {
        const Rune rune = firstRune(text);
        constexpr char32_t kByteOrderMark = 0xFEFF;
        if (rune.isBroken() || rune.value == kByteOrderMark || (rune.value < ' ' && rune.value != '\t') ||
            rune.value == '`' || rune.value == 0x7F)
            return false;
        text.remove_prefix(rune.size);
    }
    return true;
}

std::optional<UnquotedChar> unquoteChar(std::string_view &text, char quote)
{
    if (text.empty() || (text[0] == quote && (quote == '\'' || quote == '"')))
        return std::nullopt;
    if (text[0] != '\\') {
        const Rune rune = firstRune(text);
        text.remove_prefix(rune.size);
        return UnquotedChar{rune.value, false};
    }
    if (text.size() < 2)
        return std::nullopt;
    const char letter = text[1];
    if (letter >= '0' && letter <= '7') {
        text.remove_prefix(1);
        return byteEscape(text, 3, 8);
    }
    text.remove_prefix(2);
    switch (letter) {
    case 'x':
        return byteEscape(text, 2, 16);
    case 'u':
        return runeEscape(text, 4);
    case 'U':
        return runeEscape(text, 8);
    default:
        return letterEscape(letter, quote);
    }
}

std::optional<std::string> unquoteBody(std::string_view body, char quote)
{
    std::string out;
    while (!body.empty()) {
        const auto next = unquoteChar(body, quote);
        if (!next)
            return std::nullopt;
        if (next->isByte)
            out += static_cast<char>(next->value);
        else
            appendRune(out, next->value);
    }
    return out;
}

std::optional<std::string> goUnquote(std::string_view literal)
{
    if (literal.size() < 2 || literal.front() != literal.back())
        return std::nullopt;
    const std::string_view body = literal.substr(1, literal.size() - 2);
    if (literal.front() == '"')
        return body.contains('\n') ? std::nullopt : unquoteBody(body, '"');
    if (literal.front() != '`' || body.contains('`'))
        return std::nullopt;
    std::string out;
    for (const char c : body) {
        if (c != '\r')
            out += c;
    }
    return out;
}

std::string describeRune(char32_t rune)
{
    std::string out = std::format("U+{:04X}", static_cast<std::uint32_t>(rune));
    if (isPrintable(rune)) {
        out += " '";
        appendRune(out, rune);
        out += '\'';
    }
    return out;
}

} // namespace minato::kube
