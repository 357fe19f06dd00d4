// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "viewmodels/app_model.h"
#include "viewmodels/charts/axis.h"
#include "viewmodels/charts/series_model.h"

#include <QSignalSpy>

using namespace minato;
using viewmodels::niceAxis;
using viewmodels::SeriesModel;
using viewmodels::TimelineModel;

namespace {
session::ReplicaSample sample(int second, int desired, int ready)
{
    return {base::kSimEpoch + std::chrono::seconds(second), "d1", desired, desired, ready, ready};
}

session::Batch clockAt(int second)
{
    session::Batch batch;
    batch.clock = session::ClockState{.now = base::kSimEpoch + std::chrono::seconds(second)};
    return batch;
}
} // namespace

class TestCharts : public QObject {
    Q_OBJECT

    viewmodels::AppModel m_texts{{.commands = [](const session::Command &) {}}}; ///< in some language

private Q_SLOTS:
    void axis_endsAtARoundNumber_data()
    {
        QTest::addColumn<double>("atLeast");
        QTest::addColumn<double>("maximum");
        QTest::newRow("nothing") << 0. << 2.;
        QTest::newRow("three") << 3. << 3.;
        QTest::newRow("just above a step") << 4.05 << 6.;
        QTest::newRow("twenty") << 20. << 20.;
        QTest::newRow("hundreds") << 310. << 400.;
    }
    void axis_endsAtARoundNumber()
    {
        QFETCH(double, atLeast);
        QTEST(niceAxis(atLeast, 4).maximum, "maximum");
    }

    void replicas_areCornersOfSteps()
    {
        SeriesModel series;
        session::Batch batch = clockAt(20);
        batch.replicas = {sample(5, 1, 1), sample(10, 4, 1), sample(12, 4, 4)};
        series.apply(batch, "d1");
        QList<QPair<double, int>> ready;
        for (int row = 0; row < series.rowCount(); ++row)
            ready += {series.index(row, SeriesModel::TimeColumn).data().toDouble(),
                      series.index(row, SeriesModel::ReadyColumn).data().toInt()};
        const QList<QPair<double, int>> expected{{5, 1}, {10, 1}, {10, 1}, {12, 1}, {12, 4}, {20, 4}};
        QCOMPARE(ready, expected);
        QCOMPARE(series.to(), 20.);
    }

    void lineGoesOn_asTheClockDoes_inWholeSeconds()
    {
        SeriesModel series;
        session::Batch batch = clockAt(5);
        batch.replicas = {sample(5, 1, 1)};
        series.apply(batch, "d1");
        QSignalSpy changed(&series, &SeriesModel::windowChanged);
        batch = clockAt(6);
        batch.clock->now = batch.clock->now + std::chrono::milliseconds(400);
        series.apply(batch, "d1");
        batch.clock->now = batch.clock->now + std::chrono::milliseconds(400);
        series.apply(batch, "d1");
        QCOMPARE(changed.count(), 1);
        QCOMPARE(series.index(series.rowCount() - 1, 0).data().toDouble(), 6.);
    }

    void longRuns_stayBounded()
    {
        SeriesModel series;
        for (int i = 0; i < 2000; ++i) {
            session::Batch batch = clockAt(i);
            batch.replicas = {sample(i, i % 7, i % 5)};
            series.apply(batch, "d1");
        }
        QVERIFY(series.rowCount() <= SeriesModel::kMaxPoints);
        QVERIFY(series.index(0, 0).data().toDouble() <= series.from());
    }

    void commandsThatChange_andTellingEvents_areMarks()
    {
        SeriesModel series;
        session::Batch batch = clockAt(30);
        const auto enter = [&batch](int second, const char *line) {
            batch.terminal.push_back({session::TerminalChunk::Kind::Entered, line, 0,
                                      base::kSimEpoch + std::chrono::seconds(second)});
        };
        enter(3, "kubectl get pods");
        enter(5, "kubectl scale deployments/web --replicas=4");
        enter(7, "curl host01:30143");
        enter(9, "kubectl rollout status deployment/web");
        const auto event = [&batch](const char *uid, int second, bool isWarning, const char *reason) {
            batch.events[uid] = session::EventLine{.uid = uid,
                                                   .at = base::kSimEpoch + std::chrono::seconds(second),
                                                   .isWarning = isWarning,
                                                   .reason = reason,
                                                   .object = "Pod/x",
                                                   .message = "why"};
        };
        event("e1", 5, false, "ScalingReplicaSet");
        event("e2", 6, false, "Pulled");
        event("e3", 8, true, "FailedScheduling");
        event("e4", 8, true, "FailedScheduling");
        batch.replicas = {sample(4, 1, 1), sample(6, 4, 1)};
        series.apply(batch, "d1");
        batch.terminal.clear();
        series.apply(batch, "d1"); // the same events again are no further marks
        QStringList marks;
        for (int row = 0; row < series.marks()->count(); ++row)
            marks += series.marks()->index(row).data(TimelineModel::DetailRole).toString();
        QCOMPARE(marks.filter(QStringLiteral("scale deployments")).size(), 1);
        QCOMPARE(marks.filter(QStringLiteral("get pods")).size(), 0);
        QCOMPARE(marks.filter(QStringLiteral("curl")).size(), 0);
        QCOMPARE(marks.filter(QStringLiteral("rollout")).size(), 0);
        QCOMPARE(marks.filter(QStringLiteral("Pulled")).size(), 0);
        QCOMPARE(marks.filter(QStringLiteral("FailedScheduling: why ×2")).size(), 1);
        QVERIFY(series.description().contains(QStringLiteral("FailedScheduling")));
        // The table has marks and changes in the order of time.
        double before = 0;
        for (int row = 0; row < series.timeline()->count(); ++row) {
            const double time = series.timeline()->index(row).data(TimelineModel::TimeRole).toDouble();
            QVERIFY(time >= before);
            before = time;
        }
        QVERIFY(series.timeline()->count() > series.marks()->count());
    }
};
MINATO_TEST(TestCharts)

#include "tst_charts.moc"
