// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace minato::base {

using Duration = std::chrono::nanoseconds;

namespace detail {

/// a + b or a - b, cut to what 64 bits hold (and its negative as well).
template <bool isSum>
[[nodiscard]] constexpr std::int64_t cut(std::int64_t a, std::int64_t b)
{
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    std::int64_t result = 0;
    const bool isCut = isSum ? __builtin_add_overflow(a, b, &result) : __builtin_sub_overflow(a, b, &result);
    if (isCut)
        return a < 0 ? -kMost : kMost;
    return result < -kMost ? -kMost : result;
}

} // namespace detail

/// A moment of the cluster's time: virtual in the simulation, the server's clock with a real cluster.
///
/// Units     Integer nanoseconds since 1970-01-01T00:00:00Z, so that no rounding hides an ordering.
/// Bounds    The years 1678 to 2261; sums and differences that lead further stop there, as Go's time.Sub does.
/// Threads   A value.
struct Instant {
    std::int64_t ns = 0;

    friend constexpr auto operator<=>(Instant, Instant) = default;
    friend constexpr Instant operator+(Instant t, Duration d) { return {detail::cut<true>(t.ns, d.count())}; }
    friend constexpr Instant operator-(Instant t, Duration d)
    {
        return {detail::cut<false>(t.ns, d.count())};
    }
    friend constexpr Duration operator-(Instant a, Instant b)
    {
        return Duration(detail::cut<false>(a.ns, b.ns));
    }
};

/// The first and the last moment that there are.
inline constexpr Instant kFirstInstant{-std::numeric_limits<std::int64_t>::max()};
inline constexpr Instant kLastInstant{std::numeric_limits<std::int64_t>::max()};

/// The moment at which every simulated cluster starts: 2026-01-05T00:00:00Z, a Monday.
inline constexpr Instant kSimEpoch{1'767'571'200'000'000'000};

/// "2026-01-05T00:00:04Z" as metav1.Time writes it: whole seconds, truncated.
[[nodiscard]] std::string toRfc3339(Instant t);

/// "2026-01-05T00:00:04.250000Z" as metav1.MicroTime writes it (Lease, events.k8s.io).
[[nodiscard]] std::string toRfc3339Micro(Instant t);

/// Reads RFC 3339 with optional fraction and zone offset; nullopt for anything else. What is beyond the first
/// or the last instant gives that one.
[[nodiscard]] std::optional<Instant> parseRfc3339(std::string_view text);

} // namespace minato::base
