// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/random.h"
#include "components/apps/container_root.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace minato::components {

/// A duration that varies: uniform between two limits.
struct DurationRange {
    base::Duration from{}, to{};

    [[nodiscard]] base::Duration draw(base::RandomStream &random) const;
};

/// How a program in a container behaves, as data.
///
/// Differs   One thread of requests without queueing; CPU and memory are used, but not limited.
struct AppModel {
    std::string_view name;
    std::uint16_t port = 80;
    bool usesDeclaredPort = false; ///< listens on its first containerPort instead, when it has one
    DurationRange startup;         ///< from the container's start until it listens
    DurationRange latency;         ///< of one request
    base::Duration cpuPerRequest = std::chrono::milliseconds(2);
    std::int64_t idleMilliCpu = 1;            ///< used all the time
    std::int64_t memory = 24LL * 1024 * 1024; ///< working set, bytes
    /// What SIGTERM does: nothing (a process without a handler that is PID 1: the kernel ignores the signal's
    /// default action there), or it ends, no longer accepting connections at once.
    bool ignoresTerm = false;
    DurationRange exitDelay;
    int exitCode = 0;
    std::string_view contentType, body; ///< the body with {pod}, {version}
    // Logs also with {time}, {start}, {count}, {uptime}, {client}, {method}, {path}.
    std::string_view startLog, requestLog; ///< empty: logs nothing
};

/// An image of a registry that can be pulled.
struct ImageInfo {
    std::int64_t bytes = 0; ///< compressed, as the runtime reports it
    std::string digest;     ///< "sha256:…"
    std::string version;    ///< what the app calls itself
    const AppModel *app = nullptr;
    const ContainerRoot *root = nullptr;
};

/// The image behind a name, or nullopt when no registry has it.
///
/// Known images are data (image_catalog.cpp). Any other name pulls as an image of plausible size that serves
/// HTTP on port 80, unless its tag says that it is not there ("does-not-exist", "missing", "no-such-tag", …).
[[nodiscard]] std::optional<ImageInfo> findImage(std::string_view image);

/// "docker.io/library/nginx:latest" for "nginx": what the runtime resolves.
[[nodiscard]] std::string fullImageName(std::string_view image);

} // namespace minato::components
