// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/called.h"

#include <QDir>
#include <QImage>

using namespace minato::tests;

namespace {

const QString kLessons = QStringLiteral(MINATO_SOURCE_DIR "/lessons");

void row(const char *title, const CalledRow &called)
{
    QTest::newRow(title) << called;
}

void usage(const char *title, const QStringList &arguments, const QByteArray &sentence)
{
    row(title, {.arguments = arguments, .status = 2, .err = "minato: " + sentence + "; see minato --help\n"});
}

void option(const char *title, const char *name, const char *value, const QByteArray &sentence)
{
    usage(title, {QString::fromUtf8(name), QString::fromUtf8(value)}, sentence);
}

/// With --screenshot, so that a call that is fine would end, too.
void failure(const char *title, const QStringList &arguments, const QByteArray &err,
             const std::map<QString, QByteArray> &files = {},
             const std::map<QString, QString> &environment = {})
{
    row(title,
        {.arguments = QStringList{QStringLiteral("--screenshot"), QStringLiteral("%d/p.png")} + arguments,
         .status = 1,
         .err = err,
         .files = files,
         .environment = environment});
}

void commandLines()
{
    usage("unknown option", {QStringLiteral("--nonsense")}, "unknown option --nonsense");
    usage("argument for nothing", {QStringLiteral("scale")}, "unexpected argument \"scale\"");
    usage("option without its value", {QStringLiteral("--lang")}, "--lang needs a value");
    usage("picture without a name", {QStringLiteral("--screenshot"), QString()},
          "--screenshot needs a value");
    option("unknown language", "--lang", "fr", "--lang wants one of ja, en, not \"fr\"");
    option("unknown theme", "--theme", "blue",
           "--theme wants one of light, dark, contrast, system, not \"blue\"");
    option("unknown backend", "--backend", "cloud", "--backend wants one of sim, real, not \"cloud\"");
    option("wrong seed", "--seed", "-1",
           "--seed wants a whole number from 0 to 18446744073709551615, not \"-1\"");
    option("wrong speed", "--speed", "fast", "--speed wants a number from 0 to 1000, or max, not \"fast\"");
    for (const char *size : {"big", "10x10", "640x", "100000x100000", "640x480x2"})
        option(size, "--size", size,
               "--size wants WIDTHxHEIGHT from 640x480 to 8192x8192, not \"" + QByteArray(size) + "\"");
    option("address that is none", "--serve", "nonsense",
           "--serve: \"nonsense\" is no address to listen on; expected something like 127.0.0.1:8001");
    usage("others without TLS", {QStringLiteral("--serve"), QStringLiteral("0.0.0.0:0")},
          "0.0.0.0 can be reached from other machines, so it is served with --tls only");
    usage("TLS for nobody", {QStringLiteral("--tls")}, "--tls is for --serve, which is not given");
    usage("picture of a served cluster", {QStringLiteral("--serve"), QStringLiteral("--screenshot=x.png")},
          "--serve and --screenshot cannot be used together: a picture is taken of a cluster that runs by "
          "itself");
    row("in Japanese, as the option says",
        {.arguments = {QStringLiteral("--lang"), QStringLiteral("ja"), QStringLiteral("--nonsense")},
         .status = 2,
         .err = "minato: --nonsenseというオプションはありません。使い方は「minato --help」で確認できます\n"});
    row("in Japanese, as the environment says",
        {.arguments = {QStringLiteral("--nonsense")},
         .status = 2,
         .err = "minato: --nonsenseというオプションはありません。使い方は「minato --help」で確認できます\n",
         .environment = {{QStringLiteral("LANG"), QStringLiteral("ja_JP.UTF-8")},
                         {QStringLiteral("LC_ALL"), QString()}}});
    row("help without a display",
        {.arguments = {QStringLiteral("--help")},
         .status = 0,
         .err = {},
         .out = "Usage: …\n",
         .environment = {{QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("nonsense")}}});
}

void lessons()
{
    const auto named = [](const char *lesson) {
        return QStringList{QStringLiteral("--lesson"), QString::fromUtf8(lesson)};
    };
    failure("unknown lesson", named("nonsense"), "minato: unknown lesson \"nonsense\"; there are: scale\n");
    failure("unknown lesson, in Japanese", named("nonsense") + QStringList{QStringLiteral("--lang=ja")},
            "minato: 「nonsense」というレッスンはありません。次のレッスンがあります: scale\n");
    failure("unknown step", named("scale/nonsense"),
            "minato: lesson scale has no step \"nonsense\"; there are: look, scale-up, balance, scale-down, "
            "zero\n");
    failure("no folder of lessons", {},
            "%d/none: the folder of lessons cannot be read: No such file or directory\n"
            "minato: there is no lesson in %d/none\n",
            {}, {{QStringLiteral("MINATO_LESSONS"), QStringLiteral("%d/none")}});
    failure("empty folder of lessons", {}, "minato: there is no lesson in %d\n", {},
            {{QStringLiteral("MINATO_LESSONS"), QStringLiteral("%d")}});
}

void files()
{
    const auto topology = [](const char *file) {
        return QStringList{QStringLiteral("--topology"), QString::fromUtf8(file)};
    };
    failure("topology that is not there", topology("%d/t.yaml"),
            "minato: cannot read %d/t.yaml: there is no such file or folder\n");
    failure("topology that is a folder", topology("%d"), "minato: cannot read %d: it is a folder\n");
    failure("broken topology", topology("%d/t.yaml"), "%d/t.yaml:2:1: did not find expected node content\n",
            {{QStringLiteral("t.yaml"), "nodes: ["}});
    failure("topology without nodes", topology("%d/t.yaml"), "%d/t.yaml:1: nodes: expected a list of nodes\n",
            {{QStringLiteral("t.yaml"), "nodes: {}"}});
    failure("progress that is a folder", {QStringLiteral("--progress"), QStringLiteral("%d")},
            "minato: cannot write %d: it is a folder\n");
    const auto picture = [](const char *title, const char *file, const char *err) {
        row(title, {.arguments = {QStringLiteral("--screenshot"), QString::fromUtf8(file)},
                    .status = 1,
                    .err = err});
    };
    picture("picture nowhere", "%d/no/p.png",
            "minato: cannot write %d/no/p.png: there is no such file or folder\n");
    picture("picture that is no picture", "%d/p.txt",
            "minato: cannot write the picture %d/p.txt: its name must end like a picture's, such as .png\n");
    row("pictures nowhere", {.arguments = {QStringLiteral("--screenshot-tour"), QStringLiteral("/proc/none")},
                             .status = 1,
                             .err = "minato: cannot make the folder /proc/none\n"});
    row("no display", {.arguments = {},
                       .status = 1,
                       .err = "minato: no window can be opened here; QT_QPA_PLATFORM=offscreen with "
                              "--screenshot takes pictures "
                              "without a display\n",
                       .environment = {{QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("nonsense")}}});
    row("no display, in Japanese",
        {.arguments = {QStringLiteral("--lang=ja")},
         .status = 1,
         .err = "minato: "
                "ここではウィンドウを開けません。QT_QPA_PLATFORM=offscreenと--"
                "screenshotを指定すると、画面がなくても画像を"
                "作成できます\n",
         .environment = {{QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("nonsense")}}});
}

void damagedProgress()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("truncated") << QByteArray("{\"format\": 1, \"lessons\": {\"sca");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("binary") << QByteArray("\0\xff\x01", 3);
    QTest::newRow("of another kind") << QByteArray("[1, 2]");
    QTest::newRow("deep") << QByteArray("[").repeated(100'000);
}

} // namespace

/// The lab says in one sentence what is wrong with what it was given, in the learner's language, and ends
/// with the right status; what need not stop it does not.
class TestLabBadInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void commandLine_data() { table(commandLines); }
    void commandLine() { check(); }
    void lesson_data() { table(lessons); }
    void lesson() { check(); }
    void file_data() { table(files); }
    void file() { check(); }

    void damagedProgress_isKeptAsideAndTheLabOpens_data() { damagedProgress(); }
    void damagedProgress_isKeptAsideAndTheLabOpens()
    {
        QFETCH(QByteArray, text);
        QTemporaryDir folder;
        const QString progress = folder.filePath(QStringLiteral("progress.json"));
        write(progress, text);
        const QString picture = folder.filePath(QStringLiteral("p.png"));
        const Ended ended =
            run("minato", {QStringLiteral("--progress"), progress, QStringLiteral("--screenshot"), picture});
        QCOMPARE(ended.err, QByteArray());
        QCOMPARE(ended.status, 0);
        QVERIFY(!QImage(picture).isNull());
        QCOMPARE(read(progress + QStringLiteral(".damaged-1")), text);
        QVERIFY(read(progress).contains("\"format\": 1"));
    }

    void brokenLesson_isToldWhileTheOthersOpen()
    {
        QTemporaryDir folder;
        const QDir lessons(folder.path());
        for (const char *name : {"scale/lesson.yaml", "scale/lesson.en.md", "scale/lesson.ja.md",
                                 "scale/manifests/deployment.yaml", "scale/manifests/service.yaml"}) {
            const QString file = QLatin1Char('/') + QString::fromUtf8(name);
            QVERIFY(lessons.mkpath(QFileInfo(folder.path() + file).path()));
            QVERIFY(QFile::copy(kLessons + file, folder.path() + file));
        }
        QVERIFY(lessons.mkdir(QStringLiteral("broken")));
        write(lessons.filePath(QStringLiteral("broken/lesson.yaml")), "format: [\n");
        write(lessons.filePath(QStringLiteral("broken/lesson.en.md")), "");
        write(lessons.filePath(QStringLiteral("broken/lesson.ja.md")), "");
        const QString picture = folder.filePath(QStringLiteral("p.png"));
        const Ended ended =
            run("minato", {QStringLiteral("--screenshot"), picture},
                {.input = {}, .environment = {{QStringLiteral("MINATO_LESSONS"), folder.path()}}});
        QCOMPARE(QString::fromUtf8(ended.err),
                 folder.path() +
                     QStringLiteral("/broken/lesson.yaml:2:1: did not find expected node content\n"));
        QCOMPARE(ended.status, 0);
        QVERIFY(!QImage(picture).isNull());
    }

    void commandThatFails_isTheLearnersAffair()
    {
        QTemporaryDir folder;
        const QString picture = folder.filePath(QStringLiteral("p.png"));
        const Ended ended =
            run("minato", {QStringLiteral("--run"), QStringLiteral("kubectl nonsense; $( (; 'x"),
                           QStringLiteral("--screenshot"), picture});
        QCOMPARE(ended.err, QByteArray());
        QCOMPARE(ended.status, 0);
        QVERIFY(!QImage(picture).isNull());
    }

private:
    static void table(void (*rows)())
    {
        QTest::addColumn<CalledRow>("called");
        rows();
    }
    static void check()
    {
        QFETCH(CalledRow, called);
        checkCall("minato", called);
    }
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
    }
};

MINATO_TEST(TestLabBadInput)
#include "tst_lab_bad_input.moc"
