// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/lab_feed.h"
#include "support/test_registry.h"
#include "viewmodels/cluster/actions_model.h"
#include "viewmodels/cluster/cluster_model.h"
#include "viewmodels/cluster/scale_model.h"
#include "viewmodels/cluster/scheduling_reason.h"
#include "viewmodels/connection_model.h"

#include <QSignalSpy>

using namespace minato;
using viewmodels::ActionsModel;
using viewmodels::ClusterModel;
using viewmodels::ConnectionModel;
using viewmodels::ScaleModel;
using viewmodels::SchedulingReason;
using Kind = SchedulingReason::Kind;

namespace {

QStringList commands(const ActionsModel &actions)
{
    QStringList all;
    for (int row = 0; row < actions.count(); ++row)
        all += actions.commandAt(row);
    return all;
}

} // namespace

/// What the window does to the cluster: always a command line.
class TestClusterActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void node_offersWhatItsStateAllows()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        const ConnectionModel connection([](session::Command) {});
        ActionsModel actions(cluster, connection);
        QVERIFY(actions.open(QStringLiteral("Node"), {}, QStringLiteral("worker-1")));
        QVERIFY(commands(actions).contains(QStringLiteral("kubectl cordon worker-1")));
        QVERIFY(!commands(actions).contains(QStringLiteral("kubectl uncordon worker-1")));
        QVERIFY(commands(actions).contains(QStringLiteral("minikube node stop worker-1")));
        session::Batch batch = tests::LabFeed::start();
        batch.nodes["n1"]->isSchedulable = batch.nodes["n1"]->isReady = false;
        cluster.apply(batch);
        actions.open(QStringLiteral("Node"), {}, QStringLiteral("worker-1"));
        QVERIFY(commands(actions).contains(QStringLiteral("kubectl uncordon worker-1")));
        QVERIFY(commands(actions).contains(QStringLiteral("minikube node start worker-1")));
        QVERIFY(!commands(actions).contains(QStringLiteral("minikube node stop worker-1")));
    }

    void whatDestroys_isAskedAbout_andWhatLooksIsNot()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        const ConnectionModel connection([](session::Command) {});
        ActionsModel actions(cluster, connection);
        int asked = 0;
        for (const char *kind : {"Node", "Pod", "ReplicaSet", "Deployment", "Service"}) {
            QVERIFY(actions.open(QString::fromLatin1(kind), QStringLiteral("shop"), QStringLiteral("x-1")));
            for (int row = 0; row < actions.count(); ++row) {
                const QString command = actions.commandAt(row);
                const bool destroys =
                    command.contains(QLatin1String("delete ")) || command.contains(QLatin1String("drain")) ||
                    command.contains(QLatin1String("stop")) || command.contains(QLatin1String("restart")) ||
                    command.contains(QLatin1String("undo"));
                QCOMPARE(!actions.questionAt(row).isEmpty(), destroys);
                asked += destroys;
                if (qstrcmp(kind, "Node") != 0)
                    QVERIFY2(command.contains(QLatin1String("-n shop")), qPrintable(command));
            }
        }
        QVERIFY(asked >= 7);
        QVERIFY(!actions.open({}, {}, QStringLiteral("zone-a")));
    }

    void run_asksForTheLineThatIsShown()
    {
        ClusterModel cluster;
        const ConnectionModel connection([](session::Command) {});
        ActionsModel actions(cluster, connection);
        QSignalSpy run(&actions, &ActionsModel::runRequested);
        actions.open(QStringLiteral("Pod"), QStringLiteral("default"), QStringLiteral("web-1"));
        actions.run(0);
        QCOMPARE(run.count(), 1);
        QCOMPARE(run.at(0).at(0).toString(), QStringLiteral("kubectl describe pod/web-1"));
        actions.run(99);
        QCOMPARE(run.count(), 1);
    }

    void inARealCluster_whatCannotBeDone_saysWhy_andIsNotRun()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        ConnectionModel connection([](session::Command) {});
        session::Batch batch;
        batch.connection = session::ConnectionState{};
        batch.connection->ns = "shop";
        batch.connection->lacks = {session::Lack::Power, session::Lack::Programs};
        connection.apply(batch);
        ActionsModel actions(cluster, connection);
        QSignalSpy run(&actions, &ActionsModel::runRequested);
        const auto allowed = [&actions](const char *kind, const char *ns) {
            QStringList commands;
            actions.open(QString::fromLatin1(kind), QString::fromLatin1(ns), QStringLiteral("worker-1"));
            for (int row = 0; row < actions.count(); ++row) {
                actions.run(row);
                if (actions.whyNotAt(row).isEmpty())
                    commands += actions.commandAt(row).section(u' ', 0, 1);
            }
            return commands;
        };
        const QStringList looks{QStringLiteral("kubectl describe"), QStringLiteral("kubectl get"),
                                QStringLiteral("kubectl logs")};
        QCOMPARE(allowed("Pod", "shop"), looks); // read-only
        batch.connection->mayWrite = true;
        connection.apply(batch);
        QCOMPARE(allowed("Pod", "shop"), looks + QStringList{QStringLiteral("kubectl delete")});
        QCOMPARE(allowed("Pod", "default"), looks);
        QVERIFY(!allowed("Node", "").contains(QStringLiteral("kubectl cordon")));
        batch.connection->isDisposable = true;
        connection.apply(batch);
        QVERIFY(allowed("Node", "").contains(QStringLiteral("kubectl cordon")));
        QVERIFY(!allowed("Node", "").contains(QStringLiteral("minikube node"))); // not ours to switch off
        for (const auto &asked : run)
            QVERIFY(!asked.at(0).toString().contains(QLatin1String("minikube")));
    }

    void dragging_isOneCommand()
    {
        ClusterModel cluster;
        cluster.apply(tests::LabFeed::start());
        const ConnectionModel connection([](session::Command) {});
        ScaleModel wish(*cluster.deployment(), connection);
        QSignalSpy run(&wish, &ScaleModel::runRequested);
        for (int replicas = 2; replicas <= 7; ++replicas)
            wish.setWanted(replicas);
        QVERIFY(wish.isPending());
        QCOMPARE(wish.command(), QStringLiteral("kubectl scale deployment/kubernetes-bootcamp --replicas=7"));
        QVERIFY(run.wait(5 * ScaleModel::kPause));
        QCOMPARE(run.count(), 1);
        QCOMPARE(run.at(0).at(0).toString(),
                 wish.command().replace(QLatin1String("=1"), QLatin1String("=7")));
        QVERIFY(!wish.isPending());
        wish.setWanted(5);
        wish.setWanted(1); // as it is: nothing to do
        QVERIFY(!wish.isPending());
        QTest::qWait(ScaleModel::kPause + 100);
        QCOMPARE(run.count(), 1);
    }

    void slider_endsWellAboveWhatIsAskedFor()
    {
        ClusterModel cluster;
        const ConnectionModel connection([](session::Command) {});
        ScaleModel wish(*cluster.deployment(), connection);
        for (const int replicas : {1, 10, 100, 10'000, 3}) {
            session::Batch batch = tests::LabFeed::start();
            batch.deployments["d1"]->desired = replicas;
            cluster.apply(batch);
            QVERIFY2(wish.maximum() > replicas && wish.maximum() <= std::max(10, 4 * replicas),
                     qPrintable(QString::number(wish.maximum())));
        }
    }

    void schedulersMessage_isReadAsReasons_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QList<int>>("kinds");
        QTest::addColumn<QList<int>>("nodes");
        QTest::newRow("cpu") << "0/4 nodes are available: 1 node(s) had untolerated taint(s), 3 Insufficient "
                                "cpu. preemption: 0/4 nodes are "
                                "available: 1 Preemption is not helpful for scheduling, 3 No preemption "
                                "victims found for incoming pod."
                             << QList<int>{int(Kind::Cpu), int(Kind::Taint)} << QList<int>{3, 1};
        QTest::newRow("taint with a dot")
            << "0/4 nodes are available: 1 node(s) had untolerated taint "
               "{node-role.kubernetes.io/control-plane: }, 2 "
               "Insufficient memory, 1 Too many pods."
            << QList<int>{int(Kind::Memory), int(Kind::Taint), int(Kind::Full)} << QList<int>{2, 1, 1};
        QTest::newRow("cordoned") << "0/2 nodes are available: 2 node(s) were unschedulable."
                                  << QList<int>{int(Kind::Cordoned)} << QList<int>{2};
        QTest::newRow("none") << "no nodes available to schedule pods" << QList<int>{int(Kind::Other)}
                              << QList<int>{0};
        QTest::newRow("nothing") << "" << QList<int>{} << QList<int>{};
    }
    void schedulersMessage_isReadAsReasons()
    {
        QFETCH(QString, message);
        QList<int> kinds, nodes;
        for (const SchedulingReason &reason : viewmodels::schedulingReasons(message.toStdString())) {
            kinds += int(reason.kind);
            nodes += reason.nodes;
        }
        QTEST(kinds, "kinds");
        QTEST(nodes, "nodes");
    }
};

MINATO_TEST(TestClusterActions)
#include "tst_cluster_actions.moc"
