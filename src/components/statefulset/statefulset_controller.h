// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/event_recorder.h"
#include "client/work_queue.h"
#include "client/written_objects.h"
#include "components/common/context.h"
#include "components/common/pod_claim.h"
#include "components/statefulset/stateful_plan.h"

#include <string>

namespace minato::components {

/// Gives a StatefulSet its Pods, numbered and in order, and replaces them in order when its template changes.
///
/// Mirrors   pkg/controller/statefulset/stateful_set.go, stateful_set_control.go, stateful_pod_control.go
/// Differs   PersistentVolumeClaims do not exist here: Pods name those of the volumeClaimTemplates, but none are
///           made, and what a Pod writes goes with it. A remembered template that lacks nothing but default
///           values counts as another one.
class StatefulSetController {
public:
    static constexpr int kBurst = 500;

    explicit StatefulSetController(Context context);

private:
    /// One look at a set.
    struct Pass {
        kube::ObjectPtr set;
        std::vector<kube::ObjectPtr> claimed;
        Revisions history;
        SetRevisions revisions; ///< null until they are known
        kube::Value status;
    };
    enum class Progress : std::uint8_t { GoOn, Stop, Failed };
    /// False: something failed, and the sync is tried again.
    using Step = client::Task<bool>;

    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void enqueueMatching(const kube::Object &orphan);

    Step sync(std::string key);
    Step syncClaimed(Pass &pass);
    Step findRevisions(Pass &pass);
    Step updatePods(Pass &pass);
    Step forgetRevisions(const Pass &pass);
    Step writeStatus(Pass &pass);

    using Planner = std::function<PodStep(const kube::Object &pod)>;
    struct Work {
        PodStep step;
        kube::ObjectPtr pod;
    };
    client::Task<Progress> workOn(const Pass &pass, std::vector<kube::ObjectPtr> pods, Planner plan);
    client::Task<Progress> workInOrder(const Pass &pass, std::vector<kube::ObjectPtr> pods, Planner plan);
    client::Task<Progress> workAtOnce(const Pass &pass, std::vector<kube::ObjectPtr> pods, Planner plan);
    Step carryOut(const Pass &pass, Work work);
    bool onAnswer(const kube::Object &set, const Work &work, const api::Result<api::Response> &answer);
    Step repair(kube::ObjectPtr set, kube::ObjectPtr pod);
    Step updateNext(Pass &pass, const StatefulPods &pods);
    void tell(const kube::Object &set, const kube::Object &pod, std::string_view verb,
              const kube::Status *failure);

    Context m_context;
    client::Informer &m_sets;
    client::Informer &m_pods;
    client::Cache::IndexId m_setsByNamespace, m_podsByOwner, m_orphans;
    ControllerHistory m_history;
    client::EventRecorder m_events;
    client::WrittenObjects m_written;
    client::WorkQueue m_queue;
};

} // namespace minato::components
