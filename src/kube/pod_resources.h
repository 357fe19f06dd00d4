// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/quantity.h"
#include "kube/value.h"

#include <map>
#include <string>
#include <string_view>

namespace minato::kube {

/// Amounts by the name of a resource: "cpu", "memory".
using ResourceAmounts = std::map<std::string, Quantity, std::less<>>;

/// A map of quantities as an object holds it; what cannot be read is left out.
[[nodiscard]] ResourceAmounts readAmounts(const Value &amounts);

/// The sum of what a Pod's containers request (`which` is "requests") or are limited to ("limits").
///
/// Mirrors   component-helpers/resource (PodRequests, PodLimits): containers and sidecars run together, init
///           containers one after the other; the Pod's overhead comes on top; resources of the Pod as a whole
///           count instead of the sum
/// Threads   Pure.
[[nodiscard]] ResourceAmounts podResources(const Value &podSpec, std::string_view which);

} // namespace minato::kube
