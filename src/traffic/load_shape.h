// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/random.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace minato::traffic {

/// How many requests are sent, and when.
///
/// Closed    A Batch waits: each client sends its next request when it has its answer, as a loop around curl
///           does. One request is a Batch of one.
/// Open      A Ramp does not wait: requests come when they come, as from many people, also when the cluster
///           gets slow. A constant rate is a Ramp that stays level.
/// Units     Requests a second of the cluster's time.
/// Threads   Values.
struct Batch {
    std::uint64_t requests = 1;
    friend bool operator==(const Batch &, const Batch &) = default;
};

struct Ramp {
    double from = 1, to = 1; ///< at the beginning, at the end; steadily in between
    base::Duration duration = std::chrono::seconds(10);
    friend bool operator==(const Ramp &, const Ramp &) = default;
};

using LoadShape = std::variant<Batch, Ramp>;

[[nodiscard]] inline Batch oneRequest()
{
    return {};
}
[[nodiscard]] inline Ramp constantRate(double perSecond, base::Duration duration)
{
    return {perSecond, perSecond, duration};
}

/// How requests of a Ramp lie around its rate.
enum class Arrivals : std::uint8_t {
    EvenlySpaced,
    Poisson, ///< at random and independent of each other, as those of many people are
};

/// The most that a Ramp may ask for.
inline constexpr double kHighestRate = 100'000;

/// Whether a shape can be played: at least one request; rates that are neither negative nor above the highest,
/// a duration above zero and at most a year.
[[nodiscard]] bool isPlayable(const LoadShape &shape);

/// Says when the next request of a Ramp is due, since its beginning.
///
/// Accuracy  Each moment is computed from the request's number, not from the one before: no rounding adds up.
/// Luck      Poisson draws from the stream "load" of the seed. Evenly spaced ones need none.
/// Threads   One.
/// Tests     tests/traffic/tst_load_shape.cpp
class RampSchedule {
public:
    /// Precondition: isPlayable(ramp).
    RampSchedule(Ramp ramp, Arrivals arrivals, std::uint64_t seed);

    /// nullopt: that was all. Never decreases.
    [[nodiscard]] std::optional<base::Duration> next();

private:
    [[nodiscard]] std::optional<base::Duration> momentOf(double requests) const;

    Ramp m_ramp;
    Arrivals m_arrivals;
    base::RandomStream m_random;
    std::uint64_t m_given = 0;
    double m_level = 0; ///< Poisson: the expected number of requests at the latest one
};

/// Who sends the requests.
struct Clients {
    std::uint64_t count = 1;
    bool isKeptAlive = false;  ///< each has one connection and keeps it; else a new one for every request
    std::string name = "load"; ///< of the first; the others are "load-2", "load-3" … (for ClientIP affinity)
    friend bool operator==(const Clients &, const Clients &) = default;
};

[[nodiscard]] std::string clientName(const Clients &clients, std::uint64_t index);

} // namespace minato::traffic
