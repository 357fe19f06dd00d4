// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// sh, and shells that other programs start.
#include "shell/commands/nested_shell.h"

#include "shell/commands/programs.h"
#include "shell/sh/interpreter.h"

namespace minato::shell {
namespace {

/// Counts the shells that stand in one another.
class ShellLevel {
public:
    explicit ShellLevel(int &level) : m_level(level) { ++level; }
    ~ShellLevel() { --m_level; }
    ShellLevel(const ShellLevel &) = delete;
    ShellLevel &operator=(const ShellLevel &) = delete;

private:
    int &m_level;
};

bool setOptions(Environment &environment, std::string_view letters)
{
    for (const char letter : letters) {
        if (letter == 'e')
            environment.options.exitsOnError = true;
        else if (letter == 'u')
            environment.options.refusesUnset = true;
        else if (letter == 'x')
            environment.options.traces = true;
        else if (letter == 'f')
            environment.options.ignoresGlobs = true;
        else if (!std::string_view("ils").contains(letter))
            return false;
    }
    return true;
}

} // namespace

std::string quotedForShell(std::string_view text)
{
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? "'\\''" : std::string(1, c);
    return result + "'";
}

/// A shell over the services of a program.
class NestedShell {
public:
    NestedShell(Process &process, InPtr in, OutPtr out)
        : m_level(process.services.shellLevel), m_interpreter(process.services)
    {
        m_environment.folder = process.folder;
        for (const auto &[name, value] : process.environment)
            m_environment.variables[name] = {.value = value, .isExported = true};
        m_environment.set("IFS", " \t\n");
        m_environment.set("OPTIND", "1");
        m_environment.set("PWD", process.folder);
        m_environment.files = {
            {0, {.in = std::move(in)}}, {1, {.out = std::move(out)}}, {2, {.out = process.err}}};
    }

    [[nodiscard]] Environment &environment() { return m_environment; }
    [[nodiscard]] client::Task<int> run(std::string script)
    {
        co_await m_interpreter.runScript(std::move(script), m_environment);
        co_await m_interpreter.runExitTrap(m_environment);
        co_return m_environment.status;
    }

private:
    ShellLevel m_level;
    Environment m_environment;
    Interpreter m_interpreter;
};

client::Task<int> runNestedShell(Process &process, std::string script, std::vector<std::string> positional,
                                 InPtr in, OutPtr out)
{
    if (process.services.shellLevel >= kMostShells) {
        process.complain(process.name() + ": too many shells in one another\n");
        co_return 2;
    }
    NestedShell shell(process, std::move(in), std::move(out));
    shell.environment().positional = std::move(positional);
    int status = co_await shell.run(std::move(script));
    co_return status;
}

client::Task<int> runSh(Process &process)
{
    if (process.services.shellLevel >= kMostShells) {
        process.complain("sh: 0: too many shells in one another\n");
        co_return 2;
    }
    NestedShell shell(process, process.in, process.out);
    Environment &environment = shell.environment();
    std::vector<std::string> rest(process.arguments.begin() + 1, process.arguments.end());
    bool isText = false;
    while (!rest.empty() && rest.front().size() > 1 && rest.front().front() == '-') {
        std::string letters = rest.front().substr(1);
        rest.erase(rest.begin());
        if (letters == "-")
            break;
        isText |= std::erase(letters, 'c') > 0;
        if (!setOptions(environment, letters)) {
            process.complain("sh: 0: Illegal option -" + letters + "\n");
            co_return 2;
        }
    }
    std::string script;
    if (isText && rest.empty()) {
        process.complain("sh: 0: -c requires an argument\n");
        co_return 2;
    }
    if (isText) {
        script = rest.front();
        rest.erase(rest.begin());
        if (!rest.empty()) {
            environment.shellName = rest.front();
            rest.erase(rest.begin());
        }
    } else if (!rest.empty()) {
        environment.shellName = rest.front();
        auto text = process.services.files.read(Files::resolve(rest.front(), process.folder), rest.front());
        if (!text) {
            process.complain("sh: 0: cannot open " + rest.front() + ": No such file\n");
            co_return 2;
        }
        script = std::move(*text);
        rest.erase(rest.begin());
    } else {
        script = co_await process.in->readAll();
    }
    environment.positional = std::move(rest);
    int status = co_await shell.run(std::move(script));
    co_return status;
}

} // namespace minato::shell
