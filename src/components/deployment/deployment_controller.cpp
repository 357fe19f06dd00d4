// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/deployment/deployment_controller.h"

#include <algorithm>

#include "client/requests.h"
#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/common/slow_start.h"
#include "components/deployment/deployment_status.h"
#include "kube/label_selector.h"

namespace minato::components {
namespace {

using kube::resources::kDeployments;
using kube::resources::kPods;
using kube::resources::kReplicaSets;

constexpr int kWorkers = 5;

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
        const auto annotated = intText(set.object->annotations()[kDesiredReplicasAnnotation], -1);
        return set.spec > 0 && annotated >= 0 && annotated != rollout.desired();
    });
}

} // namespace

DeploymentController::DeploymentController(Context context)
    : m_context(std::move(context)), m_deployments(m_context.hub.informer(kDeployments)),
      m_sets(m_context.hub.informer(kReplicaSets)), m_pods(m_context.hub.informer(kPods)),
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
    for (const auto &[key, deployment] : m_deployments.cache().bucket(m_deploymentsByNamespace, orphan.ns())) {
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

std::vector<api::Request> DeploymentController::claimRequests(const kube::Object &deployment) const
{
    std::vector<api::Request> requests;
    for (const kube::ObjectPtr &set : ownedSets(deployment)) {
        if (set->isTerminating() || selects(deployment, set->labels()))
            continue;
        const auto reference = kube::Value::map({{"$patch", "delete"}, {"uid", deployment.uid()}});
        const auto patch = kube::Value::map(
            {{"metadata", kube::Value::map({{"ownerReferences", kube::Value::array({reference})}})}});
        requests.push_back(client::patchRequest(kReplicaSets, *set, kube::PatchType::Strategic, patch));
    }
    if (deployment.isTerminating())
        return requests;
    for (const auto &[key, set] : m_sets.cache().bucket(m_orphanSets, deployment.ns())) {
        if (set->object->isTerminating() || !selects(deployment, set->object->labels()))
            continue;
        const auto patch = kube::Value::map(
            {{"metadata",
              kube::Value::map({{"ownerReferences", kube::Value::array({controllerReference(deployment)})}})}});
        requests.push_back(client::patchRequest(kReplicaSets, *set->object, kube::PatchType::Strategic, patch));
    }
    return requests;
}

DeploymentController::Step DeploymentController::sync(std::string key)
{
    const auto deployment = m_deployments.cache().find(key);
    if (!deployment)
        co_return true;
    if (isSelectingAll(*deployment))
        co_return co_await refuseSelectingAll(deployment);
    if (auto claims = claimRequests(*deployment); !claims.empty()) {
        // Their events bring us back with a cache that knows.
        const auto answers = co_await sendAll(m_context.transport, std::move(claims));
        co_return std::ranges::all_of(answers, [](const auto &a) { return a || a.error().code == 404; });
    }
    Rollout rollout(deployment, ownedSets(*deployment));
    co_return co_await syncClaimed(rollout);
}

DeploymentController::Step DeploymentController::syncClaimed(Rollout &rollout)
{
    if (rollout.deployment->isTerminating())
        co_return co_await writeStatus(rollout, calculateStatus(rollout, m_context.timers.now()));
    if (!co_await notePause(rollout))
        co_return false;
    if (rollout.deployment->spec()["paused"].asBool() || isScalingEvent(rollout))
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
    const int size = fresh.spec > rollout.desired()
        ? rollout.desired()
        : newReplicaSetSize(true, rollout.desired(), bounds.surge, rollout.totalSpec(), fresh.spec);
    if (size != fresh.spec) {
        if (!co_await resize(rollout, fresh, size))
            co_return false;
        co_return co_await writeRolloutStatus(rollout);
    }
    const auto oldSets = rollout.oldSets();
    std::vector<SetNumbers> numbers;
    for (const OwnedSet *set : oldSets)
        numbers.push_back(set->numbers());
    const auto sizes = reconcileOldSizes(numbers, fresh.numbers(), rollout.desired(), bounds.unavailable);
    bool isScaled = false;
    for (std::size_t i = 0; i < oldSets.size(); ++i) {
        if (sizes[i] == oldSets[i]->spec)
            continue;
        isScaled = true;
        if (!co_await resize(rollout, *oldSets[i], sizes[i]))
            co_return false;
    }
    if (!isScaled && isComplete(*rollout.deployment, rollout.deployment->status())
        && !co_await cleanUpHistory(rollout))
        co_return false;
    co_return co_await writeRolloutStatus(rollout);
}

bool DeploymentController::oldPodsExist(Rollout &rollout) const
{
    for (const OwnedSet *set : rollout.oldSets()) {
        if (set->replicas > 0)
            return true;
        for (const auto &[key, pod] : m_pods.cache().bucket(m_podsByOwner, set->object->uid())) {
            if (!isPodTerminal(*pod->object))
                return true;
        }
    }
    return false;
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
        if (!co_await resize(rollout, *set, 0))
            co_return false;
    }
    if (isScaled || oldPodsExist(rollout))
        co_return co_await writeRolloutStatus(rollout);
    if (!co_await ensureNewSet(rollout, true))
        co_return false;
    if (rollout.newSet()->spec != rollout.desired()
        && !co_await resize(rollout, *rollout.newSet(), rollout.desired()))
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
    if (rollout.deployment->spec()["paused"].asBool() && !co_await cleanUpHistory(rollout))
        co_return false;
    co_return co_await writeStatus(rollout, calculateStatus(rollout, m_context.timers.now()));
}

DeploymentController::Step DeploymentController::scaleProportionally(Rollout &rollout)
{
    std::vector<OwnedSet *> active;
    for (OwnedSet &set : rollout.sets) {
        if (set.spec > 0)
            active.push_back(&set);
    }
    if (active.size() < 2) {
        OwnedSet *only = !active.empty() ? active.front()
            : rollout.newSet()           ? rollout.newSet()
            : rollout.sets.empty()       ? nullptr
                                         : &rollout.sets.back();
        if (only && only->spec != rollout.desired())
            co_return co_await resize(rollout, *only, rollout.desired());
        co_return true;
    }
    std::vector<int> sizes;
    const OwnedSet *fresh = rollout.newSet();
    const bool isSaturated = fresh && fresh->spec == rollout.desired() && fresh->available == rollout.desired()
        && intText(fresh->object->annotations()[kDesiredReplicasAnnotation], -1) == rollout.desired();
    if (isSaturated) {
        for (const OwnedSet *set : active)
            sizes.push_back(set == fresh ? set->spec : 0);
    } else if (rollout.isRolling()) {
        std::vector<ProportionalSet> sets;
        for (const OwnedSet *set : active)
            sets.push_back({std::string(set->object->name()), set->created, set->spec,
                            static_cast<int>(intText(set->object->annotations()[kMaxReplicasAnnotation], 0))});
        sizes = proportionalSizes(sets, rollout.desired(), rolloutBounds(rollout.deployment->spec()).surge,
                                  static_cast<int>(rollout.deployment->status()["replicas"].asInt()));
    } else {
        co_return true;
    }
    for (std::size_t i = 0; i < active.size(); ++i) {
        if (!co_await resize(rollout, *active[i], sizes[i]))
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
    setDeploymentCondition(status, deploymentCondition("Progressing", "Unknown",
                                                       isPaused ? "DeploymentPaused" : "DeploymentResumed",
                                                       isPaused ? "Deployment is paused" : "Deployment is resumed",
                                                       m_context.timers.now()));
    co_return co_await writeStatus(rollout, std::move(status));
}

DeploymentController::Step DeploymentController::cleanUpHistory(Rollout &rollout)
{
    const auto limit = rollout.deployment->spec()["revisionHistoryLimit"].asInt(std::numeric_limits<std::int32_t>::max());
    std::vector<OwnedSet *> candidates = rollout.oldSets();
    std::erase_if(candidates, [](const OwnedSet *set) { return set->object->isTerminating(); });
    const auto excess = std::ssize(candidates) - limit;
    std::ranges::stable_sort(candidates, {}, &OwnedSet::revision);
    std::vector<api::Request> requests;
    for (std::ptrdiff_t i = 0; i < excess; ++i) {
        const OwnedSet &set = *candidates[static_cast<std::size_t>(i)];
        const auto observed = set.object->status()["observedGeneration"].asInt();
        if (set.replicas == 0 && set.spec == 0 && observed >= set.object->generation())
            requests.push_back(client::deleteRequest(kReplicaSets, *set.object));
    }
    if (requests.empty())
        co_return true;
    const auto answers = co_await sendAll(m_context.transport, std::move(requests));
    co_return std::ranges::all_of(answers, [](const auto &a) { return a || a.error().code == 404; });
}

DeploymentController::Step DeploymentController::writeRolloutStatus(Rollout &rollout)
{
    const auto now = m_context.timers.now();
    kube::Value status = rolloutStatus(rollout, now);
    if (const auto delay = stuckCheckDelay(*rollout.deployment, status, now); delay)
        m_queue.addAfter(kube::objectKey(*rollout.deployment), *delay);
    return writeStatus(rollout, std::move(status));
}

DeploymentController::Step DeploymentController::writeStatus(Rollout &rollout, kube::Value status)
{
    if (status == rollout.deployment->status())
        co_return true;
    kube::Value body = rollout.deployment->root();
    body.set("status", std::move(status));
    const auto answer =
        co_await client::send(m_context.transport, client::updateRequest(kDeployments, std::move(body), "status"));
    if (answer)
        rollout.deployment = answer->object();
    co_return answer || answer.error().code == 404;
}

} // namespace minato::components
