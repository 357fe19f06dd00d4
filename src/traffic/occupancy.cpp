// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/occupancy.h"

#include "base/assert.h"
#include "traffic/special_functions.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace minato::traffic {
namespace {

constexpr std::uint64_t kMostSteps = 4'000'000;

/// How many Pods are missed on average, up to which inclusion and exclusion loses no digits.
constexpr double kHardlyAny = 0.1;

bool isHardlyAnyMissed(std::uint64_t draws, std::uint64_t pods)
{
    return double(pods) * chanceOneMissed(draws, pods) <= kHardlyAny;
}

bool canFollow(std::uint64_t draws, std::uint64_t pods)
{
    return draws <= kMostSteps / pods;
}

/// ln of the sum, over all ways to choose `missed` Pods, of the chance that just these are left out at least.
double logMissedSum(std::uint64_t missed, std::uint64_t draws, std::uint64_t pods)
{
    return logChoose(double(pods), double(missed)) +
           double(draws) * std::log1p(-double(missed) / double(pods));
}

/// P(at least `missed` get nothing) by inclusion and exclusion. Precondition: hardly any is missed.
double alternatingSum(std::uint64_t missed, std::uint64_t draws, std::uint64_t pods)
{
    double sum = 0, sign = 1;
    for (std::uint64_t i = missed; i < pods; ++i) {
        const double ways = logChoose(double(i - 1), double(missed - 1));
        const double term = std::exp(ways + logMissedSum(i, draws, pods));
        sum += sign * term;
        sign = -sign;
        if (term <= sum * 1e-16)
            break;
    }
    return sum;
}

/// The probability of each number of Pods seen, 0 to `pods`. What is less likely than kNever is left out.
std::vector<double> seenAfter(std::uint64_t draws, std::uint64_t pods)
{
    constexpr double kNever = 1e-40;
    const double each = 1 / double(pods);
    std::vector<double> chance(pods + 1);
    chance[0] = 1;
    std::uint64_t fewest = 0;
    for (std::uint64_t draw = 1; draw <= draws; ++draw) {
        for (std::uint64_t seen = std::min(draw, pods); seen > fewest; --seen) {
            const double again = chance[seen] * double(seen);
            const double fresh = chance[seen - 1] * double(pods - seen + 1);
            chance[seen] = (again + fresh) * each;
        }
        chance[fewest] *= double(fewest) * each;
        while (fewest < pods && chance[fewest] < kNever)
            chance[fewest++] = 0;
    }
    return chance;
}

} // namespace

double chanceAllSeen(std::uint64_t draws, std::uint64_t pods)
{
    MINATO_ASSERT(pods > 0);
    if (draws < pods)
        return 0;
    if (isHardlyAnyMissed(draws, pods))
        return 1 - alternatingSum(1, draws, pods);
    if (canFollow(draws, pods))
        return seenAfter(draws, pods).back();
    return std::exp(double(pods) * std::log1p(-chanceOneMissed(draws, pods)));
}

double chanceSomeMissed(std::uint64_t draws, std::uint64_t pods)
{
    // Small figures keep their digits.
    return isHardlyAnyMissed(draws, pods) ? chanceMissedAtLeast(1, draws, pods)
                                          : 1 - chanceAllSeen(draws, pods);
}

double chanceOneMissed(std::uint64_t draws, std::uint64_t pods)
{
    MINATO_ASSERT(pods > 0);
    if (pods == 1)
        return draws == 0 ? 1 : 0;
    return std::exp(double(draws) * std::log1p(-1 / double(pods)));
}

double chanceMissedAtLeast(std::uint64_t missed, std::uint64_t draws, std::uint64_t pods)
{
    MINATO_ASSERT(pods > 0);
    if (missed == 0)
        return 1;
    if (missed > pods || (missed == pods && draws > 0))
        return 0;
    if (isHardlyAnyMissed(draws, pods))
        return alternatingSum(missed, draws, pods);
    if (!canFollow(draws, pods))
        return std::exp(std::min(0., logMissedSum(missed, draws, pods)));
    const auto chance = seenAfter(draws, pods);
    double sum = 0; // from the small ones up
    for (std::uint64_t seen = 0; seen <= pods - missed; ++seen)
        sum += chance[seen];
    return std::min(sum, 1.);
}

double expectedFurtherDraws(std::uint64_t seen, std::uint64_t pods)
{
    MINATO_ASSERT(seen <= pods);
    double sum = 0;
    for (std::uint64_t unseen = pods - seen; unseen > 0; --unseen)
        sum += 1 / double(unseen);
    return double(pods) * sum;
}

std::uint64_t drawsToTell(std::uint64_t pods, double level)
{
    MINATO_ASSERT(pods > 0 && level > 0 && level < 1);
    if (pods == 1)
        return 1;
    // The sum over the Pods, which is hardly more than the truth where it is this small.
    return std::uint64_t(std::ceil(std::log(level / double(pods)) / std::log1p(-1 / double(pods))));
}

} // namespace minato::traffic
