// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

/// Everything that a run leaves behind, as text.
std::string trace(std::uint64_t seed)
{
    ClusterFixture f({.seed = seed});
    f.cluster.settle();
    std::string text;
    for (const int replicas : {5, 2}) {
        f.scale("kubernetes-bootcamp", replicas);
        for (int i = 0; i < 20; ++i) {
            const auto reply = f.curl("host01", f.nodePort());
            text += reply ? reply->body : "refused\n";
            f.run(250ms);
        }
    }
    for (const auto &resource :
         {kNodes, kPods, kReplicaSets, kDeployments, kServices, kEndpointSlices, kEndpoints, kEvents}) {
        for (const auto &object : f.list(resource, {}))
            text += kube::toJson(object->root()) + "\n";
    }
    return text + std::to_string(f.cluster.executedEvents());
}

} // namespace

class TestDeterminism : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameSeed_givesTheSameRun()
    {
        const std::string first = trace(7), second = trace(7);
        QVERIFY(!first.empty());
        QVERIFY(first == second);
    }

    void otherSeed_givesAnotherRun() { QVERIFY(trace(7) != trace(8)); }

    void twoClusters_liveSideBySide()
    {
        ClusterFixture a({.seed = 1}), b({.seed = 1});
        QVERIFY(a.cluster.settle());
        QVERIFY(b.cluster.settle());
        QCOMPARE(a.podNames(), b.podNames());
    }
};

MINATO_TEST(TestDeterminism)
#include "tst_determinism.moc"
