// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The names of the builtins, and those that need no file of their own.
#include "shell/sh/builtins.h"
#include "shell/sh/interpreter.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

client::Task<int> runTrue(BuiltinCall)
{
    co_return 0;
}

client::Task<int> runFalse(BuiltinCall)
{
    co_return 1;
}

constexpr std::array kBuiltins{
    Builtin{".", runDot, true},
    Builtin{":", runTrue, true},
    Builtin{"[", runTest},
    Builtin{"alias", runAlias},
    Builtin{"bg", runTrue},
    Builtin{"break", runBreak, true},
    Builtin{"cd", runCd},
    Builtin{"chdir", runCd},
    Builtin{"command", runCommand},
    Builtin{"continue", runBreak, true},
    Builtin{"echo", runEcho},
    Builtin{"eval", runEval, true},
    Builtin{"exec", runExec, true},
    Builtin{"exit", runReturn, true},
    Builtin{"export", runExport, true},
    Builtin{"false", runFalse},
    Builtin{"fg", runWait},
    Builtin{"getopts", runGetopts},
    Builtin{"hash", runTrue},
    Builtin{"jobs", runJobs},
    Builtin{"kill", runKill},
    Builtin{"local", runLocal},
    Builtin{"printf", runPrintf},
    Builtin{"pwd", runPwd},
    Builtin{"read", runRead},
    Builtin{"readonly", runExport, true},
    Builtin{"return", runReturn, true},
    Builtin{"set", runSet, true},
    Builtin{"shift", runShift, true},
    Builtin{"test", runTest},
    Builtin{"times", runTimes, true},
    Builtin{"trap", runTrap, true},
    Builtin{"true", runTrue},
    Builtin{"type", runType},
    Builtin{"umask", runUmask},
    Builtin{"unalias", runUnalias},
    Builtin{"unset", runUnset, true},
    Builtin{"wait", runWait},
};

} // namespace

/// Commands here use no processor's time.
client::Task<int> runTimes(BuiltinCall call)
{
    call.print("0m0.000000s 0m0.000000s\n0m0.000000s 0m0.000000s\n");
    co_return 0;
}

/// Files have no modes here: the mask is what it always is.
client::Task<int> runUmask(BuiltinCall call)
{
    if (call.arguments.size() == 1)
        call.print("0022\n");
    else if (call.arguments[1] == "-S")
        call.print("u=rwx,g=rx,o=rx\n");
    co_return 0;
}

const Builtin *findBuiltin(std::string_view name)
{
    const auto found = std::ranges::find(kBuiltins, name, &Builtin::name);
    return found == kBuiltins.end() ? nullptr : &*found;
}

} // namespace minato::shell
