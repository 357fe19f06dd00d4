// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "shell/process.h"
#include "shell/sh/ast.h"
#include "shell/sh/environment.h"
#include "shell/sh/job.h"
#include "shell/shell.h"

#include <memory>
#include <string>
#include <vector>

namespace minato::shell {

/// Runs commands of the shell's grammar in an environment.
///
/// Mirrors   dash 0.5.12
/// Differs   Subshells and pipelines are coroutines in one thread, not processes. Each command costs a little
/// of the
///           cluster's time (kCommandTime), so that no loop can hold the thread. Signals: only what `kill`
///           and a closed pipe need. No terminal input: standard input is at its end.
class Interpreter {
public:
    static constexpr base::Duration kCommandTime = std::chrono::microseconds(100);

    explicit Interpreter(Services &services) : m_services(services) {}

    [[nodiscard]] Services &services() { return m_services; }
    [[nodiscard]] Jobs &jobs() { return m_jobs; }

    /// A whole script: line by line, as dash reads it. `prefix` stands before "Syntax error" ("eval: ").
    [[nodiscard]] client::Task<void> runScript(std::string script, Environment &environment,
                                               std::string prefix = {}, LineObserver *observer = nullptr);
    [[nodiscard]] client::Task<void> run(const Node &node, Environment &environment);
    /// $(…): the output without the newlines at its end.
    [[nodiscard]] client::Task<std::string> capture(NodePtr commands, Environment &environment);
    /// Runs a function, builtin or program, not minding functions when `skipsFunctions`.
    [[nodiscard]] client::Task<void> call(std::vector<std::string> arguments, Environment &environment,
                                          bool skipsFunctions = false);
    [[nodiscard]] client::Task<void> runExitTrap(Environment &environment);
    /// Runs the traps of the signals that have come; a signal without a trap ends the shell.
    [[nodiscard]] client::Task<void> runSignalTraps(Environment &environment);

private:
    [[nodiscard]] client::Task<void> runSimple(const Node &node, const SimpleCommand &command,
                                               Environment &environment);
    [[nodiscard]] client::Task<void> runPipeline(const Pipeline &pipeline, Environment &environment);
    [[nodiscard]] client::Task<void> runStages(const Pipeline &pipeline, Environment &environment);
    [[nodiscard]] client::Task<void> runAndOr(const AndOr &list, Environment &environment);
    [[nodiscard]] client::Task<void> runSubshell(NodePtr body, Environment &environment);
    [[nodiscard]] client::Task<void> runIf(const If &node, Environment &environment);
    [[nodiscard]] client::Task<void> runFor(const For &node, Environment &environment);
    [[nodiscard]] client::Task<void> runLoop(const Loop &node, Environment &environment);
    [[nodiscard]] client::Task<void> runCase(const Case &node, Environment &environment);
    [[nodiscard]] client::Task<void> runFunction(NodePtr body, std::vector<std::string> arguments,
                                                 Environment &environment);
    [[nodiscard]] client::Task<void> runProgram(std::vector<std::string> arguments, Environment &environment);
    [[nodiscard]] client::Task<void> runCompound(const Node &node, Environment &environment);
    [[nodiscard]] client::Task<void> runCondition(const Node &node, Environment &environment);
    void startBackground(const Background &node, Environment &environment);
    [[nodiscard]] client::Task<bool> redirect(const std::vector<Redirect> &redirects,
                                              Environment &environment);
    [[nodiscard]] client::Task<bool> redirectOne(const Redirect &redirect, Environment &environment);
    [[nodiscard]] client::Task<bool> assign(const std::vector<Assignment> &assignments,
                                            Environment &environment, bool isExported);
    void checkError(Environment &environment) const;
    [[nodiscard]] bool leavesLoop(Environment &environment) const;

    Services &m_services;
    Jobs m_jobs;
};

} // namespace minato::shell
