// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/web_client.h"

#include "remote/server_clock.h"
#include "remote/wall_timers.h"
#include "remote/web_answer.h"

#include <QTcpSocket>

#include <algorithm>
#include <list>
#include <utility>

namespace minato::remote {
namespace {

using Kind = api::TrafficError::Kind;

class TcpPipe : public BytePipe {
public:
    TcpPipe(const QString &host, quint16 port)
    {
        QObject::connect(m_socket.get(), &QTcpSocket::connected, m_socket.get(), [this] { tellOpened(); });
        QObject::connect(m_socket.get(), &QTcpSocket::readyRead, m_socket.get(), [this] {
            const QByteArray bytes = m_socket->readAll();
            tellReceived({bytes.data(), static_cast<std::size_t>(bytes.size())});
        });
        QObject::connect(m_socket.get(), &QTcpSocket::errorOccurred, m_socket.get(),
                         [this](QAbstractSocket::SocketError error) { onError(error); });
        // Never inside the constructor: a refusal on the loopback comes at once.
        QMetaObject::invokeMethod(
            m_socket.get(),
            [socket = m_socket.get(), host, port] {
                socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                socket->connectToHost(host, port);
            },
            Qt::QueuedConnection);
    }
    void write(std::string_view bytes) override
    {
        m_socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
    }

private:
    void onError(QAbstractSocket::SocketError error)
    {
        if (error == QAbstractSocket::RemoteHostClosedError)
            tellEnded();
        else if (error == QAbstractSocket::HostNotFoundError)
            tellFailed(Kind::UnknownHost);
        else if (error == QAbstractSocket::ConnectionRefusedError ||
                 (error == QAbstractSocket::NetworkError && !isOpen())) // no way there
            tellFailed(Kind::Refused);
        else
            tellFailed(error == QAbstractSocket::SocketTimeoutError ? Kind::TimedOut : Kind::Reset);
    }

    /// It may be destroyed inside of its own signals.
    struct Later {
        void operator()(QTcpSocket *socket) const
        {
            socket->disconnect();
            socket->abort();
            socket->deleteLater();
        }
    };
    std::unique_ptr<QTcpSocket, Later> m_socket{new QTcpSocket};
};

std::string textOf(const api::TrafficRequest &request)
{
    std::string text = request.method + " " + (request.path.empty() ? "/" : request.path) + " HTTP/1.1\r\n";
    const auto has = [&request](std::string_view name) {
        return std::ranges::any_of(request.headers, [name](const auto &header) {
            return std::ranges::equal(header.first, name, {}, [](char c) { return std::tolower(c); });
        });
    };
    if (!has("host"))
        text += "Host: " + request.host + ":" + std::to_string(request.port) + "\r\n";
    if (!has("user-agent"))
        text += "User-Agent: minato\r\n";
    if (!has("accept"))
        text += "Accept: */*\r\n";
    for (const auto &[name, value] : request.headers)
        text += name + ": " + value + "\r\n";
    if (!request.body.empty() && !has("content-length"))
        text += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    if (request.connection == 0)
        text += "Connection: close\r\n";
    return text + "\r\n" + request.body;
}

} // namespace

void BytePipe::tellOpened()
{
    m_isOpen = true;
    if (const auto call = m_events.opened)
        call();
}

void BytePipe::tellReceived(std::string_view bytes)
{
    if (const auto call = m_events.received)
        call(bytes);
}

void BytePipe::tellEnded()
{
    m_isOpen = false;
    if (const auto call = m_events.ended)
        call();
}

void BytePipe::tellFailed(Kind kind)
{
    m_isOpen = false;
    if (const auto call = m_events.failed)
        call(kind);
}

std::unique_ptr<BytePipe> connectTo(const std::string &host, std::uint16_t port)
{
    return std::make_unique<TcpPipe>(QString::fromStdString(host), port);
}

/// What exchanges share: whose turn it is, and connections that are kept.
struct WebClient::Shared {
    std::size_t underWay = 0;
    std::list<Exchange *> waiting;
    std::map<std::uint64_t, std::unique_ptr<BytePipe>> kept;
    ServerClock clock;
    WallTimers timers{clock};

    void next();
};

class WebClient::Exchange : public api::Call {
public:
    Exchange(std::shared_ptr<Shared> shared, const api::TrafficRequest &request, Open open, Reply reply)
        : m_shared(std::move(shared)),
          m_text(textOf(request)),
          m_connection(request.connection),
          m_open(std::move(open)),
          m_reply(std::move(reply))
    {
        m_shared->waiting.push_back(this);
        m_shared->next();
    }
    ~Exchange() override { leave(); }

    void begin()
    {
        m_isUnderWay = true;
        m_timer = m_shared->timers.after(kPatience, [this] { end(std::unexpected(Kind::TimedOut)); });
        const auto kept = m_shared->kept.extract(m_connection);
        m_isReused = !kept.empty() && kept.mapped()->isOpen();
        m_pipe = m_isReused ? std::move(kept.mapped()) : m_open();
        m_pipe->setEvents({.opened = [this] { m_pipe->write(m_text); },
                           .received = [this](std::string_view bytes) { take(m_answer.read(bytes)); },
                           .ended = [this] { onEnded(); },
                           .failed = [this](Kind kind) { end(std::unexpected(kind)); }});
        if (m_isReused)
            m_pipe->write(m_text);
    }

private:
    void take(WebAnswer::State state)
    {
        if (state == WebAnswer::State::Broken)
            end(std::unexpected(Kind::Reset));
        else if (state == WebAnswer::State::Done)
            succeed();
    }
    void onEnded()
    {
        // A kept connection may have been closed just now: that is no failure of the server.
        if (m_isReused && m_answer.status() == 0) {
            m_pipe.reset();
            begin();
            return;
        }
        take(m_answer.end());
    }
    void succeed()
    {
        if (m_connection != 0 && m_answer.keepsAlive() && m_pipe->isOpen() &&
            m_shared->kept.size() < kMostKept) {
            auto *shared = m_shared.get();
            const auto connection = m_connection;
            const auto forget = [shared, connection] { shared->kept.erase(connection); };
            m_pipe->setEvents(
                {.opened = {}, .received = {}, .ended = forget, .failed = [forget](Kind) { forget(); }});
            m_shared->kept[m_connection] = std::move(m_pipe);
        }
        end(Answer{m_answer.status(), m_answer.reason(), m_answer.body(), m_answer.headers()});
    }
    void end(Outcome outcome)
    {
        auto last = std::exchange(m_reply, {}); // it may drop this Call
        leave();
        if (last)
            last(std::move(outcome));
    }
    void leave()
    {
        m_pipe.reset();
        m_timer.reset();
        if (std::exchange(m_isUnderWay, false)) {
            --m_shared->underWay;
            m_shared->next();
        } else {
            m_shared->waiting.remove(this);
        }
    }

    std::shared_ptr<Shared> m_shared;
    std::string m_text;
    std::uint64_t m_connection;
    Open m_open;
    Reply m_reply;
    api::TimerPtr m_timer;
    WebAnswer m_answer;
    std::unique_ptr<BytePipe> m_pipe;
    bool m_isUnderWay = false, m_isReused = false;
};

void WebClient::Shared::next()
{
    while (underWay < kMostUnderWay && !waiting.empty()) {
        Exchange *exchange = waiting.front();
        waiting.pop_front();
        ++underWay;
        exchange->begin();
    }
}

WebClient::WebClient() : m_shared(std::make_shared<Shared>()) {}

WebClient::~WebClient()
{
    m_shared->kept.clear();
}

api::CallPtr WebClient::request(const api::TrafficRequest &request, Open open, Reply reply)
{
    return std::make_unique<Exchange>(m_shared, request, std::move(open), std::move(reply));
}

} // namespace minato::remote
