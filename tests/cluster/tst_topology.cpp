// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/bootstrap.h"
#include "cluster/topology.h"
#include "support/test_registry.h"

#include <algorithm>

using namespace minato;
using namespace minato::cluster;

class TestTopology : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void file_isRead()
    {
        const auto topology = Topology::parse("nodes:\n"
                                              "- name: cp\n"
                                              "  controlPlane: true\n"
                                              "  hostNames: [host01]\n"
                                              "- name: small\n"
                                              "  cpu: 500m\n"
                                              "  memory: 1Gi\n"
                                              "  pods: 20\n"
                                              "  labels: {disk: ssd}\n"
                                              "- name: w\n"
                                              "  count: 3\n"
                                              "  cpu: 2\n"
                                              "objects:\n"
                                              "- apiVersion: v1\n"
                                              "  kind: Namespace\n"
                                              "  metadata: {name: lab}\n"
                                              "---\n"
                                              "apiVersion: v1\n"
                                              "kind: Namespace\n"
                                              "metadata: {name: more}\n",
                                              "lab.yaml");
        QVERIFY(topology.has_value());
        QCOMPARE(topology->nodes.size(), std::size_t(5));
        QVERIFY(topology->nodes[0].isControlPlane);
        QCOMPARE(topology->nodes[0].hostNames, std::vector<std::string>{"host01"});
        QCOMPARE(topology->nodes[1].cpu, std::string("500m"));
        QCOMPARE(topology->nodes[1].labels.at("disk"), std::string("ssd"));
        QCOMPARE(topology->nodes[4].name, std::string("w3"));
        QCOMPARE(topology->nodes[4].cpu, std::string("2"));
        QCOMPARE(topology->objects.size(), std::size_t(2));
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const char *yaml, const char *message) {
            QTest::newRow(name) << QByteArray(yaml) << QByteArray(message);
        };
        row("empty", "", "lab.yaml:1: the file describes no cluster");
        row("no nodes", "objects: []", "lab.yaml:1: nodes: expected a list of nodes");
        row("typo", "nodes: [{name: a, cpus: 4}]", "lab.yaml:1: nodes[0]: unknown field \"cpus\"");
        row("nameless", "nodes: [{cpu: 4}]", "lab.yaml:1: nodes[0].name: expected a name");
        row("quantity", "nodes: [{name: a, memory: lots}]",
            "lab.yaml:1: nodes[0].memory: \"lots\" is not a quantity above zero, such as 4 or 8Gi");
        row("twice", "nodes: [{name: a}, {name: a}]", "lab.yaml:1: nodes[1].name: there are two nodes \"a\"");
        row("count", "nodes: [{name: a, count: 0}]",
            "lab.yaml:1: nodes[0].count: expected 1 to 10000 nodes in all");
        row("object", "nodes: [{name: a}]\nobjects: [{kind: Pod}]",
            "lab.yaml:2: objects[0]: a manifest needs apiVersion, kind and metadata.name");
    }
    void faults()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, message);
        const auto topology = Topology::parse(yaml.toStdString(), "lab.yaml");
        QVERIFY(!topology.has_value());
        QCOMPARE(base::toString(topology.error().front()), message.toStdString());
    }

    void everyFault_isTold_inJapaneseToo()
    {
        const auto topology =
            Topology::parse("nodes: [{name: a, cpu: x, odd: 1}, {name: a, pods: -1, count: 0}]\n"
                            "objects: [{kind: Pod}]\n"
                            "metricsServer: 3\n"
                            "kubeProxy: {mode: x, scheduler: y}\n"
                            "stages: {pullSpeed: x, start: 1}\n"
                            "apps: [{cpu: {}, routes: [{path: x, status: 7}], startup: -1s}]\n"
                            "images: [{app: none}]\n"
                            "missingTags: [{}]\n",
                            "lab.yaml");
        QVERIFY(!topology.has_value());
        QVERIFY(topology.error().size() >= 14);
        for (const base::Diagnostic &fault : topology.error()) {
            const QString japanese = QString::fromStdString(fault.japanese);
            const bool hasKana =
                std::ranges::any_of(japanese, [](QChar c) { return c.script() == QChar::Script_Hiragana; });
            QVERIFY2(hasKana, base::toString(fault).c_str());
        }
        QCOMPARE(Topology::parse("nodes: [{name: a, cpu: lots}]", "lab.yaml").error().front().japanese,
                 std::string("nodes[0].cpu: 「lots」は4や8Giのような0より大きい数量ではありません"));
    }

    void allFaults_areTold()
    {
        const auto topology = Topology::parse("nodes: [{cpu: x}, {name: a, pods: -1}]", "lab.yaml");
        QCOMPARE(topology.error().size(), std::size_t(3));
    }

    void machines_getTheirAddresses()
    {
        const auto specs = machines(Topology::empty());
        QCOMPARE(specs.size(), std::size_t(4));
        QCOMPARE(specs[0].internalIp, std::string("192.168.49.2"));
        QCOMPARE(specs[3].internalIp, std::string("192.168.49.5"));
        QCOMPARE(specs[0].podCidr, std::string("10.244.0.0/24"));
        QCOMPARE(specs[3].podCidr, std::string("10.244.3.0/24"));
        Topology large = Topology::empty(1);
        large.nodes[1].pods = 1000;
        large.nodes.push_back({.name = "next", .labels = {}, .hostNames = {}});
        const auto wide = machines(large);
        QCOMPARE(wide[1].podCidr, std::string("10.244.4.0/22"));
        QCOMPARE(wide[2].podCidr, std::string("10.244.8.0/24"));
        QCOMPARE(machines(Topology::empty(5000)).front().podCidr, std::string("10.128.0.0/24"));
    }

    void manifests_findTheirResource()
    {
        const auto resource = [](const char *apiVersion, const char *kind) {
            const auto found = resourceFor(kube::Value::map({{"apiVersion", apiVersion}, {"kind", kind}}));
            return found.groupVersion() + " " + found.resource;
        };
        QCOMPARE(resource("apps/v1", "Deployment"), std::string("apps/v1 deployments"));
        QCOMPARE(resource("v1", "Service"), std::string("v1 services"));
        QCOMPARE(resource("v1", "Endpoints"), std::string("v1 endpoints"));
        QCOMPARE(resource("networking.k8s.io/v1", "Ingress"), std::string("networking.k8s.io/v1 ingresses"));
        QCOMPARE(resource("networking.k8s.io/v1", "NetworkPolicy"),
                 std::string("networking.k8s.io/v1 networkpolicies"));
    }
};

MINATO_TEST(TestTopology)
#include "tst_topology.moc"
