// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "cluster/sim_cluster.h"
#include "shell/shell.h"

#include <map>
#include <string>
#include <vector>

namespace minato::app {

/// What playing a script brought: the content of `run --json`.
struct ScriptReport {
    struct Command {
        base::Instant entered, ended;
        std::string line;
        int status = 0;
        std::string output, errors;
    };
    std::vector<Command> commands;
    std::map<std::string, std::uint64_t> answeredBy; ///< requests by Pod
    std::uint64_t requests = 0, failedRequests = 0;
    int status = 0;

    [[nodiscard]] kube::Value toValue(std::uint64_t seed, base::Instant start) const;
};

/// Plays a script in a cluster as a person at a terminal does.
///
/// Time      Virtual. The cluster keeps running: before each line a second passes (kTypingPause, the time to
///           type it), and each command takes as long as its requests; `sleep`, `kubectl rollout status` and
///           `kubectl wait` wait as they do in reality. Nothing else waits.
class ScriptPlayer : private shell::LineObserver {
public:
    static constexpr base::Duration kTypingPause = std::chrono::seconds(1);

    /// `print` receives what the commands print and, with `isTranscript`, prompts with time stamps before.
    ScriptPlayer(cluster::SimCluster &cluster, shell::OutputSink print, bool isTranscript);

    [[nodiscard]] client::Task<ScriptReport> play(std::string script);

private:
    [[nodiscard]] client::Task<void> lineBegins(std::string text, int number) override;
    void lineEnded(int status) override;

    cluster::SimCluster &m_cluster;
    shell::Shell m_shell;
    shell::OutputSink m_print;
    bool m_isTranscript;
    base::Instant m_start;
    ScriptReport m_report;
};

} // namespace minato::app
