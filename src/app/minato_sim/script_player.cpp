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
      m_shell({.transport = cluster.transport(),
               .traffic = cluster.traffic(),
               .timers = cluster.timers(),
               .control = &cluster.control()}),
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

client::Task<void> ScriptPlayer::lineBegins(std::string text, int)
{
    co_await client::sleep(m_cluster.timers(), kTypingPause);
    const base::Instant now = m_cluster.timers().now();
    if (m_isTranscript)
        m_print(shell::Stream::Out, std::format("[{:10.3f}] $ {}\n", seconds(now - m_start), text));
    m_report.commands.push_back({.entered = now, .ended = now, .line = std::move(text)});
}

void ScriptPlayer::lineEnded(int status)
{
    m_report.commands.back().status = status;
    m_report.commands.back().ended = m_cluster.timers().now();
}

client::Task<ScriptReport> ScriptPlayer::play(std::string script)
{
    // What a job in the background prints belongs to the line that runs meanwhile.
    const auto keep = [this](shell::Stream stream, std::string_view piece) {
        if (!m_report.commands.empty()) {
            ScriptReport::Command &command = m_report.commands.back();
            (stream == shell::Stream::Out ? command.output : command.errors) += piece;
        }
        m_print(stream, piece);
    };
    m_report.status = co_await m_shell.runScript(std::move(script), keep, this);
    co_return m_report;
}

} // namespace minato::app
