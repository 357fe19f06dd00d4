// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "serve/exchange.h"
#include "serve/websocket.h"
#include "wire/http_message.h"
#include "wire/request_decoder.h"

#include <QTimer>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace minato::serve {

class HttpConnection;

/// `kubectl exec` and `attach`: a two-way stream of the seam over a WebSocket.
///
/// Mirrors   apimachinery/pkg/util/remotecommand (v5.channel.k8s.io, v4, v1), apiserver/pkg/util/wsstream:
/// the first
///           byte of a message is its channel: 0 stdin, 1 stdout, 2 stderr, 3 the Status at the end, 4 the
///           terminal's size, 255 a channel that is closed
/// Timing    What is to be sent within kListening of the upgrade waits so long: kubectl (client-go up to 0.33)
///           begins to read before it knows its streams, and drops what comes too early ("Unknown stream id 1").
///           A container of Kubernetes takes that long to start a process.
/// Differs   SPDY, which kubectl before 1.30 asks for, gets a sentence. kubectl since 1.30 comes back by SPDY
/// when the
///           WebSocket was refused, and then gets the refusal in its own words.
class ExecExchange : public OpenExchange {
public:
    /// `afterInput` runs when bytes have come for the container.
    ExecExchange(HttpConnection &connection, wire::HttpRequest http, api::Request request,
                 std::function<void()> afterInput);
    ~ExecExchange() override;

    void start(api::KubeTransport &transport);
    [[nodiscard]] bool hasEnded() const override { return m_hasEnded; }
    static constexpr std::chrono::milliseconds kListening{100};
    [[nodiscard]] static bool isFor(const api::Request &request);

private:
    void onEvent(api::Result<api::ConnectionEvent> event);
    void open();
    void refuse(const kube::Status &status);
    void end(const std::string &status);
    void onBytes(std::string_view bytes);
    void onMessage(const websocket::Message &message);
    void onChannel(char channel, std::string_view data);
    void send(char channel, std::string_view data);
    void write(std::string_view bytes);
    void writeAtLast();
    void finish(std::string_view bytes);

    HttpConnection &m_connection;
    wire::HttpRequest m_http;
    std::function<void()> m_afterInput;
    api::Request m_request;
    std::string m_protocol;
    websocket::Reader m_reader;
    bool m_isOpen = false;
    bool m_isOver = false;   ///< nothing more is taken or sent
    bool m_hasEnded = false; ///< and all of it is on its way
    QTimer m_untilListening;
    std::string m_waiting;       ///< meanwhile
    api::ConnectionPtr m_stream; ///< last: goes first
};

} // namespace minato::serve
