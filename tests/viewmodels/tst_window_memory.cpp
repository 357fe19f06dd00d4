// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "viewmodels/window_memory.h"

#include <QFile>
#include <QTemporaryDir>

using namespace minato;
using namespace minato::viewmodels;

class TestWindowMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void place_isKept()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("minato.ini"));
        {
            WindowMemory memory(file);
            QVERIFY(!memory.hasPlace());
            memory.keepPlace(10, 20, 700, 500);
            memory.keepMaximised(true);
        }
        const WindowMemory memory(file);
        QCOMPARE(memory.place(), QRect(10, 20, 700, 500));
        QVERIFY(memory.wasMaximised());
    }

    void withoutAFile_nothingIsKept()
    {
        WindowMemory memory({});
        memory.keepPlace(10, 20, 700, 500);
        memory.keepMaximised(true);
        QVERIFY(!memory.hasPlace());
    }

    void aBrokenFile_costsOnlyTheMemory()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("minato.ini"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[window]\nplace=@Rect(\nmaximised=perhaps\n\xff\0");
        file.close();
        const WindowMemory memory(name);
        QVERIFY(!memory.hasPlace());
    }

    void place_isSeenOnAScreenThatIsThere()
    {
        const QList<QRect> screens{{0, 0, 1920, 1080}, {1920, 0, 1280, 1024}};
        QCOMPARE(seenPlace({100, 100, 1280, 800}, screens), QRect(100, 100, 1280, 800));
        QCOMPARE(seenPlace({2000, 100, 900, 800}, screens), QRect(2000, 100, 900, 800));
        QCOMPARE(seenPlace({1000, 500, 1280, 800}, screens), QRect(640, 280, 1280, 800));
        QCOMPARE(seenPlace({5000, 100, 1280, 800}, screens), QRect());
        QCOMPARE(seenPlace({0, 0, 4000, 3000}, screens), QRect(0, 0, 1920, 1080));
        QCOMPARE(seenPlace({0, 0, 3, 4}, screens), QRect());
    }
};
MINATO_TEST(TestWindowMemory)

#include "tst_window_memory.moc"
