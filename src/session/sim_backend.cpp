// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sim_backend.h"

#include "lessons/lesson_player.h"
#include "session/wall_driver.h"

namespace minato::session {
namespace {

using namespace std::chrono_literals;

/// Shows in the terminal what the steps before were solved with.
class PlayedSteps : public lessons::PlayObserver {
public:
    explicit PlayedSteps(Console &console) : m_console(console) {}
    void entered(base::Instant at, const std::string &line) override
    {
        m_console.add({TerminalChunk::Kind::Entered, line, 0, at});
    }
    void printed(std::string_view text) override
    {
        m_console.add({TerminalChunk::Kind::Out, std::string(text)});
    }

private:
    Console &m_console;
};

} // namespace

SimBackend::SimBackend(Options options, Mailbox &outbox)
    : m_options(std::move(options)),
      m_outbox(outbox),
      m_cluster({.seed = m_options.seed, .topology = m_options.topology, .start = m_options.start}),
      m_desk({.transport = m_cluster.transport(),
              .traffic = m_cluster.traffic(),
              .timers = m_cluster.timers(),
              .metrics = &m_cluster.metrics(),
              .control = &m_cluster.control(),
              .loadHost = [this] { return hostName(); }},
             m_options.seed, m_options.lesson)
{
    m_cluster.setTrafficObserver([this](const api::TrafficRecord &record) { m_desk.recordTraffic(record); });
    m_desk.terminals().setLanguage(m_options.language);
    m_desk.hub().start();
}

SimBackend::~SimBackend() = default;

/// A machine's name of its own, which its node ports are reached at from outside; empty: none has one.
std::string SimBackend::hostName() const
{
    for (const auto &node : m_options.topology.nodes) {
        if (!node.hostNames.empty())
            return node.hostNames.front();
    }
    return {};
}

void SimBackend::open(const std::function<bool()> &mayGoOn)
{
    const bool isUp = m_cluster.settle(5min, mayGoOn);
    if (!mayGoOn())
        return;
    if (!isUp)
        m_desk.tellProblem({Problem::Kind::ClusterNotUp, {}});
    for (const base::Diagnostic &error : m_cluster.startErrors())
        m_desk.tellProblem({Problem::Kind::ObjectRefused, base::toString(error)});
    m_cluster.control().runUntil(m_options.openAt);
    lessons::LessonRun *lesson = m_desk.lesson();
    if (!lesson)
        return;
    m_cluster.control().runUntil([lesson] { return lesson->hasSynced() && lesson->isReady(); }, 5min);
    if (m_options.firstStep > 0)
        playFirstSteps(mayGoOn);
    lesson->beginStep(std::min(m_options.firstStep, m_options.lesson->steps.size() - 1));
}

void SimBackend::playFirstSteps(const std::function<bool()> &mayGoOn)
{
    PlayedSteps observer(m_desk.terminals().console(kFirstTab));
    auto task = lessons::play(*m_desk.lesson(), m_desk.terminals().shell(kFirstTab), m_cluster.timers(),
                              observer, {.stepCount = m_options.firstStep});
    task.start();
    if (!m_cluster.control().runUntil([&] { return task.isDone() || !mayGoOn(); }, 2h))
        m_desk.tellProblem({Problem::Kind::StepsNotPlayed, {}});
}

std::size_t SimBackend::advance(base::Instant limit, const std::function<bool()> &mayGoOn)
{
    return advanceBySteps(m_cluster.control(), limit, mayGoOn);
}

bool SimBackend::runUntilIdle(base::Duration within)
{
    return m_cluster.control().runUntil([this] { return m_desk.isIdle(); }, within);
}

void SimBackend::addClock(Batch &batch, const Pace &pace)
{
    // The window shows whole seconds: more often it need not wake up for the time alone.
    const base::Instant second{now().ns / 1'000'000'000 * 1'000'000'000};
    const ClockState clock{.start = m_options.start,
                           .now = batch.isEmpty() ? second : now(),
                           .speed = pace.speed(),
                           .isPaused = pace.isPaused(),
                           .isBehind = pace.isBehind(),
                           .run = pace.run(),
                           .lastRun = pace.lastRun()};
    if (batch.isEmpty() && m_toldClock && m_toldClock->now.ns / 1'000'000'000 == second.ns / 1'000'000'000 &&
        m_toldClock->speed == clock.speed && m_toldClock->isPaused == clock.isPaused &&
        m_toldClock->isBehind == clock.isBehind && m_toldClock->run == clock.run &&
        m_toldClock->lastRun == clock.lastRun)
        return;
    batch.clock = clock;
    m_toldClock = clock;
}

void SimBackend::flush(const Pace &pace)
{
    Batch batch = m_desk.take();
    batch.served = std::exchange(m_served, std::nullopt);
    addClock(batch, pace);
    m_outbox.post(std::move(batch));
}

} // namespace minato::session
