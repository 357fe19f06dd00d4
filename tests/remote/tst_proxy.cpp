// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remote_lab.h"
#include "remote/scripted_server.h"
#include "serve/certificates.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::remote;
using namespace minato::tests;
using Kind = Trouble::Kind;

namespace {

/// An HTTP proxy that joins whom it is asked to.
class Proxy : public QObject {
public:
    Proxy()
    {
        connect(&m_server, &QTcpServer::newConnection, this,
                [this] { take(m_server.nextPendingConnection()); });
        start();
    }
    /// On the same port as before.
    void start()
    {
        if (!m_server.listen(QHostAddress::LocalHost, m_port))
            qFatal("cannot listen: %s", qPrintable(m_server.errorString()));
        m_port = m_server.serverPort();
    }
    void stop() { m_server.close(); }
    [[nodiscard]] std::string place() const { return "127.0.0.1:" + std::to_string(m_port); }

    std::vector<QByteArray> asked; ///< first lines

private:
    void take(QTcpSocket *near)
    {
        auto *far = new QTcpSocket(near);
        connect(near, &QTcpSocket::readyRead, far, [this, near, far] {
            if (far->state() == QAbstractSocket::ConnectedState)
                far->write(near->readAll());
            else if (near->peek(10'000).contains("\r\n\r\n"))
                answer(near, far);
        });
        connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        connect(far, &QTcpSocket::connected, near, [near] { near->write("HTTP/1.1 200 Connected\r\n\r\n"); });
        connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
    }
    void answer(QTcpSocket *near, QTcpSocket *far)
    {
        const QList<QByteArray> words = near->readAll().split('\r').front().split(' ');
        asked.push_back(words.first(2).join(' '));
        const QList<QByteArray> place = words[1].split(':');
        far->connectToHost(QString::fromLatin1(place.front()), place.back().toUShort());
    }

    QTcpServer m_server;
    quint16 m_port = 0;
};

/// A server with TLS, and a kubeconfig's way there by that proxy.
struct Far {
    explicit Far(const Proxy &proxy)
        : identity(serve::makeServerIdentity({}).value()),
          server(&Far::good, identity.tls),
          access(accessTo(server.url()))
    {
        access.cluster.authority.data = Secret(identity.authority.toStdString());
        access.cluster.proxyUrl = "http://me:hunter2@" + proxy.place();
    }
    static void good(const Visit &visit)
    {
        if (visit.target.contains("watch=")) {
            visit.beginChunked();
            visit.chunk(R"({"type":"ADDED","object":{"kind":"Pod","metadata":{"name":"web"}}})"
                        "\n");
        } else {
            visit.answer(200, kNoPods);
        }
    }
    serve::ServerIdentity identity;
    ScriptedServer server;
    Access access;
};

} // namespace

/// A cluster that is reached by a proxy only: proxy-url.
class TestProxy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requestsAndWatches_goByTheProxy()
    {
        Proxy proxy;
        Far far(proxy);
        RemoteLab lab(far.access);
        QVERIFY(lab.list());
        lab.watch();
        QVERIFY(QTest::qWaitFor([&] { return !lab.seen.empty(); }, kPatience));
        QCOMPARE(proxy.asked.size(), std::size_t(2)); // a watch has a connection of its own
        for (const QByteArray &asked : proxy.asked)
            QCOMPARE(asked, "CONNECT " + QByteArray::fromStdString(far.server.url()).replace("https://", ""));
        QVERIFY(lab.troubles.empty());
    }

    void aProxyThatIsNotThere_isToldAsOne_andUsedOnceItIs()
    {
        Proxy proxy;
        proxy.stop();
        Far far(proxy);
        RemoteLab lab(far.access);
        QVERIFY(!lab.list());
        QVERIFY(isTold(lab.troubles, Kind::ProxyFailed));
        QVERIFY(!sentenceOf(lab.troubles.front()).en.contains("hunter2"));
        QVERIFY(far.server.visits.empty());
        proxy.start();
        QVERIFY(lab.list());
    }
};

MINATO_TEST(TestProxy)
#include "tst_proxy.moc"
