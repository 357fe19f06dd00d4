// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "apiserver/server_impl.h"

namespace minato::apiserver {

/// pods/proxy and services/proxy: an HTTP request to what runs there. The subresource is "proxy/PATH", the
/// name NAME, NAME:PORT or http:NAME:PORT; the port is a number or a Service port's name.
///
/// Mirrors   pkg/registry/core/pod/strategy.go and service/storage (ResourceLocation), apimachinery's proxy
/// handler Differs   A Service is asked at its cluster address, so that kube-proxy chooses; upstream draws an
/// endpoint
///           itself. Bodies are not passed on.
/// Errors    400, 404, 503 with upstream's words
[[nodiscard]] bool isProxyRequest(const api::Request &request);
[[nodiscard]] api::CallPtr startProxy(ApiServer::Impl &server, api::Request request, api::Reply reply);

} // namespace minato::apiserver
