// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/http_client.h"

#include <QHttp1Configuration>
#include <QHttpHeaders>
#include <QUrlQuery>

#include <algorithm>

namespace minato::remote {
namespace {

constexpr int kConnections = 64; ///< a server; Qt's six starve the seventh watch

QString toQt(const std::string &text)
{
    return QString::fromStdString(text);
}

QByteArray toBytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

Access plainAccess(const QUrl &server)
{
    Access access;
    access.server = server.toString().toStdString();
    access.clusterEntry = {Entry::Section::Cluster, server.authority().toStdString()};
    return access;
}

QNetworkProxy proxyOf(const ConfigCluster &cluster)
{
    if (cluster.proxyUrl.empty())
        return QNetworkProxy::NoProxy;
    const QUrl url(toQt(cluster.proxyUrl));
    const bool isSocks = url.scheme() == QLatin1StringView("socks5");
    constexpr int kSocksPort = 1080, kHttpPort = 80;
    return {isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
            static_cast<quint16>(url.port(isSocks ? kSocksPort : kHttpPort)), url.userName(), url.password()};
}

/// The API server has let us in: neither refuses it who asks, nor is it the page of somebody in between.
bool isWelcome(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isRedirect = status >= 300 && status < 400;
    return status != 401 && !isRedirect && !reply.rawHeader("Content-Type").startsWith("text/html");
}

/// Mirrors   client-go transport.NewImpersonatingRoundTripper
void addImpersonation(QHttpHeaders &headers, const Impersonation &who)
{
    if (who.user.empty())
        return;
    headers.append("Impersonate-User", toBytes(who.user));
    if (!who.uid.empty())
        headers.append("Impersonate-Uid", toBytes(who.uid));
    for (const std::string &group : who.groups)
        headers.append("Impersonate-Group", toBytes(group));
    for (const auto &[key, values] : who.extra) {
        const QByteArray name = "Impersonate-Extra-" + QUrl::toPercentEncoding(toQt(key));
        for (const std::string &value : values)
            headers.append(name, toBytes(value));
    }
}

} // namespace

HttpClient::HttpClient(const QUrl &server)
    : HttpClient(plainAccess(server), QSslConfiguration::defaultConfiguration(), {}, {})
{
}

HttpClient::HttpClient(Access access, QSslConfiguration tls, HttpBounds bounds, Login::Patience patience)
    : m_access(std::move(access)),
      m_server(toQt(m_access.server)),
      m_tls(std::move(tls)),
      m_bounds(bounds),
      m_login(m_access, m_clock, patience)
{
}

HttpClient::~HttpClient() = default;

HttpClient::Managers &HttpClient::managersOf(const Identity &identity)
{
    if (!m_managers.empty() && m_managers.back()->certificate == identity.certificate)
        return *m_managers.back();
    std::erase_if(m_managers, [](const auto &managers) {
        return !managers->requests.template findChild<QNetworkReply *>() &&
               !managers->watches.template findChild<QNetworkReply *>();
    });
    auto &managers = *m_managers.emplace_back(std::make_unique<Managers>());
    managers.certificate = identity.certificate;
    for (QNetworkAccessManager *manager : {&managers.requests, &managers.watches}) {
        manager->setProxy(proxyOf(m_access.cluster));
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }
    return managers;
}

QUrl HttpClient::urlOf(const HttpRequest &request) const
{
    QUrl url = m_server;
    const QString prefix = m_server.path();
    url.setPath((prefix.endsWith(QLatin1Char('/')) ? prefix.chopped(1) : prefix) + toQt(request.path),
                QUrl::DecodedMode);
    QUrlQuery query;
    for (const auto &[key, value] : request.query)
        query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(toQt(key))),
                           QString::fromLatin1(QUrl::toPercentEncoding(toQt(value))));
    if (!request.query.empty())
        url.setQuery(query);
    return url;
}

void HttpClient::prepare(QNetworkRequest &network, const HttpRequest &request, const Identity &identity) const
{
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    QHttp1Configuration connections;
    connections.setNumberOfConnectionsPerHost(kConnections);
    network.setHttp1Configuration(connections);
    // Lists compress so well that Qt takes a large one for an attack; HttpBounds::answer is the limit.
    network.setDecompressedSafetyCheckThreshold(-1);
    QHttpHeaders headers;
    headers.append("Accept", toBytes(request.accept));
    headers.append("User-Agent", toBytes(request.userAgent));
    if (!request.contentType.empty())
        headers.append("Content-Type", toBytes(request.contentType));
    if (m_access.cluster.wantsNoCompression)
        headers.append("Accept-Encoding", "identity");
    if (!identity.authorization.isEmpty())
        headers.append("Authorization", toBytes(identity.authorization.expose()));
    addImpersonation(headers, m_access.user.impersonation);
    network.setHeaders(std::move(headers));
    if (!m_access.usesTls())
        return;
    QSslConfiguration tls = m_tls;
    if (identity.certificate) {
        tls.setLocalCertificateChain(identity.certificate->chain);
        tls.setPrivateKey(identity.certificate->key);
    }
    network.setSslConfiguration(tls);
    network.setPeerVerifyName(toQt(m_access.cluster.tlsServerName));
}

QNetworkReply *HttpClient::start(const HttpRequest &request, Exchange exchange, const Identity &identity)
{
    QNetworkRequest network(urlOf(request));
    prepare(network, request, identity);
    Managers &managers = managersOf(identity);
    const bool isSend = exchange == Exchange::Send;
    if (isSend)
        network.setTransferTimeout(m_bounds.silence);
    QNetworkAccessManager &manager = isSend ? managers.requests : managers.watches;
    QNetworkReply *reply = manager.sendCustomRequest(network, toBytes(request.method), toBytes(request.body));
    const base::Instant sent = ServerClock::wallTime();
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply, sent] {
        m_clock.note(reply->rawHeader("Date"), sent, ServerClock::wallTime());
        if (isWelcome(*reply))
            Q_EMIT reached();
    });
    return reply;
}

QNetworkRequest HttpClient::socketRequest(const HttpRequest &request, const Identity &identity) const
{
    QUrl url = urlOf(request);
    url.setScheme(m_access.usesTls() ? QStringLiteral("wss") : QStringLiteral("ws"));
    QNetworkRequest network(url);
    prepare(network, request, identity);
    return network;
}

QNetworkProxy HttpClient::proxy() const
{
    return proxyOf(m_access.cluster);
}

void HttpClient::drop(const Trouble &trouble)
{
    for (const auto &managers : m_managers) {
        managers->requests.clearConnectionCache();
        managers->watches.clearConnectionCache();
    }
    Q_EMIT dropped(trouble);
}

Trouble HttpClient::clusterTrouble(Trouble::Kind kind, std::string words) const
{
    const std::string &name = m_access.cluster.tlsServerName;
    const bool isOfName = kind == Trouble::Kind::WrongName && !name.empty();
    return {kind, m_access.cluster.place, m_access.clusterEntry, std::move(words),
            isOfName ? name : m_server.authority(QUrl::EncodeUnicode).toStdString()};
}

Trouble HttpClient::userTrouble(Trouble::Kind kind) const
{
    return {kind, m_access.user.place, m_access.userEntry, {}, {}};
}

} // namespace minato::remote
