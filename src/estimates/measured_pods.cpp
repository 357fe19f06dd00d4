// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimates/measured_pods.h"

#include "components/common/pod.h"
#include "kube/duration.h"

namespace minato::estimates {
namespace {

constexpr std::int64_t kNanosAMilli = 1'000'000;

api::PodMetrics metricsOf(const kube::Object &measured)
{
    api::PodMetrics metrics{
        .timestamp = base::parseRfc3339(measured["timestamp"].asString()).value_or(base::Instant{}),
        .window = kube::parseGoDuration(measured["window"].asString()).value_or(base::Duration{}),
        .containers = {}};
    for (const kube::Value &container : measured["containers"].items()) {
        const kube::Value &usage = container["usage"];
        metrics.containers.push_back({std::string(container["name"].asString()),
                                      components::quantityMilli(usage["cpu"]) * kNanosAMilli,
                                      components::quantityValue(usage["memory"])});
    }
    return metrics;
}

} // namespace

MeasuredPods::MeasuredPods(const std::vector<kube::ObjectPtr> &podMetrics)
{
    for (const kube::ObjectPtr &measured : podMetrics)
        m_pods.insert_or_assign(kube::objectKey(*measured), metricsOf(*measured));
}

std::optional<api::PodMetrics> MeasuredPods::pod(std::string_view ns, std::string_view name) const
{
    const auto found = m_pods.find(kube::objectKey(ns, name));
    return found == m_pods.end() ? std::nullopt : std::optional(found->second);
}

} // namespace minato::estimates
