// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace minato::tests {

/// What the contract suite runs against: one API server, fresh, and a way to let its time pass.
///
/// A new implementation of KubeTransport gets the suite by a factory for this and a class derived from
/// ContractSuite (see contract_suite.h).
class ContractWorld {
public:
    virtual ~ContractWorld() = default;
    [[nodiscard]] virtual api::KubeTransport &transport() = 0;
    /// Lets time pass until `done` holds; false when that takes longer than a few seconds of the server's
    /// time.
    [[nodiscard]] virtual bool pumpUntil(const std::function<bool()> &done) = 0;
    /// Lets this much of the server's time pass.
    virtual void pass(base::Duration time) = 0;
    /// Makes the server forget the changes up to now, as etcd's compaction does; false when that fails.
    [[nodiscard]] virtual bool forgetHistory() = 0;
};

/// Sends a request and waits for the answer. A request that is never answered fails with status 0.
[[nodiscard]] api::Result<api::Response> await(ContractWorld &world, api::Request request);

/// A watch whose batches are kept.
class Watching {
public:
    Watching(ContractWorld &world, api::Request request);

    [[nodiscard]] const std::vector<api::WatchEvent> &events() const { return m_events; }
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    [[nodiscard]] const kube::Status &error() const { return m_error; }
    /// Waits until there are that many events; false when they do not come.
    [[nodiscard]] bool waitFor(std::size_t count);
    [[nodiscard]] bool waitForEnd();
    void drop() { m_call.reset(); }
    /// "ADDED web", "BOOKMARK", …
    [[nodiscard]] std::vector<std::string> lines() const;

private:
    ContractWorld &m_world;
    std::vector<api::WatchEvent> m_events;
    kube::Status m_error;
    bool m_ended = false;
    api::CallPtr m_call; ///< last: the callback uses the others
};

} // namespace minato::tests
