// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "support/test_registry.h"

#include <array>

using minato::base::RandomStream;

class TestRandom : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameSeedAndName_giveTheSameStream()
    {
        RandomStream a(7, "scheduler");
        RandomStream b(7, "scheduler");
        for (int i = 0; i < 100; ++i)
            QCOMPARE(a.next(), b.next());
    }

    void otherNameOrSeed_givesAnother()
    {
        const auto first = RandomStream(7, "scheduler").next();
        QVERIFY(first != RandomStream(7, "kube-proxy").next());
        QVERIFY(first != RandomStream(8, "scheduler").next());
    }

    void below_isUniform()
    {
        RandomStream random(1, "test");
        std::array<int, 5> counts{};
        for (int i = 0; i < 50'000; ++i)
            ++counts[random.below(5)];
        for (const int count : counts)
            QVERIFY2(count > 9'600 && count < 10'400, QByteArray::number(count));
        QCOMPARE(random.below(0), 0U);
        QCOMPARE(random.below(1), 0U);
    }
};

MINATO_TEST(TestRandom)
#include "tst_random.moc"
