// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/load_request.h"

#include <algorithm>

namespace minato::shell {

api::TrafficRequest makeLoadRequest(const Url &url, const LoadRequestOptions &options, std::string client)
{
    api::TrafficRequest request{.method = options.method.empty() ? "GET" : options.method,
                                .host = url.host,
                                .port = url.port,
                                .path = url.path,
                                .headers = {{"Host", options.host.empty() ? url.authority() : options.host},
                                            {"User-Agent", options.userAgent}},
                                .body = options.body,
                                .client = std::move(client)};
    if (!options.body.empty())
        request.headers["Content-Length"] = std::to_string(options.body.size());
    if (!options.contentType.empty())
        request.headers["Content-Type"] = options.contentType;
    for (const auto &[name, value] : options.headers)
        request.headers[name] = value;
    return request;
}

std::optional<std::pair<std::string, std::string>> splitHeader(const std::string &text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos || colon == 0)
        return std::nullopt;
    const std::size_t begin = std::min(text.find_first_not_of(' ', colon + 1), text.size());
    return std::pair(text.substr(0, colon), text.substr(begin));
}

base::Duration latencyAt(const std::vector<LoadSample> &sorted, std::size_t percent)
{
    if (sorted.empty())
        return {};
    const std::size_t at = std::min(sorted.size() * percent / 100, sorted.size() - 1);
    return sorted[at].latency;
}

} // namespace minato::shell
