// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/queue_timers.h"
#include "client/task.h"
#include "engine/event_queue.h"
#include "support/test_registry.h"

#include <vector>

using namespace minato;
using namespace std::chrono_literals;
using client::Task;

namespace {

Task<int> atOnce(int value)
{
    co_return value;
}

Task<int> later(api::Timers &timers, int value)
{
    co_await client::sleep(timers, 1ms);
    co_return value;
}

Task<long> sum(api::Timers &timers, int count, int every)
{
    long total = 0;
    for (int i = 0; i < count; ++i)
        if (i % every == every - 1)
            total += co_await later(timers, 1);
        else
            total += co_await atOnce(1);
    co_return total;
}

Task<int> nested(api::Timers &timers, int depth)
{
    if (depth == 0)
        co_return co_await later(timers, 0);
    const int below = co_await nested(timers, depth - 1);
    co_return below + 1;
}

Task<void> note(api::Timers &timers, std::vector<int> &order, int value)
{
    order.push_back(value);
    co_await client::sleep(timers, 1ms);
    order.push_back(value + 1);
}

} // namespace

class TestTask : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void manyThatEndAtOnce_needNoStack()
    {
        auto task = sum(m_timers, 1'000'000, 1'000'001);
        task.start();
        m_queue.runUntil(m_queue.now() + 1h);
        QVERIFY(task.isDone());
        QCOMPARE(task.takeResult(), 1'000'000L);
    }

    void waitingAndNotWaiting_mix()
    {
        bool isTold = false;
        auto task = sum(m_timers, 10'000, 10);
        task.start([&isTold] { isTold = true; });
        QVERIFY(!task.isDone());
        m_queue.runUntil(m_queue.now() + 1h);
        QVERIFY(isTold);
        QCOMPARE(task.takeResult(), 10'000L);
    }

    void nestedTasks_giveTheirResultsUpwards()
    {
        auto task = nested(m_timers, 500);
        task.start();
        QVERIFY(!task.isDone());
        m_queue.runUntil(m_queue.now() + 1h);
        QCOMPARE(task.takeResult(), 500);
    }

    void destroyedTask_runsNoFurther()
    {
        std::vector<int> order;
        {
            auto task = note(m_timers, order, 1);
            task.start();
        }
        m_queue.runUntil(m_queue.now() + 1h);
        QCOMPARE(order, std::vector<int>{1});
    }

private:
    engine::EventQueue m_queue;
    client::QueueTimers m_timers{m_queue};
};

MINATO_TEST(TestTask)
#include "tst_task.moc"
