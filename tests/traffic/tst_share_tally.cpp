// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "support/test_registry.h"
#include "traffic/share_tally.h"

using namespace minato;
using namespace minato::traffic;

namespace {

using State = PodSample::State;

PodSample podOf(const ShareTally &tally, std::string_view uid)
{
    for (const PodSample &pod : tally.sample().pods)
        if (pod.uid == uid)
            return pod;
    return {};
}

} // namespace

class TestShareTally : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRequest_isADraw_onlyOnANewConnection()
    {
        ShareTally tally;
        tally.setPods({{"a"}, {"b"}});
        tally.add({.podUid = "a"});
        tally.add({.podUid = "b", .isNewConnection = false});
        tally.add({.podUid = "b", .isFailed = true});
        tally.add({.podUid = ""});
        QCOMPARE(podOf(tally, "a"), (PodSample{.uid = "a", .requests = 1, .draws = 1}));
        QCOMPARE(podOf(tally, "b"), (PodSample{.uid = "b", .requests = 2, .failed = 1, .draws = 1}));
    }

    void affinity_drawsOnceAClient_andAgainWhenItsPodIsGone()
    {
        ShareTally tally;
        tally.setPods({{"a"}, {"b"}});
        tally.setMode({.hasClientIpAffinity = true});
        for (int i = 0; i < 5; ++i) {
            tally.add({.podUid = "a", .client = "x"});
            tally.add({.podUid = "b", .client = "y"});
        }
        QCOMPARE(podOf(tally, "a"), (PodSample{.uid = "a", .requests = 5, .draws = 1}));
        tally.setPods({{"b"}, {"c"}});
        tally.add({.podUid = "b", .client = "y"});
        tally.add({.podUid = "c", .client = "x"});
        QCOMPARE(podOf(tally, "b").draws, 0U);
        QCOMPARE(podOf(tally, "c").draws, 1U);
    }

    void requestsOnOlderConnections_areCarried()
    {
        ShareTally tally;
        tally.setPods({{"a"}, {"b"}});
        tally.setMode({.isKeptAlive = true});
        tally.add({.podUid = "a", .client = "x"});
        tally.add({.podUid = "a", .client = "x", .isNewConnection = false});
        QCOMPARE(tally.sample().carried, 0U);
        tally.setPods({{"a"}, {"b"}, {"c"}});
        tally.add({.podUid = "a", .client = "x", .isNewConnection = false});
        tally.add({.podUid = "a", .client = "unheard-of", .isNewConnection = false});
        tally.add({.podUid = "c", .client = "y"});
        tally.add({.podUid = "c", .client = "y", .isNewConnection = false});
        QCOMPARE(tally.sample().carried, 2U);
        QCOMPARE(podOf(tally, "c"), (PodSample{"c", State::Candidate, true, 2, 0, 1}));
        tally.restart();
        tally.add({.podUid = "c", .client = "y", .isNewConnection = false});
        QCOMPARE(tally.sample().carried, 1U);
    }

    void otherCandidates_beginTheSampleAnew()
    {
        ShareTally tally;
        tally.setPods({{"a"}, {"b"}, {"c", State::NotReady}});
        QVERIFY(!podOf(tally, "a").isNew);
        tally.add({.podUid = "a"});
        tally.setPods({{"a"}, {"b"}, {"c", State::NotAnEndpoint}}); // of no matter for the choice
        QCOMPARE(podOf(tally, "a").requests, 1U);
        QCOMPARE(podOf(tally, "c").state, State::NotAnEndpoint);
        tally.setPods({{"a"}, {"b"}, {"c"}});
        QCOMPARE(podOf(tally, "a"), (PodSample{.uid = "a"}));
        QCOMPARE(podOf(tally, "c"), (PodSample{.uid = "c", .isNew = true}));
        tally.add({.podUid = "c"});
        tally.restart();
        QCOMPARE(podOf(tally, "c"), (PodSample{.uid = "c", .isNew = true}));
    }

    void podThatNobodyNamed_isCounted_outsideTheChoice()
    {
        ShareTally tally;
        tally.setPods({{"a"}});
        tally.add({.podUid = "gone"});
        QCOMPARE(podOf(tally, "gone"), (PodSample{"gone", State::NotAnEndpoint, false, 1, 0, 1}));
        QCOMPARE(tally.sample().turns, TurnEvidence());
    }

    void turns_areSeen_fromTheSecondRoundOn()
    {
        ShareTally tally;
        tally.setPods({{"a"}, {"b"}, {"c"}});
        for (int i = 0; i < 4; ++i)
            for (const char *uid : {"b", "a", "c"})
                tally.add({.podUid = uid});
        QCOMPARE(tally.sample().turns, (TurnEvidence{9, 9}));
        tally.add({.podUid = "c"});
        QCOMPARE(tally.sample().turns, (TurnEvidence{10, 9}));
    }

    /// 30 000 trials at 1/4: 7 500 ± 4 σ, σ = 75.
    void randomDraws_takeTheirTurnsByChance()
    {
        base::RandomStream random(2, "turns");
        ShareTally tally;
        tally.setPods({{"0"}, {"1"}, {"2"}, {"3"}});
        while (tally.sample().turns.trials < 30'000)
            tally.add({.podUid = std::to_string(random.below(4))});
        const auto hits = double(tally.sample().turns.hits);
        QVERIFY2(std::abs(hits - 7500) < 300, qPrintable(QString::number(hits)));
    }
};

MINATO_TEST(TestShareTally)
#include "tst_share_tally.moc"
