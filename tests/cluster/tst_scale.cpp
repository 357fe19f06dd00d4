// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast a cluster grows: what client limits, slow start and kubelets leave of it. How fast the scheduler itself is, on
// a machine's clock, says `minato-sim bench` (tests/bench/README.md).
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

#include <algorithm>
#include <map>
#include <set>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

constexpr const char *kApp = "kubernetes-bootcamp";

/// The chapter's Deployment on so many nodes, whose Pods are watched from the beginning.
class Growing : public ClusterFixture {
public:
    Growing(int workers, cluster::ClientLimits limits)
        : ClusterFixture({.topology = cluster::Topology::chapter(workers), .limits = limits})
    {
        cluster.settle();
        auto request = client::listRequest(kPods, "default");
        request.query["resourceVersion"] = "0";
        m_watch = cluster.transport().watch(request, [this](const auto &batch) {
            if (!batch)
                return;
            for (const api::WatchEvent &event : *batch)
                note(event);
        });
        run(1s);
        batches.clear();
        startTimes.clear();
    }

    /// How many Pods appeared at one moment, moment by moment.
    std::vector<std::pair<base::Instant, int>> batches;
    /// From a Pod's creation until a watcher sees its container run.
    std::vector<base::Duration> startTimes;

private:
    void note(const api::WatchEvent &event)
    {
        const auto now = cluster.control().now();
        const std::string name(event.object ? event.object->name() : std::string_view());
        if (event.type == api::WatchEvent::Type::Added) {
            if (batches.empty() || batches.back().first != now)
                batches.emplace_back(now, 0);
            ++batches.back().second;
            m_created.emplace(name, now);
        } else if (event.type == api::WatchEvent::Type::Modified && m_created.contains(name) &&
                   event.object->at("status", "containerStatuses", 0, "state").contains("running")) {
            startTimes.push_back(now - m_created.at(name));
            m_created.erase(name);
        }
    }

    std::map<std::string, base::Instant> m_created;
    api::CallPtr m_watch;
};

} // namespace

class TestScale : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// kube-controller-manager's --kube-api-qps 20 and --kube-api-burst 30, by which Pods and Events are held back alike
    /// (client-go flowcontrol.NewTokenBucketRateLimiter): (1000 + 25 - 30) / 20 = 50 s. What controller_utils.go says of
    /// SlowStartInitialBatchSize rests on the same. And sig-scalability's SLO "Pod startup latency": 99 of 100 Pods run
    /// within 5 s when at most 20 are made a second and their images are there.
    void thousandPods_takeFiftySecondsAtTheUsualLimits_andEachStartsSoon()
    {
        Growing f(10, {});
        QVERIFY(f.scale(kApp, 60)); // on every node: then the image is there
        QVERIFY(f.cluster.settle(10min));
        f.run(1min); // the bucket fills up again
        f.startTimes.clear();
        f.batches.clear();
        QVERIFY(f.scale(kApp, 1060));
        QVERIFY(f.cluster.settle(10min));
        int made = 0;
        for (const auto &[at, count] : f.batches)
            made += count;
        QCOMPARE(made, 1000);
        const double took =
            std::chrono::duration<double>(f.batches.back().first - f.batches.front().first).count();
        QVERIFY2(took > 45 && took < 56, std::to_string(took).c_str());
        QCOMPARE(f.startTimes.size(), std::size_t(1000));
        std::ranges::sort(f.startTimes);
        const double p99 = std::chrono::duration<double>(f.startTimes[990 - 1]).count();
        QVERIFY2(p99 > 0.1 && p99 <= 5, std::to_string(p99).c_str());
    }

    /// replica_set_test.go TestSlowStartBatch and TestControllerBurstReplicas with nothing to hold them back: 500 Pods in
    /// batches that double, and the same once more when those have been seen.
    void thousandPods_comeInTwoBurstsWithoutLimits()
    {
        Growing f(10, cluster::ClientLimits::unlimited());
        QVERIFY(f.scale(kApp, 1001));
        f.run(10s);
        std::set<int> ends; // Pods made so far, at the end of each moment
        int made = 0;
        for (const auto &[at, count] : f.batches)
            ends.insert(made += count);
        QCOMPARE(made, 1000);
        int end = 0;
        for (const int batch : {1, 2, 4, 8, 16, 32, 64, 128, 245, 1, 2, 4, 8, 16, 32, 64, 128, 245}) {
            end += batch;
            QVERIFY2(ends.contains(end), std::to_string(end).c_str());
        }
        QVERIFY(ends.size() <= 22); // answers may be late: some batches are seen in two parts
    }
};

MINATO_TEST(TestScale)
#include "tst_scale.moc"
