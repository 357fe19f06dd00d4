// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Nodes that fall silent, come back, are cordoned, come and go.
#include "cluster_fixture.h"
#include "support/test_registry.h"

#include <algorithm>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using kube::resources::kEvents;
using kube::resources::kNodes;
using kube::resources::kPods;
using kube::resources::kResourceQuotas;
using FaultKind = api::Fault::Kind;

namespace {

/// The chapter's cluster with four Pods, one of whose nodes things happen to.
struct NodeLife : ClusterFixture {
    NodeLife()
    {
        isUp = cluster.settle() && scale("kubernetes-bootcamp", 4) && cluster.settle();
        if (isUp)
            node = std::string(pods().front()->spec()["nodeName"].asString());
    }
    bool fault(FaultKind kind, std::string_view name)
    {
        return cluster.control().inject({kind, std::string(name)}).has_value();
    }
    /// Seconds until it holds; -1: it did not.
    double until(const std::function<bool()> &condition, base::Duration within)
    {
        const auto start = cluster.control().now();
        while (!condition()) {
            if (cluster.control().now() - start > within)
                return -1;
            run(250ms);
        }
        return std::chrono::duration<double>(cluster.control().now() - start).count();
    }
    std::string ready(std::string_view name)
    {
        const auto object = get(kNodes, name, {});
        return object
                   ? std::string(components::findCondition(object->status()["conditions"], "Ready")["status"]
                                     .asString())
                   : "gone";
    }
    std::string taints(std::string_view name)
    {
        std::string text;
        const auto object = get(kNodes, name, {});
        for (const kube::Value &taint : object->spec()["taints"].items())
            text += std::format("{}:{} ", taint["key"].asString(), taint["effect"].asString());
        return text;
    }
    std::vector<kube::ObjectPtr> podsOn(std::string_view name)
    {
        std::vector<kube::ObjectPtr> all;
        for (const auto &pod : pods()) {
            if (pod->spec()["nodeName"].asString() == name)
                all.push_back(pod);
        }
        return all;
    }
    int readyPods()
    {
        const auto all = pods();
        return static_cast<int>(std::ranges::count_if(
            all, [](const auto &pod) { return components::isPodReady(*pod) && !pod->isTerminating(); }));
    }
    bool hasEvent(std::string_view reason, std::string_view message)
    {
        for (const auto &event : list(kEvents, {})) {
            if ((*event)["reason"].asString() == reason && (*event)["message"].asString().contains(message))
                return true;
        }
        return false;
    }

    /// Has somebody else write what the status of "Ready" is.
    bool claimReady(const kube::GroupVersionResource &resource, const kube::Object &object,
                    std::string_view status)
    {
        kube::Value conditions = object.status()["conditions"];
        for (std::size_t i = 0; i < conditions.items().size(); ++i) {
            if (conditions[i]["type"].asString() == "Ready")
                conditions.edit(i).set("status", status);
        }
        auto patch = client::patchRequest(
            resource, object, kube::PatchType::Merge,
            kube::Value::map({{"status", kube::Value::map({{"conditions", conditions}})}}), "status");
        return await(std::move(patch)).has_value();
    }

    bool isUp = false;
    std::string node;
};

} // namespace

class TestNodeLife : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// As after a time in which the API server was away, and nobody heard of the nodes. Seen with the real node life cycle
    /// controller; kubelet_node_status.go and status_manager.go (needsReconcile) look each 10 s.
    void whatOthersSayOfANodeAndItsPods_isPutRightByTheKubelet()
    {
        NodeLife f;
        QVERIFY(f.isUp);
        const auto pod = f.podsOn(f.node).front();
        QVERIFY(f.claimReady(kPods, *pod, "False") &&
                f.claimReady(kNodes, *f.get(kNodes, f.node, {}), "Unknown"));
        QCOMPARE(f.ready(f.node), std::string("Unknown"));
        QCOMPARE(f.readyPods(), 3);
        f.run(11s);
        QCOMPARE(f.ready(f.node), std::string("True"));
        QCOMPARE(f.readyPods(), 4);
    }

    /// Mirrors node_lifecycle_controller_test.go TestMonitorNodeHealthUpdateStatus, TestMonitorNodeHealthMarkPodsNotReady and
    /// TestApplyNoExecuteTaints, and taint_eviction_test.go TestCreateNode, at their defaults: 50 s, then 300 s.
    void silentNode_isUnknownAfter50s_andItsPodsGoAfter350s()
    {
        NodeLife f;
        QVERIFY(f.isUp);
        const auto lost = f.podsOn(f.node).size();
        QVERIFY(f.fault(FaultKind::PowerOff, f.node));
        const double unknown = f.until([&] { return f.ready(f.node) == "Unknown"; }, 2min);
        QVERIFY2(unknown >= 40 && unknown <= 60, std::to_string(unknown).c_str());
        const auto condition =
            components::findCondition(f.get(kNodes, f.node, {})->status()["conditions"], "Ready");
        QCOMPARE(condition["reason"].asString(), std::string_view("NodeStatusUnknown"));
        QCOMPARE(condition["message"].asString(), std::string_view("Kubelet stopped posting node status."));
        f.run(2s);
        QCOMPARE(f.taints(f.node),
                 std::string(
                     "node.kubernetes.io/unreachable:NoSchedule node.kubernetes.io/unreachable:NoExecute "));
        QVERIFY(f.hasEvent("NodeNotReady", "Node " + f.node + " status is now: NodeNotReady"));
        QVERIFY(f.hasEvent("NodeNotReady", "Node is not ready"));
        QCOMPARE(f.readyPods(), 4 - int(lost));
        const double gone = f.until(
            [&] {
                return std::ranges::all_of(f.podsOn(f.node),
                                           [](const auto &pod) { return pod->isTerminating(); });
            },
            6min);
        QVERIFY2(gone + unknown + 2 >= 345 && gone + unknown + 2 <= 365,
                 std::to_string(gone + unknown + 2).c_str());
        QVERIFY(f.hasEvent("TaintManagerEviction", "Marking for deletion Pod default/kubernetes-bootcamp-"));
        const auto target =
            components::findCondition(f.podsOn(f.node).front()->status()["conditions"], "DisruptionTarget");
        QCOMPARE(target["reason"].asString(), std::string_view("DeletionByTaintManager"));
        QVERIFY(f.until([&] { return f.readyPods() == 4; }, 30s) >= 0);
        // On the dead node they stay until it returns.
        f.run(2min);
        QCOMPARE(f.podsOn(f.node).size(), lost);
        QVERIFY(f.fault(FaultKind::PowerOn, f.node));
        QVERIFY(f.until([&] { return f.podsOn(f.node).empty(); }, 2min) >= 0);
    }

    /// Mirrors taint_eviction_test.go TestUpdateNode: taints that go in time cancel the eviction.
    void nodeThatReturnsInTime_keepsItsPods()
    {
        NodeLife f;
        QVERIFY(f.isUp);
        const auto before = f.podNames();
        QVERIFY(f.fault(FaultKind::PowerOff, f.node));
        f.run(200s);
        QCOMPARE(f.ready(f.node), std::string("Unknown"));
        QVERIFY(f.fault(FaultKind::PowerOn, f.node));
        QVERIFY(f.until([&] { return f.ready(f.node) == "True"; }, 60s) >= 0);
        QVERIFY(f.until([&] { return f.taints(f.node).empty() && f.readyPods() == 4; }, 60s) >= 0);
        QCOMPARE(f.podNames(), before);
        QVERIFY(
            f.hasEvent("TaintManagerEviction", "Cancelling deletion of Pod default/kubernetes-bootcamp-"));
        QVERIFY(f.hasEvent("Rebooted", "has been rebooted, boot id: "));
        QVERIFY(!f.podsOn(f.node).empty());
        QCOMPARE(f.podsOn(f.node).front()->status()["containerStatuses"][0]["restartCount"].asInt(), 1);
        f.run(5min);
        QCOMPARE(f.podNames(), before);
    }

    /// Mirrors QuotaV1Pod (pkg/quota/v1/evaluator/core/pods.go) and the resync of the quota controller: nobody
    /// says that those Pods are over.
    void podsOfADeadNode_stopCountingAgainstTheQuota()
    {
        NodeLife f;
        QVERIFY(f.isUp);
        const auto lost = f.podsOn(f.node).size();
        const auto quota = kube::parseJson(
            R"({"apiVersion":"v1","kind":"ResourceQuota","metadata":{"name":"four","namespace":"default"},
                "spec":{"hard":{"pods":"4"}}})");
        QVERIFY(f.await(client::createRequest(kResourceQuotas, quota.value())));
        QVERIFY(f.fault(FaultKind::PowerOff, f.node));
        f.run(6min);
        QCOMPARE(f.readyPods(), 4 - int(lost));
        QVERIFY(f.hasEvent("FailedCreate",
                           "exceeded quota: four, requested: pods=1, used: pods=4, limited: pods=4"));
        // 60 s after the order to go they are over, up to 300 s later that is counted, and up to 1 000 s later
        // the ReplicaSet asks again.
        QVERIFY(f.until([&] { return f.readyPods() == 4; }, 24min) >= 0);
        QCOMPARE(f.podsOn(f.node).size(), lost);
    }

    /// Mirrors the kubelet's status manager, canBeDeleted: who has ended and is to go goes, also when the power
    /// failed between the two.
    void podThatHadEndedWhenThePowerFailed_goesAfterwards()
    {
        NodeLife f;
        QVERIFY(f.isUp);
        const auto pod = f.podsOn(f.node).front();
        QVERIFY(f.await(client::deleteRequest(kPods, *pod)));
        const auto now = [&] { return f.get(kPods, pod->name()); };
        for (int i = 0; i < 20'000 && now() && !components::isPodTerminal(*now()); ++i)
            f.run(2ms);
        QVERIFY(f.fault(FaultKind::PowerOff, f.node));
        f.run(30s);
        QVERIFY(now() && now()->isTerminating());
        QVERIFY(components::isPodTerminal(*now()));
        QVERIFY(f.fault(FaultKind::PowerOn, f.node));
        QVERIFY(f.until([&] { return !now(); }, 60s) >= 0);
    }

    void requestsToADeadNode_timeOut()
    {
        NodeLife f;
        QVERIFY(f.isUp);
        QVERIFY(f.fault(FaultKind::PowerOff, f.node));
        f.run(1s);
        const auto answer = f.curl(f.node, f.nodePort());
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, api::TrafficError::Kind::TimedOut);
    }

    /// Mirrors podgc: Pods of a node that is gone are removed after their quarantine, and replaced.
    void removedNode_losesItsPods()
    {
        NodeLife f;
        QVERIFY(f.isUp);
        QVERIFY(f.fault(FaultKind::RemoveNode, f.node));
        const double gone = f.until([&] { return f.podsOn(f.node).empty(); }, 3min);
        QVERIFY2(gone >= 40 && gone <= 85, std::to_string(gone).c_str());
        QVERIFY(f.until([&] { return f.readyPods() == 4; }, 30s) >= 0);
        QVERIFY(f.hasEvent("RemovingNode", "Removing Node " + f.node + " from Controller"));
    }

    void addedNode_takesPods()
    {
        NodeLife f;
        QVERIFY(f.isUp);
        QVERIFY(f.fault(FaultKind::AddNode, "extra"));
        QVERIFY(f.until([&] { return f.ready("extra") == "True" && f.taints("extra").empty(); }, 30s) >= 0);
        QVERIFY(f.scale("kubernetes-bootcamp", 12));
        QVERIFY(f.cluster.settle());
        QVERIFY(!f.podsOn("extra").empty());
        QVERIFY(f.until([&] { return f.hasEvent("RegisteredNode", "Registered Node extra in Controller"); },
                        10s) >= 0);
    }

    void faults_thatMakeNoSense_areRefused()
    {
        NodeLife f;
        QVERIFY(f.isUp);
        auto &control = f.cluster.control();
        QCOMPARE(control.inject({FaultKind::PowerOff, "nobody"}).error(),
                 std::string("there is no node \"nobody\""));
        QCOMPARE(control.inject({FaultKind::PowerOn, f.node}).error(),
                 "node \"" + f.node + "\" is on already");
        QCOMPARE(control.inject({FaultKind::AddNode, f.node}).error(),
                 "there is a node \"" + f.node + "\" already");
    }

    /// Mirrors nodelifecycle doNoScheduleTaintingPass and the kubelet's recordNodeSchedulableEvent.
    void cordonedNode_isTainted()
    {
        NodeLife f;
        QVERIFY(f.isUp);
        const auto cordon = [&](const kube::Value &value) {
            const auto patch = kube::Value::map({{"spec", kube::Value::map({{"unschedulable", value}})}});
            return f
                .await(
                    client::patchRequest(kNodes, *f.get(kNodes, f.node, {}), kube::PatchType::Merge, patch))
                .has_value();
        };
        QVERIFY(cordon(true));
        f.run(1s);
        QCOMPARE(f.taints(f.node), std::string("node.kubernetes.io/unschedulable:NoSchedule "));
        QVERIFY(f.until(
                    [&] {
                        return f.hasEvent("NodeNotSchedulable",
                                          "Node " + f.node + " status is now: NodeNotSchedulable");
                    },
                    11s) >= 0);
        QVERIFY(cordon(nullptr));
        f.run(1s);
        QCOMPARE(f.taints(f.node), std::string());
    }
};

MINATO_TEST(TestNodeLife)
#include "tst_node_life.moc"
