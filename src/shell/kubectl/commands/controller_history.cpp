// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl rollout history and undo of StatefulSets and DaemonSets. Mirrors pkg/polymorphichelpers (history.go,
// rollback.go).
#include "kube/label_selector.h"
#include "shell/kubectl/commands/rollout_history.h"
#include "shell/kubectl/describe/describe.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/pod_spec.h"

#include <format>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// The object as it is now, and its revisions.
struct ControllerHistory {
    kube::ObjectPtr object;
    History byNumber;
    std::size_t count = 0;
};

client::Task<Result<ControllerHistory>> readHistory(Session &session, Fetched item)
{
    api::Request get = changeRequest(api::Verb::Get, *item.type, *item.object, "", DryRun::None);
    const auto answer = co_await session.send(std::move(get));
    if (!answer)
        co_return std::unexpected(
            Error(std::format("failed to retrieve {} {}: {}",
                              item.type->kind == "StatefulSet" ? "Statefulset" : item.type->kind,
                              item.object->name(), answer.error().message())));
    ControllerHistory history{.object = answer->object()};
    const auto selector = kube::LabelSelector::fromValue(history.object->spec()["selector"]);
    if (!selector)
        co_return std::unexpected(Error(selector.error()));
    const auto revisions =
        co_await listAll(session, kube::resources::kControllerRevisions, std::string(history.object->ns()),
                         {{"labelSelector", selector->toString()}});
    if (!revisions)
        co_return std::unexpected(
            Error(std::format("unable to find history controlled by {} {}: {}", item.type->kind,
                              history.object->name(), revisions.error().message())));
    for (const kube::ObjectPtr &revision : *revisions) {
        if (revision->controllerRef()["uid"].asString() != history.object->uid())
            continue;
        history.byNumber[(*revision)["revision"].asInt()] = revision;
        ++history.count;
    }
    co_return history;
}

Value templateOf(const kube::Object &revision)
{
    Value podTemplate = revision.at("data", "spec", "template");
    if (podTemplate.isMap())
        podTemplate.erase("$patch");
    return podTemplate;
}

/// The object as it was at a revision.
Value applied(const kube::Object &object, const kube::Object &revision)
{
    Value root = object.root();
    root.edit("spec").set("template", templateOf(revision));
    return root;
}

/// 0: the one before the newest.
Result<kube::ObjectPtr> targetOf(const ControllerHistory &history, std::int64_t revision)
{
    if (revision < 0)
        return std::unexpected(noSuchRevision(revision));
    if (revision == 0 && history.count < 2)
        return std::unexpected(Error("no last revision to roll back to"));
    if (revision == 0)
        return std::next(history.byNumber.rbegin())->second;
    const auto found = history.byNumber.find(revision);
    if (found == history.byNumber.end())
        return std::unexpected(noSuchRevision(revision));
    return found->second;
}

} // namespace

bool keepsControllerRevisions(const ApiResource &type)
{
    const std::string kind = groupKindOf(type);
    return kind == "StatefulSet.apps" || kind == "DaemonSet.apps";
}

client::Task<Result<void>> printControllerHistory(Session &session, Fetched item)
{
    const auto history = co_await readHistory(session, item);
    if (!history)
        co_return std::unexpected(history.error());
    const std::int64_t revision = session.flags().number("revision");
    if (session.flags().isGiven("output")) {
        for (const auto &[number, kept] : history->byNumber) {
            if (revision != 0 && revision != number)
                continue;
            const auto printed = printTyped(session, applied(*history->object, *kept), "");
            if (!printed)
                co_return printed;
        }
        co_return Result<void>();
    }
    const std::string which = revision > 0 ? std::format("with revision #{}", revision) : "";
    std::string text = "No rollout history found.";
    if (!history->byNumber.empty() && revision == 0)
        text = historyTable(history->byNumber);
    if (!history->byNumber.empty() && revision > 0) {
        const auto found = history->byNumber.find(revision);
        if (found == history->byNumber.end())
            co_return std::unexpected(Error("unable to find the specified revision"));
        text = templateText(session, templateOf(*found->second));
    }
    co_return printChange(session, item.object->root(), which + "\n" + text);
}

client::Task<Result<std::string>> rollBackController(Session &session, Fetched item, DryRun dryRun)
{
    const std::int64_t revision = session.flags().number("to-revision");
    const auto history = co_await readHistory(session, item);
    if (!history)
        co_return std::unexpected(history.error());
    const auto target = targetOf(*history, revision);
    if (!target)
        co_return std::unexpected(target.error());
    const Value podTemplate = templateOf(**target);
    if (dryRun == DryRun::Client)
        co_return "will roll back to " + templateText(session, podTemplate);
    if (podTemplate == history->object->spec()["template"])
        co_return std::format("skipped rollback (current template already matches revision {})", revision);
    api::Request request = changeRequest(api::Verb::Patch, *item.type, *history->object, "", dryRun);
    request.patchType = kube::PatchType::Strategic;
    request.body = (**target)["data"];
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(
            Error(std::format("failed restoring revision {}: {}", revision, answer.error().message())));
    co_return "rolled back";
}

} // namespace minato::shell::kubectl
