// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/status.h"
#include "wire/http_message.h"

#include <span>
#include <string>
#include <string_view>

/// What exec, attach and port-forward have in common: how a connection becomes a stream.
///
/// Mirrors   apimachinery/pkg/util/httpstream/wsstream (conn.go) and RFC 6455, section 4
/// Differs   SPDY, which older clients ask for, is understood only so far as to tell them.
namespace minato::serve {

/// "true", "1", "True".
[[nodiscard]] bool isTrueParameter(std::string_view text);
/// The first of the client's WebSocket subprotocols that is one of ours; "" when it asks for SPDY. Errors:
/// 400.
[[nodiscard]] kube::Result<std::string> negotiate(const wire::HttpRequest &http,
                                                  std::span<const std::string_view> ours);
/// The 101 that accepts a WebSocket.
[[nodiscard]] wire::HttpResponse webSocketAnswer(const wire::HttpRequest &http, const std::string &protocol);
/// A client that is too old: which kubectl speaks WebSocket for this.
[[nodiscard]] kube::Status noSpdy(std::string_view what, std::string_view sinceMinor);

} // namespace minato::serve
