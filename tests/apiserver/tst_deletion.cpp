// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;
using Lines = std::vector<std::string>;

/// How objects go: at once, after a grace period, when a finalizer lets them.
class TestDeletion : public QObject {
    Q_OBJECT

    static kube::ObjectPtr read(ContractWorld &world, const GroupVersionResource &resource, std::string name)
    {
        auto answer = await(world, get(resource, "default", std::move(name)));
        return answer ? answer->object() : nullptr;
    }

    /// A Pod that a kubelet has: it takes its time to go.
    static bool makeBoundPod(ContractWorld &world, const char *name)
    {
        if (!await(world, create(kPods, pod(name))))
            return false;
        auto binding = request(api::Verb::Create, kPods, "default", name);
        binding.subresource = "binding";
        binding.body = json("{'target':{'kind':'Node','name':'node-1'}}");
        binding.body.edit("metadata").set("name", name);
        return await(world, binding).has_value();
    }

private Q_SLOTS:
    /// pkg/registry/core/pod/strategy_test.go TestCheckGracefulDelete, "in failed phase" and "no phase": without a node.
    void unscheduledPod_goesAtOnce()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kPods, pod("web"))));
        const auto answer = await(world, remove(kPods, "default", "web"));
        QVERIFY(answer);
        const auto &status = std::get<kube::Value>(answer->payload);
        QCOMPARE(status["status"].asString(), std::string_view("Success"));
        QCOMPARE(status.at("details", "kind").asString(), std::string_view("pods"));
        QVERIFY(!read(world, kPods, "web"));
    }

    /// TestCheckGracefulDelete, "in pending phase with has node name".
    void scheduledPod_hasItsGracePeriod()
    {
        InProcessWorld world;
        QVERIFY(makeBoundPod(world, "web"));
        const auto answer = await(world, remove(kPods, "default", "web"));
        QVERIFY(answer);
        QCOMPARE(answer->object()->metadata()["deletionGracePeriodSeconds"].asInt(), 30);
        QCOMPARE(answer->object()->metadata()["deletionTimestamp"].asString(),
                 std::string_view("2026-01-05T00:00:30Z"));
        QCOMPARE(answer->object()->generation(), 2);
        QVERIFY(read(world, kPods, "web"));
    }

    void gracePeriod_mayOnlyBeShortened()
    {
        InProcessWorld world;
        QVERIFY(makeBoundPod(world, "web"));
        QVERIFY(await(world, remove(kPods, "default", "web", {{"gracePeriodSeconds", "20"}})));
        world.pass(std::chrono::seconds(2));
        QVERIFY(await(world, remove(kPods, "default", "web", {{"gracePeriodSeconds", "60"}})));
        QCOMPARE(read(world, kPods, "web")->metadata()["deletionTimestamp"].asString(),
                 std::string_view("2026-01-05T00:00:20Z"));
        QVERIFY(await(world, remove(kPods, "default", "web", {{"gracePeriodSeconds", "5"}})));
        const auto shorter = read(world, kPods, "web");
        QCOMPARE(shorter->metadata()["deletionTimestamp"].asString(),
                 std::string_view("2026-01-05T00:00:05Z"));
        QCOMPARE(shorter->metadata()["deletionGracePeriodSeconds"].asInt(), 5);
        world.pass(std::chrono::seconds(30));
        QVERIFY(await(world, remove(kPods, "default", "web", {{"gracePeriodSeconds", "3"}})));
        QCOMPARE(read(world, kPods, "web")->metadata()["deletionGracePeriodSeconds"].asInt(), 1);
    }

    void kubeletsLastDelete_marksAndRemoves()
    {
        InProcessWorld world;
        QVERIFY(makeBoundPod(world, "web"));
        Watching watching(world, list(kPods, "default"));
        QVERIFY(watching.waitFor(1));
        QVERIFY(await(world, remove(kPods, "default", "web")));
        QVERIFY(await(world, remove(kPods, "default", "web", {{"gracePeriodSeconds", "0"}})));
        QVERIFY(watching.waitFor(4));
        QCOMPARE(watching.lines(), (Lines{"ADDED web", "MODIFIED web", "MODIFIED web", "DELETED web"}));
        QVERIFY(!read(world, kPods, "web"));
    }

    /// TestCheckGracefulDelete, "in failed phase with has node name" and "in succeeded phase".
    void finishedPod_goesAtOnce()
    {
        InProcessWorld world;
        QVERIFY(makeBoundPod(world, "web"));
        QVERIFY(await(
            world, mergePatch(kPods, "default", "web", json("{'status':{'phase':'Succeeded'}}"), "status")));
        QVERIFY(await(world, remove(kPods, "default", "web")));
        QVERIFY(!read(world, kPods, "web"));
    }

    /// apiserver registry/generic/registry/store_test.go TestGracefulStoreHandleFinalizers.
    void heldPod_waitsForItsFinalizerEvenAfterItsGracePeriod()
    {
        InProcessWorld world;
        QVERIFY(makeBoundPod(world, "web"));
        QVERIFY(
            await(world, mergePatch(kPods, "default", "web", json("{'metadata':{'finalizers':['a.b/c']}}"))));
        QVERIFY(await(world, remove(kPods, "default", "web", {{"gracePeriodSeconds", "0"}})));
        QVERIFY(read(world, kPods, "web"));
        QVERIFY(await(world, mergePatch(kPods, "default", "web", json("{'metadata':{'finalizers':null}}"))));
        QVERIFY(!read(world, kPods, "web"));
    }

    /// registry/store_test.go TestStoreDeleteWithOrphanDependents, TestStoreDeletionPropagation.
    void propagation_leavesItsFinalizerToTheCollector_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("finalizer");
        QTest::newRow("background") << QStringLiteral("Background") << QString();
        QTest::newRow("foreground") << QStringLiteral("Foreground") << QStringLiteral("foregroundDeletion");
        QTest::newRow("orphan") << QStringLiteral("Orphan") << QStringLiteral("orphan");
    }
    void propagation_leavesItsFinalizerToTheCollector()
    {
        QFETCH(QString, policy);
        QFETCH(QString, finalizer);
        InProcessWorld world;
        QVERIFY(await(world, create(kDeployments, deployment("web"))));
        QVERIFY(await(world,
                      remove(kDeployments, "default", "web", {{"propagationPolicy", policy.toStdString()}})));
        const auto left = read(world, kDeployments, "web");
        QCOMPARE(left != nullptr, !finalizer.isEmpty());
        if (!left)
            return;
        QVERIFY(left->isTerminating());
        QCOMPARE(left->at("metadata", "finalizers", 0).asString(), finalizer.toStdString());
        QCOMPARE(left->generation(), 2);
        QVERIFY(await(world,
                      mergePatch(kDeployments, "default", "web", json("{'metadata':{'finalizers':null}}"))));
        QVERIFY(!read(world, kDeployments, "web"));
    }

    void preconditions_areChecked()
    {
        InProcessWorld world;
        const auto made = await(world, create(kDeployments, deployment("web")));
        QVERIFY(made);
        auto wrong = remove(kDeployments, "default", "web");
        wrong.body = json("{'preconditions':{'uid':'other'}}");
        const auto refused = await(world, wrong);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, 409);
        QVERIFY(refused.error().message.contains(
            "the UID in the precondition (other) does not match the UID in record ("));
        wrong.body = json("{'preconditions':{'resourceVersion':'1'}}");
        QVERIFY(!await(world, wrong));
        auto right = remove(kDeployments, "default", "web");
        right.body.edit("preconditions").set("uid", made->object()->uid());
        QVERIFY(await(world, right));
    }

    void collections_goBySelector()
    {
        InProcessWorld world;
        for (const auto &[name, app] : {std::pair("a", "x"), {"b", "y"}, {"c", "x"}})
            QVERIFY(await(world, create(kDeployments, deployment(name, app))));
        auto all = request(api::Verb::DeleteCollection, kDeployments, "default");
        all.query = {{"labelSelector", "app=x"}};
        const auto answer = await(world, all);
        QVERIFY(answer);
        QCOMPARE(answer->list().items.size(), 2U);
        const auto left = await(world, list(kDeployments, "default"));
        QVERIFY(left);
        QCOMPARE(left->list().items.size(), 1U);
        QCOMPARE(left->list().items[0]->name(), std::string_view("b"));
    }

    void namespaces_areEmptiedFirst()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kNamespaces, json("{'metadata':{'name':'lab'}}"))));
        QVERIFY(await(world, remove(kNamespaces, "", "lab")));
        auto left = await(world, get(kNamespaces, "", "lab"));
        QVERIFY(left);
        QCOMPARE(left->object()->status()["phase"].asString(), std::string_view("Terminating"));
        Value late = deployment("late");
        late.edit("metadata").set("namespace", "lab");
        const auto refused = await(world, create(kDeployments, late));
        QVERIFY(!refused);
        QCOMPARE(refused.error().message, std::string("deployments.apps \"late\" is forbidden: unable to "
                                                      "create new content in namespace lab because it is "
                                                      "being terminated"));
        QCOMPARE(refused.error().causes.at(0).reason, std::string("NamespaceTerminating"));
        Value empty = left->object()->root();
        empty.edit("spec").set("finalizers", Value::emptyArray());
        auto finalize = update(kNamespaces, empty, "finalize");
        QVERIFY(await(world, finalize));
        QVERIFY(!await(world, get(kNamespaces, "", "lab")));
        const auto never = await(world, remove(kNamespaces, "", "default"));
        QVERIFY(!never);
        QCOMPARE(never.error().message,
                 std::string("namespaces \"default\" is forbidden: this namespace may not be deleted"));
    }

    void badOptions_areRefused()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kDeployments, deployment("web"))));
        const auto policy =
            await(world, remove(kDeployments, "default", "web", {{"propagationPolicy", "Sideways"}}));
        QVERIFY(!policy);
        QCOMPARE(policy.error().code, 422);
        QVERIFY(!await(world, remove(kDeployments, "default", "web", {{"gracePeriodSeconds", "soon"}})));
        QVERIFY(read(world, kDeployments, "web"));
    }
};

MINATO_TEST(TestDeletion)
#include "tst_deletion.moc"
