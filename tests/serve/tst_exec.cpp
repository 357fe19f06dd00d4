// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/fake_transport.h"
#include "serve/kube_http_server.h"
#include "serve/websocket.h"
#include "support/test_registry.h"

#include <QRegularExpression>
#include <QTcpSocket>

using namespace minato;
using namespace minato::serve;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 20s;

/// A container that prints and ends at once, in one breath.
class Hasty : public tests::FakeTransport, public api::Connector {
public:
    [[nodiscard]] api::Connector *connector() override { return this; }
    [[nodiscard]] api::ConnectionPtr connect(api::Request, api::ConnectionSink sink) override
    {
        auto running = std::make_unique<Running>();
        QObject::connect(&running->timer, &QTimer::timeout, &running->timer,
                         [sink = std::make_shared<api::ConnectionSink>(std::move(sink))] {
                             using Kind = api::ConnectionEvent::Kind;
                             for (auto &event : {api::ConnectionEvent{Kind::Opened},
                                                 api::ConnectionEvent{Kind::Output, "hello"},
                                                 api::ConnectionEvent{Kind::Ended}})
                                 (*sink)(event);
                         });
        running->timer.setSingleShot(true);
        running->timer.start(0);
        return running;
    }

private:
    struct Running : api::Connection {
        void write(std::string_view) override {}
        void closeInput() override {}
        void resizeTerminal(int, int) override {}
        QTimer timer;
    };
};

} // namespace

class TestExec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    /// kubectl begins to read before it knows its streams, and drops what comes for them too early.
    void output_waitsUntilTheClientCanKnowItsStreams()
    {
        Hasty pods;
        KubeHttpServer server(pods);
        const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0, {{}, {}});
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port.value_or(0));
        socket.write("GET /api/v1/namespaces/default/pods/web/exec?command=hostname&stdout=true HTTP/1.1\r\n"
                     "Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                     "Sec-WebSocket-Protocol: v5.channel.k8s.io\r\n\r\n");
        QByteArray received;
        const auto hasCome = [&](const QByteArray &text) {
            return QTest::qWaitFor(
                [&] {
                    received += socket.readAll();
                    return received.contains(text);
                },
                kPatience);
        };
        QVERIFY(hasCome("\r\n\r\n"));
        QVERIFY(received.startsWith("HTTP/1.1 101 "));
        QVERIFY2(received.endsWith("\r\n\r\n"), "output came in one breath with the answer");
        QVERIFY(hasCome("\001hello"));
        QVERIFY(hasCome("\003{\"metadata\":{},\"status\":\"Success\"}"));
        QVERIFY(
            QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, kPatience));
        QCOMPARE(server.connectionCount(), 0);
    }
};

MINATO_TEST(TestExec)
#include "tst_exec.moc"
