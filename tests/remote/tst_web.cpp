// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/scripted_server.h"
#include "remote/web_answer.h"
#include "remote/web_client.h"
#include "support/test_registry.h"

#include <QTest>
#include <QUrl>

#include <optional>

using namespace minato;
using namespace minato::remote;
using namespace minato::tests;
using namespace std::chrono_literals;
using State = WebAnswer::State;
using Kind = api::TrafficError::Kind;

namespace {

/// A server's port, and requests to it.
class Web {
public:
    explicit Web(const ScriptedServer &server)
        : m_port(static_cast<std::uint16_t>(QUrl(QString::fromStdString(server.url())).port()))
    {
    }
    [[nodiscard]] std::optional<WebClient::Outcome> get(std::uint64_t connection = 0)
    {
        std::optional<WebClient::Outcome> outcome;
        const api::CallPtr call = m_client.request(
            {.host = "127.0.0.1", .port = m_port, .connection = connection},
            [port = m_port] { return connectTo("127.0.0.1", port); },
            [&outcome](auto got) { outcome = std::move(got); });
        static_cast<void>(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 30s));
        return outcome;
    }
    WebClient &client() { return m_client; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    WebClient m_client;
    std::uint16_t m_port;
};

} // namespace

/// Requests to programs in Pods, over real sockets.
class TestWeb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_areReadHoweverTheyAreCut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: "
                                              "chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nA: b\r\n\r\n");
        QTest::newRow("after 100") << QByteArray(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-LENGTH:5\r\n\r\nhello");
        QTest::newRow("bare line feeds") << QByteArray("HTTP/1.0 200 OK\nContent-Length: 5\n\nhello");
    }
    void answers_areReadHoweverTheyAreCut()
    {
        QFETCH(QByteArray, bytes);
        for (qsizetype piece = 1; piece <= bytes.size(); ++piece) {
            WebAnswer answer;
            State state = State::Reading;
            for (qsizetype at = 0; at < bytes.size(); at += piece) {
                QCOMPARE(state, State::Reading);
                state = answer.read(bytes.sliced(at, std::min(piece, bytes.size() - at)).toStdString());
            }
            QCOMPARE(state, State::Done);
            QCOMPARE(answer.status(), 200);
            QCOMPARE(answer.body(), std::string("hello"));
        }
    }

    void anAnswerWithoutALength_endsWithItsConnection()
    {
        WebAnswer answer;
        QCOMPARE(answer.read("HTTP/1.1 200 OK\r\n\r\nhel"), State::Reading);
        QCOMPARE(answer.read("lo"), State::Reading);
        QCOMPARE(answer.end(), State::Done);
        QCOMPARE(answer.body(), std::string("hello"));
        WebAnswer cut;
        QCOMPARE(cut.read("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhel"), State::Reading);
        QCOMPARE(cut.end(), State::Broken);
    }

    void nonsense_isNoAnswer()
    {
        for (const std::string_view bytes :
             {"SSH-2.0-x\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
              "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"}) {
            WebAnswer answer;
            QCOMPARE(answer.read(bytes), State::Broken);
        }
        WebAnswer endless;
        QCOMPARE(endless.read(std::string(WebAnswer::kMost + 1, 'x')), State::Broken);
    }

    void eachRequest_hasAConnectionOfItsOwn_unlessItKeepsOne()
    {
        ScriptedServer server([](const Visit &visit) { visit.answer(200, "hi", "text/plain"); });
        Web web(server);
        for (const std::uint64_t connection : {0UL, 0UL, 7UL, 7UL}) {
            const auto outcome = web.get(connection);
            QVERIFY(outcome && *outcome && (*outcome)->body == "hi");
        }
        QCOMPARE(server.visits.size(), 4U);
        QCOMPARE(server.visits[0].headers.at("connection"), QByteArray("close"));
        QVERIFY(server.visits[0].socket != server.visits[1].socket);
        QVERIFY(server.visits[2].socket && server.visits[2].socket == server.visits[3].socket);
    }

    void aKeptConnection_thatWasClosed_isOpenedAgain()
    {
        ScriptedServer server([](const Visit &visit) { visit.answer(200, "hi", "text/plain"); });
        Web web(server);
        QVERIFY(web.get(3).value());
        server.stop();
        server.start();
        QVERIFY(web.get(3).value());
    }

    void failures_areCurls()
    {
        ScriptedServer server([](const Visit &visit) { visit.cut(); });
        Web web(server);
        QVERIFY(web.get().value().error() == Kind::Reset);
        server.stop();
        QVERIFY(web.get().value().error() == Kind::Refused);
    }

    void noMoreThanABoundedNumber_isUnderWay_andCancelledOnesNeverAnswer()
    {
        ScriptedServer server([](const Visit &) {}); // never answers
        Web web(server);
        std::vector<api::CallPtr> calls;
        int answers = 0;
        for (std::size_t i = 0; i < WebClient::kMostUnderWay + 5; ++i)
            calls.push_back(web.client().request(
                {.host = "127.0.0.1", .port = web.port()},
                [port = web.port()] { return connectTo("127.0.0.1", port); },
                [&answers](auto) { ++answers; }));
        QVERIFY(QTest::qWaitFor([&] { return server.visits.size() == WebClient::kMostUnderWay; }, 30s));
        QTest::qWait(100);
        QCOMPARE(server.visits.size(), WebClient::kMostUnderWay);
        calls.erase(calls.begin(), calls.begin() + 5); // their turn comes
        QVERIFY(QTest::qWaitFor([&] { return server.visits.size() == WebClient::kMostUnderWay + 5; }, 30s));
        calls.clear();
        QTest::qWait(50);
        QCOMPARE(answers, 0);
    }
};

MINATO_TEST(TestWeb)
#include "tst_web.moc"
