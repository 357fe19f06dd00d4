// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/data_folders.h"
#include "app/minato_lessons/play_command.h"
#include "lessons/lesson_loader.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <print>

using namespace minato;

namespace {

constexpr int kFailed = 1;
constexpr int kUsage = 2;

int usageError(const std::string &message)
{
    std::println(stderr, "minato-lessons: {}; see minato-lessons --help", message);
    return kUsage;
}

void print(const base::Diagnostics &problems)
{
    for (const base::Diagnostic &problem : problems)
        std::println(stderr, "{}", base::toString(problem));
}

/// `lint [FOLDER…]`: the named lesson folders, or all lessons.
int lint(const QString &lessonsFolder, const QStringList &folders)
{
    if (folders.isEmpty()) {
        const auto catalogue = lessons::loadCatalogue(lessonsFolder.toStdString());
        print(catalogue.problems);
        for (const lessons::Lesson &lesson : catalogue.lessons)
            std::println("{}: ok", lesson.id);
        return catalogue.problems.empty() ? 0 : kFailed;
    }
    bool isClean = true;
    for (const QString &folder : folders) {
        const auto lesson = lessons::loadLesson(folder.toStdString());
        isClean = isClean && lesson;
        if (lesson)
            std::println("{}: ok", lesson->id);
        else
            print(lesson.error());
    }
    return isClean ? 0 : kFailed;
}

/// `play [ID…]`: every check fails before and passes after the lesson's own solution.
int play(const QString &lessonsFolder, const QStringList &ids, const app::PlayArguments &arguments)
{
    const auto catalogue = lessons::loadCatalogue(lessonsFolder.toStdString());
    print(catalogue.problems);
    for (const QString &id : ids) {
        if (!std::ranges::contains(catalogue.lessons, id.toStdString(), &lessons::Lesson::id))
            return usageError("there is no lesson \"" + id.toStdString() + "\"");
    }
    bool isFine = catalogue.problems.empty();
    for (const lessons::Lesson &lesson : catalogue.lessons) {
        if (ids.isEmpty() || ids.contains(QString::fromStdString(lesson.id)))
            isFine = app::playLesson(lesson, arguments) && isFine;
    }
    return isFine ? 0 : kFailed;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("minato-lessons"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MINATO_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("For authors and reviewers of lessons.\n\n"
                       "  lint [FOLDER...]  check form and translation\n"
                       "  play [ID...]      solve lessons with their own solutions"));
    parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("lint or play"));
    const QCommandLineOption lessonsOption(QStringLiteral("lessons"),
                                           QStringLiteral("The folder of lessons."), QStringLiteral("FOLDER"),
                                           app::lessonsFolder());
    const QCommandLineOption seedOption(QStringLiteral("seed"),
                                        QStringLiteral("Seed of the cluster for play."), QStringLiteral("N"),
                                        QStringLiteral("1"));
    const QCommandLineOption transcriptOption(QStringLiteral("transcript"),
                                              QStringLiteral("Print what a learner would see."));
    parser.addOptions({lessonsOption, seedOption, transcriptOption});
    parser.addHelpOption();
    parser.addVersionOption();
    if (!parser.parse(application.arguments()))
        return usageError(parser.errorText().toStdString());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp();
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    QStringList arguments = parser.positionalArguments();
    const QString command = arguments.isEmpty() ? QString() : arguments.takeFirst();
    const QString folder = parser.value(lessonsOption);
    if (command == u"lint")
        return lint(folder, arguments);
    bool isNumber = false;
    const quint64 seed = parser.value(seedOption).toULongLong(&isNumber);
    if (!isNumber)
        return usageError("--seed wants a whole number, not \"" + parser.value(seedOption).toStdString() +
                          "\"");
    if (command == u"play")
        return play(folder, arguments, {.seed = seed, .isTranscript = parser.isSet(transcriptOption)});
    return usageError(command.isEmpty() ? "a command is missing"
                                        : "unknown command \"" + command.toStdString() + "\"");
}
