// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_run.h"

#include <algorithm>

namespace minato::lessons {

LessonRun::LessonRun(const Lesson &lesson, client::InformerHub &hub, api::Timers &timers,
                     std::function<void()> onChanged)
    : m_lesson(lesson),
      m_timers(timers),
      m_onChanged(std::move(onChanged)),
      m_self(std::make_shared<LessonRun *>(this))
{
    if (lesson.ready)
        m_ready.emplace(*lesson.ready);
    m_traffic.beginLesson();
    // What is set up by itself counts as done by somebody, so that `ready` may wait.
    m_lastAction = timers.now();
    follow(hub);
}

void LessonRun::follow(client::InformerHub &hub)
{
    std::vector<kube::GroupVersionResource> resources;
    if (m_lesson.ready)
        collectResources(*m_lesson.ready, resources);
    for (const Step &step : m_lesson.steps) {
        for (const Goal &goal : step.goals)
            collectResources(goal.check, resources);
    }
    for (const kube::GroupVersionResource &resource : resources) {
        client::Informer &informer = hub.informer(resource);
        m_informers.emplace(resource, &informer);
        informer.addHandler([self = std::weak_ptr(m_self)](const kube::ObjectPtr &, const kube::ObjectPtr &) {
            if (const auto alive = self.lock())
                (*alive)->evaluate();
        });
    }
}

void LessonRun::beginStep(std::size_t index)
{
    m_step = index;
    m_traffic.beginStep();
    m_lastAction.reset();
    m_evaluators.clear();
    for (const Goal &goal : step().goals)
        m_evaluators.emplace_back(goal.check);
    m_goals.assign(m_evaluators.size(), {});
    evaluate();
    if (m_onChanged)
        m_onChanged();
}

void LessonRun::recordTraffic(const api::TrafficRecord &record)
{
    m_traffic.add(record);
    evaluate();
}

void LessonRun::recordAction()
{
    m_lastAction = m_timers.now();
    evaluate();
}

const LessonRun::GoalState *LessonRun::goal(std::string_view id) const
{
    const auto &goals = step().goals;
    const auto it = std::ranges::find(goals, id, &Goal::id);
    const auto index = static_cast<std::size_t>(it - goals.begin());
    return index < m_goals.size() ? &m_goals[index] : nullptr;
}

bool LessonRun::isStepDone() const
{
    return !m_goals.empty() && std::ranges::all_of(m_goals, &GoalState::isDone);
}

bool LessonRun::hasSynced() const
{
    return std::ranges::all_of(m_informers, [](const auto &entry) { return entry.second->hasSynced(); });
}

bool LessonRun::isReady()
{
    return hasSynced() && (!m_ready || m_ready->evaluate(*this) == Outcome::Met);
}

std::vector<kube::ObjectPtr> LessonRun::objects(const kube::GroupVersionResource &resource) const
{
    std::vector<kube::ObjectPtr> objects;
    if (const auto it = m_informers.find(resource); it != m_informers.end()) {
        for (const auto &[key, entry] : it->second->cache().entries())
            objects.push_back(entry.object);
    }
    return objects;
}

bool LessonRun::areDone(const std::vector<std::string> &goalIds) const
{
    return std::ranges::all_of(goalIds, [this](const std::string &id) {
        const GoalState *state = goal(id);
        return state && state->isDone;
    });
}

void LessonRun::evaluate()
{
    if (m_goals.empty() || !hasSynced())
        return;
    bool hasChanged = false;
    std::optional<base::Instant> wake;
    for (std::size_t i = 0; i < m_goals.size(); ++i) {
        GoalState &state = m_goals[i];
        if (state.isDone || !areDone(step().goals[i].needs))
            continue;
        const Outcome outcome = m_evaluators[i].evaluate(*this);
        hasChanged = hasChanged || outcome != state.outcome;
        state = {.outcome = outcome,
                 .isDone = outcome == Outcome::Met,
                 .wasUnmet = state.wasUnmet || outcome != Outcome::Met};
        if (const auto time = m_evaluators[i].wakeAt())
            wake = wake ? std::min(*wake, *time) : *time;
    }
    wakeAt(wake);
    if (hasChanged && m_onChanged)
        m_onChanged();
}

void LessonRun::wakeAt(std::optional<base::Instant> time)
{
    m_wake.reset();
    if (time)
        m_wake = m_timers.after(*time - m_timers.now(), [this] { evaluate(); });
}

} // namespace minato::lessons
