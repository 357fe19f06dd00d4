// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "traffic/binomial.h"
#include "traffic/figures.h"
#include "traffic/special_functions.h"

#include <numbers>

using namespace minato;
using namespace minato::traffic;

namespace {

/// P(at most `hits`), term by term.
double summed(std::uint64_t hits, std::uint64_t draws, double chance)
{
    double sum = 0;
    for (std::uint64_t i = 0; i <= hits; ++i)
        sum += std::exp(logChoose(double(draws), double(i)) + double(i) * std::log(chance) +
                        double(draws - i) * std::log1p(-chance));
    return sum;
}

} // namespace

class TestDistributions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void logGamma_isThatOfFactorials()
    {
        double factorial = 1;
        for (int n = 1; n <= 100; ++n) {
            VERIFY_NEAR(logGamma(n + 1) + 1, std::log(factorial *= n) + 1, 1e-14);
        }
        VERIFY_NEAR(logGamma(0.5), std::log(std::numbers::pi) / 2, 1e-14);
        VERIFY_NEAR(logGamma(1e6), 12'815'504.569'147'61, 1e-14);
    }

    /// The usual table of chi-squared: what is exceeded in 5 % and in 1 % of all cases.
    void chiSquaredTail_isThatOfTheTables()
    {
        struct Row {
            double degrees, five, one;
        };
        for (const Row &row :
             {Row{1, 3.841459, 6.634897}, Row{2, 5.991465, 9.210340}, Row{3, 7.814728, 11.344867},
              Row{6, 12.591587, 16.811894}, Row{9, 16.918978, 21.665994}, Row{29, 42.556968, 49.587884},
              Row{49, 66.338649, 74.919474}, Row{100, 124.342113, 135.806723}}) {
            VERIFY_NEAR(gammaTail(row.degrees / 2, row.five / 2), 0.05, 1e-6);
            VERIFY_NEAR(gammaTail(row.degrees / 2, row.one / 2), 0.01, 1e-6);
        }
    }

    /// Q(1/2, x) = erfc(√x), Q(1, x) = e^-x, Q(n, x) = P(a Poisson number of mean x is below n).
    void gammaTail_agreesWithItsClosedForms()
    {
        for (const double x : {1e-6, 0.01, 0.3, 1., 1.5, 2., 7., 30., 200.}) {
            VERIFY_NEAR(gammaTail(0.5, x), std::erfc(std::sqrt(x)), 1e-12);
            VERIFY_NEAR(gammaTail(1, x), std::exp(-x), 1e-12);
            double term = std::exp(-x), sum = 0;
            for (int n = 1; n <= 40; ++n) {
                sum += term;
                term *= x / n;
                VERIFY_NEAR(gammaTail(n, x), sum, 1e-11);
            }
        }
        QCOMPARE(gammaTail(3, 0), 1.);
    }

    void betaShare_isTheBinomialsTail()
    {
        for (const std::uint64_t draws : {1U, 2U, 5U, 10U, 40U, 300U})
            for (const double chance : {0.002, 0.02, 0.25, 0.5, 0.9})
                for (std::uint64_t hits = 0; hits <= draws; ++hits)
                    QVERIFY2(std::abs(binomialAtMost(hits, draws, chance) - summed(hits, draws, chance)) <
                                 1e-12,
                             qPrintable(QStringLiteral("%1 of %2 at %3").arg(hits).arg(draws).arg(chance)));
        QCOMPARE(binomialAtLeast(0, 10, 0.3), 1.);
        QCOMPARE(binomialAtLeast(11, 10, 0.3), 0.);
        VERIFY_NEAR(binomialAtLeast(10, 10, 0.25), std::pow(0.25, 10), 1e-12);
    }

    /// Quantiles of exact rational arithmetic.
    void fairBand_isExactForFewDraws()
    {
        struct Row {
            std::uint64_t draws, pods, low, high;
        };
        for (const Row &row : {Row{4, 4, 0, 3}, Row{10, 4, 0, 5}, Row{20, 4, 2, 9}, Row{100, 4, 17, 34},
                               Row{1000, 4, 223, 277}, Row{100, 50, 0, 5}, Row{1000, 50, 12, 29}})
            QCOMPARE(fairBand(row.draws, row.pods), (Band{row.low, row.high, row.draws}));
        QCOMPARE(fairBand(100, 4).lowShare(), 0.17);
        QCOMPARE(fairBand(100, 4).highShare(), 0.34);
        QVERIFY(fairBand(100, 4).holds(17) && !fairBand(100, 4).holds(16) && !fairBand(100, 4).holds(35));
    }

    void fairBand_promisesNothingWithoutDraws_andEverythingForOnePod()
    {
        QCOMPARE(fairBand(0, 4).lowShare(), 0.);
        QCOMPARE(fairBand(0, 4).highShare(), 1.);
        QCOMPARE(fairBand(10, 1), (Band{10, 10, 10}));
    }

    /// The band holds one Pod with 95 % at least, and is not wider than that needs.
    void fairBand_holdsWhatItPromises()
    {
        for (const std::uint64_t pods : {2U, 4U, 12U, 50U, 500U})
            for (const std::uint64_t draws : {1U, 4U, 10U, 33U, 100U, 5'000U, 1'000'000U}) {
                const Band band = fairBand(draws, pods);
                const double chance = 1 / double(pods);
                QVERIFY(band.low == 0 || binomialAtMost(band.low - 1, draws, chance) < 0.025);
                QVERIFY(binomialAtLeast(band.high + 1, draws, chance) <= 0.025 + 1e-12);
                QVERIFY(binomialAtMost(band.low, draws, chance) >= 0.025);
                QVERIFY(band.high == 0 || binomialAtLeast(band.high, draws, chance) > 0.025);
            }
        // Far out the normal distribution is right: a mean of 2000 ± 1.96 · 44.68.
        QCOMPARE(fairBand(1'000'000, 500), (Band{1913, 2088, 1'000'000}));
    }
};

MINATO_TEST(TestDistributions)
#include "tst_distributions.moc"
