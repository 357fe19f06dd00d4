// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/metrics.h"
#include "kube/object.h"

#include <map>
#include <string>
#include <vector>

namespace minato::estimates {

/// What Pods use, as somebody's metrics server has published it: PodMetrics of metrics.k8s.io, which the autoscaler
/// asks, too.
class MeasuredPods : public api::MetricsSource {
public:
    explicit MeasuredPods(const std::vector<kube::ObjectPtr> &podMetrics);

    [[nodiscard]] std::optional<api::PodMetrics> pod(std::string_view ns,
                                                     std::string_view name) const override;
    /// Nodes are not measured here.
    [[nodiscard]] std::optional<api::NodeMetrics> node(std::string_view) const override
    {
        return std::nullopt;
    }

private:
    std::map<std::string, api::PodMetrics, std::less<>> m_pods; ///< by "namespace/name"
};

} // namespace minato::estimates
