// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace minato::viewmodels {

/// One of the reasons for which the scheduler found no node.
struct SchedulingReason {
    enum class Kind : std::uint8_t {
        Cpu,
        Memory,
        Full,
        Taint,
        Cordoned,
        Affinity,
        Spread,
        Port,
        Volume,
        Other
    };
    Kind kind = Kind::Other;
    int nodes = 0;    ///< of how many nodes it holds
    std::string text; ///< as the scheduler says it
    friend bool operator==(const SchedulingReason &, const SchedulingReason &) = default;
};

/// Reads what the scheduler writes into a Pod's PodScheduled condition.
///
/// Mirrors   FitError.Error() of pkg/scheduler/framework: "0/4 nodes are available: 1 node(s) had untolerated
///           taint(s), 3 Insufficient cpu. preemption: …"
[[nodiscard]] std::vector<SchedulingReason> schedulingReasons(const std::string &message);

/// "Not enough CPU (3 nodes)": a reason in the learner's words.
[[nodiscard]] QString reasonText(const SchedulingReason &reason);
/// "taint not tolerated": the same of one node; `reason` as the scheduler says it.
[[nodiscard]] QString nodeReasonText(const std::string &reason);
/// The reasons that a learner can do something about, first the one of most nodes; empty without a message.
[[nodiscard]] QString reasonsText(const std::string &message);

} // namespace minato::viewmodels
