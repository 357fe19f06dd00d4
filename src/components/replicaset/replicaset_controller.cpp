// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/replicaset/replicaset_controller.h"

#include "client/requests.h"
#include "components/common/claim.h"
#include "components/common/object_edit.h"
#include "components/common/pod.h"
#include "components/common/pod_template.h"
#include "components/common/slow_start.h"
#include "components/replicaset/replicaset_status.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

using kube::resources::kPods;
using kube::resources::kReplicaSets;

constexpr int kWorkers = 5;
constexpr std::string_view kComponent = "replicaset-controller";
/// A decision record shows all victims up to this many, and as many of the spared.
constexpr std::size_t kShownCandidates = 100;

std::int64_t wantedReplicas(const kube::Object &set)
{
    return set.spec()["replicas"].asInt(1);
}

kube::Value toValue(const VictimCandidate &candidate)
{
    auto value = kube::Value::map({{"pod", candidate.name},
                                   {"node", candidate.node},
                                   {"phase", candidate.phase},
                                   {"ready", candidate.isReady},
                                   {"deletionCost", candidate.deletionCost},
                                   {"podsOnNode", candidate.colocated},
                                   {"restarts", candidate.restarts}});
    if (candidate.readySince)
        value.set("readySince", base::toRfc3339(*candidate.readySince));
    if (candidate.created)
        value.set("created", base::toRfc3339(*candidate.created));
    return value;
}

kube::Value victimsDetail(const std::vector<VictimCandidate> &ranked, std::size_t victims, base::Instant now)
{
    kube::Value deleted = kube::Value::emptyArray(), spared = kube::Value::emptyArray();
    for (std::size_t i = 0; i < ranked.size(); ++i)
        (i < victims ? deleted : spared).push(toValue(ranked[i]));
    auto detail = kube::Value::map({{"deleted", std::move(deleted)}, {"spared", std::move(spared)}});
    if (victims > 0 && victims < ranked.size()) {
        const auto edge = compareVictims(ranked[victims - 1], ranked[victims], now);
        detail.set("rule", toString(edge.rule));
    }
    return detail;
}

} // namespace

ReplicaSetController::ReplicaSetController(Context context)
    : m_context(std::move(context)),
      m_sets(m_context.hub.informer(kReplicaSets)),
      m_pods(m_context.hub.informer(kPods)),
      m_setsByOwner(m_sets.addIndex(client::byControllerUid)),
      m_setsByNamespace(m_sets.addIndex(client::byNamespace)),
      m_podsByOwner(m_pods.addIndex(client::byControllerUid)),
      m_orphans(m_pods.addIndex(client::byOrphanNamespace)),
      m_events(m_context.transport, m_context.timers, {std::string(kComponent), {}}),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return sync(std::move(key)); })
{
    m_sets.addHandler([this](const auto &before, const auto &now) { onReplicaSet(before, now); });
    m_pods.addHandler([this](const auto &before, const auto &now) { onPod(before, now); });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

void ReplicaSetController::onReplicaSet(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const kube::Object &set = now ? *now : *before;
    if (!now) {
        m_tally.forget(set.uid());
        m_expectations.forget(kube::objectKey(set));
    }
    m_queue.add(kube::objectKey(set));
}

kube::ObjectPtr ReplicaSetController::ownerOf(const kube::Object &pod) const
{
    const auto &reference = pod.controllerRef();
    if (reference["kind"].asString() != "ReplicaSet")
        return nullptr;
    const auto set = m_sets.cache().find(pod.ns(), reference["name"].asString());
    return set && set->uid() == reference["uid"].asString() ? set : nullptr;
}

void ReplicaSetController::enqueueMatching(const kube::Object &orphan)
{
    for (const auto &[key, set] : m_sets.cache().bucket(m_setsByNamespace, orphan.ns())) {
        const auto selector = kube::LabelSelector::fromValue(set->object->spec()["selector"]);
        if (selector && !selector->matchesEverything() && selector->matches(orphan.labels()))
            m_queue.add(key);
    }
}

void ReplicaSetController::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    m_tally.change(before, now);
    if (before && (!now || before->controllerRef() != now->controllerRef())) {
        if (const auto set = ownerOf(*before)) {
            m_expectations.deletionObserved(kube::objectKey(*set), before->uid());
            m_queue.add(kube::objectKey(*set));
        }
    }
    if (!now)
        return;
    const auto set = ownerOf(*now);
    if (!set) {
        const bool mayBeAdopted =
            !before || before->labels() != now->labels() || !before->controllerRef().isNull();
        if (now->controllerRef().isNull() && !now->isTerminating() && mayBeAdopted)
            enqueueMatching(*now);
        return;
    }
    const std::string key = kube::objectKey(*set);
    if (now->isTerminating())
        m_expectations.deletionObserved(key, now->uid());
    else if (!before)
        m_expectations.creationObserved(key);
    m_queue.add(key);
    const auto minReady = set->spec()["minReadySeconds"].asInt();
    if (minReady > 0 && before && !isPodReady(*before) && isPodReady(*now))
        m_queue.addAfter(key, std::chrono::seconds(minReady));
}

client::Task<bool> ReplicaSetController::sync(std::string key)
{
    const auto set = m_sets.cache().find(key);
    if (!set)
        co_return true;
    const bool mayAct = m_expectations.areSatisfied(key, m_context.timers.now());
    // The counts follow with the events of the claimed Pods; acting now would be acting twice.
    if (const Claim claimed = co_await claim(set); claimed != Claim::Nothing)
        co_return claimed == Claim::Done;
    const auto &counts = m_tally.counts(*set, m_pods.cache().bucket(m_podsByOwner, set->uid()));
    Scaling scaling{counts.active - static_cast<int>(wantedReplicas(*set)), {}};
    if (mayAct && !set->isTerminating() && scaling.diff < 0)
        scaling.failure = co_await create(set, std::min(-scaling.diff, kBurst));
    else if (mayAct && !set->isTerminating() && scaling.diff > 0)
        scaling.failure = co_await removeSurplus(set, std::min(scaling.diff, kBurst));
    const bool isWritten = co_await writeStatus(set, scaling);
    co_return isWritten && !scaling.failure;
}

client::Task<Claim> ReplicaSetController::claim(kube::ObjectPtr set)
{
    ClaimRequests requests;
    const auto &counts = m_tally.counts(*set, m_pods.cache().bucket(m_podsByOwner, set->uid()));
    if (counts.strangers > 0 && !set->isTerminating()) {
        for (const auto &[key, pod] : m_pods.cache().bucket(m_podsByOwner, set->uid())) {
            if (isPodActive(*pod->object) && !m_tally.isMatched(*set, *pod->object))
                requests.releases.push_back(releaseRequest(kPods, *pod->object, set->uid()));
        }
    }
    if (!set->isTerminating()) {
        for (const auto &[key, pod] : m_pods.cache().bucket(m_orphans, set->ns())) {
            if (isPodActive(*pod->object) && m_tally.isMatched(*set, *pod->object))
                requests.adoptions.push_back(adoptRequest(kPods, *pod->object, *set));
        }
    }
    return sendClaims(m_context.transport, kReplicaSets, std::move(set), std::move(requests));
}

void ReplicaSetController::onCreated(const kube::ObjectPtr &set, const api::Result<api::Response> &answer)
{
    if (answer) {
        m_events.normal(*set, "SuccessfulCreate", std::format("Created pod: {}", answer->object()->name()));
        return;
    }
    if (isNamespaceEnding(answer.error()))
        return; // still expected: every creation will fail from now on, so none is tried for a while
    m_expectations.creationObserved(kube::objectKey(*set));
    m_events.warning(*set, "FailedCreate", std::format("Error creating: {}", answer.error().message));
}

client::Task<ReplicaSetController::Failure> ReplicaSetController::create(kube::ObjectPtr set, int count)
{
    const std::string key = kube::objectKey(*set);
    m_expectations.expectCreations(key, count, m_context.timers.now());
    const auto body = podFromTemplate(*set, set->spec()["template"]);
    const auto result = co_await slowStart(
        m_context.transport, count, [body] { return client::createRequest(kPods, body); },
        [this, set](const auto &answer) { onCreated(set, answer); }, isNamespaceEnding);
    for (int skipped = result.calls; skipped < count; ++skipped)
        m_expectations.creationObserved(key);
    if (result.successes == result.calls)
        co_return std::nullopt;
    co_return result.firstError;
}

std::vector<VictimCandidate> ReplicaSetController::rankedVictims(const kube::Object &set, int count) const
{
    std::vector<const kube::Object *> own, related;
    const auto addPods = [this](std::string_view uid, std::vector<const kube::Object *> &to) {
        for (const auto &[key, pod] : m_pods.cache().bucket(m_podsByOwner, uid))
            to.push_back(pod->object.get());
    };
    addPods(set.uid(), own);
    for (const auto &[name, sibling] : m_sets.cache().bucket(m_setsByOwner, client::byControllerUid(set)))
        addPods(sibling->object->uid(), related);
    auto candidates = victimCandidates(own, related);
    // When all have to go, their order does not matter.
    if (count < std::ssize(candidates))
        rankVictims(candidates, m_context.timers.now());
    return candidates;
}

void ReplicaSetController::explain(const kube::Object &set, std::vector<VictimCandidate> ranked, int victims)
{
    if (!m_context.decide)
        return;
    const auto first = static_cast<std::size_t>(victims);
    const std::size_t from = first > kShownCandidates ? first - kShownCandidates : 0;
    const std::size_t to = std::min(ranked.size(), first + kShownCandidates);
    std::vector<VictimCandidate> shown(ranked.begin() + static_cast<std::ptrdiff_t>(from),
                                       ranked.begin() + static_cast<std::ptrdiff_t>(to));
    m_context.decide({kComponent, "Victims", std::format("replicasets/{}", kube::objectKey(set)),
                      [shown = std::move(shown), count = first - from, now = m_context.timers.now()] {
                          return victimsDetail(shown, count, now);
                      }});
}

void ReplicaSetController::onDeleted(const kube::ObjectPtr &set, const VictimCandidate &victim,
                                     const api::Result<api::Response> &answer)
{
    if (answer) {
        m_events.normal(*set, "SuccessfulDelete", std::format("Deleted pod: {}", victim.name));
        return;
    }
    m_expectations.deletionObserved(kube::objectKey(*set), victim.uid);
    if (answer.error().code != 404)
        m_events.warning(*set, "FailedDelete", std::format("Error deleting: {}", answer.error().message));
}

client::Task<ReplicaSetController::Failure> ReplicaSetController::removeSurplus(kube::ObjectPtr set,
                                                                                int count)
{
    auto ranked = rankedVictims(*set, count);
    explain(*set, ranked, count);
    ranked.resize(static_cast<std::size_t>(count));
    std::set<std::string, std::less<>> uids;
    std::vector<api::Request> requests;
    for (const VictimCandidate &victim : ranked) {
        uids.insert(victim.uid);
        const auto pod = m_pods.cache().find(set->ns(), victim.name);
        requests.push_back(client::deleteRequest(kPods, *pod));
    }
    m_expectations.expectDeletions(kube::objectKey(*set), std::move(uids), m_context.timers.now());
    const auto answers = co_await sendAll(m_context.transport, std::move(requests));
    Failure failure;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        onDeleted(set, ranked[i], answers[i]);
        if (!answers[i] && answers[i].error().code != 404 && !failure)
            failure = answers[i].error();
    }
    co_return failure;
}

ReplicaSetController::Availability ReplicaSetController::availability(const kube::Object &set,
                                                                      std::int64_t minReadySeconds) const
{
    const auto now = m_context.timers.now();
    Availability result;
    for (const auto &[key, entry] : m_pods.cache().bucket(m_podsByOwner, set.uid())) {
        const kube::Object &pod = *entry->object;
        if (!isPodActive(pod))
            continue;
        result.available += isPodAvailable(pod, minReadySeconds, now) ? 1 : 0;
        if (const auto next = nextAvailabilityCheck(pod, minReadySeconds, now))
            result.nextCheck = std::min(*next, result.nextCheck.value_or(*next));
    }
    return result;
}

client::Task<bool> ReplicaSetController::writeStatus(kube::ObjectPtr set, Scaling scaling)
{
    // Written over the object as the cache has it now: creating Pods took time.
    const std::string key = kube::objectKey(*set);
    auto latest = m_written.newest(key, m_sets.cache().find(key));
    if (!latest || latest->uid() != set->uid())
        co_return true;
    const auto counts = m_tally.counts(*latest, m_pods.cache().bucket(m_podsByOwner, latest->uid()));
    const auto minReady = latest->spec()["minReadySeconds"].asInt();
    Availability now{counts.ready, {}};
    if (minReady > 0)
        now = availability(*latest, minReady);
    const auto status = [&](const kube::Object &over) {
        auto value = replicaSetStatus(over, counts, now.available, scaling.diff, scaling.failure,
                                      m_context.timers.now());
        setCount(value, "observedGeneration", set->generation()); // what this sync has acted on
        if (m_context.features.terminatingReplicas)
            value.set("terminatingReplicas", counts.terminating);
        return value;
    };
    if (minReady > 0 && counts.ready != now.available)
        m_queue.addAfter(key, now.nextCheck.value_or(std::chrono::seconds(minReady)));
    // Tried once more over a fresh copy when somebody was faster.
    for (int attempt = 0;; ++attempt) {
        auto body = latest->root();
        body.set("status", status(*latest));
        if (body["status"] == latest->status())
            co_return true;
        auto request = client::updateRequest(kReplicaSets, std::move(body), "status");
        const auto answer = co_await client::send(m_context.transport, std::move(request));
        if (answer)
            m_written.wrote(key, *latest, answer->object());
        if (answer || answer.error().code == 404 || attempt == 1)
            co_return answer || answer.error().code == 404;
        auto get = client::getRequest(kReplicaSets, latest->ns(), latest->name());
        const auto fresh = co_await client::send(m_context.transport, std::move(get));
        if (!fresh)
            co_return fresh.error().code == 404;
        latest = fresh->object();
    }
}

} // namespace minato::components
