// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "components/common/context.h"
#include "components/kubelet/node_lease.h"
#include "components/kubelet/node_object.h"
#include "components/kubelet/pod_admission.h"
#include "components/kubelet/pod_worker.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// The agent of one node: registers it, keeps it alive in the API, and runs the Pods that are bound to it.
///
/// Mirrors   pkg/kubelet (behaviour.h: durations; pod_worker.h: Pods; node_lease.h: signs of life),
///           kubelet_node_status.go, eviction/eviction_manager.go for memory (hard threshold 100Mi)
/// Differs   The node's memory is what its programs use and 300Mi for the system. Disk and PIDs never run
///           short.
/// Power     Without it nothing of the node answers and its Pods' programs are gone; what the API says of
///           them stays until somebody else changes it. With power again the machine boots, and Pods that are
///           still bound start anew.
class Kubelet {
public:
    static constexpr std::int64_t kSystemMemory =
        300LL * 1024 * 1024; ///< what the machine itself uses, bytes

    struct Options {
        NodeSpec node;
        const Behaviour &behaviour;
        AppHost &apps;
    };
    Kubelet(const Context &context, Options options);

    /// Registers the node; its Pods run from when it is Ready.
    void start();
    void powerOff();
    /// `pods`: those bound to the node by now.
    void powerOn(const std::vector<kube::ObjectPtr> &pods);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// It has power and runs Pods.
    [[nodiscard]] bool isReady() const { return m_isReady; }

    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onNode(const kube::ObjectPtr &now);
    [[nodiscard]] const NodeSpec &spec() const { return m_spec; }
    /// The program of a container of a Pod on this node; null when it has not started.
    [[nodiscard]] std::shared_ptr<App> app(std::string_view podUid, std::string_view container,
                                           bool isPrevious = false) const;

private:
    struct Worker {
        std::unique_ptr<PodWorker> pod;
        PodRequests requests;
        bool isCounted = false; ///< it takes room
    };
    client::Task<void> boot();
    client::Task<void> registerNode(bool isReboot);
    client::Task<bool> postStatus(kube::Value status);
    void reportStatus();
    void watchReport();
    void restoreStatus();
    void noteImages();
    void noteSchedulable(bool isUnschedulable);
    void nodeEvent(std::string_view type, std::string_view reason, std::string_view message);
    void addWorker(const kube::ObjectPtr &pod, PodWorker::Past past);
    void refuse(const kube::ObjectPtr &pod, const PodRefusal &refusal);
    void removeEnded(const kube::ObjectPtr &pod);
    client::Task<void> removal(kube::ObjectPtr pod);
    void release(Worker &worker);
    void forget(std::string_view uid);
    // Memory (node_memory.cpp).
    void watchMemory();
    void checkMemory();
    void evictForMemory(base::Instant now, std::int64_t available);
    void setPressure(bool isUnder);

    Context m_context;
    NodeSpec m_spec;
    base::RandomStream m_random;
    NodeRuntime m_runtime;
    NodeLease m_lease;
    NodeRoom m_room;
    kube::Value m_object; ///< as registered
    kube::ObjectPtr m_node;
    bool m_isOn = true, m_isReady = false, m_isUnschedulable = false, m_isUnderPressure = false;
    base::Instant m_pressureSeen;
    kube::Value m_conditions, m_images;
    std::map<std::string, kube::ObjectPtr, std::less<>> m_early; ///< Pods bound before the node was Ready
    std::map<std::string, Worker, std::less<>> m_workers;        ///< by UID
    std::map<std::string, api::CallPtr, std::less<>> m_refusals; ///< by UID
    std::map<std::string, client::Task<void>, std::less<>> m_removals; ///< by UID
    api::TimerPtr m_imagesTimer, m_reportTimer, m_memoryTimer, m_schedulableTimer, m_restoreTimer;
    client::Task<void> m_registration;
    client::Task<bool> m_imagesPost, m_reportPost;
};

} // namespace minato::components
