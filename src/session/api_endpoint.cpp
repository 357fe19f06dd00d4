// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/api_endpoint.h"

#include "serve/certificates.h"
#include "serve/kubeconfig.h"
#include "session/wall_driver.h"

#include <QHostInfo>
#include <QNetworkInterface>
#include <QUrl>

namespace minato::session {
namespace {

bool isEveryAddress(const QHostAddress &address)
{
    return address == QHostAddress::Any || address == QHostAddress::AnyIPv4 ||
           address == QHostAddress::AnyIPv6;
}

/// By what names clients may call the server.
QStringList namesOf(const QHostAddress &address)
{
    if (!isEveryAddress(address))
        return {address.toString()};
    QStringList names;
    if (const QString host = QHostInfo::localHostName(); !host.isEmpty())
        names.append(host);
    for (const QHostAddress &own : QNetworkInterface::allAddresses()) {
        if (own.scopeId().isEmpty())
            names.append(own.toString());
    }
    return names;
}

/// Where a client on this machine finds it.
QString urlOf(const QHostAddress &address, quint16 port, bool isSecure)
{
    QUrl url;
    url.setScheme(isSecure ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(isEveryAddress(address) ? QStringLiteral("127.0.0.1") : address.toString());
    url.setPort(port);
    return url.toString();
}

} // namespace

ApiEndpoint::ApiEndpoint(api::KubeTransport &transport, WallDriver &driver, std::function<void()> noteRequest)
    : m_server(transport, [&driver, noteRequest = std::move(noteRequest)] {
          if (noteRequest)
              noteRequest();
          driver.answerSoon();
      })
{
}

std::optional<QString> contradiction(const ServeOptions &options)
{
    const auto target = parseAddress(options.address);
    if (!target)
        return target.error();
    if (!target->first.isLoopback() && !options.isSecure)
        return QStringLiteral("%1 can be reached from other machines, so it is served with --tls only")
            .arg(target->first.toString());
    if (options.isSecure && options.kubeconfigFile.isEmpty())
        return QStringLiteral("--tls needs --kubeconfig FILE: certificate and token are told there");
    return std::nullopt;
}

std::expected<ServedState, QString> ApiEndpoint::open(const ServeOptions &options)
{
    if (const auto why = contradiction(options))
        return std::unexpected(*why);
    const auto [address, port] = parseAddress(options.address).value();
    serve::KubeconfigSecrets secrets;
    serve::KubeHttpServer::Options server;
    if (options.isSecure) {
        auto identity = serve::makeServerIdentity(namesOf(address));
        if (!identity)
            return std::unexpected(identity.error());
        const std::string token = serve::makeToken();
        secrets = {identity->authority, QString::fromStdString(token)};
        server.security = {std::move(identity->tls), token};
    }
    const auto actual = m_server.listen(address, port, std::move(server));
    if (!actual)
        return std::unexpected(actual.error());
    const QString url = urlOf(address, *actual, options.isSecure);
    if (!options.kubeconfigFile.isEmpty()) {
        const auto written =
            serve::writeKubeconfig(options.kubeconfigFile, url, QStringLiteral("minato"), secrets);
        if (!written)
            return std::unexpected(written.error());
    }
    return ServedState{url.toStdString(), options.kubeconfigFile.toStdString()};
}

std::expected<std::pair<QHostAddress, quint16>, QString> parseAddress(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = colon < 0 ? QStringLiteral("127.0.0.1") : text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (host == QLatin1String("localhost"))
        host = QStringLiteral("127.0.0.1");
    bool isPort = false;
    const quint16 port = QStringView(text).mid(colon + 1).toUShort(&isPort);
    const QHostAddress address(host);
    if (!isPort || address.isNull())
        return std::unexpected(
            QStringLiteral("\"%1\" is no address to listen on; expected something like 127.0.0.1:8001")
                .arg(text));
    return std::pair(address, port);
}

} // namespace minato::session
