// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"
#include "support/test_registry.h"
#include "viewmodels/terminal/history_file.h"
#include "viewmodels/terminal/history_search.h"
#include "viewmodels/terminal/tab_completion.h"
#include "viewmodels/terminal/terminal_model.h"

#include <QFile>
#include <QTemporaryDir>

using namespace minato;
using namespace minato::viewmodels;
using namespace std::chrono_literals;

namespace {

/// A terminal over a simulated cluster of its own.
struct Lab {
    explicit Lab(HistoryFile history = HistoryFile())
        : session({.topology = cluster::Topology::chapter()}, session::Session::Mode::Inline),
          terminal([this](session::Command command) { session.send(std::move(command)); }, {})
    {
        terminal.setHistory(std::move(history));
        QObject::connect(&session, &session::Session::batchReady, &terminal,
                         [this](const session::Batch &batch) { terminal.apply(batch); });
        session.runFor(1s);
    }
    /// Types, presses Tab and waits: the line afterwards.
    QString tab(const char *typed)
    {
        terminal.editor().setText(QString::fromUtf8(typed));
        if (!terminal.complete())
            return QStringLiteral("nothing to complete");
        session.runFor(2s);
        return terminal.editor().text();
    }

    session::Session session;
    TerminalModel terminal;
};

shell::Completion completionOf(std::size_t from, std::vector<shell::Candidate> candidates)
{
    return {from, std::move(candidates)};
}

} // namespace

/// What helps to type: Tab, Ctrl+R, and the lines of earlier sessions.
class TestTerminalAids : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tab_addsWhatAllCandidatesAgreeOn_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QStringList>("candidates");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("showsChoices");
        const auto row = [](const char *name, const char *before,
                            std::initializer_list<const char *> candidates, const char *after,
                            bool showsChoices) {
            QStringList texts;
            for (const char *text : candidates)
                texts += QString::fromUtf8(text);
            QTest::newRow(name) << QString::fromUtf8(before) << texts << QString::fromUtf8(after)
                                << showsChoices;
        };
        row("the only one", "echo ab", {"abc"}, "echo abc ", false);
        row("the only one, there already", "echo abc", {"abc"}, "echo abc ", false);
        row("as far as they agree", "echo a", {"abc", "abd"}, "echo ab", false);
        row("no further", "echo ab", {"abc", "abd"}, "echo ab", true);
        row("none", "echo x", {}, "echo x", false);
        row("after Japanese", "echo 港 ab", {"abc"}, "echo 港 abc ", false);
    }
    void tab_addsWhatAllCandidatesAgreeOn()
    {
        QFETCH(QString, before);
        QFETCH(QStringList, candidates);
        std::vector<shell::Candidate> found;
        for (const QString &text : candidates)
            found.push_back({text.toStdString(), {}});
        const auto from = std::size_t(before.toUtf8().lastIndexOf(' ') + 1);
        const TabEffect effect = tabEffect(before, completionOf(from, found));
        QTEST(before.left(effect.from) + effect.text, "after");
        QTEST(!effect.choices.isEmpty(), "showsChoices");
    }

    void tab_addsNoBlank_whereTheWordGoesOn()
    {
        const TabEffect effect =
            tabEffect(QStringLiteral("k --out"), completionOf(2, {{"--output=", "format", false}}));
        QCOMPARE(effect.text, QStringLiteral("--output="));
    }

    void choices_standInColumns_orWithTheirNotes()
    {
        const auto names = choiceLines(completionOf(0, {{"aa", {}}, {"bb", {}}, {"cc", {}}}), 8);
        QCOMPARE(names.lines, (QStringList{QStringLiteral("aa  cc"), QStringLiteral("bb")}));
        const auto noted =
            choiceLines(completionOf(0, {{"get", "show objects"}, {"set", "change them"}}), 12);
        QCOMPARE(noted.lines.size(), 2);
        QVERIFY(noted.lines[0].startsWith(QStringLiteral("get   show")) && noted.lines[0].size() == 12);
        std::vector<shell::Candidate> many;
        for (int i = 0; i < 500; ++i)
            many.push_back({std::to_string(1000 + i), {}});
        const auto cut = choiceLines(completionOf(0, many), 60);
        QCOMPARE(cut.lines.size(), ChoiceLines::kMostLines);
        QVERIFY(cut.hidden > 0);
        qsizetype shown = 0;
        for (const QString &line : cut.lines)
            shown += line.split(u' ', Qt::SkipEmptyParts).size();
        QCOMPARE(shown + cut.hidden, 500);
    }

    void tab_completesWithWhatTheClusterHas()
    {
        Lab lab;
        QCOMPARE(lab.tab("kubectl rollo"), QStringLiteral("kubectl rollout "));
        QCOMPARE(lab.tab("kubectl get deployments kub"),
                 QStringLiteral("kubectl get deployments kubernetes-bootcamp "));
        QCOMPARE(lab.tab(""), QStringLiteral("nothing to complete"));
        const auto before = lab.terminal.lines().size();
        QCOMPARE(lab.tab("kubectl rollout "), QStringLiteral("kubectl rollout "));
        QVERIFY(lab.terminal.lines().size() > before + 4); // the line, and what may follow
        QVERIFY(lab.terminal.lines().back().text.startsWith(QStringLiteral("undo")));
    }

    void answerForAnotherLine_isNotTaken()
    {
        Lab lab;
        lab.terminal.editor().setText(QStringLiteral("kubectl rollo"));
        QVERIFY(lab.terminal.complete());
        lab.terminal.editor().insert(QStringLiteral("x"));
        lab.session.runFor(2s);
        QCOMPARE(lab.terminal.editor().text(), QStringLiteral("kubectl rollox"));
    }

    void search_findsTheNewestFirst_thenOlderOnes()
    {
        const QStringList history{QStringLiteral("get a"), QStringLiteral("scale a"),
                                  QStringLiteral("get b")};
        HistorySearch search;
        search.begin(QStringLiteral("typed"));
        QCOMPARE(search.found(), QStringLiteral("typed"));
        search.extend(QStringLiteral("g"), history);
        search.extend(QStringLiteral("et"), history);
        QCOMPARE(search.found(), QStringLiteral("get b"));
        search.older(history);
        QCOMPARE(search.found(), QStringLiteral("get a"));
        search.older(history);
        QVERIFY(search.hasFailed());
        QCOMPARE(search.found(), QStringLiteral("get a"));
        search.shorten(history);
        search.shorten(history);
        search.shorten(history);
        QVERIFY(!search.hasFailed());
        QCOMPARE(search.found(), QStringLiteral("typed"));
    }

    void search_isAcceptedOrGivenUp()
    {
        Lab lab;
        for (const char *line : {"echo one", "echo two"}) {
            lab.terminal.editor().setText(QString::fromUtf8(line));
            lab.terminal.enter();
            lab.session.runFor(1s);
        }
        lab.terminal.editor().setText(QStringLiteral("typed"));
        lab.terminal.searchHistory();
        lab.terminal.extendSearch(QStringLiteral("one"));
        QVERIFY(lab.terminal.inputLine().text.contains(QStringLiteral("one) echo one")) ||
                lab.terminal.inputLine().text.endsWith(QStringLiteral("echo one")));
        lab.terminal.endSearch(false);
        QCOMPARE(lab.terminal.editor().text(), QStringLiteral("typed"));
        lab.terminal.searchHistory();
        lab.terminal.extendSearch(QStringLiteral("two"));
        lab.terminal.endSearch(true);
        QCOMPARE(lab.terminal.editor().text(), QStringLiteral("echo two"));
        QVERIFY(!lab.terminal.isSearching());
    }

    void history_isThereAgainNextTime_withItsLines()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("not/there/history"));
        {
            Lab lab{HistoryFile(path)};
            lab.terminal.runCommands(QStringLiteral("echo \"港\""));
            lab.session.runFor(1s);
        }
        HistoryFile(path).append(QStringLiteral("for i in 1 2; do\n  echo $i\ndone"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("this is no JSON\n");
        file.close();
        const QStringList read = HistoryFile(path).read();
        QCOMPARE(read, (QStringList{QStringLiteral("echo \"港\""),
                                    QStringLiteral("for i in 1 2; do\n  echo $i\ndone")}));
        Lab again{HistoryFile(path)};
        again.terminal.editor().older();
        QVERIFY(again.terminal.editor().text().startsWith(QStringLiteral("for i in")));
    }

    void historyFile_doesNotGrowForever()
    {
        const QTemporaryDir folder;
        const HistoryFile history(folder.filePath(QStringLiteral("history")));
        for (int i = 0; i < 2 * LineEditor::kMaxHistory + 10; ++i)
            history.append(QStringLiteral("echo %1").arg(i));
        QCOMPARE(history.read().size(), LineEditor::kMaxHistory);
        QFile file(folder.filePath(QStringLiteral("history")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), LineEditor::kMaxHistory);
    }
};

MINATO_TEST(TestTerminalAids)
#include "tst_terminal_aids.moc"
