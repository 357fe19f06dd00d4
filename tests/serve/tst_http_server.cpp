// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/certificates.h"
#include "serve/fake_transport.h"
#include "serve/kube_http_server.h"
#include "support/test_registry.h"

#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslSocket>

using namespace minato;
using namespace minato::serve;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 20s;

/// A server with these limits and a client on a bare socket.
class World {
public:
    explicit World(HttpLimits limits = {}) : server(transport)
    {
        const auto bound = server.listen(QHostAddress(QHostAddress::LocalHost), 0, {{}, limits});
        port = bound.value_or(0);
    }
    [[nodiscard]] std::unique_ptr<QTcpSocket> connect() const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        return socket;
    }
    /// What comes back until there is `end` in it, or the connection ends.
    [[nodiscard]] static QByteArray ask(QTcpSocket &socket, const QByteArray &request, const QByteArray &end)
    {
        QByteArray answer;
        socket.write(request);
        const bool hasCome = QTest::qWaitFor(
            [&] {
                answer += socket.readAll();
                return answer.contains(end) || isClosed(socket);
            },
            kPatience);
        answer += socket.readAll();
        return hasCome ? answer : "nothing came after " + answer;
    }
    [[nodiscard]] static bool isClosed(const QTcpSocket &socket)
    {
        return socket.state() == QAbstractSocket::UnconnectedState &&
               socket.error() != QAbstractSocket::UnknownSocketError;
    }

    tests::FakeTransport transport;
    KubeHttpServer server;
    quint16 port = 0;
};

QByteArray get(const char *path, const QByteArray &headers = {})
{
    return QByteArray("GET ") + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
}

} // namespace

class TestHttpServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void aConnection_servesOneRequestAfterTheOther()
    {
        World world;
        const auto socket = world.connect();
        for (int i = 0; i < 3; ++i) {
            const QByteArray answer = World::ask(*socket, get("/version"), "\r\n\r\nok");
            QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
            QVERIFY(answer.contains("Content-Length: 2\r\n"));
        }
        QCOMPARE(world.server.connectionCount(), 1U);
    }

    void requestsSentAtOnce_areAnsweredInTurn()
    {
        World world;
        const auto socket = world.connect();
        const QByteArray answer = World::ask(
            *socket, get("/version") + get("/version") + get("/nope/x", "Connection: close\r\n"), "never");
        QCOMPARE(answer.count("HTTP/1.1 200 OK"), 3);
        QVERIFY(answer.contains("Connection: close\r\n"));
        QVERIFY(World::isClosed(*socket));
    }

    void head_hasNoBody()
    {
        World world;
        const auto socket = world.connect();
        QByteArray request = get("/version") + get("/version", "Connection: close\r\n");
        request.replace(0, 3, "HEAD");
        const QByteArray answer = World::ask(*socket, request, "never");
        QVERIFY2(answer.contains("Content-Length: 2\r\n\r\nHTTP/1.1 200 OK"), answer);
    }

    void anOldClient_getsItsWatchWithoutChunks()
    {
        World world;
        const auto socket = world.connect();
        socket->write("GET /api/v1/pods?watch=1 HTTP/1.0\r\n\r\n");
        QVERIFY(QTest::qWaitFor([&] { return world.transport.watcherCount() == 1; }, kPatience));
        world.transport.tellWatchers("web");
        const QByteArray answer = World::ask(*socket, {}, "}\n");
        QVERIFY2(!answer.contains("chunked") && answer.contains("\r\n\r\n{\"type\":\"ADDED\""), answer);
    }

    void tooLarge_isRefusedInUpstreamsWords_andStillArrives()
    {
        World world;
        const auto socket = world.connect();
        const QByteArray answer =
            World::ask(*socket,
                       "POST /api/v1/pods HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n" +
                           QByteArray(4'000'000, 'x'),
                       "never");
        QVERIFY2(answer.startsWith("HTTP/1.1 413 "), answer);
        QVERIFY(answer.contains(R"("message":"Request entity too large: limit is 3145728")"));
    }

    void aHeadTooLarge_isRefused()
    {
        World world({.head = 2000});
        const auto socket = world.connect();
        const QByteArray answer =
            World::ask(*socket, get("/version", "A: " + QByteArray(5000, 'b') + "\r\n"), "never");
        QVERIFY2(answer.startsWith("HTTP/1.1 431 "), answer);
    }

    void nonsense_isAnsweredWithAStatus()
    {
        World world;
        const auto socket = world.connect();
        const QByteArray answer = World::ask(*socket, "\x16\x03\x01 tls?\r\n\r\n", "never");
        QVERIFY2(answer.startsWith("HTTP/1.1 400 ") && answer.contains(R"("kind":"Status")"), answer);
    }

    void moreWatches_thanThereMayBe_areToldWhenToComeAgain()
    {
        World world({.lasting = 2});
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (std::size_t i = 0; i < 2; ++i) {
            sockets.push_back(world.connect());
            sockets.back()->write(get("/api/v1/pods?watch=1"));
            QVERIFY(QTest::qWaitFor([&] { return world.transport.watcherCount() == i + 1; }, kPatience));
        }
        const auto third = world.connect();
        const QByteArray answer = World::ask(*third, get("/api/v1/pods?watch=1"), "}");
        QVERIFY2(answer.startsWith("HTTP/1.1 429 ") && answer.contains("Retry-After: 1\r\n"), answer);
        // Others are served all the same, and a place that gets free is given away.
        QVERIFY(World::ask(*third, get("/version"), "\r\n\r\nok").contains("200 OK"));
        sockets.front()->abort();
        QVERIFY(QTest::qWaitFor([&] { return world.server.connectionCount() == 2; }, kPatience));
        third->write(get("/api/v1/pods?watch=1"));
        QVERIFY(QTest::qWaitFor([&] { return world.transport.watcherCount() == 2; }, kPatience));
    }

    void moreConnections_thanThereMayBe_waitForOneToGo()
    {
        World world({.connections = 2});
        auto first = world.connect();
        const auto second = world.connect();
        QVERIFY(World::ask(*first, get("/version"), "\r\n\r\nok").contains("200 OK"));
        QVERIFY(World::ask(*second, get("/version"), "\r\n\r\nok").contains("200 OK"));
        const auto third = world.connect();
        third->write(get("/version"));
        for (int i = 0; i < 20; ++i)
            QVERIFY(World::ask(*second, get("/version"), "\r\n\r\nok").contains("200 OK"));
        QCOMPARE(world.server.connectionCount(), 2U);
        QCOMPARE(third->bytesAvailable(), 0);
        first.reset();
        QVERIFY(World::ask(*third, {}, "\r\n\r\nok").contains("200 OK"));
    }

    void aClientThatVanishes_losesItsWatch()
    {
        World world;
        auto socket = world.connect();
        socket->write(get("/api/v1/pods?watch=1"));
        QVERIFY(QTest::qWaitFor([&] { return world.transport.watcherCount() == 1; }, kPatience));
        socket.reset();
        QVERIFY(QTest::qWaitFor([&] { return world.transport.watcherCount() == 0; }, kPatience));
        QVERIFY(QTest::qWaitFor([&] { return world.server.connectionCount() == 0; }, kPatience));
    }

    void aWatcherThatReadsTooSlowly_isDisconnected_andTheLogSaysSo()
    {
        World world({.backlog = 100'000});
        const auto socket = world.connect();
        socket->setReadBufferSize(1000);
        socket->write(get("/api/v1/pods?watch=1"));
        QVERIFY(QTest::qWaitFor([&] { return world.transport.watcherCount() == 1; }, kPatience));
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral(
                                 "^the client at 127.0.0.1:\\d+ reads too slowly: disconnected$")));
        const std::string name(50'000, 'n');
        // The kernel's own buffers are filled first.
        const bool isGone = QTest::qWaitFor(
            [&] {
                world.transport.tellWatchers(name);
                return world.transport.watcherCount() == 0;
            },
            kPatience);
        QVERIFY(isGone);
    }

    void aClientThatReadsNothing_ofALongAnswer_isDisconnected()
    {
        World world({.stalled = 50ms});
        world.transport.text.assign(30'000'000, 'x');
        const auto socket = world.connect();
        socket->setReadBufferSize(1000);
        socket->write(get("/version"));
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("reads nothing any more: disconnected$")));
        QVERIFY(QTest::qWaitFor([&] { return world.server.connectionCount() == 1; }, kPatience));
        QVERIFY(QTest::qWaitFor([&] { return world.server.connectionCount() == 0; }, kPatience));
    }

    void aConnectionThatIsIdle_isClosed()
    {
        World world({.idle = 30ms});
        const auto socket = world.connect();
        QVERIFY(World::ask(*socket, get("/version"), "\r\n\r\nok").contains("200 OK"));
        QVERIFY(QTest::qWaitFor([&] { return World::isClosed(*socket); }, kPatience));
    }

    void aRequestThatDoesNotEnd_isGivenUp()
    {
        World world({.request = 30ms});
        const auto socket = world.connect();
        socket->write("GET / HTTP");
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(
                                               "takes too long to send a request: disconnected$")));
        QVERIFY(QTest::qWaitFor([&] { return World::isClosed(*socket); }, kPatience));
    }

    void largeAnswers_areCompressed_whenAskedFor()
    {
        World world;
        world.transport.text.assign(200'000, 'x');
        const auto socket = world.connect();
        const QByteArray packed =
            World::ask(*socket, get("/version", "Accept-Encoding: gzip\r\nConnection: close\r\n"), "never");
        QVERIFY2(packed.contains("Content-Encoding: gzip\r\n") && packed.contains("\r\n\r\n\x1f\x8b"),
                 packed.left(300));
        QVERIFY(packed.size() < 5000);
        const auto second = world.connect();
        const QByteArray plain = World::ask(*second, get("/version", "Connection: close\r\n"), "never");
        QVERIFY(!plain.contains("gzip") && plain.size() > 200'000);
        world.transport.text = "short";
        const auto third = world.connect();
        QVERIFY(!World::ask(*third, get("/version", "Accept-Encoding: gzip\r\n"), "short").contains("gzip"));
    }

    void otherMachines_areServedWithTlsOnly()
    {
        tests::FakeTransport transport;
        KubeHttpServer server(transport);
        const auto refused = server.listen(QHostAddress(QHostAddress::AnyIPv4), 0);
        QVERIFY(!refused);
        QCOMPARE(refused.error(),
                 QStringLiteral(
                     "0.0.0.0 is not a loopback address; other machines are served with TLS only (--tls)"));
    }
};
MINATO_TEST(TestHttpServer)

class TestSecureServer : public QObject {
    Q_OBJECT

    /// The first line and the body of an answer over TLS.
    static QByteArray answer(quint16 port, const QByteArray &authority, const QByteArray &headers,
                             const char *path = "/api")
    {
        QSslSocket socket;
        QSslConfiguration configuration;
        configuration.setCaCertificates(QSslCertificate::fromData(authority));
        socket.setSslConfiguration(configuration);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
        socket.write(get(path, headers + "Connection: close\r\n"));
        QByteArray all;
        const auto isOver = [&] {
            all += socket.readAll();
            return World::isClosed(socket);
        };
        return QTest::qWaitFor(isOver, kPatience) && !all.isEmpty()
                   ? all
                   : "no answer: " + socket.errorString().toUtf8();
    }

private Q_SLOTS:
    void tokenAndAuthority_areWhatItTakes()
    {
        auto identity = makeServerIdentity({QStringLiteral("192.0.2.7"), QStringLiteral("lab.example")});
        QVERIFY2(identity, identity ? "" : qPrintable(identity.error()));
        const QSslCertificate certificate = identity->tls.localCertificate();
        for (const char *name : {"localhost", "kubernetes.default.svc", "lab.example"})
            QVERIFY(certificate.subjectAlternativeNames().contains(QSsl::DnsEntry, QLatin1StringView(name)));
        for (const char *name : {"127.0.0.1", "192.0.2.7"})
            QVERIFY(certificate.subjectAlternativeNames().contains(QSsl::IpAddressEntry,
                                                                   QLatin1StringView(name)));
        tests::FakeTransport transport;
        KubeHttpServer server(transport);
        const std::string token = makeToken();
        QCOMPARE(token.size(), 64U);
        QVERIFY(token != makeToken());
        const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0,
                                        {.security = KubeHttpServer::Security{identity->tls, token}});
        QVERIFY(port);
        const QByteArray good = "Authorization: Bearer " + QByteArray::fromStdString(token) + "\r\n";
        QVERIFY(answer(*port, identity->authority, good).startsWith("HTTP/1.1 200 OK"));
        const QByteArray refused = answer(*port, identity->authority, {});
        QVERIFY2(refused.startsWith("HTTP/1.1 401 Unauthorized\r\n"), refused);
        QVERIFY(refused.contains(R"("message":"Unauthorized")"));
        QVERIFY(
            answer(*port, identity->authority, "Authorization: Bearer x\r\n").startsWith("HTTP/1.1 401 "));
        QVERIFY(answer(*port, identity->authority,
                       "Authorization: Basic " + QByteArray::fromStdString(token) + "\r\n")
                    .startsWith("HTTP/1.1 401 "));
        // Health and version are everybody's, but not with a wrong token.
        QVERIFY(answer(*port, identity->authority, {}, "/readyz").startsWith("HTTP/1.1 200 "));
        QVERIFY(answer(*port, identity->authority, "Authorization: Bearer x\r\n", "/readyz")
                    .startsWith("HTTP/1.1 401 "));
        // Another authority did not sign this.
        const auto other = makeServerIdentity({});
        QVERIFY(other);
        QVERIFY(answer(*port, other->authority, good).startsWith("no answer: "));
    }

    void plainHttp_onATlsPort_isToldSo()
    {
        auto identity = makeServerIdentity({});
        QVERIFY(identity);
        tests::FakeTransport transport;
        KubeHttpServer server(transport);
        const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0,
                                        {.security = KubeHttpServer::Security{identity->tls, "t"}});
        QVERIFY(port);
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), *port);
        QCOMPARE(
            World::ask(socket, get("/api"), "never"),
            QByteArray("HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n"));
    }
};
MINATO_TEST(TestSecureServer)

#include "tst_http_server.moc"
