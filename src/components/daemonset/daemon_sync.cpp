// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a pass makes, deletes and tells.
#include "client/requests.h"
#include "components/common/pod.h"
#include "components/common/slow_start.h"
#include "components/daemonset/daemonset_controller.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

using kube::resources::kDaemonSets;
using kube::resources::kPods;

/// Pods that a kubelet rejects at once must not be made again as fast.
constexpr DurationRange kFailureDelays{std::chrono::seconds(1), std::chrono::minutes(15)};

} // namespace

DaemonSetController::Step DaemonSetController::claim(Pass &pass)
{
    if (pass.areClaimed)
        co_return true;
    const PodSource source{m_pods, m_podsByOwner, m_orphans};
    std::function<bool(const kube::Object &)> isOurs = [&](const kube::Object &pod) {
        return pass.selector.matches(pod.labels());
    };
    const auto claimed =
        co_await claimPods(m_context.transport, kDaemonSets, pass.daemonSet, source, std::move(isOurs));
    pass.areClaimed = claimed.has_value();
    co_return pass.areClaimed;
}

DaemonSetController::Step DaemonSetController::manage(Pass &pass)
{
    DaemonWork found =
        manageWork(view(pass), livePods(pass), [&](const kube::Object &pod, const kube::Object &node) {
            return mayDeleteEnded(*pass.daemonSet, pod, node);
        });
    co_return co_await syncPods(pass, std::move(found));
}

bool DaemonSetController::mayDeleteEnded(const kube::Object &daemonSet, const kube::Object &pod,
                                         const kube::Object &node)
{
    const std::string which = std::format("{}/{} on node {}", pod.ns(), pod.name(), node.name());
    if (podPhase(pod) == "Succeeded") {
        m_events.normal(daemonSet, "SucceededDaemonPod",
                        std::format("Found succeeded daemon pod {}, will try to delete it", which));
        return true;
    }
    const auto now = m_context.timers.now();
    BackOff &backOff = m_failures[std::format("{}/{}/{}", daemonSet.uid(),
                                              daemonSet.status()["observedGeneration"].asInt(), node.name())];
    if (backOff.isWaiting(now, kFailureDelays)) {
        m_queue.addAfter(kube::objectKey(daemonSet), backOff.delay());
        return false;
    }
    backOff.next(now, now, kFailureDelays);
    m_events.warning(daemonSet, "FailedDaemonPod",
                     std::format("Found failed daemon pod {}, will try to kill it", which));
    return true;
}

DaemonSetController::Step DaemonSetController::rollingUpdate(Pass &pass)
{
    auto found = updateWork(view(pass), livePods(pass));
    if (!found)
        co_return false;
    if (pass.daemonSet->at("spec", "updateStrategy", "type").asString() != "RollingUpdate")
        co_return true;
    co_return co_await syncPods(pass, std::move(*found));
}

DaemonSetController::Step DaemonSetController::syncPods(const Pass &pass, DaemonWork work)
{
    constexpr std::size_t kMost = kBurst;
    work.newOnNodes.resize(std::min(work.newOnNodes.size(), kMost));
    work.victims.resize(std::min(work.victims.size(), kMost));
    m_expectations.expect(pass.key(), static_cast<int>(work.newOnNodes.size()),
                          static_cast<int>(work.victims.size()), m_context.timers.now());
    const bool areCreated = co_await createPods(pass, std::move(work.newOnNodes));
    const bool areDeleted = co_await deletePods(pass, std::move(work.victims));
    co_return areCreated &&areDeleted;
}

void DaemonSetController::onCreated(const kube::Object &daemonSet, const api::Result<api::Response> &answer)
{
    if (answer)
        return m_events.normal(daemonSet, "SuccessfulCreate",
                               std::format("Created pod: {}", answer->object()->name()));
    if (isNamespaceEnding(answer.error()))
        return; // still expected: none is tried for a while, as all would fail
    m_expectations.creationObserved(kube::objectKey(daemonSet));
    m_events.warning(daemonSet, "FailedCreate", std::format("Error creating: {}", answer.error().message));
}

DaemonSetController::Step DaemonSetController::createPods(const Pass &pass, std::vector<std::string> nodes)
{
    const int count = static_cast<int>(nodes.size());
    const kube::ObjectPtr daemonSet = pass.daemonSet;
    const std::string hash = pass.hash();
    std::function<api::Request()> nextRequest = [&, next = std::size_t{0}]() mutable {
        return client::createRequest(kPods, daemonPod(*daemonSet, hash, nodes[next++]));
    };
    std::function<void(const api::Result<api::Response> &)> onDone = [&](const auto &answer) {
        onCreated(*daemonSet, answer);
    };
    const auto result = co_await slowStart(m_context.transport, count, std::move(nextRequest),
                                           std::move(onDone), isNamespaceEnding);
    for (int skipped = result.calls; skipped < count; ++skipped)
        m_expectations.creationObserved(pass.key());
    co_return result.successes == result.calls;
}

DaemonSetController::Step DaemonSetController::deletePods(const Pass &pass, std::vector<std::string> names)
{
    std::vector<api::Request> requests;
    for (const std::string &name : names) {
        auto request = client::getRequest(kPods, pass.daemonSet->ns(), name);
        request.verb = api::Verb::Delete;
        requests.push_back(std::move(request));
    }
    const auto answers = co_await sendAll(m_context.transport, std::move(requests));
    bool isGood = true;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (answers[i]) {
            m_events.normal(*pass.daemonSet, "SuccessfulDelete", std::format("Deleted pod: {}", names[i]));
            continue;
        }
        m_expectations.deletionObserved(pass.key());
        if (answers[i].error().code == 404)
            continue;
        isGood = false;
        m_events.warning(*pass.daemonSet, "FailedDelete",
                         std::format("Error deleting: {}", answers[i].error().message));
    }
    co_return isGood;
}

DaemonSetController::Step DaemonSetController::writeStatus(Pass &pass, bool isProcessed)
{
    const DaemonCounts counts = countDaemons(view(pass), livePods(pass));
    const auto generation = pass.daemonSet->generation();
    const auto status = [&](const kube::Object &over) {
        kube::Value value = daemonSetStatus(over.status(), counts);
        if (isProcessed)
            value.set("observedGeneration", generation);
        return value;
    };
    kube::ObjectPtr over = pass.daemonSet;
    const bool isCurrent = over->status()["observedGeneration"].asInt() >= generation;
    bool isWritten = isCurrent && daemonSetStatus(over->status(), counts) == over->status();
    // Tried once more over a fresh copy when somebody was faster.
    for (int attempt = 0; !isWritten; ++attempt) {
        kube::Value body = over->root();
        body.set("status", status(*over));
        auto request = client::updateRequest(kDaemonSets, std::move(body), "status");
        const auto answer = co_await client::send(m_context.transport, std::move(request));
        isWritten = answer.has_value();
        if (isWritten)
            m_written.wrote(pass.key(), *over, answer->object());
        else if (attempt == 1)
            co_return false;
        else {
            auto get = client::getRequest(kDaemonSets, over->ns(), over->name());
            const auto fresh = co_await client::send(m_context.transport, std::move(get));
            if (!fresh)
                co_return false;
            over = fresh->object();
        }
    }
    const auto minReady = pass.daemonSet->spec()["minReadySeconds"].asInt();
    if (minReady > 0 && counts.ready != counts.available)
        m_queue.addAfter(pass.key(), std::chrono::seconds(minReady));
    co_return true;
}

} // namespace minato::components
