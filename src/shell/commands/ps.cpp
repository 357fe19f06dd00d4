// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/programs.h"
#include "shell/container_shell.h"

#include <algorithm>
#include <format>
#include <string_view>

namespace minato::shell {
namespace {

/// What stands before the command in its shortest form: "node" of "/bin/sh -c node server.js".
std::string_view shortName(std::string_view command)
{
    command = command.substr(0, command.find(' '));
    return command.substr(command.rfind('/') + 1);
}

/// "10:02", of the day.
std::string clockTime(base::Instant at)
{
    return base::toRfc3339(at).substr(11, 5);
}

} // namespace

/// Mirrors   procps: `ps`, `ps -ef`, `ps aux` of a container where one program runs beside ps itself
/// Differs   CPU and memory are not simulated: their columns are 0.
client::Task<int> runPs(Process &process)
{
    const ContainerWorld &world = *process.services.container;
    const std::string typed = process.arguments.size() > 1 ? process.arguments[1] : std::string();
    std::string self = "ps";
    for (std::size_t i = 1; i < process.arguments.size(); ++i)
        self += " " + process.arguments[i];
    const std::string start = clockTime(world.started), now = clockTime(process.services.timers.now());
    if (typed.contains('f') && typed.starts_with('-')) {
        process.print("UID          PID    PPID  C STIME TTY          TIME CMD\n");
        process.print(std::format("{:<8}{:>8}{:>8}  0 {} ?        00:00:00 {}\n", world.user, 1, 0, start,
                                  world.command));
        process.print(
            std::format("{:<8}{:>8}{:>8}  0 {} ?        00:00:00 {}\n", world.user, 7, 0, now, self));
    } else if (typed.contains('u')) {
        process.print("USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n");
        process.print(std::format("{:<8}{:>8}  0.0  0.0      0     0 ?        Ss   {}   0:00 {}\n",
                                  world.user, 1, start, world.command));
        process.print(std::format("{:<8}{:>8}  0.0  0.0      0     0 ?        Rs   {}   0:00 {}\n",
                                  world.user, 7, now, self));
    } else {
        process.print("    PID TTY          TIME CMD\n");
        process.print(std::format("{:>7} ?        00:00:00 {}\n", 1, shortName(world.command)));
        process.print(std::format("{:>7} ?        00:00:00 ps\n", 7));
    }
    co_return 0;
}

} // namespace minato::shell
