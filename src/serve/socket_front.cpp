// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/socket_front.h"

namespace minato::serve {

void SocketFront::incomingConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const quint16 port = socket->peerPort();
    m_sockets.insert(port, socket);
    // Before QHttpServer connects its own handlers: the responders must go first.
    connect(socket, &QTcpSocket::disconnected, this, [this, port] {
        m_sockets.remove(port);
        Q_EMIT peerGone(port);
    });
    addPendingConnection(socket);
}

qint64 SocketFront::backlog(quint16 peerPort) const
{
    const auto socket = m_sockets.value(peerPort);
    return socket ? socket->bytesToWrite() : -1;
}

void SocketFront::disconnectPeer(quint16 peerPort)
{
    if (const auto socket = m_sockets.value(peerPort))
        QMetaObject::invokeMethod(socket, &QTcpSocket::abort, Qt::QueuedConnection);
}

} // namespace minato::serve
