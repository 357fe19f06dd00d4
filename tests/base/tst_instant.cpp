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
