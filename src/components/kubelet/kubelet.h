// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "components/common/context.h"
#include "components/kubelet/node_lease.h"
#include "components/kubelet/node_object.h"
#include "components/kubelet/pod_worker.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace minato::components {

/// The agent of one node: registers it, and runs the Pods that are bound to it.
///
/// Mirrors   pkg/kubelet (stages.h: durations; pod_worker.h: Pods)
/// Differs   The status is posted when it changes, not every five minutes as well.
class Kubelet {
public:
    struct Options {
        NodeSpec node;
        const KubeletStages &stages;
        AppHost &apps;
    };
    Kubelet(const Context &context, Options options);

    /// Registers the node; its Pods run from when it is Ready.
    void start();
    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    [[nodiscard]] const NodeSpec &spec() const { return m_spec; }
    /// The program of a container of a Pod on this node; null when it has not started.
    [[nodiscard]] std::shared_ptr<App> app(std::string_view podUid, std::string_view container) const;

private:
    client::Task<void> registerNode();
    client::Task<bool> postStatus(kube::Value status);
    void noteImages();
    void nodeEvent(std::string_view reason, std::string_view message);
    void addWorker(const kube::ObjectPtr &pod);

    Context m_context;
    NodeSpec m_spec;
    base::RandomStream m_random;
    NodeRuntime m_runtime;
    NodeLease m_lease;
    bool m_isReady = false;
    kube::Value m_conditions, m_images;
    std::map<std::string, kube::ObjectPtr, std::less<>> m_early; ///< Pods bound before the node was Ready
    std::map<std::string, std::unique_ptr<PodWorker>, std::less<>> m_workers; ///< by UID
    api::TimerPtr m_imagesTimer;
    client::Task<void> m_registration;
    client::Task<bool> m_imagesPost;
};

} // namespace minato::components
