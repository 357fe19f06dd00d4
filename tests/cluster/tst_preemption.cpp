// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Important Pods take the room of lesser ones, as anybody with kubectl would see it.
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

#include <algorithm>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

constexpr int kImportant = 1000;

kube::Value podAsking(std::string_view name, std::string_view cpu, int priority = 0)
{
    const auto requests = kube::Value::map({{"requests", kube::Value::map({{"cpu", cpu}})}});
    const auto container =
        kube::Value::map({{"name", "c"}, {"image", "nginx:1.29"}, {"resources", requests}});
    auto spec = kube::Value::map({{"containers", kube::Value::array({container})}});
    if (priority != 0) {
        spec.set("priorityClassName", "important");
        spec.set("priority", priority);
    }
    return kube::Value::map({{"apiVersion", "v1"},
                             {"kind", "Pod"},
                             {"metadata", kube::Value::map({{"name", name},
                                                            {"namespace", "default"},
                                                            {"labels", kube::Value::map({{"app", name}})}})},
                             {"spec", std::move(spec)}});
}

/// Three workers with room for one Pod of 3 cores each, all taken.
class FullCluster : public ClusterFixture {
public:
    FullCluster() : ClusterFixture({.topology = cluster::Topology::empty()})
    {
        isReady = cluster.settle() && make(kPriorityClasses, importantClass());
        for (const char *name : {"a", "b", "c"})
            isReady = isReady && make(kPods, podAsking(name, "3"));
        isReady = isReady && cluster.settle();
    }
    bool make(const kube::GroupVersionResource &resource, kube::Value object)
    {
        return await(client::createRequest(resource, std::move(object))).has_value();
    }
    /// "REASON: MESSAGE" of the Events about a Pod, in the order of their coming.
    std::vector<std::string> events(std::string_view pod, std::string_view reason)
    {
        std::vector<std::string> messages;
        for (const auto &event : list(kEvents)) {
            if (event->at("involvedObject", "name").asString() == pod &&
                (*event)["reason"].asString() == reason)
                messages.emplace_back((*event)["message"].asString());
        }
        return messages;
    }
    bool hasTerminating()
    {
        return std::ranges::any_of(pods(), [](const auto &pod) { return pod->isTerminating(); });
    }
    std::string nodeOf(std::string_view pod)
    {
        const auto object = get(kPods, pod);
        return object ? std::string(object->spec()["nodeName"].asString()) : std::string();
    }

    bool isReady = false;

private:
    static kube::Value importantClass()
    {
        return kube::Value::map({{"apiVersion", "scheduling.k8s.io/v1"},
                                 {"kind", "PriorityClass"},
                                 {"metadata", kube::Value::map({{"name", "important"}})},
                                 {"value", kImportant}});
    }
};

} // namespace

class TestPreemption : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void importantPod_takesTheRoomOfALesserOne_whichGoesGracefully()
    {
        FullCluster f;
        QVERIFY(f.isReady);
        QVERIFY(f.make(kPods, podAsking("boss", "3", kImportant)));
        for (int i = 0; i < 50 && !f.hasTerminating(); ++i)
            f.run(10ms);
        // It says what was in the way, and nothing of preemption: that is under way.
        const auto failed = f.events("boss", "FailedScheduling");
        QCOMPARE(failed,
                 std::vector<std::string>{"0/4 nodes are available: 1 node(s) had untolerated taint(s), "
                                          "3 Insufficient cpu."});
        const auto boss = f.get(kPods, "boss");
        const std::string nominated(boss->status()["nominatedNodeName"].asString());
        QVERIFY(!nominated.empty());
        QVERIFY(boss->spec()["nodeName"].isEmpty());

        std::string victim;
        for (const char *name : {"a", "b", "c"}) {
            const auto pod = f.get(kPods, name);
            if (!pod || !pod->isTerminating())
                continue;
            QCOMPARE(victim, std::string());
            victim = name;
            QCOMPARE(f.nodeOf(name), nominated);
            const auto &target = components::findCondition(pod->status()["conditions"], "DisruptionTarget");
            QCOMPARE(target["reason"].asString(), std::string_view("PreemptionByScheduler"));
            QCOMPARE(target["message"].asString(),
                     std::string_view("default-scheduler: preempting to accommodate a higher priority pod"));
        }
        QVERIFY(!victim.empty());
        QCOMPARE(f.events(victim, "Preempted"),
                 std::vector<std::string>{"Preempted by pod " + std::string(boss->uid()) + " on node " +
                                          nominated});
        QVERIFY(f.cluster.settle());
        QVERIFY(!f.get(kPods, victim));
        QCOMPARE(f.nodeOf("boss"), nominated);
        QVERIFY(components::isPodReady(*f.get(kPods, "boss")));

        const auto decisions = f.cluster.control().decisions("pods/default/boss");
        QCOMPARE(decisions.size(), std::size_t(2));
        const auto &preemption = decisions[0].detail["preemption"];
        QCOMPARE(preemption["node"].asString(), std::string_view(nominated));
        QCOMPARE(preemption["candidates"].size(), std::size_t(3));
    }

    void equallyImportantPods_leaveEachOtherAlone()
    {
        FullCluster f;
        QVERIFY(f.isReady);
        QVERIFY(f.make(kPods, podAsking("equal", "3")));
        f.run(60s);
        QVERIFY(f.nodeOf("equal").empty());
        QVERIFY(f.get(kPods, "equal")->status()["nominatedNodeName"].isEmpty());
        for (const char *name : {"a", "b", "c"})
            QVERIFY(!f.get(kPods, name)->isTerminating());
    }

    void preemptionPolicyNever_waits_andSaysSo()
    {
        FullCluster f;
        QVERIFY(f.isReady);
        auto polite = podAsking("polite", "3", kImportant);
        polite.edit("spec").set("preemptionPolicy", "Never");
        auto ownClass = kube::Value::map({{"apiVersion", "scheduling.k8s.io/v1"},
                                          {"kind", "PriorityClass"},
                                          {"metadata", kube::Value::map({{"name", "polite"}})},
                                          {"preemptionPolicy", "Never"},
                                          {"value", kImportant}});
        QVERIFY(f.make(kPriorityClasses, std::move(ownClass)));
        polite.edit("spec").set("priorityClassName", "polite");
        QVERIFY(f.make(kPods, std::move(polite)));
        f.run(2s);
        QCOMPARE(f.events("polite", "FailedScheduling"),
                 std::vector<std::string>{
                     "0/4 nodes are available: 1 node(s) had untolerated taint(s), 3 "
                     "Insufficient cpu. no new claims to deallocate, preemption: not eligible "
                     "due to preemptionPolicy=Never."});
        for (const char *name : {"a", "b", "c"})
            QVERIFY(!f.get(kPods, name)->isTerminating());
    }

    void importantPod_thatIsTooLarge_evictsNobody()
    {
        FullCluster f;
        QVERIFY(f.isReady);
        QVERIFY(f.make(kPods, podAsking("giant", "100", kImportant)));
        f.run(2s);
        QCOMPARE(f.events("giant", "FailedScheduling"),
                 std::vector<std::string>{
                     "0/4 nodes are available: 1 node(s) had untolerated taint(s), 3 "
                     "Insufficient cpu. no new claims to deallocate, preemption: 0/4 nodes are "
                     "available: 4 Preemption is not helpful for scheduling."});
        for (const char *name : {"a", "b", "c"})
            QVERIFY(!f.get(kPods, name)->isTerminating());
    }

    void promisedRoom_isNotTakenByALesserPod()
    {
        FullCluster f;
        QVERIFY(f.isReady);
        QVERIFY(f.make(kPods, podAsking("boss", "3", kImportant)));
        f.run(200ms);
        QVERIFY(f.make(kPods, podAsking("sneaky", "3")));
        QVERIFY(f.cluster.settle());
        QVERIFY(!f.nodeOf("boss").empty());
        QVERIFY(f.nodeOf("sneaky").empty());
    }
};

MINATO_TEST(TestPreemption)
#include "tst_preemption.moc"
