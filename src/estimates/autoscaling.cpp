// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimates/autoscaling.h"

#include "components/common/pod.h"
#include "components/podautoscaler/metric_evaluation.h"
#include "components/podautoscaler/scaling_rules.h"
#include "kube/label_selector.h"

#include <format>

namespace minato::estimates {
namespace {

using namespace components;
using kube::Value;
using Evaluated = std::expected<MetricReading, MetricFailure>;

/// "Pods" and "pods": the type of an entry, and where it has its fields.
struct Source {
    std::string_view type, field;
};

Source sourceOf(const Value &spec)
{
    for (const Source source :
         {Source{"Resource", "resource"}, Source{"ContainerResource", "containerResource"},
          Source{"Pods", "pods"}, Source{"Object", "object"}, Source{"External", "external"}}) {
        if (spec["type"].asString() == source.type)
            return source;
    }
    return {};
}

bool isMeasured(const Value &spec)
{
    return sourceOf(spec).field.ends_with("esource");
}

std::string metricName(const Value &spec)
{
    const Value &source = spec[sourceOf(spec).field];
    if (!isMeasured(spec))
        return std::string(source.at("metric", "name").asString());
    const auto container = source["container"].asString();
    return container.empty() ? std::string(source["name"].asString())
                             : std::format("{} ({})", source["name"].asString(), container);
}

std::string figureText(const Value &value)
{
    if (!value["averageUtilization"].isNull())
        return std::format("{}%", value["averageUtilization"].asInt());
    const Value &amount = value["averageValue"].isNull() ? value["value"] : value["averageValue"];
    return amount.isString() ? std::string(amount.asString()) : std::format("{}", amount.asInt());
}

/// A custom metric, from what the controller found last: `status` is its entry of status.currentMetrics.
Evaluated evaluateReported(const Value &spec, const Value &status, const ReplicaCalculator::Target &target,
                           std::int32_t statusReplicas)
{
    const auto [type, field] = sourceOf(spec);
    const auto fail = [](const std::string &why) {
        return std::unexpected(MetricFailure{"FailedGetMetric", why, why});
    };
    const Value &current = status[field]["current"], &wanted = spec[field]["target"];
    if (current.isNull() || status["type"].asString() != type)
        return fail("the autoscaler has not reported this metric");
    const bool isAverage = !wanted["averageValue"].isNull();
    const auto usage = quantityMilli(current[isAverage ? "averageValue" : "value"]);
    const auto targetUsage = quantityMilli(wanted[isAverage ? "averageValue" : "value"]);
    if (targetUsage <= 0)
        return fail("the metric has no target");
    if (isAverage && type != "Pods") {
        const auto proposed = ReplicaCalculator::valuePerPod(statusReplicas, usage * statusReplicas,
                                                             targetUsage, target.tolerances);
        return MetricReading{proposed.replicas, metricName(spec), status};
    }
    const auto proposed = ReplicaCalculator::value(target, usage, targetUsage);
    return proposed ? Evaluated(MetricReading{proposed->replicas, metricName(spec), status})
                    : fail(proposed.error());
}

Observed::Objects podsOf(const kube::Object &target, const Observed &observed)
{
    const auto selector =
        kube::LabelSelector::fromValue(target.spec()["selector"]).value_or(kube::LabelSelector::nothing());
    Observed::Objects pods;
    for (const kube::ObjectPtr &pod : observed.pods) {
        if (pod->ns() == target.ns() && selector.matches(pod->labels()))
            pods.push_back(pod);
    }
    return pods;
}

std::vector<MetricEstimate> metricEstimates(const Value &specs, const MetricsProposal &proposal)
{
    std::vector<MetricEstimate> estimates;
    for (std::size_t i = 0; i < proposal.readings.size(); ++i) {
        const Value &spec = specs[i];
        const auto field = sourceOf(spec).field;
        const auto &reading = proposal.readings[i];
        estimates.push_back(
            {.name = metricName(spec),
             .current = reading ? figureText(reading->status[field]["current"]) : std::string(),
             .target = figureText(spec[field]["target"]),
             .replicas = reading ? reading->replicas : 0,
             .isReported = !isMeasured(spec),
             .failure = reading ? std::string() : reading.error().error});
    }
    return estimates;
}

/// What the autoscaler makes of the proposal, with no memory of the past.
void limit(Autoscaling &result, const Value &behavior)
{
    const ScalingRequest request{result.current, result.proposed, result.min, result.max};
    const auto rules = ScalingBehavior::fromValue(behavior, kDownscaleWindow);
    const LimitedReplicas limited =
        behavior.isNull() ? limitByRules(request) : limitByRate({}, rules, request, {});
    result.desired = limited.replicas;
    if (limited.replicas != result.proposed)
        result.limit = limited.reason;
    if (result.desired != result.current)
        result.window = result.desired < result.current ? rules.down.window : rules.up.window;
}

} // namespace

Autoscaling autoscalingOf(const kube::Object &autoscaler, const kube::ObjectPtr &target,
                          const Observed &observed, const api::MetricsSource *metrics)
{
    const Value &spec = autoscaler.spec();
    const Value &behavior = spec["behavior"];
    const Tolerances tolerances = tolerancesOf(behavior);
    Autoscaling result{.targetKind = std::string(spec.at("scaleTargetRef", "kind").asString()),
                       .target = std::string(spec.at("scaleTargetRef", "name").asString()),
                       .min = static_cast<std::int32_t>(spec["minReplicas"].asInt(1)),
                       .max = static_cast<std::int32_t>(spec["maxReplicas"].asInt()),
                       .metrics = {},
                       .limit = {},
                       .toleranceUp = tolerances.scaleUp,
                       .toleranceDown = tolerances.scaleDown,
                       .failure = {}};
    if (!target) {
        result.failure = std::format("{} \"{}\" not found", result.targetKind, result.target);
        return result;
    }
    result.current = static_cast<std::int32_t>(target->spec()["replicas"].asInt(1));
    if (result.current == 0 && result.min != 0) {
        result.limit = "ScalingDisabled";
        return result;
    }
    if (result.current > result.max || result.current < result.min) {
        result.desired = result.current > result.max ? result.max : result.min;
        result.limit = result.current > result.max ? "TooManyReplicas" : "TooFewReplicas";
        return result;
    }
    const Observed::Objects pods = podsOf(*target, observed);
    const ReplicaCalculator::Target pace{pods, result.current, tolerances, observed.now};
    const Value &specs = spec["metrics"], &reported = autoscaler.status()["currentMetrics"];
    std::size_t next = 0;
    const MetricsProposal proposal = proposeReplicas(specs, result.current, [&](const Value &each) {
        const std::size_t i = next++;
        return isMeasured(each) ? evaluateMetric(each, autoscaler.ns(), pace, metrics)
                                : evaluateReported(each, reported[i], pace, result.current);
    });
    result.metrics = metricEstimates(specs, proposal);
    result.proposed = proposal.replicas;
    result.failure = proposal.replicas < 0 ? proposal.error : std::string();
    const Value &able = findCondition(autoscaler.status()["conditions"], "AbleToScale");
    result.isHeldBack = able["reason"].asString().ends_with("Stabilized");
    if (proposal.replicas >= 0)
        limit(result, behavior);
    return result;
}

} // namespace minato::estimates
