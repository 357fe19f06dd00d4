// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/api_endpoint.h"
#include "session/host.h"
#include "session/sim_backend.h"
#include "session/wall_driver.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace minato::session {

/// Drives a SimBackend by the clock on the wall, and publishes its API where that is wanted, on the thread
/// that it lives in.
class SimHost : public Host, private Driven {
    Q_OBJECT

public:
    /// `stop`: the cluster is not wanted any more; open() gives up.
    SimHost(SimBackend::Options options, std::optional<ServeOptions> serve, Mailbox &outbox,
            std::stop_token stop)
        : m_options(std::move(options)),
          m_serveOptions(std::move(serve)),
          m_outbox(outbox),
          m_stop(std::move(stop))
    {
    }

    void open() override;
    void handle(const Command &command) override;

private:
    [[nodiscard]] base::Instant now() override { return m_backend->now(); }
    std::size_t advance(base::Instant limit, const std::function<bool()> &mayGoOn) override
    {
        return m_backend->advance(limit, mayGoOn);
    }
    [[nodiscard]] bool isSettled() override { return m_backend->isSettled(); }
    [[nodiscard]] bool hasNews() override { return m_backend->hasNews(); }
    void sliceEnded(const Pace &pace) override { m_backend->flush(pace); }
    void startServing();

    SimBackend::Options m_options;
    std::optional<ServeOptions> m_serveOptions;
    Mailbox &m_outbox;
    std::stop_token m_stop;
    // Made on the backend's thread.
    std::unique_ptr<SimBackend> m_backend;
    std::unique_ptr<WallDriver> m_driver;
    std::unique_ptr<ApiEndpoint> m_endpoint;
};

} // namespace minato::session
