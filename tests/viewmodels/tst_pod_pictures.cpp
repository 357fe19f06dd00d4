// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/lab_feed.h"
#include "support/test_registry.h"
#include "viewmodels/cluster/cluster_model.h"
#include "viewmodels/cluster/pod_field.h"
#include "viewmodels/cluster/pod_map.h"

#include <QQuickWindow>
#include <QSignalSpy>

using namespace minato;
using session::PodPhase;
using viewmodels::ClusterModel;
using viewmodels::PlaceGaps;
using viewmodels::PodField;
using viewmodels::PodLook;
using viewmodels::PodMap;

namespace {

/// Each state in a colour of its own.
void paint(PodLook &look)
{
    const QList<QColor> colors{Qt::yellow, Qt::blue, Qt::green, Qt::gray, Qt::red, Qt::cyan, Qt::magenta};
    look.setFills(colors);
    look.setEdges(colors);
    look.setFilled(QList<bool>(colors.size(), true));
    look.setGround(Qt::white);
    look.setFrame(Qt::lightGray);
    look.setAccent(Qt::black);
    look.setWarn(Qt::darkYellow);
    look.setBad(Qt::darkRed);
    look.setText(Qt::black);
}

/// A cluster's map in a window without a GPU.
struct MapWindow {
    MapWindow(int nodes, int pods)
    {
        paint(look);
        cluster.apply(tests::LabFeed::city(nodes, pods, 0));
        window.resize(600, 320);
        map.setParentItem(window.contentItem());
        map.setLook(&look);
        map.setProperty("viewHeight", 300.);
        map.setWidth(590);
        map.setCards(cluster.cards());
        map.setHeight(map.implicitHeight());
        window.show();
        window.grabWindow();
    }
    /// The state of one Pod changes to another.
    void change(int number, PodPhase phase)
    {
        session::Batch batch;
        const int slot = cluster.pods().find("p-c" + std::to_string(100'000 + number));
        session::PodState pod = cluster.pods().at(slot).state;
        pod.phase = phase;
        batch.pods[pod.uid] = pod;
        cluster.apply(batch);
    }

    ClusterModel cluster;
    PodLook look;
    QQuickWindow window;
    PodMap map;
};

/// The squares of a node with so many Pods, oldest first.
struct FieldWindow {
    explicit FieldWindow(int pods)
    {
        paint(look);
        cluster.apply(tests::LabFeed::city(1, pods, 0));
        window.resize(300, 300);
        field.setParentItem(window.contentItem());
        field.setLook(&look);
        field.setSize({240, 240});
        field.setPods(cluster.cards()->at(0)->pods());
        window.show();
    }
    void remove(const std::vector<int> &numbers)
    {
        session::Batch batch;
        for (const int number : numbers)
            batch.pods["p-c" + std::to_string(100'000 + number)] = std::nullopt;
        cluster.apply(batch);
    }

    ClusterModel cluster;
    PodLook look;
    QQuickWindow window;
    PodField field;
};

} // namespace

/// Pods as squares and as a map: what is painted, and how much of it again.
class TestPodPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void initTestCase() { QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); }

    void map_paintsAgainWhatHasChanged_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("pods");
        QTest::newRow("10 000") << 100 << 10'000;
        QTest::newRow("50 000") << 2500 << 50'000;
    }
    void map_paintsAgainWhatHasChanged()
    {
        QFETCH(int, nodes);
        QFETCH(int, pods);
        MapWindow lab(nodes, pods);
        QCOMPARE(int(lab.map.image().repainted().size()), lab.map.image().blockCount());
        QVERIFY2(lab.map.image().blockCount() >= 6, std::to_string(lab.map.image().blockCount()).c_str());
        lab.change(2, PodPhase::Pending);
        const QImage after = lab.window.grabWindow();
        QCOMPARE(lab.map.image().repainted().size(), 1u);
        const QRect first = lab.map.image().repainted().front();
        QVERIFY(first.width() <= 160 && first.height() <= 160);
        const QPoint there = lab.map.podPlace(2, 0).topLeft().toPoint();
        QVERIFY(first.contains(there));
        QCOMPARE(after.pixelColor(there), QColor(Qt::yellow));
        // As many blocks as the node touches, however many of its Pods change.
        for (int i = 0; i < pods / nodes; ++i)
            lab.change(i * nodes + 5, PodPhase::Pending);
        lab.window.grabWindow();
        QVERIFY2(lab.map.image().repainted().size() <= 4,
                 std::to_string(lab.map.image().repainted().size()).c_str());
    }

    void map_doesNotPaint_whatLooksAsBefore()
    {
        MapWindow lab(100, 10'000);
        lab.change(2, PodPhase::Pending);
        lab.window.grabWindow();
        const auto before = lab.map.image().repainted();
        session::Batch batch;
        batch.nodeUsage["node-90"] = session::Usage{.milliCpu = 10, .memoryBytes = 10};
        batch.podUsage["p-c100090"] = session::Usage{.milliCpu = 10, .memoryBytes = 10};
        batch.count({{}, "default/kubernetes-bootcamp", "node-90", "p-c100089", true}, "x");
        lab.cluster.apply(batch);
        lab.window.grabWindow();
        QCOMPARE(lab.map.image().repainted(), before); // there was no need for another frame
    }

    void map_followsAChangeOfColours()
    {
        MapWindow lab(100, 1000);
        lab.look.setFills(QList<QColor>(7, QColor(Qt::darkGreen)));
        const QImage after = lab.window.grabWindow();
        QCOMPARE(int(lab.map.image().repainted().size()), lab.map.image().blockCount());
        QCOMPARE(after.pixelColor(lab.map.podPlace(50, 3).topLeft().toPoint()), QColor(Qt::darkGreen));
    }

    void gaps_keepTheOthersInTheirPlaces()
    {
        PlaceGaps gaps;
        QCOMPARE(gaps.open(1), 1); // A [B] C D E
        QCOMPARE(gaps.placeOf(0), 0);
        QCOMPARE(gaps.placeOf(1), 2); // C
        QCOMPARE(gaps.open(2), 3);    // A [B] C [D] E
        QCOMPARE(gaps.placeOf(2), 4);
        QCOMPARE(gaps.rowAt(1), -1);
        QCOMPARE(gaps.rowAt(2), 1);
        QCOMPARE(gaps.rowAt(3), -1);
        QCOMPARE(gaps.rowAt(4), 2);
        gaps.close(1);
        QCOMPARE(gaps.placeOf(1), 1);
        QCOMPARE(gaps.count(), 1);
    }

    void squareThatGoes_isSeenToGo_beforeTheOthersCloseUp()
    {
        FieldWindow lab(12);
        const QRectF third = lab.field.placeOf(2), fourth = lab.field.placeOf(3);
        lab.remove({2});
        QCOMPARE(lab.field.leaverCount(), 1);
        QCOMPARE(lab.field.placeOf(2), fourth); // it was the fourth
        QCOMPARE(lab.field.rowAt(third.center().x(), third.center().y()), -1);
        QCOMPARE(lab.field.rowAt(fourth.center().x(), fourth.center().y()), 2);
        QVERIFY(!lab.window.grabWindow().isNull());
        QSignalSpy laidOut(&lab.field, &PodField::laidOut);
        QVERIFY(QTest::qWaitFor([&lab] { return lab.field.leaverCount() == 0; }, std::chrono::seconds(3)));
        QVERIFY(laidOut.count() > 0);
        QCOMPARE(lab.field.placeOf(2), third);
        QCOMPARE(lab.field.shownCount(), 11);
    }

    void squaresThatGo_makeRoomAtOnce_whereThereIsNoneOrNoMotion()
    {
        FieldWindow full(100); // 10 × 10 squares of 24 pixels fit
        full.field.setSize({240, 240});
        full.remove({0, 1});
        QCOMPARE(full.field.leaverCount(), 2);
        session::Batch batch;
        for (int i = 200; i < 202; ++i) {
            auto pod =
                tests::LabFeed::pod("c" + std::to_string(100'000 + i), "node-1", PodPhase::Running, 900);
            batch.pods[pod.uid] = pod;
        }
        full.cluster.apply(batch);
        QCOMPARE(full.field.leaverCount(), 0); // the new ones need the places
        QCOMPARE(full.field.shownCount(), 100);
        FieldWindow still(12);
        still.field.setProperty("isMoving", false);
        still.remove({3, 4});
        QCOMPARE(still.field.leaverCount(), 0);
        QCOMPARE(still.field.shownCount(), 10);
    }
};

MINATO_TEST(TestPodPictures)
#include "tst_pod_pictures.moc"
