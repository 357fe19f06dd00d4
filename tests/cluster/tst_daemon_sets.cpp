// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "components/daemonset/daemon_plan.h"
#include "support/test_registry.h"

#include <algorithm>
#include <format>
#include <map>
#include <set>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

using Fault = api::Fault::Kind;

kube::Value parsed(const std::string &json)
{
    return *kube::parseJson(json);
}

/// A cluster with one DaemonSet, "agent". Each Pod event is held against the bounds of its rollout.
class DaemonWorld : public ClusterFixture {
public:
    explicit DaemonWorld(const std::string &spec = "{}")
    {
        cluster.settle();
        kube::Value set = parsed(
            R"({"apiVersion":"apps/v1","kind":"DaemonSet","metadata":{"name":"agent","namespace":"default"},
                "spec":{"selector":{"matchLabels":{"app":"agent"}},"template":{"metadata":{"labels":{"app":"agent"}},
                "spec":{"terminationGracePeriodSeconds":3,"containers":[{"name":"agent","image":"nginx:1.29"}]}}}})");
        const kube::Value more = parsed(spec);
        for (const kube::Member &member : more.members())
            set.edit("spec").set(member.key(), member.value);
        isCreated = await(client::createRequest(kDaemonSets, std::move(set))).has_value() && settle();
        m_watch = cluster.transport().watch(client::listRequest(kPods, "default"), [this](auto batch) {
            for (const api::WatchEvent &event : *batch)
                note(event);
        });
        run(1s);
    }
    bool settle()
    {
        run(1s);
        return cluster.settle();
    }
    kube::ObjectPtr set() { return get(kDaemonSets, "agent"); }
    bool patch(const kube::GroupVersionResource &resource, std::string_view name, const std::string &body,
               kube::PatchType type = kube::PatchType::Merge)
    {
        const auto object = get(resource, name, resource == kNodes ? "" : "default");
        return object && await(client::patchRequest(resource, *object, type, parsed(body))).has_value();
    }
    bool setImage(std::string_view image)
    {
        return patch(
            kDaemonSets, "agent",
            std::format(
                R"({{"spec":{{"template":{{"spec":{{"containers":[{{"name":"agent","image":"{}"}}]}}}}}}}})",
                image),
            kube::PatchType::Strategic);
    }
    bool fault(Fault kind, std::string_view node)
    {
        return cluster.control().inject({kind, std::string(node)}).has_value();
    }
    /// "minato-worker=nginx:1.29 …", of those that are ready.
    std::string images()
    {
        std::map<std::string, std::string> byNode;
        for (const auto &pod : pods()) {
            if (pod->name().starts_with("agent-") && components::isPodReady(*pod))
                byNode[std::string(pod->spec()["nodeName"].asString())] +=
                    std::string(pod->spec()["containers"][0]["image"].asString());
        }
        std::string text;
        for (const auto &[node, image] : byNode)
            text += std::format("{}{}={}", text.empty() ? "" : " ", node.substr(node.find('-') + 1), image);
        return text;
    }

    bool isCreated = false;
    int fewestReady = 99, mostOnOneNode = 0;

private:
    void note(const api::WatchEvent &event)
    {
        const kube::Object &pod = *event.object;
        if (event.type == api::WatchEvent::Type::Bookmark || !pod.name().starts_with("agent-"))
            return;
        if (event.type == api::WatchEvent::Type::Deleted)
            m_known.erase(std::string(pod.name()));
        else
            m_known[std::string(pod.name())] = event.object;
        std::map<std::string_view, int> onNode;
        int ready = 0;
        for (const auto &[name, known] : m_known) {
            if (!components::isPodTerminal(*known))
                mostOnOneNode = std::max(mostOnOneNode, ++onNode[components::targetNode(*known)]);
            ready += components::isPodReady(*known) && !known->isTerminating() ? 1 : 0;
        }
        if (m_known.size() >= 3)
            fewestReady = std::min(fewestReady, ready);
    }

    std::map<std::string, kube::ObjectPtr> m_known;
    api::CallPtr m_watch;
};

constexpr std::string_view kOld = "worker=nginx:1.29 worker2=nginx:1.29 worker3=nginx:1.29";
constexpr std::string_view kNew = "worker=redis:7 worker2=redis:7 worker3=redis:7";

} // namespace

/// What a DaemonSet keeps up in a whole cluster, whose control plane has a taint that keeps it away.
class TestDaemonSets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyNode_hasOne_andANewOneGetsOne()
    {
        DaemonWorld f;
        QVERIFY(f.isCreated);
        QCOMPARE(f.images(), std::string(kOld));
        QVERIFY(f.fault(Fault::AddNode, "minato-worker4"));
        f.run(60s);
        QVERIFY(f.settle());
        QCOMPARE(f.images(), std::string(kOld) + " worker4=nginx:1.29");
        QCOMPARE(f.set()->status()["desiredNumberScheduled"].asInt(), 4);
        QVERIFY(f.fault(Fault::RemoveNode, "minato-worker4"));
        f.run(120s);
        QCOMPARE(f.images(), std::string(kOld));
        QCOMPARE(f.set()->status()["desiredNumberScheduled"].asInt(), 3);
    }

    /// TestUpdateNode: labels and taints of nodes decide at once.
    void nodes_changeWhoBelongsWhere_data()
    {
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<QByteArray>("images");
        QTest::newRow("cordoned") << QByteArray(R"({"spec":{"unschedulable":true}})")
                                  << QByteArray("worker=nginx:1.29 worker2=nginx:1.29 worker3=nginx:1.29");
        QTest::newRow("NoSchedule") << QByteArray(
                                           R"({"spec":{"taints":[{"key":"x","effect":"NoSchedule"}]}})")
                                    << QByteArray("worker=nginx:1.29 worker2=nginx:1.29 worker3=nginx:1.29");
        QTest::newRow("NoExecute") << QByteArray(R"({"spec":{"taints":[{"key":"x","effect":"NoExecute"}]}})")
                                   << QByteArray("worker=nginx:1.29 worker3=nginx:1.29");
    }
    void nodes_changeWhoBelongsWhere()
    {
        QFETCH(QByteArray, node);
        QFETCH(QByteArray, images);
        DaemonWorld f;
        QVERIFY(f.isCreated);
        QVERIFY(f.patch(kNodes, "minato-worker2", node.toStdString()));
        f.run(20s);
        QCOMPARE(f.images(), images.toStdString());
        QVERIFY(f.patch(kNodes, "minato-worker2", R"({"spec":{"unschedulable":null,"taints":null}})"));
        f.run(20s);
        QVERIFY(f.settle());
        QCOMPARE(f.images(), std::string(kOld));
        QCOMPARE(f.set()->status()["numberMisscheduled"].asInt(), 0);
    }

    void nodeSelector_followsLabels()
    {
        DaemonWorld f;
        QVERIFY(f.patch(kNodes, "minato-worker3", R"({"metadata":{"labels":{"disk":"ssd"}}})"));
        QVERIFY(f.patch(kDaemonSets, "agent",
                        R"({"spec":{"template":{"spec":{"nodeSelector":{"disk":"ssd"}}}}})"));
        f.run(20s);
        QCOMPARE(f.images(), std::string("worker3=nginx:1.29"));
        QVERIFY(f.patch(kNodes, "minato-worker", R"({"metadata":{"labels":{"disk":"ssd"}}})"));
        f.run(20s);
        QCOMPARE(f.images(), std::string("worker=nginx:1.29 worker3=nginx:1.29"));
    }

    /// The Pod of a machine without power is not evicted: it tolerates that for ever. It counts as misscheduled
    /// meanwhile, as none would be started there.
    void powerLoss_doesNotMoveThePod()
    {
        DaemonWorld f;
        std::set<std::string> before;
        for (const auto &pod : f.pods())
            before.emplace(pod->uid());
        QVERIFY(f.fault(Fault::PowerOff, "minato-worker2"));
        f.run(600s);
        QCOMPARE(f.set()->status()["numberAvailable"].asInt(), 2);
        QCOMPARE(f.set()->status()["desiredNumberScheduled"].asInt(), 2);
        QCOMPARE(f.set()->status()["numberMisscheduled"].asInt(), 1);
        QVERIFY(f.fault(Fault::PowerOn, "minato-worker2"));
        f.run(120s);
        QVERIFY(f.settle());
        for (const auto &pod : f.pods()) {
            if (pod->name().starts_with("agent-"))
                QVERIFY(before.contains(std::string(pod->uid())));
        }
    }

    void update_data()
    {
        QTest::addColumn<QByteArray>("strategy");
        QTest::addColumn<int>("fewestReady");
        QTest::addColumn<int>("mostOnOneNode");
        QTest::addColumn<bool>("isReplaced");
        QTest::newRow("one may be missing") << QByteArray(R"({"type":"RollingUpdate"})") << 2 << 1 << true;
        QTest::newRow("two may be missing")
            << QByteArray(R"({"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":2}})") << 1 << 1
            << true;
        QTest::newRow("half, rounded up")
            << QByteArray(R"({"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":"50%"}})") << 1 << 1
            << true;
        QTest::newRow("one more")
            << QByteArray(R"({"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":0,"maxSurge":1}})")
            << 3 << 2 << true;
        QTest::newRow("on delete") << QByteArray(R"({"type":"OnDelete"})") << 3 << 1 << false;
    }
    void update()
    {
        QFETCH(QByteArray, strategy);
        QFETCH(int, fewestReady);
        QFETCH(int, mostOnOneNode);
        QFETCH(bool, isReplaced);
        DaemonWorld f(R"({"updateStrategy":)" + strategy.toStdString() + "}");
        QVERIFY(f.isCreated);
        QVERIFY(f.setImage("redis:7"));
        QVERIFY(f.settle());
        f.run(10s);
        QCOMPARE(f.images(), std::string(isReplaced ? kNew : kOld));
        QCOMPARE(f.fewestReady, fewestReady);
        QCOMPARE(f.mostOnOneNode, mostOnOneNode);
        QCOMPARE(f.list(kControllerRevisions).size(), std::size_t{2});
    }

    /// A template that was there before becomes the latest revision again.
    void rollback_takesTheOldRevisionUp()
    {
        DaemonWorld f;
        const auto first = f.list(kControllerRevisions).at(0)->metadata()["name"];
        QVERIFY(f.setImage("redis:7") && f.settle() && f.setImage("nginx:1.29") && f.settle());
        QCOMPARE(f.images(), std::string(kOld));
        QCOMPARE(f.list(kControllerRevisions).size(), std::size_t{2});
        QCOMPARE((*f.get(kControllerRevisions, first.asString()))["revision"].asInt(), 3);
    }

    void history_keepsAsManyAsTheLimit()
    {
        DaemonWorld f(R"({"revisionHistoryLimit":1})");
        for (const char *image : {"redis:7", "nginx:1.28", "redis:8"})
            QVERIFY(f.setImage(image) && f.settle());
        f.run(5s);
        std::set<std::int64_t> numbers;
        for (const auto &revision : f.list(kControllerRevisions))
            numbers.insert((*revision)["revision"].asInt());
        QCOMPARE(numbers, (std::set<std::int64_t>{3, 4}));
    }

    /// A Pod that its kubelet gives up is replaced, told of, and not in haste.
    void failedPod_isReplaced()
    {
        DaemonWorld f;
        const auto pods = f.pods();
        const auto pod =
            *std::ranges::find_if(pods, [](const auto &p) { return p->name().starts_with("agent-"); });
        auto request = client::patchRequest(kPods, *pod, kube::PatchType::Merge,
                                            parsed(R"({"status":{"phase":"Failed"}})"), "status");
        QVERIFY(f.await(std::move(request)).has_value());
        f.run(20s);
        QVERIFY(f.settle());
        QCOMPARE(f.images(), std::string(kOld));
        const auto events = f.list(kEvents);
        QVERIFY(std::ranges::any_of(events, [&](const auto &event) {
            return (*event)["reason"].asString() == "FailedDaemonPod" &&
                   (*event)["message"].asString() ==
                       std::format("Found failed daemon pod default/{} on node {}, will try to kill it",
                                   pod->name(), pod->spec()["nodeName"].asString());
        }));
    }

    void orphans_areTakenInAgain()
    {
        DaemonWorld f;
        const auto before = f.set();
        std::set<std::string> uids;
        for (const auto &pod : f.pods())
            uids.emplace(pod->uid());
        QVERIFY(f.await(client::deleteRequest(kDaemonSets, *before, {.propagationPolicy = "Orphan"}))
                    .has_value());
        f.run(5s);
        auto again =
            kube::Value::map({{"apiVersion", "apps/v1"}, {"kind", "DaemonSet"}, {"spec", before->spec()}});
        again.set("metadata", kube::Value::map({{"name", "agent"}, {"namespace", "default"}}));
        QVERIFY(f.await(client::createRequest(kDaemonSets, std::move(again))).has_value());
        QVERIFY(f.settle());
        QCOMPARE(f.set()->status()["updatedNumberScheduled"].asInt(), 3);
        for (const auto &pod : f.pods())
            QVERIFY(uids.contains(std::string(pod->uid())));
        QCOMPARE(f.list(kControllerRevisions).size(), std::size_t{1});
        QCOMPARE(f.list(kControllerRevisions)[0]->controllerRef()["uid"].asString(), f.set()->uid());
    }
};

MINATO_TEST(TestDaemonSets)
#include "tst_daemon_sets.moc"
