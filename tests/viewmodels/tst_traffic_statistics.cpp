// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"
#include "support/test_registry.h"
#include "traffic/occupancy.h"
#include "viewmodels/app_model.h"

#include <cmath>

using namespace minato;
using namespace std::chrono_literals;
using traffic::Finding;
using traffic::PinCause;
using viewmodels::AppModel;
using viewmodels::LoadModel;

namespace {

/// The chapter's cluster with four Pods behind a Service, and the window's models over it. All requests go
/// through the simulated kube-proxy; all figures are those that the window shows.
struct Lab {
    std::unique_ptr<session::Session> session;
    AppModel app{{.commands = [this](const session::Command &command) { session->send(command); }}};
    viewmodels::TrafficModel &traffic = *app.traffic();
    LoadModel &load = *app.traffic()->load();

    explicit Lab(std::uint64_t seed = 1)
        : session(std::make_unique<session::Session>(
              session::SimBackend::Options{.seed = seed, .topology = cluster::Topology::chapter()},
              session::Session::Mode::Inline))
    {
        QObject::connect(session.get(), &session::Session::batchReady, &app, &AppModel::apply);
        session->open();
        run("kubectl scale deployment/kubernetes-bootcamp --replicas=4");
        pass(30s);
    }
    bool run(const char *line)
    {
        session->send(session::RunLine{line});
        const bool isDone = session->runUntilIdle(1h);
        traffic.flush();
        return isDone;
    }
    void pass(base::Duration time)
    {
        session->runFor(time);
        traffic.flush();
    }
    /// Counts so many requests alone.
    const traffic::Verdict &send(int requests)
    {
        traffic.reset();
        load.setKind(LoadModel::Many);
        load.setRequests(requests);
        load.start();
        for (int i = 0; i < 1000 && traffic.total() + traffic.failed() < requests; ++i)
            pass(requests * 1ms);
        return traffic.judgement();
    }
};

/// Whether `hits` of `runs` is within four standard deviations of the chance: once in 16 000 it is not.
bool isNear(int hits, int runs, double chance)
{
    const double deviation = std::sqrt(chance * (1 - chance) / runs);
    return std::abs(double(hits) / runs - chance) < 4 * deviation;
}

} // namespace

class TestTrafficStatistics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fourRequests_hitFourPods_in9PercentOfTheRuns()
    {
        Lab lab;
        constexpr int kRuns = 2000;
        int hits = 0;
        for (int i = 0; i < kRuns; ++i) {
            const traffic::Verdict &verdict = lab.send(4);
            QCOMPARE(verdict.requests, 4U);
            QCOMPARE(verdict.candidates, 4U);
            QCOMPARE(verdict.finding, Finding::TooFewToTell); // four requests never say anything
            hits += verdict.seen == 4;
        }
        QVERIFY2(isNear(hits, kRuns, 0.09375), qPrintable(QString::number(hits)));
        QCOMPARE(traffic::chanceAllSeen(4, 4), 0.09375);
    }

    void tenRequests_missAPod_in22PercentOfTheRuns_andHardlyEverClaimAnything()
    {
        Lab lab(7);
        constexpr int kRuns = 2000;
        int missed = 0, claims = 0;
        for (int i = 0; i < kRuns; ++i) {
            const traffic::Verdict &verdict = lab.send(10);
            missed += verdict.seen < 4;
            claims += verdict.finding != Finding::TooFewToTell;
        }
        QVERIFY2(isNear(missed, kRuns, 0.219), qPrintable(QString::number(missed)));
        QVERIFY2(claims <= kRuns / 50, qPrintable(QString::number(claims)));
    }

    void fairTraffic_isCalledUnfair_inAbout5PercentOfTheRuns()
    {
        Lab lab(3);
        constexpr int kRuns = 1000;
        int unfair = 0, outside = 0;
        for (int i = 0; i < kRuns; ++i) {
            unfair += lab.send(80).finding != Finding::FitsRandomChoice;
            for (const auto &bar : lab.traffic.chart().bars)
                outside += double(bar.now()) < lab.traffic.bars().low - 1e-9 ||
                           double(bar.now()) > lab.traffic.bars().high + 1e-9;
        }
        QVERIFY2(unfair > 25 && unfair < 75, qPrintable(QString::number(unfair)));
        // The band is for one Pod, at least 95 %.
        QVERIFY2(outside > 40 && outside < 4 * kRuns / 20, qPrintable(QString::number(outside)));
    }

    void keptConnection_isNamed_alsoWhenPodsJoin()
    {
        Lab lab;
        lab.load.setKeptAlive(true);
        const traffic::Verdict verdict = lab.send(60);
        QCOMPARE(verdict.finding, Finding::PinnedToOne);
        QCOMPARE(verdict.pin, PinCause::KeptConnection);
        QCOMPARE(verdict.draws, 1U);
        // Eight clients: eight choices, however many requests.
        lab.load.setClients(8);
        QCOMPARE(lab.send(800).finding, Finding::TooFewToTell);
        QCOMPARE(lab.traffic.judgement().draws, 8U);
        // A load that goes on while Pods join: the new ones get nothing.
        lab.load.setClients(1);
        lab.load.setKind(LoadModel::Rate);
        lab.load.setRate(10);
        lab.load.setSeconds(600);
        lab.traffic.reset();
        lab.load.start();
        lab.pass(10s);
        QVERIFY(lab.load.isRunning());
        QVERIFY(lab.run("kubectl scale deployment/kubernetes-bootcamp --replicas=6"));
        lab.pass(60s);
        QCOMPARE(lab.traffic.judgement().pin, PinCause::KeptConnection);
        // The one connection leaves five Pods without requests, and those that have just joined are told apart.
        const auto &silent = lab.traffic.judgement().silent;
        QCOMPARE(silent.size(), 5U);
        QVERIFY(std::ranges::count(silent, traffic::SilenceCause::JoinedLater, &traffic::SilentPod::cause) >
                0);
        lab.load.stop();
        lab.pass(1s);
        QVERIFY(!lab.load.isRunning());
        // curl again: each a new connection, and a sample of its own.
        QVERIFY(lab.run("for i in $(seq 40); do curl -s host01:$(kubectl get service/kubernetes-bootcamp -o "
                        "jsonpath='{.spec.ports[0].nodePort}'); done"));
        QCOMPARE(lab.traffic.judgement().draws, 40U);
        QCOMPARE(lab.traffic.judgement().pin, PinCause::None);
    }

    void affinity_isNamed_forLoadsAndForCurl()
    {
        Lab lab;
        QVERIFY(lab.run(
            R"(kubectl patch service/kubernetes-bootcamp -p '{"spec":{"sessionAffinity":"ClientIP"}}')"));
        lab.pass(5s);
        QVERIFY(lab.load.target()->hasAffinity());
        const traffic::Verdict verdict = lab.send(60);
        QCOMPARE(verdict.finding, Finding::PinnedToOne);
        QCOMPARE(verdict.pin, PinCause::ClientIpAffinity);
        lab.traffic.reset();
        QVERIFY(lab.run("for i in $(seq 20); do curl -s host01:$(kubectl get service/kubernetes-bootcamp -o "
                        "jsonpath='{.spec.ports[0].nodePort}'); done"));
        QCOMPARE(lab.traffic.judgement().pin, PinCause::ClientIpAffinity);
        QCOMPARE(lab.traffic.judgement().requests, 20U);
    }

    void podsThatDoNotCount_areNamed_withTheReason()
    {
        Lab lab;
        QVERIFY(lab.run("kubectl label pod $(kubectl get pods -o jsonpath='{.items[0].metadata.name}') "
                        "app=aside --overwrite"));
        lab.pass(20s);
        const traffic::Verdict &verdict = lab.send(60);
        QCOMPARE(verdict.finding, Finding::SomeGetNothing);
        QCOMPARE(std::ranges::count(verdict.silent, traffic::SilenceCause::NotAnEndpoint,
                                    &traffic::SilentPod::cause),
                 1);
        // One that is being deleted is no finding.
        QVERIFY(lab.run("kubectl delete pod -l app=aside --wait=false"));
        lab.pass(2s);
        QCOMPARE(lab.send(60).silent.size(), 0U);
    }

    void scalingToZero_isRefused_andSaysSo()
    {
        Lab lab;
        QVERIFY(lab.run("kubectl scale deployment/kubernetes-bootcamp --replicas=0"));
        lab.pass(60s);
        lab.send(5);
        QCOMPARE(lab.traffic.failed(), 5);
        QCOMPARE(lab.traffic.findings()->errors().size(), 1);
        QCOMPARE(lab.traffic.judgement().candidates, 0U);
    }

    void ramp_sendsWhatItSays_inVirtualTime()
    {
        Lab lab;
        lab.traffic.reset();
        lab.load.setKind(LoadModel::Ramp);
        lab.load.setRate(2);
        lab.load.setLastRate(20);
        lab.load.setSeconds(30);
        lab.load.start();
        lab.pass(40s);
        QVERIFY(!lab.load.isRunning());
        QVERIFY(std::abs(lab.traffic.total() - 330) <= 1);
        QVERIFY(lab.traffic.shares()->rowCount() >= 29);
        QVERIFY(!lab.traffic.findings()->latency().isEmpty());
    }
};
MINATO_TEST(TestTrafficStatistics)

#include "tst_traffic_statistics.moc"
