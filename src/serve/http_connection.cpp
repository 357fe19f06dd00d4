// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/http_connection.h"

#include "wire/response_encoder.h"

#include <QHostAddress>
#include <QSslSocket>

#include <format>
#include <utility>

namespace minato::serve {
namespace {

constexpr qint64 kReadBuffer = 256 * 1024;
/// How long the rest of a refused request is thrown away. A connection that breaks while its client still
/// sends may take the answer with it.
constexpr std::chrono::milliseconds kDiscardTime{500};

QByteArrayView view(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

HttpConnection::HttpConnection(std::unique_ptr<QTcpSocket> socket, const HttpLimits &limits, Handler &handler)
    : m_limits(limits), m_handler(handler), m_socket(std::move(socket)), m_reader(limits)
{
    m_socket->setReadBufferSize(kReadBuffer);
    m_deadline.setSingleShot(true);
    m_writeDeadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { onDeadline(); });
    connect(&m_writeDeadline, &QTimer::timeout, this,
            [this] { disconnectWithWords("reads nothing any more"); });
    connect(m_socket.get(), &QTcpSocket::readyRead, this, [this] { read(); });
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, [this] { onWritten(); });
    connect(m_socket.get(), &QTcpSocket::disconnected, this, [this] { becomeGone(); });
    m_deadline.start(m_limits.request);
    // What has come before we listened.
    QMetaObject::invokeMethod(this, [this] { read(); }, Qt::QueuedConnection);
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this);
}

QString HttpConnection::peer() const
{
    return QStringLiteral("%1:%2").arg(m_socket->peerAddress().toString()).arg(m_socket->peerPort());
}

void HttpConnection::read()
{
    if (m_state == State::Answering || m_state == State::Closing || isShakingHands())
        return;
    const QByteArray bytes = m_socket->readAll();
    if (bytes.isEmpty())
        return;
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (m_state == State::Upgraded) {
        m_onBytes(text);
        return;
    }
    if (m_state == State::Discarding)
        return;
    m_input += text;
    m_deadline.start(m_limits.request);
    advance();
}

bool HttpConnection::isShakingHands() const
{
    const auto *secure = qobject_cast<QSslSocket *>(m_socket.get());
    return secure && !secure->isEncrypted();
}

void HttpConnection::advance()
{
    using Progress = RequestReader::Progress;
    while (m_state == State::Reading) {
        switch (m_reader.read(m_input)) {
        case Progress::NeedsMore:
            if (m_input.empty() && !m_reader.isInRequest())
                m_deadline.start(m_limits.idle);
            return;
        case Progress::Refused:
            return refuse(wire::encodeStatus(m_reader.refusal()));
        case Progress::HeadRead:
            if (const auto refusal = m_handler.refusal(m_reader.request()))
                return refuse(*refusal);
            if (m_reader.expectsContinue())
                write("HTTP/1.1 100 Continue\r\n\r\n");
            break;
        case Progress::Complete:
            m_state = State::Answering;
            m_deadline.stop();
            m_keepsAlive = m_reader.keepsAlive();
            wire::HttpRequest request = m_reader.take();
            m_isOldVersion = request.isOldVersion;
            m_handler.onRequest(*this, std::move(request));
            return;
        }
    }
}

void HttpConnection::refuse(const wire::HttpResponse &response)
{
    m_keepsAlive = false;
    writeAnswer(response, false);
    m_state = State::Discarding;
    m_input.clear();
    m_deadline.start(kDiscardTime);
}

void HttpConnection::respond(const wire::HttpResponse &response, bool isHead)
{
    writeAnswer(response, isHead);
    finishAnswer();
}

void HttpConnection::writeAnswer(const wire::HttpResponse &response, bool isHead)
{
    wire::HttpResponse head{response.status, response.contentType, response.headers, {}};
    head.headers["Content-Length"] = {std::to_string(response.body.size())};
    std::string text = wire::responseHead(head, !m_keepsAlive);
    if (!isHead)
        text += response.body;
    write(text);
}

void HttpConnection::beginChunked(const wire::HttpResponse &response)
{
    wire::HttpResponse head{response.status, response.contentType, response.headers, {}};
    m_isChunked = !m_isOldVersion;
    if (m_isChunked)
        head.headers["Transfer-Encoding"] = {"chunked"};
    else
        m_keepsAlive = false;
    write(wire::responseHead(head, !m_keepsAlive));
}

void HttpConnection::writeChunk(std::string_view text)
{
    if (text.empty())
        return;
    if (!m_isChunked) {
        write(text);
    } else {
        std::string chunk = std::format("{:x}\r\n", text.size());
        chunk.append(text).append("\r\n");
        write(chunk);
    }
    checkBacklog();
}

void HttpConnection::endChunked()
{
    if (m_isChunked)
        write("0\r\n\r\n");
    finishAnswer();
}

void HttpConnection::finishAnswer()
{
    if (m_state != State::Answering)
        return;
    m_state = State::Reading;
    m_deadline.start(m_limits.idle);
    if (!m_keepsAlive)
        close();
    // A client may have sent its next request already. Not here: the caller is in the middle of this one.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_handler.onAnswered(*this);
            if (m_state == State::Reading)
                advance();
            read();
        },
        Qt::QueuedConnection);
}

void HttpConnection::upgrade(const wire::HttpResponse &response,
                             std::function<void(std::string_view)> onBytes)
{
    m_state = State::Upgraded;
    m_onBytes = std::move(onBytes);
    write(wire::responseHead(response, false));
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_state == State::Upgraded && !m_input.empty())
                m_onBytes(std::exchange(m_input, {}));
            read();
        },
        Qt::QueuedConnection);
}

void HttpConnection::write(std::string_view bytes)
{
    if (m_state == State::Closing || bytes.empty())
        return;
    m_socket->write(view(bytes).data(), view(bytes).size());
    if (!m_writeDeadline.isActive())
        m_writeDeadline.start(m_limits.stalled);
    if (m_state == State::Upgraded)
        checkBacklog();
}

void HttpConnection::close()
{
    if (m_state == State::Closing)
        return;
    m_state = State::Closing;
    m_deadline.stop();
    m_socket->disconnectFromHost();
}

void HttpConnection::onWritten()
{
    if (backlog() == 0)
        m_writeDeadline.stop();
    else
        m_writeDeadline.start(m_limits.stalled);
}

void HttpConnection::onDeadline()
{
    if (m_state == State::Discarding ||
        (m_state == State::Reading && !m_reader.isInRequest() && m_input.empty()))
        close();
    else if (m_state == State::Reading)
        disconnectWithWords("takes too long to send a request");
}

std::size_t HttpConnection::backlog() const
{
    qint64 bytes = m_socket->bytesToWrite();
    if (const auto *secure = qobject_cast<QSslSocket *>(m_socket.get()))
        bytes += secure->encryptedBytesToWrite();
    return static_cast<std::size_t>(bytes);
}

void HttpConnection::checkBacklog()
{
    if (backlog() > m_limits.backlog)
        disconnectWithWords("reads too slowly");
}

void HttpConnection::disconnectWithWords(const char *why)
{
    if (std::exchange(m_isAborting, true))
        return;
    qWarning("the client at %s %s: disconnected", qPrintable(peer()), why);
    m_state = State::Closing;
    // Later: this may be in the middle of the answer's own callback.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_socket->abort();
            becomeGone();
        },
        Qt::QueuedConnection);
}

void HttpConnection::becomeGone()
{
    m_state = State::Closing;
    m_deadline.stop();
    m_writeDeadline.stop();
    if (!std::exchange(m_isGone, true))
        QMetaObject::invokeMethod(this, [this] { m_handler.onGone(*this); }, Qt::QueuedConnection);
}

} // namespace minato::serve
