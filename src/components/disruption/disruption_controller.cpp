// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/disruption/disruption_controller.h"

#include "client/requests.h"
#include "components/common/pod.h"
#include "kube/pod_disruption.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

using namespace kube::resources;

constexpr int kWorkers = 1;
constexpr base::Duration kDeletionTimeout = std::chrono::minutes(2);
constexpr base::Duration kStaleMark = std::chrono::minutes(2);
constexpr std::string_view kTarget = "DisruptionTarget";

/// When the mark of a Pod that is not going counts as stale; nullopt: it has none.
std::optional<base::Instant> staleFrom(const kube::Object &pod)
{
    if (pod.isTerminating() || isPodTerminal(pod))
        return std::nullopt;
    const kube::Value &condition = findCondition(pod.status()["conditions"], kTarget);
    if (condition["status"].asString() != "True" || condition["reason"].asString() == "TerminationByKubelet")
        return std::nullopt;
    return base::parseRfc3339(condition["lastTransitionTime"].asString()).transform([](base::Instant since) {
        return since + kStaleMark;
    });
}

std::int64_t healthy(const std::vector<kube::ObjectPtr> &pods, const kube::Value &disrupted)
{
    return std::ranges::count_if(pods, [&disrupted](const kube::ObjectPtr &pod) {
        return !pod->isTerminating() && !disrupted.contains(pod->name()) && isPodReady(*pod);
    });
}

bool saysTheSame(const kube::Object &budget, const kube::Value &status)
{
    const kube::Value &old = budget.status();
    const auto isSame = [&](const char *key) { return old[key].asInt() == status[key].asInt(); };
    return isSame("currentHealthy") && isSame("desiredHealthy") && isSame("expectedPods") &&
           isSame("disruptionsAllowed") && isSame("observedGeneration") &&
           (old["disruptedPods"] == status["disruptedPods"] ||
            (old["disruptedPods"].isEmpty() && status["disruptedPods"].isEmpty())) &&
           kube::isDisruptionConditionCurrent(budget);
}

} // namespace

DisruptionController::DisruptionController(Context context)
    : m_context(std::move(context)),
      m_budgets(m_context.hub.informer(kPodDisruptionBudgets)),
      m_pods(m_context.hub.informer(kPods)),
      m_budgetsByNamespace(m_budgets.addIndex(client::byNamespace)),
      m_expected(m_context.hub),
      m_events(m_context.forEvents(), m_context.timers, {"controllermanager", ""}),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return sync(std::move(key)); }),
      m_stale(m_context.timers, kWorkers, [this](std::string key) { return clearStaleMark(std::move(key)); })
{
    m_budgets.addHandler([this](const auto &before, const auto &now) { onBudget(before, now); });
    m_pods.addHandler([this](const auto &before, const auto &now) { onPod(before, now); });
    m_context.hub.whenSynced([this] {
        m_queue.start();
        m_stale.start();
    });
}

void DisruptionController::onBudget(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const std::string key = kube::objectKey(now ? *now : *before);
    if (now)
        m_selectors[key] =
            kube::LabelSelector::fromValue(now->spec()["selector"]).value_or(kube::LabelSelector::nothing());
    else
        m_selectors.erase(key);
    m_queue.add(key);
}

void DisruptionController::onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const kube::Object &pod = now ? *now : *before;
    for (const auto &[key, budget] : m_budgets.cache().bucket(m_budgetsByNamespace, pod.ns())) {
        const auto selector = m_selectors.find(key);
        if (selector != m_selectors.end() && selector->second.matches(pod.labels()))
            m_queue.add(key);
    }
    if (const auto due = now ? staleFrom(*now) : std::nullopt)
        m_stale.addAfter(kube::objectKey(*now), *due - m_context.timers.now());
}

std::vector<kube::ObjectPtr> DisruptionController::podsOf(const kube::Object &budget) const
{
    std::vector<kube::ObjectPtr> pods;
    const auto selector = m_selectors.find(kube::objectKey(budget));
    if (selector == m_selectors.end())
        return pods;
    for (const auto &[key, entry] : m_pods.cache().entries()) {
        if (entry.object->ns() == budget.ns() && selector->second.matches(entry.object->labels()))
            pods.push_back(entry.object);
    }
    return pods;
}

/// The Pods whose eviction was promised and is still to come.
kube::Value DisruptionController::stillDisrupted(const kube::Object &budget,
                                                 const std::vector<kube::ObjectPtr> &pods, Finding &finding)
{
    kube::Value result;
    const kube::Value &disrupted = budget.status()["disruptedPods"];
    for (const kube::ObjectPtr &pod : pods) {
        const auto since = base::parseRfc3339(disrupted[pod->name()].asString());
        if (!since || pod->isTerminating())
            continue;
        const base::Instant due = *since + kDeletionTimeout;
        if (due < m_context.timers.now()) {
            // The namespace twice, as upstream has it.
            m_events.warning(*pod, "NotDeleted",
                             std::format("Pod was expected by PDB {}/{} to be deleted but it wasn't",
                                         budget.ns(), budget.ns()));
            continue;
        }
        finding.recheck = finding.recheck ? std::min(*finding.recheck, due) : due;
        result.set(pod->name(), disrupted[pod->name()]);
    }
    return result;
}

/// At least nothing may be evicted while it is not known how many are there.
DisruptionController::Finding DisruptionController::failed(const kube::Object &budget,
                                                           std::string_view why) const
{
    Finding finding{budget.status(), {}};
    const std::string now = base::toRfc3339(m_context.timers.now());
    finding.status.set("disruptionsAllowed", 0);
    kube::setDisruptionAllowed(finding.status, now);
    for (kube::Value &condition : finding.status.edit("conditions").editItems()) {
        if (condition["type"].asString() != "DisruptionAllowed")
            continue;
        condition.set("reason", "SyncFailed");
        condition.set("message", why);
    }
    return finding;
}

DisruptionController::Finding DisruptionController::look(const kube::Object &budget)
{
    const auto pods = podsOf(budget);
    if (pods.empty())
        m_events.normal(budget, "NoPods", "No matching pods found");
    const auto count = m_expected.count(budget, pods);
    if (!count) {
        m_events.warning(budget, "CalculateExpectedPodCountFailed",
                         std::format("Failed to calculate the number of expected pods: {}", count.error()));
        return failed(budget, count.error());
    }
    if (count->hasUnmanaged)
        m_events.warning(
            budget, "UnmanagedPods",
            std::format(
                "Pods selected by this PodDisruptionBudget (selector: {}) were found to be unmanaged. As a "
                "result, the status of the PDB cannot be calculated correctly, which may result in undefined "
                "behavior. To account for these pods please set \".spec.minAvailable\" field of the PDB to "
                "an "
                "integer value.",
                kube::LabelSelector::fromValue(budget.spec()["selector"])
                    .transform([](const auto &selector) { return selector.toString(); })
                    .value_or("")));
    Finding finding;
    const kube::Value disrupted = stillDisrupted(budget, pods, finding);
    const std::int64_t current = healthy(pods, disrupted);
    const std::int64_t spare = count->expected > 0 ? current - count->desiredHealthy : 0;
    finding.status = kube::Value::map({{"currentHealthy", current},
                                       {"desiredHealthy", count->desiredHealthy},
                                       {"expectedPods", count->expected},
                                       {"disruptionsAllowed", std::max<std::int64_t>(0, spare)},
                                       {"observedGeneration", budget.generation()}});
    if (!disrupted.isEmpty())
        finding.status.set("disruptedPods", disrupted);
    if (const kube::Value &conditions = budget.status()["conditions"]; !conditions.isNull())
        finding.status.set("conditions", conditions);
    kube::setDisruptionAllowed(finding.status, base::toRfc3339(m_context.timers.now()));
    return finding;
}

client::Task<bool> DisruptionController::sync(std::string key)
{
    const auto budget = m_written.newest(key, m_budgets.cache().find(key));
    if (!budget)
        co_return true;
    Finding finding = look(*budget);
    if (!saysTheSame(*budget, finding.status) && finding.status != budget->status()) {
        kube::Value body = budget->root();
        body.set("status", finding.status);
        auto request = client::updateRequest(kPodDisruptionBudgets, std::move(body), "status");
        const auto answer = co_await client::send(m_context.transport, std::move(request));
        if (!answer)
            co_return answer.error().code == 404;
        m_written.wrote(key, *budget, answer->object());
    }
    if (finding.recheck)
        m_queue.addAfter(key, *finding.recheck - m_context.timers.now() + std::chrono::milliseconds(1));
    co_return true;
}

client::Task<bool> DisruptionController::clearStaleMark(std::string podKey)
{
    const auto pod = m_pods.cache().find(podKey);
    const auto due = pod ? staleFrom(*pod) : std::nullopt;
    if (!due)
        co_return true;
    if (*due > m_context.timers.now()) {
        m_stale.addAfter(podKey, *due - m_context.timers.now());
        co_return true;
    }
    kube::Value condition = kube::Value::map({{"type", kTarget}, {"status", "False"}});
    condition.set("lastTransitionTime", base::toRfc3339(m_context.timers.now()));
    condition.set("lastProbeTime", kube::Value());
    const auto conditions = kube::Value::map({{"conditions", kube::Value::array({condition})}});
    auto request = client::patchRequest(kPods, *pod, kube::PatchType::Strategic,
                                        kube::Value::map({{"status", conditions}}), "status");
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    co_return answer || answer.error().code == 404;
}

} // namespace minato::components
