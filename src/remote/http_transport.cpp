// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/http_transport.h"

#include "remote/http_calls.h"

#include <QHttp1Configuration>
#include <QUrlQuery>

namespace minato::remote {
namespace {

constexpr int kConnections = 64; ///< a server; Qt's six starve the seventh watch

QString toQt(const std::string &text)
{
    return QString::fromStdString(text);
}

QUrl urlOf(const QUrl &server, const HttpRequest &http)
{
    QUrl url = server;
    url.setPath(server.path() + toQt(http.path), QUrl::DecodedMode);
    QUrlQuery query;
    for (const auto &[key, value] : http.query)
        query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(toQt(key))),
                           QString::fromLatin1(QUrl::toPercentEncoding(toQt(value))));
    if (!http.query.empty())
        url.setQuery(query);
    return url;
}

} // namespace

HttpTransport::HttpTransport(QUrl server, const api::BackendClock &clock)
    : m_server(std::move(server)), m_clock(clock)
{
}

QNetworkReply *HttpTransport::start(QNetworkAccessManager &manager, const api::Request &request,
                                    Exchange exchange)
{
    const HttpRequest http = encodeRequest(request, exchange);
    QNetworkRequest network(urlOf(m_server, http));
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    QHttp1Configuration connections;
    connections.setNumberOfConnectionsPerHost(kConnections);
    network.setHttp1Configuration(connections);
    // Lists compress so well that Qt takes a large one for an attack.
    network.setDecompressedSafetyCheckThreshold(-1);
    network.setRawHeader("Accept", QByteArray::fromStdString(http.accept));
    network.setRawHeader("User-Agent", QByteArray::fromStdString(http.userAgent));
    if (!http.contentType.empty())
        network.setRawHeader("Content-Type", QByteArray::fromStdString(http.contentType));
    return manager.sendCustomRequest(network, QByteArray::fromStdString(http.method),
                                     QByteArray::fromStdString(http.body));
}

api::CallPtr HttpTransport::send(api::Request request, api::Reply reply)
{
    auto *network = start(m_requests, request, Exchange::Send);
    return std::make_unique<SendCall>(network, std::move(request), std::move(reply));
}

api::CallPtr HttpTransport::watch(api::Request request, api::EventSink sink)
{
    return std::make_unique<WatchCall>(start(m_watches, request, Exchange::Watch), std::move(sink));
}

api::CallPtr HttpTransport::stream(api::Request request, api::ByteSink sink)
{
    return std::make_unique<StreamCall>(start(m_watches, request, Exchange::Stream), std::move(sink));
}

} // namespace minato::remote
