// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/chart_data.h"

#include "traffic/binomial.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace minato::viewmodels {
namespace {

/// Whether chance alone says how many Pods get how many requests.
bool saysFair(const BarsChart &chart)
{
    return chart.isEachRequestDrawn && chart.candidates >= 2 && chart.requests > 0;
}

/// The least of 1, 2, 5 × 10ⁿ that is enough.
std::uint64_t roundStep(std::uint64_t atLeast)
{
    for (std::uint64_t power = 1;; power *= 10)
        for (const std::uint64_t factor : {1U, 2U, 5U})
            if (factor * power >= atLeast)
                return factor * power;
}

/// From the fewest to the most requests of a candidate, and of nearly all under fair choice. From 0, unless
/// that would leave a third of the axis empty.
std::pair<std::uint64_t, std::uint64_t> rangeOf(const BarsChart &chart)
{
    std::uint64_t lowest = UINT64_MAX, highest = 0;
    for (const auto &bar : chart.bars) {
        if (!bar.isCandidate)
            continue;
        lowest = std::min(lowest, bar.now());
        highest = std::max(highest, bar.now());
    }
    lowest = std::min(lowest, highest);
    if (saysFair(chart)) {
        const double share = 1 / double(chart.candidates), mean = double(chart.requests) * share;
        const double reach = 3 * std::sqrt(mean * (1 - share));
        lowest = std::min(lowest, std::uint64_t(std::max(0., std::floor(mean - reach))));
        highest = std::max(highest, std::uint64_t(std::ceil(mean + reach)));
    }
    return {lowest <= (highest - lowest) / 2 ? 0 : lowest, highest};
}

} // namespace

std::uint64_t BarsChart::largest() const
{
    std::uint64_t most = 0;
    for (const Bar &bar : bars)
        most = std::max(most, bar.total());
    return most;
}

double PodHistogram::largest() const
{
    const double counted = pods.empty() ? 0 : double(std::ranges::max(pods));
    return std::max(counted, expected.empty() ? 0. : std::ranges::max(expected));
}

PodHistogram PodHistogram::of(const BarsChart &chart, std::size_t most)
{
    const auto [lowest, highest] = rangeOf(chart);
    PodHistogram histogram;
    histogram.width = roundStep((highest - lowest) / most + 1);
    histogram.first = lowest - lowest % histogram.width;
    const auto binOf = [&](std::uint64_t requests) {
        return std::size_t((requests - histogram.first) / histogram.width);
    };
    histogram.pods.resize(binOf(highest) + 1);
    for (const auto &bar : chart.bars)
        if (bar.isCandidate)
            ++histogram.pods[binOf(bar.now())];
    if (!saysFair(chart))
        return histogram;
    const auto chanceUpTo = [&chart](std::uint64_t requests) {
        return traffic::binomialAtMost(std::min(requests, chart.requests), chart.requests,
                                       1 / double(chart.candidates));
    };
    double below = histogram.first == 0 ? 0. : chanceUpTo(histogram.first - 1);
    for (std::size_t bin = 0; bin < histogram.pods.size(); ++bin) {
        const double upTo = chanceUpTo(histogram.startOf(bin + 1) - 1);
        histogram.expected.push_back((upTo - below) * double(chart.candidates));
        below = upTo;
    }
    return histogram;
}

} // namespace minato::viewmodels
