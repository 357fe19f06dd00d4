// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato_lessons/play_command.h"

#include "app/common/lesson_names.h"
#include "cluster/sim_cluster.h"
#include "kube/duration.h"
#include "lessons/lesson_loader.h"
#include "lessons/lesson_player.h"
#include "lessons/lesson_run.h"
#include "shell/shell.h"

#include <algorithm>
#include <cstdio>
#include <format>
#include <iterator>
#include <print>

namespace minato::app {
namespace {

using namespace std::chrono_literals;

/// "12.250": seconds since the cluster began.
std::string stamp(base::Instant time)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time - base::kSimEpoch).count();
    return std::format("{}.{:03}", ms / 1000, ms % 1000);
}

class Transcript : public lessons::PlayObserver {
public:
    explicit Transcript(bool isOn) : m_isOn(isOn) {}

    void stepBegins(const lessons::Step &step) override { print(std::format("\n### {}\n", step.id)); }
    void entered(base::Instant time, const std::string &line) override
    {
        print(std::format("[{}] $ {}\n", stamp(time), line));
    }
    void printed(std::string_view text) override { print(text); }
    void goalReached(base::Instant time, const lessons::Goal &goal) override
    {
        print(std::format("[{}] ✓ {}\n", stamp(time), goal.id));
    }

private:
    void print(std::string_view text) const
    {
        if (m_isOn)
            std::fwrite(text.data(), 1, text.size(), stdout);
    }
    bool m_isOn;
};

cluster::Topology topologyFor(const lessons::Lesson &lesson)
{
    cluster::Topology topology = cluster::Topology::empty();
    topology.objects = lesson.manifests;
    return topology;
}

void printVerdict(const lessons::Lesson &lesson, const lessons::PlayReport &report, base::Duration took,
                  const Words &words)
{
    //: %1: a lesson. %2 to %4: numbers. %5: a duration, "2m12s".
    //% "%1: solved (steps: %2, commands: %3, checks: %4, each unmet before and met after; cluster time: %5)"
    const QString text = words(QT_TRID_NOOP("lessons.solved"))
                             .arg(QString::fromStdString(lesson.id))
                             .arg(lesson.steps.size())
                             .arg(report.commands)
                             .arg(report.checks)
                             .arg(QString::fromStdString(kube::humanDuration(took)));
    std::println("{}", text.toStdString());
}

/// The faults of playing one lesson; none when it is solved.
base::Diagnostics play(const lessons::Lesson &lesson, const PlayArguments &arguments, const Words &words)
{
    cluster::SimCluster cluster({.seed = arguments.seed, .topology = topologyFor(lesson)});
    client::InformerHub hub(cluster.transport(), cluster.timers());
    lessons::LessonRun run(lesson, hub, cluster.timers());
    cluster.setTrafficObserver([&run](const api::TrafficRecord &record) { run.recordTraffic(record); });
    hub.start();
    shell::Shell shell({.transport = cluster.transport(),
                        .traffic = cluster.traffic(),
                        .timers = cluster.timers(),
                        .control = &cluster.control()});
    Transcript transcript(arguments.isTranscript);
    const base::Instant start = cluster.timers().now();
    auto task = lessons::play(run, shell, cluster.timers(), transcript);
    task.start();
    const bool hasEnded = cluster.control().runUntil([&task] { return task.isDone(); }, 2h);
    // What the API server refused of the setup is the cause of what comes after.
    base::Diagnostics faults = cluster.startErrors();
    const auto add = [&faults, &lesson](std::string message) {
        faults.push_back({.file = lesson.id, .message = std::move(message)});
    };
    if (!hasEnded) {
        add("the solution has not ended after two hours of cluster time");
        return faults;
    }
    const lessons::PlayReport report = task.takeResult();
    std::ranges::for_each(report.problems, add);
    if (faults.empty() && !report.isSolved())
        add("no check was judged");
    if (faults.empty())
        printVerdict(lesson, report, cluster.timers().now() - start, words);
    return faults;
}

} // namespace

std::optional<Stop> playLessons(const QString &lessonsFolder, const QStringList &ids,
                                const PlayArguments &arguments, const Words &words)
{
    const auto catalogue = lessons::loadCatalogue(lessonsFolder.toStdString());
    base::Diagnostics faults = catalogue.problems;
    QStringList known;
    for (const lessons::Lesson &lesson : catalogue.lessons)
        known += QString::fromStdString(lesson.id);
    for (const QString &id : ids) {
        if (known.contains(id))
            continue;
        Stop stop = unknownLesson(id, known, lessonsFolder, words);
        stop.faults = std::move(faults);
        return stop;
    }
    for (const lessons::Lesson &lesson : catalogue.lessons) {
        if (ids.isEmpty() || ids.contains(QString::fromStdString(lesson.id)))
            std::ranges::move(play(lesson, arguments, words), std::back_inserter(faults));
    }
    if (!faults.empty())
        return failure(faults);
    return known.isEmpty() ? std::optional(noLessons(lessonsFolder, words)) : std::nullopt;
}

} // namespace minato::app
