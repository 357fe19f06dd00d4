// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/http_transport.h"

#include "remote/http_calls.h"
#include "remote/port_forward.h"
#include "remote/pulse.h"

#include <utility>

namespace minato::remote {

HttpTransport::HttpTransport(const QUrl &server, const api::BackendClock &clock)
    : m_client(std::make_unique<HttpClient>(server)), m_clock(&clock)
{
}

HttpTransport::HttpTransport(std::unique_ptr<HttpClient> client, std::chrono::milliseconds pulse)
    : m_client(std::move(client)),
      m_clock(&m_client->clock()),
      m_pulse(std::make_unique<Pulse>(*m_client, pulse))
{
}

HttpTransport::~HttpTransport() = default;

Checked<std::unique_ptr<HttpTransport>> HttpTransport::open(const Access &access, Options options)
{
    auto trust = trustOf(access);
    if (!trust)
        return std::unexpected(std::move(trust.error()));
    if (const auto certificate = certificateOf(access); !certificate)
        return std::unexpected(certificate.error());
    auto client = std::make_unique<HttpClient>(access, *std::move(trust), options.bounds, options.patience);
    return std::unique_ptr<HttpTransport>(new HttpTransport(std::move(client), options.pulse));
}

void HttpTransport::setObserver(Observer observer)
{
    QObject::connect(m_client.get(), &HttpClient::troubled, m_client.get(), std::move(observer.troubled));
    QObject::connect(m_client.get(), &HttpClient::reached, m_client.get(), std::move(observer.reached));
}

void HttpTransport::suspectConnections()
{
    m_client->drop(m_client->clusterTrouble(Trouble::Kind::CutOff));
}

std::unique_ptr<BytePipe> HttpTransport::forward(const std::string &ns, const std::string &pod,
                                                 std::uint16_t port)
{
    return forwardTo(*m_client, ns, pod, port);
}

api::CallPtr HttpTransport::send(api::Request request, api::Reply reply)
{
    return std::make_unique<SendCall>(*m_client, std::move(request), std::move(reply));
}

api::CallPtr HttpTransport::watch(api::Request request, api::EventSink sink)
{
    return std::make_unique<WatchCall>(*m_client, std::move(request), std::move(sink));
}

api::CallPtr HttpTransport::stream(api::Request request, api::ByteSink sink)
{
    return std::make_unique<StreamCall>(*m_client, std::move(request), std::move(sink));
}

} // namespace minato::remote
