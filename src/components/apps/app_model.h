// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/random.h"
#include "components/apps/container_root.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// A duration that varies: uniform between two limits.
struct DurationRange {
    base::Duration from{}, to{};

    [[nodiscard]] base::Duration draw(base::RandomStream &random) const;
};

/// How a program in a container behaves, as data (resources/simulation/behaviour.yaml).
///
/// Units     CPU in thousandths of a core and nanoseconds of one; memory in bytes.
/// Differs   Memory that a request needs is given back when it has been answered.
struct AppModel {
    /// What the program answers on a path, and from when until when (since its start) it fails there.
    struct Route {
        std::string path; ///< "*": every path without a route of its own
        int status = 200;
        std::optional<base::Duration> failsFrom, failsUntil;
        int failStatus = 503;    ///< 0: no answer at all
        std::optional<int> exit; ///< being asked ends the program with this code
    };
    struct Exit {
        DurationRange after;
        int code = 0;
        int failing = 0; ///< in so many of a hundred cases it ends with `failCode` instead
        int failCode = 1;
    };

    std::string name;
    std::uint16_t port = 80;       ///< 0: listens nowhere
    bool usesDeclaredPort = false; ///< listens on its first containerPort instead, when it has one
    DurationRange startup;         ///< from the container's start until it listens
    DurationRange latency;         ///< of one request, once its turn has come
    int concurrency = 0;           ///< requests at a time, the others queue; 0: any number
    std::int64_t milliCpu = 0;     ///< while it has nothing to do
    base::Duration cpuPerRequest{};
    std::int64_t memory = 0, memoryPerRequest = 0, memoryPerSecond = 0;
    /// What SIGTERM does: nothing (a process without a handler that is PID 1: the kernel ignores the signal's
    /// default action there), or it ends, no longer accepting connections at once.
    bool ignoresTerm = false;
    DurationRange exitDelay;
    int exitCode = 0;         ///< after SIGTERM
    std::optional<Exit> exit; ///< it ends by itself
    std::vector<Route> routes;
    std::string contentType, body; ///< the body with {pod}, {version}
    // Logs also with {time}, {start}, {count}, {uptime}, {client}, {method}, {path}.
    std::string startLog, requestLog; ///< empty: logs nothing
};

using AppModelPtr = std::shared_ptr<const AppModel>;

/// An image of a registry that can be pulled.
struct ImageInfo {
    std::int64_t bytes = 0; ///< compressed, as the runtime reports it
    std::string digest;     ///< "sha256:…"
    std::string version;    ///< what the app calls itself
    AppModelPtr app;
    const ContainerRoot *root = nullptr;
};

} // namespace minato::components
