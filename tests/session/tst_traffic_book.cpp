// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"
#include "session/traffic_book.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::session;
using namespace std::chrono_literals;
using State = traffic::PodSample::State;

namespace {

const std::string kService = "default/web";

base::Instant at(int second)
{
    return base::kSimEpoch + std::chrono::seconds(second);
}

api::TrafficResult answer(const char *uid)
{
    api::TrafficReply reply;
    reply.route.service = kService;
    reply.route.pod = std::string("default/pod-") + uid;
    reply.route.podUid = uid;
    return reply;
}

State stateOf(const TrafficState &state, const char *uid)
{
    return std::ranges::find(state.sample.pods, uid, &traffic::PodSample::uid)->state;
}

/// A cluster of the chapter that runs only when asked, and everything that it told.
struct Bench {
    session::Session session{{.topology = cluster::Topology::chapter()}, session::Session::Mode::Inline};
    Batch told;
    static constexpr const char *kApp = "default/kubernetes-bootcamp";

    Bench()
    {
        QObject::connect(&session, &Session::batchReady, &session, [this](const Batch &batch) {
            Batch copy = batch;
            told.merge(std::move(copy));
        });
        session.open();
    }
    [[nodiscard]] const TrafficState &traffic() { return told.traffic[kApp]; }
    void curl()
    {
        session.send(RunLine{"curl -s host01:$(kubectl get service/kubernetes-bootcamp -o "
                             "jsonpath='{.spec.ports[0].nodePort}')"});
        session.runUntilIdle(1min);
    }
};

} // namespace

class TestTrafficBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endpointThatIsOneNoMore_isNotSelected_untilItGoes()
    {
        TrafficBook book;
        std::set<std::string> lives{"a", "b", "c"};
        book.setEndpoints(kService, {{"a", "n1"}, {"b", "n1"}, {"c", "n2", false}}, lives, at(1));
        TrafficState state = book.take().at(kService);
        QCOMPARE(int(stateOf(state, "b")), int(State::Candidate));
        QCOMPARE(int(stateOf(state, "c")), int(State::NotReady));
        QVERIFY(state.since == at(1));
        book.setEndpoints(kService, {{"a", "n1"}, {"c", "n2"}}, lives, at(2));
        state = book.take().at(kService);
        QCOMPARE(int(stateOf(state, "b")), int(State::NotAnEndpoint));
        QVERIFY(state.since == at(2));
        lives.erase("b");
        book.setEndpoints(kService, {{"a", "n1"}, {"c", "n2"}}, lives, at(3));
        state = book.take().at(kService);
        QCOMPARE(state.sample.pods.size(), 2U);
        QVERIFY(state.since == at(2)); // the candidates are the same
    }

    void podThatIsBeingDeleted_isLeftOut_evenWhileItIsListed()
    {
        TrafficBook book;
        book.setEndpoints(kService, {{"a", "n1"}, {"b", "n1"}}, {"a"}, at(1));
        QCOMPARE(book.take().at(kService).sample.pods.size(), 1U);
    }

    void requests_areCountedByCause_andPod()
    {
        TrafficBook book;
        book.setEndpoints(kService, {{"a", "n1"}, {"b", "n1"}}, {"a", "b"}, at(1));
        book.record(kService, {.at = at(2), .client = "t", .latency = 2ms}, answer("a"));
        book.record(kService, {.at = at(2), .client = "t", .latency = 4ms}, answer("a"));
        book.record(kService, {.at = at(3), .client = "t"},
                    std::unexpected(api::TrafficError{api::TrafficError::Kind::Refused, {}, {}}));
        TrafficState state = book.take().at(kService);
        QCOMPARE(state.answered, 2U);
        QCOMPARE(state.failed, 1U);
        QCOMPARE(state.failedByCause[std::size_t(traffic::FailureCause::Refused)], 1U);
        QCOMPARE(state.pods.at("a").answered, 2U);
        QCOMPARE(state.pods.at("a").name, std::string("pod-a"));
        QCOMPARE(state.sample.pods[0].draws, 2U);
        QVERIFY(state.median == base::Duration(2ms) && state.slow == base::Duration(4ms));
        QCOMPARE(state.recent.windows().size(), 1U);
        book.restart(7, at(4));
        state = book.take().at(kService);
        QCOMPARE(state.count, 7U);
        QCOMPARE(state.answered + state.failed, 0U);
        QCOMPARE(state.sample.pods.size(), 2U);
    }

    void localPolicy_putsOtherNodesOutOfReach()
    {
        TrafficBook book;
        book.setRules(kService, {.staysOnNode = true}, at(1));
        book.setEndpoints(kService, {{"a", "n1"}, {"b", "n2"}}, {"a", "b"}, at(1));
        api::TrafficResult result = answer("a");
        result->route.viaNode = "n1";
        book.record(kService, {.at = at(2), .client = "t"}, result);
        const TrafficState state = book.take().at(kService);
        QCOMPARE(int(stateOf(state, "a")), int(State::Candidate));
        QCOMPARE(int(stateOf(state, "b")), int(State::OutOfReach));
        QCOMPARE(state.sample.pods[0].requests, 1U);
    }

    void laterState_holdsAllOfTheEarlier_onlyTheRecentAddsUp()
    {
        TrafficBook book;
        Batch all;
        for (int i = 0; i < 30; ++i) {
            book.record(kService, {.at = at(i / 10), .client = "t"}, answer(i % 3 ? "a" : "b"));
            Batch one;
            one.traffic = book.take();
            all.merge(std::move(one));
        }
        const TrafficState &state = all.traffic[kService];
        QCOMPARE(state.answered, 30U);
        QCOMPARE(state.recent.windows().size(), 3U);
        std::uint64_t recent = 0;
        for (const auto &window : state.recent.windows())
            recent += window.total;
        QCOMPARE(recent, 30U);
        book.restart(1, at(9));
        Batch fresh;
        fresh.traffic = book.take();
        all.merge(std::move(fresh));
        QVERIFY(all.traffic[kService].recent.windows().empty());
    }

    void load_isPlayed_counted_andToldOfItsProgress()
    {
        Bench bench;
        bench.session.send(StartLoad{.service = Bench::kApp, .shape = traffic::Batch{25}});
        bench.session.runFor(10s);
        QVERIFY(bench.told.load);
        QCOMPARE(bench.told.load->planned, 25U);
        QCOMPARE(bench.told.load->answered, 25U);
        QVERIFY(!bench.told.load->isRunning);
        QCOMPARE(bench.traffic().answered, 25U);
        QCOMPARE(bench.traffic().sample.pods.front().draws, 25U);
        bench.curl(); // the terminal's count as well
        QCOMPARE(bench.traffic().answered, 26U);
    }

    void stopped_theLoadSendsNothingMore()
    {
        Bench bench;
        bench.session.send(StartLoad{.service = Bench::kApp, .shape = traffic::constantRate(10, 10min)});
        bench.session.runFor(5s);
        QVERIFY(bench.told.load->isRunning);
        bench.session.send(StopLoad{});
        bench.session.runFor(1s);
        const std::uint64_t sent = bench.told.load->sent;
        QVERIFY(sent >= 49 && sent <= 51);
        QVERIFY(!bench.told.load->isRunning);
        bench.session.runFor(20s);
        QCOMPARE(bench.told.load->sent, sent);
    }

    /// Kept connections of an earlier load must not be met again: each load has its own choice of a Pod.
    void everyLoad_opensConnectionsOfItsOwn()
    {
        Bench bench;
        for (int i = 1; i <= 3; ++i) {
            bench.session.send(StartLoad{
                .service = Bench::kApp, .shape = traffic::Batch{10}, .clients = {.isKeptAlive = true}});
            bench.session.runFor(2s);
            QCOMPARE(bench.traffic().sample.pods.front().draws, std::uint64_t(i));
        }
        QVERIFY(bench.traffic().sample.mode.isKeptAlive);
        bench.curl(); // curl keeps nothing: another way of connecting, another sample
        QVERIFY(!bench.traffic().sample.mode.isKeptAlive);
        QCOMPARE(bench.traffic().sample.pods.front().requests, 1U);
        QCOMPARE(bench.traffic().answered, 31U);
    }

    void loadForNobody_doesNothing()
    {
        Bench bench;
        bench.session.send(StartLoad{.service = "default/nothing"});
        bench.session.send(StartLoad{.service = Bench::kApp, .shape = traffic::Batch{0}});
        bench.session.runFor(2s);
        QVERIFY(!bench.told.load);
    }
};
MINATO_TEST(TestTrafficBook)

#include "tst_traffic_book.moc"
