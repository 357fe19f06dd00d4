// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QStringList>

#include <expected>

namespace minato::serve {

/// A certificate authority of its own and a server certificate that it signed.
struct ServerIdentity {
    QSslConfiguration tls; ///< the server's certificate and key
    QByteArray authority;  ///< the authority's certificate, as PEM; its key is gone
};

/// Makes both anew; nothing is kept on disk.
///
/// Mirrors   what kubeadm makes: an authority named "kubernetes", EC P-256 here, and a certificate
///           "kube-apiserver" for localhost, 127.0.0.1, ::1, kubernetes.default.svc.cluster.local, its
///           shorter forms, and `names`
/// Errors    A sentence.
[[nodiscard]] std::expected<ServerIdentity, QString> makeServerIdentity(const QStringList &names);

} // namespace minato::serve
