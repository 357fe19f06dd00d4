// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/desk.h"

namespace minato::session {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

} // namespace

Desk::Desk(Cluster cluster, std::uint64_t seed, std::shared_ptr<const lessons::Lesson> lesson)
    : m_cluster(std::move(cluster)),
      m_inside(noting(StoryFeed::Writer::Terminal)),
      m_outside(noting(StoryFeed::Writer::Outside)),
      m_hub(m_cluster.followed ? *m_cluster.followed : m_cluster.transport,
            m_cluster.backOff ? *m_cluster.backOff : m_cluster.timers),
      m_terminals({.transport = m_inside,
                   .traffic = m_cluster.traffic,
                   .timers = m_cluster.timers,
                   .serverUrl = m_cluster.serverUrl,
                   .context = m_cluster.context,
                   .ns = m_cluster.ns,
                   .control = m_cluster.control}),
      m_estimator(m_cluster.transport, m_cluster.timers, m_hub),
      m_asks(m_cluster.transport, m_estimator,
             [this](int tab) -> shell::Shell & { return m_terminals.shell(tab); }),
      m_load(m_cluster.traffic, m_cluster.timers, seed,
             [this](const std::string &service, const traffic::LoadOutcome &outcome) {
                 m_feed->countRequest(
                     service, {outcome.at, outcome.clientName, outcome.isNewConnection, outcome.latency},
                     outcome.result);
             }),
      m_text(std::move(lesson))
{
    if (m_cluster.metrics)
        m_usage.emplace(m_hub, *m_cluster.metrics, m_cluster.timers);
    m_feed = std::make_unique<ClusterFeed>(m_hub, m_cluster.timers);
    m_story = std::make_unique<StoryFeed>(m_hub, m_cluster.timers,
                                          [this](std::string_view subject) { return decisions(subject); });
    m_inspector = std::make_unique<Inspector>(m_cluster.transport, m_cluster.timers, m_hub);
    m_terminals.setOnEntered([this](const std::string &line) { m_story->entered(line); });
    if (m_text)
        m_lesson.emplace(*m_text, m_hub, m_cluster.timers, [this] { m_hasLessonChanged = true; });
}

Desk::~Desk() = default;

NotingTransport Desk::noting(StoryFeed::Writer writer)
{
    return {m_cluster.transport,
            [this, writer](const api::Request &request) { m_story->wrote(writer, request); },
            [this](const api::Request &request, const kube::Status &status) {
                m_story->refused(request, status);
            }};
}

std::vector<api::DecisionRecord> Desk::decisions(std::string_view subject) const
{
    return m_cluster.control ? m_cluster.control->decisions(subject) : std::vector<api::DecisionRecord>();
}

/// A load's requests come twice: here, and with what its runner knows of the connection.
void Desk::recordTraffic(const api::TrafficRecord &record)
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

void Desk::startLoad(const StartLoad &order)
{
    const kube::ObjectPtr service = m_feed->service(order.service);
    if (!service)
        return;
    const auto address = addressOf(*service, m_cluster.loadHost());
    if (!address)
        return;
    noteAction();
    m_feed->setKeptAlive(order.service, order.clients.isKeptAlive);
    m_load.start(order, *address);
}

void Desk::handle(const Command &command)
{
    std::visit(Overloaded{[this](const RunLine &run) {
                              noteAction();
                              m_terminals.console(run.tab).submit(run.text);
                          },
                          [this](const CancelLine &cancel) { m_terminals.console(cancel.tab).cancel(); },
                          [this](const EndInput &end) { m_terminals.console(end.tab).endInput(); },
                          [this](const CloseTab &close) {
                              m_asks.cancelTab(close.tab);
                              m_terminals.close(close.tab);
                          },
                          [this](const FinishEdit &edit) { m_terminals.finishEdit(edit.id, edit.text); },
                          [this](const SetLanguage &set) { m_terminals.setLanguage(set.language); },
                          [this](const BeginStep &begin) {
                              if (m_lesson && begin.index < m_text->steps.size())
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
                          [](const auto &) {}},
               command);
}

void Desk::noteAction()
{
    if (m_lesson)
        m_lesson->recordAction();
}

LessonState Desk::lessonState()
{
    LessonState state{.lessonId = m_text->id, .step = m_lesson->stepIndex(), .isReady = m_lesson->isReady()};
    for (std::size_t i = 0; i < m_lesson->goals().size(); ++i) {
        const auto &goal = m_lesson->goals()[i];
        state.goals.push_back({m_lesson->step().goals[i].id, goal.isDone ? GoalProgress::State::Done
                                                             : goal.outcome == lessons::Outcome::Waiting
                                                                 ? GoalProgress::State::Waiting
                                                                 : GoalProgress::State::Unmet});
    }
    return state;
}

Batch Desk::take()
{
    Batch batch = m_feed->take();
    batch.terminal = m_terminals.takeOutput();
    batch.edits = m_terminals.takeEdits();
    batch.load = m_load.takeState();
    batch.answers = m_asks.take();
    batch.inspected = m_inspector->take();
    batch.story = m_story->take();
    batch.problems = std::exchange(m_problems, {});
    if (m_lesson && !m_wasReady && m_lesson->isReady())
        m_wasReady = m_hasLessonChanged = true;
    if (m_lesson && std::exchange(m_hasLessonChanged, false))
        batch.lesson = lessonState();
    if (m_usage)
        m_usage->addTo(batch);
    return batch;
}

} // namespace minato::session
