// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "remote/request_encoder.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrl>

namespace minato::remote {

/// A Kubernetes API server over HTTP.
///
/// Connections  Two managers, so that watches, which last, never starve requests, which do not.
/// Errors    What the server refuses is its Status. A server that cannot be reached is a Status with code 0
///           and a sentence.
/// Cancel    Dropping a read or a watch ends it; a write that is under way is done all the same (C14).
/// Differs   Plain HTTP without credentials; kubeconfig, TLS and tokens come with real clusters.
/// Threads   The one it lives in, which needs a Qt event loop.
class HttpTransport : public api::KubeTransport {
public:
    /// `clock`: the server's idea of time; must outlive the transport.
    HttpTransport(QUrl server, const api::BackendClock &clock);

    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override;
    [[nodiscard]] api::CallPtr watch(api::Request request, api::EventSink sink) override;
    [[nodiscard]] api::CallPtr stream(api::Request request, api::ByteSink sink) override;
    [[nodiscard]] const api::BackendClock &clock() const override { return m_clock; }
    [[nodiscard]] bool has(api::Capability capability) const override
    {
        return capability == api::Capability::Logs;
    }

private:
    [[nodiscard]] QNetworkReply *start(QNetworkAccessManager &manager, const api::Request &request,
                                       Exchange exchange);

    QUrl m_server;
    const api::BackendClock &m_clock;
    QNetworkAccessManager m_requests, m_watches;
};

} // namespace minato::remote
