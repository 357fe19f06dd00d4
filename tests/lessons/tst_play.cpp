// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/sim_cluster.h"
#include "lessons/lesson_loader.h"
#include "lessons/lesson_player.h"
#include "support/test_registry.h"

#include <algorithm>

using namespace minato;
using namespace minato::lessons;
using namespace std::chrono_literals;

namespace {

Lesson seedLesson()
{
    return loadLesson(MINATO_SOURCE_DIR "/lessons/scale").value();
}

PlayReport played(const Lesson &lesson)
{
    cluster::Topology topology = cluster::Topology::empty();
    topology.objects = lesson.manifests;
    cluster::SimCluster cluster({.topology = std::move(topology)});
    client::InformerHub hub(cluster.transport(), cluster.timers());
    LessonRun run(lesson, hub, cluster.timers());
    cluster.setTrafficObserver([&run](const api::TrafficRecord &record) { run.recordTraffic(record); });
    hub.start();
    shell::Shell shell(
        {.transport = cluster.transport(), .traffic = cluster.traffic(), .timers = cluster.timers()});
    PlayObserver nobody;
    auto task = play(run, shell, cluster.timers(), nobody);
    task.start();
    if (!cluster.control().runUntil([&task] { return task.isDone(); }, 4h))
        return {.problems = {"the play has not ended"}};
    return task.takeResult();
}

/// All that was found, a line each.
std::string told(const PlayReport &report)
{
    std::string text;
    for (const std::string &problem : report.problems)
        text += problem + "\n";
    return text;
}

/// The condition that is written so in lesson.yaml.
Check condition(const kube::Value &value)
{
    return parseCheck(value, "that").value();
}

/// Holds as long as the lesson lasts.
Check alwaysTrue()
{
    return condition(kube::Value::map(
        {{"exists", kube::Value::map({{"resource", "services"}, {"name", "kubernetes-bootcamp"}})}}));
}

Goal &goalOf(Lesson &lesson, std::string_view step, std::string_view goal)
{
    auto &goals = std::ranges::find(lesson.steps, step, &Step::id)->goals;
    return *std::ranges::find(goals, goal, &Goal::id);
}

} // namespace

/// What playing a lesson proves: each check says no before, and yes only because of the solution.
class TestPlay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ownSolution_meetsEveryCheck()
    {
        const Lesson lesson = seedLesson();
        const PlayReport report = played(lesson);
        QCOMPARE(told(report), std::string());
        QVERIFY(report.isSolved());
        std::size_t checks = 0, commands = 0;
        for (const Step &step : lesson.steps) {
            checks += step.goals.size();
            commands += static_cast<std::size_t>(
                std::ranges::count(step.solution, SolutionLine::Kind::Command, &SolutionLine::kind));
        }
        QCOMPARE(report.checks, checks);
        QCOMPARE(report.commands, commands);
    }

    void withoutItsSolution_noCheckOfAStepIsMet_data()
    {
        QTest::addColumn<std::string>("folder");
        QTest::addColumn<std::size_t>("index");
        const Catalogue catalogue = loadCatalogue(MINATO_SOURCE_DIR "/lessons");
        QVERIFY(!catalogue.lessons.empty());
        for (const Lesson &lesson : catalogue.lessons) {
            for (std::size_t i = 0; i < lesson.steps.size(); ++i)
                QTest::addRow("%s/%s", lesson.id.c_str(), lesson.steps[i].id.c_str()) << lesson.folder << i;
        }
    }
    void withoutItsSolution_noCheckOfAStepIsMet()
    {
        QFETCH(std::string, folder);
        QFETCH(std::size_t, index);
        Lesson lesson = loadLesson(folder).value();
        lesson.steps.resize(index + 1);
        Step &step = lesson.steps.back();
        step.solution = {{SolutionLine::Kind::Command, "sleep 600"}}; // time alone meets nothing
        std::string expected;
        for (const Goal &goal : step.goals)
            expected += "step \"" + step.id + "\": check \"" + goal.id + "\" is not met after the solution\n";
        QCOMPARE(told(played(lesson)), expected);
    }

    void checkThatHoldsFromTheStart_isTold()
    {
        Lesson lesson = seedLesson();
        goalOf(lesson, "scale-up", "asked").check = alwaysTrue();
        QCOMPARE(told(played(lesson)),
                 std::string("step \"scale-up\": check \"asked\" is met before anything was done\n"));
    }

    void checkThatSaysNothingMoreThanThoseItNeeds_isTold()
    {
        Lesson lesson = seedLesson();
        goalOf(lesson, "zero", "back").check = alwaysTrue();
        QCOMPARE(told(played(lesson)),
                 std::string("step \"zero\": check \"back\" is met as soon as those that it needs are\n"));
    }

    void checkThatNeverHolds_isTold()
    {
        Lesson lesson = seedLesson();
        goalOf(lesson, "balance", "spread").check =
            condition(kube::Value::map({{"count", kube::Value::map({{"resource", "pods"}, {"value", 99}})}}));
        QCOMPARE(told(played(lesson)),
                 std::string("step \"balance\": check \"spread\" is not met after the solution\n"));
    }

    void setUpThatNeverComesUp_isTold()
    {
        Lesson lesson = seedLesson();
        lesson.manifests.clear();
        QCOMPARE(told(played(lesson)), std::string("the setup did not become ready\n"));
    }

    void lessonWithoutSteps_isNotSolved()
    {
        Lesson lesson = seedLesson();
        lesson.steps.clear();
        QVERIFY(!played(lesson).isSolved());
    }
};

MINATO_TEST(TestPlay)
#include "tst_play.moc"
