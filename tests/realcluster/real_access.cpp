// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "realcluster/real_access.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace minato::tests {
namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

std::expected<QUrl, QString> enterControlPlane(const QString &folder)
{
    const QDir dir(folder);
    const auto authority = QSslCertificate::fromPath(dir.filePath(QStringLiteral("ca.crt")));
    const QSslCertificate admin(contents(dir.filePath(QStringLiteral("admin.crt"))));
    const QSslKey key(contents(dir.filePath(QStringLiteral("admin.key"))), QSsl::Ec);
    const QString config = QString::fromUtf8(contents(dir.filePath(QStringLiteral("kubeconfig"))));
    const QRegularExpression server(QStringLiteral("server: \"(https?://[^\"]+)\""));
    const auto match = server.match(config);
    if (authority.isEmpty() || admin.isNull() || key.isNull() || !match.hasMatch())
        return std::unexpected(
            QStringLiteral("%1 is not the folder of a control plane that runs (tools/control-plane up DIR)")
                .arg(folder));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(authority);
    tls.setLocalCertificate(admin);
    tls.setPrivateKey(key);
    QSslConfiguration::setDefaultConfiguration(tls);
    return QUrl(match.captured(1));
}

} // namespace minato::tests
