// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "traffic/load_shape.h"

#include <cmath>
#include <limits>
#include <vector>

using namespace minato;
using namespace minato::traffic;
using namespace std::chrono_literals;

namespace {

std::vector<base::Duration> momentsOf(Ramp ramp, Arrivals arrivals = Arrivals::EvenlySpaced,
                                      std::uint64_t seed = 1)
{
    RampSchedule schedule(ramp, arrivals, seed);
    std::vector<base::Duration> moments;
    while (const auto due = schedule.next())
        moments.push_back(*due);
    return moments;
}

std::size_t before(const std::vector<base::Duration> &moments, base::Duration end)
{
    return std::size_t(std::ranges::count_if(moments, [end](base::Duration each) { return each < end; }));
}

} // namespace

class TestLoadShape : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void constantRate_isEvenlySpaced_withoutDrift()
    {
        const auto moments = momentsOf(constantRate(3, 1000s));
        QCOMPARE(moments.size(), 3000U);
        QCOMPARE(moments[0], base::Duration(0));
        QCOMPARE(moments[1], base::Duration(333'333'333));
        QCOMPARE(moments[2997], base::Duration(999s));
    }

    void slowRate_begins_atOnce()
    {
        const auto moments = momentsOf(constantRate(0.1, 25s));
        QCOMPARE(moments, (std::vector<base::Duration>{0s, 10s, 20s}));
    }

    /// A rate from 0 to 10 in 10 s: t²/2 requests until t.
    void ramp_rises()
    {
        const auto moments = momentsOf({0, 10, 10s});
        QCOMPARE(moments.size(), 50U);
        QCOMPARE(moments[0], base::Duration(0));
        QCOMPARE(moments[2], base::Duration(2s));
        QCOMPARE(moments[32], base::Duration(8s));
        QCOMPARE(before(moments, 4s), 8U);
    }

    void ramp_falls_toNothing()
    {
        const auto moments = momentsOf({10, 0, 10s});
        QCOMPARE(moments.size(), 50U);
        QCOMPARE(before(moments, 2s), 18U);
        QVERIFY(std::ranges::is_sorted(moments));
    }

    /// 100 000 expected: ± 4 σ, σ = √100 000; gaps are exponential: 1/e of them exceed the mean.
    void poisson_isAtRandom_aroundTheRate()
    {
        const auto moments = momentsOf(constantRate(100, 1000s), Arrivals::Poisson);
        QVERIFY(std::abs(double(moments.size()) - 100'000) < 4 * std::sqrt(100'000));
        QVERIFY(std::ranges::is_sorted(moments));
        int longer = 0;
        for (std::size_t i = 1; i < moments.size(); ++i)
            longer += moments[i] - moments[i - 1] > 10ms ? 1 : 0;
        QVERIFY(std::abs(longer / double(moments.size()) - std::exp(-1)) < 0.01);
    }

    void poissonRamp_followsItsRate()
    {
        const auto moments = momentsOf({0, 200, 100s}, Arrivals::Poisson);
        QVERIFY(std::abs(double(moments.size()) - 10'000) < 400);
        QVERIFY(std::abs(double(before(moments, 50s)) - 2'500) < 200);
    }

    void sameSeed_givesTheSameMoments()
    {
        const Ramp ramp = constantRate(50, 10s);
        QCOMPARE(momentsOf(ramp, Arrivals::Poisson, 4), momentsOf(ramp, Arrivals::Poisson, 4));
        QVERIFY(momentsOf(ramp, Arrivals::Poisson, 4) != momentsOf(ramp, Arrivals::Poisson, 5));
    }

    void onlyWhatCanBePlayed_isPlayable()
    {
        QVERIFY(isPlayable(oneRequest()));
        QVERIFY(isPlayable(Ramp{0, 5, 1s}));
        QVERIFY(!isPlayable(Batch{0}));
        QVERIFY(!isPlayable(Ramp{0, 0, 1s}));
        QVERIFY(!isPlayable(Ramp{-1, 5, 1s}));
        QVERIFY(!isPlayable(Ramp{1, std::numeric_limits<double>::quiet_NaN(), 1s}));
        QVERIFY(!isPlayable(Ramp{1, kHighestRate * 2, 1s}));
        QVERIFY(!isPlayable(Ramp{1, 1, 0s}));
        QVERIFY(!isPlayable(Ramp{1, 1, base::Duration::max()}));
    }

    void clients_haveNames()
    {
        const Clients clients{.count = 2, .name = "phone"};
        QCOMPARE(clientName(clients, 0), std::string("phone"));
        QCOMPARE(clientName(clients, 1), std::string("phone-2"));
    }
};

MINATO_TEST(TestLoadShape)
#include "tst_load_shape.moc"
