// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim_lab.h"
#include "support/test_registry.h"

#include <algorithm>

using namespace minato;
using namespace minato::viewmodels;
using namespace std::chrono_literals;
using tests::shown;
using tests::SimLab;

namespace {

EstimateModel &shownEstimate(SimLab &lab, const char *kind, const QString &name)
{
    lab.select(kind, QByteArrayView(kind) == "Node" ? "" : "default", name);
    EstimateModel &estimate = *lab.app.inspector()->estimate();
    estimate.setShown(true);
    estimate.refresh();
    lab.session.runFor(1s);
    return estimate;
}

session::Batch realCluster(std::vector<std::string> narrowed = {})
{
    session::Batch batch;
    batch.connection = session::ConnectionState{.context = "lab",
                                                .server = {},
                                                .user = {},
                                                .ns = "minato-lesson",
                                                .stage = session::ConnectionState::Stage::Connected,
                                                .trouble = {},
                                                .lacks = {session::Lack::Decisions},
                                                .hidden = {},
                                                .narrowed = std::move(narrowed),
                                                .ways = {}};
    return batch;
}

qsizetype linksIn(const InfoList &list)
{
    return std::ranges::count_if(list.rows(), [](const InfoRow &row) { return row.kind == u"Pod"; });
}

} // namespace

/// What an estimate says in the inspector.
class TestEstimateModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deployment_itsVictimsInOrder_andWhereOneMoreFits()
    {
        SimLab lab;
        lab.run("kubectl scale deployments/kubernetes-bootcamp --replicas=5");
        EstimateModel &estimate = shownEstimate(lab, "Deployment", QStringLiteral("kubernetes-bootcamp"));
        QVERIFY(estimate.isOffered());
        const QString text = shown(*estimate.rows());
        QCOMPARE(linksIn(*estimate.rows()), 5);
        QVERIFY2(text.contains(u"Scaled down, these Pods go, in this order"), qPrintable(text));
        QVERIFY2(text.contains(
                     u"before the next, because more Pods of its kind share its node (2 on minato-worker"),
                 qPrintable(text));
        QVERIFY2(text.contains(u"Where one more Pod would fit"), qPrintable(text));
        QVERIFY2(text.contains(
                     u"does not fit minato-control-plane | it has a taint that the Pod does not tolerate"),
                 qPrintable(text));
        QVERIFY2(text.contains(u"fits best minato-worker"), qPrintable(text));
        QCOMPARE(estimate.title(), QStringLiteral("What would happen now"));
        QVERIFY(estimate.asOf().startsWith(u"As of "));
    }

    void itSpeaksJapanese()
    {
        SimLab lab(cluster::Topology::chapter(), "ja");
        lab.run("kubectl set resources deployments/kubernetes-bootcamp --requests=cpu=9");
        EstimateModel &estimate = shownEstimate(lab, "Deployment", QStringLiteral("kubernetes-bootcamp"));
        const QString text = shown(*estimate.rows());
        QVERIFY2(text.contains(u"CPUが足りません: 要求は9、残りは"), qPrintable(text));
        QVERIFY2(text.contains(u"入りません"), qPrintable(text));
        lab.app.apply(realCluster({"pods"}));
        QCOMPARE(estimate.title(), QStringLiteral("見積もり"));
        QVERIFY(estimate.intro().contains(u"別の判断をすることがあります"));
        QVERIFY(estimate.unseen().contains(u"pods"));
    }

    void overARealCluster_itIsLabelledAsWhatItIs()
    {
        SimLab lab;
        EstimateModel &estimate = shownEstimate(lab, "Deployment", QStringLiteral("kubernetes-bootcamp"));
        lab.app.apply(realCluster());
        QCOMPARE(estimate.title(), QStringLiteral("Estimate"));
        QVERIFY(estimate.intro().contains(u"The cluster may decide otherwise"));
        QVERIFY(estimate.unseen().isEmpty());
        QVERIFY(lab.app.story()->note().contains(u"keeps no record of why"));
    }

    void autoscaler_itsArithmetic()
    {
        SimLab lab;
        lab.run("kubectl set resources deployments/kubernetes-bootcamp --requests=cpu=20m");
        lab.run("kubectl autoscale deployments/kubernetes-bootcamp --cpu=50% --min=2 --max=6", 1s);
        EstimateModel &estimate =
            shownEstimate(lab, "HorizontalPodAutoscaler", QStringLiteral("kubernetes-bootcamp"));
        QString text = shown(*estimate.rows());
        QVERIFY2(text.contains(u"2 replicas (now 1) Would set | no fewer than minReplicas, 2"),
                 qPrintable(text));
        lab.session.runFor(2min);
        estimate.refresh();
        lab.session.runFor(1s);
        text = shown(*estimate.rows());
        QVERIFY2(text.contains(u", aim 50%: "), qPrintable(text));
        QVERIFY2(text.contains(u"2 replicas, as now Would set"), qPrintable(text));
        QVERIFY2(text.contains(u"Up to 10 % off the aim, it changes nothing."), qPrintable(text));
    }

    void node_hasNone()
    {
        SimLab lab;
        EstimateModel &estimate = shownEstimate(lab, "Node", QStringLiteral("minato-worker"));
        QVERIFY(!estimate.isOffered());
        QCOMPARE(estimate.rows()->count(), 0);
    }

    void whatIsNotShown_isNotAsked()
    {
        std::vector<session::Command> sent;
        const auto asked = [&sent] {
            return std::ranges::count_if(sent, [](const session::Command &command) {
                const auto *ask = std::get_if<session::Ask>(&command);
                return ask && std::holds_alternative<session::GetEstimate>(ask->question);
            });
        };
        EstimateModel estimate([&sent](const session::Command &command) { sent.push_back(command); });
        estimate.setObject({"Deployment", "default", "web"});
        session::Batch batch;
        batch.pods["1"] = session::PodState{};
        estimate.apply(batch);
        QCOMPARE(asked(), 0);
        estimate.setShown(true);
        QCOMPARE(asked(), 1);
        estimate.apply(batch); // the answer has not come yet
        estimate.apply(batch);
        QCOMPARE(asked(), 1);
        estimate.setObject({"Node", "", "n1"});
        QCOMPARE(asked(), 1);
    }
};

MINATO_TEST(TestEstimateModel)

#include "tst_estimates.moc"
