// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/table_columns.h"
#include "kube/duration.h"
#include "kube/quantity.h"

#include <format>

/// What Nodes and Pods use, measured at them.
///
/// Mirrors   k8s.io/metrics/pkg/apis/metrics/v1beta1; metrics-server v0.8 pkg/api (table.go), pkg/storage (types.go)
namespace minato::apiserver::kinds {
namespace {

using kube::Quantity;
using kube::Value;

Value usageOf(std::int64_t nanoCpu, std::int64_t memory)
{
    const auto cpu = Quantity::parse(std::format("{}n", nanoCpu)).value_or(Quantity());
    return Value::map({{"cpu", cpu.toString()},
                       {"memory", Quantity::fromUnits(memory, Quantity::Format::BinarySI).toString()}});
}

Value during(base::Instant timestamp, base::Duration window)
{
    return Value::map({{"timestamp", base::toRfc3339(timestamp)}, {"window", kube::goDuration(window)}});
}

std::optional<Value> ofNode(const api::MetricsSource &source, const kube::Object &node)
{
    const auto metrics = source.node(node.name());
    if (!metrics)
        return std::nullopt;
    Value measured = during(metrics->timestamp, metrics->window);
    measured.set("usage", usageOf(metrics->nanoCpu, metrics->memory));
    return measured;
}

std::optional<Value> ofPod(const api::MetricsSource &source, const kube::Object &pod)
{
    const auto metrics = source.pod(pod.ns(), pod.name());
    if (!metrics)
        return std::nullopt;
    Value containers = Value::emptyArray();
    for (const api::ContainerMetrics &container : metrics->containers)
        containers.push(
            Value::map({{"name", container.name}, {"usage", usageOf(container.nanoCpu, container.memory)}}));
    Value measured = during(metrics->timestamp, metrics->window);
    measured.set("containers", std::move(containers));
    return measured;
}

/// A metrics server watches no others.
bool isRunning(const kube::Object &pod)
{
    return pod.status()["phase"].asString() == "Running";
}

constexpr Measurement kNodeMeasurement{"node", "nodemetrics", nullptr, ofNode};
constexpr Measurement kPodMeasurement{"pods", "podmetrics", isRunning, ofPod};

std::vector<Value> nodeCells(const kube::Object &metrics, base::Instant)
{
    const Value &usage = metrics["usage"];
    return {metrics.name(), usage["cpu"], usage["memory"], metrics["window"]};
}

std::vector<Value> podCells(const kube::Object &metrics, base::Instant)
{
    Quantity cpu, memory;
    for (const Value &container : metrics["containers"].items()) {
        cpu = cpu + Quantity::fromValue(container.at("usage", "cpu")).value_or(Quantity());
        memory = memory + Quantity::fromValue(container.at("usage", "memory")).value_or(Quantity());
    }
    return {metrics.name(), cpu.toString(), memory.toString(), metrics["window"]};
}

Kind measured(std::string_view name, std::string_view resource, const Measurement &measurement)
{
    Kind kind;
    kind.group = "metrics.k8s.io";
    kind.version = "v1beta1";
    kind.resource = resource;
    kind.kind = name;
    kind.storedAs = {"", "v1", kind.resource};
    kind.measurement = &measurement;
    kind.columns = {nameColumn(),
                    {"cpu", "string", "quantity", "", 0},
                    {"memory", "string", "quantity", "", 0},
                    {"Window", "string", "duration", "", 0}};
    return kind;
}

} // namespace

std::vector<Kind> metrics()
{
    Kind nodes = measured("NodeMetrics", "nodes", kNodeMeasurement);
    nodes.isNamespaced = false;
    nodes.cells = nodeCells;
    Kind pods = measured("PodMetrics", "pods", kPodMeasurement);
    pods.cells = podCells;
    return {std::move(nodes), std::move(pods)};
}

} // namespace minato::apiserver::kinds
