// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/client_certificate.h"

#include "remote/files.h"

#include <QRegularExpression>

#include <array>
#include <format>
#include <utility>

namespace minato::remote {
namespace {

using Kind = Trouble::Kind;

QByteArray bytesOf(const Secret &secret)
{
    return QByteArray::fromStdString(secret.expose());
}

bool isEncrypted(const QByteArray &pem)
{
    return pem.contains("BEGIN ENCRYPTED PRIVATE KEY") || pem.contains("Proc-Type: 4,ENCRYPTED");
}

/// What a PKCS#8 key says it is, by the object identifier in its head.
std::string algorithmOf(const QByteArray &pem)
{
    static const QRegularExpression block(
        QStringLiteral("-----BEGIN ([A-Z ]*PRIVATE KEY)-----([^-]*)-----END"));
    const auto match = block.match(QString::fromLatin1(pem));
    if (!match.hasMatch())
        return "no PEM private key";
    const QByteArray head = QByteArray::fromBase64(match.captured(2).toLatin1()).left(32);
    constexpr std::array<std::pair<const char *, const char *>, 3> kNames{
        {{"\x06\x03\x2b\x65\x70", "Ed25519"},
         {"\x06\x03\x2b\x65\x71", "Ed448"},
         {"\x06\x07\x2a\x86\x48\xce\x38", "DSA"}}};
    for (const auto &[identifier, name] : kNames) {
        if (head.contains(identifier))
            return name;
    }
    return match.captured(1).toStdString();
}

QSslKey readKey(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        if (QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey); !key.isNull())
            return key;
    }
    return {};
}

/// The PEM itself, from wherever the entry has it.
std::expected<Secret, std::string> load(const PemSource &source)
{
    if (source.path.empty())
        return source.data;
    auto text = readWholeFile(source.path);
    if (!text)
        return std::unexpected(std::format("{}: {}", source.path, text.error().words));
    return Secret(*std::move(text));
}

/// Collects for one entry.
struct Loader {
    Place place;
    Entry entry;

    [[nodiscard]] std::unexpected<Troubles> trouble(Kind kind, std::string field,
                                                    std::string detail = {}) const
    {
        return std::unexpected(Troubles{{kind, place, entry, std::move(field), std::move(detail)}});
    }
};

} // namespace

std::expected<ClientCertificate, CertificateProblem> readCertificate(const Secret &certificate,
                                                                     const Secret &key)
{
    ClientCertificate read{QSslCertificate::fromData(bytesOf(certificate), QSsl::Pem), {}};
    if (read.chain.isEmpty())
        return std::unexpected(CertificateProblem{Kind::NoCertificateInside, "client-certificate", {}});
    const QByteArray pem = bytesOf(key);
    if (isEncrypted(pem))
        return std::unexpected(CertificateProblem{Kind::KeyEncrypted, "client-key", {}});
    read.key = readKey(pem);
    if (read.key.isNull())
        return std::unexpected(CertificateProblem{Kind::KeyUnknown, "client-key", algorithmOf(pem)});
    return read;
}

Checked<std::optional<ClientCertificate>> certificateOf(const Access &access)
{
    const ConfigUser &user = access.user;
    if (user.certificate.isEmpty())
        return std::nullopt;
    const Loader loader{user.place, access.userEntry};
    const auto certificate = load(user.certificate);
    if (!certificate)
        return loader.trouble(Kind::PathUnreadable, "client-certificate", certificate.error());
    const auto key = load(user.key);
    if (!key)
        return loader.trouble(Kind::PathUnreadable, "client-key", key.error());
    auto read = readCertificate(*certificate, *key);
    if (!read)
        return loader.trouble(read.error().kind, read.error().field, read.error().detail);
    return *std::move(read);
}

Checked<QSslConfiguration> trustOf(const Access &access)
{
    const ConfigCluster &cluster = access.cluster;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (cluster.skipsVerification)
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (cluster.authority.isEmpty())
        return tls;
    const Loader loader{cluster.place, access.clusterEntry};
    const auto pem = load(cluster.authority);
    if (!pem)
        return loader.trouble(Kind::PathUnreadable, "certificate-authority", pem.error());
    const auto authorities = QSslCertificate::fromData(bytesOf(*pem), QSsl::Pem);
    if (authorities.isEmpty())
        return loader.trouble(Kind::NoCertificateInside, "certificate-authority");
    tls.setCaCertificates(authorities);
    return tls;
}

} // namespace minato::remote
