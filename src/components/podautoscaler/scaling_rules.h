// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "components/podautoscaler/replica_calculator.h"
#include "kube/value.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace minato::components {

/// How fast an autoscaler may go in one direction.
struct ScalingRules {
    enum class Select : std::uint8_t { Max, Min, Disabled };
    struct Policy {
        bool isPercent = false;
        std::int32_t value = 0;
        base::Duration period{};
    };
    base::Duration window{};
    Select select = Select::Max;
    std::vector<Policy> policies;
    std::optional<double> tolerance;

    [[nodiscard]] base::Duration longestPeriod() const;
};

/// spec.behavior of a HorizontalPodAutoscaler, as the server has defaulted it.
struct ScalingBehavior {
    ScalingRules up, down;

    /// `defaultDownWindow` for a scaleDown without a window of its own.
    [[nodiscard]] static ScalingBehavior fromValue(const kube::Value &behavior,
                                                   base::Duration defaultDownWindow);
};

/// How long what was proposed before holds back a scale-down that says nothing of it.
inline constexpr base::Duration kDownscaleWindow = std::chrono::minutes(5);

/// Those of spec.behavior, the usual ones where it says nothing.
[[nodiscard]] Tolerances tolerancesOf(const kube::Value &behavior);

/// What an autoscaler has proposed and done.
struct ScalingHistory {
    struct Recommendation {
        std::int32_t replicas = 0;
        base::Instant at;
    };
    struct Event {
        std::int32_t change = 0;
        base::Instant at;
        bool isOutdated = false; ///< its place may be used again
    };
    std::vector<Recommendation> recommendations;
    std::vector<Event> ups, downs;

    /// Notes a change, in the place of an event that no policy looks at any more.
    void store(const ScalingBehavior &behavior, std::int32_t before, std::int32_t after, base::Instant now);
};

/// A count within limits, and the limit that it met.
struct LimitedReplicas {
    std::int32_t replicas = 0;
    std::string_view reason, message;
};

/// Stabilization windows and rate limits of the horizontal Pod autoscaler.
///
/// Mirrors   pkg/controller/podautoscaler/horizontal.go (stabilizeRecommendation… and
/// convertDesiredReplicas…) Threads   Pure. Tests     tests/components/tst_autoscaler_arithmetic.cpp
struct ScalingRequest {
    std::int32_t current = 0, desired = 0, min = 1, max = 1;
};

/// Without spec.behavior: the highest recommendation of the last `window`; at most double, or 4.
[[nodiscard]] std::int32_t stabilize(ScalingHistory &history, std::int32_t desired, base::Duration window,
                                     base::Instant now);
[[nodiscard]] LimitedReplicas limitByRules(const ScalingRequest &request);

/// With spec.behavior.
[[nodiscard]] LimitedReplicas stabilize(ScalingHistory &history, const ScalingBehavior &behavior,
                                        const ScalingRequest &request, base::Instant now);
[[nodiscard]] LimitedReplicas limitByRate(const ScalingHistory &history, const ScalingBehavior &behavior,
                                          const ScalingRequest &request, base::Instant now);

} // namespace minato::components
