// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/lab_feed.h"
#include "support/test_registry.h"
#include "viewmodels/app_model.h"
#include "viewmodels/charts/traffic_model.h"

#include <QSignalSpy>

#include <numeric>

using namespace minato;
using session::TrafficState;
using traffic::PodSample;
using viewmodels::FindingsModel;
using viewmodels::PodHistogram;
using viewmodels::ShareRow;
using viewmodels::TrafficModel;

namespace {

const std::string kService = "default/kubernetes-bootcamp";

/// A Service and the state of its count.
session::Batch counted(TrafficState state)
{
    session::Batch batch;
    batch.services["s1"] = *tests::LabFeed::start().services.at("s1");
    for (const auto &pod : state.sample.pods)
        batch.pods[pod.uid] =
            tests::LabFeed::pod(pod.uid.substr(2), "worker-1", session::PodPhase::Running, 0);
    batch.traffic[kService] = std::move(state);
    return batch;
}

/// Pods with so many requests each, every one a draw.
TrafficState drawn(const std::vector<std::uint64_t> &requests)
{
    TrafficState state;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const std::string suffix = std::to_string(1000 + i), uid = "p-" + suffix;
        state.sample.pods.push_back({.uid = uid, .requests = requests[i], .draws = requests[i]});
        state.pods[uid] = {.name = "web-" + suffix, .answered = requests[i]};
        state.answered += requests[i];
    }
    return state;
}

} // namespace

class TestTrafficModel : public QObject {
    Q_OBJECT

    viewmodels::AppModel m_texts{{.commands = [](const session::Command &) {}}}; ///< in some language

private Q_SLOTS:
    void endpointWithoutRequests_hasABarOfZero()
    {
        TrafficModel traffic;
        traffic.apply(tests::LabFeed::start(), kService);
        QCOMPARE(traffic.bars().labels, QStringList{QStringLiteral("x2kqp")});
        QCOMPARE(traffic.bars().answered, QVariantList{0.});
        QVERIFY(!traffic.bars().hasBand);
        QCOMPARE(traffic.findings()->occupancy(), QString());
    }

    void podThatIsGone_keepsItsBar_asEarlier()
    {
        TrafficModel traffic;
        traffic.apply(counted(drawn({20, 20, 20})), kService);
        // One goes: the sample begins anew with the two others.
        TrafficState later = drawn({20, 20, 20});
        later.sample.pods = {{.uid = "p-1000", .requests = 5, .draws = 5}, {.uid = "p-1001"}};
        later.pods["p-1000"].answered = 25;
        later.answered = 65;
        session::Batch batch = counted(later);
        batch.pods["p-1002"] = std::nullopt;
        traffic.apply(batch, kService);
        traffic.flush();
        QCOMPARE(traffic.bars().counts, (QList<int>{25, 20, 20}));
        QCOMPARE(traffic.bars().answered, (QVariantList{5., 0., 0.}));
        QCOMPARE(traffic.bars().earlier, (QVariantList{20., 20., 20.}));
        QCOMPARE(traffic.bars().gone, (QList<bool>{false, false, true}));
        QCOMPARE(traffic.bars().expected, 2.5);
        QVERIFY(traffic.hasEarlier());
        traffic.reset();
        QCOMPARE(traffic.bars().counts, (QList<int>{0, 0}));
        QCOMPARE(traffic.total(), 0);
    }

    void partOfAState_isAddedToWhatIsKnown()
    {
        TrafficModel traffic;
        traffic.apply(counted(drawn({20, 20, 20})), kService);
        TrafficState part;
        part.isPart = part.isSamplePart = true;
        part.answered = 63;
        part.pods["p-1001"] = {.name = "web-1001", .answered = 23};
        part.sample.pods = {{.uid = "p-1001", .requests = 23, .draws = 23}};
        session::Batch batch;
        batch.traffic[kService] = part;
        QSignalSpy changed(&traffic, &QAbstractItemModel::dataChanged);
        traffic.apply(batch, kService);
        traffic.flush();
        QCOMPARE(traffic.bars().counts, (QList<int>{20, 23, 20}));
        QCOMPARE(traffic.total(), 63);
        QCOMPARE(traffic.judgement().requests, 63U);
        QCOMPARE(changed.count(), 2); // the one row, and the shares of all
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    }

    void changeOfThePods_isToldInsteadOfAnEmptyPicture()
    {
        TrafficModel traffic;
        traffic.apply(counted(drawn({20, 20})), kService);
        TrafficState later = drawn({20, 20});
        for (auto &pod : later.sample.pods)
            pod.requests = pod.draws = 0;
        traffic.apply(counted(later), kService);
        traffic.flush();
        const QString changed = traffic.findings()->verdict();
        TrafficModel fresh;
        fresh.apply(counted(drawn({0, 0})), kService);
        QVERIFY(changed != fresh.findings()->verdict());
        QVERIFY(traffic.totalText() != fresh.totalText());
        QCOMPARE(traffic.findings()->tone(), FindingsModel::Neutral);
    }

    void whatWasCountedBeforeTheReset_isNotShownAfterIt()
    {
        QList<session::Command> sent;
        TrafficModel traffic([&sent](const session::Command &command) { sent += command; });
        traffic.apply(counted(drawn({3, 4})), kService);
        traffic.reset();
        QCOMPARE(sent.size(), 1);
        const auto *reset = std::get_if<session::ResetTraffic>(&sent.front());
        QVERIFY(reset);
        traffic.apply(counted(drawn({9, 9})), kService); // was on its way
        traffic.flush();
        QCOMPARE(traffic.total(), 0);
        TrafficState fresh = drawn({1, 0});
        fresh.count = reset->count;
        traffic.apply(counted(fresh), kService);
        traffic.flush();
        QCOMPARE(traffic.total(), 1);
    }

    void band_isThatOfOnePod_inRequests()
    {
        TrafficModel traffic;
        traffic.apply(counted(drawn({15, 15, 15, 15})), kService);
        QCOMPARE(traffic.bars().expected, 15.);
        QCOMPARE(qRound(traffic.bars().low), 9);
        QCOMPARE(qRound(traffic.bars().high), 22);
        QCOMPARE(traffic.judgement().finding, traffic::Finding::FitsRandomChoice);
        QCOMPARE(traffic.findings()->tone(), FindingsModel::Good);
    }

    /// 600 requests over 6 connections are 6 draws: nearly anything may happen.
    void band_ofKeptConnections_isThatOfTheConnections()
    {
        TrafficState state = drawn({300, 200, 100, 0});
        for (auto &pod : state.sample.pods)
            pod.draws = pod.requests / 100;
        state.sample.mode.isKeptAlive = true;
        TrafficModel traffic;
        traffic.apply(counted(state), kService);
        QCOMPARE(traffic.bars().low, 0.);
        QVERIFY(traffic.bars().high >= 400);
        QCOMPARE(traffic.judgement().finding, traffic::Finding::TooFewToTell);
    }

    void everyPod_saysWhyItGetsNothing()
    {
        TrafficState state = drawn({20, 20, 0, 0, 0});
        state.sample.pods[2].state = PodSample::State::NotReady;
        state.sample.pods[3].state = PodSample::State::NotAnEndpoint;
        state.sample.pods[4].state = PodSample::State::OutOfReach;
        TrafficModel traffic;
        traffic.apply(counted(state), kService);
        QCOMPARE(traffic.judgement().finding, traffic::Finding::SomeGetNothing);
        QCOMPARE(traffic.findings()->tone(), FindingsModel::Notice);
        for (const char *pod : {"1002", "1003", "1004"})
            QVERIFY2(traffic.findings()->detail().contains(QLatin1String(pod)),
                     qPrintable(traffic.findings()->detail()));
        QSet<QString> details;
        for (int row = 0; row < 5; ++row)
            details.insert(traffic.rowText(traffic.rows().at(row)).remove(traffic.rows().at(row).label));
        QCOMPARE(details.size(), 4); // two are alike
    }

    void terminatingPod_isToldApart()
    {
        TrafficModel traffic;
        session::Batch batch = counted(drawn({4, 4}));
        batch.pods["p-1001"]->phase = session::PodPhase::Terminating;
        traffic.apply(batch, kService);
        QCOMPARE(int(traffic.rows().at(1).state), int(ShareRow::State::Terminating));
        QVERIFY(traffic.bars().gone[1]);
    }

    void refusedRequests_areToldByCause_withoutABar()
    {
        TrafficState state;
        state.failed = 3;
        state.failedByCause[std::size_t(traffic::FailureCause::Refused)] = 2;
        state.failedByCause[std::size_t(traffic::FailureCause::TimedOut)] = 1;
        TrafficModel traffic;
        traffic.apply(counted(state), kService);
        QCOMPARE(traffic.failed(), 3);
        QCOMPARE(traffic.rowCount(), 0);
        QCOMPARE(traffic.findings()->errors().size(), 2);
        QCOMPARE(traffic.findings()->tone(), FindingsModel::Notice); // no Pod to choose from
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
        TrafficState state;
        state.pods["p-a"] = {.name = name, .answered = 1};
        state.answered = 1;
        TrafficModel traffic;
        traffic.apply(counted(state), kService);
        QTEST(traffic.bars().labels.front(), "label");
    }

    void manyPods_areDense_andTheHistogramHoldsThemAll()
    {
        std::vector<std::uint64_t> requests;
        for (std::uint64_t i = 0; i < 500; ++i)
            requests.push_back(i % 7);
        TrafficModel traffic;
        traffic.apply(counted(drawn(requests)), kService);
        QVERIFY(traffic.isDense());
        QCOMPARE(traffic.chart().bars.size(), 500U);
        for (const std::size_t most : {3U, 40U}) {
            const PodHistogram histogram = PodHistogram::of(traffic.chart(), most);
            QVERIFY(histogram.pods.size() <= most + 1);
            QCOMPARE(std::accumulate(histogram.pods.begin(), histogram.pods.end(), std::uint64_t(0)), 500U);
            const double fair = std::accumulate(histogram.expected.begin(), histogram.expected.end(), 0.);
            QVERIFY(fair > 450 && fair <= 500.001);
        }
    }

    void histogram_beginsWhereTheNumbersAre()
    {
        std::vector<std::uint64_t> requests;
        for (std::uint64_t i = 0; i < 500; ++i)
            requests.push_back(1000 + i * 37 % 61 - 30);
        TrafficModel traffic;
        traffic.apply(counted(drawn(requests)), kService);
        const PodHistogram histogram = PodHistogram::of(traffic.chart());
        QVERIFY(histogram.first >= 850 && histogram.first <= 970);
        QCOMPARE(histogram.first % histogram.width, 0U);
        QVERIFY(histogram.pods.size() >= 20 && histogram.pods.size() <= PodHistogram::kMost + 1);
        QCOMPARE(std::accumulate(histogram.pods.begin(), histogram.pods.end(), std::uint64_t(0)), 500U);
        const double fair = std::accumulate(histogram.expected.begin(), histogram.expected.end(), 0.);
        QVERIFY(fair > 495 && fair <= 500.001);
        // One Pod without a request is worth the way to 0.
        requests[7] = 0;
        TrafficModel silent;
        silent.apply(counted(drawn(requests)), kService);
        QCOMPARE(PodHistogram::of(silent.chart()).first, 0U);
        QCOMPARE(PodHistogram::of(silent.chart()).pods.front(), 1U);
    }

    void figures_areMadeAtMostTenTimesASecond()
    {
        TrafficModel traffic;
        QSignalSpy changed(&traffic, &TrafficModel::changed);
        for (std::uint64_t i = 1; i <= 50; ++i)
            traffic.apply(counted(drawn({i, i})), kService);
        QVERIFY(changed.count() < 5);
        QVERIFY(changed.wait(5000));
        QCOMPARE(traffic.total(), 100);
    }

    void shares_restartWithThePods_andEvenOut()
    {
        TrafficModel traffic;
        TrafficState state = drawn({1, 0});
        state.since = base::kSimEpoch;
        state.recent.add(base::kSimEpoch + std::chrono::seconds(3), "p-1000", 1);
        session::Batch batch = counted(state);
        batch.clock = session::ClockState{.now = base::kSimEpoch + std::chrono::seconds(20)};
        traffic.apply(batch, kService);
        traffic.flush();
        QCOMPARE(traffic.shares()->rowCount(), 1);
        QCOMPARE(traffic.shares()->chart().lines.front().points.back().y(), 1.);
        state = drawn({2, 1});
        state.since = base::kSimEpoch;
        state.recent.add(base::kSimEpoch + std::chrono::seconds(9), "p-1000", 1);
        state.recent.add(base::kSimEpoch + std::chrono::seconds(9), "p-1001", 1);
        batch.traffic[kService] = state;
        traffic.apply(batch, kService);
        traffic.flush();
        QCOMPARE(traffic.shares()->rowCount(), 2);
        QVERIFY(qAbs(traffic.shares()->chart().lines[1].points.back().y() - 1 / 3.) < 1e-9);
        const auto &band = traffic.shares()->chart().band;
        QVERIFY(band.back().high <= band.front().high);
        // A change of the Pods begins anew.
        state.since = base::kSimEpoch + std::chrono::seconds(12);
        state.recent.clear();
        state.recent.add(base::kSimEpoch + std::chrono::seconds(14), "p-1001", 1);
        batch.traffic[kService] = state;
        traffic.apply(batch, kService);
        traffic.flush();
        QCOMPARE(traffic.shares()->chart().lines[1].points.back().y(), 1.);
    }
};
MINATO_TEST(TestTrafficModel)

#include "tst_traffic_model.moc"
