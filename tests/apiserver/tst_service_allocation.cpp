// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/service_allocator.h"
#include "contract/in_process_world.h"
#include "support/test_registry.h"

#include <set>

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;
using apiserver::AddressBlock;
using apiserver::ServiceAllocator;

/// ClusterIPs and node ports: handed out, kept, refused, given back.
class TestServiceAllocation : public QObject {
    Q_OBJECT

    static kube::ObjectPtr make(ContractWorld &world, Value object)
    {
        auto answer = await(world, create(kServices, std::move(object)));
        return answer ? answer->object() : nullptr;
    }
    static std::string refusal(ContractWorld &world, Value object)
    {
        auto answer = await(world, create(kServices, std::move(object)));
        return answer ? "accepted" : answer.error().message;
    }
    static std::string addressOf(const kube::ObjectPtr &object)
    {
        return std::string(object->spec()["clusterIP"].asString());
    }
    static std::int64_t portOf(const kube::ObjectPtr &object)
    {
        return object->at("spec", "ports", 0, "nodePort").asInt();
    }

private Q_SLOTS:
    void addressBands_data()
    {
        QTest::addColumn<int>("hostBits");
        QTest::addColumn<int>("want");
        const auto row = [](const char *name, int bits, int want) { QTest::newRow(name) << bits << want; };
        row("full mask IPv4: /32", 0, 0);
        row("very small mask IPv4: /30", 2, 0);
        row("small mask IPv4: /28", 4, 0);
        row("small mask IPv4: /27", 5, 16);
        row("medium mask IPv4: /22", 10, 64);
        row("large mask IPv4: /8", 24, 256);
        row("/24", 8, 16);
        row("/20", 12, 256);
        row("/16", 16, 256);
        row("/12", 20, 256);
    }
    /// ipallocator/bitmap_test.go Test_calculateRangeOffset (Minato has IPv4 only); the last four rest on the function.
    void addressBands()
    {
        QFETCH(int, hostBits);
        QFETCH(int, want);
        QCOMPARE(apiserver::staticAddressBand(1U << hostBits), std::uint32_t(want));
    }

    void portBands_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("want");
        const auto row = [](const char *name, int size, int want) { QTest::newRow(name) << size << want; };
        row("default node port range", 2768, 86);
        row("very small node port range", 10, 0);
        row("small node port range (lower boundary)", 16, 0);
        row("small node port range", 128, 16);
        row("medium node port range", 2048, 64);
        row("large node port range (upper boundary)", 4096, 128);
        row("large node port range", 8192, 128);
        row("TestAllocateReserved", 129, 16);
    }
    /// portallocator/allocator_test.go Test_calculateRangeOffset, and the range of TestAllocateReserved.
    void portBands()
    {
        QFETCH(int, size);
        QFETCH(int, want);
        QCOMPARE(apiserver::staticPortBand(std::uint32_t(size)), std::uint32_t(want));
    }

    /// ipallocator/ipallocator_test.go TestAllocateReservedIPAllocator.
    void addresses_areDistinctAndFromTheUpperBand()
    {
        InProcessWorld world;
        std::set<std::uint32_t> seen;
        for (int i = 0; i < 20; ++i) {
            const auto object = make(world, service("s" + std::to_string(i)));
            QVERIFY(object);
            const auto address = apiserver::parseAddress(addressOf(object));
            QVERIFY(address);
            QVERIFY(*address > *apiserver::parseAddress("10.96.1.0"));
            QVERIFY(*address < *apiserver::parseAddress("10.111.255.255"));
            QVERIFY(seen.insert(*address).second);
        }
    }

    /// portallocator/allocator_test.go TestAllocateReserved.
    void nodePorts_areFromTheUpperBandAndKept()
    {
        InProcessWorld world;
        const auto object = make(world, service("web", "NodePort"));
        QVERIFY(object);
        const auto port = portOf(object);
        QVERIFY(port >= 30086 && port <= 32767);
        QCOMPARE(object->spec()["externalTrafficPolicy"].asString(), std::string_view("Cluster"));
        // An update that leaves them out keeps both.
        Value bare = service("web", "NodePort");
        bare.edit("spec").edit("ports").edit(std::size_t(0)).set("port", 81);
        const auto updated = await(world, update(kServices, bare));
        QVERIFY(updated);
        QCOMPARE(portOf(updated->object()), port);
        QCOMPARE(addressOf(updated->object()), addressOf(object));
    }

    void wishes_areGrantedWhenTheyFit()
    {
        InProcessWorld world;
        Value wish = service("web", "NodePort");
        wish.edit("spec").set("clusterIP", "10.96.0.10");
        wish.edit("spec").edit("ports").edit(std::size_t(0)).set("nodePort", 30080);
        const auto object = make(world, wish);
        QVERIFY(object);
        QCOMPARE(addressOf(object), std::string("10.96.0.10"));
        QCOMPARE(object->at("spec", "clusterIPs", 0).asString(), std::string_view("10.96.0.10"));
        QCOMPARE(portOf(object), 30080);
    }

    void wishes_areRefusedInUpstreamsWords()
    {
        InProcessWorld world;
        Value wish = service("a", "NodePort");
        wish.edit("spec").edit("ports").edit(std::size_t(0)).set("nodePort", 8080);
        QCOMPARE(refusal(world, wish), std::string("Service \"a\" is invalid: spec.ports[0].nodePort: "
                                                   "Invalid value: 8080: provided port is not in the "
                                                   "valid range. The range of valid ports is 30000-32767"));
        wish.edit("spec").edit("ports").edit(std::size_t(0)).set("nodePort", 30080);
        QVERIFY(make(world, wish));
        wish.edit("metadata").set("name", "b");
        QCOMPARE(
            refusal(world, wish),
            std::string("Service \"b\" is invalid: spec.ports[0].nodePort: Invalid value: 30080: provided "
                        "port is already allocated"));
        Value taken = service("c");
        taken.edit("spec").set("clusterIP", "10.96.0.1");
        QCOMPARE(refusal(world, taken), std::string("Service \"c\" is invalid: spec.clusterIPs: Invalid "
                                                    "value: [\"10.96.0.1\"]: failed to allocate IP "
                                                    "10.96.0.1: provided IP is already allocated"));
        taken.edit("spec").set("clusterIP", "192.168.0.1");
        QCOMPARE(refusal(world, taken), std::string("Service \"c\" is invalid: spec.clusterIPs: Invalid "
                                                    "value: [\"192.168.0.1\"]: failed to allocate IP "
                                                    "192.168.0.1: the provided IP (192.168.0.1) is not in "
                                                    "the valid range. The range of valid IPs is "
                                                    "10.96.0.0/12"));
    }

    void refusedAndDryRunWrites_takeNothing()
    {
        InProcessWorld world;
        Value wish = service("a", "NodePort");
        wish.edit("spec").edit("ports").edit(std::size_t(0)).set("nodePort", 30080);
        QVERIFY(await(world, create(kServices, wish, {{"dryRun", "All"}})));
        Value bad = wish;
        bad.edit("spec").set("sessionAffinity", "x");
        QVERIFY(!make(world, bad));
        QVERIFY(make(world, wish));
        QVERIFY(await(world, remove(kServices, "default", "a")));
        QVERIFY(make(world, wish));
    }

    void address_mayNotChange()
    {
        InProcessWorld world;
        QVERIFY(make(world, service("web")));
        const auto refused =
            await(world, mergePatch(kServices, "default", "web",
                                    json("{'spec':{'clusterIP':'10.96.0.99','clusterIPs':['10.96.0.99']}}")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().message,
                 std::string("Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: "
                             "[\"10.96.0.99\"]: may not change once set"));
    }

    void types_mayChange()
    {
        InProcessWorld world;
        const auto first = make(world, service("web"));
        QVERIFY(first);
        auto changed =
            await(world, mergePatch(kServices, "default", "web", json("{'spec':{'type':'NodePort'}}")));
        QVERIFY(changed);
        QCOMPARE(addressOf(changed->object()), addressOf(first));
        QVERIFY(portOf(changed->object()) >= 30000);
        changed =
            await(world, mergePatch(kServices, "default", "web", json("{'spec':{'type':'ClusterIP'}}")));
        QVERIFY(changed);
        QCOMPARE(portOf(changed->object()), 0);
        QVERIFY(!changed->object()->spec().contains("externalTrafficPolicy"));
        changed = await(world, mergePatch(kServices, "default", "web",
                                          json("{'spec':{'type':'ExternalName','externalName':'a.b'}}")));
        QVERIFY(changed);
        QVERIFY(!changed->object()->spec().contains("clusterIP"));
        changed =
            await(world, mergePatch(kServices, "default", "web", json("{'spec':{'type':'ClusterIP'}}")));
        QVERIFY(changed);
        QVERIFY(!addressOf(changed->object()).empty());
    }

    void headless_keepsNone()
    {
        InProcessWorld world;
        Value wish = service("web");
        wish.edit("spec").set("clusterIP", "None");
        const auto object = make(world, wish);
        QVERIFY(object);
        QCOMPARE(addressOf(object), std::string("None"));
        wish = service("b", "NodePort");
        wish.edit("spec").set("clusterIP", "None");
        QVERIFY(refusal(world, wish).contains("may not be set to 'None' for NodePort services"));
    }

    void smallRanges_runOut()
    {
        const auto block = AddressBlock::parse("10.0.0.0/29");
        QVERIFY(block);
        ServiceAllocator allocator(*block, 1);
        std::set<std::string> seen;
        for (int i = 0; i < 6; ++i) {
            const auto address = allocator.pickAddress();
            QVERIFY(address);
            QVERIFY(seen.insert(*address).second);
            const kube::Object owner(Value::map({{"metadata", Value::map({{"name", std::to_string(i)}})},
                                                 {"spec", Value::map({{"clusterIP", *address}})}}));
            allocator.observe(nullptr, &owner);
        }
        QVERIFY(!allocator.pickAddress());
        QVERIFY(!AddressBlock::parse("10.0.0.0"));
        QVERIFY(!AddressBlock::parse("10.0.0/8"));
        QVERIFY(!AddressBlock::parse("10.0.0.0/99"));
    }
};

MINATO_TEST(TestServiceAllocation)
#include "tst_service_allocation.moc"
