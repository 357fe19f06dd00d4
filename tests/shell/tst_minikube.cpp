// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/sim_cluster.h"
#include "shell/shell.h"
#include "shell/shell_fixture.h"
#include "support/test_registry.h"

#include <string>

using namespace minato;
using namespace std::chrono_literals;

namespace {

struct Terminal {
    Terminal()
        : shell({.transport = cluster.transport(),
                 .traffic = cluster.traffic(),
                 .timers = cluster.timers(),
                 .control = &cluster.control()})
    {
        cluster.settle();
    }
    /// What it printed, errors as well; its exit status is kept.
    std::string run(std::string line)
    {
        begin(std::move(line));
        return end();
    }
    void begin(std::string line)
    {
        text.clear();
        task = shell.run(std::move(line), [this](shell::Stream, std::string_view part) { text += part; });
        task.start();
    }
    std::string end()
    {
        cluster.control().runUntil([this] { return task.isDone(); }, 1h);
        status = task.takeResult();
        return text;
    }
    bool waitFor(std::string_view words)
    {
        return cluster.control().runUntil([&] { return text.contains(words); }, 1min);
    }
    std::string statusOf(const std::string &node)
    {
        return run("kubectl get node " + node + " --no-headers | tr -s ' ' | cut -d ' ' -f 2");
    }
    void pass(base::Duration time) { cluster.control().runUntil(cluster.control().now() + time); }

    cluster::SimCluster cluster{{.topology = cluster::Topology::empty(3)}};
    shell::Shell shell;
    client::Task<int> task;
    std::string text;
    int status = 0;
};

} // namespace

/// `minikube node …`: machines that go off and on, come and go.
class TestMinikube : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void list_namesMachinesWithTheirAddresses()
    {
        Terminal terminal;
        const std::string table = terminal.run("minikube node list");
        QVERIFY2(table.contains("minato-worker2\t192.168.49."), table.c_str());
        QCOMPARE(std::ranges::count(table, '\n'), 4);
    }

    void stop_pullsThePlug_andStartBringsTheNodeBack()
    {
        Terminal terminal;
        QCOMPARE(terminal.run("minikube node stop minato-worker2"),
                 std::string("* Stopping node \"minato-worker2\"  ...\n"
                             "* Successfully stopped node minato-worker2\n"));
        QCOMPARE(terminal.status, 0);
        QCOMPARE(terminal.statusOf("minato-worker2"), std::string("Ready\n")); // nobody has missed it yet
        terminal.pass(1min);
        QCOMPARE(terminal.statusOf("minato-worker2"), std::string("NotReady\n"));
        QCOMPARE(terminal.statusOf("minato-worker3"), std::string("Ready\n"));
        const base::Instant before = terminal.cluster.control().now();
        QCOMPARE(terminal.run("minikube node start minato-worker2"),
                 std::string("* Starting \"minato-worker2\" worker node in \"minato\" cluster\n"
                             "* Verifying Kubernetes components...\n"
                             "* Successfully started node minato-worker2!\n"));
        QVERIFY(terminal.cluster.control().now() > before + 1s); // a machine takes its time
        QCOMPARE(terminal.statusOf("minato-worker2"), std::string("Ready\n"));
    }

    void start_canBeGivenUp_andTheMachineComesUpAllTheSame()
    {
        Terminal terminal;
        terminal.run("minikube node stop minato-worker2");
        terminal.pass(1min);
        terminal.begin("minikube node start minato-worker2");
        QVERIFY(terminal.waitFor("Verifying"));
        QVERIFY(!terminal.task.isDone());
        terminal.task.cancel(); // Ctrl+C
        const std::string said = terminal.text;
        terminal.pass(1min);
        QCOMPARE(terminal.text, said);
        QVERIFY2(!said.contains("Successfully"), said.c_str());
        QCOMPARE(terminal.statusOf("minato-worker2"), std::string("Ready\n"));
    }

    void start_ofAMachineThatIsSwitchedOffAgain_givesUpAfterSixMinutes()
    {
        Terminal terminal;
        terminal.run("minikube node stop minato-worker2");
        terminal.pass(1min);
        const base::Instant before = terminal.cluster.control().now();
        terminal.begin("minikube node start minato-worker2");
        QVERIFY(terminal.waitFor("Verifying"));
        terminal.pass(1ms);
        QVERIFY(terminal.cluster.control().inject({api::Fault::Kind::PowerOff, "minato-worker2"}));
        const std::string said = terminal.end();
        QVERIFY2(said.contains("X Exiting due to GUEST_NODE_START: wait 6m0s for node"), said.c_str());
        QCOMPARE(terminal.status, 80);
        const base::Duration waited = terminal.cluster.control().now() - before;
        QVERIFY(waited >= 6min && waited < 7min);
    }

    void add_takesTheNextName_andDeleteRemovesIt()
    {
        Terminal terminal;
        QVERIFY(terminal.run("minikube node add").contains("Successfully added minato-worker4 to minato!"));
        QCOMPARE(terminal.statusOf("minato-worker4"), std::string("Ready\n"));
        QCOMPARE(terminal.run("minikube node delete minato-worker4 >/dev/null; echo $?"), std::string("0\n"));
        terminal.pass(10s);
        QVERIFY(!terminal.run("kubectl get nodes").contains("minato-worker4"));
    }

    void mistakes_areTold_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("status");
        QTest::newRow("unknown") << "minikube node stop nope" << "there is no node \"nope\"" << 80;
        QTest::newRow("twice") << "minikube node stop minato-worker; minikube node stop minato-worker"
                               << "is off already" << 80;
        QTest::newRow("on") << "minikube node start minato-worker" << "* minato-worker is already running"
                            << 0;
        QTest::newRow("no name") << "minikube node stop" << "Usage: minikube node stop [name]" << 64;
        QTest::newRow("no verb") << "minikube node fly x" << "unknown command \"node fly\"" << 64;
        QTest::newRow("no group") << "minikube dashboard" << "unknown command \"dashboard\"" << 64;
        QTest::newRow("help") << "minikube" << "minikube node stop NODE" << 0;
    }
    void mistakes_areTold()
    {
        QFETCH(QString, command);
        QFETCH(QString, message);
        Terminal terminal;
        const std::string said = terminal.run(command.toStdString());
        QVERIFY2(said.contains(message.toStdString()), said.c_str());
        QTEST(terminal.status, "status");
    }

    void clusterThatIsNotSimulated_saysSo()
    {
        tests::ShellFixture fixture;
        QCOMPARE(fixture.run("minikube node stop x"), 89);
        QVERIFY2(fixture.err.contains("are not simulated"), fixture.err.c_str());
    }
};

MINATO_TEST(TestMinikube)
#include "tst_minikube.moc"
