// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/deleter.h"
#include "apiserver/machinery.h"

namespace minato::apiserver {

/// pods/eviction: deletes a Pod as a drain asks for it, if its PodDisruptionBudget allows.
///
/// Mirrors   pkg/registry/core/pod/storage/eviction.go
/// Errors    429 with a cause DisruptionBudget while the budget does not allow it; 500 for a Pod with several
///           budgets; otherwise those of a delete.
class EvictionEndpoint {
public:
    EvictionEndpoint(Machinery &machinery, Deleter &deleter) : m_machinery(machinery), m_deleter(deleter) {}

    [[nodiscard]] kube::Result<api::Response> evict(const Kind &pods, const api::Request &request);

private:
    /// Takes one disruption from the Pod's budget, if it has one that protects it.
    [[nodiscard]] kube::Result<void> askBudget(const kube::Object &pod, bool isDryRun);
    [[nodiscard]] kube::Result<void> take(const Kind &budgets, const kube::ObjectPtr &budget,
                                          std::string_view pod, bool isDryRun);

    Machinery &m_machinery;
    Deleter &m_deleter;
};

} // namespace minato::apiserver
