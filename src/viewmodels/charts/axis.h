// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

namespace minato::viewmodels {

/// The end and the number of ticks of an axis that starts at 0 and counts things: steps of 1, 2 or 5 × 10ⁿ.
struct NiceAxis {
    double maximum = 4;
    int ticks = 5;
};

[[nodiscard]] inline NiceAxis niceAxis(double atLeast, int intervals)
{
    const double raw = std::max(1., atLeast / intervals);
    const double magnitude = std::pow(10., std::floor(std::log10(raw)));
    double step = 10 * magnitude;
    for (const double factor : {1., 2., 5.}) {
        if (raw <= factor * magnitude) {
            step = factor * magnitude;
            break;
        }
    }
    const int used = std::max(2, static_cast<int>(std::ceil(std::max(atLeast, 1.) / step)));
    return {step * used, used + 1};
}

} // namespace minato::viewmodels
