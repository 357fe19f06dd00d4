// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/kube_http_server.h"

#include "serve/http_exchange.h"
#include "serve/response_encoder.h"

#include <QHttpServerRequest>
#include <QMetaEnum>
#include <QUrlQuery>

#include <utility>

namespace minato::serve {
namespace {

constexpr qsizetype kMaxBody = 3 * 1024 * 1024;

std::string methodName(QHttpServerRequest::Method method)
{
    const char *key = QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(static_cast<int>(method));
    return QByteArray(key).toUpper().toStdString();
}

/// kubectl writes blanks as '+', which QUrlQuery keeps.
std::vector<std::pair<std::string, std::string>> decodeQuery(const QUrl &url)
{
    QString text = url.query(QUrl::FullyEncoded);
    text.replace(QLatin1Char('+'), QLatin1String("%20"));
    std::vector<std::pair<std::string, std::string>> query;
    for (const auto &[key, value] : QUrlQuery(text).queryItems(QUrl::FullyDecoded))
        query.emplace_back(key.toStdString(), value.toStdString());
    return query;
}

HttpRequest fromQt(const QHttpServerRequest &request)
{
    const auto header = [&request](QHttpHeaders::WellKnownHeader name) {
        return request.headers().combinedValue(name).toStdString();
    };
    return {.method = methodName(request.method()),
            .path = request.url().path(QUrl::FullyDecoded).toStdString(),
            .query = decodeQuery(request.url()),
            .accept = header(QHttpHeaders::WellKnownHeader::Accept),
            .contentType = header(QHttpHeaders::WellKnownHeader::ContentType),
            .userAgent = header(QHttpHeaders::WellKnownHeader::UserAgent),
            .body = request.body().toStdString()};
}

kube::Status bodyTooLarge()
{
    return {.code = 413,
            .reason = "RequestEntityTooLarge",
            .message = "Request entity too large: limit is " + std::to_string(kMaxBody)};
}

} // namespace

KubeHttpServer::KubeHttpServer(api::KubeTransport &transport, std::function<void()> afterRequest)
    : m_transport(transport), m_afterRequest(std::move(afterRequest))
{
}

KubeHttpServer::~KubeHttpServer()
{
    // The responders call into their connections, children of this object: they go first.
    m_exchanges.clear();
}

std::expected<quint16, QString> KubeHttpServer::listen(const QHostAddress &address, quint16 port)
{
    if (!address.isLoopback())
        return std::unexpected(
            QStringLiteral("%1 is not a loopback address; the API is served on this machine only")
                .arg(address.toString()));
    auto front = std::make_unique<SocketFront>();
    if (!front->listen(address, port))
        return std::unexpected(QStringLiteral("cannot listen on %1:%2: %3")
                                   .arg(address.toString())
                                   .arg(port)
                                   .arg(front->errorString()));
    connect(front.get(), &SocketFront::peerGone, this, &KubeHttpServer::dropPeer);
    const quint16 actual = front->serverPort();
    if (!bind(front.get()))
        return std::unexpected(QStringLiteral("cannot serve on %1:%2").arg(address.toString()).arg(port));
    m_front = front.release();
    return actual;
}

bool KubeHttpServer::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    const quint64 id = m_nextId++;
    auto &exchange = *m_exchanges
                          .emplace(id, std::make_unique<HttpExchange>(*this, id, request.remotePort(),
                                                                      std::move(responder)))
                          .first->second;
    if (request.body().size() > kMaxBody)
        exchange.refuse(bodyTooLarge());
    else
        exchange.start(m_transport, fromQt(request));
    if (m_afterRequest)
        m_afterRequest();
    return true;
}

void KubeHttpServer::missingHandler(const QHttpServerRequest &, QHttpServerResponder &responder)
{
    const HttpResponse response = encodeStatus(kube::Status::noSuchResource());
    responder.write(QByteArray::fromStdString(response.body), "application/json",
                    QHttpServerResponder::StatusCode::NotFound);
}

void KubeHttpServer::finish(quint64 id)
{
    QMetaObject::invokeMethod(this, [this, id] { m_exchanges.erase(id); }, Qt::QueuedConnection);
}

void KubeHttpServer::dropPeer(quint16 port)
{
    std::erase_if(m_exchanges, [port](const auto &entry) { return entry.second->peerPort() == port; });
}

} // namespace minato::serve
