// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/jq/functions.h"
#include "shell/commands/jq/json_text.h"
#include "shell/commands/jq/regex_functions.h"
#include "shell/commands/utf8.h"

#include <algorithm>
#include <array>

namespace minato::shell::jq {
namespace {

using Arguments = std::span<const Value>;
constexpr std::string_view kBlanks = " \t\n\r\f\v";

const std::string &textOf(const Value &value, std::string_view what)
{
    if (!value.isString())
        fail(std::string(what));
    return value.text();
}

Value utf8bytelength(Interpreter &, const Value &in, Arguments)
{
    if (!in.isString())
        fail(described(in) + " only strings have UTF-8 byte length");
    return {in.text().size()};
}

Value join(Interpreter &, const Value &in, Arguments arguments)
{
    if (!in.isArray())
        fail("Cannot iterate over " + described(in));
    if (in.items().empty())
        return {""};
    Value text;
    for (const Value &item : in.items()) {
        text = text.isNull() ? Value("") : calculate("+", text, arguments[0]);
        const bool isPlain =
            item.isNumber() || item.type() == Value::Type::True || item.type() == Value::Type::False;
        text = calculate("+", text, item.isNull() ? Value("") : isPlain ? Value(toText(item)) : item);
    }
    return text;
}

Value split(Interpreter &, const Value &in, Arguments arguments)
{
    if (!in.isString() || !arguments[0].isString())
        fail("split input and separator must be strings");
    return calculate("/", in, arguments[0]);
}

/// split($re; $flags)
Value splitAtPattern(Interpreter &, const Value &in, Arguments arguments)
{
    if (!in.isString())
        fail(described(in) + " cannot be matched, as it is not a string");
    const std::string flags = "g" + (arguments[1].isString() ? arguments[1].text() : "");
    Array parts;
    std::size_t at = 0;
    for (const RegexMatch &match : findMatches(in.text(), arguments[0], Value(flags))) {
        parts.emplace_back(in.text().substr(at, match.begin - at));
        at = match.end;
    }
    parts.emplace_back(in.text().substr(at));
    return {std::move(parts)};
}

Value mapped(const Value &in, char low, char high, int shift, std::string_view name)
{
    std::string text = textOf(in, std::string(name) + " input must be a string");
    for (char &c : text)
        if (c >= low && c <= high)
            c = static_cast<char>(c + shift);
    return {std::move(text)};
}

Value downcase(Interpreter &, const Value &in, Arguments)
{
    return mapped(in, 'A', 'Z', 32, "ascii_downcase");
}

Value upcase(Interpreter &, const Value &in, Arguments)
{
    return mapped(in, 'a', 'z', -32, "ascii_upcase");
}

Value ltrimstr(Interpreter &, const Value &in, Arguments arguments)
{
    const bool fits = in.isString() && arguments[0].isString() && in.text().starts_with(arguments[0].text());
    return fits ? Value(in.text().substr(arguments[0].text().size())) : in;
}

Value rtrimstr(Interpreter &, const Value &in, Arguments arguments)
{
    const bool fits = in.isString() && arguments[0].isString() && in.text().ends_with(arguments[0].text());
    return fits ? Value(in.text().substr(0, in.text().size() - arguments[0].text().size())) : in;
}

Value trimmed(const Value &in, bool atLeft, bool atRight)
{
    const std::string &text = textOf(in, described(in) + " cannot be trimmed");
    const std::size_t begin = atLeft ? std::min(text.find_first_not_of(kBlanks), text.size()) : 0;
    const std::size_t end = atRight ? text.find_last_not_of(kBlanks) + 1 : text.size();
    return {begin < end ? text.substr(begin, end - begin) : ""};
}

Value trim(Interpreter &, const Value &in, Arguments)
{
    return trimmed(in, true, true);
}

Value ltrim(Interpreter &, const Value &in, Arguments)
{
    return trimmed(in, true, false);
}

Value rtrim(Interpreter &, const Value &in, Arguments)
{
    return trimmed(in, false, true);
}

Value startswith(Interpreter &, const Value &in, Arguments arguments)
{
    if (!in.isString() || !arguments[0].isString())
        fail("startswith() requires string inputs");
    return {in.text().starts_with(arguments[0].text())};
}

Value endswith(Interpreter &, const Value &in, Arguments arguments)
{
    if (!in.isString() || !arguments[0].isString())
        fail("endswith() requires string inputs");
    return {in.text().ends_with(arguments[0].text())};
}

Value explode(Interpreter &, const Value &in, Arguments)
{
    const std::string &text = textOf(in, described(in) + " cannot be exploded");
    Array codes;
    for (std::size_t at = 0; at < text.size();)
        codes.emplace_back(static_cast<double>(takeCharacter(text, at)));
    return {std::move(codes)};
}

Value implode(Interpreter &, const Value &in, Arguments)
{
    if (!in.isArray())
        fail(described(in) + " cannot be imploded");
    std::string text;
    for (const Value &code : in.items()) {
        if (!code.isNumber())
            fail("Unicode codepoint must be numeric");
        appendCharacter(text, static_cast<char32_t>(std::clamp(code.number(), 0.0, 1114111.0)));
    }
    return {std::move(text)};
}

Value format(Interpreter &, const Value &in, Arguments arguments)
{
    return {formatted("@" + textOf(arguments[0], described(arguments[0]) + " is not a valid format"), in)};
}

constexpr std::array kTexts{FunctionEntry{"utf8bytelength", 0, utf8bytelength},
                            FunctionEntry{"join", 1, join},
                            FunctionEntry{"split", 1, split},
                            FunctionEntry{"split", 2, splitAtPattern},
                            FunctionEntry{"ascii_downcase", 0, downcase},
                            FunctionEntry{"ascii_upcase", 0, upcase},
                            FunctionEntry{"ltrimstr", 1, ltrimstr},
                            FunctionEntry{"rtrimstr", 1, rtrimstr},
                            FunctionEntry{"trim", 0, trim},
                            FunctionEntry{"ltrim", 0, ltrim},
                            FunctionEntry{"rtrim", 0, rtrim},
                            FunctionEntry{"startswith", 1, startswith},
                            FunctionEntry{"endswith", 1, endswith},
                            FunctionEntry{"explode", 0, explode},
                            FunctionEntry{"implode", 0, implode},
                            FunctionEntry{"format", 1, format}};

} // namespace

std::span<const FunctionEntry> textFunctions()
{
    return kTexts;
}

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Array characters(std::string_view text)
{
    Array result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        takeCharacter(text, at);
        result.emplace_back(std::string(text.substr(begin, at - begin)));
    }
    return result;
}

} // namespace minato::shell::jq
