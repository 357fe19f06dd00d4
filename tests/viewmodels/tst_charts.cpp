// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/lab_feed.h"
#include "support/test_registry.h"
#include "viewmodels/charts/axis.h"
#include "viewmodels/charts/series_model.h"
#include "viewmodels/charts/traffic_model.h"

#include <QSignalSpy>

using namespace minato;
using viewmodels::niceAxis;
using viewmodels::SeriesModel;
using viewmodels::TrafficModel;

namespace {
const std::string kService = "default/kubernetes-bootcamp";

session::ReplicaSample sample(int second, int desired, int ready)
{
    return {base::kSimEpoch + std::chrono::seconds(second), "d1", desired, desired, ready};
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

    void endpointWithoutRequests_hasABarOfZero()
    {
        TrafficModel traffic;
        traffic.apply(tests::LabFeed::start(), kService);
        QCOMPARE(traffic.labels(), QStringList{QStringLiteral("x2kqp")});
        QCOMPARE(traffic.liveValues(), QVariantList{0.});
    }

    void podThatIsGone_keepsItsBar_asGone()
    {
        TrafficModel traffic;
        traffic.apply(tests::LabFeed::start(), kService);
        traffic.apply(tests::LabFeed::busy(), kService);
        traffic.apply(tests::LabFeed::traffic(60), kService);
        QCOMPARE(traffic.total(), 60);
        session::Batch batch;
        batch.pods["p-m4t8z"] = std::nullopt;
        session::ServiceState service = *tests::LabFeed::busy().services.at("s1");
        service.readyPodUids = {"p-9sd2f", "p-x2kqp"};
        batch.services["s1"] = service;
        traffic.apply(batch, kService);
        const int row = traffic.rows().find(std::string("p-m4t8z"));
        QVERIFY(row >= 0);
        QVERIFY(traffic.rows().at(row).isGone);
        QVERIFY(traffic.goneValues()[row].toDouble() > 0);
        QCOMPARE(traffic.liveValues()[row].toDouble(), 0.);
        traffic.reset();
        QCOMPARE(traffic.total(), 0);
        QCOMPARE(traffic.rowCount(), 2);
    }

    void shares_areOfTheTotal_andToldForEveryPod()
    {
        TrafficModel traffic;
        session::Batch batch;
        batch.count({{}, kService, "n", "p-a", true}, "web-1");
        batch.count({{}, kService, "n", "p-b", true}, "web-2");
        traffic.apply(batch, kService);
        QSignalSpy changed(&traffic, &QAbstractItemModel::dataChanged);
        batch = {};
        batch.count({{}, kService, "n", "p-a", true}, "web-1");
        batch.count({{}, kService, "n", "p-a", true}, "web-1");
        traffic.apply(batch, kService);
        std::set<int> told; // whose share a view has been asked to read again
        for (const QList<QVariant> &signal : changed)
            for (int row = signal[0].toModelIndex().row(); row <= signal[1].toModelIndex().row(); ++row)
                told.insert(row);
        QCOMPARE(told, (std::set<int>{0, 1}));
        QCOMPARE(traffic.index(0).data(TrafficModel::ShareRole).toDouble(), 0.75);
        QCOMPARE(traffic.index(1).data(TrafficModel::ShareRole).toDouble(), 0.25);
    }

    void podThatCameAndWentUnseen_hasItsShortName_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<QString>("label");
        QTest::newRow("a replica") << std::string("web-684bb66796-hhvc2") << QStringLiteral("hhvc2");
        QTest::newRow("a name of its own") << std::string("web-2") << QStringLiteral("web-2");
        QTest::newRow("five letters that are not drawn")
            << std::string("my-house") << QStringLiteral("my-house");
        QTest::newRow("no dash") << std::string("hhvc2") << QStringLiteral("hhvc2");
    }
    void podThatCameAndWentUnseen_hasItsShortName()
    {
        QFETCH(std::string, name);
        TrafficModel traffic;
        session::Batch batch;
        batch.count({{}, kService, "n", "p-a", true}, name);
        traffic.apply(batch, kService);
        QTEST(traffic.labels().front(), "label");
    }

    void refusedRequests_areCounted_withoutABar()
    {
        TrafficModel traffic;
        session::Batch batch;
        batch.count({{}, kService, {}, {}, false}, {});
        traffic.apply(batch, kService);
        QCOMPARE(traffic.failed(), 1);
        QCOMPARE(traffic.rowCount(), 0);
    }

    void manyPods_shareTheLastBar()
    {
        TrafficModel traffic;
        session::Batch batch;
        for (int i = 0; i < 20; ++i) {
            const std::string uid = "p-" + std::to_string(100 + i);
            batch.count({{}, kService, "n", uid, true}, "pod-" + std::to_string(100 + i));
        }
        traffic.apply(batch, kService);
        QCOMPARE(traffic.labels().size(), qsizetype(TrafficModel::kMaxBars));
        QCOMPARE(traffic.goneValues().back().toDouble(), 9.);
        QCOMPARE(traffic.counts().back(), 9);
        QVERIFY(traffic.axisMaximum() >= 9.);
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
};
MINATO_TEST(TestCharts)

#include "tst_charts.moc"
