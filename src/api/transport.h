// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/request.h"
#include "kube/status.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace minato::api {

template <class T>
using Result = kube::Result<T>;

/// A request under way. Destroying it cancels: its callback never runs afterwards. It may be destroyed inside
/// it.
class [[nodiscard]] Call {
public:
    virtual ~Call() = default;
};
using CallPtr = std::unique_ptr<Call>;

using Reply = std::move_only_function<void(Result<Response>)>;
/// Batches of at least one event, in order. An error, or an empty batch (the server ended the watch), comes
/// last.
using EventSink = std::move_only_function<void(Result<std::vector<WatchEvent>>)>;
/// Pieces of a byte stream. An error, or an empty piece (the end), comes last.
using ByteSink = std::move_only_function<void(Result<std::string>)>;

enum class Capability : std::uint8_t { Logs, Exec, SimClock, SimFaults, Replay };

/// Seam 1: a Kubernetes API server, simulated or real. Everything else about one is a function written on
/// top.
///
/// Rules     Never calls back inside send(), watch() or stream(); always on the caller's thread; send() at
/// most once;
///           nothing after the Call died (contract C14). A refused watch or stream reports one error.
/// Contract  C1–C16, one suite run against every implementation: tests/contract.
/// Growth    A new virtual needs a decision record (src/decisions); helpers go to `client`.
class KubeTransport {
public:
    virtual ~KubeTransport() = default;
    [[nodiscard]] virtual CallPtr send(Request request, Reply reply) = 0;
    /// A List request; resourceVersion, timeoutSeconds, allowWatchBookmarks, … in its query.
    [[nodiscard]] virtual CallPtr watch(Request request, EventSink sink) = 0;
    /// A Get of a subresource that is a byte stream (log, also with follow=true).
    [[nodiscard]] virtual CallPtr stream(Request request, ByteSink sink) = 0;
    [[nodiscard]] virtual const BackendClock &clock() const = 0;
    [[nodiscard]] virtual bool has(Capability capability) const = 0;
};

} // namespace minato::api
