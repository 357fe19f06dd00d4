// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "app/common/command_line.h"
#include "session/api_endpoint.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include <optional>

namespace minato::app {
namespace {

constexpr QSize kLeast{640, 480}, kMost{8192, 8192};

QString shown(QSize size)
{
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
}

std::expected<QSize, Stop> parseSize(const QString &text, const Called &called)
{
    bool isWidth = false, isHeight = false;
    const QSize size(text.section(u'x', 0, 0).toInt(&isWidth), text.section(u'x', 1).toInt(&isHeight));
    if (isWidth && isHeight && size == size.expandedTo(kLeast).boundedTo(kMost))
        return size;
    //: %1, %2: the smallest and the largest size, "640x480". %3: what was given.
    //% "--size wants WIDTHxHEIGHT from %1 to %2, not \"%3\""
    return std::unexpected(called.usage(
        called.words(QT_TRID_NOOP("program.option.size")).arg(shown(kLeast), shown(kMost), text)));
}

/// The option's value, which is one of those, or empty when it is not given.
std::expected<QString, Stop> oneOf(const QCommandLineParser &parser, const QString &option,
                                   const QStringList &allowed, const Called &called)
{
    const QString text = parser.value(option);
    if (!parser.isSet(option) || allowed.contains(text))
        return text;
    //: %1: an option, "--theme". %2: the texts that it takes. %3: what was given.
    //% "%1 wants one of %2, not \"%3\""
    return std::unexpected(
        called.usage(called.words(QT_TRID_NOOP("program.option.one-of"))
                         .arg(QStringLiteral("--") + option, allowed.join(QStringLiteral(", ")), text)));
}

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("A learning lab for scaling applications on Kubernetes."));
    parser.addOptions({
        {QStringLiteral("lang"), QStringLiteral("Language of the window: ja or en."), QStringLiteral("LANG")},
        {QStringLiteral("theme"), QStringLiteral("light, dark, contrast or system."),
         QStringLiteral("THEME")},
        {QStringLiteral("lesson"), QStringLiteral("Open a lesson, at a step if one is named."),
         QStringLiteral("ID[/STEP]")},
        {QStringLiteral("start"),
         QStringLiteral("Begin on the start page, even with options that would open a lesson.")},
        {QStringLiteral("backend"),
         QStringLiteral("sim: the simulated cluster; real: the one of a kubeconfig."),
         QStringLiteral("NAME")},
        {QStringLiteral("kubeconfig"), QStringLiteral("Open a real cluster: the kubeconfig that names it."),
         QStringLiteral("FILE")},
        {QStringLiteral("context"), QStringLiteral("Open a real cluster: its context in the kubeconfig."),
         QStringLiteral("NAME")},
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
        {QStringLiteral("tls"),
         QStringLiteral("With --serve: TLS and a token, which an address that other machines reach needs.")},
        {QStringLiteral("progress"),
         QStringLiteral("Keep the learner's progress in this file (pictures keep none otherwise)."),
         QStringLiteral("FILE")},
        {QStringLiteral("screenshot"), QStringLiteral("Take a picture when --run has finished, and quit."),
         QStringLiteral("FILE")},
        {QStringLiteral("screenshot-tour"),
         QStringLiteral(
             "Take pictures of every page and state in both languages and themes and four sizes, with "
             "what is read in them, and quit."),
         QStringLiteral("DIR")},
        {QStringLiteral("check-texts"),
         QStringLiteral("Go on the same tour without pictures, name the texts that have no room, and quit.")},
        {QStringLiteral("tour-only"),
         QStringLiteral("Visit only what matches: SCENE/LANG-THEME-SIZE, such as rollout/ja-light-1280x800."),
         QStringLiteral("REGEX")},
        {QStringLiteral("tour-languages"),
         QStringLiteral("Languages of the tour (ja,en); pseudo is English with long words and accents."),
         QStringLiteral("LIST")},
        {QStringLiteral("first-frame-report"),
         QStringLiteral("Print the time to the first frame and the memory as JSON, and quit.")},
    });
    addHelp(parser);
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

std::expected<QString, Stop> parseServe(const QCommandLineParser &parser, const Options &options,
                                        const Called &called)
{
    const QString text = parser.value(QStringLiteral("serve"));
    if (const auto address = session::parseAddress(text); parser.isSet(QStringLiteral("serve")) && !address)
        return std::unexpected(called.usage(QStringLiteral("--serve: ") + address.error()));
    const bool isSecure = parser.isSet(QStringLiteral("tls"));
    if (isSecure && text.isEmpty())
        //% "--tls is for --serve, which is not given"
        return std::unexpected(called.usage(called.words(QT_TRID_NOOP("lab.tls-without-serve"))));
    if (const auto address = session::parseAddress(text);
        address && !address->first.isLoopback() && !isSecure)
        //: %1: an IP address, "0.0.0.0".
        //% "%1 can be reached from other machines, so it is served with --tls only"
        return std::unexpected(
            called.usage(called.words(QT_TRID_NOOP("lab.serve-without-tls")).arg(address->first.toString())));
    if (!text.isEmpty() && options.isPicture())
        //% "--serve and --screenshot cannot be used together: a picture is taken of a cluster that runs by itself"
        return std::unexpected(called.usage(called.words(QT_TRID_NOOP("lab.serve-and-screenshot"))));
    return text;
}

/// Whether a real cluster is asked for, and nothing that only a simulated one can do.
std::expected<bool, Stop> parseReal(const QCommandLineParser &parser, const QString &backend,
                                    const Options &options, const Called &called)
{
    const bool isNamed = !options.kubeconfig.isEmpty() || !options.context.isEmpty();
    const bool isReal = backend == QLatin1String("real") || (isNamed && backend.isEmpty());
    QString other = isNamed && !isReal ? QStringLiteral("--backend sim") : QString();
    for (const char *option :
         {"topology", "speed", "serve", "screenshot", "screenshot-tour", "check-texts"}) {
        if (isReal && parser.isSet(QLatin1String(option)))
            other = QLatin1String("--") + QLatin1String(option);
    }
    if (other.isEmpty())
        return isReal;
    //: %1: an option, "--speed".
    //% "%1 is for the simulated cluster, and a real one is asked for"
    return std::unexpected(called.usage(called.words(QT_TRID_NOOP("lab.real-and-simulated")).arg(other)));
}

/// A file or folder that is given without a name.
std::optional<Stop> emptyFile(const QCommandLineParser &parser, const Called &called)
{
    for (const char *option : {"topology", "kubeconfig", "context", "progress", "screenshot",
                               "screenshot-tour", "tour-only", "tour-languages"}) {
        if (parser.isSet(QLatin1String(option)) && parser.value(QLatin1String(option)).isEmpty())
            return called.valueMissing(QLatin1String("--") + QLatin1String(option));
    }
    return std::nullopt;
}

/// What the tour visits.
std::optional<Stop> parseTour(const QCommandLineParser &parser, Options &options, const Called &called)
{
    options.tourOnly = parser.value(QStringLiteral("tour-only"));
    if (const QRegularExpression pattern(options.tourOnly); !pattern.isValid())
        //: %1: an option. %2: what was given. %3: what is wrong with it, in English.
        //% "%1 wants a regular expression, not \"%2\": %3"
        return called.usage(called.words(QT_TRID_NOOP("program.option.regex"))
                                .arg(QStringLiteral("--tour-only"), options.tourOnly, pattern.errorString()));
    if (!parser.isSet(QStringLiteral("tour-languages")))
        return std::nullopt;
    options.tourLanguages.clear();
    for (const QString &language : parser.value(QStringLiteral("tour-languages")).split(u',')) {
        const QStringList known{QStringLiteral("ja"), QStringLiteral("en"), QStringLiteral("pseudo")};
        if (!known.contains(language))
            return called.usage(
                called.words(QT_TRID_NOOP("program.option.one-of"))
                    .arg(QStringLiteral("--tour-languages"), known.join(QStringLiteral(", ")), language));
        options.tourLanguages += language;
    }
    return std::nullopt;
}

/// Options whose texts are taken as they are.
Options plainOptions(const QCommandLineParser &parser)
{
    Options options;
    const auto value = [&parser](const char *name) { return parser.value(QLatin1String(name)); };
    options.topologyFile = value("topology");
    options.kubeconfig = value("kubeconfig");
    options.context = value("context");
    options.run = value("run");
    options.progress = value("progress");
    options.screenshot = value("screenshot");
    options.screenshotTour = value("screenshot-tour");
    options.checksTexts = parser.isSet(QStringLiteral("check-texts"));
    options.servesWithTls = parser.isSet(QStringLiteral("tls"));
    options.isStartGiven = parser.isSet(QStringLiteral("start"));
    options.isFirstFrameReport = parser.isSet(QStringLiteral("first-frame-report"));
    if (parser.isSet(QStringLiteral("lesson"))) {
        options.isLessonGiven = true;
        options.lesson = value("lesson").section(u'/', 0, 0);
        options.step = value("lesson").section(u'/', 1);
    }
    return options;
}

} // namespace

QString wantedLanguage(const QStringList &arguments)
{
    QString language;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments.at(i) == u"--lang")
            language = arguments.value(i + 1);
        else if (arguments.at(i).startsWith(u"--lang="))
            language = arguments.at(i).section(u'=', 1);
    }
    return language == u"ja" || language == u"en" ? language : Words::systemLanguage();
}

std::expected<Options, Stop> parseOptions(const QStringList &arguments, const Words &words)
{
    QCommandLineParser parser;
    declare(parser);
    const Called called{words, QStringLiteral("minato")};
    if (const auto stop = parse(parser, withServeAddress(arguments), called))
        return std::unexpected(*stop);
    if (parser.isSet(QStringLiteral("version")))
        return std::unexpected(Stop{QStringLiteral("minato " MINATO_VERSION), 0});
    if (!parser.positionalArguments().isEmpty())
        return std::unexpected(called.unexpected(parser.positionalArguments().first()));

    if (const auto stop = emptyFile(parser, called))
        return std::unexpected(*stop);
    Options options = plainOptions(parser);
    if (const auto stop = parseTour(parser, options, called))
        return std::unexpected(*stop);
    // In turn; the first fault is told.
    std::optional<Stop> fault;
    const auto take = [&fault](auto result, auto &into) {
        if (fault)
            return;
        if (result)
            into = *std::move(result);
        else
            fault = result.error();
    };
    const auto choice = [&](const char *option, const QStringList &allowed, QString &into) {
        take(oneOf(parser, QLatin1String(option), allowed, called), into);
    };
    QString backend;
    choice("lang", {QStringLiteral("ja"), QStringLiteral("en")}, options.language);
    choice("theme",
           {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast"),
            QStringLiteral("system")},
           options.theme);
    choice("backend", {QStringLiteral("sim"), QStringLiteral("real")}, backend);
    take(parseReal(parser, backend, options, called), options.isReal);
    take(parseServe(parser, options, called), options.serve);
    if (parser.isSet(QStringLiteral("seed")))
        take(parseSeed(parser.value(QStringLiteral("seed")), called), options.seed);
    if (parser.isSet(QStringLiteral("speed")))
        take(parseSpeed(parser.value(QStringLiteral("speed")), called), options.speed);
    if (parser.isSet(QStringLiteral("size")))
        take(parseSize(parser.value(QStringLiteral("size")), called), options.size);
    if (fault)
        return std::unexpected(*fault);
    return options;
}

} // namespace minato::app
