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
          m_interpreter(m_services)
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
            co_await runInput(isInteractive);
        m_environment.files.clear();
        co_return m_environment.status;
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

    /// A script that comes line by line, from a person or a pipe.
    client::Task<void> runInput(bool isInteractive)
    {
        const InPtr input = m_environment.input();
        std::string script;
        for (;;) {
            if (isInteractive)
                m_environment.output(2)->write(script.empty() ? "# " : "> ");
            const auto line = co_await input->readLine();
            if (line)
                script += line->text + "\n";
            if (line && Shell::needsMore(script))
                continue;
            if (!script.empty())
                co_await m_interpreter.runScript(std::exchange(script, {}), m_environment);
            const bool hasExited = m_environment.flow == Environment::Flow::Exit;
            // At a prompt a mistake ends the line, not the shell.
            if (!line || (hasExited && !isInteractive))
                break;
            if (hasExited && m_environment.status != kMistake)
                break;
            m_environment.flow = Environment::Flow::Next;
        }
        co_await m_interpreter.runExitTrap(m_environment);
    }

    static constexpr int kMistake = 2; ///< what a syntax error ends a shell with

    ContainerWorld m_world;
    Services m_services;
    Environment m_environment;
    Interpreter m_interpreter;
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

client::Task<int> ContainerShell::run(std::vector<std::string> command, InPtr input, OutputSink output,
                                      bool isInteractive)
{
    return m_impl->run(std::move(command), std::move(input), std::move(output), isInteractive);
}

} // namespace minato::shell
