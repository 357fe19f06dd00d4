// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// cat, head, tail, wc, tee, tr.
#include "shell/commands/options.h"
#include "shell/commands/programs.h"
#include "shell/commands/utf8.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <format>
#include <set>
#include <utility>

namespace minato::shell {
namespace {

std::string whole(const Line &line)
{
    return line.hasNewline ? line.text + "\n" : line.text;
}

/// "5", "-5" or "+5": how many, and which way.
struct Amount {
    std::size_t count = 10;
    char sign = 0;
};

std::optional<Amount> parseAmount(std::string_view text)
{
    Amount amount;
    if (text.starts_with('-') || text.starts_with('+')) {
        amount.sign = text.front();
        text.remove_prefix(1);
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount.count);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return amount;
}

/// `head -5` is the old way to write `head -n 5`.
void modernise(Process &process)
{
    for (std::size_t i = 1; i < process.arguments.size(); ++i) {
        std::string &word = process.arguments[i];
        if (word.size() > 1 && word.front() == '-' && word[1] >= '0' && word[1] <= '9')
            word = "-n" + word.substr(1);
        else if (word == "-n" || word == "-c")
            ++i;
    }
}

client::Task<void> printHead(Process &process, InPtr in, Amount amount, bool isBytes)
{
    if (isBytes) {
        std::string text;
        while (amount.sign == '-' || text.size() < amount.count) {
            const std::string piece = co_await in->readSome();
            if (piece.empty())
                break;
            text += piece;
        }
        const std::size_t length =
            amount.sign == '-' ? text.size() - std::min(amount.count, text.size()) : amount.count;
        process.print(text.substr(0, length));
        co_return;
    }
    std::deque<std::string> held; // head -n -5: all but the last five
    for (std::size_t i = 0; amount.sign == '-' || i < amount.count; ++i) {
        const auto line = co_await in->readLine();
        if (!line)
            co_return;
        if (amount.sign != '-') {
            process.print(whole(*line));
        } else {
            held.push_back(whole(*line));
            if (held.size() > amount.count) {
                process.print(held.front());
                held.pop_front();
            }
        }
        co_await drain(process.out);
    }
}

client::Task<void> printTail(Process &process, InPtr in, Amount amount, bool isBytes)
{
    if (isBytes) {
        const std::string text = co_await in->readAll();
        const std::size_t from = amount.sign == '+'
                                     ? std::min(amount.count == 0 ? 0 : amount.count - 1, text.size())
                                     : text.size() - std::min(amount.count, text.size());
        process.print(std::string_view(text).substr(from));
        co_return;
    }
    std::deque<std::string> last;
    for (std::size_t number = 1;; ++number) {
        const auto line = co_await in->readLine();
        if (!line)
            break;
        if (amount.sign == '+') {
            if (number >= amount.count)
                process.print(whole(*line));
            co_await drain(process.out);
            continue;
        }
        last.push_back(whole(*line));
        if (last.size() > amount.count)
            last.pop_front();
    }
    for (const std::string &line : last)
        process.print(line);
}

client::Task<int> runHeadOrTail(Process &process, bool isHead)
{
    modernise(process);
    const Options options(process, "n:c:qvf",
                          {{"lines", 'n'}, {"bytes", 'c'}, {"quiet", 'q'}, {"follow", 'f'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    const bool isBytes = options.has('c');
    Amount amount;
    if (isBytes || options.has('n')) {
        const std::string text = options.value(isBytes ? 'c' : 'n');
        const auto parsed = parseAmount(text);
        if (!parsed) {
            process.complain(process.name() + ": invalid number of " + (isBytes ? "bytes" : "lines") + ": ‘" +
                             text + "’\n");
            co_return 1;
        }
        amount = *parsed;
    }
    int status = 0;
    const auto files = filesOrInput(options);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const InPtr in = openInput(process, files[i]);
        if (!in) {
            status = 1;
            continue;
        }
        if (files.size() > 1 && !options.has('q'))
            process.print((i > 0 ? "\n==> " : "==> ") + files[i] + " <==\n");
        if (isHead)
            co_await printHead(process, in, amount, isBytes);
        else
            co_await printTail(process, in, amount, isBytes);
    }
    co_return status;
}

struct Counts {
    std::size_t lines = 0, words = 0, characters = 0, bytes = 0, longest = 0; ///< longest: in characters
};

Counts countText(std::string_view text)
{
    Counts counts{.bytes = text.size()};
    bool isInWord = false;
    std::size_t width = 0;
    for (const char c : text) {
        width = c == '\n' ? 0 : width + ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0);
        counts.longest = std::max(counts.longest, width);
        counts.lines += c == '\n' ? 1 : 0;
        counts.characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
        const bool isSpace = std::string_view(" \t\n\r\v\f").contains(c);
        counts.words += !isSpace && !isInWord ? 1 : 0;
        isInWord = !isSpace;
    }
    return counts;
}

/// The characters that one operand of tr stands for.
std::vector<char32_t> expandSet(std::string_view text)
{
    static constexpr std::pair<std::string_view, std::string_view> classes[]{
        {"[:lower:]", "abcdefghijklmnopqrstuvwxyz"},
        {"[:upper:]", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
        {"[:digit:]", "0123456789"},
        {"[:space:]", "\t\n\v\f\r "},
        {"[:blank:]", "\t "},
        {"[:punct:]", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"},
        {"[:alpha:]", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"},
        {"[:alnum:]", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"}};
    std::vector<char32_t> result;
    for (std::size_t at = 0; at < text.size();) {
        const auto named = std::ranges::find_if(
            classes, [&](const auto &c) { return text.substr(at).starts_with(c.first); });
        if (named != std::end(classes)) {
            result.insert(result.end(), named->second.begin(), named->second.end());
            at += named->first.size();
            continue;
        }
        char32_t c = takeCharacter(text, at);
        if (c == '\\' && at < text.size()) {
            c = takeCharacter(text, at);
            c = c == 'n' ? U'\n' : c == 't' ? U'\t' : c == 'r' ? U'\r' : c == '0' ? U'\0' : c;
        } else if (at + 1 < text.size() && text[at] == '-') {
            ++at;
            const char32_t high = takeCharacter(text, at);
            for (char32_t each = c; each < high; ++each)
                result.push_back(each);
            c = high;
        }
        result.push_back(c);
    }
    return result;
}

} // namespace

client::Task<int> runCat(Process &process)
{
    const Options options(process, "nbAETsuveRFXS",
                          {{"number", 'n'},
                           {"number-nonblank", 'b'},
                           {"show-all", 'A'},
                           {"show-ends", 'E'},
                           {"show-tabs", 'T'},
                           {"squeeze-blank", 's'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    const bool showsEnds = options.has('A') || options.has('E') || options.has('e');
    const bool showsTabs = options.has('A') || options.has('T');
    std::size_t number = 0;
    bool wasEmpty = false;
    co_return co_await mapLines(
        process, filesOrInput(options), [&](const Line &line) -> std::optional<std::string> {
            const bool isEmpty = line.text.empty() && line.hasNewline;
            if (isEmpty && std::exchange(wasEmpty, isEmpty) && options.has('s'))
                return std::nullopt;
            wasEmpty = isEmpty;
            std::string text;
            if (options.has('b') ? !isEmpty : options.has('n'))
                text = std::format("{:6}\t", ++number);
            for (const char c : line.text)
                text += c == '\t' && showsTabs ? "^I" : std::string(1, c);
            return text + (line.hasNewline && showsEnds ? "$" : "") + (line.hasNewline ? "\n" : "");
        });
}

client::Task<int> runHead(Process &process)
{
    return runHeadOrTail(process, true);
}

client::Task<int> runTail(Process &process)
{
    return runHeadOrTail(process, false);
}

client::Task<int> runWc(Process &process)
{
    const Options options(
        process, "lwcmL",
        {{"lines", 'l'}, {"words", 'w'}, {"bytes", 'c'}, {"chars", 'm'}, {"max-line-length", 'L'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    const bool isDefault =
        !options.has('l') && !options.has('w') && !options.has('c') && !options.has('m') && !options.has('L');
    std::vector<std::pair<std::string, Counts>> rows;
    Counts total;
    int status = 0;
    for (const std::string &name : filesOrInput(options)) {
        const InPtr in = openInput(process, name);
        if (!in) {
            status = 1;
            continue;
        }
        const std::string text = co_await in->readAll();
        const Counts counts = countText(text);
        rows.emplace_back(options.operands().empty() ? "" : name, counts);
        total = {total.lines + counts.lines, total.words + counts.words, total.characters + counts.characters,
                 total.bytes + counts.bytes, std::max(total.longest, counts.longest)};
    }
    if (options.operands().size() > 1)
        rows.emplace_back("total", total);
    for (const auto &[name, counts] : rows) {
        std::vector<std::size_t> shown;
        for (const auto &[letter, value] :
             {std::pair('l', counts.lines), std::pair('w', counts.words), std::pair('m', counts.characters),
              std::pair('c', counts.bytes), std::pair('L', counts.longest)})
            if (options.has(letter) || (isDefault && letter != 'm' && letter != 'L'))
                shown.push_back(value);
        std::size_t width = options.operands().empty() ? 7 : std::to_string(total.bytes).size();
        if (shown.size() == 1 && rows.size() == 1)
            width = 1;
        std::string line;
        for (const std::size_t value : shown) {
            const std::string text = std::to_string(value);
            line += (line.empty() ? "" : " ") +
                    std::string(width > text.size() ? width - text.size() : 0, ' ') + text;
        }
        process.print(line + (name.empty() ? "" : " " + name) + "\n");
    }
    co_return status;
}

client::Task<int> runTee(Process &process)
{
    const Options options(process, "a", {{"append", 'a'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    Files &files = process.services.files;
    std::vector<std::string> paths;
    int status = 0;
    for (const std::string &name : options.operands()) {
        const std::string path = Files::resolve(name, process.folder);
        const bool keepsText = options.has('a') && files.exists(path);
        const auto created = keepsText ? std::expected<void, std::string>() : files.create(path);
        if (created) {
            paths.push_back(path);
            continue;
        }
        process.complain("tee: " + name + ": No such file or directory\n");
        status = 1;
    }
    for (;;) {
        const std::string text = co_await process.in->readSome();
        if (text.empty())
            co_return status;
        process.print(text);
        for (const std::string &path : paths)
            files.append(path, text);
        co_await drain(process.out);
    }
}

client::Task<int> runTr(Process &process)
{
    const Options options(process, "dscC", {{"delete", 'd'}, {"squeeze-repeats", 's'}, {"complement", 'c'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    const auto &sets = options.operands();
    const bool deletes = options.has('d'), squeezes = options.has('s'),
               isComplement = options.has('c') || options.has('C');
    if (sets.empty() || (sets.size() == 1 && !deletes && !squeezes)) {
        const std::string what = sets.empty() ? "missing operand" : "missing operand after ‘" + sets[0] + "’";
        const std::string hint = sets.empty() ? "" : "\nTwo strings must be given when translating.";
        process.complain("tr: " + what + hint + "\nTry 'tr --help' for more information.\n");
        co_return 1;
    }
    const std::vector<char32_t> from = expandSet(sets[0]);
    std::vector<char32_t> to = sets.size() > 1 ? expandSet(sets[1]) : from;
    if (to.size() < from.size() && !to.empty())
        to.resize(from.size(), to.back());
    const auto squeezed = sets.size() > 1 ? to : from;
    const std::string text = co_await process.in->readAll();
    std::string out;
    char32_t last = 0xFFFFFFFF;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = takeCharacter(text, at);
        const auto found = std::ranges::find(from, c);
        const bool isIn = (found != from.end()) != isComplement;
        if (isIn && deletes)
            continue;
        if (isIn && sets.size() > 1 && !to.empty())
            c = isComplement ? to.back() : to[static_cast<std::size_t>(found - from.begin())];
        const bool isSqueezed = squeezes && (sets.size() > 1 ? std::ranges::contains(squeezed, c) : isIn);
        if (isSqueezed && c == last)
            continue;
        last = isSqueezed ? c : 0xFFFFFFFF;
        appendCharacter(out, c);
    }
    process.print(out);
    co_return 0;
}

} // namespace minato::shell
