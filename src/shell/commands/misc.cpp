// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// seq, yes, sleep, echo, hostname, clear.
#include "shell/commands/awk/format.h"
#include "shell/commands/options.h"
#include "shell/commands/programs.h"
#include "shell/commands/running.h"
#include "shell/container_shell.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace minato::shell {
namespace {

constexpr std::size_t kLinesAtOnce = 256;
constexpr base::Duration kBatchTime = std::chrono::microseconds(500);

std::size_t decimals(const std::string &text)
{
    const std::size_t dot = text.find('.');
    return dot == std::string::npos ? 0 : text.size() - dot - 1;
}

std::string formatReal(double value, std::size_t digits)
{
    char buffer[400];
    std::snprintf(buffer, sizeof buffer, "%.*f", static_cast<int>(std::min<std::size_t>(digits, 20)), value);
    return buffer;
}

} // namespace

client::Task<int> runSeq(Process &process)
{
    std::string separator = "\n";
    std::string format;
    bool isPadded = false;
    std::vector<std::string> numbers;
    for (std::size_t i = 1; i < process.arguments.size(); ++i) {
        const std::string &word = process.arguments[i];
        if (word == "-s" && i + 1 < process.arguments.size())
            separator = process.arguments[++i];
        else if (word.starts_with("-s"))
            separator = word.substr(2);
        else if (word == "-f" && i + 1 < process.arguments.size())
            format = process.arguments[++i];
        else if (word == "-w")
            isPadded = true;
        else
            numbers.push_back(word);
    }
    if (numbers.empty())
        co_return wrongUsage(process, "missing operand");
    if (numbers.size() > 3)
        co_return wrongUsage(process, "extra operand ‘" + numbers[3] + "’");
    std::vector<double> values;
    std::size_t digits = 0;
    for (const std::string &text : numbers) {
        const auto value = parseReal(text);
        if (!value)
            co_return wrongUsage(process, "invalid floating point argument: ‘" + text + "’");
        values.push_back(*value);
        if (text != numbers.back() || numbers.size() == 1)
            digits = std::max(digits, decimals(text));
    }
    const double first = values.size() > 1 ? values.front() : 1;
    const double step = values.size() > 2 ? values[1] : 1;
    const double last = values.back();
    if (step == 0)
        co_return wrongUsage(process, "invalid Zero increment value: ‘" + numbers[1] + "’");
    const std::size_t width =
        isPadded ? std::max(formatReal(first, digits).size(), formatReal(last, digits).size()) : 0;
    std::size_t count = 0;
    for (double value = first; step > 0 ? value <= last : value >= last;
         value = first + static_cast<double>(count) * step) {
        std::string text = format.empty() ? formatReal(value, digits)
                                          : awk::formatted(format, {awk::Cell::of(value)}, "%.6g");
        if (text.size() < width)
            text.insert(text.starts_with('-') ? 1 : 0, width - text.size(), '0');
        process.print((count > 0 ? separator : "") + text);
        if (++count % kLinesAtOnce == 0) {
            co_await client::sleep(process.services.timers, kBatchTime);
            co_await drain(process.out);
        }
    }
    if (count > 0)
        process.print("\n");
    co_return 0;
}

client::Task<int> runYes(Process &process)
{
    std::string line;
    for (std::size_t i = 1; i < process.arguments.size(); ++i)
        line += (i > 1 ? " " : "") + process.arguments[i];
    line = (process.arguments.size() > 1 ? line : "y") + "\n";
    for (;;) {
        for (std::size_t i = 0; i < kLinesAtOnce; ++i)
            process.print(line);
        co_await client::sleep(process.services.timers, kBatchTime);
        co_await drain(process.out);
    }
}

client::Task<int> runSleep(Process &process)
{
    if (process.arguments.size() < 2)
        co_return wrongUsage(process, "missing operand");
    base::Duration total{};
    for (std::size_t i = 1; i < process.arguments.size(); ++i) {
        const auto interval = parseInterval(process.arguments[i]);
        if (!interval)
            co_return wrongUsage(process, "invalid time interval ‘" + process.arguments[i] + "’");
        total += *interval;
    }
    co_await client::sleep(process.services.timers, total);
    co_return 0;
}

client::Task<int> runEchoProgram(Process &process)
{
    const bool hasNewline = process.arguments.size() < 2 || process.arguments[1] != "-n";
    std::string line;
    for (std::size_t i = hasNewline ? 1 : 2; i < process.arguments.size(); ++i)
        line += (line.empty() ? "" : " ") + process.arguments[i];
    process.print(line + (hasNewline ? "\n" : ""));
    co_return 0;
}

client::Task<int> runHostname(Process &process)
{
    const ContainerWorld *container = process.services.container;
    if (process.name().ends_with("whoami"))
        process.print(container ? container->user + "\n" : "minato\n");
    else
        process.print(container ? container->hostname + "\n" : "terminal\n");
    co_return 0;
}

client::Task<int> runClear(Process &process)
{
    process.print("\033[H\033[2J\033[3J");
    co_return 0;
}

} // namespace minato::shell
