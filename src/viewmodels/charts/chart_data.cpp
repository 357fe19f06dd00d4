// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/chart_data.h"

#include "traffic/binomial.h"

#include <algorithm>

namespace minato::viewmodels {

std::uint64_t BarsChart::largest() const
{
    std::uint64_t most = 0;
    for (const Bar &bar : bars)
        most = std::max(most, bar.total());
    return most;
}

PodHistogram PodHistogram::of(const BarsChart &chart, std::size_t most)
{
    PodHistogram histogram;
    std::uint64_t highest = 0;
    for (const auto &bar : chart.bars)
        if (bar.isCandidate)
            highest = std::max(highest, bar.now());
    histogram.width = highest / most + 1;
    histogram.pods.resize(std::size_t(highest / histogram.width) + 1);
    for (const auto &bar : chart.bars)
        if (bar.isCandidate)
            ++histogram.pods[std::size_t(bar.now() / histogram.width)];
    if (!chart.isEachRequestDrawn || chart.candidates < 2 || chart.requests == 0)
        return histogram;
    double below = 0;
    for (std::size_t bin = 0; bin < histogram.pods.size(); ++bin) {
        const std::uint64_t last = (bin + 1) * histogram.width - 1;
        const double upTo = traffic::binomialAtMost(std::min(last, chart.requests), chart.requests,
                                                    1 / double(chart.candidates));
        histogram.expected.push_back((upTo - below) * double(chart.candidates));
        below = upTo;
    }
    return histogram;
}

} // namespace minato::viewmodels
