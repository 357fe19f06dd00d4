// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/daemon_world.h"
#include "components/daemonset/daemonset_controller.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::tests::daemons;

/// What one pass after the other makes and deletes: mirrors daemon_controller_test.go and update_test.go.
class TestDaemonSetPasses : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// TestSimpleDaemonSetLaunchesPods, TestNoNodesDoesNothing, TestOneNodeDaemonLaunchesPod
    void pods_areMadeForNodesWithoutOne()
    {
        for (const int count : {0, 1, 5}) {
            for (const std::string &strategy : {unavailable("1"), surge("1"), kOnDelete}) {
                World f(setValue(strategy), count);
                QCOMPARE(f.pass(), std::format("+{} -0", count));
                QCOMPARE(f.pass(), std::string("+0 -0"));
            }
        }
    }

    /// TestDealsWithExistingPods: nodes with one, two, five and ten Pods; all but the oldest go.
    void excess_isDeletedButForTheOldest()
    {
        World f(setValue(unavailable("1")), 5);
        for (const auto &[node, count] :
             {std::pair(1, 1), std::pair(2, 2), std::pair(3, 5), std::pair(4, 10)}) {
            for (int i = 0; i < count; ++i)
                f.add(std::format("p{}-{}", node, i), std::format("node-{:02}", node), "first", 1h * (1 + i));
        }
        QCOMPARE(f.pass(), std::string("+1 -14"));
        QVERIFY(std::ranges::any_of(f.pods, [](const auto &pod) { return pod->name() == "p4-9"; }));
    }

    /// TestSelectorDaemonDeletesUnselectedPods, TestSelectorDaemonDealsWithExistingPods
    void unselectedNodes_loseTheirPods()
    {
        World f(setValue(unavailable("1"), R"({"nodeSelector":{"color":"blue"}})"), 5);
        for (int i = 5; i < 10; ++i)
            f.nodes.push_back(nodeObject(std::format("node-{:02}", i), R"({"color":"blue"})"));
        for (int i = 0; i < 4; ++i)
            f.add(std::format("p{}", i), std::format("node-{:02}", i), "first");
        QCOMPARE(f.pass(), std::string("+5 -4"));
    }

    /// TestDaemonSetRespectsTermination
    void terminatingPod_isWaitedFor()
    {
        World f(setValue(unavailable("1")), 1);
        f.add("p", "node-00", "first");
        f.terminate(0);
        QCOMPARE(f.pass(), std::string("+0 -0"));
    }

    /// TestDeleteUnscheduledPodForNotExistingNode
    void unscheduledPodOfAMissingNode_isDeleted()
    {
        World f(setValue(unavailable("1")), 2);
        f.add("p0", "node-00", "first");
        f.add("p1", "node-01", "first");
        f.add("p2", "node-02", "first");
        f.add("p3", "node-03", "first");
        kube::Value unbound = f.pods[3]->root();
        unbound.edit("spec").erase("nodeName");
        f.pods[3] = kube::makeObject(unbound);
        QCOMPARE(f.pass(), std::string("+0 -1"));
        QCOMPARE(f.lastVictims, std::vector<std::string>{"p3"});
    }

    /// TestNumberReadyStatus, TestSimpleDaemonSetUpdatesStatusAfterLaunchingPods
    void counts()
    {
        World f(setValue(unavailable("1")), 3);
        const auto set = kube::makeObject(f.set);
        f.add("p0", "node-00", "first");
        f.add("p1", "node-01", "old");
        f.add("p2", "node-07", "first");
        f.markReady(0);
        const DaemonCounts counts = countDaemons({*set, f.nodes, "first", f.now}, f.grouped());
        QCOMPARE(counts.desired, 3);
        QCOMPARE(counts.current, 2);
        QCOMPARE(counts.ready, 1);
        QCOMPARE(counts.updated, 1);
        QCOMPARE(counts.available, 1);
        QCOMPARE(counts.misscheduled, 0);
        QCOMPARE(
            kube::toJson(daemonSetStatus(kube::Value(), counts)),
            std::string(
                R"({"currentNumberScheduled":2,"desiredNumberScheduled":3,"numberAvailable":1,)"
                R"("numberMisscheduled":0,"numberReady":1,"numberUnavailable":2,"updatedNumberScheduled":1})"));
    }

    /// TestDaemonSetUpdatesPods
    void update_replacesAsManyAsMayBeMissing()
    {
        World f(setValue(unavailable("2")), 5);
        QCOMPARE(f.pass(), std::string("+5 -0"));
        f.markAllReady();
        f.hash = "second";
        for (const char *expected :
             {"+0 -2", "+2 -0", "ready", "+0 -2", "+2 -0", "ready", "+0 -1", "+1 -0", "ready", "+0 -0"}) {
            if (std::string_view(expected) == "ready")
                f.markAllReady();
            else
                QCOMPARE(f.pass(), std::string(expected));
        }
    }

    /// TestDaemonSetUpdatesPodsWithMaxSurge
    void update_surges()
    {
        World f(setValue(surge("2")), 5);
        QCOMPARE(f.pass(), std::string("+5 -0"));
        f.markAllReady();
        f.hash = "second";
        for (const char *expected : {"+2 -0", "+0 -0", "ready", "+2 -2", "+0 -0", "ready", "+1 -2", "+0 -0",
                                     "ready", "+0 -1", "+0 -0"}) {
            if (std::string_view(expected) == "ready")
                f.markAllReady();
            else
                QCOMPARE(f.pass(), std::string(expected));
        }
    }

    /// TestDaemonSetUpdatesPodsNotMatchTainstWithMaxSurge
    void update_surgesAndLeavesATaintedNode()
    {
        World f(
            setValue(
                surge("1"),
                R"({"tolerations":[{"key":"node-role.kubernetes.io/control-plane","operator":"Exists"}]})"),
            5);
        f.nodes[0] = nodeObject("node-00", "{}",
                                R"([{"key":"node-role.kubernetes.io/control-plane","effect":"NoSchedule"}])");
        QCOMPARE(f.pass(), std::string("+5 -0"));
        f.markAllReady();
        f.set = setValue(surge("1"));
        f.hash = "second";
        for (const char *expected : {"+1 -1", "+0 -0", "ready", "+1 -1", "+0 -0", "ready", "+1 -1", "+0 -0",
                                     "ready", "+1 -1", "+0 -0", "ready", "+0 -1", "+0 -0"}) {
            if (std::string_view(expected) == "ready")
                f.markAllReady();
            else
                QCOMPARE(f.pass(), std::string(expected));
        }
    }

    /// TestDaemonSetUpdatesWhenNewPodIsNotReady
    void update_waitsForNewPods()
    {
        World f(setValue(unavailable("3")), 5);
        QCOMPARE(f.pass(), std::string("+5 -0"));
        f.markAllReady();
        f.hash = "second";
        for (const char *expected : {"+0 -3", "+3 -0", "+0 -0"})
            QCOMPARE(f.pass(), std::string(expected));
    }

    /// TestDaemonSetUpdatesSomeOldPodsNotReady
    void update_replacesTheUnreadyFirst()
    {
        World f(setValue(unavailable("2")), 5);
        QCOMPARE(f.pass(), std::string("+5 -0"));
        f.markAllReady();
        for (const char *hash : {"second", "third"}) {
            f.hash = hash;
            for (const char *expected : {"+0 -2", "+2 -0", "+0 -0"})
                QCOMPARE(f.pass(), std::string(expected));
        }
        QCOMPARE(f.readyCount(), 3);
    }

    /// TestDaemonSetUpdatesSaveOldHealthyPods
    void update_sparesHealthyOldPods()
    {
        World f(setValue(unavailable("10")), 20);
        QCOMPARE(f.pass(), std::string("+20 -0"));
        f.markAllReady();
        f.hash = "second";
        for (const char *expected : {"+0 -10", "+10 -0", "+0 -0"})
            QCOMPARE(f.pass(), std::string(expected));
        for (int i = 0; i < 10; ++i) {
            f.set = setValue(unavailable(std::to_string(i)));
            f.hash = std::format("third-{}", i);
            for (const char *expected : {"+0 -10", "+10 -0", "+0 -0"})
                QCOMPARE(f.pass(), std::string(expected));
            QCOMPARE(f.readyCount(), 10);
        }
        f.set = setValue(unavailable("11"));
        f.hash = "fourth";
        for (const char *expected : {"+0 -11", "+11 -0", "+0 -0"})
            QCOMPARE(f.pass(), std::string(expected));
        QCOMPARE(f.readyCount(), 9);
    }

    /// TestDaemonSetUpdatesAllOldPodsNotReady
    void update_replacesAllThatAreUnready()
    {
        World f(setValue(unavailable("3")), 5);
        QCOMPARE(f.pass(), std::string("+5 -0"));
        f.hash = "second";
        for (const char *expected : {"+0 -5", "+5 -0", "+0 -0"})
            QCOMPARE(f.pass(), std::string(expected));
    }

    /// TestDaemonSetUpdatesAllOldPodsNotReadyMaxSurge
    void update_surgesBeyondItsBoundForUnreadyPods()
    {
        World f(setValue(surge("3")), 5);
        QCOMPARE(f.pass(), std::string("+5 -0"));
        f.hash = "second";
        QCOMPARE(f.pass(), std::string("+5 -0"));
        f.now = f.now + 100s;
        QCOMPARE(f.pass(), std::string("+0 -5"));
        f.markAllReady();
        f.set.edit("spec").set("minReadySeconds", 15);
        f.hash = "third";
        f.now = f.now + 100s;
        QCOMPARE(f.pass(), std::string("+3 -0"));
        const auto isNew = [](const kube::Object &pod) {
            return pod.labels()[kTemplateHash].asString() == "third";
        };
        f.markSome(2, true, isNew);
        f.markSome(1, false, [&](const kube::Object &pod) {
            const auto onNode = f.grouped()[std::string(components::targetNode(pod))];
            return std::ranges::none_of(onNode, [&](const auto &each) { return isNew(*each); });
        });
        f.now = f.now + 10s;
        QCOMPARE(f.pass(), std::string("+1 -0")); // for the one that became unready
        f.now = f.now + 10s;
        QCOMPARE(f.pass(), std::string("+1 -3"));
        f.markSome(3, true, isNew);
        f.now = f.now + 20s;
        QCOMPARE(f.pass(), std::string("+0 -2"));
        QCOMPARE(f.pass(), std::string("+0 -0"));
    }

    /// TestDaemonSetUpdatesNoTemplateChanged; an OnDelete update never replaces.
    void update_withoutANewTemplateDoesNothing()
    {
        World f(setValue(unavailable("3")), 5);
        QCOMPARE(f.pass(), std::string("+5 -0"));
        f.markAllReady();
        QCOMPARE(f.pass(), std::string("+0 -0"));
        f.set = setValue(kOnDelete);
        f.hash = "second";
        QCOMPARE(f.pass(), std::string("+0 -0"));
    }

    void surge_prunesToOneOldAndOneNew_data()
    {
        QTest::addColumn<bool>("isOldReady");
        QTest::addColumn<int>("minReadySeconds");
        QTest::addColumn<bool>("isOldSpared");
        QTest::newRow("TestSurgePreservesReadyOldPods") << true << 100000 << true;
        QTest::newRow("TestSurgeDeletesUnreadyOldPods") << false << 100000 << false;
        QTest::newRow("TestSurgePreservesOldReadyWithUnsatisfiedMinReady") << true << 25 << true;
        QTest::newRow("TestSurgeDeletesOldReadyWithUnsatisfiedMinReady") << true << 15 << false;
    }
    void surge_prunesToOneOldAndOneNew()
    {
        QFETCH(bool, isOldReady);
        QFETCH(int, minReadySeconds);
        QFETCH(bool, isOldSpared);
        World f(setValue(surge("1")), 3);
        f.set.edit("spec").set("minReadySeconds", minReadySeconds);
        f.add("new", "node-01", "first", 10s);
        f.add("old", "node-01", "other", 3h);
        f.add("excess", "node-01", "other", 2h);
        f.add("fine", "node-02", "first", 2h);
        f.markReady(0, true, 20s);
        f.markReady(1, isOldReady, 3h);
        f.markReady(2);
        f.markReady(3, true, 2h);
        const auto set = kube::makeObject(f.set);
        const auto work = manageWork({*set, f.nodes, f.hash, f.now}, f.grouped(), {});
        QCOMPARE(work.newOnNodes, std::vector<std::string>{"node-00"});
        QCOMPARE(work.victims, isOldSpared ? (std::vector<std::string>{"excess"})
                                           : (std::vector<std::string>{"excess", "old"}));
    }

    /// TestSurgeCreatesNewPodWhenAtMaxSurgeAndOldPodDeleted
    void surge_fillsANodeWhoseOnlyPodIsGoing()
    {
        World f(setValue(surge("1")), 5);
        f.add("new", "node-00", "first");
        f.add("old-0", "node-00", "other", 2h);
        for (int i = 1; i < 5; ++i)
            f.add(std::format("old-{}", i), std::format("node-{:02}", i), "other", 2h);
        for (std::size_t i = 1; i < f.pods.size(); ++i)
            f.markReady(i);
        f.terminate(5);
        QCOMPARE(f.pass(), std::string("+1 -0"));
        QCOMPARE(std::string(components::targetNode(*f.pods.back())), std::string("node-04"));
    }

    /// TestDaemonKillFailedPods, TestDaemonKillFailedPodsBackoff: the second one of a node waits.
    void failedPods_areKilledWithBackOff()
    {
        World f(setValue(kOnDelete), 1);
        f.add("p0", "node-00", "first");
        f.add("p1", "node-00", "first");
        f.setStatus(0, parsed(R"({"phase":"Failed"})"));
        f.setStatus(1, parsed(R"({"phase":"Failed"})"));
        kube::Value recorded = kube::Value::emptyMap();
        recorded.set("objects", kube::Value(kube::Value::Array{f.set, f.nodes[0]->root(), f.pods[0]->root(),
                                                               f.pods[1]->root()}));
        RecordedCase played(recorded);
        played.run<DaemonSetController>();
        const auto record = played.ours(WriteOrder::AsMade);
        QCOMPARE(record.events.at(0),
                 std::string("Warning FailedDaemonPod Found failed daemon pod default/p0 on node "
                             "node-00, will try to kill it"));
        QCOMPARE(record.events.at(1), std::string("Normal SuccessfulDelete Deleted pod: p0"));
        QCOMPARE(record.events.size(), std::size_t{2});
    }

    /// TestDontDoAnythingIfBeingDeleted, TestPodIsNotDeletedByDaemonsetWithEmptyLabelSelector
    void deletedOrSelectingAll_doesNothing()
    {
        kube::Value deleted = setValue(kOnDelete), all = deleted;
        deleted.edit("metadata").set("deletionTimestamp", base::toRfc3339(RecordedCase::kNow));
        all.edit("spec").set("selector", kube::Value::emptyMap());
        for (const kube::Value &set : {deleted, all}) {
            kube::Value recorded = kube::Value::emptyMap();
            recorded.set("objects", kube::Value(kube::Value::Array{set, nodeObject("node-00")->root()}));
            RecordedCase played(recorded);
            played.run<DaemonSetController>();
            QVERIFY(played.ours(WriteOrder::AsMade).writes.empty());
        }
    }
};

MINATO_TEST(TestDaemonSetPasses)
#include "tst_daemon_passes.moc"
