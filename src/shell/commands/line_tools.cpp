// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// nl, rev, tac, paste, column, fold, comm, base64.
#include "kube/base64.h"
#include "shell/commands/options.h"
#include "shell/commands/programs.h"
#include "shell/commands/running.h"
#include "shell/commands/utf8.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <optional>
#include <ranges>

namespace minato::shell {
namespace {

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string end(const Line &line)
{
    return line.hasNewline ? "\n" : "";
}

/// All lines of all files; nullopt after a message when one cannot be opened.
client::Task<std::optional<std::vector<Line>>> readLines(Process &process, std::vector<std::string> files)
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

std::string reversed(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        takeCharacter(text, at);
        result.insert(0, text.substr(begin, at - begin));
    }
    return result;
}

/// -d of paste: a list of separators, "\n", "\t", "\0" (none) and "\\" among them.
std::vector<std::string> separators(std::string_view text)
{
    std::vector<std::string> result;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\\' && at + 1 < text.size()) {
            const char c = text[at + 1];
            result.push_back(c == 'n' ? "\n" : c == 't' ? "\t" : c == '0' ? "" : std::string(1, c));
            at += 2;
            continue;
        }
        const std::size_t begin = at;
        takeCharacter(text, at);
        result.emplace_back(text.substr(begin, at - begin));
    }
    if (result.empty())
        result.emplace_back("");
    return result;
}

std::vector<std::string> cells(const std::string &line, const std::optional<std::string> &separator)
{
    std::vector<std::string> result;
    const std::string_view blanks = separator ? std::string_view(*separator) : std::string_view(" \t");
    for (std::size_t at = 0; at <= line.size();) {
        if (!separator)
            at = std::min(line.find_first_not_of(blanks, at), line.size());
        if (!separator && at == line.size())
            break;
        const std::size_t stop = std::min(line.find_first_of(blanks, at), line.size());
        result.push_back(line.substr(at, stop - at));
        at = stop + 1;
    }
    return result;
}

} // namespace

client::Task<int> runNl(Process &process)
{
    const Options options(
        process, "b:w:s:v:n:", {{"body-numbering", 'b'}, {"number-width", 'w'}, {"number-separator", 's'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    const bool countsAll = options.value('b') == "a";
    const std::size_t width = static_cast<std::size_t>(parseReal(options.value('w')).value_or(6));
    const std::string separator = options.has('s') ? options.value('s') : "\t", style = options.value('n');
    std::int64_t number = static_cast<std::int64_t>(parseReal(options.value('v')).value_or(1));
    co_return co_await mapLines(process, filesOrInput(options), [&](const Line &line) {
        if (line.text.empty() && !countsAll)
            return std::optional(std::string(width + separator.size(), ' ') + "\n");
        std::string text = std::to_string(number++);
        const std::string fill(width > text.size() ? width - text.size() : 0, style == "rz" ? '0' : ' ');
        text = style == "ln" ? text + fill : fill + text;
        return std::optional(text + separator + line.text + "\n");
    });
}

client::Task<int> runRev(Process &process)
{
    const Options options(process, "");
    if (!options.mistake().empty())
        co_return options.complain(process);
    co_return co_await mapLines(process, filesOrInput(options), [](const Line &line) {
        return std::optional(reversed(line.text) + end(line));
    });
}

client::Task<int> runTac(Process &process)
{
    const Options options(process, "");
    auto lines = co_await readLines(process, filesOrInput(options));
    if (!lines)
        co_return 1;
    for (const Line &line : *lines | std::views::reverse)
        process.print(line.text + end(line));
    co_return 0;
}

client::Task<int> runPaste(Process &process)
{
    const Options options(process, "sd:", {{"serial", 's'}, {"delimiters", 'd'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    const std::vector<std::string> between = separators(options.has('d') ? options.value('d') : "\t");
    std::vector<InPtr> inputs;
    for (const std::string &name : filesOrInput(options)) {
        const InPtr in = openInput(process, name);
        if (!in)
            co_return 1;
        inputs.push_back(in);
    }
    if (options.has('s')) {
        for (const InPtr &in : inputs) {
            std::string text;
            for (std::size_t i = 0;; ++i) {
                const auto line = co_await in->readLine();
                if (!line)
                    break;
                text += (i > 0 ? between[(i - 1) % between.size()] : "") + line->text;
            }
            process.print(text + "\n");
        }
        co_return 0;
    }
    for (;;) {
        std::string text;
        bool hasLine = false;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const auto line = co_await inputs[i]->readLine();
            hasLine |= line.has_value();
            text += (i > 0 ? between[(i - 1) % between.size()] : "") + (line ? line->text : "");
        }
        if (!hasLine)
            co_return 0;
        process.print(text + "\n");
        co_await drain(process.out);
    }
}

/// column -t: a table, each column as wide as its widest cell.
client::Task<int> runColumn(Process &process)
{
    const Options options(
        process, "ts:o:c:nxN:L",
        {{"table", 't'}, {"separator", 's'}, {"output-separator", 'o'}, {"table-columns", 'N'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    auto lines = co_await readLines(process, filesOrInput(options));
    if (!lines)
        co_return 1;
    const auto separator = options.has('s') ? std::optional(options.value('s')) : std::nullopt;
    const std::string between = options.has('o') ? options.value('o') : "  ";
    std::vector<std::vector<std::string>> rows;
    if (options.has('N'))
        rows.push_back(cells(options.value('N'), ","));
    for (const Line &line : *lines)
        if (!line.text.empty())
            rows.push_back(options.has('t') ? cells(line.text, separator) : std::vector{line.text});
    std::vector<std::size_t> widths;
    for (const auto &row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths.resize(std::max(widths.size(), i + 1));
            widths[i] = std::max(widths[i], characterCount(row[i]));
        }
    for (const auto &row : rows) {
        std::string text;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool isLast = i + 1 == row.size();
            text += row[i] + (isLast && i + 1 == widths.size()
                                  ? ""
                                  : std::string(widths[i] - characterCount(row[i]), ' '));
            text += isLast ? "" : between;
        }
        process.print(text + "\n");
    }
    co_return 0;
}

client::Task<int> runFold(Process &process)
{
    const Options options(process, "w:sb", {{"width", 'w'}, {"spaces", 's'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    const auto width = static_cast<std::size_t>(std::max(parseReal(options.value('w')).value_or(80), 1.0));
    co_return co_await mapLines(process, filesOrInput(options), [&](const Line &line) {
        std::string out, part;
        for (std::size_t at = 0; at < line.text.size();) {
            const std::size_t begin = at;
            takeCharacter(line.text, at);
            if (characterCount(part) == width) {
                const std::size_t blank = options.has('s') ? part.rfind(' ') : std::string::npos;
                const std::size_t keep = blank == std::string::npos ? part.size() : blank + 1;
                out += part.substr(0, keep) + "\n";
                part.erase(0, keep);
            }
            part += line.text.substr(begin, at - begin);
        }
        return std::optional(out + part + end(line));
    });
}

client::Task<int> runComm(Process &process)
{
    const Options options(process, "123");
    if (!options.mistake().empty())
        co_return options.complain(process);
    if (options.operands().size() != 2)
        co_return wrongUsage(process, options.operands().empty()
                                          ? "missing operand"
                                          : "missing operand after ‘" + options.operands()[0] + "’");
    const InPtr left = openInput(process, options.operands()[0]);
    const InPtr right = left ? openInput(process, options.operands()[1]) : nullptr;
    if (!right)
        co_return 1;
    auto a = co_await left->readLine();
    auto b = co_await right->readLine();
    const std::string second = options.has('1') ? "" : "\t";
    const std::string third = second + (options.has('2') ? "" : "\t");
    while (a || b) {
        const int order = !a ? 1 : !b ? -1 : a->text.compare(b->text);
        const char column = order < 0 ? '1' : order > 0 ? '2' : '3';
        if (!options.has(column))
            process.print((column == '1'   ? ""
                           : column == '2' ? second
                                           : third) +
                          (order <= 0 ? a->text : b->text) + "\n");
        if (order <= 0)
            a = co_await left->readLine();
        if (order >= 0)
            b = co_await right->readLine();
    }
    co_return 0;
}

client::Task<int> runBase64(Process &process)
{
    const Options options(process, "dw:iD", {{"decode", 'd'}, {"wrap", 'w'}, {"ignore-garbage", 'i'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    const InPtr in = openInput(process, options.operands().empty() ? "-" : options.operands().front());
    if (!in)
        co_return 1;
    std::string text = co_await in->readAll();
    if (options.has('d') || options.has('D')) {
        std::erase_if(text, [](char c) { return c == '\n' || c == '\r'; });
        const auto decoded = kube::decodeBase64(text);
        if (decoded)
            process.print(*decoded);
        else
            process.complain("base64: invalid input\n");
        co_return decoded ? 0 : 1;
    }
    const std::string encoded = kube::encodeBase64(text);
    const auto width = static_cast<std::size_t>(std::max(parseReal(options.value('w')).value_or(76), 0.0));
    if (width == 0)
        process.print(encoded);
    for (std::size_t at = 0; width > 0 && at < encoded.size(); at += width)
        process.print(encoded.substr(at, width) + "\n");
    co_return 0;
}

} // namespace minato::shell
