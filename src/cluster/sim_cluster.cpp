// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/sim_cluster.h"

#include "apiserver/api_server.h"
#include "client/queue_timers.h"
#include "client/requests.h"
#include "cluster/bootstrap.h"
#include "cluster/control_plane.h"
#include "cluster/decision_log.h"
#include "cluster/kubelet_exec.h"
#include "cluster/kubelet_logs.h"
#include "cluster/machine_room.h"
#include "cluster/sim_traffic.h"
#include "components/common/pod.h"
#include "components/metrics_server/metrics_server.h"

#include <algorithm>

namespace minato::cluster {
namespace {

using namespace std::chrono_literals;

constexpr base::Duration kSettleStep = 100ms;

/// Seam 3 over the event queue.
class Control : public api::SimControl {
public:
    Control(engine::EventQueue &queue, const DecisionLog &decisions, std::uint64_t seed)
        : m_queue(queue), m_decisions(decisions), m_seed(seed)
    {
    }
    void setMachines(MachineRoom *machines) { m_machines = machines; }
    std::expected<void, std::string> inject(const api::Fault &fault) override
    {
        return m_machines->inject(fault);
    }
    [[nodiscard]] base::Instant now() const override { return m_queue.now(); }
    bool step(base::Instant limit) override { return m_queue.step(limit); }
    void runUntil(base::Instant limit) override { m_queue.runUntil(limit); }
    bool runUntil(const std::function<bool()> &condition, base::Duration within) override
    {
        const base::Instant limit = m_queue.now() + within;
        bool holds = condition();
        while (!holds && m_queue.step(limit))
            holds = condition();
        if (!holds)
            m_queue.runUntil(limit);
        return holds;
    }
    [[nodiscard]] std::uint64_t seed() const override { return m_seed; }
    [[nodiscard]] std::vector<api::DecisionRecord> decisions(std::string_view subject) const override
    {
        return m_decisions.about(subject);
    }

private:
    engine::EventQueue &m_queue;
    const DecisionLog &m_decisions;
    std::uint64_t m_seed;
    MachineRoom *m_machines = nullptr;
};

std::map<std::string, std::string, std::less<>> hostNames(const Topology &topology,
                                                          const std::vector<components::NodeSpec> &specs)
{
    std::map<std::string, std::string, std::less<>> nodes;
    for (std::size_t i = 0; i < specs.size(); ++i) {
        nodes[specs[i].name] = specs[i].name;
        nodes[specs[i].internalIp] = specs[i].name;
        for (const std::string &name : topology.nodes[i].hostNames)
            nodes[name] = specs[i].name;
    }
    return nodes;
}

std::vector<std::string> names(const std::vector<components::NodeSpec> &specs)
{
    std::vector<std::string> list;
    for (const auto &spec : specs)
        list.push_back(spec.name);
    return list;
}

apiserver::ApiServer::Options serverOptions(std::uint64_t seed,
                                            const std::vector<components::NodeSpec> &specs,
                                            const api::MetricsSource *metrics)
{
    apiserver::ApiServer::Options options;
    options.seed = seed;
    options.metrics = metrics;
    if (!specs.empty())
        options.endpointAddress = specs.front().internalIp;
    return options;
}

} // namespace

class SimCluster::Impl {
public:
    Impl(Options options, std::vector<components::NodeSpec> specs)
        : queue(options.start),
          timers(queue),
          gate(timers),
          metrics(timers),
          server(timers,
                 serverOptions(options.seed, specs, options.topology.hasMetricsServer ? &metrics : nullptr)),
          nodes(specs.size()),
          control(queue, decisions, options.seed),
          outside(gatedTransport(gate, server.transport("minato"))),
          inside(server.transport("minato-setup")),
          controlPlane(server, timers, options.seed, options.limits,
                       [this](auto d) { decisions.add(queue.now(), std::move(d)); }, options.features,
                       {options.topology.hasMetricsServer ? &metrics : nullptr,
                        options.topology.hasLoadBalancers,
                        specs.empty() ? std::string() : specs.front().name}),
          agentTransport(server.transport("kubelet")),
          agentHub(*agentTransport, timers),
          agents({*agentTransport, timers, agentHub, options.seed, {}},
                 options.topology.behaviour ? options.topology.behaviour : components::Behaviour::builtIn(),
                 specs),
          proxies({*agentTransport, timers, agentHub, options.seed,
                   [this](auto d) { decisions.add(queue.now(), std::move(d)); }},
                  names(specs),
                  {.mode = options.topology.proxyMode, .scheduler = options.topology.ipvsScheduler}),
          logs(timers, agents),
          traffic({timers, gate, proxies, agents, hostNames(options.topology, specs),
                   specs.empty() ? std::string() : specs.front().name, options.seed}),
          exec({timers, agents, *agentTransport, traffic.inside(), options.seed}),
          machines({timers, gate, agents, proxies, traffic, *inside, std::move(specs)})
    {
        control.setMachines(&machines);
        server.setLogSource(&logs);
        server.setContainers(&exec);
        server.setTraffic(&traffic.inside());
        agentHub.start();
        if (options.topology.hasMetricsServer)
            metrics.start(agents);
        setup = bootstrap(*inside, timers, nodes, std::move(options.topology.objects), startErrors);
        setup.start();
    }
    ~Impl()
    {
        server.setLogSource(nullptr);
        server.setContainers(nullptr);
        server.setTraffic(nullptr);
    }

    [[nodiscard]] bool isSettled() const;

    engine::EventQueue queue;
    client::QueueTimers timers;
    DecisionLog decisions;
    InputGate gate;
    components::MetricsServer metrics;
    apiserver::ApiServer server;
    std::size_t nodes;
    Control control;
    std::unique_ptr<api::KubeTransport> outside, inside;
    ControlPlane controlPlane;
    std::unique_ptr<api::KubeTransport> agentTransport;
    client::InformerHub agentHub;
    components::NodeAgents agents;
    components::KubeProxies proxies;
    KubeletLogs logs;
    SimTraffic traffic;
    KubeletExec exec;
    MachineRoom machines;
    base::Diagnostics startErrors;
    client::Task<void> setup;
};

bool SimCluster::Impl::isSettled() const
{
    return setup.isDone() && controlPlane.isSettled() && proxies.isUpToDate();
}

SimCluster::SimCluster(Options options)
{
    auto specs = machines(options.topology);
    m_impl = std::make_unique<Impl>(std::move(options), std::move(specs));
}

SimCluster::~SimCluster() = default;

api::KubeTransport &SimCluster::transport()
{
    return *m_impl->outside;
}

api::TrafficTarget &SimCluster::traffic()
{
    return m_impl->traffic;
}

const api::MetricsSource &SimCluster::metrics() const
{
    return m_impl->metrics;
}

api::Timers &SimCluster::timers()
{
    return m_impl->timers;
}

api::SimControl &SimCluster::control()
{
    return m_impl->control;
}

void SimCluster::setTrafficObserver(api::TrafficObserver observer)
{
    m_impl->traffic.setObserver(std::move(observer));
}

void SimCluster::setInputRecorder(std::function<void(const Input &)> recorder)
{
    m_impl->gate.setRecorder(std::move(recorder));
}

bool SimCluster::settle(base::Duration within, const std::function<bool()> &mayGoOn)
{
    const base::Instant limit = m_impl->queue.now() + within;
    // A state counts when it has lasted for a step: what has just been written may not have reached its
    // readers.
    bool wasSettled = false;
    while (m_impl->queue.now() < limit && (!mayGoOn || mayGoOn())) {
        m_impl->queue.runUntil(std::min(limit, m_impl->queue.now() + kSettleStep));
        const bool isSettled = m_impl->isSettled();
        if (wasSettled && isSettled)
            return true;
        wasSettled = isSettled;
    }
    return false;
}

bool SimCluster::isSettled() const
{
    return m_impl->isSettled();
}

const base::Diagnostics &SimCluster::startErrors() const
{
    return m_impl->startErrors;
}

std::uint64_t SimCluster::executedEvents() const
{
    return m_impl->queue.executed();
}

} // namespace minato::cluster
