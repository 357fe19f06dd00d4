// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/access.h"
#include "remote/login.h"
#include "remote/request_encoder.h"
#include "remote/server_clock.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>
#include <vector>

namespace minato::remote {

/// What one answer may take.
struct HttpBounds {
    std::chrono::milliseconds silence = std::chrono::seconds(30); ///< of an answer that is not a watch
    std::chrono::milliseconds whole = std::chrono::minutes(2);    ///< from the request to the answer's end
    qint64 answer = qint64{256} << 20;                            ///< bytes
    qint64 watchLine = qint64{32} << 20;                          ///< bytes
};

/// The connections to one server, as one user at a time.
///
/// Connections  Two managers, so that watches, which last, never starve requests, which do not. A certificate
///           has its own pair: Qt would reuse a connection that was made as somebody else.
/// Threads   The one it lives in, which needs a Qt event loop.
class HttpClient : public QObject {
    Q_OBJECT

public:
    /// A server without credentials and plain HTTP.
    explicit HttpClient(const QUrl &server);
    /// `tls`: whom to trust, trustOf().
    HttpClient(Access access, QSslConfiguration tls, HttpBounds bounds, Login::Patience patience);
    ~HttpClient() override;

    [[nodiscard]] QNetworkReply *start(const HttpRequest &request, Exchange exchange,
                                       const Identity &identity);
    /// Gives up connections that rest, and has every watch report `trouble`: they may be dead.
    void drop(const Trouble &trouble);

    /// The same for a WebSocket: its address, its headers, whom to trust.
    [[nodiscard]] QNetworkRequest socketRequest(const HttpRequest &request, const Identity &identity) const;
    [[nodiscard]] QNetworkProxy proxy() const;

    [[nodiscard]] Login &login() { return m_login; }
    [[nodiscard]] const Access &access() const { return m_access; }
    [[nodiscard]] const HttpBounds &bounds() const { return m_bounds; }
    [[nodiscard]] ServerClock &clock() { return m_clock; }
    /// Something about the cluster's entry.
    [[nodiscard]] Trouble clusterTrouble(Trouble::Kind kind, std::string words = {}) const;
    [[nodiscard]] Trouble userTrouble(Trouble::Kind kind) const;

Q_SIGNALS:
    /// An answer came: the server is there, and knows who asks.
    void reached();
    void troubled(const minato::remote::Trouble &trouble);
    void dropped(const minato::remote::Trouble &trouble);

private:
    struct Managers {
        std::shared_ptr<const ClientCertificate> certificate;
        QNetworkAccessManager requests, watches;
    };

    [[nodiscard]] Managers &managersOf(const Identity &identity);
    [[nodiscard]] QUrl urlOf(const HttpRequest &request) const;
    void prepare(QNetworkRequest &network, const HttpRequest &request, const Identity &identity) const;

    const Access m_access;
    const QUrl m_server;
    QSslConfiguration m_tls;
    HttpBounds m_bounds;
    ServerClock m_clock;
    Login m_login;
    std::vector<std::unique_ptr<Managers>> m_managers; ///< the newest is used; others until they rest
};

} // namespace minato::remote
