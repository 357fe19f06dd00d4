// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "apiserver/server_impl.h"

namespace minato::apiserver {

/// Calls that last: watches and logs. Each starts after the request's latency; dropping the Call ends it.
[[nodiscard]] api::CallPtr startWatch(ApiServer::Impl &server, api::Request request, api::EventSink sink);
[[nodiscard]] api::CallPtr startStream(ApiServer::Impl &server, api::Request request, api::ByteSink sink);
/// A log as one answer: the stream collected to its end.
[[nodiscard]] api::CallPtr sendLog(ApiServer::Impl &server, api::Request request, api::Reply reply);

} // namespace minato::apiserver
