// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/config_folder.h"

#include <QFile>
#include <QProcess>

#include <string>

namespace minato::tests {

/// Keys and certificates, made by the openssl program.
class OpensslFiles {
public:
    /// A client certificate "NAME.pem" with its key "NAME.key"; `key` are words for `openssl genpkey` or the
    /// like, which write the key to standard output.
    void make(const QString &name, const QString &key)
    {
        run(key, name + QStringLiteral(".key"));
        run(QStringLiteral("req -x509 -key %1 -subj /CN=%2 -days 2")
                .arg(path(name + QStringLiteral(".key")), name),
            name + QStringLiteral(".pem"));
    }
    /// Another form of a key.
    void convert(const QString &words, const QString &from, const QString &to)
    {
        run(words + QStringLiteral(" -in ") + path(from), to);
    }
    [[nodiscard]] QString path(const QString &name) const
    {
        return QString::fromStdString(m_folder.path(name.toStdString()));
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    void run(const QString &words, const QString &output) const
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), QProcess::splitCommand(words));
        openssl.waitForFinished(60'000);
        if (openssl.exitCode() != 0 || openssl.error() == QProcess::FailedToStart)
            qFatal("openssl %s: %s", qPrintable(words), openssl.readAllStandardError().constData());
        m_folder.write(output.toStdString(), openssl.readAllStandardOutput().toStdString());
    }

    ConfigFolder m_folder;
};

} // namespace minato::tests
