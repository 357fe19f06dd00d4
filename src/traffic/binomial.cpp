// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/binomial.h"

#include "base/assert.h"
#include "traffic/special_functions.h"

namespace minato::traffic {

double binomialAtMost(std::uint64_t hits, std::uint64_t draws, double chance)
{
    return hits >= draws ? 1 : 1 - binomialAtLeast(hits + 1, draws, chance);
}

double binomialAtLeast(std::uint64_t hits, std::uint64_t draws, double chance)
{
    MINATO_ASSERT(chance >= 0 && chance <= 1);
    if (hits == 0)
        return 1;
    if (hits > draws)
        return 0;
    return betaShare(double(hits), double(draws - hits + 1), chance);
}

std::uint64_t binomialQuantile(double probability, std::uint64_t draws, double chance)
{
    std::uint64_t low = 0, high = draws;
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (binomialAtMost(middle, draws, chance) >= probability)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

double Band::lowShare() const
{
    return draws == 0 ? 0 : double(low) / double(draws);
}

double Band::highShare() const
{
    return draws == 0 ? 1 : double(high) / double(draws);
}

Band fairBand(std::uint64_t draws, std::uint64_t pods, double confidence)
{
    MINATO_ASSERT(pods > 0 && confidence > 0 && confidence < 1);
    const double chance = 1 / double(pods);
    const double outside = (1 - confidence) / 2;
    return {binomialQuantile(outside, draws, chance), binomialQuantile(1 - outside, draws, chance), draws};
}

} // namespace minato::traffic
