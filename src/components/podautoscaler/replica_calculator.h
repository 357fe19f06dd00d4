// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/object.h"

#include <chrono>
#include <cstdint>
#include <expected>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// One Pod's value of a metric.
struct PodMetric {
    base::Instant timestamp;
    base::Duration window = std::chrono::seconds(60);
    std::int64_t value = 0; ///< thousandths
};
using PodMetricValues = std::map<std::string, PodMetric, std::less<>>; ///< by name of the Pod

/// How far from 1 a ratio may be without a change.
struct Tolerances {
    double scaleUp = 0.1, scaleDown = 0.1;

    [[nodiscard]] bool isWithin(double ratio) const
    {
        return 1.0 - scaleDown <= ratio && ratio <= 1.0 + scaleUp;
    }
};

/// How many replicas one metric asks for.
struct ReplicaProposal {
    std::int32_t replicas = 0;
    std::int32_t utilization = 0; ///< per cent of the requests; 0 for other targets
    std::int64_t usage = 0;       ///< average of a Pod, or the value itself; thousandths
};
using Proposed = std::expected<ReplicaProposal, std::string>;

/// The arithmetic of the horizontal Pod autoscaler, one metric at a time.
///
/// Mirrors   pkg/controller/podautoscaler/replica_calculator.go and metrics/utilization.go, with their
/// rounding:
///           utilization is a whole per cent, cut
/// Errors    Upstream's sentences.
/// Threads   Pure.
/// Tests     tests/components/tst_autoscaler_arithmetic.cpp
class ReplicaCalculator {
public:
    /// How long a Pod counts as starting, and how soon after its start it must be ready to count as one that
    /// was.
    struct StartUp {
        base::Duration cpuInitialization = std::chrono::minutes(5);
        base::Duration initialReadiness = std::chrono::seconds(30);
    };
    struct Target {
        const std::vector<kube::ObjectPtr> &pods; ///< those that the scale's selector matches
        std::int32_t currentReplicas = 0;
        Tolerances tolerances;
        base::Instant now;
        StartUp startUp = {};
    };
    /// Usage as a percentage of the requests; `container` empty: of the whole Pod.
    [[nodiscard]] static Proposed resourceUtilization(const Target &target, PodMetricValues metrics,
                                                      std::int32_t targetUtilization,
                                                      std::string_view resource, std::string_view container);
    /// An average of a value of each Pod; `resource` is empty for what is no resource.
    [[nodiscard]] static Proposed averageValue(const Target &target, PodMetricValues metrics,
                                               std::int64_t targetUsage, std::string_view resource);
    /// One value for all (Object and External metrics with a Value).
    [[nodiscard]] static Proposed value(const Target &target, std::int64_t usage, std::int64_t targetUsage);
    /// One value divided by the number of Pods (Object and External metrics with an AverageValue).
    [[nodiscard]] static ReplicaProposal valuePerPod(std::int32_t statusReplicas, std::int64_t usage,
                                                     std::int64_t targetUsage, Tolerances tolerances);

    /// Which Pods count.
    struct Groups {
        int readyCount = 0;
        std::set<std::string, std::less<>> unready, missing, ignored;
    };
    /// The groups of a target; leaves only the metrics that count. Error: there are no Pods, or no such metrics.
    [[nodiscard]] static std::expected<Groups, std::string>
    groupsThatCount(const Target &target, std::string_view resource, PodMetricValues &metrics);
    [[nodiscard]] static Groups group(const std::vector<kube::ObjectPtr> &pods,
                                      const PodMetricValues &metrics, std::string_view resource,
                                      base::Instant now, const StartUp &startUp);
};

} // namespace minato::components
