// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "components/statefulset/stateful_plan.h"
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

constexpr std::string_view kImage = "nginx:1.29", kNewImage = "redis:7";

kube::Value parsed(const std::string &json)
{
    return *kube::parseJson(json);
}

/// A cluster with one StatefulSet, "web", each of whose Pod events is held against what an ordered set promises.
class StatefulWorld : public ClusterFixture {
public:
    explicit StatefulWorld(const std::string &spec, bool isOrdered = true) : m_isOrdered(isOrdered)
    {
        cluster.settle();
        m_watch = cluster.transport().watch(client::listRequest(kPods, "default"), [this](auto batch) {
            for (const api::WatchEvent &event : *batch)
                note(event);
        });
        kube::Value set = parsed(
            R"({"apiVersion":"apps/v1","kind":"StatefulSet","metadata":{"name":"web","namespace":"default"},
                "spec":{"serviceName":"web","selector":{"matchLabels":{"app":"web"}},"template":{
                "metadata":{"labels":{"app":"web"}},
                "spec":{"terminationGracePeriodSeconds":5,"containers":[{"name":"web","image":"nginx:1.29"}]}}}})");
        const kube::Value more = parsed(spec);
        for (const kube::Member &member : more.members())
            set.edit("spec").set(member.key(), member.value);
        set.edit("spec").set("podManagementPolicy", isOrdered ? "OrderedReady" : "Parallel");
        isCreated = await(client::createRequest(kStatefulSets, std::move(set))).has_value() && settle();
    }
    bool settle()
    {
        run(1s);
        return cluster.settle();
    }
    bool patch(const std::string &spec)
    {
        auto request = client::patchRequest(kStatefulSets, *set(), kube::PatchType::Merge,
                                            kube::Value::map({{"spec", parsed(spec)}}));
        return await(std::move(request)).has_value();
    }
    bool setImage(std::string_view image)
    {
        auto request = client::patchRequest(
            kStatefulSets, *set(), kube::PatchType::Strategic,
            parsed(std::format(
                R"({{"spec":{{"template":{{"spec":{{"containers":[{{"name":"web","image":"{}"}}]}}}}}}}})",
                image)));
        return await(std::move(request)).has_value();
    }
    bool remove(std::string_view pod)
    {
        return await(client::deleteRequest(kPods, *get(kPods, pod))).has_value();
    }
    kube::ObjectPtr set() { return get(kStatefulSets, "web"); }
    /// "web-0=nginx:1.29 web-1=…", of those that are ready.
    std::string images()
    {
        std::string text;
        for (const auto &pod : pods()) {
            if (pod->name().starts_with("web-") && components::isPodReady(*pod))
                text += std::format("{}{}={}", text.empty() ? "" : " ", pod->name(),
                                    pod->spec()["containers"][0]["image"].asString());
        }
        return text;
    }
    std::vector<kube::ObjectPtr> revisions() { return list(kControllerRevisions); }

    bool isCreated = false;
    std::string broken; ///< the first promise that was not kept

private:
    void note(const api::WatchEvent &event)
    {
        if (event.type == api::WatchEvent::Type::Bookmark || !event.object->name().starts_with("web-"))
            return;
        const int ordinal = components::ordinalOf(*event.object);
        if (event.type == api::WatchEvent::Type::Added)
            check(*event.object, ordinal);
        if (event.type == api::WatchEvent::Type::Deleted)
            m_known.erase(ordinal);
        else
            m_known[ordinal] = event.object;
        const auto going =
            std::ranges::count_if(m_known, [](const auto &item) { return item.second->isTerminating(); });
        if (m_isOrdered && going > 1 && broken.empty())
            broken = "two Pods of an ordered set end at one time";
    }
    void check(const kube::Object &pod, int ordinal)
    {
        if (!m_isOrdered || !broken.empty())
            return;
        if (pod.spec()["hostname"].asString() != pod.name() || pod.spec()["subdomain"].asString() != "web" ||
            pod.labels()["apps.kubernetes.io/pod-index"].asString() != std::to_string(ordinal))
            broken = std::format("{} has another identity", pod.name());
        for (const auto &[other, known] : m_known) {
            if (other < ordinal && !components::isRunningAndReady(*known))
                broken = std::format("{} was made while {} was not ready", pod.name(), known->name());
        }
    }

    bool m_isOrdered;
    std::map<int, kube::ObjectPtr> m_known;
    api::CallPtr m_watch;
};

void addPolicies(const char *name, const char *initial, const char *update, const char *images)
{
    for (const bool isOrdered : {true, false}) {
        QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(
            isOrdered ? QStringLiteral("ordered") : QStringLiteral("at once"), QLatin1String(name))))
            << isOrdered << QByteArray(initial) << QByteArray(update) << QByteArray(images);
    }
}

void policyColumns()
{
    QTest::addColumn<bool>("isOrdered");
    QTest::addColumn<QByteArray>("initial");
    QTest::addColumn<QByteArray>("update");
    QTest::addColumn<QByteArray>("images");
}

} // namespace

/// Mirrors stateful_set_control_test.go, in a whole cluster: what a set's Pods are after its changes, and what
/// holds all the time.
class TestStatefulSets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void update_data()
    {
        policyColumns();
        // TestStatefulSetControl: CreatesPods, ScalesUp, ScalesDown; TestStatefulSetControlWithStartOrdinal
        addPolicies("start with three", R"({"replicas":3})", "{}",
                    "web-0=nginx:1.29 web-1=nginx:1.29 web-2=nginx:1.29");
        addPolicies("scale up to four", R"({"replicas":3})", R"({"replicas":4})",
                    "web-0=nginx:1.29 web-1=nginx:1.29 web-2=nginx:1.29 web-3=nginx:1.29");
        addPolicies("scale down to none", R"({"replicas":3})", R"({"replicas":0})", "");
        addPolicies("start ordinal", R"({"replicas":2,"ordinals":{"start":2}})", "{}",
                    "web-2=nginx:1.29 web-3=nginx:1.29");
        addPolicies("new start ordinal", R"({"replicas":2,"ordinals":{"start":2}})",
                    R"({"ordinals":{"start":1}})", "web-1=nginx:1.29 web-2=nginx:1.29");
        // TestStatefulSetControlRollingUpdate
        addPolicies("image update", R"({"replicas":3})", "redis",
                    "web-0=redis:7 web-1=redis:7 web-2=redis:7");
        addPolicies("image update and scale up", R"({"replicas":3})", R"(redis {"replicas":5})",
                    "web-0=redis:7 web-1=redis:7 web-2=redis:7 web-3=redis:7 web-4=redis:7");
        addPolicies("image update and scale down", R"({"replicas":5})", R"(redis {"replicas":3})",
                    "web-0=redis:7 web-1=redis:7 web-2=redis:7");
        // TestStatefulSetControlRollingUpdateWithPartition
        constexpr const char *kPartition =
            R"({"replicas":3,"updateStrategy":{"type":"RollingUpdate","rollingUpdate":{"partition":2}}})";
        addPolicies("partitioned image update", kPartition, "redis",
                    "web-0=nginx:1.29 web-1=nginx:1.29 web-2=redis:7");
        addPolicies("partitioned image update and scale up", kPartition, R"(redis {"replicas":5})",
                    "web-0=nginx:1.29 web-1=nginx:1.29 web-2=redis:7 web-3=redis:7 web-4=redis:7");
        // TestStatefulSetControlOnDeleteUpdate
        addPolicies("image update on delete", R"({"replicas":3,"updateStrategy":{"type":"OnDelete"}})",
                    "redis", "web-0=nginx:1.29 web-1=nginx:1.29 web-2=nginx:1.29");
        addPolicies("image update on delete and scale up",
                    R"({"replicas":3,"updateStrategy":{"type":"OnDelete"}})", R"(redis {"replicas":4})",
                    "web-0=nginx:1.29 web-1=nginx:1.29 web-2=nginx:1.29 web-3=redis:7");
    }
    void update()
    {
        QFETCH(bool, isOrdered);
        QFETCH(QByteArray, initial);
        QFETCH(QByteArray, update);
        QFETCH(QByteArray, images);
        StatefulWorld f(initial.toStdString(), isOrdered);
        QVERIFY(f.isCreated);
        std::string rest = update.toStdString();
        if (rest.starts_with("redis")) {
            QVERIFY(f.setImage(kNewImage));
            rest.erase(0, 6);
        }
        if (!rest.empty())
            QVERIFY(f.patch(rest));
        QVERIFY(f.settle());
        QCOMPARE(f.images(), images.toStdString());
        QCOMPARE(f.broken, std::string());
    }

    /// TestStatefulSetControl ReplacesPods, and the second half of TestStatefulSetControlOnDeleteUpdate.
    void onDelete_aDeletedPodComesBackNew()
    {
        StatefulWorld f(R"({"replicas":3,"updateStrategy":{"type":"OnDelete"}})");
        QVERIFY(f.isCreated);
        QVERIFY(f.setImage(kNewImage));
        QVERIFY(f.settle());
        QVERIFY(f.remove("web-1"));
        QVERIFY(f.settle());
        QCOMPARE(f.images(), std::string("web-0=nginx:1.29 web-1=redis:7 web-2=nginx:1.29"));
        const auto set = f.set();
        QCOMPARE(set->status()["updatedReplicas"].asInt(), 1);
        QCOMPARE(set->status()["currentReplicas"].asInt(), 2);
    }

    void endedPod_isReplaced_data()
    {
        QTest::addColumn<QByteArray>("phase");
        QTest::newRow("RecreatesFailedPod") << QByteArray("Failed");
        QTest::newRow("RecreatesSucceededPod") << QByteArray("Succeeded");
    }
    void endedPod_isReplaced()
    {
        QFETCH(QByteArray, phase);
        StatefulWorld f(R"({"replicas":3})");
        QVERIFY(f.isCreated);
        const auto pod = f.get(kPods, "web-1");
        const auto patch = parsed(std::format(R"({{"status":{{"phase":"{}"}}}})", phase.toStdString()));
        QVERIFY(
            f.await(client::patchRequest(kPods, *pod, kube::PatchType::Merge, patch, "status")).has_value());
        QVERIFY(f.settle());
        QCOMPARE(f.images(), std::string("web-0=nginx:1.29 web-1=nginx:1.29 web-2=nginx:1.29"));
        QVERIFY(f.get(kPods, "web-1")->uid() != pod->uid());
    }

    /// TestStatefulSetControlRollback: the old revision becomes the newest again.
    void rollback_takesTheOldRevisionUp()
    {
        StatefulWorld f(R"({"replicas":3})");
        QVERIFY(f.isCreated);
        const auto first = f.set()->status()["currentRevision"];
        QVERIFY(f.setImage(kNewImage));
        QVERIFY(f.settle());
        QVERIFY(f.set()->status()["currentRevision"] != first);
        QVERIFY(f.setImage(kImage));
        QVERIFY(f.settle());
        QCOMPARE(f.images(), std::string("web-0=nginx:1.29 web-1=nginx:1.29 web-2=nginx:1.29"));
        QVERIFY(f.set()->status()["currentRevision"] == first);
        QCOMPARE(f.revisions().size(), std::size_t{2});
        QCOMPARE((*f.get(kControllerRevisions, first.asString()))["revision"].asInt(), 3);
    }

    /// TestStatefulSetControlLimitsHistory
    void history_keepsAsManyAsTheLimitBesideTheLiveOnes()
    {
        StatefulWorld f(R"({"replicas":1,"revisionHistoryLimit":2})");
        QVERIFY(f.isCreated);
        for (const char *image : {"redis:7", "nginx:1.28", "redis:7.2", "nginx:1.27", "redis:8"}) {
            QVERIFY(f.setImage(image));
            QVERIFY(f.settle());
        }
        std::set<std::int64_t> numbers;
        for (const auto &revision : f.revisions())
            numbers.insert((*revision)["revision"].asInt());
        QCOMPARE(numbers, (std::set<std::int64_t>{4, 5, 6}));
    }

    /// An ordered set waits for a Pod that cannot start; repairing the template does not replace it, as upstream's
    /// "forced rollback" says: the Pod has to be deleted.
    void brokenUpdate_standsStillUntilThePodIsDeleted()
    {
        StatefulWorld f(R"({"replicas":3})");
        QVERIFY(f.isCreated);
        QVERIFY(f.setImage("jocatalin/kubernetes-bootcamp:v10"));
        f.run(60s);
        QCOMPARE(f.images(), std::string("web-0=nginx:1.29 web-1=nginx:1.29"));
        QVERIFY(f.setImage(kImage));
        f.run(60s);
        QCOMPARE(f.images(), std::string("web-0=nginx:1.29 web-1=nginx:1.29"));
        QVERIFY(f.remove("web-2"));
        QVERIFY(f.settle());
        QCOMPARE(f.images(), std::string("web-0=nginx:1.29 web-1=nginx:1.29 web-2=nginx:1.29"));
        QCOMPARE(f.broken, std::string());
    }

    /// The next Pod is made when the one before has been ready for minReadySeconds.
    void minReadySeconds_spaceThePods()
    {
        StatefulWorld f(R"({"replicas":3,"minReadySeconds":20})");
        f.run(90s);
        std::vector<base::Instant> made;
        for (const char *name : {"web-0", "web-1", "web-2"}) {
            const auto pod = f.get(kPods, name);
            QVERIFY(pod);
            made.push_back(*base::parseRfc3339(pod->metadata()["creationTimestamp"].asString()));
        }
        QVERIFY(made[1] - made[0] >= 20s);
        QVERIFY(made[2] - made[1] >= 20s);
        QCOMPARE(f.set()->status()["availableReplicas"].asInt(), 3);
    }

    /// TestGetPodsForStatefulSetAdopt, TestGetPodsForStatefulSetRelease, TestAdoptOrphanRevisions
    void orphans_areTakenInAgain()
    {
        StatefulWorld f(R"({"replicas":2})");
        QVERIFY(f.isCreated);
        const auto before = f.set();
        const std::string uid(f.get(kPods, "web-0")->uid());
        QVERIFY(f.await(client::deleteRequest(kStatefulSets, *before, {.propagationPolicy = "Orphan"}))
                    .has_value());
        f.run(5s);
        QVERIFY(f.get(kPods, "web-0")->controllerRef().isNull());
        QVERIFY(f.revisions()[0]->controllerRef().isNull());
        auto again =
            kube::Value::map({{"apiVersion", "apps/v1"}, {"kind", "StatefulSet"}, {"spec", before->spec()}});
        again.set("metadata", kube::Value::map({{"name", "web"}, {"namespace", "default"}}));
        QVERIFY(f.await(client::createRequest(kStatefulSets, std::move(again))).has_value());
        QVERIFY(f.settle());
        QCOMPARE(std::string(f.get(kPods, "web-0")->uid()), uid);
        QCOMPARE(f.get(kPods, "web-0")->controllerRef()["uid"].asString(), f.set()->uid());
        QCOMPARE(f.revisions().size(), std::size_t{1});
        QCOMPARE(f.revisions()[0]->controllerRef()["uid"].asString(), f.set()->uid());
    }

    /// The refusal is told in an event, and the set goes on when there is room.
    void quota_isToldAndWaitedFor()
    {
        StatefulWorld f(R"({"replicas":1})");
        QVERIFY(f.isCreated);
        auto quota = parsed(
            R"({"apiVersion":"v1","kind":"ResourceQuota","metadata":{"name":"few","namespace":"default"},
                                "spec":{"hard":{"pods":"2"}}})");
        QVERIFY(f.await(client::createRequest(kResourceQuotas, quota)).has_value());
        f.run(2s);
        QVERIFY(f.patch(R"({"replicas":2})"));
        f.run(10s);
        const auto events = f.list(kEvents);
        const bool isTold = std::ranges::any_of(events, [](const auto &event) {
            const auto message = (*event)["message"].asString();
            return (*event)["reason"].asString() == "FailedCreate" &&
                   message.starts_with("create Pod web-1 in StatefulSet web failed error: pods \"web-1\" is "
                                       "forbidden: exceeded quota: few");
        });
        QVERIFY(isTold);
        QVERIFY(f.await(client::deleteRequest(kResourceQuotas, *f.get(kResourceQuotas, "few"))).has_value());
        f.run(120s); // it tries again ever more rarely
        QCOMPARE(f.images(), std::string("web-0=nginx:1.29 web-1=nginx:1.29"));
    }
};

MINATO_TEST(TestStatefulSets)
#include "tst_stateful_sets.moc"
