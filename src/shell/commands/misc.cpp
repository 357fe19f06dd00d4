// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// seq, yes, sleep, env, ls, mkdir, rm, xargs, clear, help, and echo, printf … as programs of their own.
#include "shell/commands/options.h"
#include "shell/commands/programs.h"
#include "shell/container_shell.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace minato::shell {
namespace {

constexpr std::size_t kLinesAtOnce = 256;
constexpr base::Duration kBatchTime = std::chrono::microseconds(500);

std::optional<double> parseReal(const std::string &text)
{
    char *end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0' || !std::isfinite(value))
        return std::nullopt;
    return value;
}

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

int usage(const Process &process, const std::string &what)
{
    process.complain(process.name() + ": " + what + "\nTry '" + process.name() +
                     " --help' for more information.\n");
    return 1;
}

/// "1.5", "2m", "1h": a time to sleep.
std::optional<base::Duration> parseInterval(std::string text)
{
    double unit = 1;
    if (!text.empty() && std::string_view("smhd").contains(text.back())) {
        unit = text.back() == 'm' ? 60 : text.back() == 'h' ? 3600 : text.back() == 'd' ? 86400 : 1;
        text.pop_back();
    }
    const auto value = parseReal(text);
    if (!value || *value < 0)
        return std::nullopt;
    return base::Duration(static_cast<std::int64_t>(std::min(*value * unit * 1e9, 9e18)));
}

/// Runs another program in this one's place.
client::Task<int> runOther(Process &process, std::vector<std::string> arguments)
{
    const Program program = findProgram(process.services, arguments.front());
    if (!program) {
        process.complain(process.name() + ": " + arguments.front() + ": No such file or directory\n");
        co_return 127;
    }
    Process other{.services = process.services,
                  .arguments = std::move(arguments),
                  .in = process.in,
                  .out = process.out,
                  .err = process.err,
                  .environment = process.environment,
                  .folder = process.folder};
    const int status = co_await program(other);
    co_return status;
}

/// Words of xargs' input: blanks separate, quotes and backslashes protect.
std::vector<std::string> splitWords(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    bool isOpen = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ' ' || c == '\t' || c == '\n') {
            if (isOpen)
                words.push_back(std::exchange(word, {}));
            isOpen = false;
            continue;
        }
        isOpen = true;
        if (c == '\'' || c == '"') {
            const std::size_t end = std::min(text.find(c, i + 1), text.size());
            word += text.substr(i + 1, end - i - 1);
            i = end;
        } else if (c == '\\' && i + 1 < text.size()) {
            word += text[++i];
        } else {
            word += c;
        }
    }
    if (isOpen)
        words.push_back(word);
    return words;
}

} // namespace

client::Task<int> runSeq(Process &process)
{
    std::string separator = "\n";
    bool isPadded = false;
    std::vector<std::string> numbers;
    for (std::size_t i = 1; i < process.arguments.size(); ++i) {
        const std::string &word = process.arguments[i];
        if (word == "-s" && i + 1 < process.arguments.size())
            separator = process.arguments[++i];
        else if (word == "-w")
            isPadded = true;
        else
            numbers.push_back(word);
    }
    if (numbers.empty())
        co_return usage(process, "missing operand");
    if (numbers.size() > 3)
        co_return usage(process, "extra operand ‘" + numbers[3] + "’");
    std::vector<double> values;
    std::size_t digits = 0;
    for (const std::string &text : numbers) {
        const auto value = parseReal(text);
        if (!value)
            co_return usage(process, "invalid floating point argument: ‘" + text + "’");
        values.push_back(*value);
        if (text != numbers.back() || numbers.size() == 1)
            digits = std::max(digits, decimals(text));
    }
    const double first = values.size() > 1 ? values.front() : 1;
    const double step = values.size() > 2 ? values[1] : 1;
    const double last = values.back();
    if (step == 0)
        co_return usage(process, "invalid Zero increment value: ‘" + numbers[1] + "’");
    const std::size_t width =
        isPadded ? std::max(formatReal(first, digits).size(), formatReal(last, digits).size()) : 0;
    std::size_t count = 0;
    for (double value = first; step > 0 ? value <= last : value >= last;
         value = first + static_cast<double>(count) * step) {
        std::string text = formatReal(value, digits);
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
        co_return usage(process, "missing operand");
    base::Duration total{};
    for (std::size_t i = 1; i < process.arguments.size(); ++i) {
        const auto interval = parseInterval(process.arguments[i]);
        if (!interval)
            co_return usage(process, "invalid time interval ‘" + process.arguments[i] + "’");
        total += *interval;
    }
    co_await client::sleep(process.services.timers, total);
    co_return 0;
}

client::Task<int> runEnv(Process &process)
{
    std::size_t at = 1;
    if (process.name() == "printenv" && process.arguments.size() > 1) {
        int status = 0;
        for (; at < process.arguments.size(); ++at) {
            const auto found = process.environment.find(process.arguments[at]);
            if (found != process.environment.end())
                process.print(found->second + "\n");
            else
                status = 1;
        }
        co_return status;
    }
    for (; at < process.arguments.size(); ++at) {
        const std::string &word = process.arguments[at];
        const std::size_t equals = word.find('=');
        if (word == "-i")
            process.environment.clear();
        else if (equals != std::string::npos)
            process.environment[word.substr(0, equals)] = word.substr(equals + 1);
        else
            break;
    }
    if (at < process.arguments.size()) {
        std::vector<std::string> rest(process.arguments.begin() + static_cast<std::ptrdiff_t>(at),
                                      process.arguments.end());
        const int status = co_await runOther(process, std::move(rest));
        co_return status;
    }
    for (const auto &[name, value] : process.environment)
        process.print(name + "=" + value + "\n");
    co_return 0;
}

client::Task<int> runLs(Process &process)
{
    const Options options(process, "la1AhtrR");
    if (!options.mistake().empty())
        co_return options.complain(process, 2);
    const Files &files = process.services.files;
    int status = 0;
    const std::vector<std::string> names =
        options.operands().empty() ? std::vector<std::string>{"."} : options.operands();
    for (const std::string &name : names) {
        const std::string path = Files::resolve(name, process.folder);
        if (!files.exists(path)) {
            process.complain("ls: cannot access '" + name + "': No such file or directory\n");
            status = 2;
        } else if (!files.isFolder(path)) {
            process.print(name + "\n");
        } else {
            if (names.size() > 1)
                process.print((name == names.front() ? "" : "\n") + name + ":\n");
            for (const std::string &file : files.list(path))
                if (!file.starts_with('.') || options.has('a') || options.has('A'))
                    process.print(file + "\n");
        }
    }
    co_return status;
}

client::Task<int> runMkdir(Process &process)
{
    const Options options(process, "p");
    if (options.operands().empty())
        co_return usage(process, "missing operand");
    int status = 0;
    for (const std::string &name : options.operands()) {
        const std::string path = Files::resolve(name, process.folder);
        for (std::size_t slash = path.find('/', 1); options.has('p') && slash != std::string::npos;
             slash = path.find('/', slash + 1))
            (void)process.services.files.makeFolder(path.substr(0, slash));
        const auto made = process.services.files.makeFolder(path);
        if (made || (options.has('p') && process.services.files.isFolder(path)))
            continue;
        process.complain("mkdir: cannot create directory ‘" + name + "’: " + made.error() + "\n");
        status = 1;
    }
    co_return status;
}

client::Task<int> runRm(Process &process)
{
    const Options options(process, "frRiv");
    if (options.operands().empty() && !options.has('f'))
        co_return usage(process, "missing operand");
    int status = 0;
    for (const std::string &name : options.operands()) {
        const std::string path = Files::resolve(name, process.folder);
        const bool isFolder = process.services.files.isFolder(path);
        if (process.services.files.remove(path) || (options.has('f') && !isFolder))
            continue;
        process.complain("rm: cannot remove '" + name +
                         "': " + (isFolder ? "Is a directory" : "No such file or directory") + "\n");
        status = 1;
    }
    co_return status;
}

client::Task<int> runXargs(Process &process)
{
    std::size_t atOnce = std::string::npos, at = 1;
    std::string placeholder;
    bool skipsEmpty = false;
    for (; at < process.arguments.size() && process.arguments[at].starts_with('-'); ++at) {
        const std::string &word = process.arguments[at];
        const auto value = [&] {
            return word.size() > 2                   ? word.substr(2)
                   : ++at < process.arguments.size() ? process.arguments[at]
                                                     : "";
        };
        if (word.starts_with("-n")) {
            const std::string text = value();
            std::from_chars(text.data(), text.data() + text.size(), atOnce);
        } else if (word.starts_with("-I")) {
            placeholder = value();
        } else if (word == "-r" || word == "--no-run-if-empty") {
            skipsEmpty = true;
        } else {
            co_return usage(process, "invalid option -- '" + word.substr(1) + "'");
        }
    }
    std::vector<std::string> command(process.arguments.begin() + static_cast<std::ptrdiff_t>(at),
                                     process.arguments.end());
    if (command.empty())
        command.emplace_back("echo");
    const std::string input = co_await process.in->readAll();
    std::vector<std::string> words;
    if (placeholder.empty()) {
        words = splitWords(input);
    } else {
        for (std::size_t begin = 0; begin < input.size();) {
            const std::size_t end = std::min(input.find('\n', begin), input.size());
            if (end > begin)
                words.push_back(input.substr(begin, end - begin));
            begin = end + 1;
        }
        atOnce = 1;
    }
    if (words.empty() && (skipsEmpty || !placeholder.empty()))
        co_return 0;
    int status = 0;
    std::size_t next = 0;
    do {
        std::vector<std::string> call = command;
        const std::size_t count = std::min(atOnce, words.size() - next);
        if (placeholder.empty()) {
            call.insert(call.end(), words.begin() + static_cast<std::ptrdiff_t>(next),
                        words.begin() + static_cast<std::ptrdiff_t>(next + count));
        } else {
            for (std::string &word : call)
                for (std::size_t found = 0; (found = word.find(placeholder, found)) != std::string::npos;
                     found += words[next].size())
                    word.replace(found, placeholder.size(), words[next]);
        }
        next += count;
        const int result = co_await runOther(process, std::move(call));
        if (result == 127)
            co_return 127;
        if (result != 0)
            status = 123;
    } while (next < words.size());
    co_return status;
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

client::Task<int> runBasename(Process &process)
{
    if (process.arguments.size() < 2)
        co_return usage(process, "missing operand");
    std::string path = process.arguments[1];
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    std::string name =
        path.substr(path.rfind('/') == std::string::npos || path.size() == 1 ? 0 : path.rfind('/') + 1);
    if (process.arguments.size() > 2 && name.ends_with(process.arguments[2]) && name != process.arguments[2])
        name.resize(name.size() - process.arguments[2].size());
    process.print(name + "\n");
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
