// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/api_server.h"

#include "apiserver/server_impl.h"

#include <utility>

namespace minato::apiserver {
namespace {

class Front : public api::KubeTransport, public api::Connector {
public:
    Front(ApiServer::Impl &server, std::string userAgent)
        : m_server(server), m_userAgent(std::move(userAgent))
    {
    }

    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override
    {
        return m_server.send(named(std::move(request)), std::move(reply));
    }
    [[nodiscard]] api::CallPtr watch(api::Request request, api::EventSink sink) override
    {
        return m_server.watch(named(std::move(request)), std::move(sink));
    }
    [[nodiscard]] api::CallPtr stream(api::Request request, api::ByteSink sink) override
    {
        return m_server.stream(named(std::move(request)), std::move(sink));
    }
    [[nodiscard]] api::Connector *connector() override { return this; }
    [[nodiscard]] api::ConnectionPtr connect(api::Request request, api::ConnectionSink sink) override
    {
        return m_server.connect(named(std::move(request)), std::move(sink));
    }
    [[nodiscard]] const api::BackendClock &clock() const override { return m_server.machinery().timers; }
    [[nodiscard]] bool has(api::Capability capability) const override
    {
        return capability == api::Capability::Logs || capability == api::Capability::Exec;
    }

private:
    [[nodiscard]] api::Request named(api::Request request) const
    {
        if (request.userAgent == api::Request().userAgent)
            request.userAgent = m_userAgent;
        return request;
    }

    ApiServer::Impl &m_server;
    std::string m_userAgent;
};

} // namespace

ApiServer::ApiServer(api::Timers &timers) : ApiServer(timers, Options()) {}

ApiServer::ApiServer(api::Timers &timers, Options options)
    : m_impl(std::make_shared<Impl>(timers, std::move(options)))
{
    m_impl->start();
}

ApiServer::~ApiServer() = default;

std::unique_ptr<api::KubeTransport> ApiServer::transport(std::string userAgent)
{
    return std::make_unique<Front>(*m_impl, std::move(userAgent));
}

void ApiServer::setLogSource(LogSource *source)
{
    m_impl->setLogSource(source);
}

void ApiServer::setContainers(Containers *containers)
{
    m_impl->setContainers(containers);
}

void ApiServer::setTraffic(api::TrafficTarget *traffic)
{
    m_impl->setTraffic(traffic);
}

std::shared_ptr<const ApiServer::State> ApiServer::state() const
{
    return std::make_shared<const State>(m_impl->state());
}

void ApiServer::restore(const State &state)
{
    m_impl->restore(state);
}

const Store &ApiServer::store() const
{
    return m_impl->machinery().store;
}

std::size_t ApiServer::watcherCount() const
{
    return m_impl->hub().watcherCount();
}

} // namespace minato::apiserver
