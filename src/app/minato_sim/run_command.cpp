// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato_sim/run_command.h"

#include "app/minato_sim/arguments.h"
#include "app/minato_sim/script_player.h"
#include "kube/json.h"

#include <QCommandLineParser>

#include <chrono>
#include <cstdio>
#include <format>
#include <limits>
#include <print>
#include <thread>

namespace minato::app {
namespace {

constexpr int kFailed = 1;
constexpr int kUsage = 2;

void printPiece(shell::Stream stream, std::string_view text)
{
    std::FILE *file = stream == shell::Stream::Out ? stdout : stderr;
    std::fwrite(text.data(), 1, text.size(), file);
    // The two streams may end up in one terminal or file.
    std::fflush(file);
}

/// Runs the cluster until the task has ended, no faster than the pace.
void runToEnd(cluster::SimCluster &cluster, const client::Task<ScriptReport> &task, Pace pace)
{
    auto &control = cluster.control();
    const base::Instant limit{std::numeric_limits<std::int64_t>::max()};
    const auto wallStart = std::chrono::steady_clock::now();
    const base::Instant start = control.now();
    while (!task.isDone() && control.step(limit)) {
        if (!pace.isFull())
            std::this_thread::sleep_until(wallStart + std::chrono::duration_cast<std::chrono::nanoseconds>(
                                                          (control.now() - start) / pace.factor));
    }
}

int play(const cluster::SimCluster::Options &options, const std::string &script, Pace pace, bool isTranscript,
         const std::string &jsonFile)
{
    cluster::SimCluster cluster(options);
    if (!cluster.settle())
        std::println(stderr, "minato-sim: the starting state has not settled; going on");
    for (const base::Diagnostic &fault : cluster.startErrors())
        std::println(stderr, "minato-sim: {}", base::toString(fault));
    const base::Instant start = cluster.timers().now();
    ScriptPlayer player(cluster, printPiece, isTranscript);
    auto task = player.play(scriptLines(script));
    task.start();
    runToEnd(cluster, task, pace);
    if (!task.isDone()) {
        std::println(stderr, "minato-sim: the script waits for something that never comes");
        return kFailed;
    }
    const ScriptReport report = task.takeResult();
    if (jsonFile.empty())
        return report.status;
    const std::string text = kube::toJson(report.toValue(options.seed, start)) + "\n";
    std::FILE *file = jsonFile == "-" ? stdout : std::fopen(jsonFile.c_str(), "wb");
    const bool isWritten = file && std::fwrite(text.data(), 1, text.size(), file) == text.size();
    if (!isWritten || (file != stdout && std::fclose(file) != 0)) {
        std::println(stderr, "minato-sim: cannot write {}", jsonFile);
        return kFailed;
    }
    return report.status;
}

} // namespace

int usageError(const std::string &sentence)
{
    // Faults of a file have been printed one by one.
    if (!sentence.empty())
        std::println(stderr, "minato-sim: {}; see minato-sim --help", sentence);
    return kUsage;
}

int runCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Plays a terminal script in a simulated cluster, as sh SCRIPT would: prints what its commands "
        "print.\n"
        "Time is virtual: a second passes before each command, and a command takes as long as its requests;\n"
        "sleep, kubectl rollout status and kubectl wait wait as they do in reality."));
    parser.addPositionalArgument(QStringLiteral("run"), QStringLiteral("this command"));
    parser.addPositionalArgument(QStringLiteral("SCRIPT|-"), QStringLiteral("a file, or standard input"));
    const ClusterArguments clusterArguments("max");
    clusterArguments.addTo(parser);
    const QCommandLineOption transcript(QStringLiteral("transcript"),
                                        QStringLiteral("Print prompts and virtual time stamps, too."));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Write a report."),
                                  QStringLiteral("FILE"));
    parser.addOptions({transcript, json});
    parser.addHelpOption();
    if (!parser.parse(arguments))
        return usageError(parser.errorText().toStdString());
    if (parser.isSet(QStringLiteral("help"))) {
        std::print("{}", parser.helpText().toStdString());
        return 0;
    }
    const QStringList positional = parser.positionalArguments();
    if (positional.size() != 2)
        return usageError("run wants one script, or - for standard input");
    const auto options = clusterArguments.clusterOptions(parser);
    if (!options)
        return usageError(options.error());
    const auto pace = clusterArguments.pace(parser);
    if (!pace)
        return usageError(pace.error());
    if (pace->isHeld())
        return usageError("--speed 0 would play nothing; it is for serve");
    const auto script = readWhole(positional.at(1).toStdString());
    if (!script) {
        std::println(stderr, "minato-sim: {}", script.error());
        return kFailed;
    }
    return play(*options, *script, *pace, parser.isSet(transcript), parser.value(json).toStdString());
}

} // namespace minato::app
