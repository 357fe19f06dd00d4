// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/instant.h"
#include "support/test_registry.h"

using namespace minato::base;
using namespace std::chrono_literals;

class TestInstant : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void epoch_isAMondayAtMidnight()
    {
        QCOMPARE(toRfc3339(kSimEpoch), std::string("2026-01-05T00:00:00Z"));
        QCOMPARE(toRfc3339Micro(kSimEpoch + 1250ms), std::string("2026-01-05T00:00:01.250000Z"));
        QCOMPARE(toRfc3339(kSimEpoch + 1999ms), std::string("2026-01-05T00:00:01Z"));
    }

    void parse_readsZonesAndFractions()
    {
        QCOMPARE(parseRfc3339("2026-01-05T09:00:00+09:00")->ns, kSimEpoch.ns);
        QCOMPARE(parseRfc3339("2026-01-05T00:00:01.25Z")->ns, (kSimEpoch + 1250ms).ns);
    }

    void whatIsBeyondTheLimits_isCutToThem()
    {
        QCOMPARE(parseRfc3339("9999-12-31T23:59:59.999999999Z")->ns, kLastInstant.ns);
        QCOMPARE(parseRfc3339("2262-04-11T23:47:16.9Z")->ns, kLastInstant.ns);
        QCOMPARE(parseRfc3339("2262-04-11T23:47:15.9-23:59")->ns, kLastInstant.ns);
        QCOMPARE(parseRfc3339("0001-01-01T00:00:00Z")->ns, kFirstInstant.ns);
        QVERIFY(*parseRfc3339("2261-12-31T23:59:59Z") < kLastInstant);
        QVERIFY(*parseRfc3339("1678-01-01T00:00:00Z") > kFirstInstant);
        QCOMPARE((kLastInstant + 1h).ns, kLastInstant.ns);
        QCOMPARE((kFirstInstant - 1h).ns, kFirstInstant.ns);
        QCOMPARE(kSimEpoch - kFirstInstant, Duration(kLastInstant.ns));
        QCOMPARE(kFirstInstant - kSimEpoch, Duration(kFirstInstant.ns));
    }

    void parse_refusesEverythingElse_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "2026-01-05", "2026-13-05T00:00:00Z", "2026-02-30T00:00:00Z",
                                 "2026-01-05T24:00:00Z", "2026-01-05T00:00:00", "2026-01-05T00:00:00.Z",
                                 "2026-01-05T00:00:00Zx", "2026-01-05T00:00:00+9"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void parse_refusesEverythingElse()
    {
        QFETCH(QString, text);
        QVERIFY(!parseRfc3339(text.toStdString()));
    }
};

MINATO_TEST(TestInstant)
#include "tst_instant.moc"
