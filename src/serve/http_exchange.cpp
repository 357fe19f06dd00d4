// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/http_exchange.h"

#include "serve/kube_http_server.h"
#include "serve/response_encoder.h"

#include <QHttpHeaders>

#include <utility>

namespace minato::serve {
namespace {

constexpr qint64 kMaxBacklog = 8 * 1024 * 1024;

QHttpServerResponder::StatusCode statusCode(int code)
{
    return static_cast<QHttpServerResponder::StatusCode>(code);
}

} // namespace

HttpExchange::HttpExchange(KubeHttpServer &server, quint64 id, quint16 peerPort,
                           QHttpServerResponder &&responder)
    : m_server(server), m_id(id), m_peerPort(peerPort), m_responder(std::move(responder))
{
}

HttpExchange::~HttpExchange() = default;

void HttpExchange::start(api::KubeTransport &transport, const HttpRequest &http)
{
    auto decoded = decodeRequest(http, m_server.m_types);
    if (!decoded) {
        refuse(decoded.error());
        return;
    }
    m_request = *std::move(decoded);
    switch (m_request.exchange) {
    case Exchange::Send:
        return send(transport);
    case Exchange::Watch:
        return watch(transport);
    case Exchange::Stream:
        return stream(transport);
    }
}

void HttpExchange::refuse(const kube::Status &status)
{
    write(encodeStatus(status));
}

void HttpExchange::send(api::KubeTransport &transport)
{
    m_call = transport.send(m_request.request, [this](api::Result<api::Response> response) {
        write(response ? encodeResponse(*response, m_request) : encodeStatus(response.error()));
    });
}

void HttpExchange::watch(api::KubeTransport &transport)
{
    m_call = transport.watch(m_request.request, [this](api::Result<std::vector<api::WatchEvent>> batch) {
        onEvents(std::move(batch));
    });
    // The client waits for the head of the answer before it believes in the watch.
    beginChunked("application/json");
}

void HttpExchange::stream(api::KubeTransport &transport)
{
    m_call = transport.stream(m_request.request,
                              [this](api::Result<std::string> piece) { onBytes(std::move(piece)); });
}

void HttpExchange::onEvents(api::Result<std::vector<api::WatchEvent>> batch)
{
    std::string text;
    if (!batch) {
        appendWatchError(text, batch.error());
        endChunked(text);
        return;
    }
    if (batch->empty()) {
        endChunked({});
        return;
    }
    for (const api::WatchEvent &event : *batch)
        appendWatchLine(text, event, m_request);
    writeChunk(text);
}

void HttpExchange::onBytes(api::Result<std::string> piece)
{
    if (!piece && !m_isChunked) {
        write(encodeStatus(piece.error()));
        return;
    }
    const bool isEnd = !piece || piece->empty();
    if (isEnd && !m_isChunked) {
        write({.status = 200, .contentType = "text/plain", .headers = {}, .body = std::exchange(m_held, {})});
        return;
    }
    if (isEnd) {
        // These bytes are the client's: nothing may be added to them, even though QHttpServer wants some
        // here.
        m_responder.writeEndChunked(QByteArray::fromStdString(std::exchange(m_held, {})));
        m_server.finish(m_id);
        return;
    }
    // A log that is over comes with its end in one turn, and is answered in one piece.
    if (m_held.empty())
        QMetaObject::invokeMethod(&m_turn, [this] { sendHeld(); }, Qt::QueuedConnection);
    m_held += *piece;
}

void HttpExchange::sendHeld()
{
    if (m_held.empty())
        return;
    if (!m_isChunked)
        beginChunked("text/plain");
    writeChunk(std::exchange(m_held, {}));
}

void HttpExchange::beginChunked(const char *contentType)
{
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, contentType);
    headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "no-cache, private");
    m_responder.writeBeginChunked(headers);
    m_isChunked = true;
}

void HttpExchange::writeChunk(const std::string &text)
{
    m_responder.writeChunk(QByteArray::fromStdString(text));
    if (m_server.m_front->backlog(m_peerPort) > kMaxBacklog) {
        qWarning("client on port %d reads too slowly: disconnected", m_peerPort);
        m_server.m_front->disconnectPeer(m_peerPort);
    }
}

void HttpExchange::endChunked(const std::string &lastText)
{
    // An empty last chunk is what ends the stream, but QHttpServer warns when it is asked for one.
    m_responder.writeEndChunked(lastText.empty() ? QByteArray("\n") : QByteArray::fromStdString(lastText));
    m_server.finish(m_id);
}

void HttpExchange::write(const HttpResponse &response)
{
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, response.contentType);
    headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "no-cache, private");
    for (const auto &[name, values] : response.headers) {
        for (const std::string &value : values)
            headers.append(name, value);
    }
    m_responder.write(m_request.isHead ? QByteArray() : QByteArray::fromStdString(response.body), headers,
                      statusCode(response.status));
    m_server.finish(m_id);
}

} // namespace minato::serve
