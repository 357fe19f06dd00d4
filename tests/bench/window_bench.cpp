// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window costs: frames at 12 to 100 000 Pods, stalls of its thread, memory over hours.
//
//   window_bench frames [PODS…]       nodes follow: 3, 50, 100, 5 000
//   window_bench terminal [LINES…]    of scroll-back: 1000 10000 100000
//   window_bench stalls [MINUTES [ACTS]]  of a scripted session, 10; only the acts that match
//   window_bench soak [HOURS]         of the cluster's time, 8
//
// Prints a table, and JSON to the file that $MINATO_BENCH_JSON names. Figures of one machine at one moment, of
// which none is asserted but that memory is flat in the long run; what Qt or QML complains about makes the
// program fail, too.
#include "app/minato/graphics.h"
#include "bench_lab.h"
#include "meters.h"
#include "viewmodels/preferences.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFont>
#include <QJsonArray>
#include <QJsonDocument>
#include <QQuickWindow>
#include <QStandardPaths>

#include <cstdio>
#include <print>

using namespace minato;
using namespace std::chrono_literals;

namespace {

int complaints = 0, failures = 0;

void onMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    complaints += type == QtWarningMsg || type == QtCriticalMsg;
    std::println(stderr, "{} (during: {})", text.toStdString(), bench::currentAct);
}

double number(const QJsonObject &figures, const char *key, const char *part = nullptr)
{
    const QJsonValue value = figures[QLatin1String(key)];
    return part ? value[QLatin1String(part)].toDouble() : value.toDouble();
}

void printFrames(const QJsonObject &of)
{
    std::println("{:>7} {:>6} {:>8.0f} {:>7.0f} {:>6.1f} {:>9.1f} /{:>6.1f} {:>9.1f} /{:>6.1f} {:>9.1f} "
                 "{:>6.0f} {:>8.0f}",
                 number(of, "pods"), number(of, "nodes"), number(of, "firstMs"), number(of, "frames"),
                 number(of, "framesPerSecond"), number(of, "applyMs", "median"), number(of, "applyMs", "p99"),
                 number(of, "frameMs", "median"), number(of, "frameMs", "p99"),
                 number(of, "processorMsPerFrame"), number(of, "idleFramesIn10s"), number(of, "residentMiB"));
    std::fflush(stdout);
}

QJsonArray frames(QStringList pods)
{
    if (pods.isEmpty())
        pods = {QStringLiteral("12"), QStringLiteral("1000"), QStringLiteral("10000"),
                QStringLiteral("100000")};
    std::println("   Pods  nodes first ms  frames    fps  apply ms median/p99  frame ms median/p99   CPU ms  "
                 " idle  RSS MiB");
    QJsonArray all;
    for (const QString &text : pods) {
        const int count = text.toInt();
        const int nodes = count <= 12 ? 3 : count <= 1000 ? 50 : count <= 10000 ? 100 : 5000;
        const QJsonObject figures = bench::benchFrames(nodes, count, 200);
        printFrames(figures);
        all.append(figures);
    }
    return all;
}

QJsonObject terminal(QStringList lines)
{
    if (lines.isEmpty())
        lines = {QStringLiteral("1000"), QStringLiteral("10000"), QStringLiteral("100000")};
    std::vector<int> sizes;
    for (const QString &text : lines)
        sizes.push_back(text.toInt());
    const QJsonObject figures = bench::benchTerminal(sizes);
    std::println("   Lines  apply ms  key to frame ms median/p99/max   find ms  resize ms  RSS MiB");
    for (const auto &value : figures[QLatin1String("scrollback")].toArray()) {
        const QJsonObject of = value.toObject();
        std::println("{:>8.0f} {:>9.1f} {:>12.1f} /{:>6.1f} /{:>6.1f} {:>13.1f} {:>10.1f} {:>8.0f}",
                     number(of, "lines"), number(of, "applyMs"), number(of, "keyToFrameMs", "median"),
                     number(of, "keyToFrameMs", "p99"), number(of, "keyToFrameMs", "max"),
                     number(of, "findMs"), number(of, "resizeMs"), number(of, "residentMiB"));
    }
    const QJsonObject flood = figures[QLatin1String("flood")].toObject();
    std::println("yes for 10 s: the window's thread away median {:.1f} ms, p99 {:.1f} ms, max {:.1f} ms; "
                 "{:+.1f} MiB; stopped by Ctrl+C after {:.1f} ms",
                 number(flood, "turnMs", "median"), number(flood, "turnMs", "p99"),
                 number(flood, "turnMs", "max"), number(flood, "residentGrowthMiB"), number(flood, "stopMs"));
    return figures;
}

QJsonObject stalls(double minutes, const QString &only)
{
    const QJsonObject figures = bench::benchStalls(minutes, only);
    const QJsonArray late = figures[QLatin1String("stallsOver50Ms")].toArray();
    std::println(
        "{} minutes, {} acts: delay of the window's thread median {:.1f} ms, p99 {:.1f} ms, max {:.1f} ms; "
        "{} over 50 ms",
        minutes, number(figures, "acts"), number(figures, "delayMs", "median"),
        number(figures, "delayMs", "p99"), number(figures, "delayMs", "max"), late.size());
    for (const auto &stall : late)
        std::println("{:8.0f} ms ({:.0f} its own)  {}", stall[QLatin1String("ms")].toDouble(),
                     stall[QLatin1String("ownMs")].toDouble(),
                     stall[QLatin1String("during")].toString().toStdString());
    return figures;
}

QJsonObject soak(double hours)
{
    const QJsonObject figures = bench::benchSoak(hours);
    const bool isFlat = figures[QLatin1String("isFlat")].toBool();
    std::println("first half at most {:.1f} MiB, second half at most {:.1f} MiB ({:+.1f}){}",
                 number(figures, "mostInFirstHalfMiB"), number(figures, "mostInSecondHalfMiB"),
                 number(figures, "growthMiB"), isFlat ? "" : ": not flat");
    failures += !isFlat;
    return figures;
}

} // namespace

std::unique_ptr<app::Lab> bench::openLab(const Wish &wish)
{
    static const app::Words words(QStringLiteral("en"));
    app::Options options;
    options.language = QStringLiteral("en");
    options.theme = QStringLiteral("light");
    options.isLessonGiven = true; // else the start page is what is measured
    options.lesson = wish.lesson;
    options.step = wish.step;
    options.size = wish.size;
    options.checksTexts = !wish.runsByItself; // as for pictures: time passes when we say so
    auto lab = app::Lab::make(options, words);
    if (!lab)
        std::exit(app::tell("window_bench", lab.error()));
    if (wish.told)
        QObject::connect(&(*lab)->session(), &session::Session::batchReady, &(*lab)->session(), wish.told);
    if (const auto stop = (*lab)->open())
        std::exit(app::tell("window_bench", *stop));
    (*lab)->app().time()->setSpeed(wish.speed);
    runEvents(1s);
    return *std::move(lab);
}

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true); // the learner's own things are left alone
    QApplication application(argc, argv);
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation))
        .removeRecursively(); // nor the last run
    qInstallMessageHandler(onMessage);
    app::chooseGraphics();
    QFont font;
    font.setFamilies(viewmodels::sansFamilies());
    font.setPixelSize(14);
    QApplication::setFont(font);
    const QStringList arguments = QApplication::arguments();
    const QString name = arguments.value(1);
    const auto amount = [&arguments](double otherwise) {
        return arguments.size() > 2 ? arguments.at(2).toDouble() : otherwise;
    };
    QJsonObject figures;
    if (name == u"frames")
        figures.insert(name, frames(arguments.mid(2)));
    else if (name == u"terminal")
        figures.insert(name, terminal(arguments.mid(2)));
    else if (name == u"stalls")
        figures.insert(name, stalls(amount(10), arguments.value(3)));
    else if (name == u"soak")
        figures.insert(name, soak(amount(8)));
    else {
        std::println(
            stderr,
            "window_bench: frames [PODS…] | terminal [LINES…] | stalls [MINUTES [ACTS]] | soak [HOURS]");
        return 2;
    }
    if (QFile file(qEnvironmentVariable("MINATO_BENCH_JSON")); !file.fileName().isEmpty())
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(figures).toJson()) < 0)
            std::println(stderr, "window_bench: cannot write {}", file.fileName().toStdString());
    if (complaints > 0)
        std::println(stderr, "window_bench: {} warnings", complaints);
    return complaints + failures > 0;
}
