// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/web_client.h"

#include <cstdint>
#include <memory>
#include <string>

namespace minato::remote {

class HttpClient;

/// A connection to a port of a Pod that travels through the API server and its kubelet, over a WebSocket: for networks
/// that let nothing else through. kube-proxy takes no part in it.
///
/// Mirrors   kubelet/pkg/cri/streaming/portforward/websocket.go: v4.channel.k8s.io; channel 0 is data, 1 errors; each
///           begins with the port in two bytes
/// Differs   A certificate that is for the server's address, but not for tls-server-name, will do. The other side cannot be told that there is no more to come; HTTP does not need it.
/// Errors    A Pod that does not listen: Refused. No way to it: Reset.
/// `client` must outlive the pipe.
[[nodiscard]] std::unique_ptr<BytePipe> forwardTo(HttpClient &client, const std::string &ns,
                                                  const std::string &pod, std::uint16_t port);

} // namespace minato::remote
