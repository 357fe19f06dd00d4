// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/program.h"
#include "support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace minato::tests;

namespace {

const QString kSeedLesson = QStringLiteral(MINATO_SOURCE_DIR "/lessons/scale");

/// What is done to a folder with a copy of the seed lesson before the call.
using Spoil = void (*)(const QDir &lessons);

/// One call of minato-lessons. In arguments and texts %d is the folder of lessons.
struct Row {
    QStringList arguments;
    int status = 0;
    QByteArray err, out;
    Spoil spoil = nullptr;
    QString language = QStringLiteral("en");
};

void copyLesson(const QDir &lessons, const QString &id = QStringLiteral("scale"))
{
    QDir().mkpath(lessons.filePath(id + QStringLiteral("/manifests")));
    for (const char *name : {"lesson.yaml", "lesson.en.md", "lesson.ja.md", "manifests/deployment.yaml",
                             "manifests/service.yaml"}) {
        const QString file = QLatin1Char('/') + QString::fromUtf8(name);
        QVERIFY(QFile::copy(kSeedLesson + file, lessons.filePath(id) + file));
    }
}

void write(const QDir &lessons, const char *name, const QByteArray &text)
{
    QFile file(lessons.filePath(QString::fromUtf8(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void replace(const QDir &lessons, const char *name, const QByteArray &before, const QByteArray &after)
{
    QFile file(lessons.filePath(QString::fromUtf8(name)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.contains(before), before.constData());
    write(lessons, name, QByteArray(text).replace(text.indexOf(before), before.size(), after));
}

void remove(const QDir &lessons, const char *name)
{
    QVERIFY(QFile::remove(lessons.filePath(QString::fromUtf8(name))));
}

void row(const char *title, const char *arguments, int status, const QByteArray &err, Spoil spoil = nullptr,
         const QByteArray &out = {}, const char *language = "en")
{
    QTest::newRow(title) << Row{QString::fromUtf8(arguments).split(u' ', Qt::SkipEmptyParts),
                                status,
                                err,
                                out,
                                spoil,
                                QString::fromUtf8(language)};
}

void commandLines()
{
    row("nothing", "", 2, "minato-lessons: a command is missing; see minato-lessons --help\n");
    row("unknown command", "nonsense", 2,
        "minato-lessons: unknown command \"nonsense\"; see minato-lessons --help\n");
    row("unknown option", "lint --nonsense", 2,
        "minato-lessons: unknown option --nonsense; see minato-lessons --help\n");
    row("option without its value", "play --seed", 2,
        "minato-lessons: --seed needs a value; see minato-lessons --help\n");
    row("wrong seed", "play --seed=-1", 2,
        "minato-lessons: --seed wants a whole number from 0 to 18446744073709551615, not \"-1\"; see "
        "minato-lessons "
        "--help\n");
    row("wrong seed that would not be used", "lint --seed=x", 2,
        "minato-lessons: --seed wants a whole number from 0 to 18446744073709551615, not \"x\"; see "
        "minato-lessons "
        "--help\n");
    row("in Japanese", "lint --nonsense", 2,
        "minato-lessons: --nonsenseというオプションはありません。使い方は「minato-lessons "
        "--help」で確認できます\n",
        nullptr, {}, "ja");
}

void lessonsThatAreNotThere()
{
    row("unknown lesson", "play --lessons %d nonsense", 1,
        "minato-lessons: unknown lesson \"nonsense\"; there are: scale\n");
    row("unknown lesson, in Japanese", "play --lessons %d nonsense", 1,
        "minato-lessons: 「nonsense」というレッスンはありません。次のレッスンがあります: scale\n", nullptr,
        {}, "ja");
    row("one of two is unknown", "play --lessons %d scale nonsense", 1,
        "minato-lessons: unknown lesson \"nonsense\"; there are: scale\n");
    row("no folder of lessons", "lint --lessons %d/none", 1,
        "%d/none: the folder of lessons cannot be read: No such file or directory\n");
    row("file instead of the folder of lessons", "lint --lessons %d/scale/lesson.yaml", 1,
        "%d/scale/lesson.yaml: the folder of lessons cannot be read: Not a directory\n");
    row("empty folder: nothing is checked", "lint --lessons %d", 1,
        "minato-lessons: there is no lesson in %d\n", [](const QDir &lessons) {
            QVERIFY(QDir(lessons.filePath(QStringLiteral("scale"))).removeRecursively());
        });
    row("empty folder: nothing is played", "play --lessons %d", 1,
        "minato-lessons: there is no lesson in %d\n", [](const QDir &lessons) {
            QVERIFY(QDir(lessons.filePath(QStringLiteral("scale"))).removeRecursively());
        });
    row("no such lesson folder", "lint %d/none", 1, "%d/none: there is no such folder\n");
    row("file instead of a lesson folder", "lint %d/scale/lesson.yaml", 1,
        "%d/scale/lesson.yaml: there is no such folder\n");
}

void brokenLessons()
{
    row("nothing spoiled", "lint --lessons %d", 0, {}, nullptr, "scale: ok\n");
    row("by its folder", "lint %d/scale/", 0, {}, nullptr, "scale: ok\n");
    row("missing segment", "lint --lessons %d", 1,
        "%d/scale/lesson.ja.md:33: segment \"look.columns\" is missing after this line\n",
        [](const QDir &lessons) {
            replace(lessons, "scale/lesson.ja.md", "<!-- seg:look.columns -->\n", "");
        });
    row("broken YAML", "lint --lessons %d", 1,
        "%d/scale/lesson.yaml:12:6: did not find expected ',' or ']'\n", [](const QDir &lessons) {
            replace(lessons, "scale/lesson.yaml", "needs: [traffic]", "needs: [traffic");
        });
    row("no YAML at all", "lint --lessons %d", 1,
        "%d/scale/lesson.yaml:1:1: control characters are not allowed\n",
        [](const QDir &lessons) { write(lessons, "scale/lesson.yaml", QByteArray("\0\0\xff", 3)); });
    row("deep YAML", "lint --lessons %d", 1, "%d/scale/lesson.yaml:1:513: exceeded max depth of 512\n",
        [](const QDir &lessons) { write(lessons, "scale/lesson.yaml", QByteArray("[").repeated(100'000)); });
    row("lesson.yaml is missing", "lint --lessons %d", 1,
        "%d/scale/lesson.yaml: cannot be read: No such file or directory\n",
        [](const QDir &lessons) { remove(lessons, "scale/lesson.yaml"); });
    row("a language is missing", "lint --lessons %d", 1,
        "%d/scale/lesson.ja.md: cannot be read: No such file or directory\n",
        [](const QDir &lessons) { remove(lessons, "scale/lesson.ja.md"); });
    row("a folder in place of a file", "lint --lessons %d", 1,
        "%d/scale/lesson.en.md: cannot be read: Is a directory\n", [](const QDir &lessons) {
            remove(lessons, "scale/lesson.en.md");
            QVERIFY(lessons.mkdir(QStringLiteral("scale/lesson.en.md")));
        });
    row("text that is not UTF-8", "lint --lessons %d", 1, "%d/scale/lesson.en.md:5: the line is not UTF-8\n",
        [](const QDir &lessons) {
            replace(lessons, "scale/lesson.en.md", "<!-- seg:lesson.title -->\n\n",
                    "<!-- seg:lesson.title -->\n\xe3\x81\n");
        });
    row(
        "a broken one among others", "lint --lessons %d", 1,
        "%d/broken/lesson.yaml: cannot be read: No such file or directory\n"
        "%d/broken/lesson.en.md: cannot be read: No such file or directory\n"
        "%d/broken/lesson.ja.md: cannot be read: No such file or directory\n",
        [](const QDir &lessons) { QVERIFY(lessons.mkdir(QStringLiteral("broken"))); }, "scale: ok\n");
    row(
        "a lesson in another folder", "lint --lessons %d", 1,
        "%d/copy/lesson.yaml:6: id: expected \"copy\", the name of the folder\n",
        [](const QDir &lessons) { copyLesson(lessons, QStringLiteral("copy")); }, "scale: ok\n");
    row(
        "broken index", "lint --lessons %d", 1, "%d/index.yaml:2:1: did not find expected node content\n",
        [](const QDir &lessons) { write(lessons, "index.yaml", "lessons: ["); }, "scale: ok\n");
    row(
        "index with another field", "lint --lessons %d", 1, "%d/index.yaml:1: lesons: unknown field\n",
        [](const QDir &lessons) { write(lessons, "index.yaml", "lesons: [scale]\n"); }, "scale: ok\n");
    row(
        "index that names one twice", "lint --lessons %d", 1,
        "%d/index.yaml:1: lessons: \"scale\" occurs twice\n",
        [](const QDir &lessons) { write(lessons, "index.yaml", "lessons: [scale, scale]\n"); },
        "scale: ok\n");
    row(
        "index of what is not there", "lint --lessons %d", 1, "%d/nope: there is no such folder\n",
        [](const QDir &lessons) { write(lessons, "index.yaml", "lessons: [nope]\n"); }, "scale: ok\n");
}

void unsolvedLessons()
{
    row("playing a broken lesson", "play --lessons %d scale", 1,
        "%d/scale/lesson.ja.md: cannot be read: No such file or directory\n"
        "minato-lessons: there is no lesson in %d\n",
        [](const QDir &lessons) { remove(lessons, "scale/lesson.ja.md"); });
    row("manifest of an unknown kind", "play --lessons %d scale", 1,
        "minato-lessons: Servce \"kubernetes-bootcamp\": no matches for kind \"Servce\" in version \"v1\"\n"
        "scale: the setup did not become ready\n",
        [](const QDir &lessons) {
            replace(lessons, "scale/manifests/service.yaml", "kind: Service", "kind: Servce");
        });
    row("manifest with negative replicas", "play --lessons %d scale", 1,
        "minato-lessons: Deployment \"kubernetes-bootcamp\": Deployment.apps \"kubernetes-bootcamp\" is "
        "invalid: "
        "spec.replicas: Invalid value: -1: must be greater than or equal to 0\n"
        "scale: the setup did not become ready\n",
        [](const QDir &lessons) {
            replace(lessons, "scale/manifests/deployment.yaml", "replicas: 1", "replicas: -1");
        });
    row("solution that does not solve", "play --lessons %d scale", 1,
        "scale: step \"balance\": check \"spread\" is not met after the solution\n", [](const QDir &lessons) {
            for (const char *file : {"scale/lesson.yaml", "scale/lesson.en.md", "scale/lesson.ja.md"})
                replace(lessons, file, "for i in $(seq 60); do curl", "for i in $(seq 30); do curl");
        });
    row("check that says nothing", "play --lessons %d scale", 1,
        "scale: step \"scale-up\": check \"asked\" is met before anything was done\n",
        [](const QDir &lessons) {
            replace(lessons, "scale/lesson.yaml", "\"{.spec.replicas}\", value: 4 }",
                    "\"{.spec.replicas}\", op: ge, value: 1 }");
        });
}

} // namespace

Q_DECLARE_METATYPE(Row)

/// minato-lessons names what is wrong with lessons by file and line, and ends with the right status.
class TestLessonsBadInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void commandLine_data() { table(commandLines); }
    void commandLine() { check(); }
    void lessonThatIsNotThere_data() { table(lessonsThatAreNotThere); }
    void lessonThatIsNotThere() { check(); }
    void brokenLesson_data() { table(brokenLessons); }
    void brokenLesson() { check(); }
    void unsolvedLesson_data() { table(unsolvedLessons); }
    void unsolvedLesson() { check(); }

    void helpAndVersion_areNoFaults()
    {
        for (const char *argument : {"--help", "-h", "--version", "-v"}) {
            const Ended ended = run("minato-lessons", {QString::fromUtf8(argument)});
            QCOMPARE(ended.status, 0);
            QCOMPARE(ended.err, QByteArray());
            QVERIFY(ended.out.contains("minato-lessons"));
        }
    }

private:
    static void table(void (*rows)())
    {
        QTest::addColumn<Row>("called");
        rows();
    }
    static void check()
    {
        QFETCH(Row, called);
        QTemporaryDir folder;
        const QDir lessons(folder.path());
        copyLesson(lessons);
        if (called.spoil)
            called.spoil(lessons);
        called.arguments.replaceInStrings(QStringLiteral("%d"), folder.path());
        const Ended ended =
            run("minato-lessons", called.arguments,
                {.input = {}, .environment = {{QStringLiteral("LANGUAGE"), called.language}}});
        const QByteArray path = folder.path().toUtf8();
        QCOMPARE(QString::fromUtf8(ended.err), QString::fromUtf8(called.err.replace("%d", path)));
        QCOMPARE(QString::fromUtf8(ended.out), QString::fromUtf8(called.out.replace("%d", path)));
        QCOMPARE(ended.status, called.status);
    }
};

MINATO_TEST(TestLessonsBadInput)
#include "tst_lessons_bad_input.moc"
