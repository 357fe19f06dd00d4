// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "client/event_recorder.h"
#include "client/work_queue.h"
#include "components/common/context.h"
#include "components/deployment/owned_sets.h"

namespace minato::components {

/// Makes ReplicaSets follow a Deployment: creates, resizes and replaces them.
///
/// Mirrors   pkg/controller/deployment/deployment_controller.go, sync.go, rolling.go, recreate.go
/// Differs   The deprecated rollback annotation is ignored. The check before an adoption reads the cache.
/// Decides   "Rollout" records: sizes before and after a pass, with the bounds that allowed them.
class DeploymentController {
public:
    explicit DeploymentController(Context context);

private:
    void onDeployment(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onReplicaSet(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onPodGone(const kube::Object &pod);
    void enqueueMatching(const kube::Object &orphan);
    [[nodiscard]] kube::ObjectPtr ownerOf(const kube::Object &set) const;

    // Each step gives false when a write failed: the sync is then tried again.
    using Step = client::Task<bool>;
    Step sync(std::string key);
    Step syncClaimed(Rollout &rollout);
    Step refuseSelectingAll(kube::ObjectPtr deployment);
    Step roll(Rollout &rollout);
    Step recreate(Rollout &rollout);
    Step scaleOnly(Rollout &rollout);
    Step scaleProportionally(Rollout &rollout);
    Step ensureNewSet(Rollout &rollout, bool mayCreate);
    Step createNewSet(Rollout &rollout);
    Step resolveCollision(Rollout &rollout, std::string name);
    Step reportCreateError(Rollout &rollout, std::string name, std::string error);
    Step publishRevision(Rollout &rollout);
    Step noteFound(Rollout &rollout);
    Step notePause(Rollout &rollout);
    Step resize(Rollout &rollout, OwnedSet &set, int size);
    Step cleanUpHistory(Rollout &rollout);
    Step writeRolloutStatus(Rollout &rollout);
    Step writeStatus(Rollout &rollout, kube::Value status);

    [[nodiscard]] std::vector<api::Request> claimRequests(const kube::Object &deployment) const;
    [[nodiscard]] std::vector<kube::ObjectPtr> ownedSets(const kube::Object &deployment) const;
    [[nodiscard]] bool oldPodsExist(Rollout &rollout) const;
    void explain(const Rollout &rollout, const OwnedSet &set, int size);

    Context m_context;
    client::Informer &m_deployments;
    client::Informer &m_sets;
    client::Informer &m_pods;
    client::Cache::IndexId m_deploymentsByNamespace, m_setsByOwner, m_orphanSets, m_podsByOwner;
    client::EventRecorder m_events;
    client::WorkQueue m_queue;
};

} // namespace minato::components
