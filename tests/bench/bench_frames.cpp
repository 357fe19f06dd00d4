// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_lab.h"
#include "meters.h"
#include "pod_crowd.h"

#include <QQuickWindow>

namespace minato::bench {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

QJsonObject summary(const std::vector<double> &values)
{
    return {{QStringLiteral("median"), median(values)},
            {QStringLiteral("p99"), percentile(values, 0.99)},
            {QStringLiteral("max"), percentile(values, 1)}};
}

/// Frames that an untouched window shows.
int framesIn(QQuickWindow &window, std::chrono::milliseconds time)
{
    int frames = 0;
    const auto counting = QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window, [&frames] { ++frames; }, Qt::DirectConnection);
    runEvents(time);
    QObject::disconnect(counting);
    return frames;
}

} // namespace

QJsonObject benchFrames(int nodes, int pods, int ticks)
{
    session::Batch none; // takes away the small cluster that the lab opens with
    const auto lab = openLab({.runsByItself = false, .told = [&none](const session::Batch &batch) {
                                  for (const auto &[uid, node] : batch.nodes)
                                      none.nodes[uid] = std::nullopt;
                                  for (const auto &[uid, pod] : batch.pods)
                                      none.pods[uid] = std::nullopt;
                                  for (const auto &[uid, deployment] : batch.deployments)
                                      none.deployments[uid] = std::nullopt;
                                  for (const auto &[uid, service] : batch.services)
                                      none.services[uid] = std::nullopt;
                              }});
    QQuickWindow &window = lab->window();
    PodCrowd crowd(nodes, pods);
    lab->app().apply(none);
    const auto begin = Clock::now();
    lab->app().apply(crowd.all());
    [[maybe_unused]] const bool isShown = waitForFrame(window, 60s);
    const double first = Milliseconds(Clock::now() - begin).count();
    runEvents(2s);

    std::vector<double> applying, showing;
    int unseen = 0, frames = 0;
    const auto counting = QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window, [&frames] { ++frames; }, Qt::DirectConnection);
    const Milliseconds before = processorTime();
    const auto start = Clock::now();
    for (int i = 0; i < ticks; ++i) {
        const session::Batch batch = crowd.next();
        const auto given = Clock::now();
        lab->app().apply(batch);
        const auto applied = Clock::now();
        applying.push_back(Milliseconds(applied - given).count());
        if (waitForFrame(window, 2s))
            showing.push_back(Milliseconds(Clock::now() - applied).count());
        else
            ++unseen;
        runEvents(std::max(
            0ms, std::chrono::duration_cast<std::chrono::milliseconds>(given + 100ms - Clock::now())));
    }
    QObject::disconnect(counting);
    const double seconds = Milliseconds(Clock::now() - start).count() / 1000;
    const double spent = (processorTime() - before).count();
    runEvents(2s); // animations end
    return {{QStringLiteral("nodes"), nodes},
            {QStringLiteral("pods"), pods},
            {QStringLiteral("firstMs"), first},
            {QStringLiteral("frames"), frames},
            {QStringLiteral("framesPerSecond"), frames / seconds},
            {QStringLiteral("changesWithoutFrame"), unseen},
            {QStringLiteral("applyMs"), summary(applying)},
            {QStringLiteral("frameMs"), summary(showing)},
            {QStringLiteral("processorMsPerFrame"), frames ? spent / frames : 0},
            {QStringLiteral("processorShare"), spent / seconds / 1000},
            {QStringLiteral("idleFramesIn10s"), framesIn(window, 10s)},
            {QStringLiteral("residentMiB"), residentMiB()}};
}

} // namespace minato::bench
