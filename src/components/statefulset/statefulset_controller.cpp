// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/statefulset/statefulset_controller.h"

#include "client/requests.h"
#include "components/common/pod.h"

#include <algorithm>
#include <set>

namespace minato::components {
namespace {

using kube::resources::kPods;
using kube::resources::kStatefulSets;

constexpr int kWorkers = 5;
constexpr base::Duration kAvailabilityMargin = std::chrono::seconds(1);
constexpr int kStatusAttempts = 5;
constexpr base::Duration kStatusPause = std::chrono::milliseconds(10);

} // namespace

StatefulSetController::StatefulSetController(Context context)
    : m_context(std::move(context)),
      m_sets(m_context.hub.informer(kStatefulSets)),
      m_pods(m_context.hub.informer(kPods)),
      m_setsByNamespace(m_sets.addIndex(client::byNamespace)),
      m_podsByOwner(m_pods.addIndex(client::byControllerUid)),
      m_orphans(m_pods.addIndex(client::byOrphanNamespace)),
      m_history(m_context.transport, m_context.timers, m_context.hub),
      m_events(m_context.transport, m_context.timers, {"statefulset-controller", {}}),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return sync(std::move(key)); })
{
    m_sets.addHandler(
        [this](const auto &before, const auto &now) { m_queue.add(kube::objectKey(now ? *now : *before)); });
    m_pods.addHandler([this](const auto &before, const auto &now) { onPod(before, now); });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

void StatefulSetController::enqueueMatching(const kube::Object &orphan)
{
    for (const auto &[key, set] : m_sets.cache().bucket(m_setsByNamespace, orphan.ns())) {
        const auto selector = kube::LabelSelector::fromValue(set->object->spec()["selector"]);
        if (selector && !selector->matchesEverything() && selector->matches(orphan.labels()))
            m_queue.add(key);
    }
}

void StatefulSetController::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const bool isRefChanged = before && now && before->controllerRef() != now->controllerRef();
    if (before && (!now || isRefChanged)) {
        if (const auto set = controllerOf(*before, "StatefulSet", m_sets.cache()))
            m_queue.add(kube::objectKey(*set));
    }
    if (!now)
        return;
    if (now->controllerRef().isNull()) {
        const bool mayBeAdopted = !before || isRefChanged || before->labels() != now->labels();
        if (mayBeAdopted && !now->isTerminating())
            enqueueMatching(*now);
        return;
    }
    const auto set = controllerOf(*now, "StatefulSet", m_sets.cache());
    if (!set)
        return;
    m_queue.add(kube::objectKey(*set));
    const auto minReady = set->spec()["minReadySeconds"].asInt();
    if (minReady > 0 && before && !isPodReady(*before) && isPodReady(*now))
        m_queue.addAfter(kube::objectKey(*set), std::chrono::seconds(minReady) + kAvailabilityMargin);
}

StatefulSetController::Step StatefulSetController::sync(std::string key)
{
    Pass pass;
    pass.set = m_written.newest(key, m_sets.cache().find(key));
    if (!pass.set)
        co_return true;
    const auto selector = kube::LabelSelector::fromValue(pass.set->spec()["selector"]);
    if (!selector)
        co_return true; // it will not get better by trying again
    Revisions listed = m_history.list(*pass.set, *selector);
    if (!co_await m_history.adoptOrphans(kStatefulSets, pass.set, std::move(listed)))
        co_return false;
    const kube::Object &set = *pass.set;
    const PodSource source{m_pods, m_podsByOwner, m_orphans};
    std::function<bool(const kube::Object &)> isOurs = [&](const kube::Object &pod) {
        return selector->matches(pod.labels()) && isMemberOf(set, pod);
    };
    auto claimed =
        co_await claimPods(m_context.transport, kStatefulSets, pass.set, source, std::move(isOurs));
    if (!claimed)
        co_return false;
    pass.claimed = std::move(*claimed);
    pass.history = m_history.list(set, *selector);
    co_return co_await syncClaimed(pass);
}

StatefulSetController::Step StatefulSetController::syncClaimed(Pass &pass)
{
    bool isGood = co_await findRevisions(pass);
    if (isGood) {
        isGood = co_await updatePods(pass);
        // What has been reached is told even when not all has been.
        const bool isTold = co_await writeStatus(pass);
        isGood = isGood && isTold;
    }
    const bool isShort = co_await forgetRevisions(pass);
    if (!isGood || !isShort)
        co_return false;
    const auto minReady = pass.set->spec()["minReadySeconds"].asInt();
    if (minReady > 0 && pass.status["availableReplicas"].asInt() != wantedPods(*pass.set))
        m_queue.addAfter(kube::objectKey(*pass.set), std::chrono::seconds(minReady));
    co_return true;
}

/// The update revision is the one of the set's template: the latest, an older one that becomes the latest again, or
/// a new one.
StatefulSetController::Step StatefulSetController::findRevisions(Pass &pass)
{
    const kube::Object &set = *pass.set;
    SetRevisions found;
    found.collisions = static_cast<std::int32_t>(set.status()["collisionCount"].asInt());
    const kube::Value data = templateData(set.spec()["template"]);
    const kube::ObjectPtr latest = pass.history.empty() ? nullptr : pass.history.back();
    const kube::ObjectPtr equal = findEqualRevision(pass.history, data);
    const auto number = nextRevision(pass.history);
    kube::Value fresh = makeRevision(set, data, number);
    if (equal == latest && latest)
        found.update = latest;
    else if (equal)
        found.update = co_await m_history.renumber(equal, number);
    else if (latest && isSameTemplateData((*latest)["data"], data))
        found.update = latest;
    else
        found.update = co_await m_history.create(pass.set, std::move(fresh), found.collisions);
    if (!found.update)
        co_return false;
    const auto current = set.status()["currentRevision"].asString();
    const auto named = std::ranges::find(pass.history, current, [](const auto &r) { return r->name(); });
    found.current = named == pass.history.end() ? found.update : *named;
    pass.revisions = std::move(found);
    co_return true;
}

/// Those beyond the limit that neither the set nor a Pod is of, the oldest first.
StatefulSetController::Step StatefulSetController::forgetRevisions(const Pass &pass)
{
    std::set<std::string_view> live;
    for (const kube::ObjectPtr &revision : {pass.revisions.current, pass.revisions.update}) {
        if (revision)
            live.insert(revision->name());
    }
    for (const kube::ObjectPtr &pod : pass.claimed)
        live.insert(revisionOf(*pod));
    Revisions old = pass.history;
    std::erase_if(old, [&](const auto &revision) { return live.contains(revision->name()); });
    const auto limit = pass.set->spec()["revisionHistoryLimit"].asInt(10);
    if (limit < 0 || std::ssize(old) <= limit)
        co_return true;
    old.resize(old.size() - static_cast<std::size_t>(limit));
    co_return co_await m_history.remove(std::move(old));
}

StatefulSetController::Step StatefulSetController::writeStatus(Pass &pass)
{
    completeRollingUpdate(*pass.set, pass.status);
    if (!isInconsistent(pass.set->status(), pass.status))
        co_return true;
    const std::string key = kube::objectKey(*pass.set);
    kube::ObjectPtr over = pass.set;
    for (int attempt = 1;; ++attempt) {
        kube::Value body = over->root();
        body.set("status", pass.status);
        auto request = client::updateRequest(kStatefulSets, std::move(body), "status");
        const auto answer = co_await client::send(m_context.transport, std::move(request));
        if (answer)
            m_written.wrote(key, *over, answer->object());
        if (answer || answer.error().code != 409 || attempt == kStatusAttempts)
            co_return answer.has_value();
        co_await client::sleep(m_context.timers, kStatusPause);
        if (auto cached = m_sets.cache().find(key))
            over = std::move(cached);
    }
}

} // namespace minato::components
