// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/deployment/rollout.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::components;

namespace {

kube::Value percentOr(const char *text)
{
    const std::string_view view(text);
    return view.empty() ? kube::Value() : kube::Value(view);
}

using Sizes = std::vector<int>;

} // namespace

/// Mirrors pkg/controller/deployment util/deployment_util_test.go and rolling_test.go; rows bear the numbers or names of
/// its cases.
class TestRollout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resolveFenceposts_data()
    {
        QTest::addColumn<QByteArray>("surge");
        QTest::addColumn<QByteArray>("unavailable");
        QTest::addColumn<int>("replicas");
        QTest::addColumn<int>("wantSurge"); // -1: an error
        QTest::addColumn<int>("wantUnavailable");
        int number = 0; // of upstream's seven cases; the others rest on ResolveFenceposts alone
        const auto row = [&number](const char *surge, const char *unavailable, int replicas, int wantSurge,
                                   int want) {
            QTest::addRow("%d: %s and %s of %d", number++, surge, unavailable, replicas)
                << QByteArray(surge) << QByteArray(unavailable) << replicas << wantSurge << want;
        };
        row("0%", "0%", 0, 0, 1);
        row("39%", "39%", 10, 4, 3);
        row("oops", "39%", 10, -1, -1);
        row("55%", "urg", 10, -1, -1);
        row("", "39%", 10, 0, 3);
        row("39%", "", 10, 4, 0);
        row("", "", 10, 0, 1);
        for (const int replicas : {1, 2, 3})
            row("25%", "25%", replicas, 1, 0);
        row("25%", "25%", 4, 1, 1);
        row("25%", "25%", 5, 2, 1);
        row("25%", "25%", 7, 2, 1);
        row("25%", "25%", 8, 2, 2);
        row("25%", "25%", 10, 3, 2);
        row("25%", "25%", 100, 25, 25);
    }
    /// TestResolveFenceposts
    void resolveFenceposts()
    {
        QFETCH(QByteArray, surge);
        QFETCH(QByteArray, unavailable);
        QFETCH(int, replicas);
        QFETCH(int, wantSurge);
        QFETCH(int, wantUnavailable);
        const auto result = components::resolveFenceposts(percentOr(surge.constData()),
                                                          percentOr(unavailable.constData()), replicas);
        QCOMPARE(result.has_value(), wantSurge >= 0);
        if (result) {
            QCOMPARE(result->surge, wantSurge);
            QCOMPARE(result->unavailable, wantUnavailable);
        }
    }

    void newReplicaSetSize_data()
    {
        QTest::addColumn<bool>("isRolling");
        QTest::addColumn<int>("replicas");
        QTest::addColumn<int>("newSize");
        QTest::addColumn<int>("surge");
        QTest::addColumn<int>("want");
        QTest::newRow("can not scale up - to newRSReplicas") << true << 1 << 5 << 1 << 5;
        QTest::newRow("scale up - to depReplicas") << true << 6 << 2 << 10 << 6;
        QTest::newRow("recreate - to depReplicas") << false << 3 << 1 << 1 << 3;
    }
    /// TestNewRSNewReplicas: all ReplicaSets together have 5 Pods
    void newReplicaSetSize()
    {
        QFETCH(bool, isRolling);
        QFETCH(int, replicas);
        QFETCH(int, newSize);
        QFETCH(int, surge);
        QFETCH(int, want);
        QCOMPARE(components::newReplicaSetSize(isRolling, replicas, surge, 5, newSize), want);
    }

    void reconcileNew_data()
    {
        QTest::addColumn<int>("surge");
        QTest::addColumn<int>("oldSize");
        QTest::addColumn<int>("newSize");
        QTest::addColumn<int>("want");
        QTest::newRow("0: no surge, no room") << 0 << 10 << 0 << 0;
        QTest::newRow("1: surge makes room for two") << 2 << 10 << 0 << 2;
        QTest::newRow("2: old ones have gone already") << 2 << 5 << 0 << 7;
        QTest::newRow("3: the surge is used up") << 2 << 10 << 2 << 2;
        QTest::newRow("4: too large, so it shrinks") << 2 << 2 << 11 << 10;
    }
    /// TestDeploymentController_reconcileNewReplicaSet: 10 replicas
    void reconcileNew()
    {
        QFETCH(int, surge);
        QFETCH(int, oldSize);
        QFETCH(int, newSize);
        QFETCH(int, want);
        QCOMPARE(reconcileNewSize(10, surge, oldSize + newSize, newSize), want);
    }

    void reconcileOld_data()
    {
        QTest::addColumn<int>("maxUnavailable");
        QTest::addColumn<int>("oldSize");
        QTest::addColumn<int>("oldAvailable");
        QTest::addColumn<int>("newSize");
        QTest::addColumn<int>("newAvailable");
        QTest::addColumn<int>("want");
        QTest::newRow("0: two zeros count as one unavailable") << 1 << 10 << 10 << 0 << 0 << 9;
        QTest::newRow("1: two may be unavailable") << 2 << 10 << 10 << 0 << 0 << 8;
        QTest::newRow("2: the two unhealthy go") << 2 << 10 << 8 << 0 << 0 << 8;
        QTest::newRow("3: one unhealthy and one healthy") << 2 << 10 << 9 << 0 << 0 << 8;
        QTest::newRow("4: new ones are not available yet") << 2 << 8 << 8 << 2 << 0 << 8;
    }
    /// TestDeploymentController_reconcileOldReplicaSets: 10 replicas
    void reconcileOld()
    {
        QFETCH(int, maxUnavailable);
        QFETCH(int, oldSize);
        QFETCH(int, oldAvailable);
        QFETCH(int, newSize);
        QFETCH(int, newAvailable);
        QFETCH(int, want);
        const std::vector<SetNumbers> old{{oldSize, oldAvailable}};
        QCOMPARE(reconcileOldSizes(old, {newSize, newAvailable}, 10, maxUnavailable).last, Sizes{want});
    }

    void cleanUp_data()
    {
        QTest::addColumn<int>("ready");
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("want");
        QTest::newRow("0: at most one") << 8 << 1 << 9;
        QTest::newRow("1: both unhealthy") << 8 << 3 << 8;
        QTest::newRow("2: none allowed") << 8 << 0 << 10;
        QTest::newRow("3: all healthy") << 10 << 3 << 10;
    }
    /// TestDeploymentController_cleanupUnhealthyReplicas
    void cleanUp()
    {
        QFETCH(int, ready);
        QFETCH(int, most);
        QFETCH(int, want);
        const std::vector<SetNumbers> old{{10, ready}};
        QCOMPARE(cleanUpUnhealthy(old, most), Sizes{want});
    }

    void scaleDown_data()
    {
        QTest::addColumn<int>("maxUnavailable");
        QTest::addColumn<int>("ready");
        QTest::addColumn<int>("oldSize");
        QTest::addColumn<int>("want");
        QTest::newRow("0: one at a time") << 1 << 10 << 10 << 9;
        QTest::newRow("1: two") << 2 << 10 << 10 << 8;
        QTest::newRow("2: too few are ready") << 2 << 8 << 10 << 10;
        QTest::newRow("3: nothing there") << 2 << 10 << 0 << 0;
        QTest::newRow("4: far too few are ready") << 2 << 1 << 10 << 10;
    }
    /// TestDeploymentController_scaleDownOldReplicaSetsForRollingUpdate: 10 replicas
    void scaleDown()
    {
        QFETCH(int, maxUnavailable);
        QFETCH(int, ready);
        QFETCH(int, oldSize);
        QFETCH(int, want);
        const std::vector<SetNumbers> old{{oldSize, ready}};
        QCOMPARE(scaleDownOld(old, ready, 10 - maxUnavailable), Sizes{want});
    }

    void wholeRollout_data()
    {
        QTest::addColumn<int>("replicas");
        QTest::addColumn<int>("surge");
        QTest::addColumn<int>("unavailable");
        QTest::addColumn<int>(
            "perStall"); // how many pending new Pods become available when nothing moves; 0: never
        QTest::addColumn<QByteArray>("passes");
        QTest::newRow("10, all at once") << 10 << 3 << 2 << 100 << QByteArray("3/10 3/8 5/8 5/3 10/3 10/0");
        QTest::newRow("10, one at a time")
            << 10 << 3 << 2 << 1
            << QByteArray("3/10 3/8 5/8 5/7 6/7 6/6 7/6 7/5 8/5 8/4 9/4 9/3 10/3 10/2 10/1 10/0");
        QTest::newRow("4, all at once") << 4 << 1 << 1 << 100 << QByteArray("1/4 1/3 2/3 2/1 4/1 4/0");
        QTest::newRow("3, surge only") << 3 << 1 << 0 << 1 << QByteArray("1/3 1/2 2/2 2/1 3/1 3/0");
        QTest::newRow("2, unavailable only") << 2 << 0 << 1 << 1 << QByteArray("0/1 1/1 1/0 2/0");
        QTest::newRow("new Pods never become available") << 10 << 3 << 2 << 0 << QByteArray("3/10 3/8 5/8");
    }
    /// The passes of rolling.go rolloutRolling one after another, until the rollout is over or stands still.
    void wholeRollout()
    {
        QFETCH(int, replicas);
        QFETCH(int, surge);
        QFETCH(int, unavailable);
        QFETCH(int, perStall);
        QFETCH(QByteArray, passes);
        int newSize = 0, newAvailable = 0, oldSize = replicas;
        std::string log;
        while (oldSize > 0 || newSize < replicas) {
            const int wanted = reconcileNewSize(replicas, surge, newSize + oldSize, newSize);
            const std::vector<SetNumbers> old{{oldSize, oldSize}};
            const int rest =
                wanted != newSize
                    ? oldSize
                    : reconcileOldSizes(old, {newSize, newAvailable}, replicas, unavailable).last.front();
            if (wanted == newSize && rest == oldSize) {
                if (perStall == 0 || newAvailable == newSize)
                    break;
                newAvailable = std::min(newSize, newAvailable + perStall);
                continue;
            }
            newSize = wanted;
            oldSize = rest;
            log += (log.empty() ? "" : " ") + std::to_string(newSize) + "/" + std::to_string(oldSize);
            QVERIFY(newSize + oldSize <= replicas + surge);
            QVERIFY(newAvailable + oldSize >= replicas - unavailable);
        }
        QCOMPARE(log, passes.toStdString());
    }
};

MINATO_TEST(TestRollout)
#include "tst_rollout.moc"
