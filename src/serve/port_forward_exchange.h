// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "serve/exchange.h"
#include "serve/http_limits.h"
#include "serve/request_reader.h"
#include "serve/spdy.h"
#include "serve/websocket.h"
#include "wire/http_message.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace minato::serve {

class HttpConnection;

/// `kubectl port-forward`: SPDY frames in a WebSocket; each forwarded connection is a pair of streams. The Python
/// client and Minato's own: one connection a WebSocket, its data and its errors on channels 0 and 1.
///
/// Mirrors   apimachinery/pkg/util/httpstream/wsstream and portforward (SPDY/3.1+portforward.k8s.io);
///           kubelet/pkg/cri/streaming/portforward/websocket.go (v4.channel.k8s.io, of one port)
/// Differs   What is forwarded is read as HTTP and asked by pods/proxy, for that is what the simulation's
/// programs
///           speak. Plain SPDY, which kubectl before 1.31 asks for, gets a sentence.
class PortForwardExchange : public OpenExchange {
public:
    /// `afterInput` runs when bytes have come for the Pod.
    PortForwardExchange(HttpConnection &connection, wire::HttpRequest http, api::Request request,
                        std::function<void()> afterInput);
    ~PortForwardExchange() override;

    void start(api::KubeTransport &transport);
    [[nodiscard]] bool hasEnded() const override { return m_hasEnded; }
    [[nodiscard]] static bool isFor(const api::Request &request);

private:
    /// A forwarded connection.
    struct Pair {
        std::uint32_t error = 0, data = 0; ///< its streams
        std::string port;
        std::string input;
        RequestReader reader;
        bool isInputClosed = false, isAsking = false, keepsAlive = true;
        api::CallPtr call;
    };

    void onPod(const api::Result<api::Response> &answer);
    void onBytes(std::string_view bytes);
    void onMessage(const websocket::Message &message);
    void onFrame(spdy::Frame frame);
    void addStream(const spdy::Frame &frame);
    void openChannels();
    void onChannel(std::string_view data);
    void sendData(const Pair &pair, std::string_view bytes, bool isLast);
    [[nodiscard]] bool hasChannels() const;
    void readPair(const std::string &id);
    void askPod(const std::string &id, const wire::HttpRequest &http);
    void onAnswer(std::string id, api::Result<api::Response> answer);
    void finishPair(const std::string &id, std::string_view error = {});
    [[nodiscard]] std::size_t waitingInput() const;
    void send(std::string_view bytes);
    void refuse(const kube::Status &status);
    void close(std::uint16_t code);

    HttpConnection &m_connection;
    wire::HttpRequest m_http;
    api::Request m_request;
    std::function<void()> m_afterInput;
    api::KubeTransport *m_transport = nullptr;
    HttpLimits m_limits;
    std::string m_protocol, m_port; ///< the port: of channels
    std::string m_podUid;
    websocket::Reader m_reader;
    spdy::Reader m_frames;
    spdy::HeaderWriter m_headers;
    std::map<std::string, std::unique_ptr<Pair>> m_pairs; ///< by the request's number
    bool m_hasEnded = false;
    api::CallPtr m_call; ///< last: goes first
};

} // namespace minato::serve
