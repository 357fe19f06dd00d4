// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "traffic/figures.h"
#include "traffic/share_tally.h"
#include "traffic/verdict.h"

#include <array>
#include <map>
#include <numeric>

using namespace minato;
using namespace minato::traffic;

namespace {

using State = PodSample::State;
using Counts = std::vector<std::uint64_t>;

/// Each request a connection of its own.
Sample sampleOf(const Counts &counts)
{
    Sample sample;
    for (std::size_t i = 0; i < counts.size(); ++i)
        sample.pods.push_back({.uid = std::to_string(i), .requests = counts[i], .draws = counts[i]});
    return sample;
}

Finding findingOf(const Counts &counts)
{
    return judge(sampleOf(counts)).finding;
}

bool isClaim(Finding finding)
{
    return finding != Finding::TooFewToTell && finding != Finding::FitsRandomChoice;
}

} // namespace

class TestVerdict : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fewRequests_claimNothing_howeverTheyFall()
    {
        for (const Counts &counts :
             {Counts{0, 0, 0, 0}, Counts{1, 0, 0, 0}, Counts{4, 0, 0, 0}, Counts{4, 0}, Counts{3, 0, 0},
              Counts{1, 1, 1, 1}, Counts{6, 2, 1, 1}, Counts{4, 3, 3, 0}})
            QCOMPARE(findingOf(counts), Finding::TooFewToTell);
        Counts two(500);
        two[3] = 2;
        QCOMPARE(findingOf(two), Finding::TooFewToTell);
    }

    void moderateShares_fit()
    {
        const Verdict verdict = judge(sampleOf({28, 19, 30, 23}));
        QCOMPARE(verdict.finding, Finding::FitsRandomChoice);
        QCOMPARE(verdict.amongCandidates, Finding::FitsRandomChoice);
        QCOMPARE(verdict.candidates, 4U);
        QCOMPARE(verdict.seen, 4U);
        QCOMPARE(verdict.expectedShare, 0.25);
        QCOMPARE(verdict.band, (Band{17, 34, 100}));
        QCOMPARE(verdict.expectedFurtherDraws, 0.);
        QVERIFY(verdict.silent.empty());
        QVERIFY(verdict.pValue > 0.3);
    }

    void missedPod_isChance_asLongAsItMayBe()
    {
        const Verdict verdict = judge(sampleOf({5, 3, 2, 0}));
        QCOMPARE(verdict.finding, Finding::TooFewToTell);
        QCOMPARE(verdict.drawsToTell, 16U);
        VERIFY_NEAR(verdict.chanceSomeMissed, 0.219398, 1e-5);
        VERIFY_NEAR(verdict.expectedFurtherDraws, 4, 1e-12);
        QCOMPARE(verdict.silent, (std::vector<SilentPod>{{3, SilenceCause::Chance, false}}));
    }

    void missedPod_standsOut_alsoAmongFifty()
    {
        Counts counts(50, 20);
        counts[7] = 0;
        const Verdict verdict = judge(sampleOf(counts));
        QCOMPARE(verdict.finding, Finding::SomeGetNothing);
        QCOMPARE(verdict.silent, (std::vector<SilentPod>{{7, SilenceCause::Unknown, false}}));
        // Chi-squared alone sees nothing there.
        QVERIFY(verdict.fit.upper > 0.5);
    }

    void skew_isUneven()
    {
        QCOMPARE(findingOf({60, 10, 7, 3, 6, 4, 10}), Finding::Uneven);
        QCOMPARE(findingOf({70, 30}), Finding::Uneven);
    }

    void pinned_withoutAKnownCause()
    {
        const Verdict verdict = judge(sampleOf({0, 0, 30, 0}));
        QCOMPARE(verdict.finding, Finding::PinnedToOne);
        QCOMPARE(verdict.pin, PinCause::Unknown);
        QCOMPARE(verdict.pinnedTo, 2U);
        QCOMPARE(verdict.silent.size(), 3U);
        QCOMPARE(verdict.silent.front().cause, SilenceCause::PinnedElsewhere);
    }

    void keepAliveAndAffinity_areNamedRightly()
    {
        struct Row {
            ConnectionMode mode;
            PinCause pin;
        };
        for (const Row &row :
             {Row{{true, false}, PinCause::KeptConnection}, Row{{false, true}, PinCause::ClientIpAffinity},
              Row{{true, true}, PinCause::KeptConnectionAndAffinity}}) {
            Sample sample = sampleOf({0, 1, 0});
            sample.mode = row.mode;
            QCOMPARE(judge(sample).finding, Finding::TooFewToTell);
            sample.pods[1].requests = 40;
            const Verdict verdict = judge(sample);
            QCOMPARE(verdict.finding, Finding::PinnedToOne);
            QCOMPARE(verdict.pin, row.pin);
            QCOMPARE(verdict.pinnedTo, 1U);
        }
    }

    /// 8 kept connections are 8 draws, also when they carry 10 000 requests: {4, 3, 1, 0} says nothing.
    void keptConnections_areJudgedByTheirDraws()
    {
        Sample sample = sampleOf({5000, 3750, 1250, 0});
        QCOMPARE(judge(sample).finding, Finding::SomeGetNothing);
        sample.mode.isKeptAlive = true;
        for (std::size_t i = 0; i < 4; ++i)
            sample.pods[i].draws = Counts{4, 3, 1, 0}[i];
        const Verdict verdict = judge(sample);
        QCOMPARE(verdict.finding, Finding::TooFewToTell);
        QCOMPARE(verdict.band.draws, 8U);
        QCOMPARE(verdict.silent, (std::vector<SilentPod>{{3, SilenceCause::Chance, false}}));
    }

    /// Scaled from 1 to 3 under 4 kept connections: nothing comes to the new Pods until connections open.
    void newPods_getNothingFromOldConnections()
    {
        Sample sample = sampleOf({100, 0, 0});
        sample.mode.isKeptAlive = true;
        sample.pods[0].draws = 0;
        sample.pods[1].isNew = sample.pods[2].isNew = true;
        const Verdict verdict = judge(sample);
        QCOMPARE(verdict.finding, Finding::PinnedToOne);
        QCOMPARE(verdict.pin, PinCause::KeptConnection);
        QCOMPARE(verdict.silent, (std::vector<SilentPod>{{1, SilenceCause::JoinedLater, true},
                                                         {2, SilenceCause::JoinedLater, true}}));
        sample.pods[1] = {.uid = "1", .requests = 50};
        const Verdict two = judge(sample);
        QCOMPARE(two.finding, Finding::SomeGetNothing);
        QCOMPARE(two.silent, (std::vector<SilentPod>{{2, SilenceCause::JoinedLater, true}}));
        // Some have been opened since, far from enough to see all Pods.
        sample.pods[0].draws = sample.pods[1].draws = 2;
        QCOMPARE(judge(sample).finding, Finding::TooFewToTell);
        QCOMPARE(judge(sample).silent.front().cause, SilenceCause::Chance);
        sample.carried = 90;
        QCOMPARE(judge(sample).finding, Finding::SomeGetNothing);
        QCOMPARE(judge(sample).silent.front().cause, SilenceCause::JoinedLater);
    }

    void podsThatCannotBeChosen_areNamed_andLeftOutOfTheTest()
    {
        Sample sample = sampleOf({26, 24, 0, 0, 0});
        sample.pods[2].state = State::NotReady;
        sample.pods[3].state = State::NotAnEndpoint;
        sample.pods[4].state = State::OutOfReach;
        const Verdict verdict = judge(sample);
        QCOMPARE(verdict.finding, Finding::SomeGetNothing);
        QCOMPARE(verdict.amongCandidates, Finding::FitsRandomChoice);
        QCOMPARE(verdict.candidates, 2U);
        QCOMPARE(verdict.silent, (std::vector<SilentPod>{{2, SilenceCause::NotReady, false},
                                                         {3, SilenceCause::NotAnEndpoint, false},
                                                         {4, SilenceCause::OutOfReach, false}}));
        sample.pods[1] = {.uid = "1"};
        QCOMPARE(judge(sample).finding, Finding::PinnedToOne);
    }

    void failingPod_isChosen_butNamed()
    {
        Sample sample = sampleOf({26, 24});
        sample.pods[1].failed = 24;
        const Verdict verdict = judge(sample);
        QCOMPARE(verdict.finding, Finding::FitsRandomChoice);
        QCOMPARE(verdict.silent, (std::vector<SilentPod>{{1, SilenceCause::Failing, false}}));
    }

    void oneCandidate_hasNoChoice()
    {
        QCOMPARE(findingOf({50}), Finding::OneCandidate);
        QCOMPARE(findingOf({}), Finding::TooFewToTell);
    }

    /// ipvs' rr: too even by the counts of many, by the turns of few.
    void roundRobin_isSeen()
    {
        QCOMPARE(findingOf({500, 500, 500, 500}), Finding::RoundRobinLike);
        QCOMPARE(findingOf({5, 5, 5, 5}), Finding::FitsRandomChoice);
        Sample sample = sampleOf({5, 5, 5, 5});
        sample.turns = {16, 16};
        QCOMPARE(judge(sample).finding, Finding::RoundRobinLike);
        sample.turns = {16, 6};
        QCOMPARE(judge(sample).finding, Finding::FitsRandomChoice);
    }

    /// All tests together, as a tally of real draws feeds them.
    void fairTraffic_isCalledUnfairInFivePercent_data()
    {
        QTest::addColumn<int>("pods");
        for (const int pods : {2, 4, 10, 50})
            QTest::addRow("%d", pods) << pods;
    }
    void fairTraffic_isCalledUnfairInFivePercent()
    {
        QFETCH(int, pods);
        base::RandomStream random(6, "verdict");
        for (const int draws : {4, 10, 30, 400, 4000}) {
            // What the verdict depends on, so that each is computed once.
            std::map<std::array<std::uint64_t, 4>, bool> known;
            int unfair = 0;
            for (int run = 0; run < 1000; ++run) {
                TurnWatch turns;
                turns.restart(std::size_t(pods));
                Sample sample = sampleOf(Counts(std::size_t(pods)));
                for (int i = 0; i < draws; ++i) {
                    PodSample &pod = sample.pods[random.below(std::uint64_t(pods))];
                    ++pod.requests;
                    ++pod.draws;
                    turns.add(pod.uid);
                }
                sample.turns = turns.evidence();
                std::array<std::uint64_t, 4> key{0, 0, sample.turns.trials, sample.turns.hits};
                for (const PodSample &pod : sample.pods) {
                    key[0] += pod.draws * pod.draws;
                    key[1] += pod.draws == 0 ? 1 : 0;
                }
                const auto [place, isNew] = known.try_emplace(key);
                if (isNew)
                    place->second = isClaim(judge(sample).finding);
                unfair += place->second ? 1 : 0;
            }
            const auto figures = QStringLiteral("%1 of 1000 at %2 over %3").arg(unfair).arg(draws).arg(pods);
            const bool isFew = std::uint64_t(draws) < judge(sampleOf(Counts(std::size_t(pods)))).drawsToTell;
            QVERIFY2(unfair <= (isFew ? 22 : 71), qPrintable(figures));
            QVERIFY2(draws != 4 || unfair == 0, qPrintable(figures));
            QVERIFY2(draws < 400 || unfair >= 29, qPrintable(figures));
        }
    }
};

MINATO_TEST(TestVerdict)
#include "tst_verdict.moc"
