// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "traffic/figures.h"
#include "traffic/occupancy.h"

#include <set>

using namespace minato;
using namespace minato::traffic;

namespace {

/// Inclusion and exclusion in whole numbers, where these are small enough to be exact.
double allSeenByInclusion(int draws, int pods)
{
    double sum = 0, choose = 1;
    for (int missed = 0; missed < pods; ++missed) {
        sum += (missed % 2 == 0 ? 1 : -1) * choose * std::pow(double(pods - missed) / pods, draws);
        choose = choose * (pods - missed) / (missed + 1);
    }
    return sum;
}

} // namespace

class TestOccupancy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fourRequests_meetFourPods_in9Percent() { VERIFY_NEAR(chanceAllSeen(4, 4), 0.09375, 1e-14); }

    void tenRequests_missOneOfFourPods_in22Percent()
    {
        VERIFY_NEAR(chanceSomeMissed(10, 4), 0.21939849853515625, 1e-13);
        VERIFY_NEAR(chanceOneMissed(10, 4), 0.056313514709472656, 1e-13);
    }

    void allSeen_agreesWithInclusionAndExclusion()
    {
        for (unsigned pods = 1; pods <= 12; ++pods)
            for (unsigned draws = pods; draws <= 80; ++draws)
                QVERIFY2(std::abs(chanceAllSeen(draws, pods) - allSeenByInclusion(int(draws), int(pods))) <
                             1e-11,
                         qPrintable(QStringLiteral("%1 over %2").arg(draws).arg(pods)));
        QCOMPARE(chanceAllSeen(3, 4), 0.);
    }

    /// 20 000 runs each: the closed forms lie within 4 standard deviations of what happens.
    void simulation_agreesWithTheClosedForms()
    {
        base::RandomStream random(11, "occupancy");
        constexpr int kRuns = 20'000;
        for (const auto &[draws, pods] : {std::pair(4U, 4U), {10U, 4U}, {8U, 3U}, {60U, 20U}, {200U, 50U}}) {
            int isAll = 0, isFirstMissed = 0, isTwoMissed = 0;
            for (int run = 0; run < kRuns; ++run) {
                const auto counts = tests::fairCounts(random, draws, pods);
                const auto missed = std::ranges::count(counts, 0U);
                isAll += missed == 0 ? 1 : 0;
                isTwoMissed += missed >= 2 ? 1 : 0;
                isFirstMissed += counts[0] == 0 ? 1 : 0;
            }
            for (const auto &[times, chance] : {std::pair(isAll, chanceAllSeen(draws, pods)),
                                                {isFirstMissed, chanceOneMissed(draws, pods)},
                                                {isTwoMissed, chanceMissedAtLeast(2, draws, pods)}})
                QVERIFY2(std::abs(times - kRuns * chance) <= 4 * std::sqrt(kRuns * chance * (1 - chance)),
                         qPrintable(QStringLiteral("%1 over %2: %3").arg(draws).arg(pods).arg(times)));
        }
    }

    /// From where the ways of computing meet: no step in the figures.
    void waysOfComputing_meet()
    {
        for (const std::uint64_t pods : {4U, 50U, 500U})
            for (std::uint64_t draws = pods; draws < 12 * pods; draws += pods / 4) {
                const double now = chanceSomeMissed(draws, pods), next = chanceSomeMissed(draws + 1, pods);
                QVERIFY(next <= now + 1e-12);
                // By a fair draw more a Pod stays missed with 1 - 1/pods or more.
                QVERIFY(next >= now * (1 - 1. / double(pods)) - 1e-9);
                const double atLeast = chanceMissedAtLeast(1, draws, pods);
                QVERIFY(std::abs(atLeast - now) < 1e-10);
                QVERIFY(chanceMissedAtLeast(2, draws, pods) <= atLeast);
            }
    }

    void manyPodsAndDraws_areQuick_andNeverImpossible()
    {
        for (const std::uint64_t pods : {2U, 500U, 5'000U})
            for (const std::uint64_t draws : {1U, 1'000U, 30'000U, 1'000'000U})
                for (const std::uint64_t missed : {std::uint64_t{1}, pods / 2, pods - 1}) {
                    const double chance = chanceMissedAtLeast(missed, draws, pods);
                    QVERIFY(chance >= 0 && chance <= 1);
                }
        QVERIFY(chanceSomeMissed(1'000'000, 500) < 1e-300);
        VERIFY_NEAR(chanceMissedAtLeast(1, 1'000'000, 50'000), 1 - chanceAllSeen(1'000'000, 50'000), 0.01);
    }

    void collector_needs8RequestsForFourPods()
    {
        VERIFY_NEAR(expectedFurtherDraws(0, 4), 25. / 3, 1e-14);
        VERIFY_NEAR(expectedFurtherDraws(3, 4), 4, 1e-14);
        QCOMPARE(expectedFurtherDraws(4, 4), 0.);
        QCOMPARE(expectedFurtherDraws(0, 1), 1.);
        base::RandomStream random(12, "collector");
        constexpr int kRuns = 20'000;
        double sum = 0;
        for (int run = 0; run < kRuns; ++run) {
            std::set<std::uint64_t> seen{0, 1, 2};
            for (; seen.size() < 10; ++sum)
                seen.insert(random.below(10));
        }
        VERIFY_NEAR(sum / kRuns, expectedFurtherDraws(3, 10), 0.02);
    }

    void drawsToTell_areTheFirstWhereMissingIsRare()
    {
        QCOMPARE(drawsToTell(4), 16U);
        QCOMPARE(drawsToTell(50), 342U);
        QCOMPARE(drawsToTell(1), 1U);
        for (const std::uint64_t pods : {2U, 3U, 4U, 10U, 50U, 500U}) {
            QVERIFY(chanceSomeMissed(drawsToTell(pods), pods) < 0.05);
            QVERIFY(chanceSomeMissed(drawsToTell(pods) - 2, pods) > 0.048);
        }
    }
};

MINATO_TEST(TestOccupancy)
#include "tst_occupancy.moc"
