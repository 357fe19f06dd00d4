// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace minato::base {

/// One named stream of random numbers. Every component draws from its own, so that one more draw in the
/// scheduler does not shift the suffixes of Pod names.
///
/// Algorithm xoshiro256++ seeded through SplitMix64 from (seed, name); distributions are our own, because
/// those
///           of the standard library differ between implementations.
/// Threads   Not shared.
class RandomStream {
public:
    RandomStream(std::uint64_t seed, std::string_view name);

    [[nodiscard]] std::uint64_t next();

    /// Uniform in [0, bound); bound 0 gives 0. Unbiased (rejection).
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);

    /// Uniform in [0, 1), 53 bits.
    [[nodiscard]] double unit();

private:
    std::array<std::uint64_t, 4> m_state;
};

} // namespace minato::base
