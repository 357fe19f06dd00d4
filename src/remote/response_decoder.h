// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "kube/status.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::remote {

/// An answer as it came over the wire.
struct HttpResponse {
    int status = 200;
    std::string contentType;
    std::vector<std::string> warnings; ///< Warning headers: `299 - "text"`
    std::string body;
};

/// Mirrors   client-go/rest/request.go (transformResponse)
/// Errors    The server's Status; one made up in upstream's words when the answer is none, or not what was
///           asked for (a page of a proxy, half a JSON).
[[nodiscard]] kube::Result<api::Response> decodeResponse(const HttpResponse &http,
                                                         const api::Request &request);
/// The Status that an answer with an error code carries.
[[nodiscard]] kube::Status decodeStatus(const HttpResponse &http);

/// One line of a watch. An ERROR event is the error it carries; nullopt: the line is no event.
[[nodiscard]] std::optional<kube::Result<api::WatchEvent>> decodeWatchLine(std::string_view line);

} // namespace minato::remote
