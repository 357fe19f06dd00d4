// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "support/test_registry.h"
#include "traffic/latency.h"

#include <algorithm>
#include <cmath>

using namespace minato;
using namespace minato::traffic;
using namespace std::chrono_literals;

class TestLatency : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing_hasNoQuantile() { QVERIFY(!LatencyQuantiles().quantile(0.5)); }

    void smallSample_isExact_andGivesWhatOccurred()
    {
        LatencyQuantiles latency;
        for (const auto each : {7ms, 1ms, 3ms, 90ms, 5ms})
            latency.add(each);
        QCOMPARE(*latency.quantile(0.5), base::Duration(5ms));
        QCOMPARE(*latency.quantile(0.99), base::Duration(90ms));
        QCOMPARE(*latency.quantile(0.2), base::Duration(1ms));
        QCOMPARE(*latency.quantile(1), base::Duration(90ms));
        latency.clear();
        QVERIFY(!latency.quantile(0.5));
    }

    void nearestRank_doesNotStumbleOverRounding()
    {
        LatencyQuantiles latency;
        for (int i = 1; i <= 100; ++i)
            latency.add(base::Duration(i));
        for (int percent = 1; percent <= 100; ++percent)
            QCOMPARE(latency.quantile(percent / 100.)->count(), percent);
    }

    /// The promised 1/64, over durations from nanoseconds to hours.
    void largeSample_isOffByASixtyFourthAtMost()
    {
        base::RandomStream random(1, "latency");
        LatencyQuantiles latency;
        std::vector<std::int64_t> all;
        for (int i = 0; i < 20'000; ++i) {
            all.push_back(std::int64_t(std::exp(random.unit() * 30)));
            latency.add(base::Duration(all.back()));
        }
        std::ranges::sort(all);
        for (int permille = 1; permille <= 1000; ++permille) {
            const auto exact = double(all[std::size_t(permille * 20 - 1)]);
            const auto told = double(latency.quantile(permille / 1000.)->count());
            QVERIFY2(std::abs(told - exact) <= exact / 64,
                     qPrintable(QStringLiteral("%1: %2").arg(exact).arg(told)));
        }
        QCOMPARE(latency.count(), 20'000U);
    }

    void extremes_haveABucket()
    {
        LatencyQuantiles latency;
        for (std::size_t i = 0; i <= LatencyQuantiles::kExact; ++i)
            latency.add(base::Duration(-5));
        QCOMPARE(latency.quantile(1)->count(), 0);
        latency.add(base::Duration::max());
        QVERIFY(latency.quantile(1)->count() > base::Duration::max().count() / 64 * 63);
    }
};

MINATO_TEST(TestLatency)
#include "tst_latency.moc"
