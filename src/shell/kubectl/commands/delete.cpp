// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl delete. Mirrors kubectl/pkg/cmd/delete (delete.go) and pkg/cmd/wait (delete.go).
#include "shell/kubectl/commands/delete.h"

#include "kube/duration.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/waiting.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr base::Duration kForEver = std::chrono::hours(168); // a week, as kubectl has it

Result<DeletePlan> readPlan(Session &session)
{
    const Flags &flags = session.flags();
    auto read = deletionPlan(session);
    if (!read)
        return read;
    DeletePlan plan = std::move(*read);
    plan.ignoresNotFound = flags.isTrue("ignore-not-found");
    plan.namesOnly = flags.text("output") == "name";
    if (flags.isTrue("now")) {
        if (plan.gracePeriod != -1)
            return std::unexpected(Error("--now and --grace-period cannot be specified together"));
        plan.gracePeriod = 1;
    }
    if (plan.gracePeriod == 0 && !plan.isForced)
        plan.gracePeriod = 1;
    if (plan.isForced && plan.gracePeriod < 0)
        plan.gracePeriod = 0;
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        return std::unexpected(dryRun.error());
    plan.dryRun = *dryRun;
    const bool hasSelector = !flags.text("selector").empty() || !flags.text("field-selector").empty();
    if ((flags.isTrue("all") || hasSelector) && !flags.isGiven("ignore-not-found"))
        plan.ignoresNotFound = true;
    return plan;
}

Result<void> checkPlan(Session &session, const DeletePlan &plan)
{
    const Flags &flags = session.flags();
    if (const std::string &output = flags.text("output"); !output.empty() && output != "name")
        return std::unexpected(Error("unexpected -o output mode: " + output + ". We only support '-o name'"));
    if (flags.isTrue("all") && !flags.text("selector").empty())
        return std::unexpected(Error("cannot set --all and --selector at the same time"));
    if (flags.isTrue("all") && !flags.text("field-selector").empty())
        return std::unexpected(Error("cannot set --all and --field-selector at the same time"));
    if (plan.gracePeriod == 0 && plan.isForced)
        session.warn(
            "Warning: Immediate deletion does not wait for confirmation that the running resource has been "
            "terminated. The resource may continue to run on the cluster indefinitely.\n");
    if (plan.gracePeriod > 0 && plan.isForced)
        return std::unexpected(
            Error("--force and --grace-period greater than 0 cannot be specified together"));
    return {};
}

/// Names are deleted without being read first; lists are read.
client::Task<Errors> findDoomed(Session &session, Selection selection, std::vector<Doomed> &doomed)
{
    Errors errors;
    for (const Target &target : selection.targets) {
        const std::shared_ptr<const ApiResource> type(selection.discovery, target.type);
        if (!target.name.empty()) {
            doomed.push_back({type, type->isNamespaced ? selection.ns : "", target.name, ""});
            continue;
        }
        Selection one = selection;
        one.targets = {target};
        FetchedObjects fetched = co_await fetch(session, std::move(one));
        for (const Fetched &item : fetched.objects)
            doomed.push_back({type, std::string(item.object->ns()), std::string(item.object->name()), ""});
        errors.insert(errors.end(), fetched.errors.begin(), fetched.errors.end());
    }
    co_return errors;
}

std::string deletedText(const Session &session, const Doomed &item, const DeletePlan &plan)
{
    const std::string kind = item.type->kindName();
    if (plan.namesOnly)
        return kind + "/" + item.name + "\n";
    std::string operation = plan.gracePeriod == 0 ? "force deleted" : "deleted";
    if (item.type->isNamespaced && session.isSince(34))
        operation += " from " + item.ns + " namespace";
    return kind + " \"" + item.name + "\" " + operationText(operation, plan.dryRun) + "\n";
}

client::Task<Result<void>> deleteOne(Session &session, Doomed &item, DeletePlan plan)
{
    if (plan.dryRun != DryRun::Client) {
        Value options = Value::map({{"propagationPolicy", plan.propagation}});
        if (plan.gracePeriod >= 0)
            options.set("gracePeriodSeconds", plan.gracePeriod);
        if (plan.dryRun == DryRun::Server)
            options.set("dryRun", Value::array({"All"}));
        api::Request request{.verb = api::Verb::Delete,
                             .resource = item.type->gvr,
                             .ns = item.ns,
                             .name = item.name,
                             .body = std::move(options)};
        const auto answer = co_await session.send(std::move(request));
        if (!answer)
            co_return std::unexpected(
                item.source.empty() ? answer.error() : withSource("deleting", item.source, answer.error()));
        const Value answered = valueOf(answer->payload);
        const bool isStatus = answered["kind"].asString() == "Status";
        item.uid =
            isStatus ? answered.at("details", "uid").asString() : answered.at("metadata", "uid").asString();
    }
    session.print(deletedText(session, item, plan));
    co_return Result<void>();
}

client::Task<int> runDelete(Session &session)
{
    const auto plan = readPlan(session);
    if (!plan)
        co_return session.fail(plan.error());
    std::vector<Doomed> doomed;
    Errors errors;
    if (!session.flags().list("filename").empty()) {
        const Manifests read = co_await readManifests(session);
        errors = read.errors;
        for (const Manifest &manifest : read.manifests)
            doomed.push_back({manifest.type, manifest.ns, manifest.name(), "", manifest.source});
    } else {
        SelectOptions options = selectOptions(session);
        auto selection = co_await select(session, session.arguments(), options);
        if (!selection)
            co_return session.fail(selection.error());
        errors = co_await findDoomed(session, std::move(*selection), doomed);
    }
    if (const auto checked = checkPlan(session, *plan); !checked)
        co_return session.fail(checked.error());
    const bool isClusterScoped =
        std::ranges::any_of(doomed, [](const Doomed &item) { return !item.type->isNamespaced; });
    if (session.hasExplicitNamespace() && isClusterScoped)
        session.warn("Warning: deleting cluster-scoped resources, not scoped to the provided namespace\n");
    const int status = co_await deleteAll(session, std::move(doomed), std::move(errors), *plan);
    co_return status;
}

constexpr FlagSpec kDeletionFlags[]{
    {"cascade", 0, FlagType::Text, "background",
     "What happens to dependents: \"background\", \"foreground\" (first) or \"orphan\" (they stay).",
     "background"},
    {"force", 0, FlagType::Bool, "false",
     "Take the object away at once, without waiting for its containers."},
    {"grace-period", 0, FlagType::Int, "-1", "Seconds a Pod gets to end; -1: what the Pod says."},
    {"timeout", 0, FlagType::Duration, "0s", "Stop waiting after this long; 0: as long as it takes."},
    {"wait", 0, FlagType::Bool, "true", "Return when the object is gone."},
};
constexpr FlagSpec kDeleteFlags[]{
    {"all-namespaces", 'A', FlagType::Bool, "false", "Delete the objects of all namespaces."},
    {"field-selector", 0, FlagType::Text, "", "Only objects with these fields."},
    {"now", 0, FlagType::Bool, "false", "The same as --grace-period=1."},
    {"ignore-not-found", 0, FlagType::Bool, "false", "An object that does not exist is no error."},
    {"output", 'o', FlagType::Text, "", "\"name\" prints type/name only."},
};

} // namespace

FlagSpecs deletionFlags()
{
    return kDeletionFlags;
}

Result<DeletePlan> deletionPlan(const Session &session)
{
    const Flags &flags = session.flags();
    DeletePlan plan{.gracePeriod = flags.number("grace-period"),
                    .isForced = flags.isTrue("force"),
                    .waits = flags.isTrue("wait"),
                    .timeout = kube::parseGoDuration(flags.text("timeout")).value_or(base::Duration::zero())};
    const std::string &cascade = flags.text("cascade");
    if (cascade == "orphan" || cascade == "false")
        plan.propagation = "Orphan";
    else if (cascade == "foreground")
        plan.propagation = "Foreground";
    else if (cascade != "background" && cascade != "true")
        return std::unexpected(Error("invalid cascade value (" + cascade +
                                     "). Must be \"background\", \"foreground\", or \"orphan\""));
    return plan;
}

client::Task<int> deleteAll(Session &session, std::vector<Doomed> doomed, Errors errors, DeletePlan plan)
{
    std::vector<Doomed> deleted;
    for (Doomed &item : doomed) {
        const auto done = co_await deleteOne(session, item, plan);
        if (done)
            deleted.push_back(item);
        else if (!plan.ignoresNotFound || !done.error().isNotFound())
            errors.push_back(done.error());
    }
    if (!errors.empty())
        co_return session.fail(errors);
    if (deleted.empty()) {
        if (doomed.empty())
            session.print("No resources found\n");
        co_return 0;
    }
    if (!plan.waits || plan.dryRun != DryRun::None)
        co_return 0;
    const base::Duration timeout = plan.timeout == base::Duration::zero() ? kForEver : plan.timeout;
    const base::Instant deadline = session.services().timers.now() + timeout;
    for (const Doomed &item : deleted) {
        const auto gone = co_await waitUntilGone(session, item.type, item.ns, item.name, item.uid, deadline);
        if (!gone)
            co_return session.fail(gone.error());
    }
    co_return 0;
}

const Command kDelete{
    .path = "delete",
    .usage = "([-f FILENAME] | TYPE [(NAME | -l label | --all)])",
    .brief = "Delete resources by file names, stdin, resources and names, or by resources and label selector",
    .text = "Deletes objects and waits until they are gone. Pods get their grace period to end.",
    .examples = "# One Pod; its ReplicaSet makes another\n"
                "kubectl delete pod web-5d8f9c7b6c-abcde\n\n"
                "# A Deployment and a Service of the same name\n"
                "kubectl delete deployment,service web\n\n"
                "# All Pods with a label, now\n"
                "kubectl delete pods -l app=web --now",
    .flags = {kDeleteFlags, deletionFlags(), selectorFlags(), dryRunFlags(), filenameFlags()},
    .run = runDelete,
};

} // namespace minato::shell::kubectl
