// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wall_driver.h"
#include "support/test_registry.h"

#include <QCoreApplication>

using namespace minato;
using namespace minato::session;
using namespace std::chrono_literals;

namespace {

/// Has an event each virtual millisecond, and is settled from a moment on.
class Ticking : public Driven {
public:
    base::Instant now() override { return m_now; }
    std::size_t advance(base::Instant limit, const std::function<bool()> &mayGoOn) override
    {
        std::size_t events = 0;
        for (; m_now + 1ms <= limit && mayGoOn(); ++events)
            m_now = m_now + 1ms;
        return events;
    }
    bool isSettled() override { return m_now >= settledFrom; }
    bool hasNews() override { return m_now >= newsAt && !isTold; }
    void sliceEnded(const Pace &) override
    {
        ++slices;
        isTold = isTold || m_now >= newsAt;
    }

    base::Instant newsAt = base::kSimEpoch + 1000h;
    bool isTold = false;
    base::Instant settledFrom = base::kSimEpoch;
    int slices = 0;

private:
    base::Instant m_now = base::kSimEpoch;
};

} // namespace

class TestWallDriver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void request_isAnsweredEvenWhilePaused_butNeverInsideTheCall()
    {
        Ticking simulation;
        WallDriver driver(simulation);
        driver.setPaused(true);
        driver.start();
        driver.answerSoon();
        driver.answerSoon();
        QCOMPARE(simulation.slices, 0);
        QCoreApplication::processEvents();
        QCOMPARE(simulation.slices, 1);
        QCOMPARE((simulation.now() - base::kSimEpoch).count(), WallDriver::kRequest.count());
    }

    void step_runsToTheNextNews_whilePaused_andNoFurther()
    {
        Ticking simulation;
        simulation.newsAt = base::kSimEpoch + 4min;
        WallDriver driver(simulation);
        driver.setPaused(true);
        driver.start();
        driver.startRun(TimeRun::Step);
        QVERIFY(QTest::qWaitFor([&] { return driver.pace().run() == TimeRun::None; }, 60s));
        QCOMPARE(simulation.now().ns, simulation.newsAt.ns);
        QVERIFY(driver.pace().isPaused());
        QCOMPARE(driver.pace().lastRun().how, RunEnd::How::Reached);
        QTest::qWait(50);
        QCOMPARE(simulation.now().ns, simulation.newsAt.ns);
    }

    void step_givesUpWhereNothingHappens_andPausesWhatRan()
    {
        Ticking simulation;
        WallDriver driver(simulation);
        driver.start();
        driver.startRun(TimeRun::Step);
        QVERIFY(QTest::qWaitFor([&] { return driver.pace().run() == TimeRun::None; }, 60s));
        QCOMPARE(driver.pace().lastRun().how, RunEnd::How::GaveUp);
        QVERIFY(driver.pace().isPaused());
        QVERIFY(simulation.now() >= base::kSimEpoch + WallDriver::kMaxStep);
    }

    void untilSettled_comesBackToThePaceBefore_data()
    {
        QTest::addColumn<bool>("isPaused");
        QTest::newRow("running") << false;
        QTest::newRow("paused") << true;
    }
    void untilSettled_comesBackToThePaceBefore()
    {
        QFETCH(bool, isPaused);
        Ticking simulation;
        simulation.settledFrom = base::kSimEpoch + 20min;
        WallDriver driver(simulation);
        driver.setPaused(isPaused);
        driver.start();
        driver.startRun(TimeRun::Settle);
        QVERIFY(QTest::qWaitFor([&] { return driver.pace().run() == TimeRun::None; }, 60s));
        QVERIFY(simulation.isSettled());
        QVERIFY(simulation.now() - simulation.settledFrom < 1s);
        QCOMPARE(driver.pace().isPaused(), isPaused);
        const base::Instant reached = simulation.now();
        // It does not stand still for what it ran ahead of the wall.
        if (!isPaused)
            QVERIFY(QTest::qWaitFor([&] { return simulation.now() > reached; }, 500ms));
    }

    void aRun_canBeCancelled_andAPauseEndsIt()
    {
        Ticking simulation;
        simulation.settledFrom = base::kSimEpoch + 1000h;
        WallDriver driver(simulation);
        driver.start();
        driver.startRun(TimeRun::Settle);
        driver.cancelRun();
        QCOMPARE(driver.pace().run(), TimeRun::None);
        QVERIFY(!driver.pace().isPaused());
        driver.startRun(TimeRun::Settle);
        driver.setPaused(true);
        QCOMPARE(driver.pace().run(), TimeRun::None);
        const base::Instant reached = simulation.now();
        QTest::qWait(30);
        QCOMPARE(simulation.now().ns, reached.ns);
    }

    void fullSpeed_runsUntilNothingIsOnItsWay_andNoFurther()
    {
        Ticking simulation;
        simulation.settledFrom = base::kSimEpoch + 20min;
        WallDriver driver(simulation);
        driver.setSpeed(Pace::kMaxSpeed);
        driver.start();
        QVERIFY(QTest::qWaitFor([&] { return simulation.isSettled(); }, 60s));
        // From here on it goes with the wall: far less than a virtual minute while we look.
        QVERIFY(simulation.now() - simulation.settledFrom < 1min);
    }

    void fullSpeed_givesUpOnWhatNeverSettles()
    {
        Ticking simulation;
        simulation.settledFrom = base::kSimEpoch + 100h;
        WallDriver driver(simulation);
        driver.setSpeed(Pace::kMaxSpeed);
        driver.start();
        const base::Instant end = base::kSimEpoch + WallDriver::kMaxRush;
        QVERIFY(QTest::qWaitFor([&] { return simulation.now() >= end; }, 60s));
        QVERIFY(simulation.now() - end < 1min);
    }
};
MINATO_TEST(TestWallDriver)

#include "tst_wall_driver.moc"
