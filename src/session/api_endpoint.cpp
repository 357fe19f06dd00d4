// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/api_endpoint.h"

#include "serve/kubeconfig.h"
#include "session/wall_driver.h"

#include <QUrl>

namespace minato::session {

ApiEndpoint::ApiEndpoint(api::KubeTransport &transport, WallDriver &driver, std::function<void()> noteRequest)
    : m_server(transport, [&driver, noteRequest = std::move(noteRequest)] {
          if (noteRequest)
              noteRequest();
          driver.answerSoon();
      })
{
}

std::expected<ServedState, QString> ApiEndpoint::open(const ServeOptions &options)
{
    const auto target = parseAddress(options.address);
    if (!target)
        return std::unexpected(target.error());
    const auto &[address, port] = *target;
    const auto actual = m_server.listen(address, port);
    if (!actual)
        return std::unexpected(actual.error());
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(address.toString());
    url.setPort(*actual);
    if (!options.kubeconfigFile.isEmpty()) {
        const auto written =
            serve::writeKubeconfig(options.kubeconfigFile, url.toString(), QStringLiteral("minato"));
        if (!written)
            return std::unexpected(written.error());
    }
    return ServedState{url.toString().toStdString(), options.kubeconfigFile.toStdString()};
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
