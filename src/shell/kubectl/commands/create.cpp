// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create -f. Mirrors kubectl/pkg/cmd/create (create.go).
#include "shell/kubectl/commands/create.h"

#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/last_applied.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/recording.h"
#include "shell/kubectl/typed_object.h"
#include "shell/kubectl/validation.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

client::Task<Result<void>> createOne(Session &session, Manifest manifest, CreatePlan plan)
{
    Value object = savingConfiguration(manifest.object, session.flags().isTrue("save-config"));
    if (recordsChange(session))
        object.edit("metadata").edit("annotations").set("kubernetes.io/change-cause", commandLine(session));
    if (plan.dryRun != DryRun::Client) {
        const auto created = co_await sendCreate(session, manifest.type->gvr, manifest.ns, object, plan);
        if (!created)
            co_return std::unexpected(withSource("creating", manifest.source, created.error()));
        object = *created;
    }
    co_return printChange(session, object, operationText("created", plan.dryRun));
}

client::Task<int> runCreate(Session &session)
{
    if (!session.arguments().empty()) {
        std::string words;
        for (const std::string &argument : session.arguments())
            words += (words.empty() ? "" : " ") + argument;
        co_return session.failUsage("Unexpected args: [" + words + "]");
    }
    const auto plan = createPlan(session);
    if (!plan)
        co_return session.fail(plan.error());
    Manifests read = co_await readManifests(session);
    bool isAnything = false;
    Errors errors;
    for (const Manifest &manifest : read.manifests) {
        const auto done = co_await createOne(session, manifest, *plan);
        isAnything = true;
        if (!done)
            errors.push_back(done.error());
    }
    errors.insert(errors.end(), read.errors.begin(), read.errors.end());
    if (errors.empty() && !isAnything)
        co_return session.fail("no objects passed to create");
    co_return errors.empty() ? 0 : session.fail(errors);
}

constexpr FlagSpec kCreateFlags[]{
    {"selector", 'l', FlagType::Text, "", "Only objects with these labels."},
    {"edit", 0, FlagType::Bool, "false", "Edit the objects first; not available here."},
    {"raw", 0, FlagType::Text, "", "Path to send the file to; not available here."},
};

constexpr FlagSpec kSharedFlags[]{
    {"field-manager", 0, FlagType::Text, "kubectl-create", "Who is noted as the manager of the fields."},
    {"save-config", 0, FlagType::Bool, "false",
     "Note the configuration in an annotation, for `kubectl apply`."},
};

} // namespace

FlagSpecs createFlags()
{
    return kSharedFlags;
}

Result<CreatePlan> createPlan(const Session &session)
{
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        return std::unexpected(dryRun.error());
    if (const auto printer = checkPrinter(session); !printer)
        return std::unexpected(printer.error());
    const auto validation = validationOf(session);
    if (!validation)
        return std::unexpected(validation.error());
    return CreatePlan{.dryRun = *dryRun, .validation = *validation};
}

client::Task<Result<Value>> sendCreate(Session &session, kube::GroupVersionResource type, std::string ns,
                                       Value object, CreatePlan plan)
{
    api::Request request{.verb = api::Verb::Create,
                         .resource = std::move(type),
                         .ns = std::move(ns),
                         .query = {{"fieldManager", session.flags().text("field-manager")},
                                   {"fieldValidation", plan.validation}},
                         .body = std::move(object)};
    if (plan.dryRun == DryRun::Server)
        request.query["dryRun"] = "All";
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return valueOf(answer->payload);
}

client::Task<Result<Value>> createTyped(Session &session, kube::GroupVersionResource type, std::string ns,
                                        Value object, CreatePlan plan)
{
    if (session.flags().isTrue("save-config"))
        object = withTypedLastApplied(asTyped(std::move(object), !session.isSince(34)));
    if (plan.dryRun == DryRun::Client)
        co_return object;
    co_return co_await sendCreate(session, std::move(type), std::move(ns), std::move(object),
                                  std::move(plan));
}

int printCreated(Session &session, Value object, const CreatePlan &plan)
{
    const auto printed = printTyped(session, std::move(object), operationText("created", plan.dryRun));
    return printed ? 0 : session.fail(printed.error());
}

Value namedObject(const Session &session, std::string_view apiVersion, std::string_view kind,
                  const std::string &name)
{
    Value metadata = Value::map({{"name", name}});
    if (session.hasExplicitNamespace())
        metadata.set("namespace", session.ns());
    return Value::map({{"apiVersion", apiVersion}, {"kind", kind}, {"metadata", std::move(metadata)}});
}

std::vector<FlagSpecs> creationFlags(FlagSpecs own)
{
    return {own, createFlags(), validateFlags(), dryRunFlags(), printFlags()};
}

namespace {

/// The one NAME before "--". Error: "exactly one NAME is required, got 0", as a usage error.
Result<std::string> nameArgument(const Session &session)
{
    const std::size_t count = std::min(session.flags().argumentsBeforeDashes(), session.arguments().size());
    if (count == 1)
        return session.arguments().front();
    return std::unexpected(Error("exactly one NAME is required, got " + std::to_string(count) +
                                 "\nSee 'kubectl " + std::string(session.command().path) +
                                 " -h' for help and examples"));
}

} // namespace

client::Task<int> runCreation(Session &session, Creation creation)
{
    const auto name = nameArgument(session);
    if (!name)
        co_return session.fail(name.error());
    const auto plan = createPlan(session);
    if (!plan)
        co_return session.fail(plan.error());
    auto object =
        creation.object ? creation.object(session, *name) : co_await creation.askedObject(session, *name);
    if (!object)
        co_return session.fail(object.error());
    auto created = co_await createTyped(session, creation.type, creation.isNamespaced ? session.ns() : "",
                                        *std::move(object), *plan);
    if (!created && creation.failure.empty())
        co_return session.fail(created.error());
    if (!created)
        co_return session.fail(std::string(creation.failure) + created.error().message());
    co_return printCreated(session, *std::move(created), *plan);
}

const Command kCreate{
    .path = "create",
    .usage = "-f FILENAME",
    .brief = "Create a resource from a file or from stdin",
    .text =
        "Creates what the files describe. An object that exists already is an error; `kubectl apply` would "
        "change it.",
    .examples = "# What a file describes\n"
                "kubectl create -f web.yaml\n\n"
                "# A Deployment, without a file\n"
                "kubectl create deployment web --image=nginx",
    .flags = {kCreateFlags, kSharedFlags, validateFlags(), dryRunFlags(), recordFlags(), filenameFlags(),
              printFlags()},
    .run = runCreate,
};

} // namespace minato::shell::kubectl
