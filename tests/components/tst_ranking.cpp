// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
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

VictimCandidate withCost(int cost, int colocated)
{
    auto c = ready(0s, colocated);
    c.deletionCost = cost;
    return c;
}

} // namespace

Q_DECLARE_METATYPE(minato::components::VictimCandidate)

/// Mirrors controller_utils_test.go TestSortingActivePodsWithRanks.
class TestRanking : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstIsDeletedBeforeSecond_data()
    {
        QTest::addColumn<VictimCandidate>("victim");
        QTest::addColumn<VictimCandidate>("survivor");
        QTest::addColumn<int>("rule");
        const auto row = [](const char *name, const VictimCandidate &victim, const VictimCandidate &survivor,
                            VictimRule rule) { QTest::newRow(name) << victim << survivor << static_cast<int>(rule); };
        const auto pending = candidate("n", "Pending", false, 1);
        const auto unknown = candidate("n", "Unknown", false, 1);
        const auto notReady = candidate("n", "Running", false, 1);
        row("unscheduled before scheduled", candidate("", "Pending", false, 1), candidate("n", "Pending", false, 2),
            VictimRule::Unassigned);
        row("also when co-located", candidate("", "Pending", false, 2), pending, VictimRule::Unassigned);
        row("Pending before Unknown", pending, candidate("n", "Unknown", false, 2), VictimRule::Phase);
        row("Unknown before Running", unknown, candidate("n", "Running", false, 2), VictimRule::Phase);
        row("not ready before ready", notReady, readyWithoutTime(), VictimRule::NotReady);
        row("no ready time before ready now", readyWithoutTime(), ready(0s), VictimRule::ReadyTime);
        row("co-location before ready time", ready(0s, 2), readyWithoutTime(), VictimRule::CoLocation);
        row("ready now before ready for a month", ready(0s), ready(kMonth), VictimRule::ReadyTime);
        row("more restarts", ready(0s, 1, 9001), ready(0s), VictimRule::Restarts);
        row("co-location before restarts", ready(0s, 2), ready(0s, 1, 9001), VictimRule::CoLocation);
        row("newer before older", created(0s), created(kMonth), VictimRule::CreationTime);
        row("lower deletion cost", withCost(10, 2), withCost(100, 1), VictimRule::DeletionCost);
        row("2 h before 5 h", ready(2h), ready(5h), VictimRule::ReadyTime);
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

    void agesInOneBucket_goByUid()
    {
        auto a = ready(5h), b = ready(8h);
        QVERIFY(compareVictims(a, b, kNow).order == 0 || a.uid == b.uid);
        a.uid = "b";
        b.uid = "a";
        QVERIFY(compareVictims(b, a, kNow).order < 0);
        auto young = candidate("", "Pending", false, 1), old = young;
        young.created = kNow - 5h;
        old.created = kNow - 8h;
        young.uid = "z";
        old.uid = "a";
        QVERIFY(compareVictims(old, young, kNow).order < 0);
    }

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

    void ranking_isATotalOrder()
    {
        std::vector<VictimCandidate> all{ready(kMonth, 1, 2), ready(kMonth, 1, 3), ready(0s), readyWithoutTime(),
                                         candidate("n", "Running", false, 1), candidate("n", "Unknown", false, 1),
                                         candidate("n", "Pending", false, 1), candidate("", "Pending", false, 1)};
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i].name = std::to_string(i);
        rankVictims(all, kNow);
        std::string order;
        for (const auto &each : all)
            order += each.name;
        QCOMPARE(order, std::string("76543210"));
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
