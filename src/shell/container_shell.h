// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/process.h"
#include "shell/shell.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell {

/// What programs in a container find there.
///
/// Mirrors   an image's configuration (opencontainers/image-spec: Env, WorkingDir, User) and its root
/// Differs   Files are texts; there are neither owners nor modes.
struct ContainerWorld {
    std::string hostname;
    std::string user = "root";
    std::string folder = "/"; ///< where programs start
    std::map<std::string, std::string> environment;
    std::map<std::string, std::string> files; ///< absolute path → text
    std::set<std::string, std::less<>> programs;
    std::string command; ///< of process 1, as ps prints it
    base::Instant started;
};

/// Runs commands in a container, as a runtime executes them: no shell unless one is asked for.
///
/// Mirrors   a container runtime's ExecSync and Exec: the program by name or path
/// Differs   Each execution starts from the container's own files; what it writes goes with it.
/// Threads   One: that of the timers.
class ContainerShell {
public:
    /// `traffic` is the network as the container sees it.
    ContainerShell(api::KubeTransport &transport, api::TrafficTarget &traffic, api::Timers &timers,
                   ContainerWorld world);
    ~ContainerShell();

    /// Whether a program of that name or path can be started.
    [[nodiscard]] bool canStart(const std::string &program) const;
    /// Runs to the end; the exit status. `isInteractive`: a shell without a script prompts.
    [[nodiscard]] client::Task<int> run(std::vector<std::string> command, InPtr input, OutputSink output,
                                        bool isInteractive);
    /// Ctrl+C: ends what a shell that prompts has started, or what has been typed for it; it prompts anew. False: nothing
    /// here prompts. Not from inside run().
    [[nodiscard]] bool interrupt();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace minato::shell
