// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/certificates.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>

namespace minato::serve {
namespace {

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Freer<BIO_free_all>>;

constexpr long kHour = 3600, kDay = 24 * kHour;
constexpr long kServerDays = 365, kAuthorityDays = 3650; ///< as kubeadm's

struct Issuer {
    X509 *certificate = nullptr;
    EVP_PKEY *key = nullptr;
};

bool addExtension(X509 &certificate, X509 *issuer, int kind, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, &certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    return extension && X509_add_ext(&certificate, extension.get(), -1) == 1;
}

/// A positive number of 126 bits.
bool setSerialNumber(X509 &certificate)
{
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x3fU) | 0x20U);
    const std::unique_ptr<BIGNUM, Freer<BN_free>> number(BN_bin2bn(bytes, sizeof bytes, nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(&certificate));
}

/// Unsigned. Valid from an hour ago, for clocks that are behind.
Certificate draft(const char *commonName, EVP_PKEY &key, long days)
{
    Certificate certificate(X509_new());
    if (!certificate || X509_set_version(certificate.get(), X509_VERSION_3) != 1 ||
        !setSerialNumber(*certificate) || !X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kHour) ||
        !X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * kDay) ||
        X509_set_pubkey(certificate.get(), &key) != 1)
        return nullptr;
    const auto *text = reinterpret_cast<const unsigned char *>(commonName);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1
               ? std::move(certificate)
               : nullptr;
}

bool sign(X509 &certificate, const Issuer &issuer)
{
    return X509_set_issuer_name(&certificate, X509_get_subject_name(issuer.certificate)) == 1 &&
           X509_sign(&certificate, issuer.key, EVP_sha256()) > 0;
}

Certificate makeAuthority(EVP_PKEY &key)
{
    Certificate certificate = draft("kubernetes", key, kAuthorityDays);
    const bool isMade =
        certificate &&
        addExtension(*certificate, certificate.get(), NID_basic_constraints, "critical,CA:TRUE") &&
        addExtension(*certificate, certificate.get(), NID_key_usage,
                     "critical,digitalSignature,keyEncipherment,keyCertSign") &&
        addExtension(*certificate, certificate.get(), NID_subject_key_identifier, "hash") &&
        sign(*certificate, {certificate.get(), &key});
    return isMade ? std::move(certificate) : nullptr;
}

/// "DNS:localhost,IP:127.0.0.1"
std::string alternativeNames(const QStringList &names)
{
    std::string all;
    for (const QString &name : names)
        all += (all.empty() ? "" : ",") + std::string(QHostAddress(name).isNull() ? "DNS:" : "IP:") +
               name.toStdString();
    return all;
}

Certificate makeServerCertificate(EVP_PKEY &key, const Issuer &issuer, const QStringList &names)
{
    Certificate certificate = draft("kube-apiserver", key, kServerDays);
    const bool isMade =
        certificate &&
        addExtension(*certificate, issuer.certificate, NID_basic_constraints, "critical,CA:FALSE") &&
        addExtension(*certificate, issuer.certificate, NID_key_usage,
                     "critical,digitalSignature,keyEncipherment") &&
        addExtension(*certificate, issuer.certificate, NID_ext_key_usage, "serverAuth") &&
        addExtension(*certificate, issuer.certificate, NID_authority_key_identifier, "keyid") &&
        addExtension(*certificate, issuer.certificate, NID_subject_alt_name, alternativeNames(names)) &&
        sign(*certificate, issuer);
    return isMade ? std::move(certificate) : nullptr;
}

QByteArray contents(BIO *memory)
{
    char *start = nullptr;
    const long size = BIO_get_mem_data(memory, &start);
    return {start, static_cast<qsizetype>(size)};
}

QByteArray toPem(X509 &certificate)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    return memory && PEM_write_bio_X509(memory.get(), &certificate) == 1 ? contents(memory.get())
                                                                         : QByteArray();
}

QByteArray toPem(const EVP_PKEY &key)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    return memory && PEM_write_bio_PrivateKey(memory.get(), &key, nullptr, nullptr, 0, nullptr, nullptr) == 1
               ? contents(memory.get())
               : QByteArray();
}

QStringList withUsualNames(const QStringList &names)
{
    QStringList all{QStringLiteral("localhost"),
                    QStringLiteral("kubernetes"),
                    QStringLiteral("kubernetes.default"),
                    QStringLiteral("kubernetes.default.svc"),
                    QStringLiteral("kubernetes.default.svc.cluster.local"),
                    QStringLiteral("127.0.0.1"),
                    QStringLiteral("::1")};
    all += names;
    all.removeDuplicates();
    return all;
}

} // namespace

std::expected<ServerIdentity, QString> makeServerIdentity(const QStringList &names)
{
    const auto failed = [](const char *why) {
        return std::unexpected(QStringLiteral("cannot serve with TLS: %1").arg(QLatin1StringView(why)));
    };
    if (!QSslSocket::supportsSsl())
        return failed("Qt was built without it, or its OpenSSL is missing");
    const Key authorityKey(EVP_EC_gen("P-256")), serverKey(EVP_EC_gen("P-256"));
    if (!authorityKey || !serverKey)
        return failed("OpenSSL makes no keys");
    const Certificate authority = makeAuthority(*authorityKey);
    const Certificate server =
        authority
            ? makeServerCertificate(*serverKey, {authority.get(), authorityKey.get()}, withUsualNames(names))
            : nullptr;
    if (!server)
        return failed("OpenSSL makes no certificates");
    ServerIdentity identity;
    identity.authority = toPem(*authority);
    identity.tls = QSslConfiguration::defaultConfiguration();
    identity.tls.setProtocol(QSsl::TlsV1_2OrLater);
    identity.tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    identity.tls.setLocalCertificate(QSslCertificate(toPem(*server), QSsl::Pem));
    identity.tls.setPrivateKey(QSslKey(toPem(*serverKey), QSsl::Ec, QSsl::Pem));
    if (identity.tls.localCertificate().isNull() || identity.tls.privateKey().isNull())
        return failed("Qt cannot read the certificate");
    return identity;
}

} // namespace minato::serve
