// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "client/event_recorder.h"
#include "client/task.h"
#include "components/apps/app_host.h"
#include "components/kubelet/image_store.h"
#include "components/kubelet/ip_pool.h"
#include "components/kubelet/pod_status.h"
#include "components/kubelet/stages.h"

namespace minato::components {

/// What the Pods of one node share.
struct NodeRuntime {
    api::KubeTransport &transport;
    api::Timers &timers;
    AppHost &apps;
    const KubeletStages &stages;
    std::string nodeName, hostIp;
    IpPool ips;
    ImageStore images;
    client::EventRecorder events;
    base::RandomStream random;
    base::Duration relistPhase; ///< of the node's relists within their period
    std::function<void()> onPulled;

    /// The next moment at which changes of containers are noticed.
    [[nodiscard]] base::Instant nextRelist() const;
};

/// The life of one Pod on its node: from the first sight to its removal.
///
/// Mirrors   pkg/kubelet: pod_workers.go, kuberuntime (order of steps, events), status_manager.go
/// Differs   No probes, init containers, volumes or restarts yet: a container runs until its Pod is deleted.
/// Lifetime  `onGone` is called when nothing is left to do; it may destroy the worker.
class PodWorker {
public:
    PodWorker(NodeRuntime &node, kube::ObjectPtr pod, std::function<void()> onGone);
    ~PodWorker();

    /// The Pod has changed; a deletionTimestamp begins its termination, or shortens it.
    void update(const kube::ObjectPtr &pod);
    /// The Pod is no longer in the API: end it at once, and tell nobody.
    void orphaned();
    [[nodiscard]] const kube::Object &pod() const { return *m_pod; }
    /// The program of a container; null when there is none. Kept until the Pod goes.
    [[nodiscard]] std::shared_ptr<App> app(std::string_view container) const;

private:
    client::Task<void> start();
    client::Task<bool> startContainer(std::size_t index);
    client::Task<void> pullImage(std::size_t index);
    client::Task<void> terminate(base::Duration grace);
    [[nodiscard]] base::Instant signalApps(base::Duration grace);
    void markStopped(base::Instant killAt);
    void launch(std::size_t index);
    void begin(client::Task<void> task, std::function<void()> onDone);
    void publish();
    void onPublished(const api::Result<api::Response> &answer);
    void tearDown();
    void removeFromApi();
    void finish();
    [[nodiscard]] const kube::Value &container(std::size_t index) const;
    [[nodiscard]] std::string fieldPath(std::size_t index) const;

    NodeRuntime &m_node;
    kube::ObjectPtr m_pod;
    std::function<void()> m_onGone;
    PodState m_state;
    std::vector<std::shared_ptr<App>> m_apps; ///< by container
    kube::Value m_published;                  ///< the status last sent
    bool m_isDirty = false, m_isTerminating = false, m_isOrphaned = false;
    base::Instant m_killAt;
    api::CallPtr m_publishCall, m_removeCall;
    api::TimerPtr m_retry;
    client::Task<void> m_task;
};

} // namespace minato::components
