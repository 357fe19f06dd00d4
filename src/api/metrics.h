// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::api {

/// What one container used: CPU as a rate over a window, memory as its working set.
struct ContainerMetrics {
    std::string name;
    std::int64_t nanoCpu = 0; ///< billionths of a CPU
    std::int64_t memory = 0;  ///< bytes

    /// As Quantity.MilliValue(): rounded up.
    [[nodiscard]] std::int64_t milliCpu() const { return (nanoCpu + 999'999) / 1'000'000; }
};

struct PodMetrics {
    base::Instant timestamp; ///< end of the window
    base::Duration window{};
    std::vector<ContainerMetrics> containers;
};

struct NodeMetrics {
    base::Instant timestamp;
    base::Duration window{};
    std::int64_t nanoCpu = 0, memory = 0;
};

/// What metrics.k8s.io tells: the autoscaler, `kubectl top` and an API group ask the same source.
///
/// Absent    nullopt: not measured yet (a new container needs a first window), or unknown.
class MetricsSource {
public:
    virtual ~MetricsSource() = default;
    [[nodiscard]] virtual std::optional<PodMetrics> pod(std::string_view ns, std::string_view name) const = 0;
    [[nodiscard]] virtual std::optional<NodeMetrics> node(std::string_view name) const = 0;
};

/// What a container has used since it started, as a kubelet's /metrics/resource says.
struct ContainerUsage {
    std::string ns, pod, podUid, container, node;
    base::Instant started;
    base::Duration cpuTime{}; ///< of all CPUs, since `started`
    std::int64_t memory = 0;  ///< working set, bytes
};

/// What a machine uses beside its containers.
struct NodeUsage {
    std::string name;
    std::int64_t systemMemory = 0; ///< working set, bytes
};

/// The kubelets, as a metrics server scrapes them.
class UsageSource {
public:
    virtual ~UsageSource() = default;
    /// Of all containers that run now, in a stable order.
    [[nodiscard]] virtual std::vector<ContainerUsage> usage(base::Instant now) const = 0;
    /// Of all machines whose kubelet answers now, in a stable order.
    [[nodiscard]] virtual std::vector<NodeUsage> nodes() const = 0;
};

} // namespace minato::api
