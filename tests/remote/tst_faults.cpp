// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reflector.h"
#include "remote/remote_lab.h"
#include "remote/scripted_server.h"
#include "remote/wall_timers.h"
#include "support/test_registry.h"

#include <algorithm>
#include <array>
#include <set>

using namespace minato;
using namespace minato::remote;
using namespace minato::tests;
using namespace std::chrono_literals;
using Kind = Trouble::Kind;

namespace {

constexpr HttpBounds kSmall{.silence = 300ms, .whole = 900ms, .answer = 100'000, .watchLine = 10'000};

/// A server of Pods as long as nobody says otherwise.
void good(const Visit &visit)
{
    if (visit.target.contains("watch="))
        visit.beginChunked();
    else
        visit.answer(200, kNoPods);
}

/// What a reflector has been told.
struct Followed : client::Reflector::Sink {
    void replace(const std::vector<kube::ObjectPtr> &items) override
    {
        ++lists;
        names.clear();
        for (const auto &item : items)
            names.emplace_back(item->name());
    }
    void apply(const api::WatchEvent &event) override { names.emplace_back(event.object->name()); }
    void failed(const kube::Status &status) override { failures.push_back(status); }

    int lists = 0;
    std::vector<std::string> names;
    std::vector<kube::Status> failures;
};

/// A reflector of Pods over a real socket.
class Following {
public:
    explicit Following(RemoteLab &lab)
        : m_timers(lab.transport->clock()),
          m_reflector(*lab.transport, m_timers, {"", "v1", "pods"}, {.ns = "default"}, sink)
    {
        m_reflector.start();
    }
    Followed sink;

private:
    WallTimers m_timers;
    client::Reflector m_reflector;
};

bool wait(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, kPatience);
}

} // namespace

/// Everything that can go wrong on the way yields a sentence in both languages, and is over when it is over.
class TestFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aServerThatIsNotThere_isNamed_andUsedOnceItIs()
    {
        ScriptedServer server(good);
        server.stop();
        RemoteLab lab(accessTo(server.url()));
        QCOMPARE(lab.list().error().code, 0);
        QVERIFY(isTold(lab.troubles, Kind::Unreachable));
        QCOMPARE(lab.reachedCount, 0);
        server.start();
        QVERIFY(lab.list());
        QCOMPARE(lab.reachedCount, 1);
    }

    void aNameThatNobodyKnows_isNamed()
    {
        RemoteLab lab(accessTo("http://no-such-host.invalid:6443"));
        QVERIFY(!lab.list());
        QVERIFY(isTold(lab.troubles, Kind::HostUnknown));
        QVERIFY(sentenceOf(lab.troubles.back()).en.contains("no-such-host.invalid:6443"));
    }

    void aSilentServer_andOneThatDrips_areNotWaitedForForever()
    {
        ScriptedServer server([](const Visit &) {});
        RemoteLab lab(accessTo(server.url()), {.bounds = kSmall});
        QVERIFY(!lab.list());
        QVERIFY(isTold(lab.troubles, Kind::TimedOut));
        lab.troubles.clear();
        int drops = 0;
        QTimer drip;
        server.setScript([&](const Visit &visit) {
            visit.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n");
            QObject::connect(&drip, &QTimer::timeout, visit.socket, [&drops, visit] {
                ++drops;
                visit.write("{");
            });
            drip.start(20ms);
        });
        QVERIFY(!lab.list());
        QVERIFY(isTold(lab.troubles, Kind::TimedOut));
        QVERIFY(drops > 3); // it was never silent
        server.setScript(good);
        QVERIFY(lab.list());
    }

    void whatIsNotKubernetes_isTold_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a page") << 200 << QByteArray("text/html") << QByteArray("<html>Sign in</html>");
        QTest::newRow("half a list") << 200 << QByteArray("application/json")
                                     << QByteArray(kNoPods).first(40);
        QTest::newRow("nothing") << 200 << QByteArray("application/json") << QByteArray();
        QTest::newRow("no list") << 200 << QByteArray("application/json") << QByteArray("{\"kind\":\"Pod\"}");
        QTest::newRow("elsewhere") << 302 << QByteArray("application/json") << QByteArray(kNoPods);
    }
    void whatIsNotKubernetes_isTold()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        ScriptedServer server(
            [&](const Visit &visit) { visit.answer(status, body, type, "Location: /login\r\n"); });
        RemoteLab lab(accessTo(server.url()));
        QVERIFY(!lab.list());
        QVERIFY(isTold(lab.troubles, Kind::AnswerNotKubernetes));
        QCOMPARE(lab.reachedCount, status == 200 && type == "application/json" ? 1 : 0);
        server.setScript(good);
        QVERIFY(lab.list());
    }

    void anAnswerThatBreaksOff_isNoAnswer()
    {
        ScriptedServer server([](const Visit &visit) {
            visit.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                        "9000\r\n\r\n{\"kind\":");
            QTimer::singleShot(50ms, visit.socket, [visit] { visit.cut(); });
        });
        RemoteLab lab(accessTo(server.url()));
        QVERIFY(!lab.list());
        QVERIFY(isTold(lab.troubles, Kind::CutOff));
        server.setScript(good);
        QVERIFY(lab.list());
    }

    void aServersOwnError_isItsStatus_andNoTrouble()
    {
        ScriptedServer server([](const Visit &visit) {
            visit.answer(
                503,
                R"({"kind":"Status","status":"Failure","message":"starting","reason":"ServiceUnavailable","code":503})");
        });
        RemoteLab lab(accessTo(server.url()));
        const auto answer = lab.list();
        QCOMPARE(answer.error().code, 503);
        QCOMPARE(answer.error().message, std::string("starting"));
        QVERIFY(lab.troubles.empty());
        server.setScript([](const Visit &visit) { visit.answer(502, "<html>", "text/html"); });
        QCOMPARE(lab.list().error().code, 502);
    }

    void answersWithoutEnd_areCutShort()
    {
        ScriptedServer server([](const Visit &visit) { visit.answer(200, QByteArray(400'000, ' ')); });
        RemoteLab lab(accessTo(server.url()), {.bounds = kSmall});
        QVERIFY(!lab.list());
        QVERIFY(isTold(lab.troubles, Kind::AnswerTooLarge));
        // What looks small and is not: 4 MB of spaces.
        const QByteArray packed = gzip(QByteArray(4'000'000, ' '));
        QVERIFY(packed.size() < 10'000);
        lab.troubles.clear();
        server.setScript([packed](const Visit &visit) {
            visit.answer(200, packed, "application/json", "Content-Encoding: gzip\r\n");
        });
        QVERIFY(!lab.list());
        QVERIFY(isTold(lab.troubles, Kind::AnswerTooLarge));
        lab.troubles.clear();
        server.setScript([](const Visit &visit) {
            visit.beginChunked();
            visit.chunk(QByteArray(40'000, 'x'));
        });
        lab.watch();
        QVERIFY(wait([&lab] { return lab.watchError.has_value(); }));
        QVERIFY(isTold(lab.troubles, Kind::AnswerTooLarge));
        server.setScript(good);
        QVERIFY(lab.list());
    }

    void packedAnswers_areRead_unlessTheClusterWantsNone()
    {
        ScriptedServer server([](const Visit &visit) {
            if (visit.headers.at("accept-encoding") == "identity")
                visit.answer(200, kNoPods);
            else
                visit.answer(200, gzip(kNoPods), "application/json", "Content-Encoding: gzip\r\n");
        });
        Access access = accessTo(server.url());
        RemoteLab packed(access);
        QCOMPARE(packed.list()->list().resourceVersion, std::string("5"));
        access.cluster.wantsNoCompression = true;
        RemoteLab plain(access);
        QCOMPARE(plain.list()->list().resourceVersion, std::string("5"));
        QCOMPARE(server.visits.back().headers.at("accept-encoding"), QByteArray("identity"));
    }

    void aWatch_readsEventsThatComeInPieces()
    {
        ScriptedServer server([](const Visit &visit) {
            visit.beginChunked();
            const QByteArray events = podEvent("ADDED", "a", 6) + "\n" + podEvent("MODIFIED", "b", 7);
            for (const char byte : events)
                visit.chunk(QByteArray(1, byte));
            visit.endChunked();
        });
        RemoteLab lab(accessTo(server.url()));
        lab.watch();
        QVERIFY(wait([&lab] { return lab.hasWatchEnded; }));
        QCOMPARE(lab.seen, (std::vector<std::string>{"a", "b"}));
        QVERIFY(lab.troubles.empty());
    }

    void aWatchThatTellsNonsense_ends()
    {
        ScriptedServer server([](const Visit &visit) {
            visit.beginChunked();
            visit.chunk(podEvent("ADDED", "a", 6) + "{\"type\":\"AD\n");
        });
        RemoteLab lab(accessTo(server.url()));
        lab.watch();
        QVERIFY(wait([&lab] { return lab.watchError.has_value(); }));
        QCOMPARE(lab.seen, std::vector<std::string>{"a"});
        QVERIFY(isTold(lab.troubles, Kind::AnswerNotKubernetes));
    }

    void aWatchThatIsCut_goesOnWhereItWas()
    {
        int watches = 0;
        ScriptedServer server([&watches](const Visit &visit) {
            if (!visit.target.contains("watch=")) {
                visit.answer(200, kNoPods);
                return;
            }
            visit.beginChunked();
            visit.chunk(++watches == 1 ? podEvent("ADDED", "a", 6) : podEvent("ADDED", "b", 7));
            if (watches == 1)
                QTimer::singleShot(50ms, visit.socket, [visit] { visit.cut(); });
        });
        RemoteLab lab(accessTo(server.url()));
        Following following(lab);
        QVERIFY(wait([&] { return following.sink.names.size() == 2; }));
        QCOMPARE(following.sink.names, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(following.sink.lists, 1);
        QVERIFY(server.visits.back().target.contains("resourceVersion=6"));
        QCOMPARE(following.sink.failures.size(), std::size_t{1});
        QVERIFY(isTold(lab.troubles, Kind::CutOff));
    }

    void aServerThatRestarts_isFollowedOn()
    {
        ScriptedServer server(good);
        RemoteLab lab(accessTo(server.url()));
        Following following(lab);
        QVERIFY(wait([&] { return server.visits.size() == 2; }));
        server.stop();
        QVERIFY(wait([&] { return std::ranges::contains(lab.troubles, Kind::Unreachable, &Trouble::kind); }));
        server.setScript([](const Visit &visit) {
            visit.beginChunked();
            visit.chunk(podEvent("ADDED", "later", 9));
        });
        server.start();
        QVERIFY(wait([&] { return following.sink.names == std::vector<std::string>{"later"}; }));
        QCOMPARE(following.sink.lists, 1);
    }

    void aVersionThatIsTooOld_isListedAnew_data()
    {
        QTest::addColumn<bool>("inStream");
        QTest::newRow("410") << false;
        QTest::newRow("an ERROR event") << true;
    }
    void aVersionThatIsTooOld_isListedAnew()
    {
        QFETCH(bool, inStream);
        const QByteArray gone =
            R"({"kind":"Status","apiVersion":"v1","status":"Failure","message":"too old resource version: 5 of 9","reason":"Expired","code":410})";
        int watches = 0;
        ScriptedServer server([&](const Visit &visit) {
            if (!visit.target.contains("watch=")) {
                visit.answer(200, kNoPods);
            } else if (++watches > 1) {
                visit.beginChunked();
            } else if (inStream) {
                visit.beginChunked();
                visit.chunk("{\"type\":\"ERROR\",\"object\":" + gone + "}\n");
            } else {
                visit.answer(410, gone);
            }
        });
        RemoteLab lab(accessTo(server.url()));
        Following following(lab);
        QVERIFY(wait([&] { return following.sink.lists == 2 && watches == 2; }));
        QVERIFY(following.sink.failures.empty());
        QVERIFY(lab.troubles.empty());
    }

    void aConnectionThatDiedUnnoticed_isFoundOut()
    {
        ScriptedServer server(good);
        RemoteLab lab(accessTo(server.url()), {.bounds = {.silence = 200ms}, .pulse = 50ms});
        lab.watch();
        QVERIFY(wait([&] { return server.visits.size() > 2; })); // it is asked and answers
        QVERIFY(!lab.watchError);
        server.setScript([](const Visit &) {}); // the cable is cut: nobody hears of it
        QVERIFY(wait([&lab] { return lab.watchError.has_value(); }));
        QCOMPARE(lab.watchError->code, 0);
    }

    void manyWatches_starveNoRequest()
    {
        ScriptedServer server(good);
        RemoteLab lab(accessTo(server.url()));
        std::vector<api::CallPtr> watches;
        for (int i = 0; i < 20; ++i)
            watches.push_back(lab.transport->watch(listOfPods(), [](const auto &) {}));
        QVERIFY(wait([&server] { return server.visits.size() == 20; }));
        QVERIFY(lab.list());
    }

    void aCallThatIsDropped_isNotHeardOfAgain()
    {
        ScriptedServer server([](const Visit &) {});
        RemoteLab lab(accessTo(server.url()), {.bounds = kSmall});
        bool isCalled = false;
        auto call = lab.transport->send(listOfPods(), [&isCalled](const auto &) { isCalled = true; });
        QVERIFY(wait([&server] { return server.visits.size() == 1; }));
        call.reset();
        QVERIFY(wait([&server] {
            return server.visits.front().socket->state() == QAbstractSocket::UnconnectedState;
        }));
        QVERIFY(!isCalled);
        QVERIFY(lab.troubles.empty());
    }

    void pauses_differ_soThatNotAllComeAtOnce()
    {
        const ServerClock clock;
        const WallTimers timers(clock, 1.0);
        std::set<base::Duration> pauses;
        for (int i = 0; i < 50; ++i)
            pauses.insert(timers.jittered(1s));
        QVERIFY(pauses.size() > 10);
        QVERIFY(*pauses.begin() >= 1s && *pauses.rbegin() <= 2s);
        QCOMPARE(WallTimers(clock).jittered(1s), base::Duration(1s));
    }

    void theServersTime_isTakenFromItsAnswers()
    {
        ScriptedServer server([](const Visit &visit) {
            visit.answer(200, kNoPods, "application/json", "Date: Mon, 05 Jan 2026 00:00:00 GMT\r\n");
        });
        RemoteLab lab(accessTo(server.url()));
        QVERIFY(lab.list());
        const base::Duration since = lab.transport->clock().now() - base::kSimEpoch;
        QVERIFY(since >= 0s && since < kPatience);
    }

private:
    [[nodiscard]] static QByteArray gzip(const QByteArray &bytes)
    {
        constexpr std::array<char, 10> kHead{'\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 0, 3};
        // qCompress: four bytes of length, a zlib head of two, raw deflate, a checksum of four.
        const QByteArray raw = qCompress(bytes, 9).sliced(6).chopped(4);
        QByteArray packed(kHead.data(), kHead.size());
        packed += raw;
        const auto put = [&packed](quint32 number) {
            for (int shift = 0; shift < 32; shift += 8)
                packed.append(static_cast<char>((number >> shift) & 0xffU));
        };
        put(crcOf(bytes));
        put(static_cast<quint32>(bytes.size()));
        return packed;
    }
    [[nodiscard]] static quint32 crcOf(const QByteArray &bytes)
    {
        quint32 crc = 0xffffffffU;
        for (const char byte : bytes) {
            crc ^= static_cast<unsigned char>(byte);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
        }
        return ~crc;
    }
};
MINATO_TEST(TestFaults)

#include "tst_faults.moc"
