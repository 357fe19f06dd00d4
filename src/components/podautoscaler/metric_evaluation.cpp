// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/podautoscaler/metric_evaluation.h"

#include "components/common/pod.h"
#include "kube/quantity.h"

#include <algorithm>
#include <format>
#include <optional>

namespace minato::components {
namespace {

using Evaluated = std::expected<MetricReading, MetricFailure>;
using kube::Value;

std::string quantityText(std::string_view resource, std::int64_t milli)
{
    const auto format =
        resource == "memory" ? kube::Quantity::Format::BinarySI : kube::Quantity::Format::DecimalSI;
    return kube::Quantity::fromMilli(milli, format).toString();
}

std::optional<PodMetric> metricOf(const api::PodMetrics &pod, std::string_view resource,
                                  std::string_view container)
{
    PodMetric metric{pod.timestamp, pod.window, 0};
    bool isFound = container.empty() && !pod.containers.empty();
    for (const api::ContainerMetrics &each : pod.containers) {
        if (!container.empty() && each.name != container)
            continue;
        if (resource != "cpu" && resource != "memory")
            return std::nullopt;
        metric.value += resource == "cpu" ? each.milliCpu() : each.memory * 1000;
        isFound = true;
    }
    return isFound ? std::optional(metric) : std::nullopt;
}

/// A Resource or ContainerResource metric.
Evaluated evaluateResource(const Value &source, bool isOfContainer, const ReplicaCalculator::Target &target,
                           const api::MetricsSource *metrics)
{
    const auto resource = source["name"].asString();
    const auto container = source["container"].asString();
    const auto fail = [&](std::string message) {
        const std::string what = isOfContainer
                                     ? std::format("failed to get {} container metric value", container)
                                     : std::format("failed to get {} resource metric value", resource);
        std::string error = std::format("{}: {}", what, message);
        return std::unexpected(
            MetricFailure{isOfContainer ? "FailedGetContainerResourceMetric" : "FailedGetResourceMetric",
                          std::move(message), std::move(error)});
    };
    const Value &wanted = source["target"];
    const bool isAverage = !wanted["averageValue"].isNull();
    if (!isAverage && wanted["averageUtilization"].isNull())
        return fail("invalid resource metric source: neither an average utilization target nor an average "
                    "value (usage) target was set");
    const auto failed = [&](const std::string &why) {
        return fail(
            std::format("failed to get {} {}: {}", resource, isAverage ? "usage" : "utilization", why));
    };
    auto values = resourceMetric(target.pods, resource, container, metrics);
    if (!values)
        return failed(std::format("unable to get metrics for resource {}: {}", resource, values.error()));
    const auto proposed =
        isAverage ? ReplicaCalculator::averageValue(target, *std::move(values),
                                                    quantityMilli(wanted["averageValue"]), resource)
                  : ReplicaCalculator::resourceUtilization(
                        target, *std::move(values),
                        static_cast<std::int32_t>(wanted["averageUtilization"].asInt()), resource, container);
    if (!proposed)
        return failed(proposed.error());
    Value current = Value::map({{"averageValue", quantityText(resource, proposed->usage)}});
    if (!isAverage)
        current.set("averageUtilization", proposed->utilization);
    Value entry = Value::map({{"name", resource}, {"current", std::move(current)}});
    if (isOfContainer)
        entry.set("container", container);
    const std::string name = isAverage ? std::format("{} resource", resource)
                                       : std::format("{}{} resource utilization (percentage of request)",
                                                     resource, isOfContainer ? " container" : "");
    return MetricReading{proposed->replicas, name,
                         Value::map({{"type", isOfContainer ? "ContainerResource" : "Resource"},
                                     {isOfContainer ? "containerResource" : "resource", std::move(entry)}})};
}

Evaluated unavailable(const Value &spec, std::string_view ns)
{
    const auto type = spec["type"].asString();
    constexpr const char *kNoCustom =
        "unable to fetch metrics from custom metrics API: no custom metrics API (custom.metrics.k8s.io) "
        "registered";
    if (type == "Pods") {
        const std::string why = std::format("unable to get metric {}: {}",
                                            spec.at("pods", "metric", "name").asString(), kNoCustom);
        return std::unexpected(MetricFailure{"FailedGetPodsMetric", why,
                                             std::format("failed to get pods metric value: {}", why)});
    }
    if (type == "Object") {
        const Value &object = spec.at("object", "describedObject");
        const std::string why = std::format(
            "unable to get metric {}: {} on {} {}/{}", spec.at("object", "metric", "name").asString(),
            object["kind"].asString(), ns, object["name"].asString(), kNoCustom);
        return std::unexpected(MetricFailure{"FailedGetObjectMetric", why,
                                             std::format("failed to get object metric value: {}", why)});
    }
    if (type == "External") {
        const auto name = spec.at("external", "metric", "name").asString();
        const std::string why = std::format(
            "unable to get external metric {}/{}/nil: unable to fetch metrics from external metrics "
            "API: no external metrics API (external.metrics.k8s.io) registered",
            ns, name);
        return std::unexpected(
            MetricFailure{"FailedGetExternalMetric", why,
                          std::format("failed to get {} external metric value: {}", name, why)});
    }
    std::string why = std::format("unknown metric source type \"{}\"", type);
    return std::unexpected(MetricFailure{"InvalidMetricSourceType", why, why});
}

} // namespace

std::expected<PodMetricValues, std::string> resourceMetric(const std::vector<kube::ObjectPtr> &pods,
                                                           std::string_view resource,
                                                           std::string_view container,
                                                           const api::MetricsSource *metrics)
{
    if (!metrics)
        return std::unexpected(
            "unable to fetch metrics from resource metrics API: the server could not find the "
            "requested resource (get pods.metrics.k8s.io)");
    PodMetricValues values;
    bool isAnyMeasured = false;
    for (const kube::ObjectPtr &pod : pods) {
        const auto measured = metrics->pod(pod->ns(), pod->name());
        isAnyMeasured = isAnyMeasured || measured;
        if (const auto metric = measured ? metricOf(*measured, resource, container) : std::nullopt)
            values.emplace(pod->name(), *metric);
    }
    if (!isAnyMeasured)
        return std::unexpected("no metrics returned from resource metrics API");
    return values;
}

Evaluated evaluateMetric(const Value &spec, std::string_view ns, const ReplicaCalculator::Target &target,
                         const api::MetricsSource *metrics)
{
    if (spec["type"].asString() == "Resource")
        return evaluateResource(spec["resource"], false, target, metrics);
    if (spec["type"].asString() == "ContainerResource")
        return evaluateResource(spec["containerResource"], true, target, metrics);
    return unavailable(spec, ns);
}

const MetricFailure *MetricsProposal::firstFailure() const
{
    const auto failed = std::ranges::find_if(readings, [](const auto &each) { return !each.has_value(); });
    return failed == readings.end() ? nullptr : &failed->error();
}

MetricsProposal proposeReplicas(const Value &specs, std::int32_t currentReplicas,
                                const EvaluateMetric &evaluate)
{
    MetricsProposal proposal{.replicas = 0, .metric = {}, .readings = {}, .error = {}};
    std::size_t invalid = 0;
    for (const Value &spec : specs.items()) {
        const auto &reading = proposal.readings.emplace_back(evaluate(spec));
        if (!reading) {
            ++invalid;
        } else if (proposal.replicas == 0 || reading->replicas > proposal.replicas) {
            proposal.replicas = reading->replicas;
            proposal.metric = reading->name;
        }
    }
    if (invalid > 0)
        proposal.error = std::format("invalid metrics ({} invalid out of {}), first error is: {}", invalid,
                                     specs.size(), proposal.firstFailure()->error);
    if (invalid >= specs.size() || (invalid > 0 && proposal.replicas < currentReplicas))
        proposal.replicas = -1;
    return proposal;
}

} // namespace minato::components
