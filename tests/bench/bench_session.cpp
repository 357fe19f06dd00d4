// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_lab.h"
#include "meters.h"

#include <QJsonArray>
#include <QQuickWindow>
#include <QRegularExpression>

#include <cstdio>
#include <format>
#include <functional>
#include <print>

namespace minato::bench {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

struct Act {
    std::string name;
    std::function<void(app::Lab &)> play;
};

Act command(const char *text)
{
    return {text, [text](app::Lab &lab) { lab.app().terminal()->runCommands(QString::fromUtf8(text)); }};
}

Act page(int by)
{
    return {std::format("page {:+}", by),
            [by](app::Lab &lab) { lab.app().lesson()->setPage(lab.app().lesson()->page() + by); }};
}

Act language(const char *name)
{
    return {std::format("language {}", name),
            [name](app::Lab &lab) { lab.app().preferences()->setLanguage(QString::fromUtf8(name)); }};
}

Act theme(viewmodels::Preferences::ThemeChoice choice)
{
    return {std::format("theme {}", int(choice)),
            [choice](app::Lab &lab) { lab.app().preferences()->setTheme(choice); }};
}

Act size(int width, int height)
{
    return {std::format("size {}x{}", width, height),
            [=](app::Lab &lab) { lab.window().resize(width, height); }};
}

Act text(double scale)
{
    return {std::format("text {}", scale),
            [=](app::Lab &lab) { lab.app().preferences()->setTextScale(scale); }};
}

/// What a learner does in a long session, in turn.
std::vector<Act> wholeScript()
{
    using viewmodels::Preferences;
    return {
        command("kubectl scale deployments/kubernetes-bootcamp --replicas=4"),
        command("kubectl get pods -o wide"),
        command("for i in $(seq 100); do curl -s host01:30143; done"),
        page(1),
        command("kubectl scale deployments/kubernetes-bootcamp --replicas=40"),
        command("kubectl describe deployments"),
        language("ja"),
        page(1),
        command("kubectl set image deployments/kubernetes-bootcamp "
                "kubernetes-bootcamp=docker.io/jocatalin/kubernetes-bootcamp:v2"),
        theme(Preferences::Dark),
        command("kubectl get pods -A -o wide; kubectl explain deployment --recursive | head -100"),
        size(1920, 1080),
        command("kubectl scale deployments/kubernetes-bootcamp --replicas=130"),
        size(1280, 800),
        text(2),
        command("kubectl get events"),
        language("en"),
        size(1024, 700),
        text(1),
        command("kubectl drain minato-worker2 --ignore-daemonsets; kubectl uncordon minato-worker2"),
        theme(Preferences::Light),
        size(1280, 800),
        page(-2),
        command("kubectl rollout undo deployments/kubernetes-bootcamp"),
        command("kubectl scale deployments/kubernetes-bootcamp --replicas=0"),
    };
}

/// The acts whose names match.
std::vector<Act> script(const QString &only)
{
    auto acts = wholeScript();
    const QRegularExpression pattern(only);
    std::erase_if(
        acts, [&](const Act &act) { return !pattern.match(QString::fromStdString(act.name)).hasMatch(); });
    return acts;
}

/// So many lines of usual length that older ones go, in parts that are taken in whole.
void fillTerminal(app::Lab &lab)
{
    currentAct = "filling the terminal";
    const auto part = QStringLiteral("yes \"kubernetes-bootcamp-684bb66796-c6wb4   1/1   Running   0   "
                                     "98s   10.244.1.4   minato-worker   <none>\" | head -5000");
    for (int i = 0; i < 24; ++i) {
        lab.app().terminal()->runCommands(part);
        lab.session().runFor(2s);
        runEvents(0ms);
    }
}

} // namespace

QJsonObject benchStalls(double minutes, const QString &only)
{
    const auto lab = openLab({.speed = 10});
    const auto acts = script(only);
    if (acts.empty())
        return {};
    StallMeter meter;
    const auto end = Clock::now() + std::chrono::duration<double, std::ratio<60>>(minutes);
    std::size_t count = 0;
    for (; Clock::now() < end; ++count) {
        const Act &act = acts[count % acts.size()];
        meter.doing(act.name);
        currentAct = act.name;
        act.play(*lab);
        runEvents(2s);
    }
    QJsonArray stalls;
    for (const auto &stall : meter.stalls())
        stalls.append(QJsonObject{{QStringLiteral("ms"), stall.milliseconds},
                                  {QStringLiteral("ownMs"), stall.ownMilliseconds},
                                  {QStringLiteral("during"), QString::fromStdString(stall.during)}});
    return {{QStringLiteral("minutes"), minutes},
            {QStringLiteral("acts"), qint64(count)},
            {QStringLiteral("asked"), qint64(meter.delays().size())},
            {QStringLiteral("delayMs"), QJsonObject{{QStringLiteral("median"), median(meter.delays())},
                                                    {QStringLiteral("p99"), percentile(meter.delays(), 0.99)},
                                                    {QStringLiteral("max"), percentile(meter.delays(), 1)}}},
            {QStringLiteral("stallsOver50Ms"), stalls},
            {QStringLiteral("residentMiB"), residentMiB()}};
}

QJsonObject benchSoak(double hours)
{
    const auto lab = openLab({.runsByItself = false});
    const auto acts = wholeScript();
    fillTerminal(*lab);
    QJsonArray samples;
    const int minutes = int(hours * 60);
    for (int minute = 0; minute <= minutes; ++minute) {
        // Two things a simulated minute, which is cut into seconds so that the window shows much of it.
        for (const std::size_t offset : {0, 1}) {
            const Act &act = acts[std::size_t(minute * 2 + int(offset)) % acts.size()];
            currentAct = act.name;
            act.play(*lab);
            for (int second = 0; second < 30; second += 2) {
                lab->session().runFor(2s);
                runEvents(0ms);
            }
        }
        if (minute % 10 == 0) {
            samples.append(QJsonObject{{QStringLiteral("minute"), minute},
                                       {QStringLiteral("residentMiB"), residentMiB()},
                                       {QStringLiteral("heapMiB"), heapMiB()}});
            std::println("{:6} min {:8.1f} MiB resident {:8.1f} MiB heap", minute, residentMiB(), heapMiB());
            std::fflush(stdout);
        }
    }
    // The lists that are kept fill up, some for hours: what grows then, in the second half, does not stay bounded. The
    // halves are held against each other by their peaks, for the load comes and goes. See README.md.
    double before = 0, after = 0;
    for (const auto &value : samples) {
        const QJsonObject sample = value.toObject();
        double &half = sample[QLatin1String("minute")].toInt() <= minutes / 2 ? before : after;
        half = std::max(half, sample[QLatin1String("residentMiB")].toDouble());
    }
    constexpr double kSlack = 0.03;
    const bool isFlat = hours < 4 || after <= before * (1 + kSlack); // a short one has filled nothing
    return {{QStringLiteral("hours"), hours},
            {QStringLiteral("isFlat"), isFlat},
            {QStringLiteral("mostInFirstHalfMiB"), before},
            {QStringLiteral("mostInSecondHalfMiB"), after},
            {QStringLiteral("growthMiB"), after - before},
            {QStringLiteral("samples"), samples}};
}

} // namespace minato::bench
