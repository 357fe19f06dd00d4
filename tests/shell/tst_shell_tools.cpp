// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shell_fixture.h"
#include "support/test_registry.h"

#include <set>

using namespace std::chrono_literals;
using namespace minato;
using minato::tests::NoCluster;
using minato::tests::ShellFixture;

namespace {

/// Answers every request a little later; counts what comes, and on how many connections.
class Server : public api::TrafficTarget {
public:
    explicit Server(api::Timers &timers) : m_timers(timers) {}

    api::CallPtr request(api::TrafficRequest request,
                         std::move_only_function<void(api::TrafficResult)> reply) override
    {
        struct Answer : api::Call {
            api::TimerPtr timer;
        };
        ++count;
        last = request;
        connections.insert(request.connection);
        auto answer = std::make_unique<Answer>();
        answer->timer = m_timers.after(10ms, [this, done = std::move(reply)]() mutable {
            if (refuses)
                done(std::unexpected(api::TrafficError{.kind = api::TrafficError::Kind::Refused}));
            else
                done(api::TrafficReply{.body = "hello\n"});
        });
        return answer;
    }

    int count = 0;
    bool refuses = false;
    api::TrafficRequest last;
    std::set<std::uint64_t> connections;

private:
    api::Timers &m_timers;
};

struct Lab {
    ShellFixture clock; ///< its queue and timers
    Server server{clock.timers};
    shell::Shell shell{{.transport = clock.noCluster, .traffic = server, .timers = clock.timers}};

    int run(std::string script) { return clock.finish(shell.run(std::move(script), clock.sink()), 1h); }
};

} // namespace

/// What no dash can be asked: loops in tools, time, load, and what readers of other shells type.
class TestShellTools : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endlessTool_yieldsAndCanBeStopped_data()
    {
        QTest::addColumn<QString>("script");
        for (const char *script :
             {"awk 'BEGIN { while (1) ; }'", "awk 'BEGIN { while (1) print \"y\" }'",
              "awk 'function f() { while (1) n++ } BEGIN { f() }'", "echo | sed ':a;ba'", "watch -n 1 date",
              "yes | awk '{ n++ }'", "yes | sort", "yes | jq -R .", "sh -c 'while :; do :; done'",
              "yes | xargs -n1 true", "timeout 1h yes", "find . -exec sh -c 'while :; do :; done' \\;",
              "time while true; do :; done", "tail -f /dev/null & yes > /dev/null"})
            QTest::newRow(script) << QString::fromUtf8(script);
    }
    void endlessTool_yieldsAndCanBeStopped()
    {
        QFETCH(QString, script);
        ShellFixture f;
        auto task = f.shell.run(script.toStdString(), f.sink());
        task.start();
        for (int i = 0; i < 200; ++i)
            f.queue.step(f.queue.now() + 1h);
        QVERIFY(!task.isDone());
        task.cancel();
        QCOMPARE(f.run("echo alive"), 0);
        QVERIFY(f.out.ends_with("alive\n"));
    }

    void endlessFilter_ends()
    {
        ShellFixture f;
        QCOMPARE(f.run("jq -n 'last(range(1e12))'"), 5);
        QVERIFY(f.err.contains("too many steps"));
        QCOMPARE(f.run("jq -n 'def f: f | f; f'"), 5);
        QCOMPARE(f.run("jq -n '[limit(3; repeat(1))] | length'"), 0);
        QCOMPARE(f.out, std::string("3\n"));
    }

    void time_tellsVirtualTime()
    {
        ShellFixture f;
        QCOMPARE(f.run("time sleep 90 | cat"), 0);
        QVERIFY2(f.err.starts_with("\nreal\t1m30.0"), f.err.c_str());
        QVERIFY(f.err.ends_with("\nuser\t0m0.000s\nsys\t0m0.000s\n"));
        QCOMPARE(f.run("time false"), 1);
    }

    void watch_runsAgainAndAgain()
    {
        ShellFixture f;
        auto task = f.shell.run("watch -n 5 'date +%S | tr 0 o'", f.sink());
        task.start();
        f.queue.runUntil(f.queue.now() + 12s);
        QVERIFY(!task.isDone());
        QVERIFY2(f.out.contains("Every 5.0s: date +%S | tr 0 o"), f.out.c_str());
        QVERIFY(f.out.contains("\noo\n") && f.out.contains("\no5\n"));
        task.cancel();
        QCOMPARE(f.run("watch -n 1 -g date"), 0); // ends when the output changes
        QCOMPARE(f.run("watch -e false"), 1);
    }

    void powerShell_isUnderstood()
    {
        ShellFixture f;
        QCOMPARE(f.run("$env:POD = \"web-1\"; echo \"$env:POD/$POD\""), 0);
        QCOMPARE(f.out, std::string("web-1/web-1\n"));
        QVERIFY(f.err.contains("export POD=\"web-1\"; echo \"${POD}/$POD\""));
        QVERIFY(f.err.contains("ヒント") && f.err.contains("hint")); // LANG names neither language
        f.err.clear();
        f.run("export LANG=ja_JP.UTF-8; Select-String x");
        QVERIFY(f.err.contains("grep") && f.err.contains("ヒント") && !f.err.contains("hint"));
        f.out.clear();
        QCOMPARE(f.run("echo '$env:POD'; echo one `\n  two `\n  three"), 0);
        QCOMPARE(f.out, std::string("$env:POD\none two three\n"));
        QVERIFY(shell::Shell::needsMore("echo one `"));
        QVERIFY(!shell::Shell::needsMore("echo one `\n two"));
        f.out.clear();
        QCOMPARE(f.run("echo `\necho sub\n`"), 0); // a substitution all the same
        QCOMPARE(f.out, std::string("sub\n"));
    }

    void exeNames_areTheirCommands()
    {
        Lab lab;
        QCOMPARE(lab.run("curl.exe -s http://host01/"), 0);
        QCOMPARE(lab.clock.out, std::string("hello\n"));
    }

    void hey_sendsLoadAndReports()
    {
        Lab lab;
        QCOMPARE(lab.run("hey -n 100 -c 10 http://host01:8080/x"), 0);
        QCOMPARE(lab.server.count, 100);
        QCOMPARE(lab.server.connections.size(), 10U); // a worker keeps its connection
        QCOMPARE(lab.server.last.client, std::string("hey"));
        const std::string &out = lab.clock.out;
        QVERIFY2(out.starts_with("\nSummary:\n  Total:\t0.1"), out.c_str());
        for (const char *part :
             {"  Average:\t0.01", "  Total data:\t600 bytes\n  Size/request:\t6 bytes\n",
              "Response time histogram:\n  0.010 [", "  99% in 0.01", "  [200]\t100 responses\n"})
            QVERIFY2(out.contains(part), part);
    }

    void hey_obeysItsLimits()
    {
        Lab lab;
        QCOMPARE(lab.run("hey -z 1s -c 2 -q 10 -disable-keepalive http://host01/"), 0);
        QVERIFY2(lab.server.count >= 16 && lab.server.count <= 22, std::to_string(lab.server.count).c_str());
        QCOMPARE(lab.server.connections.size(), 1U); // 0: each request its own
        QCOMPARE(lab.run("hey -n 1 -c 2 http://host01/"), 1);
        QVERIFY(lab.clock.err.contains("-n cannot be less than -c."));
        lab.server.refuses = true;
        lab.clock.out.clear();
        QCOMPARE(lab.run("hey -n 4 -c 2 http://host01/"), 0);
        QVERIFY(lab.clock.out.contains(
            "Error distribution:\n  [4]\tGet \"http://host01/\": dial tcp: connect: connection refused"));
    }

    void ab_sendsLoadAndReports()
    {
        Lab lab;
        QCOMPARE(lab.run("ab -n 20 -c 4 http://host01:8080/"), 0);
        QCOMPARE(lab.server.count, 20);
        const std::string &out = lab.clock.out;
        for (const char *part :
             {"This is ApacheBench, Version 2.3", "Benchmarking host01 (be patient).....done\n",
              "Server Hostname:        host01\nServer Port:            8080\n",
              "Document Length:        6 bytes\n", "Concurrency Level:      4\n",
              "Complete requests:      20\nFailed requests:        0\n", "[#/sec] (mean)\n",
              "Percentage of the requests served within a certain time (ms)\n  50%     10\n",
              " 100%     10 (longest request)\n"})
            QVERIFY2(out.contains(part), (std::string(part) + out).c_str());
        QCOMPARE(lab.run("ab -n 1 http://host01"), 22); // ab wants a path
        QVERIFY(lab.clock.err.starts_with("ab: invalid URL\n"));
        QCOMPARE(lab.run("ab -n 1 -c 2 http://host01/"), 22);
    }

    void kindAndMan_sayWhatThereIs()
    {
        ShellFixture f;
        QCOMPARE(f.run("kind get clusters; kind version"), 0);
        QVERIFY(f.out.starts_with("minato\nkind v0.30.0"));
        QCOMPARE(f.run("kind create cluster"), 1);
        QVERIFY(f.err.contains("kubectl") && f.err.contains("クラスター"));
        QCOMPARE(f.run("man ls"), 16);
        QVERIFY(f.err.contains("No manual entry for ls\n"));
    }

    void help_isInBothLanguages()
    {
        ShellFixture f;
        f.run("LANG=ja_JP.UTF-8 help");
        QVERIFY(f.out.contains("使えるコマンド") && !f.out.contains("Builtins"));
        f.out.clear();
        f.run("help");
        QVERIFY(f.out.contains("Builtins") && f.out.contains("jq"));
    }
};

MINATO_TEST(TestShellTools)
#include "tst_shell_tools.moc"
