// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sim_backend.h"

#include "lessons/lesson_player.h"
#include "session/wall_driver.h"

namespace minato::session {
namespace {

using namespace std::chrono_literals;

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

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
      m_inside(noting(StoryFeed::Writer::Terminal)),
      m_outside(noting(StoryFeed::Writer::Outside)),
      m_hub(m_cluster.transport(), m_cluster.timers()),
      m_usage(m_hub, m_cluster.metrics(), m_cluster.timers()),
      m_terminals({.transport = m_inside,
                   .traffic = m_cluster.traffic(),
                   .timers = m_cluster.timers(),
                   .control = &m_cluster.control()}),
      m_asks(m_cluster.transport(), [this](int tab) -> shell::Shell & { return m_terminals.shell(tab); }),
      m_load(m_cluster.traffic(), m_cluster.timers(), m_options.seed,
             [this](const std::string &service, const traffic::LoadOutcome &outcome) {
                 m_feed->countRequest(
                     service, {outcome.at, outcome.clientName, outcome.isNewConnection, outcome.latency},
                     outcome.result);
             })
{
    m_feed = std::make_unique<ClusterFeed>(m_hub, m_cluster.timers());
    m_story = std::make_unique<StoryFeed>(m_hub, m_cluster.timers(), [this](std::string_view subject) {
        return m_cluster.control().decisions(subject);
    });
    m_inspector = std::make_unique<Inspector>(m_cluster.transport(), m_cluster.timers(), m_hub);
    m_terminals.setLanguage(m_options.language);
    m_terminals.setOnEntered([this](const std::string &line) { m_story->entered(line); });
    if (m_options.lesson)
        m_lesson.emplace(*m_options.lesson, m_hub, m_cluster.timers(), [this] { m_hasLessonChanged = true; });
    m_cluster.setTrafficObserver([this](const api::TrafficRecord &record) { onTraffic(record); });
    m_hub.start();
}

SimBackend::~SimBackend() = default;

NotingTransport SimBackend::noting(StoryFeed::Writer writer)
{
    return {m_cluster.transport(),
            [this, writer](const api::Request &request) { m_story->wrote(writer, request); },
            [this](const api::Request &request, const kube::Status &status) {
                m_story->refused(request, status);
            }};
}

/// A load's requests come twice: here, and with what its runner knows of the connection.
void SimBackend::onTraffic(const api::TrafficRecord &record)
{
    m_feed->recordTraffic(record);
    m_story->recordTraffic(record);
    if (!m_load.sends(record.client)) {
        const auto &result = record.result;
        const std::string &service = result ? result->route.service : result.error().route.service;
        if (!m_load.isRunning()) // else whoever keeps connections is still at it
            m_feed->setKeptAlive(service, false);
        m_feed->countRequest(
            service, {record.at, record.client, true, result ? result->latency : result.error().latency},
            result);
    }
    if (m_lesson)
        m_lesson->recordTraffic(record);
}

void SimBackend::startLoad(const StartLoad &order)
{
    const kube::ObjectPtr service = m_feed->service(order.service);
    if (!service)
        return;
    std::string hostName;
    for (const auto &node : m_options.topology.nodes)
        if (hostName.empty() && !node.hostNames.empty())
            hostName = node.hostNames.front();
    const auto address = addressOf(*service, hostName);
    if (!address)
        return;
    noteAction();
    m_feed->setKeptAlive(order.service, order.clients.isKeptAlive);
    m_load.start(order, *address);
}

void SimBackend::open(const std::function<bool()> &mayGoOn)
{
    const bool isUp = m_cluster.settle(5min, mayGoOn);
    if (!mayGoOn())
        return;
    if (!isUp)
        m_problems.push_back({Problem::Kind::ClusterNotUp, {}});
    for (const base::Diagnostic &error : m_cluster.startErrors())
        m_problems.push_back({Problem::Kind::ObjectRefused, base::toString(error)});
    m_cluster.control().runUntil(m_options.openAt);
    if (!m_lesson)
        return;
    m_cluster.control().runUntil([this] { return m_lesson->hasSynced() && m_lesson->isReady(); }, 5min);
    if (m_options.firstStep > 0)
        playFirstSteps(mayGoOn);
    m_lesson->beginStep(std::min(m_options.firstStep, m_options.lesson->steps.size() - 1));
}

void SimBackend::playFirstSteps(const std::function<bool()> &mayGoOn)
{
    PlayedSteps observer(m_terminals.console(kFirstTab));
    auto task = lessons::play(*m_lesson, m_terminals.shell(kFirstTab), m_cluster.timers(), observer,
                              {.stepCount = m_options.firstStep});
    task.start();
    if (!m_cluster.control().runUntil([&] { return task.isDone() || !mayGoOn(); }, 2h))
        m_problems.push_back({Problem::Kind::StepsNotPlayed, {}});
}

void SimBackend::handle(const Command &command)
{
    std::visit(Overloaded{[this](const RunLine &run) {
                              noteAction();
                              m_terminals.console(run.tab).submit(run.text);
                          },
                          [this](const CancelLine &cancel) { m_terminals.console(cancel.tab).cancel(); },
                          [this](const CloseTab &close) {
                              m_asks.cancelTab(close.tab);
                              m_terminals.close(close.tab);
                          },
                          [this](const FinishEdit &edit) { m_terminals.finishEdit(edit.id, edit.text); },
                          [this](const SetLanguage &set) { m_terminals.setLanguage(set.language); },
                          [this](const BeginStep &begin) {
                              if (m_lesson && begin.index < m_options.lesson->steps.size())
                                  m_lesson->beginStep(begin.index);
                              m_hasLessonChanged = true;
                          },
                          [this](const StartLoad &order) { startLoad(order); },
                          [this](const StopLoad &) { m_load.stop(); },
                          [this](const ResetTraffic &reset) { m_feed->restartCounts(reset.count); },
                          [this](const Ask &ask) { m_asks.ask(ask); },
                          [this](const CancelAsk &cancel) { m_asks.cancel(cancel.id); },
                          [this](const Inspect &inspect) { m_inspector->inspect(inspect.object); },
                          [this](const WriteFile &file) { m_terminals.writeFile(file.name, file.text); },
                          [](const auto &) {}}, // of time: its driver's
               command);
}

void SimBackend::noteAction()
{
    if (m_lesson)
        m_lesson->recordAction();
}

std::size_t SimBackend::advance(base::Instant limit, const std::function<bool()> &mayGoOn)
{
    return advanceBySteps(m_cluster.control(), limit, mayGoOn);
}

bool SimBackend::runUntilIdle(base::Duration within)
{
    return m_cluster.control().runUntil([this] { return m_terminals.isIdle() && m_asks.isIdle(); }, within);
}

LessonState SimBackend::lessonState()
{
    LessonState state{
        .lessonId = m_options.lesson->id, .step = m_lesson->stepIndex(), .isReady = m_lesson->isReady()};
    for (std::size_t i = 0; i < m_lesson->goals().size(); ++i) {
        const auto &goal = m_lesson->goals()[i];
        state.goals.push_back({m_lesson->step().goals[i].id, goal.isDone ? GoalProgress::State::Done
                                                             : goal.outcome == lessons::Outcome::Waiting
                                                                 ? GoalProgress::State::Waiting
                                                                 : GoalProgress::State::Unmet});
    }
    return state;
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
    Batch batch = m_feed->take();
    batch.terminal = m_terminals.takeOutput();
    batch.edits = m_terminals.takeEdits();
    batch.load = m_load.takeState();
    batch.answers = m_asks.take();
    batch.inspected = m_inspector->take();
    batch.story = m_story->take();
    batch.problems = std::exchange(m_problems, {});
    batch.served = std::exchange(m_served, std::nullopt);
    if (m_lesson && std::exchange(m_hasLessonChanged, false))
        batch.lesson = lessonState();
    m_usage.addTo(batch);
    addClock(batch, pace);
    m_outbox.post(std::move(batch));
}

} // namespace minato::session
