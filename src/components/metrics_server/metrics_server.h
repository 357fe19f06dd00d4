// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/metrics.h"

#include <chrono>
#include <map>
#include <string>
#include <utility>

namespace minato::components {

/// Asks the kubelets every now and then what containers have used, and makes rates of it.
///
/// Mirrors   kubernetes-sigs/metrics-server v0.8 pkg/storage: two samples make a rate; a container younger
/// than a
///           resolution and older than 10 s counts from its start; a Pod one of whose containers has no rate
///           is left out
/// Differs   All nodes are asked at the same moment, without a failure. A node uses the CPU of its Pods and no
///           more; the memory of its Pods and 300Mi for the system.
class MetricsServer : public api::MetricsSource {
public:
    static constexpr base::Duration kResolution = std::chrono::seconds(15);

    explicit MetricsServer(api::Timers &timers, base::Duration resolution = kResolution);

    /// From now on asks `kubelets`, first when `resolution` has passed.
    void start(const api::UsageSource &kubelets);

    [[nodiscard]] std::optional<api::PodMetrics> pod(std::string_view ns,
                                                     std::string_view name) const override;
    [[nodiscard]] std::optional<api::NodeMetrics> node(std::string_view name) const override;
    /// Takes a sample now; called by itself every `resolution`.
    void scrape();

private:
    struct Sample {
        base::Instant at, started;
        base::Duration cpuTime{};
        std::int64_t memory = 0;
    };
    struct Container {
        std::optional<Sample> before;
        Sample last;
        std::string node;
    };
    /// A machine that answered, now and maybe the time before; with what its Pods use.
    struct Node {
        std::optional<base::Instant> before;
        base::Instant last;
        std::int64_t nanoCpu = 0, memory = 0;
    };
    using PodName = std::pair<std::string, std::string>; ///< namespace, name
    using Containers = std::map<std::string, Container, std::less<>>;
    void schedule();
    void scrapeNodes(base::Instant now);
    /// Nanocores; nullopt: one sample makes no rate.
    [[nodiscard]] static std::optional<std::int64_t> rate(const Container &container);
    [[nodiscard]] static std::optional<api::PodMetrics> rates(const Containers &containers);

    api::Timers &m_timers;
    base::Duration m_resolution;
    const api::UsageSource *m_kubelets = nullptr;
    api::TimerPtr m_timer;
    std::map<PodName, Containers> m_pods;
    std::map<std::string, Node, std::less<>> m_nodes;
};

} // namespace minato::components
