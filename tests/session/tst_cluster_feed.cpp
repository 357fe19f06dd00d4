// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"
#include "support/test_registry.h"

#include <format>

using namespace minato;
using namespace minato::session;
using namespace std::chrono_literals;

namespace {

/// A session that keeps what a window would know.
struct Known {
    Known()
    {
        QObject::connect(&session, &Session::batchReady, [this](const Batch &batch) { apply(batch); });
        session.open();
    }
    void apply(const Batch &batch)
    {
        for (const auto &[uid, pod] : batch.pods)
            if (pod)
                pods.insert_or_assign(uid, *pod);
        for (const auto &[uid, state] : batch.services)
            if (state && state->name == "kubernetes-bootcamp")
                service = *state;
        for (const auto &[uid, usage] : batch.podUsage)
            podUsage[uid] = usage;
        for (const auto &[name, usage] : batch.nodeUsage)
            nodeUsage[name] = usage;
        timesMeasured += !batch.podUsage.empty();
        for (const TerminalChunk &chunk : batch.terminal)
            terminal += chunk.text;
    }
    void run(const std::string &line, base::Duration then)
    {
        terminal.clear();
        session.send(RunLine{line});
        session.runUntilIdle(1h);
        session.runFor(then);
    }

    Session session{{.topology = cluster::Topology::chapter()}, Session::Mode::Inline};
    std::map<std::string, PodState> pods;
    Changes<Usage> podUsage, nodeUsage;
    ServiceState service;
    int timesMeasured = 0;
    std::string terminal;
};

} // namespace

/// What the window is told of a cluster, and how often.
class TestClusterFeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void slicesOfAService_thatStayed_areTheSameOnes()
    {
        Known known;
        known.run("kubectl scale deployments/kubernetes-bootcamp --replicas=110", 90s);
        QCOMPARE(known.service.readyEndpoints, 110);
        QCOMPARE(known.service.slices.size(), 2u); // a full one, and one with the rest
        const auto before = known.service.slices;
        const SliceStatePtr &small =
            *std::ranges::min_element(before, {}, [](const auto &slice) { return slice->endpoints.size(); });
        const SliceStatePtr &full = small == before[0] ? before[1] : before[0];
        QCOMPARE(full->endpoints.size(), 100u);
        const std::string pod = known.pods.at(small->endpoints.front().podUid).name;
        known.run("kubectl delete pod " + pod, 60s);
        QCOMPARE(known.service.readyEndpoints, 110);
        QVERIFY(std::ranges::contains(known.service.slices, full));
        QVERIFY(!std::ranges::contains(known.service.slices, small));
    }

    void usage_isToldWhenItIsMeasured_andIsWhatKubectlTopPrints()
    {
        Known known;
        known.session.runFor(30s);
        known.timesMeasured = 0;
        for (int tenth = 0; tenth < 600; ++tenth)
            known.session.runFor(100ms);
        QVERIFY2(known.timesMeasured <= 5, std::to_string(known.timesMeasured).c_str());
        QCOMPARE(known.nodeUsage.size(), 4u);
        const auto pod =
            std::ranges::find_if(known.pods, [](const auto &entry) { return entry.second.ns == "default"; });
        QVERIFY(pod != known.pods.end());
        const auto usage = known.podUsage[pod->first];
        QVERIFY(usage);
        known.run("kubectl top pod " + pod->second.name + " --no-headers | tr -s ' '", 0s);
        const std::string line =
            std::format("{} {}m {}Mi", pod->second.name, usage->milliCpu, usage->memoryBytes >> 20);
        QVERIFY2(known.terminal.contains(line), (known.terminal + "\n" + line).c_str());
    }

    void usageOfAMachineThatIsOff_isTakenBack()
    {
        Known known;
        known.session.runFor(60s);
        QVERIFY(known.nodeUsage["minato-worker2"]);
        known.run("minikube node stop minato-worker2", 60s);
        QVERIFY(!known.nodeUsage["minato-worker2"]);
        QVERIFY(known.nodeUsage["minato-worker3"]);
    }
};

MINATO_TEST(TestClusterFeed)
#include "tst_cluster_feed.moc"
