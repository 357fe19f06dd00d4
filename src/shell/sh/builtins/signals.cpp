// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// trap and kill.
#include "shell/sh/arithmetic.h"
#include "shell/sh/builtins.h"
#include "shell/sh/interpreter.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

/// The names of Linux's signals by number; 0 is the end of the shell.
constexpr std::array<std::string_view, 32> kSignals{
    "EXIT", "HUP",  "INT",  "QUIT", "ILL",    "TRAP",   "ABRT",  "BUS",  "FPE",  "KILL", "USR1",
    "SEGV", "USR2", "PIPE", "ALRM", "TERM",   "STKFLT", "CHLD",  "CONT", "STOP", "TSTP", "TTIN",
    "TTOU", "URG",  "XCPU", "XFSZ", "VTALRM", "PROF",   "WINCH", "IO",   "PWR",  "SYS"};
constexpr int kTerm = 15;

std::optional<int> signalNumber(std::string_view name)
{
    if (const auto number = parseNumber(name, 10); number && !name.empty())
        return *number >= 0 && *number < 64 ? std::optional(static_cast<int>(*number)) : std::nullopt;
    if (name.starts_with("SIG"))
        name.remove_prefix(3);
    const auto known = std::ranges::find(kSignals, name);
    return known == kSignals.end() ? std::nullopt : std::optional(static_cast<int>(known - kSignals.begin()));
}

std::string signalName(int number)
{
    return number < static_cast<int>(kSignals.size())
               ? std::string(kSignals[static_cast<std::size_t>(number)])
               : std::to_string(number);
}

int listSignals(BuiltinCall call)
{
    if (call.arguments.size() == 2) {
        for (const std::string_view name : kSignals)
            call.print(name == "EXIT" ? "0\n" : std::string(name) + "\n");
        return 0;
    }
    const auto number = parseNumber(call.arguments[2], 10);
    if (!number)
        return call.complain("Illegal number: " + call.arguments[2], 2);
    const int signal = static_cast<int>(*number > 128 ? *number - 128 : *number);
    if (signal < 0 || signal >= 64)
        return call.complain("invalid signal number or exit status: " + call.arguments[2], 2);
    call.print(signalName(signal) + "\n");
    return 0;
}

/// Sends to one job or process; the status.
int sendTo(BuiltinCall call, const std::string &name, int signal)
{
    Environment &environment = call.environment;
    if (name == kShellProcessId) {
        const auto trap = environment.traps.find(signal);
        const bool isIgnored = trap != environment.traps.end() && trap->second.empty();
        if (signal != 0 && !isIgnored)
            environment.signals.push_back(signal);
        return 0;
    }
    const JobPtr job = call.interpreter.jobs().find(name);
    if (!job)
        return call.complain(name.starts_with('%') ? "No such job: " + name : "No such process");
    if (job->isDone())
        return call.complain("No such process");
    if (signal != 0)
        job->kill(128 + signal);
    return 0;
}

} // namespace

client::Task<int> runTrap(BuiltinCall call)
{
    Environment &environment = call.environment;
    std::size_t first = 1;
    if (first < call.arguments.size() && call.arguments[first] == "--")
        ++first;
    if (first >= call.arguments.size()) {
        for (const auto &[signal, action] : environment.traps)
            call.print("trap -- " + singleQuoted(action) + " " + signalName(signal) + "\n");
        co_return 0;
    }
    // One word alone, or an action that is a number: back to what the system does.
    const std::string &action = call.arguments[first];
    const bool isAlone = first + 1 == call.arguments.size();
    const bool resets = isAlone || action == "-" || (parseNumber(action, 10) && !action.empty());
    const std::size_t conditions = isAlone || (resets && action != "-") ? first : first + 1;
    int status = 0;
    for (std::size_t i = conditions; i < call.arguments.size(); ++i) {
        const auto signal = signalNumber(call.arguments[i]);
        if (!signal) {
            call.environment.output(2)->write("trap: " + call.arguments[i] + ": bad trap\n");
            status = 1;
        } else if (resets) {
            environment.traps.erase(*signal);
        } else {
            environment.traps[*signal] = action;
        }
    }
    co_return status;
}

client::Task<int> runKill(BuiltinCall call)
{
    const auto &arguments = call.arguments;
    constexpr std::string_view usage =
        "Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or\nkill -l [exitstatus]";
    if (arguments.size() < 2)
        co_return call.complain(usage, 2);
    if (arguments[1] == "-l")
        co_return listSignals(call);
    int signal = kTerm;
    std::size_t at = 1;
    if (arguments[1].starts_with('-') && arguments[1].size() > 1 && arguments[1] != "--") {
        const bool isApart = arguments[1] == "-s" && arguments.size() > 2;
        const std::string name = isApart ? arguments[2] : arguments[1].substr(1);
        const auto number = signalNumber(name);
        if (!number)
            co_return isApart ? call.complain("invalid signal number or name: " + name, 2)
                              : call.complain("Illegal option -" + name.substr(0, 1), 2);
        signal = *number;
        at = isApart ? 3 : 2;
    }
    if (at < arguments.size() && arguments[at] == "--")
        ++at;
    if (at == arguments.size())
        co_return call.complain(usage, 2);
    int status = 0;
    for (; at < arguments.size(); ++at)
        if (const int result = sendTo(call, arguments[at], signal); result != 0)
            status = result;
    co_return status;
}

} // namespace minato::shell
