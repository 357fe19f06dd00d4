// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minato::wire {

/// Why a port of a Pod could not be forwarded to.
enum class ForwardFailure : std::uint8_t { Refused, Gone };

/// How a node words that: "error forwarding port 9999 to pod 4f…, uid : …".
///
/// Mirrors   kubelet/pkg/cri/streaming/portforward (httpstream.go), containerd's sandbox_portforward_linux.go
/// Differs   The numbers of the sandbox and of its network are derived from the Pod's uid.
[[nodiscard]] std::string forwardError(std::string_view podUid, std::uint16_t port, ForwardFailure failure);

} // namespace minato::wire
