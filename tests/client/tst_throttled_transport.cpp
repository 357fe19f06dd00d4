// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/queue_timers.h"
#include "client/scripted_transport.h"
#include "client/throttled_transport.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;

namespace {

struct World {
    engine::EventQueue queue;
    client::QueueTimers timers{queue};
    ScriptedTransport server{timers};
    client::ThrottledTransport transport{server, timers, {.qps = 20, .burst = 3}};
    std::vector<api::CallPtr> calls;

    void send(int count)
    {
        for (int i = 0; i < count; ++i)
            calls.push_back(transport.send({.name = std::to_string(i)}, [](const auto &) {}));
    }
    void run(base::Duration d) { queue.runUntil(queue.now() + d); }
};

} // namespace

class TestThrottledTransport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void burst_goesAtOnce_theRestAtItsPace()
    {
        World w;
        w.send(6);
        QCOMPARE(w.server.sent.size(), std::size_t(3));
        w.run(50ms);
        QCOMPARE(w.server.sent.size(), std::size_t(4));
        w.run(100ms);
        QCOMPARE(w.server.sent.size(), std::size_t(6));
        QCOMPARE(w.server.sent[5]->request.name, std::string("5"));
    }

    void quietTime_refillsTheBurst()
    {
        World w;
        w.send(3);
        w.run(10s);
        w.send(5);
        QCOMPARE(w.server.sent.size(), std::size_t(6));
    }

    void droppedCall_isNeverSent()
    {
        World w;
        w.send(5);
        w.calls[3].reset();
        w.run(1s);
        QCOMPARE(w.server.sent.size(), std::size_t(4));
        QCOMPARE(w.server.sent[3]->request.name, std::string("4"));
    }

    void answer_comesThrough_andDroppingAfterwardsCancels()
    {
        World w;
        bool isAnswered = false;
        w.send(3);
        auto call = w.transport.send({.name = "x"}, [&](const auto &) { isAnswered = true; });
        w.run(50ms);
        QVERIFY(w.server.sent.back()->isAlive);
        w.server.answer(api::Response());
        QVERIFY(isAnswered);
        auto other = w.transport.send({.name = "y"}, [](const auto &) {});
        w.run(50ms);
        other.reset();
        QVERIFY(!w.server.sent.back()->isAlive);
    }

    void watches_areNotCounted()
    {
        World w;
        w.send(3);
        const auto watch = w.transport.watch({}, [](const auto &) {});
        QCOMPARE(w.server.watched.size(), std::size_t(1));
    }
};

MINATO_TEST(TestThrottledTransport)
#include "tst_throttled_transport.moc"
