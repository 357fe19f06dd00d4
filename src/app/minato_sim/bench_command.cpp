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
#include <map>
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

using WallClock = std::chrono::steady_clock;

/// How long this machine takes, at this moment, for a piece of work that never changes: looking for texts in a tree of
/// them, which is much of what a cluster does. Machines are compared by it.
double yardstick()
{
    const auto start = WallClock::now();
    std::map<std::string, int> tree;
    for (int i = 0; i < 500'000; ++i)
        ++tree[std::format("default/kubernetes-bootcamp-{}", i * 7919LL % 100'003)];
    return tree.size() == 100'003 ? seconds(WallClock::now() - start) : 0;
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
        m_yardstick = yardstick();
        m_wallStart = WallClock::now();
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
        const double wall = seconds(WallClock::now() - m_wallStart);
        const double unit = std::min(m_yardstick, yardstick());
        std::println("{}: {:.2f} s, {:.1f} yardsticks of {:.2f} s, for {} ({:.1f} virtual s, {} events, peak "
                     "{:.0f} MiB)",
                     name, wall, wall / unit, unit, what, seconds(cluster.timers().now() - m_start),
                     cluster.executedEvents() - m_events, peakMemory());
    }

    mutable cluster::SimCluster cluster;
    client::InformerHub hub;
    client::Informer &deployments;

private:
    double m_yardstick = 0;
    WallClock::time_point m_wallStart;
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

/// Sends requests at a steady rate, so many at a time. Who sends more than four Pods can answer gives up on most: they
/// have been routed all the same.
void trafficBench(std::string_view name, base::Duration duration, base::Duration gap, int batch)
{
    Bench bench(3, {});
    bench.scale(4);
    std::uint64_t sent = 0, answered = 0, failed = 0;
    bench.cluster.setTrafficObserver(
        [&](const api::TrafficRecord &record) { ++(record.result ? answered : failed); });
    const auto end = bench.cluster.control().now() + duration;
    std::vector<api::CallPtr> calls(1024);
    std::size_t next = 0;
    while (bench.cluster.control().now() < end) {
        sent += static_cast<std::uint64_t>(batch);
        for (int i = 0; i < batch; ++i)
            calls[next++ % calls.size()] = bench.cluster.traffic().request(
                {.host = std::string(kApp), .port = 8080, .client = "bench"}, [](const auto &) {});
        bench.cluster.control().runUntil(bench.cluster.control().now() + gap);
    }
    bench.report(name, std::format("{} requests, {} answered, {} failed", sent, answered, failed));
}

/// Changes a Deployment again and again, with a hundred watching it.
void watchBench(std::string_view name, int writes)
{
    constexpr int kWatchers = 100;
    Bench bench(3, {});
    auto request = client::listRequest(kDeployments, "default");
    request.query["resourceVersion"] = "0";
    int seen = 0;
    std::vector<api::CallPtr> watches;
    for (int i = 0; i < kWatchers; ++i)
        watches.push_back(bench.cluster.transport().watch(
            request, [&seen](const auto &batch) { seen += batch ? static_cast<int>(batch->size()) : 0; }));
    bench.cluster.control().runUntil(bench.cluster.control().now() + 1s);
    seen = 0;
    const auto start = WallClock::now();
    for (int i = 1; i <= writes; ++i) {
        auto patch = client::getRequest(kDeployments, "default", kApp);
        patch.verb = api::Verb::Patch;
        patch.patchType = kube::PatchType::Merge;
        patch.body = kube::Value::map(
            {{"metadata", kube::Value::map({{"labels", kube::Value::map({{"bench", std::to_string(i)}})}})}});
        const auto call = bench.cluster.transport().send(std::move(patch), [](const auto &) {});
        const int all = seen + kWatchers;
        bench.cluster.control().runUntil([&] { return seen >= all; }, 1min);
    }
    const double each = 1000 * seconds(WallClock::now() - start) / writes;
    bench.report(name, std::format("{} writes, {:.3f} ms from each to the last of {} watchers", writes, each,
                                   kWatchers));
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
    Entry{"watchers", "a thousand writes that a hundred watch",
          [](std::string_view name) { watchBench(name, 1000); }},
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
