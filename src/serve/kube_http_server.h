// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "kube/schema/type_table.h"
#include "serve/socket_front.h"

#include <QAbstractHttpServer>
#include <QHostAddress>
#include <QString>

#include <expected>
#include <functional>
#include <map>
#include <memory>

namespace minato::serve {

class HttpExchange;

/// Publishes any KubeTransport as a Kubernetes API server over HTTP/1.1 on a loopback address, for a
/// learner's own kubectl and for the contract suite.
///
/// Bounds    Bodies of 3 MiB (upstream's limit); a watcher that leaves 8 MiB unread is disconnected.
/// Errors    listen() gives a sentence.
/// Threads   The transport's thread, which needs a Qt event loop.
class KubeHttpServer : public QAbstractHttpServer {
    Q_OBJECT
public:
    /// `afterRequest` runs after each request was handed over, so that the host of a simulated cluster can
    /// run it now.
    explicit KubeHttpServer(api::KubeTransport &transport, std::function<void()> afterRequest = {});
    ~KubeHttpServer() override;

    /// Port 0 picks a free one. Only loopback addresses: there is neither TLS nor a token on this front.
    [[nodiscard]] std::expected<quint16, QString> listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] std::size_t exchangeCount() const { return m_exchanges.size(); }

protected:
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;

private:
    friend class HttpExchange;
    /// Later, from the event loop: an exchange may end inside its own callback.
    void finish(quint64 id);
    void dropPeer(quint16 port);

    api::KubeTransport &m_transport;
    kube::TypeTable m_types;
    std::function<void()> m_afterRequest;
    SocketFront *m_front = nullptr; ///< owned by QAbstractHttpServer once bound
    quint64 m_nextId = 1;
    std::map<quint64, std::unique_ptr<HttpExchange>> m_exchanges;
};

} // namespace minato::serve
