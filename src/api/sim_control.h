// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/value.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <vector>

namespace minato::api {

/// Why the cluster did what it did: one decision that a learner may question.
struct DecisionRecord {
    base::Instant at;
    std::uint64_t seq = 0;
    std::string component; ///< "default-scheduler", "replicaset-controller", "kube-proxy", …
    std::string kind;      ///< "Schedule", "Victims", "Rollout", "Route"
    std::string subject;   ///< "pods/default/web-…"
    kube::Value detail;    ///< the candidates, their scores, the rule that decided
};

/// Something that happens to a machine.
struct Fault {
    enum class Kind : std::uint8_t { PowerOff, PowerOn, AddNode, RemoveNode };
    Kind kind{};
    std::string node;
};

/// Seam 3: what only a simulated cluster can do. Present when the backend has Capability::SimClock; UI and
/// lessons ask the capability, never the type. Pace (wall time to virtual time) is the session's business:
/// this is the engine's side.
class SimControl {
public:
    virtual ~SimControl() = default;
    [[nodiscard]] virtual base::Instant now() const = 0;
    /// Runs the next event if it is due by `limit`; false when none is.
    virtual bool step(base::Instant limit) = 0;
    /// Runs everything due by `limit`, then moves time there.
    virtual void runUntil(base::Instant limit) = 0;
    /// Runs until `condition` holds (asked after each event) or `within` has passed; tells whether it held.
    virtual bool runUntil(const std::function<bool()> &condition, base::Duration within) = 0;
    [[nodiscard]] virtual std::uint64_t seed() const = 0;
    /// Error: a sentence that says why not ("there is no node \"x\""). Happens at once, as an input.
    virtual std::expected<void, std::string> inject(const Fault &fault) = 0;
    /// The decisions about a subject, oldest first (bounded memory: the newest are kept).
    [[nodiscard]] virtual std::vector<DecisionRecord> decisions(std::string_view subject) const = 0;
};

} // namespace minato::api
