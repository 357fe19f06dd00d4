// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/exec_exchange.h"

#include "kube/json.h"
#include "serve/http_connection.h"
#include "serve/upgrade.h"
#include "wire/response_encoder.h"

#include <array>
#include <utility>

namespace minato::serve {
namespace {

constexpr char kInput = 0, kOutput = 1, kErrorOutput = 2, kStatus = 3, kSize = 4;
constexpr char kClosed = static_cast<char>(255);
constexpr std::string_view kSuccess = R"({"metadata":{},"status":"Success"})";
constexpr std::array<std::string_view, 3> kProtocols{"v5.channel.k8s.io", "v4.channel.k8s.io",
                                                     "channel.k8s.io"};

/// The options in the query as the kind that upstream decodes them into.
kube::Value optionsOf(const wire::HttpRequest &http)
{
    kube::Value options = kube::Value::map({{"kind", "PodExecOptions"}, {"apiVersion", "v1"}});
    kube::Value command = kube::Value::array({});
    for (const auto &[key, value] : http.query) {
        if (key == "command")
            command.push(value);
    }
    options.set("command", std::move(command));
    options.set("container", http.parameter("container"));
    for (const char *flag : {"stdin", "stdout", "stderr", "tty"})
        options.set(flag, isTrueParameter(http.parameter(flag)));
    return options;
}

} // namespace

bool ExecExchange::isFor(const api::Request &request)
{
    return request.resource.group.empty() && request.resource.resource == "pods" &&
           (request.subresource == "exec" || request.subresource == "attach") &&
           (request.verb == api::Verb::Get || request.verb == api::Verb::Create);
}

ExecExchange::ExecExchange(HttpConnection &connection, wire::HttpRequest http, api::Request request,
                           std::function<void()> afterInput)
    : m_connection(connection),
      m_http(std::move(http)),
      m_afterInput(std::move(afterInput)),
      m_request(std::move(request))
{
    m_untilListening.setSingleShot(true);
    m_untilListening.setTimerType(Qt::PreciseTimer);
    m_untilListening.callOnTimeout([this] { writeAtLast(); });
}

ExecExchange::~ExecExchange() = default;

void ExecExchange::start(api::KubeTransport &transport)
{
    auto protocol = negotiate(m_http, kProtocols);
    if (!protocol)
        return refuse(protocol.error());
    m_protocol = *std::move(protocol);
    api::Connector *connector = transport.connector();
    if (!connector)
        return refuse(kube::Status::noSuchResource());
    m_request.verb = api::Verb::Get;
    m_request.body = optionsOf(m_http);
    m_request.query.clear();
    m_stream = connector->connect(
        m_request, [this](api::Result<api::ConnectionEvent> event) { onEvent(std::move(event)); });
}

void ExecExchange::onEvent(api::Result<api::ConnectionEvent> event)
{
    using Kind = api::ConnectionEvent::Kind;
    if (m_isOver)
        return;
    if (!event)
        return m_isOpen ? end(kube::toJson(event.error().toValue())) : refuse(event.error());
    switch (event->kind) {
    case Kind::Opened:
        return open();
    case Kind::Output:
        return send(kOutput, event->data);
    case Kind::ErrorOutput:
        return send(kErrorOutput, event->data);
    case Kind::Ended:
        return end(std::string(kSuccess));
    }
}

void ExecExchange::open()
{
    if (m_protocol.empty())
        return refuse(noSpdy("exec, attach and cp", "1.30"));
    m_isOpen = true;
    m_untilListening.start(kListening);
    m_connection.upgrade(webSocketAnswer(m_http, m_protocol),
                         [this](std::string_view bytes) { onBytes(bytes); });
}

void ExecExchange::refuse(const kube::Status &status)
{
    m_isOver = m_hasEnded = true;
    // What comes from the kubelet is plain text, which kubectl shows as such.
    if (status.reason.empty())
        m_connection.respond(
            {.status = status.code, .contentType = "text/plain", .headers = {}, .body = status.message});
    else
        m_connection.respond(wire::encodeStatus(status));
}

void ExecExchange::end(const std::string &status)
{
    send(kStatus, status);
    finish(websocket::closeFrame(websocket::kNormal));
}

void ExecExchange::write(std::string_view bytes)
{
    if (m_untilListening.isActive())
        m_waiting += bytes;
    else
        m_connection.write(bytes);
}

void ExecExchange::writeAtLast()
{
    m_connection.write(std::exchange(m_waiting, {}));
    if (m_isOver) {
        m_hasEnded = true;
        m_connection.close();
    }
}

/// The last bytes: a close frame.
void ExecExchange::finish(std::string_view bytes)
{
    write(bytes);
    m_isOver = true;
    if (!m_untilListening.isActive())
        writeAtLast();
}

void ExecExchange::send(char channel, std::string_view data)
{
    std::string message(1, channel);
    message += data;
    write(websocket::frame(websocket::Opcode::Binary, message));
}

void ExecExchange::onBytes(std::string_view bytes)
{
    for (const websocket::Message &message : m_reader.take(bytes))
        onMessage(message);
    if (const auto failure = m_reader.failure(); failure && !m_isOver)
        finish(websocket::closeFrame(*failure));
    if (m_afterInput)
        m_afterInput();
}

void ExecExchange::onMessage(const websocket::Message &message)
{
    using websocket::Opcode;
    if (m_isOver)
        return;
    if (message.opcode == Opcode::Ping) {
        write(websocket::frame(Opcode::Pong, message.data));
    } else if (message.opcode == Opcode::Close) {
        finish(websocket::frame(Opcode::Close, message.data.substr(0, 2)));
    } else if (message.opcode != Opcode::Pong && !message.data.empty()) {
        onChannel(message.data.front(), std::string_view(message.data).substr(1));
    }
}

void ExecExchange::onChannel(char channel, std::string_view data)
{
    if (channel == kInput && !data.empty()) {
        m_stream->write(data);
    } else if (channel == kClosed && data == std::string_view(&kInput, 1)) {
        m_stream->closeInput();
    } else if (channel == kSize) {
        if (const auto size = kube::parseJson(data))
            m_stream->resizeTerminal(static_cast<int>((*size)["Width"].asInt()),
                                     static_cast<int>((*size)["Height"].asInt()));
    }
}

} // namespace minato::serve
