// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minato::wire {

/// An HTTP request, decoded from the wire.
struct HttpRequest {
    std::string method;
    std::string path;                                       ///< percent-decoded
    std::vector<std::pair<std::string, std::string>> query; ///< decoded, in order, keys may repeat
    std::string accept, contentType, userAgent;
    std::string body;
    std::multimap<std::string, std::string, std::less<>> headers = {}; ///< names in lower case
    bool isOldVersion = false;                                         ///< HTTP/1.0

    /// All values of a header, separated by commas.
    [[nodiscard]] std::string header(std::string_view name) const;
    /// Whether a header that is a list of words names this one; in any case of letters.
    [[nodiscard]] bool headerNames(std::string_view name, std::string_view word) const;
    [[nodiscard]] bool asksUpgrade(std::string_view protocol) const
    {
        return headerNames("connection", "upgrade") && headerNames("upgrade", protocol);
    }
    /// The first value of a key in the query; "" when there is none.
    [[nodiscard]] std::string_view parameter(std::string_view key) const;
};

struct HttpResponse {
    int status = 200;
    std::string contentType = "application/json";
    std::map<std::string, std::vector<std::string>> headers; ///< further ones: Warning, Retry-After
    std::string body;
};

/// "Not Found" for 404.
[[nodiscard]] std::string_view reasonOf(int status);
/// "HTTP/1.1 200 OK", the headers and an empty line. `isClosing`: the connection ends with this answer.
[[nodiscard]] std::string responseHead(const HttpResponse &response, bool isClosing);

} // namespace minato::wire
