// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato_sim/script_player.h"

#include <format>

namespace minato::app {
namespace {

double seconds(base::Duration duration)
{
    return std::chrono::duration<double>(std::chrono::duration_cast<std::chrono::microseconds>(duration))
        .count();
}

} // namespace

kube::Value ScriptReport::toValue(std::uint64_t seed, base::Instant start) const
{
    kube::Value list = kube::Value::emptyArray();
    base::Instant end = start;
    for (const Command &command : commands) {
        end = command.ended;
        list.push(kube::Value::map({{"at", seconds(command.entered - start)},
                                    {"seconds", seconds(command.ended - command.entered)},
                                    {"line", command.line},
                                    {"status", command.status},
                                    {"stdout", command.output},
                                    {"stderr", command.errors}}));
    }
    kube::Value pods = kube::Value::emptyMap();
    for (const auto &[pod, count] : answeredBy)
        pods.set(pod, count);
    return kube::Value::map(
        {{"seed", seed},
         {"status", status},
         {"virtualSeconds", seconds(end - start)},
         {"commands", std::move(list)},
         {"traffic", kube::Value::map(
                         {{"requests", requests}, {"failed", failedRequests}, {"byPod", std::move(pods)}})}});
}

ScriptPlayer::ScriptPlayer(cluster::SimCluster &cluster, shell::OutputSink print, bool isTranscript)
    : m_cluster(cluster),
      m_shell({.transport = cluster.transport(), .traffic = cluster.traffic(), .timers = cluster.timers()}),
      m_print(std::move(print)),
      m_isTranscript(isTranscript),
      m_start(cluster.timers().now())
{
    m_cluster.setTrafficObserver([this](const api::TrafficRecord &record) {
        ++m_report.requests;
        if (record.result)
            ++m_report.answeredBy[record.result->route.pod];
        else
            ++m_report.failedRequests;
    });
}

void ScriptPlayer::showPrompt(const std::string &line)
{
    if (m_isTranscript)
        m_print(shell::Stream::Out,
                std::format("[{:10.3f}] $ {}\n", seconds(m_cluster.timers().now() - m_start), line));
}

client::Task<ScriptReport> ScriptPlayer::play(std::vector<ScriptLine> lines)
{
    for (const ScriptLine &line : lines) {
        co_await client::sleep(m_cluster.timers(), kTypingPause);
        showPrompt(line.text);
        const std::size_t index = m_report.commands.size();
        m_report.commands.push_back({.entered = m_cluster.timers().now(), .line = line.text});
        // The line breaks before it make the shell count lines as the file does.
        std::string text(static_cast<std::size_t>(line.line - 1), '\n');
        text += line.text + "\n";
        // A job in the background may print later, when there are more commands.
        const auto keep = [this, index](shell::Stream stream, std::string_view piece) {
            ScriptReport::Command &command = m_report.commands[index];
            (stream == shell::Stream::Out ? command.output : command.errors) += piece;
            m_print(stream, piece);
        };
        const int status = co_await m_shell.run(std::move(text), keep);
        m_report.commands[index].status = status;
        m_report.commands[index].ended = m_cluster.timers().now();
        m_report.status = status;
        if (m_shell.hasExited())
            co_return m_report;
    }
    m_report.status = co_await m_shell.runScript({}, m_print);
    co_return m_report;
}

} // namespace minato::app
