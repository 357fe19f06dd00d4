// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace minato::components::nodes {

inline constexpr std::string_view kNotReadyTaint = "node.kubernetes.io/not-ready";
inline constexpr std::string_view kUnreachableTaint = "node.kubernetes.io/unreachable";
inline constexpr std::string_view kUnschedulableTaint = "node.kubernetes.io/unschedulable";
inline constexpr std::string_view kOutOfServiceTaint = "node.kubernetes.io/out-of-service";

[[nodiscard]] bool hasTaint(const kube::Object &node, std::string_view key, std::string_view effect);

/// The keys of the NoSchedule taints that a node's conditions and its cordon ask for.
///
/// Mirrors   pkg/controller/nodelifecycle doNoScheduleTaintingPass
[[nodiscard]] std::vector<std::string_view> noScheduleTaints(const kube::Object &node);

/// The taints of a node with these NoSchedule keys instead of others that the node controller gives, or
/// nothing when they are so already. New ones get `timeAdded`.
[[nodiscard]] std::optional<kube::Value>
withNoScheduleTaints(const kube::Object &node, std::span<const std::string_view> keys, std::string_view now);

/// The same for one NoExecute taint of not-ready and unreachable; empty: neither.
[[nodiscard]] std::optional<kube::Value> withNoExecuteTaint(const kube::Object &node, std::string_view key,
                                                            std::string_view now);

} // namespace minato::components::nodes
