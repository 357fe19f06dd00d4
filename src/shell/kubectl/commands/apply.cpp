// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl apply. Mirrors kubectl/pkg/cmd/apply (apply.go, patcher.go), for built-in types.
#include "kube/json.h"
#include "kube/patch.h"
#include "shell/kubectl/apply_migration.h"
#include "shell/kubectl/apply_patch.h"
#include "shell/kubectl/changing.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/last_applied.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/recording.h"
#include "shell/kubectl/resource_args.h"
#include "shell/kubectl/validation.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr int kRetries = 5, kRetriesBeforePause = 1;
constexpr std::string_view kConflictAdvice =
    "\nPlease review the fields above--they currently have other managers. Here\n"
    "are the ways you can resolve this warning:\n"
    "* If you intend to manage all of these fields, please re-run the apply\n"
    "  command with the `--force-conflicts` flag.\n"
    "* If you do not intend to manage all of the fields, please edit your\n"
    "  manifest to remove references to the fields that should keep their\n"
    "  current managers.\n"
    "* You may co-own fields by updating your manifest to match the existing\n"
    "  value; in this case, you'll become the manager if the other manager(s)\n"
    "  stop managing the field (remove it from their configuration).\n"
    "See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts";

struct ApplyPlan {
    DryRun dryRun = DryRun::None;
    std::string validation;
    bool isServerSide = false, printsObjects = false;
};

/// What became of one manifest.
struct Applied {
    Value object;
    std::string operation;
};

Value withoutNulls(const Value &value)
{
    Value result = value;
    for (std::size_t i = 0; i < value.items().size(); ++i)
        result.edit(i) = withoutNulls(value[i]);
    for (const kube::Member &member : value.members()) {
        if (member.value.isNull())
            result.erase(member.key());
        else if (member.value.isMap() || member.value.isArray())
            result.set(member.key(), withoutNulls(member.value));
    }
    return result;
}

api::Request requestFor(const Session &session, api::Verb verb, const Manifest &manifest,
                        const ApplyPlan &plan)
{
    const std::string &given = session.flags().text("field-manager");
    api::Request request{.verb = verb,
                         .resource = manifest.type->gvr,
                         .ns = manifest.ns,
                         .name = verb == api::Verb::Create ? "" : manifest.name()};
    if (verb == api::Verb::Get)
        return request;
    const std::string standard = plan.isServerSide ? "kubectl" : "kubectl-client-side-apply";
    request.query = {{"fieldManager", session.flags().isGiven("field-manager") ? given : standard},
                     {"fieldValidation", plan.validation}};
    if (plan.dryRun == DryRun::Server)
        request.query["dryRun"] = "All";
    return request;
}

/// "Resource: …, GroupVersionKind: …" and the name, as messages show an object.
std::string aboutManifest(const Manifest &manifest)
{
    const kube::GroupVersionResource &gvr = manifest.type->gvr;
    const std::string version = gvr.group + "/" + gvr.version;
    return "Resource: \"" + version + ", Resource=" + gvr.resource + "\", GroupVersionKind: \"" + version +
           ", Kind=" + manifest.type->kind + "\"\nName: \"" + manifest.name() + "\", Namespace: \"" +
           manifest.ns + "\"";
}

void warnIfDeleting(const Session &session, const Value &object)
{
    if (object["metadata"].contains("deletionTimestamp"))
        session.warn("Warning: Detected changes to resource " +
                     std::string(object.at("metadata", "name").asString()) +
                     " which is currently being deleted.\n");
}

client::Task<Result<Applied>> createNew(Session &session, Manifest manifest, ApplyPlan plan)
{
    Value object = withoutNulls(withLastApplied(manifest.object));
    if (plan.dryRun != DryRun::Client) {
        api::Request request = requestFor(session, api::Verb::Create, manifest, plan);
        request.body = object;
        const auto answer = co_await session.send(std::move(request));
        if (!answer)
            co_return std::unexpected(withSource("creating", manifest.source, answer.error()));
        object = valueOf(answer->payload);
    }
    co_return Applied{std::move(object), "created"};
}

/// --force: deletes the object and makes it anew.
client::Task<Result<Value>> replaceByForce(Session &session, Manifest manifest, ApplyPlan plan)
{
    api::Request doomed = requestFor(session, api::Verb::Delete, manifest, plan);
    doomed.query.clear();
    doomed.body = Value::map({{"propagationPolicy", "Background"}});
    const auto deleted = co_await session.send(std::move(doomed));
    if (!deleted)
        co_return std::unexpected(deleted.error());
    for (;;) {
        const auto answer = co_await session.send(requestFor(session, api::Verb::Get, manifest, plan));
        if (!answer && answer.error().isNotFound())
            break;
        if (!answer)
            co_return std::unexpected(answer.error());
        co_await client::sleep(session.services().timers, std::chrono::seconds(1));
    }
    api::Request request = requestFor(session, api::Verb::Create, manifest, plan);
    request.body = withLastApplied(manifest.object);
    const auto created = co_await session.send(std::move(request));
    if (!created)
        co_return std::unexpected(created.error());
    co_return valueOf(created->payload);
}

struct Patched {
    Value patch, object;
};

/// Patches the live object; begins anew when somebody else has changed it meanwhile.
client::Task<Result<Patched>> patchLive(Session &session, Manifest manifest, Value live, ApplyPlan plan)
{
    for (int attempt = 0;; ++attempt) {
        auto patch = applyPatch(withLastApplied(manifest.object), live);
        if (!patch)
            co_return std::unexpected(patch.error());
        if (patch->size() == 0)
            co_return Patched{*patch, live};
        api::Request request = requestFor(session, api::Verb::Patch, manifest, plan);
        request.patchType = kube::PatchType::Strategic;
        request.body = *patch;
        const auto answer = co_await session.send(std::move(request));
        if (answer)
            co_return Patched{*patch, valueOf(answer->payload)};
        const bool isConflict = answer.error().status && answer.error().status->isReason("Conflict");
        const bool isInvalid = answer.error().status && answer.error().status->isReason("Invalid");
        if (isConflict && attempt < kRetries) {
            if (attempt >= kRetriesBeforePause)
                co_await client::sleep(session.services().timers, std::chrono::seconds(1));
            const auto again = co_await session.send(requestFor(session, api::Verb::Get, manifest, plan));
            if (!again)
                co_return std::unexpected(again.error());
            live = valueOf(again->payload);
            continue;
        }
        if ((isConflict || isInvalid) && session.flags().isTrue("force")) {
            const auto replaced = co_await replaceByForce(session, manifest, plan);
            if (!replaced)
                co_return std::unexpected(replaced.error());
            co_return Patched{*patch, *replaced};
        }
        const Error inner = withSource("patching", manifest.source, answer.error());
        co_return std::unexpected(withSource("applying patch:\n" + kube::toJson(*patch) + "\nto:\n" +
                                                 aboutManifest(manifest) + "\nfor:",
                                             manifest.source, inner));
    }
}

client::Task<Result<Applied>> applyOne(Session &session, Manifest manifest, ApplyPlan plan)
{
    if (recordsChange(session))
        manifest.object.edit("metadata")
            .edit("annotations")
            .set("kubernetes.io/change-cause", commandLine(session));
    const std::string generated(manifest.object.at("metadata", "generateName").asString());
    if (manifest.name().empty() && !generated.empty())
        co_return std::unexpected(Error("from " + generated + ": cannot use generate name with apply"));
    const auto answer = co_await session.send(requestFor(session, api::Verb::Get, manifest, plan));
    if (!answer && !answer.error().isNotFound())
        co_return std::unexpected(withSource("retrieving current configuration of:\n" +
                                                 aboutManifest(manifest) + "\nfrom server for:",
                                             manifest.source, answer.error()));
    if (!answer) {
        auto created = co_await createNew(session, manifest, plan);
        co_return created;
    }
    const Value live = valueOf(answer->payload);
    if (plan.dryRun == DryRun::Client)
        co_return Applied{live, "configured"};
    if (live.at("metadata", "annotations", kLastApplied).isNull())
        session.warn(
            "Warning: resource " + manifest.type->gvr.resource + "/" + manifest.name() +
            " is missing the kubectl.kubernetes.io/last-applied-configuration annotation which is required "
            "by "
            "kubectl apply. kubectl apply should only be used on resources created declaratively by either "
            "kubectl create --save-config or kubectl apply. The missing annotation will be patched "
            "automatically.\n");
    const auto patched = co_await patchLive(session, manifest, live, plan);
    if (!patched)
        co_return std::unexpected(patched.error());
    warnIfDeleting(session, patched->object);
    co_return Applied{patched->object, patched->patch.size() == 0 ? "unchanged" : "configured"};
}

client::Task<Result<Applied>> applyOnServer(Session &session, Manifest manifest, ApplyPlan plan)
{
    api::Request request = requestFor(session, api::Verb::Patch, manifest, plan);
    request.patchType = kube::PatchType::Apply;
    request.query["force"] = session.flags().isTrue("force-conflicts") ? "true" : "false";
    request.body = manifest.object;
    const auto answer = co_await session.send(request);
    if (answer) {
        Value object = co_await migrateToServerSide(session, std::move(request), valueOf(answer->payload));
        warnIfDeleting(session, object);
        co_return Applied{std::move(object), "serverside-applied"};
    }
    const kube::Status &status = *answer.error().status;
    if (status.code == 415)
        co_return std::unexpected(
            Error("Server-side apply not available on the server: (" + status.message + ")"));
    if (status.isReason("Conflict"))
        co_return std::unexpected(Error(status.message + std::string(kConflictAdvice)));
    co_return std::unexpected(answer.error());
}

Result<ApplyPlan> readPlan(const Session &session)
{
    const Flags &flags = session.flags();
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        return std::unexpected(dryRun.error());
    if (flags.list("filename").empty() && flags.text("kustomize").empty())
        return std::unexpected(Error("must specify one of -f and -k"));
    const auto validation = validationOf(session);
    if (!validation)
        return std::unexpected(validation.error());
    const bool isServerSide = flags.isTrue("server-side"), isForced = flags.isTrue("force");
    if (flags.isTrue("force-conflicts") && !isServerSide)
        return std::unexpected(Error("--force-conflicts only works with --server-side"));
    if (*dryRun == DryRun::Client && isServerSide)
        return std::unexpected(Error(
            "--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)"));
    if (isServerSide && isForced)
        return std::unexpected(Error("--force cannot be used with --server-side"));
    if (*dryRun == DryRun::Server && isForced)
        return std::unexpected(Error("--dry-run=server cannot be used with --force"));
    if (flags.isTrue("all") && !flags.text("selector").empty())
        return std::unexpected(Error("cannot set --all and --selector at the same time"));
    if (flags.isTrue("prune"))
        return std::unexpected(Error("--prune is not available in this terminal"));
    const std::string &output = flags.text("output");
    return ApplyPlan{.dryRun = *dryRun,
                     .validation = *validation,
                     .isServerSide = isServerSide,
                     .printsObjects = !output.empty() && output != "name"};
}

/// With -o yaml and its kin: all objects at the end, several as a List.
Result<void> printObjects(Session &session, const std::vector<Value> &objects)
{
    if (objects.size() == 1)
        return printChange(session, objects.front(), "");
    Value list = Value::map({{"apiVersion", "v1"}, {"kind", "List"}, {"metadata", Value::emptyMap()}});
    list.set("items", Value(Value::Array(objects.begin(), objects.end())));
    return printTyped(session, list, "");
}

client::Task<int> runApply(Session &session)
{
    if (!session.arguments().empty()) {
        std::string words;
        for (const std::string &argument : session.arguments())
            words += (words.empty() ? "" : " ") + argument;
        co_return session.failUsage("Unexpected args: [" + words + "]");
    }
    const auto plan = readPlan(session);
    if (!plan)
        co_return session.fail(plan.error());
    const Manifests read = co_await readManifests(session);
    if (read.manifests.empty() && read.errors.empty())
        co_return session.fail("no objects passed to apply");
    Errors errors = read.errors;
    std::vector<Value> objects;
    for (const Manifest &manifest : read.manifests) {
        auto applied = plan->isServerSide ? co_await applyOnServer(session, manifest, *plan)
                                          : co_await applyOne(session, manifest, *plan);
        Result<void> printed;
        if (applied && !plan->printsObjects)
            printed = printChange(session, applied->object, operationText(applied->operation, plan->dryRun));
        if (!applied)
            errors.push_back(applied.error());
        else if (!printed)
            errors.push_back(printed.error());
        else
            objects.push_back(std::move(applied->object));
    }
    if (!errors.empty())
        co_return session.fail(errors);
    if (plan->printsObjects)
        if (const auto printed = printObjects(session, objects); !printed)
            co_return session.fail(printed.error());
    co_return 0;
}

constexpr FlagSpec kApplyFlags[]{
    {"field-manager", 0, FlagType::Text, "kubectl-client-side-apply",
     "Who is noted as the manager of the fields."},
    {"server-side", 0, FlagType::Bool, "false", "Let the server merge."},
    {"force-conflicts", 0, FlagType::Bool, "false",
     "With --server-side: take fields over from other managers."},
    {"force", 0, FlagType::Bool, "false", "Delete and make anew what cannot be changed."},
    {"overwrite", 0, FlagType::Bool, "true", "What the file says wins over what was changed by hand."},
    {"openapi-patch", 0, FlagType::Bool, "true", "Without effect here."},
    {"prune", 0, FlagType::Bool, "false", "Delete what the files no longer name; not available here."},
    {"cascade", 0, FlagType::Text, "background", "What --force does with dependents.", "background"},
    {"grace-period", 0, FlagType::Int, "-1", "Seconds that a Pod gets to end, with --force."},
    {"timeout", 0, FlagType::Duration, "0s", "How long --force waits."},
    {"wait", 0, FlagType::Bool, "false", "Wait for what --force deletes."},
};

} // namespace

const Command kApply{
    .path = "apply",
    .usage = "(-f FILENAME | -k DIRECTORY)",
    .brief = "Apply a configuration to a resource by file name or stdin",
    .text = "Makes what the files describe, or changes it to that. What was in the file before and is no "
            "longer is "
            "taken away; what others have set stays.",
    .examples = "# What a file describes\n"
                "kubectl apply -f web.yaml\n\n"
                "# Only tell what would happen\n"
                "kubectl apply -f web.yaml --dry-run=server",
    .flags = {kApplyFlags, selectorFlags(), validateFlags(), dryRunFlags(), recordFlags(), filenameFlags(),
              printFlags()},
    .run = runApply,
};

} // namespace minato::shell::kubectl
