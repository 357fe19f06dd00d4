// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl replace. Mirrors kubectl/pkg/cmd/replace (replace.go); without --raw.
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/delete.h"
#include "shell/kubectl/last_applied.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/validation.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

struct ReplacePlan {
    std::string validation;
    DryRun dryRun = DryRun::None;
    DeletePlan deletion;
};

Result<ReplacePlan> readPlan(const Session &session)
{
    ReplacePlan plan;
    const auto validation = validationOf(session);
    if (!validation)
        return std::unexpected(validation.error());
    plan.validation = *validation;
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        return std::unexpected(dryRun.error());
    plan.dryRun = *dryRun;
    if (const auto printer = checkPrinter(session); !printer)
        return std::unexpected(printer.error());
    auto deletion = deletionPlan(session);
    if (!deletion)
        return std::unexpected(deletion.error());
    plan.deletion = std::move(*deletion);
    plan.deletion.ignoresNotFound = true;
    if (plan.deletion.gracePeriod == 0) {
        plan.deletion.gracePeriod = 1;
        plan.deletion.waits = true;
    }
    if (session.flags().list("filename").empty() && session.flags().text("kustomize").empty())
        return std::unexpected(Error("must specify one of -f and -k"));
    return plan;
}

Result<void> checkPlan(const ReplacePlan &plan)
{
    if (plan.deletion.gracePeriod >= 0 && !plan.deletion.isForced)
        return std::unexpected(Error("--grace-period must have --force specified"));
    if (plan.deletion.timeout != base::Duration::zero() && !plan.deletion.isForced)
        return std::unexpected(Error("--timeout must have --force specified"));
    if (plan.deletion.isForced && plan.dryRun != DryRun::None)
        return std::unexpected(Error("--dry-run can not be used when --force is set"));
    return {};
}

/// The file's object, with what flags add to it.
Value prepared(const Session &session, const Manifest &manifest)
{
    return savingConfiguration(manifest.object, session.flags().isTrue("save-config"));
}

api::Request requestFor(const Session &session, api::Verb verb, const Manifest &manifest,
                        const ReplacePlan &plan)
{
    api::Request request{.verb = verb,
                         .resource = manifest.type->gvr,
                         .ns = manifest.ns,
                         .name = verb == api::Verb::Create ? "" : manifest.name(),
                         .query = {{"fieldManager", session.flags().text("field-manager")},
                                   {"fieldValidation", plan.validation}}};
    if (plan.dryRun == DryRun::Server)
        request.query["dryRun"] = "All";
    return request;
}

client::Task<Result<void>> replaceOne(Session &session, Manifest manifest, ReplacePlan plan)
{
    Value object = prepared(session, manifest);
    const std::string operation = operationText("replaced", plan.dryRun);
    if (plan.dryRun == DryRun::Client)
        co_return printChange(session, object, operation);
    const std::string &subresource = session.flags().text("subresource");
    // Without a version of its own it takes the place of whatever is there.
    if (object.at("metadata", "resourceVersion").asString().empty()) {
        const auto live = co_await session.send({.verb = api::Verb::Get,
                                                 .resource = manifest.type->gvr,
                                                 .subresource = subresource,
                                                 .ns = manifest.ns,
                                                 .name = manifest.name()});
        if (live)
            object.edit("metadata")
                .set("resourceVersion", valueOf(live->payload).at("metadata", "resourceVersion"));
    }
    api::Request request = requestFor(session, api::Verb::Update, manifest, plan);
    request.subresource = subresource;
    request.body = std::move(object);
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(withSource("replacing", manifest.source, answer.error()));
    co_return printChange(session, valueOf(answer->payload), operation);
}

constexpr base::Duration kPause = std::chrono::seconds(1), kLongest = std::chrono::minutes(5);

client::Task<Result<void>> waitUntilMissing(Session &session, Manifest manifest, base::Duration timeout)
{
    const base::Instant deadline = session.services().timers.now() + timeout;
    for (;;) {
        const auto live = co_await session.send({.verb = api::Verb::Get,
                                                 .resource = manifest.type->gvr,
                                                 .ns = manifest.ns,
                                                 .name = manifest.name()});
        if (!live && live.error().isNotFound())
            co_return Result<void>();
        if (!live)
            co_return std::unexpected(live.error());
        if (session.services().timers.now() + kPause > deadline)
            co_return std::unexpected(Error("context deadline exceeded"));
        co_await client::sleep(session.services().timers, kPause);
    }
}

/// Deletes all, waits until they are gone, and creates them anew.
client::Task<int> replaceByForce(Session &session, std::vector<Manifest> manifests, ReplacePlan plan)
{
    std::vector<Doomed> doomed;
    for (const Manifest &manifest : manifests)
        doomed.push_back({manifest.type, manifest.ns, manifest.name(), "", manifest.source});
    if (const int status = co_await deleteAll(session, std::move(doomed), {}, plan.deletion); status != 0)
        co_return status;
    const base::Duration timeout =
        plan.deletion.timeout == base::Duration::zero() ? kLongest : plan.deletion.timeout;
    Errors errors;
    for (const Manifest &manifest : manifests)
        if (const auto gone = co_await waitUntilMissing(session, manifest, timeout); !gone)
            errors.push_back(gone.error());
    if (!errors.empty())
        co_return session.fail(errors);
    for (const Manifest &manifest : manifests) {
        api::Request request = requestFor(session, api::Verb::Create, manifest, plan);
        request.body = prepared(session, manifest);
        const auto created = co_await session.send(std::move(request));
        if (!created) {
            errors.push_back(created.error());
            continue;
        }
        if (const auto printed = printChange(session, valueOf(created->payload), "replaced"); !printed)
            errors.push_back(printed.error());
    }
    co_return errors.empty() ? 0 : session.fail(errors);
}

client::Task<int> runReplace(Session &session)
{
    const auto plan = readPlan(session);
    if (!plan)
        co_return session.fail(plan.error());
    if (const auto checked = checkPlan(*plan); !checked)
        co_return session.fail(checked.error());
    Manifests read = co_await readManifests(session);
    if (plan->deletion.isForced) {
        if (!read.errors.empty())
            co_return session.fail(read.errors);
        if (read.manifests.empty())
            co_return session.fail("no objects passed to replace");
        co_return co_await replaceByForce(session, std::move(read.manifests), *plan);
    }
    Errors errors;
    for (const Manifest &manifest : read.manifests)
        if (const auto done = co_await replaceOne(session, manifest, *plan); !done)
            errors.push_back(done.error());
    errors.insert(errors.end(), read.errors.begin(), read.errors.end());
    co_return errors.empty() ? 0 : session.fail(errors);
}

constexpr FlagSpec kReplaceFlags[]{
    {"subresource", 0, FlagType::Text, "", "Replace this part of the object: status, scale."},
    {"field-manager", 0, FlagType::Text, "kubectl-replace", "Who is noted as the manager of the fields."},
    {"save-config", 0, FlagType::Bool, "false",
     "Note the configuration in an annotation, for `kubectl apply`."},
};

} // namespace

const Command kReplace{
    .path = "replace",
    .usage = "-f FILENAME",
    .brief = "Replace a resource by file name or stdin",
    .text = "Puts what the file says in the place of what is there. What the file leaves out is gone; "
            "`kubectl apply` would keep it.",
    .examples = "# The object as the file has it\n"
                "kubectl replace -f web.yaml\n\n"
                "# Delete it first and create it anew\n"
                "kubectl replace --force -f web.yaml",
    .flags = {kReplaceFlags, deletionFlags(), validateFlags(), dryRunFlags(), filenameFlags(), printFlags()},
    .run = runReplace,
};

} // namespace minato::shell::kubectl
