// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/api_server.h"
#include "client/queue_timers.h"
#include "contract/contract_suite.h"
#include "engine/event_queue.h"

namespace minato::tests {

/// The API server alone, in this process, on virtual time.
class InProcessWorld : public ContractWorld {
public:
    InProcessWorld()
        : m_timers(m_queue), m_server(m_timers, options()), m_transport(m_server.transport("contract"))
    {
    }

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
    static apiserver::ApiServer::Options options()
    {
        apiserver::ApiServer::Options options;
        options.historyLength = kHistory;
        return options;
    }

    engine::EventQueue m_queue;
    client::QueueTimers m_timers;
    apiserver::ApiServer m_server;
    std::unique_ptr<api::KubeTransport> m_transport;
};

} // namespace minato::tests

class TestContractInProcess : public minato::tests::ContractSuite {
    Q_OBJECT
protected:
    std::unique_ptr<minato::tests::ContractWorld> makeWorld() override
    {
        return std::make_unique<minato::tests::InProcessWorld>();
    }
};

MINATO_TEST(TestContractInProcess)
#include "tst_in_process.moc"
