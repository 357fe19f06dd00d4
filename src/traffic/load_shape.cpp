// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/load_shape.h"

#include "base/assert.h"

#include <algorithm>
#include <cmath>

namespace minato::traffic {
namespace {

constexpr double kNsPerSecond = 1e9;
constexpr base::Duration kLongest = std::chrono::hours(24 * 365);

bool isRate(double rate)
{
    return rate >= 0 && rate <= kHighestRate; // no NaN either
}

bool isPlayableShape(const Batch &batch)
{
    return batch.requests > 0;
}

bool isPlayableShape(const Ramp &ramp)
{
    return isRate(ramp.from) && isRate(ramp.to) && ramp.from + ramp.to > 0 &&
           ramp.duration > base::Duration(0) && ramp.duration <= kLongest;
}

} // namespace

bool isPlayable(const LoadShape &shape)
{
    return std::visit([](const auto &each) { return isPlayableShape(each); }, shape);
}

RampSchedule::RampSchedule(Ramp ramp, Arrivals arrivals, std::uint64_t seed)
    : m_ramp(ramp), m_arrivals(arrivals), m_random(seed, "load")
{
    MINATO_ASSERT(isPlayableShape(ramp));
}

/// When so many requests are expected to have come: from·t + (to - from)·t² / 2T, solved for t.
std::optional<base::Duration> RampSchedule::momentOf(double requests) const
{
    if (requests == 0)
        return base::Duration(0);
    const double length = double(m_ramp.duration.count()) / kNsPerSecond;
    const double slope = (m_ramp.to - m_ramp.from) / length;
    const double square = m_ramp.from * m_ramp.from + 2 * slope * requests;
    if (square < 0)
        return std::nullopt; // a falling ramp never gets there
    const double divisor = m_ramp.from + std::sqrt(square);
    const double ns = 2 * requests / divisor * kNsPerSecond;
    if (!(ns < double(m_ramp.duration.count())))
        return std::nullopt;
    return base::Duration(std::int64_t(std::llround(ns)));
}

std::optional<base::Duration> RampSchedule::next()
{
    if (m_arrivals == Arrivals::EvenlySpaced)
        return momentOf(double(m_given++));
    m_level -= std::log1p(-m_random.unit());
    return momentOf(m_level);
}

std::string clientName(const Clients &clients, std::uint64_t index)
{
    return index == 0 ? clients.name : clients.name + "-" + std::to_string(index + 1);
}

} // namespace minato::traffic
