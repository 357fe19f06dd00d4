// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables of upstream's unit tests about a Deployment's ReplicaSets, whole: rows bear the names, or the numbers, of
// its cases.
#include "components/deployment/owned_sets.h"
#include "kube/yaml.h"
#include "support/test_registry.h"

#include <format>
#include <map>

using namespace minato;
using namespace minato::components;

namespace {

kube::Value yaml(const std::string &text)
{
    return kube::parseYaml(text)->front().value;
}

kube::ObjectPtr deployment(const std::string &spec, const char *image = "new")
{
    return kube::makeObject(
        yaml(std::format("{{metadata: {{name: foo}}, spec: {{{}, template: {{image: {}}}}}}}", spec, image)));
}

struct SetLooks {
    std::string name;
    int spec = 0;
    int replicas = 0, available = 0;
    int created = 0; ///< minutes
    const char *image = "old";
    std::string annotations = "{}", more = "a: b";
};

kube::ObjectPtr set(const SetLooks &looks)
{
    return kube::makeObject(yaml(std::format(
        "{{metadata: {{name: {}, creationTimestamp: '2026-01-05T00:{:02}:00Z', annotations: {}, {}}}, "
        "spec: {{replicas: {}, template: {{image: {}}}}}, status: {{replicas: {}, availableReplicas: {}}}}}",
        looks.name, looks.created, looks.annotations, looks.more, looks.spec, looks.image, looks.replicas,
        looks.available)));
}

std::string names(const auto &sets)
{
    std::string text;
    for (const OwnedSet *each : sets)
        text += (text.empty() ? "" : " ") + std::string(each->object->name());
    return text;
}

} // namespace

/// Mirrors pkg/controller/deployment sync_test.go, recreate_test.go and util/deployment_util_test.go.
class TestDeploymentSets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scale_data()
    {
        QTest::addColumn<int>("replicas");
        QTest::addColumn<int>("surge");
        QTest::addColumn<int>("desiredBefore"); // as the ReplicaSets are annotated
        QTest::addColumn<int>("surgeBefore");
        QTest::addColumn<QList<int>>("before"); // newest first
        QTest::addColumn<bool>("hasNew");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, std::pair<int, int> size, std::pair<int, int> surge,
                            const QList<int> &before, const char *after, bool hasNew = true) {
            QTest::newRow(name) << size.second << surge.second << size.first << surge.first << before
                                << hasNew << QByteArray(after);
        };
        row("normal scaling event: 10 -> 12", {10, 12}, {0, 0}, {10}, "12");
        row("normal scaling event: 10 -> 5", {10, 5}, {0, 0}, {10}, "5");
        row("proportional scaling: 5 -> 10", {5, 10}, {0, 0}, {2, 3}, "4 6");
        row("proportional scaling: 5 -> 3", {5, 3}, {0, 0}, {2, 3}, "1 2");
        row("proportional scaling: 9 -> 4", {9, 4}, {0, 0}, {8, 1}, "4 0");
        row("proportional scaling: 7 -> 10", {7, 10}, {0, 0}, {2, 3, 2}, "3 4 3");
        row("proportional scaling: 13 -> 8", {13, 8}, {0, 0}, {2, 8, 3}, "1 5 2");
        row("leftover distribution: 3 -> 4", {3, 4}, {0, 0}, {1, 1, 1}, "2 1 1");
        row("leftover distribution: 3 -> 2", {3, 2}, {0, 0}, {1, 1, 1}, "1 1 0");
        row("proportional scaling (no new rs): 4 -> 5", {4, 5}, {0, 0}, {2, 2}, "3 2", false);
        row("proportional scaling: 6 -> 0", {6, 0}, {0, 0}, {3, 2, 1}, "0 0 0");
        row("proportional scaling: 0 -> 6", {6, 6}, {0, 0}, {0, 0, 0}, "6 0 0");
        // The row annotated otherwise than the others: 3 instead of 5 on the second set, in the case's own words.
        row("failed rs update", {-3, 5}, {0, 0}, {2, 1, 1}, "2 2 1");
        row("deployment with surge pods", {10, 20}, {2, 2}, {6, 6}, "11 11");
        row("change both surge and size", {10, 50}, {3, 6}, {5, 8}, "22 34");
        row("change both size and template", {10, 14}, {0, 0}, {7, 3}, "10 4", false);
        row("saturated but broken new replica set does not affect old pods", {2, 2}, {1, 1}, {2, 1}, "2 1");
        // By the formula of sync.go scale and getReplicaSetFraction.
        row("the documentation's \"Proportional scaling\": 10 -> 15", {10, 15}, {3, 3}, {5, 8}, "7 11");
        row("10 -> 5 with surge 2", {10, 5}, {2, 2}, {4, 6}, "3 4");
    }
    /// TestScale
    void scale()
    {
        QFETCH(int, replicas);
        QFETCH(int, surge);
        QFETCH(int, desiredBefore);
        QFETCH(int, surgeBefore);
        QFETCH(QList<int>, before);
        QFETCH(bool, hasNew);
        QFETCH(QByteArray, after);
        std::vector<kube::ObjectPtr> sets;
        const auto last = before.size() - 1;
        for (qsizetype i = 0; i < before.size(); ++i) {
            // Negative: what the second set alone says, the others say the size of today.
            const int desired = desiredBefore > 0 ? desiredBefore : i == 1 ? -desiredBefore : replicas;
            sets.push_back(
                set({.name = std::format("foo-v{}", last - i),
                     .spec = before[i],
                     .created = static_cast<int>(last - i),
                     .image = hasNew && i == 0 ? "new" : "old",
                     .annotations = std::format("{{{}: '{}', {}: '{}'}}", kDesiredReplicasAnnotation, desired,
                                                kMaxReplicasAnnotation, desired + surgeBefore)}));
        }
        Rollout rollout(
            deployment(std::format("replicas: {}, strategy: {{type: RollingUpdate, rollingUpdate: "
                                   "{{maxSurge: {}, maxUnavailable: {}}}}}",
                                   replicas, surge, surge > 0 ? 1 : 0)),
            sets);
        QCOMPARE(rollout.newSet() != nullptr, hasNew);
        std::map<std::string, int> sizes;
        for (const OwnedSet &each : rollout.sets)
            sizes[std::string(each.object->name())] = each.spec;
        for (const Resize &step : scalingSteps(rollout))
            sizes[std::string(step.set->object->name())] = step.size;
        std::string text;
        for (const auto &[name, size] : sizes)
            text = std::to_string(size) + (text.empty() ? "" : " ") + text;
        QCOMPARE(text, after.toStdString());
    }

    void fraction_data()
    {
        QTest::addColumn<int>("replicas");
        QTest::addColumn<int>("statusReplicas");
        QTest::addColumn<int>("surge");
        QTest::addColumn<int>("setReplicas");
        QTest::addColumn<QByteArray>("annotation");
        QTest::addColumn<int>("want");
        const auto row = [](const char *name, int replicas, int statusReplicas, int surge, int setReplicas,
                            const char *annotation, int want) {
            QTest::newRow(name) << replicas << statusReplicas << surge << setReplicas
                                << QByteArray(annotation) << want;
        };
        row("empty deployment always scales to 0", 0, 0, 0, 10, "", -10);
        row("unsynced deployment, annotation missing", 10, 0, 0, 5, "", 0);
        row("unsynced deployment, annotation 0", 10, 0, 0, 5, "0", 0);
        row("scale up by 1/5, annotation missing", 120, 100, 0, 50, "", 10);
        row("scale up by 1/5, annotation 0", 120, 100, 0, 50, "0", 10);
        row("scale up by 1/5", 120, 0, 0, 50, "100", 10);
        row("scale up with maxSurge by 1/5", 120, 0, 10, 50, "110", 9);
        row("scale down by 1/6", 10, 0, 0, 6, "12", -1);
        row("scale down with maxSurge by 1/6", 100, 0, 10, 50, "130", -8);
    }
    /// TestGetReplicaSetFraction
    void fraction()
    {
        QFETCH(int, replicas);
        QFETCH(int, statusReplicas);
        QFETCH(int, surge);
        QFETCH(int, setReplicas);
        QFETCH(QByteArray, annotation);
        QFETCH(int, want);
        const std::string annotations =
            annotation.isEmpty()
                ? "{}"
                : std::format("{{{}: '{}'}}", kMaxReplicasAnnotation, annotation.toStdString());
        const auto object = set({.name = "nginx", .spec = setReplicas, .annotations = annotations});
        const ProportionalSet one{
            "nginx", {}, setReplicas, annotatedReplicas(*object, kMaxReplicasAnnotation).value_or(0)};
        QCOMPARE(proportionalChange(one, replicas, surge, statusReplicas), want);
    }

    void forgotten_data()
    {
        QTest::addColumn<QByteArrayList>("sets"); // spec/status
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<int>("deletions");
        QTest::newRow("0: beyond the limit") << QByteArrayList{"0/0", "0/0", "0/0"} << 1LL << 2;
        QTest::newRow("1: only what has no Pods, asked for or there")
            << QByteArrayList{"0/0", "0/1", "1/0", "1/1"} << 0LL << 1;
        QTest::newRow("2: all") << QByteArrayList{"0/0", "0/0"} << 0LL << 2;
        QTest::newRow("3: none is empty") << QByteArrayList{"1/1", "1/1"} << 0LL << 0;
        QTest::newRow("4: being deleted already") << QByteArrayList{"0/0 deleted"} << 0LL << 0;
        QTest::newRow("5: no limit") << QByteArrayList{"0/0", "0/0", "0/0"} << 2147483647LL << 0;
    }
    /// TestDeploymentController_cleanupDeployment
    void forgotten()
    {
        QFETCH(QByteArrayList, sets);
        QFETCH(qint64, limit);
        QFETCH(int, deletions);
        std::vector<kube::ObjectPtr> old;
        for (const QByteArray &each : sets)
            old.push_back(set(
                {.name = std::format("foo-{}", old.size() + 1),
                 .spec = each[0] - '0',
                 .replicas = each[2] - '0',
                 .more = each.endsWith("deleted") ? "deletionTimestamp: '2026-01-05T00:00:00Z'" : "a: b"}));
        Rollout rollout(deployment(std::format("replicas: 1, revisionHistoryLimit: {}", limit)), old);
        QCOMPARE(forgettableSets(rollout).size(), std::size_t(deletions));
    }

    void forgottenOrder_data()
    {
        QTest::addColumn<QByteArrayList>("sets"); // replicas@revision, oldest first
        QTest::addColumn<int>("limit");
        QTest::addColumn<QByteArray>("deleted");
        QTest::newRow("0: revisions 1, 2") << QByteArrayList{"0@1", "0@2"} << 1 << QByteArray("foo-1");
        QTest::newRow("1: revisions 2, 1") << QByteArrayList{"0@2", "0@1"} << 1 << QByteArray("foo-2");
        QTest::newRow("2: the second has none") << QByteArrayList{"0@1", "0@"} << 1 << QByteArray("foo-2");
        QTest::newRow("3: the first has none") << QByteArrayList{"0@", "0@2"} << 1 << QByteArray("foo-1");
        QTest::newRow("4: the first has a Pod")
            << QByteArrayList{"1@1", "0@2", "0@3"} << 1 << QByteArray("foo-2");
        QTest::newRow("5: the first two have Pods")
            << QByteArrayList{"1@1", "1@2", "0@3"} << 1 << QByteArray();
        QTest::newRow("6: revisions 3, 1, 4, 2")
            << QByteArrayList{"0@3", "0@1", "0@4", "0@2"} << 2 << QByteArray("foo-2 foo-4");
    }
    /// TestDeploymentController_cleanupDeploymentOrder
    void forgottenOrder()
    {
        QFETCH(QByteArrayList, sets);
        QFETCH(int, limit);
        QFETCH(QByteArray, deleted);
        std::vector<kube::ObjectPtr> old;
        for (const QByteArray &each : sets) {
            const int number = static_cast<int>(old.size()) + 1, size = each[0] - '0';
            old.push_back(
                set({.name = std::format("foo-{}", number),
                     .spec = size,
                     .replicas = size,
                     .created = number,
                     .annotations = each.endsWith('@') ? "{}"
                                                       : std::format("{{{}: '{}'}}", kRevisionAnnotation,
                                                                     each.mid(2).toStdString())}));
        }
        Rollout rollout(deployment(std::format("replicas: 1, revisionHistoryLimit: {}", limit)), old);
        QCOMPARE(names(forgettableSets(rollout)), deleted.toStdString());
    }

    void find_data()
    {
        QTest::addColumn<QByteArray>("sets");
        QTest::addColumn<QByteArray>("wantNew");
        QTest::addColumn<QByteArray>("wantOld");
        QTest::addColumn<QByteArray>("wantActive"); // of the old ones
        const auto row = [](const char *name, const char *sets, const char *wantNew, const char *old,
                            const char *active) {
            QTest::newRow(name) << QByteArray(sets) << QByteArray(wantNew) << QByteArray(old)
                                << QByteArray(active);
        };
        row("Get new ReplicaSet with the same template but different hash", "new old", "new", "old", "");
        row("Get the oldest new ReplicaSet when there are more than one", "new old dup", "dup", "old new",
            "new");
        row("Get nil new ReplicaSet", "old", "", "old", "");
        row("Get old ReplicaSets", "new old", "new", "old", "");
        row("Get old ReplicaSets with no new ReplicaSet", "old", "", "old", "");
        row("Get old ReplicaSets with two new ReplicaSets", "old new dup", "dup", "old new", "new");
        row("Get empty old ReplicaSets", "new", "new", "", "");
    }
    /// TestFindNewReplicaSet (three cases), TestFindOldReplicaSets (four)
    void find()
    {
        QFETCH(QByteArray, sets);
        QFETCH(QByteArray, wantNew);
        QFETCH(QByteArray, wantOld);
        QFETCH(QByteArray, wantActive);
        const std::map<QByteArray, SetLooks> known{
            {"old", {.name = "old", .created = 1}},
            {"dup",
             {.name = "dup", .created = 2, .image = "new, metadata: {labels: {pod-template-hash: d}}"}},
            {"new",
             {.name = "new",
              .spec = 1,
              .created = 3,
              .image = "new, metadata: {labels: {pod-template-hash: h}}"}}};
        std::vector<kube::ObjectPtr> list;
        for (const QByteArray &each : sets.split(' '))
            list.push_back(set(known.at(each)));
        Rollout rollout(deployment("replicas: 1", "new, metadata: {labels: {}}"), list);
        QCOMPARE(rollout.newSet() ? rollout.newSet()->object->name() : std::string_view(),
                 std::string_view(wantNew.constData()));
        auto old = rollout.oldSets();
        QCOMPARE(names(old), wantOld.toStdString());
        std::erase_if(old, [](const OwnedSet *each) { return each->spec == 0; });
        QCOMPARE(names(old), wantActive.toStdString());
    }

    void sameTemplate_data()
    {
        QTest::addColumn<QByteArray>("former");
        QTest::addColumn<QByteArray>("latter");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char *name, const char *former, const char *latter, bool isSame) {
            QTest::newRow(name) << QByteArray(former) << QByteArray(latter) << isSame;
        };
        const char *const one = "pod-template-hash: value-1, something: else";
        row("Same spec, same labels", one, one, true);
        row("Same spec, only pod-template-hash label value is different", one,
            "pod-template-hash: value-2, something: else", true);
        row("Same spec, the former doesn't have pod-template-hash label", "something: else",
            "pod-template-hash: value-2, something: else", true);
        row("Same spec, the label is different, the former doesn't have the hash", "something: else",
            "pod-template-hash: value-2", false);
        row("Same spec, the label is different, the latter doesn't have the hash",
            "pod-template-hash: value-1", "something: else", false);
        row("Same spec, the label is different, and the hash is the same", "pod-template-hash: value-1", one,
            false);
        row("Different spec, same labels", "pod-template-hash: value-1|former",
            "pod-template-hash: value-1|latter", false);
        row("Different spec, different pod-template-hash label value", "pod-template-hash: value-1|foo-1",
            "pod-template-hash: value-2|foo-2", false);
        row("Different spec, the former doesn't have pod-template-hash label", "something: else|foo-1",
            "pod-template-hash: value-2, something: else|foo-2", false);
        row("Different spec, different labels", "something: else|foo-1", "nothing: else|foo-2", false);
    }
    /// TestEqualIgnoreHash
    void sameTemplate()
    {
        QFETCH(QByteArray, former);
        QFETCH(QByteArray, latter);
        QFETCH(bool, isSame);
        const auto podTemplate = [](const QByteArray &text) {
            const auto parts = text.split('|');
            return yaml(std::format("{{metadata: {{labels: {{{}}}}}, spec: {{nodeName: '{}'}}}}",
                                    parts[0].toStdString(),
                                    parts.size() > 1 ? parts[1].toStdString() : "foo"));
        };
        QCOMPARE(isSameTemplate(podTemplate(former), podTemplate(latter)), isSame);
        QCOMPARE(isSameTemplate(podTemplate(latter), podTemplate(former)), isSame);
    }

    void podsLeft_data()
    {
        QTest::addColumn<QList<int>>("statusReplicas"); // of the old sets
        QTest::addColumn<QByteArrayList>("pods");       // phases, of each set
        QTest::addColumn<bool>("want");
        using L = QList<int>;
        const auto row = [](const char *name, const L &sets, const QByteArrayList &pods, bool want) {
            QTest::newRow(name) << sets << pods << want;
        };
        row("no old RSs", {}, {}, false);
        row("old RSs with running pods", {0, 0}, {"? ?", "? ?"}, true);
        row("old RSs without pods but with non-zero status replicas", {1}, {""}, true);
        row("old RSs without pods or non-zero status replicas", {0}, {""}, false);
        row("... zero status replicas but pods in terminal state are present", {0}, {"Failed Succeeded"},
            false);
        row("... but pod in unknown phase present", {0}, {"Unknown"}, true);
        row("... with pending pod present", {0}, {"Pending"}, true);
        row("... with running pod present", {0}, {"Running"}, true);
        row("... but pods in terminal state and pending are present", {0, 0, 0},
            {"Failed Succeeded", "", "Pending"}, true);
    }
    /// TestOldPodsRunning
    void podsLeft()
    {
        QFETCH(QList<int>, statusReplicas);
        QFETCH(QByteArrayList, pods);
        QFETCH(bool, want);
        bool isAny = false;
        for (qsizetype i = 0; i < statusReplicas.size(); ++i) {
            const OwnedSet old(set({.name = "rs-1", .replicas = statusReplicas[i]}));
            std::vector<client::Cache::Entry> entries;
            for (const QByteArray &phase : pods[i].isEmpty() ? QByteArrayList() : pods[i].split(' '))
                entries.push_back(
                    {std::format("p{}", entries.size()),
                     kube::makeObject(yaml(
                         phase == "?" ? "{metadata: {name: p}}"
                                      : std::format("{{status: {{phase: {}}}}}", phase.toStdString())))});
            client::Cache::Bucket bucket;
            for (const auto &entry : entries)
                bucket.emplace(entry.key, &entry);
            isAny = isAny || hasPodsLeft(old, bucket);
        }
        QCOMPARE(isAny, want);
    }

    void setNames_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("hashLength");
        QTest::addColumn<int>("kept");
        QTest::newRow("short name") << 13 << 10 << 13;
        QTest::newRow("maximum length without truncating") << 242 << 10 << 242;
        QTest::newRow("very long deployment name is truncated") << 250 << 10 << 242;
        QTest::newRow("very long hash is not truncated") << 252 << 252 << 252;
    }
    /// TestGenerateReplicaSetName, TestDeploymentController_generateReplicaSetName
    void setNames()
    {
        QFETCH(int, length);
        QFETCH(int, hashLength);
        QFETCH(int, kept);
        const std::string name(std::size_t(length), 'a'), hash(std::size_t(hashLength), 'h');
        QCOMPARE(replicaSetName(name, hash), std::string(std::size_t(kept), 'a') + "-" + hash);
    }
};

MINATO_TEST(TestDeploymentSets)
#include "tst_deployment_sets.moc"
