// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What Deployments and autoscalers say of themselves: each condition and Event with its whole text.
#include "components/common/pod.h"
#include "components/deployment/deployment_controller.h"
#include "components/fake_server.h"
#include "components/podautoscaler/horizontal_controller.h"
#include "kube/yaml.h"
#include "support/test_registry.h"

#include <algorithm>
#include <format>

using namespace minato;
using namespace minato::components;
using namespace minato::tests;
using namespace std::chrono_literals;
using kube::Value;

namespace {

Value yaml(const std::string &text)
{
    return kube::parseYaml(text)->front().value;
}

/// What the Pods web-0, web-1, … use, in thousandths of a CPU; of others nothing is known.
class Usage : public api::MetricsSource {
public:
    explicit Usage(QList<int> milliCpus) : m_milliCpus(std::move(milliCpus)) {}
    [[nodiscard]] std::optional<api::PodMetrics> pod(std::string_view, std::string_view name) const override
    {
        const auto i = name.back() - '0';
        if (i >= m_milliCpus.size())
            return std::nullopt;
        return api::PodMetrics{base::kSimEpoch, 15s, {{"c", m_milliCpus[i] * 1'000'000LL, 0}}};
    }
    [[nodiscard]] std::optional<api::NodeMetrics> node(std::string_view) const override { return {}; }

private:
    QList<int> m_milliCpus;
};

/// A controller before a server that shows it no change: what it writes first is one pass.
template <class Controller>
struct World {
    explicit World(const Value &recorded, auto &&...more)
        : server(timers, recorded), hub(server, timers), controller(Context{server, timers, hub}, more...)
    {
        hub.start();
        queue.runUntil(base::kSimEpoch + 16s);
    }
    /// "True Reason: message" of a condition in the first write of a status that has it.
    [[nodiscard]] std::string condition(std::string_view resource, std::string_view type) const
    {
        for (const FakeServer::Write &write : server.writes) {
            if (write.resource != resource || write.subresource != "status")
                continue;
            const auto &found = findCondition(write.object.at("status", "conditions"), type);
            if (!found.isNull())
                return std::format("{} {}: {}", found["status"].asString(), found["reason"].asString(),
                                   found["message"].asString());
        }
        return {};
    }
    [[nodiscard]] bool hasEvent(const std::string &text) const
    {
        return text.empty() || std::ranges::contains(server.events, text);
    }

    engine::EventQueue queue;
    client::QueueTimers timers{queue};
    FakeServer server;
    client::InformerHub hub;
    Controller controller;
};

struct Scaled {
    int replicas = 3, min = 2, max = 6, target = 30;
    QList<int> usage = {};
    const char *more = "a: b", *selector = "app=web", *refused = "[]", *name = "web", *metrics = "";
};

Value autoscalerCase(const Scaled &of)
{
    const std::string metrics =
        *of.metrics ? of.metrics
                    : std::format("{{type: Resource, resource: {{name: cpu, target: {{type: Utilization, "
                                  "averageUtilization: {}}}}}}}",
                                  of.target);
    Value objects = Value::emptyArray();
    objects.push(yaml(std::format(
        "{{kind: HorizontalPodAutoscaler, metadata: {{name: web, namespace: default, uid: h}}, spec: {{"
        "minReplicas: {}, maxReplicas: {}, scaleTargetRef: {{apiVersion: apps/v1, kind: Deployment, name: "
        "{}}}, "
        "metrics: [{}], {}}}}}",
        of.min, of.max, of.name, metrics, of.more)));
    objects.push(yaml(std::format("{{kind: Deployment, metadata: {{name: web, namespace: default}}, spec: "
                                  "{{replicas: {}}}, status: {{selector: '{}'}}}}",
                                  of.replicas, of.selector)));
    for (int i = 0; i < of.replicas; ++i)
        objects.push(yaml(std::format(
            "{{kind: Pod, metadata: {{name: web-{}, namespace: default, labels: {{app: web}}}}, spec: "
            "{{containers: [{{name: c, resources: {{requests: {{cpu: 1}}}}}}]}}, status: {{phase: Running, "
            "startTime: '2026-01-04T00:00:00Z', conditions: [{{type: Ready, status: 'True', "
            "lastTransitionTime: '2026-01-04T00:00:00Z'}}]}}}}",
            i)));
    return Value::map({{"objects", objects}, {"refused", yaml(of.refused)}});
}

} // namespace

Q_DECLARE_METATYPE(Scaled)

/// Mirrors pkg/controller/podautoscaler/horizontal_test.go (rows bear the names of its tests) and
/// pkg/controller/deployment.
class TestConditionTexts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void autoscaler_data()
    {
        QTest::addColumn<Scaled>("of");
        QTest::addColumn<QByteArray>("able");
        QTest::addColumn<QByteArray>("active");
        QTest::addColumn<QByteArray>("limited");
        QTest::addColumn<QByteArray>("event");
        const char *const valid =
            "True ValidMetricFound: the HPA was able to successfully calculate a replica count "
            "from cpu resource utilization (percentage of request)";
        const char *const within =
            "False DesiredWithinRange: the desired count is within the acceptable range";
        const auto row = [&](const char *name, const Scaled &of, const char *able, const char *limited,
                             const char *event = "") {
            QTest::newRow(name) << of << QByteArray(able) << QByteArray(valid) << QByteArray(limited)
                                << QByteArray(event);
        };
        const std::string to =
            "True SucceededRescale: the HPA controller was able to update the target scale to ";
        row("TestScaleUp", {.usage = {300, 500, 700}}, (to + "5").c_str(), within,
            "Normal SuccessfulRescale New size: 5; reason: cpu resource utilization (percentage of request) "
            "above "
            "target");
        row("TestTolerance", {.target = 100, .usage = {1010, 1030, 1020}},
            "True ReadyForNewScale: recommended size matches current size", within);
        row("TestMaxReplicas", {.max = 5, .target = 90, .usage = {8000, 9500, 1000}}, (to + "5").c_str(),
            "True TooManyReplicas: the desired replica count is more than the maximum replica count");
        row("TestMinReplicas, without a window",
            {.target = 90,
             .usage = {10, 95, 10},
             .more = "behavior: {scaleDown: {stabilizationWindowSeconds: 0, "
                     "policies: [{type: Percent, value: 100, periodSeconds: 15}]}}"},
            (to + "2").c_str(),
            "True TooFewReplicas: the desired replica count is less than the minimum replica count",
            "Normal SuccessfulRescale New size: 2; reason: All metrics below target");
        row("TestConvertDesiredReplicasWithRules: ScaleUpLimit", {.max = 100, .usage = {9000, 9000, 9000}},
            (to + "6").c_str(),
            "True ScaleUpLimit: the desired replica count is increasing faster than the maximum scale rate");
        row("TestScaleDownWithScalingRules",
            {.min = 1,
             .target = 90,
             .usage = {10, 95, 10},
             .more = "behavior: {scaleDown: "
                     "{stabilizationWindowSeconds: 0, policies: "
                     "[{type: Pods, value: 1, periodSeconds: 60}]}}"},
            (to + "2").c_str(),
            "True ScaleDownLimit: the desired replica count is decreasing faster than the maximum scale "
            "rate");
        row("TestScaleDownStabilizeInitialSize", {.target = 90, .usage = {10, 95, 10}},
            "True ScaleDownStabilized: recent recommendations were higher than current one, applying the "
            "highest "
            "recent recommendation",
            within);
        row("TestNormalizeDesiredReplicasWithBehavior, a window for scaling up",
            {.usage = {300, 500, 700},
             .more = "behavior: {scaleUp: {stabilizationWindowSeconds: 300, policies: "
                     "[{type: Percent, value: 100, periodSeconds: 15}]}}"},
            "True ScaleUpStabilized: recent recommendations were lower than current one, applying the lowest "
            "recent "
            "recommendation",
            within);
        row("TestConditionFailedUpdateScale",
            {.usage = {300, 500, 700}, .refused = "[{verb: update, resource: deployments, name: web}]"},
            "False FailedUpdateScale: the HPA controller was unable to update the target scale: "
            "deployments.apps "
            "\"web\" is forbidden: refused",
            within,
            "Warning FailedRescale New size: 5; reason: cpu resource utilization (percentage of request) "
            "above target; "
            "error: deployments.apps \"web\" is forbidden: refused");
        addRefusals();
    }
    void autoscaler()
    {
        QFETCH(Scaled, of);
        QFETCH(QByteArray, able);
        QFETCH(QByteArray, active);
        QFETCH(QByteArray, limited);
        QFETCH(QByteArray, event);
        const Usage usage(of.usage);
        const World<HorizontalController> world(autoscalerCase(of), &usage);
        QCOMPARE(world.condition("horizontalpodautoscalers", "AbleToScale"), able.toStdString());
        QCOMPARE(world.condition("horizontalpodautoscalers", "ScalingActive"), active.toStdString());
        QCOMPARE(world.condition("horizontalpodautoscalers", "ScalingLimited"), limited.toStdString());
        QVERIFY2(world.hasEvent(event.toStdString()),
                 world.server.events.empty() ? "none" : world.server.events.front().c_str());
    }

    void deployment_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("set"); // its spec and status; empty: none
        QTest::addColumn<int>("room");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("want");
        QTest::addColumn<QByteArray>("event");
        const char *const ready =
            "{replicas: 2, status: {replicas: 2, readyReplicas: 2, availableReplicas: 2}}";
        const char *const behind =
            "{replicas: 2, status: {replicas: 2, readyReplicas: 1, availableReplicas: 1}}";
        const auto row = [](const char *name, const char *spec, const char *status, const char *set,
                            const char *type, const char *want, const char *event = "", int room = -1) {
            QTest::newRow(name) << QByteArray(spec) << QByteArray(status) << QByteArray(set) << room
                                << QByteArray(type) << QByteArray(want) << QByteArray(event);
        };
        row("MinimumReplicasAvailable", "", "", ready, "Available",
            "True MinimumReplicasAvailable: Deployment has minimum availability.");
        row("MinimumReplicasUnavailable", "", "", behind, "Available",
            "False MinimumReplicasUnavailable: Deployment does not have minimum availability.");
        row("NewReplicaSetReason", "", "", "", "Progressing",
            "True NewReplicaSetCreated: Created new replica set \"web-HASH\"",
            "Normal ScalingReplicaSet Scaled up replica set web-HASH from 0 to 2");
        row("FoundNewRSReason", "", "", behind, "Progressing",
            "True FoundNewReplicaSet: Found new replica set \"web-1\"");
        const char *const progressing =
            "conditions: [{type: Progressing, status: 'True', reason: ReplicaSetUpdated, lastUpdateTime: "
            "'2026-01-04T23:59:50Z', lastTransitionTime: '2026-01-04T23:00:00Z'}], observedGeneration: 1";
        row("ReplicaSetUpdatedReason", "", progressing, behind, "Progressing",
            "True ReplicaSetUpdated: ReplicaSet \"web-1\" is progressing.");
        row("NewRSAvailableReason", "", progressing, ready, "Progressing",
            "True NewReplicaSetAvailable: ReplicaSet \"web-1\" has successfully progressed.");
        row("TimedOutReason", "progressDeadlineSeconds: 5", progressing,
            "{replicas: 2, status: {observedGeneration: 1}}", "Progressing",
            "False ProgressDeadlineExceeded: ReplicaSet \"web-1\" has timed out progressing.");
        row("FailedRSCreateReason", "", "", "", "Progressing",
            "False ReplicaSetCreateError: Failed to create new replica set \"web-HASH\": replicasets.apps is "
            "forbidden: exceeded quota: few",
            "Warning ReplicaSetCreateError Failed to create new replica set \"web-HASH\": replicasets.apps "
            "is "
            "forbidden: exceeded quota: few",
            0);
        row("PausedDeployReason", "paused: true", "", behind, "Progressing",
            "Unknown DeploymentPaused: Deployment is paused");
        row("ResumedDeployReason", "",
            "conditions: [{type: Progressing, status: Unknown, reason: DeploymentPaused}]", behind,
            "Progressing", "Unknown DeploymentResumed: Deployment is resumed");
        row("ReplicaFailure", "", progressing,
            "{replicas: 2, status: {conditions: [{type: ReplicaFailure, status: 'True', reason: "
            "FailedCreate, "
            "message: no room}]}}",
            "ReplicaFailure", "True FailedCreate: no room");
        row("TestDontSyncDeploymentsWithEmptyPodSelector", "selector: {}", "", "", "Progressing", "",
            "Warning SelectingAll This deployment is selecting all pods. A non-empty selector is required.");
    }
    /// util/deployment_util.go's reasons (rows bear their names), each with the text that progress.go and sync.go
    /// give it.
    void deployment()
    {
        QFETCH(QByteArray, spec);
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, set);
        QFETCH(int, room);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, want);
        QFETCH(QByteArray, event);
        const char *const podTemplate =
            "template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: a}]}}";
        const bool selects = spec.contains("selector");
        Value objects = Value::emptyArray();
        const auto add = [&](const std::string &text) { objects.push(yaml(text)); };
        add(std::format(
            "{{kind: Deployment, apiVersion: apps/v1, metadata: {{name: web, namespace: default, uid: d, "
            "generation: 1, annotations: "
            "{{deployment.kubernetes.io/revision: '1'}}}}, spec: {{replicas: 2, {}, strategy: {{type: "
            "RollingUpdate, rollingUpdate: {{maxSurge: 25%, maxUnavailable: 25%}}}}, {}, {}}}, status: "
            "{{{}}}}}",
            selects ? "a: b" : "selector: {matchLabels: {app: web}}", podTemplate,
            (spec.contains("Deadline") ? std::string() : "progressDeadlineSeconds: 600, ") +
                (spec.isEmpty() ? "b: c" : spec.toStdString()),
            status.toStdString()));
        if (!set.isEmpty()) {
            const Value looks = yaml(set.toStdString());
            add(std::format(
                "{{kind: ReplicaSet, apiVersion: apps/v1, metadata: {{name: web-1, namespace: default, uid: "
                "s, annotations: "
                "{{deployment.kubernetes.io/revision: '1', deployment.kubernetes.io/desired-replicas: '2', "
                "deployment.kubernetes.io/max-replicas: '3'}}, labels: {{app: web}}, ownerReferences: "
                "[{{apiVersion: "
                "apps/v1, kind: Deployment, name: web, uid: d, controller: true}}]}}, spec: {{replicas: {}, "
                "selector: {{matchLabels: {{app: web}}}}, {}}}}}",
                looks["replicas"].asInt(), podTemplate));
            objects.editItems().back().set("status", looks["status"]);
        }
        const World<DeploymentController> world(Value::map({{"objects", objects}, {"room", room}}));
        const auto generic = [](std::string text) {
            for (auto at = text.find("web-"); at != std::string::npos; at = text.find("web-", at + 1)) {
                const auto end = text.find_first_not_of("456789bcdf", at + 4);
                if (end - at > 8)
                    text.replace(at, end - at, "web-HASH");
            }
            return text;
        };
        QCOMPARE(generic(world.condition("deployments", type.toStdString())), want.toStdString());
        std::vector<std::string> events;
        for (const std::string &each : world.server.events)
            events.push_back(generic(each));
        QVERIFY2(event.isEmpty() || std::ranges::contains(events, event.toStdString()),
                 events.empty() ? "none" : events.front().c_str());
    }

private:
    /// Rows where the autoscaler cannot tell a size.
    static void addRefusals()
    {
        const char *const able =
            "True SucceededGetScale: the HPA controller was able to get the target's current scale";
        const auto row = [&](const char *name, const Scaled &of, const char *active, const char *event) {
            QTest::newRow(name) << of << QByteArray(able) << QByteArray(active) << QByteArray()
                                << QByteArray(event);
        };
        row("TestZeroReplicas", {.replicas = 0},
            "False ScalingDisabled: scaling is disabled since the replica count of the target is zero", "");
        row("TestConditionInvalidSelectorMissing", {.usage = {100, 200, 300}, .selector = ""},
            "False InvalidSelector: the HPA target's scale is missing a selector",
            "Warning SelectorRequired selector is required");
        row("TestConditionFailedGetMetrics: FailedGetResourceMetric", {},
            "False FailedGetResourceMetric: the HPA was unable to compute the replica count: failed to get "
            "cpu "
            "utilization: unable to get metrics for resource cpu: no metrics returned from resource metrics "
            "API",
            "Warning FailedGetResourceMetric failed to get cpu utilization: unable to get metrics for "
            "resource cpu: no "
            "metrics returned from resource metrics API");
        row("TestEmptyMetrics: FailedComputeMetricsReplicas", {},
            "False FailedGetResourceMetric: the HPA was unable to compute the replica count: failed to get "
            "cpu "
            "utilization: unable to get metrics for resource cpu: no metrics returned from resource metrics "
            "API",
            "Warning FailedComputeMetricsReplicas invalid metrics (1 invalid out of 1), first error is: "
            "failed to get "
            "cpu resource metric value: failed to get cpu utilization: unable to get metrics for resource "
            "cpu: no "
            "metrics returned from resource metrics API");
        row("TestConditionFailedGetMetrics: FailedGetPodsMetric",
            {.metrics =
                 "{type: Pods, pods: {metric: {name: qps}, target: {type: AverageValue, averageValue: 15}}}"},
            "False FailedGetPodsMetric: the HPA was unable to compute the replica count: unable to get "
            "metric qps: "
            "unable to fetch metrics from custom metrics API: no custom metrics API (custom.metrics.k8s.io) "
            "registered",
            "");
        row("TestConditionFailedGetMetrics: FailedGetObjectMetric",
            {.metrics = "{type: Object, object: {metric: {name: qps}, describedObject: {kind: Deployment, "
                        "name: some}, "
                        "target: {type: Value, value: 15}}}"},
            "False FailedGetObjectMetric: the HPA was unable to compute the replica count: unable to get "
            "metric qps: "
            "Deployment on default some/unable to fetch metrics from custom metrics API: no custom metrics "
            "API "
            "(custom.metrics.k8s.io) registered",
            "");
        row("TestConditionFailedGetMetrics: FailedGetExternalMetric",
            {.metrics =
                 "{type: External, external: {metric: {name: qps}, target: {type: Value, value: 300m}}}"},
            "False FailedGetExternalMetric: the HPA was unable to compute the replica count: unable to get "
            "external "
            "metric default/qps/nil: unable to fetch metrics from external metrics API: no external metrics "
            "API "
            "(external.metrics.k8s.io) registered",
            "");
        row("TestConditionInvalidSourceType", {.metrics = "{type: CheddarCheese}"},
            "False InvalidMetricSourceType: the HPA was unable to compute the replica count: unknown metric "
            "source type "
            "\"CheddarCheese\"",
            "Warning InvalidMetricSourceType unknown metric source type \"CheddarCheese\"");
        QTest::newRow("TestConditionFailedGetScale")
            << Scaled{.name = "nowhere"}
            << QByteArray(
                   "False FailedGetScale: the HPA controller was unable to get the target's current scale: "
                   "deployments.apps \"nowhere\" not found")
            << QByteArray() << QByteArray()
            << QByteArray("Warning FailedGetScale deployments.apps \"nowhere\" not found");
        const std::string to =
            "True SucceededRescale: the HPA controller was able to update the target scale to ";
        QTest::newRow("TestTooManyReplicas")
            << Scaled{.max = 2} << QByteArray((to + "2").c_str()) << QByteArray() << QByteArray()
            << QByteArray("Normal SuccessfulRescale New size: 2; reason: Current number of replicas above "
                          "Spec.MaxReplicas");
        QTest::newRow("TestTooFewReplicas")
            << Scaled{.replicas = 1} << QByteArray((to + "2").c_str()) << QByteArray() << QByteArray()
            << QByteArray("Normal SuccessfulRescale New size: 2; reason: Current number of replicas below "
                          "Spec.MinReplicas");
    }
};

MINATO_TEST(TestConditionTexts)
#include "tst_condition_texts.moc"
