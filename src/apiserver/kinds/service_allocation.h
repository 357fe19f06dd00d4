// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/kind.h"

namespace minato::apiserver::kinds {

[[nodiscard]] bool isHeadless(const kube::Value &serviceSpec);
/// NodePort and LoadBalancer.
[[nodiscard]] bool usesNodePorts(const kube::Value &serviceSpec);

/// Gives a Service its ClusterIP and node ports, keeps those it has, and drops what its type does not use any
/// more.
///
/// Mirrors   pkg/registry/core/service/storage (alloc.go), strategy.go dropTypeDependentFields
/// Differs   One address family: IPv4. No health check node port.
[[nodiscard]] kube::Result<void> allocateService(kube::Value &service, const kube::Object *old,
                                                 WriteContext &context);

} // namespace minato::apiserver::kinds
