// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim_lab.h"
#include "support/test_registry.h"
#include "viewmodels/inspect/editor_text.h"
#include "viewmodels/inspect/line_diff.h"
#include "viewmodels/inspect/templates.h"

#include <QRegularExpression>

using namespace minato;
using namespace minato::viewmodels;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::shown;
using tests::SimLab;

namespace {

/// The text with its "|" taken out, and where that was.
Completion completeAt(QString text)
{
    static const kube::TypeTable types;
    const auto cursor = static_cast<int>(text.indexOf(u'|'));
    text.remove(cursor, 1);
    return completionAt(text, cursor, types);
}

QStringList texts(const Completion &completion)
{
    QStringList found;
    for (const Suggestion &each : completion.suggestions)
        found += each.text;
    return found;
}

/// Types into the editor and waits for what the API server says.
void type(SimLab &lab, const QString &text)
{
    lab.app.editor()->edited(text);
    QTest::qWait(EditorModel::kPause + 50);
    lab.session.runFor(200ms);
}

QString templateText(const char *kind)
{
    for (const ManifestTemplate &each : manifestTemplates())
        if (each.kind == QLatin1String(kind))
            return each.text;
    return {};
}

} // namespace

class TestEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void completion_knowsThePlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QString head = QStringLiteral("apiVersion: apps/v1\nkind: Deployment\n");
        QTest::newRow("field of the spec") << head + "spec:\n  repl|"_L1 << "replicas";
        QTest::newRow("item of an unindented list")
            << head + "spec:\n  template:\n    spec:\n      containers:\n      - name: web\n        ima|"_L1
            << "image";
        QTest::newRow("item of an indented list")
            << head +
                   "spec:\n  template:\n    spec:\n      containers:\n        - name: web\n          readi|"_L1
            << "readinessProbe";
        QTest::newRow("first field of an item")
            << head + "spec:\n  template:\n    spec:\n      containers:\n      - na|"_L1 << "name";
        QTest::newRow("second item") << head + "spec:\n  template:\n    spec:\n      containers:\n      - "
                                               "name: a\n        image: b\n      - comm|"_L1
                                     << "command";
        QTest::newRow("after a list")
            << head + "spec:\n  template:\n    spec:\n      containers:\n      - name: web\n      node|"_L1
            << "nodeName";
        QTest::newRow("enumeration") << head + "spec:\n  strategy:\n    type: Roll|"_L1 << "RollingUpdate";
        QTest::newRow("kind of a version")
            << QStringLiteral("apiVersion: policy/v1\nkind: |") << "PodDisruptionBudget";
        QTest::newRow("version of a kind") << QStringLiteral("kind: Service\napiVersion: |") << "v1";
        QTest::newRow("top") << head + "sp|"_L1 << "spec";
        QTest::newRow("second document")
            << head + "---\napiVersion: v1\nkind: Service\nspec:\n  sessionAff|"_L1 << "sessionAffinity";
        QTest::newRow("text that is not YAML")
            << head + "metadata:\n  name: [\nspec:\n  repl|"_L1 << "replicas";
    }
    void completion_knowsThePlace()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QVERIFY2(texts(completeAt(text)).contains(expected), qPrintable(texts(completeAt(text)).join(u' ')));
    }

    void completion_suggestsNothing_whereNothingIsKnown()
    {
        const QString head = QStringLiteral("apiVersion: apps/v1\nkind: Deployment\n");
        QCOMPARE(texts(completeAt(head + "spec:\n  replicass:\n    a|"_L1)), QStringList());
        QCOMPARE(texts(completeAt(head + "# repl|"_L1)), QStringList());
        QCOMPARE(texts(completeAt(head + "spec:\n  replicas: |"_L1)), QStringList());
    }

    void suggestions_sayWhatTheyAre_inBothLanguages()
    {
        SimLab lab;
        lab.app.editor()->openTemplate(0);
        const QString text = templateText("Deployment");
        const auto cursor = static_cast<int>(text.indexOf(QStringLiteral("  replicas"))) + 2;
        QVERIFY(!lab.app.editor()->aids()->complete(text, cursor, false));
        QVERIFY(lab.app.editor()->aids()->complete(text, cursor, true));
        QVERIFY2(shown(*lab.app.editor()->aids()->suggestions())
                     .contains(QStringLiteral("integer replicas | How many Pods are wanted.")),
                 qPrintable(shown(*lab.app.editor()->aids()->suggestions())));
        lab.app.preferences()->setLanguage(QStringLiteral("ja"));
        QVERIFY(lab.app.editor()->aids()->complete(text, cursor, true));
        QVERIFY(shown(*lab.app.editor()->aids()->suggestions()).contains(QStringLiteral("Podの数")));
    }

    void everyTemplate_wouldBeTaken()
    {
        SimLab lab;
        for (int i = 0; i < lab.app.editor()->templates().size(); ++i) {
            lab.app.editor()->openTemplate(i);
            lab.session.runFor(200ms);
            QVERIFY2(lab.app.editor()->verdict() == EditorModel::Creates,
                     qPrintable(shown(*lab.app.editor()->problems())));
        }
    }

    void problems_nameTheirLine_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("put");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("server");
        QTest::newRow("unknown field") << "  replicas: 2" << "  replica: 2" << "6"
                                       << "There is no field spec.replica." << "unknown field";
        QTest::newRow("wrong type") << "  replicas: 2" << "  replicas: two" << "6"
                                    << "spec.replicas is of the wrong type" << "cannot unmarshal string";
        QTest::newRow("not allowed") << "  replicas: 2" << "  replicas: -2" << "6"
                                     << "The value of spec.replicas is not allowed."
                                     << "must be greater than or equal to 0";
        QTest::newRow("unknown kind")
            << "kind: Deployment" << "kind: Deploymint" << "2" << "no such kind" << "no matches for kind";
        QTest::newRow("not YAML") << "  name: web\nspec" << "  name: web\n bad\nspec" << ""
                                  << "This is not YAML" << "";
        QTest::newRow("selector") << "      app: web\n  template" << "      app: other\n  template" << "12"
                                  << "not allowed" << "selector";
    }
    void problems_nameTheirLine()
    {
        QFETCH(QString, find);
        QFETCH(QString, put);
        QFETCH(QString, line);
        QFETCH(QString, words);
        QFETCH(QString, server);
        SimLab lab;
        lab.app.editor()->openTemplate(0);
        const QString text = templateText("Deployment");
        QVERIFY(text.contains(find));
        type(lab, QString(text).replace(text.indexOf(find), find.size(), put));
        const EditorModel &editor = *lab.app.editor();
        QVERIFY2(editor.verdict() == EditorModel::Wrong, qPrintable(editor.verdictText()));
        const QString all = shown(*lab.app.editor()->problems());
        const auto &problem = lab.app.editor()->problems()->rows().front();
        if (!line.isEmpty())
            QVERIFY2(problem.value == line, qPrintable(problem.value + all));
        QVERIFY2(problem.label.contains(words), qPrintable(all));
        QVERIFY2(problem.note.contains(server), qPrintable(all));
        QVERIFY(!editor.canApply());
    }

    void applying_isACommand_thatChangesTheCluster()
    {
        SimLab lab;
        lab.select("Deployment", "default", QStringLiteral("kubernetes-bootcamp"));
        lab.app.inspector()->edit();
        lab.session.runFor(200ms);
        EditorModel &editor = *lab.app.editor();
        QCOMPARE(editor.verdict(), EditorModel::Unchanged);
        QVERIFY(!editor.text().contains(QStringLiteral("status:")) &&
                !editor.text().contains(QStringLiteral("uid:")));
        type(lab, editor.text().replace(QStringLiteral("replicas: 1"), QStringLiteral("replicas: 3")));
        QVERIFY(editor.isDirty());
        QVERIFY2(editor.verdict() == EditorModel::Changes,
                 qPrintable(editor.verdictText() + shown(*editor.problems())));
        QStringList changes;
        for (const auto &row : editor.changes()->rows())
            if (!row.glyph.isEmpty())
                changes += row.glyph + row.label;
        QCOMPARE(changes,
                 QStringList({QStringLiteral("minus  replicas: 1"), QStringLiteral("plus  replicas: 3")}));
        editor.apply();
        lab.session.runUntilIdle(1h);
        lab.session.runFor(30s);
        QVERIFY2(lab.app.terminal()->lastOutput().contains(
                     QStringLiteral("kubectl apply -f kubernetes-bootcamp-deployment.yaml")) &&
                     lab.app.terminal()->lastOutput().contains(
                         QStringLiteral("deployment.apps/kubernetes-bootcamp configured")),
                 qPrintable(lab.app.terminal()->lastOutput()));
        QVERIFY(!editor.isDirty());
        QCOMPARE(editor.verdict(), EditorModel::Unchanged);
        QCOMPARE(lab.app.cluster()->podCount(), 3);
        lab.run("cat kubernetes-bootcamp-deployment.yaml", 0s);
        QVERIFY(lab.app.terminal()->lastOutput().contains(QStringLiteral("image:")));
    }

    void drafts_areKept_whenSomethingElseIsEdited()
    {
        SimLab lab;
        EditorModel &editor = *lab.app.editor();
        editor.openTemplate(0);
        editor.edited(editor.text() + QStringLiteral("# mine\n"));
        lab.select("Service", "default", QStringLiteral("kubernetes-bootcamp"));
        lab.app.inspector()->edit();
        QCOMPARE(editor.documents().size(), 2);
        QCOMPARE(editor.documents().first(), QStringLiteral("Deployment/web (changed)"));
        editor.setCurrent(0);
        QVERIFY(editor.text().endsWith(QStringLiteral("# mine\n")));
    }

    void aChangeMeanwhile_isTold_andCanBeTaken()
    {
        SimLab lab;
        lab.select("Deployment", "default", QStringLiteral("kubernetes-bootcamp"));
        lab.app.inspector()->edit();
        lab.session.runFor(200ms);
        EditorModel &editor = *lab.app.editor();
        type(lab, editor.text() + QStringLiteral("# mine\n"));
        lab.run("kubectl scale deployment/kubernetes-bootcamp --replicas=2", 10s);
        type(lab, editor.text() + QStringLiteral("# more\n"));
        QVERIFY2(editor.notice().startsWith(QStringLiteral("The object has changed")),
                 qPrintable(editor.notice()));
        editor.revert();
        QVERIFY(editor.text().contains(QStringLiteral("replicas: 2")));
        lab.session.runFor(200ms);
        QCOMPARE(editor.notice(), QString());
    }

    void lineDiff_showsWhatChanges_withItsSurroundings()
    {
        const auto rows =
            lineDiff(QStringLiteral("a\nb\nc\nd\ne\nf\ng"), QStringLiteral("a\nb\nc\nd\nE\nf\ng\nh"), 1);
        QString all;
        for (const auto &each : rows)
            all += (each.glyph == u"plus" ? u'+' : each.glyph == u"minus" ? u'-' : u' ') + each.label;
        QCOMPARE(all, QStringLiteral(" ⋯ d-e+E f g+h"));
        QVERIFY(lineDiff(QStringLiteral("a"), QStringLiteral("a")).empty());
    }

    void enterAndTab_indent()
    {
        const auto apply = [](QString text, const TextChange &change) {
            return text.replace(change.from, change.to - change.from, change.text);
        };
        QCOMPARE(apply(QStringLiteral("spec:"), newLine(QStringLiteral("spec:"), 5)),
                 QStringLiteral("spec:\n  "));
        QCOMPARE(apply(QStringLiteral("  a: b"), newLine(QStringLiteral("  a: b"), 6)),
                 QStringLiteral("  a: b\n  "));
        QCOMPARE(apply(QStringLiteral("- ports:"), newLine(QStringLiteral("- ports:"), 8)),
                 QStringLiteral("- ports:\n    "));
        QCOMPARE(apply(QStringLiteral("  a: b  c: d"), newLine(QStringLiteral("  a: b  c: d"), 6)),
                 QStringLiteral("  a: b\n  c: d"));
        QCOMPARE(apply(QStringLiteral("    c: d"), newLine(QStringLiteral("    c: d"), 2)),
                 QStringLiteral("  \n    c: d"));
        QCOMPARE(apply(QStringLiteral("a\nb\nc"), indented(QStringLiteral("a\nb\nc"), 0, 3, false)),
                 QStringLiteral("  a\n  b\nc"));
        QCOMPARE(apply(QStringLiteral("  a\n b"), indented(QStringLiteral("  a\n b"), 0, 6, true)),
                 QStringLiteral("a\nb"));
    }
};
MINATO_TEST(TestEditor)

#include "tst_editor.moc"
