// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shell_fixture.h"
#include "support/test_registry.h"

using namespace std::chrono_literals;
using minato::shell::LineObserver;
using minato::tests::ShellFixture;

/// What a terminal needs of the shell beyond its language: lines one after the other, stopping, time, bounds.
class TestShellRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void variablesAndFunctions_lastFromLineToLine()
    {
        ShellFixture f;
        QCOMPARE(f.run("x=5; f() { echo \"f $x\"; }"), 0);
        QCOMPARE(f.run("f; x=6"), 0);
        QCOMPARE(f.run("f; cd /tmp"), 0);
        QCOMPARE(f.run("pwd; false"), 1);
        QCOMPARE(f.run("echo $?"), 0);
        QCOMPARE(f.out, std::string("f 5\nf 6\n/tmp\n1\n"));
        QCOMPARE(f.shell.variable("x"), std::string("6"));
        f.shell.setVariable("x", "7");
        f.run("echo $x");
        QVERIFY(f.out.ends_with("7\n"));
    }

    void exitAndErrors_endTheLineNotTheShell()
    {
        ShellFixture f;
        QCOMPARE(f.run("echo a; exit 3; echo b"), 3);
        QCOMPARE(f.run("echo ${nope:?}; echo b"), 2);
        QCOMPARE(f.run("echo )"), 2);
        QCOMPARE(f.run("echo c"), 0);
        QCOMPARE(f.out, std::string("a\nc\n"));
    }

    void exitTrap_runsAtTheEndOfAScriptOnly()
    {
        ShellFixture f;
        f.run("trap 'echo bye' EXIT; echo hi");
        QCOMPARE(f.out, std::string("hi\n"));
        f.runScript("echo again");
        QCOMPARE(f.out, std::string("hi\nagain\nbye\n"));
    }

    void scriptLines_areToldOneByOne()
    {
        struct Lines : LineObserver {
            std::string told;
            minato::client::Task<void> lineBegins(std::string text, int number) override
            {
                told += std::to_string(number) + ": " + text + "\n";
                co_return;
            }
            void lineEnded(int status) override { told += "= " + std::to_string(status) + "\n"; }
        } lines;
        ShellFixture f;
        const char *script =
            "\n# a comment\necho one # and one more\n\nfor i in 1 2; do\n  echo $i\ndone; false\n"
            "alias say='echo so'\nsay \\\n it\ncat <<E\nhere\nE\nfi; echo never\necho never";
        QCOMPARE(f.finish(f.shell.runScript(script, f.sink(), &lines), 1h), 2);
        QCOMPARE(lines.told, std::string("3: echo one # and one more\n= 0\n"
                                         "5: for i in 1 2; do\n  echo $i\ndone; false\n= 1\n"
                                         "8: alias say='echo so'\n= 0\n"
                                         "9: say \\\n it\n= 0\n"
                                         "11: cat <<E\nhere\nE\n= 0\n"
                                         "14: fi\n= 2\n"));
        QCOMPARE(f.out, std::string("one\n1\n2\nso it\nhere\n"));
        QCOMPARE(f.err, std::string("sh: 14: Syntax error: \"fi\" unexpected\n"));
    }

    void unfinishedText_asksForMore_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("more");
        const auto row = [](const char *text, bool more) {
            QTest::newRow(text) << QString::fromUtf8(text) << more;
        };
        row("echo a", false);
        row("", false);
        row("echo 'a", true);
        row("echo \"a $(b", true);
        row("echo a\\", true);
        row("echo a \\\n", true);
        row("for i in 1 2; do", true);
        row("for i in 1 2; do echo; done", false);
        row("if true", true);
        row("while true; do sleep 1", true);
        row("f() {", true);
        row("a &&", true);
        row("a |", true);
        row("cat <<EOF", true);
        row("cat <<EOF\nx", true);
        row("cat <<EOF\nx\nEOF\n", false);
        row("case x in", true);
        row("{ echo", true);
        row("( echo", true);
        row("echo $((1+", true);
        row("echo `date", true);
        row("echo ${x", true);
        row("echo )", false);
        row("fi", false);
        row("echo 'it''s' # it's", false);
    }
    void unfinishedText_asksForMore()
    {
        QFETCH(QString, text);
        QFETCH(bool, more);
        QCOMPARE(minato::shell::Shell::needsMore(text.toStdString()), more);
    }

    void endlessLoop_yieldsAndCanBeStopped_data()
    {
        QTest::addColumn<QString>("script");
        for (const char *script :
             {"while true; do :; done", "while :; do x=1; done", "until false; do echo y; done", "yes",
              "while ! false; do (:); done", "f() { :; }; while f; do f; done",
              "while true; do :; done | cat", "while case x in x) ;; esac; do case y in y) ;; esac; done",
              "yes | while true; do :; done", "seq 999999999", "x=$(while true; do :; done)",
              "eval 'while true; do :; done'", "sleep 1000000 & wait",
              "for i in $(seq 100000); do while continue 2; do :; done; done; while :; do :; done"})
            QTest::newRow(script) << QString::fromUtf8(script);
    }
    void endlessLoop_yieldsAndCanBeStopped()
    {
        QFETCH(QString, script);
        ShellFixture f;
        auto task = f.shell.run(script.toStdString(), f.sink());
        task.start();
        for (int i = 0; i < 2000; ++i)
            f.queue.step(f.queue.now() + 1h);
        QVERIFY(!task.isDone());
        task.cancel();
        QCOMPARE(f.run("echo alive"), 0);
        QVERIFY(f.out.ends_with("alive\n"));
    }

    void cancelling_leavesNothingBehind()
    {
        ShellFixture f;
        {
            auto task = f.shell.run("sleep 5 | cat; echo never", f.sink());
            task.start();
            f.queue.runUntil(f.queue.now() + 1s);
        }
        QCOMPARE(f.queue.pending(), 0U);
        f.queue.runUntil(f.queue.now() + 1min);
        QCOMPARE(f.out, std::string());
    }

    void sleep_takesVirtualTime()
    {
        ShellFixture f;
        const auto before = f.queue.now();
        QCOMPARE(f.run("date +%T; sleep 90; date +%T; sleep 1.5m"), 0);
        QCOMPARE(f.out, std::string("00:00:00\n00:01:30\n"));
        const auto took = f.queue.now() - before;
        QVERIFY(took >= 180s && took < 181s);
    }

    void slowReader_holdsTheWriterBack()
    {
        ShellFixture f;
        auto task = f.shell.run(
            "yes 0123456789012345678901234567890123456789 | while read x; do sleep 1; done", f.sink());
        task.start();
        f.queue.runUntil(f.queue.now() + 20s);
        // The writer stands still once the pipe is full: the events of 20 s are those of the reader.
        QVERIFY(f.queue.executed() < 5000);
    }

    void endlessCapture_runsOutOfSpace()
    {
        ShellFixture f;
        QCOMPARE(f.run("x=$(yes 0123456789012345678901234567890123456789012345678901234567890123456789)"), 2);
        QCOMPARE(f.err, std::string("sh: 1: Out of space\n"));
    }

    void doubledVariable_runsOutOfSpace()
    {
        ShellFixture f;
        QCOMPARE(f.run("a=x; for i in $(seq 20); do a=$a$a; done; echo ${#a}"), 0);
        QCOMPARE(f.run("for i in $(seq 20); do a=$a$a; done; echo never"), 2);
        QCOMPARE(f.out, std::string("1048576\n"));
        QCOMPARE(f.err, std::string("sh: 1: Out of space\n"));
    }

    void backgroundJob_outlivesItsLine()
    {
        ShellFixture f;
        QCOMPARE(f.run("sleep 5 && echo done &"), 0);
        QCOMPARE(f.run("jobs; echo now"), 0);
        QVERIFY(f.out.starts_with("[1] + Running"));
        QCOMPARE(f.run("wait; echo after"), 0);
        QVERIFY(f.out.ends_with("now\ndone\nafter\n"));
    }

    void deepNesting_isRefused()
    {
        ShellFixture f;
        QCOMPARE(f.run(std::string(100000, '(')), 2);
        std::string nested = "echo a";
        for (int i = 0; i < 3000; ++i)
            nested = "echo $(" + nested + ")";
        QCOMPARE(f.run(nested), 2);
        QVERIFY(f.err.contains("nested too deeply"));
        QCOMPARE(f.run("echo $((" + std::string(5000, '(') + "1"), 2);
        QCOMPARE(f.run("echo $((" + std::string(5000, '-') + "1))"), 2);
    }

    void longChains_doNotGrowTheStack()
    {
        ShellFixture f;
        std::string chain = "true";
        for (int i = 0; i < 20000; ++i)
            chain += " && true";
        QCOMPARE(f.run(chain + "; echo end"), 0);
        QCOMPARE(f.out, std::string("end\n"));
    }

    void filesGivenByTheHost_canBeRead()
    {
        ShellFixture f;
        minato::shell::Shell shell({.transport = f.noCluster,
                                    .traffic = f.noCluster,
                                    .timers = f.timers,
                                    .readFile = [](std::string_view path) -> std::optional<std::string> {
                                        if (path == "manifests/app.yaml")
                                            return "kind: Pod\n";
                                        return std::nullopt;
                                    }});
        auto task = shell.run("cat manifests/app.yaml; cat other", f.sink());
        task.start();
        f.queue.runUntil(f.queue.now() + 1s);
        QCOMPARE(f.out, std::string("kind: Pod\n"));
        QCOMPARE(f.err, std::string("cat: other: No such file or directory\n"));
    }
};

MINATO_TEST(TestShellRun)
#include "tst_shell_run.moc"
