// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/scheduler_case.h"
#include "estimates/fit.h"
#include "estimates/observation.h"
#include "support/test_registry.h"

#include <algorithm>

using namespace minato;
using namespace minato::estimates;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

constexpr std::string_view kApp = "kubernetes-bootcamp";

Observed observedIn(const kube::Value &testCase)
{
    Observed observed{.nodes = objectsOf(testCase["nodes"]),
                      .pods = objectsOf(testCase["pods"]),
                      .replicaSets = objectsOf(testCase["replicaSets"]),
                      .statefulSets = objectsOf(testCase["statefulSets"]),
                      .services = objectsOf(testCase["services"]),
                      .namespaces = objectsOf(testCase["namespaces"]),
                      .budgets = objectsOf(testCase["budgets"]),
                      .now = base::kSimEpoch + std::chrono::hours(24)};
    for (const kube::Value &each : testCase["nominated"].items()) {
        kube::Value pod = each["pod"];
        pod.edit("status").set("nominatedNodeName", each["node"]);
        observed.pods.push_back(kube::makeObject(std::move(pod)));
    }
    return observed;
}

std::vector<std::string> texts(const kube::Value &list)
{
    std::vector<std::string> result;
    for (const kube::Value &item : list.items())
        result.emplace_back(item.asString());
    return result;
}

/// A Deployment that asks for so much, and its Pods as far as they find room.
struct Crowd {
    explicit Crowd(cluster::Topology topology) : f(optionsOf(std::move(topology))) {}
    static cluster::SimCluster::Options optionsOf(cluster::Topology topology)
    {
        cluster::SimCluster::Options options;
        options.topology = std::move(topology);
        return options;
    }
    bool create(const char *pod, int replicas)
    {
        if (!f.cluster.settle())
            return false;
        auto deployment = *kube::parseJson(R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{
            "name":"web","namespace":"default"},"spec":{"selector":{"matchLabels":{"app":"web"}},
            "template":{"metadata":{"labels":{"app":"web"}}}}})");
        deployment.edit("spec").set("replicas", replicas);
        deployment.edit("spec").edit("template").set("spec", *kube::parseJson(pod));
        const bool isCreated = f.await(client::createRequest(kDeployments, deployment)).has_value();
        f.run(30s); // it need not settle: some Pods may find no room
        return isCreated;
    }
    Fit estimate() { return *fitOf(f.get(kDeployments, "web"), observe(f)); }
    /// One Pod more, and where it went; empty: nowhere.
    std::string growByOne()
    {
        const auto before = f.podNames();
        if (!f.scale("web", static_cast<int>(f.get(kDeployments, "web")->spec()["replicas"].asInt()) + 1))
            return "not scaled";
        f.run(3s);
        for (const auto &pod : f.pods()) {
            if (!std::ranges::contains(before, pod->name()))
                return std::string(pod->spec()["nodeName"].asString());
        }
        return "not created";
    }

    ClusterFixture f;
};

cluster::Topology unevenNodes()
{
    auto topology = cluster::Topology::empty(3);
    topology.nodes[1].cpu = "1";
    topology.nodes[2].cpu = "2";
    topology.nodes[3].cpu = "8";
    return topology;
}

} // namespace

/// Where a Pod would fit, by public state alone.
class TestFits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachNode_isJudgedAsByKubernetesOwnScheduler_data()
    {
        addSchedulerCases({"scheduler_upstream", "scheduler_random"});
    }
    /// What Kubernetes' own scheduler said of all nodes: tests/components/scheduler_peer.
    void eachNode_isJudgedAsByKubernetesOwnScheduler()
    {
        QFETCH(kube::Value, testCase);
        kube::Value pod = testCase["pod"];
        // Upstream was asked about all nodes, not first about the one that the Pod was promised; and what has a
        // node is estimated as if it had none.
        pod.edit("status").erase("nominatedNodeName");
        const bool isPlaced = !pod["spec"]["nodeName"].isEmpty();
        if (isPlaced || testCase["nodes"].isEmpty())
            return;
        const auto fit = fitOf(kube::makeObject([&] {
                                   pod.set("kind", "Pod");
                                   return pod;
                               }()),
                               observedIn(testCase));
        QVERIFY(fit && !fit->isOneMore);
        std::vector<std::string> fitting;
        for (const NodeFit &node : fit->nodes) {
            QCOMPARE(node.fits, node.reasons.empty());
            if (node.fits)
                fitting.push_back(node.node);
        }
        auto feasible = texts(testCase["want"]["feasible"]);
        std::ranges::sort(fitting);
        std::ranges::sort(feasible);
        QCOMPARE(fitting, feasible);
        if (const auto best = texts(testCase["want"]["best"]); !fit->preempts.empty())
            QVERIFY(std::ranges::contains(best, fit->preempts));
        if (!feasible.empty())
            return;
        std::string said = fit->message;
        if (const std::string dynamic = "no new claims to deallocate, "; said.contains(dynamic))
            said.erase(said.find(dynamic), dynamic.size()); // by a plugin that the peer leaves out
        const auto wanted = testCase["want"]["message"].asString();
        if (testCase["pod"]["status"]["nominatedNodeName"].isEmpty())
            QCOMPARE(said, std::string(wanted));
    }

    void onTheBestNode_theNextPodIsPut()
    {
        Crowd crowd(unevenNodes());
        QVERIFY(crowd.create(
            R"({"containers":[{"name":"web","image":"nginx","resources":{"requests":{"cpu":"600m"}}}]})", 1));
        int judged = 0;
        for (int i = 0; i < 19; ++i) {
            const Fit fit = crowd.estimate();
            QVERIFY(fit.isOneMore);
            QCOMPARE(fit.wanted.milliCpu, 600);
            const std::string node = crowd.growByOne();
            if (!fit.fitsSomewhere()) {
                QCOMPARE(node, std::string());
                continue;
            }
            const auto chosen = std::ranges::find(fit.nodes, node, &NodeFit::node);
            QVERIFY(chosen != fit.nodes.end() && chosen->fits);
            QCOMPARE(chosen->score, fit.nodes.front().score); // of equally good ones, one is drawn
            ++judged;
        }
        QCOMPARE(judged, 16); // 1 + 3 + 13 fit in 1, 2 and 8 CPUs; one was there

        const Fit full = crowd.estimate();
        for (const NodeFit &node : full.nodes) {
            QVERIFY(!node.fits);
            QCOMPARE(node.reasons.front(),
                     std::string(node.node.contains("control") ? "node(s) had untolerated taint(s)"
                                                               : "Insufficient cpu"));
        }
    }

    void thePendingPod_isToldWhatItsConditionSays()
    {
        Crowd crowd(unevenNodes());
        QVERIFY(crowd.create(
            R"({"containers":[{"name":"web","image":"nginx","resources":{"requests":{"cpu":"5"}}}]})", 2));
        int pending = 0;
        for (const auto &pod : crowd.f.pods()) {
            const auto fit = fitOf(pod, observe(crowd.f));
            QVERIFY(fit && !fit->isOneMore);
            if (!pod->spec()["nodeName"].isEmpty()) {
                QCOMPARE(fit->nodes.front().node, std::string(pod->spec()["nodeName"].asString()));
                continue;
            }
            ++pending;
            const auto &condition = components::findCondition(pod->status()["conditions"], "PodScheduled");
            QCOMPARE(fit->message, std::string(condition["message"].asString()));
        }
        QCOMPARE(pending, 1);
    }

    void aSelectorThatNoNodeHas_isTheReason()
    {
        Crowd crowd(unevenNodes());
        QVERIFY(crowd.create(
            R"({"nodeSelector":{"disk":"ssd"},"containers":[{"name":"web","image":"nginx"}]})", 1));
        const Fit fit = crowd.estimate();
        QVERIFY(!fit.fitsSomewhere());
        QCOMPARE(fit.nodes.size(), 4UL);
        QCOMPARE(std::ranges::count_if(fit.nodes,
                                       [](const NodeFit &node) {
                                           return node.reasons.front() ==
                                                  "node(s) didn't match Pod's node affinity/selector";
                                       }),
                 3);
        QCOMPARE(crowd.growByOne(), std::string());
    }

    void whatIsNoPod_andMakesNone_hasNoFit()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(!fitOf(f.get(kServices, kApp), observe(f)));
        QVERIFY(!fitOf(f.list(kNodes, "").front(), observe(f)));
    }
};

MINATO_TEST(TestFits)

#include "tst_fits.moc"
