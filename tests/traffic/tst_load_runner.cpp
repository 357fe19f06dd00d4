// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/queue_timers.h"
#include "support/test_registry.h"
#include "traffic/load_runner.h"

#include <set>

using namespace minato;
using namespace minato::traffic;
using namespace std::chrono_literals;

namespace {

class TimedCall : public api::Call {
public:
    api::TimerPtr timer;
};

/// Answers after a while, as it is told to.
class FakeTarget : public api::TrafficTarget {
public:
    explicit FakeTarget(api::Timers &timers) : m_timers(timers) {}

    api::CallPtr request(api::TrafficRequest request,
                         std::move_only_function<void(api::TrafficResult)> reply) override
    {
        requests.push_back(request);
        sentAt.push_back(m_timers.now() - base::kSimEpoch);
        mostUnderWay = std::max(mostUnderWay, ++underWay);
        auto call = std::make_unique<TimedCall>();
        auto result = answer(requests.size() - 1);
        call->timer =
            m_timers.after(latency, [this, result = std::move(result), reply = std::move(reply)]() mutable {
                --underWay;
                reply(std::move(result));
            });
        return call;
    }

    static api::TrafficResult reply(int status, std::string podUid)
    {
        api::TrafficReply reply{.status = status};
        reply.route.podUid = std::move(podUid);
        return reply;
    }

    std::function<api::TrafficResult(std::size_t)> answer = [](std::size_t) { return reply(200, "a"); };
    base::Duration latency = 10ms;
    std::vector<api::TrafficRequest> requests;
    std::vector<base::Duration> sentAt;
    int underWay = 0, mostUnderWay = 0;

private:
    api::Timers &m_timers;
};

struct World {
    engine::EventQueue queue;
    client::QueueTimers timers{queue};
    FakeTarget target{timers};
    int done = 0;
    std::vector<bool> newConnections;

    std::unique_ptr<LoadRunner> start(LoadRunner::Options options)
    {
        options.request.host = "host01";
        auto runner = std::make_unique<LoadRunner>(target, timers, std::move(options));
        runner->start(
            [this](const LoadOutcome &outcome) { newConnections.push_back(outcome.isNewConnection); },
            [this] { ++done; });
        return runner;
    }
    void run(base::Duration duration) { queue.runUntil(queue.now() + duration); }
};

} // namespace

class TestLoadRunner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneRequest_isSentAtOnce_andCounted()
    {
        World w;
        const auto runner = w.start({});
        QCOMPARE(w.target.requests.size(), 1U);
        QCOMPARE(w.target.requests[0].host, std::string("host01"));
        QCOMPARE(w.target.requests[0].client, std::string("load"));
        QCOMPARE(runner->counts().outstanding(), 1U);
        QVERIFY(!runner->isDone());
        w.run(1s);
        QVERIFY(runner->isDone());
        QCOMPARE(w.done, 1);
        QCOMPARE(runner->counts().answered, 1U);
        QCOMPARE(runner->counts().answeredByPod.at("a"), 1U);
        QCOMPARE(*runner->counts().latency.quantile(0.5), base::Duration(10ms));
    }

    void batch_isSentOneAfterAnother_byEachClient()
    {
        World w;
        const auto runner = w.start({.shape = Batch{7}, .clients = {.count = 2}});
        w.run(1s);
        QCOMPARE(runner->counts().answered, 7U);
        QCOMPARE(w.target.mostUnderWay, 2);
        QCOMPARE(w.target.sentAt.back(), base::Duration(30ms));
        QCOMPARE(w.done, 1);
        std::set<std::string> names;
        for (const auto &request : w.target.requests) {
            names.insert(request.client);
            QCOMPARE(request.connection, 0U);
        }
        QCOMPARE(names, (std::set<std::string>{"load", "load-2"}));
        QCOMPARE(w.newConnections, std::vector<bool>(7, true));
    }

    void moreClientsThanRequests_sendNoMore()
    {
        World w;
        const auto runner = w.start({.shape = Batch{3}, .clients = {.count = 10}});
        w.run(1s);
        QCOMPARE(w.target.requests.size(), 3U);
        QVERIFY(runner->isDone());
    }

    void constantRate_keepsItsTime_howeverSlowTheAnswers()
    {
        World w;
        w.target.latency = 5s;
        const auto runner = w.start({.shape = constantRate(10, 1s)});
        w.run(20s);
        QCOMPARE(w.target.sentAt.size(), 10U);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(w.target.sentAt[std::size_t(i)], base::Duration(100ms) * i);
        QCOMPARE(w.done, 1);
    }

    void outstandingRequests_areBounded_theRestIsHeldBack()
    {
        World w;
        w.target.latency = 1h;
        const auto runner = w.start({.shape = constantRate(100, 10s), .mostOutstanding = 40});
        w.run(11s);
        QCOMPARE(w.target.mostUnderWay, 40);
        QCOMPARE(runner->counts().sent, 40U);
        QCOMPARE(runner->counts().heldBack, 960U);
        QVERIFY(!runner->isDone());
        w.run(2h);
        QVERIFY(runner->isDone());
        QCOMPARE(w.done, 1);
    }

    void keptAliveClients_useTheirConnectionsInTurn()
    {
        World w;
        const auto runner = w.start({.shape = constantRate(10, 1s),
                                     .clients = {.count = 3, .isKeptAlive = true},
                                     .firstConnection = 70});
        w.run(2s);
        std::map<std::uint64_t, int> byConnection;
        for (const auto &request : w.target.requests)
            ++byConnection[request.connection];
        QCOMPARE(byConnection, (std::map<std::uint64_t, int>{{70, 4}, {71, 3}, {72, 3}}));
        QCOMPARE(std::ranges::count(w.newConnections, true), 3);
        QCOMPARE(w.newConnections.size(), 10U);
    }

    void lostConnection_isOpenedAnew()
    {
        World w;
        w.target.answer = [](std::size_t number) -> api::TrafficResult {
            if (number == 2)
                return std::unexpected(api::TrafficError{.kind = api::TrafficError::Kind::Reset});
            return FakeTarget::reply(200, "a");
        };
        const auto runner = w.start({.shape = Batch{5}, .clients = {.isKeptAlive = true}});
        w.run(1s);
        QCOMPARE(w.newConnections, (std::vector<bool>{true, false, false, true, false}));
        QCOMPARE(runner->counts().failed, 1U);
    }

    void failures_areCountedByCause_andLeaveTheLatencyAlone()
    {
        using Kind = api::TrafficError::Kind;
        World w;
        w.target.answer = [](std::size_t number) -> api::TrafficResult {
            constexpr std::array kinds{Kind::UnknownHost, Kind::Refused, Kind::TimedOut, Kind::Reset};
            if (number < kinds.size())
                return std::unexpected(api::TrafficError{.kind = kinds[number]});
            return FakeTarget::reply(number == 4 ? 404 : number == 5 ? 503 : 302, "b");
        };
        const auto runner = w.start({.shape = Batch{8}});
        w.run(1s);
        const LoadCounts &counts = runner->counts();
        QCOMPARE(counts.byCause, (std::array<std::uint64_t, kFailureCauses>{1, 1, 1, 1, 1, 1}));
        QCOMPARE(counts.failed, 6U);
        QCOMPARE(counts.answered, 2U);
        QCOMPARE(counts.latency.count(), 2U);
        QCOMPARE(counts.answeredByPod.at("b"), 2U);
    }

    void destroying_cancels()
    {
        World w;
        w.target.latency = 1s;
        auto runner = w.start({.shape = constantRate(10, 10s)});
        w.run(500ms);
        const auto sent = w.target.requests.size();
        QVERIFY(sent >= 5);
        runner.reset();
        w.run(20s);
        QCOMPARE(w.target.requests.size(), sent);
        QVERIFY(w.newConnections.empty());
        QCOMPARE(w.done, 0);
    }

    void runner_mayBeDestroyedInOnDone()
    {
        for (const LoadShape &shape : {LoadShape(Batch{3}), LoadShape(constantRate(5, 1s))}) {
            World w;
            auto runner =
                std::make_unique<LoadRunner>(w.target, w.timers, LoadRunner::Options{.shape = shape});
            runner->start({}, [&] { runner.reset(); });
            w.run(10s);
            QVERIFY(!runner);
        }
    }

    /// At random there may be no request at all in a short time: that is done too.
    void emptyLoad_isDone_butNotInsideStart()
    {
        World w;
        const auto runner = w.start({.shape = constantRate(0.001, 1s), .arrivals = Arrivals::Poisson});
        QCOMPARE(w.done, 0);
        w.run(2s);
        QCOMPARE(w.target.requests.size(), 0U);
        QCOMPARE(w.done, 1);
    }
};

MINATO_TEST(TestLoadRunner)
#include "tst_load_runner.moc"
