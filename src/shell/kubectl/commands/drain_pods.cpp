// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/commands/drain_pods.h"

#include "client/requests.h"
#include "shell/kubectl/resource_args.h"

#include <algorithm>
#include <chrono>

namespace minato::shell::kubectl {
namespace {

enum class Fate : std::uint8_t { Goes, Stays, Refused };

/// What one filter says of a Pod; a Pod that does not go is not asked about further.
struct Verdict {
    Fate fate = Fate::Goes;
    std::string message = {}; ///< of a warning or refusal
};

bool hasEnded(const kube::Object &pod)
{
    const auto phase = pod.status()["phase"].asString();
    return phase == "Succeeded" || phase == "Failed";
}

bool hasLocalData(const kube::Object &pod)
{
    return std::ranges::any_of(pod.spec()["volumes"].items(),
                               [](const kube::Value &volume) { return !volume["emptyDir"].isNull(); });
}

client::Task<Verdict> ofDaemonSet(Session &session, kube::ObjectPtr pod, DrainRules rules)
{
    const auto &owner = pod->controllerRef();
    if (owner["kind"].asString() != "DaemonSet" || hasEnded(*pod))
        co_return Verdict{};
    const std::string name(owner["name"].asString());
    auto request = client::getRequest(kube::resources::kDaemonSets, pod->ns(), name);
    const auto found = co_await session.send(std::move(request));
    if (!found) {
        const bool goes = found.error().isNotFound() && rules.isForced;
        co_return Verdict{goes ? Fate::Goes : Fate::Refused, found.error().message()};
    }
    if (!rules.ignoresDaemonSets)
        co_return Verdict{Fate::Refused, "DaemonSet-managed Pods (use --ignore-daemonsets to ignore)"};
    co_return Verdict{Fate::Stays, "ignoring DaemonSet-managed Pods"};
}

Verdict ofLocalData(const kube::Object &pod, const DrainRules &rules)
{
    if (!hasLocalData(pod) || hasEnded(pod))
        return {};
    if (!rules.deletesLocalData)
        return {Fate::Refused, "Pods with local storage (use --delete-emptydir-data to override)"};
    return {Fate::Goes, "deleting Pods with local storage"};
}

Verdict ofOwner(const kube::Object &pod, const DrainRules &rules)
{
    if (hasEnded(pod) || !pod.controllerRef().isNull())
        return {};
    if (!rules.isForced)
        return {Fate::Refused, "cannot delete Pods that declare no controller (use --force to override)"};
    return {Fate::Goes, "deleting Pods that declare no controller"};
}

/// The last filter's word counts, as long as none keeps the Pod.
client::Task<Verdict> judge(Session &session, kube::ObjectPtr pod, DrainRules rules)
{
    if (isSkipped(*pod, rules.skipsDeletedAfter, session.now()))
        co_return Verdict{Fate::Stays};
    Verdict verdict = co_await ofDaemonSet(session, pod, rules);
    if (verdict.fate != Fate::Goes)
        co_return verdict;
    if (pod->metadata()["annotations"].contains("kubernetes.io/config.mirror"))
        co_return Verdict{Fate::Stays};
    verdict = ofLocalData(*pod, rules);
    if (verdict.fate == Fate::Goes)
        verdict = ofOwner(*pod, rules);
    co_return verdict;
}

} // namespace

std::string joined(const std::vector<std::string> &errors)
{
    std::vector<std::string> once;
    std::string list;
    for (const std::string &error : errors) {
        if (std::ranges::contains(once, error))
            continue;
        list += (once.empty() ? "" : ", ") + error;
        once.push_back(error);
    }
    return once.size() > 1 ? "[" + list + "]" : list;
}

std::string DrainChoice::warning() const
{
    std::string text;
    for (const auto &[message, names] : warnings) {
        std::string list;
        for (const std::string &name : names)
            list += (list.empty() ? "" : ", ") + name;
        text += (text.empty() ? "" : "; ") + message + ": " + list;
    }
    return text;
}

std::vector<std::string> DrainChoice::errors() const
{
    std::vector<std::string> texts;
    for (const auto &[message, names] : refusals) {
        std::string list;
        for (const std::string &name : names)
            list += (list.empty() ? "" : ", ") + name;
        texts.push_back("cannot delete " + message + ": " + list);
    }
    return texts;
}

bool isSkipped(const kube::Object &pod, std::int64_t seconds, base::Instant now)
{
    const auto deleted = base::parseRfc3339(pod.metadata()["deletionTimestamp"].asString());
    return seconds > 0 && deleted &&
           std::chrono::duration_cast<std::chrono::seconds>(now - *deleted).count() > seconds;
}

client::Task<Result<DrainChoice>> choosePods(Session &session, std::string node, DrainRules rules)
{
    SelectOptions options{.listsBareTypes = true, .isAcrossNamespaces = true};
    options.labelSelector = rules.podSelector;
    options.fieldSelector = "spec.nodeName=" + node;
    auto selection = co_await select(session, {"pods"}, std::move(options));
    if (!selection)
        co_return std::unexpected(selection.error());
    const FetchedObjects fetched = co_await fetch(session, std::move(*selection));
    if (!fetched.errors.empty())
        co_return std::unexpected(fetched.errors.front());
    DrainChoice choice;
    for (const Fetched &item : fetched.objects) {
        const Verdict verdict = co_await judge(session, item.object, rules);
        if (verdict.fate == Fate::Goes)
            choice.pods.push_back(item.object);
        if (verdict.message.empty())
            continue;
        auto &notes = verdict.fate == Fate::Refused ? choice.refusals : choice.warnings;
        notes[verdict.message].push_back(std::string(item.object->ns()) + "/" +
                                         std::string(item.object->name()));
    }
    co_return choice;
}

} // namespace minato::shell::kubectl
