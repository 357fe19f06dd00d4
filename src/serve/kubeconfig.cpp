// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/kubeconfig.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace minato::serve {
namespace {

constexpr QLatin1StringView kMark("# Written by Minato for its simulated cluster.\n");

std::expected<void, QString> checkTarget(const QString &path)
{
    const QFileInfo target(path);
    const QFileInfo own(QDir::home().filePath(QStringLiteral(".kube/config")));
    if (target.absoluteFilePath() == own.absoluteFilePath() || (target.exists() && target == own))
        return std::unexpected(
            QStringLiteral("%1 is your own kubeconfig and is never overwritten; name another file")
                .arg(path));
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(QStringLiteral("%1: %2").arg(path, file.errorString()));
    const QByteArray head = file.read(kMark.size());
    if (!head.isEmpty() && head != kMark)
        return std::unexpected(
            QStringLiteral("%1 exists and was not written by Minato; name another file").arg(path));
    return {};
}

} // namespace

QByteArray kubeconfigText(const QString &serverUrl, const QString &name, const KubeconfigSecrets &secrets)
{
    const QString text = QStringLiteral("%1apiVersion: v1\nkind: Config\ncurrent-context: %3\n"
                                        "clusters:\n- name: %3\n  cluster:\n    server: %2\n%4"
                                        "contexts:\n- name: %3\n  context:\n    cluster: %3\n    user: %3\n"
                                        "users:\n- name: %3\n  user:%5\n");
    const QString authority = secrets.authority.isEmpty()
                                  ? QString()
                                  : QStringLiteral("    certificate-authority-data: %1\n")
                                        .arg(QString::fromLatin1(secrets.authority.toBase64()));
    const QString user = secrets.token.isEmpty() ? QStringLiteral(" {}")
                                                 : QStringLiteral("\n    token: \"%1\"").arg(secrets.token);
    return text.arg(kMark, serverUrl, name, authority, user).toUtf8();
}

std::expected<void, QString> writeKubeconfig(const QString &path, const QString &serverUrl,
                                             const QString &name, const KubeconfigSecrets &secrets)
{
    if (auto allowed = checkTarget(path); !allowed)
        return allowed;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(QStringLiteral("%1: %2").arg(path, file.errorString()));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(kubeconfigText(serverUrl, name, secrets));
    if (!file.commit())
        return std::unexpected(QStringLiteral("%1: %2").arg(path, file.errorString()));
    return {};
}

} // namespace minato::serve
