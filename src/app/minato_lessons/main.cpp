// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/command_line.h"
#include "app/common/data_folders.h"
#include "app/minato_lessons/lint_command.h"
#include "app/minato_lessons/play_command.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace minato;

namespace {

constexpr const char *kProgram = "minato-lessons";

struct Asked {
    QString command, lessonsFolder;
    QStringList names; ///< lessons or their folders
    app::PlayArguments play;
};

std::expected<Asked, app::Stop> read(const QStringList &arguments, const app::Words &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("For authors and reviewers of lessons.\n\n"
                       "  lint [FOLDER...]  check form and translation\n"
                       "  play [ID...]      solve lessons with their own solutions"));
    parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("lint or play"));
    const QCommandLineOption lessons(QStringLiteral("lessons"), QStringLiteral("The folder of lessons."),
                                     QStringLiteral("FOLDER"), app::lessonsFolder());
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("Seed of the cluster for play."),
                                  QStringLiteral("N"), QStringLiteral("1"));
    const QCommandLineOption transcript(QStringLiteral("transcript"),
                                        QStringLiteral("Print what a learner would see."));
    parser.addOptions({lessons, seed, transcript});
    app::addHelp(parser);
    parser.addVersionOption();
    const app::Called called{words, QString::fromLatin1(kProgram)};
    if (const auto stop = app::parse(parser, arguments, called))
        return std::unexpected(*stop);
    if (parser.isSet(QStringLiteral("version")))
        return std::unexpected(app::Stop{QStringLiteral("minato-lessons " MINATO_VERSION), 0});
    const auto number = app::parseSeed(parser.value(seed), called);
    if (!number)
        return std::unexpected(number.error());
    const QStringList positional = parser.positionalArguments();
    if (const QString command = positional.value(0); command != u"lint" && command != u"play")
        return std::unexpected(called.wrongCommand(command));
    return Asked{.command = positional.first(),
                 .lessonsFolder = parser.value(lessons),
                 .names = positional.mid(1),
                 .play = {.seed = *number, .isTranscript = parser.isSet(transcript)}};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QString::fromLatin1(kProgram));
    const app::Words words;
    const auto asked = read(application.arguments(), words);
    if (!asked)
        return app::tell(kProgram, asked.error());
    const auto stop = asked->command == u"lint"
                          ? app::lintLessons(asked->lessonsFolder, asked->names, words)
                          : app::playLessons(asked->lessonsFolder, asked->names, asked->play, words);
    return stop ? app::tell(kProgram, *stop) : 0;
}
