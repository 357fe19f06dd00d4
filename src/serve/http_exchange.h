// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "serve/http_message.h"
#include "serve/request_decoder.h"

#include <QHttpServerResponder>
#include <QObject>

namespace minato::serve {

class KubeHttpServer;

/// One request under way: its responder and its Call. Destroying it cancels the Call.
class HttpExchange {
public:
    HttpExchange(KubeHttpServer &server, quint64 id, quint16 peerPort, QHttpServerResponder &&responder);
    ~HttpExchange();

    void start(api::KubeTransport &transport, const HttpRequest &http);
    void refuse(const kube::Status &status);
    [[nodiscard]] quint16 peerPort() const { return m_peerPort; }

private:
    void send(api::KubeTransport &transport);
    void watch(api::KubeTransport &transport);
    void stream(api::KubeTransport &transport);
    void onEvents(api::Result<std::vector<api::WatchEvent>> batch);
    void onBytes(api::Result<std::string> piece);
    /// Sends the bytes that were held back for the end that did not come.
    void sendHeld();
    void beginChunked(const char *contentType);
    void writeChunk(const std::string &text);
    void endChunked(const std::string &lastText);
    void write(const HttpResponse &response);

    KubeHttpServer &m_server;
    quint64 m_id;
    quint16 m_peerPort;
    QHttpServerResponder m_responder;
    DecodedRequest m_request;
    bool m_isChunked = false;
    std::string m_held;  ///< bytes that came in this turn of the event loop
    QObject m_turn;      ///< dies with what is posted for it
    api::CallPtr m_call; ///< last: goes first
};

} // namespace minato::serve
