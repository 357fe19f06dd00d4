// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/upgrade.h"

#include "serve/websocket.h"

#include <algorithm>
#include <format>
#include <ranges>

namespace minato::serve {
namespace {

/// The first of the client's subprotocols that is one of ours.
kube::Result<std::string> chooseProtocol(const wire::HttpRequest &http,
                                         std::span<const std::string_view> ours)
{
    if (http.header("sec-websocket-version") != "13" || http.header("sec-websocket-key").empty())
        return std::unexpected(kube::Status::badRequest("this is no WebSocket handshake of version 13"));
    const std::string offered = http.header("sec-websocket-protocol");
    for (const auto piece : std::views::split(offered, ',')) {
        std::string_view name(piece);
        const auto first = name.find_first_not_of(' ');
        name = first == std::string_view::npos ? std::string_view()
                                               : name.substr(first, name.find_last_not_of(' ') - first + 1);
        if (std::ranges::contains(ours, name))
            return std::string(name);
    }
    return std::unexpected(kube::Status::badRequest(std::format(
        "unable to negotiate protocol: client supports [{}], server accepts {}", offered, ours.front())));
}

} // namespace

bool isTrueParameter(std::string_view text)
{
    return text == "true" || text == "1" || text == "True";
}

kube::Result<std::string> negotiate(const wire::HttpRequest &http, std::span<const std::string_view> ours)
{
    if (http.asksUpgrade("websocket"))
        return chooseProtocol(http, ours);
    if (http.asksUpgrade("spdy/3.1"))
        return std::string();
    return std::unexpected(kube::Status::badRequest("Upgrade request required"));
}

wire::HttpResponse webSocketAnswer(const wire::HttpRequest &http, const std::string &protocol)
{
    wire::HttpResponse answer{.status = 101, .contentType = {}, .headers = {}, .body = {}};
    answer.headers["Upgrade"] = {"websocket"};
    answer.headers["Connection"] = {"Upgrade"};
    answer.headers["Sec-WebSocket-Accept"] = {websocket::acceptKey(http.header("sec-websocket-key"))};
    answer.headers["Sec-WebSocket-Protocol"] = {protocol};
    return answer;
}

kube::Status noSpdy(std::string_view what, std::string_view sinceMinor)
{
    return kube::Status::badRequest(std::format("the simulated cluster speaks WebSocket for {}, which "
                                                "kubectl does since version {}; please use a newer kubectl",
                                                what, sinceMinor));
}

} // namespace minato::serve
