// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_player.h"

#include <algorithm>
#include <format>

namespace minato::lessons {
namespace {

using namespace std::chrono_literals;

constexpr base::Duration kPauseBetweenLines = 2s;
constexpr base::Duration kGlance = 100ms;  ///< how often a wait looks again
constexpr base::Duration kMaxWait = 10min; ///< of an `always` without an `eventually` around it

/// What the coroutines of one play share.
struct Play {
    LessonRun &run;
    shell::Shell &shell;
    api::Timers &timers;
    PlayObserver &observer;
    PlayReport report;
    std::vector<bool> isTold; ///< goals of the step that the observer knows to be reached

    void problem(std::string text)
    {
        report.problems.push_back(std::format("step \"{}\": {}", run.step().id, text));
    }

    void tellGoals()
    {
        for (std::size_t i = 0; i < run.goals().size(); ++i) {
            if (run.goals()[i].isDone && !isTold[i]) {
                isTold[i] = true;
                observer.goalReached(timers.now(), run.step().goals[i]);
            }
        }
    }
};

void begin(Play &play, std::size_t index)
{
    play.run.beginStep(index);
    play.isTold.assign(play.run.goals().size(), false);
    play.observer.stepBegins(play.run.step());
    for (std::size_t i = 0; i < play.run.goals().size(); ++i) {
        ++play.report.checks;
        if (play.run.goals()[i].isDone)
            play.problem(
                std::format("check \"{}\" is met before anything was done", play.run.step().goals[i].id));
    }
}

client::Task<void> enter(Play &play, std::string line)
{
    co_await client::sleep(play.timers, kPauseBetweenLines);
    ++play.report.commands;
    play.observer.entered(play.timers.now(), line);
    play.run.recordAction();
    co_await play.shell.run(std::move(line),
                            [&play](shell::Stream, std::string_view text) { play.observer.printed(text); });
    play.tellGoals();
}

bool mayStillBeMet(const Play &play, const Goal &goal)
{
    const LessonRun::GoalState *state = play.run.goal(goal.id);
    if (state->isDone || state->outcome == Outcome::Waiting)
        return !state->isDone;
    // A goal that waits for another one has not been judged yet.
    return std::ranges::any_of(goal.needs,
                               [&play](const std::string &id) { return !play.run.goal(id)->isDone; });
}

client::Task<void> await(Play &play, const Goal &goal)
{
    const base::Instant deadline = play.timers.now() + kMaxWait;
    while (mayStillBeMet(play, goal) && play.timers.now() < deadline)
        co_await client::sleep(play.timers, kGlance);
    play.tellGoals();
    if (!play.run.goal(goal.id)->isDone)
        play.problem(std::format("check \"{}\" is not met after the solution", goal.id));
}

client::Task<void> playStep(Play &play, std::size_t index)
{
    begin(play, index);
    const Step &step = play.run.step();
    for (const SolutionLine &line : step.solution) {
        if (line.kind == SolutionLine::Kind::Command)
            co_await enter(play, line.text);
        else
            co_await await(play, *std::ranges::find(step.goals, line.text, &Goal::id));
    }
    for (const Goal &goal : step.goals)
        co_await await(play, goal);
    for (const Goal &goal : step.goals) {
        // Only one that waits for others can get here so: at the start of the step it was not judged.
        if (const auto &state = *play.run.goal(goal.id);
            state.isDone && !state.wasUnmet && !goal.needs.empty())
            play.problem(std::format("check \"{}\" is met as soon as those that it needs are", goal.id));
    }
}

} // namespace

client::Task<PlayReport> play(LessonRun &run, shell::Shell &shell, api::Timers &timers,
                              PlayObserver &observer, PlayOptions options)
{
    Play state{
        .run = run, .shell = shell, .timers = timers, .observer = observer, .report = {}, .isTold = {}};
    const base::Instant deadline = timers.now() + kMaxWait;
    while (!run.isReady() && timers.now() < deadline)
        co_await client::sleep(timers, kGlance);
    if (!run.isReady()) {
        state.report.problems.push_back("the setup did not become ready");
        co_return std::move(state.report);
    }
    const std::size_t total = run.lesson().steps.size();
    const std::size_t end =
        options.stepCount > total - options.firstStep ? total : options.firstStep + options.stepCount;
    for (std::size_t index = options.firstStep; index < end && state.report.problems.empty(); ++index)
        co_await playStep(state, index);
    co_return std::move(state.report);
}

} // namespace minato::lessons
