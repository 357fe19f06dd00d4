// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/latency.h"

#include "base/assert.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace minato::traffic {

std::size_t LatencyQuantiles::bucketOf(std::uint64_t ns)
{
    const int shift = std::max(0, int(std::bit_width(ns)) - kSubBits - 1);
    return (std::size_t(shift) << kSubBits) + std::size_t(ns >> shift);
}

std::uint64_t LatencyQuantiles::middleOf(std::size_t bucket)
{
    constexpr std::size_t kExactOnes = std::size_t(2) << kSubBits;
    if (bucket < kExactOnes)
        return bucket;
    const std::size_t shift = (bucket >> kSubBits) - 1;
    const std::uint64_t low = std::uint64_t(bucket - (shift << kSubBits)) << shift;
    return low + (std::uint64_t{1} << shift) / 2;
}

void LatencyQuantiles::add(base::Duration latency)
{
    const auto ns = std::uint64_t(std::max<std::int64_t>(0, latency.count()));
    ++m_count;
    if (m_count <= kExact) {
        m_first.insert(std::ranges::upper_bound(m_first, ns), ns);
        return;
    }
    if (m_buckets.empty()) {
        m_buckets.resize(kBuckets);
        for (const std::uint64_t each : m_first)
            ++m_buckets[bucketOf(each)];
        m_first = {};
    }
    ++m_buckets[bucketOf(ns)];
}

std::optional<base::Duration> LatencyQuantiles::quantile(double q) const
{
    MINATO_ASSERT(q > 0 && q <= 1);
    if (m_count == 0)
        return std::nullopt;
    // A hair less: 0.99 × 100 is to be 99, not what floating point makes of it.
    const double exactRank = q * double(m_count) * (1 - 1e-12);
    const std::uint64_t rank = std::clamp<std::uint64_t>(std::uint64_t(std::ceil(exactRank)), 1, m_count);
    if (m_buckets.empty())
        return base::Duration(m_first[rank - 1]);
    std::uint64_t before = 0;
    std::size_t bucket = 0;
    while ((before += m_buckets[bucket]) < rank)
        ++bucket;
    return base::Duration(middleOf(bucket));
}

} // namespace minato::traffic
