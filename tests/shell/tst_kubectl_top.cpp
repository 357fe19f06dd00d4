// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/sim_cluster.h"
#include "shell/shell.h"
#include "support/test_registry.h"

#include <string>

using namespace minato;
using namespace std::chrono_literals;

namespace {

struct Terminal {
    explicit Terminal(cluster::SimCluster::Options options = {})
        : cluster(std::move(options)),
          shell({.transport = cluster.transport(), .traffic = cluster.traffic(), .timers = cluster.timers()})
    {
        cluster.settle();
    }
    /// What it printed, errors as well.
    std::string run(std::string line)
    {
        std::string text;
        auto task =
            shell.run(std::move(line), [&text](shell::Stream, std::string_view part) { text += part; });
        task.start();
        cluster.control().runUntil([&task] { return task.isDone(); }, 1h);
        return text;
    }
    void pass(base::Duration time) { cluster.control().runUntil(cluster.control().now() + time); }

    cluster::SimCluster cluster;
    shell::Shell shell;
};

} // namespace

/// kubectl top at clusters that the scripts of tests/differential do not have.
class TestKubectlTop : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutMetricsServer_thereIsNoApi()
    {
        cluster::SimCluster::Options options;
        options.topology.hasMetricsServer = false;
        Terminal terminal(std::move(options));
        terminal.pass(1min);
        for (const char *command : {"kubectl top node", "kubectl top pod", "kubectl top pod -A"})
            QCOMPARE(terminal.run(command), std::string("error: Metrics API not available\n"));
        QCOMPARE(terminal.run("kubectl get nodemetrics"),
                 std::string("error: the server doesn't have a resource type \"nodemetrics\"\n"));
    }

    void firstWindow_hasNoMetrics()
    {
        cluster::SimCluster::Options options;
        options.topology = cluster::Topology::empty(1);
        Terminal terminal(std::move(options));
        terminal.cluster.control().runUntil(
            [&] { return terminal.cluster.metrics().node("minato-worker").has_value(); }, 40s);
        QVERIFY(terminal.cluster.control().now() - base::kSimEpoch >= 30s);
        QVERIFY(
            terminal.run("kubectl top node").contains("minato-worker          0m           0%       300Mi"));
    }

    void machineWithoutPower_isUnknown_untilItIsMeasuredTwiceAgain()
    {
        Terminal terminal;
        terminal.pass(1min);
        QVERIFY(!terminal.run("kubectl top node").contains("<unknown>"));
        QVERIFY(terminal.cluster.control().inject({api::Fault::Kind::PowerOff, "minato-worker3"}));
        terminal.pass(20s);
        const std::string table = terminal.run("kubectl top node");
        QVERIFY2(
            table.contains("\nminato-worker3         <unknown>    <unknown>   <unknown>       <unknown>"),
            table.c_str());
        QCOMPARE(
            terminal.run("kubectl top node minato-worker3"),
            std::string("Error from server (NotFound): nodemetrics.metrics.k8s.io \"minato-worker3\" not "
                        "found\n"));
        QVERIFY(terminal.cluster.control().inject({api::Fault::Kind::PowerOn, "minato-worker3"}));
        terminal.pass(2min);
        QVERIFY(!terminal.run("kubectl top node").contains("<unknown>"));
    }

    void load_isSeen()
    {
        Terminal terminal;
        const auto cpu = [&terminal] {
            const std::string line = terminal.run("kubectl top pod --no-headers");
            return std::stoi(line.substr(line.find(' ')));
        };
        terminal.pass(1min);
        const int idle = cpu();
        (void)terminal.run(
            "i=0; while [ $i -lt 600 ]; do curl -s host01:$(kubectl get svc kubernetes-bootcamp -o "
            "jsonpath='{.spec.ports[0].nodePort}') >/dev/null; i=$((i+1)); done");
        QVERIFY2(cpu() > idle, std::to_string(idle).c_str());
    }
};

MINATO_TEST(TestKubectlTop)
#include "tst_kubectl_top.moc"
