// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/resource.h"
#include "kube/value.h"

#include <map>
#include <string>
#include <vector>

namespace minato::components {

/// What is still there of a namespace that is being deleted.
struct NamespaceRemains {
    std::map<std::string, int> resources;  ///< by "pods." or "deployments.apps", above zero
    std::map<std::string, int> finalizers; ///< by name
    std::vector<std::string> errors;
    base::Duration estimate{}; ///< how long the rest may take; 0: not known

    [[nodiscard]] bool isGone() const
    {
        return resources.empty() && errors.empty() && estimate == base::Duration();
    }
};

/// Writes the five conditions of a namespace that is being deleted; true when something has changed.
///
/// Mirrors   pkg/controller/namespace/deletion/status_condition_utils.go
/// Threads   Pure.
bool updateNamespaceConditions(kube::Value &status, const NamespaceRemains &remains, base::Instant now);

/// "pods.": resource and group, as the conditions name what remains.
[[nodiscard]] std::string remainingName(const kube::GroupVersionResource &resource);

} // namespace minato::components
