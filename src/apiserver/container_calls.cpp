// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/container_calls.h"

#include "apiserver/pod_endpoints.h"

#include <format>
#include <memory>
#include <utility>
#include <vector>

namespace minato::apiserver {
namespace {

/// The client's end. What it writes before the container's end is there waits here.
class ContainerConnection : public api::Connection {
public:
    ContainerConnection(ApiServer::Impl &server, api::Request request, api::ConnectionSink sink)
        : m_server(server.weak_from_this()), m_request(std::move(request)), m_sink(std::move(sink))
    {
        m_timer = server.machinery().timers.after(server.latencyOf(m_request), [this] { open(); });
    }
    void write(std::string_view input) override
    {
        if (m_inner)
            m_inner->write(input);
        else
            m_early += input;
    }
    void closeInput() override
    {
        m_isInputClosed = true;
        if (m_inner)
            m_inner->closeInput();
    }
    void resizeTerminal(int columns, int rows) override
    {
        if (m_inner)
            m_inner->resizeTerminal(columns, rows);
    }

private:
    void open()
    {
        const auto server = m_server.lock();
        if (!server)
            return;
        auto exec = ExecRequest::prepare(server->machinery(), m_request);
        Containers *containers = server->containers();
        auto sink = std::move(m_sink); // it may drop this connection
        if (!exec)
            return sink(std::unexpected(exec.error()));
        if (!containers)
            return sink(std::unexpected(kube::Status::noSuchResource()));
        m_inner = containers->execute(exec->pod, std::move(exec->options), std::move(sink));
        if (!m_early.empty())
            m_inner->write(std::exchange(m_early, {}));
        if (m_isInputClosed)
            m_inner->closeInput();
    }

    std::weak_ptr<ApiServer::Impl> m_server; ///< it may go first
    api::Request m_request;
    api::ConnectionSink m_sink;
    std::string m_early;
    bool m_isInputClosed = false;
    api::TimerPtr m_timer;
    api::ConnectionPtr m_inner;
};

} // namespace

api::ConnectionPtr startConnection(ApiServer::Impl &server, api::Request request, api::ConnectionSink sink)
{
    return std::make_unique<ContainerConnection>(server, std::move(request), std::move(sink));
}

} // namespace minato::apiserver
