// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// sort, uniq, cut.
#include "shell/commands/options.h"
#include "shell/commands/programs.h"
#include "shell/commands/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace minato::shell {
namespace {

struct SortKey {
    std::size_t firstField = 1, firstChar = 1, lastField = 0, lastChar = 0; ///< 0: to the end
    bool isNumeric = false, isReversed = false, ignoresCase = false, ignoresBlanks = false;
};

class SortOrder {
public:
    std::vector<SortKey> keys;
    std::string separator; ///< empty: runs of blanks
    SortKey whole;         ///< the global options
    bool isUnique = false, isStable = false;

    [[nodiscard]] int compare(const std::string &a, const std::string &b) const
    {
        for (const SortKey &key : keys)
            if (const int order = compareKey(key, part(key, a), part(key, b)); order != 0)
                return order;
        if (keys.empty())
            if (const int order = compareKey(whole, a, b); order != 0)
                return order;
        if (isUnique || isStable)
            return 0;
        const int last = a.compare(b);
        return whole.isReversed ? -last : last;
    }

private:
    static int compareKey(const SortKey &key, std::string_view a, std::string_view b)
    {
        int order = 0;
        if (key.isNumeric) {
            const double x = std::strtod(std::string(a).c_str(), nullptr),
                         y = std::strtod(std::string(b).c_str(), nullptr);
            order = x < y ? -1 : x > y ? 1 : 0;
        } else if (key.ignoresCase) {
            order = folded(a).compare(folded(b));
        } else {
            order = a.compare(b);
        }
        return key.isReversed ? -order : order;
    }

    static std::string folded(std::string_view text)
    {
        std::string result(text);
        std::ranges::transform(result, result.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        return result;
    }

    /// Where field `number` (from 1) begins, and where it ends. With blanks as separators a field has those
    /// before it.
    [[nodiscard]] std::pair<std::size_t, std::size_t> field(std::string_view text, std::size_t number) const
    {
        std::size_t begin = 0, end = 0;
        for (std::size_t i = 1;; ++i) {
            if (!separator.empty()) {
                end = std::min(text.find(separator, begin), text.size());
            } else {
                end = std::min(text.find_first_not_of(" \t", begin), text.size());
                end = std::min(text.find_first_of(" \t", end), text.size());
            }
            if (i == number || end == text.size())
                return i == number ? std::pair(begin, end) : std::pair(text.size(), text.size());
            begin = end + separator.size();
        }
    }

    [[nodiscard]] std::string_view part(const SortKey &key, std::string_view text) const
    {
        std::size_t begin = field(text, key.firstField).first;
        if (key.ignoresBlanks)
            begin = std::min(text.find_first_not_of(" \t", begin), text.size());
        begin = std::min(begin + key.firstChar - 1, text.size());
        std::size_t end = text.size();
        if (key.lastField > 0) {
            const auto last = field(text, key.lastField);
            end = key.lastChar == 0 ? last.second : std::min(last.first + key.lastChar, last.second);
        }
        return text.substr(begin, end > begin ? end - begin : 0);
    }
};

void setFlag(SortKey &key, char flag)
{
    key.isNumeric |= flag == 'n' || flag == 'g';
    key.isReversed |= flag == 'r';
    key.ignoresCase |= flag == 'f';
    key.ignoresBlanks |= flag == 'b';
}

std::size_t takeNumber(std::string_view text, std::size_t &at, std::size_t otherwise)
{
    std::size_t value = otherwise;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    at = static_cast<std::size_t>(end - text.data());
    return value;
}

SortKey parseKey(std::string_view text, const SortKey &global)
{
    SortKey key;
    std::size_t at = 0;
    bool hasFlags = false;
    const auto takeFlags = [&] {
        for (; at < text.size() && text[at] != ','; ++at) {
            setFlag(key, text[at]);
            hasFlags = true;
        }
    };
    key.firstField = std::max<std::size_t>(takeNumber(text, at, 1), 1);
    if (at < text.size() && text[at] == '.')
        key.firstChar = std::max<std::size_t>(takeNumber(text, ++at, 1), 1);
    takeFlags();
    if (at < text.size() && text[at] == ',') {
        key.lastField = takeNumber(text, ++at, 0);
        if (at < text.size() && text[at] == '.')
            key.lastChar = takeNumber(text, ++at, 0);
        takeFlags();
    }
    if (!hasFlags) {
        key.isNumeric = global.isNumeric;
        key.isReversed = global.isReversed;
        key.ignoresCase = global.ignoresCase;
        key.ignoresBlanks = global.ignoresBlanks;
    }
    return key;
}

client::Task<std::optional<std::vector<Line>>> readAllLines(Process &process, std::vector<std::string> files)
{
    std::vector<Line> lines;
    for (const std::string &name : files) {
        const InPtr in = openInput(process, name);
        if (!in)
            co_return std::nullopt;
        for (;;) {
            auto line = co_await in->readLine();
            if (!line)
                break;
            lines.push_back(std::move(*line));
        }
    }
    co_return lines;
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

bool isIn(const Ranges &ranges, std::size_t number)
{
    return std::ranges::any_of(ranges,
                               [number](const auto &r) { return r.first <= number && number <= r.second; });
}

std::optional<std::string> cutFields(const std::string &text, const Ranges &ranges,
                                     const std::string &separator, bool onlySeparated)
{
    if (!text.contains(separator))
        return onlySeparated ? std::nullopt : std::optional(text);
    std::string result;
    bool isFirst = true;
    std::size_t number = 1;
    for (std::size_t begin = 0; begin <= text.size(); ++number) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        if (isIn(ranges, number)) {
            result += (isFirst ? "" : separator) + text.substr(begin, end - begin);
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

client::Task<int> runSort(Process &process)
{
    const Options options(process, "nrufbgsk:t:cz",
                          {{"numeric-sort", 'n'},
                           {"reverse", 'r'},
                           {"unique", 'u'},
                           {"ignore-case", 'f'},
                           {"key", 'k'},
                           {"field-separator", 't'},
                           {"stable", 's'}});
    if (!options.mistake().empty())
        co_return options.complain(process, 2);
    SortOrder order;
    for (const char flag : std::string_view("nrfbg"))
        if (options.has(flag))
            setFlag(order.whole, flag);
    order.isUnique = options.has('u');
    order.isStable = options.has('s');
    order.separator = options.value('t');
    for (const std::string &key : options.values('k'))
        order.keys.push_back(parseKey(key, order.whole));
    auto lines = co_await readAllLines(process, filesOrInput(options));
    if (!lines)
        co_return 2;
    std::ranges::stable_sort(
        *lines, [&order](const Line &a, const Line &b) { return order.compare(a.text, b.text) < 0; });
    const Line *last = nullptr;
    for (const Line &line : *lines) {
        if (!order.isUnique || !last || order.compare(last->text, line.text) != 0)
            process.print(line.text + "\n");
        last = &line;
    }
    co_return 0;
}

client::Task<int> runUniq(Process &process)
{
    const Options options(process, "cdui",
                          {{"count", 'c'}, {"repeated", 'd'}, {"unique", 'u'}, {"ignore-case", 'i'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    const std::string name = options.operands().empty() ? "-" : options.operands().front();
    const InPtr in = openInput(process, name);
    if (!in)
        co_return 1;
    const auto folded = [&](std::string text) {
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
    const Options options(process, "d:f:c:b:s",
                          {{"delimiter", 'd'}, {"fields", 'f'}, {"characters", 'c'}, {"bytes", 'b'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    const char kind = options.has('f') ? 'f' : options.has('c') ? 'c' : 'b';
    constexpr std::string_view hint = "\nTry 'cut --help' for more information.\n";
    if (!options.has(kind)) {
        process.complain("cut: you must specify a list of bytes, characters, or fields" + std::string(hint));
        co_return 1;
    }
    const auto ranges = parseRanges(options.value(kind));
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
    co_return co_await mapLines(process, filesOrInput(options), [&](const Line &line) {
        auto cut = kind == 'f' ? cutFields(line.text, *ranges, separator, options.has('s'))
                               : std::optional(cutCharacters(line.text, *ranges));
        return std::move(cut).transform([](std::string text) { return text + "\n"; });
    });
}

} // namespace minato::shell
