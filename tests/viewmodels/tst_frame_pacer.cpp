// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "viewmodels/count_model.h"
#include "viewmodels/layout/frame_pacer.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace minato::viewmodels;

namespace {

struct Followers {
    explicit Followers(FramePacer &pacer, int count)
    {
        for (int i = 0; i < count; ++i) {
            auto value = std::make_unique<Paced>();
            value->setProperty("pacer", QVariant::fromValue(&pacer));
            value->setWanted(0);
            value->componentComplete();
            all.push_back(std::move(value));
        }
    }
    void want(int wanted)
    {
        for (const auto &value : all)
            value->setWanted(wanted);
    }
    [[nodiscard]] int at(int wanted) const
    {
        return int(std::ranges::count_if(
            all, [wanted](const auto &value) { return value->current().toInt() == wanted; }));
    }
    std::vector<std::unique_ptr<Paced>> all;
};

/// A window that has shown a frame.
struct Shown {
    Shown()
    {
        window.resize(200, 100);
        window.show();
        pacer.setWindow(&window);
        window.update();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QSignalSpy frames(&window, &QQuickWindow::frameSwapped);
        window.update();
        QVERIFY(frames.wait());
        QCoreApplication::processEvents();
    }
    QQuickWindow window;
    FramePacer pacer;
};

} // namespace

class TestFramePacer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofAWindowAsItWas_valuesChangeAtOnce()
    {
        Shown shown;
        Followers followers(shown.pacer, 3);
        followers.want(1);
        QCOMPARE(followers.at(1), 3);
    }

    void beforeTheFirstFrame_too()
    {
        QQuickWindow window;
        FramePacer pacer;
        pacer.setWindow(&window);
        Followers followers(pacer, 3);
        window.resize(300, 300);
        pacer.begin();
        followers.want(1);
        QCOMPARE(followers.at(1), 3);
    }

    void ofAWindowOfAnotherSize_theyChangeOneAFrame_inOrder()
    {
        Shown shown;
        Followers followers(shown.pacer, 3);
        std::vector<int> perFrame;
        QObject frames;
        connect(&shown.window, &QQuickWindow::frameSwapped, &frames,
                [&] { perFrame.push_back(followers.at(1)); });
        shown.window.resize(400, 300);
        followers.want(1);
        QCOMPARE(followers.at(1), 0);
        QVERIFY(QTest::qWaitFor([&] { return followers.at(1) == 3; }));
        QCOMPARE(perFrame.at(0), 0);
        for (std::size_t i = 1; i < perFrame.size(); ++i)
            QVERIFY(perFrame[i] - perFrame[i - 1] <= 1);
        QVERIFY(QTest::qWaitFor([&] { return !shown.pacer.isPacing(); }));
        followers.want(2); // the change is over
        QCOMPARE(followers.at(2), 3);
    }

    void whatChangesAgainWhileItWaits_comesOnce_withTheLastValue()
    {
        Shown shown;
        Followers followers(shown.pacer, 2);
        QSignalSpy changes(followers.all[1].get(), &Paced::currentChanged);
        shown.pacer.begin();
        for (const int wanted : {1, 2, 3})
            followers.want(wanted);
        QVERIFY(QTest::qWaitFor([&] { return followers.at(3) == 2; }));
        QCOMPARE(changes.count(), 1);
    }

    void aWindowWithoutFrames_isNotWaitedForForEver()
    {
        Shown shown;
        Followers followers(shown.pacer, 2);
        shown.window.hide();
        shown.pacer.begin();
        followers.want(1);
        QCOMPARE(followers.at(1), 0);
        QVERIFY(QTest::qWaitFor([&] { return followers.at(1) == 2; }));
    }

    void whatIsLate_waitsForAFrame_withoutBeingTold()
    {
        Shown shown;
        Followers followers(shown.pacer, 1);
        followers.all[0]->setProperty("isLate", true);
        followers.want(1);
        QCOMPARE(followers.at(1), 0);
        QVERIFY(QTest::qWaitFor([&] { return followers.at(1) == 1; }));
    }

    void oneThatIsGone_holdsNobodyUp()
    {
        Shown shown;
        Followers followers(shown.pacer, 2);
        shown.pacer.begin();
        followers.want(1);
        followers.all.erase(followers.all.begin());
        QVERIFY(QTest::qWaitFor([&] { return followers.at(1) == 1; }));
    }

    void aCount_addsAndRemovesOnlyWhatDiffers()
    {
        CountModel model;
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy added(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setCount(3);
        model.setCount(5);
        model.setCount(1);
        model.setCount(-1);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(added.count(), 2);
        QCOMPARE(added.at(1).at(1).toInt(), 3);
        QCOMPARE(added.at(1).at(2).toInt(), 4);
        QCOMPARE(removed.count(), 2);
        QCOMPARE(removed.at(0).at(1).toInt(), 1);
        QCOMPARE(removed.at(0).at(2).toInt(), 4);
        QCOMPARE(model.rowCount(), 0);
    }
};

MINATO_TEST(TestFramePacer)
#include "tst_frame_pacer.moc"
