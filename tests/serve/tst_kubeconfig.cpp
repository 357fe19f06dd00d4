// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/kubeconfig.h"
#include "support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace minato::serve;

class TestKubeconfig : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void file_isReadableByItsOwnerOnly()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("config"));
        QVERIFY(writeKubeconfig(path, QStringLiteral("http://127.0.0.1:1"), QStringLiteral("minato")));
        QVERIFY(writeKubeconfig(path, QStringLiteral("http://127.0.0.1:2"), QStringLiteral("minato")));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("server: http://127.0.0.1:2\n"));
    }

    void someoneElsesFile_isNotReplaced()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("config"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("apiVersion: v1\n");
        file.close();
        const auto result =
            writeKubeconfig(path, QStringLiteral("http://127.0.0.1:1"), QStringLiteral("minato"));
        QVERIFY(!result);
        QVERIFY(result.error().contains(path));
    }

    void theUsersOwnConfig_isNeverTouched()
    {
        QTemporaryDir home;
        qputenv("HOME", home.path().toUtf8());
        const auto result = writeKubeconfig(home.filePath(QStringLiteral(".kube/config")),
                                            QStringLiteral("http://127.0.0.1:1"), QStringLiteral("minato"));
        QVERIFY(!result);
        QVERIFY(!QFile::exists(home.filePath(QStringLiteral(".kube/config"))));
    }
};

MINATO_TEST(TestKubeconfig)
#include "tst_kubeconfig.moc"
