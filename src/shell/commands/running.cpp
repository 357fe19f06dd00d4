// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// env, xargs, time, timeout, nohup, which, and what starting programs needs.
#include "shell/commands/running.h"

#include "shell/commands/nested_shell.h"
#include "shell/commands/programs.h"
#include "shell/sh/signal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace minato::shell {

std::optional<double> parseReal(const std::string &text)
{
    char *end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0' || !std::isfinite(value))
        return std::nullopt;
    return value;
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

int wrongUsage(const Process &process, const std::string &what)
{
    process.complain(process.name() + ": " + what + "\nTry '" + process.name() +
                     " --help' for more information.\n");
    return 1;
}

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

namespace {

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

/// Items of xargs -I and -d: whole lines, or what a character separates.
std::vector<std::string> splitItems(std::string_view text, char separator)
{
    std::vector<std::string> items;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        items.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return items;
}

struct XargsOptions {
    std::size_t atOnce = std::string::npos;
    bool byLines = false; ///< -L: words of so many lines
    std::string placeholder;
    std::optional<char> separator;
    bool skipsEmpty = false, tells = false;
    std::vector<std::string> command;
    std::string mistake;
};

std::size_t countOf(const std::string &text, std::size_t otherwise)
{
    std::size_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::max<std::size_t>(value, 1);
}

XargsOptions readXargs(const std::vector<std::string> &arguments)
{
    XargsOptions options;
    std::size_t at = 1;
    for (; at < arguments.size() && arguments[at].starts_with('-') && arguments[at].size() > 1; ++at) {
        const std::string &word = arguments[at];
        if (word == "--") {
            ++at;
            break;
        }
        const auto value = [&] {
            return word.size() > 2             ? word.substr(2)
                   : at + 1 < arguments.size() ? arguments[++at]
                                               : std::string();
        };
        switch (word[1]) {
        case 'n':
        case 'L':
            options.byLines = word[1] == 'L';
            options.atOnce = countOf(value(), options.atOnce);
            break;
        case 'I':
            options.placeholder = value();
            break;
        case 'P': // one after the other here
            (void)value();
            break;
        case 'd': {
            const std::string text = value();
            options.separator = text == "\\n"   ? '\n'
                                : text == "\\t" ? '\t'
                                : text == "\\0" ? '\0'
                                : text.empty()  ? '\n'
                                                : text[0];
            break;
        }
        case '0':
            options.separator = '\0';
            break;
        case 't':
            options.tells = true;
            break;
        case 'r':
            options.skipsEmpty = true;
            break;
        default:
            if (word == "--no-run-if-empty")
                options.skipsEmpty = true;
            else
                options.mistake = "invalid option -- '" + word.substr(1) + "'";
        }
    }
    options.command.assign(arguments.begin() + static_cast<std::ptrdiff_t>(std::min(at, arguments.size())),
                           arguments.end());
    if (options.command.empty())
        options.command.emplace_back("echo");
    return options;
}

/// The calls that xargs makes of its input.
std::vector<std::vector<std::string>> xargsCalls(const XargsOptions &options, std::string_view input)
{
    std::vector<std::vector<std::string>> calls;
    if (!options.placeholder.empty()) {
        for (const std::string &item : splitItems(input, options.separator.value_or('\n'))) {
            const std::size_t begin = std::min(item.find_first_not_of(" \t"), item.size());
            if (begin == item.size())
                continue;
            std::vector<std::string> call = options.command;
            for (std::string &word : call)
                for (std::size_t found = 0;
                     (found = word.find(options.placeholder, found)) != std::string::npos;
                     found += item.size() - begin)
                    word.replace(found, options.placeholder.size(), item.substr(begin));
            calls.push_back(std::move(call));
        }
        return calls;
    }
    std::vector<std::vector<std::string>> groups; // what -n and -L count
    if (options.byLines) {
        for (const std::string &line : splitItems(input, '\n'))
            if (auto words = splitWords(line); !words.empty())
                groups.push_back(std::move(words));
    } else {
        for (std::string &word :
             options.separator ? splitItems(input, *options.separator) : splitWords(input))
            groups.push_back({std::move(word)});
    }
    if (groups.empty() && !options.skipsEmpty)
        calls.push_back(options.command);
    for (std::size_t next = 0; next < groups.size();) {
        std::vector<std::string> call = options.command;
        for (std::size_t i = 0; i < options.atOnce && next < groups.size(); ++i, ++next)
            call.insert(call.end(), groups[next].begin(), groups[next].end());
        calls.push_back(std::move(call));
    }
    return calls;
}

} // namespace

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
        if (word == "-i" || word == "-")
            process.environment.clear();
        else if (word == "-u" && at + 1 < process.arguments.size())
            process.environment.erase(process.arguments[++at]);
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

client::Task<int> runXargs(Process &process)
{
    const XargsOptions options = readXargs(process.arguments);
    if (!options.mistake.empty())
        co_return wrongUsage(process, options.mistake);
    const std::string input = co_await process.in->readAll();
    process.in = std::make_shared<TextInput>();
    int status = 0;
    for (std::vector<std::string> &call : xargsCalls(options, input)) {
        if (options.tells) {
            std::string line;
            for (const std::string &word : call)
                line += (line.empty() ? "" : " ") + word;
            process.complain(line + "\n");
        }
        const int result = co_await runOther(process, std::move(call));
        if (result == 127)
            co_return 127;
        if (result == 255) {
            process.complain("xargs: " + options.command.front() + ": exited with status 255; aborting\n");
            co_return 124;
        }
        if (result != 0)
            status = 123;
    }
    co_return status;
}

/// timeout TIME COMMAND…: ends the command when it takes longer.
client::Task<int> runTimeout(Process &process)
{
    constexpr int kTooLong = 124;
    std::size_t at = 1;
    while (at < process.arguments.size() && process.arguments[at].starts_with('-')) {
        const std::string &word = process.arguments[at];
        at += word == "-s" || word == "-k" || word == "--signal" || word == "--kill-after" ? 2 : 1;
    }
    if (at + 1 >= process.arguments.size()) {
        (void)wrongUsage(process, "missing operand");
        co_return 125;
    }
    const auto limit = parseInterval(process.arguments[at]);
    if (!limit) {
        (void)wrongUsage(process, "invalid time interval ‘" + process.arguments[at] + "’");
        co_return 125;
    }
    struct State {
        explicit State(api::Timers &timers) : ended(timers) {}
        Signal ended;
        bool isLate = false, isDone = false;
    };
    api::Timers &timers = process.services.timers;
    const auto state = std::make_shared<State>(timers);
    api::TimerPtr alarm;
    if (*limit > base::Duration::zero())
        alarm = timers.after(*limit, [state] {
            state->isLate = true;
            state->ended.notify();
        });
    std::vector<std::string> rest(process.arguments.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                  process.arguments.end());
    client::Task<int> task = runOther(process, std::move(rest));
    task.start([state] {
        state->isDone = true;
        state->ended.notify();
    });
    while (!state->isDone && !state->isLate)
        co_await state->ended.wait();
    if (!state->isDone)
        co_return kTooLong;
    int status = task.takeResult();
    co_return status;
}

client::Task<int> runNohup(Process &process)
{
    std::vector<std::string> rest(process.arguments.begin() + 1, process.arguments.end());
    if (rest.empty())
        co_return wrongUsage(process, "missing operand");
    int status = co_await runOther(process, std::move(rest));
    co_return status;
}

client::Task<int> runWhich(Process &process)
{
    int status = 0;
    for (std::size_t i = 1; i < process.arguments.size(); ++i) {
        const std::string &name = process.arguments[i];
        if (name.starts_with('-'))
            continue;
        if (findProgram(process.services, name))
            process.print(name.contains('/') ? name + "\n" : "/usr/bin/" + name + "\n");
        else
            status = 1;
    }
    co_return process.arguments.size() < 2 ? 1 : status;
}

/// printf, test, … as programs of their own, for env and xargs: a shell runs its builtin.
client::Task<int> runBuiltinProgram(Process &process)
{
    std::string script;
    for (const std::string &word : process.arguments)
        script += (script.empty() ? "" : " ") +
                  quotedForShell(word.substr(script.empty() ? word.rfind('/') + 1 : 0));
    int status = co_await runNestedShell(process, std::move(script), {}, process.in, process.out);
    co_return status;
}

} // namespace minato::shell
