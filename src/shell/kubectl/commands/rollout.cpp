// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl rollout pause, resume and restart, and what all of `rollout` shares. Mirrors
// kubectl/pkg/cmd/rollout and pkg/polymorphichelpers (objectpauser.go, objectresumer.go, objectrestarter.go).
#include "shell/kubectl/commands/rollout.h"

#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/pod_spec.h"

#include <algorithm>
#include <array>
#include <functional>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// The patch that a subcommand sends, or why it does not.
using Patcher = std::function<Result<Value>(const kube::Object &object)>;

client::Task<Result<void>> patchOne(Session &session, Fetched item, Patcher patcher, std::string operation)
{
    auto patch = patcher(*item.object);
    if (!patch)
        co_return std::unexpected(aboutObject(item, patch.error().text));
    if (patch->size() == 0)
        co_return std::unexpected(Error("failed to create patch for " + std::string(item.object->name()) +
                                        ": if restart has already been triggered within the past second, "
                                        "please wait before attempting to "
                                        "trigger another"));
    api::Request request = changeRequest(api::Verb::Patch, *item.type, *item.object,
                                         session.flags().text("field-manager"), DryRun::None);
    request.patchType = kube::PatchType::Strategic;
    request.body = std::move(*patch);
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(Error("failed to patch: " + answer.error().message()));
    co_return printTyped(session, valueOf(answer->payload), operation);
}

client::Task<int> patchAll(Session &session, Patcher patcher, std::string operation)
{
    auto selection = co_await selectRollouts(session);
    if (!selection)
        co_return session.fail(selection.error());
    const FetchedObjects fetched = co_await fetch(session, std::move(*selection));
    Errors errors = fetched.errors;
    if (fetched.objects.empty() && errors.empty()) {
        session.warn("No resources found in " + session.ns() + " namespace.\n");
        co_return 0;
    }
    for (const Fetched &item : fetched.objects) {
        const auto done = co_await patchOne(session, item, patcher, operation);
        if (!done)
            errors.push_back(done.error());
    }
    co_return errors.empty() ? 0 : session.fail(errors);
}

Value pausedPatch(Value paused)
{
    return Value::map({{"spec", Value::map({{"paused", std::move(paused)}})}});
}

client::Task<int> runPause(Session &session)
{
    return patchAll(
        session,
        [](const kube::Object &object) -> Result<Value> {
            if (object.kind() != "Deployment")
                return std::unexpected(Error("pausing is not supported"));
            if (object.spec()["paused"].asBool())
                return std::unexpected(Error("is already paused"));
            return pausedPatch(true);
        },
        "paused");
}

client::Task<int> runResume(Session &session)
{
    return patchAll(
        session,
        [](const kube::Object &object) -> Result<Value> {
            if (object.kind() != "Deployment")
                return std::unexpected(Error("resuming is not supported"));
            if (!object.spec()["paused"].asBool())
                return std::unexpected(Error("is not paused"));
            return pausedPatch(Value());
        },
        "resumed");
}

/// The template gets an annotation with the time: a new template, so that all Pods are replaced.
Result<Value> restartPatch(const kube::Object &object, const std::string &now)
{
    static constexpr std::array<std::string_view, 3> kinds{"Deployment", "DaemonSet", "StatefulSet"};
    constexpr std::string_view kRestartedAt = "kubectl.kubernetes.io/restartedAt";
    if (!std::ranges::contains(kinds, object.kind()))
        return std::unexpected(Error("restarting is not supported"));
    if (object.spec()["paused"].asBool())
        return std::unexpected(Error("can't restart paused deployment (run rollout resume first)"));
    if (object.at("spec", "template", "metadata", "annotations")[kRestartedAt].asString() == now)
        return Value::emptyMap();
    const Value annotations = Value::map({{kRestartedAt, now}});
    const Value metadata = Value::map({{"annotations", annotations}});
    return Value::map({{"spec", Value::map({{"template", Value::map({{"metadata", metadata}})}})}});
}

client::Task<int> runRestart(Session &session)
{
    const std::string now = base::toRfc3339(session.now());
    return patchAll(
        session, [now](const kube::Object &object) { return restartPatch(object, now); }, "restarted");
}

constexpr FlagSpec kSelectorFlags[]{{"selector", 'l', FlagType::Text, "", "Only objects with these labels."}};
constexpr FlagSpec kManagerFlags[]{
    {"field-manager", 0, FlagType::Text, "kubectl-rollout", "Who is noted as the manager of the fields."}};

} // namespace

FlagSpecs rolloutFlags()
{
    return kSelectorFlags;
}

client::Task<Result<Selection>> selectRollouts(Session &session)
{
    if (session.arguments().empty() && session.flags().list("filename").empty())
        co_return std::unexpected(Error("required resource not specified"));
    SelectOptions options = selectOptions(session);
    options.listsBareTypes = true;
    auto selection = co_await select(session, session.arguments(), options);
    co_return selection;
}

Error aboutObject(const Fetched &item, std::string_view text)
{
    return Error("error: " + item.type->gvr.groupResource() + " \"" + std::string(item.object->name()) +
                 "\" " + std::string(text));
}

Error notImplemented(const ApiResource &type, std::string_view what, std::string_view verb)
{
    static constexpr std::array<std::string_view, 8> visited{
        "DaemonSet.apps",  "Deployment.apps",       "Job.batch",        "Pod",
        "ReplicaSet.apps", "ReplicationController", "StatefulSet.apps", "CronJob.batch"};
    const std::string kind = groupKindOf(type);
    if (std::ranges::contains(visited, kind))
        return Error("no " + std::string(what) + " has been implemented for \"" + kind + "\"");
    return Error("error retrieving " + std::string(verb) + " for \"" + kind +
                 "\", no visitor method exists for {" + type.gvr.group + " " + type.kind + "}");
}

const Command kRollout{
    .path = "rollout",
    .usage = "SUBCOMMAND",
    .brief = "Manage the rollout of a resource",
    .text = "Follows, stops, repeats and takes back the replacing of Pods by those of a new template.",
    .examples = "# How far is it?\n"
                "kubectl rollout status deployment/web\n\n"
                "# Back to the template before\n"
                "kubectl rollout undo deployment/web",
    .flags = {},
    .failsBare = true,
};

const Command kRolloutPause{
    .path = "rollout pause",
    .usage = "RESOURCE",
    .brief = "Mark the provided resource as paused",
    .text = "Changes of a paused Deployment's template wait until it is resumed.",
    .examples = "kubectl rollout pause deployment/web",
    .flags = {kManagerFlags, rolloutFlags(), filenameFlags(), printFlags()},
    .run = runPause,
};

const Command kRolloutResume{
    .path = "rollout resume",
    .usage = "RESOURCE",
    .brief = "Resume a paused resource",
    .text = "What was changed meanwhile is rolled out at once.",
    .examples = "kubectl rollout resume deployment/web",
    .flags = {kManagerFlags, rolloutFlags(), filenameFlags(), printFlags()},
    .run = runResume,
};

const Command kRolloutRestart{
    .path = "rollout restart",
    .usage = "RESOURCE",
    .brief = "Restart a resource",
    .text = "Replaces all Pods by new ones of the same template, step by step.",
    .examples = "kubectl rollout restart deployment/web",
    .flags = {kManagerFlags, rolloutFlags(), filenameFlags(), printFlags()},
    .run = runRestart,
};

} // namespace minato::shell::kubectl
