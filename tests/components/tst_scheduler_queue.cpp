// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler/pod_reader.h"
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

/// As the scheduler puts a Pod back that these plugins rejected; none: an error.
void putBack(SchedulingQueue &queue, SchedulingQueue::Item item, base::Instant now,
             SchedulingQueue::Plugins rejectedBy = {"NodeResourcesFit"})
{
    item.info = std::make_shared<PodInfo>(readPlacedPod(item.pod));
    item.rejectedBy = std::move(rejectedBy);
    queue.putBack(std::move(item), now);
}

kube::ObjectPtr placed(const std::string &name)
{
    kube::Value root = pod(name)->root();
    root.edit("spec").set("nodeName", "n");
    return kube::makeObject(root);
}

ClusterEvent podGone()
{
    return {ClusterEvent::Kind::PodGone, placed("gone"), nullptr};
}

} // namespace

class TestSchedulerQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void backoff_data()
    {
        QTest::addColumn<int>("attempt");
        QTest::addColumn<int>("seconds");
        const auto row = [](const char *name, int attempt, int seconds) {
            QTest::newRow(name) << attempt << seconds;
        };
        row("no backoff", 0, 0);
        row("the first", 1, 1);
        row("the second", 2, 2);
        row("the third", 3, 4);
        row("normal", 4, 8);
        row("hitting max backoff duration", 5, 10);
        row("the sixth", 6, 10);
        row("overflow_32bit", 32, 10);
        row("overflow_64bit", 64, 10);
    }
    /// backend/queue/backoff_queue_test.go TestBackoffQueue_calculateBackoffDuration, with the default limits of 1 s and
    /// 10 s.
    void backoff()
    {
        QFETCH(int, attempt);
        QFETCH(int, seconds);
        QCOMPARE(backoffAfter(attempt) / 1s, std::int64_t(seconds));
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
        putBack(queue, *queue.pop(kStart), kStart);
        QVERIFY(!queue.nextDue(kStart));
        queue.onEvent({ClusterEvent::Kind::PodAdded, nullptr, placed("other")}, kStart + 2s);
        QVERIFY(!queue.pop(kStart + 2s));
        queue.onEvent(podGone(), kStart + 2s);
        const auto again = queue.pop(kStart + 2s);
        QVERIFY(again);
        QCOMPARE(again->attempts, 2);
    }

    void idleScheduler_doesNotWaitForTheEndOfABackoff()
    {
        SchedulingQueue queue;
        queue.add(pod("p"), kStart);
        putBack(queue, *queue.pop(kStart), kStart);
        queue.onEvent(podGone(), kStart + 1ms);
        QCOMPARE(queue.nextDue(kStart + 1ms)->ns, (kStart + 1ms).ns);
        QVERIFY(queue.pop(kStart + 1ms));
    }

    void podInBackoff_letsOthersGoFirst_untilItsWindowIsOver()
    {
        SchedulingQueue queue;
        queue.add(pod("important", 9), kStart);
        putBack(queue, *queue.pop(kStart), kStart + 300ms);
        queue.onEvent(podGone(), kStart + 400ms);
        queue.add(pod("a"), kStart + 500ms);
        QCOMPARE(queue.pop(kStart + 500ms)->pod->name(), std::string_view("a"));
        queue.add(pod("b"), kStart + 600ms);
        // Back-off of 1 s ends in the window that began at 1 s: over when the next one begins.
        QCOMPARE(queue.pop(kStart + 1999ms)->pod->name(), std::string_view("b"));
        queue.add(pod("c"), kStart + 1999ms);
        QCOMPARE(queue.pop(kStart + 2s)->pod->name(), std::string_view("important"));
    }

    void failedBinding_waitsOutItsBackoff()
    {
        SchedulingQueue queue;
        queue.add(pod("p"), kStart);
        putBack(queue, *queue.pop(kStart), kStart, {});
        QVERIFY(!queue.pop(kStart + 1999ms));
        QCOMPARE(queue.nextDue(kStart)->ns, (kStart + 2s).ns);
        const auto again = queue.pop(kStart + 2s);
        QVERIFY(again);
        QCOMPARE(again->errorsInARow, 1);
    }

    void errorsInARow_areForgottenOnceAPodIsJustUnschedulable()
    {
        SchedulingQueue queue;
        queue.add(pod("p"), kStart);
        putBack(queue, *queue.pop(kStart), kStart, {});
        putBack(queue, *queue.pop(kStart + 2s), kStart + 2s, {});
        auto item = *queue.pop(kStart + 5s);
        QCOMPARE(item.errorsInARow, 2);
        putBack(queue, std::move(item), kStart + 5s);
        queue.onEvent(podGone(), kStart + 8s);
        item = *queue.pop(kStart + 8s);
        QCOMPARE(item.errorsInARow, 0);
        QCOMPARE(item.timesUnschedulable, 1);
    }

    void longWaiting_isTriedAgainAfterFiveMinutes()
    {
        SchedulingQueue queue;
        queue.add(pod("p"), kStart);
        putBack(queue, *queue.pop(kStart), kStart);
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
        putBack(queue, *queue.pop(kStart), kStart);
        queue.remove("q");
        queue.onEvent({}, kStart + 1h);
        QVERIFY(!queue.pop(kStart + 1h));
    }

    void ownUpdate_countsOnlyWhenItMayHelp()
    {
        SchedulingQueue queue;
        queue.add(pod("p"), kStart);
        putBack(queue, *queue.pop(kStart), kStart, {"TaintToleration"});
        queue.update(pod("p"), kStart + 3s); // our own note in the status looks like this
        QVERIFY(!queue.pop(kStart + 3s));
        kube::Value tolerant = pod("p")->root();
        tolerant.edit("spec").edit("tolerations").push(kube::Value::map({{"operator", "Exists"}}));
        queue.update(kube::makeObject(tolerant), kStart + 3s);
        const auto again = queue.pop(kStart + 3s);
        QVERIFY(again);
        QCOMPARE(again->pod->spec()["tolerations"].size(), std::size_t(1));
    }

    void heldPod_waitsForItsEvictions()
    {
        SchedulingQueue queue;
        queue.add(pod("p"), kStart);
        auto item = *queue.pop(kStart);
        queue.hold("p");
        putBack(queue, std::move(item), kStart);
        queue.onEvent(podGone(), kStart + 3s);
        queue.flushOld(kStart + 10min);
        QVERIFY(!queue.pop(kStart + 10min));
        queue.release("p", false, kStart + 10min);
        QVERIFY(!queue.pop(kStart + 10min));
        queue.onEvent(podGone(), kStart + 10min);
        QVERIFY(queue.pop(kStart + 10min));
    }

    void failedEvictions_bringThePodBackAtOnce()
    {
        SchedulingQueue queue;
        queue.add(pod("p"), kStart);
        auto item = *queue.pop(kStart);
        queue.hold("p");
        putBack(queue, std::move(item), kStart);
        queue.release("p", true, kStart + 1ms);
        QVERIFY(queue.pop(kStart + 1ms));
    }

    void freedPromise_concernsOnlyPodsThatAreNotMoreImportant()
    {
        SchedulingQueue queue;
        for (const auto &[name, priority] : {std::pair("low", 1), std::pair("high", 10)}) {
            queue.add(pod(name, priority), kStart);
            putBack(queue, *queue.pop(kStart), kStart);
        }
        queue.onEvent(podGone(), kStart + 3s, 5);
        QCOMPARE(queue.pop(kStart + 3s)->pod->name(), std::string_view("low"));
        QVERIFY(!queue.pop(kStart + 3s));
    }
};

MINATO_TEST(TestSchedulerQueue)
#include "tst_scheduler_queue.moc"
