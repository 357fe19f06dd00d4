// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/endpointslice/endpoints_controller.h"
#include "components/endpointslice/slice_packing.h"
#include "support/test_registry.h"

#include <format>

using namespace minato;
using namespace minato::components;

namespace {

kube::ObjectPtr service(bool publishesNotReady = false)
{
    const auto port = kube::Value::map({{"port", 80}, {"targetPort", "http"}, {"protocol", "TCP"}});
    return kube::makeObject(
        kube::Value::map({{"spec", kube::Value::map({{"ports", kube::Value::array({port})},
                                                     {"publishNotReadyAddresses", publishesNotReady}})}}));
}

kube::ObjectPtr pod(bool isReady, bool isTerminating, const char *phase = "Running",
                    const char *ip = "10.244.1.2")
{
    auto metadata = kube::Value::map({{"name", "p"}, {"namespace", "default"}, {"uid", "u"}});
    if (isTerminating)
        metadata.set("deletionTimestamp", "2026-01-05T00:00:09Z");
    const auto port = kube::Value::map({{"name", "http"}, {"containerPort", 8080}});
    const auto container = kube::Value::map({{"name", "c"}, {"ports", kube::Value::array({port})}});
    const auto condition = kube::Value::map({{"type", "Ready"}, {"status", isReady ? "True" : "False"}});
    auto status = kube::Value::map({{"phase", phase}, {"conditions", kube::Value::array({condition})}});
    if (*ip)
        status.set("podIP", ip);
    return kube::makeObject(kube::Value::map(
        {{"metadata", metadata},
         {"spec", kube::Value::map({{"nodeName", "n"}, {"containers", kube::Value::array({container})}})},
         {"status", status}}));
}

Endpoint endpoint(int number)
{
    Endpoint e;
    e.pod = std::format("pod-{:04}", number);
    e.uid = e.pod;
    e.ip = std::format("10.0.{}.{}", number / 256, number % 256);
    e.isReady = e.isServing = true;
    e.ports = kube::Value::array({kube::Value::map({{"port", 8080}})});
    return e;
}

std::string sizes(SlicePacking &packing)
{
    std::string text;
    for (const Slice &slice : packing.slices())
        text += std::format("{}{}", text.empty() ? "" : " ", slice.endpoints.size());
    return text;
}

} // namespace

/// Mirrors staging/src/k8s.io/endpointslice: utils_test.go and reconciler_test.go, as its rows say.
class TestEndpointSlices : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// utils_test.go TestPodToEndpoint; reconciler_test.go TestReconcile1EndpointSlicePublishNotReadyAddresses.
    void conditions_data()
    {
        QTest::addColumn<bool>("isReadyPod");
        QTest::addColumn<bool>("isTerminatingPod");
        QTest::addColumn<bool>("publishes");
        QTest::addColumn<bool>("ready");
        QTest::addColumn<bool>("serving");
        QTest::newRow("ready") << true << false << false << true << true;
        QTest::newRow("ready and deleted") << true << true << false << false << true;
        QTest::newRow("not ready") << false << false << false << false << false;
        QTest::newRow("not ready, published") << false << false << true << true << false;
        QTest::newRow("deleted, published") << true << true << true << true << true;
    }
    void conditions()
    {
        QFETCH(bool, isReadyPod);
        QFETCH(bool, isTerminatingPod);
        QFETCH(bool, publishes);
        QFETCH(bool, ready);
        QFETCH(bool, serving);
        const auto made = makeEndpoint(*service(publishes), *pod(isReadyPod, isTerminatingPod), {});
        QVERIFY(made);
        QCOMPARE(made->isReady, ready);
        QCOMPARE(made->isServing, serving);
        QCOMPARE(made->isTerminating, isTerminatingPod);
        QCOMPARE(made->ports[0]["port"].asInt(), 8080);
    }

    /// reconciler_test.go TestReconcile1Pod; util/endpoint.go ShouldPodBeInEndpoints.
    void podWithoutAddressOrEnded_isNoEndpoint()
    {
        QVERIFY(!makeEndpoint(*service(), *pod(true, false, "Running", ""), {}));
        QVERIFY(!makeEndpoint(*service(), *pod(true, false, "Succeeded"), {}));
        QVERIFY(!makeEndpoint(*service(), *pod(true, false, "Failed"), {}));
    }

    /// reconciler_test.go TestReconcileManyPods.
    void packing_fillsSlicesOfAHundred()
    {
        SlicePacking packing;
        for (int i = 0; i < 250; ++i)
            packing.set(endpoint(i));
        packing.pack();
        QCOMPARE(sizes(packing), std::string("100 100 50"));
    }

    void mostPerSlice_data()
    {
        QTest::addColumn<int>("most");
        QTest::addColumn<QByteArray>("want");
        QTest::newRow("maxEndpointsPerSlice: 50") << 50 << QByteArray("50 50 50 50 50");
        QTest::newRow("maxEndpointsPerSlice: 80") << 80 << QByteArray("80 80 80 10");
        QTest::newRow("maxEndpointsPerSlice: 150") << 150 << QByteArray("150 100");
        QTest::newRow("maxEndpointsPerSlice: 250") << 250 << QByteArray("250");
        QTest::newRow("maxEndpointsPerSlice: 500") << 500 << QByteArray("250");
    }
    /// reconciler_test.go TestReconcileMaxEndpointsPerSlice: 250 Pods.
    void mostPerSlice()
    {
        QFETCH(int, most);
        QFETCH(QByteArray, want);
        SlicePacking packing{std::size_t(most)};
        for (int i = 0; i < 250; ++i)
            packing.set(endpoint(i));
        packing.pack();
        QCOMPARE(sizes(packing), want.toStdString());
    }

    /// reconciler_test.go TestReconcileEndpointSlicesSomePreexisting.
    void additions_goToTheFullestThatTakesAll()
    {
        SlicePacking packing;
        for (int i = 0; i < 250; ++i)
            packing.set(endpoint(i));
        packing.pack();
        for (int i = 0; i < 20; ++i)
            packing.remove(endpoint(i).pod);
        for (Slice &slice : packing.slices())
            slice.isChanged = false;
        for (int i = 300; i < 310; ++i)
            packing.set(endpoint(i));
        packing.pack();
        QCOMPARE(sizes(packing), std::string("90 100 50"));
        QVERIFY(packing.slices()[0].isChanged);
        QVERIFY(!packing.slices()[2].isChanged);
    }

    /// reconciler_test.go TestReconcileEndpointSlicesUpdatePacking.
    void additions_preferSlicesThatChangeAnyway()
    {
        SlicePacking packing;
        for (int i = 0; i < 150; ++i)
            packing.set(endpoint(i));
        packing.pack();
        for (Slice &slice : packing.slices())
            slice.isChanged = false;
        packing.remove(endpoint(120).pod);
        packing.set(endpoint(900));
        packing.pack();
        QCOMPARE(sizes(packing), std::string("100 50"));
        QVERIFY(!packing.slices()[0].isChanged);
    }

    /// reconciler_test.go TestReconcileEndpointSlicesUpdating.
    void anEndpointThatIsTheSame_changesNothing()
    {
        SlicePacking packing;
        packing.set(endpoint(1));
        packing.pack();
        packing.slices()[0].isChanged = false;
        packing.set(endpoint(1));
        packing.pack();
        QVERIFY(!packing.slices()[0].isChanged);
        Endpoint changed = endpoint(1);
        changed.isReady = false;
        packing.set(changed);
        QVERIFY(packing.slices()[0].isChanged);
    }

    /// reconciler_test.go TestReconcileEndpointSlicesNamedPorts.
    void otherPorts_needAnotherSlice()
    {
        SlicePacking packing;
        packing.set(endpoint(1));
        Endpoint other = endpoint(2);
        other.ports = kube::Value::array({kube::Value::map({{"port", 9090}})});
        packing.set(other);
        packing.pack();
        QCOMPARE(sizes(packing), std::string("1 1"));
    }

    /// pkg/controller/endpoint endpoints_controller_test.go TestSyncEndpointsItems and TestTruncateEndpoints.
    void legacyEndpoints_leaveTerminatingOutAndStopAtAThousand()
    {
        EndpointsMembers members;
        const auto put = [&members](const Endpoint &endpoint) {
            members.insert_or_assign(endpoint.pod, EndpointsMember(endpoint));
        };
        put(endpoint(0));
        Endpoint leaving = endpoint(1), starting = endpoint(2);
        leaving.isTerminating = true;
        starting.isReady = false;
        put(leaving);
        put(starting);
        bool isTruncated = false;
        const auto subsets = endpointSubsets(members, isTruncated);
        QCOMPARE(subsets[0]["addresses"].size(), std::size_t(1));
        QCOMPARE(subsets[0]["notReadyAddresses"].size(), std::size_t(1));
        QVERIFY(!isTruncated);
        for (int i = 0; i < 1200; ++i)
            put(endpoint(i));
        QCOMPARE(endpointSubsets(members, isTruncated)[0]["addresses"].size(), std::size_t(1000));
        QVERIFY(isTruncated);
    }
};

MINATO_TEST(TestEndpointSlices)
#include "tst_endpoint_slices.moc"
