// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pace.h"
#include "support/test_registry.h"

using namespace minato;
using namespace std::chrono_literals;
using session::Pace;

class TestPace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void time_followsTheWall_timesTheSpeed()
    {
        base::Instant now = base::kSimEpoch;
        Pace pace(now);
        now = pace.advance(10ms, now);
        QCOMPARE((now - base::kSimEpoch).count(), 10'000'000);
        pace.setSpeed(10);
        now = pace.advance(10ms, now);
        QCOMPARE((now - base::kSimEpoch).count(), 110'000'000);
    }

    void pause_standsStill_andIsNotCaughtUp()
    {
        base::Instant now = base::kSimEpoch;
        Pace pace(now);
        pace.setPaused(true);
        QCOMPARE(pace.advance(5s, now).ns, now.ns);
        pace.setPaused(false);
        now = pace.advance(10ms, now);
        QCOMPARE((now - base::kSimEpoch).count(), 10'000'000);
    }

    void slowMachine_fallsBehind_insteadOfRushingLater()
    {
        const base::Instant stuck = base::kSimEpoch;
        Pace pace(stuck);
        for (int i = 0; i < 100; ++i)
            (void)pace.advance(100ms, stuck);
        QVERIFY(pace.isBehind());
        QCOMPARE((pace.advance(0ms, stuck) - stuck).count(), 250'000'000);
        const base::Instant reached = stuck + 250ms;
        (void)pace.advance(10ms, reached);
        QVERIFY(!pace.isBehind());
    }

    void fullSpeed_doesNotLeaveADebt()
    {
        base::Instant now = base::kSimEpoch;
        Pace pace(now);
        pace.setSpeed(Pace::kMaxSpeed);
        QVERIFY(pace.advance(1ms, now) > now + 1min);
        now = now + 30s;
        (void)pace.advance(1ms, now);
        pace.setSpeed(1);
        QCOMPARE((pace.advance(10ms, now) - now).count(), 10'000'000);
    }

    void aCluster_thatRanAhead_waitsForTheWall()
    {
        base::Instant now = base::kSimEpoch;
        Pace pace(now);
        now = now + 30ms; // to answer a request
        QCOMPARE(pace.advance(10ms, now).ns, now.ns);
        QCOMPARE((pace.advance(30ms, now) - base::kSimEpoch).count(), 40'000'000);
        now = now + 1h; // far ahead: no standstill of an hour
        (void)pace.advance(0ms, now);
        QVERIFY(pace.advance(2s, now) > now);
    }
};
MINATO_TEST(TestPace)

#include "tst_pace.moc"
