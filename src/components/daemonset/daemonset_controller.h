// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/event_recorder.h"
#include "client/work_queue.h"
#include "client/written_objects.h"
#include "components/common/context.h"
#include "components/common/expectations.h"
#include "components/common/pod_claim.h"
#include "components/daemonset/daemon_plan.h"
#include "components/history/controller_history.h"
#include "components/kubelet/back_off.h"

#include <map>
#include <optional>
#include <string>

namespace minato::components {

/// Gives each node that a DaemonSet means one Pod of it, and replaces them when its template changes.
///
/// Mirrors   pkg/controller/daemon/daemon_controller.go, update.go
class DaemonSetController {
public:
    static constexpr int kBurst = 250;

    explicit DaemonSetController(Context context);

private:
    /// One look at a DaemonSet.
    struct Pass {
        kube::ObjectPtr daemonSet;
        kube::LabelSelector selector;
        std::vector<kube::ObjectPtr> nodes;
        kube::ObjectPtr current; ///< the revision of its present template
        Revisions old;
        bool areClaimed = false; ///< its Pods have been taken in and let go
        std::optional<DaemonView> view;

        [[nodiscard]] std::string hash() const;
        [[nodiscard]] std::string key() const { return kube::objectKey(*daemonSet); }
    };
    /// False: something failed, and the sync is tried again.
    using Step = client::Task<bool>;

    void onDaemonSet(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onPodGoing(const kube::Object &pod);
    void onRevision(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onNode(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void enqueueOwner(const kube::Object &object);
    void enqueueMatching(const kube::Object &orphan);

    Step sync(std::string key);
    Step syncNode(std::string name);
    Step claim(Pass &pass);
    Step work(Pass &pass);
    Step manage(Pass &pass);
    Step rollingUpdate(Pass &pass);
    Step syncPods(const Pass &pass, DaemonWork work);
    Step createPods(const Pass &pass, std::vector<std::string> nodes);
    Step deletePods(const Pass &pass, std::vector<std::string> names);
    void onCreated(const kube::Object &daemonSet, const api::Result<api::Response> &answer);
    [[nodiscard]] bool mayDeleteEnded(const kube::Object &daemonSet, const kube::Object &pod,
                                      const kube::Object &node);
    Step writeStatus(Pass &pass, bool isProcessed);
    [[nodiscard]] std::vector<kube::ObjectPtr> podsOf(const Pass &pass) const;
    [[nodiscard]] const DaemonView &view(Pass &pass) const;
    /// Without those that are leaving anyway.
    [[nodiscard]] PodsByNode livePods(const Pass &pass) const;

    // daemon_history.cpp
    Step findRevisions(Pass &pass);
    Step labelRevisions(Revisions &claimed);
    Step makeRevisionOfTemplate(Pass &pass, std::int64_t number);
    Step resolveCollision(Pass &pass, std::string name);
    Step raiseCollisionCount(Pass &pass);
    Step keepLatest(Pass &pass, Revisions equal);
    Step forgetRevisions(Pass &pass);

    Context m_context;
    client::Informer &m_daemonSets;
    client::Informer &m_pods;
    client::Informer &m_nodes;
    client::Cache::IndexId m_setsByNamespace, m_podsByOwner, m_orphans, m_podsByNode;
    ControllerHistory m_history;
    client::EventRecorder m_events;
    Expectations m_expectations;
    std::map<std::string, BackOff, std::less<>> m_failures; ///< by UID, generation and node
    client::WrittenObjects m_written;
    client::WorkQueue m_queue, m_nodeQueue;
};

} // namespace minato::components
