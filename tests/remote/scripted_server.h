// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace minato::tests {

/// A request as a ScriptedServer got it, and the way back.
struct Visit {
    QPointer<QTcpSocket> socket;
    QByteArray method, target;
    std::map<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray certificateName;               ///< of the client's certificate; empty: it showed none

    void write(const QByteArray &bytes) const
    {
        socket->write(bytes);
        socket->flush();
    }
    void answer(int status, const QByteArray &body, const QByteArray &type = "application/json",
                const QByteArray &more = {}) const
    {
        write("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type + "\r\n" + more +
              "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    void beginChunked(const QByteArray &type = "application/json") const
    {
        write("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n");
    }
    void chunk(const QByteArray &bytes) const
    {
        write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
    }
    void endChunked() const { write("0\r\n\r\n"); }
    void cut() const { socket->abort(); }
};

/// A server that does what the test says, above all what no server should do.
class ScriptedServer : public QObject {
public:
    using Script = std::function<void(const Visit &)>;
    explicit ScriptedServer(Script script, std::optional<QSslConfiguration> tls = {})
        : m_script(std::move(script)), m_tls(std::move(tls))
    {
        start();
    }

    /// On the same port as before.
    void start()
    {
        m_server = m_tls ? std::make_unique<QSslServer>() : std::make_unique<QTcpServer>();
        if (m_tls)
            static_cast<QSslServer &>(*m_server).setSslConfiguration(*m_tls);
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] { take(); });
        if (!m_server->listen(QHostAddress::LocalHost, m_port))
            qFatal("cannot listen: %s", qPrintable(m_server->errorString()));
        m_port = m_server->serverPort();
    }
    /// As if it were killed: connections are reset.
    void stop()
    {
        for (const auto &socket : std::exchange(m_sockets, {})) {
            if (socket)
                socket->abort();
        }
        m_server.reset();
    }
    void setScript(Script script) { m_script = std::move(script); }
    [[nodiscard]] std::string url() const
    {
        return (m_tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(m_port);
    }
    std::vector<Visit> visits;

private:
    void take()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            m_sockets.emplace_back(socket);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            if (socket->bytesAvailable() > 0)
                read(socket);
        }
    }
    void read(QTcpSocket *socket)
    {
        while (true) {
            const QByteArray seen = socket->peek(1 << 20);
            const qsizetype end = seen.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            Visit visit = parsed(seen.first(end));
            const qsizetype length = visit.headers["content-length"].toLongLong();
            if (seen.size() < end + 4 + length)
                return;
            socket->skip(end + 4 + length);
            visit.socket = socket;
            if (auto *secure = qobject_cast<QSslSocket *>(socket))
                visit.certificateName =
                    secure->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0).toUtf8();
            visits.push_back(visit);
            m_script(visit);
        }
    }
    [[nodiscard]] static Visit parsed(const QByteArray &head)
    {
        Visit visit;
        const QList<QByteArray> lines = head.split('\n');
        const QList<QByteArray> first = lines.front().split(' ');
        visit.method = first.value(0);
        visit.target = first.value(1);
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            QByteArray &value = visit.headers[line.first(colon).toLower()];
            value += (value.isEmpty() ? "" : ", ") + line.sliced(colon + 1).trimmed();
        }
        return visit;
    }

    Script m_script;
    std::optional<QSslConfiguration> m_tls;
    quint16 m_port = 0;
    std::unique_ptr<QTcpServer> m_server;
    std::vector<QPointer<QTcpSocket>> m_sockets;
};

} // namespace minato::tests
