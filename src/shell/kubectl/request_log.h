// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"

#include <functional>
#include <string>
#include <string_view>

namespace minato::shell::kubectl {

/// "GET https://127.0.0.1:6443/api/v1/namespaces/default/pods?limit=500": the request as HTTP would send it.
[[nodiscard]] std::string requestLine(std::string_view serverUrl, const api::Request &request);
/// "200 OK", "404 Not Found"
[[nodiscard]] std::string statusLine(const api::Result<api::Response> &answer);

/// Tells of one request and its answer as --v=6 to --v=10 ask for it: the URL, headers, bodies.
///
/// Mirrors   client-go/transport (round_trippers.go), rest (request.go logBody), in v1.32's words or v1.34's
/// Differs   Headers are sorted, and of the answer only those are told that say something of it. Bodies are JSON, where
///           a typed client of upstream sends protobuf; all are told of from one place in its source.
class RequestLog {
public:
    /// Writes a line of the log; the place is that of upstream's source.
    using Line = std::function<void(std::string_view place, const std::string &text)>;

    RequestLog(std::int64_t verbosity, int minor, std::string_view serverUrl, const api::Request &request,
               Line line);
    void begin() const;
    /// `now`: the server's idea of time.
    void end(const api::Result<api::Response> &answer, base::Duration took, base::Instant now) const;
    /// From which --v on there is anything to tell.
    static constexpr std::int64_t kLeast = 6;

private:
    using Headers = std::vector<std::pair<std::string, std::string>>;
    void tellHeaders(const char *title, const char *titlePlace, const char *place,
                     const Headers &headers) const;
    void tellBody(const char *title, const std::string &body) const;
    void endOld(const std::string &status, const Headers &headers, std::int64_t milliseconds) const;
    void endNew(const std::string &status, const Headers &headers, std::int64_t milliseconds) const;
    [[nodiscard]] std::string curlCommand() const;

    std::int64_t m_verbosity;
    bool m_isOld; ///< before v1.34
    std::string m_verb, m_url, m_host;
    api::Request m_request;
    Headers m_headers;
    Line m_line;
};

} // namespace minato::shell::kubectl
