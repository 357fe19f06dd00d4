// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/socket_front.h"

#include <QSslSocket>

#include <utility>

namespace minato::serve {
namespace {

constexpr char kTlsHandshake = 0x16; ///< the first byte of a ClientHello's record

/// Looks at the first byte once.
void startTls(QSslSocket &socket)
{
    const QByteArray first = socket.peek(1);
    if (first.isEmpty())
        return;
    QObject::disconnect(&socket, &QSslSocket::readyRead, &socket, nullptr);
    if (first.at(0) == kTlsHandshake) {
        socket.startServerEncryption();
        return;
    }
    socket.readAll();
    socket.write("HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n");
    socket.disconnectFromHost();
}

} // namespace

SocketFront::SocketFront(std::optional<QSslConfiguration> tls, Taker taker)
    : m_tls(std::move(tls)), m_taker(std::move(taker))
{
}

std::unique_ptr<QTcpSocket> SocketFront::secureSocket(qintptr descriptor)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(*m_tls);
    if (!socket->setSocketDescriptor(descriptor))
        return nullptr;
    QObject::connect(socket.get(), &QSslSocket::readyRead, socket.get(),
                     [raw = socket.get()] { startTls(*raw); });
    return socket;
}

void SocketFront::incomingConnection(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> socket;
    if (m_tls) {
        socket = secureSocket(descriptor);
    } else {
        socket = std::make_unique<QTcpSocket>();
        if (!socket->setSocketDescriptor(descriptor))
            return;
    }
    if (!socket)
        return;
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_taker(std::move(socket));
}

} // namespace minato::serve
