// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <functional>
#include <memory>
#include <string>

namespace minato::shell::kubectl {

/// Waits until an object does not exist, or another one has its name (`uid` empty: any).
/// Error: "timed out waiting for the condition on pods/web".
[[nodiscard]] client::Task<Result<void>> waitUntilGone(Session &session,
                                                       std::shared_ptr<const ApiResource> type,
                                                       std::string ns, std::string name, std::string uid,
                                                       base::Instant deadline);

/// What a watcher says about an object: go on waiting, or stop.
enum class Watched : std::uint8_t { GoOn, Stop };
/// `object` is null when it was deleted.
using ObjectWatcher = std::function<Watched(const kube::ObjectPtr &object)>;

/// Lists one object and watches it until the watcher stops. False: the deadline came first.
///
/// Mirrors   client-go/tools/watch UntilWithSync: begins anew when the server ends the watch
[[nodiscard]] client::Task<Result<bool>> watchObject(Session &session,
                                                     std::shared_ptr<const ApiResource> type, std::string ns,
                                                     std::string name, base::Instant deadline,
                                                     ObjectWatcher watcher);

} // namespace minato::shell::kubectl
