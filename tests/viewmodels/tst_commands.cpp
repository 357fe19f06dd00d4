// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/lab_feed.h"
#include "support/test_registry.h"
#include "viewmodels/app_model.h"
#include "viewmodels/commands/fuzzy.h"
#include "viewmodels/commands/shortcut_list.h"

#include <QKeySequence>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QWindow>

using namespace minato;
using namespace minato::viewmodels;

namespace {

QString str(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList found(PaletteModel &palette, const char *typed)
{
    palette.open();
    palette.setQuery(str(typed));
    QStringList texts;
    for (int row = 0; row < palette.rowCount(); ++row)
        texts += palette.data(palette.index(row), PaletteModel::TextRole).toString();
    return texts;
}

void press(QWindow &window, int key, Qt::KeyboardModifiers modifiers = {}, const QString &text = {})
{
    QKeyEvent event(QEvent::ShortcutOverride, key, modifiers, text);
    QCoreApplication::sendEvent(&window, &event);
}

} // namespace

class TestCommands : public QObject {
    Q_OBJECT

    std::vector<session::Command> m_sent;
    std::unique_ptr<AppModel> m_app;

private Q_SLOTS:
    void init()
    {
        m_sent.clear();
        m_app = std::make_unique<AppModel>(AppModel::Options{
            .commands = [this](const session::Command &command) { m_sent.push_back(command); }});
        m_app->preferences()->setLanguage(str("en"));
        m_app->layout()->setAvailable({str("lesson"), str("cluster"), str("terminal"), str("events")});
        m_app->layout()->setRoom(1280, 744, 1);
        m_app->apply(tests::LabFeed::start());
    }

    void noTwoCommands_shareAKey_orAName()
    {
        std::map<QString, QString> byKey;
        QSet<QString> ids, texts;
        for (const auto &command : m_app->commands()->all()) {
            QVERIFY2(!ids.contains(command.id), qPrintable(command.id));
            ids += command.id;
            QVERIFY2(!texts.contains(command.label.text()), qPrintable(command.label.text()));
            texts += command.label.text();
            for (const QString &key : command.keys) {
                const QString text = keyText(key);
                QVERIFY2(!text.isEmpty(), qPrintable(key + str(" is no key")));
                QVERIFY2(!byKey.contains(text) || byKey[text] == command.id,
                         qPrintable(text + str(": ") + byKey[text] + str(" and ") + command.id));
                byKey[text] = command.id;
            }
        }
        QVERIFY(byKey.size() > 25);
    }

    void noKey_isOneThatTheTerminalNeeds()
    {
        const QStringList theirs{
            str("Ctrl+C"),    str("Ctrl+L"),     str("Ctrl+A"),       str("Ctrl+E"),
            str("Ctrl+K"),    str("Ctrl+U"),     str("Ctrl+W"),       str("Ctrl+V"),
            str("Ctrl+Left"), str("Ctrl+Right"), str("Ctrl+Shift+C"), str("Up"),
            str("Down"),      str("Return"),     str("Tab"),          str("Shift+Insert")};
        for (const auto &command : m_app->commands()->all())
            for (const QString &key : command.keys)
                QVERIFY2(!theirs.contains(key), qPrintable(key));
    }

    void everyCommand_hasANameInBothLanguages()
    {
        const QRegularExpression japanese(str("[\\x{3040}-\\x{30ff}\\x{4e00}-\\x{9fff}]"));
        for (const auto &command : m_app->commands()->all()) {
            QVERIFY2(!command.label.text().contains(japanese), qPrintable(command.label.text()));
            QVERIFY2(!command.label.text().contains(u'%'), qPrintable(command.label.text()));
        }
        m_app->preferences()->setLanguage(str("ja"));
        for (const auto &command : m_app->commands()->all())
            QVERIFY2(command.label.text().contains(japanese), qPrintable(command.label.text()));
    }

    void texts_ofButtons_followTheLanguage()
    {
        WindowCommand *step = m_app->commands()->of(str("time.step"));
        QCOMPARE(step->hint(), str("Step to the next change (F8)"));
        QSignalSpy changed(step, &WindowCommand::changed);
        m_app->preferences()->setLanguage(str("ja"));
        QCOMPARE(changed.count(), 1);
        QVERIFY(step->hint().endsWith(str("(F8)")));
        QVERIFY(!step->text().contains(str("Step")));
    }

    void time_isDrivenByCommands()
    {
        CommandRegistry *commands = m_app->commands();
        QVERIFY(commands->trigger(str("time.pause")));
        QVERIFY(std::get<session::SetPaused>(m_sent.back()).isPaused);
        QVERIFY(commands->trigger(str("time.step")));
        QVERIFY(std::holds_alternative<session::StepTime>(m_sent.back()));
        QVERIFY(commands->trigger(str("time.settle")));
        QVERIFY(std::holds_alternative<session::CancelRun>(m_sent.back()));
        QVERIFY(commands->trigger(str("time.settle")));
        QVERIFY(std::holds_alternative<session::RunUntilSettled>(m_sent.back()));
        QVERIFY(commands->trigger(str("time.faster")));
        QCOMPARE(m_app->time()->speed(), 2.);
        for (int i = 0; i < 10; ++i)
            QVERIFY(commands->trigger(str("time.faster")));
        QCOMPARE(m_app->time()->speed(), 60.);
        for (int i = 0; i < 10; ++i)
            QVERIFY(commands->trigger(str("time.slower")));
        QCOMPARE(m_app->time()->speed(), 0.1);
    }

    void endOfARun_isTold_andABehindMachine()
    {
        QSignalSpy ended(m_app->time(), &SimControlModel::runEnded);
        session::Batch batch;
        batch.clock =
            session::ClockState{.now = base::kSimEpoch + std::chrono::seconds(83), .isPaused = true};
        batch.clock->lastRun = {session::TimeRun::Step, session::RunEnd::How::Reached, 1};
        m_app->apply(batch);
        QCOMPARE(ended.last().first().toString(), str("Paused at 01:23"));
        batch.clock->lastRun = {session::TimeRun::Settle, session::RunEnd::How::Cancelled, 2};
        m_app->apply(batch);
        QCOMPARE(ended.count(), 1);
        batch.clock->isPaused = false;
        batch.clock->isBehind = true;
        batch.clock->speed = 60;
        m_app->apply(batch);
        QCOMPARE(m_app->time()->stateText(), str("behind"));
        QVERIFY(m_app->time()->description().contains(str("60×")));
    }

    void whatCannotBeDone_isNotDone()
    {
        QVERIFY(!m_app->commands()->trigger(str("pane.go-story"))); // it has no page
        QVERIFY(!m_app->commands()->trigger(str("no.such-command")));
        QVERIFY(m_app->commands()->trigger(str("pane.go-events")));
        QVERIFY(m_app->layout()->pane(str("events"))->isCurrent());
    }

    void palette_findsInBothLanguages()
    {
        QVERIFY(found(*m_app->palette(), "full screen").value(0) == str("Full screen"));
        QVERIFY(found(*m_app->palette(), "fsc").contains(str("Full screen")));
        QVERIFY(found(*m_app->palette(), "全画面").contains(str("Full screen")));
        QVERIFY(found(*m_app->palette(), "ＦＵＬＬ").contains(str("Full screen")));
        QCOMPARE(found(*m_app->palette(), "zzzqq"), QStringList());
        QVERIFY(found(*m_app->palette(), "").size() > 20);
    }

    void palette_thatIsOpen_followsTheLanguage_andKeepsTheQuery()
    {
        PaletteModel *palette = m_app->palette();
        QCOMPARE(found(*palette, "full screen").value(0), str("Full screen"));
        m_app->preferences()->setLanguage(str("ja"));
        QCOMPARE(palette->query(), str("full screen"));
        QCOMPARE(palette->data(palette->index(0), PaletteModel::TextRole).toString(), str("全画面表示"));
    }

    void palette_findsObjects_andSelectsThem()
    {
        PaletteModel *palette = m_app->palette();
        const QStringList nodes = found(*palette, "node worker");
        QVERIFY2(nodes.value(0).startsWith(str("Node ")), qPrintable(nodes.value(0)));
        palette->choose(0);
        QCOMPARE(m_app->selection()->kind(), str("Node"));
        QCOMPARE(str("Node ") + m_app->selection()->name(), nodes.first());
    }

    void palette_showsWhatWasChosenLately_first()
    {
        PaletteModel *palette = m_app->palette();
        QCOMPARE(found(*palette, "theme dark").value(0), str("Theme: dark"));
        palette->choose(0);
        QVERIFY(m_app->preferences()->isDark());
        QCOMPARE(found(*palette, "full screen").value(0), str("Full screen"));
        palette->choose(0);
        QCOMPARE(found(*palette, "").mid(0, 2), (QStringList{str("Full screen"), str("Theme: dark")}));
    }

    void fuzzyScore_prefersBeginningsAndRuns()
    {
        const auto score = [](const char *typed, const char *text) {
            return fuzzyScore(folded(str(typed)), folded(str(text)));
        };
        QVERIFY(score("term", "Go to: Terminal") > score("term", "Text to Remember Mode"));
        QVERIFY(score("gt", "Go to: Terminal") > 0);
        QVERIFY(score("step", "Step to the next change") > score("step", "Use the stop"));
        QCOMPARE(score("tg", "Go"), 0);
        QCOMPARE(score("", "anything"), 1);
    }

    void shortcutList_hasThoseWithKeys_only()
    {
        ShortcutList list;
        list.setCommands(m_app->commands());
        QVERIFY(list.rowCount() > 20);
        QVERIFY(list.rowCount() < m_app->commands()->rowCount());
        for (int row = 0; row < list.rowCount(); ++row)
            QVERIFY(!list.data(list.index(row, 0), CommandRegistry::KeysRole).toStringList().isEmpty());
    }

    void keyDisplay_showsKeys_onlyWhilePresenting()
    {
        QWindow window;
        KeyDisplay *display = m_app->keyDisplay();
        press(window, Qt::Key_A, {}, str("a"));
        QCOMPARE(display->keys(), QStringList());
        m_app->layout()->setMode(LayoutModel::Presenter);
        for (const char *letter : {"k", "u", "b"})
            press(window, Qt::Key_K, {}, str(letter));
        press(window, Qt::Key_Control, Qt::ControlModifier);
        press(window, Qt::Key_P, Qt::ControlModifier);
        press(window, Qt::Key_Left);
        press(window, Qt::Key_Left);
        QCOMPARE(display->keys(), (QStringList{str("kub"), str("Ctrl+P"), str("Left ×2")}));
        m_app->commands()->trigger(str("time.pause"));
        QCOMPARE(display->action(), str("Pause or resume time"));
        m_app->layout()->setMode(LayoutModel::Normal);
        QCOMPARE(display->keys(), QStringList());
        press(window, Qt::Key_A, {}, str("a"));
        QCOMPARE(display->keys(), QStringList());
    }
};
MINATO_TEST(TestCommands)

#include "tst_commands.moc"
