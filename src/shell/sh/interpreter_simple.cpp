// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Simple commands: assignments, redirections, and which function, builtin or program a name means.
#include "shell/commands/own_text.h"
#include "shell/commands/programs.h"
#include "shell/sh/builtins.h"
#include "shell/sh/expand.h"
#include "shell/sh/interpreter.h"
#include "shell/sh/powershell.h"

namespace minato::shell {
namespace {

constexpr base::Duration kProgramTime = std::chrono::milliseconds(2);

using SavedVariables = std::map<std::string, std::optional<Variable>>;

SavedVariables saveVariables(const std::vector<Assignment> &assignments, const Environment &environment)
{
    SavedVariables saved;
    for (const Assignment &assignment : assignments) {
        const auto found = environment.variables.find(assignment.name);
        saved.emplace(assignment.name,
                      found == environment.variables.end() ? std::nullopt : std::optional(found->second));
    }
    return saved;
}

void restoreVariables(const SavedVariables &saved, Environment &environment)
{
    for (const auto &[name, variable] : saved) {
        if (variable)
            environment.variables[name] = *variable;
        else
            environment.variables.erase(name);
    }
}

std::string traceText(const std::vector<std::string> &arguments)
{
    std::string text = "+";
    for (const std::string &argument : arguments)
        text += " " + argument;
    return text + "\n";
}

} // namespace

client::Task<bool> Interpreter::assign(const std::vector<Assignment> &assignments, Environment &environment,
                                       bool isExported)
{
    Expander expander(*this, environment);
    for (const Assignment &assignment : assignments) {
        std::string value = co_await expander.text(assignment.value, true);
        if (!environment.goesOn())
            co_return false;
        if (environment.options.traces)
            environment.output(2)->write("+ " + assignment.name + "=" + value + "\n");
        if (!environment.set(assignment.name, std::move(value)))
            co_return false;
        if (isExported)
            environment.variables[assignment.name].isExported = true;
    }
    co_return true;
}

client::Task<void> Interpreter::runSimple(const Node &node, const SimpleCommand &command,
                                          Environment &environment)
{
    environment.captureStatus = -1;
    std::vector<std::string> arguments = co_await Expander(*this, environment).arguments(command.words);
    if (!environment.goesOn())
        co_return;
    const Builtin *builtin = arguments.empty() ? nullptr : findBuiltin(arguments.front());
    const bool isSpecial = builtin && builtin->isSpecial;
    const auto files = environment.files;
    const bool isOpen = co_await redirect(node.redirects, environment);
    if (!isOpen) {
        environment.files = files;
        if (isSpecial)
            environment.flow = Environment::Flow::Exit;
        else
            checkError(environment);
        co_return;
    }
    const SavedVariables saved = saveVariables(command.assignments, environment);
    const bool isAssigned =
        co_await assign(command.assignments, environment, !arguments.empty() && !isSpecial);
    if (isAssigned && environment.options.traces && !arguments.empty())
        environment.output(2)->write(traceText(arguments));
    const bool isExec = isSpecial && arguments.front() == "exec" && arguments.size() == 1;
    if (isAssigned && !arguments.empty()) {
        const bool staysAssigned = isSpecial;
        co_await call(std::move(arguments), environment);
        if (!staysAssigned)
            restoreVariables(saved, environment);
    } else if (isAssigned) {
        environment.status = std::max(environment.captureStatus, 0);
    }
    if (!isExec)
        environment.files = files;
    co_await client::sleep(m_services.timers, kCommandTime);
    co_await drain(environment.output(1));
    co_await runSignalTraps(environment);
    checkError(environment);
}

client::Task<void> Interpreter::call(std::vector<std::string> arguments, Environment &environment,
                                     bool skipsFunctions)
{
    const Builtin *builtin = findBuiltin(arguments.front());
    const auto function = environment.functions.find(arguments.front());
    if (function != environment.functions.end() && !skipsFunctions && !(builtin && builtin->isSpecial)) {
        co_await runFunction(function->second, std::move(arguments), environment);
    } else if (builtin) {
        const int status = co_await builtin->run(BuiltinCall{*this, environment, arguments});
        environment.status = status;
    } else {
        co_await runProgram(std::move(arguments), environment);
    }
}

client::Task<void> Interpreter::runProgram(std::vector<std::string> arguments, Environment &environment)
{
    Program program = findProgram(m_services, arguments.front());
    const std::string path = Files::resolve(arguments.front(), environment.folder);
    const bool isFile = !program && arguments.front().contains('/') && m_services.files.exists(path);
    if (isFile && m_services.files.isExecutable(path)) { // a script, whatever its first line says
        arguments.insert(arguments.begin(), "sh");
        program = runSh;
    }
    if (!program) {
        environment.complain(arguments.front() + (isFile ? ": Permission denied" : ": not found"));
        if (const std::string_view posix = posixCommandFor(arguments.front()); !posix.empty())
            environment.output(2)->write(
                ownLines(environment.get("LANG"), "hint: in this shell that is `" + std::string(posix) + "`",
                         "ヒント: このシェルでは " + std::string(posix) + " を使います"));
        environment.status = isFile ? 126 : 127;
        co_return;
    }
    Process process{.services = m_services,
                    .arguments = std::move(arguments),
                    .in = environment.input(),
                    .out = environment.output(1),
                    .err = environment.output(2),
                    .environment = environment.exported(),
                    .folder = environment.folder};
    co_await client::sleep(m_services.timers, kProgramTime);
    const int status = co_await program(process);
    environment.status = status;
}

client::Task<bool> Interpreter::redirect(const std::vector<Redirect> &redirects, Environment &environment)
{
    for (const Redirect &item : redirects) {
        const bool isOpen = co_await redirectOne(item, environment);
        if (!isOpen)
            co_return false;
    }
    co_return true;
}

} // namespace minato::shell
