// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"
#include "traffic/load_runner.h"
#include "traffic/share_history.h"
#include "traffic/share_tally.h"
#include "traffic/verdict.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::traffic;
using namespace std::chrono_literals;

namespace {

/// The chapter's app with four replicas under a load, judged.
struct LoadedCluster {
    ClusterFixture f;
    ShareTally tally;
    ShareHistory history;
    bool hasAffinity = false;

    explicit LoadedCluster(cluster::SimCluster::Options options = {}) : f(std::move(options))
    {
        f.cluster.settle();
    }

    bool scale(int replicas)
    {
        const bool isScaled = f.scale("kubernetes-bootcamp", replicas) && f.cluster.settle();
        f.run(2s);
        std::vector<ShareTally::Pod> pods;
        for (const auto &pod : f.pods())
            pods.push_back({.uid = std::string(pod->uid())});
        tally.setPods(pods);
        return isScaled && pods.size() == std::size_t(replicas);
    }
    bool setAffinity()
    {
        hasAffinity = true;
        const auto service = f.get(kube::resources::kServices, "kubernetes-bootcamp");
        auto patch = kube::Value::map({{"spec", kube::Value::map({{"sessionAffinity", "ClientIP"}})}});
        const bool isDone = f.await(client::patchRequest(kube::resources::kServices, *service,
                                                         kube::PatchType::Merge, std::move(patch)))
                                .has_value();
        f.run(3s);
        return isDone;
    }
    std::unique_ptr<LoadRunner> start(LoadShape shape, Clients clients)
    {
        tally.setMode({clients.isKeptAlive, hasAffinity});
        LoadRunner::Options options{.shape = shape, .clients = std::move(clients)};
        options.request.host = "host01";
        options.request.port = f.nodePort();
        auto runner =
            std::make_unique<LoadRunner>(f.cluster.traffic(), f.cluster.timers(), std::move(options));
        runner->start([this](const LoadOutcome &outcome) {
            const auto &route = outcome.result ? outcome.result->route : outcome.result.error().route;
            tally.add({route.podUid, outcome.clientName, outcome.isNewConnection,
                       failureCause(outcome.result).has_value()});
            history.add(outcome.at, route.podUid);
        });
        return runner;
    }
};

} // namespace

class TestLoadOnCluster : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void newConnections_fitRandomChoice()
    {
        LoadedCluster c;
        QVERIFY(c.scale(4));
        const auto runner = c.start(constantRate(100, 20s), {});
        c.f.run(30s);
        QVERIFY(runner->isDone());
        QCOMPARE(runner->counts().answered, 2000U);
        QCOMPARE(runner->counts().heldBack, 0U);
        const Verdict verdict = judge(c.tally.sample());
        QCOMPARE(verdict.finding, Finding::FitsRandomChoice);
        QCOMPARE(verdict.draws, 2000U);
        const auto median = *runner->counts().latency.quantile(0.5);
        QVERIFY(median > 150us && median < 1s);
        QVERIFY(*runner->counts().latency.quantile(0.99) >= median);
        QVERIFY(c.history.windows().size() >= 20);
    }

    void keptConnection_isPinned_andNewPodsGetNothing()
    {
        LoadedCluster c;
        QVERIFY(c.scale(4));
        const auto runner = c.start(constantRate(10, 1h), {.isKeptAlive = true});
        c.f.run(20s);
        const Verdict before = judge(c.tally.sample());
        QCOMPARE(before.finding, Finding::PinnedToOne);
        QCOMPARE(before.pin, PinCause::KeptConnection);
        QVERIFY(before.requests > 150);
        QVERIFY(c.scale(6));
        c.f.run(20s);
        const Verdict after = judge(c.tally.sample());
        QCOMPARE(after.finding, Finding::PinnedToOne);
        QCOMPARE(after.draws, 0U);
        QCOMPARE(std::ranges::count(after.silent, SilenceCause::JoinedLater, &SilentPod::cause), 2);
    }

    void affinity_pinsAClient_andFewClientsTellNothing()
    {
        LoadedCluster c;
        QVERIFY(c.scale(4));
        QVERIFY(c.setAffinity());
        const auto one = c.start(Batch{100}, {});
        c.f.run(30s);
        QVERIFY(one->isDone());
        const Verdict pinned = judge(c.tally.sample());
        QCOMPARE(pinned.finding, Finding::PinnedToOne);
        QCOMPARE(pinned.pin, PinCause::ClientIpAffinity);
        QCOMPARE(pinned.draws, 1U);
        c.tally.restart();
        const auto six = c.start(Batch{600}, {.count = 6, .name = "phone"});
        c.f.run(2min);
        QVERIFY(six->isDone());
        const Verdict few = judge(c.tally.sample());
        QCOMPARE(few.draws, 6U);
        QCOMPARE(few.requests, 600U);
        QCOMPARE(few.finding, Finding::TooFewToTell);
    }

    void ipvs_isRoundRobinLike()
    {
        cluster::SimCluster::Options options;
        options.topology.proxyMode = components::KubeProxies::Mode::Ipvs;
        LoadedCluster c(std::move(options));
        QVERIFY(c.scale(4));
        const auto runner = c.start(Batch{40}, {});
        c.f.run(30s);
        QVERIFY(runner->isDone());
        QCOMPARE(judge(c.tally.sample()).finding, Finding::RoundRobinLike);
    }

    /// A Pod that goes takes its connections with it; the load goes on on new ones.
    void scalingDown_resetsConnections_thatAreOpenedAnew()
    {
        LoadedCluster c;
        QVERIFY(c.scale(4));
        const auto runner = c.start(constantRate(40, 2min), {.count = 8, .isKeptAlive = true});
        c.f.run(5s);
        QVERIFY(c.scale(1));
        c.f.run(2min);
        QVERIFY(runner->isDone());
        const auto &counts = runner->counts();
        QVERIFY(counts.failed > 0);
        QCOMPARE(counts.failed, counts.byCause[std::size_t(FailureCause::Reset)]);
        QCOMPARE(counts.answered + counts.failed + counts.heldBack, 4800U);
        QCOMPARE(judge(c.tally.sample()).finding, Finding::OneCandidate);
    }
};

MINATO_TEST(TestLoadOnCluster)
#include "tst_load_on_cluster.moc"
