// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/podautoscaler/replica_calculator.h"

#include "components/common/pod.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <functional>
#include <limits>
#include <optional>

namespace minato::components {
namespace {

using Requests = std::map<std::string, std::int64_t, std::less<>>; ///< thousandths, by name of the Pod
constexpr const char *kNoPods = "no pods returned by selector while calculating replica count";
constexpr const char *kNoMetrics = "did not receive metrics for targeted pods (pods might be unready)";

std::optional<base::Instant> timeOf(const kube::Value &text)
{
    return base::parseRfc3339(text.asString());
}

/// Whether a sample of CPU says nothing yet: the Pod is starting.
bool isUnready(const kube::Object &pod, const PodMetric &metric, base::Instant now,
               const ReplicaCalculator::StartUp &startUp)
{
    const auto &condition = findCondition(pod.status()["conditions"], "Ready");
    const auto started = timeOf(pod.status()["startTime"]);
    if (condition.isNull() || !started)
        return true;
    const bool isFalse = condition["status"].asString() == "False";
    const auto transition = timeOf(condition["lastTransitionTime"]).value_or(base::Instant{});
    if (*started + startUp.cpuInitialization > now)
        return isFalse || metric.timestamp < transition + metric.window;
    return isFalse && *started + startUp.initialReadiness > transition;
}

std::int64_t milliOf(const kube::Value &quantity)
{
    return quantityMilli(quantity);
}

std::expected<std::int64_t, std::string> containersRequest(const kube::Object &pod, std::string_view resource,
                                                           std::string_view wanted)
{
    std::int64_t sum = 0;
    std::string missing;
    const auto add = [&](const kube::Value &container) {
        const auto name = container["name"].asString();
        if (!wanted.empty() && wanted != name)
            return;
        const auto &requests = container.at("resources", "requests");
        if (!requests.contains(resource) && missing.empty())
            missing =
                std::format("missing request for {} in container {} of Pod {}", resource, name, pod.name());
        sum += milliOf(requests[resource]);
    };
    for (const kube::Value &container : pod.spec()["containers"].items())
        add(container);
    for (const kube::Value &container : pod.spec()["initContainers"].items()) {
        if (container["restartPolicy"].asString() == "Always")
            add(container);
    }
    if (!missing.empty())
        return std::unexpected(std::move(missing));
    return sum;
}

std::expected<std::int64_t, std::string> podRequest(const kube::Object &pod, std::string_view resource,
                                                    std::string_view container)
{
    const auto &ofPod = pod.spec().at("resources", "requests");
    if (ofPod.isEmpty() || !container.empty())
        return containersRequest(pod, resource, container);
    if (ofPod.contains(resource))
        return milliOf(ofPod[resource]);
    const bool isInAny =
        std::ranges::any_of(pod.spec()["containers"].items(), [resource](const kube::Value &each) {
            return each.at("resources", "requests").contains(resource);
        });
    if (!isInAny)
        return std::unexpected(
            std::format("missing pod-level request for {} in Pod {}", resource, pod.name()));
    std::int64_t sum = 0;
    for (const kube::Value &each : pod.spec()["containers"].items())
        sum += milliOf(each.at("resources", "requests")[resource]);
    return sum;
}

void dropMetrics(PodMetricValues &metrics, const std::set<std::string, std::less<>> &pods)
{
    for (const std::string &pod : pods)
        metrics.erase(pod);
}

std::int32_t ceiled(double count)
{
    return static_cast<std::int32_t>(std::ceil(count));
}

/// A ratio of usage to its target, and what is reported of it.
struct Ratio {
    double ratio = 0;
    ReplicaProposal reported;
};
using MakeRatio = std::function<std::expected<Ratio, std::string>(const PodMetricValues &)>;

/// What the two kinds of averages share: `fallback` is what a Pod without a metric counts for when scaling
/// down.
Proposed proposeFor(const ReplicaCalculator::Target &target, PodMetricValues metrics,
                    const ReplicaCalculator::Groups &groups, const MakeRatio &makeRatio,
                    const std::function<std::int64_t(const std::string &)> &fallback)
{
    const auto first = makeRatio(metrics);
    if (!first)
        return std::unexpected(first.error());
    ReplicaProposal proposal = first->reported;
    const double ratio = first->ratio;
    proposal.replicas = target.currentReplicas;
    const bool isUpWithUnready = !groups.unready.empty() && ratio > 1.0;
    if (!isUpWithUnready && groups.missing.empty()) {
        if (!target.tolerances.isWithin(ratio))
            proposal.replicas = ceiled(ratio * groups.readyCount);
        return proposal;
    }
    for (const std::string &pod : groups.missing) {
        if (ratio < 1.0)
            metrics[pod] = {{}, {}, fallback(pod)};
        else if (ratio > 1.0)
            metrics[pod] = {{}, {}, 0};
    }
    if (isUpWithUnready) {
        for (const std::string &pod : groups.unready)
            metrics[pod] = {{}, {}, 0};
    }
    const auto second = makeRatio(metrics);
    if (!second)
        return std::unexpected(second.error());
    const double again = second->ratio;
    if (target.tolerances.isWithin(again) || (ratio < 1.0 && again > 1.0) || (ratio > 1.0 && again < 1.0))
        return proposal;
    const auto replicas = ceiled(again * static_cast<double>(metrics.size()));
    const bool isOtherWay = (again < 1.0 && replicas > target.currentReplicas) ||
                            (again > 1.0 && replicas < target.currentReplicas);
    if (!isOtherWay)
        proposal.replicas = replicas;
    return proposal;
}

std::expected<Ratio, std::string> utilizationRatio(const PodMetricValues &metrics, const Requests &requests,
                                                   std::int32_t targetUtilization)
{
    std::int64_t used = 0, requested = 0, count = 0;
    for (const auto &[pod, metric] : metrics) {
        const auto request = requests.find(pod);
        if (request == requests.end())
            continue;
        used += metric.value;
        requested += request->second;
        ++count;
    }
    if (requested == 0)
        return std::unexpected("no metrics returned matched known pods");
    const auto utilization = static_cast<std::int32_t>(used * 100 / requested);
    return Ratio{static_cast<double>(utilization) / static_cast<double>(targetUtilization),
                 {0, utilization, used / count}};
}

} // namespace

ReplicaCalculator::Groups ReplicaCalculator::group(const std::vector<kube::ObjectPtr> &pods,
                                                   const PodMetricValues &metrics, std::string_view resource,
                                                   base::Instant now, const StartUp &startUp)
{
    Groups groups;
    for (const kube::ObjectPtr &pod : pods) {
        const std::string name(pod->name());
        const auto phase = podPhase(*pod);
        const auto metric = metrics.find(name);
        if (pod->isTerminating() || phase == "Failed")
            groups.ignored.insert(name);
        else if (phase == "Pending")
            groups.unready.insert(name);
        else if (metric == metrics.end())
            groups.missing.insert(name);
        else if (resource == "cpu" && isUnready(*pod, metric->second, now, startUp))
            groups.unready.insert(name);
        else
            ++groups.readyCount;
    }
    return groups;
}

std::expected<ReplicaCalculator::Groups, std::string>
ReplicaCalculator::groupsThatCount(const Target &target, std::string_view resource, PodMetricValues &metrics)
{
    if (target.pods.empty())
        return std::unexpected(kNoPods);
    Groups groups = group(target.pods, metrics, resource, target.now, target.startUp);
    dropMetrics(metrics, groups.ignored);
    dropMetrics(metrics, groups.unready);
    if (metrics.empty())
        return std::unexpected(kNoMetrics);
    return groups;
}

Proposed ReplicaCalculator::resourceUtilization(const Target &target, PodMetricValues metrics,
                                                std::int32_t targetUtilization, std::string_view resource,
                                                std::string_view container)
{
    const auto groups = groupsThatCount(target, resource, metrics);
    if (!groups)
        return std::unexpected(groups.error());
    Requests requests;
    for (const kube::ObjectPtr &pod : target.pods) {
        const auto request = podRequest(*pod, resource, container);
        if (!request)
            return std::unexpected(request.error());
        requests[std::string(pod->name())] = *request;
    }
    return proposeFor(
        target, std::move(metrics), *groups,
        [&](const PodMetricValues &values) { return utilizationRatio(values, requests, targetUtilization); },
        [&](const std::string &pod) {
            return requests[pod] * std::max<std::int64_t>(100, targetUtilization) / 100;
        });
}

Proposed ReplicaCalculator::averageValue(const Target &target, PodMetricValues metrics,
                                         std::int64_t targetUsage, std::string_view resource)
{
    const auto groups = groupsThatCount(target, resource, metrics);
    if (!groups)
        return std::unexpected(groups.error());
    const auto ratio = [targetUsage](const PodMetricValues &values) -> std::expected<Ratio, std::string> {
        std::int64_t sum = 0;
        for (const auto &[pod, metric] : values)
            sum += metric.value;
        const auto average = sum / std::ssize(values);
        return Ratio{static_cast<double>(average) / static_cast<double>(targetUsage), {0, 0, average}};
    };
    return proposeFor(target, std::move(metrics), *groups, ratio,
                      [targetUsage](const std::string &) { return targetUsage; });
}

Proposed ReplicaCalculator::value(const Target &target, std::int64_t usage, std::int64_t targetUsage)
{
    const double ratio = static_cast<double>(usage) / static_cast<double>(targetUsage);
    if (target.currentReplicas == 0)
        return ReplicaProposal{ceiled(ratio), 0, usage};
    if (target.tolerances.isWithin(ratio))
        return ReplicaProposal{target.currentReplicas, 0, usage};
    if (target.pods.empty())
        return std::unexpected(std::format("unable to calculate ready pods: {}", kNoPods));
    const auto ready = std::ranges::count_if(target.pods, [](const kube::ObjectPtr &pod) {
        return podPhase(*pod) == "Running" && isPodReady(*pod);
    });
    return ReplicaProposal{ceiled(ratio * static_cast<double>(ready)), 0, usage};
}

ReplicaProposal ReplicaCalculator::valuePerPod(std::int32_t statusReplicas, std::int64_t usage,
                                               std::int64_t targetUsage, Tolerances tolerances)
{
    const auto used = static_cast<double>(usage);
    ReplicaProposal proposal{statusReplicas, 0, 0};
    if (!tolerances.isWithin(used / (static_cast<double>(targetUsage) * statusReplicas))) {
        const double wanted = std::ceil(used / static_cast<double>(targetUsage));
        constexpr double kMost = std::numeric_limits<std::int32_t>::max();
        proposal.replicas = static_cast<std::int32_t>(std::min(wanted, kMost));
    }
    constexpr auto kLargest = std::numeric_limits<std::int64_t>::max();
    const double average = std::ceil(used / statusReplicas);
    proposal.usage = average >= static_cast<double>(kLargest) ? kLargest : static_cast<std::int64_t>(average);
    return proposal;
}

} // namespace minato::components
