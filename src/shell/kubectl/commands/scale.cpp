// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl scale. Mirrors kubectl/pkg/cmd/scale (scale.go) and pkg/scale.
#include "kube/duration.h"
#include "shell/kubectl/changing.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/recording.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

struct ScalePlan {
    std::int64_t replicas = 0, expected = -1; ///< expected -1: whatever there is
    std::string resourceVersion;
    DryRun dryRun = DryRun::None;
    base::Duration timeout{};
    [[nodiscard]] bool hasPrecondition() const { return expected != -1 || !resourceVersion.empty(); }
};

api::Request scaleRequest(api::Verb verb, const Fetched &item, DryRun dryRun)
{
    api::Request request =
        changeRequest(verb, *item.type, *item.object, "", verb == api::Verb::Get ? DryRun::None : dryRun);
    request.subresource = "scale";
    return request;
}

client::Task<Result<void>> patchScale(Session &session, Fetched item, ScalePlan plan)
{
    api::Request request = scaleRequest(api::Verb::Patch, item, plan.dryRun);
    request.patchType = kube::PatchType::Merge;
    request.body = Value::map({{"spec", Value::map({{"replicas", plan.replicas}})}});
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return Result<void>();
}

/// With a precondition: read, compare, write back what was read.
client::Task<Result<void>> replaceScale(Session &session, Fetched item, ScalePlan plan)
{
    constexpr int kAttempts = 300;
    for (int attempt = 1;; ++attempt) {
        const auto answer = co_await session.send(scaleRequest(api::Verb::Get, item, plan.dryRun));
        if (!answer)
            co_return std::unexpected(answer.error());
        Value scale = valueOf(answer->payload);
        const std::int64_t replicas = scale.at("spec", "replicas").asInt();
        if (plan.expected != -1 && replicas != plan.expected)
            co_return std::unexpected(Error("Expected replicas to be " + std::to_string(plan.expected) +
                                            ", was " + std::to_string(replicas)));
        const std::string version(scale.at("metadata", "resourceVersion").asString());
        if (!plan.resourceVersion.empty() && version != plan.resourceVersion)
            co_return std::unexpected(
                Error("Expected resource version to be " + plan.resourceVersion + ", was " + version));
        scale.edit("spec").set("replicas", plan.replicas);
        api::Request request = scaleRequest(api::Verb::Update, item, plan.dryRun);
        request.body = std::move(scale);
        const auto written = co_await session.send(std::move(request));
        if (written)
            co_return Result<void>();
        const bool isConflict = written.error().status && written.error().status->isReason("Conflict");
        if (!isConflict || attempt == kAttempts)
            co_return std::unexpected(written.error());
        co_await client::sleep(session.services().timers, std::chrono::seconds(1));
    }
}

/// --timeout: until there are as many replicas as asked for.
client::Task<Result<void>> waitForReplicas(Session &session, Fetched item, ScalePlan plan)
{
    const base::Instant deadline = session.services().timers.now() + plan.timeout;
    for (;;) {
        const auto answer = co_await session.send(scaleRequest(api::Verb::Get, item, plan.dryRun));
        if (!answer)
            co_return std::unexpected(answer.error());
        const Value scale = valueOf(answer->payload);
        if (scale.at("status", "replicas").asInt() == plan.replicas &&
            scale.at("spec", "replicas").asInt() == plan.replicas)
            co_return Result<void>();
        if (session.services().timers.now() >= deadline)
            co_return std::unexpected(
                Error("timed out waiting for \"" + std::string(item.object->name()) + "\" to be synced"));
        co_await client::sleep(session.services().timers, std::chrono::seconds(1));
    }
}

client::Task<Result<void>> scaleOne(Session &session, Fetched item, ScalePlan plan)
{
    if (plan.dryRun != DryRun::Client) {
        Result<void> done;
        if (plan.hasPrecondition())
            done = co_await replaceScale(session, item, plan);
        else
            done = co_await patchScale(session, item, plan);
        if (done && plan.timeout > base::Duration::zero() && plan.dryRun == DryRun::None)
            done = co_await waitForReplicas(session, item, plan);
        if (!done)
            co_return done;
        co_await recordChange(session, item, plan.dryRun);
    }
    co_return printChange(session, item.object->root(), operationText("scaled", plan.dryRun));
}

client::Task<int> runScale(Session &session)
{
    const Flags &flags = session.flags();
    ScalePlan plan{.replicas = flags.number("replicas"),
                   .expected = flags.number("current-replicas"),
                   .resourceVersion = flags.text("resource-version"),
                   .timeout = kube::parseGoDuration(flags.text("timeout")).value_or(base::Duration::zero())};
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        co_return session.fail(dryRun.error());
    plan.dryRun = *dryRun;
    if (plan.replicas < 0)
        co_return session.fail(
            "The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0");
    if (plan.expected < -1)
        co_return session.fail("The --current-replicas must specify an integer of -1 or greater");
    auto fetched = co_await fetchArguments(session, selectOptions(session));
    if (!fetched)
        co_return session.fail(fetched.error());
    if (!plan.resourceVersion.empty() && fetched->objects.size() > 1)
        co_return session.fail("cannot use --resource-version with multiple resources");
    if (fetched->objects.empty() && fetched->errors.empty())
        co_return session.fail("no objects passed to scale");
    if (fetched->objects.empty())
        co_return session.fail("no objects passed to scale " + fetched->errors.front().message());
    for (const Fetched &item : fetched->objects) {
        const auto done = co_await scaleOne(session, item, plan);
        if (!done)
            co_return session.fail(done.error());
    }
    co_return fetched->errors.empty() ? 0 : session.fail(fetched->errors);
}

constexpr FlagSpec kScaleFlags[]{
    {"replicas", 0, FlagType::Int, "0", "How many replicas there shall be."},
    {"current-replicas", 0, FlagType::Int, "-1", "Only if there are this many now; -1: whatever there is."},
    {"resource-version", 0, FlagType::Text, "", "Only if the object still has this resource version."},
    {"timeout", 0, FlagType::Duration, "0s", "Wait this long for the replicas to be there; 0: do not wait."},
};

} // namespace

const Command kScale{
    .path = "scale",
    .usage = "[--resource-version=version] [--current-replicas=count] --replicas=COUNT (TYPE NAME)",
    .brief = "Set a new size for a deployment, replica set, or replication controller",
    .text = "Changes how many Pods a Deployment, ReplicaSet or StatefulSet keeps. With --current-replicas or "
            "--resource-version it does so only if the object is still as expected.",
    .examples = "# Four replicas\n"
                "kubectl scale deployments/web --replicas=4\n\n"
                "# Three, but only if there are two now\n"
                "kubectl scale deployment web --current-replicas=2 --replicas=3\n\n"
                "# Several at once\n"
                "kubectl scale deployment/web deployment/api --replicas=5",
    .flags = {kScaleFlags, selectorFlags(), dryRunFlags(), recordFlags(), printFlags(), filenameFlags()},
    .run = runScale,
    .required = {"replicas"},
};

} // namespace minato::shell::kubectl
