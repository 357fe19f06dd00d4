// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/kube_http_server.h"

#include "base/assert.h"
#include "serve/exchange.h"
#include "serve/exec_exchange.h"
#include "serve/http_exchange.h"
#include "serve/port_forward_exchange.h"
#include "wire/response_encoder.h"

#include <algorithm>
#include <utility>

namespace minato::serve {
namespace {

kube::Status tooManyRequests()
{
    return {.code = 429,
            .reason = "TooManyRequests",
            .message = "Too many requests, please try again later.",
            .retryAfterSeconds = 1};
}

} // namespace

KubeHttpServer::KubeHttpServer(api::KubeTransport &transport, std::function<void()> afterRequest)
    : m_transport(transport), m_afterRequest(std::move(afterRequest))
{
}

KubeHttpServer::~KubeHttpServer()
{
    m_front.reset();
}

std::expected<quint16, QString> KubeHttpServer::listen(const QHostAddress &address, quint16 port)
{
    return listen(address, port, {});
}

std::expected<quint16, QString> KubeHttpServer::listen(const QHostAddress &address, quint16 port,
                                                       Options options)
{
    if (!address.isLoopback() && !options.security)
        return std::unexpected(
            QStringLiteral("%1 is not a loopback address; other machines are served with TLS only (--tls)")
                .arg(address.toString()));
    std::optional<QSslConfiguration> tls;
    if (options.security) {
        m_authenticator = Authenticator(std::move(options.security->token));
        tls = std::move(options.security->tls);
    }
    m_limits = options.limits;
    m_front = std::make_unique<SocketFront>(
        std::move(tls), [this](std::unique_ptr<QTcpSocket> socket) { take(std::move(socket)); });
    if (m_front->listen(address, port))
        return m_front->serverPort();
    return std::unexpected(QStringLiteral("cannot listen on %1:%2: %3")
                               .arg(address.toString())
                               .arg(port)
                               .arg(m_front->errorString()));
}

void KubeHttpServer::take(std::unique_ptr<QTcpSocket> socket)
{
    auto client = std::make_unique<Client>();
    client->connection = std::make_unique<HttpConnection>(std::move(socket), m_limits, *this);
    m_clients.push_back(std::move(client));
    if (m_clients.size() >= m_limits.connections)
        m_front->pauseAccepting();
}

std::size_t KubeHttpServer::exchangeCount() const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        m_clients, [](const auto &client) { return client->exchange && !client->exchange->hasEnded(); }));
}

std::size_t KubeHttpServer::lastingCount() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_clients, [](const auto &client) { return client->isLasting; }));
}

KubeHttpServer::Client &KubeHttpServer::clientOf(const HttpConnection &connection)
{
    const auto it = std::ranges::find_if(
        m_clients, [&connection](const auto &client) { return client->connection.get() == &connection; });
    MINATO_ASSERT(it != m_clients.end());
    return **it;
}

std::optional<wire::HttpResponse> KubeHttpServer::refusal(const wire::HttpRequest &request)
{
    return m_authenticator.refusal(request).transform(
        [](const kube::Status &status) { return wire::encodeStatus(status); });
}

void KubeHttpServer::onRequest(HttpConnection &connection, wire::HttpRequest request)
{
    start(connection, clientOf(connection), request);
    if (m_afterRequest)
        m_afterRequest();
}

void KubeHttpServer::start(HttpConnection &connection, Client &client, const wire::HttpRequest &request)
{
    auto decoded = wire::decodeRequest(request, m_types);
    if (!decoded)
        return connection.respond(wire::encodeStatus(decoded.error()), request.method == "HEAD");
    const bool isLasting = decoded->exchange != wire::Exchange::Send ||
                           ExecExchange::isFor(decoded->request) ||
                           PortForwardExchange::isFor(decoded->request);
    if (isLasting && lastingCount() >= m_limits.lasting)
        return connection.respond(wire::encodeStatus(tooManyRequests()));
    client.isLasting = isLasting;
    if (ExecExchange::isFor(decoded->request))
        return begin(client, std::make_unique<ExecExchange>(connection, request, std::move(decoded->request),
                                                            m_afterRequest));
    if (PortForwardExchange::isFor(decoded->request))
        return begin(client, std::make_unique<PortForwardExchange>(
                                 connection, request, std::move(decoded->request), m_afterRequest));
    auto exchange =
        std::make_unique<HttpExchange>(connection, *std::move(decoded), request.header("accept-encoding"));
    begin(client, std::move(exchange));
}

template <class Exchange>
void KubeHttpServer::begin(Client &client, std::unique_ptr<Exchange> exchange)
{
    Exchange &started = *exchange;
    client.exchange = std::move(exchange);
    started.start(m_transport);
}

void KubeHttpServer::onAnswered(HttpConnection &connection)
{
    Client &client = clientOf(connection);
    client.exchange.reset();
    client.isLasting = false;
}

void KubeHttpServer::onGone(HttpConnection &connection)
{
    Client &client = clientOf(connection);
    client.exchange.reset();
    client.connection.release()->deleteLater(); // its own event has brought us here
    std::erase_if(m_clients, [&client](const auto &each) { return each.get() == &client; });
    if (m_front && m_clients.size() < m_limits.connections)
        m_front->resumeAccepting();
}

} // namespace minato::serve
