// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/informer.h"

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <vector>

namespace minato::components {

/// How many Pods a PodDisruptionBudget is about, and how many of them must be healthy.
///
/// Mirrors   pkg/controller/disruption/disruption.go (getExpectedPodCount, getExpectedScale and its finders)
/// Differs   Pods of other controllers than ReplicaSets (also those of Deployments) and StatefulSets have no
///           scale here.
class ExpectedPods {
public:
    explicit ExpectedPods(client::InformerHub &hub);

    struct Count {
        std::int64_t expected = 0, desiredHealthy = 0;
        bool hasUnmanaged = false; ///< Pods without a controller, which a percentage cannot count
    };
    /// The error is upstream's sentence.
    [[nodiscard]] std::expected<Count, std::string> count(const kube::Object &budget,
                                                          std::span<const kube::ObjectPtr> pods) const;

private:
    struct Scale {
        std::string uid;
        std::int64_t replicas = 0;
    };
    [[nodiscard]] std::optional<Scale> scaleOf(const kube::Object &pod) const;
    [[nodiscard]] std::expected<Count, std::string> scale(std::span<const kube::ObjectPtr> pods) const;

    client::Informer &m_replicaSets, &m_deployments, &m_statefulSets;
};

} // namespace minato::components
