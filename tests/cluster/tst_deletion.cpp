// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

constexpr std::string_view kApp = "kubernetes-bootcamp";

kube::Value labelPatch(kube::Value app)
{
    return kube::Value::map(
        {{"metadata", kube::Value::map({{"labels", kube::Value::map({{"app", std::move(app)}})}})}});
}

} // namespace

/// Garbage collection, adoption and release in a whole cluster.
class TestDeletion : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// test/integration/garbagecollector TestCascadingDeletion.
    void background_removesTheOwnerFirst()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const auto deployment = f.get(kDeployments, kApp);
        QVERIFY(f.await(client::deleteRequest(kDeployments, *deployment)).has_value());
        QVERIFY(!f.get(kDeployments, kApp));
        f.run(1s);
        QVERIFY(f.list(kReplicaSets).empty());
        QVERIFY(f.pods().front()->isTerminating());
        f.run(35s);
        QVERIFY(f.pods().empty());
    }

    /// test/integration/garbagecollector TestBlockingOwnerRefDoesBlock.
    void foreground_removesTheOwnerLast()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const auto deployment = f.get(kDeployments, kApp);
        QVERIFY(f.await(client::deleteRequest(kDeployments, *deployment, {.propagationPolicy = "Foreground"}))
                    .has_value());
        f.run(5s);
        QVERIFY(f.get(kDeployments, kApp) && f.get(kDeployments, kApp)->isTerminating());
        QCOMPARE(f.list(kReplicaSets).size(), std::size_t(1));
        QCOMPARE(f.pods().size(), std::size_t(1));
        f.run(35s);
        QVERIFY(f.pods().empty());
        QVERIFY(f.list(kReplicaSets).empty());
        QVERIFY(!f.get(kDeployments, kApp));
    }

    void everyNamespace_hasADefaultServiceAccount()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.get(kServiceAccounts, "default"));
        QVERIFY(f.get(kServiceAccounts, "default", "kube-system"));
        const auto first = f.get(kServiceAccounts, "default");
        QVERIFY(f.await(client::deleteRequest(kServiceAccounts, *first)).has_value());
        f.run(1s);
        const auto second = f.get(kServiceAccounts, "default");
        QVERIFY(second && second->uid() != first->uid());
    }

    void namespace_goesWithAllThatIsInIt()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const auto made = f.await(client::createRequest(
            kNamespaces,
            *kube::parseJson(R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":"dev"}})")));
        QVERIFY(made.has_value());
        f.run(1s);
        QVERIFY(f.get(kServiceAccounts, "default", "dev"));
        QVERIFY(f.await(
            client::createRequest(kConfigMaps, *kube::parseJson(R"({"apiVersion":"v1","kind":"ConfigMap",
            "metadata":{"name":"settings","namespace":"dev"}})"))));
        QVERIFY(f.await(client::deleteRequest(kNamespaces, *f.get(kNamespaces, "dev", ""))).has_value());
        f.run(10s);
        QVERIFY(!f.get(kNamespaces, "dev", ""));
        QVERIFY(f.list(kConfigMaps, "dev").empty());
    }

    void foreground_alsoEndsForKindsThatOwnNothing()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.await(
            client::createRequest(kConfigMaps, *kube::parseJson(R"({"apiVersion":"v1","kind":"ConfigMap",
            "metadata":{"name":"settings","namespace":"default"}})"))));
        f.run(1s);
        QVERIFY(f.await(client::deleteRequest(kConfigMaps, *f.get(kConfigMaps, "settings"),
                                              {.propagationPolicy = "Foreground"}))
                    .has_value());
        f.run(5s);
        QVERIFY(!f.get(kConfigMaps, "settings"));
    }

    /// test/integration/garbagecollector TestOrphaning; deployment_controller_test.go
    /// TestGetReplicaSetsForDeploymentAdoptRelease.
    void orphan_leavesThePods_andANamesakeAdoptsThem()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const auto deployment = f.get(kDeployments, kApp);
        const auto pods = f.podNames();
        QVERIFY(f.await(client::deleteRequest(kDeployments, *deployment, {.propagationPolicy = "Orphan"}))
                    .has_value());
        f.run(2s);
        QVERIFY(!f.get(kDeployments, kApp));
        QVERIFY(f.list(kReplicaSets).front()->controllerRef().isNull());
        QCOMPARE(f.podNames(), pods);
        const auto again = kube::Value::map(
            {{"apiVersion", "apps/v1"},
             {"kind", "Deployment"},
             {"metadata",
              kube::Value::map({{"name", kApp}, {"namespace", "default"}, {"labels", deployment->labels()}})},
             {"spec", deployment->spec()}});
        QVERIFY(f.await(client::createRequest(kDeployments, again)).has_value());
        f.run(5s);
        QCOMPARE(f.list(kReplicaSets).size(), std::size_t(1));
        QCOMPARE(f.podNames(), pods);
        QVERIFY(components::isPodReady(*f.pods().front()));
        QCOMPARE(f.get(kDeployments, kApp)->annotations()["deployment.kubernetes.io/revision"].asString(),
                 std::string_view("1"));
    }

    /// replica_set_test.go TestUpdatePods and test/integration/replicaset TestAdoption.
    void relabelledPod_isReleasedAndReplaced_thenAdoptedAgain()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const auto pod = f.pods().front();
        QVERIFY(f.await(client::patchRequest(kPods, *pod, kube::PatchType::Merge, labelPatch("quarantine")))
                    .has_value());
        QVERIFY(f.cluster.settle());
        QCOMPARE(f.pods().size(), std::size_t(2));
        QVERIFY(f.get(kPods, pod->name())->controllerRef().isNull());
        QVERIFY(
            f.await(client::patchRequest(kPods, *pod, kube::PatchType::Merge, labelPatch(kApp))).has_value());
        f.run(1s);
        int terminating = 0;
        for (const auto &each : f.pods())
            terminating += each->isTerminating();
        QCOMPARE(terminating, 1);
        QVERIFY(f.cluster.settle());
        QCOMPARE(f.pods().size(), std::size_t(1));
    }

    /// deployment_controller_test.go TestDeleteReplicaSet.
    void deletedReplicaSet_comesBackUnderTheSameName()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const auto set = f.list(kReplicaSets).front();
        QVERIFY(f.await(client::deleteRequest(kReplicaSets, *set)).has_value());
        QVERIFY(f.cluster.settle());
        const auto again = f.list(kReplicaSets).front();
        QCOMPARE(again->name(), set->name());
        QVERIFY(again->uid() != set->uid());
        QCOMPARE(f.pods().size(), std::size_t(1));
    }

    void deletedService_takesItsSlicesAlong()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.await(client::deleteRequest(kServices, *f.get(kServices, kApp))).has_value());
        f.run(2s);
        for (const auto &resource : {kEndpointSlices, kEndpoints}) {
            for (const auto &object : f.list(resource))
                QVERIFY(!object->name().starts_with(kApp));
        }
    }

    /// namespaced_resources_deleter_test.go TestSyncNamespaceThatIsTerminatingV1; admission/namespace/lifecycle TestAdmissionNamespaceTerminating.
    void deletedNamespace_isEmptiedFirst()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const auto ns = kube::Value::map(
            {{"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", kube::Value::map({{"name", "lab"}})}});
        QVERIFY(f.await(client::createRequest(kNamespaces, ns)).has_value());
        kube::Value deployment = cluster::Topology::chapter().objects.front();
        deployment.edit("metadata").set("namespace", "lab");
        QVERIFY(f.await(client::createRequest(kDeployments, deployment)).has_value());
        QVERIFY(f.cluster.settle());
        QCOMPARE(f.list(kPods, "lab").size(), std::size_t(1));
        QVERIFY(f.await(client::deleteRequest(kNamespaces, *f.get(kNamespaces, "lab", {}))).has_value());
        f.run(10s);
        QVERIFY(f.get(kNamespaces, "lab", {}));
        const auto refused = f.await(client::createRequest(kDeployments, deployment));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, 403);
        f.run(45s);
        QVERIFY(!f.get(kNamespaces, "lab", {}));
        QVERIFY(f.list(kPods, "lab").empty());
        QCOMPARE(f.pods().size(), std::size_t(1));
    }

    /// registry/core/pod/strategy_test.go TestCheckGracefulDelete.
    void forcedDeletion_isImmediate()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const auto pod = f.pods().front();
        QVERIFY(f.await(client::deleteRequest(kPods, *pod, {.gracePeriodSeconds = 0})).has_value());
        QVERIFY(!f.get(kPods, pod->name()));
        QVERIFY(f.cluster.settle());
        QCOMPARE(f.pods().size(), std::size_t(1));
    }

    /// registry/core/pod/strategy_test.go TestCheckGracefulDelete.
    void shorterGrace_isHonoured()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const auto pod = f.pods().front();
        QVERIFY(f.await(client::deleteRequest(kPods, *pod, {.gracePeriodSeconds = 5})).has_value());
        f.run(4s);
        QVERIFY(f.get(kPods, pod->name()));
        f.run(4s);
        QVERIFY(!f.get(kPods, pod->name()));
    }
};

MINATO_TEST(TestDeletion)
#include "tst_deletion.moc"
