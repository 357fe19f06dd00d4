// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/endpointslice/endpoints_controller.h"
#include "components/endpointslice/port_order.h"
#include "components/endpointslice/slice_packing.h"
#include "components/endpointslice/trigger_times.h"
#include "kube/json.h"
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

/// A slice that exists, with these Pods in it.
Slice written(const char *name, std::initializer_list<int> pods)
{
    Slice slice;
    slice.object = kube::makeObject(kube::Value::map({{"metadata", kube::Value::map({{"name", name}})}}));
    slice.ports = pods.size() > 0 ? endpoint(1).ports : kube::Value::emptyArray();
    for (const int pod : pods)
        slice.endpoints.push_back({endpoint(pod)});
    return slice;
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

    /// reconciler_test.go TestReconcileEndpointSlicesReplaceDeprecated and TestReconcileEmpty: what is left over.
    void restOfMany_goesIntoAHalfEmptySlice()
    {
        SlicePacking packing;
        packing.load(written("web-a", {1, 2, 3}));
        for (int i = 100; i < 250; ++i)
            packing.set(endpoint(i));
        packing.pack();
        QCOMPARE(sizes(packing), std::string("53 100"));
    }

    /// reconciler_test.go TestReconcileEndpointSlicesSomePreexisting: a slice that has lost all is not filled again.
    void emptiedSlice_leavesItsNameToTheNewOne()
    {
        SlicePacking packing;
        packing.load(written("web-a", {1}));
        packing.remove(endpoint(1).pod);
        packing.set(endpoint(2));
        packing.pack();
        const auto writes = packing.plan();
        QVERIFY(writes.deleted.empty());
        QCOMPARE(writes.changed.size(), std::size_t(1));
        const Slice &slice = packing.slices()[writes.changed[0]];
        QVERIFY(slice.isAnew);
        QCOMPARE(slice.object->name(), std::string_view("web-a"));
        QCOMPARE(slice.endpoints.size(), std::size_t(1));
    }

    /// reconciler_test.go TestReconcileEmpty and TestReconcile1Pod's placeholder.
    void serviceWithoutEndpoints_hasOneEmptySlice()
    {
        SlicePacking packing;
        const auto created = packing.plan();
        QCOMPARE(created.changed.size(), std::size_t(1));
        QVERIFY(!packing.slices()[0].object);
        packing.slices()[0].object = written("web-a", {}).object;
        packing.slices()[0].isChanged = false;
        const auto again = packing.plan();
        QVERIFY(again.changed.empty() && again.deleted.empty());
        packing.set(endpoint(1));
        packing.pack();
        const auto filled = packing.plan();
        QVERIFY(filled.deleted.empty());
        QCOMPARE(filled.changed.size(), std::size_t(1));
        QCOMPARE(packing.slices()[filled.changed[0]].object->name(), std::string_view("web-a"));
    }

    /// The last endpoints of two slices leave: one stays as the empty one, the other goes.
    void lastEndpointsOfTwoSlices_leaveOneEmptySlice()
    {
        SlicePacking packing;
        packing.load(written("web-a", {1}));
        packing.load(written("web-b", {2}));
        packing.remove(endpoint(1).pod);
        packing.remove(endpoint(2).pod);
        packing.pack();
        const auto writes = packing.plan();
        QCOMPARE(writes.changed.size(), std::size_t(1));
        QCOMPARE(packing.slices()[writes.changed[0]].object->name(), std::string_view("web-a"));
        QCOMPARE(writes.deleted.size(), std::size_t(1));
        QCOMPARE(packing.slices()[writes.deleted[0]].object->name(), std::string_view("web-b"));
    }

    /// RFC 1321, appendix A.5.
    void md5_isThatOfTheRfc_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("want");
        const auto row = [](const char *text, const char *want) {
            QTest::newRow(*text ? text : "nothing") << QByteArray(text) << QByteArray(want);
        };
        row("", "d41d8cd98f00b204e9800998ecf8427e");
        row("abc", "900150983cd24fb0d6963f7d28e17f72");
        row("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
            "d174ab98d277d9f5a5611c2c9f419d9f");
        row("12345678901234567890123456789012345678901234567890123456789012345678901234567890",
            "57edf4a22be3c955ac49da2e2107b67a");
    }
    void md5_isThatOfTheRfc()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, want);
        std::string hex;
        for (const std::uint8_t byte : md5(text.toStdString()))
            hex += std::format("{:02x}", byte);
        QCOMPARE(QByteArray::fromStdString(hex), want);
    }

    /// The orders are what upstream's own functions gave for these ports.
    void ports_areInTheOrderOfTheirHashes()
    {
        const auto ports = *kube::parseJson(R"([{"name":"http","port":80,"protocol":"TCP"},
            {"name":"admin","port":8081,"protocol":"TCP"},{"name":"metrics","port":9090,"protocol":"TCP"},
            {"name":"grpc","port":50051,"protocol":"TCP","appProtocol":"kubernetes.io/h2c"},
            {"name":"","port":53,"protocol":"UDP"}])");
        const auto names = [](const kube::Value &list) {
            std::string text;
            for (const kube::Value &port : list.items())
                text += std::format("{}:{} ", port["name"].asString(), port["port"].asInt());
            return text;
        };
        QCOMPARE(names(inSliceOrder(ports)), std::string("grpc:50051 :53 http:80 metrics:9090 admin:8081 "));
        QCOMPARE(names(inEndpointsOrder(ports)),
                 std::string("admin:8081 :53 metrics:9090 http:80 grpc:50051 "));
    }

    void triggerTimes_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("want");
        // service=T; NAME=T readiness of a Pod, NAME! gone; "/" ends a look
        QTest::newRow("TestNewServiceNoPods") << QStringLiteral("service=2 /") << QStringLiteral("2");
        QTest::newRow("TestNewServiceExistingPods")
            << QStringLiteral("service=3 pod1=0 pod2=1 pod3=5 /") << QStringLiteral("3");
        QTest::newRow("TestPodsAdded")
            << QStringLiteral("service=0 / pod1=2 pod2=1 /") << QStringLiteral("0 1");
        QTest::newRow("TestPodsUpdated")
            << QStringLiteral("service=0 pod1=1 pod2=2 pod3=3 / pod1=5 pod2=4 pod3=3 /")
            << QStringLiteral("0 4");
        QTest::newRow("TestPodsUpdatedNoOp")
            << QStringLiteral("service=0 pod1=1 pod2=2 pod3=3 / pod1=1 pod2=2 pod3=3 /")
            << QStringLiteral("0 none");
        QTest::newRow("TestPodDeletedThenAdded")
            << QStringLiteral("service=0 pod1=1 pod2=2 / pod2! / pod2=4 /") << QStringLiteral("0 none 4");
        QTest::newRow("TestServiceUpdatedNoPodChange")
            << QStringLiteral("service=0 pod1=1 pod2=2 / service=0 /") << QStringLiteral("0 none");
        QTest::newRow("a Service made again under the same name")
            << QStringLiteral("service=0 / service=3 /") << QStringLiteral("0 3");
    }
    /// util/trigger_time_tracker_test.go; its TestServiceDeletedThenAdded is a new TriggerTimes here.
    void triggerTimes()
    {
        QFETCH(QString, story);
        QFETCH(QString, want);
        TriggerTimes times;
        base::Instant service;
        QStringList got;
        const auto at = [](const QString &seconds) {
            return base::Instant{seconds.toLongLong() * 1'000'000'000};
        };
        for (const QString &word : story.split(u' ')) {
            const auto parts = word.split(u'=');
            const std::string name = parts[0].toStdString();
            if (word == QStringLiteral("/")) {
                const auto since = times.take(service);
                got.append(since ? QString::number(since->ns / 1'000'000'000) : QStringLiteral("none"));
            } else if (word.endsWith(u'!')) {
                times.forget(name.substr(0, name.size() - 1));
            } else if (name == "service") {
                service = at(parts[1]);
            } else {
                times.see(name, at(parts[1]));
            }
        }
        QCOMPARE(got.join(u' '), want);
    }

    /// pkg/controller/endpoint endpoints_controller_test.go TestSyncEndpointsItems and TestTruncateEndpoints.
    void legacyEndpoints_stopAtAThousand()
    {
        EndpointsMembers members;
        const auto put = [&members](const Endpoint &endpoint) { members.set(endpoint.pod, endpoint); };
        put(endpoint(0));
        Endpoint starting = endpoint(2);
        starting.isReady = false;
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

    /// pkg/api/v1/endpoints/util_test.go TestSortSubsets: by address, as text, and by UID; not by name.
    void legacyAddresses_areInOrderOfTheirText()
    {
        EndpointsMembers members;
        for (const int number : {2, 10, 1}) {
            Endpoint one = endpoint(number);
            one.pod = std::format("pod-{}", 100 - number);
            members.set(one.pod, one);
        }
        bool isTruncated = false;
        const auto subsets = endpointSubsets(members, isTruncated);
        std::string ips;
        for (const kube::Value &address : subsets[0]["addresses"].items())
            ips += std::string(address["ip"].asString()) + ' ';
        QCOMPARE(ips, std::string("10.0.0.1 10.0.0.10 10.0.0.2 "));
    }

    /// util_test.go TestPackSubsets, "two sets, two ports" and its like.
    void legacyPorts_shareASubsetWhenTheSamePodsOfferThem()
    {
        EndpointsMembers members;
        const auto port = [](const char *name, int number) {
            return kube::Value::map({{"name", name}, {"port", number}, {"protocol", "TCP"}});
        };
        Endpoint both = endpoint(1), one = endpoint(2);
        both.ports = kube::Value::array({port("http", 80), port("admin", 81), port("metrics", 90)});
        one.ports = kube::Value::array({port("http", 80), port("admin", 81)});
        members.set(both.pod, both);
        members.set(one.pod, one);
        bool isTruncated = false;
        const auto subsets = endpointSubsets(members, isTruncated);
        QCOMPARE(subsets.size(), std::size_t(2));
        QCOMPARE(subsets[0]["ports"].size(), std::size_t(2));
        QCOMPARE(subsets[0]["addresses"].size(), std::size_t(2));
        QCOMPARE(subsets[1]["ports"].size(), std::size_t(1));
        QCOMPARE(subsets[1]["addresses"][0]["ip"].asString(), std::string_view("10.0.0.1"));
    }
};

MINATO_TEST(TestEndpointSlices)
#include "tst_endpoint_slices.moc"
