// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace minato::serve {

/// Our own sockets in front of QHttpServer, which in Qt 6.8 cannot tell that a client has gone, knows no
/// limits on headers and shows no backlog.
///
/// Units     Bytes.
/// Threads   The one of its event loop.
class SocketFront : public QTcpServer {
    Q_OBJECT
public:
    using QTcpServer::QTcpServer;

    /// Bytes that the client has not read yet; -1: no such connection.
    [[nodiscard]] qint64 backlog(quint16 peerPort) const;
    /// From the event loop, so that it is safe inside a callback of that connection.
    void disconnectPeer(quint16 peerPort);
    [[nodiscard]] qsizetype connectionCount() const { return m_sockets.size(); }

Q_SIGNALS:
    void peerGone(quint16 peerPort);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QMap<quint16, QPointer<QTcpSocket>> m_sockets;
};

} // namespace minato::serve
