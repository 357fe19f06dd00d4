// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/remote_session_lab.h"
#include "support/test_registry.h"

#include <algorithm>

using namespace minato;
using namespace minato::session;
using namespace minato::tests;
using comparison::Where;
using Stage = ComparisonState::Stage;

namespace {

/// Two clusters: one is served and known as a real one, the other is made beside it.
struct Lab {
    Lab(cluster::Topology real, cluster::Topology simulated)
        : served(std::move(real)), session(optionsFor(served, std::move(simulated)))
    {
    }
    static RemoteOptions optionsFor(const ServedCluster &served, cluster::Topology simulated)
    {
        RemoteOptions options = remoteOptions(served.port());
        options.machines = std::move(simulated);
        return options;
    }
    bool open()
    {
        session.send(AllowWrites{});
        return session.wait([this] { return session.connection && session.connection->mayWrite; });
    }
    ComparisonState compare(std::vector<std::string> lines)
    {
        session.comparison.reset();
        session.send(CompareStep{std::move(lines)});
        const bool isOver = QTest::qWaitFor(
            [this] {
                return session.comparison && (session.comparison->stage == Stage::Done ||
                                              session.comparison->stage == Stage::Refused);
            },
            110s);
        return isOver ? *session.comparison
                      : ComparisonState{.stage = Stage::Refused, .refusal = "no report"};
    }

    ServedCluster served;
    RemoteSession session;
};

cluster::Topology withCpu(const char *cpu, int workers = 2)
{
    auto topology = cluster::Topology::empty(workers);
    for (auto &node : topology.nodes) {
        if (!node.isControlPlane)
            node.cpu = cpu;
    }
    return topology;
}

std::string textOf(const comparison::Report &report)
{
    std::string text;
    for (const auto &line : report.printed)
        text += (line.where == Where::Real ? "real printed " : "simulated printed ") + line.text + "\n";
    for (const auto &line : report.events)
        text += (line.where == Where::Real ? "real event " : "simulated event ") + line.text + "\n";
    for (const auto &object : report.objects) {
        text += object.kind + "/" + object.name + " " + std::to_string(static_cast<int>(object.where)) + "\n";
        for (const auto &field : object.fields)
            text += "  " + field.path + ": " + field.simulated + " | " + field.real + "\n";
    }
    return text;
}

} // namespace

/// A step that two clusters take, and what differs afterwards.
class TestComparer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalClusters_takeAStepAlike()
    {
        Lab lab(withCpu("4"), withCpu("4"));
        QVERIFY(lab.open());
        QCOMPARE(lab.session.run("kubectl -n minato-lesson create deployment web --image=nginx --replicas=1"),
                 0);
        const ComparisonState state =
            lab.compare({"kubectl scale deployment web --replicas=3", "kubectl rollout status deployment web",
                         "kubectl get deployments"});
        QCOMPARE(state.refusal, std::string());
        QVERIFY(state.hasEnded && state.hasSettled && state.notTaken.empty() && state.unseen.empty());
        QVERIFY2(state.report.isEmpty(), textOf(state.report).c_str());
        QVERIFY(state.report.comparedObjects >= 5);
        QCOMPARE(state.simulated, state.real);
        QVERIFY(
            lab.session.wait([&] { return lab.session.podsIn("minato-lesson") == 3; })); // it was really done
    }

    void smallerMachines_leavePodsPending_whichIsReported()
    {
        Lab lab(withCpu("1"), withCpu("4"));
        QVERIFY(lab.open());
        QCOMPARE(lab.session.run("kubectl -n minato-lesson create deployment web --image=nginx --replicas=1"),
                 0);
        QCOMPARE(lab.session.run("kubectl -n minato-lesson set resources deployment web --requests=cpu=600m"),
                 0);
        const ComparisonState state = lab.compare({"kubectl scale deployment web --replicas=4"});
        QCOMPARE(state.refusal, std::string());
        QVERIFY(state.simulated.milliCpu > state.real.milliCpu);
        const auto &report = state.report;
        QVERIFY2(report.printed.empty() && report.simulatedStatus == 0, textOf(report).c_str());
        const auto pending = std::ranges::count_if(report.objects, [](const auto &object) {
            return object.kind == "Pod" && std::ranges::any_of(object.fields, [](const auto &field) {
                       return field.path == "status.phase" && field.simulated == "\"Running\"" &&
                              field.real == "\"Pending\"";
                   });
        });
        QVERIFY2(pending == 2, textOf(report).c_str());
        QVERIFY2(std::ranges::any_of(report.events,
                                     [](const auto &line) {
                                         return line.where == Where::Real &&
                                                line.text.contains("FailedScheduling") &&
                                                line.text.contains("Insufficient cpu");
                                     }),
                 textOf(report).c_str());
        QVERIFY2(std::ranges::any_of(report.objects,
                                     [](const auto &object) {
                                         return object.kind == "Deployment" && object.name == "web" &&
                                                std::ranges::contains(object.fields, "status.readyReplicas",
                                                                      &comparison::FieldDifference::path);
                                     }),
                 textOf(report).c_str());
    }

    void whatIsPrinted_andTheExitStatus_areCompared()
    {
        Lab lab(withCpu("4", 3), withCpu("4", 2));
        QVERIFY(lab.open());
        const ComparisonState state = lab.compare(
            {"kubectl get nodes --no-headers | wc -l", "test $(kubectl get nodes -o name | wc -l) = 3"});
        QCOMPARE(state.report.printed,
                 (std::vector<comparison::LineDifference>{{Where::Simulated, "3"}, {Where::Real, "4"}}));
        QCOMPARE(state.report.simulatedStatus, 0);
        QCOMPARE(state.report.realStatus, 1);
    }

    void beforeTheYes_nothingIsDone()
    {
        Lab lab(withCpu("4"), withCpu("4"));
        QVERIFY(lab.session.wait([&] { return lab.session.nodes.size() == 3; }));
        lab.session.send(CompareStep{{"kubectl create namespace other"}});
        QCOMPARE(lab.session.run("kubectl get namespace other"), 1);
        QVERIFY(!lab.session.comparison);
    }

    void itMayBeGivenUp()
    {
        Lab lab(withCpu("4"), withCpu("4"));
        QVERIFY(lab.open());
        lab.session.send(CompareStep{{"sleep 60"}});
        QVERIFY(lab.session.wait(
            [&] { return lab.session.comparison && lab.session.comparison->stage == Stage::Playing; }));
        lab.session.send(CancelComparison{});
        QCOMPARE(lab.session.run("kubectl get nodes"), 0);
        QVERIFY(lab.session.comparison->stage == Stage::Playing);
        const ComparisonState again = lab.compare({"true"});
        QVERIFY(again.stage == Stage::Done && again.report.isEmpty());
    }
};

MINATO_TEST(TestComparer)

#include "tst_comparer.moc"
