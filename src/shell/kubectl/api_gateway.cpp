// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/api_gateway.h"

#include "wire/http_target.h"
#include "wire/request_decoder.h"
#include "wire/response_encoder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <utility>

namespace minato::shell::kubectl {
namespace {

class LaterCall : public api::Call {
public:
    LaterCall(api::Timers &timers, api::TrafficReply answer, ApiGateway::Reply reply)
        : m_answer(std::move(answer)), m_reply(std::move(reply))
    {
        m_timer = timers.after({}, [this] {
            auto tell = std::move(m_reply); // it may drop this call
            tell(std::move(m_answer));
        });
    }

private:
    api::TrafficReply m_answer;
    ApiGateway::Reply m_reply;
    api::TimerPtr m_timer;
};

/// A log: its pieces until it ends.
class LogCall : public api::Call {
public:
    LogCall(api::KubeTransport &transport, api::Request request, ApiGateway::Reply reply)
        : m_reply(std::move(reply))
    {
        m_call = transport.stream(std::move(request),
                                  [this](api::Result<std::string> piece) { take(std::move(piece)); });
    }

private:
    void take(api::Result<std::string> piece);

    std::string m_text;
    ApiGateway::Reply m_reply;
    api::CallPtr m_call;
};

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    return text;
}

wire::HttpRequest toHttp(const api::TrafficRequest &request, bool &isTarget)
{
    wire::HttpRequest http{.method = request.method, .body = request.body};
    isTarget = wire::decodeTarget(request.path, http);
    for (const auto &[name, value] : request.headers)
        http.headers.emplace(lowerCase(name), value);
    http.accept = http.header("accept");
    http.contentType = http.header("content-type");
    http.userAgent = http.header("user-agent");
    return http;
}

api::TrafficReply toTraffic(wire::HttpResponse response)
{
    api::TrafficReply reply{.status = response.status,
                            .reason = std::string(wire::reasonOf(response.status)),
                            .headers = {{"Cache-Control", "no-cache, private"},
                                        {"Content-Length", std::to_string(response.body.size())},
                                        {"Content-Type", response.contentType}},
                            .body = std::move(response.body)};
    for (const auto &[name, values] : response.headers)
        for (const std::string &value : values)
            reply.headers[name] += (reply.headers[name].empty() ? "" : ", ") + value;
    return reply;
}

void LogCall::take(api::Result<std::string> piece)
{
    const bool isLast = !piece || piece->empty();
    if (!isLast) {
        m_text += *piece;
        return;
    }
    auto reply = std::move(m_reply); // it may drop this call
    const bool isRefused = !piece && m_text.empty();
    reply(toTraffic(isRefused ? wire::encodeStatus(piece.error())
                              : wire::HttpResponse{.contentType = "text/plain", .body = std::move(m_text)}));
}

bool needsConnection(const wire::DecodedRequest &decoded)
{
    constexpr std::array<std::string_view, 3> kStreams{"exec", "attach", "portforward"};
    const bool isEndless =
        decoded.exchange == wire::Exchange::Watch ||
        (decoded.exchange == wire::Exchange::Stream && decoded.request.parameter("follow") == "true");
    return isEndless || std::ranges::contains(kStreams, decoded.request.subresource);
}

} // namespace

api::CallPtr answerLater(api::Timers &timers, api::TrafficReply answer, ApiGateway::Reply reply)
{
    return std::make_unique<LaterCall>(timers, std::move(answer), std::move(reply));
}

api::TrafficReply plainAnswer(int status, std::string text)
{
    auto reply =
        toTraffic({.status = status, .contentType = "text/plain; charset=utf-8", .body = text + "\n"});
    reply.headers.erase("Cache-Control");
    reply.headers["X-Content-Type-Options"] = "nosniff";
    return reply;
}

api::CallPtr ApiGateway::request(const api::TrafficRequest &request, api::Timers &timers, Reply reply) const
{
    bool isTarget = false;
    const wire::HttpRequest http = toHttp(request, isTarget);
    if (!isTarget)
        return answerLater(timers, plainAnswer(400, "400 Bad Request"), std::move(reply));
    auto decoded = wire::decodeRequest(http, m_types);
    if (!decoded)
        return answerLater(timers, toTraffic(wire::encodeStatus(decoded.error(), true)), std::move(reply));
    if (needsConnection(*decoded))
        return answerLater(timers,
                           plainAnswer(501, "what goes on without an end cannot pass through this proxy"),
                           std::move(reply));
    if (decoded->exchange == wire::Exchange::Stream)
        return std::make_unique<LogCall>(m_transport, std::move(decoded->request), std::move(reply));
    const auto asked = std::make_shared<const wire::DecodedRequest>(*std::move(decoded));
    return m_transport.send(
        asked->request, [asked, reply = std::move(reply)](api::Result<api::Response> answer) mutable {
            reply(toTraffic(answer ? wire::encodeResponse(*answer, *asked)
                                   : wire::encodeStatus(answer.error(), asked->isPretty)));
        });
}

} // namespace minato::shell::kubectl
