// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/deployment/deployment_controller.h"

#include "client/requests.h"
#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/common/slow_start.h"
#include "components/deployment/deployment_status.h"
#include "kube/label_selector.h"

#include <algorithm>

namespace minato::components {
namespace {

using kube::resources::kDeployments;
using kube::resources::kPods;
using kube::resources::kReplicaSets;

constexpr int kWorkers = 5;
constexpr base::Duration kStuckMargin = std::chrono::seconds(1);
constexpr base::Duration kStuckStep = std::chrono::milliseconds(100);

bool selects(const kube::Object &deployment, const kube::Value &labels)
{
    const auto selector = kube::LabelSelector::fromValue(deployment.spec()["selector"]);
    return selector && !selector->matchesEverything() && selector->matches(labels);
}

bool isSelectingAll(const kube::Object &deployment)
{
    const auto selector = kube::LabelSelector::fromValue(deployment.spec()["selector"]);
    return selector && selector->matchesEverything();
}

/// The size of the Deployment has changed since its sets were last resized.
bool isScalingEvent(const Rollout &rollout)
{
    return std::ranges::any_of(rollout.sets, [&](const OwnedSet &set) {
        const auto annotated = annotatedReplicas(*set.object, kDesiredReplicasAnnotation);
        return set.spec > 0 && annotated && *annotated != rollout.desired();
    });
}

} // namespace

DeploymentController::DeploymentController(Context context)
    : m_context(std::move(context)),
      m_deployments(m_context.hub.informer(kDeployments)),
      m_sets(m_context.hub.informer(kReplicaSets)),
      m_pods(m_context.hub.informer(kPods)),
      m_deploymentsByNamespace(m_deployments.addIndex(client::byNamespace)),
      m_setsByOwner(m_sets.addIndex(client::byControllerUid)),
      m_orphanSets(m_sets.addIndex(client::byOrphanNamespace)),
      m_podsByOwner(m_pods.addIndex(client::byControllerUid)),
      m_events(m_context.transport, m_context.timers, {"deployment-controller", {}}),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return sync(std::move(key)); })
{
    m_deployments.addHandler([this](const auto &before, const auto &now) { onDeployment(before, now); });
    m_sets.addHandler([this](const auto &before, const auto &now) { onReplicaSet(before, now); });
    m_pods.addHandler([this](const auto &before, const auto &now) {
        if (!now)
            onPodGone(*before);
    });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

void DeploymentController::onDeployment(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    m_queue.add(kube::objectKey(now ? *now : *before));
}

kube::ObjectPtr DeploymentController::ownerOf(const kube::Object &set) const
{
    const auto &reference = set.controllerRef();
    if (reference["kind"].asString() != "Deployment")
        return nullptr;
    const auto deployment = m_deployments.cache().find(set.ns(), reference["name"].asString());
    return deployment && deployment->uid() == reference["uid"].asString() ? deployment : nullptr;
}

void DeploymentController::enqueueMatching(const kube::Object &orphan)
{
    for (const auto &[key, deployment] :
         m_deployments.cache().bucket(m_deploymentsByNamespace, orphan.ns())) {
        if (selects(*deployment->object, orphan.labels()))
            m_queue.add(key);
    }
}

void DeploymentController::onReplicaSet(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    for (const kube::ObjectPtr &set : {before, now}) {
        if (!set)
            continue;
        if (const auto deployment = ownerOf(*set))
            m_queue.add(kube::objectKey(*deployment));
    }
    if (now && now->controllerRef().isNull() && !now->isTerminating())
        enqueueMatching(*now);
}

/// Recreate waits for the last old Pod to be really gone.
void DeploymentController::onPodGone(const kube::Object &pod)
{
    const auto set = m_sets.cache().find(pod.ns(), pod.controllerRef()["name"].asString());
    const auto deployment = set ? ownerOf(*set) : nullptr;
    if (deployment && deployment->at("spec", "strategy", "type").asString() == "Recreate")
        m_queue.add(kube::objectKey(*deployment));
}

std::vector<kube::ObjectPtr> DeploymentController::ownedSets(const kube::Object &deployment) const
{
    std::vector<kube::ObjectPtr> owned;
    for (const auto &[key, set] : m_sets.cache().bucket(m_setsByOwner, deployment.uid()))
        owned.push_back(set->object);
    return owned;
}

client::Task<Claim> DeploymentController::claim(kube::ObjectPtr deployment)
{
    auto requests = claimRequests(
        kReplicaSets, *deployment, m_sets.cache().bucket(m_setsByOwner, deployment->uid()),
        m_sets.cache().bucket(m_orphanSets, deployment->ns()),
        [&](const kube::Object &set) { return selects(*deployment, set.labels()); },
        [](const kube::Object &) { return true; });
    return sendClaims(m_context.transport, kDeployments, std::move(deployment), std::move(requests));
}

DeploymentController::Step DeploymentController::sync(std::string key)
{
    const auto deployment = m_written.newest(key, m_deployments.cache().find(key));
    if (!deployment)
        co_return true;
    if (isSelectingAll(*deployment))
        co_return co_await refuseSelectingAll(deployment);
    if (const Claim claimed = co_await claim(deployment); claimed != Claim::Nothing)
        co_return claimed == Claim::Done;
    Rollout rollout(deployment, ownedSets(*deployment));
    co_return co_await syncClaimed(rollout);
}

DeploymentController::Step DeploymentController::syncClaimed(Rollout &rollout)
{
    if (rollout.deployment->isTerminating() && !co_await ensureNewSet(rollout, false))
        co_return false;
    if (rollout.deployment->isTerminating())
        co_return co_await writeStatus(rollout,
                                       calculateStatus(rollout, m_context.timers.now(), m_context.features));
    if (!co_await notePause(rollout))
        co_return false;
    if (rollout.deployment->spec()["paused"].asBool())
        co_return co_await scaleOnly(rollout);
    if (rollbackTarget(*rollout.deployment))
        co_return co_await rollBack(rollout);
    const kube::ObjectPtr newSet = rollout.newSet() ? rollout.newSet()->object : nullptr;
    if (!co_await ensureNewSet(rollout, false))
        co_return false;
    // The annotations of the new set were behind: what follows looks at it again, from a cache that is behind too.
    if (newSet && rollout.newSet()->object != newSet)
        co_return false;
    if (isScalingEvent(rollout))
        co_return co_await scaleOnly(rollout);
    if (rollout.isRolling())
        co_return co_await roll(rollout);
    co_return co_await recreate(rollout);
}

DeploymentController::Step DeploymentController::refuseSelectingAll(kube::ObjectPtr deployment)
{
    m_events.warning(*deployment, "SelectingAll",
                     "This deployment is selecting all pods. A non-empty selector is required.");
    Rollout rollout(deployment, {});
    kube::Value status = deployment->status();
    status.set("observedGeneration", deployment->generation());
    co_return co_await writeStatus(rollout, std::move(status));
}

DeploymentController::Step DeploymentController::roll(Rollout &rollout)
{
    if (!co_await ensureNewSet(rollout, true))
        co_return false;
    const Fenceposts bounds = rolloutBounds(rollout.deployment->spec());
    OwnedSet &fresh = *rollout.newSet();
    const int size = reconcileNewSize(rollout.desired(), bounds.surge, rollout.totalSpec(), fresh.spec);
    if (size != fresh.spec) {
        OwnedSet resized = fresh;
        if (!co_await resize(rollout, resized, size))
            co_return false;
        co_return co_await writeRolloutStatus(rollout);
    }
    std::vector<OwnedSet> oldSets;
    std::vector<SetNumbers> numbers;
    for (const OwnedSet *set : rollout.oldSets()) {
        oldSets.push_back(*set);
        numbers.push_back(set->numbers());
    }
    const auto sizes = reconcileOldSizes(numbers, fresh.numbers(), rollout.desired(), bounds.unavailable);
    bool isScaled = false;
    for (const auto *step : {&sizes.cleanedUp, &sizes.last}) {
        for (std::size_t i = 0; i < oldSets.size(); ++i) {
            if ((*step)[i] == oldSets[i].spec)
                continue;
            isScaled = true;
            if (!co_await resize(rollout, oldSets[i], (*step)[i]))
                co_return false;
        }
    }
    if (!isScaled && isComplete(*rollout.deployment, rollout.deployment->status()) &&
        !co_await cleanUpHistory(rollout))
        co_return false;
    co_return co_await writeRolloutStatus(rollout);
}

bool DeploymentController::oldPodsExist(Rollout &rollout) const
{
    return std::ranges::any_of(rollout.oldSets(), [this](const OwnedSet *set) {
        return hasPodsLeft(*set, m_pods.cache().bucket(m_podsByOwner, set->object->uid()));
    });
}

DeploymentController::Step DeploymentController::recreate(Rollout &rollout)
{
    if (!co_await ensureNewSet(rollout, false))
        co_return false;
    bool isScaled = false;
    for (OwnedSet *set : rollout.oldSets()) {
        if (set->spec == 0)
            continue;
        isScaled = true;
        OwnedSet resized = *set;
        if (!co_await resize(rollout, resized, 0))
            co_return false;
    }
    if (isScaled || oldPodsExist(rollout))
        co_return co_await writeRolloutStatus(rollout);
    if (!co_await ensureNewSet(rollout, true))
        co_return false;
    OwnedSet fresh = *rollout.newSet();
    if (fresh.spec != rollout.desired() && !co_await resize(rollout, fresh, rollout.desired()))
        co_return false;
    if (isComplete(*rollout.deployment, rollout.deployment->status()) && !co_await cleanUpHistory(rollout))
        co_return false;
    co_return co_await writeRolloutStatus(rollout);
}

DeploymentController::Step DeploymentController::scaleOnly(Rollout &rollout)
{
    if (!co_await ensureNewSet(rollout, false))
        co_return false;
    if (!co_await scaleProportionally(rollout))
        co_return false;
    const bool mayCleanUp =
        rollout.deployment->spec()["paused"].asBool() && !rollbackTarget(*rollout.deployment);
    if (mayCleanUp && !co_await cleanUpHistory(rollout))
        co_return false;
    co_return co_await writeStatus(rollout,
                                   calculateStatus(rollout, m_context.timers.now(), m_context.features));
}

DeploymentController::Step DeploymentController::scaleProportionally(Rollout &rollout)
{
    for (const Resize &step : scalingSteps(rollout)) {
        if (step.size == step.set->spec && !step.annotates)
            continue;
        OwnedSet resized = *step.set;
        if (!co_await resize(rollout, resized, step.size))
            co_return false;
    }
    co_return true;
}

DeploymentController::Step DeploymentController::notePause(Rollout &rollout)
{
    const kube::Object &deployment = *rollout.deployment;
    const auto reason = findCondition(deployment.status()["conditions"], "Progressing")["reason"].asString();
    if (!hasProgressDeadline(deployment) || reason == kTimedOut)
        co_return true;
    const bool isPaused = deployment.spec()["paused"].asBool();
    if (isPaused == (reason == "DeploymentPaused"))
        co_return true;
    kube::Value status = deployment.status();
    setDeploymentCondition(
        status, deploymentCondition(
                    "Progressing", "Unknown", isPaused ? "DeploymentPaused" : "DeploymentResumed",
                    isPaused ? "Deployment is paused" : "Deployment is resumed", m_context.timers.now()));
    co_return co_await writeStatus(rollout, std::move(status));
}

DeploymentController::Step DeploymentController::cleanUpHistory(Rollout &rollout)
{
    std::vector<api::Request> requests;
    for (const OwnedSet *set : forgettableSets(rollout))
        requests.push_back(client::deleteRequest(kReplicaSets, *set->object));
    if (requests.empty())
        co_return true;
    const auto answers = co_await sendAll(m_context.transport, std::move(requests));
    co_return std::ranges::all_of(answers, [](const auto &a) { return a || a.error().code == 404; });
}

DeploymentController::Step DeploymentController::writeRolloutStatus(Rollout &rollout)
{
    const auto now = m_context.timers.now();
    kube::Value status = rolloutStatus(rollout, now, m_context.features);
    // A second more than the deadline, which lies on a whole second; when it is near, in short steps.
    if (const auto delay = stuckCheckDelay(*rollout.deployment, status, now))
        m_queue.addAfter(kube::objectKey(*rollout.deployment),
                         *delay > base::Duration::zero() ? *delay + kStuckMargin : kStuckStep);
    return writeStatus(rollout, std::move(status));
}

DeploymentController::Step DeploymentController::writeStatus(Rollout &rollout, kube::Value status)
{
    if (status == rollout.deployment->status())
        co_return true;
    kube::Value body = rollout.deployment->root();
    body.set("status", std::move(status));
    co_return co_await putDeployment(rollout, std::move(body), "status");
}

DeploymentController::Step DeploymentController::putDeployment(Rollout &rollout, kube::Value body,
                                                               std::string_view subresource)
{
    if (rollout.isDeploymentWritten)
        co_return false;
    auto request = client::updateRequest(kDeployments, std::move(body), subresource);
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    if (!answer)
        co_return answer.error().code == 404;
    m_written.wrote(kube::objectKey(*answer->object()), *rollout.deployment, answer->object());
    rollout.deployment = answer->object();
    rollout.isDeploymentWritten = true;
    co_return true;
}

} // namespace minato::components
