// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pods and nodes through their lives, in virtual time. Each row names the part of Kubernetes that it mirrors.
#include "cluster_fixture.h"
#include "kube/yaml.h"
#include "support/test_registry.h"

#include <cmath>
#include <functional>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using kube::resources::kEvents;
using kube::resources::kNodes;
using kube::resources::kPods;

namespace {

constexpr std::string_view kWorld = R"(
nodes:
- {name: master, controlPlane: true}
- {name: a}
- {name: b}
stages: {notice: 5ms, sandbox: 300ms, create: 40ms, start: 60ms, nodeBoot: 20s}
apps:
- {name: crash, port: 0, startup: 0s, latency: 1ms, exits: {after: 1ms, code: 1}}
- {name: crash-late, port: 0, startup: 0s, latency: 1ms, exits: {after: 11m, code: 1}}
- {name: deaf, port: 8080, startup: 100ms, latency: 1ms, term: {ignored: true}}
- {name: polite, port: 8080, startup: 100ms, latency: 1ms, term: {after: 200ms}}
- {name: hiccup, port: 8080, startup: 100ms, latency: 1ms, term: {after: 200ms},
   routes: [{path: /, failing: {from: 60s, until: 80s}}]}
- {name: breaks, port: 8080, startup: 100ms, latency: 1ms, term: {after: 200ms}, routes: [{path: /, failing: {from: 60s}}]}
- {name: never-up, port: 8080, startup: 20m, latency: 1ms, term: {after: 200ms}}
- {name: leaker, port: 8080, startup: 100ms, latency: 1ms, term: {after: 200ms}, memory: {base: 10Mi, perSecond: 1Mi}}
images:
- {name: t/crash, app: crash}
- {name: t/crash-late, app: crash-late}
- {name: t/deaf, app: deaf}
- {name: t/polite, app: polite}
- {name: t/hiccup, app: hiccup}
- {name: t/breaks, app: breaks}
- {name: t/never-up, app: never-up}
- {name: t/leaker, app: leaker}
)";

cluster::SimCluster::Options world()
{
    auto topology = cluster::Topology::parse(kWorld, "world.yaml");
    if (!topology)
        qFatal("%s", base::toString(topology.error().front()).c_str());
    return {.topology = std::move(*topology)};
}

/// A cluster in which single Pods are watched.
struct PodLife : ClusterFixture {
    PodLife() : ClusterFixture(world()) { isUp = cluster.settle(); }

    bool make(std::string_view yaml)
    {
        kube::Value object = kube::parseYaml(yaml)->front().value;
        object.set("apiVersion", "v1");
        object.set("kind", "Pod");
        object.edit("metadata").set("namespace", "default");
        return await(client::createRequest(kPods, std::move(object))).has_value();
    }
    kube::ObjectPtr pod(std::string_view name = "p") { return get(kPods, name); }
    bool until(const std::function<bool()> &condition, base::Duration within)
    {
        const auto limit = cluster.control().now() + within;
        while (cluster.control().now() < limit) {
            if (condition())
                return true;
            run(100ms);
        }
        return condition();
    }
    std::string_view ready(std::string_view name = "p")
    {
        const auto object = pod(name);
        return object
                   ? components::findCondition(object->status()["conditions"], "Ready")["status"].asString()
                   : std::string_view("gone");
    }
    bool untilReady(std::string_view value = "True", base::Duration within = 60s)
    {
        return until([&] { return ready() == value; }, within);
    }
    kube::Value containerStatus(std::string_view name = "p")
    {
        const auto object = pod(name);
        return object ? object->status()["containerStatuses"][0] : kube::Value();
    }
    std::int64_t restarts() { return containerStatus()["restartCount"].asInt(); }
    double seconds()
    {
        return std::chrono::duration<double>(cluster.control().now() - base::kSimEpoch).count();
    }
    bool hasEvent(std::string_view reason, std::string_view message)
    {
        for (const auto &event : list(kEvents)) {
            if ((*event)["reason"].asString() == reason && (*event)["message"].asString().contains(message))
                return true;
        }
        return false;
    }
    bool remove(std::string_view name, std::optional<std::int64_t> grace = {})
    {
        return await(client::deleteRequest(kPods, *pod(name), {.gracePeriodSeconds = grace})).has_value();
    }

    bool isUp = false;
};

std::string podYaml(std::string_view app, std::string_view more = {})
{
    return std::format("{{metadata: {{name: p}}, spec: {{containers: [{{name: c, image: 't/{}:1'{}}}]}}}}",
                       app, more);
}

} // namespace

class TestPodLife : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Mirrors client-go util/flowcontrol backoff_test.go TestSlowBackoff with kuberuntime_manager.go doBackOff: 0, 10, 20, 40, 80, 160, 300 s after the end, and up to 15 s more
    /// until the kubelet looks again.
    void crashLoop_waitsLongerEachTime()
    {
        PodLife f;
        QVERIFY(f.isUp && f.make(podYaml("crash")));
        const std::array waits{0, 10, 20, 40, 80, 160, 300};
        double before = 0;
        for (std::size_t i = 0; i < waits.size(); ++i) {
            if (i > 1) {
                QVERIFY(f.until(
                    [&] {
                        return f.containerStatus().at("state", "waiting", "reason").asString() ==
                               "CrashLoopBackOff";
                    },
                    20s));
                const auto message = f.containerStatus().at("state", "waiting", "message").asString();
                const auto wait = waits[i] >= 60 ? std::format("{}m{}s", waits[i] / 60, waits[i] % 60)
                                                 : std::format("{}s", waits[i]);
                QVERIFY2(
                    message.starts_with("back-off " + wait + " restarting failed container=c pod=p_default("),
                    std::string(message).c_str());
            }
            QVERIFY(f.until([&] { return f.restarts() == std::int64_t(i) + 1; }, 330s));
            const double now = f.seconds();
            if (i > 0) {
                QVERIFY2(now - before >= waits[i] - 1 && now - before < waits[i] + 18,
                         std::to_string(now - before).c_str());
            }
            before = now;
        }
        QCOMPARE(f.containerStatus().at("lastState", "terminated", "reason").asString(),
                 std::string_view("Error"));
        QVERIFY(f.hasEvent("BackOff", "Back-off restarting failed container c in pod p_default("));
    }

    /// Mirrors client-go util/flowcontrol backoff_test.go TestBackoffReset: over after twice its maximum.
    void crashAfterTenMinutes_isRestartedAtOnce()
    {
        PodLife f;
        QVERIFY(f.isUp && f.make(podYaml("crash-late")));
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(f.until([&] { return f.restarts() == i; }, 12min));
            QVERIFY(!f.hasEvent("BackOff", "Back-off"));
        }
    }

    /// Mirrors registry/core/pod/strategy_test.go TestCheckGracefulDelete: what no node has, goes at once.
    void unscheduledPod_isGoneAtOnce()
    {
        PodLife f;
        QVERIFY(f.isUp && f.make("{metadata: {name: p}, spec: {nodeSelector: {no: where}, containers: "
                                 "[{name: c, image: 't/deaf:1'}]}}"));
        f.run(1s);
        QVERIFY(f.remove("p"));
        QVERIFY(!f.pod());
    }

    /// Mirrors kuberuntime_container.go killContainer and registry/core/pod/strategy_test.go TestCheckGracefulDelete.
    void deletion_data()
    {
        QTest::addColumn<QByteArray>("app");
        QTest::addColumn<int>("grace");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<int>("code");
        QTest::newRow("ignores TERM: the whole 30 s, then 137")
            << QByteArray("deaf") << -1 << 29.9 << 32.0 << 137;
        QTest::newRow("grace 5: at most 5 s") << QByteArray("deaf") << 5 << 4.9 << 7.0 << 137;
        QTest::newRow("hears TERM: soon, with its own code") << QByteArray("polite") << -1 << 0.2 << 2.5 << 0;
    }
    void deletion()
    {
        QFETCH(QByteArray, app);
        QFETCH(int, grace);
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(int, code);
        PodLife f;
        QVERIFY(f.isUp && f.make(podYaml(app.toStdString())) && f.untilReady());
        const double start = f.seconds();
        QVERIFY(f.remove("p", grace < 0 ? std::optional<std::int64_t>() : grace));
        QCOMPARE(f.pod()->metadata()["deletionGracePeriodSeconds"].asInt(), grace < 0 ? 30 : grace);
        std::int64_t seen = -1;
        QVERIFY(f.until(
            [&] {
                const auto pod = f.pod();
                if (pod && pod->status()["containerStatuses"][0]["state"].contains("terminated"))
                    seen =
                        pod->status()["containerStatuses"][0].at("state", "terminated", "exitCode").asInt();
                return !pod;
            },
            40s));
        const double took = f.seconds() - start;
        QVERIFY2(took >= from && took <= to, std::to_string(took).c_str());
        QCOMPARE(seen, code);
        QVERIFY(f.hasEvent("Killing", "Stopping container c"));
    }

    /// Mirrors kubelet_pods.go GetActivePods: who is gone from the API takes no room, though its program still
    /// ends; else a ReplicaSet and the kubelet would make and refuse Pods for as long as that takes.
    void forcedDeletion_makesRoomAtOnce()
    {
        PodLife f;
        const auto yaml = [](std::string_view name) {
            return std::format(
                "{{metadata: {{name: {}}}, spec: {{nodeName: b, containers: [{{name: c, image: "
                "'t/deaf:1', resources: {{requests: {{cpu: 3500m}}}}}}]}}}}",
                name);
        };
        QVERIFY(f.isUp && f.make(yaml("p")) && f.untilReady());
        QVERIFY(f.make(yaml("crowded")));
        QVERIFY(f.until([&] { return f.pod("crowded")->status()["reason"].asString() == "OutOfcpu"; }, 5s));
        QVERIFY(f.remove("p", 0));
        QVERIFY(!f.pod());
        QVERIFY(f.make(yaml("q")));
        f.run(10s);
        QCOMPARE(f.ready("q"), std::string_view("True"));
    }

    /// Mirrors prober/worker_test.go TestFailureThreshold, in a whole Pod.
    void readiness_forgivesTwoFailures_butNotThree()
    {
        const char *probe = ", readinessProbe: {httpGet: {path: /, port: 8080}}";
        PodLife f;
        QVERIFY(f.isUp && f.make(podYaml("hiccup", probe)) && f.untilReady());
        bool wasUnready = false;
        f.until(
            [&] {
                wasUnready = wasUnready || f.ready() != "True";
                return false;
            },
            100s);
        QVERIFY(!wasUnready);
        QVERIFY(f.hasEvent("Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503"));

        PodLife g;
        QVERIFY(g.isUp && g.make(podYaml("breaks", probe)) && g.untilReady());
        const auto started =
            base::parseRfc3339(g.containerStatus().at("state", "running", "startedAt").asString());
        QVERIFY(g.untilReady("False", 120s));
        const double after = std::chrono::duration<double>(g.cluster.control().now() - *started).count() - 60;
        QVERIFY2(after >= 19 && after <= 32, std::to_string(after).c_str());
        QCOMPARE(components::findCondition(g.pod()->status()["conditions"], "Ready")["message"].asString(),
                 std::string_view("containers with unready status: [c]"));
    }

    /// Mirrors kuberuntime_manager_test.go TestComputePodActions, "Kill and recreate the container if the liveness check
    /// has failed".
    void liveness_restartsTheContainer()
    {
        PodLife f;
        QVERIFY(f.isUp && f.make(podYaml("breaks", ", livenessProbe: {httpGet: {path: /, port: 8080}}")));
        QVERIFY(f.until([&] { return f.restarts() == 1; }, 120s));
        QVERIFY(f.hasEvent("Unhealthy", "Liveness probe failed: HTTP probe failed with statuscode: 503"));
        QVERIFY(f.hasEvent("Killing", "Container c failed liveness probe, will be restarted"));
    }

    /// Mirrors prober/worker_test.go TestStartupProbeFailureThreshold and TestLivenessProbeDisabledByStarted: nothing else
    /// is probed before the startup probe has passed.
    void startupProbe_killsAfterThirtyFailures()
    {
        PodLife f;
        QVERIFY(f.isUp &&
                f.make(podYaml(
                    "never-up",
                    ", startupProbe: {tcpSocket: {port: 8080}, failureThreshold: 30}, "
                    "readinessProbe: {tcpSocket: {port: 8080}}, livenessProbe: {tcpSocket: {port: 8080}}")));
        const double start = f.seconds();
        QVERIFY(f.until([&] { return f.restarts() == 1; }, 340s));
        QVERIFY2(f.seconds() - start > 285 && f.seconds() - start < 310,
                 std::to_string(f.seconds() - start).c_str());
        // So many events of one Pod are more than a recorder lets through: that of the kill is not among them.
        QVERIFY(f.hasEvent("Unhealthy", "Startup probe failed: dial tcp 10.244."));
        QVERIFY(!f.hasEvent("Unhealthy", "Liveness"));
        QVERIFY(!f.hasEvent("Unhealthy", "Readiness"));
    }

    /// Mirrors apis/core/v1/helper/qos/qos_test.go TestComputePodQOS.
    void qosClasses_data()
    {
        QTest::addColumn<QByteArray>("resources");
        QTest::addColumn<QByteArray>("qos");
        QTest::newRow("none") << QByteArray("{}") << QByteArray("BestEffort");
        QTest::newRow("equal") << QByteArray(
                                      "{requests: {cpu: 1, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}")
                               << QByteArray("Guaranteed");
        QTest::newRow("mixed") << QByteArray("{requests: {cpu: 1}, limits: {cpu: 2, memory: 1Gi}}")
                               << QByteArray("Burstable");
    }
    void qosClasses()
    {
        QFETCH(QByteArray, resources);
        QFETCH(QByteArray, qos);
        PodLife f;
        QVERIFY(f.isUp && f.make(podYaml("polite", ", resources: " + resources.toStdString())));
        QCOMPARE(f.pod()->status()["qosClass"].asString(), std::string_view(qos.toStdString()));
    }

    /// Mirrors kubelet_pods.go: a container above its memory limit is killed by the kernel, and started again.
    void memoryLimit_endsWithOomKilled()
    {
        PodLife f;
        QVERIFY(f.isUp && f.make(podYaml("leaker", ", resources: {limits: {memory: 40Mi}}")) &&
                f.untilReady());
        QVERIFY(f.until([&] { return f.restarts() == 1; }, 40s));
        const auto last = f.containerStatus().at("lastState", "terminated");
        QCOMPARE(last["reason"].asString(), std::string_view("OOMKilled"));
        QCOMPARE(last["exitCode"].asInt(), 137);
    }

    /// Mirrors kubelet_pods_test.go TestPodPhaseWithRestartAlways/Never/OnFailure.
    void restartPolicies_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("phase");
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("Never, success")
            << QByteArray("Never") << QByteArray("exit 0") << QByteArray("Succeeded") << false;
        QTest::newRow("Never, failure")
            << QByteArray("Never") << QByteArray("exit 3") << QByteArray("Failed") << false;
        QTest::newRow("OnFailure, success")
            << QByteArray("OnFailure") << QByteArray("exit 0") << QByteArray("Succeeded") << false;
        QTest::newRow("OnFailure, failure")
            << QByteArray("OnFailure") << QByteArray("exit 3") << QByteArray("Running") << true;
        QTest::newRow("Always, success")
            << QByteArray("Always") << QByteArray("exit 0") << QByteArray("Running") << true;
    }
    void restartPolicies()
    {
        QFETCH(QByteArray, policy);
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, phase);
        QFETCH(bool, isRestarted);
        PodLife f;
        QVERIFY(
            f.isUp &&
            f.make(std::format(
                "{{metadata: {{name: p}}, spec: {{restartPolicy: {}, containers: [{{name: c, image: busybox, "
                "command: [sh, -c, '{}']}}]}}}}",
                policy.toStdString(), script.toStdString())));
        f.run(25s);
        QCOMPARE(f.pod()->status()["phase"].asString(), std::string_view(phase.toStdString()));
        QCOMPARE(f.restarts() > 0, isRestarted);
    }

    /// Mirrors kuberuntime_container.go computeInitContainerActions and sidecars.
    void initContainers_runInOrder_andSidecarsStay()
    {
        PodLife f;
        QVERIFY(f.isUp && f.make("{metadata: {name: p}, spec: {initContainers: [{name: first, image: "
                                 "busybox, command: [sleep, '5']}, "
                                 "{name: side, image: 't/polite:1', restartPolicy: Always}], containers: "
                                 "[{name: c, image: 't/polite:1'}]}}"));
        QVERIFY(f.until(
            [&] { return f.pod()->status()["initContainerStatuses"][0]["state"].contains("running"); }, 30s));
        const auto initialized = components::findCondition(f.pod()->status()["conditions"], "Initialized");
        QCOMPARE(initialized["message"].asString(),
                 std::string_view("containers with incomplete status: [first side]"));
        QCOMPARE(f.containerStatus().at("state", "waiting", "reason").asString(),
                 std::string_view("PodInitializing"));
        QVERIFY(f.untilReady());
        const auto inits = f.pod()->status()["initContainerStatuses"];
        QCOMPARE(inits[0].at("state", "terminated", "reason").asString(), std::string_view("Completed"));
        QVERIFY(inits[1]["state"].contains("running"));
    }

    /// Mirrors active_deadline.go.
    void activeDeadline_endsThePod()
    {
        PodLife f;
        QVERIFY(f.isUp && f.make("{metadata: {name: p}, spec: {activeDeadlineSeconds: 20, containers: "
                                 "[{name: c, image: 't/polite:1'}]}}"));
        QVERIFY(f.until([&] { return f.pod()->status()["phase"].asString() == "Failed"; }, 30s));
        QCOMPARE(f.pod()->status()["reason"].asString(), std::string_view("DeadlineExceeded"));
        QVERIFY(
            f.hasEvent("DeadlineExceeded", "Pod was active on the node longer than the specified deadline"));
    }

    /// Mirrors status/generate_test.go TestGeneratePodReadyCondition.
    void readinessGate_holdsThePodBackUntilSomebodyOpensIt()
    {
        PodLife f;
        QVERIFY(f.isUp && f.make("{metadata: {name: p}, spec: {readinessGates: [{conditionType: lb}], "
                                 "containers: [{name: c, image: 't/polite:1'}]}}"));
        f.run(10s);
        const auto ready = components::findCondition(f.pod()->status()["conditions"], "Ready");
        QCOMPARE(ready["message"].asString(),
                 std::string_view("corresponding condition of pod readiness gate \"lb\" does not exist."));
        kube::Value conditions = f.pod()->status()["conditions"];
        conditions.push(kube::Value::map({{"type", "lb"}, {"status", "True"}}));
        const auto patch = kube::Value::map({{"status", kube::Value::map({{"conditions", conditions}})}});
        QVERIFY(f.await(client::patchRequest(kPods, *f.pod(), kube::PatchType::Merge, patch, "status"))
                    .has_value());
        QVERIFY(f.untilReady("True", 5s));
    }
};

MINATO_TEST(TestPodLife)
#include "tst_pod_life.moc"
