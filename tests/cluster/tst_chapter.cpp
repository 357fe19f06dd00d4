// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

#include <set>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

std::set<std::string> eventTexts(ClusterFixture &f, std::string_view kind)
{
    std::set<std::string> texts;
    for (const auto &event : f.list(kEvents)) {
        if (event->at("involvedObject", "kind").asString() == kind)
            texts.insert(std::string(event->root()["reason"].asString()) + ": " +
                         std::string(event->root()["message"].asString()));
    }
    return texts;
}

} // namespace

class TestChapter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void startingState_settles()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.cluster.startErrors().empty());
        QCOMPARE(f.list(kNodes, {}).size(), std::size_t(4));
        const auto pods = f.pods();
        QCOMPARE(pods.size(), std::size_t(1));
        QCOMPARE(components::podPhase(*pods[0]), std::string_view("Running"));
        QVERIFY(components::isPodReady(*pods[0]));
        QVERIFY(pods[0]->spec()["nodeName"].asString().starts_with("minato-worker"));
        const auto deployment = f.get(kDeployments, "kubernetes-bootcamp");
        QCOMPARE(deployment->status()["availableReplicas"].asInt(), 1);
        QCOMPARE(deployment->status()["conditions"][1]["reason"].asString(),
                 std::string_view("NewReplicaSetAvailable"));
    }

    void app_answersOnEachNode()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const std::string pod = f.podNames().front();
        for (const char *host : {"host01", "minato-worker", "minato-worker2", "192.168.49.2"}) {
            const auto reply = f.curl(host, f.nodePort());
            QVERIFY(reply.has_value());
            QCOMPARE(reply->body, "Hello Kubernetes bootcamp! | Running on: " + pod + " | v=1\n");
        }
    }

    void scaling_upDownToZeroAndBack()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        for (const int replicas : {4, 2, 0, 1}) {
            QVERIFY(f.scale("kubernetes-bootcamp", replicas));
            QVERIFY(f.cluster.settle(2min));
            const auto pods = f.pods();
            QCOMPARE(std::ssize(pods), replicas);
            std::set<std::string> addresses, nodes;
            for (const auto &pod : pods) {
                QVERIFY(components::isPodReady(*pod));
                addresses.emplace(pod->status()["podIP"].asString());
                nodes.emplace(pod->spec()["nodeName"].asString());
            }
            QCOMPARE(std::ssize(addresses), replicas);
            if (replicas == 4)
                QCOMPARE(nodes.size(), std::size_t(3)); // spread over all workers
            const auto status = f.get(kDeployments, "kubernetes-bootcamp")->status();
            QCOMPARE(status["replicas"].asInt(), replicas);
            QCOMPARE(status["availableReplicas"].asInt(), replicas);
            const auto slices = f.list(kEndpointSlices);
            std::size_t ready = 0;
            for (const auto &slice : slices) {
                if (slice->labels()["kubernetes.io/service-name"].asString() == "kubernetes-bootcamp")
                    ready += slice->root()["endpoints"].size();
            }
            QCOMPARE(ready, static_cast<std::size_t>(replicas));
            // kubectl before v1.31 describes Services by their Endpoints.
            const auto endpoints = f.get(kEndpoints, "kubernetes-bootcamp");
            QVERIFY(endpoints);
            QCOMPARE(endpoints->root()["subsets"][0]["addresses"].size(), static_cast<std::size_t>(replicas));
            QCOMPARE(endpoints->root()["subsets"][0]["ports"][0]["port"].asInt(), replicas == 0 ? 0 : 8080);
        }
    }

    void zeroReplicas_refuseConnections()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale("kubernetes-bootcamp", 0));
        QVERIFY(f.cluster.settle());
        f.run(2s);
        const auto reply = f.curl("host01", f.nodePort());
        QVERIFY(!reply);
        QVERIFY(reply.error().kind == api::TrafficError::Kind::Refused);
    }

    void scaling_isTold()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale("kubernetes-bootcamp", 3));
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale("kubernetes-bootcamp", 2));
        QVERIFY(f.cluster.settle());
        const auto set = f.list(kReplicaSets).front();
        const std::string name(set->name());
        const auto texts = eventTexts(f, "Deployment");
        for (const auto &[from, to] : {std::pair(0, 1), {1, 3}, {3, 2}}) {
            const std::string text = "ScalingReplicaSet: Scaled " + std::string(from < to ? "up" : "down") +
                                     " replica set " + name + " from " + std::to_string(from) + " to " +
                                     std::to_string(to);
            QVERIFY2(texts.contains(text), text.c_str());
        }
        QCOMPARE(set->annotations()["deployment.kubernetes.io/desired-replicas"].asString(),
                 std::string_view("2"));
        QCOMPARE(set->annotations()["deployment.kubernetes.io/max-replicas"].asString(),
                 std::string_view("3"));
        QCOMPARE(set->annotations()["deployment.kubernetes.io/revision"].asString(), std::string_view("1"));
    }

    void startingPod_tellsItsStepsInOrder()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        std::vector<std::pair<std::string, std::string>> events; // name (a time stamp), reason
        const std::string pod = f.podNames().front();
        for (const auto &event : f.list(kEvents)) {
            if (event->at("involvedObject", "name").asString() == pod)
                events.emplace_back(event->name(), event->root()["reason"].asString());
        }
        std::ranges::sort(events);
        std::string order;
        for (const auto &[name, reason] : events)
            order += reason + " ";
        QCOMPARE(order, std::string("Scheduled Pulling Pulled Created Started "));
        const auto texts = eventTexts(f, "Pod");
        QVERIFY(texts.contains("Created: Created container: kubernetes-bootcamp"));
        QVERIFY(texts.contains("Started: Started container kubernetes-bootcamp"));
    }

    /// replica_set.go FilterActivePods: a Pod that is being deleted does not count (replica_set_test.go
    /// TestDeletionTimestamp).
    void deletedPod_isReplacedAtOnce()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const auto pod = f.pods().front();
        QVERIFY(f.await(client::deleteRequest(kPods, *pod)).has_value());
        f.run(1s);
        QCOMPARE(f.pods().size(), std::size_t(2)); // one terminating, one new
        QVERIFY(f.cluster.settle());
        QCOMPARE(f.pods().size(), std::size_t(1));
        QVERIFY(f.podNames().front() != pod->name());
    }

    void bootcamp_ignoresSigterm_andLivesItsGracePeriod()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const auto pod = f.pods().front();
        QVERIFY(f.await(client::deleteRequest(kPods, *pod)).has_value());
        f.run(29s);
        const auto dying = f.get(kPods, pod->name());
        QVERIFY(dying && dying->isTerminating());
        QCOMPARE(dying->status()["containerStatuses"][0].at("state").members()[0].key(),
                 std::string_view("running"));
        f.run(4s);
        QVERIFY(!f.get(kPods, pod->name()));
    }
};

MINATO_TEST(TestChapter)
#include "tst_chapter.moc"
