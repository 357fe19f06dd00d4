// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "serve/kube_http_server.h"
#include "session/state.h"

#include <QHostAddress>
#include <QString>

#include <expected>
#include <functional>
#include <optional>
#include <utility>

namespace minato::session {

class WallDriver;

/// Where a session's API is wanted.
struct ServeOptions {
    QString address = QStringLiteral("127.0.0.1:0"); ///< ADDRESS:PORT; port 0 picks a free one
    QString kubeconfigFile;                          ///< empty: none is written
    bool isSecure = false; ///< TLS and a token, both made anew; told by the kubeconfig only
};

/// A simulated cluster's API for a kubectl outside: server, kubeconfig, and a driver that runs the
/// simulation on as soon as a request has come.
///
/// Errors    A sentence: the address cannot be used, the kubeconfig cannot be written.
/// Threads   The one of the transport and the driver.
class ApiEndpoint {
public:
    /// `noteRequest`: called for each request from outside.
    ApiEndpoint(api::KubeTransport &transport, WallDriver &driver, std::function<void()> noteRequest = {});

    [[nodiscard]] std::expected<ServedState, QString> open(const ServeOptions &options);

private:
    serve::KubeHttpServer m_server;
};

/// Why the API cannot be served there in this way: other machines need TLS, and TLS a kubeconfig.
[[nodiscard]] std::optional<QString> contradiction(const ServeOptions &options);

/// "127.0.0.1:8080", "[::1]:0" or "8080" (on 127.0.0.1); an error is a sentence.
[[nodiscard]] std::expected<std::pair<QHostAddress, quint16>, QString> parseAddress(const QString &text);

} // namespace minato::session
