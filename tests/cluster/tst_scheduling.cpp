// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

#include <map>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

kube::Value podAsking(std::string_view name, std::string_view cpu)
{
    const auto requests = kube::Value::map({{"requests", kube::Value::map({{"cpu", cpu}})}});
    const auto container =
        kube::Value::map({{"name", "c"}, {"image", "nginx:1.29"}, {"resources", requests}});
    return kube::Value::map({{"apiVersion", "v1"},
                             {"kind", "Pod"},
                             {"metadata", kube::Value::map({{"name", name}, {"namespace", "default"}})},
                             {"spec", kube::Value::map({{"containers", kube::Value::array({container})}})}});
}

} // namespace

class TestScheduling : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void podThatFitsNowhere_saysWhy_andStartsWhenRoomComes()
    {
        ClusterFixture f({.topology = cluster::Topology::empty()});
        QVERIFY(f.cluster.settle());
        for (const char *name : {"a", "b", "c"})
            QVERIFY(f.await(client::createRequest(kPods, podAsking(name, "3"))).has_value());
        QVERIFY(f.cluster.settle());
        QVERIFY(f.await(client::createRequest(kPods, podAsking("waiting", "3"))).has_value());
        f.run(2s);
        const auto pod = f.get(kPods, "waiting");
        const auto &condition = components::findCondition(pod->status()["conditions"], "PodScheduled");
        QCOMPARE(condition["reason"].asString(), std::string_view("Unschedulable"));
        QCOMPARE(condition["message"].asString(),
                 std::string_view(
                     "0/4 nodes are available: 1 node(s) had untolerated taint(s), 3 Insufficient cpu. "
                     "no new claims to deallocate, preemption: 0/4 nodes are available: "
                     "1 Preemption is not helpful for scheduling, "
                     "3 No preemption victims found for incoming pod."));
        QVERIFY(f.await(client::deleteRequest(kPods, *f.get(kPods, "b"))).has_value());
        QVERIFY(f.cluster.settle());
        QVERIFY(components::isPodReady(*f.get(kPods, "waiting")));
        const auto decisions = f.cluster.control().decisions("pods/default/waiting");
        QCOMPARE(decisions.size(), std::size_t(2));
        QVERIFY(decisions[0].detail.contains("message"));
        QVERIFY(!decisions[1].detail["node"].isNull());
    }

    void manyPods_areSpreadEvenly()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale("kubernetes-bootcamp", 30));
        QVERIFY(f.cluster.settle());
        std::map<std::string, int> perNode;
        for (const auto &pod : f.pods())
            ++perNode[std::string(pod->spec()["nodeName"].asString())];
        QCOMPARE(perNode.size(), std::size_t(3));
        for (const auto &[node, count] : perNode)
            QVERIFY2(std::abs(count - 10) <= 1, (node + " " + std::to_string(count)).c_str());
    }

    void cordonedNode_getsNoPods()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const auto node = f.get(kNodes, "minato-worker2", {});
        const auto patch = kube::Value::map({{"spec", kube::Value::map({{"unschedulable", true}})}});
        QVERIFY(f.await(client::patchRequest(kNodes, *node, kube::PatchType::Merge, patch)).has_value());
        f.run(1s);
        QVERIFY(f.scale("kubernetes-bootcamp", 9));
        QVERIFY(f.cluster.settle());
        int there = 0;
        for (const auto &pod : f.pods())
            there += pod->spec()["nodeName"].asString() == "minato-worker2";
        QVERIFY(there <= 1); // the one that was there before
    }

    void victims_areExplained()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale("kubernetes-bootcamp", 4));
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale("kubernetes-bootcamp", 2));
        f.run(2s);
        const std::string set(f.list(kReplicaSets).front()->name());
        const auto decisions = f.cluster.control().decisions("replicasets/default/" + set);
        QCOMPARE(decisions.size(), std::size_t(1));
        QCOMPARE(decisions[0].detail["deleted"].size(), std::size_t(2));
        QCOMPARE(decisions[0].detail["spared"].size(), std::size_t(2));
        // Two Pods share a node: one of them goes first.
        QCOMPARE(decisions[0].detail["deleted"][0]["podsOnNode"].asInt(), 2);
        QVERIFY(!decisions[0].detail["rule"].asString().empty());
    }

    void brokenImage_backsOff()
    {
        ClusterFixture f({.topology = cluster::Topology::empty()});
        QVERIFY(f.cluster.settle());
        kube::Value pod = podAsking("broken", "100m");
        pod.edit("spec").edit("containers").edit(0).set("image", "nginx:does-not-exist");
        QVERIFY(f.await(client::createRequest(kPods, pod)).has_value());
        f.run(4s);
        const auto waiting = [&] {
            return f.get(kPods, "broken")->status()["containerStatuses"][0].at("state", "waiting");
        };
        QCOMPARE(waiting()["reason"].asString(), std::string_view("ErrImagePull"));
        f.run(25s);
        QCOMPARE(waiting()["reason"].asString(), std::string_view("ImagePullBackOff"));
        QVERIFY(
            waiting()["message"].asString().starts_with("Back-off pulling image \"nginx:does-not-exist\""));
        QCOMPARE(components::podPhase(*f.get(kPods, "broken")), std::string_view("Pending"));
    }

    void largeScale_isThrottledAndSettles()
    {
        auto topology = cluster::Topology::empty(10);
        topology.objects = cluster::Topology::chapter().objects;
        ClusterFixture f({.topology = topology});
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale("kubernetes-bootcamp", 600));
        QVERIFY(f.cluster.settle(10min));
        QCOMPARE(f.pods().size(), std::size_t(600));
        QCOMPARE(f.get(kDeployments, "kubernetes-bootcamp")->status()["availableReplicas"].asInt(), 600);
        std::size_t endpoints = 0;
        for (const auto &slice : f.list(kEndpointSlices)) {
            QVERIFY(slice->root()["endpoints"].size() <= 100);
            if (slice->name().starts_with("kubernetes-bootcamp"))
                endpoints += slice->root()["endpoints"].size();
        }
        QCOMPARE(endpoints, std::size_t(600));
    }
};

MINATO_TEST(TestScheduling)
#include "tst_scheduling.moc"
