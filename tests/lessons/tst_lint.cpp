// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_loader.h"
#include "support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace minato;
using namespace minato::lessons;

namespace {

const QString kLessons = QStringLiteral(MINATO_SOURCE_DIR "/lessons");

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// A copy of the seed lesson that a test may spoil.
struct Copy {
    QTemporaryDir dir;
    QString folder = dir.filePath(QStringLiteral("scale"));

    Copy()
    {
        QDir().mkpath(folder + QStringLiteral("/manifests"));
        for (const char *name : {"lesson.yaml", "lesson.en.md", "lesson.ja.md", "manifests/deployment.yaml",
                                 "manifests/service.yaml"}) {
            const QString file = QLatin1Char('/') + QString::fromUtf8(name);
            QFile::copy(kLessons + QStringLiteral("/scale") + file, folder + file);
        }
    }
    void replace(const QByteArray &file, const QByteArray &before, const QByteArray &after)
    {
        const QString path = folder + QLatin1Char('/') + QString::fromUtf8(file);
        QByteArray text = read(path);
        QVERIFY2(text.contains(before), before);
        write(path, text.replace(text.indexOf(before), before.size(), after));
    }
    /// The number of the first line that holds the beginning of `text`; 0: there is none.
    [[nodiscard]] int lineOf(const QString &file, const QByteArray &text) const
    {
        const QByteArray all = read(folder + QLatin1Char('/') + file);
        const auto at = all.indexOf(text);
        return at < 0 ? 0 : static_cast<int>(all.left(at).count('\n')) + 1;
    }
};

/// One thing spoiled in the seed lesson, and what is said about it.
struct Fault {
    QByteArray file, before, after;
    QByteArray at;      ///< the line of `named` that is told: the first that contains this
    QByteArray message; ///< exactly
    QByteArray named;   ///< another file than the spoiled one
    int most = 1;       ///< so many faults in all
};

void addColumns()
{
    QTest::addColumn<Fault>("fault");
}

void row(const char *title, const Fault &fault)
{
    QTest::newRow(title) << fault;
}

void lessonYamlRows()
{
    const auto yaml = [](const char *title, const char *before, const char *after, const char *at,
                         const char *message,
                         int most = 1) { row(title, {"lesson.yaml", before, after, at, message, {}, most}); };
    yaml("broken YAML", "needs: [traffic]", "needs: [traffic", "title: lesson.title",
         "did not find expected ',' or ']'");
    yaml("no map", "format: 1", "- format: 1\n---", "# SPDX", "expected one YAML document, a map");
    yaml("an anchor", "needs: [traffic]", "needs: &x [traffic]", "needs: &x",
         "lessons use no anchors, aliases and tags: write it out, or in quotes");
    yaml("a tag", "minutes: 12", "minutes: !!int 12",
         "minutes:", "lessons use no anchors, aliases and tags: write it out, or in quotes");
    yaml("a key twice", "minutes: 12", "minutes: 12\nlevel: beginner", "level: beginner\nneeds",
         "\"level\" occurs twice in this map");
    yaml("unknown field", "minutes:", "minuets: 1\nminutes:", "minuets", "minuets: unknown field");
    yaml("future format", "format: 1", "format: 2", "format: 2",
         "format: expected 1, the only format that there is");
    yaml("no id", "id: scale\n", "", "format: 1", "id: expected a text");
    yaml("other id than the folder", "id: scale\n", "id: scaling\n", "id: scaling",
         "id: expected \"scale\", the name of the folder");
    yaml("id with a space", "id: scale\n", "id: Scale up\n", "id: Scale up",
         "id: expected an id of a-z, 0-9 and '-' that begins with a letter", 2);
    yaml("unknown source language", "source: en", "source: fr", "source: fr",
         "source: expected one of en, ja");
    yaml("unknown level", "level: beginner", "level: wizard", "level: wizard",
         "level: expected one of beginner, intermediate, advanced");
    yaml("no time", "minutes: 12", "minutes: soon", "minutes: soon",
         "minutes: expected a whole number from 1");
    yaml("no time at all", "minutes: 12\n", "", "format: 1", "minutes: expected a whole number from 1");
    yaml("unknown capability", "needs: [traffic]", "needs: [trafic]", "needs: [trafic]",
         "needs: unknown capability \"trafic\"; there are traffic, sim.clock, sim.faults, sim.explain");
    yaml("no list", "intro: [lesson.idea, lesson.goals, lesson.howto]", "intro: lesson.idea",
         "intro: lesson.idea", "intro: expected a list of texts", 7);
    yaml("segment of a step in the introduction", "intro: [lesson.idea,", "intro: [look.idea,",
         "intro: [look.idea,", "intro: expected a segment of the group \"lesson\", not \"look.idea\"", 5);
    yaml("segment without a group", "summary: lesson.summary", "summary: summary", "summary: summary",
         "summary: expected a segment of the group \"lesson\", not \"summary\"", 5);
    yaml("segment in two places", "outro: [lesson.end, lesson.next]",
         "outro: [lesson.end, lesson.next, lesson.idea]",
         "outro:", "outro: segment \"lesson.idea\" is used twice", 3);
    yaml("no set-up", "setup:", "before:", "format: 1", "setup: expected a map", 2);
    yaml("manifest that is not there", "manifests/service.yaml", "manifests/servce.yaml",
         "- manifests/servce.yaml",
         "setup.manifests[1]: \"manifests/servce.yaml\" cannot be read: No such file or directory");
    yaml("manifest outside", "manifests/service.yaml", "../../service.yaml", "- ../../service.yaml",
         "setup.manifests[1]: \"../../service.yaml\" is not in the folder of the lesson");
    yaml("no steps", "steps:\n", "steps: []\nnever:\n", "steps: []",
         "steps: expected a list of at least one step", 2);
}

void stepRows()
{
    const auto yaml = [](const char *title, const char *before, const char *after, const char *at,
                         const char *message,
                         int most = 1) { row(title, {"lesson.yaml", before, after, at, message, {}, most}); };
    yaml("step twice", "- id: balance\n", "- id: look\n", "- id: look\n    title: balance",
         "steps[2].id: step \"look\" occurs twice", 16);
    yaml("step called lesson", "- id: look\n", "- id: lesson\n", "- id: lesson",
         "steps[0].id: \"lesson\" is taken: it is the group of the segments around the steps", 10);
    yaml("step without a title", "title: look.title\n", "tittle: look.title\n", "- id: look",
         "steps[0].title: expected a text", 4);
    yaml("empty page",
         "page: [look.intro, look.columns, look.old-columns, look.service, look.requests, look.result]",
         "page: []", "page: []", "steps[0].page: expected a list of at least one segment", 30);
    yaml("answer that is no choice", "choices: 3, answer: 2, explain: scale-up.explain",
         "choices: 3, answer: 4, explain: scale-up.explain", "explain: scale-up.explain",
         "steps[1].predict.answer: expected 1 to 3");
    yaml("question that is on no page", "question: scale-up.predict", "question: scale-up.idee",
         "question: scale-up.idee", "steps[1].predict.question: \"scale-up.idee\" is no segment of the page");
    yaml("no solution", "    solution:\n      - kubectl get deployments\n      - kubectl get services",
         "    solution: []\n    unsolved:\n      - kubectl get deployments\n      - kubectl get services",
         "solution: []", "steps[0].solution: expected a list of at least one line", 2);
    yaml("wait for nothing", "- until: ready", "- until: raedy", "- until: raedy",
         "steps[1].solution[1]: expected a command, or \"until: ID\" with a check of this step");
    yaml("line that YAML takes for a map", "- kubectl get services\n", "- echo a: b\n", "- echo a: b",
         "steps[0].solution[1]: expected a command, or \"until: ID\" with a check of this step");
    yaml("no checks", "    checks:\n      - id: answered", "    chekcs:\n      - id: answered", "- id: look",
         "steps[0].checks: expected a list of at least one check", 6);
    yaml("check without a goal", "goal: look.goal-answered", "gaol: look.goal-answered", "- id: answered",
         "steps[0].checks[0].goal: expected a text", 4);
    yaml("check twice", "- id: ready\n        goal", "- id: asked\n        goal",
         "- id: asked\n        goal: scale-up.goal-ready",
         "steps[1].checks[1].id: check \"asked\" occurs twice in this step", 2);
    yaml("check that needs a later one", "needs: [gone]", "needs: [zero]", "needs: [zero]",
         "steps[3].checks[1].needs: no check \"zero\" comes before this one");
    row("solution that cannot be clicked",
        {"lesson.yaml", "- kubectl get services\n", "- kubectl get svc\n", "<!-- seg:look.title -->",
         "step \"look\": no \"console run\" block holds the solution's line: kubectl get svc", "lesson.en.md",
         2});
}

void conditionRows()
{
    const auto yaml = [](const char *title, const char *before, const char *after, const char *at,
                         const char *message,
                         int most = 1) { row(title, {"lesson.yaml", before, after, at, message, {}, most}); };
    yaml("two conditions", "            failed: 0\n\n  - id: scale-up",
         "            failed: 0\n          exists: { resource: pods }\n\n  - id: scale-up",
         "that:\n          traffic",
         "steps[0].checks[0].that: expected one condition, such as \"exists: {…}\"");
    yaml("unknown condition", "          traffic:", "          trafic:", "          trafic:",
         "steps[0].checks[0].that.trafic: unknown condition \"trafic\"; there are all, any, not, exists, "
         "compare, count, traffic, eventually and always");
    yaml("unknown resource",
         "compare: { resource: deployments, name: kubernetes-bootcamp, jsonpath: \"{.spec.replicas}\", "
         "value: 4 }",
         "compare: { resource: deployment, name: kubernetes-bootcamp, jsonpath: \"{.spec.replicas}\", value: "
         "4 }",
         "resource: deployment,",
         "steps[1].checks[0].that.compare.resource: unknown resource \"deployment\"");
    yaml("comparison without a name",
         "compare: { resource: deployments, name: kubernetes-bootcamp, jsonpath: \"{.spec.replicas}\", "
         "value: 4 }",
         "compare: { resource: deployments, jsonpath: \"{.spec.replicas}\", value: 4 }",
         "{ resource: deployments, jsonpath",
         "steps[1].checks[0].that.compare.name: expected the name of one object");
    yaml("broken JSONPath", "jsonpath: \"{.spec.replicas}\", value: 4 }",
         "jsonpath: \"{.spec.replicas\", value: 4 }", "\"{.spec.replicas\"",
         "steps[1].checks[0].that.compare.jsonpath: expected a JSONPath such as \"{.spec.replicas}\": "
         "unclosed action");
    yaml("nothing to compare with", "jsonpath: \"{.spec.replicas}\", value: 4 }",
         "jsonpath: \"{.spec.replicas}\" }", "\"{.spec.replicas}\" }",
         "steps[1].checks[0].that.compare.value: expected a value to compare with");
    yaml("unknown operator", "distinctPods: { op: ge, value: 4 }", "distinctPods: { op: atleast, value: 4 }",
         "op: atleast", "steps[2].checks[0].that.traffic.distinctPods.op: expected eq, ne, lt, le, gt or ge");
    yaml("broken selector", "count: { resource: pods, selector: app=kubernetes-bootcamp, value: 2 }",
         "count: { resource: pods, selector: app in kubernetes-bootcamp, value: 2 }", "selector: app in",
         "steps[3].checks[0].that.eventually.that.all[2].count.selector: unable to parse requirement: found "
         "'kubernetes-bootcamp' expected: '('");
    yaml("nothing measured", "            last: 20\n            distinctPods: 2\n            failed: 0",
         "            last: 20", "traffic:\n            service: kubernetes-bootcamp\n            last: 20",
         "steps[3].checks[1].that.traffic: expected at least one of requests, answered, distinctPods, failed "
         "and refused");
    yaml("last of nothing", "last: 20", "last: 0", "last: 0",
         "steps[3].checks[1].that.traffic.last: expected a whole number from 1");
    yaml("no duration", "during: 5s", "during: 5", "during: 5\n",
         "steps[4].checks[0].that.eventually.that.all[2].always.during: expected a duration such as 30s or "
         "2m");
    yaml("empty all", "            failed: 0\n\n  - id: scale-up",
         "            failed: 0\n      - { id: none, goal: look.goal-none, that: { all: [] } }\n\n  - id: "
         "scale-up",
         "look.goal-none", "steps[0].checks[1].that.all: expected a list of at least one condition", 4);
    yaml("where without a list", "distinct: \"{.status.podIP}\", value: 4", "where: ready, value: 4",
         "where: ready", "steps[1].checks[1].that.eventually.that.all[1].count.where: expected a list");
}

void manifestRows()
{
    row("broken manifest",
        {"manifests/service.yaml", "spec:", "spec: [", "  selector:", "did not find expected ',' or ']'"});
    row("manifest without a kind", {"manifests/service.yaml", "kind: Service\n", "", "apiVersion",
                                    "a manifest needs apiVersion, kind and metadata.name"});
}

void segmentRows()
{
    row("missing segment", {"lesson.ja.md", "<!-- seg:look.columns -->\n", "", "<!-- seg:look.intro -->",
                            "segment \"look.columns\" is missing after this line"});
    row("segment of nothing", {"lesson.en.md",
                               "<!-- seg:look.columns -->",
                               "<!-- seg:look.cloumns -->",
                               "<!-- seg:look.cloumns -->",
                               "segment \"look.cloumns\" is used nowhere in lesson.yaml",
                               {},
                               2});
    row("segment twice", {"lesson.ja.md", "<!-- seg:look.columns -->", "<!-- seg:look.intro -->",
                          "<!-- seg:look.intro -->\n\n`READY`", "segment \"look.intro\" occurs twice"});
    row("segment elsewhere",
        {"lesson.en.md",
         "<!-- seg:zero.goal-back -->\n\nA Pod is ready again\n\n<!-- seg:zero.hint-back -->\n\nScale with "
         "`--replicas=1` and give the Pod a few seconds.\n",
         "<!-- seg:zero.hint-back -->\n\nScale with `--replicas=1` and give the Pod a few seconds.\n\n"
         "<!-- seg:zero.goal-back -->\n\nA Pod is ready again\n",
         "<!-- seg:zero.goal-back -->",
         "segment \"zero.goal-back\" stands in another place than in lesson.yaml"});
    row("empty segment", {"lesson.en.md", "3 requests in a row were answered by the same Pod\n", "",
                          "<!-- seg:look.goal-answered -->", "segment \"look.goal-answered\" is empty"});
    row("bad marker", {"lesson.en.md", "<!-- seg:look.columns -->", "<!-- seg:look columns -->",
                       "<!-- seg:look columns -->",
                       "expected a marker of the form <!-- seg:GROUP.NAME --> with a-z, 0-9 and '-'"});
    row("text before the first segment",
        {"lesson.en.md", "<!-- seg:lesson.title -->", "Hello\n\n<!-- seg:lesson.title -->", "Hello",
         "text before the first <!-- seg:ID --> marker belongs to no segment"});
    row("not UTF-8", {"lesson.ja.md", "30000",
                      "3\xff"
                      "0000",
                      "3\xff"
                      "0000",
                      "the line is not UTF-8"});
}

void markdownRows()
{
    const auto english = [](const char *title, const char *before, const char *after, const char *at,
                            const char *message, int most = 2) {
        row(title, {"lesson.en.md", before, after, at, message, {}, most});
    };
    english("title without #", "# Scaling: from", "Scaling: from", "Scaling: from",
            "expected one heading that begins with \"# \"");
    english("step title with one #", "## Look before", "# Look before", "# Look before",
            "expected one heading that begins with \"## \"");
    english("big heading on a page", "First, find out", "## First\n\nFirst, find out", "## First",
            "headings within a page begin with \"### \"");
    english("goal of two paragraphs", "3 requests in a row", "So far so good\n\n3 requests in a row",
            "So far so good", "expected one paragraph");
    english("goal with a full stop", "by the same Pod\n", "by the same Pod.\n", "by the same Pod.",
            "a goal says what is the case, without a full stop");
    english("hint that is a list", "Press the Run button of the `curl`",
            "- Press the Run button of the `curl`", "- Press the Run button of the",
            "expected one paragraph");
    english("wrapped paragraph", "where you start. List", "where you start.\nList",
            "List the Deployments.\n\n```",
            "a paragraph or item is one line, with a blank line before what comes next");
    english("list in a list", "- scale it to 4", "  - scale it to 4", "  - scale it",
            "lists have one level, and their items begin at the margin");
    english("list with stars", "- scale it to 4", "* scale it to 4", "* scale it",
            "items of a list begin with \"- \" or \"1. \"");
    english("table without a head", "| Column | Meaning |\n| --- | --- |\n", "", "| `READY` |",
            "a table begins with a head: the second row is | --- | --- |");
    english("code without a language", "```output", "```", "```\nNAME ",
            "the code block is \"\"; expected one of console run, console, output, yaml, json, text");
    english("code in an unknown language", "```output", "```bash", "```bash",
            "the code block is \"bash\"; expected one of console run, console, output, yaml, json, text");
    english("code without an end", "5m\n```\n", "5m\n", "```output", "the code block has no end");
    english("quote that is no callout", "> [!TIP] Run it", "> Run it", "> Run it",
            "a block quote begins with > [!KIND], KIND being one of NOTE, TIP, WARNING, PREDICT, WHY");
    english("unknown callout", "> [!TIP] Run it", "> [!TIPP] Run it", "> [!TIPP]",
            "a block quote begins with > [!KIND], KIND being one of NOTE, TIP, WARNING, PREDICT, WHY");
    english("table in a callout", "> Press the Run button of a command",
            "> | a |\n> Press the Run button of a command", "> | a |",
            "a callout has paragraphs and lists only");
    english("image", "Remember this picture.", "![a picture](x.png)", "![a picture]",
            "lessons have no images", 3);
    english("HTML", "Remember this picture.", "<b>Remember</b> this picture.", "<b>", "lessons have no HTML");
    english("open code span", "Under `READY` you see `1/1`", "Under `READY you see `1/1`", "Under `READY you",
            "a ` without a second one on the same line", 3);
    english("prediction that is no question", "> [!PREDICT] You go from", "> [!NOTE] You go from",
            "<!-- seg:scale-up.predict -->", "the question of a prediction is a callout > [!PREDICT]");
    row("other number of choices",
        {"lesson.yaml", "choices: 3, answer: 2, explain: scale-up.explain",
         "choices: 4, answer: 2, explain: scale-up.explain", "<!-- seg:scale-up.predict -->",
         "the question has 3 choices, lesson.yaml says 4", "lesson.en.md", 2});
}

void pairRows()
{
    const auto japanese = [](const char *title, const char *before, const char *after, const char *at,
                             const char *message) {
        row(title, {"lesson.ja.md", before, after, at, QByteArray(message) + " (%en)", {}, 2});
    };
    japanese("other command", "kubectl get rs\n", "kubectl get replicasets\n",
             "```console run\nkubectl get replicasets",
             "segment \"scale-up.replicaset\": the code differs from the source");
    japanese("lost number", "30000", "3万", "<!-- seg:look.service -->",
             "segment \"look.service\": numbers missing: 30000");
    japanese("lost inline code", "`READY`は`1/1`です。", "`READY`は1/1です。", "<!-- seg:look.columns -->",
             "segment \"look.columns\": inline code missing: 1/1");
    japanese("lost table row", "| `AGE` | Deploymentが作られてからの時間 |\n", "",
             "<!-- seg:look.columns -->",
             "segment \"look.columns\": headings, list items, table rows or callouts differ from the source");
    japanese("lost code block", "```output", "```text", "```text",
             "segment \"look.intro\": the code block is \"text\", in the source \"output\"");
}

} // namespace

Q_DECLARE_METATYPE(Fault)

class TestLint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyLessonOfOurs_isClean()
    {
        const Catalogue catalogue = loadCatalogue(kLessons.toStdString());
        for (const auto &problem : catalogue.problems)
            qWarning("%s", base::toString(problem).c_str());
        QVERIFY(catalogue.problems.empty());
        QVERIFY(!catalogue.lessons.empty());
    }

    void theCopy_isClean()
    {
        const Copy copy;
        QVERIFY(loadLesson(copy.folder.toStdString()));
    }

    void faults_areNamedWithFileAndLine_data()
    {
        addColumns();
        lessonYamlRows();
        stepRows();
        conditionRows();
        manifestRows();
        segmentRows();
        markdownRows();
        pairRows();
    }
    void faults_areNamedWithFileAndLine()
    {
        QFETCH(Fault, fault);
        Copy copy;
        copy.replace(fault.file, fault.before, fault.after);
        const auto lesson = loadLesson(copy.folder.toStdString());
        QVERIFY(!lesson);
        const QString named = QString::fromUtf8(fault.named.isEmpty() ? fault.file : fault.named);
        const int line = copy.lineOf(named, fault.at);
        QVERIFY2(line > 0, fault.at);
        const std::string expected = base::toString(
            {.file = (copy.folder + u'/' + named).toStdString(),
             .line = line,
             .message = QByteArray(fault.message)
                            .replace("%en", (copy.folder + QStringLiteral("/lesson.en.md")).toUtf8())
                            .toStdString()});
        QStringList found;
        for (base::Diagnostic problem : lesson.error()) {
            problem.column = 0;
            found += QString::fromStdString(base::toString(problem));
        }
        QVERIFY2(
            found.contains(QString::fromStdString(expected)),
            qPrintable(QString::fromStdString(expected) + QStringLiteral("\nnot in\n") + found.join(u'\n')));
        QVERIFY2(found.size() <= fault.most, qPrintable(found.join(u'\n')));
    }

    void everyFaultIsTold_notOnlyTheFirst()
    {
        Copy copy;
        copy.replace("lesson.yaml", "minutes: 12", "minutes: 0");
        copy.replace("lesson.yaml", "level: beginner", "level: wizard");
        copy.replace("lesson.ja.md", "30000", "3万");
        copy.replace("manifests/service.yaml", "kind: Service", "kind: 7");
        const auto lesson = loadLesson(copy.folder.toStdString());
        QVERIFY(!lesson);
        QCOMPARE(lesson.error().size(), 5U); // the number is lost, and another is in its place
    }

    void aBrokenLesson_isLeftOutWhileOthersLoad()
    {
        Copy copy;
        QDir(copy.dir.path()).mkpath(QStringLiteral("broken"));
        write(copy.dir.filePath(QStringLiteral("broken/lesson.yaml")), "format: 1\n");
        const Catalogue catalogue = loadCatalogue(copy.dir.path().toStdString());
        QCOMPARE(catalogue.lessons.size(), 1U);
        QCOMPARE(catalogue.lessons.front().id, std::string("scale"));
        QVERIFY(!catalogue.problems.empty());
    }

    void noLesson_isSaid()
    {
        QVERIFY(!loadLesson("/nowhere/at-all"));
        QVERIFY(!loadCatalogue("/nowhere/at-all").problems.empty());
    }
};

MINATO_TEST(TestLint)
#include "tst_lint.moc"
