// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The revisions of a DaemonSet. Their names come from the hash of the template, not from that of the data, as those
// of a StatefulSet do.
#include "client/requests.h"
#include "components/common/object_edit.h"
#include "components/daemonset/daemonset_controller.h"
#include "kube/names.h"

#include <algorithm>
#include <format>
#include <optional>
#include <set>

namespace minato::components {
namespace {

using kube::resources::kControllerRevisions;
using kube::resources::kDaemonSets;
using kube::resources::kPods;

std::int64_t numberOf(const kube::Object &revision)
{
    return revision["revision"].asInt();
}

std::optional<std::int32_t> collisionCount(const kube::Object &daemonSet)
{
    const auto &count = daemonSet.status()["collisionCount"];
    return count.isNull() ? std::nullopt : std::optional(static_cast<std::int32_t>(count.asInt()));
}

std::int64_t highestNumber(const Revisions &revisions)
{
    std::int64_t highest = 0;
    for (const kube::ObjectPtr &revision : revisions)
        highest = std::max(highest, numberOf(*revision));
    return highest;
}

} // namespace

DaemonSetController::Step DaemonSetController::findRevisions(Pass &pass)
{
    auto claimed = co_await m_history.claim(kDaemonSets, pass.daemonSet, pass.selector);
    if (!claimed)
        co_return false;
    if (!co_await labelRevisions(*claimed))
        co_return false;
    const kube::Value data = templateData(pass.daemonSet->spec()["template"]);
    Revisions equal;
    for (const kube::ObjectPtr &revision : *claimed)
        ((*revision)["data"] == data ? equal : pass.old).push_back(revision);
    const auto number = highestNumber(pass.old) + 1;
    if (equal.empty())
        co_return co_await makeRevisionOfTemplate(pass, number);
    if (!co_await keepLatest(pass, std::move(equal)))
        co_return false;
    if (numberOf(*pass.current) >= number)
        co_return true;
    kube::Value body = pass.current->root();
    body.set("revision", number);
    auto request = client::updateRequest(kControllerRevisions, std::move(body));
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    co_return answer.has_value();
}

/// Those of times before the label get their name for a hash.
DaemonSetController::Step DaemonSetController::labelRevisions(Revisions &claimed)
{
    for (kube::ObjectPtr &revision : claimed) {
        if (revision->labels().contains(kTemplateHash))
            continue;
        kube::Value body = revision->root();
        body.edit("metadata").edit("labels").set(kTemplateHash, revision->name());
        auto request = client::updateRequest(kControllerRevisions, std::move(body));
        const auto answer = co_await client::send(m_context.transport, std::move(request));
        if (!answer)
            co_return false;
        revision = answer->object();
    }
    co_return true;
}

DaemonSetController::Step DaemonSetController::makeRevisionOfTemplate(Pass &pass, std::int64_t number)
{
    const kube::Object &daemonSet = *pass.daemonSet;
    const auto &podTemplate = daemonSet.spec()["template"];
    const std::string hash = kube::podTemplateHash(podTemplate, collisionCount(daemonSet));
    const std::string name = std::format("{}-{}", daemonSet.name(), hash);
    kube::Value body = makeRevision(daemonSet, templateData(podTemplate), number);
    body.edit("metadata").set("name", name);
    body.edit("metadata").edit("labels").set(kTemplateHash, hash);
    auto request = client::createRequest(kControllerRevisions, std::move(body));
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    if (!answer && answer.error().isReason("AlreadyExists"))
        co_return co_await resolveCollision(pass, name);
    if (answer)
        pass.current = answer->object();
    co_return answer.has_value();
}

/// The name is taken: by our own revision that the cache does not show yet, or by another template with this hash.
DaemonSetController::Step DaemonSetController::resolveCollision(Pass &pass, std::string name)
{
    auto get = client::getRequest(kControllerRevisions, pass.daemonSet->ns(), name);
    const auto existing = co_await client::send(m_context.transport, std::move(get));
    if (!existing)
        co_return false;
    const kube::Value data = templateData(pass.daemonSet->spec()["template"]);
    if ((*existing->object())["data"] != data) {
        co_await raiseCollisionCount(pass);
        co_return false;
    }
    pass.current = existing->object();
    co_return true;
}

DaemonSetController::Step DaemonSetController::raiseCollisionCount(Pass &pass)
{
    auto get = client::getRequest(kDaemonSets, pass.daemonSet->ns(), pass.daemonSet->name());
    const auto fresh = co_await client::send(m_context.transport, std::move(get));
    // Where ours was old, the next pass looks again with the new one.
    if (!fresh || collisionCount(*fresh->object()) != collisionCount(*pass.daemonSet))
        co_return false;
    kube::Value body = fresh->object()->root();
    body.edit("status").set("collisionCount", collisionCount(*fresh->object()).value_or(0) + 1);
    auto request = client::updateRequest(kDaemonSets, std::move(body), "status");
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    if (answer)
        m_written.wrote(pass.key(), *fresh->object(), answer->object());
    co_return answer.has_value();
}

/// Of several revisions with one template the latest stays; Pods of the others become its.
DaemonSetController::Step DaemonSetController::keepLatest(Pass &pass, Revisions equal)
{
    pass.current = equal.front();
    for (const kube::ObjectPtr &revision : equal) {
        if (numberOf(*revision) >= numberOf(*pass.current))
            pass.current = revision;
    }
    if (equal.size() == 1)
        co_return true;
    if (!co_await claim(pass))
        co_return false;
    for (const kube::ObjectPtr &pod : podsOf(pass)) {
        if (pod->labels()[kTemplateHash].asString() == pass.hash())
            continue;
        auto labels = kube::Value::map({{kTemplateHash, pass.hash()}});
        auto patch = kube::Value::map({{"metadata", kube::Value::map({{"labels", std::move(labels)}})}});
        auto request = client::patchRequest(kPods, *pod, kube::PatchType::Merge, std::move(patch));
        const auto answer = co_await client::send(m_context.transport, std::move(request));
        if (!answer)
            co_return false;
    }
    std::erase(equal, pass.current);
    co_return co_await m_history.remove(std::move(equal));
}

/// The oldest beyond the limit that no Pod is of.
DaemonSetController::Step DaemonSetController::forgetRevisions(Pass &pass)
{
    auto excess = std::ssize(pass.old) - pass.daemonSet->spec()["revisionHistoryLimit"].asInt(10);
    if (excess <= 0)
        co_return true;
    std::set<std::string, std::less<>> live;
    for (const auto &[node, pods] : podsByNode(podsOf(pass))) {
        for (const kube::ObjectPtr &pod : pods)
            live.emplace(pod->labels()[kTemplateHash].asString());
    }
    Revisions gone;
    std::ranges::stable_sort(pass.old, {}, [](const auto &revision) { return numberOf(*revision); });
    for (const kube::ObjectPtr &revision : pass.old) {
        const auto hash = revision->labels()[kTemplateHash].asString();
        const bool isLive = !hash.empty() && live.contains(hash);
        if (!isLive && std::ssize(gone) < excess)
            gone.push_back(revision);
    }
    co_return co_await m_history.remove(std::move(gone));
}

} // namespace minato::components
