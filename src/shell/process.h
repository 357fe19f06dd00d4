// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/sim_control.h"
#include "api/traffic_target.h"
#include "api/transport.h"
#include "client/task.h"
#include "shell/files.h"
#include "shell/sh/streams.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell {

namespace kubectl {
struct State;
}
struct ContainerWorld;
class LocalPorts;

/// What the commands of one Shell work on.
struct Services {
    api::KubeTransport &transport;
    api::TrafficTarget &traffic;
    api::Timers &timers;
    std::string serverUrl;
    Files files;
    std::shared_ptr<kubectl::State> kubectl; ///< what kubectl keeps from call to call
    /// Of connections that several requests share; far from those that load generators number.
    std::uint64_t nextConnection = std::uint64_t{1} << 40U;
    const ContainerWorld *container = nullptr; ///< null: the terminal
    api::SimControl *control = nullptr;        ///< null: the machines are not simulated
    LocalPorts *localPorts = nullptr;          ///< null: nobody can listen here
    int shellLevel = 0;                        ///< shells that programs started, in one another
};

/// One running command other than a builtin, as its own program would see the world.
struct Process {
    Services &services;
    std::vector<std::string> arguments; ///< [0] is the name
    InPtr in;
    OutPtr out, err;
    std::map<std::string, std::string> environment;
    std::string folder;

    [[nodiscard]] const std::string &name() const { return arguments.front(); }
    void print(std::string_view text) const { out->write(text); }
    void complain(std::string_view text) const { err->write(text); }
};

/// A program: its exit status. The Process outlives the Task.
using Program = client::Task<int> (*)(Process &process);

/// The program of that name where these services are, or nullptr. Also takes /bin/NAME, /usr/bin/NAME,
/// /usr/local/bin/NAME.
[[nodiscard]] Program findProgram(const Services &services, std::string_view name);
[[nodiscard]] std::vector<std::string_view> programNames();

} // namespace minato::shell
