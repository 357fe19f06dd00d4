// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "cluster/sim_cluster.h"
#include "properties/cluster_view.h"
#include "properties/invariants.h"

#include <set>
#include <string>
#include <vector>

namespace minato::tests {

/// {"spec": {key: value}}
[[nodiscard]] inline kube::Value specPatch(std::string_view key, kube::Value value)
{
    return kube::Value::map({{"spec", kube::Value::map({{key, std::move(value)}})}});
}

/// A random cluster, and people and luck that do random things to it.
class Chaos {
public:
    struct Outcome {
        std::vector<std::string> complaints;
        std::vector<std::string> log; ///< what was done, with virtual times
        std::uint64_t events = 0;     ///< that the view has taken in
    };
    Chaos(std::uint64_t seed, int commands, bool isTraced);
    /// Plays all of it, to the end or to the first complaint.
    [[nodiscard]] Outcome run();

private:
    using Complaints = std::vector<std::string>;
    void command();
    void createDeployment();
    void changeDeployment(const kube::Object &deployment);
    void rollOut(const kube::Object &deployment);
    void touchPod();
    void touchReplicaSet();
    void touchService();
    void touchNode();
    void touchNamespace();
    // chaos_sets.cpp: StatefulSets and DaemonSets
    void touchSets();
    void createSet(bool isDaemon);
    void changeSet(const kube::GroupVersionResource &resource, const kube::Object &set);
    void repairSets();
    void deleteStuckPods();
    void nudgeDaemonSets();
    void checkSets(Complaints &unrest) const;
    // chaos_jobs.cpp
    void touchJobs();
    void createJob();
    void repairJobs();
    void checkJobs(Complaints &unrest) const;
    // chaos_faults.cpp: machines and quotas
    void touchMachine();
    void inject(api::Fault::Kind kind, const std::string &node);
    void powerOn(const std::string &node);
    [[nodiscard]] std::ptrdiff_t workers() const;
    void touchQuota();
    void repairFaults();
    // chaos_end.cpp
    void repair();
    void checkEnd();
    void comeToRest();
    [[nodiscard]] Complaints unrest() const;
    void checkReplay(const kube::GroupVersionResource &resource);
    void passTime();
    void send(std::string what, api::Request request);
    void patch(std::string what, const kube::GroupVersionResource &resource, const kube::Object &object,
               kube::Value body);
    // chaos_log.cpp
    void tellWhatIsLeft();
    void trace(const kube::GroupVersionResource &resource, const kube::ObjectPtr &before,
               const kube::ObjectPtr &now);
    void note(const std::string &what);
    [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return m_random.below(bound); }
    [[nodiscard]] kube::ObjectPtr pick(const kube::GroupVersionResource &resource);
    [[nodiscard]] std::string namespaceName();

    base::RandomStream m_random;
    cluster::SimCluster m_cluster;
    int m_commands;
    bool m_isTraced;
    int m_made = 0;
    bool m_hasFaults, m_hasQuotas;                       ///< in some of the runs: they void promises
    std::set<std::string, std::less<>> m_off, m_removed; ///< nodes
    Outcome m_outcome;
    ClusterView m_view;
    Invariants m_invariants;
    std::vector<api::CallPtr> m_calls;
};

} // namespace minato::tests
