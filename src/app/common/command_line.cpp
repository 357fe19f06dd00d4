// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/command_line.h"

#include <QFile>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>
#include <memory>

namespace minato::app {
namespace {

constexpr int kMostSpeed = 1000;

/// Why a file could not be used, as the second half of a sentence.
QString reason(int error, const Words &words)
{
    if (error == ENOENT)
        //: Why a file cannot be read or written.
        //% "there is no such file or folder"
        return words(QT_TRID_NOOP("program.reason.missing"));
    if (error == EISDIR)
        //: Why a file cannot be read or written.
        //% "it is a folder"
        return words(QT_TRID_NOOP("program.reason.folder"));
    if (error == EACCES || error == EPERM)
        //: Why a file cannot be read or written.
        //% "you may not"
        return words(QT_TRID_NOOP("program.reason.permission"));
    return QString::fromLocal8Bit(std::strerror(error));
}

QString shown(const QString &file)
{
    return file.isEmpty() ? QStringLiteral("\"\"") : file;
}

Stop cannotRead(const QString &file, int error, const Words &words)
{
    //: %1: a file. %2: why.
    //% "cannot read %1: %2"
    return {words(QT_TRID_NOOP("program.file.unreadable")).arg(shown(file), reason(error, words)), kFailed};
}

QString valueMissingText(const QString &option, const Words &words)
{
    //: %1: an option, "--seed".
    //% "%1 needs a value"
    return words(QT_TRID_NOOP("program.option.value-missing")).arg(option);
}

/// What the parser holds against an option, in our words.
QString optionFault(const QCommandLineParser &parser, const Words &words)
{
    if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty())
        //: %1: an option, "--nonsense".
        //% "unknown option %1"
        return words(QT_TRID_NOOP("program.option.unknown"))
            .arg((unknown.first().size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) +
                 unknown.first());
    // The parser tells the rest only as a sentence, with the option in quotes.
    const QString text = parser.errorText();
    const QString option = text.section(u'\'', 1, 1);
    if (text.startsWith(QLatin1String("Unexpected value")))
        //: %1: an option, "--help".
        //% "%1 takes no value"
        return words(QT_TRID_NOOP("program.option.no-value")).arg(option);
    return valueMissingText(option, words);
}

Stop notInRange(const QString &option, const QString &text, quint64 least, quint64 most, const Called &called)
{
    //: %1: an option, "--seed". %2, %3: the smallest and the largest number. %4: what was given.
    //% "%1 wants a whole number from %2 to %3, not \"%4\""
    return called.usage(called.words(QT_TRID_NOOP("program.option.number"))
                            .arg(option, QString::number(least), QString::number(most), text));
}

} // namespace

Stop Called::unexpected(const QString &argument) const
{
    //: %1: a word of the command line that stands there for nothing.
    //% "unexpected argument \"%1\""
    return usage(words(QT_TRID_NOOP("program.argument-unexpected")).arg(argument));
}

Stop Called::valueMissing(const QString &option) const
{
    return usage(valueMissingText(option, words));
}

Stop Called::wrongCommand(const QString &command) const
{
    if (command.isEmpty())
        //: A program was called without saying what it shall do.
        //% "a command is missing"
        return usage(words(QT_TRID_NOOP("program.command.missing")));
    if (command.startsWith(u'-'))
        //% "unknown option %1"
        return usage(words(QT_TRID_NOOP("program.option.unknown")).arg(command));
    //: %1: what was taken for the name of a command.
    //% "unknown command \"%1\""
    return usage(words(QT_TRID_NOOP("program.command.unknown")).arg(command));
}

void addHelp(QCommandLineParser &parser)
{
    parser.addOption(
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Print this help, and quit.")});
}

std::optional<Stop> parse(QCommandLineParser &parser, const QStringList &arguments, const Called &called)
{
    if (!parser.parse(arguments))
        return called.usage(optionFault(parser, called.words));
    if (parser.isSet(QStringLiteral("help")))
        return Stop{parser.helpText(), 0};
    return std::nullopt;
}

std::expected<std::uint64_t, Stop> parseSeed(const QString &text, const Called &called)
{
    bool isNumber = false;
    const std::uint64_t seed = text.toULongLong(&isNumber);
    if (isNumber)
        return seed;
    return std::unexpected(
        notInRange(QStringLiteral("--seed"), text, 0, std::numeric_limits<quint64>::max(), called));
}

std::expected<double, Stop> parseSpeed(const QString &text, const Called &called)
{
    if (text == u"max")
        return std::numeric_limits<double>::infinity();
    bool isNumber = false;
    const double speed = text.toDouble(&isNumber);
    if (isNumber && std::isfinite(speed) && speed >= 0 && speed <= kMostSpeed)
        return speed;
    //: %1: the largest number. %2: what was given. "max" is typed as it stands.
    //% "--speed wants a number from 0 to %1, or max, not \"%2\""
    return std::unexpected(called.usage(
        called.words(QT_TRID_NOOP("program.option.speed")).arg(QString::number(kMostSpeed), text)));
}

std::expected<int, Stop> parseNumber(const QString &option, const QString &text, int least, int most,
                                     const Called &called)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber && number >= least && number <= most)
        return number;
    return std::unexpected(
        notInRange(option, text, static_cast<quint64>(least), static_cast<quint64>(most), called));
}

std::expected<std::string, Stop> readWhole(const QString &file, const Words &words)
{
    const bool isStdin = file == u"-";
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> opened(
        isStdin ? nullptr : std::fopen(QFile::encodeName(file).constData(), "rb"),
        [](std::FILE *f) { return std::fclose(f); });
    if (!isStdin && !opened)
        return std::unexpected(cannotRead(file, errno, words));
    std::FILE *input = isStdin ? stdin : opened.get();
    std::string text;
    char buffer[65536];
    while (const auto count = std::fread(buffer, 1, sizeof buffer, input))
        text.append(buffer, count);
    if (std::ferror(input))
        return std::unexpected(cannotRead(file, errno, words));
    return text;
}

std::optional<Stop> tryToWrite(const QString &file, const Words &words)
{
    const bool isNew = !QFile::exists(file);
    std::FILE *opened = std::fopen(QFile::encodeName(file).constData(), "ab");
    if (!opened)
        return cannotWrite(file, errno, words);
    std::fclose(opened);
    if (isNew) // who tries leaves nothing behind
        QFile::remove(file);
    return std::nullopt;
}

Stop cannotWrite(const QString &file, int error, const Words &words)
{
    //: %1: a file. %2: why.
    //% "cannot write %1: %2"
    return {words(QT_TRID_NOOP("program.file.unwritable")).arg(shown(file), reason(error, words)), kFailed};
}

} // namespace minato::app
