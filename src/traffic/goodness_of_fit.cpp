// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/goodness_of_fit.h"

#include "traffic/binomial.h"
#include "traffic/special_functions.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace minato::traffic {
namespace {

constexpr double kMostSteps = 4e6;

/// The sum of (count - centre)² over the Pods, counted out: with a centre near the mean it stays small.
class SquaresTable {
public:
    SquaresTable(std::uint64_t draws, std::uint64_t pods, std::uint64_t centre, std::uint64_t squares)
        : m_draws(draws), m_pods(pods), m_centre(centre), m_width(squares + 1)
    {
    }

    static double steps(std::uint64_t draws, std::uint64_t pods, std::uint64_t squares)
    {
        return double(pods) * double(draws + 1) * double(squares + 1) * (2 * std::sqrt(double(squares)) + 1);
    }

    /// P(the sum is s), for s from 0 to `squares`.
    [[nodiscard]] std::vector<double> distribution() const
    {
        const std::vector<Cell> kernel = cells();
        std::vector<double> now((m_draws + 1) * m_width), next;
        now[0] = 1;
        for (std::uint64_t pod = 0; pod < m_pods; ++pod) {
            next.assign(now.size(), 0);
            const std::uint64_t first = pod + 1 == m_pods ? m_draws : 0;
            for (const Cell &cell : kernel)
                for (std::uint64_t sum = std::max(first, cell.count); sum <= m_draws; ++sum)
                    add(&now[(sum - cell.count) * m_width], &next[sum * m_width], cell);
            now.swap(next);
        }
        // Independent Poisson counts that happen to sum to the draws are multinomial ones.
        const double sumIsDraws = poisson(m_draws, double(m_draws));
        std::vector<double> result(now.end() - std::ptrdiff_t(m_width), now.end());
        for (double &each : result)
            each /= sumIsDraws;
        return result;
    }

private:
    struct Cell {
        std::uint64_t count, square;
        double weight;
    };

    static double poisson(std::uint64_t count, double mean)
    {
        return std::exp(double(count) * std::log(mean) - mean - logGamma(double(count) + 1));
    }
    [[nodiscard]] std::vector<Cell> cells() const
    {
        std::vector<Cell> all;
        for (std::uint64_t count = 0; count <= m_draws; ++count) {
            const std::uint64_t off = count > m_centre ? count - m_centre : m_centre - count;
            if (off * off < m_width)
                all.push_back({count, off * off, poisson(count, double(m_draws) / double(m_pods))});
        }
        return all;
    }
    void add(const double *from, double *to, const Cell &cell) const
    {
        for (std::uint64_t s = cell.square; s < m_width; ++s)
            to[s] += from[s - cell.square] * cell.weight;
    }

    std::uint64_t m_draws, m_pods, m_centre, m_width;
};

/// Two Pods: how far the one is from half.
void binomialTails(Fit &fit, std::uint64_t draws, std::uint64_t hits)
{
    const std::uint64_t more = std::max(hits, draws - hits);
    const std::uint64_t less = draws - more;
    fit.upper = more == less ? 1 : std::min(1., 2 * binomialAtLeast(more, draws, 0.5));
    fit.lower = binomialAtMost(more, draws, 0.5) - (less == 0 ? 0 : binomialAtMost(less - 1, draws, 0.5));
}

void countedTails(Fit &fit, const SquaresTable &table)
{
    const std::vector<double> chance = table.distribution();
    const double below = std::accumulate(chance.begin(), chance.end() - 1, 0.);
    fit.lower = std::min(1., below + chance.back());
    fit.upper = std::clamp(1 - below, chance.back(), 1.);
}

void gammaTails(Fit &fit, std::uint64_t draws, std::uint64_t pods)
{
    fit.isExact = false;
    // The mean is degrees, the variance 2 degrees (1 - 1 / draws).
    const double scale = 2 * (1 - 1 / double(draws));
    const double shape = double(fit.degrees) / scale;
    // The sum of the squares is even or odd as the draws are: its steps are 2.
    const double halfStep = double(pods) / double(draws);
    fit.upper = gammaTail(shape, std::max(0., fit.statistic - halfStep) / scale);
    fit.lower = 1 - gammaTail(shape, (fit.statistic + halfStep) / scale);
}

} // namespace

Fit fitToFairChoice(std::span<const std::uint64_t> counts)
{
    const std::uint64_t pods = counts.size();
    const std::uint64_t draws = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
    Fit fit;
    fit.degrees = pods < 2 ? 0 : pods - 1;
    if (fit.degrees == 0 || draws < 2)
        return fit;
    const std::uint64_t centre = (draws + pods / 2) / pods;
    const double mean = double(draws) / double(pods);
    double squares = 0;
    for (const std::uint64_t count : counts) {
        fit.statistic += (double(count) - mean) * (double(count) - mean) / mean;
        const double off = double(count) - double(centre);
        squares += off * off;
    }
    if (pods == 2)
        binomialTails(fit, draws, counts[0]);
    else if (squares < kMostSteps && SquaresTable::steps(draws, pods, std::uint64_t(squares)) <= kMostSteps)
        countedTails(fit, SquaresTable(draws, pods, centre, std::uint64_t(squares)));
    else
        gammaTails(fit, draws, pods);
    return fit;
}

} // namespace minato::traffic
