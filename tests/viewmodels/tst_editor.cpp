// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/json.h"
#include "sim_lab.h"
#include "support/test_registry.h"
#include "viewmodels/inspect/editor_text.h"
#include "viewmodels/inspect/line_diff.h"
#include "viewmodels/inspect/templates.h"

#include <memory>

using namespace minato;
using namespace minato::viewmodels;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::shown;
using tests::SimLab;

namespace {

/// What a simulated server tells of manifests.
class ServerBook {
public:
    ServerBook() : m_session({.topology = cluster::Topology::chapter()}, session::Session::Mode::Inline)
    {
        QObject::connect(&m_session, &session::Session::batchReady, &m_session,
                         [this](const session::Batch &batch) { m_book.apply(batch.answers); });
        m_session.open();
        m_book.wantKinds();
        for (const char *version : {"v1", "apps/v1", "policy/v1"})
            m_book.want(version);
        m_session.runFor(100ms);
    }
    [[nodiscard]] const SchemaBook &book() const { return m_book; }

private:
    SchemaBook m_book{[this](const session::Command &command) { m_session.send(command); }};
    session::Session m_session; ///< the first to go: it may still tell something
};

/// Completes at the "|" of a text.
Completion completeAt(QString text, const SchemaBook &book)
{
    const auto cursor = static_cast<int>(text.indexOf(u'|'));
    text.remove(cursor, 1);
    return completionAt(text, cursor, book);
}

/// A book of one document, as a server with a resource of somebody's own tells it.
SchemaBook bookOf(const char *apiVersion, const char *schemas)
{
    std::uint64_t asked = 0;
    SchemaBook book([&](const session::Command &command) { asked = std::get<session::Ask>(command).id; });
    book.want(apiVersion);
    book.apply({{asked, session::SchemasAnswer{apiVersion, kube::parseJson(schemas).value(), {}}}});
    return book;
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

private:
    std::unique_ptr<ServerBook> m_server;

    [[nodiscard]] Completion complete(const QString &text) const
    {
        return completeAt(text, m_server->book());
    }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<ServerBook>(); }
    void cleanupTestCase() { m_server.reset(); }

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
        QVERIFY2(texts(complete(text)).contains(expected), qPrintable(texts(complete(text)).join(u' ')));
    }

    void completion_suggestsNothing_whereNothingIsKnown()
    {
        const QString head = QStringLiteral("apiVersion: apps/v1\nkind: Deployment\n");
        QCOMPARE(texts(complete(head + "spec:\n  replicass:\n    a|"_L1)), QStringList());
        QCOMPARE(texts(complete(head + "# repl|"_L1)), QStringList());
        QCOMPARE(texts(complete(head + "spec:\n  replicas: |"_L1)), QStringList());
    }

    /// A custom resource has no named structures: its schema is written out in one piece.
    void completion_knowsResourcesOfOthers()
    {
        const SchemaBook book = bookOf("example.org/v1", R"({"org.example.v1.Ship": {
            "x-kubernetes-group-version-kind": [{"group": "example.org", "version": "v1", "kind": "Ship"}],
            "properties": {"spec": {"type": "object", "properties": {
                "berths": {"x-kubernetes-int-or-string": true, "description": "Places to sleep."},
                "flag": {"type": "string", "enum": ["", "green", "yellow"]},
                "holds": {"type": "array", "items": {"type": "object", "properties": {
                    "isCold": {"type": "boolean"}}}},
                "labels": {"type": "object", "additionalProperties": {"type": "string"}}}}}}})");
        const QString head = QStringLiteral("apiVersion: example.org/v1\nkind: Ship\nspec:\n");
        const Completion fields = completeAt(head + "  |"_L1, book);
        QCOMPARE(texts(fields), QStringList({"berths"_L1, "flag"_L1, "holds"_L1, "labels"_L1}));
        QCOMPARE(fields.suggestions[0].type, "1 | 25%"_L1);
        QCOMPARE(fields.suggestions[0].description, "Places to sleep."_L1);
        QCOMPARE(fields.suggestions[1].type, "green | yellow"_L1);
        QCOMPARE(fields.suggestions[2].type, "[]map"_L1);
        QCOMPARE(fields.suggestions[3].type, "map"_L1);
        QCOMPARE(texts(completeAt(head + "  flag: ye|"_L1, book)), QStringList("yellow"_L1));
        QCOMPARE(texts(completeAt(head + "  holds:\n  - isCold: |"_L1, book)),
                 QStringList({"true"_L1, "false"_L1}));
        QCOMPARE(texts(completeAt(head + "  labels:\n    a|"_L1, book)), QStringList());
    }

    void book_asksOnce_andAgainAfterARefusal()
    {
        std::vector<session::Ask> asked;
        SchemaBook book(
            [&](const session::Command &command) { asked.push_back(std::get<session::Ask>(command)); });
        for (const char *word : {"", "apps", "apps/", "apps/v", "/v1", "v1/x", "v1"})
            book.want(word);
        QCOMPARE(asked.size(), 1U); // "v1": the others are no versions
        book.want("v1");
        QCOMPARE(asked.size(), 1U);
        QVERIFY(!book.apply({{asked[0].id, session::SchemasAnswer{"v1", {}, "no such thing"}}}));
        book.want("v1");
        QCOMPARE(asked.size(), 2U);
        QVERIFY(book.apply({{asked[1].id, session::SchemasAnswer{"v1", kube::Value::emptyMap(), {}}}}));
        book.want("v1");
        QCOMPARE(asked.size(), 2U);
    }

    void suggestions_comeLater_whenTheServerHasNotToldYet()
    {
        SimLab lab;
        EditorAids &aids = *lab.app.editor()->aids();
        const QString text = QStringLiteral("apiVersion: apps/v1\nkind: Deployment\nspec:\n  repl");
        QVERIFY(!aids.complete(text, static_cast<int>(text.size()), false));
        lab.session.runFor(100ms);
        QCOMPARE(aids.suggestions()->count(), 1);
        aids.forgetSuggestions();
        const QString other = QStringLiteral("apiVersion: v1\nkind: Pod\nspec:\n  cont");
        QVERIFY(!aids.complete(other, static_cast<int>(other.size()), false));
        aids.forgetSuggestions();
        lab.session.runFor(100ms);
        QCOMPARE(aids.suggestions()->count(), 0); // nobody waits for them any more
    }

    void suggestions_sayWhatTheyAre_inBothLanguages()
    {
        SimLab lab;
        lab.app.editor()->openTemplate(0);
        lab.session.runFor(100ms);
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
