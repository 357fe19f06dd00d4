// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "viewmodels/cluster/cluster_layout.h"
#include "viewmodels/cluster/pod_map.h"

using namespace minato;
using viewmodels::CardLayout;
using viewmodels::TileLayout;
using Level = CardLayout::Level;

namespace {

CardLayout::Space space(int cards, int largest, int total)
{
    return {.width = 590, .height = 300, .cards = cards, .largest = largest, .total = total};
}

} // namespace

class TestClusterLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void levels_followThePixelsOfAPod_data()
    {
        QTest::addColumn<int>("cards");
        QTest::addColumn<int>("largest");
        QTest::addColumn<int>("total");
        QTest::addColumn<int>("level");
        QTest::newRow("4 Pods") << 3 << 2 << 4 << int(Level::Chips);
        QTest::newRow("12 Pods") << 3 << 4 << 12 << int(Level::Chips);
        QTest::newRow("110 Pods") << 3 << 40 << 110 << int(Level::Squares);
        QTest::newRow("1 000 Pods on 100 nodes") << 100 << 10 << 1000 << int(Level::Map);
        QTest::newRow("10 000 Pods") << 100 << 100 << 10'000 << int(Level::Map);
        QTest::newRow("100 000 Pods") << 5000 << 20 << 100'000 << int(Level::Map);
    }
    void levels_followThePixelsOfAPod()
    {
        QFETCH(int, cards);
        QFETCH(int, largest);
        QFETCH(int, total);
        const auto layout = CardLayout::of(space(cards, largest, total), 1, Level::Chips);
        QTEST(int(layout.level), "level");
    }

    void levels_giveALittle_soThatTheyDoNotFlap()
    {
        auto tight = space(3, 1, 118);
        tight.height = 2000;
        tight.width = 2000;
        tight.largest = 40;
        QCOMPARE(int(CardLayout::of(tight, 1, Level::Chips).level), int(Level::Chips));
        QCOMPARE(int(CardLayout::of(tight, 1, Level::Squares).level), int(Level::Squares));
    }

    void zoom_goesFromTheMapToOneCard()
    {
        const auto all = space(5000, 20, 100'000);
        Level before = CardLayout::of(all, 1, Level::Map).level;
        bool wereSquares = false;
        for (double zoom = 1; zoom < 400; zoom *= 1.25) {
            const auto layout = CardLayout::of(all, zoom, before);
            QVERIFY2(layout.level <= before, "zooming in never shows less");
            before = layout.level;
            wereSquares |= before == Level::Squares;
            QVERIFY(layout.cardWidth <= 590 && layout.columns >= 1);
        }
        QVERIFY(wereSquares);
        QCOMPARE(int(before), int(Level::Chips));
        QCOMPARE(CardLayout::of(all, 399, before).columns, 1);
    }

    void tiles_haveRoomForAllPods_data()
    {
        QTest::addColumn<int>("cards");
        QTest::addColumn<int>("largest");
        for (const auto &[cards, largest] :
             {std::pair(1, 100'000), {3, 3334}, {100, 100}, {5000, 20}, {7, 0}})
            QTest::addRow("%d x %d", cards, largest) << cards << largest;
    }
    void tiles_haveRoomForAllPods()
    {
        QFETCH(int, cards);
        QFETCH(int, largest);
        const auto layout =
            TileLayout::of({.width = 590, .height = 300, .unit = 1, .largest = largest, .sections = {cards}});
        QVERIFY((layout.tileWidth - 2) * (layout.tileHeight - 2 - layout.head) >= largest);
        QVERIFY(layout.columns * layout.tileWidth * layout.texel <= 590);
        const int rows = (cards + layout.columns - 1) / layout.columns;
        QCOMPARE(layout.height, rows * layout.tileHeight);
    }

    void zones_beginNewRows_belowTheirNames()
    {
        const auto layout =
            TileLayout::of({.width = 590, .height = 300, .unit = 1, .largest = 10, .sections = {5, 6, 7}});
        QCOMPARE(layout.sectionTops.size(), 3u);
        QVERIFY(layout.strip > 0);
        const int rowsOfFirst = (5 + layout.columns - 1) / layout.columns;
        QCOMPARE(layout.sectionTops[1] - layout.sectionTops[0],
                 rowsOfFirst * layout.tileHeight + layout.strip);
    }
};

MINATO_TEST(TestClusterLayout)
#include "tst_cluster_layout.moc"
