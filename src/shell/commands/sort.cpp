// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// sort: -n -g -h -V -M -r -f -b -u -s -c -o FILE -k KEY -t SEPARATOR.
#include "shell/commands/options.h"
#include "shell/commands/programs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace minato::shell {
namespace {

constexpr int kTrouble = 2;

/// How two texts are compared.
struct SortRule {
    enum class Kind : std::uint8_t { Text, Number, Human, Version, Month };
    Kind kind = Kind::Text;
    bool isReversed = false, ignoresCase = false, ignoresBlanks = false, dictionaryOnly = false;

    /// False: no such flag.
    bool set(char flag)
    {
        static constexpr std::array<std::pair<char, Kind>, 5> kinds{{{'n', Kind::Number},
                                                                     {'g', Kind::Number},
                                                                     {'h', Kind::Human},
                                                                     {'V', Kind::Version},
                                                                     {'M', Kind::Month}}};
        if (const auto known = std::ranges::find(kinds, flag, &std::pair<char, Kind>::first);
            known != kinds.end())
            kind = known->second;
        else if (flag == 'r')
            isReversed = true;
        else if (flag == 'f')
            ignoresCase = true;
        else if (flag == 'b')
            ignoresBlanks = true;
        else if (flag == 'd')
            dictionaryOnly = true;
        else
            return false;
        return true;
    }
};

struct SortKey {
    std::size_t firstField = 1, firstChar = 1, lastField = 0, lastChar = 0; ///< 0: to the end
    SortRule rule;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

double numberOf(std::string_view text)
{
    return std::strtod(std::string(text).c_str(), nullptr);
}

/// "10M" by its unit first, as sort -h has it.
std::pair<int, double> humanNumberOf(std::string_view text)
{
    const std::string copy(text);
    char *end = nullptr;
    const double value = std::strtod(copy.c_str(), &end);
    const std::size_t unit = value == 0 || *end == '\0'
                                 ? std::string_view::npos
                                 : std::string_view("KMGTPE").find(*end == 'k' ? 'K' : *end);
    const int size = unit == std::string_view::npos ? 0 : static_cast<int>(unit) + 1;
    return {value < 0 ? -size : size, value};
}

int monthOf(std::string_view text)
{
    static constexpr std::array<std::string_view, 12> months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                             "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    std::string name(text.substr(0, 3));
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    const auto known = std::ranges::find(months, name);
    return known == months.end() ? 0 : static_cast<int>(known - months.begin()) + 1;
}

/// Runs of digits count as numbers, what stands between them as text.
int compareVersions(std::string_view a, std::string_view b)
{
    std::size_t i = 0, k = 0;
    while (i < a.size() && k < b.size()) {
        if (isDigit(a[i]) && isDigit(b[k])) {
            const auto run = [](std::string_view text, std::size_t &at) {
                while (at + 1 < text.size() && text[at] == '0' && isDigit(text[at + 1]))
                    ++at;
                const std::size_t begin = at;
                while (at < text.size() && isDigit(text[at]))
                    ++at;
                return text.substr(begin, at - begin);
            };
            const std::string_view x = run(a, i), y = run(b, k);
            if (x.size() != y.size())
                return x.size() < y.size() ? -1 : 1;
            if (const int order = x.compare(y); order != 0)
                return order;
        } else if (a[i] != b[k]) {
            return a[i] < b[k] ? -1 : 1;
        } else {
            ++i;
            ++k;
        }
    }
    return i < a.size() ? 1 : k < b.size() ? -1 : 0;
}

std::string folded(std::string_view text, const SortRule &rule)
{
    std::string result;
    for (const char c : text) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) ||
                              static_cast<unsigned char>(c) > 127;
        if (rule.dictionaryOnly && !isLetter && c != ' ' && c != '\t')
            continue;
        result += rule.ignoresCase && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    return result;
}

int compareBy(const SortRule &rule, std::string_view a, std::string_view b)
{
    const auto sign = [](const auto &x, const auto &y) { return x < y ? -1 : y < x ? 1 : 0; };
    int order = 0;
    switch (rule.kind) {
    case SortRule::Kind::Number:
        order = sign(numberOf(a), numberOf(b));
        break;
    case SortRule::Kind::Human:
        order = sign(humanNumberOf(a), humanNumberOf(b));
        break;
    case SortRule::Kind::Version:
        order = compareVersions(a, b);
        break;
    case SortRule::Kind::Month:
        order = sign(monthOf(a), monthOf(b));
        break;
    case SortRule::Kind::Text:
        order =
            rule.ignoresCase || rule.dictionaryOnly ? folded(a, rule).compare(folded(b, rule)) : a.compare(b);
        break;
    }
    return rule.isReversed ? -order : order;
}

class SortOrder {
public:
    std::vector<SortKey> keys;
    std::string separator; ///< empty: runs of blanks
    SortRule whole;        ///< the global options
    bool isUnique = false, isStable = false;

    [[nodiscard]] int compare(const std::string &a, const std::string &b) const
    {
        for (const SortKey &key : keys)
            if (const int order = compareBy(key.rule, part(key, a), part(key, b)); order != 0)
                return order;
        if (keys.empty()) {
            const SortKey all{.rule = whole};
            if (const int order = compareBy(whole, part(all, a), part(all, b)); order != 0)
                return order;
        }
        if (isUnique || isStable)
            return 0;
        const int last = a.compare(b);
        return whole.isReversed ? -last : last;
    }

private:
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
        if (key.rule.ignoresBlanks)
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

std::size_t takeNumber(std::string_view text, std::size_t &at, std::size_t otherwise)
{
    std::size_t value = otherwise;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    at = static_cast<std::size_t>(end - text.data());
    return value;
}

SortKey parseKey(std::string_view text, const SortRule &global)
{
    SortKey key;
    std::size_t at = 0;
    bool hasFlags = false;
    const auto takeFlags = [&] {
        for (; at < text.size() && text[at] != ','; ++at)
            hasFlags |= key.rule.set(text[at]);
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
    if (!hasFlags)
        key.rule = global;
    return key;
}

client::Task<std::optional<std::vector<std::string>>> readAllLines(Process &process,
                                                                   std::vector<std::string> files)
{
    std::vector<std::string> lines;
    for (const std::string &name : files) {
        const InPtr in = openInput(process, name);
        if (!in)
            co_return std::nullopt;
        for (;;) {
            auto line = co_await in->readLine();
            if (!line)
                break;
            lines.push_back(std::move(line->text));
        }
    }
    co_return lines;
}

SortOrder makeOrder(const Options &options)
{
    SortOrder order;
    for (const char flag : std::string_view("nghVMrfbd"))
        if (options.has(flag))
            order.whole.set(flag);
    order.isUnique = options.has('u');
    order.isStable = options.has('s');
    order.separator = options.value('t') == "\\t" ? "\t" : options.value('t');
    for (const std::string &key : options.values('k'))
        order.keys.push_back(parseKey(key, order.whole));
    return order;
}

/// -c: the first line that stands wrong, told; the status.
int check(const Process &process, const SortOrder &order, const std::vector<std::string> &lines,
          const std::string &name)
{
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const int relation = order.compare(lines[i - 1], lines[i]);
        if (relation < 0 || (relation == 0 && !order.isUnique))
            continue;
        process.complain("sort: " + name + ":" + std::to_string(i + 1) + ": disorder: " + lines[i] + "\n");
        return 1;
    }
    return 0;
}

} // namespace

client::Task<int> runSort(Process &process)
{
    const Options options(process, "nrufbdgshVMck:t:o:CzR",
                          {{"numeric-sort", 'n'},
                           {"general-numeric-sort", 'g'},
                           {"human-numeric-sort", 'h'},
                           {"version-sort", 'V'},
                           {"month-sort", 'M'},
                           {"reverse", 'r'},
                           {"unique", 'u'},
                           {"ignore-case", 'f'},
                           {"ignore-leading-blanks", 'b'},
                           {"dictionary-order", 'd'},
                           {"key", 'k'},
                           {"field-separator", 't'},
                           {"output", 'o'},
                           {"check", 'c'},
                           {"stable", 's'}});
    if (!options.mistake().empty())
        co_return options.complain(process, kTrouble);
    const SortOrder order = makeOrder(options);
    auto lines = co_await readAllLines(process, filesOrInput(options));
    if (!lines)
        co_return kTrouble;
    if (options.has('c') || options.has('C'))
        co_return check(process, order, *lines,
                        options.operands().empty() ? "-" : options.operands().front());
    std::ranges::stable_sort(*lines,
                             [&order](const auto &a, const auto &b) { return order.compare(a, b) < 0; });
    std::string text;
    const std::string *last = nullptr;
    for (const std::string &line : *lines) {
        if (!order.isUnique || !last || order.compare(*last, line) != 0)
            text += line + "\n";
        last = &line;
    }
    if (!options.has('o')) {
        process.print(text);
        co_return 0;
    }
    const std::string path = Files::resolve(options.value('o'), process.folder);
    if (process.services.files.create(path) && process.services.files.append(path, text))
        co_return 0;
    process.complain("sort: open failed: " + options.value('o') + ": No such file or directory\n");
    co_return kTrouble;
}

} // namespace minato::shell
