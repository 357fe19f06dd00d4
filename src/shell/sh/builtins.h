// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "shell/sh/environment.h"

#include <string>
#include <string_view>
#include <vector>

namespace minato::shell {

class Interpreter;

/// One call of a builtin; its parts outlive the Task.
struct BuiltinCall {
    Interpreter &interpreter;
    Environment &environment;
    const std::vector<std::string> &arguments; ///< [0] is the name

    void print(std::string_view text) const { environment.output(1)->write(text); }
    /// "sh: 1: NAME: text"; gives `status` back.
    int complain(std::string_view text, int status = 1) const
    {
        environment.complain(arguments.front() + ": " + std::string(text));
        return status;
    }
};

struct Builtin {
    std::string_view name;
    client::Task<int> (*run)(BuiltinCall call);
    bool isSpecial = false; ///< found before functions; its assignments stay; its errors end the shell
};

[[nodiscard]] const Builtin *findBuiltin(std::string_view name);

/// 'text', with quotes inside as dash writes them.
[[nodiscard]] std::string singleQuoted(std::string_view text);

// One file each; builtins.cpp has the table.
client::Task<int> runEcho(BuiltinCall call);
client::Task<int> runPrintf(BuiltinCall call);
client::Task<int> runTest(BuiltinCall call);
client::Task<int> runRead(BuiltinCall call);
client::Task<int> runExport(BuiltinCall call); ///< also readonly
client::Task<int> runUnset(BuiltinCall call);
client::Task<int> runSet(BuiltinCall call);
client::Task<int> runShift(BuiltinCall call);
client::Task<int> runLocal(BuiltinCall call);
client::Task<int> runAlias(BuiltinCall call);
client::Task<int> runUnalias(BuiltinCall call);
client::Task<int> runBreak(BuiltinCall call);  ///< also continue
client::Task<int> runReturn(BuiltinCall call); ///< also exit
client::Task<int> runEval(BuiltinCall call);
client::Task<int> runDot(BuiltinCall call);
client::Task<int> runExec(BuiltinCall call);
client::Task<int> runCommand(BuiltinCall call);
client::Task<int> runType(BuiltinCall call);
client::Task<int> runTrap(BuiltinCall call);
client::Task<int> runGetopts(BuiltinCall call);
client::Task<int> runUmask(BuiltinCall call);
client::Task<int> runTimes(BuiltinCall call);
client::Task<int> runJobs(BuiltinCall call);
client::Task<int> runWait(BuiltinCall call); ///< also fg
client::Task<int> runKill(BuiltinCall call);
client::Task<int> runCd(BuiltinCall call);
client::Task<int> runPwd(BuiltinCall call);

} // namespace minato::shell
