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
};

MINATO_TEST(TestServedCluster)
#include "tst_served_cluster.moc"
