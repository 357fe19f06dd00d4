// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl diff. Mirrors kubectl/pkg/cmd/diff (diff.go) and what diff -u -N prints; without --prune.
#include "kube/names.h"
#include "kube/patch.h"
#include "kube/yaml.h"
#include "shell/kubectl/apply_patch.h"
#include "shell/kubectl/changing.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/last_applied.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/unified_diff.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr int kRetries = 4;

struct DiffPlan {
    std::string fieldManager;
    bool isServerSide = false, forcesConflicts = false;
};

/// An object before and after; `live` is null when there is none yet.
struct Versions {
    Value live, merged;
};

api::Request requestFor(const DiffPlan &plan, api::Verb verb, const Manifest &manifest)
{
    return {.verb = verb,
            .resource = manifest.type->gvr,
            .ns = manifest.ns,
            .name = verb == api::Verb::Create ? "" : manifest.name(),
            .query = {{"fieldManager", plan.fieldManager}, {"dryRun", "All"}}};
}

/// What applying the manifest would make of the live object.
client::Task<Result<Value>> merged(Session &session, Manifest manifest, Value live, DiffPlan plan,
                                   bool isLocked)
{
    api::Request request;
    if (plan.isServerSide) {
        request = requestFor(plan, api::Verb::Patch, manifest);
        request.query["force"] = plan.forcesConflicts ? "true" : "false";
        request.patchType = kube::PatchType::Apply;
        request.body = manifest.object;
    } else if (live.isNull()) {
        request = requestFor(plan, api::Verb::Create, manifest);
        request.body = manifest.object;
    } else {
        Value wanted = manifest.object;
        if (!wanted.at("metadata", "annotations", kLastApplied).isNull())
            wanted.edit("metadata").edit("annotations").erase(kLastApplied);
        auto patch = applyPatch(wanted, live);
        if (!patch)
            co_return std::unexpected(patch.error());
        if (patch->size() == 0)
            co_return live;
        if (isLocked)
            patch->edit("metadata").set("resourceVersion", live.at("metadata", "resourceVersion"));
        request = requestFor(plan, api::Verb::Patch, manifest);
        request.patchType = kube::PatchType::Strategic;
        request.body = std::move(*patch);
    }
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return valueOf(answer->payload);
}

client::Task<Result<Versions>> versionsOf(Session &session, Manifest manifest, DiffPlan plan)
{
    if (manifest.name().empty())
        co_return std::unexpected(Error("resource name may not be empty"));
    for (int attempt = 1;; ++attempt) {
        Versions versions;
        const auto live = co_await session.send({.verb = api::Verb::Get,
                                                 .resource = manifest.type->gvr,
                                                 .ns = manifest.ns,
                                                 .name = manifest.name()});
        if (!live && !live.error().isNotFound())
            co_return std::unexpected(live.error());
        if (live)
            versions.live = valueOf(live->payload);
        if (attempt == kRetries)
            session.log('W', "diff.go:723",
                        "Object (" + manifest.type->gvr.groupVersion() + ", Kind=" + manifest.type->kind +
                            ": " + manifest.name() + ") keeps changing, diffing without lock");
        auto after = co_await merged(session, manifest, versions.live, plan, attempt < kRetries);
        if (after) {
            versions.merged = std::move(*after);
            co_return versions;
        }
        const bool isConflict = after.error().status && after.error().status->isReason("Conflict");
        if (!isConflict || attempt == kRetries)
            co_return std::unexpected(after.error());
    }
}

/// Values of Secrets are not shown, only that they differ.
void mask(Versions &versions)
{
    const Value live = versions.live["data"], after = versions.merged["data"];
    for (const kube::Member &member : live.members()) {
        const bool isThere = after.contains(member.key());
        const bool isChanged = isThere && !(after[member.key()] == member.value);
        versions.live.edit("data").set(member.key(), isChanged ? "*** (before)" : "***");
        if (isThere)
            versions.merged.edit("data").set(member.key(), isChanged ? "*** (after)" : "***");
    }
    for (const kube::Member &member : after.members())
        if (!live.contains(member.key()))
            versions.merged.edit("data").set(member.key(), "***");
}

std::string yamlOf(Value object, bool showsManagedFields)
{
    if (object.isNull())
        return {};
    if (!showsManagedFields)
        object.edit("metadata").erase("managedFields");
    return kube::toYaml(object);
}

/// "apps.v1.Deployment.default.web"
std::string fileName(const Manifest &manifest)
{
    const kube::GroupVersionResource &type = manifest.type->gvr;
    return (type.group.empty() ? "" : type.group + ".") + type.version + "." + manifest.type->kind + "." +
           manifest.ns + "." + manifest.name();
}

/// A file that would hold one version, as diff's first lines name it.
std::string headLine(const Session &session, std::string_view mark, const std::string &path)
{
    const std::string time = base::toRfc3339Micro(session.now()); // 2026-01-05T00:00:00.000000Z
    return std::string(mark) + " " + path + "\t" + time.substr(0, 10) + " " + time.substr(11, 15) +
           "000 +0000\n";
}

Result<DiffPlan> readPlan(const Session &session)
{
    const Flags &flags = session.flags();
    if (!session.arguments().empty()) {
        std::string words;
        for (const std::string &argument : session.arguments())
            words += (words.empty() ? "" : " ") + argument;
        return std::unexpected(
            Error("Unexpected args: [" + words + "]\nSee 'kubectl diff -h' for help and examples"));
    }
    if (flags.list("filename").empty() && flags.text("kustomize").empty())
        return std::unexpected(Error("must specify one of -f and -k"));
    DiffPlan plan{.fieldManager = flags.text("field-manager"),
                  .isServerSide = flags.isTrue("server-side"),
                  .forcesConflicts = flags.isTrue("force-conflicts")};
    if (plan.isServerSide && !flags.isGiven("field-manager"))
        plan.fieldManager = "kubectl";
    if (plan.forcesConflicts && !plan.isServerSide)
        return std::unexpected(Error("--force-conflicts only works with --server-side"));
    return plan;
}

/// Its status says whether there are differences, so what goes wrong has another one.
int failDiff(const Session &session, Error error)
{
    return session.fail(error) + 1;
}

struct DiffFile {
    std::string name, before, after;
};

client::Task<int> runDiff(Session &session)
{
    const auto plan = readPlan(session);
    if (!plan)
        co_return failDiff(session, plan.error());
    const Manifests read = co_await readManifests(session);
    if (!read.errors.empty())
        co_return failDiff(session, read.errors.front());
    const bool showsManagedFields = session.flags().isTrue("show-managed-fields");
    std::vector<DiffFile> files;
    for (const Manifest &manifest : read.manifests) {
        auto versions = co_await versionsOf(session, manifest, *plan);
        if (!versions)
            co_return failDiff(session, versions.error());
        if (manifest.type->kind == "Secret")
            mask(*versions);
        files.push_back({fileName(manifest), yamlOf(versions->live, showsManagedFields),
                         yamlOf(versions->merged, showsManagedFields)});
    }
    std::ranges::sort(files, {}, &DiffFile::name);
    // The real one writes both versions into folders with random names.
    base::RandomStream random(0, session.process().folder);
    const std::string suffix = std::to_string(random.next() % 10'000'000'000U);
    bool isSame = true;
    for (const DiffFile &file : files) {
        const std::string hunks = unifiedHunks(file.before, file.after);
        if (hunks.empty())
            continue;
        isSame = false;
        const std::string live = "/tmp/LIVE-" + suffix + "/" + file.name;
        const std::string after = "/tmp/MERGED-" + suffix + "/" + file.name;
        session.print("diff -u -N " + live + " " + after + "\n" + headLine(session, "---", live) +
                      headLine(session, "+++", after) + hunks);
    }
    co_return isSame ? 0 : 1;
}

constexpr FlagSpec kDiffFlags[]{
    {"server-side", 0, FlagType::Bool, "false", "What server-side apply would do."},
    {"force-conflicts", 0, FlagType::Bool, "false", "Take fields from their other managers."},
    {"field-manager", 0, FlagType::Text, "kubectl-client-side-apply",
     "Who is noted as the manager of the fields."},
    {"show-managed-fields", 0, FlagType::Bool, "false", "Keep metadata.managedFields."},
    {"concurrency", 0, FlagType::Int, "1", "How many objects are asked for at once."},
    {"selector", 'l', FlagType::Text, "", "Only objects with these labels."},
};

} // namespace

const Command kDiff{
    .path = "diff",
    .usage = "-f FILENAME",
    .brief = "Diff the live version against a would-be applied version",
    .text =
        "What `kubectl apply` would change, as a diff. Exit status: 0 nothing, 1 something, more: an error.",
    .examples = "# What would this file change?\n"
                "kubectl diff -f web.yaml",
    .flags = {kDiffFlags, filenameFlags()},
    .run = runDiff,
};

} // namespace minato::shell::kubectl
