// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "estimates/autoscaling.h"
#include "estimates/measured_pods.h"
#include "estimates/observation.h"
#include "support/test_registry.h"

#include <deque>
#include <format>
#include <set>

using namespace minato;
using namespace minato::estimates;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

constexpr std::string_view kApp = "kubernetes-bootcamp";
const kube::GroupVersionResource kPodMetrics{"metrics.k8s.io", "v1beta1", "pods"};

cluster::SimCluster::Options options(bool hasMetricsServer = true)
{
    cluster::SimCluster::Options result;
    result.topology.hasMetricsServer = hasMetricsServer;
    result.topology.objects.front()
        .edit("spec")
        .edit("template")
        .edit("spec")
        .edit("containers")
        .edit(0)
        .edit("resources")
        .edit("requests")
        .set("cpu", "150m");
    return result;
}

kube::Value autoscaler(int most, const char *metrics, const char *behavior = "null")
{
    auto value = *kube::parseJson(R"({"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler",
        "metadata":{"name":"web","namespace":"default"},"spec":{"minReplicas":1,
        "scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"kubernetes-bootcamp"}}})");
    value.edit("spec").set("maxReplicas", most);
    value.edit("spec").set("metrics", *kube::parseJson(metrics));
    if (const auto rules = *kube::parseJson(behavior); !rules.isNull())
        value.edit("spec").set("behavior", rules);
    return value;
}

constexpr const char *kHalf =
    R"([{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":50}}}])";

struct Lab {
    explicit Lab(cluster::SimCluster::Options how = options()) : f(std::move(how))
    {
        if (!f.cluster.settle())
            qFatal("the cluster has not come up");
    }
    bool create(const kube::Value &object)
    {
        return f.await(client::createRequest(kHorizontalPodAutoscalers, object)).has_value();
    }
    Autoscaling estimate()
    {
        const auto measured = f.await(client::listRequest(kPodMetrics, "default"));
        const auto pods = measured ? std::optional(MeasuredPods(measured->list().items)) : std::nullopt;
        return autoscalingOf(*f.get(kHorizontalPodAutoscalers, "web"), f.get(kDeployments, kApp), observe(f),
                             pods ? &*pods : nullptr);
    }
    std::int64_t desired()
    {
        return f.get(kHorizontalPodAutoscalers, "web")->status()["desiredReplicas"].asInt();
    }
    /// Requests at a steady rate.
    void load(base::Duration duration, base::Duration gap)
    {
        const auto end = f.cluster.control().now() + duration;
        const std::uint16_t port = f.nodePort();
        while (f.cluster.control().now() < end) {
            api::TrafficRequest request;
            request.host = "host01";
            request.port = port;
            calls.push_back(f.cluster.traffic().request(request, [](const api::TrafficResult &) {}));
            if (calls.size() > 2000)
                calls.pop_front();
            f.run(gap);
        }
    }

    ClusterFixture f;
    std::deque<api::CallPtr> calls = {};
};

} // namespace

/// What an autoscaler would do, against what its controller then does.
class TestAutoscalingEstimates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void underLoad_theNextDecisionIsForeseen()
    {
        Lab lab;
        QVERIFY(lab.create(autoscaler(10, kHalf)));
        // The controller looks every 15 s; between an estimate and its next look the metrics may be new.
        std::set<std::int64_t> sizes;
        int steps = 0, agreed = 0;
        for (; steps < 40; ++steps) {
            lab.load(7s, 10ms);
            const std::int64_t known = lab.desired();
            const Autoscaling estimate = lab.estimate();
            lab.load(7s, 10ms);
            agreed += estimate.desired == lab.desired() || estimate.desired == known ? 1 : 0;
            sizes.insert(lab.desired());
        }
        QVERIFY2(sizes.size() >= 3, "it grew in several steps");
        QVERIFY2(agreed >= steps - 2, qPrintable(QString::number(agreed)));
        QCOMPARE(std::int64_t{lab.estimate().desired}, lab.desired());
        QCOMPARE(lab.estimate().metrics.front().current,
                 std::format("{}%", lab.f.get(kHorizontalPodAutoscalers, "web")
                                        ->status()
                                        .at("currentMetrics", 0, "resource", "current", "averageUtilization")
                                        .asInt()));
    }

    void afterTheLoad_theWindowIsSaid_whichHoldsBack()
    {
        Lab lab;
        QVERIFY(lab.create(autoscaler(10, kHalf)));
        lab.load(5min, 10ms);
        const std::int64_t busy = lab.desired();
        QVERIFY(busy >= 4);
        lab.f.run(2min);
        const Autoscaling idle = lab.estimate();
        QCOMPARE(idle.desired, 1);
        QCOMPARE(idle.window, base::Duration(5min));
        QVERIFY(idle.isHeldBack);
        QCOMPARE(lab.desired(), busy);
        lab.f.run(6min);
        QCOMPARE(lab.desired(), std::int64_t{idle.desired});
        QVERIFY(!lab.estimate().isHeldBack);
    }

    void limits_areNamed()
    {
        Lab lab;
        QVERIFY(lab.create(autoscaler(2, kHalf)));
        lab.load(3min, 10ms);
        const Autoscaling estimate = lab.estimate();
        QVERIFY(estimate.proposed > 2);
        QCOMPARE(estimate.desired, 2);
        QCOMPARE(estimate.limit, std::string("TooManyReplicas"));
        QCOMPARE(lab.desired(), 2);
    }

    void rates_areApplied()
    {
        Lab lab;
        QVERIFY(lab.create(autoscaler(
            10, kHalf, R"({"scaleUp":{"policies":[{"type":"Pods","value":1,"periodSeconds":15}]}})")));
        Autoscaling estimate = lab.estimate();
        for (int i = 0; i < 120 && estimate.proposed <= estimate.current + 1; ++i) {
            lab.load(1s, 10ms);
            estimate = lab.estimate();
        }
        QVERIFY2(estimate.proposed > estimate.current + 1, "the load calls for more than one step");
        QCOMPARE(estimate.desired, estimate.current + 1);
        QCOMPARE(estimate.limit, std::string("ScaleUpLimit"));
    }

    void belowTheLeast_itIsBroughtThereAtOnce()
    {
        Lab lab;
        auto object = autoscaler(10, kHalf);
        object.edit("spec").set("minReplicas", 3);
        QVERIFY(lab.create(object));
        QCOMPARE(lab.estimate().desired, 3);
        QCOMPARE(lab.estimate().limit, std::string("TooFewReplicas"));
        lab.f.run(30s);
        QCOMPARE(lab.desired(), 3);
    }

    void withoutReplicas_itDoesNothing()
    {
        Lab lab;
        QVERIFY(lab.create(autoscaler(10, kHalf)));
        QVERIFY(lab.f.scale(kApp, 0));
        lab.f.run(1min);
        const Autoscaling estimate = lab.estimate();
        QCOMPARE(estimate.desired, -1);
        QCOMPARE(estimate.limit, std::string("ScalingDisabled"));
        QCOMPARE(lab.f.get(kDeployments, kApp)->spec()["replicas"].asInt(), 0);
    }

    void withoutMetricsServer_theControllersWordsAreSaid()
    {
        Lab lab(options(false));
        QVERIFY(lab.create(autoscaler(10, kHalf)));
        lab.f.run(1min);
        const Autoscaling estimate = lab.estimate();
        QCOMPARE(estimate.proposed, -1);
        QVERIFY(estimate.failure.contains("unable to fetch metrics from resource metrics API"));
        const auto events = lab.f.list(kEvents);
        QVERIFY(std::ranges::any_of(events, [&](const auto &event) {
            return event->root()["message"].asString() == estimate.failure;
        }));
    }

    /// As upstream's replica_calculator does with these figures: 20 against a target of 10 a Pod doubles 2 Pods.
    void aCustomMetric_isReckonedFromWhatTheControllerReports()
    {
        Lab lab;
        QVERIFY(lab.f.scale(kApp, 2));
        QVERIFY(lab.f.cluster.settle());
        auto object = autoscaler(10, R"([{"type":"Pods","pods":{"metric":{"name":"queue"},
            "target":{"type":"AverageValue","averageValue":"10"}}}])");
        object.set("status", *kube::parseJson(R"({"currentMetrics":[{"type":"Pods","pods":{
            "metric":{"name":"queue"},"current":{"averageValue":"20"}}}]})"));
        const auto estimate =
            autoscalingOf(*kube::makeObject(object), lab.f.get(kDeployments, kApp), observe(lab.f), nullptr);
        QCOMPARE(estimate.desired, 4);
        QVERIFY(estimate.metrics.front().isReported);
        QCOMPARE(estimate.metrics.front().current, std::string("20"));
        object.erase("status");
        const auto unknown =
            autoscalingOf(*kube::makeObject(object), lab.f.get(kDeployments, kApp), observe(lab.f), nullptr);
        QCOMPARE(unknown.proposed, -1);
        QVERIFY(!unknown.failure.empty());
    }

    void withoutTarget_theReasonIsSaid()
    {
        Lab lab;
        const auto estimate =
            autoscalingOf(*kube::makeObject(autoscaler(10, kHalf)), nullptr, observe(lab.f), nullptr);
        QCOMPARE(estimate.failure, std::string("Deployment \"kubernetes-bootcamp\" not found"));
    }
};

MINATO_TEST(TestAutoscalingEstimates)

#include "tst_autoscaling_estimates.moc"
