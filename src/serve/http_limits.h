// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace minato::serve {

/// How much a client may take of the server.
///
/// Mirrors   apiserver/pkg/server (secure_serving.go: MaxHeaderBytes, ReadHeaderTimeout, IdleTimeout;
///           config.go: MaxRequestBodyBytes)
/// Units     Bytes and time on the wall.
struct HttpLimits {
    std::size_t head = 1U << 20U;              ///< request line and headers
    std::size_t body = 3U << 20U;              ///< of a request
    std::size_t backlog = 8U << 20U;           ///< what a watcher may leave unread
    std::size_t connections = 800;             ///< further clients wait until one goes
    std::size_t lasting = 500;                 ///< watches, followed logs, open terminals
    std::chrono::milliseconds request{32'000}; ///< for the rest of a request to come
    std::chrono::milliseconds idle{90'000};    ///< between two requests
    std::chrono::milliseconds stalled{60'000}; ///< without reading a byte of what waits for it
};

} // namespace minato::serve
