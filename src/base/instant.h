// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace minato::base {

using Duration = std::chrono::nanoseconds;

/// A moment of the cluster's time: virtual in the simulation, the server's clock with a real cluster.
///
/// Units     Integer nanoseconds since 1970-01-01T00:00:00Z, so that no rounding hides an ordering.
/// Threads   A value.
struct Instant {
    std::int64_t ns = 0;

    friend constexpr auto operator<=>(Instant, Instant) = default;
    friend constexpr Instant operator+(Instant t, Duration d) { return {t.ns + d.count()}; }
    friend constexpr Instant operator-(Instant t, Duration d) { return {t.ns - d.count()}; }
    friend constexpr Duration operator-(Instant a, Instant b) { return Duration(a.ns - b.ns); }
};

/// The moment at which every simulated cluster starts: 2026-01-05T00:00:00Z, a Monday.
inline constexpr Instant kSimEpoch{1'767'571'200'000'000'000};

/// "2026-01-05T00:00:04Z" as metav1.Time writes it: whole seconds, truncated.
[[nodiscard]] std::string toRfc3339(Instant t);

/// "2026-01-05T00:00:04.250000Z" as metav1.MicroTime writes it (Lease, events.k8s.io).
[[nodiscard]] std::string toRfc3339Micro(Instant t);

/// Reads RFC 3339 with optional fraction and zone offset; nullopt for anything else.
[[nodiscard]] std::optional<Instant> parseRfc3339(std::string_view text);

} // namespace minato::base
