// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/http_exchange.h"

#include "serve/gzip.h"
#include "serve/http_connection.h"
#include "wire/response_encoder.h"

#include <utility>

namespace minato::serve {

HttpExchange::HttpExchange(HttpConnection &connection, wire::DecodedRequest request,
                           std::string acceptEncoding)
    : m_connection(connection), m_request(std::move(request)), m_acceptEncoding(std::move(acceptEncoding))
{
}

HttpExchange::~HttpExchange() = default;

void HttpExchange::start(api::KubeTransport &transport)
{
    switch (m_request.exchange) {
    case wire::Exchange::Send:
        return send(transport);
    case wire::Exchange::Watch:
        return watch(transport);
    case wire::Exchange::Stream:
        return stream(transport);
    }
}

void HttpExchange::send(api::KubeTransport &transport)
{
    m_call = transport.send(m_request.request, [this](api::Result<api::Response> response) {
        write(response ? wire::encodeResponse(*response, m_request)
                       : wire::encodeStatus(response.error(), m_request.isPretty));
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
        wire::appendWatchError(text, batch.error());
        endChunked(text);
        return;
    }
    if (batch->empty()) {
        endChunked({});
        return;
    }
    for (const api::WatchEvent &event : *batch)
        wire::appendWatchLine(text, event, m_request);
    m_connection.writeChunk(text);
}

void HttpExchange::onBytes(api::Result<std::string> piece)
{
    if (!piece && !m_isChunked) {
        write(wire::encodeStatus(piece.error()));
        return;
    }
    const bool isEnd = !piece || piece->empty();
    if (isEnd && !m_isChunked) {
        write({.status = 200, .contentType = "text/plain", .headers = {}, .body = std::exchange(m_held, {})});
        return;
    }
    if (isEnd) {
        endChunked(std::exchange(m_held, {}));
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
    m_connection.writeChunk(std::exchange(m_held, {}));
}

void HttpExchange::beginChunked(const char *contentType)
{
    m_connection.beginChunked(
        {.contentType = contentType, .headers = {{"Cache-Control", {"no-cache, private"}}}, .body = {}});
    m_isChunked = true;
}

void HttpExchange::endChunked(std::string_view lastText)
{
    m_connection.writeChunk(lastText);
    m_hasEnded = true;
    m_connection.endChunked();
}

void HttpExchange::write(wire::HttpResponse response)
{
    response.headers["Cache-Control"] = {"no-cache, private"};
    compressFor(m_acceptEncoding, response);
    m_hasEnded = true;
    m_connection.respond(response, m_request.isHead);
}

} // namespace minato::serve
