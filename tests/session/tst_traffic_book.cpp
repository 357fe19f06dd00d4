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

    /// Whatever there is, a batch holds what happened.
    void batch_holdsOnlyThePodsThatGotARequest()
    {
        constexpr int kPods = 500;
        TrafficBook book;
        std::vector<TrafficBook::Endpoint> endpoints;
        std::set<std::string> lives;
        for (int i = 0; i < kPods; ++i) {
            endpoints.push_back({"p" + std::to_string(1000 + i), "n1"});
            lives.insert(endpoints.back().uid);
        }
        book.setEndpoints(kService, endpoints, lives, at(1));
        for (const std::string &uid : lives)
            book.record(kService, {.at = at(2), .client = "t"}, answer(uid.c_str()));
        TrafficState told = book.take().at(kService);
        QVERIFY(!told.isPart);
        QCOMPARE(told.pods.size(), std::size_t(kPods));
        QCOMPARE(told.sample.pods.size(), std::size_t(kPods));
        for (const int requests : {1, 3}) {
            for (int i = 0; i < 2 * requests; ++i)
                book.record(kService, {.at = at(3), .client = "t"},
                            answer(endpoints[std::size_t(i / 2 * 100)].uid.c_str()));
            TrafficState part = book.take().at(kService);
            QVERIFY(part.isPart && part.isSamplePart);
            QCOMPARE(part.pods.size(), std::size_t(requests));
            QCOMPARE(part.sample.pods.size(), std::size_t(requests));
            told.merge(std::move(part));
        }
        QVERIFY(!told.isPart);
        QCOMPARE(told.pods.size(), std::size_t(kPods));
        QCOMPARE(told.answered, std::uint64_t(kPods) + 2 + 6);
        QCOMPARE(told.pods.at("p1000").answered, 5U);
        QCOMPARE(told.sample.pods[100].requests, 3U);
        QVERIFY(book.isEmpty());
    }

    /// However the parts come together, what comes of them is what one look at the end would tell.
    void parts_addUpToTheWhole()
    {
        TrafficBook book, whole; // the same happens in both
        std::set<std::string> lives{"a", "b", "c", "d"};
        const auto both = [&](auto &&event) {
            event(book);
            event(whole);
        };
        TrafficState shown, waiting;
        bool isWaiting = false;
        for (int i = 0; i <= 400; ++i) { // the last one is not taken yet
            if (i % 97 == 40)
                both([&](TrafficBook &each) {
                    each.setEndpoints(kService, {{"a", "n1"}, {"b", "n1"}, {"c", "n1", i % 2 == 0}}, lives,
                                      at(i));
                });
            if (i % 131 == 50)
                both([&](TrafficBook &each) { each.setKeptAlive(kService, i % 2 == 0, at(i)); });
            if (i == 200)
                both([&](TrafficBook &each) { each.restart(1, at(i)); });
            const char *uid = std::array{"a", "b", "c", "d"}[std::size_t(i * 7 % 11 % 4)];
            both([&](TrafficBook &each) {
                each.record(kService, {.at = at(i), .client = "t", .latency = 3ms}, answer(uid));
            });
            if (i % 3 != 0)
                continue;
            TrafficState part = book.take().at(kService);
            if (isWaiting)
                waiting.merge(std::move(part));
            else
                waiting = std::move(part);
            isWaiting = i % 5 != 0; // the window looks now and then
            if (!isWaiting)
                shown.merge(std::move(waiting));
        }
        TrafficState rest = book.take().at(kService);
        if (isWaiting) {
            waiting.merge(std::move(rest));
            rest = std::move(waiting);
        }
        shown.merge(std::move(rest));
        const TrafficState expected = whole.take().at(kService);
        QVERIFY(!shown.isPart && !shown.isSamplePart);
        QVERIFY(shown.pods == expected.pods);
        QVERIFY(shown.sample == expected.sample);
        QCOMPARE(shown.pods.size(), 4U);
        QCOMPARE(shown.answered, expected.answered);
        QCOMPARE(shown.count, 1U);
        QVERIFY(shown.since == expected.since);
    }

    void serviceThatIsMadeAnew_startsFromNothing()
    {
        TrafficBook book;
        book.record(kService, {.at = at(1), .client = "t"}, answer("a"));
        TrafficState told = book.take().at(kService);
        book.forget(kService);
        book.record(kService, {.at = at(2), .client = "t"}, answer("b"));
        told.merge(std::move(book.take().at(kService)));
        QCOMPARE(told.pods.size(), 1U);
        QCOMPARE(told.answered, 1U);
        QVERIFY(told.pods.contains("b"));
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
