// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace minato::traffic {

/// How well counts fit "every draw takes any Pod with the same chance": Pearson's chi-squared with both tails.
///
/// Why       The usual chi-squared tail is only right where each Pod expects some five draws. Below that, and
///           as long as it is cheap, the distribution of the statistic is counted out exactly: for equal
///           chances it depends on the sum of the squares alone, which a table over (draws, squares) holds.
///           Two Pods are a binomial question and exact always. Pooling Pods was no choice: it would hide just
///           the Pod that gets nothing.
/// Accuracy  Exact (10^-12) where isExact. Elsewhere a gamma distribution with the true mean and variance of
///           the statistic, taken half a step of its lattice towards 1. Fair traffic falls below 0.05 in 3 to
///           5.6 % of the runs, from 2 to 500 Pods, and in fewer where there are too few draws for a value
///           near it; measured by the tests.
/// Cost      At most a few milliseconds.
/// Threads   Pure.
/// Tests     tests/traffic/tst_goodness_of_fit.cpp
struct Fit {
    double statistic = 0;
    std::uint64_t degrees = 0; ///< of freedom: Pods - 1
    double upper = 1;          ///< P(as uneven as this or more)
    double lower = 1;          ///< P(as even as this or more)
    bool isExact = true;
};

/// One count a Pod. With fewer than two draws or two Pods everything fits.
[[nodiscard]] Fit fitToFairChoice(std::span<const std::uint64_t> counts);

} // namespace minato::traffic
