// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

class TestChapter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void startingState_settles()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.cluster.startErrors().empty());
        const auto nodes = f.list(kNodes, {});
        QCOMPARE(nodes.size(), std::size_t(4));
        const auto pods = f.pods();
        QCOMPARE(pods.size(), std::size_t(1));
        QCOMPARE(components::podPhase(*pods[0]), std::string_view("Running"));
        QVERIFY(components::isPodReady(*pods[0]));
        QVERIFY(pods[0]->spec()["nodeName"].asString().starts_with("minato-worker"));
        const auto deployment = f.get(kDeployments, "kubernetes-bootcamp");
        QCOMPARE(deployment->status()["availableReplicas"].asInt(), 1);
    }

    void app_answersOnEachNode()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const std::string pod = f.podNames().front();
        for (const char *host : {"host01", "minato-worker", "minato-worker2", "192.168.49.2"}) {
            const auto reply = f.curl(host, f.nodePort());
            QVERIFY(reply.has_value());
            QCOMPARE(reply->body, "Hello Kubernetes bootcamp! | Running on: " + pod + " | v=1\n");
        }
    }
};

MINATO_TEST(TestChapter)
#include "tst_chapter.moc"
