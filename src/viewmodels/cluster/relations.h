// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "viewmodels/cluster/pod_store.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace minato::viewmodels {

/// What the selected object has to do with others: the chain of its owners, what it owns, its endpoints, its
/// node.
class Relations {
public:
    struct Known {
        const PodStore &pods;
        const std::map<std::string, session::ReplicaSetState> &replicaSets; ///< by UID
        const std::map<std::string, session::ServiceState> &services;       ///< by namespace/name
    };
    void select(std::string kind, std::string ns, std::string name, const Known &known);
    [[nodiscard]] bool isEmpty() const { return m_name.empty(); }
    /// Whether what a batch tells may change them.
    [[nodiscard]] bool dependOn(const session::Batch &batch) const;
    friend bool operator==(const Relations &, const Relations &) = default;
    /// Only the Pods behind one Service are related: updateEndpoints() follows them.
    [[nodiscard]] bool areEndpoints() const { return m_kind == "Service"; }
    /// UIDs of Pods that have become endpoints of the selected Service, or are none any more, or might be: costs what
    /// has changed of it.
    std::vector<std::string> updateEndpoints(const Known &known);

    [[nodiscard]] Mark of(const session::PodState &pod) const;
    [[nodiscard]] Mark of(const session::ReplicaSetState &set) const;
    [[nodiscard]] Mark ofNode(const std::string &name) const;
    [[nodiscard]] Mark ofDeployment(const std::string &ns, const std::string &name) const;
    [[nodiscard]] Mark ofService(const session::ServiceState &service) const;

private:
    [[nodiscard]] bool is(const char *kind, const std::string &ns, const std::string &name) const
    {
        return m_kind == kind && m_ns == ns && m_name == name;
    }
    void relatePod(const Known &known);

    std::string m_kind, m_ns, m_name;
    std::set<std::string> m_sets;                     ///< names of ReplicaSets, selected or related
    std::set<std::string> m_uids;                     ///< of the Pod
    std::vector<session::SliceStatePtr> m_slices;     ///< of the Service; by their addresses
    std::unordered_map<std::string, int> m_endpoints; ///< Pods' UIDs: in how many of those slices
    std::string m_deployment, m_node;
};

} // namespace minato::viewmodels
