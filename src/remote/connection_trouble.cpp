// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/connection_trouble.h"

#include <array>

namespace minato::remote {
namespace {

using Kind = Trouble::Kind;

Kind kindOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::HostNameMismatch:
        return Kind::WrongName;
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return Kind::CertificateExpired;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateSignatureFailed:
    case QSslError::AuthorityIssuerSerialNumberMismatch:
        return Kind::UnknownAuthority;
    default:
        return Kind::TlsFailed;
    }
}

constexpr std::array kKnown{QSslError::HostNameMismatch,
                            QSslError::CertificateExpired,
                            QSslError::CertificateNotYetValid,
                            QSslError::SelfSignedCertificate,
                            QSslError::SelfSignedCertificateInChain,
                            QSslError::UnableToGetLocalIssuerCertificate,
                            QSslError::UnableToGetIssuerCertificate,
                            QSslError::UnableToVerifyFirstCertificate,
                            QSslError::CertificateUntrusted,
                            QSslError::CertificateSignatureFailed,
                            QSslError::AuthorityIssuerSerialNumberMismatch};

/// Of several requests that wait for one connection, Qt gives the errors to one, and only its words to the others.
QList<QSslError> errorsNamedIn(const QString &words)
{
    QList<QSslError> errors;
    for (const QSslError::SslError code : kKnown) {
        if (const QSslError error(code); words.contains(error.errorString()))
            errors.push_back(error);
    }
    return errors;
}

/// The error that the others follow from comes first: who is not trusted, then the rest.
ConnectionFailure handshakeFailure(const QNetworkReply &reply, const QList<QSslError> &given)
{
    const QList<QSslError> errors = given.isEmpty() ? errorsNamedIn(reply.errorString()) : given;
    for (const Kind kind : {Kind::UnknownAuthority, Kind::CertificateExpired, Kind::WrongName}) {
        for (const QSslError &error : errors) {
            if (kindOf(error.error()) == kind)
                return {kind, {}};
        }
    }
    return {Kind::TlsFailed,
            (errors.isEmpty() ? reply.errorString() : errors.front().errorString()).toStdString()};
}

} // namespace

ConnectionFailure failureOf(const QNetworkReply &reply, const QList<QSslError> &tls)
{
    const std::string words = reply.errorString().toStdString();
    // OpenSSL's words for a key that is not the certificate's; Qt knows no error for it.
    if (words.contains("key values mismatch"))
        return {Kind::KeyOfAnother, {}};
    const bool hasAnswer = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return handshakeFailure(reply, tls);
    case QNetworkReply::HostNotFoundError:
        return {Kind::HostUnknown, {}};
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // Qt's word for a transfer that was silent too long
        return {Kind::TimedOut, {}};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return {Kind::ProxyFailed, words};
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return {Kind::AnswerNotKubernetes, {}};
    default:
        return {hasAnswer ? Kind::CutOff : Kind::Unreachable, words};
    }
}

} // namespace minato::remote
