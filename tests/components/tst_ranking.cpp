// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "components/common/pod.h"
#include "components/replicaset/ranking.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::components;
using namespace std::chrono_literals;

namespace {

constexpr base::Instant kNow = base::kSimEpoch + 24h * 365;
constexpr auto kMonth = 24h * 30;

VictimCandidate candidate(const char *node, const char *phase, bool isReady, int colocated)
{
    VictimCandidate c;
    c.uid = "m";
    c.node = node;
    c.phase = phase;
    c.isReady = isReady;
    c.colocated = colocated;
    return c;
}

VictimCandidate ready(base::Duration since, int colocated = 1, int restarts = 0)
{
    auto c = candidate("n", "Running", true, colocated);
    c.readySince = kNow - since;
    c.restarts = restarts;
    return c;
}

VictimCandidate readyWithoutTime(int colocated = 1)
{
    return candidate("n", "Running", true, colocated);
}

VictimCandidate created(base::Duration since)
{
    auto c = ready(0s);
    c.created = kNow - since;
    return c;
}

VictimCandidate withRank(VictimCandidate c, int colocated)
{
    c.colocated = colocated;
    return c;
}

VictimCandidate withCost(int cost, int colocated)
{
    auto c = ready(0s, colocated);
    c.deletionCost = cost;
    return c;
}

struct Looks {
    bool isReady = false;
    std::string since, created;
    int restarts = 0, sidecarRestarts = 0;
};

/// A Pod with two containers, a sidecar and an ended init container, as the ranking reads it.
VictimCandidate read(const std::string &name, const std::string &node, const char *phase,
                     const Looks &looks = {})
{
    using kube::Value;
    auto condition = Value::map({{"type", "Ready"}, {"status", looks.isReady ? "True" : "False"}});
    if (!looks.since.empty())
        condition.set("lastTransitionTime", looks.since);
    const auto count = [](const char *container, int restarts) {
        return Value::map({{"name", container}, {"restartCount", restarts}});
    };
    const auto sidecar = Value::map({{"name", "sidecar"}, {"restartPolicy", "Always"}});
    auto metadata = Value::map({{"name", name}});
    if (!looks.created.empty())
        metadata.set("creationTimestamp", looks.created);
    const auto status =
        Value::map({{"phase", phase},
                    {"conditions", Value::array({condition})},
                    {"containerStatuses", Value::array({count("a", looks.restarts), count("b", 0)})},
                    {"initContainerStatuses",
                     Value::array({count("sidecar", looks.sidecarRestarts), count("init", 9)})}});
    const auto inits = Value::array({sidecar, Value::map({{"name", "init"}})});
    auto candidate = victimCandidate(
        *kube::makeObject(Value::map({{"metadata", metadata},
                                      {"spec", Value::map({{"nodeName", node}, {"initContainers", inits}})},
                                      {"status", status}})));
    candidate.colocated = 1;
    return candidate;
}

} // namespace

Q_DECLARE_METATYPE(minato::components::VictimCandidate)

/// Mirrors pkg/controller/controller_utils_test.go: TestSortingActivePodsWithRanks (rows bear the numbers of its cases;
/// number 15 switches a feature gate off that Minato does not have), TestSortingActivePods, TestActivePodFiltering.
class TestRanking : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstIsDeletedBeforeSecond_data()
    {
        QTest::addColumn<VictimCandidate>("victim");
        QTest::addColumn<VictimCandidate>("survivor");
        QTest::addColumn<int>("rule");
        const auto row = [](const char *name, const VictimCandidate &victim, const VictimCandidate &survivor,
                            VictimRule rule) {
            QTest::newRow(name) << victim << survivor << static_cast<int>(rule);
        };
        const auto pending = candidate("n", "Pending", false, 1);
        const auto unknown = candidate("n", "Unknown", false, 1);
        const auto notReady = candidate("n", "Running", false, 1);
        row("0: unscheduled before scheduled", candidate("", "Pending", false, 1),
            candidate("n", "Pending", false, 2), VictimRule::Unassigned);
        row("1: also when co-located", candidate("", "Pending", false, 2), pending, VictimRule::Unassigned);
        row("2: Pending before Unknown", pending, candidate("n", "Unknown", false, 2), VictimRule::Phase);
        row("3: Unknown before Running", unknown, candidate("n", "Running", false, 2), VictimRule::Phase);
        row("4: not ready before ready", notReady, readyWithoutTime(), VictimRule::NotReady);
        row("5: no ready time before ready now", readyWithoutTime(), ready(0s), VictimRule::ReadyTime);
        row("6: co-location before ready time", ready(0s, 2), readyWithoutTime(), VictimRule::CoLocation);
        row("7: ready now before ready for a month", ready(0s), ready(kMonth), VictimRule::ReadyTime);
        row("8: the same, and co-located", ready(0s, 2), ready(kMonth), VictimRule::CoLocation);
        row("9: more restarts", ready(0s, 1, 9001), ready(0s), VictimRule::Restarts);
        auto sidecar = ready(0s, 1, 9001);
        sidecar.sidecarRestarts = 9001;
        row("10: more restarts of a sidecar", sidecar, ready(0s, 1, 9001), VictimRule::Restarts);
        row("11: co-location before restarts", ready(0s, 2), ready(0s, 1, 9001), VictimRule::CoLocation);
        row("12: newer before older", created(0s), created(kMonth), VictimRule::CreationTime);
        row("13: co-location before age", withRank(created(kMonth), 2), created(0s), VictimRule::CoLocation);
        row("14: lower deletion cost", withCost(10, 2), withCost(100, 1), VictimRule::DeletionCost);
        row("16: 2 h before 5 h", ready(2h), ready(5h), VictimRule::ReadyTime);
    }
    void firstIsDeletedBeforeSecond()
    {
        QFETCH(VictimCandidate, victim);
        QFETCH(VictimCandidate, survivor);
        QFETCH(int, rule);
        const auto comparison = compareVictims(victim, survivor, kNow);
        QVERIFY(comparison.order < 0);
        QCOMPARE(static_cast<int>(comparison.rule), rule);
        QVERIFY(compareVictims(survivor, victim, kNow).order > 0);
    }

    void equal_data()
    {
        QTest::addColumn<VictimCandidate>("one");
        QTest::addColumn<VictimCandidate>("other");
        const auto row = [](const char *name, const VictimCandidate &one, const VictimCandidate &other) {
            QTest::newRow(name) << one << other;
        };
        const auto same = [&row](const char *name, const VictimCandidate &one) { row(name, one, one); };
        same("0: unscheduled", candidate("", "Pending", false, 1));
        same("1: Pending", candidate("n", "Pending", false, 1));
        same("2: Unknown", candidate("n", "Unknown", false, 1));
        same("3: not ready", candidate("n", "Running", false, 1));
        same("4 and 8: ready now, created a month ago", created(kMonth));
        same("5: ready now", created(0s));
        same("6: ready for a month", ready(kMonth));
        same("7: many restarts", ready(0s, 1, 9001));
        auto young = candidate("", "Pending", false, 1), old = young;
        young.created = kNow - 5h;
        old.created = kNow - 8h;
        row("9: 5 h and 8 h old, in one bucket", young, old);
        row("10: 5 h and 8 h ready, in one bucket", ready(5h), ready(8h));
    }
    /// Its equality tests: neither goes first, as the UIDs are the same; otherwise those decide.
    void equal()
    {
        QFETCH(VictimCandidate, one);
        QFETCH(VictimCandidate, other);
        QVERIFY(compareVictims(one, other, kNow).order == 0);
        QVERIFY(compareVictims(other, one, kNow).order == 0);
        one.uid = "b";
        other.uid = "a";
        const bool isSame = one.readySince == other.readySince && one.created == other.created;
        QCOMPARE(compareVictims(other, one, kNow).order < 0, !isSame);
    }

    /// Mirrors controller_utils.go logarithmicRankDiff.
    void buckets_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<int>("bucket");
        const auto row = [](qint64 s, int bucket) { QTest::addRow("%lld s", s) << s << bucket; };
        row(0, -1);
        row(60, 35);
        row(70, 36);
        row(100, 36);
        row(3600, 41);
        row(7200, 42);
        row(5 * 3600, 44);
        row(8 * 3600, 44);
    }
    void buckets()
    {
        QFETCH(qint64, seconds);
        QFETCH(int, bucket);
        QCOMPARE(ageBucket(std::chrono::seconds(seconds)), bucket);
    }

    /// TestSortingActivePods: ten Pods, whatever their order before; each is read from its object.
    void ranking_isATotalOrder()
    {
        const std::string longAgo = base::toRfc3339(kNow - kMonth), now = base::toRfc3339(kNow);
        const std::string names[] = {"unscheduled",
                                     "scheduledButPending",
                                     "unknownPhase",
                                     "runningButNotReady",
                                     "runningNoLastTransitionTime",
                                     "runningWithLastTransitionTime",
                                     "runningLongerTime",
                                     "lowerSidecarContainerRestartCount",
                                     "lowerContainerRestartCount",
                                     "oldest"};
        std::vector<VictimCandidate> all{read(names[0], "", "Pending"), read(names[1], "bar", "Pending"),
                                         read(names[2], "foo", "Unknown"), read(names[3], "foo", "Running")};
        all.push_back(read(names[4], "foo", "Running", {.isReady = true, .restarts = 3}));
        all.push_back(read(names[5], "foo", "Running", {.isReady = true, .since = now, .restarts = 3}));
        all.push_back(read(names[6], "foo", "Running", {.isReady = true, .since = longAgo, .restarts = 3}));
        all.push_back(
            read(names[7], "foo", "Running",
                 {.isReady = true, .since = longAgo, .created = now, .restarts = 2, .sidecarRestarts = 2}));
        all.push_back(read(names[8], "foo", "Running",
                           {.isReady = true, .since = longAgo, .created = now, .restarts = 2}));
        all.push_back(read(names[9], "foo", "Running",
                           {.isReady = true, .since = longAgo, .created = longAgo, .restarts = 2}));
        base::RandomStream random(1, "test");
        for (int round = 0; round < 20; ++round) {
            for (std::size_t i = all.size() - 1; i > 0; --i)
                std::swap(all[i], all[random.below(i + 1)]);
            rankVictims(all, kNow);
            for (std::size_t i = 0; i < all.size(); ++i)
                QCOMPARE(all[i].name, names[i]);
        }
    }

    void activePods_data()
    {
        QTest::addColumn<QByteArray>("phase");
        QTest::addColumn<bool>("isDeleted");
        QTest::addColumn<bool>("isActive");
        QTest::newRow("pod-1") << QByteArray("Succeeded") << false << false;
        QTest::newRow("pod-2") << QByteArray("Failed") << false << false;
        QTest::newRow("pod-3, pod-4, pod-5") << QByteArray() << false << true;
        QTest::newRow("IsPodActive: one that runs") << QByteArray("Running") << false << true;
        QTest::newRow("IsPodActive: one that is being deleted") << QByteArray("Running") << true << false;
    }
    /// TestActivePodFiltering, and what IsPodActive says of deletion.
    void activePods()
    {
        QFETCH(QByteArray, phase);
        QFETCH(bool, isDeleted);
        QFETCH(bool, isActive);
        auto metadata = kube::Value::map({{"name", "p"}});
        if (isDeleted)
            metadata.set("deletionTimestamp", "2026-01-05T00:00:09Z");
        const auto status = kube::Value::map({{"phase", phase.toStdString()}});
        QCOMPARE(
            isPodActive(*kube::makeObject(kube::Value::map({{"metadata", metadata}, {"status", status}}))),
            isActive);
    }

    void candidate_isReadFromThePod()
    {
        const auto annotations = kube::Value::map({{"controller.kubernetes.io/pod-deletion-cost", "-7"}});
        const auto condition = kube::Value::map(
            {{"type", "Ready"}, {"status", "True"}, {"lastTransitionTime", "2026-01-05T00:00:03Z"}});
        const auto status = kube::Value::map(
            {{"phase", "Running"},
             {"conditions", kube::Value::array({condition})},
             {"containerStatuses", kube::Value::array({kube::Value::map({{"restartCount", 1}}),
                                                       kube::Value::map({{"restartCount", 4}})})}});
        const auto pod = kube::makeObject(kube::Value::map(
            {{"metadata", kube::Value::map({{"name", "p"}, {"uid", "u"}, {"annotations", annotations}})},
             {"spec", kube::Value::map({{"nodeName", "n"}})},
             {"status", status}}));
        const auto read = victimCandidate(*pod);
        QCOMPARE(read.deletionCost, -7);
        QCOMPARE(read.restarts, 4);
        QVERIFY(read.isReady);
        QCOMPARE(read.readySince->ns, (base::kSimEpoch + 3s).ns);
    }
};

MINATO_TEST(TestRanking)
#include "tst_ranking.moc"
