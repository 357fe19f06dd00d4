// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/comparer.h"

#include "client/requests.h"
#include "cluster/sim_cluster.h"
#include "kube/quantity.h"
#include "session/kinds.h"
#include "shell/shell.h"

#include <algorithm>
#include <format>

namespace minato::session {
namespace {

using namespace std::chrono_literals;
using Stage = ComparisonState::Stage;

constexpr int kEventsASlice = 200;
constexpr base::Duration kSlice = 1s;      ///< of the simulated cluster's time, when nothing happens in it
constexpr base::Duration kBreath = 1ms;    ///< of the thread between two slices
constexpr base::Duration kTwinRest = 2min; ///< of its time
constexpr int kQuietLooks = 3;             ///< without a change: it rests
constexpr std::uint64_t kSeed = 1;

/// Only the machines: what runs on them is what the real cluster has.
cluster::SimCluster::Options optionsOf(cluster::Topology machines)
{
    machines.objects.clear();
    return {.seed = kSeed, .topology = std::move(machines)};
}

Machines machinesOf(const comparison::Picture &picture)
{
    Machines machines;
    for (const kube::ObjectPtr &node : picture.nodes) {
        const bool isClosed =
            node->spec()["unschedulable"].asBool() ||
            std::ranges::any_of(node->spec()["taints"].items(), [](const kube::Value &taint) {
                return taint["effect"].asString() != "PreferNoSchedule";
            });
        if (isClosed)
            continue;
        ++machines.count;
        const kube::Value &offered = node->at("status", "allocatable");
        machines.milliCpu +=
            kube::Quantity::fromValue(offered["cpu"]).value_or(kube::Quantity()).milliValue();
        machines.memoryBytes +=
            kube::Quantity::fromValue(offered["memory"]).value_or(kube::Quantity()).value();
    }
    return machines;
}

api::Request namespaceRequest(const std::string &name)
{
    return client::createRequest(
        kube::resources::kNamespaces,
        kube::Value::map(
            {{"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", kube::Value::map({{"name", name}})}}));
}

} // namespace

/// A shell that plays the commands on one cluster.
struct Comparer::Side {
    Side(shell::Shell::Options options, const Files &files) : shell(std::move(options))
    {
        for (const auto &[name, text] : files)
            shell.writeFile(name, text);
    }
    void start(std::vector<std::string> lines, base::Instant mostUntil)
    {
        until = mostUntil;
        task = play(this, std::move(lines));
        task.start();
    }
    [[nodiscard]] bool isPlaying(base::Instant now) const { return !task.isDone() && now < until; }
    static client::Task<void> play(Side *side, std::vector<std::string> lines)
    {
        for (std::string &line : lines) {
            const auto keep = [side](shell::Stream, std::string_view text) {
                side->outcome.printed +=
                    text.substr(0, kMostOutput - std::min(kMostOutput, side->outcome.printed.size()));
            };
            side->outcome.exitStatus = co_await side->shell.run(std::move(line), keep);
        }
    }

    shell::Shell shell;
    comparison::Outcome outcome;
    base::Instant until;
    client::Task<void> task; ///< goes before the shell
};

struct Comparer::Twin {
    explicit Twin(cluster::Topology machines) : cluster(optionsOf(std::move(machines))) {}
    void goOn()
    {
        api::SimControl &control = cluster.control();
        int left = kEventsASlice;
        while (left > 0 && control.step(control.now() + kSlice))
            --left;
        if (left > 0)
            control.runUntil(control.now() + kSlice);
    }
    cluster::SimCluster cluster;
};

Comparer::Comparer(Real real, cluster::Topology machines)
    : m_real(std::move(real)), m_machines(std::move(machines))
{
}

Comparer::~Comparer()
{
    cancel();
}

void Comparer::start(std::vector<std::string> lines, Files files)
{
    cancel();
    m_state = {.stage = Stage::Preparing,
               .lines = std::move(lines),
               .report = {},
               .unseen = {},
               .notTaken = {},
               .refusal = {}};
    m_hasNews = true;
    m_task = compare(std::move(files));
    m_task.start();
}

void Comparer::cancel()
{
    m_task.cancel();
    letGo();
}

/// A simulated cluster takes some room.
void Comparer::letGo()
{
    m_twinTask.cancel();
    m_realSide.reset();
    m_twinSide.reset();
    m_twin.reset();
}

std::optional<ComparisonState> Comparer::takeState()
{
    return std::exchange(m_hasNews, false) ? std::optional(m_state) : std::nullopt;
}

void Comparer::enter(Stage stage)
{
    m_state.stage = stage;
    m_hasNews = true;
}

client::Task<void> Comparer::pump()
{
    while (!m_twinTask.isDone()) {
        m_twin->goOn();
        co_await client::sleep(m_real.timers, kBreath);
    }
}

client::Task<void> Comparer::compare(Files files)
{
    NamespacePicture real = co_await restedPicture();
    if (real.unseen.contains("Pod")) {
        m_state.refusal = real.refusal;
        enter(Stage::Refused);
        co_return;
    }
    m_state.unseen.assign(real.unseen.begin(), real.unseen.end());
    m_twin = std::make_unique<Twin>(m_machines);
    m_twinTask = prepareTwin(real);
    m_twinTask.start();
    co_await pump();
    m_twinPicture.leaveOut(real.unseen);
    m_state.simulated = machinesOf(m_twinPicture.picture);
    m_state.real = machinesOf(real.picture);
    comparison::Comparison comparison(m_twinPicture.picture, real.picture);
    enter(Stage::Playing);
    co_await playBoth(std::move(files));
    enter(Stage::Settling);
    m_twinTask = finishTwin();
    m_twinTask.start();
    co_await pump();
    NamespacePicture rested = co_await restedPicture();
    rested.leaveOut(real.unseen);
    m_twinPicture.leaveOut(real.unseen);
    m_state.report =
        comparison.report(m_twinPicture.picture, m_twinSide->outcome, rested.picture, m_realSide->outcome);
    enter(Stage::Done);
    letGo();
}

client::Task<void> Comparer::settleTwin(base::Duration within)
{
    api::Timers &timers = m_twin->cluster.timers();
    const base::Instant until = timers.now() + within;
    // A write a moment ago may not have reached the components.
    do {
        co_await client::sleep(timers, 1s);
    } while (!m_twin->cluster.isSettled() && timers.now() < until);
}

client::Task<void> Comparer::prepareTwin(NamespacePicture real)
{
    api::KubeTransport &transport = m_twin->cluster.transport();
    co_await settleTwin(5min);
    auto create = namespaceRequest(m_real.ns);
    const auto created = co_await client::send(transport, std::move(create));
    if (!created)
        m_state.notTaken.push_back(created.error().message);
    co_await client::sleep(m_twin->cluster.timers(), 2s); // its service account has to come
    for (kube::Value &manifest : manifestsOf(real.picture)) {
        const auto name =
            std::format("{}/{}", manifest["kind"].asString(), manifest.at("metadata", "name").asString());
        const auto place = placeOf(manifest["apiVersion"].asString(), manifest["kind"].asString());
        if (!place)
            continue;
        const auto answer =
            co_await client::send(transport, client::createRequest(place->resource, std::move(manifest)));
        if (!answer)
            m_state.notTaken.push_back(std::format("{}: {}", name, answer.error().message));
    }
    co_await settleTwin(kTwinRest);
    m_twinPicture = co_await takePicture(transport, m_real.ns);
}

client::Task<void> Comparer::finishTwin()
{
    co_await settleTwin(kTwinRest);
    m_twinPicture = co_await takePicture(m_twin->cluster.transport(), m_real.ns);
}

void Comparer::startSides(const Files &files)
{
    const auto options = [this](api::KubeTransport &transport, api::TrafficTarget &traffic,
                                api::Timers &timers) {
        return shell::Shell::Options{.transport = transport,
                                     .traffic = traffic,
                                     .timers = timers,
                                     .serverUrl = m_real.serverUrl,
                                     .context = m_real.context,
                                     .ns = m_real.ns};
    };
    cluster::SimCluster &twin = m_twin->cluster;
    m_realSide = std::make_unique<Side>(options(m_real.transport, m_real.traffic, m_real.timers), files);
    m_twinSide = std::make_unique<Side>(options(twin.transport(), twin.traffic(), twin.timers()), files);
    m_realSide->start(m_state.lines, m_real.timers.now() + kMostPlay);
    m_twinSide->start(m_state.lines, twin.timers().now() + kMostPlay);
}

/// False: both have ended, or their time is up.
bool Comparer::goOnPlaying()
{
    const bool isTwinAtIt = m_twinSide->isPlaying(m_twin->cluster.timers().now());
    if (isTwinAtIt)
        m_twin->goOn();
    return isTwinAtIt || m_realSide->isPlaying(m_real.timers.now());
}

client::Task<void> Comparer::playBoth(Files files)
{
    startSides(files);
    while (goOnPlaying())
        co_await client::sleep(m_real.timers, kBreath);
    m_state.hasEnded = m_realSide->task.isDone() && m_twinSide->task.isDone();
    m_realSide->task.cancel();
    m_twinSide->task.cancel();
}

client::Task<NamespacePicture> Comparer::restedPicture()
{
    const base::Instant until = m_real.timers.now() + kMostRest;
    NamespacePicture picture = co_await takePicture(m_real.transport, m_real.ns);
    int quiet = 0;
    while (quiet < kQuietLooks && m_real.timers.now() < until) {
        co_await client::sleep(m_real.timers, kLook);
        NamespacePicture next = co_await takePicture(m_real.transport, m_real.ns);
        quiet = next.fingerprint() == picture.fingerprint() ? quiet + 1 : 0;
        picture = std::move(next);
    }
    m_state.hasSettled = quiet >= kQuietLooks;
    co_return picture;
}

} // namespace minato::session
