// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The writes to ReplicaSets: finding or making the new one, its revision, and sizes.
#include "client/requests.h"
#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/common/slow_start.h"
#include "components/deployment/deployment_controller.h"
#include "components/deployment/deployment_status.h"
#include "kube/names.h"

#include <format>

namespace minato::components {
namespace {

using kube::resources::kDeployments;
using kube::resources::kReplicaSets;

std::optional<std::int32_t> collisionCount(const kube::Object &deployment)
{
    const auto &count = deployment.status()["collisionCount"];
    return count.isNull() ? std::nullopt : std::optional(static_cast<std::int32_t>(count.asInt()));
}

} // namespace

DeploymentController::Step DeploymentController::ensureNewSet(Rollout &rollout, bool mayCreate)
{
    if (!rollout.newSet()) {
        if (!mayCreate)
            co_return true;
        co_return co_await createNewSet(rollout);
    }
    OwnedSet &fresh = *rollout.newSet();
    kube::Value body = fresh.object->root();
    bool isChanged = setNewSetAnnotations(body, *rollout.deployment, rollout.maxOldRevision() + 1);
    const auto minReady = rollout.deployment->spec()["minReadySeconds"].asInt();
    if (fresh.object->spec()["minReadySeconds"].asInt() != minReady) {
        setCount(body.edit("spec"), "minReadySeconds", minReady);
        isChanged = true;
    }
    if (isChanged) {
        const bool isWritten = co_await updateNewSet(rollout, std::move(body));
        co_return isWritten;
    }
    kube::Value status = rollout.deployment->status();
    if (hasProgressDeadline(*rollout.deployment) &&
        findCondition(status["conditions"], "Progressing").isNull())
        setDeploymentCondition(
            status, deploymentCondition("Progressing", "True", "FoundNewReplicaSet",
                                        std::format("Found new replica set \"{}\"", fresh.object->name()),
                                        m_context.timers.now()));
    co_return co_await publish(rollout, std::move(status));
}

/// What follows from it for the Deployment is said in the next pass, which the set's event brings.
DeploymentController::Step DeploymentController::updateNewSet(Rollout &rollout, kube::Value body)
{
    auto request = client::updateRequest(kReplicaSets, std::move(body));
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    if (answer)
        *rollout.newSet() = OwnedSet(answer->object());
    co_return answer.has_value();
}

DeploymentController::Step DeploymentController::createNewSet(Rollout &rollout)
{
    const kube::Object &deployment = *rollout.deployment;
    const int surge = rolloutBounds(deployment.spec()).surge;
    const int size = newReplicaSetSize(rollout.isRolling(), rollout.desired(), surge, rollout.totalSpec(), 0);
    const std::string hash = kube::podTemplateHash(deployment.spec()["template"], collisionCount(deployment));
    kube::Value body = makeReplicaSet(deployment, hash, size);
    setNewSetAnnotations(body, deployment, rollout.maxOldRevision() + 1);
    setReplicasAnnotations(body, rollout.desired(), rollout.desired() + surge);
    const std::string name(body.at("metadata", "name").asString());
    const auto answer =
        co_await client::send(m_context.transport, client::createRequest(kReplicaSets, std::move(body)));
    if (!answer && answer.error().isReason("AlreadyExists"))
        co_return co_await resolveCollision(rollout, name);
    // In a namespace that is going nothing will ever be created: nothing worth saying.
    if (!answer && isNamespaceEnding(answer.error()))
        co_return false;
    if (!answer)
        co_return co_await reportCreateError(rollout, name, answer.error().message);
    rollout.add(answer->object());
    if (size > 0)
        m_events.normal(*rollout.deployment, "ScalingReplicaSet",
                        std::format("Scaled up replica set {} from 0 to {}", name, size));
    kube::Value status = rollout.deployment->status();
    if (hasProgressDeadline(*rollout.deployment))
        setDeploymentCondition(status,
                               deploymentCondition("Progressing", "True", "NewReplicaSetCreated",
                                                   std::format("Created new replica set \"{}\"", name),
                                                   m_context.timers.now()));
    co_return co_await publish(rollout, std::move(status));
}

/// The name is taken: by our own set that the cache does not show yet, or by another template with the same
/// hash.
DeploymentController::Step DeploymentController::resolveCollision(Rollout &rollout, std::string name)
{
    const auto answer = co_await client::send(
        m_context.transport, client::getRequest(kReplicaSets, rollout.deployment->ns(), name));
    if (!answer)
        co_return false;
    const auto &existing = answer->object();
    if (isControlledBy(*existing, rollout.deployment->uid()) &&
        isSameTemplate(existing->spec()["template"], rollout.deployment->spec()["template"])) {
        rollout.add(existing);
        kube::Value status = rollout.deployment->status();
        co_return co_await publish(rollout, std::move(status));
    }
    kube::Value status = rollout.deployment->status();
    status.set("collisionCount", collisionCount(*rollout.deployment).value_or(0) + 1);
    co_await writeStatus(rollout, std::move(status));
    co_return false;
}

DeploymentController::Step DeploymentController::reportCreateError(Rollout &rollout, std::string name,
                                                                   std::string error)
{
    const auto text = std::format("Failed to create new replica set \"{}\": {}", name, error);
    m_events.warning(*rollout.deployment, "ReplicaSetCreateError", text);
    if (hasProgressDeadline(*rollout.deployment)) {
        kube::Value status = rollout.deployment->status();
        setDeploymentCondition(status, deploymentCondition("Progressing", "False", "ReplicaSetCreateError",
                                                           text, m_context.timers.now()));
        co_await writeStatus(rollout, std::move(status));
    }
    co_return false;
}

/// The Deployment carries the revision of its new set; the status goes with it in one write.
DeploymentController::Step DeploymentController::publish(Rollout &rollout, kube::Value status)
{
    const kube::Object &deployment = *rollout.deployment;
    const kube::Value revision = rollout.newSet()->object->annotations()[kRevisionAnnotation];
    const bool isNumbered = revision.isNull() || deployment.annotations()[kRevisionAnnotation] == revision;
    if (isNumbered && status == deployment.status())
        co_return true;
    kube::Value body = deployment.root();
    if (!isNumbered)
        body.edit("metadata").edit("annotations").set(kRevisionAnnotation, revision);
    body.set("status", std::move(status));
    co_return co_await putDeployment(rollout, std::move(body), "status");
}

DeploymentController::Step DeploymentController::resize(Rollout &rollout, OwnedSet &set, int size)
{
    const int before = set.spec;
    kube::Value body = set.object->root();
    const int surge = rolloutBounds(rollout.deployment->spec()).surge;
    const bool isAnnotated = setReplicasAnnotations(body, rollout.desired(), rollout.desired() + surge);
    if (size == before && !isAnnotated)
        co_return true;
    if (size != before)
        explain(rollout, set, size);
    body.edit("spec").set("replicas", size);
    const auto answer =
        co_await client::send(m_context.transport, client::updateRequest(kReplicaSets, std::move(body)));
    if (!answer)
        co_return false;
    set = OwnedSet(answer->object());
    if (size != before)
        m_events.normal(*rollout.deployment, "ScalingReplicaSet",
                        std::format("Scaled {} replica set {} from {} to {}", size > before ? "up" : "down",
                                    set.object->name(), before, size));
    co_return true;
}

void DeploymentController::explain(const Rollout &rollout, const OwnedSet &set, int size)
{
    if (!m_context.decide)
        return;
    kube::Value sets = kube::Value::emptyArray();
    for (const OwnedSet &each : rollout.sets)
        sets.push(kube::Value::map(
            {{"name", each.object->name()},
             {"new", &each == rollout.newSet()},
             {"replicas", each.spec},
             {"available", each.available},
             {"replicasAfter", each.object->uid() == set.object->uid() ? size : each.spec}}));
    const Fenceposts bounds = rolloutBounds(rollout.deployment->spec());
    auto detail = kube::Value::map({{"desired", rollout.desired()},
                                    {"maxSurge", bounds.surge},
                                    {"maxUnavailable", bounds.unavailable},
                                    {"replicaSets", std::move(sets)}});
    m_context.decide({"deployment-controller", "Rollout",
                      std::format("deployments/{}", kube::objectKey(*rollout.deployment)),
                      [detail = std::move(detail)] { return detail; }});
}

} // namespace minato::components
