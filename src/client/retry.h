// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "client/task.h"

#include <functional>

namespace minato::client {

/// Reads an object, lets `change` edit it, writes it back, and starts over when somebody else was faster.
///
/// Mirrors   client-go util/retry RetryOnConflict (5 attempts, 10 ms with factor 1)
/// Errors    The last refusal. `change` that gives false stops without writing, as a success with the object
/// read. Lifetime  transport and timers must outlive the Task.
[[nodiscard]] Task<api::Result<api::Response>> retryOnConflict(api::KubeTransport &transport,
                                                               api::Timers &timers, api::Request get,
                                                               std::function<bool(kube::Value &)> change,
                                                               std::string subresource = {});

} // namespace minato::client
