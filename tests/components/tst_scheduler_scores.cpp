// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/plugins/plugins.h"
#include "components/scheduler/pod_reader.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::components;
using namespace minato::components::scheduling;

namespace {

constexpr std::int64_t kGiB = 1024LL * 1024 * 1024;

kube::ObjectPtr nodeObject(kube::Value spec = {}, kube::Value labels = {})
{
    return kube::makeObject(
        kube::Value::map({{"metadata", kube::Value::map({{"name", "n"}, {"labels", std::move(labels)}})},
                          {"spec", std::move(spec)}}));
}

NodeInfo node(std::int64_t milliCpu, std::int64_t memory)
{
    NodeInfo info;
    info.object = nodeObject();
    info.name = "n";
    info.allocatable.milliCpu = milliCpu;
    info.allocatable.memory = memory;
    info.maxPods = 110;
    return info;
}

PodInfo pod(kube::Value spec)
{
    return readPlacedPod(kube::makeObject(kube::Value::map({{"spec", std::move(spec)}})));
}

Rejection filterNode(const PodInfo &pod, const NodeInfo &node)
{
    SchedulerCache cache;
    CycleState state(pod, cache);
    (void)prepareFilters(state);
    return runFilters(state, node);
}

PodInfo podAsking(const char *cpu, const char *memory)
{
    kube::Value requests = kube::Value::emptyMap();
    if (*cpu)
        requests.set("cpu", cpu);
    if (*memory)
        requests.set("memory", memory);
    const auto container =
        kube::Value::map({{"name", "c"}, {"resources", kube::Value::map({{"requests", requests}})}});
    return pod(kube::Value::map({{"containers", kube::Value::array({container})}}));
}

} // namespace

class TestSchedulerScores : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void feasibleNodes_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("percentage"); // 0: not set
        QTest::addColumn<int>("target");
        const auto named = [](const char *name, int nodes, int percentage, int target) {
            QTest::newRow(name) << nodes << percentage << target;
        };
        named("not set percentageOfNodesToScore and nodes number not more than 50", 10, 0, 10);
        named("set profile percentageOfNodesToScore and nodes number not more than 50", 10, 40, 10);
        named("not set percentageOfNodesToScore and nodes number more than 50", 1000, 0, 420);
        named("set profile percentageOfNodesToScore and nodes number more than 50", 1000, 40, 400);
        named("not set profile percentageOfNodesToScore and nodes number more than 50*125", 6000, 0, 300);
        named("set profile percentageOfNodesToScore and nodes number more than 50*125", 6000, 40, 2400);
        const auto row = [](int nodes, int target) {
            QTest::addRow("%d nodes", nodes) << nodes << 0 << target;
        };
        row(1, 1);
        row(50, 50);
        row(99, 99);
        row(100, 100);
        row(200, 100);
        row(217, 106);
        row(500, 230);
        row(1000, 420);
        row(2500, 750);
        row(5000, 500);
        row(5624, 337);
        row(5625, 281);
        row(6000, 300);
        row(15000, 750);
    }
    /// schedule_one_test.go TestNumFeasibleNodesToFind; the rows after it rest on schedule_one.go
    /// numFeasibleNodesToFind.
    void feasibleNodes()
    {
        QFETCH(int, nodes);
        QFETCH(int, percentage);
        QFETCH(int, target);
        QCOMPARE(feasibleNodesToFind(nodes, percentage), target);
    }

    void leastAllocated_data()
    {
        QTest::addColumn<QByteArray>("cpu");
        QTest::addColumn<QByteArray>("memory");
        QTest::addColumn<bool>("isFull");
        QTest::addColumn<int>("score");
        QTest::newRow("a quarter of an empty node") << QByteArray("1") << QByteArray("2Gi") << false << 75;
        // Nothing asked for counts as 100m and 200 MiB.
        QTest::newRow("no requests") << QByteArray() << QByteArray() << false << 97;
        QTest::newRow("a full node") << QByteArray() << QByteArray() << true << 0;
    }
    /// noderesources/least_allocated.go leastResourceScorer; TestLeastAllocatedScoringStrategy as a whole is in
    /// data/scheduler_upstream.json (TestSchedulerPlugins).
    void leastAllocated()
    {
        QFETCH(QByteArray, cpu);
        QFETCH(QByteArray, memory);
        QFETCH(bool, isFull);
        QFETCH(int, score);
        NodeInfo info = node(4000, 8 * kGiB);
        if (isFull) {
            info.requested.nonZeroMilliCpu = 4000;
            info.requested.nonZeroMemory = 8 * kGiB;
        }
        QCOMPARE(leastAllocatedScore(podAsking(cpu.constData(), memory.constData()), info), score);
    }

    void balanced_data()
    {
        QTest::addColumn<QByteArray>("cpu");
        QTest::addColumn<QByteArray>("memory");
        QTest::addColumn<int>("score"); // -1: the plugin says nothing
        QTest::newRow("shares 0.5 and 0.5") << QByteArray("2") << QByteArray("4Gi") << 100;
        QTest::newRow("shares 0.5 and 0.25") << QByteArray("2") << QByteArray("2Gi") << 87;
        QTest::newRow("shares 1 and 0") << QByteArray("4") << QByteArray() << 50;
        QTest::newRow("best effort") << QByteArray() << QByteArray() << -1;
    }
    /// noderesources/balanced_allocation.go balancedResourceScorer, PreScore; TestNodeResourcesBalancedAllocation as a
    /// whole is in data/scheduler_upstream.json (TestSchedulerPlugins).
    void balanced()
    {
        QFETCH(QByteArray, cpu);
        QFETCH(QByteArray, memory);
        QFETCH(int, score);
        SchedulerCache cache;
        const auto allocatable = kube::Value::map({{"cpu", "4"}, {"memory", "8Gi"}, {"pods", "110"}});
        cache.setNode(kube::makeObject(
            kube::Value::map({{"metadata", kube::Value::map({{"name", "n"}})},
                              {"status", kube::Value::map({{"allocatable", allocatable}})}})));
        const std::vector<std::size_t> feasible{0};
        const auto asking = podAsking(cpu.constData(), memory.constData());
        const ScoreState state{asking, cache, feasible};
        const auto plugin = std::ranges::find(
            scorePlugins(), std::string_view("NodeResourcesBalancedAllocation"), &ScorePlugin::name);
        QVERIFY(plugin != scorePlugins().end());
        std::vector<std::int64_t> scores(1);
        QCOMPARE(plugin->score(state, scores) ? scores[0] : -1, score);
    }

    void spread_data()
    {
        QTest::addColumn<QList<qint64>>("raws");
        QTest::addColumn<QList<qint64>>("scores");
        using L = QList<qint64>;
        QTest::newRow("nothing anywhere") << L{0, 0, 0} << L{100, 100, 100};
        QTest::newRow("10 and 20") << L{10, 20} << L{100, 50};
        QTest::newRow("0 and 10") << L{0, 10} << L{100, 0};
        QTest::newRow("counts 0, 1, 2 on three hosts") << L{2, 4, 5} << L{100, 60, 40};
    }
    /// podtopologyspread/scoring.go NormalizeScore; TestPodTopologySpreadScore as a whole is in
    /// data/scheduler_upstream.json (TestSchedulerPlugins).
    void spread()
    {
        QFETCH(QList<qint64>, raws);
        QFETCH(QList<qint64>, scores);
        std::vector<std::int64_t> values(raws.begin(), raws.end());
        normaliseSpread(values);
        QCOMPARE(QList<qint64>(values.begin(), values.end()), scores);
    }

    void spreadRaw_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<qint64>("raw");
        QTest::newRow("none on this host") << 0 << 2LL;
        QTest::newRow("one") << 1 << 4LL;
        QTest::newRow("two") << 2 << 5LL;
    }
    /// podtopologyspread/scoring.go scoreForCount and topologyNormalizingWeight, on three hosts with maxSkew 3.
    void spreadRaw()
    {
        QFETCH(int, count);
        QFETCH(qint64, raw);
        QCOMPARE(qint64(std::llround(spreadTerm(count, 3, 3))), raw);
    }

    /// imagelocality/image_locality.go calculatePriority.
    void imageScore_growsBetweenItsLimits()
    {
        constexpr std::int64_t kMiB = 1024 * 1024;
        QCOMPARE(imageScore(0, 1), 0);
        QCOMPARE(imageScore(23 * kMiB, 1), 0);
        QCOMPARE(imageScore(1000 * kMiB, 1), 100);
        QCOMPARE(imageScore(1000 * kMiB, 2), 100 * (1000 - 23) / (2000 - 23));
    }

    /// pkg/scheduler/apis/config/v1/default_plugins.go getDefaultPlugins.
    void weights_areThoseOfTheDefaultProfile()
    {
        std::string text;
        for (const ScorePlugin &plugin : scorePlugins())
            text += std::string(plugin.name) + " " + std::to_string(plugin.weight) + ",";
        QCOMPARE(text, std::string("TaintToleration 3,NodeAffinity 2,NodeResourcesFit 1,PodTopologySpread 2,"
                                   "InterPodAffinity 2,NodeResourcesBalancedAllocation 1,ImageLocality 1,"));
    }

    void fit_givesAReasonForEachScarceResource()
    {
        NodeInfo small = node(1000, kGiB);
        small.maxPods = 0;
        const auto why = filterNode(podAsking("2", "2Gi"), small);
        QCOMPARE(why.reasons,
                 (std::vector<std::string>{"Too many pods", "Insufficient cpu", "Insufficient memory"}));
        QVERIFY(!why.isResolvable); // more than the node has at all
        NodeInfo taken = node(2000, 4 * kGiB);
        taken.requested.milliCpu = 1500;
        const auto busy = filterNode(podAsking("1", "1Gi"), taken);
        QCOMPARE(busy.reasons, std::vector<std::string>{"Insufficient cpu"});
        QVERIFY(busy.isResolvable);
    }

    void unschedulableNode_takesOnlyPodsThatTolerateIt()
    {
        NodeInfo cordoned = node(4000, 8 * kGiB);
        cordoned.isUnschedulable = true;
        QCOMPARE(filterNode(podAsking("", ""), cordoned).reasons,
                 std::vector<std::string>{"node(s) were unschedulable"});
        const auto toleration = kube::Value::map({{"operator", "Exists"}});
        QVERIFY(!filterNode(pod(kube::Value::map({{"tolerations", kube::Value::array({toleration})}})),
                            cordoned));
    }

    void taints_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("op");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("effect");
        QTest::addColumn<bool>("tolerated");
        QTest::newRow("equal") << QByteArray("k") << QByteArray("Equal") << QByteArray("v")
                               << QByteArray("NoSchedule") << true;
        QTest::newRow("equal by default")
            << QByteArray("k") << QByteArray() << QByteArray("v") << QByteArray() << true;
        QTest::newRow("other value") << QByteArray("k") << QByteArray("Equal") << QByteArray("w")
                                     << QByteArray() << false;
        QTest::newRow("exists") << QByteArray("k") << QByteArray("Exists") << QByteArray() << QByteArray()
                                << true;
        QTest::newRow("other effect")
            << QByteArray("k") << QByteArray("Exists") << QByteArray() << QByteArray("NoExecute") << false;
        QTest::newRow("everything") << QByteArray() << QByteArray("Exists") << QByteArray() << QByteArray()
                                    << true;
    }
    void taints()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, op);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, effect);
        QFETCH(bool, tolerated);
        kube::Value toleration = kube::Value::emptyMap();
        const auto set = [&](const char *field, const QByteArray &text) {
            if (!text.isEmpty())
                toleration.set(field, text.toStdString());
        };
        set("key", key);
        set("operator", op);
        set("value", value);
        set("effect", effect);
        const auto taint = kube::Value::map({{"key", "k"}, {"value", "v"}, {"effect", "NoSchedule"}});
        QCOMPARE(isTolerated(kube::Value::array({toleration}), taint), tolerated);
        NodeInfo tainted = node(4000, 8 * kGiB);
        tainted.object = nodeObject(kube::Value::map({{"taints", kube::Value::array({taint})}}));
        const auto why =
            filterNode(pod(kube::Value::map({{"tolerations", kube::Value::array({toleration})}})), tainted);
        QCOMPARE(!why, tolerated);
        if (why)
            QCOMPARE(why.reasons, std::vector<std::string>{"node(s) had untolerated taint(s)"});
    }

    void affinity_data()
    {
        QTest::addColumn<QByteArray>("op");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("matches");
        QTest::newRow("In") << QByteArray("In") << QByteArray("7") << true;
        QTest::newRow("not In") << QByteArray("In") << QByteArray("8") << false;
        QTest::newRow("NotIn") << QByteArray("NotIn") << QByteArray("8") << true;
        QTest::newRow("Exists") << QByteArray("Exists") << QByteArray() << true;
        QTest::newRow("DoesNotExist") << QByteArray("DoesNotExist") << QByteArray() << false;
        QTest::newRow("Gt") << QByteArray("Gt") << QByteArray("6") << true;
        QTest::newRow("not Gt") << QByteArray("Gt") << QByteArray("7") << false;
        QTest::newRow("Lt") << QByteArray("Lt") << QByteArray("8") << true;
    }
    void affinity()
    {
        QFETCH(QByteArray, op);
        QFETCH(QByteArray, value);
        QFETCH(bool, matches);
        NodeInfo labelled = node(4000, 8 * kGiB);
        labelled.object = nodeObject({}, kube::Value::map({{"disks", "7"}}));
        auto expression = kube::Value::map({{"key", "disks"}, {"operator", op.toStdString()}});
        if (!value.isEmpty())
            expression.set("values", kube::Value::array({kube::Value(value.toStdString())}));
        const auto term = kube::Value::map({{"matchExpressions", kube::Value::array({expression})}});
        QCOMPARE(matchesTerm(term, *labelled.object), matches);
    }

    void nodeSelector_wantsAllItsLabels()
    {
        NodeInfo labelled = node(4000, 8 * kGiB);
        labelled.object = nodeObject({}, kube::Value::map({{"disk", "ssd"}}));
        const auto asking = [](const char *disk) {
            return pod(kube::Value::map({{"nodeSelector", kube::Value::map({{"disk", disk}})}}));
        };
        QVERIFY(!filterNode(asking("ssd"), labelled));
        QCOMPARE(filterNode(asking("hdd"), labelled).reasons,
                 std::vector<std::string>{"node(s) didn't match Pod's node affinity/selector"});
    }

    void requests_countInitContainersAsTheirMaximum()
    {
        const auto asking = [](const char *cpu) {
            return kube::Value::map(
                {{"resources", kube::Value::map({{"requests", kube::Value::map({{"cpu", cpu}})}})}});
        };
        auto sidecar = asking("300m");
        sidecar.set("restartPolicy", "Always");
        const auto spec = kube::Value::map(
            {{"containers", kube::Value::array({asking("200m"), asking("300m")})},
             {"initContainers", kube::Value::array({asking("1"), sidecar, asking("900m")})}});
        // Running: 500m + 300m; starting: 1 core, then 300m + 900m.
        QCOMPARE(podRequests(spec).milliCpu, 1200);
    }
};

MINATO_TEST(TestSchedulerScores)
#include "tst_scheduler_scores.moc"
