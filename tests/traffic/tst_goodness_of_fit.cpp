// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "traffic/figures.h"
#include "traffic/goodness_of_fit.h"
#include "traffic/special_functions.h"

#include <map>

using namespace minato;
using namespace minato::traffic;

namespace {

using Counts = std::vector<std::uint64_t>;

std::uint64_t squares(const Counts &counts)
{
    std::uint64_t sum = 0;
    for (const std::uint64_t count : counts)
        sum += count * count;
    return sum;
}

/// Every way in which the draws may fall, one by one.
struct Enumeration {
    std::map<std::uint64_t, std::pair<std::uint64_t, Counts>> bySquares; ///< number of ways, an example
    std::uint64_t all = 0;

    Enumeration(std::uint64_t draws, std::uint64_t pods)
    {
        all = 1;
        for (std::uint64_t i = 0; i < draws; ++i)
            all *= pods;
        for (std::uint64_t way = 0; way < all; ++way) {
            Counts counts(pods);
            std::uint64_t rest = way;
            for (std::uint64_t i = 0; i < draws; ++i, rest /= pods)
                ++counts[rest % pods];
            auto &entry = bySquares[squares(counts)];
            ++entry.first;
            entry.second = std::move(counts);
        }
    }
};

} // namespace

class TestGoodnessOfFit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void smallSamples_areCountedOutExactly()
    {
        for (const auto &[draws, pods] :
             {std::pair(2, 3), {4, 4}, {5, 3}, {8, 2}, {9, 2}, {8, 4}, {7, 5}, {5, 10}, {10, 3}}) {
            const Enumeration ways{std::uint64_t(draws), std::uint64_t(pods)};
            QVERIFY(ways.bySquares.size() > 1);
            std::uint64_t below = 0;
            for (const auto &[sum, entry] : ways.bySquares) {
                const Fit fit = fitToFairChoice(entry.second);
                QVERIFY(fit.isExact);
                QVERIFY(std::abs(fit.upper - double(ways.all - below) / double(ways.all)) < 1e-11);
                below += entry.first;
                QVERIFY(std::abs(fit.lower - double(below) / double(ways.all)) < 1e-11);
            }
        }
    }

    void twoPods_areABinomialQuestion_alsoWhenThereAreMany()
    {
        // 2 · P(at least 60 of 100) = 0.0569; chi-squared alone would say 0.0455.
        const Fit fit = fitToFairChoice(Counts{60, 40});
        QVERIFY(fit.isExact);
        VERIFY_NEAR(fit.upper, 0.05688793, 1e-6);
        VERIFY_NEAR(fit.statistic, 4, 1e-12);
        QVERIFY(fitToFairChoice(Counts{500'000, 500'000}).isExact);
        QCOMPARE(fitToFairChoice(Counts{500'000, 500'000}).upper, 1.);
        VERIFY_NEAR(fitToFairChoice(Counts{501'000, 499'000}).upper, 0.0456, 0.01);
    }

    /// The counts that someone reported of 100 requests over 7 Pods (kubernetes/kubernetes#37932).
    void reportedSkew_isNoChance()
    {
        const Fit fit = fitToFairChoice(Counts{60, 10, 7, 3, 6, 4, 10});
        VERIFY_NEAR(fit.statistic, 173.7, 1e-10);
        QCOMPARE(fit.degrees, 6U);
        QVERIFY(fit.upper < 1e-12);
        QVERIFY(fit.lower > 0.999999);
    }

    void nothingToCompare_fits()
    {
        for (const Counts &counts : {Counts{}, Counts{7}, Counts{0, 0, 0}, Counts{0, 1, 0}}) {
            const Fit fit = fitToFairChoice(counts);
            QCOMPARE(fit.upper, 1.);
            QCOMPARE(fit.lower, 1.);
        }
    }

    /// Where counting out ends it has come near to chi-squared, so that the figures go on without a step.
    void approximation_goesOnWhereCountingOutEnds()
    {
        const Fit exact = fitToFairChoice(Counts{38, 20, 22, 20});
        QVERIFY(exact.isExact);
        VERIFY_NEAR(exact.statistic, 9.12, 1e-12);
        VERIFY_NEAR(exact.upper, gammaTail(1.5, 9.12 / 2), 0.03);
        const Fit approximate = fitToFairChoice(Counts{290, 230, 250, 230});
        QVERIFY(!approximate.isExact);
        VERIFY_NEAR(approximate.statistic, 9.6, 1e-12);
        VERIFY_NEAR(approximate.upper, gammaTail(1.5, 9.6 / 2), 0.01);
    }

    void manyPodsAndRequests_areQuickAndSane()
    {
        base::RandomStream random(3, "fit");
        const Fit fair = fitToFairChoice(tests::fairCounts(random, 1'000'000, 500));
        QVERIFY(fair.upper > 0.001 && fair.lower > 0.001);
        Counts pinned(500);
        pinned[7] = 1'000'000;
        QVERIFY(fitToFairChoice(pinned).upper < 1e-12);
        QVERIFY(fitToFairChoice(Counts(500, 2000)).lower < 1e-12);
    }

    /// 1 000 runs of fair traffic fall below 0.05 in about 5 %, and in fewer where the counts are too few for
    /// any value near it.
    void fairTraffic_isCalledUnfairInFivePercent_data()
    {
        QTest::addColumn<int>("pods");
        for (const int pods : {2, 3, 4, 10, 50})
            QTest::addRow("%d", pods) << pods;
    }
    void fairTraffic_isCalledUnfairInFivePercent()
    {
        QFETCH(int, pods);
        base::RandomStream random(5, "type one");
        for (const int draws : {4, 10, 20, 50, 100, 300, 1000, 10'000}) {
            constexpr int kRuns = 1000;
            std::map<std::uint64_t, double> known; // by the sum of the squares, on which alone it depends
            int unfair = 0;
            for (int run = 0; run < kRuns; ++run) {
                const Counts counts = tests::fairCounts(random, std::uint64_t(draws), std::size_t(pods));
                const auto [place, isNew] = known.try_emplace(squares(counts));
                if (isNew)
                    place->second = fitToFairChoice(counts).upper;
                unfair += place->second < 0.05 ? 1 : 0;
            }
            // 50 ± 3 σ, σ = 6.9.
            const auto figures = QStringLiteral("%1 of 1000 at %2 over %3").arg(unfair).arg(draws).arg(pods);
            QVERIFY2(unfair <= 71, qPrintable(figures));
            QVERIFY2(unfair >= 29 || draws <= 100, qPrintable(figures));
        }
    }
};

MINATO_TEST(TestGoodnessOfFit)
#include "tst_goodness_of_fit.moc"
