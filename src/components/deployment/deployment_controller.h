// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/event_recorder.h"
#include "client/work_queue.h"
#include "client/written_objects.h"
#include "components/common/claim.h"
#include "components/common/context.h"
#include "components/deployment/owned_sets.h"

#include <string>

namespace minato::components {

/// Makes ReplicaSets follow a Deployment: creates, resizes and replaces them.
///
/// Mirrors   pkg/controller/deployment/deployment_controller.go, sync.go, rolling.go, recreate.go
///           and rollback.go
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
    Step rollBack(Rollout &rollout);
    Step rollBackTo(Rollout &rollout, const OwnedSet &target, std::int64_t revision);
    Step clearRollback(Rollout &rollout, kube::Value body);
    Step scaleOnly(Rollout &rollout);
    Step scaleProportionally(Rollout &rollout);
    Step ensureNewSet(Rollout &rollout, bool mayCreate);
    Step updateNewSet(Rollout &rollout, kube::Value body);
    Step createNewSet(Rollout &rollout);
    Step resolveCollision(Rollout &rollout, std::string name);
    Step reportCreateError(Rollout &rollout, std::string name, std::string error);
    Step publish(Rollout &rollout, kube::Value status);
    Step notePause(Rollout &rollout);
    /// `set` is a copy: the status of a pass tells of the sizes that it began with, as upstream's does.
    Step resize(Rollout &rollout, OwnedSet &set, int size);
    Step cleanUpHistory(Rollout &rollout);
    Step writeRolloutStatus(Rollout &rollout);
    Step writeStatus(Rollout &rollout, kube::Value status);
    Step putDeployment(Rollout &rollout, kube::Value body, std::string_view subresource);

    client::Task<Claim> claim(kube::ObjectPtr deployment);
    [[nodiscard]] std::vector<kube::ObjectPtr> ownedSets(const kube::Object &deployment) const;
    [[nodiscard]] bool oldPodsExist(Rollout &rollout) const;
    void explain(const Rollout &rollout, const OwnedSet &set, int size);

    Context m_context;
    client::Informer &m_deployments;
    client::Informer &m_sets;
    client::Informer &m_pods;
    client::Cache::IndexId m_deploymentsByNamespace, m_setsByOwner, m_orphanSets, m_podsByOwner;
    client::EventRecorder m_events;
    client::WrittenObjects m_written;
    client::WorkQueue m_queue;
};

} // namespace minato::components
