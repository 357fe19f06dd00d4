// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/scheduling_queue.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::components::scheduling;
using namespace std::chrono_literals;

namespace {

kube::ObjectPtr pod(const std::string &name, int priority = 0)
{
    return kube::makeObject(kube::Value::map({{"metadata", kube::Value::map({{"name", name}, {"uid", name}})},
                                              {"spec", kube::Value::map({{"priority", priority}})}}));
}

constexpr base::Instant kStart = base::kSimEpoch;

} // namespace

class TestSchedulerQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void backoff_doublesUpToTenSeconds()
    {
        std::vector<std::int64_t> seconds;
        for (int attempt = 1; attempt <= 6; ++attempt)
            seconds.push_back(backoffAfter(attempt) / 1s);
        QCOMPARE(seconds, (std::vector<std::int64_t>{1, 2, 4, 8, 10, 10}));
    }

    void higherPriority_goesFirst_thenWhoCameFirst()
    {
        SchedulingQueue queue;
        queue.add(pod("late"), kStart + 2s);
        queue.add(pod("early"), kStart + 1s);
        queue.add(pod("important", 5), kStart + 3s);
        std::string order;
        while (const auto item = queue.pop(kStart + 3s))
            order += std::string(item->pod->name()) + " ";
        QCOMPARE(order, std::string("important early late "));
    }

    void unschedulable_waitsForAnEventThatMayHelp()
    {
        SchedulingQueue queue;
        queue.add(pod("p"), kStart);
        auto item = *queue.pop(kStart);
        item.rejectedBy = {"NodeResourcesFit"};
        queue.putBack(std::move(item), kStart);
        QVERIFY(!queue.nextDue(kStart));
        queue.onEvent(ClusterEvent::TaintsChanged, kStart + 2s);
        QVERIFY(!queue.pop(kStart + 2s));
        queue.onEvent(ClusterEvent::PodGone, kStart + 2s);
        const auto again = queue.pop(kStart + 2s);
        QVERIFY(again);
        QCOMPARE(again->attempts, 2);
    }

    void failedBinding_waitsOutItsBackoff()
    {
        SchedulingQueue queue;
        queue.add(pod("p"), kStart);
        auto item = *queue.pop(kStart);
        item.isError = true;
        queue.putBack(std::move(item), kStart);
        QVERIFY(!queue.pop(kStart + 999ms));
        QCOMPARE(queue.nextDue(kStart)->ns, (kStart + 1s).ns);
        QVERIFY(queue.pop(kStart + 1s));
    }

    void longWaiting_isTriedAgainAfterFiveMinutes()
    {
        SchedulingQueue queue;
        queue.add(pod("p"), kStart);
        queue.putBack(*queue.pop(kStart), kStart);
        queue.flushOld(kStart + 5min);
        QVERIFY(!queue.pop(kStart + 5min));
        queue.flushOld(kStart + 5min + 1s);
        QVERIFY(queue.pop(kStart + 5min + 1s));
    }

    void removed_neverComesBack()
    {
        SchedulingQueue queue;
        queue.add(pod("p"), kStart);
        queue.remove("p");
        QVERIFY(!queue.pop(kStart));
        queue.add(pod("q"), kStart);
        queue.putBack(*queue.pop(kStart), kStart);
        queue.remove("q");
        queue.onEvent(ClusterEvent::Other, kStart + 1h);
        QVERIFY(!queue.pop(kStart + 1h));
    }

    void ourOwnStatusNote_isNoReasonToTryAgain()
    {
        SchedulingQueue queue;
        queue.add(pod("p"), kStart);
        queue.putBack(*queue.pop(kStart), kStart);
        queue.update(pod("p"), kStart + 1s);
        QVERIFY(!queue.pop(kStart + 1s));
        queue.update(pod("p", 7), kStart + 1s);
        QVERIFY(queue.pop(kStart + 1s));
    }
};

MINATO_TEST(TestSchedulerQueue)
#include "tst_scheduler_queue.moc"
