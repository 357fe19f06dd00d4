// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato_sim/bench_command.h"

#include "app/common/command_line.h"
#include "client/informer.h"
#include "client/requests.h"
#include "cluster/sim_cluster.h"

#include <QCommandLineParser>

#include <array>
#include <chrono>
#include <format>
#include <fstream>
#include <print>

namespace minato::app {
namespace {

using namespace std::chrono_literals;
using kube::resources::kDeployments;

constexpr std::string_view kApp = "kubernetes-bootcamp";

double seconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

/// Peak resident memory in MiB; 0 where /proc does not tell.
double peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024;
    }
    return 0;
}

/// A cluster, and the wall time since its bench began.
class Bench {
public:
    Bench(int workers, cluster::ClientLimits limits)
        : cluster({.topology = cluster::Topology::chapter(workers), .limits = limits}),
          hub(cluster.transport(), cluster.timers()),
          deployments(hub.informer(kDeployments))
    {
        hub.start();
        cluster.settle(10min);
        m_wallStart = std::chrono::steady_clock::now();
        m_start = cluster.control().now();
        m_events = cluster.executedEvents();
    }

    void scale(int replicas)
    {
        auto request = client::getRequest(kDeployments, "default", kApp);
        request.verb = api::Verb::Patch;
        request.subresource = "scale";
        request.patchType = kube::PatchType::Merge;
        request.body = kube::Value::map({{"spec", kube::Value::map({{"replicas", replicas}})}});
        m_call = cluster.transport().send(std::move(request), [](const auto &) {});
        const bool isDone = cluster.control().runUntil(
            [&] {
                const auto deployment = deployments.cache().find("default", kApp);
                return deployment && deployment->status()["availableReplicas"].asInt() == replicas;
            },
            std::chrono::hours(12));
        if (!isDone)
            std::println(stderr, "minato-sim: not all Pods became available");
    }

    void report(std::string_view name, std::string_view what) const
    {
        std::println("{}: {:.2f} s for {} ({:.1f} virtual s, {} events, peak {:.0f} MiB)", name,
                     seconds(std::chrono::steady_clock::now() - m_wallStart), what,
                     seconds(cluster.timers().now() - m_start), cluster.executedEvents() - m_events,
                     peakMemory());
    }

    mutable cluster::SimCluster cluster;
    client::InformerHub hub;
    client::Informer &deployments;

private:
    std::chrono::steady_clock::time_point m_wallStart;
    base::Instant m_start;
    std::uint64_t m_events = 0;
    api::CallPtr m_call;
};

void scaleBench(std::string_view name, int nodes, int pods, cluster::ClientLimits limits)
{
    Bench bench(nodes, limits);
    bench.scale(pods);
    bench.report(name, std::format("{} Pods Ready on {} nodes", pods, nodes));
}

/// Sends requests at a steady rate, so many at a time.
void trafficBench(std::string_view name, base::Duration duration, base::Duration gap, int batch)
{
    Bench bench(3, {});
    bench.scale(4);
    std::uint64_t answered = 0, failed = 0;
    bench.cluster.setTrafficObserver(
        [&](const api::TrafficRecord &record) { ++(record.result ? answered : failed); });
    const auto end = bench.cluster.control().now() + duration;
    std::vector<api::CallPtr> calls(1024);
    std::size_t next = 0;
    while (bench.cluster.control().now() < end) {
        for (int i = 0; i < batch; ++i)
            calls[next++ % calls.size()] = bench.cluster.traffic().request(
                {.host = std::string(kApp), .port = 8080, .client = "bench"}, [](const auto &) {});
        bench.cluster.control().runUntil(bench.cluster.control().now() + gap);
    }
    bench.report(name, std::format("{} requests, {} failed", answered + failed, failed));
}

struct Entry {
    std::string_view name, what;
    void (*run)(std::string_view name);
};

constexpr std::array kBenches{
    Entry{"scale-10000", "1 to 10 000 Pods on 100 nodes, clients unlimited",
          [](std::string_view name) { scaleBench(name, 100, 10'000, cluster::ClientLimits::unlimited()); }},
    Entry{"scale-10000-limited", "the same with the default client limits",
          [](std::string_view name) { scaleBench(name, 100, 10'000, {}); }},
    Entry{"scale-150000", "1 to 150 000 Pods on 5 000 nodes, clients unlimited",
          [](std::string_view name) { scaleBench(name, 5000, 150'000, cluster::ClientLimits::unlimited()); }},
    Entry{"chapter-hour", "an hour of the chapter with 100 requests/s",
          [](std::string_view name) { trafficBench(name, 1h, 10ms, 1); }},
    Entry{"requests", "a million routed requests",
          [](std::string_view name) { trafficBench(name, 10s, 1ms, 100); }},
};

} // namespace

int benchCommand(const QStringList &arguments, const Words &words)
{
    QCommandLineParser parser;
    QStringList lines{QStringLiteral("Measures the simulation on this machine:")}, known;
    for (const Entry &entry : kBenches) {
        known += QString::fromUtf8(entry.name.data(), qsizetype(entry.name.size()));
        lines += QString::fromStdString(std::format("  {:<20} {}", entry.name, entry.what));
    }
    parser.setApplicationDescription(lines.join(u'\n'));
    parser.addPositionalArgument(QStringLiteral("bench"), QStringLiteral("this command"));
    parser.addPositionalArgument(QStringLiteral("NAME"), QStringLiteral("which"), QStringLiteral("NAME..."));
    addHelp(parser);
    const Called called{words, QStringLiteral("minato-sim bench")};
    if (const auto stop = parse(parser, arguments, called))
        return tell("minato-sim", *stop);
    const QStringList names = parser.positionalArguments().mid(1);
    if (names.isEmpty())
        //: "bench" is a command of minato-sim. %1: the names that there are.
        //% "bench wants one or more of %1"
        return tell(
            "minato-sim",
            called.usage(words(QT_TRID_NOOP("sim.bench.missing")).arg(known.join(QStringLiteral(", ")))));
    for (const QString &name : names) {
        if (!known.contains(name))
            //: %1: what was asked for. %2: the names that there are.
            //% "unknown bench \"%1\"; there are: %2"
            return tell(
                "minato-sim",
                called.usage(
                    words(QT_TRID_NOOP("sim.bench.unknown")).arg(name, known.join(QStringLiteral(", ")))));
    }
    for (const Entry &entry : kBenches) {
        if (names.contains(QString::fromUtf8(entry.name.data(), qsizetype(entry.name.size()))))
            entry.run(entry.name);
    }
    return 0;
}

} // namespace minato::app
