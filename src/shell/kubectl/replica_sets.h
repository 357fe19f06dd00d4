// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <vector>

namespace minato::shell::kubectl {

/// The ReplicaSets that a Deployment controls, in the server's order.
[[nodiscard]] client::Task<Result<std::vector<kube::ObjectPtr>>> ownedReplicaSets(Session &session,
                                                                                  kube::ObjectPtr deployment);

struct OwnedReplicaSets {
    kube::ObjectPtr current; ///< whose template is the Deployment's; null: not there yet
    std::vector<kube::ObjectPtr> old;
};
/// Mirrors   kubectl/pkg/util/deployment (FindNewReplicaSet, FindOldReplicaSets)
[[nodiscard]] OwnedReplicaSets partReplicaSets(const kube::Object &deployment,
                                               const std::vector<kube::ObjectPtr> &sets);

/// The number in deployment.kubernetes.io/revision; 0 when there is none.
[[nodiscard]] std::int64_t revisionOf(const kube::Object &object);

/// A pod template without the label that tells ReplicaSets apart.
[[nodiscard]] kube::Value withoutHash(kube::Value podTemplate);

} // namespace minato::shell::kubectl
