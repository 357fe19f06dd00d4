// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/daemonset/daemonset_controller.h"
#include "components/deployment/deployment_controller.h"
#include "components/deployment/rollout.h"
#include "components/fake_server.h"
#include "components/job/job_controller.h"
#include "components/replicaset/replicaset_controller.h"
#include "components/statefulset/statefulset_controller.h"
#include "kube/json.h"
#include "support/test_registry.h"

#include <algorithm>
#include <iterator>

using namespace minato;
using namespace minato::components;
using namespace minato::tests;

namespace {

std::string toText(const std::vector<std::string> &lines)
{
    std::string text;
    for (const std::string &line : lines)
        text += line + "\n";
    return text;
}

/// The lines of one list that the other lacks; all when only their order differs.
std::string onlyIn(const SyncRecord &mine, const SyncRecord &other)
{
    const auto lacking = [](std::vector<std::string> a, std::vector<std::string> b) {
        std::ranges::sort(a);
        std::ranges::sort(b);
        std::vector<std::string> rest;
        std::ranges::set_difference(a, b, std::back_inserter(rest));
        return rest;
    };
    const std::string text =
        toText(lacking(mine.writes, other.writes)) + toText(lacking(mine.events, other.events));
    return text.empty() ? toText(mine.writes) + toText(mine.events) : text;
}

/// Plays all cases of a file; what differs, at most three cases of it.
template <class Controller>
QByteArray differences(const char *file, std::size_t atLeast, WriteOrder order)
{
    const kube::Value cases = recordedCases(file);
    if (cases.size() < atLeast)
        return "too few cases";
    QByteArray found;
    int count = 0;
    std::size_t number = 0;
    for (const kube::Value &each : cases.items()) {
        ++number;
        RecordedCase recorded(each);
        recorded.run<Controller>();
        const SyncRecord ours = recorded.ours(order), upstreams = recorded.upstreams(order);
        if (ours.writes == upstreams.writes && ours.events == upstreams.events)
            continue;
        if (++count > 3)
            continue;
        found += "\ncase on line " + QByteArray::number(qulonglong(number + 1)) + "\nours:\n" +
                 onlyIn(ours, upstreams).c_str() + "upstream's:\n" + onlyIn(upstreams, ours).c_str();
    }
    if (count > 0)
        found += "\ncases that differ: " + QByteArray::number(count);
    return found;
}

/// A ReplicaSet with so many running Pods, in the form of a recorded case.
kube::Value largeSet(int replicas, int pods)
{
    using kube::Value;
    const auto labels = Value::map({{"app", "web"}});
    const auto container = Value::map({{"name", "c"}, {"image", "nginx"}});
    const auto podTemplate = Value::map({{"metadata", Value::map({{"labels", labels}})},
                                         {"spec", Value::map({{"containers", Value::array({container})}})}});
    const auto owner = Value::map({{"apiVersion", "apps/v1"},
                                   {"kind", "ReplicaSet"},
                                   {"name", "web"},
                                   {"uid", "u"},
                                   {"controller", true}});
    auto objects = Value::emptyArray();
    objects.push(
        Value::map({{"apiVersion", "apps/v1"},
                    {"kind", "ReplicaSet"},
                    {"metadata", Value::map({{"name", "web"}, {"namespace", "default"}, {"uid", "u"}})},
                    {"spec", Value::map({{"replicas", replicas},
                                         {"selector", Value::map({{"matchLabels", labels}})},
                                         {"template", podTemplate}})}}));
    for (int i = 0; i < pods; ++i) {
        const std::string name = "web-" + std::to_string(i);
        objects.push(Value::map({{"apiVersion", "v1"},
                                 {"kind", "Pod"},
                                 {"metadata", Value::map({{"name", name},
                                                          {"namespace", "default"},
                                                          {"uid", name},
                                                          {"labels", labels},
                                                          {"ownerReferences", Value::array({owner})}})},
                                 {"spec", Value::map({{"nodeName", "n"}})},
                                 {"status", Value::map({{"phase", "Running"}})}}));
    }
    return Value::map({{"objects", objects}, {"room", -1}});
}

} // namespace

/// One sync over random states does what Kubernetes' own controllers did: tests/components/peer has recorded them.
class TestUpstreamSyncs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fenceposts()
    {
        const kube::Value cases = recordedCases("fenceposts");
        QVERIFY(cases.size() >= 300);
        for (const kube::Value &each : cases.items()) {
            const auto ours = resolveFenceposts(each["maxSurge"], each["maxUnavailable"],
                                                static_cast<int>(each["replicas"].asInt()));
            QCOMPARE(ours.has_value(), !each.contains("error"));
            if (!ours)
                continue;
            const std::string text = kube::toJson(each);
            QVERIFY2(ours->surge == each["surge"].asInt(), text.c_str());
            QVERIFY2(ours->unavailable == each["unavailable"].asInt(), text.c_str());
        }
    }

    void deployments()
    {
        const QByteArray found = differences<DeploymentController>("deployments", 400, WriteOrder::AsMade);
        QVERIFY2(found.isEmpty(), found.constData());
    }

    void replicaSets()
    {
        const QByteArray found = differences<ReplicaSetController>("replicasets", 300, WriteOrder::Sorted);
        QVERIFY2(found.isEmpty(), found.constData());
    }

    void jobs()
    {
        const QByteArray found = differences<JobController>("jobs", 450, WriteOrder::SortedBetweenUpdates);
        QVERIFY2(found.isEmpty(), found.constData());
    }

    void burst_data()
    {
        QTest::addColumn<int>("replicas");
        QTest::addColumn<int>("pods"); // there already, all active
        QTest::addColumn<int>("creations");
        QTest::addColumn<int>("deletions");
        QTest::newRow("1200, the first sync") << 1200 << 0 << 500 << 0;
        QTest::newRow("1200, the second") << 1200 << 500 << 500 << 0;
        QTest::newRow("1200, the third") << 1200 << 1000 << 200 << 0;
        QTest::newRow("and away with them") << 0 << 1200 << 0 << 500;
        QTest::newRow("the last of them") << 0 << 200 << 0 << 200;
    }
    /// replicaset/replica_set_test.go TestControllerBurstReplicas, with replica_set.go BurstReplicas: 500.
    void burst()
    {
        QFETCH(int, replicas);
        QFETCH(int, pods);
        QFETCH(int, creations);
        QFETCH(int, deletions);
        RecordedCase recorded(largeSet(replicas, pods));
        recorded.run<ReplicaSetController>();
        int created = 0, deleted = 0;
        for (const std::string &write : recorded.ours(WriteOrder::Sorted).writes) {
            created += write.contains("\"create\"");
            deleted += write.contains("\"delete\"");
        }
        QCOMPARE(created, creations);
        QCOMPARE(deleted, deletions);
    }

    void daemonSets()
    {
        const QByteArray found = differences<DaemonSetController>("daemonsets", 250, WriteOrder::Sorted);
        QVERIFY2(found.isEmpty(), found.constData());
    }

    void statefulSets()
    {
        const QByteArray found = differences<StatefulSetController>("statefulsets", 300, WriteOrder::AsMade);
        QVERIFY2(found.isEmpty(), found.constData());
    }

    void statefulSetsAtOnce()
    {
        const QByteArray found =
            differences<StatefulSetController>("statefulsets_at_once", 200, WriteOrder::Sorted);
        QVERIFY2(found.isEmpty(), found.constData());
    }
};

MINATO_TEST(TestUpstreamSyncs)
#include "tst_upstream_syncs.moc"
