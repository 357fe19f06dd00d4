// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rollback that a client asks for with an annotation, as clients of the long gone beta versions did.
#include "client/requests.h"
#include "components/deployment/deployment_controller.h"

#include <algorithm>
#include <format>

namespace minato::components {

using kube::resources::kDeployments;

DeploymentController::Step DeploymentController::rollBack(Rollout &rollout)
{
    if (!co_await ensureNewSet(rollout, true))
        co_return false;
    std::int64_t revision = rollbackTarget(*rollout.deployment).value_or(0);
    if (revision == 0)
        revision = lastRevision(rollout);
    const auto target = std::ranges::find(rollout.sets, revision, &OwnedSet::revision);
    if (revision != 0 && target != rollout.sets.end())
        co_return co_await rollBackTo(rollout, *target, revision);
    m_events.warning(*rollout.deployment, "DeploymentRollbackRevisionNotFound",
                     revision == 0 ? "Unable to find last revision."
                                   : "Unable to find the revision to rollback to.");
    auto body = rollout.deployment->root();
    co_return co_await clearRollback(rollout, std::move(body));
}

DeploymentController::Step DeploymentController::rollBackTo(Rollout &rollout, const OwnedSet &target,
                                                            std::int64_t revision)
{
    const kube::ObjectPtr before = rollout.deployment;
    auto body = before->root();
    const kube::Value podTemplate = target.object->spec()["template"];
    const bool isOther = !isSameTemplate(before->spec()["template"], podTemplate);
    if (isOther) {
        body.edit("spec").set("template", withoutTemplateHash(podTemplate));
        body.edit("metadata").set("annotations", rolledBackAnnotations(*before, *target.object));
    } else {
        m_events.warning(
            *before, "DeploymentRollbackTemplateUnchanged",
            std::format("The rollback revision contains the same template as current deployment \"{}\"",
                        before->name()));
    }
    const bool isWritten = co_await clearRollback(rollout, std::move(body));
    if (isOther && isWritten)
        m_events.normal(
            *before, "DeploymentRollback",
            std::format("Rolled back deployment \"{}\" to revision {}", before->name(), revision));
    co_return isWritten;
}

DeploymentController::Step DeploymentController::clearRollback(Rollout &rollout, kube::Value body)
{
    body.edit("metadata").edit("annotations").erase(kRollbackAnnotation);
    co_return co_await putDeployment(rollout, std::move(body), {});
}

} // namespace minato::components
