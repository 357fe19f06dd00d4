// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/api_server.h"
#include "engine/event_queue.h"
#include "fuzz_target.h"
#include "http_input.h"
#include "kube/json.h"
#include "kube/yaml.h"
#include "support/restartable_timers.h"
#include "wire/request_decoder.h"
#include "wire/response_encoder.h"

#include <algorithm>
#include <memory>
#include <ranges>
#include <vector>

using minato::fuzz::claim;
using namespace minato;

namespace {

constexpr std::size_t kMaxRequests = 8;

wire::HttpRequest decode(const fuzz::RequestText &text)
{
    wire::HttpRequest http;
    std::string_view target = text.line;
    http.method = target.substr(0, target.find(' '));
    target.remove_prefix(std::min(target.size(), http.method.size() + 1));
    http.path = target.substr(0, target.find('?'));
    target.remove_prefix(std::min(target.size(), http.path.size() + 1));
    for (const auto part : std::views::split(target, '&')) {
        const std::string_view pair(part.begin(), part.end());
        const std::size_t equals = std::min(pair.find('='), pair.size());
        http.query.emplace_back(pair.substr(0, equals), pair.substr(std::min(pair.size(), equals + 1)));
    }
    http.accept = text.header("Accept");
    http.contentType = text.header("Content-Type");
    http.userAgent = text.header("User-Agent");
    http.body = text.body;
    return http;
}

void claimStatus(const kube::Status &status)
{
    const wire::HttpResponse answer = wire::encodeStatus(status);
    const auto body = kube::parseJson(answer.body);
    claim(body.has_value(), "a Status is JSON");
    claim((*body)["kind"].asString() == "Status" && (*body)["status"].asString() == "Failure",
          "and a failure");
    claim(answer.status >= 400 && answer.status < 600 && (*body)["code"].asInt() == answer.status,
          "with its code");
    claim(!(*body)["message"].asString().empty(), "and a message");
}

void claimAnswer(const api::Response &response, const wire::DecodedRequest &request)
{
    const wire::HttpResponse answer = wire::encodeResponse(response, request);
    claim(answer.status == 200 || answer.status == 201, "what is done is answered with 200 or 201");
    if (answer.contentType.starts_with("application/json"))
        claim(kube::parseJson(answer.body).has_value(), "JSON is JSON");
    else if (answer.contentType.starts_with("application/yaml"))
        claim(kube::parseYaml(answer.body).has_value(), "YAML is YAML");
}

/// One server for all inputs, for it costs more to make than to ask. What an input changed is undone before
/// the next one, time included, so that an input that breaks something breaks it alone as well.
class World {
public:
    void restart()
    {
        m_server.restore(*m_start);
        m_timers.restart();
    }
    void request(const wire::HttpRequest &http)
    {
        const auto decoded = wire::decodeRequest(http, m_types);
        if (!decoded)
            return claimStatus(decoded.error());
        switch (decoded->exchange) {
        case wire::Exchange::Send:
            return send(*decoded);
        case wire::Exchange::Watch:
            return watch(*decoded);
        case wire::Exchange::Stream:
            return stream(*decoded);
        }
    }

private:
    void pass() { m_queue.runUntil(m_queue.now() + std::chrono::seconds(1)); }

    void send(const wire::DecodedRequest &request)
    {
        int answers = 0;
        const auto call = m_transport->send(request.request, [&](api::Result<api::Response> response) {
            ++answers;
            response ? claimAnswer(*response, request) : claimStatus(response.error());
        });
        pass();
        claim(answers == 1, "every request gets one answer");
    }

    void watch(const wire::DecodedRequest &request)
    {
        std::string text;
        const auto call =
            m_transport->watch(request.request, [&](api::Result<std::vector<api::WatchEvent>> batch) {
                if (!batch)
                    return claimStatus(batch.error());
                for (const api::WatchEvent &event : *batch)
                    wire::appendWatchLine(text, event, request);
            });
        pass();
        for (const auto part : std::views::split(std::string_view(text), '\n')) {
            const std::string_view line(part.begin(), part.end());
            claim(line.empty() || kube::parseJson(line).has_value(), "every line of a watch is JSON");
        }
    }

    void stream(const wire::DecodedRequest &request)
    {
        const auto call = m_transport->stream(request.request, [](api::Result<std::string> piece) {
            if (!piece)
                claimStatus(piece.error());
        });
        pass();
    }

    engine::EventQueue m_queue;
    tests::RestartableTimers m_timers{m_queue};
    apiserver::ApiServer m_server{m_timers};
    std::shared_ptr<const apiserver::ApiServer::State> m_start = m_server.state();
    std::unique_ptr<api::KubeTransport> m_transport = m_server.transport("fuzz");
    kube::TypeTable m_types;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static World world;
    world.restart();
    const auto requests = minato::fuzz::requestsOf(minato::fuzz::textOf(data, size));
    for (const auto &request : requests | std::views::take(kMaxRequests))
        world.request(decode(request));
    return 0;
}
