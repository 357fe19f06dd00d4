// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/state.h"
#include "viewmodels/cluster/pod_store.h"

#include <map>
#include <set>
#include <string>

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
    std::set<std::string> m_sets; ///< names of ReplicaSets, selected or related
    std::set<std::string> m_uids; ///< of Pods that are endpoints, or of the Pod
    std::string m_deployment, m_node;
};

} // namespace minato::viewmodels
