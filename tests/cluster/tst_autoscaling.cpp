// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

#include <deque>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

constexpr std::string_view kApp = "kubernetes-bootcamp";

kube::Value withRequests(kube::Value deployment, std::string_view cpu)
{
    deployment.edit("spec")
        .edit("template")
        .edit("spec")
        .edit("containers")
        .edit(0)
        .edit("resources")
        .edit("requests")
        .set("cpu", cpu);
    return deployment;
}

cluster::SimCluster::Options withRequests(std::string_view cpu)
{
    cluster::SimCluster::Options options;
    options.topology.objects.front() = withRequests(options.topology.objects.front(), cpu);
    return options;
}

kube::Value autoscaler(int utilization, const char *behavior = "null", int most = 10)
{
    auto value = *kube::parseJson(R"({"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler",
        "metadata":{"name":"web","namespace":"default"},"spec":{"minReplicas":1,
        "scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"kubernetes-bootcamp"},
        "metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization"}}}]}})");
    value.edit("spec").set("maxReplicas", most);
    value.edit("spec")
        .edit("metrics")
        .edit(0)
        .edit("resource")
        .edit("target")
        .set("averageUtilization", utilization);
    if (const auto rules = *kube::parseJson(behavior); !rules.isNull())
        value.edit("spec").set("behavior", rules);
    return value;
}

/// Requests at a steady rate.
struct Load {
    ClusterFixture &f;
    std::uint16_t port = 0;
    std::deque<api::CallPtr> calls = {};

    void run(base::Duration duration, base::Duration gap)
    {
        const auto end = f.cluster.control().now() + duration;
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
};

int replicas(ClusterFixture &f)
{
    return static_cast<int>(f.get(kDeployments, kApp)->spec()["replicas"].asInt());
}

std::string condition(ClusterFixture &f, std::string_view type)
{
    const auto object = f.get(kHorizontalPodAutoscalers, "web");
    const auto &found = components::findCondition(object->status()["conditions"], type);
    return std::string(found["status"].asString()) + " " + std::string(found["reason"].asString()) + ": " +
           std::string(found["message"].asString());
}

bool hasEvent(ClusterFixture &f, std::string_view reason, std::string_view message)
{
    for (const auto &event : f.list(kEvents)) {
        if (event->root()["reason"].asString() == reason && event->root()["message"].asString() == message)
            return true;
    }
    return false;
}

} // namespace

/// Load, CPU, metrics, autoscaler, Pods: the whole way round. Mirrors
/// pkg/controller/podautoscaler/horizontal_test.go where a row says so.
class TestAutoscaling : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void load_bringsPods_andItsEndTakesThemAway()
    {
        ClusterFixture f(withRequests("150m"));
        QVERIFY(f.cluster.settle());
        QVERIFY(f.await(client::createRequest(kHorizontalPodAutoscalers, autoscaler(50))).has_value());
        Load load{f, f.nodePort()};
        // 100 requests a second of 3 ms CPU each: 300m in all, that is four Pods at 75m.
        load.run(5min, 10ms);
        QCOMPARE(replicas(f), 5); // 301m and the idle millicores: 41 % of five Pods
        QVERIFY2(
            hasEvent(f, "SuccessfulRescale",
                     "New size: 4; reason: cpu resource utilization (percentage of request) above target"),
            "the limit of the first step is 4");
        QCOMPARE(
            condition(f, "ScalingActive"),
            std::string("True ValidMetricFound: the HPA was able to successfully calculate a replica count "
                        "from cpu resource utilization (percentage of request)"));
        const auto busy = f.get(kHorizontalPodAutoscalers, "web");
        QVERIFY(busy->status().at("currentMetrics", 0, "resource", "current", "averageUtilization").asInt() >
                30);
        f.run(4min);
        QCOMPARE(replicas(f), 5); // stabilized
        QCOMPARE(condition(f, "AbleToScale"),
                 std::string("True ScaleDownStabilized: recent recommendations were higher than current one, "
                             "applying the highest recent recommendation"));
        f.run(4min);
        QCOMPARE(replicas(f), 1);
        QVERIFY(hasEvent(f, "SuccessfulRescale", "New size: 1; reason: All metrics below target"));
    }

    void noRequest_noScaling()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        f.run(6min);
        QVERIFY(f.await(client::createRequest(kHorizontalPodAutoscalers, autoscaler(50))).has_value());
        f.run(20s);
        QCOMPARE(replicas(f), 1);
        const std::string pod = f.podNames().front();
        const std::string why = "failed to get cpu utilization: missing request for cpu in container "
                                "kubernetes-bootcamp of Pod " +
                                pod;
        QCOMPARE(condition(f, "ScalingActive"),
                 "False FailedGetResourceMetric: the HPA was unable to compute the replica count: " + why);
        QVERIFY(hasEvent(f, "FailedGetResourceMetric", why));
        QVERIFY(hasEvent(f, "FailedComputeMetricsReplicas",
                         "invalid metrics (1 invalid out of 1), first error is: failed to get cpu resource "
                         "metric value: " +
                             why));
    }

    void withoutMetricsServer_nothingIsKnown()
    {
        auto options = withRequests("100m");
        options.topology.hasMetricsServer = false;
        ClusterFixture f(std::move(options));
        QVERIFY(f.cluster.settle());
        QVERIFY(f.await(client::createRequest(kHorizontalPodAutoscalers, autoscaler(50))).has_value());
        f.run(20s);
        QCOMPARE(
            condition(f, "ScalingActive"),
            std::string("False FailedGetResourceMetric: the HPA was unable to compute the replica count: "
                        "failed to get cpu utilization: unable to get metrics for resource cpu: unable to "
                        "fetch metrics from resource metrics API: the server could not find the requested "
                        "resource (get pods.metrics.k8s.io)"));
    }

    void zeroReplicas_switchItOff()
    {
        ClusterFixture f(withRequests("100m")); // TestZeroReplicas
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale(kApp, 0));
        QVERIFY(f.await(client::createRequest(kHorizontalPodAutoscalers, autoscaler(50))).has_value());
        f.run(40s);
        QCOMPARE(replicas(f), 0);
        QCOMPARE(
            condition(f, "ScalingActive"),
            std::string("False ScalingDisabled: scaling is disabled since the replica count of the target "
                        "is zero"));
    }

    void limits_applyAtOnce()
    {
        ClusterFixture f(withRequests("100m")); // TestTooManyReplicas, TestTooFewReplicas
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale(kApp, 6));
        QVERIFY(
            f.await(client::createRequest(kHorizontalPodAutoscalers, autoscaler(50, "null", 3))).has_value());
        f.run(20s);
        QCOMPARE(replicas(f), 3);
        QVERIFY(hasEvent(f, "SuccessfulRescale",
                         "New size: 3; reason: Current number of replicas above Spec.MaxReplicas"));
    }

    void missingTarget_isSaid()
    {
        ClusterFixture f; // TestConditionFailedGetScale
        QVERIFY(f.cluster.settle());
        auto object = autoscaler(50);
        object.edit("spec").edit("scaleTargetRef").set("name", "nowhere");
        QVERIFY(f.await(client::createRequest(kHorizontalPodAutoscalers, object)).has_value());
        f.run(20s);
        QCOMPARE(
            condition(f, "AbleToScale"),
            std::string("False FailedGetScale: the HPA controller was unable to get the target's current "
                        "scale: deployments.apps \"nowhere\" not found"));
        QVERIFY(hasEvent(f, "FailedGetScale", "deployments.apps \"nowhere\" not found"));
    }

    void twoAutoscalers_blockEachOther()
    {
        ClusterFixture f(
            withRequests("100m")); // TestConditionAmbiguousSelectorWhenFullSelectorOverlapBetweenHPAs
        QVERIFY(f.cluster.settle());
        auto second = autoscaler(50);
        second.edit("metadata").set("name", "web2");
        QVERIFY(f.await(client::createRequest(kHorizontalPodAutoscalers, autoscaler(50))).has_value());
        QVERIFY(f.await(client::createRequest(kHorizontalPodAutoscalers, second)).has_value());
        f.run(40s);
        QCOMPARE(
            condition(f, "ScalingActive"),
            std::string("False AmbiguousSelector: pods by selector app=kubernetes-bootcamp are controlled by "
                        "multiple HPAs: [{web default} {web2 default}]"));
    }

    void behaviour_limitsTheSteps()
    {
        ClusterFixture f(withRequests("20m"));
        QVERIFY(f.cluster.settle());
        const char *rules = R"({"scaleUp":{"policies":[{"type":"Pods","value":1,"periodSeconds":60}]},
                                "scaleDown":{"stabilizationWindowSeconds":0,"selectPolicy":"Disabled"}})";
        QVERIFY(f.await(client::createRequest(kHorizontalPodAutoscalers, autoscaler(50, rules))).has_value());
        Load load{f, f.nodePort()};
        load.run(50s, 10ms);
        QCOMPARE(replicas(f), 2);
        QCOMPARE(
            condition(f, "ScalingLimited"),
            std::string("True ScaleUpLimit: the desired replica count is increasing faster than the maximum "
                        "scale rate"));
        load.run(3min, 10ms);
        const int most = replicas(f);
        QVERIFY2(most >= 4 && most <= 5, std::to_string(most).c_str());
        f.run(10min);
        QCOMPARE(replicas(f), most); // scaling down is disabled
    }
};

MINATO_TEST(TestAutoscaling)
#include "tst_autoscaling.moc"
