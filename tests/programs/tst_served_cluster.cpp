// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/served_cluster.h"
#include "support/test_registry.h"

#include <QFile>
#include <QHostAddress>
#include <QRegularExpression>
#include <QTcpSocket>

using namespace minato::tests;

namespace {

/// A kubectl that goes on until the test ends it, and the port that it listens on.
class Lasting {
public:
    Lasting(const ServedCluster &cluster, const QString &line)
    {
        cluster.start(m_process, line);
        static const QRegularExpression kAddress(QStringLiteral("127\\.0\\.0\\.1:(\\d+)"));
        QByteArray out;
        QRegularExpressionMatch match;
        while (!match.hasMatch() && m_process.waitForReadyRead(60'000)) {
            out += m_process.readAllStandardOutput();
            match = kAddress.match(QString::fromUtf8(out));
        }
        port = match.captured(1).toUShort();
    }
    ~Lasting()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// The answers to these many requests on one connection.
    [[nodiscard]] QByteArray get(const QByteArray &path, int times = 1) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        for (int i = 1; i <= times; ++i)
            socket.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" +
                         (i == times ? "Connection: close\r\n" : "") + "\r\n");
        QByteArray answer;
        while (socket.waitForReadyRead(60'000))
            answer += socket.readAll();
        return answer + socket.readAll();
    }

    quint16 port = 0;

private:
    QProcess m_process;
};

} // namespace

class TestServedCluster : public QObject {
    Q_OBJECT

    static QString podOf(const ServedCluster &cluster)
    {
        return QString::fromUtf8(cluster.kubectl(QStringLiteral("get pods -o name")).out)
            .trimmed()
            .section(u'/', 1);
    }
private Q_SLOTS:
    void overTls_aRealKubectl_needsTheTokenAndNothingElse()
    {
        const ServedCluster cluster({QStringLiteral("--tls")});
        QVERIFY(cluster.isServed());
        QFile file(cluster.kubeconfig());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QString config = QString::fromUtf8(file.readAll());
        QVERIFY(config.contains(u"server: https://127.0.0.1:"));

        Ended ended = cluster.kubectl(QStringLiteral("get pods -o name"));
        QVERIFY2(ended.out.startsWith("pod/kubernetes-bootcamp-"), ended.err);
        QCOMPARE(ended.status, 0);
        ended = cluster.kubectl(QStringLiteral("scale deployments/kubernetes-bootcamp --replicas=2"));
        QCOMPARE(ended.out, QByteArray("deployment.apps/kubernetes-bootcamp scaled\n"));
        ended = cluster.kubectl(QStringLiteral("rollout status deployments/kubernetes-bootcamp"));
        QVERIFY2(ended.out.endsWith("successfully rolled out\n"), ended.err);

        config.replace(QRegularExpression(QStringLiteral("token: .*")), QStringLiteral("token: wrong"));
        QFile wrong(cluster.kubeconfig() + QStringLiteral(".wrong"));
        QVERIFY(wrong.open(QIODevice::WriteOnly));
        wrong.write(config.toUtf8());
        wrong.close();
        ended = cluster.kubectl(QStringLiteral("get pods"), wrong.fileName());
        QVERIFY2(ended.err.endsWith("error: You must be logged in to the server (Unauthorized)\n"),
                 ended.err);
        QCOMPARE(ended.status, 1);
    }

    void aRealKubectl_executesCommandsInContainers()
    {
        const ServedCluster cluster({});
        QVERIFY(cluster.isServed());
        const QString pod = QString::fromUtf8(cluster.kubectl(QStringLiteral("get pods -o name")).out)
                                .trimmed()
                                .section(u'/', 1);
        const QString exec = QStringLiteral("exec ") + pod;
        Ended ended = cluster.kubectl(exec + QStringLiteral(" -- curl -s localhost:8080"));
        QCOMPARE(ended.out, "Hello Kubernetes bootcamp! | Running on: " + pod.toUtf8() + " | v=1\n");
        QCOMPARE(ended.status, 0);
        ended = cluster.kubectl(QStringLiteral("exec -i ") + pod + QStringLiteral(" -- sh"), {},
                                "hostname\necho oops >&2\nexit 3\n");
        QCOMPARE(ended.out, pod.toUtf8() + "\n");
        QCOMPARE(ended.err, QByteArray("oops\ncommand terminated with exit code 3\n"));
        QCOMPARE(ended.status, 3);
        ended = cluster.kubectl(exec + QStringLiteral(" -- vim"));
        QVERIFY2(ended.err.contains("exec: \"vim\": executable file not found in $PATH: unknown"), ended.err);
        QCOMPARE(ended.status, 1);
        ended = cluster.kubectl(exec + QStringLiteral(" -c zz -- ls"));
        QCOMPARE(ended.err,
                 "Error from server (BadRequest): container zz is not valid for pod " + pod.toUtf8() + "\n");
    }

    void portForward_carriesRequestsToThePod()
    {
        const ServedCluster cluster({QStringLiteral("--tls")});
        QVERIFY(cluster.isServed());
        const QByteArray hello =
            "Hello Kubernetes bootcamp! | Running on: " + podOf(cluster).toUtf8() + " | v=1\n";
        const Lasting forward(cluster, QStringLiteral("port-forward deployment/kubernetes-bootcamp :8080"));
        QVERIFY(forward.port > 0);
        for (int i = 0; i < 3; ++i) {
            const QByteArray answer = forward.get("/");
            QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n") && answer.endsWith("\r\n\r\n" + hello), answer);
        }
        QCOMPARE(forward.get("/", 3).count(hello), 3);
    }

    void proxies_reachPodsAndServices()
    {
        const ServedCluster cluster({});
        QVERIFY(cluster.isServed());
        const QByteArray pod = podOf(cluster).toUtf8();
        const QByteArray hello = "Hello Kubernetes bootcamp! | Running on: " + pod + " | v=1\n";
        const QString services = QStringLiteral("get --raw /api/v1/namespaces/default/services/");
        QCOMPARE(cluster.kubectl(services + QStringLiteral("kubernetes-bootcamp:8080/proxy/")).out, hello);
        QCOMPARE(
            cluster.kubectl(services + QStringLiteral("kubernetes-bootcamp:99/proxy/")).err,
            QByteArray("Error from server (ServiceUnavailable): no service port \"99\" found for service "
                       "\"kubernetes-bootcamp\"\n"));
        QCOMPARE(cluster.kubectl(services + QStringLiteral("nope/proxy/")).err,
                 QByteArray("Error from server (NotFound): services \"nope\" not found\n"));
        const Lasting proxy(cluster, QStringLiteral("proxy --port=0"));
        QVERIFY(proxy.port > 0);
        QVERIFY(
            proxy.get("/api/v1/namespaces/default/pods/" + pod + ":8080/proxy/").contains(hello.trimmed()));
        QVERIFY(proxy.get("/version").contains("v1.34"));
    }
};

MINATO_TEST(TestServedCluster)
#include "tst_served_cluster.moc"
