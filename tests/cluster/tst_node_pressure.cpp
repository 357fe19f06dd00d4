// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A program that takes more and more memory, and what its node does about it.
#include "cluster_fixture.h"
#include "support/test_registry.h"

#include <algorithm>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

cluster::SimCluster::Options smallNodes()
{
    cluster::SimCluster::Options options;
    options.topology = cluster::Topology::empty(2);
    for (auto &node : options.topology.nodes)
        node.memory = node.isControlPlane ? "8Gi" : "600Mi";
    return options;
}

/// 300Mi are the system's, 100Mi are to stay free: 200Mi are left, of which one program takes 1Mi more each second.
struct Pressure : ClusterFixture {
    Pressure() : ClusterFixture(smallNodes())
    {
        isUp = cluster.settle() && deploy("leaker", "minato/memory-leaker", "16Mi", 1) &&
               deploy("web", "nginx:1.29", "64Mi", 2) && cluster.settle();
        if (isUp)
            node = std::string(podsOf("leaker").front()->spec()["nodeName"].asString());
    }
    bool deploy(const std::string &name, const std::string &image, const std::string &memory, int replicas)
    {
        const std::string text = std::format(
            R"({{"apiVersion":"apps/v1","kind":"Deployment","metadata":{{"name":"{0}","namespace":"default"}},
                "spec":{{"replicas":{3},"selector":{{"matchLabels":{{"app":"{0}"}}}},
                "template":{{"metadata":{{"labels":{{"app":"{0}"}}}},"spec":{{"containers":[{{"name":"a","image":"{1}",
                "resources":{{"requests":{{"memory":"{2}"}}}}}}]}}}}}}}})",
            name, image, memory, replicas);
        return await(client::createRequest(kDeployments, kube::parseJson(text).value())).has_value();
    }
    std::vector<kube::ObjectPtr> podsOf(std::string_view app)
    {
        auto all = pods();
        std::erase_if(all, [app](const auto &pod) { return pod->labels()["app"].asString() != app; });
        return all;
    }
    kube::ObjectPtr evicted()
    {
        for (const auto &pod : podsOf("leaker")) {
            if (pod->status()["reason"].asString() == "Evicted")
                return pod;
        }
        return nullptr;
    }
    double until(const std::function<bool()> &condition, base::Duration within)
    {
        const auto start = cluster.control().now();
        while (!condition()) {
            if (cluster.control().now() - start > within)
                return -1;
            run(1s);
        }
        return std::chrono::duration<double>(cluster.control().now() - start).count();
    }
    std::string pressure()
    {
        const auto object = get(kNodes, node, {});
        const auto condition = components::findCondition(object->status()["conditions"], "MemoryPressure");
        return std::format("{} {}", condition["status"].asString(), condition["reason"].asString());
    }
    bool isTainted()
    {
        const auto object = get(kNodes, node, {});
        return std::ranges::any_of(object->spec()["taints"].items(), [](const kube::Value &taint) {
            return taint["key"].asString() == "node.kubernetes.io/memory-pressure";
        });
    }
    bool hasEvent(std::string_view reason, std::string_view name)
    {
        return std::ranges::any_of(list(kEvents, {}), [&](const auto &event) {
            return (*event)["reason"].asString() == reason &&
                   (*event)["involvedObject"]["name"].asString() == name;
        });
    }

    bool isUp = false;
    std::string node;
};

} // namespace

class TestNodePressure : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Mirrors eviction_manager.go synchronize, helpers.go evictionMessage, and the node life cycle's taint.
    void leaker_isEvicted_andItsReplacementGoesElsewhere()
    {
        Pressure f;
        QVERIFY(f.isUp);
        QCOMPARE(f.pressure(), std::string("False KubeletHasSufficientMemory"));
        QVERIFY(f.until([&] { return f.evicted() != nullptr; }, 4min) > 60);
        const auto victim = f.evicted();
        QCOMPARE(victim->status()["phase"].asString(), std::string_view("Failed"));
        const auto message = victim->status()["message"].asString();
        QVERIFY2(message.starts_with(
                     "The node was low on resource: memory. Threshold quantity: 100Mi, available: "),
                 std::string(message).c_str());
        QVERIFY2(message.contains("Container a was using ") &&
                     message.contains(", request is 16Mi, has larger "
                                      "consumption of memory. "),
                 std::string(message).c_str());
        QVERIFY(f.hasEvent("EvictionThresholdMet", f.node));
        QVERIFY(f.hasEvent("Evicted", victim->name()));
        f.run(5s);
        QCOMPARE(f.pressure(), std::string("True KubeletHasInsufficientMemory"));
        QVERIFY(f.isTainted());
        QVERIFY(f.until([&] { return f.podsOf("leaker").size() == 2; }, 10s) >= 0);
        f.run(2s);
        for (const auto &pod : f.podsOf("leaker"))
            QCOMPARE(pod->spec()["nodeName"].asString() == f.node, pod->name() == victim->name());
    }

    /// Who stays below its request has nothing to fear; pressure is over five minutes after it was last seen.
    void neighbours_stay_andThePressurePasses()
    {
        Pressure f;
        QVERIFY(f.isUp);
        QVERIFY(f.until([&] { return f.isTainted(); }, 4min) > 60);
        QVERIFY(f.await(client::deleteRequest(kDeployments, *f.get(kDeployments, "leaker"))));
        const double calm = f.until([&] { return !f.isTainted(); }, 8min);
        QVERIFY2(calm >= 290 && calm <= 330, std::to_string(calm).c_str());
        QCOMPARE(f.pressure(), std::string("False KubeletHasSufficientMemory"));
        QCOMPARE(f.podsOf("web").size(), std::size_t(2));
        for (const auto &pod : f.podsOf("web"))
            QVERIFY(components::isPodReady(*pod));
    }

    /// Mirrors eviction_manager.go Admit, for a Pod that no scheduler has kept away.
    void bestEffortPod_isRefusedMeanwhile()
    {
        Pressure f;
        QVERIFY(f.isUp);
        QVERIFY(f.until([&] { return f.isTainted(); }, 4min) > 60);
        const std::string text = std::format(
            R"({{"apiVersion":"v1","kind":"Pod","metadata":{{"name":"bold","namespace":"default"}},
                "spec":{{"nodeName":"{}","containers":[{{"name":"a","image":"nginx:1.29"}}]}}}})",
            f.node);
        QVERIFY(f.await(client::createRequest(kPods, kube::parseJson(text).value())));
        f.run(3s);
        const auto pod = f.get(kPods, "bold");
        QCOMPARE(pod->status()["phase"].asString(), std::string_view("Failed"));
        QCOMPARE(pod->status()["reason"].asString(), std::string_view("Evicted"));
        QVERIFY(pod->status()["message"].asString().contains("The node had condition: [MemoryPressure]. "));
    }
};

MINATO_TEST(TestNodePressure)
#include "tst_node_pressure.moc"
