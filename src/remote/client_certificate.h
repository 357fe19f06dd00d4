// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/access.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <optional>
#include <string>

namespace minato::remote {

/// A certificate with the ones that lead to its authority, and its key.
struct ClientCertificate {
    QList<QSslCertificate> chain;
    QSslKey key;
};

/// Why PEM texts make no client certificate.
struct CertificateProblem {
    Trouble::Kind kind{};
    std::string field;  ///< "client-key"
    std::string detail; ///< the key's algorithm
};

/// Reads both. RSA and EC keys, PKCS#1, SEC1 and PKCS#8.
///
/// Differs   Ed25519 keys, which kubectl takes, are none for Qt.
[[nodiscard]] std::expected<ClientCertificate, CertificateProblem> readCertificate(const Secret &certificate,
                                                                                   const Secret &key);

/// The client certificate of a user's entry; nullopt when it has none.
[[nodiscard]] Checked<std::optional<ClientCertificate>> certificateOf(const Access &access);

/// Whom to trust: the cluster's authority and nobody else; those of the system when it names none; everybody
/// when it skips verification.
[[nodiscard]] Checked<QSslConfiguration> trustOf(const Access &access);

} // namespace minato::remote
