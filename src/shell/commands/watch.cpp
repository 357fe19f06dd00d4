// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// watch [-n SECONDS] [-t] [-e] [-g] [-x] COMMAND…: runs a command again and again and shows what it prints.
//
// Mirrors   watch of procps: the title, the options, every two seconds
// Differs   No -d (differences): it is accepted. The time between two runs is the cluster's.
#include "shell/commands/clock_format.h"
#include "shell/commands/nested_shell.h"
#include "shell/commands/programs.h"
#include "shell/commands/running.h"

#include <algorithm>
#include <format>

namespace minato::shell {
namespace {

constexpr std::string_view kClear = "\033[H\033[2J";
constexpr std::size_t kWidth = 80;

struct WatchCall {
    double seconds = 2;
    bool hasTitle = true, endsOnError = false, endsOnChange = false, isPlain = false;
    std::vector<std::string> command;
    std::string mistake;
};

WatchCall readWatch(const std::vector<std::string> &arguments)
{
    WatchCall call;
    std::size_t at = 1;
    for (; at < arguments.size() && arguments[at].starts_with('-') && call.mistake.empty(); ++at) {
        const std::string &word = arguments[at];
        std::string interval;
        if (word == "-n" || word == "--interval")
            interval = at + 1 < arguments.size() ? arguments[++at] : "x";
        else if (word.starts_with("-n"))
            interval = word.substr(2);
        else if (word.starts_with("--interval="))
            interval = word.substr(11);
        else if (word == "-t" || word == "--no-title")
            call.hasTitle = false;
        else if (word == "-e" || word == "--errexit")
            call.endsOnError = true;
        else if (word == "-g" || word == "--chgexit")
            call.endsOnChange = true;
        else if (word == "-x" || word == "--exec")
            call.isPlain = true;
        else if (!word.starts_with("-d") && word != "-c" && word != "--color" && word != "-b" &&
                 !word.starts_with("--diff"))
            call.mistake = "invalid option -- '" + word.substr(1) + "'";
        if (interval.empty())
            continue;
        const auto seconds = parseReal(interval);
        if (!seconds)
            call.mistake = "failed to parse argument: '" + interval + "'";
        call.seconds = std::clamp(seconds.value_or(2), 0.1, 4294967.0);
    }
    call.command.assign(arguments.begin() + static_cast<std::ptrdiff_t>(at), arguments.end());
    return call;
}

/// "Every 2.0s: kubectl get pods          terminal: Thu Jan  1 00:00:00 2026"
std::string title(const WatchCall &call, const std::string &command, const Process &process)
{
    const std::string left = std::format("Every {:.1f}s: {}", call.seconds, command);
    const std::string right =
        "terminal: " + formatTime(process.services.timers.now(), "%a %b %e %H:%M:%S %Y");
    const std::size_t used = left.size() + right.size();
    return left + std::string(used + 1 < kWidth ? kWidth - used : 2, ' ') + right + "\n\n";
}

} // namespace

client::Task<int> runWatch(Process &process)
{
    const WatchCall call = readWatch(process.arguments);
    if (!call.mistake.empty() || call.command.empty()) {
        process.complain(call.mistake.empty() ? "Usage:\n watch [options] command\n"
                                              : "watch: " + call.mistake + "\n");
        co_return 1;
    }
    std::string command, script;
    for (const std::string &word : call.command) {
        command += (command.empty() ? "" : " ") + word;
        script += (script.empty() ? "" : " ") + quotedForShell(word);
    }
    if (!call.isPlain)
        script = command;
    std::optional<std::string> before;
    for (;;) {
        const auto output = std::make_shared<CaptureOutput>(nullptr);
        const OutPtr errors = std::exchange(process.err, output); // both appear where the output does
        const int status =
            co_await runNestedShell(process, script, {}, std::make_shared<TextInput>(), output);
        process.err = errors;
        process.print(std::string(kClear) + (call.hasTitle ? title(call, command, process) : "") +
                      output->text);
        if (call.endsOnError && status != 0)
            co_return status;
        if (call.endsOnChange && before && *before != output->text)
            co_return 0;
        before = std::move(output->text);
        co_await client::sleep(process.services.timers,
                               base::Duration(static_cast<std::int64_t>(call.seconds * 1e9)));
        co_await drain(process.out);
    }
}

} // namespace minato::shell
