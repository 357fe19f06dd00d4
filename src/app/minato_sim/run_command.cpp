// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato_sim/run_command.h"

#include "app/minato_sim/arguments.h"
#include "app/minato_sim/script_player.h"
#include "kube/json.h"

#include <QCommandLineParser>
#include <QFile>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <limits>
#include <optional>
#include <thread>

namespace minato::app {
namespace {

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

/// The file of --json: opened before the run, so that a wrong name costs nothing.
class ReportFile {
public:
    ReportFile(QString name, const Words &words) : m_name(std::move(name)), m_words(words) {}
    ~ReportFile()
    {
        if (m_file && m_file != stdout)
            std::fclose(m_file);
    }
    Q_DISABLE_COPY_MOVE(ReportFile)

    [[nodiscard]] std::optional<Stop> open()
    {
        if (!m_name.isEmpty())
            m_file = m_name == u"-" ? stdout : std::fopen(QFile::encodeName(m_name).constData(), "wb");
        return m_name.isEmpty() || m_file ? std::nullopt : std::optional(cannotWrite(m_name, errno, m_words));
    }
    [[nodiscard]] std::optional<Stop> write(const kube::Value &report)
    {
        if (!m_file)
            return std::nullopt;
        const std::string text = kube::toJson(report) + "\n";
        const bool isWritten = std::fwrite(text.data(), 1, text.size(), m_file) == text.size();
        return isWritten && std::fflush(m_file) == 0 ? std::nullopt
                                                     : std::optional(cannotWrite(m_name, errno, m_words));
    }

private:
    QString m_name;
    const Words &m_words;
    std::FILE *m_file = nullptr;
};

struct Play {
    cluster::SimCluster::Options options;
    std::string script;
    Pace pace;
    bool isTranscript = false;
};

int play(const Play &what, ReportFile &reportFile, const Words &words)
{
    if (const auto stop = reportFile.open())
        return tell("minato-sim", *stop);
    cluster::SimCluster cluster(what.options);
    bringUp(cluster, words);
    const base::Instant start = cluster.timers().now();
    ScriptPlayer player(cluster, printPiece, what.isTranscript);
    auto task = player.play(what.script);
    task.start();
    runToEnd(cluster, task, what.pace);
    if (!task.isDone())
        //: A script of commands cannot end: it waits, and nothing in the simulation is left to happen.
        //% "the script waits for something that never comes"
        return tell("minato-sim", {words(QT_TRID_NOOP("sim.run.waits-forever"))});
    const ScriptReport report = task.takeResult();
    if (const auto stop = reportFile.write(report.toValue(what.options.seed, start)))
        return tell("minato-sim", *stop);
    return report.status;
}

std::expected<Play, Stop> read(const QCommandLineParser &parser, const ClusterArguments &clusterArguments,
                               const Called &called)
{
    const QStringList positional = parser.positionalArguments();
    if (positional.size() != 2)
        //: "run" is a command of minato-sim, "-" is typed as it stands.
        //% "run wants one script, or - for standard input"
        return std::unexpected(called.usage(called.words(QT_TRID_NOOP("sim.run.script"))));
    auto options = clusterArguments.clusterOptions(parser, called);
    if (!options)
        return std::unexpected(options.error());
    const auto pace = clusterArguments.pace(parser, called);
    if (!pace)
        return std::unexpected(pace.error());
    if (pace->isHeld())
        //: "serve" is another command of minato-sim.
        //% "--speed 0 would play nothing; it is for serve"
        return std::unexpected(called.usage(called.words(QT_TRID_NOOP("sim.run.held"))));
    auto script = readWhole(positional.at(1), called.words);
    if (!script)
        return std::unexpected(script.error());
    return Play{.options = std::move(*options), .script = std::move(*script), .pace = *pace};
}

} // namespace

void bringUp(cluster::SimCluster &cluster, const Words &words)
{
    if (!cluster.settle())
        //% "the starting state has not settled; going on"
        tell("minato-sim", {words(QT_TRID_NOOP("sim.unsettled"))});
    if (!cluster.startErrors().empty())
        tell("minato-sim", failure(cluster.startErrors()));
}

int runCommand(const QStringList &arguments, const Words &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Plays a terminal script in a simulated cluster, as sh SCRIPT would: prints what its commands "
        "print.\n"
        "Time is virtual: a second passes before each command, and a command takes as long as its requests;\n"
        "sleep, kubectl rollout status and kubectl wait wait as they do in reality."));
    parser.addPositionalArgument(QStringLiteral("run"), QStringLiteral("this command"));
    parser.addPositionalArgument(QStringLiteral("SCRIPT|-"), QStringLiteral("a file, or standard input"));
    const ClusterArguments clusterArguments(QStringLiteral("max"));
    clusterArguments.addTo(parser);
    const QCommandLineOption transcript(QStringLiteral("transcript"),
                                        QStringLiteral("Print prompts and virtual time stamps, too."));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Write a report."),
                                  QStringLiteral("FILE"));
    parser.addOptions({transcript, json});
    addHelp(parser);
    const Called called{words, QStringLiteral("minato-sim run")};
    if (const auto stop = parse(parser, arguments, called))
        return tell("minato-sim", *stop);
    auto what = read(parser, clusterArguments, called);
    if (!what)
        return tell("minato-sim", what.error());
    what->isTranscript = parser.isSet(transcript);
    ReportFile reportFile(parser.value(json), words);
    return play(*what, reportFile, words);
}

} // namespace minato::app
