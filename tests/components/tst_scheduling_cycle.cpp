// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/pod_reader.h"
#include "components/scheduler/scheduling_cycle.h"
#include "support/test_registry.h"

#include <map>

using namespace minato;
using namespace minato::components;
using namespace minato::components::scheduling;

namespace {

kube::ObjectPtr node(const std::string &name, const char *cpu = "4", bool isTainted = false)
{
    auto spec = kube::Value::emptyMap();
    if (isTainted)
        spec.set("taints",
                 kube::Value::array({kube::Value::map(
                     {{"key", "node-role.kubernetes.io/control-plane"}, {"effect", "NoSchedule"}})}));
    const auto labels = kube::Value::map({{"kubernetes.io/hostname", name}});
    const auto allocatable = kube::Value::map({{"cpu", cpu}, {"memory", "8Gi"}, {"pods", "110"}});
    return kube::makeObject(
        kube::Value::map({{"metadata", kube::Value::map({{"name", name}, {"labels", labels}})},
                          {"spec", std::move(spec)},
                          {"status", kube::Value::map({{"allocatable", allocatable}})}}));
}

PodInfo podAsking(const char *cpu, const std::string &name = "p")
{
    const auto container =
        kube::Value::map({{"resources", kube::Value::map({{"requests", kube::Value::map({{"cpu", cpu}})}})}});
    auto info = readPlacedPod(kube::makeObject(
        kube::Value::map({{"metadata", kube::Value::map({{"name", name},
                                                         {"namespace", "default"},
                                                         {"uid", name},
                                                         {"labels", kube::Value::map({{"app", "web"}})}})},
                          {"spec", kube::Value::map({{"containers", kube::Value::array({container})}})}})));
    info.containers = 1;
    return info;
}

PodInfoPtr shared(PodInfo info)
{
    return std::make_shared<const PodInfo>(std::move(info));
}

/// A scheduler's heart with a cache to fill.
struct Cycle {
    explicit Cycle(std::uint64_t seed = 1)
        : cycle(base::RandomStream(seed, "test"), base::RandomStream(seed, "preemption"))
    {
    }
    CycleResult run(const PodInfo &pod) { return cycle.run(pod, cache, nominated, base::kSimEpoch); }
    std::size_t counter(std::string_view ns, const kube::LabelSelector &selector)
    {
        SpreadConstraint constraint;
        constraint.selector = selector;
        constraint.selectorText = selector.toString();
        return cache.counter(ns, constraint);
    }

    SchedulerCache cache;
    NominatedPods nominated;
    SchedulingCycle cycle;
};

} // namespace

/// Mirrors pkg/scheduler schedule_one_test.go and framework/types_test.go, as its rows say.
class TestSchedulingCycle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// schedule_one.go ErrNoNodesAvailable.
    void noNodes_saysSo()
    {
        Cycle c;
        QCOMPARE(c.run(podAsking("1")).message(), std::string("no nodes available to schedule pods"));
    }

    void message_countsReasonsAndTellsAboutPreemption()
    {
        Cycle c;
        c.cache.setNode(node("control-plane", "4", true));
        c.cache.setNode(node("worker"));
        c.cache.setNode(node("worker2"));
        for (const char *name : {"a", "b"})
            c.cache.assume(shared(podAsking("4", name)), name[0] == 'a' ? 1 : 2);
        const auto result = c.run(podAsking("1"));
        QVERIFY(!result.node);
        QCOMPARE(
            result.message(),
            std::string("0/3 nodes are available: 1 node(s) had untolerated taint(s), 2 Insufficient cpu. "
                        "no new claims to deallocate, preemption: 0/3 nodes are available: "
                        "1 Preemption is not helpful for scheduling, "
                        "2 No preemption victims found for incoming pod."));
    }

    void fitErrors_data()
    {
        QTest::addColumn<QByteArray>("preFilter");
        QTest::addColumn<QByteArrayList>("reasons"); // of each node
        QTest::addColumn<QByteArray>("preemption");
        QTest::addColumn<QByteArray>("want"); // after "0/N nodes are available: "
        const auto row = [](const char *name, const char *preFilter, const QByteArrayList &reasons,
                            const char *preemption, const char *want) {
            QTest::newRow(name) << QByteArray(preFilter) << reasons << QByteArray(preemption)
                                << QByteArray(want);
        };
        const QByteArrayList one{"filter 1", "filter 1", "filter 1"}, two{"filter 1", "filter 1", "filter 2"};
        const QByteArrayList none{"not told", "not told", "not told"};
        row("nodes failed Prefilter plugin", "no claim", none, "", "no claim.");
        row("nodes failed Prefilter plugin and the preemption also failed", "no claim", none, "no victims",
            "no claim. no new claims to deallocate, preemption: no victims");
        row("nodes failed one Filter plugin with an empty PostFilterMsg", "", one, "", "3 filter 1.");
        row("nodes failed one Filter plugin with a non-empty PostFilterMsg", "", one, "no victims",
            "3 filter 1. no new claims to deallocate, preemption: no victims");
        row("nodes failed two Filter plugins with an empty PostFilterMsg", "", two, "",
            "1 filter 2, 2 filter 1.");
        row("nodes failed two Filter plugins with a non-empty PostFilterMsg", "", two, "no victims",
            "1 filter 2, 2 filter 1. no new claims to deallocate, preemption: no victims");
        row("failed to Permit on node", "", {"permit 1"}, "", "1 permit 1.");
        row("failed to Reserve on node", "", {"reserve 1"}, "", "1 reserve 1.");
        // By FitError.Error: the parts are sorted as texts.
        row("one untolerated, two lack cpu", "",
            {"Insufficient cpu", "node(s) had untolerated taint(s)", "Insufficient cpu"}, "",
            "1 node(s) had untolerated taint(s), 2 Insufficient cpu.");
        row("ten before two", "",
            QByteArrayList(10, "Too many pods") << QByteArrayList(2, "Insufficient cpu"), "",
            "10 Too many pods, 2 Insufficient cpu.");
    }
    /// pkg/scheduler/framework/types_test.go TestFitError_Error; in a cluster the text after the nodes comes from the
    /// plugins DynamicResources ("no new claims to deallocate") and DefaultPreemption.
    void fitErrors()
    {
        QFETCH(QByteArray, preFilter);
        QFETCH(QByteArrayList, reasons);
        QFETCH(QByteArray, preemption);
        QFETCH(QByteArray, want);
        CycleResult result;
        result.nodeCount = static_cast<int>(reasons.size());
        result.prepared.reason = preFilter.toStdString();
        for (const QByteArray &each : reasons)
            result.rejected.push_back({0, {{each.toStdString()}, true, 5}});
        if (!preemption.isEmpty())
            result.preemption = PreemptionResult{.message = preemption.toStdString()};
        QCOMPARE(result.message(),
                 "0/" + std::to_string(reasons.size()) + " nodes are available: " + want.toStdString());
    }

    /// plugins/noderesources/fit.go fitsRequest and fit_test.go TestNotEnoughRequests ("Too many pods"): the cluster with
    /// as many Pods as it may have.
    void fullCluster_hasNoPlaceForOneMore()
    {
        Cycle c;
        for (int n = 0; n < 100; ++n) {
            c.cache.setNode(node("n" + std::to_string(n)));
            for (int i = 0; i < 110; ++i)
                c.cache.assume(shared(podAsking("1m", std::to_string(n) + "-" + std::to_string(i))),
                               static_cast<std::size_t>(n));
        }
        const auto result = c.run(podAsking("1m"));
        QVERIFY(!result.node);
        QCOMPARE(result.message(),
                 std::string("0/100 nodes are available: 100 Too many pods. no new claims to deallocate, "
                             "preemption: 0/100 nodes are available: 100 No preemption victims found for "
                             "incoming pod."));
    }

    /// schedule_one.go schedulePod; one feasible node ends the search.
    void theOnlyFeasibleNode_isNotScored()
    {
        Cycle c;
        c.cache.setNode(node("control-plane", "4", true));
        c.cache.setNode(node("worker"));
        const auto result = c.run(podAsking("1"));
        QCOMPARE(*result.node, std::size_t(1));
        QCOMPARE(result.scored.front().total, 0);
    }

    void theEmptierNode_wins()
    {
        Cycle c;
        c.cache.setNode(node("a"));
        c.cache.setNode(node("b"));
        c.cache.assume(shared(podAsking("2", "first")), 0);
        const auto result = c.run(podAsking("1"));
        QCOMPARE(*result.node, std::size_t(1));
        QCOMPARE(result.ties, 1);
    }

    /// schedule_one_test.go Test_SelectHost: any of the best, each as likely.
    void ties_areBrokenUniformly()
    {
        Cycle c(7);
        for (const char *name : {"a", "b", "c"})
            c.cache.setNode(node(name));
        std::map<std::size_t, int> chosen;
        for (int i = 0; i < 3000; ++i) {
            const auto result = c.run(podAsking("1"));
            QCOMPARE(result.ties, 3);
            ++chosen[*result.node];
        }
        // Three sigma of a binomial with n = 3000, p = 1/3.
        for (const auto &[slot, count] : chosen)
            QVERIFY2(std::abs(count - 1000) < 78, std::to_string(count).c_str());
    }

    void spreading_countsOnlyWhatItsSelectorMatches()
    {
        Cycle c;
        c.cache.setNode(node("a"));
        c.cache.setNode(node("b"));
        const auto selector = kube::LabelSelector::fromMap(kube::Value::map({{"app", "web"}}));
        const std::size_t counter = c.counter("default", selector);
        c.cache.assume(shared(podAsking("1", "first")), 0);
        QCOMPARE(c.cache.counters().onNode(counter, 0), 1);
        QCOMPARE(c.cache.counters().onNode(counter, 1), 0);
        c.cache.removePod("first");
        QCOMPARE(c.cache.counters().onNode(counter, 0), 0);
        c.cache.assume(shared(podAsking("1", "second")), 1);
        // A selector that comes later counts what is there.
        const auto exists = *kube::LabelSelector::parse("app");
        QCOMPARE(c.cache.counters().onNode(c.counter("default", exists), 1), 1);
        QCOMPARE(c.cache.counters().onNode(c.counter("other", exists), 1), 0);
    }

    void terminatingPod_takesRoomButIsNotSpreadAgainst()
    {
        Cycle c;
        c.cache.setNode(node("a"));
        const auto selector = kube::LabelSelector::fromMap(kube::Value::map({{"app", "web"}}));
        const std::size_t counter = c.counter("default", selector);
        kube::Value root = podAsking("1").object->root();
        root.edit("spec").set("nodeName", "a");
        c.cache.setPod(kube::makeObject(root));
        root.edit("metadata").set("deletionTimestamp", "2026-01-05T00:00:09Z");
        c.cache.setPod(kube::makeObject(root));
        QCOMPARE(c.cache.counters().onNode(counter, 0), 0);
        QCOMPARE(c.cache.nodes()[0].requested.milliCpu, 1000);
        root.edit("status").set("phase", "Succeeded");
        c.cache.setPod(kube::makeObject(root));
        QCOMPARE(c.cache.nodes()[0].requested.milliCpu, 0);
        QVERIFY(c.cache.nodes()[0].pods.empty());
    }

    void decision_tellsScoresAndReasons()
    {
        Cycle c;
        c.cache.setNode(node("control-plane", "4", true));
        c.cache.setNode(node("a"));
        c.cache.setNode(node("b"));
        const auto result = c.run(podAsking("1"));
        const auto value = result.toValue({"control-plane", "a", "b"});
        QCOMPARE(value["nodes"].size(), std::size_t(3));
        QCOMPARE(value["nodes"][0].at("scores", "TaintToleration", "score").asInt(), 100);
        QCOMPARE(value["nodes"][2]["plugin"].asString(), std::string_view("TaintToleration"));
        QCOMPARE(value["ties"].asInt(), 2);
    }
};

MINATO_TEST(TestSchedulingCycle)
#include "tst_scheduling_cycle.moc"
