// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/quantity.h"
#include "kube/resource.h"
#include "shell/kubectl/session.h"

#include <string>
#include <string_view>
#include <vector>

namespace minato::shell::kubectl {

/// What `kubectl top node` and `kubectl top pod` share.
///
/// Mirrors   kubectl/pkg/cmd/top, kubectl/pkg/metricsutil
namespace top {

inline const kube::GroupVersionResource kNodeMetrics{"metrics.k8s.io", "v1beta1", "nodes"};
inline const kube::GroupVersionResource kPodMetrics{"metrics.k8s.io", "v1beta1", "pods"};

struct Usage {
    kube::Quantity cpu, memory;

    /// Of a ResourceList; what is not in it is zero.
    [[nodiscard]] static Usage of(const kube::Value &resources);
    void add(const Usage &other);
};

/// A node, a Pod or a container with what it used.
struct Measured {
    std::string ns, name;
    Usage usage;
    std::vector<Measured> containers = {};
};

/// "cpu", "memory": the greatest first; "": by name.
void sort(std::vector<Measured> &list, std::string_view order, bool hasNamespaces);

/// "12m\t"
[[nodiscard]] std::string cpuCell(const Usage &usage);
/// "34Mi\t"
[[nodiscard]] std::string memoryCell(const Usage &usage);

/// What is wrong with how it was called, as far as both commands check it.
[[nodiscard]] Result<void> checkCall(const Session &session, bool hasSelector,
                                     std::string_view nameAndSelector);
/// Error: the cluster has no metrics server.
[[nodiscard]] client::Task<Result<void>> findMetricsApi(Session &session);
/// One object under its name, or those that the query selects.
[[nodiscard]] client::Task<Result<std::vector<kube::ObjectPtr>>>
read(Session &session, kube::GroupVersionResource type, std::string ns, std::string name, api::Query query);
/// The argument, or "".
[[nodiscard]] std::string nameOf(const Session &session);

} // namespace top
} // namespace minato::shell::kubectl
