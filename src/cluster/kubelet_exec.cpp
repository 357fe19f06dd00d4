// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/kubelet_exec.h"

#include "client/requests.h"
#include "cluster/container_world.h"
#include "shell/terminal_input.h"

#include <deque>
#include <format>
#include <memory>
#include <optional>
#include <utility>

namespace minato::cluster {
namespace {

using components::App;
using Kind = api::ConnectionEvent::Kind;
using Event = api::Result<api::ConnectionEvent>;

constexpr int kInterrupted = 130; ///< 128 + SIGINT
/// Nobody may fill the memory through a program that does not read: its input ends here.
constexpr std::size_t kMostInput = 64U << 20U;

kube::Status exited(int status)
{
    const std::string code = std::to_string(status);
    return {.code = 500,
            .reason = "NonZeroExitCode",
            .message = "command terminated with non-zero exit code: exit status " + code,
            .causes = {{.reason = "ExitCode", .message = code, .field = {}}}};
}

/// One execution under way. What it has to tell is told in events of its own, so that a receiver may drop it
/// there.
class ExecConnection : public api::Connection {
public:
    ExecConnection(const KubeletExec::Parts &parts, kube::ObjectPtr pod, std::shared_ptr<App> app,
                   apiserver::ExecOptions options, api::ConnectionSink sink)
        : m_parts(parts),
          m_pod(std::move(pod)),
          m_app(std::move(app)),
          m_options(std::move(options)),
          m_sink(std::move(sink)),
          m_network(parts.traffic, std::string(m_pod->status()["podIP"].asString()),
                    std::string(m_pod->name()))
    {
        auto pipe = shell::makePipe(m_parts.timers, [] {});
        m_reader = std::move(pipe.reader);
        if (m_options.hasInput)
            m_writer = std::move(pipe.writer);
    }
    ~ExecConnection() override
    {
        if (m_follower)
            m_app->unfollow(*m_follower);
    }

    void refuse(kube::Status status) { tell(std::unexpected(std::move(status))); }
    void attach()
    {
        tell(api::ConnectionEvent{Kind::Opened});
        m_follower = m_app->follow([this](std::string_view text) {
            if (!text.empty())
                return print(shell::Stream::Out, text);
            m_follower.reset();
            tell(api::ConnectionEvent{Kind::Ended});
        });
    }
    void start(std::string execId)
    {
        m_execId = std::move(execId);
        // Which Services were there when the container started shows in its environment.
        m_services = m_parts.transport.send(client::listRequest(kube::resources::kServices, {}),
                                            [this](const api::Result<api::Response> &answer) {
                                                std::vector<kube::ObjectPtr> services;
                                                if (answer)
                                                    services = answer->list().items;
                                                run(services);
                                            });
    }

    void write(std::string_view input) override
    {
        if (!m_writer)
            return;
        m_inputBytes += input.size();
        if (m_inputBytes > kMostInput) {
            m_writer.reset();
            return;
        }
        if (!m_options.hasTerminal)
            return m_writer->write(input);
        const auto result = m_terminal.take(input);
        if (!result.echo.empty())
            tell(api::ConnectionEvent{Kind::Output, result.echo});
        m_writer->write(result.lines);
        if (result.isAtEnd)
            m_writer.reset();
        if (result.isInterrupted)
            interrupt();
    }
    void closeInput() override { m_writer.reset(); }
    void resizeTerminal(int, int) override {} // no program here looks at it

private:
    void run(const std::vector<kube::ObjectPtr> &services)
    {
        m_shell.emplace(m_parts.transport, m_network, m_parts.timers,
                        containerWorld(*m_app, *m_pod, services, m_options.hasTerminal));
        tell(api::ConnectionEvent{Kind::Opened});
        const std::string &program = m_options.command.front();
        if (!m_shell->canStart(program)) {
            tell(std::unexpected(kube::Status::internal(
                std::format("error executing command in container: failed to exec in container: failed to "
                            "start exec \"{}\": OCI "
                            "runtime exec failed: exec failed: unable to start container process: exec: "
                            "\"{}\": {}: unknown",
                            m_execId, program,
                            program.contains('/') ? "stat " + program + ": no such file or directory"
                                                  : "executable file not found in $PATH"))));
            return;
        }
        m_task = m_shell->run(
            m_options.command, std::move(m_reader),
            [this](shell::Stream stream, std::string_view text) { print(stream, text); },
            m_options.hasTerminal);
        m_task.start([this] { end(m_task.takeResult()); });
    }
    void print(shell::Stream stream, std::string_view text)
    {
        // A terminal is one screen.
        const bool isError = stream == shell::Stream::Err && !m_options.hasTerminal;
        tell(api::ConnectionEvent{isError ? Kind::ErrorOutput : Kind::Output,
                                  m_options.hasTerminal ? shell::TerminalInput::onScreen(text)
                                                        : std::string(text)});
    }
    void end(int status)
    {
        if (status == 0)
            tell(api::ConnectionEvent{Kind::Ended});
        else
            tell(std::unexpected(exited(status)));
    }
    void interrupt()
    {
        m_interruption = m_parts.timers.after({}, [this] {
            if (m_shell && m_shell->interrupt())
                return;
            m_task = {};
            end(kInterrupted);
        });
    }
    void tell(Event event)
    {
        if (m_events.size() && m_events.back() && event && m_events.back()->kind == event->kind)
            m_events.back()->data += event->data;
        else
            m_events.push_back(std::move(event));
        if (!m_timer)
            m_timer = m_parts.timers.after({}, [this] { deliver(); });
    }
    void deliver()
    {
        const auto timer = std::move(m_timer);
        const std::weak_ptr<bool> alive = m_isAlive;
        while (!alive.expired() && !m_events.empty() && m_sink) {
            Event event = std::move(m_events.front());
            m_events.pop_front();
            const bool isLast = !event || event->kind == Kind::Ended;
            auto sink = std::move(m_sink); // it may drop this
            sink(std::move(event));
            if (!alive.expired() && !isLast)
                m_sink = std::move(sink);
        }
    }

    KubeletExec::Parts m_parts;
    kube::ObjectPtr m_pod;
    std::shared_ptr<App> m_app;
    apiserver::ExecOptions m_options;
    api::ConnectionSink m_sink;
    ContainerNetwork m_network;
    std::string m_execId;
    std::size_t m_inputBytes = 0;
    shell::InPtr m_reader;
    shell::OutPtr m_writer;
    shell::TerminalInput m_terminal;
    std::optional<std::uint64_t> m_follower;
    std::deque<Event> m_events;
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true);
    api::TimerPtr m_timer, m_interruption;
    api::CallPtr m_services;
    std::optional<shell::ContainerShell> m_shell;
    client::Task<int> m_task;
};

} // namespace

api::ConnectionPtr KubeletExec::execute(const kube::ObjectPtr &pod, apiserver::ExecOptions options,
                                        api::ConnectionSink sink)
{
    const auto *kubelet = m_parts.agents.kubelet(pod->spec()["nodeName"].asString());
    auto app = kubelet ? kubelet->app(pod->uid(), options.container) : nullptr;
    const bool isAttach = options.command.empty();
    const std::string container = options.container;
    const bool isRunning = app && app->isRunning();
    auto connection =
        std::make_unique<ExecConnection>(m_parts, pod, std::move(app), std::move(options), std::move(sink));
    if (!isRunning)
        // The kubelet's own words, which are no Status.
        connection->refuse(
            {.code = 500, .reason = {}, .message = std::format("container not found (\"{}\")", container)});
    else if (isAttach)
        connection->attach();
    else
        connection->start(std::format("{:016x}{:016x}{:016x}{:016x}", m_random.next(), m_random.next(),
                                      m_random.next(), m_random.next()));
    return connection;
}

} // namespace minato::cluster
