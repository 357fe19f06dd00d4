// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/lab_feed.h"
#include "support/test_registry.h"
#include "viewmodels/cluster/cluster_layout.h"
#include "viewmodels/cluster/cluster_model.h"
#include "viewmodels/learner.h"

#include <QSignalSpy>

using namespace minato;
using session::PodPhase;
using viewmodels::Card;
using viewmodels::ClusterModel;
using viewmodels::FlowModel;
using viewmodels::PodListModel;

namespace {

QVariant get(const QAbstractItemModel &model, int row, int role)
{
    return model.index(row, 0).data(role);
}

Card &card(ClusterModel &cluster, int index)
{
    return *cluster.cards()->at(index);
}

PodListModel *podsOn(ClusterModel &cluster, int node)
{
    return card(cluster, node).pods();
}

session::PodState crowded(int i, int nodes)
{
    auto pod = tests::LabFeed::pod("c" + std::to_string(100'000 + i),
                                   "worker-" + std::to_string(i % nodes + 1), PodPhase::Running, i / 100);
    return pod;
}

} // namespace

class TestClusterModel : public QObject {
    Q_OBJECT

    std::unique_ptr<viewmodels::Learner> m_learner;

private Q_SLOTS:
    void initTestCase()
    {
        m_learner = std::make_unique<viewmodels::Learner>(QString(), QString());
        m_learner->preferences.setLanguage(QStringLiteral("en"));
    }
    void cleanupTestCase() { m_learner.reset(); }

    void workers_areCards_andTheControlPlaneIsNot()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        QCOMPARE(cluster.cards()->count(), 3);
        QCOMPARE(card(cluster, 0).title(), QStringLiteral("worker-1"));
        QCOMPARE(cluster.controlPlane(), QStringLiteral("control-plane"));
        QCOMPARE(cluster.controlPlaneStatus(), QStringLiteral("Ready"));
    }

    void podThatGetsANode_leavesTheQueue()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        session::Batch batch;
        batch.pods["p-new01"] = tests::LabFeed::pod("new01", "", PodPhase::Pending, 5);
        cluster.apply(batch);
        QCOMPARE(cluster.queue()->count(), 1);
        batch.pods["p-new01"] = tests::LabFeed::pod("new01", "worker-2", PodPhase::Starting, 5);
        cluster.apply(batch);
        QCOMPARE(cluster.queue()->count(), 0);
        QCOMPARE(podsOn(cluster, 1)->count(), 1);
        QCOMPARE(get(*podsOn(cluster, 1), 0, PodListModel::SuffixRole).toString(), QStringLiteral("new01"));
    }

    void changeOfState_isADataChange_notAReset()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        PodListModel *pods = podsOn(cluster, 0);
        QSignalSpy changed(pods, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(pods, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(pods, &QAbstractItemModel::rowsInserted);
        session::Batch batch;
        batch.pods["p-x2kqp"] = tests::LabFeed::pod("x2kqp", "worker-1", PodPhase::Terminating, 0);
        cluster.apply(batch);
        QCOMPARE(changed.count(), 1);
        cluster.apply(batch); // the same again
        QCOMPARE(changed.count(), 1);
        QCOMPARE(reset.count() + inserted.count(), 0);
    }

    void goneObjects_areRemoved()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        session::Batch batch;
        batch.pods["p-x2kqp"] = std::nullopt;
        batch.nodes["n2"] = std::nullopt;
        batch.deployments["d1"] = std::nullopt;
        batch.services["s1"] = std::nullopt;
        cluster.apply(batch);
        QCOMPARE(cluster.podCount(), 0);
        QCOMPARE(cluster.cards()->count(), 2);
        QVERIFY(!cluster.deployment()->exists());
        QVERIFY(!cluster.service()->exists());
    }

    void requests_countOnlyWhatHasNotEnded()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        QCOMPARE(card(cluster, 0).cpu().amounts, QStringLiteral("250m of 2 requested"));
        QCOMPARE(card(cluster, 0).memory().amounts, QStringLiteral("256Mi of 4Gi requested"));
        session::Batch batch;
        batch.pods["p-x2kqp"] = tests::LabFeed::pod("x2kqp", "worker-1", PodPhase::Failed, 0);
        cluster.apply(batch);
        QCOMPARE(card(cluster, 0).cpu().requested, 0.);
    }

    void systemPods_areNotDrawn()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        session::Batch batch;
        auto pod = tests::LabFeed::pod("dns01", "worker-1", PodPhase::Running, 0);
        pod.ns = "kube-system";
        batch.pods[pod.uid] = pod;
        cluster.apply(batch);
        QCOMPARE(podsOn(cluster, 0)->count(), 1);
    }

    void answeredRequests_countOnTheirPod_untilReset()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        cluster.apply(tests::LabFeed::traffic(30));
        QVERIFY(get(*podsOn(cluster, 0), 0, PodListModel::HitsRole).toInt() > 0);
        cluster.resetHits();
        QCOMPARE(get(*podsOn(cluster, 0), 0, PodListModel::HitsRole).toInt(), 0);
    }

    void manyChangesAtOnce_areToldAsOne_andOrderStays()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        PodListModel *pods = podsOn(cluster, 0);
        QSignalSpy reset(pods, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(pods, &QAbstractItemModel::rowsInserted);
        session::Batch batch;
        for (int i = 0; i < 3000; ++i)
            batch.pods["p-c" + std::to_string(100'000 + i)] = crowded(i, 3);
        cluster.apply(batch);
        QCOMPARE(reset.count(), 1);
        QCOMPARE(inserted.count(), 0);
        QCOMPARE(pods->count(), 1001);
        for (int row = 1; row < pods->count(); ++row)
            QVERIFY(pods->cell(row - 1).state.createdAt <= pods->cell(row).state.createdAt);
        for (int row = 0; row < pods->count(); ++row)
            QCOMPARE(pods->rowOf(pods->slot(row)), row);
        batch.pods.clear();
        for (int i = 0; i < 3000; i += 2)
            batch.pods["p-c" + std::to_string(100'000 + i)] = std::nullopt;
        cluster.apply(batch);
        QCOMPARE(cluster.podCount(), 1501);
        QCOMPARE(podsOn(cluster, 0)->count() + podsOn(cluster, 1)->count() + podsOn(cluster, 2)->count(),
                 1501);
    }

    void grouping_movesPods_andKeepsThem()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        cluster.apply(tests::LabFeed::busy());
        const int all = cluster.podCount();
        cluster.setGrouping(ClusterModel::ByReplicaSet);
        QCOMPARE(cluster.cards()->count(), 1);
        QCOMPARE(card(cluster, 0).title(), QStringLiteral("kubernetes-bootcamp-6c5b8f9d7b"));
        QCOMPARE(podsOn(cluster, 0)->count(), all); // also the one that waits for a node
        QCOMPARE(cluster.queue()->count(), 1);
        session::Batch batch;
        auto pod = tests::LabFeed::pod("new01", "worker-2", PodPhase::Running, 80);
        pod.version = "v2";
        batch.pods[pod.uid] = pod;
        cluster.apply(batch);
        cluster.setGrouping(ClusterModel::ByVersion);
        QCOMPARE(cluster.cards()->count(), 2);
        QCOMPARE(card(cluster, 1).title(), QStringLiteral("v2"));
        QCOMPARE(podsOn(cluster, 1)->count(), 1);
        cluster.setGrouping(ClusterModel::ByNode);
        QCOMPARE(cluster.cards()->count(), 3);
        QCOMPARE(cluster.queue()->count(), 1);
    }

    void nodes_standByZone_thenInTheOrderOfTheirNumbers()
    {
        ClusterModel cluster;
        session::Batch batch;
        for (const auto &[name, zone] :
             {std::pair("worker-10", "b"), {"worker-2", "b"}, {"worker-1", "b"}, {"worker-3", "a"}}) {
            session::NodeState node{.uid = name, .name = name, .zone = zone, .isReady = true};
            batch.nodes[name] = node;
        }
        cluster.apply(batch);
        QStringList names;
        for (int i = 0; i < 4; ++i)
            names += card(cluster, i).title();
        QCOMPARE(names.join(u' '), QStringLiteral("worker-3 worker-1 worker-2 worker-10"));
        QCOMPARE(card(cluster, 3).shortTitle(), QStringLiteral("…10"));
        batch.nodes["worker-3"]->zone = "c";
        cluster.apply(batch);
        QCOMPARE(card(cluster, 3).title(), QStringLiteral("worker-3"));
        QCOMPARE(cluster.cards()->indexOf(card(cluster, 3)), 3);
    }

    /// Cut at a dash or dot, so that what is left is a word: never "…er-1".
    void shortTitle_leavesOutWhatAllNamesBeginWith()
    {
        ClusterModel cluster;
        session::Batch batch;
        const auto join = [&](const std::string &name) {
            batch.nodes[name] = session::NodeState{.uid = name, .name = name, .isReady = true};
            cluster.apply(batch);
        };
        join("minato-worker");
        QCOMPARE(card(cluster, 0).shortTitle(), QStringLiteral("minato-worker"));
        join("minato-worker2");
        QCOMPARE(card(cluster, 0).shortTitle(), QStringLiteral("…worker"));
        QCOMPARE(card(cluster, 1).shortTitle(), QStringLiteral("…worker2"));
        QCOMPARE(card(cluster, 1).title(), QStringLiteral("minato-worker2"));
        join("other");
        QCOMPARE(card(cluster, 0).shortTitle(), QStringLiteral("minato-worker"));
    }

    void selection_marksOwnersEndpointsAndNode()
    {
        viewmodels::SelectionModel selection;
        ClusterModel cluster;
        cluster.follow(selection);
        cluster.apply(tests::LabFeed::start());
        cluster.apply(tests::LabFeed::busy());
        const auto markOf = [&](int node, int row) {
            return get(*podsOn(cluster, node), row, PodListModel::MarkRole).toInt();
        };
        selection.select(QStringLiteral("Pod"), QStringLiteral("default"),
                         QStringLiteral("kubernetes-bootcamp-6c5b8f9d7b-x2kqp"));
        QCOMPARE(markOf(0, 0), 2);
        QCOMPARE(card(cluster, 0).mark(), 1);
        QCOMPARE(card(cluster, 1).mark(), 0);
        QCOMPARE(cluster.deploymentMark(), 1);
        QCOMPARE(get(*cluster.replicaSets(), 0, viewmodels::ReplicaSetListModel::MarkRole).toInt(), 1);
        selection.select(QStringLiteral("Deployment"), QStringLiteral("default"),
                         QStringLiteral("kubernetes-bootcamp"));
        QCOMPARE(markOf(0, 0), 1);
        QCOMPARE(cluster.deploymentMark(), 2);
        session::Batch batch; // who comes later is marked as well
        batch.pods["p-new02"] = tests::LabFeed::pod("new02", "worker-2", PodPhase::Starting, 90);
        cluster.apply(batch);
        QCOMPARE(markOf(1, podsOn(cluster, 1)->count() - 1), 1);
        selection.clear();
        QCOMPARE(markOf(0, 0) + cluster.deploymentMark(), 0);
    }

    void search_findsNamesNodesAndAddresses_andStepsThroughThem()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        cluster.apply(tests::LabFeed::busy());
        auto &search = *cluster.search();
        QSignalSpy shown(&search, &viewmodels::PodSearch::shown);
        search.setText(QStringLiteral("worker-2"));
        const int found = search.count();
        QCOMPARE(found, podsOn(cluster, 1)->count() + 1); // and the node itself
        for (int i = 0; i < found + 1; ++i)
            search.next();
        QCOMPARE(shown.count(), found + 1);
        QCOMPARE(shown.first(), shown.last()); // around
        QCOMPARE(shown.at(0).at(0).toInt(), 1);
        QCOMPARE(get(*podsOn(cluster, 0), 0, PodListModel::IsFoundRole).toBool(), false);
        search.setText(QStringLiteral("X2KQP"));
        QCOMPARE(search.count(), 1);
        search.setText(QStringLiteral("nothing like it"));
        QCOMPARE(search.count(), 0);
        search.next();
        search.clear();
        QCOMPARE(get(*podsOn(cluster, 0), 0, PodListModel::IsFoundRole).toBool(), true);
    }

    void requests_aSecond_areMeasuredInTheClustersTime()
    {
        ClusterModel cluster;
        session::Batch start = tests::LabFeed::start();
        start.clock = session::ClockState{.now = base::kSimEpoch + std::chrono::seconds(100)};
        cluster.apply(start);
        for (int second = 101; second <= 102; ++second) {
            session::Batch batch;
            for (int i = 0; i < 5; ++i)
                batch.count({{}, "default/kubernetes-bootcamp", "worker-1", "p-x2kqp", true}, "x");
            batch.clock = session::ClockState{.now = base::kSimEpoch + std::chrono::seconds(second)};
            cluster.apply(batch);
        }
        QCOMPARE(podsOn(cluster, 0)->cell(0).rate, 5.);
        session::Batch quiet;
        quiet.clock = session::ClockState{.now = base::kSimEpoch + std::chrono::seconds(104)};
        cluster.apply(quiet);
        QCOMPARE(podsOn(cluster, 0)->cell(0).rate, 0.);
        session::Batch
            rare; // "0.0/s" beside other Pods' numbers says nothing: the chip tells how many there were
        rare.count({{}, "default/kubernetes-bootcamp", "worker-1", "p-x2kqp", true}, "x");
        rare.clock = session::ClockState{.now = base::kSimEpoch + std::chrono::seconds(134)};
        cluster.apply(rare);
        QVERIFY(podsOn(cluster, 0)->cell(0).rate > 0);
        QCOMPARE(get(*podsOn(cluster, 0), 0, PodListModel::RateTextRole).toString(), QString());
    }

    void usage_isShown_besideWhatIsAskedFor()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        QCOMPARE(card(cluster, 0).cpu().used, -1.);
        session::Batch batch;
        QCOMPARE(card(cluster, 0).cpu().shares, QStringLiteral("13%"));
        batch.nodeUsage["worker-1"] = session::Usage{.milliCpu = 500, .memoryBytes = 1ll << 30};
        cluster.apply(batch);
        QCOMPARE(card(cluster, 0).cpu().used, 0.25);
        QCOMPARE(card(cluster, 0).memory().used, 0.25);
        QCOMPARE(card(cluster, 0).cpu().amounts, QStringLiteral("250m of 2 requested, 500m used"));
        QCOMPARE(card(cluster, 0).memory().amounts, QStringLiteral("256Mi of 4Gi requested, 1Gi used"));
        QCOMPARE(card(cluster, 0).cpu().shares, QStringLiteral("25% used · 13% requested"));
        cluster.setGrouping(ClusterModel::ByVersion);
        cluster.setGrouping(ClusterModel::ByNode);
        QCOMPARE(card(cluster, 0).cpu().used, 0.25); // known to cards that come later
        batch.nodeUsage["worker-1"] = std::nullopt;
        cluster.apply(batch);
        QCOMPARE(card(cluster, 0).cpu().used, -1.);
    }

    void usageOfAPod_isNewsForItsToolTipAlone()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        PodListModel *pods = podsOn(cluster, 0);
        QVERIFY(pods->detailAt(0).contains(QStringLiteral("Requested: CPU 250m · memory 256Mi")));
        QVERIFY(!pods->detailAt(0).contains(QStringLiteral("Used")));
        QSignalSpy changed(pods, &QAbstractItemModel::dataChanged),
            touched(&card(cluster, 0), &Card::changed);
        session::Batch batch;
        batch.podUsage["p-x2kqp"] = session::Usage{.milliCpu = 12, .memoryBytes = 24ll << 20};
        cluster.apply(batch);
        QVERIFY2(pods->detailAt(0).contains(QStringLiteral("Used: CPU 12m · memory 24Mi")),
                 qPrintable(pods->detailAt(0)));
        QCOMPARE(changed.count(), 1);
        QVERIFY(PodListModel::areOnlyWords(changed.front().at(2).value<QList<int>>()));
        QCOMPARE(touched.count(), 0);
    }

    void nodeThatChangesItsZone_takesItsPodsAlong()
    {
        ClusterModel cluster;
        session::Batch batch = tests::LabFeed::start();
        for (auto &[uid, node] : batch.nodes)
            node->zone = uid == "n1" ? "a" : "b";
        cluster.apply(batch);
        cluster.setGrouping(ClusterModel::ByZone);
        QCOMPARE(cluster.cards()->count(), 1); // zones without Pods are not shown
        QCOMPARE(card(cluster, 0).title(), QStringLiteral("a"));
        session::Batch moved;
        moved.nodes["n1"] = batch.nodes["n1"];
        moved.nodes["n1"]->zone = "c";
        cluster.apply(moved);
        QCOMPARE(cluster.cards()->count(), 1);
        QCOMPARE(card(cluster, 0).title(), QStringLiteral("c"));
        QCOMPARE(podsOn(cluster, 0)->count(), 1);
        moved.nodes["n1"]->zone = "";
        cluster.apply(moved);
        QCOMPARE(card(cluster, 0).title(), QStringLiteral("Without a zone"));
    }

    void podsThatAreToldBeforeTheirNode_findItsZone()
    {
        ClusterModel cluster;
        cluster.setGrouping(ClusterModel::ByZone);
        session::Batch pods = tests::LabFeed::start(), nodes;
        std::swap(nodes.nodes, pods.nodes);
        for (auto &[uid, node] : nodes.nodes)
            node->zone = "a";
        cluster.apply(pods);
        QCOMPARE(card(cluster, 0).title(), QStringLiteral("Without a zone"));
        cluster.apply(nodes);
        QCOMPARE(cluster.cards()->count(), 1);
        QCOMPARE(card(cluster, 0).title(), QStringLiteral("a"));
        QCOMPARE(podsOn(cluster, 0)->count(), 1);
    }

    void podWhoseTemplateHashIsChanged_leavesItsReplicaSet_andItsVersionWithTheImage()
    {
        // A label pod-template-hash that does not match: its ReplicaSet lets go of it.
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        cluster.setGrouping(ClusterModel::ByReplicaSet);
        session::Batch batch;
        auto pod = tests::LabFeed::pod("x2kqp", "worker-1", PodPhase::Running, 0);
        pod.ownerKind = pod.owner = "";
        batch.pods[pod.uid] = pod;
        cluster.apply(batch);
        QCOMPARE(cluster.cards()->count(), 1);
        QCOMPARE(card(cluster, 0).title(), QStringLiteral("Without a ReplicaSet"));
        pod.ownerKind = "ReplicaSet"; // and the one that it matches now takes it
        pod.owner = "kubernetes-bootcamp-7f9c4d5b66";
        batch.pods[pod.uid] = pod;
        cluster.apply(batch);
        QCOMPARE(card(cluster, 0).title(), QStringLiteral("kubernetes-bootcamp-7f9c4d5b66"));
        cluster.setGrouping(ClusterModel::ByVersion);
        QCOMPARE(card(cluster, 0).title(), QStringLiteral("v1"));
        pod.version = "v2"; // kubectl set image pod/…
        batch.pods[pod.uid] = pod;
        cluster.apply(batch);
        QCOMPARE(cluster.cards()->count(), 1);
        QCOMPARE(card(cluster, 0).title(), QStringLiteral("v2"));
    }

    void oneChangedPodAmongThousands_touchesItsRowAndItsCard()
    {
        ClusterModel cluster;
        viewmodels::ClusterLayout layout;
        layout.setCards(cluster.cards());
        layout.setProperty("width", 590.);
        layout.setProperty("height", 300.);
        cluster.apply(tests::LabFeed::city(100, 10'000, 3));
        int rows = 0, cards = 0;
        for (int i = 0; i < cluster.cards()->count(); ++i) {
            connect(&card(cluster, i), &Card::changed, this, [&cards] { ++cards; });
            connect(podsOn(cluster, i), &QAbstractItemModel::dataChanged, this,
                    [&rows](const QModelIndex &first, const QModelIndex &last) {
                        rows += last.row() - first.row() + 1;
                    });
        }
        QSignalSpy arranged(cluster.cards(), &viewmodels::CardList::changed);
        QSignalSpy measured(cluster.cards(), &viewmodels::CardList::measured);
        QSignalSpy laidOut(&layout, &viewmodels::ClusterLayout::changed);
        cluster.apply(tests::LabFeed::cityChanges(100, 10'000, 1, 1));
        QCOMPARE(rows, 1);
        QCOMPARE(cards, 1);
        QCOMPARE(arranged.count() + measured.count() + laidOut.count(), 0);
    }

    void layout_knowsHowManyPodsCome_beforeAnybodyDrawsThem()
    {
        ClusterModel cluster;
        viewmodels::ClusterLayout layout;
        layout.setCards(cluster.cards());
        layout.setProperty("width", 590.);
        layout.setProperty("height", 300.);
        cluster.apply(tests::LabFeed::start());
        QCOMPARE(layout.level(), viewmodels::ClusterLayout::Chips);
        QList<int> levels;
        const auto note = [&] { levels += layout.level(); };
        connect(podsOn(cluster, 0), &QAbstractItemModel::modelAboutToBeReset, this, note);
        connect(cluster.cards(), &viewmodels::CardList::changed, this, note);
        session::Batch batch;
        for (int i = 0; i < 3000; ++i)
            batch.pods["p-c" + std::to_string(100'000 + i)] = crowded(i, 3);
        cluster.apply(batch);
        QCOMPARE(levels, QList<int>{viewmodels::ClusterLayout::Map});
    }

    void cardsKeepTheirShape_whileThereIsAMap()
    {
        ClusterModel cluster;
        viewmodels::ClusterLayout layout;
        layout.setCards(cluster.cards());
        layout.setProperty("width", 590.);
        layout.setProperty("height", 300.);
        cluster.apply(tests::LabFeed::start());
        QCOMPARE(layout.columns(), 3);
        const int width = layout.cardWidth();
        cluster.apply(tests::LabFeed::city(100, 10'000, 0));
        QCOMPARE(layout.level(), viewmodels::ClusterLayout::Map);
        QCOMPARE(layout.columns(), 3);
        QCOMPARE(layout.cardWidth(), width);
        QVERIFY(layout.areChips());
        layout.setZoom(layout.maximumZoom());
        QVERIFY(layout.level() != viewmodels::ClusterLayout::Map);
        QCOMPARE(layout.columns(), 1);
        QVERIFY2(layout.mapZoom() < layout.zoom(), "the map fades out as large as it was last");
    }

    void selectedService_marksWhatBecomesItsEndpoint()
    {
        viewmodels::SelectionModel selection;
        ClusterModel cluster;
        cluster.follow(selection);
        cluster.apply(tests::LabFeed::start());
        cluster.apply(tests::LabFeed::busy());
        selection.select(QStringLiteral("Service"), QStringLiteral("default"),
                         QStringLiteral("kubernetes-bootcamp"));
        const auto marks = [&] {
            int marked = 0;
            for (int i = 0; i < cluster.cards()->count(); ++i)
                for (int row = 0; row < podsOn(cluster, i)->count(); ++row)
                    marked += podsOn(cluster, i)->cell(row).mark == viewmodels::Mark::Related;
            return marked;
        };
        QCOMPARE(marks(), 3);
        session::Batch batch;
        batch.services["s1"] = tests::LabFeed::start().services["s1"]; // one endpoint
        cluster.apply(batch);
        QCOMPARE(marks(), 1);
        cluster.apply(tests::LabFeed::busy());
        QCOMPARE(marks(), 3);
        batch.services["s1"] = std::nullopt;
        cluster.apply(batch);
        QCOMPARE(marks(), 0);
    }

    void cardThatComesLater_isMarkedAsWell()
    {
        viewmodels::SelectionModel selection;
        ClusterModel cluster;
        cluster.follow(selection);
        cluster.apply(tests::LabFeed::start());
        cluster.setGrouping(ClusterModel::ByReplicaSet);
        selection.select(QStringLiteral("Deployment"), QStringLiteral("default"),
                         QStringLiteral("kubernetes-bootcamp"));
        session::Batch batch; // a rollout: first the ReplicaSet, then its Pods
        batch.replicaSets["r2"] = tests::LabFeed::city(1, 4, 0).replicaSets["r2"];
        cluster.apply(batch);
        batch = {};
        auto pod = tests::LabFeed::pod("new01", "worker-2", PodPhase::Starting, 80);
        pod.owner = "kubernetes-bootcamp-7f9c4d5b66";
        batch.pods[pod.uid] = pod;
        cluster.apply(batch);
        QCOMPARE(cluster.cards()->count(), 2);
        QCOMPARE(card(cluster, 0).mark(), 1);
        QCOMPARE(card(cluster, 1).mark(), 1);
    }

    void search_collectsItsHitsAnew_onlyWhenTheyHaveMoved()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        cluster.apply(tests::LabFeed::busy());
        cluster.search()->setText(QStringLiteral("bootcamp"));
        const int found = cluster.search()->count();
        QSignalSpy collected(cluster.search(), &viewmodels::PodSearch::hitsChanged);
        session::Batch batch;
        batch.pods["p-x2kqp"] = tests::LabFeed::pod("x2kqp", "worker-1", PodPhase::Terminating, 0);
        cluster.apply(batch);
        QCOMPARE(collected.count(), 0);
        batch.pods["p-x2kqp"] = std::nullopt;
        cluster.apply(batch);
        QCOMPARE(collected.count(), 1);
        QCOMPARE(cluster.search()->count(), found - 1);
    }

    void dots_areFew_howeverManyRequestsThereWere()
    {
        FlowModel flow;
        QSignalSpy changed(&flow, &QAbstractItemModel::dataChanged);
        flow.start(std::vector<FlowModel::Trip>(500, {1, true}));
        QCOMPARE(changed.count(), FlowModel::kPerBatch);
        flow.start({{2, true}});
        QCOMPARE(changed.count(), FlowModel::kPerBatch + 1);
        QCOMPARE(get(flow, FlowModel::kPerBatch, FlowModel::NodeRowRole).toInt(), 2);
    }
};
MINATO_TEST(TestClusterModel)

#include "tst_cluster_model.moc"
