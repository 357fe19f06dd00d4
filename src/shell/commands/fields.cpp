// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// uniq, cut.
#include "shell/commands/options.h"
#include "shell/commands/programs.h"
#include "shell/commands/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace minato::shell {
namespace {

std::size_t takeNumber(std::string_view text, std::size_t &at, std::size_t otherwise)
{
    std::size_t value = otherwise;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    at = static_cast<std::size_t>(end - text.data());
    return value;
}

/// "1,3-5,7-" as ranges; the mistake as the error.
using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

std::optional<Ranges> parseRanges(std::string_view text)
{
    Ranges ranges;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string_view item = text.substr(begin, end - begin);
        std::size_t at = 0;
        const std::size_t low = item.starts_with('-') ? 1 : takeNumber(item, at, 0);
        std::size_t high = low;
        if (at < item.size() && item[at] == '-') {
            ++at;
            high = at < item.size() ? takeNumber(item, at, 0) : std::string::npos;
        }
        if (low == 0 || at != item.size() || high < low)
            return std::nullopt;
        ranges.emplace_back(low, high);
        begin = end + 1;
    }
    return ranges;
}

/// What the ranges leave out.
Ranges complementOf(Ranges ranges)
{
    std::ranges::sort(ranges);
    Ranges result;
    std::size_t next = 1;
    for (const auto &[low, high] : ranges) {
        if (low > next)
            result.emplace_back(next, low - 1);
        next = std::max(next, high == std::string::npos ? high : high + 1);
        if (high == std::string::npos)
            return result;
    }
    result.emplace_back(next, std::string::npos);
    return result;
}

bool isIn(const Ranges &ranges, std::size_t number)
{
    return std::ranges::any_of(ranges,
                               [number](const auto &r) { return r.first <= number && number <= r.second; });
}

std::optional<std::string> cutFields(const std::string &text, const Ranges &ranges,
                                     const std::string &separator, bool onlySeparated,
                                     const std::string &joint)
{
    if (!text.contains(separator))
        return onlySeparated ? std::nullopt : std::optional(text);
    std::string result;
    bool isFirst = true;
    std::size_t number = 1;
    for (std::size_t begin = 0; begin <= text.size(); ++number) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        if (isIn(ranges, number)) {
            result += (isFirst ? "" : joint) + text.substr(begin, end - begin);
            isFirst = false;
        }
        begin = end + separator.size();
    }
    return result;
}

/// -c: characters. (GNU's cut takes bytes there; a character that is cut in two helps nobody.)
std::string cutCharacters(const std::string &text, const Ranges &ranges)
{
    std::string result;
    std::size_t number = 1;
    for (std::size_t at = 0; at < text.size(); ++number) {
        const char32_t c = takeCharacter(text, at);
        if (isIn(ranges, number))
            appendCharacter(result, c);
    }
    return result;
}

} // namespace

client::Task<int> runUniq(Process &process)
{
    const Options options(process, "cduif:s:w:",
                          {{"count", 'c'},
                           {"repeated", 'd'},
                           {"unique", 'u'},
                           {"ignore-case", 'i'},
                           {"skip-fields", 'f'},
                           {"skip-chars", 's'},
                           {"check-chars", 'w'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    const std::string name = options.operands().empty() ? "-" : options.operands().front();
    const InPtr in = openInput(process, name);
    if (!in)
        co_return 1;
    const auto numberOf = [&](char letter, std::size_t otherwise) {
        std::size_t at = 0;
        return options.has(letter) ? takeNumber(options.value(letter), at, otherwise) : otherwise;
    };
    const std::size_t fields = numberOf('f', 0), skipped = numberOf('s', 0),
                      most = numberOf('w', std::string::npos);
    const auto folded = [&](std::string text) {
        std::size_t begin = 0;
        for (std::size_t i = 0; i < fields && begin < text.size(); ++i) {
            begin = std::min(text.find_first_not_of(" \t", begin), text.size());
            begin = std::min(text.find_first_of(" \t", begin), text.size());
        }
        text = text.substr(std::min(begin + skipped, text.size())).substr(0, most);
        if (options.has('i'))
            std::ranges::transform(text, text.begin(), [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            });
        return text;
    };
    std::optional<std::string> held;
    std::size_t count = 0;
    const auto flush = [&] {
        if (!held || (options.has('d') && count < 2) || (options.has('u') && count > 1))
            return;
        std::string prefix;
        if (options.has('c')) {
            prefix = std::to_string(count) + " ";
            prefix = std::string(prefix.size() < 8 ? 8 - prefix.size() : 0, ' ') + prefix;
        }
        process.print(prefix + *held + "\n");
    };
    for (;;) {
        auto line = co_await in->readLine();
        if (line && held && folded(line->text) == folded(*held)) {
            ++count;
            continue;
        }
        flush();
        if (!line)
            co_return 0;
        held = std::move(line->text);
        count = 1;
        co_await drain(process.out);
    }
}

client::Task<int> runCut(Process &process)
{
    const Options options(process, "d:f:c:b:so:v",
                          {{"delimiter", 'd'},
                           {"fields", 'f'},
                           {"characters", 'c'},
                           {"bytes", 'b'},
                           {"only-delimited", 's'},
                           {"output-delimiter", 'o'},
                           {"complement", 'v'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    const char kind = options.has('f') ? 'f' : options.has('c') ? 'c' : 'b';
    constexpr std::string_view hint = "\nTry 'cut --help' for more information.\n";
    if (!options.has(kind)) {
        process.complain("cut: you must specify a list of bytes, characters, or fields" + std::string(hint));
        co_return 1;
    }
    auto ranges = parseRanges(options.value(kind));
    if (!ranges && options.value(kind).starts_with('0')) {
        process.complain("cut: " + std::string(kind == 'f' ? "fields" : "byte/character positions") +
                         " are numbered from 1" + std::string(hint));
        co_return 1;
    }
    if (!ranges) {
        process.complain("cut: invalid " + std::string(kind == 'f' ? "field" : "byte or character") +
                         " range" + std::string(hint));
        co_return 1;
    }
    const std::string separator = options.has('d') ? options.value('d') : "\t";
    std::size_t characters = 0;
    for (std::size_t at = 0; at < separator.size(); ++characters)
        takeCharacter(separator, at);
    if (characters != 1) {
        process.complain("cut: the delimiter must be a single character" + std::string(hint));
        co_return 1;
    }
    if (options.has('v'))
        ranges = complementOf(std::move(*ranges));
    const std::string joint = options.has('o') ? options.value('o') : separator;
    co_return co_await mapLines(process, filesOrInput(options), [&](const Line &line) {
        auto cut = kind == 'f' ? cutFields(line.text, *ranges, separator, options.has('s'), joint)
                               : std::optional(cutCharacters(line.text, *ranges));
        return std::move(cut).transform([](std::string text) { return text + "\n"; });
    });
}

} // namespace minato::shell
