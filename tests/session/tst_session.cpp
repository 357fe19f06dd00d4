// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"
#include "support/test_registry.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace minato;
using namespace minato::session;
using namespace std::chrono_literals;

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closing_doesNotWait_andNothingIsDeliveredAfterwards()
    {
        Session session({.topology = cluster::Topology::chapter(300)}, Session::Mode::Threaded);
        QSignalSpy batches(&session, &Session::batchReady), closed(&session, &Session::closed);
        session.open();
        QVERIFY(QTest::qWaitFor([&batches] { return !batches.isEmpty(); }, 60s));
        session.send(RunLine{"kubectl scale deployments/kubernetes-bootcamp --replicas=2000"});
        session.close();
        QCOMPARE(closed.count(), 0); // never from inside close()
        batches.clear();
        QVERIFY(QTest::qWaitFor([&closed] { return !closed.isEmpty(); }, 60s));
        QCOMPARE(batches.count(), 0);
        session.send(RunLine{"echo nobody hears this"});
        session.open(); // for good
        QTest::qWait(50);
        QCOMPARE(batches.count(), 0);
        QCOMPARE(closed.count(), 1);
    }

    void aClusterThatIsStillComingUp_givesUp()
    {
        // Alone it would take much longer than this test has.
        Session session({.topology = cluster::Topology::chapter(5000)}, Session::Mode::Threaded);
        QSignalSpy batches(&session, &Session::batchReady), closed(&session, &Session::closed);
        session.open();
        session.close();
        QVERIFY(QTest::qWaitFor([&closed] { return !closed.isEmpty(); }, 60s));
        QCOMPARE(batches.count(), 0);
    }

    void aLargeCluster_isSeenToGrow()
    {
        Session session({.topology = cluster::Topology::empty(2000)}, Session::Mode::Threaded);
        std::vector<std::size_t> sizes;
        std::set<std::string> nodes;
        connect(&session, &Session::batchReady, this, [&](const Batch &batch) {
            for (const auto &[uid, node] : batch.nodes)
                nodes.insert(uid);
            if (sizes.empty() || sizes.back() != nodes.size())
                sizes.push_back(nodes.size());
        });
        session.open();
        QVERIFY(QTest::qWaitFor([&nodes] { return nodes.size() == 2001; }, 120s));
        QVERIFY(!sizes.empty());
    }

    void inline_closesToo()
    {
        Session session({.topology = cluster::Topology::chapter()}, Session::Mode::Inline);
        QSignalSpy closed(&session, &Session::closed);
        session.open();
        session.close();
        QCOMPARE(closed.count(), 0);
        QVERIFY(QTest::qWaitFor([&closed] { return !closed.isEmpty(); }, 5s));
        QVERIFY(!session.runUntilIdle(1s));
    }
};

MINATO_TEST(TestSession)
#include "tst_session.moc"
