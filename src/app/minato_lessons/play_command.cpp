// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato_lessons/play_command.h"

#include "cluster/sim_cluster.h"
#include "kube/duration.h"
#include "lessons/lesson_player.h"
#include "lessons/lesson_run.h"
#include "shell/shell.h"

#include <cstdio>
#include <format>
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

void printVerdict(const lessons::Lesson &lesson, const lessons::PlayReport &report, base::Duration took)
{
    for (const std::string &problem : report.problems)
        std::println(stderr, "{}: {}", lesson.id, problem);
    if (report.isSolved())
        std::println("{}: solved; {} steps, {} commands, {} checks that failed before and passed after; {} "
                     "of cluster time",
                     lesson.id, lesson.steps.size(), report.commands, report.checks,
                     kube::humanDuration(took));
}

} // namespace

bool playLesson(const lessons::Lesson &lesson, const PlayArguments &arguments)
{
    cluster::SimCluster cluster({.seed = arguments.seed, .topology = topologyFor(lesson)});
    client::InformerHub hub(cluster.transport(), cluster.timers());
    lessons::LessonRun run(lesson, hub, cluster.timers());
    cluster.setTrafficObserver([&run](const api::TrafficRecord &record) { run.recordTraffic(record); });
    hub.start();
    shell::Shell shell(
        {.transport = cluster.transport(), .traffic = cluster.traffic(), .timers = cluster.timers()});
    Transcript transcript(arguments.isTranscript);
    const base::Instant start = cluster.timers().now();
    auto task = lessons::play(run, shell, cluster.timers(), transcript);
    task.start();
    if (!cluster.control().runUntil([&task] { return task.isDone(); }, 2h)) {
        std::println(stderr, "{}: the solution has not ended after two hours of cluster time", lesson.id);
        return false;
    }
    const lessons::PlayReport report = task.takeResult();
    printVerdict(lesson, report, cluster.timers().now() - start);
    return report.isSolved();
}

} // namespace minato::app
