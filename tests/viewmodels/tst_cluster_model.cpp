// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/lab_feed.h"
#include "support/test_registry.h"
#include "viewmodels/cluster/cluster_model.h"

#include <QSignalSpy>

using namespace minato;
using session::PodPhase;
using viewmodels::ClusterModel;
using viewmodels::FlowModel;
using viewmodels::NodeListModel;
using viewmodels::PodListModel;

namespace {

QVariant get(const QAbstractItemModel &model, int row, int role)
{
    return model.index(row, 0).data(role);
}

PodListModel *podsOn(ClusterModel &cluster, int node)
{
    return get(*cluster.nodes(), node, NodeListModel::PodsRole).value<PodListModel *>();
}

} // namespace

class TestClusterModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workers_areCards_andTheControlPlaneIsNot()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        QCOMPARE(cluster.nodes()->count(), 3);
        QCOMPARE(get(*cluster.nodes(), 0, NodeListModel::NameRole).toString(), QStringLiteral("worker-1"));
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
        QCOMPARE(cluster.nodes()->count(), 2);
        QVERIFY(!cluster.deployment()->exists());
        QVERIFY(!cluster.service()->exists());
    }

    void requests_countOnlyWhatHasNotEnded()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        QCOMPARE(get(*cluster.nodes(), 0, NodeListModel::CpuTextRole).toString(), QStringLiteral("250m / 2"));
        QCOMPARE(get(*cluster.nodes(), 0, NodeListModel::MemoryTextRole).toString(),
                 QStringLiteral("256Mi / 4Gi"));
        session::Batch batch;
        batch.pods["p-x2kqp"] = tests::LabFeed::pod("x2kqp", "worker-1", PodPhase::Failed, 0);
        cluster.apply(batch);
        QCOMPARE(get(*cluster.nodes(), 0, NodeListModel::CpuRole).toDouble(), 0.);
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
