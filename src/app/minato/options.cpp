// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "session/api_endpoint.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <cmath>
#include <limits>

namespace minato::app {
namespace {

std::expected<double, Stop> speed(const QString &text)
{
    if (text == QLatin1String("max"))
        return std::numeric_limits<double>::infinity();
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value) || value < 0 || value > 1000)
        return std::unexpected(
            Stop{QStringLiteral("--speed %1: expected a number from 0 (paused) to 1000, or max").arg(text)});
    return value;
}

std::expected<QSize, Stop> size(const QString &text)
{
    bool isWidth = false, isHeight = false;
    const QSize value(text.section(u'x', 0, 0).toInt(&isWidth), text.section(u'x', 1).toInt(&isHeight));
    if (!isWidth || !isHeight || value.width() < 640 || value.height() < 480 || value.width() > 8192 ||
        value.height() > 8192)
        return std::unexpected(
            Stop{QStringLiteral("--size %1: expected WIDTHxHEIGHT from 640x480 to 8192x8192").arg(text)});
    return value;
}

std::expected<void, Stop> oneOf(const char *option, const QString &text, const QStringList &allowed)
{
    if (text.isEmpty() || allowed.contains(text))
        return {};
    return std::unexpected(Stop{QStringLiteral("--%1 %2: expected one of %3")
                                    .arg(QLatin1String(option), text, allowed.join(QStringLiteral(", ")))});
}

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("A learning lab for scaling applications on Kubernetes."));
    parser.addOptions({
        {QStringLiteral("lang"), QStringLiteral("Language of the window: ja or en."), QStringLiteral("LANG")},
        {QStringLiteral("theme"), QStringLiteral("light, dark or system."), QStringLiteral("THEME")},
        {QStringLiteral("lesson"), QStringLiteral("Open a lesson, at a step if one is named."),
         QStringLiteral("ID[/STEP]")},
        {QStringLiteral("backend"), QStringLiteral("sim: the simulated cluster."), QStringLiteral("NAME")},
        {QStringLiteral("seed"), QStringLiteral("What the cluster's chance grows from."),
         QStringLiteral("N")},
        {QStringLiteral("topology"), QStringLiteral("Machines of the cluster, from a YAML file."),
         QStringLiteral("FILE")},
        {QStringLiteral("speed"), QStringLiteral("Speed of the cluster's time: 1, 10, 0 (paused), max."),
         QStringLiteral("X")},
        {QStringLiteral("size"), QStringLiteral("Size of the window."), QStringLiteral("WxH")},
        {QStringLiteral("run"), QStringLiteral("Commands for the terminal."), QStringLiteral("COMMANDS")},
        {QStringLiteral("serve"),
         QStringLiteral("Publish the cluster for your own kubectl (on 127.0.0.1 and a free port)."),
         QStringLiteral("[ADDRESS:PORT]")},
        {QStringLiteral("progress"),
         QStringLiteral("Keep the learner's progress in this file (pictures keep none otherwise)."),
         QStringLiteral("FILE")},
        {QStringLiteral("screenshot"), QStringLiteral("Take a picture when --run has finished, and quit."),
         QStringLiteral("FILE")},
        {QStringLiteral("screenshot-tour"),
         QStringLiteral("Take pictures of every page in both languages, and quit."), QStringLiteral("DIR")},
        {QStringLiteral("first-frame-report"),
         QStringLiteral("Print the time to the first frame and the memory as JSON, and quit.")},
    });
    parser.addHelpOption();
    parser.addVersionOption();
}

/// "--serve" may stand alone, which the parser does not know.
QStringList withServeAddress(QStringList arguments)
{
    const qsizetype at = arguments.indexOf(QStringLiteral("--serve"));
    if (at > 0 && (at + 1 == arguments.size() || arguments.at(at + 1).startsWith(u'-')))
        arguments[at] = QStringLiteral("--serve=127.0.0.1:0");
    return arguments;
}

} // namespace

std::expected<Options, Stop> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(withServeAddress(arguments)))
        return std::unexpected(Stop{parser.errorText()});
    if (parser.isSet(QStringLiteral("help")))
        return std::unexpected(Stop{parser.helpText(), 0});
    if (parser.isSet(QStringLiteral("version")))
        return std::unexpected(Stop{QStringLiteral("minato " MINATO_VERSION "\n"), 0});
    if (!parser.positionalArguments().isEmpty())
        return std::unexpected(
            Stop{QStringLiteral("unexpected argument %1").arg(parser.positionalArguments().first())});

    Options options;
    const auto value = [&parser](const char *name) { return parser.value(QLatin1String(name)); };
    options.language = value("lang");
    options.theme = value("theme");
    options.topologyFile = value("topology");
    options.run = value("run");
    options.progress = value("progress");
    options.screenshot = value("screenshot");
    options.screenshotTour = value("screenshot-tour");
    options.isFirstFrameReport = parser.isSet(QStringLiteral("first-frame-report"));
    for (const auto &check :
         {oneOf("lang", options.language, {QStringLiteral("ja"), QStringLiteral("en")}),
          oneOf("theme", options.theme,
                {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system")}),
          oneOf("backend", value("backend"), {QStringLiteral("sim")})})
        if (!check)
            return std::unexpected(check.error());
    if (parser.isSet(QStringLiteral("lesson"))) {
        options.isLessonGiven = true;
        options.lesson = value("lesson").section(u'/', 0, 0);
        options.step = value("lesson").section(u'/', 1);
    }
    if (parser.isSet(QStringLiteral("serve"))) {
        options.serve = value("serve");
        if (const auto address = session::parseAddress(options.serve); !address)
            return std::unexpected(Stop{QStringLiteral("--serve: ") + address.error()});
        if (options.isPicture())
            return std::unexpected(Stop{
                QStringLiteral("--serve and --screenshot cannot be used together: a picture is taken of a "
                               "cluster that runs by itself")});
    }
    if (parser.isSet(QStringLiteral("seed"))) {
        bool isNumber = false;
        options.seed = value("seed").toULongLong(&isNumber);
        if (!isNumber)
            return std::unexpected(
                Stop{QStringLiteral("--seed %1: expected a whole number").arg(value("seed"))});
    }
    if (parser.isSet(QStringLiteral("speed"))) {
        const auto parsed = speed(value("speed"));
        if (!parsed)
            return std::unexpected(parsed.error());
        options.speed = *parsed;
    }
    if (parser.isSet(QStringLiteral("size"))) {
        const auto parsed = size(value("size"));
        if (!parsed)
            return std::unexpected(parsed.error());
        options.size = *parsed;
    }
    return options;
}

} // namespace minato::app
