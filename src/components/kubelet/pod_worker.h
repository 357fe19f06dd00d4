// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "components/kubelet/container_run.h"
#include "components/kubelet/node_runtime.h"
#include "components/kubelet/pod_status.h"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace minato::components {

/// The life of one Pod on its node: from the first sight to its removal.
///
/// Mirrors   pkg/kubelet: pod_workers.go, kuberuntime (order of steps, restarts, back-off, events),
///           prober_manager.go, status_manager.go, active_deadline.go
/// Differs   A pass that found a container in back-off is repeated after 10 to 15 s, as upstream; others only
///           when something has happened, not each minute as well. A failed pull is looked at again after 5
///           s. Volumes, ephemeral containers and container restart rules are left out. postStart hooks take
///           no time.
/// Files     pod_worker.cpp (passes, status), pod_containers.cpp (starting, ending), pod_probes.cpp,
///           pod_termination.cpp
/// Lifetime  `onGone` is called when nothing is left to do; it may destroy the worker.
class PodWorker {
public:
    /// Known: the Pod ran here before the node went down.
    enum class Past : std::uint8_t { New, Known };
    PodWorker(NodeRuntime &node, kube::ObjectPtr pod, Past past, std::function<void()> onGone);
    ~PodWorker();

    /// The Pod has changed; a deletionTimestamp begins its termination, or shortens it.
    void update(const kube::ObjectPtr &pod);
    /// The Pod is no longer in the API: end it at once, and tell nobody.
    void orphaned();
    /// The kubelet ends it for good (eviction): its containers have `grace` to stop.
    void fail(std::string reason, std::string message, kube::Value disruption, base::Duration grace);
    [[nodiscard]] const kube::Object &pod() const { return *m_pod; }
    [[nodiscard]] bool isOver() const { return m_state.isOver || m_isTerminating; }
    /// The program of a container, or the one before; null when there is none. Kept until the Pod goes.
    [[nodiscard]] std::shared_ptr<App> app(std::string_view container, bool isPrevious = false) const;
    [[nodiscard]] std::int64_t memory(base::Instant now) const;
    [[nodiscard]] bool memoryVaries() const;

private:
    static constexpr base::Duration kStatusRetry = std::chrono::seconds(10); ///< until it is written again
    // Passes.
    void restore();
    void requestSync(base::Duration delay);
    void startSync();
    void finishSync();
    client::Task<void> syncPass();
    client::Task<void> makeSandbox();
    client::Task<bool> syncInit();
    void showWaiting();
    void watchDeadline();
    void noticeAtRelist();
    void onRelist();
    bool settleIfOver();
    // Containers.
    client::Task<bool> startContainer(ContainerRun &run);
    client::Task<bool> ensureImage(ContainerRun &run);
    client::Task<bool> pullImage(ContainerRun &run);
    void waitFor(ContainerRun &run, std::string_view reason, std::string message);
    void launch(ContainerRun &run);
    void watchEnd(ContainerRun &run);
    void ended(ContainerRun &run, const App::End &end);
    void noticeEnd(ContainerRun &run);
    [[nodiscard]] bool isRestarted(const ContainerRun &run, int exitCode) const;
    [[nodiscard]] bool needsStart(const ContainerRun &run);
    // Probes.
    void noticeStart(ContainerRun &run);
    void startProbes(ContainerRun &run);
    void addProber(ContainerRun &run, ProbeKind kind, const kube::Value &probe, base::Instant ticksSince);
    void onVerdict(ContainerRun &run, ProbeKind kind, bool isSuccess);
    [[nodiscard]] ProbeOutcome check(const ContainerRun &run, const kube::Value &probe) const;
    // Termination.
    void stopPasses();
    void end(base::Duration grace, std::function<void()> then);
    client::Task<void> terminate(base::Duration grace);
    client::Task<void> failPod(base::Duration grace);
    client::Task<void> stopContainers(std::vector<ContainerRun *> which, base::Duration grace,
                                      std::string message);
    void restart(ContainerRun &run, std::string message, base::Duration grace);
    [[nodiscard]] std::vector<ContainerRun *> running(bool areSidecars);
    void markStopped();
    void tearDown();
    void removeFromApi();
    void finish();
    // Status.
    void publish();
    void watchForeignStatus();
    void onPublished(const api::Result<api::Response> &answer);

    [[nodiscard]] const kube::Value &spec(const ContainerRun &run) const;
    [[nodiscard]] ContainerState &state(const ContainerRun &run);
    [[nodiscard]] std::string_view name(const ContainerRun &run) const;
    [[nodiscard]] std::string fieldPath(const ContainerRun &run) const;
    [[nodiscard]] std::string fullName() const; ///< "web-1_default(UID)", as messages have it
    void normal(const ContainerRun &run, std::string_view reason, std::string_view message);
    void warning(const ContainerRun &run, std::string_view reason, std::string_view message);

    NodeRuntime &m_node;
    kube::ObjectPtr m_pod;
    std::function<void()> m_onGone;
    PodState m_state;
    std::deque<ContainerRun> m_runs; ///< those of init containers first
    kube::Value m_published;         ///< the status last sent
    bool m_isDirty = false, m_isTerminating = false, m_isOrphaned = false, m_hasStarted = false;
    bool m_isSyncWanted = false;
    base::Duration m_retryAfter{}; ///< what the pass under way wants; none: nothing
    base::Instant m_killAt, m_syncAt;
    api::CallPtr m_publishCall, m_removeCall;
    api::TimerPtr m_retry, m_syncTimer, m_relistTimer, m_deadline, m_reconcile;
    client::Task<void> m_sync, m_task;
};

} // namespace minato::components
