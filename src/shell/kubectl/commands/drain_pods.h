// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <map>
#include <string>
#include <vector>

namespace minato::shell::kubectl {

/// Which Pods of a node a drain takes away.
struct DrainRules {
    bool isForced = false;          ///< also Pods without a controller
    bool ignoresDaemonSets = false; ///< DaemonSets' Pods stay, and that is no error
    bool deletesLocalData = false;  ///< also Pods with emptyDir volumes
    std::int64_t skipsDeletedAfter =
        0; ///< seconds since a Pod's deletion after which it is not waited for; 0: never
    std::string podSelector;
};

/// What became of the Pods of one node; messages with the Pods ("namespace/name") that they are about.
struct DrainChoice {
    using Notes = std::map<std::string, std::vector<std::string>>;
    std::vector<kube::ObjectPtr> pods; ///< to go
    Notes warnings, refusals;

    /// "deleting Pods with local storage: default/a, default/b; …"; empty: none
    [[nodiscard]] std::string warning() const;
    /// Why the drain cannot begin, one text for each cause.
    [[nodiscard]] std::vector<std::string> errors() const;
};

/// True when a Pod's deletion is older than the rules wait for.
[[nodiscard]] bool isSkipped(const kube::Object &pod, std::int64_t seconds, base::Instant now);

/// Lists the Pods of a node and sorts them. Error: what could not be listed.
///
/// Mirrors   kubectl/pkg/drain (filters.go, drain.go GetPodsForDeletion)
[[nodiscard]] client::Task<Result<DrainChoice>> choosePods(Session &session, std::string node,
                                                           DrainRules rules);

/// One text of several, as Go's errors.Aggregate: "a", or "[a, b]", none of them twice.
[[nodiscard]] std::string joined(const std::vector<std::string> &errors);

} // namespace minato::shell::kubectl
