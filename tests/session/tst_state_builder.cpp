// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml.h"
#include "session/state_builder.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::session;

namespace {

kube::ObjectPtr object(const char *yaml)
{
    return kube::makeObject(kube::parseYaml(yaml)->front().value);
}

} // namespace

/// What the window draws of an API object.
class TestStateBuilder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void node_tellsZoneTaintsAndPressures()
    {
        const NodeState node =
            nodeState(*object("apiVersion: v1\n"
                              "kind: Node\n"
                              "metadata: {name: n1, uid: u1, labels: {topology.kubernetes.io/zone: a}}\n"
                              "spec:\n"
                              "  taints:\n"
                              "  - {key: gpu, value: \"yes\", effect: NoSchedule}\n"
                              "  - {key: node.kubernetes.io/unreachable, effect: NoExecute}\n"
                              "status:\n"
                              "  conditions:\n"
                              "  - {type: Ready, status: \"True\"}\n"
                              "  - {type: MemoryPressure, status: \"True\"}\n"
                              "  - {type: DiskPressure, status: \"False\"}\n"));
        QCOMPARE(node.zone, std::string("a"));
        QVERIFY(node.isReady);
        QVERIFY((node.pressures == std::vector<std::string>{"MemoryPressure"}));
        QVERIFY((node.taints ==
                 std::vector<std::string>{"gpu=yes:NoSchedule", "node.kubernetes.io/unreachable:NoExecute"}));
    }

    void pod_tellsOwnerAppAndVersion_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("version");
        QTest::newRow("tag") << "gcr.io/google-samples/kubernetes-bootcamp:v1" << "v1";
        QTest::newRow("none") << "nginx" << "latest";
        QTest::newRow("port") << "localhost:5000/web" << "latest";
        QTest::newRow("port and tag") << "localhost:5000/web:2.1" << "2.1";
        QTest::newRow("digest") << "web@sha256:0123456789abcdef" << "sha256:0123456";
    }
    void pod_tellsOwnerAppAndVersion()
    {
        QFETCH(QString, image);
        const std::string yaml =
            "apiVersion: v1\nkind: Pod\n"
            "metadata:\n"
            "  name: web-1-x\n"
            "  labels: {app: web}\n"
            "  ownerReferences:\n"
            "  - {apiVersion: x/v1, kind: Other, name: o, uid: o}\n"
            "  - {apiVersion: apps/v1, kind: ReplicaSet, name: web-1, uid: r, controller: true}\n"
            "spec: {containers: [{name: c, image: \"" +
            image.toStdString() + "\"}]}\n";
        const PodState pod = podState(*object(yaml.c_str()));
        QCOMPARE(pod.ownerKind, std::string("ReplicaSet"));
        QCOMPARE(pod.owner, std::string("web-1"));
        QCOMPARE(pod.app, std::string("web"));
        QTEST(QString::fromStdString(pod.version), "version");
    }

    void pod_isUnknown_whenItsNodeStoppedReporting_notStarting_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("container");
        QTest::addColumn<PodPhase>("phase");
        const QString running = QStringLiteral("ready: true, state: {running: {}}");
        QTest::newRow("container not ready yet")
            << QString() << QStringLiteral("ready: false, state: {running: {}}") << PodPhase::Starting;
        QTest::newRow("ready by its container, not by its condition")
            << QString() << running << PodPhase::Unknown;
        QTest::newRow("waits for a readiness gate")
            << QStringLiteral("readinessGates: [{conditionType: example.com/lb}], ") << running
            << PodPhase::Starting;
        QTest::newRow("no container yet") << QString() << QString() << PodPhase::Starting;
    }
    void pod_isUnknown_whenItsNodeStoppedReporting_notStarting()
    {
        QFETCH(QString, spec);
        QFETCH(QString, container);
        const QString statuses =
            container.isEmpty() ? QString()
                                : QStringLiteral("  containerStatuses: [{name: c, %1}]\n").arg(container);
        const QString yaml = QStringLiteral("apiVersion: v1\nkind: Pod\nmetadata: {name: web-1-x}\n"
                                            "spec: {%1nodeName: n1, containers: [{name: c, image: web}]}\n"
                                            "status:\n  phase: Running\n"
                                            "  conditions: [{type: Ready, status: \"False\"}]\n%2")
                                 .arg(spec, statuses);
        const auto pod = podState(*object(qPrintable(yaml)));
        QTEST(pod.phase, "phase");
    }

    void replicaSet_tellsItsDeploymentAndRevision()
    {
        const ReplicaSetState set = replicaSetState(
            *object("apiVersion: apps/v1\nkind: ReplicaSet\n"
                    "metadata:\n"
                    "  name: web-1\n"
                    "  annotations: {deployment.kubernetes.io/revision: \"12\"}\n"
                    "  ownerReferences:\n"
                    "  - {apiVersion: apps/v1, kind: Deployment, name: web, uid: d, controller: true}\n"
                    "spec: {replicas: 3, template: {spec: {containers: [{name: c, image: \"web:v2\"}]}}}\n"
                    "status: {replicas: 2, readyReplicas: 1}\n"));
        QCOMPARE(set.owner, std::string("web"));
        QCOMPARE(set.revision, 12);
        QCOMPARE(set.version, std::string("v2"));
        QCOMPARE(set.desired, 3);
        QCOMPARE(set.existing, 2);
        QCOMPARE(set.ready, 1);
    }

    void service_tellsWhichEndpointsOnlyServeStill()
    {
        const auto service =
            object("apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n");
        const auto slice =
            object("apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: {name: web-a}\n"
                   "endpoints:\n"
                   "- {conditions: {ready: false, serving: true, terminating: true}, targetRef: {uid: b}}\n"
                   "- {conditions: {ready: true, serving: true, terminating: false}, targetRef: {uid: a}}\n"
                   "- {conditions: {}, targetRef: {uid: c}}\n");
        const ServiceState state = serviceState(*service, {sliceState(*slice)});
        QCOMPARE(state.readyEndpoints, 2);
        QCOMPARE(state.leavingEndpoints, 1);
        const auto &endpoints = state.slices.front()->endpoints;
        QCOMPARE(endpoints.size(), 3u);
        QVERIFY((endpoints[0] == EndpointState{"a", true, true, false}));
        QVERIFY((endpoints[1] == EndpointState{"b", false, true, true}));
        QVERIFY((endpoints[2] == EndpointState{"c", true, true, false}));
    }
};

MINATO_TEST(TestStateBuilder)
#include "tst_state_builder.moc"
