// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "shell/process.h"

/// The programs that the shell can start; programs.cpp has the table. Text tools mirror GNU's, as far as they
/// go.
namespace minato::shell {

client::Task<int> runAb(Process &process);
client::Task<int> runAwk(Process &process);
client::Task<int> runCat(Process &process);
client::Task<int> runHead(Process &process);
client::Task<int> runTail(Process &process);
client::Task<int> runWc(Process &process);
client::Task<int> runSort(Process &process);
client::Task<int> runUniq(Process &process);
client::Task<int> runCut(Process &process);
client::Task<int> runTr(Process &process);
client::Task<int> runTee(Process &process);
client::Task<int> runGrep(Process &process);
client::Task<int> runSed(Process &process);
client::Task<int> runSeq(Process &process);
client::Task<int> runYes(Process &process);
client::Task<int> runSh(Process &process);
client::Task<int> runSleep(Process &process);
client::Task<int> runDate(Process &process);
client::Task<int> runEnv(Process &process);
client::Task<int> runLs(Process &process);
client::Task<int> runMkdir(Process &process);
client::Task<int> runRm(Process &process);
client::Task<int> runXargs(Process &process);
client::Task<int> runEchoProgram(Process &process); ///< /bin/echo: no escapes
client::Task<int> runBasename(Process &process);
client::Task<int> runHostname(Process &process); ///< also whoami
client::Task<int> runPs(Process &process);       ///< in containers only
client::Task<int> runBase64(Process &process);
client::Task<int> runBuiltinProgram(Process &process); ///< true, printf, …: what a shell has itself
client::Task<int> runChmod(Process &process);
client::Task<int> runColumn(Process &process);
client::Task<int> runComm(Process &process);
client::Task<int> runCp(Process &process);
client::Task<int> runDirname(Process &process);
client::Task<int> runExpr(Process &process);
client::Task<int> runFind(Process &process);
client::Task<int> runFold(Process &process);
client::Task<int> runMv(Process &process);
client::Task<int> runNl(Process &process);
client::Task<int> runNohup(Process &process);
client::Task<int> runPaste(Process &process);
client::Task<int> runRealpath(Process &process);
client::Task<int> runRev(Process &process);
client::Task<int> runRmdir(Process &process);
client::Task<int> runTac(Process &process);
client::Task<int> runTimeout(Process &process);
client::Task<int> runTouch(Process &process);
client::Task<int> runWatch(Process &process);
client::Task<int> runWhich(Process &process);
client::Task<int> runClear(Process &process);
client::Task<int> runHelp(Process &process);
client::Task<int> runCurl(Process &process);
client::Task<int> runHey(Process &process);
client::Task<int> runJq(Process &process);
client::Task<int> runKind(Process &process);
client::Task<int> runMan(Process &process);
client::Task<int> runKubectl(Process &process);
client::Task<int> runMinikube(Process &process);

} // namespace minato::shell
