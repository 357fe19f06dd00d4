// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/object.h"
#include "kube/pod_resources.h"
#include "kube/resource.h"

namespace minato::kube {

/// What objects use of a ResourceQuota: for the admission that refuses and the controller that counts.
///
/// Mirrors   pkg/quota/v1 (evaluator/core: pods, services, object counts), apiserver/pkg/quota/v1
/// Differs   No volume claims, resource claims and extended resources.
/// Threads   Pure.

/// All that one object uses: {"count/pods": 1, "pods": 1, "cpu": 100m, …}.
[[nodiscard]] ResourceAmounts quotaUsage(const GroupVersionResource &resource, const Value &object,
                                         base::Instant now);
/// The resources of a quota, by `amounts` (its status.hard), that this kind of objects uses at all.
[[nodiscard]] std::vector<std::string> quotaResourcesOf(const GroupVersionResource &resource,
                                                        const ResourceAmounts &amounts);
/// Whether a quota's scopes hold for an object. Only Pods have any.
[[nodiscard]] bool matchesQuotaScopes(const Value &quotaSpec, const GroupVersionResource &resource,
                                      const Value &object);

} // namespace minato::kube
