// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/progress.h"
#include "support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace minato::lessons;

namespace {

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

class TestProgress : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsSaved_isLoaded()
    {
        QTemporaryDir dir;
        ProgressStore store(dir.filePath(QStringLiteral("deep/progress.json")).toStdString());
        const Progress progress{.finishedSteps = {{"scale", {"look", "scale-up"}}},
                                .currentStep = {{"scale", "balance"}}};
        QVERIFY(!store.save(progress));
        const auto loaded = store.load();
        QVERIFY(loaded.progress == progress);
        QVERIFY(!loaded.notice);
    }

    void nothingYet_isNoFault()
    {
        QTemporaryDir dir;
        const auto loaded = ProgressStore(dir.filePath(QStringLiteral("none.json")).toStdString()).load();
        QVERIFY(loaded.progress == Progress());
        QVERIFY(!loaded.notice);
    }

    void damagedFile_isKeptAsideAndTheOneBeforeIsUsed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("truncated") << QByteArray("{\"format\": 1, \"lessons\": {\"sca");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("of another kind") << QByteArray("[1, 2]");
        QTest::newRow("binary") << QByteArray("\0\xff\x01", 3);
    }
    void damagedFile_isKeptAsideAndTheOneBeforeIsUsed()
    {
        QFETCH(QByteArray, text);
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("progress.json"));
        ProgressStore store(path.toStdString());
        const Progress first{.finishedSteps = {{"scale", {"look"}}}, .currentStep = {}};
        QVERIFY(!store.save(first));
        QVERIFY(!store.save({.finishedSteps = {{"scale", {"look", "scale-up"}}}, .currentStep = {}}));
        writeFile(path, text);
        const auto loaded = store.load();
        QVERIFY(loaded.progress == first);
        QVERIFY(loaded.notice && loaded.notice->file == path.toStdString());
        QFile aside(path + QStringLiteral(".damaged-1"));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), text);
    }

    void aFolderThatCannotBeWritten_isTold()
    {
        const auto problem = ProgressStore("/proc/minato/progress.json").save({});
        QVERIFY(problem && !problem->message.empty());
    }
};

MINATO_TEST(TestProgress)
#include "tst_progress.moc"
