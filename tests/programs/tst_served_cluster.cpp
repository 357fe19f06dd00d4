// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/served_cluster.h"
#include "support/test_registry.h"

#include <QFile>
#include <QRegularExpression>

using namespace minato::tests;

class TestServedCluster : public QObject {
    Q_OBJECT
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
};

MINATO_TEST(TestServedCluster)
#include "tst_served_cluster.moc"
