// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/metrics.h"
#include "apiserver/api_server.h"
#include "client/queue_timers.h"
#include "contract/requests.h"
#include "contract/world.h"
#include "engine/event_queue.h"

namespace minato::tests {

/// The API server alone, in this process, on virtual time.
class InProcessWorld : public ContractWorld {
public:
    /// `metrics`: what a metrics server would measure; null: there is none.
    explicit InProcessWorld(std::uint64_t seed = 1, const api::MetricsSource *metrics = nullptr)
        : m_timers(m_queue),
          m_server(m_timers, options(seed, metrics)),
          m_transport(m_server.transport("contract"))
    {
    }

    [[nodiscard]] apiserver::ApiServer &server() { return m_server; }
    [[nodiscard]] engine::EventQueue &queue() { return m_queue; }

    api::KubeTransport &transport() override { return *m_transport; }
    bool pumpUntil(const std::function<bool()> &done) override
    {
        const auto limit = m_queue.now() + std::chrono::seconds(10);
        while (!done()) {
            if (!m_queue.step(limit))
                return done();
        }
        return true;
    }
    void pass(base::Duration time) override { m_queue.runUntil(m_queue.now() + time); }
    bool forgetHistory() override
    {
        for (std::size_t i = 0; i < 2 * kHistory; ++i) {
            Value change = json("{'metadata':{'annotations':{}}}");
            change.edit("metadata").edit("annotations").set("round", std::to_string(i));
            if (!await(*this, mergePatch(kube::resources::kDeployments, "default", "b", change)))
                return false;
        }
        return true;
    }

private:
    static constexpr std::size_t kHistory = 50;
    static apiserver::ApiServer::Options options(std::uint64_t seed, const api::MetricsSource *metrics)
    {
        apiserver::ApiServer::Options options;
        options.seed = seed;
        options.historyLength = kHistory;
        options.metrics = metrics;
        return options;
    }

    engine::EventQueue m_queue;
    client::QueueTimers m_timers;
    apiserver::ApiServer m_server;
    std::unique_ptr<api::KubeTransport> m_transport;
};

} // namespace minato::tests
