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
        QVERIFY(!loaded.damage);
    }

    void nothingYet_isNoFault()
    {
        QTemporaryDir dir;
        const auto loaded = ProgressStore(dir.filePath(QStringLiteral("none.json")).toStdString()).load();
        QVERIFY(loaded.progress == Progress());
        QVERIFY(!loaded.damage);
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
        QVERIFY(loaded.damage && loaded.damage->file == path.toStdString() && loaded.damage->isCopyUsed);
        QVERIFY(!loaded.damage->reason.empty());
        QCOMPARE(QString::fromStdString(loaded.damage->keptAs), path + QStringLiteral(".damaged-1"));
        QFile aside(path + QStringLiteral(".damaged-1"));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), text);
        // Healed: the start after this one needs no rescue, even if nothing is saved until then.
        const auto again = ProgressStore(path.toStdString()).load();
        QVERIFY(again.progress == first);
        QVERIFY(!again.damage);
    }

    void damagedFileWithoutACopy_startsAfresh()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("progress.json"));
        writeFile(path, "{");
        ProgressStore store(path.toStdString());
        const auto loaded = store.load();
        QVERIFY(loaded.progress == Progress());
        QVERIFY(loaded.damage && !loaded.damage->isCopyUsed);
        const Progress anew{.finishedSteps = {}, .currentStep = {{"scale", "look"}}};
        QVERIFY(!store.save(anew));
        QVERIFY(store.load().progress == anew);
    }

    void folderInItsPlace_isLeftAlone()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("progress.json"));
        QVERIFY(QDir().mkdir(path));
        writeFile(path + QStringLiteral("/mine"), "x");
        ProgressStore store(path.toStdString());
        const auto loaded = store.load();
        QVERIFY(loaded.damage && loaded.damage->keptAs.empty());
        QVERIFY(store.save({}));
        QVERIFY(QFile::exists(path + QStringLiteral("/mine")));
    }

    void whatCannotBePutAside_isNotOverwritten()
    {
        ProgressStore store("/proc/version"); // is there, is no progress, and cannot be renamed
        const auto loaded = store.load();
        QVERIFY(loaded.damage && loaded.damage->keptAs.empty());
        const auto problem = store.save({});
        QVERIFY(problem && !problem->message.empty());
    }

    void aFolderThatCannotBeWritten_isTold()
    {
        const auto problem = ProgressStore("/proc/minato/progress.json").save({});
        QVERIFY(problem && !problem->message.empty());
    }
};

MINATO_TEST(TestProgress)
#include "tst_progress.moc"
