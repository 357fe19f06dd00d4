// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pod_crowd.h"

#include <algorithm>
#include <format>

namespace minato::bench {
namespace {

using namespace session;

constexpr const char *kPrefix = "kubernetes-bootcamp-6c5b8f9d7b-";
constexpr const char *kService = "default/kubernetes-bootcamp";

std::string nodeName(int index)
{
    return std::format("worker-{:04}", index);
}

/// Five letters as Kubernetes chooses them, here in order.
std::string suffix(int number)
{
    constexpr std::string_view letters = "bcdfghjklmnpqrstvwxz2456789";
    std::string text;
    for (int i = 0, rest = number * 7919 + 1; i < 5; ++i, rest /= int(letters.size()))
        text.insert(text.begin(), letters[std::size_t(rest) % letters.size()]);
    return text;
}

} // namespace

PodCrowd::PodCrowd(int nodes, int pods) : m_nodes(nodes)
{
    for (int i = 0; i < pods; ++i, ++m_made)
        m_pods.push_back({.uid = std::format("p{:07}", m_made),
                          .ns = "default",
                          .name = kPrefix + suffix(m_made),
                          .node = nodeName(i % nodes),
                          .ip = std::format("10.{}.{}.{}", i >> 16, (i >> 8) & 255, i & 255),
                          .generateName = kPrefix,
                          .reason = "Running",
                          .phase = PodPhase::Running,
                          .milliCpu = 100,
                          .memoryBytes = 64ll << 20,
                          .createdAt = m_now});
}

DeploymentState PodCrowd::deployment() const
{
    const int ready = int(std::ranges::count(m_pods, PodPhase::Running, &PodState::phase));
    const int all = int(m_pods.size());
    return {.uid = "d1",
            .ns = "default",
            .name = "kubernetes-bootcamp",
            .desired = all,
            .existing = all,
            .ready = ready,
            .available = ready,
            .updated = all};
}

ServiceState PodCrowd::service() const
{
    ServiceState service{.uid = "s1",
                         .ns = "default",
                         .name = "kubernetes-bootcamp",
                         .type = "NodePort",
                         .clusterIp = "10.96.112.34",
                         .port = 8080,
                         .nodePort = 31437};
    service.readyEndpoints = deployment().ready;
    return service;
}

Batch PodCrowd::all() const
{
    Batch batch;
    for (int i = 0; i < m_nodes; ++i)
        batch.nodes[nodeName(i)] = NodeState{.uid = nodeName(i),
                                             .name = nodeName(i),
                                             .isReady = true,
                                             .milliCpu = 16000,
                                             .memoryBytes = 64ll << 30,
                                             .podCapacity = 500};
    for (const PodState &pod : m_pods)
        batch.pods[pod.uid] = pod;
    batch.deployments["d1"] = deployment();
    batch.services["s1"] = service();
    batch.replicas = {{m_now, "d1", int(m_pods.size()), int(m_pods.size()), int(m_pods.size())}};
    batch.clock = ClockState{.now = m_now};
    batch.lesson = LessonState{.lessonId = "scale", .isReady = true};
    return batch;
}

void PodCrowd::advance(Batch &batch, std::size_t index)
{
    PodState &pod = m_pods[index];
    switch (pod.phase) {
    case PodPhase::Running:
        pod.phase = PodPhase::Terminating;
        pod.reason = "Terminating";
        break;
    case PodPhase::Terminating:
        batch.pods[pod.uid] = std::nullopt;
        pod.uid = std::format("p{:07}", m_made);
        pod.name = kPrefix + suffix(m_made++);
        pod.createdAt = m_now;
        pod.phase = PodPhase::Starting;
        pod.reason = "ContainerCreating";
        break;
    default:
        pod.phase = PodPhase::Running;
        pod.reason = "Running";
    }
    batch.pods[pod.uid] = pod;
}

Batch PodCrowd::next()
{
    Batch batch;
    m_now = m_now + std::chrono::milliseconds(100);
    // Each is taken three times in a row: stops, is replaced, runs.
    const std::size_t changed = std::clamp<std::size_t>(m_pods.size() / 100, 1, 200);
    const std::size_t turn = m_at++;
    const std::size_t first = turn / 3 * changed;
    for (std::size_t i = 0; i < changed; ++i)
        advance(batch, (first + i) * 7 % m_pods.size());
    for (std::size_t i = 0; i < 20; ++i) {
        const PodState &pod = m_pods[(turn * 31 + i * 17) % m_pods.size()];
        const RouteEvent route{m_now, kService, pod.node, pod.uid, true};
        batch.count(route, pod.name);
        batch.routes.push_back(route);
    }
    batch.deployments["d1"] = deployment();
    batch.services["s1"] = service();
    const int ready = batch.deployments["d1"]->ready;
    batch.replicas = {{m_now, "d1", int(m_pods.size()), int(m_pods.size()), ready}};
    batch.clock = ClockState{.now = m_now};
    return batch;
}

} // namespace minato::bench
