// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/traffic_target.h"
#include "client/informer.h"
#include "lessons/check_evaluator.h"
#include "lessons/lesson.h"
#include "lessons/traffic_log.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace minato::lessons {

/// A lesson under way: the goals of the current step, judged on every event of the cluster.
///
/// Lifetime  The lesson and the hub outlive the run.
/// Threads   One: the backend's, so that no moment is lost to the coalescing of pictures.
class LessonRun : private CheckWorld {
public:
    struct GoalState {
        Outcome outcome = Outcome::Unmet;
        bool isDone = false;   ///< met once; stays so until the step is begun again
        bool wasUnmet = false; ///< has been judged and was not met: being done says something
    };

    /// `onChanged` is called when the state of a goal has changed.
    LessonRun(const Lesson &lesson, client::InformerHub &hub, api::Timers &timers,
              std::function<void()> onChanged = {});

    /// Forgets what was reached in that step. Precondition: index < lesson.steps.size().
    void beginStep(std::size_t index);
    void recordTraffic(const api::TrafficRecord &record);
    /// The learner has entered a command or clicked something.
    void recordAction();

    [[nodiscard]] const Lesson &lesson() const { return m_lesson; }
    [[nodiscard]] std::size_t stepIndex() const { return m_step; }
    [[nodiscard]] const Step &step() const { return m_lesson.steps[m_step]; }
    [[nodiscard]] const std::vector<GoalState> &goals() const { return m_goals; }
    [[nodiscard]] const GoalState *goal(std::string_view id) const;
    [[nodiscard]] bool isStepDone() const;
    /// Does the setup's condition hold?
    [[nodiscard]] bool isReady();
    [[nodiscard]] bool hasSynced() const;

private:
    [[nodiscard]] base::Instant now() const override { return m_timers.now(); }
    [[nodiscard]] std::vector<kube::ObjectPtr>
    objects(const kube::GroupVersionResource &resource) const override;
    [[nodiscard]] const TrafficLog &traffic() const override { return m_traffic; }
    [[nodiscard]] std::optional<base::Instant> lastAction() const override { return m_lastAction; }

    void follow(client::InformerHub &hub);
    void evaluate();
    [[nodiscard]] bool areDone(const std::vector<std::string> &goalIds) const;
    void wakeAt(std::optional<base::Instant> time);

    const Lesson &m_lesson;
    api::Timers &m_timers;
    std::function<void()> m_onChanged;
    std::map<kube::GroupVersionResource, client::Informer *> m_informers;
    TrafficLog m_traffic;
    std::optional<base::Instant> m_lastAction;
    std::optional<CheckEvaluator> m_ready;
    std::size_t m_step = 0;
    std::vector<CheckEvaluator> m_evaluators;
    std::vector<GoalState> m_goals;
    api::TimerPtr m_wake;
    std::shared_ptr<LessonRun *> m_self; ///< handlers of the hub outlive us: they hold it weakly
};

} // namespace minato::lessons
