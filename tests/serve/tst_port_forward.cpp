// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/fake_transport.h"
#include "serve/kube_http_server.h"
#include "serve/spdy.h"
#include "serve/websocket.h"
#include "support/test_registry.h"

#include <QRegularExpression>
#include <QTcpSocket>

using namespace minato;
using namespace minato::serve;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 20s;

/// Pods that run. What is forwarded to them is answered, or never.
class Pods : public tests::FakeTransport {
public:
    bool areSilent = false;
    int asked = 0;

    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override
    {
        if (!request.subresource.empty()) {
            ++asked;
            return areSilent ? std::make_unique<api::Call>() : FakeTransport::send(request, std::move(reply));
        }
        auto call = std::make_unique<Later>();
        QObject::connect(&call->timer, &QTimer::timeout, &call->timer,
                         [reply = std::make_shared<api::Reply>(std::move(reply))] {
                             const auto pod = std::make_shared<kube::Object>(kube::Value::map(
                                 {{"kind", "Pod"}, {"status", kube::Value::map({{"phase", "Running"}})}}));
                             (*reply)(api::Response{pod, false, {}});
                         });
        call->timer.setSingleShot(true);
        call->timer.start(0);
        return call;
    }

private:
    struct Later : api::Call {
        QTimer timer;
    };
};

/// A client that forwards one connection.
class Forward {
public:
    explicit Forward(HttpLimits limits = {}) : server(pods)
    {
        const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0, {{}, limits});
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port.value_or(0));
        socket.write("GET /api/v1/namespaces/default/pods/web/portforward HTTP/1.1\r\nHost: x\r\n"
                     "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                     "Sec-WebSocket-Protocol: SPDY/3.1+portforward.k8s.io\r\n\r\n");
    }
    /// Two streams of a forwarded connection, 1 and 3.
    void open()
    {
        std::uint32_t stream = 1;
        for (const char *type : {"error", "data"}) {
            const spdy::Headers headers{{"port", "8080"}, {"requestid", "0"}, {"streamtype", type}};
            send(spdy::controlFrame(spdy::Control::SynStream, spdy::number(stream) + spdy::number(0) +
                                                                  std::string(2, '\0') +
                                                                  m_headers.write(headers)));
            stream += 2;
        }
    }
    /// A message of at least 126 bytes goes out with a length of 8 bytes; the mask is zero.
    void send(std::string_view spdyFrames)
    {
        std::string frame = websocket::frame(websocket::Opcode::Binary, spdyFrames);
        const std::size_t head = frame.size() - spdyFrames.size();
        frame[1] = static_cast<char>(static_cast<unsigned char>(frame[1]) | 0x80U);
        frame.insert(head, 4, '\0');
        socket.write(frame.data(), static_cast<qint64>(frame.size()));
    }
    void sendData(std::string_view data) { send(spdy::dataFrame(3, data, false)); }
    [[nodiscard]] bool hasCome(const QByteArray &text)
    {
        return QTest::qWaitFor(
            [&] {
                received += socket.readAll();
                return received.contains(text);
            },
            kPatience);
    }
    [[nodiscard]] bool isGone()
    {
        return QTest::qWaitFor([&] { return server.connectionCount() == 0; }, kPatience);
    }

    Pods pods;
    KubeHttpServer server;
    QTcpSocket socket;
    QByteArray received;

private:
    spdy::HeaderWriter m_headers;
};

} // namespace

class TestPortForward : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void requests_areForwarded_andAnswered()
    {
        Forward forward;
        QVERIFY(forward.hasCome("101 Switching Protocols"));
        forward.open();
        forward.sendData("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(forward.hasCome("\r\n\r\nok"));
        QCOMPARE(forward.pods.asked, 1);
    }

    void whatAPodDoesNotTake_isNotKeptWithoutEnd()
    {
        Forward forward;
        forward.pods.areSilent = true;
        QVERIFY(forward.hasCome("101 Switching Protocols"));
        forward.open();
        forward.sendData("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        for (int i = 0; i < 20; ++i)
            forward.sendData(std::string(1U << 20U, 'x'));
        QVERIFY(forward.isGone());
        QCOMPARE(forward.pods.asked, 1);
    }

    void aClientThatVanishes_isForgotten()
    {
        Forward forward;
        forward.pods.areSilent = true;
        QVERIFY(forward.hasCome("101 Switching Protocols"));
        forward.open();
        forward.sendData("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(QTest::qWaitFor([&] { return forward.pods.asked == 1; }, kPatience));
        QCOMPARE(forward.server.exchangeCount(), 1U);
        forward.socket.abort();
        QVERIFY(forward.isGone());
    }

    void aClientThatReadsTooSlowly_isDisconnected_andTheLogSaysSo()
    {
        Forward forward({.backlog = 100'000});
        forward.pods.text.assign(30'000'000, 'x');
        forward.socket.setReadBufferSize(1000);
        QVERIFY(forward.hasCome("101 Switching Protocols"));
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral(
                                 "^the client at 127.0.0.1:\\d+ reads too slowly: disconnected$")));
        forward.open();
        forward.sendData("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(forward.isGone());
    }
};

MINATO_TEST(TestPortForward)
#include "tst_port_forward.moc"
