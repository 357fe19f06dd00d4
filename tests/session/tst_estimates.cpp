// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/remote_session_lab.h"
#include "support/test_registry.h"

#include <algorithm>
#include <set>

using namespace minato;
using namespace minato::session;
using namespace minato::tests;
using Stage = ConnectionState::Stage;

namespace {

using Names = std::set<std::string>;

/// A cluster that is known by HTTP alone, and a Deployment of ours in it.
struct Lab {
    explicit Lab(cluster::Topology topology = cluster::Topology::empty(2))
        : served(std::move(topology)), session(remoteOptions(served.port()))
    {
    }
    bool open()
    {
        session.send(AllowWrites{});
        return session.wait([this] { return session.connection && session.connection->mayWrite; }) &&
               session.run("kubectl config set-context --current --namespace=minato-lesson") == 0;
    }
    [[nodiscard]] bool areRunning(std::size_t count) const
    {
        return session.wait([this, count] {
            return static_cast<std::size_t>(std::ranges::count_if(session.pods, [](const auto &pod) {
                       return pod.second.ns == "minato-lesson" && pod.second.phase == PodPhase::Running;
                   })) == count;
        });
    }
    [[nodiscard]] Names living() const
    {
        Names names;
        for (const auto &[uid, pod] : session.pods) {
            if (pod.ns == "minato-lesson" && pod.phase != PodPhase::Terminating)
                names.insert(pod.name);
        }
        return names;
    }
    EstimateAnswer estimate(const char *kind, const std::string &name)
    {
        const std::uint64_t id = ++asked;
        session.send(Ask{id, GetEstimate{{kind, "minato-lesson", name}}});
        if (!session.wait([this, id] { return session.answers.contains(id); }))
            return {.refusal = "no answer"};
        return std::get<EstimateAnswer>(session.answers.at(id));
    }

    ServedCluster served;
    RemoteSession session;
    std::uint64_t asked = 0;
};

} // namespace

/// What a cluster that writes down no decisions is going to decide, from its API alone; then it decides.
class TestEstimates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theVictimsOfAScaleDown_areForeseen()
    {
        Lab lab;
        QVERIFY(lab.open());
        QCOMPARE(lab.session.run("kubectl create deployment web --image=nginx --replicas=5"), 0);
        QVERIFY(lab.areRunning(5));
        const Names before = lab.living();
        const std::string &cheap = *before.begin(), &dear = *before.rbegin();
        const auto annotate = [&](const std::string &pod, const char *cost) {
            return lab.session.run("kubectl annotate pod " + pod +
                                   " controller.kubernetes.io/pod-deletion-cost=" + cost);
        };
        QCOMPARE(annotate(cheap, "-3"), 0);
        QCOMPARE(annotate(dear, "9"), 0);
        const EstimateAnswer answer = lab.estimate("Deployment", "web");
        QCOMPARE(answer.refusal, std::string());
        QVERIFY(answer.unseen.empty());
        QCOMPARE(answer.victims.size(), 1UL);
        const auto &ranked = answer.victims.front().pods;
        QCOMPARE(ranked.size(), 5UL);
        QCOMPARE(ranked.front().pod.name, cheap);
        QCOMPARE(ranked.back().pod.name, dear);
        // The edge lies between two rules that do not depend on the moment.
        QCOMPARE(lab.session.run("kubectl scale deployment web --replicas=4"), 0);
        QVERIFY(lab.session.wait([&] { return lab.living().size() == 4; }));
        QVERIFY(!lab.living().contains(cheap));
        QCOMPARE(lab.session.run("kubectl scale deployment web --replicas=1"), 0);
        QVERIFY(lab.session.wait([&] { return lab.living().size() == 1; }));
        QCOMPARE(lab.living(), Names{dear});
    }

    void whereAPodFits_isWhereItGoes_orWhatIsSaidOfIt()
    {
        auto topology = cluster::Topology::empty(2);
        topology.nodes[1].cpu = "1";
        topology.nodes[2].cpu = "3";
        Lab lab(topology);
        QVERIFY(lab.open());
        QCOMPARE(lab.session.run("kubectl create deployment web --image=nginx --replicas=0"), 0);
        QCOMPARE(lab.session.run("kubectl set resources deployment web --requests=cpu=2"), 0);
        const EstimateAnswer one = lab.estimate("Deployment", "web");
        QVERIFY(one.fit && one.fit->isOneMore && one.fit->fitsSomewhere());
        QCOMPARE(one.fit->nodes.size(), 3UL);
        QVERIFY(!one.fit->nodes[1].fits && !one.fit->nodes[2].fits);
        QCOMPARE(lab.session.run("kubectl scale deployment web --replicas=1"), 0);
        QVERIFY(lab.areRunning(1));
        for (const auto &[uid, pod] : lab.session.pods) {
            if (pod.ns == "minato-lesson")
                QCOMPARE(pod.node, one.fit->nodes.front().node);
        }
        const EstimateAnswer two = lab.estimate("Deployment", "web");
        QVERIFY(two.fit && !two.fit->fitsSomewhere());
        QCOMPARE(lab.session.run("kubectl scale deployment web --replicas=2"), 0);
        const PodState *waiting = nullptr;
        QVERIFY(lab.session.wait([&] {
            for (const auto &[uid, pod] : lab.session.pods) {
                if (pod.ns == "minato-lesson" && pod.node.empty() && !pod.message.empty())
                    waiting = &pod;
            }
            return waiting != nullptr;
        }));
        const EstimateAnswer pending = lab.estimate("Pod", waiting->name);
        QVERIFY(pending.fit && !pending.fit->isOneMore);
        QCOMPARE(pending.fit->message, waiting->message);
    }

    void anAutoscaler_isForeseen_byTheMetricsThatItIsServedWith()
    {
        Lab lab;
        QVERIFY(lab.open());
        QCOMPARE(lab.session.run("kubectl create deployment web --image=nginx --replicas=2"), 0);
        QCOMPARE(lab.session.run("kubectl set resources deployment web --requests=cpu=100m"), 0);
        QCOMPARE(lab.session.run("kubectl autoscale deployment web --cpu=50% --min=1 --max=5"), 0);
        const EstimateAnswer early = lab.estimate("HorizontalPodAutoscaler", "web");
        QVERIFY(early.autoscaling && early.victims.empty() && !early.fit);
        QVERIFY2(early.autoscaling->failure.contains("metrics"), early.autoscaling->failure.c_str());
        lab.served.setSpeed(60);
        std::optional<estimates::Autoscaling> idle;
        QVERIFY(lab.session.wait([&] {
            idle = lab.estimate("HorizontalPodAutoscaler", "web").autoscaling;
            return idle && idle->failure.empty();
        }));
        QCOMPARE(idle->proposed, 1);
        QCOMPARE(idle->desired, 1);
        QCOMPARE(idle->window, base::Duration(5min)); // it was 2 at first, which holds for so long
        QVERIFY(lab.session.wait([&] { return lab.living().size() == 1; }));
    }

    void whatIsNotThere_isRefusedInTheServersWords()
    {
        Lab lab;
        QVERIFY(lab.open());
        QCOMPARE(lab.estimate("Deployment", "none").refusal,
                 std::string("deployments.apps \"none\" not found"));
    }
};

MINATO_TEST(TestEstimates)

#include "tst_estimates.moc"
