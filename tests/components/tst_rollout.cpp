// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/deployment/owned_sets.h"
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

std::string toText(const Sizes &sizes)
{
    std::string text;
    for (const int size : sizes)
        text += (text.empty() ? "" : " ") + std::to_string(size);
    return text;
}

} // namespace

/// Mirrors deployment_util_test.go, rolling_test.go and sync_test.go.
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
        const auto row = [](const char *surge, const char *unavailable, int replicas, int wantSurge,
                            int want) {
            QTest::addRow("%s and %s of %d", surge, unavailable, replicas)
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

    /// TestNewRSNewReplicas: the other set has 5 Pods
    void newReplicaSetSize_growsAsFarAsTheSurgeAllows()
    {
        QCOMPARE(newReplicaSetSize(true, 1, 1, 10, 5), 5);
        QCOMPARE(newReplicaSetSize(true, 6, 10, 7, 2), 6);
        QCOMPARE(newReplicaSetSize(false, 3, 0, 6, 1), 3);
    }

    void reconcileNew_data()
    {
        QTest::addColumn<int>("surge");
        QTest::addColumn<int>("oldSize");
        QTest::addColumn<int>("newSize");
        QTest::addColumn<int>("want");
        QTest::newRow("no surge, no room") << 0 << 10 << 0 << 0;
        QTest::newRow("surge makes room for two") << 2 << 10 << 0 << 2;
        QTest::newRow("old ones have gone already") << 2 << 5 << 0 << 7;
        QTest::newRow("the surge is used up") << 2 << 10 << 2 << 2;
    }
    /// TestDeploymentController_reconcileNewReplicaSet: 10 replicas
    void reconcileNew()
    {
        QFETCH(int, surge);
        QFETCH(int, oldSize);
        QFETCH(int, newSize);
        QFETCH(int, want);
        QCOMPARE(newReplicaSetSize(true, 10, surge, oldSize + newSize, newSize), want);
    }

    void reconcileOld_data()
    {
        QTest::addColumn<int>("maxUnavailable");
        QTest::addColumn<int>("oldSize");
        QTest::addColumn<int>("oldAvailable");
        QTest::addColumn<int>("newSize");
        QTest::addColumn<int>("newAvailable");
        QTest::addColumn<int>("want");
        QTest::newRow("two zeros count as one unavailable") << 1 << 10 << 10 << 0 << 0 << 9;
        QTest::newRow("two may be unavailable") << 2 << 10 << 10 << 0 << 0 << 8;
        QTest::newRow("the two unhealthy go") << 2 << 10 << 8 << 0 << 0 << 8;
        QTest::newRow("one unhealthy and one healthy") << 2 << 10 << 9 << 0 << 0 << 8;
        QTest::newRow("new ones are not available yet") << 2 << 8 << 8 << 2 << 0 << 8;
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
        QTest::newRow("at most one") << 8 << 1 << 9;
        QTest::newRow("both unhealthy") << 8 << 3 << 8;
        QTest::newRow("none allowed") << 8 << 0 << 10;
        QTest::newRow("all healthy") << 10 << 3 << 10;
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
        QTest::newRow("one at a time") << 1 << 10 << 10 << 9;
        QTest::newRow("two") << 2 << 10 << 10 << 8;
        QTest::newRow("too few are ready") << 2 << 8 << 10 << 10;
        QTest::newRow("nothing there") << 2 << 10 << 0 << 0;
        QTest::newRow("far too few are ready") << 2 << 1 << 10 << 10;
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

    void proportional_data()
    {
        QTest::addColumn<int>("annotatedMax");
        QTest::addColumn<int>("replicas");
        QTest::addColumn<int>("surge");
        QTest::addColumn<QList<int>>("before"); // newest first
        QTest::addColumn<QByteArray>("after");
        using L = QList<int>;
        QTest::newRow("10 to 12, one set") << 10 << 12 << 0 << L{10} << QByteArray("12");
        QTest::newRow("10 to 5, one set") << 10 << 5 << 0 << L{10} << QByteArray("5");
        QTest::newRow("5 to 10") << 5 << 10 << 0 << L{2, 3} << QByteArray("4 6");
        QTest::newRow("5 to 3") << 5 << 3 << 0 << L{2, 3} << QByteArray("1 2");
        QTest::newRow("9 to 4") << 9 << 4 << 0 << L{8, 1} << QByteArray("4 0");
        QTest::newRow("7 to 10") << 7 << 10 << 0 << L{2, 3, 2} << QByteArray("3 4 3");
        QTest::newRow("13 to 8") << 13 << 8 << 0 << L{2, 8, 3} << QByteArray("1 5 2");
        QTest::newRow("3 to 4: the newest gets the rest") << 3 << 4 << 0 << L{1, 1, 1} << QByteArray("2 1 1");
        QTest::newRow("3 to 2: the oldest loses") << 3 << 2 << 0 << L{1, 1, 1} << QByteArray("1 1 0");
        QTest::newRow("4 to 5") << 4 << 5 << 0 << L{2, 2} << QByteArray("3 2");
        QTest::newRow("6 to 0") << 6 << 0 << 0 << L{3, 2, 1} << QByteArray("0 0 0");
        QTest::newRow("10 to 20 with surge 2") << 12 << 20 << 2 << L{6, 6} << QByteArray("11 11");
        QTest::newRow("10 to 50, surge 3 to 6") << 13 << 50 << 6 << L{5, 8} << QByteArray("22 34");
        QTest::newRow("10 to 14 with a new template") << 10 << 14 << 0 << L{7, 3} << QByteArray("10 4");
        QTest::newRow("10 to 15, surge 3: the documentation's")
            << 13 << 15 << 3 << L{5, 8} << QByteArray("7 11");
        QTest::newRow("10 to 5, surge 2") << 12 << 5 << 2 << L{4, 6} << QByteArray("3 4");
    }
    /// TestScale
    void proportional()
    {
        QFETCH(int, annotatedMax);
        QFETCH(int, replicas);
        QFETCH(int, surge);
        QFETCH(QList<int>, before);
        QFETCH(QByteArray, after);
        std::vector<ProportionalSet> sets;
        for (qsizetype i = 0; i < before.size(); ++i)
            sets.push_back({"v" + std::to_string(before.size() - i), {1000 - i}, before[i], annotatedMax});
        QCOMPARE(toText(proportionalSizes(sets, replicas, surge, 0)), after.toStdString());
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
            const int wanted = newReplicaSetSize(true, replicas, surge, newSize + oldSize, newSize);
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

    /// TestFindNewReplicaSet: the oldest with the template, however its hash label reads
    void newSet_isTheOldestWithTheTemplate()
    {
        const auto podTemplate = [](const char *image, const char *hash) {
            auto labels = kube::Value::map({{"app", "web"}});
            if (*hash)
                labels.set("pod-template-hash", hash);
            return kube::Value::map({{"metadata", kube::Value::map({{"labels", labels}})},
                                     {"spec", kube::Value::map({{"image", image}})}});
        };
        const auto set = [&](const char *name, const char *created, const char *image, const char *hash) {
            return kube::makeObject(kube::Value::map(
                {{"metadata", kube::Value::map({{"name", name}, {"creationTimestamp", created}})},
                 {"spec", kube::Value::map({{"replicas", 1}, {"template", podTemplate(image, hash)}})}}));
        };
        const auto deployment = kube::makeObject(kube::Value::map(
            {{"spec", kube::Value::map({{"replicas", 1}, {"template", podTemplate("v2", "")}})}}));
        Rollout rollout(deployment, {set("late", "2026-01-05T00:00:09Z", "v2", "77"),
                                     set("early", "2026-01-05T00:00:05Z", "v2", "66"),
                                     set("other", "2026-01-05T00:00:01Z", "v1", "55")});
        QVERIFY(rollout.newSet());
        QCOMPARE(rollout.newSet()->object->name(), std::string_view("early"));
        QCOMPARE(rollout.oldSets().size(), std::size_t(2));
    }
};

MINATO_TEST(TestRollout)
#include "tst_rollout.moc"
