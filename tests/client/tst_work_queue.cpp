// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/queue_timers.h"
#include "client/work_queue.h"
#include "support/test_registry.h"

using namespace minato;
using namespace std::chrono_literals;

namespace {

struct World {
    engine::EventQueue queue;
    client::QueueTimers timers{queue};
    std::vector<std::pair<std::int64_t, std::string>> runs; ///< milliseconds, key
    base::Duration work{};
    int failures = 0;
    int concurrent = 0, mostConcurrent = 0;
    client::WorkQueue work_queue;

    explicit World(int workers = 1)
        : work_queue(timers, workers, [this](std::string key) { return sync(std::move(key)); })
    {
    }
    client::Task<bool> sync(std::string key)
    {
        runs.emplace_back((timers.now() - base::kSimEpoch) / 1ms, key);
        mostConcurrent = std::max(mostConcurrent, ++concurrent);
        if (work > 0s)
            co_await client::sleep(timers, work);
        --concurrent;
        co_return failures-- <= 0;
    }
    void run(base::Duration d) { queue.runUntil(queue.now() + d); }
    std::string log() const
    {
        std::string text;
        for (const auto &[at, key] : runs)
            text += key + "@" + std::to_string(at) + " ";
        return text;
    }
};

} // namespace

class TestWorkQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing_runsInsideAddOrBeforeStart()
    {
        World w;
        w.work_queue.add("a");
        w.run(1s);
        QVERIFY(w.runs.empty());
        w.work_queue.start();
        w.work_queue.add("b");
        QVERIFY(w.runs.empty());
        w.run(0s);
        QCOMPARE(w.runs.size(), std::size_t(2));
        QVERIFY(w.work_queue.isIdle());
    }

    void waitingKey_isTakenOnce()
    {
        World w;
        w.work_queue.start();
        for (int i = 0; i < 5; ++i)
            w.work_queue.add("a");
        w.run(1s);
        QCOMPARE(w.log(), std::string("a@0 "));
    }

    void busyKey_runsAgainAfterwards_neverTwiceAtATime()
    {
        World w(5);
        w.work = 10ms;
        w.work_queue.start();
        w.work_queue.add("a");
        w.run(1ms);
        w.work_queue.add("a");
        w.work_queue.add("a");
        w.run(1s);
        QCOMPARE(w.log(), std::string("a@0 a@10 "));
        QCOMPARE(w.mostConcurrent, 1);
    }

    void workers_workSideBySide()
    {
        World w(2);
        w.work = 10ms;
        w.work_queue.start();
        for (const char *key : {"a", "b", "c"})
            w.work_queue.add(key);
        w.run(1s);
        QCOMPARE(w.log(), std::string("a@0 b@0 c@10 "));
        QCOMPARE(w.mostConcurrent, 2);
    }

    void failure_isTriedAgainLaterAndLater()
    {
        World w;
        w.failures = 4;
        w.work_queue.start();
        w.work_queue.add("a");
        w.run(1s);
        QCOMPARE(w.log(), std::string("a@0 a@5 a@15 a@35 a@75 "));
        w.failures = 1;
        w.runs.clear();
        w.work_queue.add("a");
        w.run(1s);
        QCOMPARE(w.log(), std::string("a@1000 a@1005 "));
    }

    void ofSeveralDelays_theEarliestCounts()
    {
        World w;
        w.work_queue.start();
        w.work_queue.addAfter("a", 50ms);
        w.work_queue.addAfter("a", 20ms);
        w.work_queue.addAfter("a", 90ms);
        w.run(1s);
        QCOMPARE(w.log(), std::string("a@20 "));
    }

    void destroyedQueue_dropsWhatIsUnderWay()
    {
        engine::EventQueue queue;
        client::QueueTimers timers(queue);
        bool finished = false;
        {
            client::WorkQueue work(timers, 1, [&](std::string) -> client::Task<bool> {
                return [](api::Timers &t, bool &done) -> client::Task<bool> {
                    co_await client::sleep(t, 1s);
                    done = true;
                    co_return true;
                }(timers, finished);
            });
            work.start();
            work.add("a");
            queue.runUntil(base::kSimEpoch + 10ms);
        }
        queue.runUntil(base::kSimEpoch + 10s);
        QVERIFY(!finished);
    }
};

MINATO_TEST(TestWorkQueue)
#include "tst_work_queue.moc"
