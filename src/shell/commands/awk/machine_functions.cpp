// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Functions that need no waiting.
#include "shell/commands/awk/format.h"
#include "shell/commands/awk/machine.h"
#include "shell/commands/clock_format.h"
#include "shell/commands/utf8.h"

#include <algorithm>
#include <cmath>

namespace minato::shell::awk {
namespace {

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// `length` characters from the `begin`th on, counted from 1; both are rounded.
std::string substring(const std::string &text, double begin, double length)
{
    const double first = std::round(begin), end = first + std::round(length);
    std::string result;
    double number = 1;
    for (std::size_t at = 0; at < text.size() && number < end; ++number) {
        const std::size_t from = at;
        takeCharacter(text, at);
        if (number >= first)
            result += text.substr(from, at - from);
    }
    return result;
}

std::string mapped(std::string text, char low, char high, int shift)
{
    for (char &c : text)
        if (c >= low && c <= high)
            c = static_cast<char>(c + shift);
    return text;
}

/// What "&" and backslashes in a replacement stand for.
void appendReplacement(std::string &out, std::string_view replacement, std::string_view found)
{
    for (std::size_t i = 0; i < replacement.size(); ++i) {
        const bool isEscape = replacement[i] == '\\' && i + 1 < replacement.size() &&
                              (replacement[i + 1] == '&' || replacement[i + 1] == '\\');
        if (isEscape)
            out += replacement[++i];
        else if (replacement[i] == '&')
            out += found;
        else
            out += replacement[i];
    }
}

} // namespace

void Machine::function(const Instruction &instruction)
{
    const auto builtin = static_cast<Builtin>(instruction.x);
    if (builtin == Builtin::LengthOfArray) {
        const Slot &what = slot(instruction.place);
        const Cell value = what.array ? Cell() : load(instruction.place, {}, 0);
        push(static_cast<double>(what.array ? what.array->size() : characterCount(value.asText(m_convfmt))));
        return;
    }
    std::vector<Cell> arguments(instruction.count);
    for (std::size_t i = instruction.count; i-- > 0;)
        arguments[i] = pop();
    switch (builtin) {
    case Builtin::Length:
    case Builtin::Substr:
    case Builtin::Index:
    case Builtin::Match:
    case Builtin::Sprintf:
    case Builtin::ToLower:
    case Builtin::ToUpper:
    case Builtin::Strftime:
        textFunction(builtin, arguments);
        return;
    default:
        numberFunction(builtin, arguments);
        return;
    }
}

void Machine::textFunction(Builtin builtin, std::vector<Cell> &arguments)
{
    const std::string text =
        arguments.empty() ? m_record.field(0).asText(m_convfmt) : arguments[0].asText(m_convfmt);
    const auto other = [&](std::size_t i) { return i < arguments.size() ? arguments[i] : Cell(); };
    switch (builtin) {
    case Builtin::Length:
        push(static_cast<double>(characterCount(text)));
        return;
    case Builtin::Substr:
        push(
            Cell::of(substring(text, other(1).asNumber(), arguments.size() > 2 ? other(2).asNumber() : 1e9)));
        return;
    case Builtin::Index: {
        const std::size_t at = text.find(other(1).asText(m_convfmt));
        push(at == std::string::npos
                 ? 0.0
                 : static_cast<double>(characterCount(std::string_view(text).substr(0, at)) + 1));
        return;
    }
    case Builtin::Match: {
        const Regex *regex = m_patterns.find(other(1).asText(m_convfmt));
        if (!regex)
            fail(m_patterns.mistake());
        const auto match = regex ? regex->find(text) : std::nullopt;
        const std::string_view view = text;
        const double start =
            match ? static_cast<double>(characterCount(view.substr(0, match->front().begin)) + 1) : 0;
        special(kRstart) = Cell::of(start);
        special(kRlength) =
            Cell::of(match ? static_cast<double>(characterCount(view.substr(
                                 match->front().begin, match->front().end - match->front().begin)))
                           : -1);
        push(start);
        return;
    }
    case Builtin::Sprintf:
        if (!arguments.empty())
            arguments.erase(arguments.begin());
        push(Cell::of(formatted(text, arguments, m_convfmt)));
        return;
    case Builtin::Strftime: {
        const std::string pattern = arguments.empty() ? "%c" : text;
        const base::Instant now = m_process.services.timers.now();
        const base::Instant when =
            arguments.size() > 1
                ? base::Instant{static_cast<std::int64_t>(other(1).asNumber()) * 1'000'000'000}
                : now;
        push(Cell::of(formatTime(when, pattern)));
        return;
    }
    case Builtin::ToLower:
        push(Cell::of(mapped(text, 'A', 'Z', 32)));
        return;
    default:
        push(Cell::of(mapped(text, 'a', 'z', -32)));
        return;
    }
}

void Machine::numberFunction(Builtin builtin, const std::vector<Cell> &arguments)
{
    const double value = arguments.empty() ? 0 : arguments[0].asNumber();
    const double second = arguments.size() > 1 ? arguments[1].asNumber() : 0;
    const double now = std::floor(static_cast<double>(m_process.services.timers.now().ns) / 1e9);
    switch (builtin) {
    case Builtin::Sin:
        return push(std::sin(value));
    case Builtin::Cos:
        return push(std::cos(value));
    case Builtin::Atan2:
        return push(std::atan2(value, second));
    case Builtin::Exp:
        return push(std::exp(value));
    case Builtin::Log:
        return push(std::log(value));
    case Builtin::Sqrt:
        return push(std::sqrt(value));
    case Builtin::Int:
        return push(std::trunc(value));
    case Builtin::Systime:
        return push(now);
    case Builtin::Srand:
        push(std::exchange(m_seed, arguments.empty() ? now : value));
        m_random = static_cast<std::uint64_t>(static_cast<std::int64_t>(std::clamp(m_seed, -9e18, 9e18)));
        return;
    default: { // rand: SplitMix64
        m_random += 0x9E3779B97F4A7C15ULL;
        std::uint64_t bits = m_random;
        bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBULL;
        bits ^= bits >> 31U;
        return push(static_cast<double>(bits >> 11U) / 9007199254740992.0);
    }
    }
}

void Machine::substitute(const Instruction &instruction)
{
    std::string key;
    std::size_t field = 0;
    popWhere(instruction.place, key, field);
    const std::string replacement = popText();
    const Regex *regex = m_patterns.find(popText());
    if (!regex)
        return fail(m_patterns.mistake());
    const std::string text = load(instruction.place, key, field).asText(m_convfmt);
    std::string result;
    std::size_t at = 0, search = 0, count = 0;
    while (search <= text.size() && (instruction.x != 0 || count == 0)) {
        const auto match = regex->find(text, search);
        if (!match)
            break;
        const auto [begin, end] = match->front();
        const bool isBehindAnother = count > 0 && begin == end && begin == at;
        if (!isBehindAnother) {
            result += text.substr(at, begin - at);
            appendReplacement(result, replacement, std::string_view(text).substr(begin, end - begin));
            at = end;
            ++count;
        }
        search = end > begin ? end : end + 1;
        if (result.size() > kMostText)
            return fail("out of memory");
    }
    if (count > 0)
        store(instruction.place, key, field, Cell::of(result + text.substr(std::min(at, text.size()))));
    push(static_cast<double>(count));
}

void Machine::split(const Instruction &instruction)
{
    const std::string separator = instruction.count == 2 ? popText() : special(kFs).asText(m_convfmt);
    const std::vector<std::string> parts = splitText(popText(), separator, m_patterns);
    Array &elements = slot(instruction.place).elements();
    elements.clear();
    for (std::size_t i = 0; i < parts.size(); ++i)
        elements[std::to_string(i + 1)] = Cell::input(parts[i]);
    push(static_cast<double>(parts.size()));
}

} // namespace minato::shell::awk
