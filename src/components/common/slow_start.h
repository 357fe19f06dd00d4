// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "kube/status.h"

#include <functional>
#include <string>

namespace minato::components {

/// How a slow start ended.
struct SlowStartResult {
    int calls = 0, successes = 0;
    kube::Status firstError; ///< when successes < calls
};

/// The next batch of a slow start: 1, 2, 4, … and never more than remain.
[[nodiscard]] int nextBatch(int previous, int remaining);

/// Makes `count` requests in batches of 1, 2, 4, 8, …, each batch at once, and stops after the first batch
/// with a failure: a quota that refuses everything costs one request, not hundreds. A failure that
/// `isForgiven` counts as a success.
///
/// Mirrors   pkg/controller/replicaset/replica_set.go slowStartBatch
/// Lifetime  The transport must outlive the Task. `onDone` is told of each answer, in order of the answers.
[[nodiscard]] client::Task<SlowStartResult>
slowStart(api::KubeTransport &transport, int count, std::function<api::Request()> nextRequest,
          std::function<void(const api::Result<api::Response> &)> onDone,
          std::function<bool(const kube::Status &)> isForgiven = {});

/// The server refuses everything new in a namespace that is being deleted.
[[nodiscard]] bool isNamespaceEnding(const kube::Status &status);

/// Sends all requests at once and waits for all the answers, which come in the order of the requests.
[[nodiscard]] client::Task<std::vector<api::Result<api::Response>>>
sendAll(api::KubeTransport &transport, std::vector<api::Request> requests,
        std::function<void(const api::Result<api::Response> &)> onDone = {});

} // namespace minato::components
