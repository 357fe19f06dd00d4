// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimates/observation.h"
#include "estimates/victims.h"
#include "support/test_registry.h"

#include <algorithm>
#include <set>

using namespace minato;
using namespace minato::estimates;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

using Names = std::set<std::string>;

constexpr std::string_view kApp = "kubernetes-bootcamp";

Names namesOf(const std::vector<Victim> &victims, std::size_t from, std::size_t to)
{
    Names names;
    for (std::size_t i = from; i < to; ++i)
        names.insert(victims[i].pod.name);
    return names;
}

Names living(ClusterFixture &f)
{
    Names names;
    for (const auto &pod : f.pods()) {
        if (!pod->isTerminating())
            names.emplace(pod->name());
    }
    return names;
}

VictimRanking rankingOf(ClusterFixture &f)
{
    auto rankings = victimRankings(*f.get(kDeployments, kApp), observe(f));
    return rankings.empty() ? VictimRanking() : std::move(rankings.front());
}

void annotate(ClusterFixture &f, std::string_view pod, std::string_view cost)
{
    const auto patch = kube::Value::map(
        {{"metadata",
          kube::Value::map(
              {{"annotations", kube::Value::map({{"controller.kubernetes.io/pod-deletion-cost", cost}})}})}});
    QVERIFY(
        f.await(client::patchRequest(kPods, *f.get(kPods, pod), kube::PatchType::Merge, patch)).has_value());
}

} // namespace

/// An estimate says which Pods a scale-down takes; then it is scaled down.
class TestVictims : public QObject {
    Q_OBJECT

private:
    /// The ranking now, then down to `replicas`: exactly the first of it are gone.
    static void scaleDownAndCompare(ClusterFixture &f, int replicas, VictimRule rule)
    {
        const VictimRanking ranking = rankingOf(f);
        const Names before = living(f);
        QCOMPARE(namesOf(ranking.pods, 0, ranking.pods.size()), before);
        const std::size_t victims = before.size() - static_cast<std::size_t>(replicas);
        QCOMPARE(toString(ranking.pods[victims - 1].rule), toString(rule));
        QVERIFY(f.scale(kApp, replicas));
        f.run(2s);
        QCOMPARE(living(f), namesOf(ranking.pods, victims, ranking.pods.size()));
    }

private Q_SLOTS:
    void crowdedNode_givesFirst()
    {
        cluster::SimCluster::Options options;
        options.topology = cluster::Topology::chapter(2);
        ClusterFixture f(options);
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale(kApp, 5));
        QVERIFY(f.cluster.settle());
        scaleDownAndCompare(f, 2, VictimRule::CoLocation); // three of five were on one node
    }

    void pendingPods_goBeforeThoseThatRun()
    {
        cluster::SimCluster::Options options;
        options.topology = cluster::Topology::chapter(1);
        options.topology.nodes.back().pods = 4;
        ClusterFixture f(options);
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale(kApp, 7));
        f.run(1min);
        QCOMPARE(std::ranges::count_if(f.pods(),
                                       [](const auto &pod) { return pod->spec()["nodeName"].isEmpty(); }),
                 3);
        scaleDownAndCompare(f, 4, VictimRule::Unassigned);
    }

    void deletionCost_isHonoured()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale(kApp, 6));
        QVERIFY(f.cluster.settle());
        const VictimRanking plain = rankingOf(f);
        QCOMPARE(plain.pods.size(), 6UL);
        annotate(f, plain.pods[5].pod.name, "-5"); // the one that would stay longest
        annotate(f, plain.pods[0].pod.name, "7");  // the one that would go first
        const VictimRanking paid = rankingOf(f);
        QCOMPARE(paid.pods.front().pod.name, plain.pods[5].pod.name);
        QCOMPARE(paid.pods.back().pod.name, plain.pods[0].pod.name);
        scaleDownAndCompare(f, 5, VictimRule::DeletionCost);
    }

    void youngPods_goBeforeOldOnes()
    {
        ClusterFixture f; // three workers
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale(kApp, 3));
        QVERIFY(f.cluster.settle());
        f.run(1h);
        QVERIFY(f.scale(kApp, 6));
        QVERIFY(f.cluster.settle());
        scaleDownAndCompare(f, 3, VictimRule::ReadyTime);
    }

    void inARollout_eachReplicaSetHasItsOwnOrder()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale(kApp, 6));
        QVERIFY(f.cluster.settle());
        const auto patch = *kube::parseJson(R"({"spec":{"template":{"spec":{"containers":[
            {"name":"kubernetes-bootcamp","image":"gcr.io/google-samples/kubernetes-bootcamp:v10"}]}}}})");
        const auto deployment = f.get(kDeployments, kApp);
        QVERIFY(f.await(client::patchRequest(kDeployments, *deployment, kube::PatchType::Strategic, patch))
                    .has_value());
        f.run(1min);
        const Observed seen = observe(f);
        const auto rankings = victimRankings(*f.get(kDeployments, kApp), seen);
        QCOMPARE(rankings.size(), 2UL);
        QVERIFY(rankings[0].pods.size() > rankings[1].pods.size());
        for (const VictimRanking &ranking : rankings) {
            const auto own = victimRankings(*f.get(kReplicaSets, ranking.replicaSet), seen);
            QCOMPARE(own.size(), 1UL);
            QCOMPARE(namesOf(own[0].pods, 0, own[0].pods.size()),
                     namesOf(ranking.pods, 0, ranking.pods.size()));
        }
    }

    void whatHasNoReplicaSet_hasNoVictims()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(victimRankings(*f.list(kNodes, "").front(), observe(f)).empty());
        QVERIFY(victimRankings(*f.pods().front(), observe(f)).empty());
    }
};

MINATO_TEST(TestVictims)

#include "tst_victims.moc"
