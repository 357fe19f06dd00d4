// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/container_shell.h"

#include "shell/kubectl/session.h"
#include "shell/sh/interpreter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace minato::shell {
namespace {

constexpr std::array<std::string_view, 4> kShells{"sh", "bash", "dash", "ash"};

std::string_view baseName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

bool isShell(std::string_view program)
{
    return std::ranges::contains(kShells, baseName(program));
}

} // namespace

class ContainerShell::Impl {
public:
    Impl(api::KubeTransport &transport, api::TrafficTarget &traffic, api::Timers &timers,
         ContainerWorld world)
        : m_world(std::move(world)),
          m_services{.transport = transport,
                     .traffic = traffic,
                     .timers = timers,
                     .serverUrl = {},
                     .files = Files({}, [&timers] { return timers.now(); }),
                     .kubectl = std::make_shared<kubectl::State>(),
                     .container = &m_world},
          m_interpreter(m_services),
          m_lineEnded(timers)
    {
        for (const auto &[path, text] : m_world.files) {
            for (auto slash = path.find('/', 1); slash != std::string::npos;
                 slash = path.find('/', slash + 1))
                (void)m_services.files.makeFolder(path.substr(0, slash));
            m_services.files.append(path, text);
        }
        m_environment.folder = m_world.folder;
        for (const auto &[name, value] : m_world.environment)
            m_environment.variables[name] = {.value = value, .isExported = true};
        m_environment.set("IFS", " \t\n");
        m_environment.set("PWD", m_world.folder);
    }

    [[nodiscard]] bool canStart(const std::string &program) const
    {
        const bool isPlain = !program.contains('/') || program.starts_with("/bin/") ||
                             program.starts_with("/usr/bin/") || program.starts_with("/usr/local/bin/");
        return isPlain && m_world.programs.contains(baseName(program));
    }

    client::Task<int> run(std::vector<std::string> command, InPtr input, OutputSink output,
                          bool isInteractive)
    {
        const auto sink = std::make_shared<OutputSink>(std::move(output));
        const auto to = [&sink](Stream stream) {
            return std::make_shared<FunctionOutput>(
                [sink, stream](std::string_view text) { (*sink)(stream, text); });
        };
        m_environment.files = {
            {0, {.in = std::move(input)}}, {1, {.out = to(Stream::Out)}}, {2, {.out = to(Stream::Err)}}};
        if (!isShell(command.front()))
            co_await m_interpreter.call(std::move(command), m_environment, true);
        else if (const auto option = std::ranges::find(command, "-c"); option != command.end())
            co_await runText(std::vector<std::string>(option + 1, command.end()), command.front());
        else
            co_await runInput(baseName(command.front()), isInteractive);
        m_environment.files.clear();
        co_return m_environment.status;
    }

    bool interrupt()
    {
        if (m_prompts.empty())
            return false;
        m_unfinished.clear();
        m_environment.status = kInterrupted;
        if (!std::exchange(m_isLineRunning, false)) {
            m_environment.output(2)->write(prompt(m_prompts));
            return true;
        }
        m_line.cancel();
        m_environment.files = m_files;
        m_environment.flow = Environment::Flow::Next;
        m_environment.loopDepth = m_environment.functionDepth = m_environment.testDepth = 0;
        m_environment.locals.clear();
        m_environment.localOptions.clear();
        m_lineEnded.notify();
        return true;
    }

private:
    /// sh -c TEXT NAME ARGUMENT…
    client::Task<void> runText(std::vector<std::string> words, std::string shell)
    {
        if (words.empty()) {
            m_environment.output(2)->write(shell + ": 0: -c requires an argument\n");
            m_environment.status = 2;
            co_return;
        }
        if (words.size() > 2)
            m_environment.positional.assign(words.begin() + 2, words.end());
        co_await m_interpreter.runScript(words.front(), m_environment);
        co_await m_interpreter.runExitTrap(m_environment);
    }

    /// What stands before a line: each shell has its own.
    [[nodiscard]] std::string prompt(std::string_view shell) const
    {
        const bool isRoot = m_world.user == "root";
        const std::string sign = isRoot ? "# " : "$ ", &folder = m_environment.folder;
        const bool isHome = folder == m_environment.get("HOME");
        if (shell == "bash")
            return m_world.user + "@" + m_world.hostname + ":" + (isHome ? "~" : folder) + sign;
        return shell == "ash" ? (isHome ? "~" : folder) + " " + sign : sign;
    }

    /// A script that comes line by line, from a person or a pipe.
    client::Task<void> runInput(std::string_view shell, bool isInteractive)
    {
        const InPtr input = m_environment.input();
        const std::string name(shell);
        std::string &script = m_unfinished;
        m_prompts = isInteractive ? name : std::string();
        for (;;) {
            if (isInteractive)
                m_environment.output(2)->write(script.empty() ? prompt(name) : "> ");
            const auto line = co_await input->readLine();
            if (line)
                script += line->text + "\n";
            if (line && Shell::needsMore(script))
                continue;
            if (!script.empty())
                co_await runLine(std::exchange(script, {}));
            const bool hasExited = m_environment.flow == Environment::Flow::Exit;
            const bool isOver = !line || (hasExited && (!isInteractive || m_environment.status != kMistake));
            // bash says so, whether `exit` was typed or Ctrl+D.
            if (isOver && isInteractive && name == "bash")
                m_environment.output(2)->write("exit\n");
            // At a prompt a mistake ends the line, not the shell.
            if (isOver)
                break;
            m_environment.flow = Environment::Flow::Next;
        }
        co_await m_interpreter.runExitTrap(m_environment);
    }

    /// A line that interrupt() may end.
    client::Task<void> runLine(std::string script)
    {
        m_files = m_environment.files;
        m_isLineRunning = true;
        m_line = m_interpreter.runScript(std::move(script), m_environment);
        m_line.start([this] {
            m_isLineRunning = false;
            m_lineEnded.notify();
        });
        while (m_isLineRunning)
            co_await m_lineEnded.wait();
    }

    static constexpr int kInterrupted = 130; ///< 128 + SIGINT
    static constexpr int kMistake = 2;       ///< what a syntax error ends a shell with

    ContainerWorld m_world;
    Services m_services;
    Environment m_environment;
    Interpreter m_interpreter;
    std::string m_prompts;                 ///< the name of the shell that does; empty: none
    std::string m_unfinished;              ///< lines of a construct that goes on
    std::map<int, FileDescriptor> m_files; ///< those of the shell, while a line runs
    bool m_isLineRunning = false;
    Signal m_lineEnded;
    client::Task<void> m_line;
};

ContainerShell::ContainerShell(api::KubeTransport &transport, api::TrafficTarget &traffic,
                               api::Timers &timers, ContainerWorld world)
    : m_impl(std::make_unique<Impl>(transport, traffic, timers, std::move(world)))
{
}

ContainerShell::~ContainerShell() = default;

bool ContainerShell::canStart(const std::string &program) const
{
    return m_impl->canStart(program);
}

bool ContainerShell::interrupt()
{
    return m_impl->interrupt();
}

client::Task<int> ContainerShell::run(std::vector<std::string> command, InPtr input, OutputSink output,
                                      bool isInteractive)
{
    return m_impl->run(std::move(command), std::move(input), std::move(output), isInteractive);
}

} // namespace minato::shell
