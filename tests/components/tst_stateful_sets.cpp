// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/fake_server.h"
#include "components/statefulset/statefulset_controller.h"
#include "kube/json.h"
#include "kube/names.h"
#include "support/test_registry.h"

#include <format>

using namespace minato;
using namespace minato::components;
using namespace minato::tests;
using namespace std::chrono_literals;

namespace {

constexpr base::Instant kNow = RecordedCase::kNow;

kube::Value parsed(const std::string &json)
{
    return *kube::parseJson(json);
}

/// Upstream's newStatefulSet(replicas), with what `spec` sets.
kube::Value setValue(int replicas, const std::string &spec = "{}")
{
    kube::Value set = parsed(
        R"({"apiVersion":"apps/v1","kind":"StatefulSet",
            "metadata":{"name":"foo","namespace":"default","uid":"test","generation":1,"resourceVersion":"1"},
            "spec":{"serviceName":"governingsvc","revisionHistoryLimit":2,"selector":{"matchLabels":{"foo":"bar"}},
              "updateStrategy":{"type":"RollingUpdate"},
              "volumeClaimTemplates":[{"metadata":{"name":"datadir"}}],
              "template":{"metadata":{"labels":{"foo":"bar"}},"spec":{
                "containers":[{"name":"nginx","image":"nginx"}],
                "volumes":[{"name":"home","hostPath":{"path":"/tmp/home"}}]}}}})");
    set.edit("spec").set("replicas", replicas);
    const kube::Value more = parsed(spec);
    for (const kube::Member &member : more.members())
        set.edit("spec").set(member.key(), member.value);
    return set;
}

kube::ObjectPtr setObject(int replicas, const std::string &spec = "{}")
{
    return kube::makeObject(setValue(replicas, spec));
}

kube::ObjectPtr revisionOfSet(const kube::Object &set, std::int64_t number)
{
    kube::Value revision = makeRevision(set, templateData(set.spec()["template"]), number);
    const auto hash = kube::revisionHash(revision["data"], 0);
    revision.edit("metadata").set("name", revisionName(set.name(), hash));
    revision.edit("metadata").set("uid", std::format("uid-{}", hash));
    revision.edit("metadata").set("resourceVersion", "1");
    revision.edit("metadata").set("creationTimestamp", base::toRfc3339(kNow - 1h));
    return kube::makeObject(std::move(revision));
}

SetRevisions onlyRevision(const kube::Object &set)
{
    const auto revision = revisionOfSet(set, 1);
    return {revision, revision, 0};
}

kube::Value podValue(const kube::Object &set, int ordinal)
{
    return newStatefulPod(set, onlyRevision(set), ordinal)->root();
}

/// Running, and ready since then.
kube::ObjectPtr readyPod(const kube::Object &set, int ordinal, base::Duration since)
{
    kube::Value pod = podValue(set, ordinal);
    pod.edit("metadata").set("uid", std::format("uid-{}", ordinal));
    pod.set(
        "status",
        parsed(std::format(
            R"({{"phase":"Running","conditions":[{{"type":"Ready","status":"True","lastTransitionTime":"{}"}}]}})",
            base::toRfc3339(kNow - since))));
    return kube::makeObject(std::move(pod));
}

std::vector<kube::ObjectPtr> readyPods(const kube::Object &set, int count, base::Duration since)
{
    std::vector<kube::ObjectPtr> pods;
    for (int i = 0; i < count; ++i)
        pods.push_back(readyPod(set, i, since));
    return pods;
}

/// One sync of the controller over these objects.
SyncRecord syncOf(const std::vector<kube::Value> &objects, const std::string &refused = "[]")
{
    kube::Value recorded = kube::Value::map({{"refused", parsed(refused)}});
    recorded.set("objects", kube::Value(objects));
    recorded.set("paths", parsed(R"({"create controllerrevisions/":["revision"],
        "update controllerrevisions/":["revision"],"update statefulsets/status":["status.replicas"]})"));
    RecordedCase played(recorded);
    played.run<StatefulSetController>();
    return played.ours(WriteOrder::AsMade);
}

} // namespace

/// Mirrors stateful_set_utils_test.go, stateful_set_control_test.go and controller_history_test.go where no time
/// passes.
class TestStatefulSetRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// TestGetParentNameAndOrdinal
    void podIdentity_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("parent");
        QTest::addColumn<int>("ordinal");
        QTest::newRow("member") << QStringLiteral("foo-1") << QStringLiteral("foo") << 1;
        QTest::newRow("dashes in the name") << QStringLiteral("foo-2-30") << QStringLiteral("foo-2") << 30;
        QTest::newRow("no number at the end") << QStringLiteral("1-bar") << QString() << -1;
        QTest::newRow("nothing but a number") << QStringLiteral("17") << QString() << -1;
        QTest::newRow("too large") << QStringLiteral("foo-2147483648") << QStringLiteral("foo") << -1;
        QTest::newRow("largest") << QStringLiteral("foo-2147483647") << QStringLiteral("foo") << 2147483647;
        QTest::newRow("letters between") << QStringLiteral("foo-1a2") << QString() << -1;
    }
    void podIdentity()
    {
        QFETCH(QString, name);
        QFETCH(QString, parent);
        QFETCH(int, ordinal);
        const std::string text = name.toStdString();
        const auto identity = components::podIdentity(text);
        QCOMPARE(std::string(identity.parent), parent.toStdString());
        QCOMPARE(identity.ordinal, ordinal);
    }

    /// TestIsMemberOf
    void membership()
    {
        const auto set = setObject(3);
        kube::Value other = setValue(3);
        other.edit("metadata").set("name", "foo2");
        const auto pod = kube::makeObject(podValue(*set, 1));
        QVERIFY(isMemberOf(*set, *pod));
        QVERIFY(!isMemberOf(*kube::makeObject(other), *pod));
    }

    /// TestIdentityMatches, TestUpdateIdentity
    void identity_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("isRepairable");
        QTest::newRow("wrong name") << QByteArray("name") << QByteArray("foo") << false;
        QTest::newRow("wrong namespace") << QByteArray("namespace") << QByteArray() << true;
        QTest::newRow("no pod name label") << QByteArray("labels") << QByteArray() << true;
    }
    void identity()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, value);
        QFETCH(bool, isRepairable);
        const auto set = setObject(3);
        kube::Value pod = podValue(*set, 1);
        QVERIFY(identityMatches(*set, *kube::makeObject(pod)));
        if (key == "labels")
            pod.edit("metadata").edit("labels").erase(kPodNameLabel);
        else
            pod.edit("metadata").set(key.toStdString(), value.toStdString());
        QVERIFY(!identityMatches(*set, *kube::makeObject(pod)));
        if (!isRepairable)
            return;
        updateIdentity(*set, pod);
        QVERIFY(identityMatches(*set, *kube::makeObject(pod)));
    }

    /// TestStorageMatches, TestUpdateStorage
    void storage()
    {
        const auto set = setObject(3);
        const kube::Value good = podValue(*set, 1);
        QVERIFY(storageMatches(*set, *kube::makeObject(good)));
        QCOMPARE(good.at("spec", "volumes").size(), std::size_t{2});
        kube::Value none = good, unclaimed = good, foreign = good, nameless = good;
        none.edit("spec").erase("volumes");
        unclaimed.edit("spec").edit("volumes").edit(std::size_t{0}).erase("persistentVolumeClaim");
        foreign.edit("spec")
            .edit("volumes")
            .edit(std::size_t{0})
            .edit("persistentVolumeClaim")
            .set("claimName", "foo");
        nameless.edit("metadata").set("name", "bar");
        QVERIFY(!storageMatches(*set, *kube::makeObject(nameless)));
        for (kube::Value pod : {none, unclaimed, foreign}) {
            QVERIFY(!storageMatches(*set, *kube::makeObject(pod)));
            updateStorage(*set, pod);
            QVERIFY(storageMatches(*set, *kube::makeObject(pod)));
            QCOMPARE(pod.at("spec", "volumes")[0].at("persistentVolumeClaim", "claimName").asString(),
                     std::string_view("datadir-foo-1"));
        }
    }

    /// TestIsRunningAndReady
    void runningAndReady()
    {
        const auto set = setObject(3);
        kube::Value pod = podValue(*set, 1);
        QVERIFY(!isRunningAndReady(*kube::makeObject(pod)));
        pod.edit("status").set("phase", "Running");
        QVERIFY(!isRunningAndReady(*kube::makeObject(pod)));
        QVERIFY(isRunningAndReady(*readyPod(*set, 1, 0s)));
    }

    /// TestNewPodControllerRef
    void newPod_isControlledBySet()
    {
        const auto set = setObject(1);
        const auto pod = kube::makeObject(podValue(*set, 0));
        QCOMPARE(kube::toJson(pod->controllerRef()),
                 std::string(R"({"apiVersion":"apps/v1","blockOwnerDeletion":true,"controller":true,)"
                             R"("kind":"StatefulSet","name":"foo","uid":"test"})"));
        QCOMPARE(pod->spec()["hostname"].asString(), std::string_view("foo-0"));
        QCOMPARE(pod->spec()["subdomain"].asString(), std::string_view("governingsvc"));
    }

    /// TestCreateApplyRevision, TestRollingUpdateApplyRevision
    void revision_bringsItsTemplateBack()
    {
        const auto set = setObject(1);
        const auto revision = revisionOfSet(*set, 1);
        QVERIFY(templateOf(*revision) == set->spec()["template"]);
        kube::Value renamed = setValue(1);
        renamed.edit("metadata").edit("annotations").set("foo", "bar");
        const auto again = revisionOfSet(*kube::makeObject(renamed), 2);
        QVERIFY((*again)["data"] == (*revision)["data"]);
        QCOMPARE(again->annotations()["foo"].asString(), std::string_view("bar"));
        const auto updated = setObject(1, R"({"template":{"spec":{"containers":[{"name":"x"}]}}})");
        QVERIFY(templateOf(*revisionOfSet(*updated, 2)) == updated->spec()["template"]);
    }

    /// controller_history_test.go TestSortControllerRevisions, TestFindEqualRevisions
    void revisions_areSortedByNumberThenAgeThenName()
    {
        const auto make = [](const char *name, int number, base::Duration age, const char *image) {
            return kube::makeObject(parsed(std::format(
                R"({{"metadata":{{"name":"{}","creationTimestamp":"{}"}},"revision":{},"data":{{"image":"{}"}}}})",
                name, base::toRfc3339(kNow - age), number, image)));
        };
        Revisions all{make("d", 3, 1h, "x"), make("c", 2, 1h, "y"), make("b", 2, 1h, "x"),
                      make("a", 2, 2h, "z")};
        sortRevisions(all);
        std::string order;
        for (const auto &revision : all)
            order += revision->name();
        QCOMPARE(order, std::string("abcd"));
        QCOMPARE(nextRevision(all), 4);
        QCOMPARE(nextRevision({}), 1);
        QCOMPARE(findEqualRevision(all, parsed(R"({"image":"x"})"))->name(), std::string_view("d"));
        QCOMPARE(findEqualRevision(all, parsed(R"({"image":"y"})"))->name(), std::string_view("c"));
        QVERIFY(!findEqualRevision(all, parsed(R"({"image":"other"})")));
        QCOMPARE(revisionName(std::string(300, 'a'), "hash").size(), std::size_t{228});
    }

    /// TestStatefulSetControl_getSetRevisions
    void updateRevision_data()
    {
        QTest::addColumn<int>("existing");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<QByteArray>("write");
        QTest::newRow("creates initial revision")
            << 0 << 0
            << QByteArray(R"({"object":{"revision":1},"resource":"controllerrevisions","verb":"create"})");
        QTest::newRow("creates revision on update")
            << 1 << 1
            << QByteArray(R"({"object":{"revision":2},"resource":"controllerrevisions","verb":"create"})");
        QTest::newRow("must not recreate a new revision of same set") << 2 << 1 << QByteArray();
        QTest::newRow("must rollback to a previous revision")
            << 3 << 1
            << QByteArray(R"("object":{"revision":4},"resource":"controllerrevisions","verb":"update"})");
    }
    void updateRevision()
    {
        QFETCH(int, existing);
        QFETCH(int, wanted);
        QFETCH(QByteArray, write);
        const auto version = [](int number) {
            return std::format(R"({{"template":{{"metadata":{{"labels":{{"foo":"bar"}}}},
                                   "spec":{{"containers":[{{"name":"nginx","image":"v{}"}}]}}}}}})",
                               number);
        };
        kube::Value set = setValue(0, version(wanted));
        std::vector<kube::Value> objects;
        for (int i = 0; i < existing; ++i)
            objects.push_back(revisionOfSet(*setObject(0, version(i)), i + 1)->root());
        if (existing > 0)
            set.edit("status").set("currentRevision", objects[0].at("metadata", "name"));
        objects.push_back(set);
        const auto record = syncOf(objects);
        QVERIFY(!record.writes.empty()); // the status, at least
        const auto &first = record.writes.front();
        if (write.isEmpty())
            QVERIFY2(first.contains("statefulsets"), first.c_str());
        else
            QVERIFY2(first.contains(write.toStdString()), first.c_str());
    }

    /// TestStatefulSetStatusUpdate
    void status_isToldOfAFailedSyncToo_data()
    {
        QTest::addColumn<QByteArray>("refused");
        QTest::addColumn<bool>("isTold");
        const QByteArray pod(R"({"verb":"create","resource":"pods","name":"foo-0"})"),
            status(R"({"verb":"update","resource":"statefulsets","name":"foo"})");
        QTest::newRow("no error") << QByteArray() << true;
        QTest::newRow("sync error") << pod << true;
        QTest::newRow("status error") << status << false;
        QTest::newRow("sync and status error") << pod + "," + status << false;
    }
    void status_isToldOfAFailedSyncToo()
    {
        QFETCH(QByteArray, refused);
        QFETCH(bool, isTold);
        const auto record = syncOf({setValue(3)}, "[" + refused.toStdString() + "]");
        const bool has =
            std::ranges::any_of(record.writes, [](const auto &w) { return w.contains("status"); });
        QCOMPARE(has, isTold);
        const std::string event = record.events.at(0);
        QCOMPARE(event,
                 std::string(refused.contains("pods")
                                 ? "Warning FailedCreate create Pod foo-0 in StatefulSet foo failed error: "
                                   "pods \"foo-0\" is forbidden: refused"
                                 : "Normal SuccessfulCreate create Pod foo-0 in StatefulSet foo successful"));
    }

    /// TestStatefulSetAvailability, TestStatefulSetZeroMinReadySeconds
    void availability_data()
    {
        QTest::addColumn<int>("minReadySeconds");
        QTest::addColumn<qlonglong>("readySeconds");
        QTest::addColumn<int>("available");
        QTest::newRow("running for required time") << 3600 << 7200LL << 1;
        QTest::newRow("not running for required time") << 3600 << 1800LL << 0;
        QTest::newRow("zero minReadySeconds") << 0 << 0LL << 1;
        QTest::newRow("just now for long enough") << 30 << 30LL << 1;
    }
    void availability()
    {
        QFETCH(int, minReadySeconds);
        QFETCH(qlonglong, readySeconds);
        QFETCH(int, available);
        const auto set = setObject(1, std::format(R"({{"minReadySeconds":{}}})", minReadySeconds));
        const auto status = statefulSetStatus(*set, onlyRevision(*set),
                                              {readyPod(*set, 0, std::chrono::seconds(readySeconds))}, kNow);
        QCOMPARE(status["availableReplicas"].asInt(), available);
        QCOMPARE(status["readyReplicas"].asInt(), 1);
    }

    /// TestStatefulSetRollingUpdateRespectsMinReadySeconds, …PartitionRollingUpdateWithMinReadySeconds,
    /// …OnDeleteStrategyIgnoresMinReadySeconds
    void rollingUpdate_waitsForMinReadySeconds_data()
    {
        QTest::addColumn<QByteArray>("strategy");
        QTest::addColumn<qlonglong>("readySeconds");
        QTest::addColumn<bool>("isReplacing");
        const QByteArray rolling(R"({"type":"RollingUpdate"})"),
            partition(R"({"type":"RollingUpdate","rollingUpdate":{"partition":2}})"),
            onDelete(R"({"type":"OnDelete"})");
        QTest::newRow("ready for less") << rolling << 10LL << false;
        QTest::newRow("ready for longer") << rolling << 60LL << true;
        QTest::newRow("partition, ready for less") << partition << 10LL << false;
        QTest::newRow("partition, ready for longer") << partition << 60LL << true;
        QTest::newRow("on delete") << onDelete << 60LL << false;
    }
    void rollingUpdate_waitsForMinReadySeconds()
    {
        QFETCH(QByteArray, strategy);
        QFETCH(qlonglong, readySeconds);
        QFETCH(bool, isReplacing);
        const auto old = setObject(4);
        std::vector<kube::Value> objects;
        for (const auto &pod : readyPods(*old, 4, std::chrono::seconds(readySeconds)))
            objects.push_back(pod->root());
        objects.push_back(
            setValue(4, R"({"minReadySeconds":30,"updateStrategy":)" + strategy.toStdString() +
                            R"(,"template":{"metadata":{"labels":{"foo":"bar"}},"spec":{"containers":[
                                              {"name":"nginx","image":"updated-image"}]}}})"));
        const auto record = syncOf(objects);
        const bool has = std::ranges::contains(
            record.events, "Normal SuccessfulDelete delete Pod foo-3 in StatefulSet foo successful");
        QCOMPARE(has, isReplacing);
        QCOMPARE(record.events.size(), isReplacing ? std::size_t{1} : std::size_t{0});
    }

    /// TestStatefulSetScaleDownRespectsMinReadySeconds
    void scaleDown_waitsForMinReadySeconds()
    {
        for (const bool isLongEnough : {false, true}) {
            const auto set = setObject(1, R"({"minReadySeconds":30})");
            const auto pods = readyPods(*set, 3, isLongEnough ? 60s : 10s);
            const StatefulPods parts(*set, onlyRevision(*set), pods, kNow);
            QCOMPARE(replicaStep(*set, *parts.replicas[0], kNow),
                     isLongEnough ? PodStep::Nothing : PodStep::Wait);
            QCOMPARE(parts.condemned[0]->name(), std::string_view("foo-2"));
            QCOMPARE(condemnedStep(*set, parts, *parts.condemned[0], kNow),
                     isLongEnough ? PodStep::Delete : PodStep::Wait);
        }
    }

    /// stateful_set_control.go processCondemned: an unhealthy Pod may go only when it is the first one.
    void condemned_unhealthyWaitsForTheFirstUnhealthy()
    {
        const auto set = setObject(1);
        auto pods = readyPods(*set, 3, 60s);
        kube::Value sick = pods[2]->root();
        sick.erase("status");
        sick.edit("status").set("phase", "Running");
        pods[2] = kube::makeObject(sick);
        const StatefulPods alone(*set, onlyRevision(*set), pods, kNow);
        QCOMPARE(condemnedStep(*set, alone, *alone.condemned[0], kNow), PodStep::Delete);
        kube::Value second = pods[1]->root();
        second.erase("status");
        second.edit("status").set("phase", "Running");
        pods[1] = kube::makeObject(second);
        const StatefulPods two(*set, onlyRevision(*set), pods, kNow);
        QCOMPARE(condemnedStep(*set, two, *two.condemned[0], kNow), PodStep::Wait);
        const auto atOnce = setObject(1, R"({"podManagementPolicy":"Parallel"})");
        QCOMPARE(condemnedStep(*atOnce, two, *two.condemned[0], kNow), PodStep::Delete);
    }
};

MINATO_TEST(TestStatefulSetRules)
#include "tst_stateful_sets.moc"
