// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serve/request_reader.h"
#include "wire/http_message.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace minato::serve {

/// One client's connection: requests in, one after the other, and their answers out.
///
/// Mirrors   net/http's server as apiserver sets it up: HTTP/1.1 with keep-alive and pipelining, 100-continue,
///           chunked answers, upgrades (RFC 9112)
/// Differs   No HTTP/2 and no trailers; requests of one connection are answered one after the other.
/// Bounds    HttpLimits. A client that breaks one is told so where HTTP has words for it, else disconnected
///           with a line in the log.
/// Errors    None to the caller: writing to a client that has gone does nothing.
/// Threads   The one of its event loop.
class HttpConnection : public QObject {
public:
    /// Whoever answers. Must outlive its connections; may answer inside onRequest() or later.
    class Handler {
    public:
        virtual ~Handler() = default;
        /// By its headers: the answer to a request whose body shall not even be read.
        [[nodiscard]] virtual std::optional<wire::HttpResponse> refusal(const wire::HttpRequest &request) = 0;
        virtual void onRequest(HttpConnection &connection, wire::HttpRequest request) = 0;
        /// From the event loop, after each answer.
        virtual void onAnswered(HttpConnection &connection) = 0;
        /// From the event loop, once: the connection may be destroyed.
        virtual void onGone(HttpConnection &connection) = 0;
    };

    /// Takes the socket, which may still be shaking hands.
    HttpConnection(std::unique_ptr<QTcpSocket> socket, const HttpLimits &limits, Handler &handler);
    ~HttpConnection() override;

    /// The whole answer.
    void respond(const wire::HttpResponse &response, bool isHead = false);
    /// An answer that comes in pieces, until endChunked(). To an HTTP/1.0 client it ends with the connection.
    void beginChunked(const wire::HttpResponse &head);
    void writeChunk(std::string_view text);
    void endChunked();

    /// After a request to upgrade: answers 101. What the client sends from now on is given to `onBytes`, the
    /// rest is for write(). `onBytes` may call close().
    void upgrade(const wire::HttpResponse &head, std::function<void(std::string_view)> onBytes);
    void write(std::string_view bytes);
    /// When everything has been written.
    void close();

    [[nodiscard]] bool isOpen() const { return m_state != State::Closing; }
    [[nodiscard]] QString peer() const;

private:
    enum class State : std::uint8_t {
        Reading,    ///< waits for a request, or is in one
        Answering,  ///< reads nothing before the answer has been given
        Upgraded,   ///< bytes both ways
        Discarding, ///< refused: the answer must arrive before the connection breaks
        Closing
    };

    void read();
    [[nodiscard]] bool isShakingHands() const;
    void advance();
    void writeAnswer(const wire::HttpResponse &response, bool isHead);
    void refuse(const wire::HttpResponse &response);
    void finishAnswer();
    void onWritten();
    void onDeadline();
    [[nodiscard]] std::size_t backlog() const;
    void checkBacklog();
    void disconnectWithWords(const char *why);
    void becomeGone();

    const HttpLimits &m_limits;
    Handler &m_handler;
    std::unique_ptr<QTcpSocket> m_socket;
    RequestReader m_reader;
    std::string m_input;
    std::function<void(std::string_view)> m_onBytes;
    QTimer m_deadline, m_writeDeadline;
    State m_state = State::Reading;
    bool m_keepsAlive = true, m_isOldVersion = false, m_isChunked = false, m_isGone = false,
         m_isAborting = false;
};

} // namespace minato::serve
