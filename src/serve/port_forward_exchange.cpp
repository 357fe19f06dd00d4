// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/port_forward_exchange.h"

#include "serve/http_connection.h"
#include "serve/upgrade.h"
#include "wire/forward_error.h"
#include "wire/response_encoder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <numeric>
#include <utility>

namespace minato::serve {
namespace {

constexpr std::string_view kChannels = "v4.channel.k8s.io", kOnlyPair = "0";
constexpr std::array<std::string_view, 2> kProtocols{"SPDY/3.1+portforward.k8s.io", kChannels};
constexpr char kDataChannel = 0, kErrorChannel = 1;
constexpr std::size_t kMostPairs = 256;
constexpr std::size_t kMostWaiting = 8U << 20U; ///< bytes for Pods that have not answered yet

std::string headerOf(const spdy::Headers &headers, std::string_view name)
{
    const auto it = headers.find(name);
    return it == headers.end() ? std::string() : it->second;
}

std::uint16_t numberOf(std::string_view port)
{
    std::uint16_t number = 0;
    std::from_chars(port.data(), port.data() + port.size(), number);
    return number;
}

/// Of what pods/proxy says.
wire::ForwardFailure failureOf(const kube::Status &status)
{
    return status.message.contains("connection refused") ? wire::ForwardFailure::Refused
                                                         : wire::ForwardFailure::Gone;
}

} // namespace

bool PortForwardExchange::hasChannels() const
{
    return m_protocol == kChannels;
}

bool PortForwardExchange::isFor(const api::Request &request)
{
    return request.resource.group.empty() && request.resource.resource == "pods" &&
           request.subresource == "portforward" &&
           (request.verb == api::Verb::Get || request.verb == api::Verb::Create);
}

PortForwardExchange::PortForwardExchange(HttpConnection &connection, wire::HttpRequest http,
                                         api::Request request, std::function<void()> afterInput)
    : m_connection(connection),
      m_http(std::move(http)),
      m_request(std::move(request)),
      m_afterInput(std::move(afterInput))
{
}

PortForwardExchange::~PortForwardExchange() = default;

void PortForwardExchange::start(api::KubeTransport &transport)
{
    auto protocol = negotiate(m_http, kProtocols);
    if (!protocol)
        return refuse(protocol.error());
    m_protocol = *std::move(protocol);
    m_transport = &transport;
    m_request.verb = api::Verb::Get;
    m_request.subresource.clear();
    m_port = m_request.parameter("ports");
    m_request.query.clear();
    m_call = transport.send(m_request, [this](const api::Result<api::Response> &answer) { onPod(answer); });
}

void PortForwardExchange::onPod(const api::Result<api::Response> &answer)
{
    if (!answer)
        return refuse(answer.error());
    if (const auto phase = answer->object()->status()["phase"].asString(); phase != "Running")
        return refuse({.code = 500,
                       .reason = {},
                       .message = std::format(
                           "unable to forward port because pod is not running. Current status={}", phase)});
    m_podUid = answer->object()->uid();
    if (m_protocol.empty())
        return refuse(noSpdy("port-forward", "1.31"));
    m_connection.upgrade(webSocketAnswer(m_http, m_protocol),
                         [this](std::string_view bytes) { onBytes(bytes); });
    if (hasChannels())
        openChannels();
}

/// Each channel begins with its port, in two bytes, the low one first.
void PortForwardExchange::openChannels()
{
    const unsigned port = numberOf(m_port);
    const std::string bytes{static_cast<char>(port & 0xffU), static_cast<char>(port >> 8U & 0xffU)};
    auto &pair = m_pairs[std::string(kOnlyPair)];
    pair.reset(new Pair{.reader = RequestReader(m_limits)});
    pair->port = m_port;
    send(kDataChannel + bytes);
    send(kErrorChannel + bytes);
}

void PortForwardExchange::onChannel(std::string_view data)
{
    const auto pair = m_pairs.find(std::string(kOnlyPair));
    if (pair == m_pairs.end() || data.empty() || data.front() != kDataChannel)
        return;
    pair->second->input += data.substr(1);
    readPair(pair->first);
    if (waitingInput() > kMostWaiting)
        close(websocket::kTooBig);
}

void PortForwardExchange::sendData(const Pair &pair, std::string_view bytes, bool isLast)
{
    if (!hasChannels())
        send(spdy::dataFrame(pair.data, bytes, isLast));
    else if (!bytes.empty())
        send(std::string(1, kDataChannel).append(bytes));
}

void PortForwardExchange::refuse(const kube::Status &status)
{
    m_hasEnded = true;
    if (status.reason.empty())
        m_connection.respond(
            {.status = status.code, .contentType = "text/plain", .headers = {}, .body = status.message});
    else
        m_connection.respond(wire::encodeStatus(status));
}

void PortForwardExchange::send(std::string_view bytes)
{
    m_connection.write(websocket::frame(websocket::Opcode::Binary, bytes));
}

void PortForwardExchange::close(std::uint16_t code)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_pairs.clear();
    m_connection.write(websocket::closeFrame(code));
    m_connection.close();
}

void PortForwardExchange::onBytes(std::string_view bytes)
{
    for (const websocket::Message &message : m_reader.take(bytes))
        onMessage(message);
    if (m_reader.failure() || m_frames.hasFailed())
        close(m_reader.failure().value_or(websocket::kProtocolError));
    if (m_afterInput)
        m_afterInput();
}

void PortForwardExchange::onMessage(const websocket::Message &message)
{
    using websocket::Opcode;
    if (m_hasEnded)
        return;
    if (message.opcode == Opcode::Close)
        return close(websocket::kNormal);
    if (message.opcode == Opcode::Ping)
        return m_connection.write(websocket::frame(Opcode::Pong, message.data));
    if (message.opcode == Opcode::Pong)
        return;
    if (hasChannels())
        return onChannel(message.data);
    for (spdy::Frame &frame : m_frames.take(message.data))
        onFrame(std::move(frame));
}

void PortForwardExchange::onFrame(spdy::Frame frame)
{
    using Kind = spdy::Frame::Kind;
    if (m_hasEnded)
        return;
    if (frame.kind == Kind::NewStream)
        return addStream(frame);
    if (frame.kind == Kind::Ping)
        return send(spdy::controlFrame(spdy::Control::Ping, spdy::number(frame.stream)));
    if (frame.kind == Kind::GoAway)
        return;
    const auto it =
        std::ranges::find_if(m_pairs, [&](const auto &entry) { return entry.second->data == frame.stream; });
    if (it == m_pairs.end())
        return;
    const std::string id = it->first;
    if (frame.kind == Kind::Reset)
        return void(m_pairs.erase(it));
    it->second->input += frame.data;
    it->second->isInputClosed = it->second->isInputClosed || frame.isLast;
    readPair(id);
    if (waitingInput() > kMostWaiting)
        close(websocket::kTooBig);
}

std::size_t PortForwardExchange::waitingInput() const
{
    return std::accumulate(
        m_pairs.begin(), m_pairs.end(), std::size_t{0},
        [](std::size_t sum, const auto &entry) { return sum + entry.second->input.size(); });
}

void PortForwardExchange::addStream(const spdy::Frame &frame)
{
    const std::string id = headerOf(frame.headers, "requestid");
    auto &pair = m_pairs[id];
    if (!pair)
        pair.reset(new Pair{.reader = RequestReader(m_limits)});
    pair->port = headerOf(frame.headers, "port");
    (headerOf(frame.headers, "streamtype") == "error" ? pair->error : pair->data) = frame.stream;
    send(spdy::controlFrame(spdy::Control::SynReply, spdy::number(frame.stream) + m_headers.write({})));
    if (m_pairs.size() > kMostPairs)
        close(websocket::kTooBig);
}

void PortForwardExchange::readPair(const std::string &id)
{
    using Progress = RequestReader::Progress;
    Pair &pair = *m_pairs.at(id);
    while (!pair.isAsking) {
        const Progress progress = pair.reader.read(pair.input);
        if (progress == Progress::HeadRead)
            continue;
        if (progress == Progress::Refused) {
            wire::HttpResponse answer{
                pair.reader.refusal().code, "text/plain", {}, pair.reader.refusal().message + "\n"};
            answer.headers["Content-Length"] = {std::to_string(answer.body.size())};
            sendData(pair, wire::responseHead(answer, true) + answer.body, false);
            return finishPair(id);
        }
        if (progress == Progress::NeedsMore) {
            if (pair.isInputClosed)
                finishPair(id);
            return;
        }
        pair.keepsAlive = pair.reader.keepsAlive();
        askPod(id, pair.reader.take());
    }
}

void PortForwardExchange::askPod(const std::string &id, const wire::HttpRequest &http)
{
    Pair &pair = *m_pairs.at(id);
    pair.isAsking = true;
    api::Request request = m_request;
    request.name += ":" + pair.port;
    request.subresource = "proxy" + http.path;
    for (const auto &[key, value] : http.query)
        request.query.emplace(key, value);
    pair.call = m_transport->send(std::move(request), [this, id](api::Result<api::Response> answer) {
        onAnswer(id, std::move(answer));
    });
}

void PortForwardExchange::onAnswer(std::string id, api::Result<api::Response> answer)
{
    Pair &pair = *m_pairs.at(id);
    pair.isAsking = false;
    if (!answer)
        return finishPair(id, wire::forwardError(m_podUid, numberOf(pair.port), failureOf(answer.error())));
    const auto *bytes = std::get_if<api::Bytes>(&answer->payload);
    wire::HttpResponse response{
        200, bytes ? bytes->contentType : "text/plain", {}, bytes ? bytes->data : std::string()};
    response.headers["Content-Length"] = {std::to_string(response.body.size())};
    sendData(pair, wire::responseHead(response, !pair.keepsAlive) + response.body, false);
    if (!pair.keepsAlive)
        return finishPair(id);
    readPair(id);
}

void PortForwardExchange::finishPair(const std::string &id, std::string_view error)
{
    const auto node = m_pairs.extract(id);
    const Pair &pair = *node.mapped();
    if (hasChannels()) {
        if (!error.empty())
            send(std::string(1, kErrorChannel).append(error));
        return close(websocket::kNormal);
    }
    if (pair.error)
        send(spdy::dataFrame(pair.error, error, true));
    if (pair.data)
        send(spdy::dataFrame(pair.data, {}, true));
}

} // namespace minato::serve
