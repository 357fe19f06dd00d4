// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

namespace minato::tests {

/// Requests of which each takes any Pod with the same chance.
inline std::vector<std::uint64_t> fairCounts(base::RandomStream &random, std::uint64_t draws,
                                             std::size_t pods)
{
    std::vector<std::uint64_t> counts(pods);
    for (std::uint64_t i = 0; i < draws; ++i)
        ++counts[random.below(pods)];
    return counts;
}

inline bool isNear(double actual, double expected, double relative)
{
    return std::abs(actual - expected) <= relative * std::abs(expected);
}

/// For QVERIFY2, with digits enough to see a difference.
inline std::string figures(double actual, double expected)
{
    char text[80];
    std::snprintf(text, sizeof text, "%.15g instead of %.15g", actual, expected);
    return text;
}

} // namespace minato::tests

#define VERIFY_NEAR(actual, expected, relative)                                                              \
    do {                                                                                                     \
        const double got = (actual), wanted = (expected);                                                    \
        QVERIFY2(::minato::tests::isNear(got, wanted, relative),                                             \
                 ::minato::tests::figures(got, wanted).c_str());                                             \
    } while (false)
