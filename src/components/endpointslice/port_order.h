// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace minato::components {

/// MD5 of RFC 1321: here it only puts things into an order.
[[nodiscard]] std::array<std::uint8_t, 16> md5(std::string_view text);

/// Ports of endpoints in the order in which they are written: not that of the Service, but of the hash of what Go
/// prints of each.
///
/// Mirrors   portsInOrder of k8s.io/endpointslice/util and portsByHash of pkg/api/v1/endpoints/util.go
[[nodiscard]] kube::Value inSliceOrder(const kube::Value &ports);
[[nodiscard]] kube::Value inEndpointsOrder(const kube::Value &ports);

} // namespace minato::components
