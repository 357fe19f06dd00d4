// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/event_queue.h"
#include "support/test_registry.h"

using namespace minato::engine;
using namespace minato::base;
using namespace std::chrono_literals;

class TestEventQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void events_runByTimeThenInsertion()
    {
        EventQueue queue;
        std::string order;
        queue.after(2s, [&] { order += 'c'; });
        queue.after(1s, [&] { order += 'a'; });
        queue.after(1s, [&] { order += 'b'; });
        queue.runUntil(kSimEpoch + 3s);
        QCOMPARE(order, std::string("abc"));
        QCOMPARE(queue.now().ns, (kSimEpoch + 3s).ns);
    }

    void step_leavesTimeWhenNothingIsDue()
    {
        EventQueue queue;
        queue.after(5s, [] {});
        QVERIFY(!queue.step(kSimEpoch + 4s));
        QCOMPARE(queue.now().ns, kSimEpoch.ns);
        QVERIFY(queue.step(kSimEpoch + 5s));
        QCOMPARE(queue.now().ns, (kSimEpoch + 5s).ns);
    }

    void cancelled_neverRuns()
    {
        EventQueue queue;
        bool ran = false;
        const auto key = queue.after(1s, [&] { ran = true; });
        QVERIFY(queue.cancel(key));
        QVERIFY(!queue.cancel(key));
        queue.runUntil(kSimEpoch + 2s);
        QVERIFY(!ran);
    }

    void anEventMayAddOneForTheSameMoment()
    {
        EventQueue queue;
        int runs = 0;
        queue.after(0s, [&] { queue.after(-1s, [&] { ++runs; }); });
        queue.runUntil(kSimEpoch);
        QCOMPARE(runs, 1);
    }
};

MINATO_TEST(TestEventQueue)
#include "tst_event_queue.moc"
