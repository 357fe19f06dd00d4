// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace minato::traffic {

/// Quantiles of how long answers took, of any number of them in bounded memory.
///
/// Accuracy  Exact for the first 1 000. Beyond, each duration counts as the middle of a bucket: 32 buckets an
///           octave, so that a quantile is off by 1/64 (1.6 %) at most. Below 64 ns exact always.
/// Memory    At most 16 KB.
/// Quantile  The nearest rank: the shortest duration that is not exceeded by the share q of the answers. So it
///           is one that occurred, and the p99 of 10 answers is the slowest.
/// Threads   One.
/// Tests     tests/traffic/tst_latency.cpp
class LatencyQuantiles {
public:
    static constexpr std::size_t kExact = 1000;

    /// Negative durations count as none.
    void add(base::Duration latency);
    /// q in (0, 1]. nullopt: nothing was added.
    [[nodiscard]] std::optional<base::Duration> quantile(double q) const;
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    void clear() { *this = {}; }

private:
    static constexpr int kSubBits = 5; ///< 32 buckets an octave
    static constexpr std::size_t kBuckets = std::size_t(64 - kSubBits) << kSubBits;

    [[nodiscard]] static std::size_t bucketOf(std::uint64_t ns);
    [[nodiscard]] static std::uint64_t middleOf(std::size_t bucket);

    std::uint64_t m_count = 0;
    std::vector<std::uint64_t> m_first;   ///< sorted; empty once there are more
    std::vector<std::uint64_t> m_buckets; ///< empty until then
};

} // namespace minato::traffic
