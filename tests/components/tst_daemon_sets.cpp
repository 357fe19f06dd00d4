// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/daemon_world.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::tests::daemons;

/// Where Pods belong and what they are: mirrors daemon_controller_test.go and daemonset_util_test.go.
class TestDaemonSetRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void placement_data()
    {
        QTest::addColumn<QByteArray>("podSpec");
        QTest::addColumn<QByteArray>("labels");
        QTest::addColumn<QByteArray>("taints");
        QTest::addColumn<bool>("mayStart");
        QTest::addColumn<bool>("mayStay");
        const QByteArray simple(R"({"name":"simple-daemon","type":"production"})"), none("[]"), any("{}");
        // TestNodeShouldRunDaemonPod
        QTest::newRow("ShouldRunDaemonPod") << any << simple << none << true << true;
        QTest::newRow("ErrPodNotMatchHostName")
            << QByteArray(R"({"nodeName":"other-node"})") << simple << none << false << false;
        QTest::newRow("its own host name")
            << QByteArray(R"({"nodeName":"test-node"})") << simple << none << true << true;
        QTest::newRow("ErrPodNotFitsHostPorts is the scheduler's")
            << QByteArray(R"({"containers":[{"ports":[{"hostPort":666}]}]})") << simple << none << true
            << true;
        QTest::newRow("InsufficientResourceError is the scheduler's")
            << QByteArray(R"({"containers":[{"resources":{"requests":{"memory":"200M"}}}]})") << simple
            << none << true << true;
        QTest::newRow("ErrNodeSelectorNotMatch")
            << QByteArray(R"({"nodeSelector":{"name":"other"}})") << simple << none << false << false;
        QTest::newRow("node selector")
            << QByteArray(R"({"nodeSelector":{"name":"simple-daemon"}})") << simple << none << true << true;
        constexpr const char *kAffinity =
            R"({"affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[
                {"matchExpressions":[{"key":"type","operator":"In","values":["%1"]}]}]}}}})";
        QTest::newRow("ErrPodAffinityNotMatch")
            << QByteArray(kAffinity).replace("%1", "test") << simple << none << false << false;
        QTest::newRow("node affinity")
            << QByteArray(kAffinity).replace("%1", "production") << simple << none << true << true;
        QTest::newRow("ShouldRunDaemonPodOnUnschedulableNode")
            << any << simple
            << QByteArray(R"([{"key":"node.kubernetes.io/unschedulable","effect":"NoSchedule"}])") << true
            << true;
        // TestNoScheduleTaintedDoesntEvicitRunningIntolerantPod, TestTaintedNodeDaemonDoesNotLaunchIntolerantPod
        const QByteArray noSchedule(R"([{"key":"dedicated","value":"user1","effect":"NoSchedule"}])"),
            noExecute(R"([{"key":"dedicated","value":"user1","effect":"NoExecute"}])"),
            tolerates(R"({"tolerations":[{"key":"dedicated","value":"user1","effect":"NoSchedule"}]})");
        QTest::newRow("NoSchedule taint") << any << simple << noSchedule << false << true;
        QTest::newRow("TestTaintedNodeDaemonLaunchesToleratePod")
            << tolerates << simple << noSchedule << true << true;
        QTest::newRow("TestNoExecuteTaintedDoesEvicitRunningIntolerantPod")
            << any << simple << noExecute << false << false;
        QTest::newRow("another effect is tolerated") << tolerates << simple << noExecute << false << false;
        QTest::newRow("PreferNoSchedule")
            << any << simple << QByteArray(R"([{"key":"x","effect":"PreferNoSchedule"}])") << true << true;
        for (const char *trouble :
             {"not-ready",
              "unreachable"}) // TestNotReadyNodeDaemonLaunchesPod, TestUnreachableNodeDaemonLaunchesPod
            QTest::newRow(trouble) << any << simple
                                   << QByteArray(R"([{"key":"node.kubernetes.io/%1","effect":"NoExecute"}])")
                                          .replace("%1", trouble)
                                   << true << true;
        for (const char *pressure :
             {"disk-pressure", "memory-pressure", "pid-pressure"}) // TestTaintPressureNodeDaemonLaunchesPod
            QTest::newRow(pressure) << any << simple
                                    << QByteArray(
                                           R"([{"key":"node.kubernetes.io/%1","effect":"NoSchedule"}])")
                                           .replace("%1", pressure)
                                    << true << true;
        const QByteArray noNetwork(
            R"([{"key":"node.kubernetes.io/network-unavailable","effect":"NoSchedule"}])");
        QTest::newRow("no network") << any << simple << noNetwork << false << true;
        QTest::newRow("TestNetworkUnavailableNodeDaemonLaunchesPod")
            << QByteArray(R"({"hostNetwork":true})") << simple << noNetwork << true << true;
    }
    void placement()
    {
        QFETCH(QByteArray, podSpec);
        QFETCH(QByteArray, labels);
        QFETCH(QByteArray, taints);
        QFETCH(bool, mayStart);
        QFETCH(bool, mayStay);
        const auto node = nodeObject("test-node", labels.toStdString(), taints.toStdString());
        for (const std::string &strategy : {unavailable("1"), surge("1"), kOnDelete}) {
            const auto set = kube::makeObject(setValue(strategy, podSpec.toStdString()));
            const NodeFit fit = Placement(*set).fit(*node);
            QCOMPARE(fit.mayStart, mayStart);
            QCOMPARE(fit.mayStay, mayStay);
        }
    }

    /// TestCreatePodTemplate, and a toleration for a while becomes one for ever.
    void pod_ofTheTemplate()
    {
        kube::Value value = setValue(kOnDelete, R"({"tolerations":[{"key":"x","operator":"Exists"},
            {"key":"node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute","tolerationSeconds":5}]})");
        value.edit("metadata").edit("annotations").set("deprecated.daemonset.template.generation", "1");
        const auto pod = daemonPod(*kube::makeObject(value), "some", "node-a");
        QCOMPARE(
            kube::toJson(pod.at("metadata", "labels")),
            std::string(
                R"({"controller-revision-hash":"some","name":"simple-daemon","pod-template-generation":"1"})"));
        std::string tolerations;
        for (const kube::Value &toleration : pod.at("spec", "tolerations").items())
            tolerations +=
                std::format("{}:{}{} ", toleration["key"].asString(), toleration["effect"].asString(),
                            toleration.contains("tolerationSeconds") ? "!" : "");
        QCOMPARE(tolerations,
                 std::string("x: node.kubernetes.io/not-ready:NoExecute node.kubernetes.io/unreachable:"
                             "NoExecute node.kubernetes.io/disk-pressure:NoSchedule "
                             "node.kubernetes.io/memory-pressure:NoSchedule "
                             "node.kubernetes.io/pid-pressure:NoSchedule "
                             "node.kubernetes.io/unschedulable:NoSchedule "));
        QVERIFY(!pod.at("metadata").contains("name"));
    }

    /// TestReplaceDaemonSetPodNodeNameNodeAffinity
    void affinity_data()
    {
        QTest::addColumn<QByteArray>("nodeAffinity");
        QTest::addColumn<bool>("isPreferring");
        const char *required =
            R"({"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[%1]}})";
        const auto row = [&](const char *name, const char *terms) {
            QTest::newRow(name) << QByteArray(required).replace("%1", terms) << false;
        };
        QTest::newRow("none") << QByteArray("null") << false;
        row("an expression",
            R"({"matchExpressions":[{"key":"kubernetes.io/hostname","operator":"In","values":["host_1"]}]})");
        QTest::newRow("a preference is kept")
            << QByteArray(R"({"preferredDuringSchedulingIgnoredDuringExecution":[{"weight":1}]})") << true;
        row("two names",
            R"({"matchFields":[{"key":"metadata.name","operator":"In","values":["host_1","host_2"]}]})");
        row("two terms", R"({"matchExpressions":[{"key":"hostname","operator":"In","values":["host_1"]}]},
                            {"matchFields":[{"key":"metadata.name","operator":"In","values":["host_2"]}]})");
        row("not in", R"({"matchFields":[{"key":"metadata.name","operator":"NotIn","values":["host_2"]}]})");
        row("another field", R"({"matchFields":[{"key":"metadata.foo","operator":"In","values":["bar"]}]})");
    }
    void affinity()
    {
        QFETCH(QByteArray, nodeAffinity);
        QFETCH(bool, isPreferring);
        kube::Value value = setValue(kOnDelete);
        if (nodeAffinity != "null")
            value.edit("spec")
                .edit("template")
                .edit("spec")
                .edit("affinity")
                .set("nodeAffinity", parsed(nodeAffinity.toStdString()));
        const kube::Value affinity =
            daemonPod(*kube::makeObject(value), "h", "host_1").at("spec", "affinity", "nodeAffinity");
        QCOMPARE(
            kube::toJson(affinity["requiredDuringSchedulingIgnoredDuringExecution"]),
            std::string(
                R"({"nodeSelectorTerms":[{"matchFields":[{"key":"metadata.name","operator":"In","values":["host_1"]}]}]})"));
        QCOMPARE(affinity.contains("preferredDuringSchedulingIgnoredDuringExecution"), isPreferring);
    }

    /// TestGetTargetNodeName
    void targetNode_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QString>("node");
        const char *fields =
            R"({"affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{
            "nodeSelectorTerms":[{"matchFields":[{"key":"metadata.name","operator":"In","values":%1}]}]}}}})";
        QTest::newRow("bound") << QByteArray(R"({"nodeName":"node-1"})") << QStringLiteral("node-1");
        QTest::newRow("meant") << QByteArray(fields).replace("%1", R"(["node-1"])")
                               << QStringLiteral("node-1");
        QTest::newRow("two names") << QByteArray(fields).replace("%1", R"(["node-1","node-2"])") << QString();
        QTest::newRow("nothing") << QByteArray("{}") << QString();
    }
    void targetNode()
    {
        QFETCH(QByteArray, spec);
        QFETCH(QString, node);
        const auto pod = kube::makeObject(kube::Value::map({{"spec", parsed(spec.toStdString())}}));
        QCOMPARE(std::string(components::targetNode(*pod)), node.toStdString());
    }

    /// TestIsPodUpdated
    void isUpdated_data()
    {
        QTest::addColumn<QByteArray>("generation");
        QTest::addColumn<QByteArray>("labels");
        QTest::addColumn<QByteArray>("hash");
        QTest::addColumn<bool>("isUpdated");
        const QByteArray good("12345"), bad("12350"), hash("55555"), other("55555123"), none,
            both(R"({"pod-template-generation":"12345","controller-revision-hash":"55555"})"),
            noHash(R"({"pod-template-generation":"12345"})");
        QTest::newRow("templateGeneration and hash both match") << good << both << hash << true;
        QTest::newRow("templateGeneration matches, hash doesn't") << good << both << other << true;
        QTest::newRow("templateGeneration matches, no hash label, has hash")
            << good << noHash << hash << true;
        QTest::newRow("templateGeneration matches, no hash label, no hash") << good << noHash << none << true;
        QTest::newRow("templateGeneration matches, has hash label, no hash") << good << both << none << true;
        QTest::newRow("templateGeneration doesn't match, hash does") << bad << both << hash << true;
        QTest::newRow("templateGeneration and hash don't match") << bad << both << other << false;
        QTest::newRow("empty labels, no hash") << good << QByteArray("{}") << none << false;
        QTest::newRow("empty labels") << good << QByteArray("{}") << hash << false;
        QTest::newRow("no labels") << good << QByteArray("null") << hash << false;
        QTest::newRow("a generation that is no number") << QByteArray("often") << noHash << hash << false;
    }
    void isUpdated()
    {
        QFETCH(QByteArray, generation);
        QFETCH(QByteArray, labels);
        QFETCH(QByteArray, hash);
        QFETCH(bool, isUpdated);
        kube::Value set = setValue(kOnDelete);
        set.edit("metadata")
            .edit("annotations")
            .set("deprecated.daemonset.template.generation", generation.toStdString());
        const auto pod = kube::makeObject(
            kube::Value::map({{"metadata", kube::Value::map({{"labels", parsed(labels.toStdString())}})}}));
        QCOMPARE(isDaemonPodUpdated(*kube::makeObject(set), *pod, hash.toStdString()), isUpdated);
    }

    /// TestGetUnavailableNumbers
    void bounds_data()
    {
        QTest::addColumn<QByteArray>("strategy");
        QTest::addColumn<int>("desired");
        QTest::addColumn<int>("maxSurge");
        QTest::addColumn<int>("maxUnavailable");
        const auto row = [](const char *name, const std::string &strategy, int desired, int up, int down) {
            QTest::newRow(name) << QByteArray::fromStdString(strategy) << desired << up << down;
        };
        row("No nodes", unavailable("0"), 0, 0, 0);
        row("Two nodes with ready pods", unavailable("1"), 2, 0, 1);
        row("Two nodes, one node without pods", unavailable("0"), 2, 0, 1);
        row("Two nodes, one node without pods, surge", surge("0"), 2, 0, 1);
        row("Two nodes with pods, MaxUnavailable in percents", unavailable("\"50%\""), 2, 0, 1);
        row("Two nodes with pods, MaxUnavailable in percents, surge", surge("\"50%\""), 2, 1, 0);
        row("Two nodes with pods, MaxUnavailable is 100%, surge", surge("\"100%\""), 2, 2, 0);
        row("Two nodes with pods, MaxUnavailable in percents, pod terminating", unavailable("\"50%\""), 3, 0,
            2);
    }
    void bounds()
    {
        QFETCH(QByteArray, strategy);
        QFETCH(int, desired);
        QFETCH(int, maxSurge);
        QFETCH(int, maxUnavailable);
        const auto found = updateBounds(*kube::makeObject(setValue(strategy.toStdString())), desired);
        QVERIFY(found.has_value());
        QCOMPARE(found->surge, maxSurge);
        QCOMPARE(found->unavailable, maxUnavailable);
        QCOMPARE(updateBounds(*kube::makeObject(setValue(unavailable("\"some\""))), 2).error(),
                 std::string(
                     "invalid value for MaxUnavailable: invalid value for IntOrString: invalid type: string "
                     "is not a percentage: \"some\""));
    }
};

MINATO_TEST(TestDaemonSetRules)
#include "tst_daemon_sets.moc"
