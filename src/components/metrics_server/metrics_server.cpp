// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/metrics_server/metrics_server.h"

#include <algorithm>

namespace minato::components {
namespace {

/// A younger container has not been there long enough for a rate.
constexpr base::Duration kFreshest = std::chrono::seconds(10);

} // namespace

MetricsServer::MetricsServer(api::Timers &timers, base::Duration resolution)
    : m_timers(timers), m_resolution(resolution)
{
}

void MetricsServer::start(const api::UsageSource &kubelets)
{
    m_kubelets = &kubelets;
    schedule();
}

void MetricsServer::schedule()
{
    m_timer = m_timers.after(m_resolution, [this] {
        scrape();
        schedule();
    });
}

void MetricsServer::scrape()
{
    const auto now = m_timers.now();
    std::map<PodName, Containers> pods;
    for (const api::ContainerUsage &usage : m_kubelets->usage(now)) {
        const PodName name{usage.ns, usage.pod};
        Container container{
            .before = {}, .last = {now, usage.started, usage.cpuTime, usage.memory}, .node = usage.node};
        const base::Duration age = now - usage.started;
        const auto pod = m_pods.find(name);
        if (pod != m_pods.end()) {
            const auto known = pod->second.find(usage.container);
            if (known != pod->second.end() && known->second.last.started == usage.started)
                container.before = known->second.last;
        }
        if (!container.before && age < m_resolution && age >= kFreshest)
            container.before = Sample{usage.started, usage.started, {}, 0};
        pods[name].emplace(usage.container, std::move(container));
    }
    m_pods = std::move(pods);
    scrapeNodes(now);
}

void MetricsServer::scrapeNodes(base::Instant now)
{
    std::map<std::string, Node, std::less<>> nodes;
    for (const api::NodeUsage &usage : m_kubelets->nodes()) {
        Node &node = nodes[usage.name];
        node.last = now;
        node.memory = usage.systemMemory;
        if (const auto known = m_nodes.find(usage.name); known != m_nodes.end())
            node.before = known->second.last;
    }
    for (const auto &[pod, containers] : m_pods) {
        for (const auto &[name, container] : containers) {
            const auto node = nodes.find(container.node);
            if (node == nodes.end())
                continue;
            node->second.nanoCpu += rate(container).value_or(0);
            node->second.memory += container.last.memory;
        }
    }
    m_nodes = std::move(nodes);
}

std::optional<std::int64_t> MetricsServer::rate(const Container &container)
{
    if (!container.before || container.last.at <= container.before->at)
        return std::nullopt;
    const auto used = (container.last.cpuTime - container.before->cpuTime).count();
    const auto window = (container.last.at - container.before->at).count();
    return static_cast<std::int64_t>(static_cast<double>(used) / static_cast<double>(window) * 1e9);
}

std::optional<api::PodMetrics> MetricsServer::rates(const Containers &containers)
{
    api::PodMetrics metrics;
    for (const auto &[name, container] : containers) {
        const auto nanoCpu = rate(container);
        if (!nanoCpu)
            return std::nullopt;
        metrics.containers.push_back({name, *nanoCpu, container.last.memory});
        // The Pod's window is that of the container measured first.
        if (metrics.containers.size() == 1 || container.last.at < metrics.timestamp) {
            metrics.timestamp = container.last.at;
            metrics.window = container.last.at - container.before->at;
        }
    }
    return metrics;
}

std::optional<api::PodMetrics> MetricsServer::pod(std::string_view ns, std::string_view name) const
{
    const auto pod = m_pods.find(PodName(ns, name));
    return pod == m_pods.end() ? std::nullopt : rates(pod->second);
}

std::optional<api::NodeMetrics> MetricsServer::node(std::string_view name) const
{
    const auto node = m_nodes.find(name);
    if (node == m_nodes.end() || !node->second.before)
        return std::nullopt;
    const Node &sum = node->second;
    return api::NodeMetrics{sum.last, sum.last - *sum.before, sum.nanoCpu, sum.memory};
}

} // namespace minato::components
