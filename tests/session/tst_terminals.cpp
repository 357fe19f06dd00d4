// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"
#include "support/test_registry.h"

#include <algorithm>

using namespace minato;
using namespace minato::session;
using namespace std::chrono_literals;
using Kind = TerminalChunk::Kind;

namespace {

/// A session whose terminal is typed into.
struct Lab {
    Lab()
    {
        QObject::connect(&session, &Session::batchReady, &session, [this](const Batch &batch) {
            Batch copy = batch;
            all.merge(std::move(copy));
        });
        session.open();
        session.runFor(1s);
    }
    /// What a line prints in a tab, hints left out.
    std::string run(const std::string &line, int tab = kFirstTab)
    {
        all.terminal.clear();
        session.send(RunLine{line, tab});
        session.runUntilIdle(1h);
        return printed(tab);
    }
    std::string printed(int tab = kFirstTab) const
    {
        std::string text;
        for (const TerminalChunk &chunk : all.terminal)
            if (chunk.tab == tab && (chunk.kind == Kind::Out || chunk.kind == Kind::Err))
                text += chunk.text;
        return text;
    }
    std::vector<std::string> hints() const
    {
        std::vector<std::string> texts;
        for (const TerminalChunk &chunk : all.terminal)
            if (chunk.kind == Kind::Hint)
                texts.push_back(chunk.text);
        return texts;
    }
    const EditNews &lastEdit() const { return all.edits.back(); }
    void finishEdit(std::optional<std::string> text)
    {
        session.send(FinishEdit{lastEdit().id, std::move(text)});
        session.runUntilIdle(1h);
    }

    Session session{{.topology = cluster::Topology::chapter()}, Session::Mode::Inline};
    Batch all;
};

std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    return text.replace(text.find(what), what.size(), by);
}

} // namespace

/// The terminal's tabs on the backend's side.
class TestTerminals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void language_isTheWindows_fromTheNextCommandOn()
    {
        Lab lab;
        QVERIFY(lab.run("kubectl scale --help").contains("Changes how many Pods"));
        lab.session.send(SetLanguage{"ja"});
        QVERIFY(lab.run("kubectl scale --help").contains("レプリカを 4 にする"));
        QCOMPARE(lab.run("echo $LANG", 5),
                 std::string("ja_JP.UTF-8\n")); // of a tab that is opened later, too
        lab.session.send(SetLanguage{"en"});
        QCOMPARE(lab.run("echo $LANG"), std::string("en_US.UTF-8\n"));
    }

    void language_thatAPersonHasSet_stays()
    {
        Lab lab;
        lab.run("LANG=C");
        lab.session.send(SetLanguage{"ja"});
        QCOMPARE(lab.run("echo $LANG"), std::string("C\n"));
    }

    void language_ofASessionThatIsNotOpenYet_isHeard()
    {
        Session session({.topology = cluster::Topology::chapter()}, Session::Mode::Inline);
        session.send(SetLanguage{"ja"});
        std::string text;
        connect(&session, &Session::batchReady, &session, [&text](const Batch &batch) {
            for (const TerminalChunk &chunk : batch.terminal)
                text += chunk.kind == Kind::Out ? chunk.text : std::string();
        });
        session.open();
        session.send(RunLine{"echo $LANG"});
        session.runUntilIdle(1min);
        QCOMPARE(text, std::string("ja_JP.UTF-8\n"));
    }

    void hint_followsWhatTheCommandPrinted_inBothLanguages()
    {
        Lab lab;
        lab.run("kubectl scale deployment/kubernetes-bootcamp --replicas=2 --record");
        const auto hint = std::ranges::find(lab.all.terminal, Kind::Hint, &TerminalChunk::kind);
        QVERIFY(hint != lab.all.terminal.end());
        QVERIFY(hint->text.contains("--record is deprecated") && hint->japanese.contains("非推奨"));
        QVERIFY(std::ranges::any_of(lab.all.terminal.begin(), hint,
                                    [](const auto &chunk) { return chunk.text.contains("scaled"); }));
        QVERIFY(!lab.printed().contains("is deprecated. Today")); // it is no output
    }

    void hint_isNotRepeated_untilSomeLinesLater()
    {
        Lab lab;
        lab.run("for i in 1 2 3; do kubectl get deployments; done");
        QCOMPARE(lab.hints().size(), 1u);
        lab.run("kubectl get deployments");
        QCOMPARE(lab.hints().size(), 0u);
        for (int i = 0; i < Terminals::kHintPause; ++i)
            lab.run("true");
        lab.run("kubectl get deployments");
        QCOMPARE(lab.hints().size(), 1u);
    }

    void tabs_haveVariablesAFolderAndJobsOfTheirOwn()
    {
        Lab lab;
        lab.run("A=1; mkdir -p sub && cd sub; sleep 1000 &");
        QCOMPARE(lab.run("echo \"$A $PWD\"; jobs", 1), std::string(" /home/minato\n"));
        QVERIFY(lab.run("echo \"$A $PWD\"; jobs").starts_with("1 /home/minato/sub\n"));
    }

    void tabs_runBesideEachOther_andAreStoppedAlone()
    {
        Lab lab;
        lab.session.send(RunLine{"sleep 1000", 1});
        lab.session.send(RunLine{"echo here", 2});
        lab.session.runFor(1s);
        QCOMPARE(lab.printed(2), std::string("here\n"));
        lab.session.send(CancelLine{2}); // there is nothing to stop
        QVERIFY(!lab.session.runUntilIdle(1min));
        lab.session.send(CancelLine{1});
        QVERIFY(lab.session.runUntilIdle(1min));
    }

    void closedTab_endsAllThatRanInIt()
    {
        Lab lab;
        lab.session.send(RunLine{"while true; do kubectl get pods; done", 1});
        lab.session.send(RunLine{"sleep 3600 &", 1});
        lab.session.send(Ask{7, CompleteLine{"kubectl get po", 1}});
        lab.session.send(CloseTab{1});
        lab.all.terminal.clear();
        QVERIFY(lab.session.runUntilIdle(1min));
        QCOMPARE(lab.printed(1), std::string());
        QCOMPARE(lab.all.answers.size(), 0u);
        QCOMPARE(lab.run("echo anew", 1), std::string("anew\n"));
    }

    void fileOfTheWindow_isInAllTabs_alsoInLaterOnes()
    {
        Lab lab;
        lab.run("true", 1);
        lab.session.send(WriteFile{"web.yaml", "kind: Pod\n"});
        for (const int tab : {0, 1, 2})
            QCOMPARE(lab.run("cat web.yaml", tab), std::string("kind: Pod\n"));
    }

    void kubectlEdit_laysTheObjectBeforeAPerson_andSendsWhatComesBack()
    {
        Lab lab;
        lab.run("kubectl edit deployment/kubernetes-bootcamp");
        QVERIFY(lab.lastEdit().kind == EditNews::Kind::Opened);
        const std::string text = lab.lastEdit().text;
        QVERIFY(text.starts_with("# Please edit the object below"));
        lab.finishEdit(replaced(text, "replicas: 1", "replicas: 3"));
        QCOMPARE(lab.printed(), std::string("deployment.apps/kubernetes-bootcamp edited\n"));
        QVERIFY(lab.lastEdit().kind == EditNews::Kind::Ended);
        QCOMPARE(lab.run("kubectl get deployment/kubernetes-bootcamp -o jsonpath='{.spec.replicas}'"),
                 std::string("3"));
    }

    void kubectlEdit_unchanged_changesNothing()
    {
        Lab lab;
        lab.run("kubectl edit deployment/kubernetes-bootcamp");
        lab.finishEdit(lab.lastEdit().text);
        QCOMPARE(lab.printed(), std::string("Edit cancelled, no changes made.\n"));
    }

    void kubectlEdit_refused_isOpenedAgainWithTheReasonOnTop()
    {
        Lab lab;
        lab.run("kubectl edit deployment/kubernetes-bootcamp");
        const std::string wrong = replaced(lab.lastEdit().text, "replicas: 1", "replicas: -1");
        lab.finishEdit(wrong);
        QVERIFY(lab.lastEdit().kind == EditNews::Kind::Opened);
        const std::string again = lab.lastEdit().text;
        QVERIFY(again.contains("# deployments.apps \"kubernetes-bootcamp\" was not valid"));
        QVERIFY(again.contains("# * spec.replicas: Invalid value"));
        QVERIFY(again.contains("replicas: -1"));
        lab.finishEdit(again); // given up
        QVERIFY(lab.printed().contains("error: Edit cancelled, no valid changes were saved."));
        QVERIFY(lab.lastEdit().kind == EditNews::Kind::Ended);
    }

    void kubectlEdit_stoppedByControlC_takesTheTextAway()
    {
        Lab lab;
        lab.run("kubectl edit deployment/kubernetes-bootcamp");
        const std::uint64_t id = lab.lastEdit().id;
        lab.session.send(CancelLine{});
        QVERIFY(lab.session.runUntilIdle(1min));
        QVERIFY(lab.lastEdit().kind == EditNews::Kind::Ended);
        QCOMPARE(lab.lastEdit().id, id);
        lab.session.send(FinishEdit{id, "nobody waits"});
        QCOMPARE(lab.run("echo on"), std::string("on\n"));
    }

    void kubectlEdit_holdsUpOnlyItsOwnTab_andNoTime()
    {
        Lab lab;
        lab.run("kubectl edit deployment/kubernetes-bootcamp");
        QCOMPARE(lab.run("echo other", 1), std::string("other\n"));
        lab.session.send(RunUntilSettled{});
        QVERIFY(lab.all.clock.has_value());
        QVERIFY(lab.all.clock->lastRun.how == RunEnd::How::Reached);
    }

    void flood_keepsTheNewest_andCountsTheRest()
    {
        Lab lab;
        lab.run("seq 3000000; echo end");
        std::size_t bytes = 0, lines = 0, dropped = 0;
        for (const TerminalChunk &chunk : lab.all.terminal) {
            bytes += chunk.text.size();
            lines += std::size_t(std::ranges::count(chunk.text, '\n'));
            dropped += chunk.dropped;
        }
        QVERIFY(bytes <= Batch::kMaxTerminalBytes && lines <= Batch::kMaxTerminalLines);
        QCOMPARE(lines + dropped, 3'000'001u);
        QVERIFY(lab.printed().ends_with("2999999\n3000000\nend\n"));
    }

    // ---- ports of the learner's computer ----

    void port_thatATabListensAt_isReachedFromAllTabs()
    {
        Lab lab;
        lab.run("kubectl wait pods --all --for=condition=Ready");
        lab.run("kubectl port-forward deployment/kubernetes-bootcamp 9090:8080 &", 1);
        lab.session.runFor(2s);
        QCOMPARE(lab.printed(1), std::string("Forwarding from 127.0.0.1:9090 -> 8080\n"
                                             "Forwarding from [::1]:9090 -> 8080\n"));
        QVERIFY(lab.run("curl -s localhost:9090").contains("Running on: kubernetes-bootcamp-"));
        QVERIFY(lab.run("curl -s http://127.0.0.1:9090", 2).contains("Running on: kubernetes-bootcamp-"));
        // The tab that listens hears of each connection.
        lab.all.terminal.clear();
        lab.session.send(RunLine{"curl -s localhost:9090", 2});
        lab.session.runFor(1s);
        QCOMPARE(lab.printed(1), std::string("Handling connection for 9090\n"));
        // Nobody else gets the port, and whoever ends the job frees it.
        QVERIFY(
            lab.run("kubectl proxy --port=9090", 2).contains("127.0.0.1:9090: bind: address already in use"));
        lab.run("kill %1", 1);
        QVERIFY(lab.run("curl localhost:9090").contains("(7) Failed to connect to localhost port 9090"));
    }

    void port_isFree_whenItsTabIsClosedOrItsCommandStopped()
    {
        Lab lab;
        lab.session.send(RunLine{"kubectl proxy", 1});
        lab.session.runFor(1s);
        QVERIFY(lab.run("curl -s localhost:8001/version").contains("\"gitVersion\""));
        lab.session.send(CancelLine{1});
        QVERIFY(lab.run("curl localhost:8001/version").contains("(7) Failed to connect"));
        lab.session.send(RunLine{"kubectl proxy", 1});
        lab.session.runFor(1s);
        QVERIFY(lab.run("curl -s localhost:8001/version").contains("\"gitVersion\""));
        lab.session.send(CloseTab{1});
        QVERIFY(lab.run("curl localhost:8001/version").contains("(7) Failed to connect"));
    }

    void request_underWay_outlivesTheTabThatListened()
    {
        Lab lab;
        lab.run("kubectl wait pods --all --for=condition=Ready");
        lab.all.terminal.clear();
        lab.session.send(RunLine{"kubectl port-forward deployment/kubernetes-bootcamp 9090:8080", 1});
        lab.session.runFor(2s);
        lab.session.send(RunLine{"curl -s localhost:9090"});
        for (int i = 0; i < 1000 && !lab.printed(1).contains("Handling connection"); ++i)
            lab.session.runFor(10us);
        QCOMPARE(lab.printed(), std::string()); // sent, not answered
        lab.session.send(CloseTab{1});
        lab.session.runUntilIdle(1min);
        QVERIFY(lab.printed().contains("Running on: kubernetes-bootcamp-"));
    }

    // ---- what is typed while a command runs ----

    void line_thatACommandAsksFor_goesToIt()
    {
        Lab lab;
        lab.session.send(RunLine{"read name; echo hello $name"});
        lab.session.runFor(1s);
        QCOMPARE(lab.all.terminal.back().kind, Kind::Asking);
        lab.session.send(RunLine{"Ada"});
        lab.session.runFor(1s);
        QCOMPARE(lab.printed(), std::string("Ada\nhello Ada\n")); // echoed as it was typed
        QCOMPARE(lab.run("echo $name"), std::string("Ada\n"));
    }

    void linesThatArePasted_goToTheCommandUntilItsInputEnds()
    {
        Lab lab;
        for (const char *line : {"cat > note", "one", "two"})
            lab.session.send(RunLine{line});
        lab.session.runFor(1s);
        lab.session.send(EndInput{});
        lab.session.runFor(1s);
        QCOMPARE(lab.run("cat note"), std::string("one\ntwo\n"));
    }

    void shellInAContainer_isTypedInto_andWhatComesAfterItIsTheTerminalsOwn()
    {
        Lab lab;
        for (const char *line : {"kubectl exec -ti deploy/kubernetes-bootcamp -- bash", "cd /tmp",
                                 "echo $PWD; hostname", "exit 3", "echo status $?"})
            lab.session.send(RunLine{line});
        lab.session.runFor(10s);
        std::string text = lab.printed();
        std::erase(text, '\r');
        const auto from = text.find("root@"), to = text.find(":/# ");
        QVERIFY(from != std::string::npos && to != std::string::npos);
        const std::string pod = text.substr(from + 5, to - from - 5), prompt = "root@" + pod;
        QCOMPARE(text, prompt + ":/# cd /tmp\n" + prompt + ":/tmp# echo $PWD; hostname\n/tmp\n" + pod + "\n" +
                           prompt + ":/tmp# exit 3\nexit\ncommand terminated with exit code 3\nstatus 3\n");
    }

    void shellInAContainer_endsWithItsInput()
    {
        Lab lab;
        lab.session.send(RunLine{"kubectl exec -i deploy/kubernetes-bootcamp -- sh"});
        lab.session.runFor(2s);
        lab.session.send(RunLine{"echo inside"});
        lab.session.runFor(2s);
        QCOMPARE(lab.printed(), std::string("echo inside\ninside\n")); // no terminal there: no prompt
        lab.session.send(EndInput{});
        lab.session.runFor(2s);
        QCOMPARE(lab.all.terminal.back().kind, Kind::Finished);
        QCOMPARE(lab.all.terminal.back().exitStatus, 0);
    }

    void commandThatAsks_isStoppedAtOnce()
    {
        Lab lab;
        lab.session.send(RunLine{"cat"});
        lab.session.runFor(1s);
        lab.session.send(CancelLine{});
        lab.session.runFor(0s);
        QCOMPARE(lab.run("echo next"), std::string("next\n"));
    }

    void interrupt_inAContainersShell_endsWhatItRuns_notTheShell()
    {
        Lab lab;
        lab.session.send(RunLine{"kubectl exec -ti deploy/kubernetes-bootcamp -- sh"});
        lab.session.send(RunLine{"sleep 1000; echo slept"});
        lab.session.runFor(5s);
        lab.session.send(CancelLine{});
        lab.session.runFor(2s);
        lab.session.send(RunLine{"echo status $?"});
        lab.session.runFor(2s);
        lab.session.send(CancelLine{}); // at its prompt
        lab.session.runFor(1s);
        lab.session.send(RunLine{"exit"});
        lab.session.runFor(2s);
        std::string text = lab.printed();
        std::erase(text, '\r');
        // The status is that of the interrupt, as in any shell.
        QCOMPARE(text,
                 std::string("# sleep 1000; echo slept\n^C\n# echo status $?\nstatus 130\n# ^C\n# exit\n"
                             "command terminated with exit code 130\n"));
        QCOMPARE(lab.run("echo next"), std::string("next\n"));
    }

    void endless_stopsAtOnce_whereverItIs_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"yes", "while true; do echo y; done", "while true; do :; done",
                                 "yes | cat | grep y", "while true; do kubectl get pods; done"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void endless_stopsAtOnce_whereverItIs()
    {
        QFETCH(QString, line);
        Lab lab;
        lab.session.send(RunLine{line.toStdString()});
        lab.session.runFor(2s);
        lab.all.terminal.clear();
        lab.session.send(CancelLine{});
        lab.session.runFor(0s);
        const auto &chunks = lab.all.terminal;
        QVERIFY(!chunks.empty());
        QVERIFY(chunks.back().kind == Kind::Finished);
        QCOMPARE(chunks.back().exitStatus, 130);
        lab.all.terminal.clear();
        lab.session.runFor(5s);
        QVERIFY(lab.all.terminal.empty()); // not a byte more
    }
};
MINATO_TEST(TestTerminals)

#include "tst_terminals.moc"
