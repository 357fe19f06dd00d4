// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/port_forward.h"

#include "remote/http_client.h"

#include <QSslCertificate>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <algorithm>
#include <array>
#include <utility>

namespace minato::remote {
namespace {

using Kind = api::TrafficError::Kind;

constexpr char kData = 0, kErrors = 1;
constexpr qsizetype kPortBytes = 2;
constexpr quint64 kLargestMessage = quint64{1} << 20;

HttpRequest requestOf(const std::string &ns, const std::string &pod, std::uint16_t port)
{
    HttpRequest request;
    request.method = "GET";
    request.path = "/api/v1/namespaces/" + ns + "/pods/" + pod + "/portforward";
    request.query = {{"ports", std::to_string(port)}};
    return request;
}

/// As Qt's own check: one of its names, of which the first label may be "*", or its address.
bool isFor(const QSslCertificate &certificate, const QString &name)
{
    const auto names = certificate.subjectAlternativeNames();
    QStringList patterns = names.values(QSsl::DnsEntry) + names.values(QSsl::IpAddressEntry) +
                           certificate.subjectInfo(QSslCertificate::CommonName);
    return std::ranges::any_of(patterns, [&name](const QString &pattern) {
        const bool isWild = pattern.startsWith(u"*.") && name.contains(u'.');
        return pattern.compare(name, Qt::CaseInsensitive) == 0 ||
               (isWild &&
                pattern.sliced(1).compare(name.sliced(name.indexOf(u'.')), Qt::CaseInsensitive) == 0);
    });
}

class ForwardPipe : public BytePipe {
public:
    ForwardPipe(HttpClient &client, HttpRequest request) : m_client(client), m_request(std::move(request))
    {
        m_socket->setMaxAllowedIncomingMessageSize(kLargestMessage);
        QObject::connect(m_socket.get(), &QWebSocket::connected, m_socket.get(), [this] { tellOpened(); });
        QObject::connect(m_socket.get(), &QWebSocket::binaryMessageReceived, m_socket.get(),
                         [this](const QByteArray &message) { take(message); });
        QObject::connect(m_socket.get(), &QWebSocket::disconnected, m_socket.get(), [this] {
            if (isOpen())
                tellEnded();
        });
        QObject::connect(m_socket.get(), &QWebSocket::errorOccurred, m_socket.get(), [this] {
            if (!isOpen())
                tellFailed(Kind::Reset);
        });
        QObject::connect(m_socket.get(), &QWebSocket::sslErrors, m_socket.get(),
                         [this](const QList<QSslError> &errors) { forgiveName(errors); });
        QMetaObject::invokeMethod(m_socket.get(), [this] { begin(); }, Qt::QueuedConnection);
    }
    void write(std::string_view bytes) override
    {
        QByteArray message(1, kData);
        message.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        m_socket->sendBinaryMessage(message);
    }

private:
    void begin()
    {
        if (const auto identity = m_client.login().now()) {
            open(*identity);
            return;
        }
        m_waiting = m_client.login().wait([this](const Checked<Identity> &identity) { open(identity); });
    }
    void open(const Checked<Identity> &identity)
    {
        if (!identity) {
            tellFailed(Kind::Reset);
            return;
        }
        const QNetworkRequest request = m_client.socketRequest(m_request, *identity);
        m_serverName = request.peerVerifyName();
        m_socket->setProxy(m_client.proxy());
        m_socket->setSslConfiguration(request.sslConfiguration());
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({QStringLiteral("v4.channel.k8s.io")});
        m_socket->open(request, options);
    }
    /// Qt's WebSockets know no tls-server-name: that a certificate is not for the address does not matter when it is
    /// for that name.
    void forgiveName(const QList<QSslError> &errors)
    {
        const bool isNameAlone = std::ranges::all_of(errors, [this](const QSslError &error) {
            return error.error() == QSslError::HostNameMismatch && isFor(error.certificate(), m_serverName);
        });
        if (isNameAlone && !m_serverName.isEmpty())
            m_socket->ignoreSslErrors();
    }
    void take(const QByteArray &message)
    {
        const char channel = message.isEmpty() ? kData : message.front();
        if (channel != kData && channel != kErrors)
            return;
        QByteArray bytes = message.sliced(std::min<qsizetype>(1, message.size()));
        qsizetype &port = m_portBytes[static_cast<std::size_t>(channel)];
        const qsizetype skipped = std::min(port, bytes.size());
        port -= skipped;
        bytes.remove(0, skipped);
        if (bytes.isEmpty())
            return;
        if (channel == kErrors)
            tellFailed(Kind::Refused);
        else
            tellReceived({bytes.data(), static_cast<std::size_t>(bytes.size())});
    }

    /// It may be destroyed inside of its own signals.
    struct Later {
        void operator()(QWebSocket *socket) const
        {
            socket->disconnect();
            socket->abort();
            socket->deleteLater();
        }
    };
    HttpClient &m_client;
    HttpRequest m_request;
    QString m_serverName; ///< tls-server-name
    std::unique_ptr<Login::Waiting> m_waiting;
    std::array<qsizetype, 2> m_portBytes{kPortBytes, kPortBytes}; ///< that are still to come, a channel
    std::unique_ptr<QWebSocket, Later> m_socket{new QWebSocket};
};

} // namespace

std::unique_ptr<BytePipe> forwardTo(HttpClient &client, const std::string &ns, const std::string &pod,
                                    std::uint16_t port)
{
    return std::make_unique<ForwardPipe>(client, requestOf(ns, pod, port));
}

} // namespace minato::remote
