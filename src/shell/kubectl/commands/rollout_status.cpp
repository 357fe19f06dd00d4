// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl rollout status. Mirrors kubectl/pkg/cmd/rollout (rollout_status.go) and pkg/polymorphichelpers
// (rollout_status.go).
#include "kube/duration.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/rollout.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/pod_spec.h"
#include "shell/kubectl/replica_sets.h"
#include "shell/kubectl/waiting.h"

#include <algorithm>
#include <array>
#include <format>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr base::Duration kForEver = std::chrono::hours(24 * 365);

/// What is told of a rollout, and whether it is over.
struct Progress {
    std::string text;
    bool isDone = false;
};

bool exceededDeadline(const kube::Object &deployment)
{
    return std::ranges::any_of(deployment.status()["conditions"].items(), [](const Value &condition) {
        return condition["type"].asString() == "Progressing" &&
               condition["reason"].asString() == "ProgressDeadlineExceeded";
    });
}

Result<Progress> deploymentProgress(const kube::Object &d, std::int64_t revision)
{
    if (revision > 0 && revision != revisionOf(d))
        return std::unexpected(Error(std::format(
            "desired revision ({}) is different from the running revision ({})", revision, revisionOf(d))));
    const Value &status = d.status();
    if (d.generation() > status["observedGeneration"].asInt())
        return Progress{"Waiting for deployment spec update to be observed...\n"};
    if (exceededDeadline(d))
        return std::unexpected(
            Error(std::format("deployment \"{}\" exceeded its progress deadline", d.name())));
    const std::int64_t updated = status["updatedReplicas"].asInt(), replicas = status["replicas"].asInt(),
                       available = status["availableReplicas"].asInt(), wanted = d.spec()["replicas"].asInt();
    const std::string waiting = std::format("Waiting for deployment \"{}\" rollout to finish: ", d.name());
    if (updated < wanted)
        return Progress{waiting +
                        std::format("{} out of {} new replicas have been updated...\n", updated, wanted)};
    if (replicas > updated)
        return Progress{waiting +
                        std::format("{} old replicas are pending termination...\n", replicas - updated)};
    if (available < updated)
        return Progress{waiting +
                        std::format("{} of {} updated replicas are available...\n", available, updated)};
    return Progress{std::format("deployment \"{}\" successfully rolled out\n", d.name()), true};
}

Result<Progress> daemonSetProgress(const kube::Object &d, std::int64_t)
{
    if (d.at("spec", "updateStrategy", "type").asString() != "RollingUpdate")
        return std::unexpected(Error("rollout status is only available for RollingUpdate strategy type"));
    const Value &status = d.status();
    if (d.generation() > status["observedGeneration"].asInt())
        return Progress{"Waiting for daemon set spec update to be observed...\n"};
    const std::int64_t updated = status["updatedNumberScheduled"].asInt(),
                       wanted = status["desiredNumberScheduled"].asInt(),
                       available = status["numberAvailable"].asInt();
    const std::string waiting = std::format("Waiting for daemon set \"{}\" rollout to finish: ", d.name());
    if (updated < wanted)
        return Progress{waiting +
                        std::format("{} out of {} new pods have been updated...\n", updated, wanted)};
    if (available < wanted)
        return Progress{waiting + std::format("{} of {} updated pods are available...\n", available, wanted)};
    return Progress{std::format("daemon set \"{}\" successfully rolled out\n", d.name()), true};
}

Result<Progress> statefulSetProgress(const kube::Object &s, std::int64_t)
{
    const Value &strategy = s.spec()["updateStrategy"], &status = s.status();
    if (strategy["type"].asString() != "RollingUpdate")
        return std::unexpected(Error("rollout status is only available for RollingUpdate strategy type"));
    const std::int64_t observed = status["observedGeneration"].asInt(), wanted = s.spec()["replicas"].asInt(),
                       updated = status["updatedReplicas"].asInt();
    if (observed == 0 || s.generation() > observed)
        return Progress{"Waiting for statefulset spec update to be observed...\n"};
    if (status["readyReplicas"].asInt() < wanted)
        return Progress{
            std::format("Waiting for {} pods to be ready...\n", wanted - status["readyReplicas"].asInt())};
    if (strategy["rollingUpdate"].isMap()) {
        const Value &partition = strategy.at("rollingUpdate", "partition");
        if (partition.isNumber() && updated < wanted - partition.asInt())
            return Progress{
                std::format("Waiting for partitioned roll out to finish: {} out of {} new pods have been "
                            "updated...\n",
                            updated, wanted - partition.asInt())};
        return Progress{
            std::format("partitioned roll out complete: {} new pods have been updated...\n", updated), true};
    }
    if (status["updateRevision"].asString() != status["currentRevision"].asString())
        return Progress{
            std::format("waiting for statefulset rolling update to complete {} pods at revision {}...\n",
                        updated, status["updateRevision"].asString())};
    return Progress{std::format("statefulset rolling update complete {} pods at revision {}...\n",
                                status["currentReplicas"].asInt(), status["currentRevision"].asString()),
                    true};
}

using Viewer = Result<Progress> (*)(const kube::Object &object, std::int64_t revision);

Viewer viewerFor(const ApiResource &type)
{
    static constexpr std::array<std::pair<std::string_view, Viewer>, 3> viewers{
        {{"Deployment.apps", deploymentProgress},
         {"DaemonSet.apps", daemonSetProgress},
         {"StatefulSet.apps", statefulSetProgress}}};
    const auto found =
        std::ranges::find(viewers, groupKindOf(type), &std::pair<std::string_view, Viewer>::first);
    return found == viewers.end() ? nullptr : found->second;
}

/// Prints what each state of the object means, until the rollout is over.
client::Task<Result<void>> followRollout(Session &session, std::shared_ptr<const ApiResource> type,
                                         Fetched item)
{
    const Viewer viewer = viewerFor(*type);
    if (!viewer)
        co_return std::unexpected(Error("no status viewer has been implemented for " + groupKindOf(*type)));
    const Flags &flags = session.flags();
    const bool watches = flags.isTrue("watch");
    const auto timeout = kube::parseGoDuration(flags.text("timeout")).value_or(base::Duration::zero());
    const base::Instant deadline =
        session.services().timers.now() + (timeout > base::Duration::zero() ? timeout : kForEver);
    std::optional<Error> error;
    bool isSeen = false;
    const ObjectWatcher watcher = [&](const kube::ObjectPtr &object) {
        if (!object && !isSeen)
            return Watched::GoOn; // there is none yet
        isSeen = true;
        if (!object) {
            error = Error("object has been deleted");
            return Watched::Stop;
        }
        const auto progress = viewer(*object, flags.number("revision"));
        if (!progress) {
            error = progress.error();
            return Watched::Stop;
        }
        session.print(progress->text);
        return progress->isDone || !watches ? Watched::Stop : Watched::GoOn;
    };
    const auto ended = co_await watchObject(session, type, std::string(item.object->ns()),
                                            std::string(item.object->name()), deadline, watcher);
    if (!ended)
        co_return std::unexpected(ended.error());
    if (!*ended)
        co_return std::unexpected(Error("timed out waiting for the condition"));
    if (error)
        co_return std::unexpected(*error);
    co_return Result<void>();
}

client::Task<int> runStatus(Session &session)
{
    if (session.flags().number("revision") < 0)
        co_return session.fail(
            std::format("revision must be a positive integer: {}", session.flags().number("revision")));
    auto selection = co_await selectRollouts(session);
    if (!selection)
        co_return session.fail(selection.error());
    const auto keeper = std::make_shared<const Selection>(*selection);
    bool isFound = false;
    const Errors errors = co_await visit(session, std::move(*selection), [&](Fetched item) {
        isFound = true;
        return followRollout(session, std::shared_ptr<const ApiResource>(keeper, item.type), item);
    });
    if (!errors.empty())
        co_return session.fail(errors);
    if (!isFound)
        session.warn("No resources found in " + session.ns() + " namespace.\n");
    co_return 0;
}

constexpr FlagSpec kStatusFlags[]{
    {"watch", 'w', FlagType::Bool, "true", "Go on until the rollout is over."},
    {"revision", 0, FlagType::Int, "0", "Fail when another revision is running; 0: any."},
    {"timeout", 0, FlagType::Duration, "0s", "Give up after this long; 0: never."},
};

} // namespace

const Command kRolloutStatus{
    .path = "rollout status",
    .usage = "(TYPE NAME | TYPE/NAME) [flags]",
    .brief = "Show the status of the rollout",
    .text = "Tells how far the newest template has come, until all its Pods are available.",
    .examples = "kubectl rollout status deployment/web",
    .flags = {kStatusFlags, rolloutFlags(), filenameFlags()},
    .run = runStatus,
};

} // namespace minato::shell::kubectl
