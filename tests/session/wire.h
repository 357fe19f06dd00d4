// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <vector>

namespace minato::tests {

/// A wire between a client and a server on the loopback, which a test can cut, unplug and plug in again.
class Wire : public QObject {
public:
    explicit Wire(quint16 to) : m_to(to) { plugIn(); }

    [[nodiscard]] quint16 port() const { return m_port; }
    /// Ends all connections; new ones are made as before.
    void cut()
    {
        for (const auto &socket : std::exchange(m_sockets, {})) {
            if (socket)
                socket->abort();
        }
    }
    /// As if the server were not there.
    void unplug()
    {
        m_server.reset();
        cut();
    }
    void plugIn()
    {
        m_server = std::make_unique<QTcpServer>();
        connect(m_server.get(), &QTcpServer::newConnection, this, [this] { join(); });
        if (!m_server->listen(QHostAddress::LocalHost, m_port))
            qFatal("cannot listen: %s", qPrintable(m_server->errorString()));
        m_port = m_server->serverPort();
    }

private:
    void join()
    {
        while (QTcpSocket *near = m_server->nextPendingConnection()) {
            auto *far = new QTcpSocket(near);
            near->setParent(this);
            m_sockets.emplace_back(near);
            connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
            connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
            connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
            connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
            far->connectToHost(QHostAddress::LocalHost, m_to);
        }
    }

    quint16 m_to, m_port = 0;
    std::unique_ptr<QTcpServer> m_server;
    std::vector<QPointer<QTcpSocket>> m_sockets;
};

} // namespace minato::tests
