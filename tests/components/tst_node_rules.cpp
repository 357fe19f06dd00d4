// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The arithmetic of kubelets and of the node life cycle, apart from any cluster.
#include "components/apps/command_plan.h"
#include "components/kubelet/back_off.h"
#include "components/kubelet/behaviour.h"
#include "components/kubelet/memory_pressure.h"
#include "components/kubelet/pod_admission.h"
#include "components/kubelet/prober.h"
#include "components/nodelifecycle/node_taints.h"
#include "components/nodelifecycle/zone_state.h"
#include "components/podgc/pod_gc_controller.h"
#include "components/tainteviction/taint_eviction_controller.h"
#include "kube/yaml.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::components;
using namespace std::chrono_literals;

namespace {

constexpr DurationRange kBackOff{10s, 300s};

kube::Value yaml(const QByteArray &text)
{
    return kube::parseYaml(text.toStdString())->front().value;
}

kube::ObjectPtr object(const QByteArray &text)
{
    return kube::makeObject(yaml(text));
}

} // namespace

class TestNodeRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Mirrors client-go util/flowcontrol backoff_test.go TestSlowBackoff with the kubelet's limits.
    void crashBackOff_doublesUpToFiveMinutes()
    {
        BackOff backOff;
        base::Instant now = base::kSimEpoch;
        QVERIFY(!backOff.isWaiting(now, now, kBackOff)); // the first restart is immediate
        backOff.next(now, now, kBackOff);
        for (const auto seconds : {10s, 20s, 40s, 80s, 160s, 300s, 300s}) {
            const base::Instant crash = now + 1s;
            QCOMPARE(backOff.delay(), base::Duration(seconds));
            QVERIFY(backOff.isWaiting(crash, crash + seconds - 1ns, kBackOff));
            QVERIFY(!backOff.isWaiting(crash, crash + seconds, kBackOff));
            now = crash + seconds;
            backOff.next(crash, now, kBackOff);
        }
    }

    /// Mirrors backoff_test.go TestBackoffReset: after twice the longest delay without a failure it starts over.
    void crashBackOff_startsOverAfterTenMinutes()
    {
        BackOff backOff;
        const base::Instant now = base::kSimEpoch;
        backOff.next(now, now, kBackOff);
        backOff.next(now + 20s, now + 30s, kBackOff);
        QCOMPARE(backOff.delay(), base::Duration(20s));
        const base::Instant crash = now + 30s + 10min + 1s;
        QVERIFY(!backOff.isWaiting(crash, crash, kBackOff));
        backOff.next(crash, crash, kBackOff);
        QCOMPARE(backOff.delay(), base::Duration(10s));
    }

    /// Mirrors pkg/kubelet/prober/worker_test.go TestSuccessThreshold, TestFailureThreshold, TestInitialDelay.
    void probeThresholds_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("success");
        QTest::addColumn<int>("failure");
        QTest::addColumn<QByteArray>("results");
        QTest::addColumn<QByteArray>("verdicts");
        const auto row = [](const char *name, ProbeKind kind, int success, int failure, const char *results,
                            const char *verdicts) {
            QTest::newRow(name) << int(kind) << success << failure << QByteArray(results)
                                << QByteArray(verdicts);
        };
        row("readiness starts as failed and passes at once", ProbeKind::Readiness, 1, 3, "+", "+");
        row("readiness needs three successes", ProbeKind::Readiness, 3, 1, "+++", "--+");
        row("a failure in between starts the count anew", ProbeKind::Readiness, 3, 3, "++-+++", "-----+");
        row("two failures are forgiven", ProbeKind::Readiness, 1, 3, "+--+", "++++");
        row("three are not", ProbeKind::Readiness, 1, 3, "+---+", "+++-+");
        row("liveness starts as passed", ProbeKind::Liveness, 1, 3, "---", "++-");
        row("startup knows nothing until it decides", ProbeKind::Startup, 1, 3, "--+",
            "?"
            "?+");
        row("startup fails for good", ProbeKind::Startup, 1, 3, "---",
            "?"
            "?-");
    }
    void probeThresholds()
    {
        QFETCH(int, kind);
        QFETCH(int, success);
        QFETCH(int, failure);
        QFETCH(QByteArray, results);
        QFETCH(QByteArray, verdicts);
        ProbeCounter counter(static_cast<ProbeKind>(kind), success, failure);
        QByteArray seen;
        for (const char result : results) {
            counter.add(result == '+');
            seen += !counter.verdict() ? '?' : *counter.verdict() ? '+' : '-';
        }
        QCOMPARE(seen, verdicts);
    }

    void commands_data()
    {
        QTest::addColumn<QStringList>("argv");
        QTest::addColumn<int>("seconds"); // -1 for ever, -2 not understood
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QStringList &argv, int seconds, int code = 0) {
            QTest::newRow(name) << argv << seconds << code;
        };
        const auto sh = [](const char *script) {
            return QStringList{QStringLiteral("sh"), QStringLiteral("-c"), QString::fromUtf8(script)};
        };
        row("sleep", {QStringLiteral("sleep"), QStringLiteral("3600")}, 3600);
        row("for ever", {QStringLiteral("sleep"), QStringLiteral("infinity")}, -1);
        row("exit", sh("exit 3"), 0, 3);
        row("the last command counts", sh("sleep 2; false"), 2, 1);
        row("a file that goes", sh("touch /tmp/healthy; sleep 30; rm -f /tmp/healthy; sleep 600"), 630);
        row("a loop", sh("while true; do echo hello; sleep 10; done"), -1);
        row("something else", {QStringLiteral("nginx"), QStringLiteral("-g")}, -2);
        row("a pipe", sh("echo a | wc"), -2);
        row("nothing", {}, -2);
    }
    void commands()
    {
        QFETCH(QStringList, argv);
        QFETCH(int, seconds);
        QFETCH(int, code);
        std::vector<std::string> words;
        for (const QString &word : argv)
            words.push_back(word.toStdString());
        const auto plan = CommandPlan::parse(words);
        QCOMPARE(plan.has_value(), seconds != -2);
        if (!plan)
            return;
        QCOMPARE(plan->lasts.has_value(), seconds != -1);
        if (plan->lasts) {
            QCOMPARE(*plan->lasts, base::Duration(std::chrono::seconds(seconds)));
            QCOMPARE(plan->exitCode, code);
        }
    }

    void commands_seeTheirEnvironment_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("output"); // null: not understood
        QTest::newRow("a name") << "echo item $JOB_COMPLETION_INDEX of five" << "item 3 of five\n";
        QTest::newRow("braces and quotes") << "echo \"${NAME}-x\" '$NAME'" << "web-x $NAME\n";
        QTest::newRow("unknown") << "echo a$NOTHING b" << "a b\n";
        QTest::newRow("of the manifest") << "echo $(NAME) $(NOTHING)" << QString();
        QTest::newRow("arithmetic") << "echo $((1+1))" << QString();
    }
    void commands_seeTheirEnvironment()
    {
        QFETCH(QString, script);
        QFETCH(QString, output);
        const Environment environment{{"JOB_COMPLETION_INDEX", "3"}, {"NAME", "web"}};
        const auto plan = CommandPlan::parse({"sh", "-c", script.toStdString()}, environment);
        QCOMPARE(plan.has_value(), !output.isNull());
        if (plan)
            QCOMPARE(QString::fromStdString(plan->outputs.at(0).text), output);
    }

    /// third_party/forked/golang/expansion expand_test.go
    void expansions_areThoseOfManifests_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("result");
        const auto row = [](const char *text, const char *result) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(result);
        };
        row("$(VAR_A)", "A");
        row("___$(VAR_A)___$(VAR_B)", "___A___B");
        row("$$(VAR_A)_$(VAR_A)", "$(VAR_A)_A");
        row("$$$$$(VAR_A)", "$$A");
        row("$(VAR_DNE)", "$(VAR_DNE)");
        row("$$(FOO)$$", "$(FOO)$");
        row("$VAR_A)", "$VAR_A)");
        row("$(VAR_A", "$(VAR_A");
        row("foo$@bar", "foo$@bar");
        row("$", "$");
        row("", "");
    }
    void expansions_areThoseOfManifests()
    {
        QFETCH(QString, text);
        QFETCH(QString, result);
        const Environment environment{{"VAR_A", "A"}, {"VAR_B", "B"}};
        QCOMPARE(QString::fromStdString(expanded(text.toStdString(), environment)), result);
    }

    void behaviourFaults_nameFileLineAndField_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const char *text, const char *message) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(message);
        };
        row("duration", "stages:\n  sandbox: soon\n",
            "b.yaml:2: stages.sandbox: expected a duration such as 300ms, or two such as 300ms..900ms");
        row("backwards", "stages:\n  sandbox: 2s..1s\n",
            "b.yaml:2: stages.sandbox: expected a duration such as 300ms, or two such as 300ms..900ms");
        row("unknown stage", "stages:\n  lunch: 1h\n", "b.yaml:2: stages.lunch: unknown field");
        row("speed", "stages:\n  pullSpeed: fast\n",
            "b.yaml:2: stages.pullSpeed: expected bytes a second such as 10M, or two such as 25M..60M");
        row("nameless app", "apps:\n- port: 80\n", "b.yaml: apps[0].name: expected a name");
        row("port", "apps:\n- name: x\n  port: 70000\n",
            "b.yaml:3: apps[0].port: expected a whole number from 0 to 65535");
        row("memory", "apps:\n- name: x\n  memory:\n    base: much\n",
            "b.yaml:4: apps[0].memory.base: expected a quantity such as 64Mi or 500m");
        row("route", "apps:\n- name: x\n  routes:\n  - path: healthz\n",
            "b.yaml:4: apps[0].routes[0].path: expected a path such as /healthz, or *");
        row("image of no app", "images:\n- name: x/y\n  app: nobody\n",
            "b.yaml:3: images[0].app: there is no app \"nobody\"");
    }
    void behaviourFaults_nameFileLineAndField()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, message);
        const auto parsed = Behaviour::parse(text.toStdString(), "b.yaml");
        QVERIFY(!parsed.has_value());
        QCOMPARE(base::toString(parsed.error().front()), message.toStdString());
    }

    void lessonsImages_joinThoseThatAreBuiltIn()
    {
        const auto parsed =
            Behaviour::parse("apps: [{name: shop, port: 9000, startup: 3s, latency: 5ms}]\n"
                             "images: [{name: acme/shop, tags: [v1], app: shop}]\nstages: {sandbox: 2s}\n",
                             "b.yaml");
        QVERIFY(parsed.has_value());
        const auto &images = (*parsed)->images;
        QCOMPARE(images.find("acme/shop:v1")->app->port, std::uint16_t(9000));
        QVERIFY(!images.find("acme/shop:v2").has_value());
        QVERIFY(images.find("nginx").has_value());
        QCOMPARE((*parsed)->stages.sandbox.from, base::Duration(2s));
        QCOMPARE((*parsed)->stages.notice.to, base::Duration(40ms));
    }

    /// Mirrors node_lifecycle_controller_test.go TestTaintsNodeByCondition.
    void noScheduleTaints_followTheConditions_data()
    {
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<QByteArray>("keys");
        QTest::newRow("ready") << QByteArray("{status: {conditions: [{type: Ready, status: 'True'}]}}")
                               << QByteArray();
        QTest::newRow("not ready") << QByteArray("{status: {conditions: [{type: Ready, status: 'False'}]}}")
                                   << QByteArray("node.kubernetes.io/not-ready ");
        QTest::newRow("unknown") << QByteArray("{status: {conditions: [{type: Ready, status: Unknown}]}}")
                                 << QByteArray("node.kubernetes.io/unreachable ");
        QTest::newRow("pressure and cordon")
            << QByteArray(
                   "{spec: {unschedulable: true}, status: {conditions: [{type: MemoryPressure, status: "
                   "'True'}, {type: Ready, status: 'True'}]}}")
            << QByteArray("node.kubernetes.io/memory-pressure node.kubernetes.io/unschedulable ");
    }
    void noScheduleTaints_followTheConditions()
    {
        QFETCH(QByteArray, node);
        QFETCH(QByteArray, keys);
        std::string seen;
        for (const auto key : nodes::noScheduleTaints(*object(node)))
            seen += std::string(key) + " ";
        QCOMPARE(seen, keys.toStdString());
    }

    void taints_ofOthersAreLeftAlone()
    {
        const auto node = object("{spec: {taints: [{key: mine, effect: NoSchedule}, {key: "
                                 "node.kubernetes.io/unreachable, effect: NoExecute}]}}");
        const auto cleared = nodes::withNoExecuteTaint(*node, {}, "now");
        QVERIFY(cleared.has_value());
        QCOMPARE(cleared->size(), std::size_t(1));
        QCOMPARE((*cleared)[0]["key"].asString(), std::string_view("mine"));
        QVERIFY(!nodes::withNoExecuteTaint(*node, nodes::kUnreachableTaint, "now").has_value());
        QVERIFY(!nodes::withNoScheduleTaints(*node, {}, "now").has_value());
    }

    /// Mirrors node_lifecycle_controller.go ComputeZoneState, setLimiterInZone, ReducedQPSFunc and HealthyQPSFunc, whose own
    /// tests went with a release before v1.34.
    void zones_data()
    {
        QTest::addColumn<int>("ready");
        QTest::addColumn<int>("notReady");
        QTest::addColumn<int>("state");
        QTest::addColumn<double>("rate");
        using nodes::ZoneState;
        QTest::newRow("all well") << 3 << 0 << int(ZoneState::Normal) << 0.1;
        QTest::newRow("two of three down is still normal") << 1 << 2 << int(ZoneState::Normal) << 0.1;
        QTest::newRow("most of a small zone") << 2 << 3 << int(ZoneState::PartialDisruption) << 0.0;
        QTest::newRow("most of a large zone") << 40 << 60 << int(ZoneState::PartialDisruption) << 0.01;
        QTest::newRow("half") << 50 << 50 << int(ZoneState::Normal) << 0.1;
        QTest::newRow("all down") << 0 << 3 << int(ZoneState::FullDisruption) << 0.1;
    }
    void zones()
    {
        QFETCH(int, ready);
        QFETCH(int, notReady);
        QFETCH(int, state);
        QFETCH(double, rate);
        QCOMPARE(int(nodes::zoneState(ready, notReady)), state);
        QCOMPARE(nodes::evictionRate(nodes::zoneState(ready, notReady), ready + notReady), rate);
    }

    /// Mirrors scheduler/rate_limited_queue_test.go TestTry with one node each ten seconds.
    void taintQueue_letsOneNodePassInTenSeconds()
    {
        base::Instant now = base::kSimEpoch;
        nodes::TaintQueue queue(now);
        for (const char *node : {"a", "b", "c"})
            QVERIFY(queue.add(node));
        QVERIFY(!queue.add("a"));
        QCOMPARE(queue.take(now), std::optional<std::string>("a"));
        QVERIFY(!queue.take(now + 9s).has_value());
        QCOMPARE(queue.take(now + 10s), std::optional<std::string>("b"));
        QVERIFY(queue.remove("c"));
        QVERIFY(!queue.take(now + 30s).has_value());
    }

    /// Mirrors taint_eviction_test.go TestGetMinTolerationTime, TestCreatePod.
    void tolerationTimes_data()
    {
        QTest::addColumn<QByteArray>("tolerations");
        QTest::addColumn<int>("seconds"); // -1 for ever
        QTest::newRow("none") << QByteArray("[]") << 0;
        QTest::newRow("for ever") << QByteArray("[{operator: Exists, effect: NoExecute}]") << -1;
        QTest::newRow("a while")
            << QByteArray("[{key: k, operator: Exists, effect: NoExecute, tolerationSeconds: 300}]") << 300;
        QTest::newRow("negative is none")
            << QByteArray("[{key: k, operator: Exists, effect: NoExecute, tolerationSeconds: -5}]") << 0;
        QTest::newRow("another key") << QByteArray("[{key: other, operator: Exists, tolerationSeconds: 300}]")
                                     << 0;
        QTest::newRow("the first that matches counts")
            << QByteArray("[{key: k, operator: Exists, tolerationSeconds: 60}, {operator: Exists}]") << 60;
    }
    void tolerationTimes()
    {
        QFETCH(QByteArray, tolerations);
        QFETCH(int, seconds);
        const std::vector<kube::Value> taints{yaml("{key: k, effect: NoExecute}")};
        const auto time = tolerationTime(yaml(tolerations), taints);
        QCOMPARE(time.has_value(), seconds >= 0);
        if (time)
            QCOMPARE(*time, base::Duration(std::chrono::seconds(seconds)));
    }

    /// Mirrors podgc gc_controller_test.go TestGCTerminated (evicted ones first, then by age, then by name).
    void endedPods_areCollectedInOrder()
    {
        const auto pod = [](const char *name, const char *time, const char *reason) {
            return object(QByteArray("{metadata: {name: ") + name +
                          ", creationTimestamp: '2026-01-05T00:00:0" + time +
                          "Z'}, status: {phase: Failed, reason: " + reason + "}}");
        };
        const auto ordered = inCollectionOrder(
            {pod("b", "1", "x"), pod("a", "1", "x"), pod("old", "0", "x"), pod("gone", "5", "Evicted")});
        std::string names;
        for (const auto &each : ordered)
            names += std::string(each->name()) + " ";
        QCOMPARE(names, std::string("gone old a b "));
    }

    /// Mirrors pkg/kubelet/lifecycle/predicate_test.go TestGeneralPredicates.
    void admission_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("fits") << QByteArray("{containers: [{resources: {requests: {cpu: 300m}}}]}")
                              << QByteArray() << QByteArray();
        QTest::newRow("cpu")
            << QByteArray("{containers: [{resources: {requests: {cpu: 600m}}}]}") << QByteArray("OutOfcpu")
            << QByteArray("Node didn't have enough resource: cpu, requested: 600, used: 500, capacity: 1000");
        QTest::newRow("memory")
            << QByteArray("{containers: [{resources: {requests: {memory: 2000}}}]}")
            << QByteArray("OutOfmemory")
            << QByteArray(
                   "Node didn't have enough resource: memory, requested: 2000, used: 0, capacity: 1000");
        QTest::newRow("selector")
            << QByteArray("{nodeSelector: {disk: ssd}, containers: [{name: a}]}")
            << QByteArray("NodeAffinity")
            << QByteArray("Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector");
    }
    void admission()
    {
        QFETCH(QByteArray, spec);
        QFETCH(QByteArray, reason);
        QFETCH(QByteArray, message);
        NodeRoom room{.allocatable = {.milliCpu = 1000, .memory = 1000},
                      .used = {.milliCpu = 500},
                      .pods = 3,
                      .usedPods = 1};
        const auto pod = object("{spec: " + spec + "}");
        const auto refusal = refusePod(*pod, podRequests(pod->spec()), room, yaml("{disk: hdd}"));
        QCOMPARE(refusal ? refusal->reason : std::string(), reason.toStdString());
        QCOMPARE(refusal ? refusal->message : std::string(), message.toStdString());
        room.usedPods = 3;
        QCOMPARE(refusePod(*pod, podRequests(pod->spec()), room, {})->reason, std::string("OutOfpods"));
    }

    /// Mirrors eviction/eviction_manager_test.go TestAdmitUnderNodeConditions; critical Pods and tolerations from Admit.
    void underMemoryPressure_data()
    {
        QTest::addColumn<QByteArray>("pod");
        QTest::addColumn<bool>("admitted");
        QTest::newRow("guaranteed-pod") << QByteArray("{status: {qosClass: Guaranteed}}") << true;
        QTest::newRow("burstable-pod") << QByteArray("{status: {qosClass: Burstable}}") << true;
        QTest::newRow("best-effort-pod") << QByteArray("{status: {qosClass: BestEffort}}") << false;
        QTest::newRow("critical") << QByteArray(
                                         "{spec: {priority: 2000001000}, status: {qosClass: BestEffort}}")
                                  << true;
        QTest::newRow("high, but not critical")
            << QByteArray("{spec: {priority: 1000000000}, status: {qosClass: BestEffort}}") << false;
        QTest::newRow("tolerates it")
            << QByteArray(
                   "{spec: {tolerations: [{key: node.kubernetes.io/memory-pressure, operator: Exists}]}, "
                   "status: {qosClass: BestEffort}}")
            << true;
        QTest::newRow("tolerates something else")
            << QByteArray(
                   "{spec: {tolerations: [{key: node.kubernetes.io/disk-pressure, operator: Exists}]}, "
                   "status: {qosClass: BestEffort}}")
            << false;
    }
    void underMemoryPressure()
    {
        QFETCH(QByteArray, pod);
        QFETCH(bool, admitted);
        const auto refusal = refuseUnderMemoryPressure(*object(pod));
        QCOMPARE(!refusal, admitted);
        if (refusal)
            QCOMPARE(refusal->reason + ": " + refusal->message,
                     std::string("Evicted: The node had condition: [MemoryPressure]. "));
    }

    /// Mirrors eviction/helpers_test.go TestOrderedByExceedsRequestMemory, TestOrderedByPriorityMemory.
    void eviction_takesWhoExceedsItsRequestAndMattersLeast()
    {
        const auto calm = object("{metadata: {name: calm}, spec: {priority: 0}}");
        const auto vital = object("{metadata: {name: vital}, spec: {priority: 100}}");
        const auto greedy = object("{metadata: {name: greedy}, spec: {priority: 0}}");
        constexpr std::int64_t kMebi = 1 << 20;
        std::vector<EvictionCandidate> all{
            {calm.get(), 50 * kMebi, 100 * kMebi, {}},
            {vital.get(), 900 * kMebi, 100 * kMebi, {}},
            {greedy.get(), 300 * kMebi, 100 * kMebi, {{"web", 300 * kMebi, 100 * kMebi}}}};
        rankForMemory(all);
        QCOMPARE(all[0].pod->name(), std::string_view("greedy"));
        QCOMPARE(all[1].pod->name(), std::string_view("vital"));
        QCOMPARE(memoryEvictionMessage(all[0], 100 * kMebi, 52 * kMebi),
                 std::string(
                     "The node was low on resource: memory. Threshold quantity: 100Mi, available: 52Mi. "
                     "Container web was using 300Mi, request is 100Mi, has larger consumption of memory. "));
    }
};

MINATO_TEST(TestNodeRules)
#include "tst_node_rules.moc"
