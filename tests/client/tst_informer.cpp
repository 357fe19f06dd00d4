// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/informer.h"
#include "client/queue_timers.h"
#include "client/scripted_transport.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using Type = api::WatchEvent::Type;

namespace {

struct World {
    engine::EventQueue queue;
    client::QueueTimers timers{queue};
    ScriptedTransport transport{timers};
    client::Informer informer{transport, timers, kube::resources::kPods, {}};
    std::string log;

    World()
    {
        informer.addHandler([this](const auto &before, const auto &now) {
            log += now ? (before ? "~" : "+") : "-";
            log += std::string((now ? now : before)->name()) + " ";
        });
        informer.start();
    }
    void run(base::Duration d) { queue.runUntil(queue.now() + d); }
};

} // namespace

class TestInformer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void list_thenWatchFromItsVersion()
    {
        World w;
        QVERIFY(!w.informer.hasSynced());
        w.transport.answer(listOf({object("a", "5")}, "10"));
        QVERIFY(w.informer.hasSynced());
        QCOMPARE(w.log, std::string("+a "));
        QCOMPARE(w.transport.watched.back()->request.parameter("resourceVersion"), std::string_view("10"));
        w.transport.tell(std::vector<api::WatchEvent>{{Type::Added, object("b", "11"), {}},
                                                      {Type::Modified, object("a", "12"), {}},
                                                      {Type::Deleted, object("b", "13"), {}}});
        QCOMPARE(w.log, std::string("+a +b ~a -b "));
        QCOMPARE(w.informer.cache().size(), std::size_t(1));
    }

    void pages_areCollected()
    {
        World w;
        w.transport.answer(listOf({object("a", "5")}, "10", "more"));
        QVERIFY(!w.informer.hasSynced());
        QCOMPARE(w.transport.sent.back()->request.parameter("continue"), std::string_view("more"));
        w.transport.answer(listOf({object("b", "6")}, "10"));
        QCOMPARE(w.log, std::string("+a +b "));
    }

    void endOfWatch_resumesFromTheLastVersion()
    {
        World w;
        w.transport.answer(listOf({}, "10"));
        w.transport.tell(std::vector<api::WatchEvent>{{Type::Added, object("a", "11"), {}}});
        w.transport.tell(std::vector<api::WatchEvent>{{Type::Bookmark, object("", "40"), {}}});
        w.transport.tell(std::vector<api::WatchEvent>{});
        w.run(1ms);
        QCOMPARE(w.transport.watched.size(), std::size_t(2));
        QCOMPARE(w.transport.watched.back()->request.parameter("resourceVersion"), std::string_view("40"));
        QCOMPARE(w.log, std::string("+a "));
    }

    void expired_listsAgainAndTellsTheDifference()
    {
        World w;
        w.transport.answer(listOf({object("a", "5"), object("b", "6"), object("c", "7")}, "10"));
        w.log.clear();
        w.transport.tell(std::unexpected(kube::Status{.code = 410, .reason = "Expired"}));
        w.run(1ms);
        QCOMPARE(w.transport.sent.size(), std::size_t(2));
        w.transport.answer(listOf({object("a", "5"), object("b", "16"), object("d", "17")}, "20"));
        QCOMPARE(w.log, std::string("~b +d -c "));
        QCOMPARE(w.transport.watched.back()->request.parameter("resourceVersion"), std::string_view("20"));
    }

    void lostConnection_isTriedAgainWithBackoff()
    {
        World w;
        w.transport.answer(listOf({}, "10"));
        for (const auto delay : {800ms, 1600ms, 3200ms}) {
            const auto watches = w.transport.watched.size();
            w.transport.tell(std::unexpected(kube::Status::internal("connection lost")));
            w.run(delay - 1ms);
            QCOMPARE(w.transport.watched.size(), watches);
            w.run(1ms);
            QCOMPARE(w.transport.watched.size(), watches + 1);
        }
        w.transport.tell(std::vector<api::WatchEvent>{{Type::Added, object("a", "11"), {}}});
        w.transport.tell(std::unexpected(kube::Status::internal("connection lost")));
        const auto watches = w.transport.watched.size();
        w.run(800ms);
        QCOMPARE(w.transport.watched.size(), watches + 1);
    }

    /// What client-go calls a very short watch: a server that ends each at once is not asked again and again.
    void watchThatEndsAtOnceWithoutAWord_isTriedAgainWithBackoff()
    {
        World w;
        w.transport.answer(listOf({}, "10"));
        for (const auto delay : {800ms, 1600ms, 3200ms}) {
            const auto watches = w.transport.watched.size();
            w.run(999ms);
            w.transport.tell(std::vector<api::WatchEvent>{});
            w.run(delay - 1ms);
            QCOMPARE(w.transport.watched.size(), watches);
            w.run(1ms);
            QCOMPARE(w.transport.watched.size(), watches + 1);
        }
        QCOMPARE(w.transport.sent.size(), std::size_t(1)); // nothing is lost: no list
        QCOMPARE(w.transport.watched.back()->request.parameter("resourceVersion"), std::string_view("10"));
    }

    void watchThatEndsInItsTime_isResumedAtOnce_andBackoffBeginsAnew()
    {
        World w;
        w.transport.answer(listOf({}, "10"));
        w.transport.tell(std::vector<api::WatchEvent>{});
        w.run(800ms);
        QCOMPARE(w.transport.watched.size(), std::size_t(2));
        w.run(1s);
        w.transport.tell(std::vector<api::WatchEvent>{});
        w.run(1ms);
        QCOMPARE(w.transport.watched.size(), std::size_t(3));
        w.transport.tell(std::vector<api::WatchEvent>{});
        w.run(800ms);
        QCOMPARE(w.transport.watched.size(), std::size_t(4));
    }

    void watchThatIsAlwaysTooOld_isListedAgainWithBackoff()
    {
        World w;
        const auto expire = [&w] {
            w.transport.answer(listOf({}, "10"));
            w.transport.tell(std::unexpected(kube::Status{.code = 410, .reason = "Expired"}));
        };
        expire();
        w.run(1ms); // once is nothing unusual
        for (const auto delay : {1600ms, 3200ms}) {
            const auto lists = w.transport.sent.size();
            expire();
            w.run(delay - 1ms);
            QCOMPARE(w.transport.sent.size(), lists);
            w.run(1ms);
            QCOMPARE(w.transport.sent.size(), lists + 1);
        }
    }

    void namesakeWithAnotherUid_isTwoObjects()
    {
        World w;
        w.transport.answer(listOf({object("a", "5", "u1")}, "10"));
        w.log.clear();
        w.transport.tell(std::unexpected(kube::Status{.code = 410}));
        w.run(1ms);
        w.transport.answer(listOf({object("a", "15", "u2")}, "20"));
        QCOMPARE(w.log, std::string("-a +a "));
    }

    void lateHandler_hearsWhatIsThere()
    {
        World w;
        w.transport.answer(listOf({object("a", "5")}, "10"));
        int told = 0;
        w.informer.addHandler([&](const auto &, const auto &) { ++told; });
        QCOMPARE(told, 1);
    }

    void hub_sharesAWatchAndSaysWhenAllAreSynced()
    {
        engine::EventQueue queue;
        client::QueueTimers timers(queue);
        ScriptedTransport transport(timers);
        client::InformerHub hub(transport, timers);
        auto &pods = hub.informer(kube::resources::kPods);
        QCOMPARE(&hub.informer(kube::resources::kPods), &pods);
        static_cast<void>(hub.informer(kube::resources::kNodes));
        static_cast<void>(hub.informer(kube::resources::kPods, {.ns = "other"}));
        bool isSynced = false;
        hub.whenSynced([&] { isSynced = true; });
        hub.start();
        QCOMPARE(transport.sent.size(), std::size_t(3));
        for (const auto &call : transport.sent)
            call->reply(listOf({}, "1"));
        QVERIFY(isSynced);
    }
};

MINATO_TEST(TestInformer)
#include "tst_informer.moc"
