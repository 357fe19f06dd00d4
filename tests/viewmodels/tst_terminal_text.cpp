// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "viewmodels/terminal/terminal_find.h"
#include "viewmodels/terminal/terminal_links.h"
#include "viewmodels/terminal/terminal_tabs.h"

#include <QSignalSpy>
#include <QTranslator>

using namespace minato;
using namespace minato::viewmodels;
using Kind = session::TerminalChunk::Kind;

namespace {

/// Makes QTest::toString of places short.
QList<qint64> linesOf(const TerminalFind &find, const Scrollback &text)
{
    QList<qint64> lines;
    for (qint64 line = text.first(); line < text.end(); ++line)
        for ([[maybe_unused]] const int at : find.in(line))
            lines += line;
    return lines;
}

QStringList textsOf(const Scrollback &text)
{
    QStringList texts;
    for (const TerminalLine &line : text.lines())
        texts += line.text;
    return texts;
}

std::string numbered(int from, int to)
{
    std::string text;
    for (int i = from; i < to; ++i)
        text += std::to_string(i) + "\n";
    return text;
}

/// What a layout that grew with the text says, against one that is made anew.
void compareLayouts(const TerminalLayout &grown, const TerminalModel &model, int columns)
{
    TerminalLayout fresh;
    fresh.rebuild(model, columns);
    QCOMPARE(grown.rowCount(), fresh.rowCount());
    for (int i = 0; i < fresh.rowCount(); ++i) {
        QCOMPARE(grown.row(i).line, fresh.row(i).line);
        QCOMPARE(grown.row(i).from, fresh.row(i).from);
        QCOMPARE(grown.row(i).to, fresh.row(i).to);
    }
}

ObjectBook someObjects()
{
    session::Batch batch;
    batch.pods["p1"] = session::PodState{.uid = "p1", .ns = "default", .name = "web-6c5b-x2kqp"};
    batch.pods["p2"] = session::PodState{.uid = "p2", .ns = "other", .name = "db"};
    batch.deployments["d1"] = session::DeploymentState{.uid = "d1", .ns = "default", .name = "web"};
    batch.services["s1"] = session::ServiceState{.uid = "s1", .ns = "default", .name = "web"};
    batch.nodes["n1"] = session::NodeState{.uid = "n1", .name = "minato-worker"};
    ObjectBook book;
    book.apply(batch);
    return book;
}

QStringList found(const char *text, const char *header = "")
{
    QStringList links;
    const QString line = QString::fromUtf8(text);
    for (const TerminalLink &link : linksIn(line, QString::fromLatin1(header), someObjects()))
        links += link.column.isEmpty()
                     ? QString::fromStdString(link.object.kind + ":" + link.object.ns + "/") +
                           line.mid(link.from, link.length)
                     : QStringLiteral("column:") + line.mid(link.from, link.length);
    return links;
}

} // namespace

/// What stands in a terminal, how it is found, and where it leads.
class TestTerminalText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oldLines_areDropped_andTheFirstLineSaysHowMany()
    {
        Scrollback text;
        const int count = int(Scrollback::kMaxLines) + 2500;
        for (int i = 0; i < count; i += 100) // in pieces, as it comes
            text.print(numbered(i, i + 100), Ink::Plain);
        QVERIFY(qint64(text.lines().size()) <= Scrollback::kMaxLines);
        QCOMPARE(text.lines().back().text, QString::number(count - 1));
        const TerminalLine &first = text.lines().front();
        QVERIFY(first.kind == TerminalLine::Kind::Gap);
        // The line below it tells how many are gone.
        QCOMPARE(first.source, text.lines()[1].text);
        QCOMPARE(text.line(text.end() - 1).text, QString::number(count - 1));
    }

    void flood_inOnePiece_keepsItsEnd()
    {
        Scrollback text;
        text.print(numbered(0, 350'000), Ink::Plain);
        QCOMPARE(text.lines().back().text, QStringLiteral("349999"));
        QCOMPARE(text.lines().front().source.toInt() + int(text.lines().size()) - 1, 350'000);
    }

    void gap_tellsOfLinesThatNeverCame()
    {
        Scrollback text;
        text.print("a\n", Ink::Plain);
        text.addGap(12345);
        text.print("b\n", Ink::Plain);
        QCOMPARE(text.lines()[1].source, QStringLiteral("12345"));
        QCOMPARE(text.lines()[2].text, QStringLiteral("b"));
    }

    void clearingTheScreen_takesAwayOnlyTheCommandsOwnOutput()
    {
        Scrollback text;
        text.print("before\n", Ink::Plain);
        text.beginScreen();
        text.print("\033[H\033[2Jone\ntwo\n", Ink::Plain);
        text.print("\033[H\033[2Jthree\n", Ink::Plain);
        QCOMPARE(textsOf(text), (QStringList{QStringLiteral("before"), QStringLiteral("three")}));
        QCOMPARE(text.takeErased().value_or(-1), 1);
        QVERIFY(!text.takeErased());
        text.print("\033[H\033[2J\033[3J", Ink::Plain);
        QCOMPARE(textsOf(text), QStringList());
    }

    void carriageReturn_beginsTheLineAnew_coloursAreTakenOut()
    {
        Scrollback text;
        text.print("10%\r20%\rdone\r\n\033[1;32mgreen\033[0m\nlast\r", Ink::Plain);
        text.print("\n", Ink::Plain);
        QCOMPARE(textsOf(text),
                 (QStringList{QStringLiteral("done"), QStringLiteral("green"), QStringLiteral("last")}));
    }

    void layout_thatGrewWithTheText_isTheSameAsAFreshOne()
    {
        TerminalModel model([](const session::Command &) {}, {});
        TerminalLayout layout;
        layout.rebuild(model, 20);
        connect(&model, &TerminalModel::trimmed, this, [&] { layout.rebuild(model, 20); });
        connect(&model, &TerminalModel::erased, this, [&](qint64 from) { layout.cut(from); });
        connect(&model, &TerminalModel::changed, this, [&] { layout.update(model, 20); });
        const auto print = [&model](std::string text) {
            session::Batch batch;
            batch.terminal = {{.kind = Kind::Out, .text = std::move(text)}};
            model.apply(batch);
        };
        print("short\n" + std::string(50, 'x') + "\nopen");
        print(" end\n");
        compareLayouts(layout, model, 20);
        print("\033[H\033[2Jone\n" + std::string(30, 'y') + "\n");
        print("\033[H\033[2Jtwo\nthree\nfour\nfive\n");
        compareLayouts(layout, model, 20);
        for (int i = 0; i < 130; ++i)
            print(numbered(1000 * i, 1000 * i + 1000));
        QVERIFY(model.firstLine() > 0);
        compareLayouts(layout, model, 20);
        print(numbered(0, 400'000));
        compareLayouts(layout, model, 20);
        model.clear();
        print("after\n");
        compareLayouts(layout, model, 20);
    }

    void hint_isOneLine_inTheLanguageOfNow()
    {
        struct Texts : QTranslator {
            QString translate(const char *, const char *id, const char *, int) const override
            {
                return qstrcmp(id, "terminal.hint") == 0 ? QStringLiteral("Hint: %1") : QString();
            }
            bool isEmpty() const override { return false; }
        } texts;
        QVERIFY(QCoreApplication::installTranslator(&texts));
        const QLocale before;
        TerminalModel model([](const session::Command &) {}, {});
        session::Batch batch;
        batch.terminal = {{.kind = Kind::Out, .text = "scaled\n"},
                          {.kind = Kind::Hint, .text = "Today: x", .japanese = "いまは x です。"}};
        QLocale::setDefault(QLocale(QStringLiteral("ja")));
        model.apply(batch);
        QCOMPARE(model.lines().size(), 2u);
        QVERIFY(model.lines().back().kind == TerminalLine::Kind::Hint);
        QVERIFY(model.lines().back().text.contains(QStringLiteral("いまは x です。")));
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        QSignalSpy counted(model.find(), &TerminalFind::changed);
        model.retranslate();
        QCOMPARE(counted.count(), 1); // "3 of 17" is of the language, too
        QVERIFY(model.lines().back().text.contains(QStringLiteral("Today: x")));
        QLocale::setDefault(before);
    }

    void find_countsUpwardsFromTheNewest()
    {
        Scrollback text;
        text.print("Pod one\nno\npod two pod\nnothing\n", Ink::Plain);
        TerminalFind find(text);
        find.setQuery(QStringLiteral("pod"));
        QCOMPARE(linesOf(find, text), (QList<qint64>{0, 2, 2}));
        QCOMPARE(find.current()->at, 8);
        find.previous();
        QCOMPARE(find.current()->at, 0);
        QCOMPARE(find.current()->line, 2);
        find.previous();
        QCOMPARE(find.current()->line, 0);
        find.previous(); // around the end
        QCOMPARE(find.current()->at, 8);
        find.next();
        QCOMPARE(find.current()->line, 0);
        find.setCaseSensitive(true);
        QCOMPARE(linesOf(find, text), (QList<qint64>{2, 2}));
        find.setQuery(QStringLiteral("absent"));
        QVERIFY(find.hasFailed());
        find.setQuery({});
        QVERIFY(!find.hasFailed());
    }

    void find_followsWhatIsPrintedDroppedAndCleared()
    {
        Scrollback text;
        TerminalFind find(text);
        text.print("hit\n", Ink::Plain);
        find.setQuery(QStringLiteral("hit"));
        text.print("a hi", Ink::Plain);
        find.update();
        QCOMPARE(find.count(), 1u);
        text.print("t\nhit hit\n", Ink::Plain);
        find.update();
        QCOMPARE(linesOf(find, text), (QList<qint64>{0, 1, 2, 2}));
        QCOMPARE(find.current()->line, 0); // who reads stays there
        text.print(numbered(0, int(Scrollback::kMaxLines) + 1), Ink::Plain);
        find.update();
        QCOMPARE(find.count(), 0u);
        text.print("hit\n", Ink::Plain);
        find.update();
        QCOMPARE(find.count(), 1u);
        text.clear();
        find.update();
        QCOMPARE(find.count(), 0u);
    }

    void names_lead_toWhatThereIs()
    {
        QCOMPARE(found("pod/web-6c5b-x2kqp deleted"),
                 QStringList{QStringLiteral("Pod:default/web-6c5b-x2kqp")});
        QCOMPARE(found("deployment.apps/web scaled"), QStringList{QStringLiteral("Deployment:default/web")});
        QCOMPARE(found("service/web exposed"), QStringList{QStringLiteral("Service:default/web")});
        QCOMPARE(found("Hello! | Running on: web-6c5b-x2kqp | v=1"),
                 QStringList{QStringLiteral("Pod:default/web-6c5b-x2kqp")});
        QCOMPARE(found("the web is wide"), QStringList()); // a word, not a name
        QCOMPARE(found("pod/web-6c5b-gone deleted"), QStringList());
        QCOMPARE(found("http://web-6c5b-x2kqp.example"), QStringList());
    }

    void names_inATable_areOfTheKindThatItLists()
    {
        constexpr const char *kServices = "NAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE";
        constexpr const char *kDeployments = "NAME   READY   UP-TO-DATE   AVAILABLE   AGE";
        constexpr const char *kPods = "NAME   READY   STATUS   RESTARTS   AGE   IP   NODE";
        QCOMPARE(found("web    NodePort    10.0.0.1     <none>        80/TCP    4m", kServices),
                 QStringList{QStringLiteral("Service:default/web")});
        QCOMPARE(found("web    1/1     1            1           4m", kDeployments),
                 QStringList{QStringLiteral("Deployment:default/web")});
        QCOMPARE(found("web-6c5b-x2kqp   1/1     Running   0   4m   10.1.0.2   minato-worker", kPods),
                 (QStringList{QStringLiteral("Pod:default/web-6c5b-x2kqp"),
                              QStringLiteral("Node:/minato-worker")}));
        QCOMPARE(found("other       db   1/1     Running   0   4m",
                       "NAMESPACE   NAME   READY   STATUS   RESTARTS   AGE"),
                 QStringList{QStringLiteral("Pod:other/db")});
    }

    void headings_explainThemselves()
    {
        constexpr const char *kWide = "NAME   READY   STATUS    RESTARTS   AGE   IP           NODE           "
                                      " NOMINATED NODE   READINESS GATES";
        QCOMPARE(found(kWide).size(), 9);
        QVERIFY(found(kWide).contains(QStringLiteral("column:NOMINATED NODE")));
        for (const char *header :
             {"NAME   READY   UP-TO-DATE   AVAILABLE   AGE", "NAME   DESIRED   CURRENT   READY   AGE",
              "NAME   TYPE   CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE   SELECTOR", "NAME   ENDPOINTS   AGE",
              "NAME   STATUS   ROLES   AGE   VERSION   INTERNAL-IP   EXTERNAL-IP",
              "LAST SEEN   TYPE   REASON   OBJECT   MESSAGE", "NAME   CPU(cores)   MEMORY(bytes)"}) {
            const QString text = QString::fromLatin1(header);
            for (const QString &cell : text.split(QStringLiteral("   ")))
                QVERIFY2(!columnText(cell, text).isEmpty(), qPrintable(cell));
        }
        const QString pods = QString::fromLatin1(kWide),
                      deployments = QStringLiteral("NAME   READY   UP-TO-DATE   AVAILABLE   AGE");
        QVERIFY(columnText(QStringLiteral("READY"), pods) !=
                columnText(QStringLiteral("READY"), deployments));
    }

    void tabs_areOpenedTurnedAndClosed()
    {
        std::vector<session::Command> sent;
        TerminalTabs tabs([&sent](session::Command command) { sent.push_back(std::move(command)); }, {});
        QSignalSpy shown(&tabs, &TerminalTabs::currentChanged);
        tabs.close(0); // the last one stays
        QCOMPARE(tabs.count(), 1);
        tabs.runCommands(QStringLiteral("echo first"));
        tabs.open();
        QCOMPARE(tabs.current(), 1);
        QCOMPARE(tabs.shown()->editor().history(), QStringList{QStringLiteral("echo first")});
        tabs.runCommands(QStringLiteral("echo second"));
        QCOMPARE(std::get<session::RunLine>(sent.back()).tab, tabs.shown()->tab());
        tabs.turn(1);
        QCOMPARE(tabs.current(), 0);
        tabs.turn(-1);
        QCOMPARE(tabs.current(), 1);
        session::Batch batch;
        batch.terminal = {{.kind = Kind::Out, .text = "to the first\n", .tab = tabs.all().front()->tab()}};
        tabs.apply(batch);
        QCOMPARE(tabs.all()[0]->lines().back().text, QStringLiteral("to the first"));
        QVERIFY(tabs.all()[1]->lines().back().text != QStringLiteral("to the first"));
        const int second = tabs.shown()->tab();
        tabs.close(1);
        QCOMPARE(std::get<session::CloseTab>(sent.back()).tab, second);
        QCOMPARE(tabs.count(), 1);
        QCOMPARE(tabs.current(), 0);
        tabs.open();
        QVERIFY(tabs.shown()->tab() != second); // a number is not used again
        for (int i = 0; i < 2 * TerminalTabs::kMost; ++i)
            tabs.open();
        QCOMPARE(tabs.count(), TerminalTabs::kMost);
        QVERIFY(shown.count() > 4);
    }
};
MINATO_TEST(TestTerminalText)

#include "tst_terminal_text.moc"
