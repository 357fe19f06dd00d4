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
#include <string_view>
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

/// Something that a two-way stream brought.
struct ConnectionEvent {
    enum class Kind : std::uint8_t { Opened, Output, ErrorOutput, Ended };
    Kind kind{};
    std::string data = {}; ///< of both outputs
};
/// Opened first; Ended, or an error, last. An error without Opened: the request was refused. A program that
/// failed ends with reason NonZeroExitCode and a cause ExitCode.
using ConnectionSink = std::move_only_function<void(Result<ConnectionEvent>)>;

/// A two-way stream under way: what a program in a container reads. Rules as for a Call.
class [[nodiscard]] Connection : public Call {
public:
    virtual void write(std::string_view input) = 0;
    virtual void closeInput() = 0;
    virtual void resizeTerminal(int columns, int rows) = 0;
};
using ConnectionPtr = std::unique_ptr<Connection>;

/// Opens two-way streams: a Get of pods/exec or pods/attach whose body is a PodExecOptions (command,
/// container, stdin, stdout, stderr, tty). Never calls back inside connect() or a Connection's functions.
class Connector {
public:
    virtual ~Connector() = default;
    [[nodiscard]] virtual ConnectionPtr connect(Request request, ConnectionSink sink) = 0;
};

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
    /// Null without Capability::Exec.
    [[nodiscard]] virtual Connector *connector() { return nullptr; }
    [[nodiscard]] virtual const BackendClock &clock() const = 0;
    [[nodiscard]] virtual bool has(Capability capability) const = 0;
};

} // namespace minato::api
