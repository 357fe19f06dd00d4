// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "apiserver/server_impl.h"

namespace minato::apiserver {

/// pods/exec and pods/attach: checks the request after its latency, then connects to who runs the container.
///
/// Mirrors   pkg/registry/core/pod (rest/subresources.go, strategy.go: streamLocation)
[[nodiscard]] api::ConnectionPtr startConnection(ApiServer::Impl &server, api::Request request,
                                                 api::ConnectionSink sink);

} // namespace minato::apiserver
