// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace minato::traffic {

/// How often one Pod of many is chosen when every choice is independent and has the same chance: the binomial
/// distribution, exactly, however few or many the draws are.
///
/// Why       The normal approximation is wrong just where a learner begins: 10 requests over 4 Pods.
/// Cost      A few microseconds, also for 10^6 draws.
/// Threads   Pure.
/// Tests     tests/traffic/tst_distributions.cpp

/// P(at most `hits` of `draws`).
[[nodiscard]] double binomialAtMost(std::uint64_t hits, std::uint64_t draws, double chance);

/// P(at least `hits` of `draws`).
[[nodiscard]] double binomialAtLeast(std::uint64_t hits, std::uint64_t draws, double chance);

/// The smallest number of hits h with P(at most h) ≥ probability.
[[nodiscard]] std::uint64_t binomialQuantile(double probability, std::uint64_t draws, double chance);

/// Between which hits one Pod lies by chance, both ends included.
struct Band {
    std::uint64_t low = 0, high = 0;
    std::uint64_t draws = 0;

    /// The same as shares of all draws; without draws anything is possible.
    [[nodiscard]] double lowShare() const;
    [[nodiscard]] double highShare() const;
    [[nodiscard]] bool holds(std::uint64_t hits) const { return low <= hits && hits <= high; }
    friend bool operator==(const Band &, const Band &) = default;
};

/// Holds the hits of ONE Pod of `pods` with at least the probability `confidence`, and misses them on either
/// side in at most half of the rest. Of 50 Pods two or three are therefore outside by mere chance: the band
/// explains a bar, it is no test.
[[nodiscard]] Band fairBand(std::uint64_t draws, std::uint64_t pods, double confidence = 0.95);

} // namespace minato::traffic
