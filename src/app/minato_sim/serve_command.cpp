// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato_sim/serve_command.h"

#include "app/minato_sim/arguments.h"
#include "app/minato_sim/run_command.h"
#include "session/api_endpoint.h"
#include "session/wall_driver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTimer>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <print>

namespace minato::app {
namespace {

using namespace std::chrono_literals;

/// How long before now a cluster starts that is ready now.
constexpr base::Duration kWarmUp = 2min;

volatile std::sig_atomic_t stopSignal = 0; // the only thing that a signal handler may write

base::Instant wallNow()
{
    return {std::chrono::duration_cast<std::chrono::nanoseconds>(
                std::chrono::system_clock::now().time_since_epoch())
                .count()};
}

/// A cluster without a window or a terminal, driven by the clock on the wall.
class ServedCluster : public session::Driven {
public:
    explicit ServedCluster(const cluster::SimCluster::Options &options) : m_cluster(options) {}

    void bringUp(base::Instant until, const Words &words)
    {
        app::bringUp(m_cluster, words);
        m_cluster.control().runUntil(until);
    }
    [[nodiscard]] api::KubeTransport &transport() { return m_cluster.transport(); }

    [[nodiscard]] base::Instant now() override { return m_cluster.control().now(); }
    std::size_t advance(base::Instant limit, const std::function<bool()> &mayGoOn) override
    {
        return session::advanceBySteps(m_cluster.control(), limit, mayGoOn);
    }
    [[nodiscard]] bool isSettled() override { return m_cluster.isSettled(); }
    [[nodiscard]] bool hasNews() override { return false; } // nobody watches
    void sliceEnded(const session::Pace &) override {}

private:
    cluster::SimCluster m_cluster;
};

/// Ends the event loop at Ctrl+C or a polite kill.
class StopOnSignal {
public:
    StopOnSignal()
    {
        for (const int number : {SIGINT, SIGTERM})
            std::signal(number, [](int received) { stopSignal = received; });
        QObject::connect(&m_timer, &QTimer::timeout, [] {
            if (stopSignal)
                QCoreApplication::quit();
        });
        m_timer.start(100ms);
    }

private:
    QTimer m_timer;
};

/// What session::contradiction() says, in the caller's language.
std::optional<Stop> contradiction(const session::ServeOptions &where, const Called &called)
{
    const auto address = session::parseAddress(where.address);
    if (!address)
        return called.usage(QStringLiteral("--listen: ") + address.error());
    if (!address->first.isLoopback() && !where.isSecure)
        //: %1: an IP address, "0.0.0.0".
        //% "%1 can be reached from other machines, so it is served with --tls only"
        return called.usage(
            called.words(QT_TRID_NOOP("lab.serve-without-tls")).arg(address->first.toString()));
    if (where.isSecure && where.kubeconfigFile.isEmpty())
        //% "--tls needs --kubeconfig FILE: certificate and token are told there"
        return called.usage(called.words(QT_TRID_NOOP("sim.tls-without-kubeconfig")));
    return std::nullopt;
}

int serve(cluster::SimCluster::Options options, Pace pace, const session::ServeOptions &where,
          const Words &words)
{
    const base::Instant wall = wallNow();
    options.start = wall - kWarmUp;
    ServedCluster cluster(options);
    cluster.bringUp(wall, words);
    session::WallDriver driver(cluster);
    session::ApiEndpoint endpoint(cluster.transport(), driver);
    const auto served = endpoint.open(where);
    if (!served)
        return tell("minato-sim", {served.error()});
    if (pace.isHeld())
        driver.setPaused(true);
    else
        driver.setSpeed(pace.isFull() ? session::Pace::kMaxSpeed : pace.factor);
    driver.start();
    std::println("The cluster is served on {}", served->url);
    if (served->kubeconfigFile.empty())
        std::println("kubectl --server={} get nodes", served->url);
    else
        std::println("kubectl --kubeconfig={} get nodes", served->kubeconfigFile);
    std::fflush(stdout);
    const StopOnSignal stop;
    return QCoreApplication::exec();
}

} // namespace

int serveCommand(const QStringList &arguments, const Words &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Serves a simulated cluster to kubectl and other clients until Ctrl+C.\n"
        "Its clock starts with the one on the wall. At another speed than 1 ages that kubectl reckons "
        "itself\n"
        "(in describe and events) differ from the cluster's; --speed max runs as fast as it goes while\n"
        "something is on its way and with the wall otherwise; --speed 0 holds time but for what requests "
        "take."));
    parser.addPositionalArgument(QStringLiteral("serve"), QStringLiteral("this command"));
    const ClusterArguments clusterArguments(QStringLiteral("1"));
    clusterArguments.addTo(parser);
    const QCommandLineOption listen(
        QStringLiteral("listen"),
        QStringLiteral(
            "Where to listen; port 0 picks one. An address that other machines reach needs --tls."),
        QStringLiteral("ADDRESS:PORT"), QStringLiteral("127.0.0.1:0"));
    const QCommandLineOption kubeconfig(QStringLiteral("kubeconfig"),
                                        QStringLiteral("Write a kubeconfig for it; never yours."),
                                        QStringLiteral("FILE"));
    const QCommandLineOption tls(
        QStringLiteral("tls"),
        QStringLiteral("Serve with TLS and a token, both made anew and written to the kubeconfig."));
    parser.addOptions({listen, kubeconfig, tls});
    addHelp(parser);
    const Called called{words, QStringLiteral("minato-sim serve")};
    if (const auto stop = parse(parser, arguments, called))
        return tell("minato-sim", *stop);
    if (const QStringList positional = parser.positionalArguments(); positional.size() != 1)
        return tell("minato-sim", called.unexpected(positional.at(1)));
    const auto options = clusterArguments.clusterOptions(parser, called);
    if (!options)
        return tell("minato-sim", options.error());
    const auto pace = clusterArguments.pace(parser, called);
    if (!pace)
        return tell("minato-sim", pace.error());
    const session::ServeOptions where{.address = parser.value(listen),
                                      .kubeconfigFile = parser.value(kubeconfig),
                                      .isSecure = parser.isSet(tls)};
    if (const auto stop = contradiction(where, called))
        return tell("minato-sim", *stop);
    return serve(*options, *pace, where, words);
}

} // namespace minato::app
