// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differential/builtin_kubectl.h"

#include <chrono>

namespace minato::tests {
namespace {

using namespace std::chrono_literals;

constexpr base::Duration kLongest = 10min;

} // namespace

base::Instant WallClockTransport::now() const
{
    const auto time = std::chrono::system_clock::now().time_since_epoch();
    return base::Instant{std::chrono::duration_cast<std::chrono::nanoseconds>(time).count()};
}

BuiltinKubectl::BuiltinKubectl(cluster::SimCluster &cluster, int minor, std::string serverUrl)
    : m_cluster(cluster),
      m_transport(cluster.transport()),
      m_shell({.transport = m_transport,
               .traffic = cluster.traffic(),
               .timers = cluster.timers(),
               .serverUrl = std::move(serverUrl),
               .kubectlMinor = minor})
{
}

Outcome BuiltinKubectl::run(const std::string &command, std::optional<base::Duration> stopAfter)
{
    Outcome outcome;
    auto task = m_shell.run(command, [&outcome](shell::Stream stream, std::string_view text) {
        (stream == shell::Stream::Out ? outcome.out : outcome.err) += text;
    });
    task.start();
    auto &control = m_cluster.control();
    control.runUntil([&task] { return task.isDone(); }, stopAfter ? kStartUp + *stopAfter : kLongest);
    outcome.status = task.isDone() ? task.takeResult() : -1;
    return outcome;
}

} // namespace minato::tests
