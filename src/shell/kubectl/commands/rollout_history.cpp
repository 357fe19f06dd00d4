// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl rollout history and undo. Mirrors kubectl/pkg/cmd/rollout (rollout_history.go, rollout_undo.go) and
// pkg/polymorphichelpers (history.go, rollback.go), for Deployments.
#include "shell/kubectl/commands/rollout_history.h"

#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/rollout.h"
#include "shell/kubectl/describe/describe.h"
#include "shell/kubectl/last_applied.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/pod_spec.h"
#include "shell/kubectl/replica_sets.h"

#include <algorithm>
#include <array>
#include <format>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr std::string_view kChangeCause = "kubernetes.io/change-cause";

/// Annotations of the Deployment itself: a rollback keeps them.
constexpr std::array<std::string_view, 6> kOwnAnnotations{kLastApplied,
                                                          "deployment.kubernetes.io/revision",
                                                          "deployment.kubernetes.io/revision-history",
                                                          "deployment.kubernetes.io/desired-replicas",
                                                          "deployment.kubernetes.io/max-replicas",
                                                          "deprecated.deployment.rollback.to"};

/// The Deployment as it is now; its ReplicaSets by revision.
struct Revisions {
    kube::ObjectPtr deployment;
    std::vector<kube::ObjectPtr> sets;
    History byNumber;
};

client::Task<Result<Revisions>> readRevisions(Session &session, Fetched item)
{
    api::Request get = changeRequest(api::Verb::Get, *item.type, *item.object, "", DryRun::None);
    const auto answer = co_await session.send(std::move(get));
    if (!answer)
        co_return std::unexpected(answer.error());
    Revisions revisions{.deployment = answer->object()};
    const auto sets = co_await ownedReplicaSets(session, revisions.deployment);
    if (!sets)
        co_return std::unexpected(sets.error());
    revisions.sets = *sets;
    for (const kube::ObjectPtr &set : *sets)
        revisions.byNumber[revisionOf(*set)] = set;
    co_return revisions;
}

Result<std::string> historyText(const Session &session, const History &history, std::int64_t revision)
{
    if (history.empty())
        return "No rollout history found.";
    if (revision > 0) {
        const auto found = history.find(revision);
        if (found == history.end())
            return std::unexpected(Error("unable to find the specified revision"));
        Value podTemplate = found->second->spec()["template"];
        if (const auto cause = found->second->annotations()[kChangeCause].asString(); !cause.empty())
            podTemplate.edit("metadata").edit("annotations").set(kChangeCause, cause);
        return templateText(session, podTemplate);
    }
    return historyTable(history);
}

client::Task<Result<void>> printHistory(Session &session, Fetched item)
{
    if (keepsControllerRevisions(*item.type))
        co_return co_await printControllerHistory(session, item);
    if (groupKindOf(*item.type) != "Deployment.apps")
        co_return std::unexpected(notImplemented(*item.type, "history viewer", "history"));
    const auto revisions = co_await readRevisions(session, item);
    if (!revisions)
        co_return std::unexpected(revisions.error());
    const std::int64_t revision = session.flags().number("revision");
    if (session.flags().isGiven("output")) {
        for (const auto &[number, set] : revisions->byNumber)
            if (revision == 0 || revision == number)
                if (const auto printed = printTyped(session, set->root(), ""); !printed)
                    co_return printed;
        co_return Result<void>();
    }
    const auto text = historyText(session, revisions->byNumber, revision);
    if (!text)
        co_return std::unexpected(text.error());
    const std::string which = revision > 0 ? std::format("with revision #{}", revision) : "";
    co_return printChange(session, item.object->root(), which + "\n" + *text);
}

client::Task<int> runHistory(Session &session)
{
    if (session.arguments().empty() && session.flags().list("filename").empty())
        co_return session.fail("required resource not specified");
    if (session.flags().number("revision") < 0)
        co_return session.fail(
            std::format("revision must be a positive integer: {}", session.flags().number("revision")));
    auto selection = co_await selectRollouts(session);
    if (!selection)
        co_return session.fail(selection.error());
    if (session.flags().isGiven("output"))
        if (const auto printer = checkPrinter(session); !printer)
            co_return session.fail(printer.error());
    const Errors errors = co_await visit(session, std::move(*selection),
                                         [&session](Fetched item) { return printHistory(session, item); });
    co_return errors.empty() ? 0 : session.fail(errors);
}

/// The ReplicaSet to go back to; `revision` 0: the one before the newest.
Result<kube::ObjectPtr> targetOf(const Revisions &revisions, std::int64_t revision)
{
    const auto &history = revisions.byNumber;
    if (revision > 0) {
        const auto found = history.find(revision);
        if (found == history.end())
            return std::unexpected(noSuchRevision(revision));
        return found->second;
    }
    if (history.size() < 2)
        return std::unexpected(Error(
            std::format("no rollout history found for deployment \"{}\"", revisions.deployment->name())));
    return std::next(history.rbegin())->second;
}

Value rollbackPatch(const kube::Object &deployment, const kube::Object &set)
{
    Value annotations = Value::emptyMap();
    for (const std::string_view key : kOwnAnnotations)
        if (deployment.annotations().contains(key))
            annotations.set(key, deployment.annotations()[key]);
    for (const kube::Member &annotation : set.annotations().members())
        if (!std::ranges::contains(kOwnAnnotations, annotation.key()))
            annotations.set(annotation.key(), annotation.value);
    return Value::array(
        {Value::map(
             {{"op", "replace"}, {"path", "/spec/template"}, {"value", withoutHash(set.spec()["template"])}}),
         Value::map(
             {{"op", "replace"}, {"path", "/metadata/annotations"}, {"value", std::move(annotations)}})});
}

/// What was done, as it is printed after the name.
client::Task<Result<std::string>> rollBack(Session &session, Fetched item, DryRun dryRun)
{
    const std::int64_t revision = session.flags().number("to-revision");
    if (revision < 0)
        co_return std::unexpected(noSuchRevision(revision));
    const auto revisions = co_await readRevisions(session, item);
    if (!revisions)
        co_return std::unexpected(Error("failed to retrieve Deployment " + std::string(item.object->name()) +
                                        ": " + revisions.error().message()));
    const auto target = targetOf(*revisions, revision);
    if (!target)
        co_return std::unexpected(target.error());
    const kube::Object &deployment = *revisions->deployment;
    if (dryRun == DryRun::Client)
        co_return templateText(session, (*target)->spec()["template"]);
    if (deployment.spec()["paused"].asBool())
        co_return std::unexpected(
            Error("you cannot rollback a paused deployment; resume it first with 'kubectl rollout "
                  "resume' and try again"));
    if (withoutHash((*target)->spec()["template"]) == withoutHash(deployment.spec()["template"]))
        co_return std::format("skipped rollback (current template already matches revision {})", revision);
    api::Request request = changeRequest(api::Verb::Patch, *item.type, deployment, "", dryRun);
    request.patchType = kube::PatchType::Json;
    request.body = rollbackPatch(deployment, **target);
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(
            Error(std::format("failed restoring revision {}: {}", revision, answer.error().message())));
    co_return "rolled back";
}

using Rollback = client::Task<Result<std::string>> (*)(Session &session, Fetched item, DryRun dryRun);

client::Task<Result<void>> undoOne(Session &session, Fetched item, DryRun dryRun)
{
    const bool isDeployment = groupKindOf(*item.type) == "Deployment.apps";
    if (!isDeployment && !keepsControllerRevisions(*item.type))
        co_return std::unexpected(notImplemented(*item.type, "rollbacker", "rollbacker"));
    Rollback rollback = isDeployment ? rollBack : rollBackController;
    const auto done = co_await rollback(session, item, dryRun);
    if (!done)
        co_return std::unexpected(done.error());
    co_return printTyped(session, item.object->root(), operationText(*done, dryRun));
}

client::Task<int> runUndo(Session &session)
{
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        co_return session.fail(dryRun.error());
    auto selection = co_await selectRollouts(session);
    if (!selection)
        co_return session.fail(selection.error());
    const Errors errors =
        co_await visit(session, std::move(*selection),
                       [&session, mode = *dryRun](Fetched item) { return undoOne(session, item, mode); });
    co_return errors.empty() ? 0 : session.fail(errors);
}

constexpr FlagSpec kHistoryFlags[]{
    {"revision", 0, FlagType::Int, "0", "Show the template of this revision; 0: the list of revisions."}};
constexpr FlagSpec kUndoFlags[]{
    {"to-revision", 0, FlagType::Int, "0", "The revision to go back to; 0: the one before the newest."}};

} // namespace

std::string templateText(const Session &session, const Value &podTemplate)
{
    DescribeWriter writer(session);
    writer.keepTabs();
    writePodTemplate(writer, podTemplate);
    return writer.take();
}

std::string historyTable(const History &history)
{
    kube::TabWriter writer({.minWidth = 0, .padding = 2});
    writer.write("REVISION\tCHANGE-CAUSE\n");
    for (const auto &[number, set] : history) {
        const std::string_view cause = set->annotations()[kChangeCause].asString();
        writer.write(std::format("{}\t{}\n", number, cause.empty() ? "<none>" : cause));
    }
    return writer.flush();
}

Error noSuchRevision(std::int64_t revision)
{
    return Error(std::format("unable to find specified revision {} in history", revision));
}

const Command kRolloutHistory{
    .path = "rollout history",
    .usage = "(TYPE NAME | TYPE/NAME) [flags]",
    .brief = "View rollout history",
    .text = "Lists the templates that a Deployment, StatefulSet or DaemonSet still knows.",
    .examples = "# The revisions\n"
                "kubectl rollout history deployment/web\n\n"
                "# What the third one was\n"
                "kubectl rollout history deployment/web --revision=3",
    .flags = {kHistoryFlags, rolloutFlags(), filenameFlags(), printFlags()},
    .run = runHistory,
};

const Command kRolloutUndo{
    .path = "rollout undo",
    .usage = "(TYPE NAME | TYPE/NAME) [flags]",
    .brief = "Undo a previous rollout",
    .text = "Rolls out an earlier template again. It becomes the newest revision.",
    .examples = "# Back by one\n"
                "kubectl rollout undo deployment/web\n\n"
                "# Back to a certain revision\n"
                "kubectl rollout undo deployment/web --to-revision=3",
    .flags = {kUndoFlags, rolloutFlags(), dryRunFlags(), filenameFlags(), printFlags()},
    .run = runUndo,
};

} // namespace minato::shell::kubectl
