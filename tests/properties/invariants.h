// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "properties/cluster_view.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace minato::tests {

/// What must hold after every single event, whatever people and luck do.
class Invariants {
public:
    using Complain = ClusterView::Complain;

    Invariants(const ClusterView &view, const api::BackendClock &clock, Complain complain)
        : m_view(view), m_clock(clock), m_complain(std::move(complain))
    {
    }

    void onEvent(const kube::GroupVersionResource &resource, const kube::ObjectPtr &before,
                 const kube::ObjectPtr &now);
    /// Somebody takes Pods away, or makes room scarce, other than by a rollout: until a Deployment is
    /// complete again, and this time is over, nothing is promised about its availability.
    void disturb(base::Duration lasting = std::chrono::seconds(30))
    {
        m_disturbedUntil = std::max(m_disturbedUntil, m_clock.now() + lasting);
    }
    /// When all is at rest: no object without an owner that is there.
    void checkOwners() const;

private:
    struct Deployment {
        std::int64_t mostAllowed =
            0;               ///< replicas in all sets, while older orders are still being carried out
        bool isCalm = false; ///< complete since the last disturbance
    };
    struct Usage {
        std::int64_t pods = 0, milliCpu = 0;
    };
    struct ReplicaSet {
        std::int64_t mostAllowed = 0;
    };
    void onDeployment(const kube::ObjectPtr &now, const kube::ObjectPtr &before);
    void onReplicaSet(const kube::ObjectPtr &now, const kube::ObjectPtr &before);
    void onPod(const kube::ObjectPtr &now, const kube::ObjectPtr &before);
    void onQuota(const kube::ObjectPtr &now, const kube::ObjectPtr &before);
    void checkSets(const kube::Object &deployment);
    void checkPods(const kube::Object &replicaSet);
    void checkAvailability(const kube::Object &deployment);
    void checkQuotas(const kube::Object &pod, bool isNew);
    [[nodiscard]] Usage usageOf(std::string_view ns) const;
    void checkNode(std::string_view node) const;
    void checkDaemons(std::string_view node) const;
    [[nodiscard]] std::int64_t available(const kube::Object &deployment) const;
    [[nodiscard]] bool isDisturbed() const;
    [[nodiscard]] std::vector<kube::ObjectPtr> setsOf(const kube::Object &deployment) const;

    const ClusterView &m_view;
    const api::BackendClock &m_clock;
    base::Instant m_disturbedUntil;
    Complain m_complain;
    std::map<std::string, Deployment, std::less<>> m_deployments;          ///< by UID
    std::map<std::string, ReplicaSet, std::less<>> m_sets;                 ///< by UID
    std::map<std::string, std::set<std::string>, std::less<>> m_podsOfSet; ///< UID of the set → keys of Pods
    std::map<std::string, std::set<std::string>, std::less<>> m_podsOfNode;
    std::map<std::string, std::set<std::string>, std::less<>> m_podsOfNamespace;
    std::map<std::string, Usage, std::less<>> m_quotas; ///< what they allow by now, by key
};

} // namespace minato::tests
