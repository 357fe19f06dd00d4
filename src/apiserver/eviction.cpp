// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/eviction.h"

#include "kube/label_selector.h"
#include "kube/pod_disruption.h"

#include <algorithm>
#include <format>

namespace minato::apiserver {
namespace {

using kube::ObjectPtr;
using kube::Status;
using kube::Value;

constexpr std::size_t kMostDisrupted = 2000; ///< evictions that the controller has not seen yet
constexpr int kRetrySeconds = 10;

/// It is no loss, or none that a budget protects from.
bool needsNoBudget(const kube::Object &pod)
{
    const std::string_view phase = pod.status()["phase"].asString();
    return phase == "Succeeded" || phase == "Failed" || phase == "Pending" || pod.isTerminating();
}

bool isReady(const kube::Object &pod)
{
    return std::ranges::any_of(pod.status()["conditions"].items(), [](const Value &condition) {
        return condition["type"].asString() == "Ready" && condition["status"].asString() == "True";
    });
}

Status tooManyRequests(int retrySeconds, std::string why)
{
    Status status;
    status.code = 429;
    status.reason = "TooManyRequests";
    status.message = "Cannot evict pod as it would violate the pod's disruption budget.";
    status.causes.push_back({"DisruptionBudget", std::move(why), ""});
    status.retryAfterSeconds = retrySeconds;
    return status;
}

Status stillProcessed(std::string_view budget)
{
    return tooManyRequests(
        kRetrySeconds,
        std::format("The disruption budget {} is still being processed by the server.", budget));
}

Status severalBudgets()
{
    Status status;
    status.message =
        "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.";
    return status;
}

Value success()
{
    return Value::map({{"kind", "Status"},
                       {"apiVersion", "v1"},
                       {"metadata", Value::emptyMap()},
                       {"status", "Success"},
                       {"code", 201}});
}

/// The Pod says why it goes.
Value markedAsTarget(const kube::Object &pod, std::string_view now)
{
    Value condition = Value::map({{"type", "DisruptionTarget"},
                                  {"status", "True"},
                                  {"reason", "EvictionByEvictionAPI"},
                                  {"message", "Eviction API: evicting"},
                                  {"lastTransitionTime", now}});
    condition.set("lastProbeTime", Value());
    Value root = pod.root();
    auto &conditions = root.edit("status").edit("conditions").editItems();
    const auto it = std::ranges::find_if(
        conditions, [](const Value &one) { return one["type"].asString() == "DisruptionTarget"; });
    if (it == conditions.end())
        conditions.push_back(std::move(condition));
    else if ((*it)["status"].asString() != "True")
        *it = std::move(condition);
    return root;
}

std::vector<ObjectPtr> budgetsOf(const Machinery &machinery, const Kind &budgets, const kube::Object &pod)
{
    std::vector<ObjectPtr> found;
    for (const ObjectPtr &budget : machinery.store.list(budgets.bucket, pod.ns())) {
        const auto selector = kube::LabelSelector::fromValue(budget->spec()["selector"]);
        if (selector && selector->matches(pod.labels()))
            found.push_back(budget);
    }
    return found;
}

} // namespace

kube::Result<void> EvictionEndpoint::take(const Kind &budgets, const ObjectPtr &budget, std::string_view pod,
                                          bool isDryRun)
{
    const Value &status = budget->status();
    const kube::GroupVersionResource named{"policy", "v1", "poddisruptionbudget"};
    if (status["observedGeneration"].asInt() < budget->generation())
        return std::unexpected(stillProcessed(budget->name()));
    const std::int64_t allowed = status["disruptionsAllowed"].asInt();
    if (allowed < 0)
        return std::unexpected(
            Status::forbidden(named, budget->name(), "pdb disruptions allowed is negative"));
    if (status["disruptedPods"].size() > kMostDisrupted)
        return std::unexpected(Status::forbidden(
            named, budget->name(),
            "DisruptedPods map too big - too many evictions not confirmed by PDB controller"));
    if (allowed == 0)
        return std::unexpected(tooManyRequests(
            0,
            std::format("The disruption budget {} needs {} healthy pods and has {} currently", budget->name(),
                        status["desiredHealthy"].asInt(), status["currentHealthy"].asInt())));
    if (isDryRun)
        return {};
    Value root = budget->root();
    Value &now = root.edit("status");
    now.set("disruptionsAllowed", allowed - 1);
    if (allowed == 1)
        kube::setDisruptionAllowed(now, m_machinery.timestamp());
    // Its controller is told, so that it does not count the Pod as healthy until it sees it go.
    now.edit("disruptedPods").set(pod, m_machinery.timestamp());
    (void)m_machinery.store.put(budgets.bucket, budget, std::move(root));
    return {};
}

kube::Result<void> EvictionEndpoint::askBudget(const kube::Object &pod, bool isDryRun)
{
    const Kind &budgets = *m_machinery.registry.find(kube::resources::kPodDisruptionBudgets);
    const auto found = budgetsOf(m_machinery, budgets, pod);
    if (found.empty())
        return {};
    if (found.size() > 1)
        return std::unexpected(severalBudgets());
    const ObjectPtr &budget = found.front();
    const Value &status = budget->status();
    if (!isReady(pod)) {
        // One that does not work is no loss, as long as enough others do.
        const std::int64_t desired = status["desiredHealthy"].asInt();
        if (budget->spec()["unhealthyPodEvictionPolicy"].asString() == "AlwaysAllow" ||
            (status["currentHealthy"].asInt() >= desired && desired > 0))
            return {};
    }
    return take(budgets, budget, pod.name(), isDryRun);
}

kube::Result<api::Response> EvictionEndpoint::evict(const Kind &pods, const api::Request &request)
{
    const std::string_view name = request.body.at("metadata", "name").asString();
    if (!name.empty() && name != request.name)
        return std::unexpected(Status::badRequest("name in URL does not match name in Eviction object"));
    auto pod = m_machinery.find(pods, request.ns, request.name);
    if (!pod)
        return std::unexpected(pod.error());
    auto options = DeleteOptions::fromValue(request.body["deleteOptions"]);
    if (!options)
        return std::unexpected(options.error());
    options->isDryRun = options->isDryRun || request.parameter("dryRun") == "All";
    // All of it is one event here: what upstream guards by preconditions cannot change in between.
    if (!needsNoBudget(**pod)) {
        if (const auto asked = askBudget(**pod, options->isDryRun); !asked)
            return std::unexpected(asked.error());
    }
    if (auto met = checkPreconditions(pods, **pod, *options); !met)
        return std::unexpected(met.error());
    if (!options->isDryRun) {
        *pod = m_machinery.store.put(pods.bucket, *pod, markedAsTarget(**pod, m_machinery.timestamp()));
        options->resourceVersion.reset();
    }
    return m_deleter.removeOne(pods, *pod, *options).transform([](const Deleter::Outcome &) {
        return api::Response{success(), true, {}};
    });
}

} // namespace minato::apiserver
