// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace minato::serve {

/// What a client needs beside the address; empty without TLS.
struct KubeconfigSecrets {
    QByteArray authority; ///< its certificate, as PEM
    QString token;
};

/// A kubeconfig for a server on this machine: one cluster, user and context, all called `name`.
[[nodiscard]] QByteArray kubeconfigText(const QString &serverUrl, const QString &name,
                                        const KubeconfigSecrets &secrets = {});

/// Writes it with mode 0600. Never touches ~/.kube/config nor replaces a file that is not one of ours.
/// Errors    A sentence that names the file.
[[nodiscard]] std::expected<void, QString> writeKubeconfig(const QString &path, const QString &serverUrl,
                                                           const QString &name,
                                                           const KubeconfigSecrets &secrets = {});

} // namespace minato::serve
