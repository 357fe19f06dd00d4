// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "serve/exchange.h"
#include "wire/http_message.h"
#include "wire/request_decoder.h"

#include <QObject>

namespace minato::serve {

class HttpConnection;

/// One request under way: its connection and its Call. Destroying it cancels the Call.
///
/// Differs   A watch that is refused answers 200 and tells the refusal as its only event: its head is sent
///           before the server has looked at it.
class HttpExchange : public OpenExchange {
public:
    HttpExchange(HttpConnection &connection, wire::DecodedRequest request, std::string acceptEncoding);
    ~HttpExchange() override;

    void start(api::KubeTransport &transport);
    [[nodiscard]] bool hasEnded() const override { return m_hasEnded; }

private:
    void send(api::KubeTransport &transport);
    void watch(api::KubeTransport &transport);
    void stream(api::KubeTransport &transport);
    void onEvents(api::Result<std::vector<api::WatchEvent>> batch);
    void onBytes(api::Result<std::string> piece);
    /// Sends the bytes that were held back for the end that did not come.
    void sendHeld();
    void beginChunked(const char *contentType);
    void endChunked(std::string_view lastText);
    void write(wire::HttpResponse response);

    HttpConnection &m_connection;
    wire::DecodedRequest m_request;
    std::string m_acceptEncoding;
    bool m_isChunked = false, m_hasEnded = false;
    std::string m_held;  ///< bytes that came in this turn of the event loop
    QObject m_turn;      ///< dies with what is posted for it
    api::CallPtr m_call; ///< last: goes first
};

} // namespace minato::serve
