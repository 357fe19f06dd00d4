// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/metrics.h"
#include "components/podautoscaler/replica_calculator.h"
#include "kube/value.h"

#include <expected>
#include <functional>
#include <string>
#include <vector>

namespace minato::components {

/// What one entry of spec.metrics proposes.
struct MetricReading {
    std::int32_t replicas = 0;
    std::string name;   ///< "cpu resource utilization (percentage of request)"
    kube::Value status; ///< its entry of status.currentMetrics
};

/// Why an entry of spec.metrics proposes nothing.
struct MetricFailure {
    std::string reason;  ///< of the condition and the Event: "FailedGetResourceMetric"
    std::string message; ///< of the Event; the condition puts a sentence before it
    std::string error;   ///< the same in the list of all that failed
};

/// Evaluates an entry of spec.metrics.
///
/// Mirrors   pkg/controller/podautoscaler/horizontal.go computeReplicasForMetric, metrics/client.go
/// Differs   There are resource metrics only: no cluster here has an adapter for custom or external metrics,
/// so
///           Pods, Object and External metrics fail as in such a cluster.
[[nodiscard]] std::expected<MetricReading, MetricFailure>
evaluateMetric(const kube::Value &spec, std::string_view ns, const ReplicaCalculator::Target &target,
               const api::MetricsSource *metrics);

/// What all entries of spec.metrics propose together.
struct MetricsProposal {
    std::int32_t replicas = -1; ///< the highest proposal; -1: nothing can be done
    std::string metric;         ///< which proposed it
    std::vector<std::expected<MetricReading, MetricFailure>> readings; ///< of each entry
    std::string error;                                                 ///< what failed, if anything did
    /// Null: no entry failed. Points into `readings`.
    [[nodiscard]] const MetricFailure *firstFailure() const;
};
using EvaluateMetric = std::function<std::expected<MetricReading, MetricFailure>(const kube::Value &spec)>;

/// Mirrors   pkg/controller/podautoscaler/horizontal.go computeReplicasForMetrics
[[nodiscard]] MetricsProposal proposeReplicas(const kube::Value &specs, std::int32_t currentReplicas,
                                              const EvaluateMetric &evaluate);

/// The values of a resource of all Pods that have any; upstream's sentence when there is none at all.
[[nodiscard]] std::expected<PodMetricValues, std::string>
resourceMetric(const std::vector<kube::ObjectPtr> &pods, std::string_view resource,
               std::string_view container, const api::MetricsSource *metrics);

} // namespace minato::components
