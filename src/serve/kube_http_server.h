// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "kube/schema/type_table.h"
#include "serve/authenticator.h"
#include "serve/http_connection.h"
#include "serve/http_limits.h"
#include "serve/socket_front.h"

#include <QHostAddress>
#include <QObject>
#include <QString>

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace minato::serve {

class OpenExchange;

/// Publishes any KubeTransport as a Kubernetes API server over HTTP/1.1, plain or with TLS and a token, for a
/// learner's own kubectl and for the contract suite.
///
/// Bounds    HttpLimits. Too many open watches: 429, and when to come again; too many connections wait.
/// Errors    listen() gives a sentence.
/// Threads   The transport's thread, which needs a Qt event loop.
class KubeHttpServer : public QObject, public HttpConnection::Handler {
    Q_OBJECT
public:
    struct Security {
        QSslConfiguration tls;
        std::string token;
    };
    struct Options {
        std::optional<Security> security = {};
        HttpLimits limits = {};
    };

    /// `afterRequest` runs after each request was handed over, so that the host of a simulated cluster can
    /// run it now.
    explicit KubeHttpServer(api::KubeTransport &transport, std::function<void()> afterRequest = {});
    ~KubeHttpServer() override;

    /// Port 0 picks a free one. Without TLS and a token only on loopback addresses.
    [[nodiscard]] std::expected<quint16, QString> listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] std::expected<quint16, QString> listen(const QHostAddress &address, quint16 port,
                                                         Options options);
    /// Requests that are being answered, watches included.
    [[nodiscard]] std::size_t exchangeCount() const;
    [[nodiscard]] std::size_t connectionCount() const { return m_clients.size(); }

private:
    struct Client {
        std::unique_ptr<HttpConnection> connection;
        std::unique_ptr<OpenExchange> exchange; ///< goes first
        bool isLasting = false;
    };

    void take(std::unique_ptr<QTcpSocket> socket);
    [[nodiscard]] std::optional<wire::HttpResponse> refusal(const wire::HttpRequest &request) override;
    void onRequest(HttpConnection &connection, wire::HttpRequest request) override;
    void onAnswered(HttpConnection &connection) override;
    void onGone(HttpConnection &connection) override;
    void start(HttpConnection &connection, Client &client, const wire::HttpRequest &request);
    template <class Exchange>
    void begin(Client &client, std::unique_ptr<Exchange> exchange);
    [[nodiscard]] std::size_t lastingCount() const;
    [[nodiscard]] Client &clientOf(const HttpConnection &connection);

    api::KubeTransport &m_transport;
    kube::TypeTable m_types;
    std::function<void()> m_afterRequest;
    HttpLimits m_limits;
    Authenticator m_authenticator;
    std::unique_ptr<SocketFront> m_front;
    std::vector<std::unique_ptr<Client>> m_clients;
};

} // namespace minato::serve
