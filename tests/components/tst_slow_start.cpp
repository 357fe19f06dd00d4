// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/queue_timers.h"
#include "components/common/slow_start.h"
#include "engine/event_queue.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::components;

namespace {

/// Answers each request a moment later; the first so many well, the others with an error.
class CountingTransport : public api::KubeTransport {
public:
    CountingTransport(api::Timers &timers, int successes) : m_timers(timers), m_left(successes) {}
    [[nodiscard]] api::CallPtr send(api::Request, api::Reply reply) override
    {
        struct TimedCall : api::Call {
            api::TimerPtr timer;
        };
        auto call = std::make_unique<TimedCall>();
        const bool isGood = m_left-- > 0;
        call->timer = m_timers.after({}, [isGood, reply = std::move(reply)]() mutable {
            if (isGood)
                reply(api::Response());
            else
                reply(std::unexpected(kube::Status{.code = 403, .message = "exceeded quota"}));
        });
        return call;
    }
    [[nodiscard]] api::CallPtr watch(api::Request, api::EventSink) override { return nullptr; }
    [[nodiscard]] api::CallPtr stream(api::Request, api::ByteSink) override { return nullptr; }
    [[nodiscard]] const api::BackendClock &clock() const override { return m_timers; }
    [[nodiscard]] bool has(api::Capability) const override { return false; }

private:
    api::Timers &m_timers;
    int m_left;
};

} // namespace

/// Mirrors pkg/controller/replicaset/replica_set_test.go TestSlowStartBatch, whose cases three rows name.
class TestSlowStart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void batches_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("good");
        QTest::addColumn<int>("calls");
        QTest::addColumn<int>("successes");
        QTest::newRow("callLimit = 0 (all fail)") << 10 << 0 << 1 << 0;
        QTest::newRow("callLimit = count (all succeed)") << 10 << 10 << 10 << 10;
        QTest::newRow("callLimit < count (some succeed)") << 10 << 5 << 7 << 5;
        QTest::newRow("nothing to do") << 0 << 0 << 0 << 0;
    }
    void batches()
    {
        QFETCH(int, count);
        QFETCH(int, good);
        QFETCH(int, calls);
        QFETCH(int, successes);
        engine::EventQueue queue;
        client::QueueTimers timers(queue);
        CountingTransport transport(timers, good);
        int told = 0;
        auto task = slowStart(transport, count, [] { return api::Request(); }, [&](const auto &) { ++told; });
        task.start();
        queue.runUntil(base::kSimEpoch + std::chrono::seconds(1));
        QVERIFY(task.isDone());
        const auto result = task.takeResult();
        QCOMPARE(result.calls, calls);
        QCOMPARE(result.successes, successes);
        QCOMPARE(told, calls);
        QCOMPARE(result.firstError.message.empty(), successes == calls);
    }

    /// replica_set.go slowStartBatch, for a burst of BurstReplicas.
    void batchesOfFiveHundred_doubleUntilTheRestRemains()
    {
        std::vector<int> sizes;
        for (int batch = nextBatch(0, 500), left = 500; batch > 0; batch = nextBatch(batch, left)) {
            sizes.push_back(batch);
            left -= batch;
        }
        QCOMPARE(sizes, (std::vector<int>{1, 2, 4, 8, 16, 32, 64, 128, 245}));
    }
};

MINATO_TEST(TestSlowStart)
#include "tst_slow_start.moc"
