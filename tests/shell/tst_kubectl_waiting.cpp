// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/sim_cluster.h"
#include "shell/shell.h"
#include "support/test_registry.h"

#include <string>

using namespace minato;
using namespace std::chrono_literals;

namespace {

/// A shell at the chapter's cluster.
struct Terminal {
    Terminal()
        : shell({.transport = cluster.transport(), .traffic = cluster.traffic(), .timers = cluster.timers()})
    {
        cluster.settle();
    }
    client::Task<int> start(std::string line)
    {
        auto task = shell.run(std::move(line), [this](shell::Stream stream, std::string_view text) {
            (stream == shell::Stream::Out ? out : err) += text;
        });
        task.start();
        return task;
    }
    int run(std::string line)
    {
        auto task = start(std::move(line));
        cluster.control().runUntil([&task] { return task.isDone(); }, 1h);
        return task.isDone() ? task.takeResult() : -1;
    }
    void pass(base::Duration time) { cluster.control().runUntil(cluster.control().now() + time); }

    cluster::SimCluster cluster{{}};
    shell::Shell shell;
    std::string out, err;
};

} // namespace

/// Commands of kubectl that last: they leave the terminal free and end when their Task does.
class TestKubectlWaiting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lastingCommand_canBeStopped_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("printed");
        const auto row = [](const char *command, const char *printed) {
            QTest::newRow(command) << QString::fromUtf8(command) << QString::fromUtf8(printed);
        };
        row("kubectl get pods -w", "Running");
        row("kubectl get pods -w | cat", "Running");
        row("kubectl get deployment kubernetes-bootcamp -w -o wide", "1/1");
        row("kubectl logs -f deployment/kubernetes-bootcamp", "Bootcamp App Started");
        row("kubectl logs -f -l app=kubernetes-bootcamp --prefix | cat", "[pod/kubernetes-bootcamp-");
        row("kubectl rollout pause deployment/kubernetes-bootcamp; "
            "kubectl set image deployment/kubernetes-bootcamp '*=nginx'; "
            "kubectl rollout status deployment/kubernetes-bootcamp",
            "Waiting for deployment \"kubernetes-bootcamp\" rollout to finish");
        row("echo go; kubectl wait --for=condition=Nothing deployment/kubernetes-bootcamp --timeout=2h",
            "go");
        row("echo go; kubectl wait --for=create deployment/nothing --timeout=2h", "go");
        row("echo go; kubectl wait --for=delete deployment/kubernetes-bootcamp --timeout=2h", "go");
        row("kubectl delete pods --all --grace-period=600", "deleted");
        row("while true; do kubectl get pods -w; done", "Running");
        row("x=$(kubectl get pods -w) & echo go; wait", "go");
    }
    void lastingCommand_canBeStopped()
    {
        QFETCH(QString, command);
        QFETCH(QString, printed);
        Terminal terminal;
        auto task = terminal.start(command.toStdString());
        terminal.pass(10s);
        QVERIFY(!task.isDone());
        QVERIFY2(QString::fromStdString(terminal.out).contains(printed),
                 (terminal.out + terminal.err).c_str());
        task.cancel();
        const std::string before = terminal.out + terminal.err;
        terminal.pass(30s);
        QCOMPARE(terminal.out + terminal.err, before);
        QCOMPARE(terminal.run("kubectl get deployments"), 0);
        QVERIFY(terminal.out.contains("READY"));
    }

    void watch_showsChangesAsTheyCome()
    {
        Terminal terminal;
        auto watching = terminal.start("kubectl get deployment kubernetes-bootcamp -w");
        terminal.pass(1s);
        const std::string before = terminal.out;
        shell::Shell other({.transport = terminal.cluster.transport(),
                            .traffic = terminal.cluster.traffic(),
                            .timers = terminal.cluster.timers()});
        auto scaling =
            other.run("kubectl scale deployment kubernetes-bootcamp --replicas=2", [](auto, auto) {});
        scaling.start();
        terminal.pass(20s);
        QVERIFY(scaling.isDone());
        QVERIFY(!watching.isDone());
        QVERIFY(terminal.out.starts_with(before));
        QVERIFY(terminal.out.contains("1/2"));
        QVERIFY(terminal.out.contains("2/2"));
    }

    void rolloutStatus_endsWithTheRollout()
    {
        Terminal terminal;
        QCOMPARE(terminal.run("kubectl scale deployment kubernetes-bootcamp --replicas=4"), 0);
        QCOMPARE(terminal.run("kubectl rollout status deployment kubernetes-bootcamp"), 0);
        QVERIFY(terminal.out.ends_with("deployment \"kubernetes-bootcamp\" successfully rolled out\n"));
        QCOMPARE(terminal.run("kubectl wait --for=condition=Ready pods --all --timeout=60s | wc -l"), 0);
        QVERIFY(terminal.out.ends_with("4\n"));
    }

    void timeout_isOfTheClustersTime()
    {
        Terminal terminal;
        const base::Instant before = terminal.cluster.timers().now();
        QCOMPARE(
            terminal.run("kubectl wait --for=condition=Nothing deployment/kubernetes-bootcamp --timeout=90s"),
            1);
        QCOMPARE(terminal.err, std::string("error: timed out waiting for the condition on "
                                           "deployments/kubernetes-bootcamp\n"));
        const base::Duration took = terminal.cluster.timers().now() - before;
        QVERIFY(took >= 90s && took < 92s);
    }
};

MINATO_TEST(TestKubectlWaiting)
#include "tst_kubectl_waiting.moc"
