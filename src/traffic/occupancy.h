// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace minato::traffic {

/// Which Pods have been seen at all, when each draw takes one of `pods` with the same chance.
///
/// Units     A draw is a moment at which kube-proxy chooses: a new connection, not a request on a kept one.
/// Accuracy  Exact (10^-12) to 600 Pods: where hardly any is missed by inclusion and exclusion, else by
///           following the number of Pods seen, draw by draw. With more Pods the middle between "certainly"
///           and "hardly" is taken as if they were missed independently: off by less than 0.01.
/// Cost      At most a few milliseconds.
/// Threads   Pure.
/// Tests     tests/traffic/tst_occupancy.cpp, against inclusion and exclusion and against simulation

/// P(every Pod is seen): 4 draws over 4 Pods 9.375 %.
[[nodiscard]] double chanceAllSeen(std::uint64_t draws, std::uint64_t pods);

/// P(some Pod, whichever, gets nothing): 10 draws over 4 Pods 21.9 %.
[[nodiscard]] double chanceSomeMissed(std::uint64_t draws, std::uint64_t pods);

/// P(that one Pod gets nothing): 10 draws over 4 Pods 5.6 %.
[[nodiscard]] double chanceOneMissed(std::uint64_t draws, std::uint64_t pods);

/// P(at least `missed` Pods get nothing). Where it is not exact it is never below the truth, so that who takes
/// it as a p-value does not claim too much.
[[nodiscard]] double chanceMissedAtLeast(std::uint64_t missed, std::uint64_t draws, std::uint64_t pods);

/// How many further draws it takes on average until every Pod has been seen: the coupon collector's number,
/// given how many were seen already. 4 Pods, none seen: 8.33.
[[nodiscard]] double expectedFurtherDraws(std::uint64_t seen, std::uint64_t pods);

/// From how many draws on a Pod that gets nothing is something to wonder about: below, chance leaves some Pod
/// out in more than `level` of all runs. 4 Pods: 16; 50 Pods: 342.
[[nodiscard]] std::uint64_t drawsToTell(std::uint64_t pods, double level = 0.05);

} // namespace minato::traffic
