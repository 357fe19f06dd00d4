// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

kube::Value configMap(std::string_view name, kube::Value owners = {}, std::string_view ns = "default")
{
    auto metadata = kube::Value::map({{"name", name}, {"namespace", ns}});
    if (!owners.isNull())
        metadata.set("ownerReferences", std::move(owners));
    return kube::Value::map({{"apiVersion", "v1"}, {"kind", "ConfigMap"}, {"metadata", metadata}});
}

kube::Value owner(const kube::Object &of, bool blocks = false)
{
    return kube::Value::map({{"apiVersion", "v1"},
                             {"kind", "ConfigMap"},
                             {"name", of.name()},
                             {"uid", of.uid()},
                             {"blockOwnerDeletion", blocks}});
}

kube::Value absentOwner()
{
    return *kube::parseJson(R"({"apiVersion":"v1","kind":"ConfigMap","name":"gone",
                                "uid":"00000000-0000-4000-8000-000000000000"})");
}

struct Fixture : ClusterFixture {
    Fixture() : ClusterFixture({.topology = cluster::Topology::empty(1)}) { cluster.settle(); }
    kube::ObjectPtr make(const kube::Value &object)
    {
        const auto answer = await(client::createRequest(kConfigMaps, object));
        return answer ? answer->object() : nullptr;
    }
    bool remove(const kube::Object &object, std::string_view policy)
    {
        return await(client::deleteRequest(kConfigMaps, object, {.propagationPolicy = policy})).has_value();
    }
    kube::ObjectPtr find(std::string_view name, std::string_view ns = "default")
    {
        return get(kConfigMaps, name, ns);
    }
};

} // namespace

/// Mirrors pkg/controller/garbagecollector/garbagecollector_test.go and test/integration/garbagecollector.
class TestGarbage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cascading_background()
    {
        Fixture f; // TestCascadingDeletion
        const auto top = f.make(configMap("top"));
        f.make(configMap("owned", kube::Value::array({owner(*top)})));
        f.make(configMap("lost", kube::Value::array({absentOwner()})));
        f.make(configMap("both", kube::Value::array({owner(*top), absentOwner()})));
        f.make(configMap("free"));
        f.run(2s);
        QVERIFY(f.find("owned") && !f.find("lost") && f.find("free"));
        // A solid owner keeps it; the reference to the absent one goes.
        QCOMPARE(f.find("both")->metadata()["ownerReferences"].size(), std::size_t(1));
        QVERIFY(f.remove(*top, "Background"));
        QVERIFY(!f.find("top"));
        f.run(2s);
        QVERIFY(!f.find("owned") && !f.find("both") && f.find("free"));
    }

    void foreground_waitsForThoseThatBlock()
    {
        Fixture f; // TestSolidOwnerDoesNotBlockWaitingOwner, TestNonBlockingOwnerRefDoesNotBlock
        const auto top = f.make(configMap("top"));
        for (const bool blocks : {true, false}) {
            auto held = configMap(blocks ? "blocking" : "idle", kube::Value::array({owner(*top, blocks)}));
            held.edit("metadata").set("finalizers", kube::Value::array({"example.org/hold"}));
            QVERIFY(f.make(held));
        }
        f.run(1s);
        QVERIFY(f.remove(*top, "Foreground"));
        f.run(5s);
        QVERIFY(f.find("top") && f.find("top")->isTerminating());
        QVERIFY(f.find("blocking")->isTerminating() && f.find("idle")->isTerminating());
        const auto release = [&f](const char *name) {
            return f
                .await(client::patchRequest(kConfigMaps, *f.find(name), kube::PatchType::Merge,
                                            *kube::parseJson(R"({"metadata":{"finalizers":null}})")))
                .has_value();
        };
        QVERIFY(release("blocking"));
        f.run(2s);
        QVERIFY(!f.find("top") && f.find("idle")); // the other does not hold it back
        QVERIFY(release("idle"));
        f.run(1s);
        QVERIFY(!f.find("idle"));
    }

    void foreground_leavesWhatASolidOwnerHolds()
    {
        Fixture f; // TestSolidOwnerDoesNotBlockWaitingOwner
        const auto top = f.make(configMap("top"));
        const auto solid = f.make(configMap("solid"));
        f.make(configMap("shared", kube::Value::array({owner(*top, true), owner(*solid)})));
        f.run(1s);
        QVERIFY(f.remove(*top, "Foreground"));
        f.run(3s);
        QVERIFY(!f.find("top") && f.find("solid") && f.find("shared"));
        QCOMPARE(f.find("shared")->metadata()["ownerReferences"].size(), std::size_t(1));
    }

    void foreground_breaksACircle()
    {
        Fixture
            f; // TestDoubleDeletionWithFinalizer, garbagecollector_test.go TestBlockingOwnerRefDoesBlock: a → b → a
        const auto a = f.make(configMap("a"));
        const auto b = f.make(configMap("b", kube::Value::array({owner(*a, true)})));
        QVERIFY(f.await(client::patchRequest(
                            kConfigMaps, *a, kube::PatchType::Merge,
                            kube::Value::map(
                                {{"metadata", kube::Value::map({{"ownerReferences",
                                                                 kube::Value::array({owner(*b, true)})}})}})))
                    .has_value());
        f.run(1s);
        QVERIFY(f.remove(*f.find("a"), "Foreground"));
        f.run(10s);
        QVERIFY(!f.find("a") && !f.find("b"));
    }

    void orphan_stripsTheReferences()
    {
        Fixture f; // TestOrphaning
        const auto top = f.make(configMap("top"));
        f.make(configMap("owned", kube::Value::array({owner(*top)})));
        f.run(1s);
        QVERIFY(f.remove(*top, "Orphan"));
        f.run(2s);
        QVERIFY(!f.find("top") && f.find("owned"));
        QVERIFY(f.find("owned")->metadata()["ownerReferences"].isEmpty());
    }

    void ownerInAnotherNamespace_isAbsent()
    {
        Fixture f; // TestCrossNamespaceReferencesWithWatchCache
        const auto foreign = f.make(configMap("top", {}, "kube-system"));
        QVERIFY(foreign);
        f.run(1s);
        const auto owned = f.make(configMap("owned", kube::Value::array({owner(*foreign)})));
        f.run(2s);
        QVERIFY(!f.find("owned") && f.find("top", "kube-system"));
        const std::string expected =
            "ownerRef [v1/ConfigMap, namespace: default, name: top, uid: " + std::string(foreign->uid()) +
            "] does not exist in namespace \"default\"";
        bool isSaid = false;
        for (const auto &event : f.list(kEvents))
            isSaid = isSaid || (event->root()["reason"].asString() == "OwnerRefInvalidNamespace" &&
                                event->root()["message"].asString() == expected);
        QVERIFY(isSaid);
    }

    void namesakeOfAnOwner_isNoOwner()
    {
        Fixture f; // attemptToDeleteItem: the UID counts, not the name
        const auto top = f.make(configMap("top"));
        auto reference = owner(*top);
        reference.set("uid", "00000000-0000-4000-8000-000000000001");
        f.make(configMap("owned", kube::Value::array({reference})));
        f.run(2s);
        QVERIFY(f.find("top") && !f.find("owned"));
    }

    void namespace_tellsWhatItWaitsFor()
    {
        Fixture f; // namespaced_resources_deleter_test.go
        QVERIFY(f.await(client::createRequest(
            kNamespaces,
            *kube::parseJson(R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":"lab"}})"))));
        auto held = configMap("held", {}, "lab");
        held.edit("metadata").set("finalizers", kube::Value::array({"example.org/hold"}));
        QVERIFY(f.make(held));
        QVERIFY(f.await(client::deleteRequest(kNamespaces, *f.get(kNamespaces, "lab", {}))).has_value());
        f.run(4s);
        QVERIFY(!f.find("held", "lab")->isTerminating()); // begins after five seconds
        f.run(8s);
        const auto condition = [&f](std::string_view type) {
            const auto ns = f.get(kNamespaces, "lab", {});
            return std::string(
                components::findCondition(ns->status()["conditions"], type)["message"].asString());
        };
        QCOMPARE(condition("NamespaceContentRemaining"),
                 std::string("Some resources are remaining: configmaps. has 1 resource instances"));
        QCOMPARE(condition("NamespaceFinalizersRemaining"),
                 std::string(
                     "Some content in the namespace has finalizers remaining: example.org/hold in 1 resource "
                     "instances"));
        QVERIFY(f.await(client::patchRequest(kConfigMaps, *f.find("held", "lab"), kube::PatchType::Merge,
                                             *kube::parseJson(R"({"metadata":{"finalizers":null}})")))
                    .has_value());
        f.run(20s);
        QVERIFY(!f.get(kNamespaces, "lab", {}));
    }
};

MINATO_TEST(TestGarbage)
#include "tst_garbage.moc"
