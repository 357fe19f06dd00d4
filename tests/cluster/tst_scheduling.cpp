// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

#include <map>
#include <set>

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
        QCOMPARE(condition["observedGeneration"].asInt(), pod->generation());
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

    void waitingPod_isTriedAgain_onlyWhenSomethingHelps()
    {
        ClusterFixture f({.topology = cluster::Topology::empty()});
        QVERIFY(f.cluster.settle());
        kube::Value picky = podAsking("picky", "100m");
        picky.edit("spec").set("nodeSelector", kube::Value::map({{"disk", "ssd"}}));
        QVERIFY(f.await(client::createRequest(kPods, picky)).has_value());
        f.run(5s);
        const auto attempts = [&] { return f.cluster.control().decisions("pods/default/picky").size(); };
        QCOMPARE(attempts(), std::size_t(1));
        const auto label = [&](const char *value) {
            const auto patch = kube::Value::map(
                {{"metadata", kube::Value::map({{"labels", kube::Value::map({{"disk", value}})}})}});
            const auto node = f.get(kNodes, "minato-worker2", {});
            return f.await(client::patchRequest(kNodes, *node, kube::PatchType::Merge, patch)).has_value();
        };
        // Another Pod that goes, or a label that is not the wanted one, cannot help this one.
        QVERIFY(f.await(client::createRequest(kPods, podAsking("other", "100m"))).has_value());
        f.run(5s);
        QVERIFY(f.await(client::deleteRequest(kPods, *f.get(kPods, "other"))).has_value());
        QVERIFY(label("hdd"));
        f.run(40s);
        QCOMPARE(attempts(), std::size_t(1));
        QVERIFY(label("ssd"));
        f.run(1s);
        QCOMPARE(attempts(), std::size_t(2));
        QCOMPARE(f.get(kPods, "picky")->spec()["nodeName"].asString(), std::string_view("minato-worker2"));
    }

    void taintThatGoes_letsTheWaitingPodIn()
    {
        ClusterFixture f({.topology = cluster::Topology::empty()});
        QVERIFY(f.cluster.settle());
        const auto taints = [&](const char *node, kube::Value list) {
            const auto object = f.get(kNodes, node, {});
            const auto patch = kube::Value::map({{"spec", kube::Value::map({{"taints", std::move(list)}})}});
            return f.await(client::patchRequest(kNodes, *object, kube::PatchType::Merge, patch)).has_value();
        };
        const auto taint = kube::Value::map({{"key", "maintenance"}, {"effect", "NoSchedule"}});
        for (const char *node : {"minato-worker", "minato-worker2", "minato-worker3"})
            QVERIFY(taints(node, kube::Value::array({taint})));
        f.run(1s);
        QVERIFY(f.await(client::createRequest(kPods, podAsking("waiting", "1"))).has_value());
        f.run(2s);
        QCOMPARE(components::findCondition(f.get(kPods, "waiting")->status()["conditions"],
                                           "PodScheduled")["message"]
                     .asString(),
                 std::string_view(
                     "0/4 nodes are available: 4 node(s) had untolerated taint(s). no new claims to "
                     "deallocate, preemption: 0/4 nodes are available: 4 Preemption is not helpful for "
                     "scheduling."));
        QVERIFY(taints("minato-worker3", nullptr));
        QVERIFY(f.cluster.settle());
        QCOMPARE(f.get(kPods, "waiting")->spec()["nodeName"].asString(), std::string_view("minato-worker3"));
    }

    void gatedPod_isNotTried_untilItsGateGoes()
    {
        ClusterFixture f({.topology = cluster::Topology::empty()});
        QVERIFY(f.cluster.settle());
        kube::Value gated = podAsking("gated", "1");
        gated.edit("spec").edit("schedulingGates").push(kube::Value::map({{"name", "example.com/wait"}}));
        QVERIFY(f.await(client::createRequest(kPods, gated)).has_value());
        f.run(5s);
        const auto pod = f.get(kPods, "gated");
        const auto &condition = components::findCondition(pod->status()["conditions"], "PodScheduled");
        QCOMPARE(condition["reason"].asString(), std::string_view("SchedulingGated"));
        QVERIFY(condition.contains("lastProbeTime") && condition["lastProbeTime"].isNull());
        QCOMPARE(condition["lastTransitionTime"], pod->metadata()["creationTimestamp"]);
        QVERIFY(f.cluster.control().decisions("pods/default/gated").empty());
        const auto patch = kube::Value::map({{"spec", kube::Value::map({{"schedulingGates", nullptr}})}});
        QVERIFY(f.await(client::patchRequest(kPods, *pod, kube::PatchType::Merge, patch)).has_value());
        QVERIFY(f.cluster.settle());
        QVERIFY(components::isPodReady(*f.get(kPods, "gated")));
    }

    void antiAffinity_givesEachPodANodeOfItsOwn()
    {
        ClusterFixture f({.topology = cluster::Topology::empty()});
        QVERIFY(f.cluster.settle());
        std::set<std::string> nodes;
        for (const char *name : {"a", "b", "c", "d"}) {
            kube::Value pod = podAsking(name, "100m");
            pod.edit("metadata").set("labels", kube::Value::map({{"app", "lonely"}}));
            const auto term = kube::Value::map(
                {{"labelSelector",
                  kube::Value::map({{"matchLabels", kube::Value::map({{"app", "lonely"}})}})},
                 {"topologyKey", "kubernetes.io/hostname"}});
            pod.edit("spec")
                .edit("affinity")
                .edit("podAntiAffinity")
                .set("requiredDuringSchedulingIgnoredDuringExecution", kube::Value::array({term}));
            QVERIFY(f.await(client::createRequest(kPods, pod)).has_value());
            QVERIFY(f.cluster.settle());
            nodes.emplace(f.get(kPods, name)->spec()["nodeName"].asString());
        }
        QCOMPARE(nodes.size(), std::size_t(4)); // three nodes and, of the last Pod, none
        QCOMPARE(
            components::findCondition(f.get(kPods, "d")->status()["conditions"], "PodScheduled")["message"]
                .asString(),
            std::string_view(
                "0/4 nodes are available: 1 node(s) had untolerated taint(s), 3 node(s) didn't "
                "match pod anti-affinity rules. no new claims to deallocate, preemption: 0/4 nodes "
                "are available: 1 Preemption is not helpful for scheduling, 3 No preemption "
                "victims found for incoming pod."));
    }

    void spreadConstraint_keepsZonesEven()
    {
        ClusterFixture f({.topology = cluster::Topology::empty()});
        QVERIFY(f.cluster.settle());
        const std::map<std::string, std::string, std::less<>> zones{
            {"minato-worker", "a"}, {"minato-worker2", "a"}, {"minato-worker3", "b"}};
        for (const auto &[name, zone] : zones) {
            const auto patch = kube::Value::map(
                {{"metadata", kube::Value::map(
                                  {{"labels", kube::Value::map({{"topology.kubernetes.io/zone", zone}})}})}});
            const auto node = f.get(kNodes, name, {});
            QVERIFY(f.await(client::patchRequest(kNodes, *node, kube::PatchType::Merge, patch)).has_value());
        }
        f.run(1s);
        std::map<std::string, int> perZone;
        for (int i = 0; i < 6; ++i) {
            kube::Value pod = podAsking("spread-" + std::to_string(i), "100m");
            pod.edit("metadata").set("labels", kube::Value::map({{"app", "spread"}}));
            const auto constraint = kube::Value::map(
                {{"maxSkew", 1},
                 {"topologyKey", "topology.kubernetes.io/zone"},
                 {"whenUnsatisfiable", "DoNotSchedule"},
                 {"labelSelector",
                  kube::Value::map({{"matchLabels", kube::Value::map({{"app", "spread"}})}})}});
            pod.edit("spec").set("topologySpreadConstraints", kube::Value::array({constraint}));
            QVERIFY(f.await(client::createRequest(kPods, pod)).has_value());
        }
        QVERIFY(f.cluster.settle());
        for (const auto &pod : f.pods())
            ++perZone[zones.at(std::string(pod->spec()["nodeName"].asString()))];
        QCOMPARE(perZone, (std::map<std::string, int>{{"a", 3}, {"b", 3}}));
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
