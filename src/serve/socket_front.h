// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <optional>

namespace minato::serve {

/// Accepts connections, plain or with TLS, and hands them on.
///
/// Mirrors   net/http: a client that speaks plain HTTP to a TLS port is told so
/// Threads   The one of its event loop.
class SocketFront : public QTcpServer {
public:
    using Taker = std::function<void(std::unique_ptr<QTcpSocket>)>;

    /// With a configuration: TLS.
    explicit SocketFront(std::optional<QSslConfiguration> tls, Taker taker);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    [[nodiscard]] std::unique_ptr<QTcpSocket> secureSocket(qintptr descriptor);

    std::optional<QSslConfiguration> m_tls;
    Taker m_taker;
};

} // namespace minato::serve
