// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"

#include <cstdint>
#include <string>
#include <vector>

namespace minato::remote {

/// Which seam function a request came by.
enum class Exchange : std::uint8_t { Send, Watch, Stream };

/// A request of the seam as it goes over the wire.
struct HttpRequest {
    std::string method;
    std::string path;                                       ///< not percent-encoded
    std::vector<std::pair<std::string, std::string>> query; ///< not percent-encoded
    std::string accept, contentType, userAgent;
    std::string body;
};

/// Mirrors   client-go/rest/request.go (paths, verbs), metadata and Table media types of meta.k8s.io/v1
/// Differs   Bodies are JSON throughout.
[[nodiscard]] HttpRequest encodeRequest(const api::Request &request, Exchange exchange);

} // namespace minato::remote
