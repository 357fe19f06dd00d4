// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/metrics.h"
#include "client/event_recorder.h"
#include "client/work_queue.h"
#include "components/common/context.h"
#include "components/podautoscaler/metric_evaluation.h"
#include "components/podautoscaler/scaling_rules.h"
#include "kube/label_selector.h"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace minato::components {

/// Scales what HorizontalPodAutoscalers point at, every 15 seconds.
///
/// Mirrors   pkg/controller/podautoscaler/horizontal.go: conditions, Events, status, windows and rates
/// Differs   Asks the metrics server itself, not by metrics.k8s.io; per-direction tolerances count (a gate
/// that is
///           off by default in the mirrored version). Targets are Deployments, ReplicaSets and StatefulSets.
/// Decides   "Autoscale" records.
class HorizontalController {
public:
    static constexpr base::Duration kSyncPeriod = std::chrono::seconds(15);

    /// `metrics` may be null: a cluster without a metrics server.
    HorizontalController(Context context, const api::MetricsSource *metrics);

private:
    /// One look at one autoscaler, while it lasts.
    struct Pass {
        kube::ObjectPtr autoscaler;
        std::string key;
        kube::Value status;
        kube::ObjectPtr scale;
        kube::GroupVersionResource resource; ///< of the target
        std::int32_t current = 0, desired = 0, min = 1, max = 1;
        std::string reason; ///< why it is rescaled
        kube::Value metrics;
        bool isRescaled = false;
    };
    client::Task<bool> sync(std::string key);
    client::Task<void> reconcile(Pass &pass);
    client::Task<bool> findScale(Pass &pass);
    client::Task<bool> rescale(Pass &pass);
    client::Task<void> writeStatus(Pass &pass);
    [[nodiscard]] bool decide(Pass &pass);
    [[nodiscard]] bool decideByMetrics(Pass &pass);
    [[nodiscard]] MetricsProposal propose(Pass &pass);
    [[nodiscard]] bool selectPods(Pass &pass, std::vector<kube::ObjectPtr> &pods);
    [[nodiscard]] std::string rivals(const Pass &pass, const std::vector<kube::ObjectPtr> &pods) const;
    void normalise(Pass &pass);
    void setCondition(Pass &pass, std::string_view type, bool isTrue, std::string_view reason,
                      std::string_view message) const;
    void refuseScale(Pass &pass, std::string_view reason, const std::string &what, const std::string &why);
    void explain(const Pass &pass, std::int32_t proposed) const;

    Context m_context;
    const api::MetricsSource *m_metrics;
    client::Informer &m_autoscalers;
    client::Informer &m_pods;
    client::Cache::IndexId m_podsByNamespace;
    client::EventRecorder m_events;
    std::map<std::string, ScalingHistory, std::less<>> m_histories;
    std::map<std::string, kube::LabelSelector, std::less<>> m_selectors;
    client::WorkQueue m_queue;
};

} // namespace minato::components
