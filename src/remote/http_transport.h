// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "remote/http_client.h"
#include "remote/web_client.h"

#include <QUrl>

#include <functional>
#include <memory>

namespace minato::remote {

class Pulse;

/// A Kubernetes API server over HTTP, or over HTTPS with the credentials of a kubeconfig.
///
/// Connections  Watches have their own, so that they never starve requests: HttpClient.
/// Errors    What the server refuses is its Status. A server that cannot be reached, or answers what is not
///           Kubernetes, is a Status with code 0 and a sentence; the observer gets the Trouble, which has it in
///           both languages.
/// Renewal   A request that is answered with 401 is sent once more when the user has a token file or a program
///           that gives another credential.
/// Cancel    Dropping a read or a watch ends it; a write that is under way is done all the same (C14).
/// Differs   HTTP/1.1 only (Qt's HTTP/2 adds 40 ms to a write). Programs never get a terminal.
/// Threads   The one it lives in, which needs a Qt event loop.
class HttpTransport : public api::KubeTransport {
public:
    struct Options {
        HttpBounds bounds = {};
        Login::Patience patience = {};
        /// How long watches may be silent before somebody asks whether the server is still there.
        std::chrono::milliseconds pulse = std::chrono::seconds(20);
    };

    /// Plain HTTP without credentials. `clock`: the server's idea of time; must outlive the transport.
    HttpTransport(const QUrl &server, const api::BackendClock &clock);
    /// What a kubeconfig says. The error is what cannot be read of it.
    [[nodiscard]] static Checked<std::unique_ptr<HttpTransport>> open(const Access &access, Options options);
    [[nodiscard]] static Checked<std::unique_ptr<HttpTransport>> open(const Access &access)
    {
        return open(access, Options());
    }
    ~HttpTransport() override;

    /// Told of what goes wrong on the way, and when the server answers (again).
    struct Observer {
        std::function<void(const Trouble &)> troubled = [](const Trouble &) {};
        std::function<void()> reached = [] {};
    };
    /// Once, before the first request.
    void setObserver(Observer observer);
    /// The network has changed, or the computer has slept: connections may be dead.
    void suspectConnections();

    /// A connection to a port of a Pod through the API server. It must end before this does.
    [[nodiscard]] std::unique_ptr<BytePipe> forward(const std::string &ns, const std::string &pod,
                                                    std::uint16_t port);

    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override;
    [[nodiscard]] api::CallPtr watch(api::Request request, api::EventSink sink) override;
    [[nodiscard]] api::CallPtr stream(api::Request request, api::ByteSink sink) override;
    [[nodiscard]] const api::BackendClock &clock() const override { return *m_clock; }
    [[nodiscard]] bool has(api::Capability capability) const override
    {
        return capability == api::Capability::Logs;
    }

private:
    HttpTransport(std::unique_ptr<HttpClient> client, std::chrono::milliseconds pulse);

    std::unique_ptr<HttpClient> m_client;
    const api::BackendClock *m_clock;
    std::unique_ptr<Pulse> m_pulse; ///< null: nobody asks
};

} // namespace minato::remote
