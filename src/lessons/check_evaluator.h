// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/object.h"
#include "lessons/check.h"
#include "lessons/traffic_log.h"

#include <optional>
#include <vector>

namespace minato::lessons {

/// What checks can see: the cluster's objects as the last watch events told them, and the traffic.
class CheckWorld {
public:
    virtual ~CheckWorld() = default;
    [[nodiscard]] virtual base::Instant now() const = 0;
    /// Objects of a resource in key order; empty until the first list has come.
    [[nodiscard]] virtual std::vector<kube::ObjectPtr>
    objects(const kube::GroupVersionResource &resource) const = 0;
    [[nodiscard]] virtual const TrafficLog &traffic() const = 0;
    /// When the learner last did something in this step; nullopt: nothing yet.
    [[nodiscard]] virtual std::optional<base::Instant> lastAction() const = 0;
};

enum class Outcome : std::uint8_t { Unmet, Waiting, Met };

/// Tells over time whether a condition is met. `always` remembers since when its part has held.
///
/// Mirrors   lessons/README.md, "Conditions"
/// Use       Make it when the step begins; ask after every change of the world, uncoalesced, and when
/// wakeAt() has come. Threads   One.
class CheckEvaluator {
public:
    explicit CheckEvaluator(Check check) : m_check(std::move(check)) {}

    [[nodiscard]] Outcome evaluate(const CheckWorld &world);
    /// When time alone may change the answer; nullopt: only events can.
    [[nodiscard]] std::optional<base::Instant> wakeAt() const { return m_wakeAt; }

private:
    [[nodiscard]] Outcome evaluate(const Check &check, const CheckWorld &world);
    [[nodiscard]] Outcome evaluateAll(const Checks &parts, const CheckWorld &world);
    [[nodiscard]] Outcome evaluateAny(const Checks &parts, const CheckWorld &world);
    [[nodiscard]] Outcome evaluateEventually(const Eventually &eventually, const CheckWorld &world);
    [[nodiscard]] Outcome evaluateAlways(const Always &always, const CheckWorld &world);
    void wakeBy(base::Instant time);

    /// What one `always` remembers. Every evaluation visits all parts in the same order, so their number in
    /// that order names them.
    struct Memory {
        std::optional<base::Instant> heldSince;
        bool isBroken = false; ///< of `during: step`: has once not held
    };

    Check m_check;
    std::vector<Memory> m_memories;
    std::size_t m_nextMemory = 0;
    std::optional<base::Instant> m_wakeAt;
};

} // namespace minato::lessons
