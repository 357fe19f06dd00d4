// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/metrics.h"
#include "estimates/observed.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace minato::estimates {

/// What one entry of spec.metrics asks for.
struct MetricEstimate {
    std::string name;            ///< "cpu", or the metric's own
    std::string current, target; ///< "57%", "120m"
    std::int32_t replicas = 0;   ///< what it proposes
    /// Not measured by us: the controller's own last figure, out of its status.
    bool isReported = false;
    std::string failure; ///< in upstream's words; empty: none
    friend bool operator==(const MetricEstimate &, const MetricEstimate &) = default;
};

/// What a HorizontalPodAutoscaler would do now.
struct Autoscaling {
    std::string targetKind, target;
    std::int32_t current = 0, min = 1, max = 1;
    std::vector<MetricEstimate> metrics;
    std::int32_t proposed = -1; ///< by the metrics; -1: they say nothing, or were not asked
    std::int32_t desired = -1;  ///< within the limits; -1: it does nothing
    /// Which limit changed the proposal, as the controller names it: "TooManyReplicas", "ScaleUpLimit",
    /// "ScalingDisabled" (the target has no replicas: it is left alone); empty: none.
    std::string limit;
    double toleranceUp = 0.1, toleranceDown = 0.1;
    /// For how long a higher (down) or lower (up) proposal of before may hold back the change. Only the controller
    /// remembers those; zero where the change is in the other direction.
    base::Duration window{};
    bool isHeldBack = false; ///< the controller says that it is holding back
    std::string failure;     ///< why nothing can be computed; empty: it can
    friend bool operator==(const Autoscaling &, const Autoscaling &) = default;
};

/// `target`: what it scales, may be null; `metrics`: may be null, where there is no metrics server.
///
/// Mirrors   pkg/controller/podautoscaler/horizontal.go, as components/podautoscaler
/// Differs   What the controller remembers (its proposals of the last minutes, its own changes) is not public: the
///           window is said, not applied, and rates are reckoned as if nothing had changed lately. Custom metrics are
///           taken from the controller's last status.
/// Threads   Pure.
[[nodiscard]] Autoscaling autoscalingOf(const kube::Object &autoscaler, const kube::ObjectPtr &target,
                                        const Observed &observed, const api::MetricsSource *metrics);

} // namespace minato::estimates
