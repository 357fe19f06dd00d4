// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/event_recorder.h"
#include "client/work_queue.h"
#include "client/written_objects.h"
#include "components/common/context.h"
#include "components/disruption/expected_pods.h"
#include "kube/label_selector.h"

#include <map>
#include <string>

namespace minato::components {

/// Keeps the status of PodDisruptionBudgets: how many of their Pods are healthy, and how many may be evicted.
/// Also takes back the mark of Pods that were to be evicted and were not.
///
/// Mirrors   pkg/controller/disruption/disruption.go
class DisruptionController {
public:
    explicit DisruptionController(Context context);

private:
    /// What a sync found, ready to be written.
    struct Finding {
        kube::Value status;
        std::optional<base::Instant> recheck;
    };

    void onBudget(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    [[nodiscard]] client::Task<bool> sync(std::string key);
    [[nodiscard]] client::Task<bool> clearStaleMark(std::string podKey);
    [[nodiscard]] std::vector<kube::ObjectPtr> podsOf(const kube::Object &budget) const;
    [[nodiscard]] Finding look(const kube::Object &budget);
    [[nodiscard]] Finding failed(const kube::Object &budget, std::string_view why) const;
    [[nodiscard]] kube::Value stillDisrupted(const kube::Object &budget,
                                             const std::vector<kube::ObjectPtr> &pods, Finding &finding);

    Context m_context;
    client::Informer &m_budgets, &m_pods;
    client::Cache::IndexId m_budgetsByNamespace;
    ExpectedPods m_expected;
    client::EventRecorder m_events;
    client::WrittenObjects m_written;
    std::map<std::string, kube::LabelSelector, std::less<>> m_selectors; ///< by the budget's key
    client::WorkQueue m_queue, m_stale;
};

} // namespace minato::components
