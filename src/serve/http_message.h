// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minato::serve {

/// An HTTP request as far as the API cares, decoded from the wire.
struct HttpRequest {
    std::string method;
    std::string path;                                       ///< percent-decoded
    std::vector<std::pair<std::string, std::string>> query; ///< decoded, in order, keys may repeat
    std::string accept, contentType, userAgent;
    std::string body;
};

struct HttpResponse {
    int status = 200;
    std::string contentType = "application/json";
    std::map<std::string, std::vector<std::string>> headers; ///< further ones: Warning, Retry-After
    std::string body;
};

} // namespace minato::serve
