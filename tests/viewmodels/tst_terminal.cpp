// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "viewmodels/terminal/cell_width.h"
#include "viewmodels/terminal/terminal_item.h"
#include "viewmodels/terminal/terminal_layout.h"
#include "viewmodels/terminal/terminal_model.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QSignalSpy>

using namespace minato;
using namespace minato::viewmodels;
using Kind = session::TerminalChunk::Kind;

namespace {

/// A terminal whose commands are only written down.
struct Fixture {
    std::vector<session::Command> sent;
    TerminalModel model{[this](session::Command c) { sent.push_back(std::move(c)); },
                        [](const QString &text) { return text.count(u'\'') % 2 == 1; }};

    [[nodiscard]] QStringList lines() const
    {
        QStringList texts;
        for (const auto &line : model.lines())
            texts += line.text;
        return texts;
    }
    [[nodiscard]] QStringList runLines() const
    {
        QStringList texts;
        for (const auto &command : sent)
            if (const auto *run = std::get_if<session::RunLine>(&command))
                texts += QString::fromStdString(run->text);
        return texts;
    }
    void type(const QString &text)
    {
        model.editor().insert(text);
        model.enter();
    }
    void answer(std::vector<session::TerminalChunk> chunks)
    {
        session::Batch batch;
        batch.terminal = std::move(chunks);
        model.apply(batch);
    }
};

} // namespace

class TestTerminal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enteredLine_isShownAtOnce_andOnlyOnce()
    {
        Fixture f;
        f.type(QStringLiteral("kubectl get pods"));
        QCOMPARE(f.lines(), QStringList{QStringLiteral("minato:~$ kubectl get pods")});
        QVERIFY(f.model.isBusy());
        f.answer(
            {{Kind::Entered, "kubectl get pods"}, {Kind::Out, "No resources found\n"}, {Kind::Finished}});
        QCOMPARE(f.lines(), (QStringList{QStringLiteral("minato:~$ kubectl get pods"),
                                         QStringLiteral("No resources found")}));
        QVERIFY(!f.model.isBusy());
    }

    void linesThatWait_areShownWhenTheirTurnComes()
    {
        Fixture f;
        f.model.runCommands(QStringLiteral("one\ntwo"));
        QCOMPARE(f.runLines(), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(f.lines().size(), 1);
        f.answer({{Kind::Entered, "one"},
                  {Kind::Finished},
                  {Kind::Entered, "two"},
                  {Kind::Out, "2\n"},
                  {Kind::Finished}});
        QCOMPARE(f.lines(), (QStringList{QStringLiteral("minato:~$ one"), QStringLiteral("minato:~$ two"),
                                         QStringLiteral("2")}));
        QVERIFY(!f.model.isBusy());
    }

    void unfinishedConstruct_asksForMore()
    {
        Fixture f;
        f.type(QStringLiteral("echo 'a"));
        QVERIFY(f.runLines().isEmpty());
        QVERIFY(f.model.inputLine().text.startsWith(QStringLiteral("> ")));
        f.type(QStringLiteral("b'"));
        QCOMPARE(f.runLines(), QStringList{QStringLiteral("echo 'a\nb'")});
        QCOMPARE(f.lines(), (QStringList{QStringLiteral("minato:~$ echo 'a"), QStringLiteral("> b'")}));
    }

    void pastedBlock_worksAsTyped()
    {
        Fixture f;
        f.model.paste(QStringLiteral("one\r\necho 'a\nb'\ntwo\nhalf"));
        // The construct of two lines stays one, though the first line runs meanwhile.
        QCOMPARE(f.runLines(),
                 (QStringList{QStringLiteral("one"), QStringLiteral("echo 'a\nb'"), QStringLiteral("two")}));
        QCOMPARE(f.model.editor().text(), QStringLiteral("half"));
        f.answer({{Kind::Entered, "one"},
                  {Kind::Finished},
                  {Kind::Entered, "echo 'a\nb'"},
                  {Kind::Out, "a\nb\n"},
                  {Kind::Finished},
                  {Kind::Entered, "two"},
                  {Kind::Finished}});
        QCOMPARE(f.lines(), (QStringList{QStringLiteral("minato:~$ one"), QStringLiteral("minato:~$ echo 'a"),
                                         QStringLiteral("> b'"), QStringLiteral("a"), QStringLiteral("b"),
                                         QStringLiteral("minato:~$ two")}));
    }

    void unfinishedConstruct_typedAhead_isShownWhenTheCommandHasEnded()
    {
        Fixture f;
        f.model.paste(QStringLiteral("one\necho 'a\n"));
        QCOMPARE(f.lines(), QStringList{QStringLiteral("minato:~$ one")});
        f.answer({{Kind::Entered, "one"}, {Kind::Finished}});
        QCOMPARE(f.lines(),
                 (QStringList{QStringLiteral("minato:~$ one"), QStringLiteral("minato:~$ echo 'a")}));
        f.type(QStringLiteral("b'"));
        QCOMPARE(f.runLines(), (QStringList{QStringLiteral("one"), QStringLiteral("echo 'a\nb'")}));
        QCOMPARE(f.lines().size(), 3);
    }

    void whatIsNoFault_doesNotLookLikeOne()
    {
        Fixture f;
        f.answer({{Kind::Err, "error: no such thing\n"},
                  {Kind::Err, "Warning: soon gone\n"},
                  {Kind::Err, "No resources found in default namespace.\n"}});
        QList<int> inks;
        for (const auto &line : f.model.lines())
            inks += int(line.ink);
        QCOMPARE(inks, (QList<int>{int(Ink::Error), int(Ink::Waiting), int(Ink::Dim)}));
    }

    void outputInPieces_growsOneLine()
    {
        Fixture f;
        f.answer({{Kind::Out, "Hel"}});
        f.answer({{Kind::Out, "lo\nwor"}, {Kind::Out, "ld"}});
        QCOMPARE(f.lines(), (QStringList{QStringLiteral("Hello"), QStringLiteral("world")}));
    }

    void controlC_cancelsWhatRuns_elseTheLine()
    {
        Fixture f;
        f.model.editor().insert(QStringLiteral("kubectl"));
        f.model.cancel();
        QCOMPARE(f.lines(), QStringList{QStringLiteral("minato:~$ kubectl^C")});
        QVERIFY(f.model.editor().text().isEmpty());
        f.type(QStringLiteral("sleep 100"));
        f.model.cancel();
        QVERIFY(std::holds_alternative<session::CancelLine>(f.sent.back()));
    }

    void arrows_goThroughHistory_andBackToTheUnfinishedLine()
    {
        Fixture f;
        f.type(QStringLiteral("one"));
        f.answer({{Kind::Entered, "one"}, {Kind::Finished}});
        f.type(QStringLiteral("two"));
        LineEditor &editor = f.model.editor();
        editor.insert(QStringLiteral("half"));
        editor.older();
        QCOMPARE(editor.text(), QStringLiteral("two"));
        editor.older();
        editor.older();
        QCOMPARE(editor.text(), QStringLiteral("one"));
        editor.newer();
        editor.newer();
        QCOMPARE(editor.text(), QStringLiteral("half"));
    }

    void scrollback_isBounded()
    {
        Fixture f;
        std::string text;
        for (int i = 0; i < 3 * Scrollback::kMaxLines; ++i)
            text += "line\n";
        f.answer({{Kind::Out, text}});
        QVERIFY(qint64(f.model.lines().size()) <= Scrollback::kMaxLines);
    }

    void kana_takesTwoCells_andNeverStraddlesTheEdge()
    {
        QCOMPARE(cellWidth(U'あ'), 2);
        QCOMPARE(cellWidth(U'a'), 1);
        QCOMPARE(cellWidth(U'\u0301'), 0);
        const QString text = QStringLiteral("abcあい");
        std::deque<RowRange> rows;
        breakLine(text, 0, 4, rows);
        QCOMPARE(rows.size(), 2u);
        QCOMPARE(rows[0].to, 3); // one cell stays free: the kana did not fit
        QCOMPARE(cellsBetween(text, 0, 5), 7);
        QCOMPARE(positionAtCell(text, 0, 5, 4), 3);
    }

    void headersAndStates_areInked_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("spans");
        QTest::addColumn<int>("ink");
        QTest::newRow("header") << QStringLiteral("NAME    READY   UP-TO-DATE   AGE") << 1 << int(Ink::Dim);
        QTest::newRow("running") << QStringLiteral("web-1   1/1     Running   0          4m") << 1
                                 << int(Ink::Good);
        QTest::newRow("terminating") << QStringLiteral("web-1   1/1     Terminating   0") << 1
                                     << int(Ink::Leaving);
        QTest::newRow("prose") << QStringLiteral("Hello! | Running on: web-1 | v=1") << 0 << 0;
        QTest::newRow("one word") << QStringLiteral("OK") << 0 << 0;
    }
    void headersAndStates_areInked()
    {
        QFETCH(QString, line);
        QFETCH(int, spans);
        QFETCH(int, ink);
        const auto found = inkOutput(line);
        QCOMPARE(int(found.size()), spans);
        if (spans > 0)
            QCOMPARE(int(found.front().ink), ink);
    }

    void enterWhileAnInputMethodComposes_runsNothing()
    {
        Fixture f;
        TerminalItem item;
        item.setTerminal(&f.model);
        QInputMethodEvent composing(QStringLiteral("みなと"), {});
        QCoreApplication::sendEvent(&item, &composing);
        QCOMPARE(f.model.inputLine().text, QStringLiteral("minato:~$ みなと"));
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
        QCoreApplication::sendEvent(&item, &enter);
        QVERIFY(f.runLines().isEmpty());
        QInputMethodEvent accepted;
        accepted.setCommitString(QStringLiteral("港"));
        QCoreApplication::sendEvent(&item, &accepted);
        QCOMPARE(f.model.inputLine().text, QStringLiteral("minato:~$ 港"));
        QCoreApplication::sendEvent(&item, &enter);
        QCOMPARE(f.runLines(), QStringList{QStringLiteral("港")});
    }

    void layout_findsCellsAndPlaces()
    {
        Fixture f;
        f.answer({{Kind::Out, "0123456789ab\nxy\n"}});
        TerminalLayout layout;
        layout.rebuild(f.model, 10);
        QCOMPARE(layout.rowCount(), 4); // 10 + 2, xy, the prompt
        const auto cell = layout.cellOf({0, 11}, f.model);
        QCOMPARE(cell.row, 1);
        QCOMPARE(cell.column, 1);
        const auto place = layout.placeAt({2, 9}, f.model);
        QCOMPARE(place.line, 1);
        QCOMPARE(place.at, 2);
    }
};
MINATO_TEST(TestTerminal)

#include "tst_terminal.moc"
