// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "kube/json.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;

/// scale, binding, eviction.
class TestSubresources : public QObject {
    Q_OBJECT

    static api::Request scaleOf(std::string name)
    {
        auto scale = get(kDeployments, "default", std::move(name));
        scale.subresource = "scale";
        return scale;
    }

    static api::Request post(std::string name, std::string subresource, Value body)
    {
        auto post = request(api::Verb::Create, kPods, "default", std::move(name));
        post.subresource = std::move(subresource);
        post.body = std::move(body);
        return post;
    }

private Q_SLOTS:
    void scale_tellsReplicasAndSelector()
    {
        InProcessWorld world;
        const auto made = await(world, create(kDeployments, deployment("web")));
        QVERIFY(made);
        const auto none = await(world, scaleOf("web"));
        QVERIFY(none);
        QCOMPARE(none->object()->kind(), std::string_view("Scale"));
        QCOMPARE(none->object()->apiVersion(), std::string_view("autoscaling/v1"));
        QCOMPARE(none->object()->resourceVersion(), made->object()->resourceVersion());
        QCOMPARE(kube::toJson(none->object()->spec()), std::string("{}"));
        QCOMPARE(kube::toJson(none->object()->status()),
                 std::string("{\"replicas\":0,\"selector\":\"app=web\"}"));
    }

    void scale_isSetByPatchAndByPut()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kDeployments, deployment("web"))));
        const auto four = await(
            world, mergePatch(kDeployments, "default", "web", json("{'spec':{'replicas':4}}"), "scale"));
        QVERIFY(four);
        QCOMPARE(four->object()->spec()["replicas"].asInt(), 4);
        const auto stored = await(world, get(kDeployments, "default", "web"));
        QVERIFY(stored);
        QCOMPARE(stored->object()->spec()["replicas"].asInt(), 4);
        QCOMPARE(stored->object()->generation(), 2);
        Value back = four->object()->root();
        back.edit("spec").set("replicas", 2);
        const auto two = await(world, update(kDeployments, back, "scale"));
        QVERIFY(two);
        QCOMPARE(two->object()->spec()["replicas"].asInt(), 2);
        const auto stale = await(world, update(kDeployments, back, "scale"));
        QVERIFY(!stale);
        QCOMPARE(stale.error().code, 409);
        QVERIFY(
            stale.error().message.starts_with("Operation cannot be fulfilled on deployments.apps \"web\": "));
    }

    void negativeScale_isRefused()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kDeployments, deployment("web"))));
        const auto refused = await(
            world, mergePatch(kDeployments, "default", "web", json("{'spec':{'replicas':-1}}"), "scale"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, 422);
        QCOMPARE(refused.error().message,
                 std::string("Scale.autoscaling \"web\" is invalid: spec.replicas: Invalid value: -1: must "
                             "be greater than or equal to 0"));
        const auto text = await(
            world, mergePatch(kDeployments, "default", "web", json("{'spec':{'replicas':'x'}}"), "scale"));
        QVERIFY(!text);
        QCOMPARE(text.error().code, 422); // a patch that makes no Scale any more
        QVERIFY(!await(
            world, mergePatch(kDeployments, "default", "nope", json("{'spec':{'replicas':1}}"), "scale")));
    }

    void binding_putsThePodOnTheNodeOnce()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kPods, pod("web"))));
        Value body = json("{'metadata':{'name':'web'},'target':{'kind':'Node','name':'node-1'}}");
        const auto bound = await(world, post("web", "binding", body));
        QVERIFY(bound);
        QVERIFY(bound->isCreated);
        const auto stored = await(world, get(kPods, "default", "web"));
        QVERIFY(stored);
        QCOMPARE(stored->object()->spec()["nodeName"].asString(), std::string_view("node-1"));
        QCOMPARE(stored->object()->at("status", "conditions", 0, "type").asString(),
                 std::string_view("PodScheduled"));
        QCOMPARE(stored->object()->at("status", "conditions", 0, "status").asString(),
                 std::string_view("True"));
        const auto again = await(world, post("web", "binding", body));
        QVERIFY(!again);
        QCOMPARE(again.error().message,
                 std::string("Operation cannot be fulfilled on pods/binding \"web\": pod web is already "
                             "assigned to node \"node-1\""));
        body.edit("metadata").set("name", "other");
        QVERIFY(!await(world, post("web", "binding", body)));
    }

    void eviction_deletesGracefully()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kPods, pod("web"))));
        QVERIFY(
            await(world, post("web", "binding", json("{'metadata':{'name':'web'},'target':{'name':'n'}}"))));
        const auto evicted = await(world, post("web", "eviction", json("{'metadata':{'name':'web'}}")));
        QVERIFY(evicted);
        const auto left = await(world, get(kPods, "default", "web"));
        QVERIFY(left);
        QVERIFY(left->object()->isTerminating());
    }

    void eviction_waitsForTheBudgetToBeCounted()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kPods, pod("web"))));
        auto running = get(kPods, "default", "web");
        running.verb = api::Verb::Patch;
        running.subresource = "status";
        running.patchType = kube::PatchType::Merge;
        running.body = json("{'status':{'phase':'Running'}}");
        QVERIFY(await(world, running));
        QVERIFY(await(world, create(kube::resources::kPodDisruptionBudgets,
                                    json("{'apiVersion':'policy/v1','kind':'PodDisruptionBudget',"
                                         "'metadata':{'name':'all','namespace':'default'},"
                                         "'spec':{'minAvailable':1,'selector':{}}}"))));
        const auto refused = await(world, post("web", "eviction", json("{'metadata':{'name':'web'}}")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, 429);
        QCOMPARE(refused.error().retryAfterSeconds, 10);
        QCOMPARE(refused.error().causes.front().message,
                 std::string("The disruption budget all is still being processed by the server."));
    }

    void unknownSubresources_areNotFound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        QTest::newRow("none such") << QStringLiteral("nonsense") << 404;
        QTest::newRow("of another kind") << QStringLiteral("scale") << 404;
        QTest::newRow("wrong verb") << QStringLiteral("binding") << 405;
    }
    void unknownSubresources_areNotFound()
    {
        QFETCH(QString, name);
        QFETCH(int, code);
        InProcessWorld world;
        auto wish = get(kPods, "default", "web");
        wish.subresource = name.toStdString();
        const auto answer = await(world, wish);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, code);
    }

    void podStatus_keepsWhatOnlyOthersMaySet()
    {
        InProcessWorld world;
        Value owned = pod("web");
        owned.edit("metadata")
            .set("ownerReferences",
                 json("[{'apiVersion':'apps/"
                      "v1','kind':'ReplicaSet','name':'rs','uid':'u','controller':true}]"));
        const auto made = await(world, create(kPods, owned));
        QVERIFY(made);
        Value change = made->object()->root();
        change.edit("metadata").erase("ownerReferences");
        change.edit("spec").set("nodeName", "sneaky");
        change.set("status",
                   json("{'phase':'Running','containerStatuses':[{'name':'web','ready':true,'restartCount':0,"
                        "'image':'i',"
                        "'imageID':'','state':{'running':{'startedAt':'2026-01-05T00:00:01Z'}}}]}"));
        const auto after = await(world, update(kPods, change, "status"));
        QVERIFY(after);
        QVERIFY(after->object()->controllerRef().isMap());
        QVERIFY(!after->object()->spec().contains("nodeName"));
        QCOMPARE(after->object()->status()["qosClass"].asString(), std::string_view("BestEffort"));
        // A Go server always writes this one.
        QCOMPARE(kube::toJson(after->object()->at("status", "containerStatuses", 0, "lastState")),
                 std::string("{}"));
        QCOMPARE(after->object()->generation(), 1);
    }

    /// pkg/registry/core/pod/strategy_test.go TestPodStatusStrategyUpdate's rows of observedGeneration.
    void podStatus_keepsTheGenerationsThatAWriterLeavesOut()
    {
        InProcessWorld world;
        const auto made = await(world, create(kPods, pod("web")));
        QVERIFY(made);
        Value change = made->object()->root();
        change.edit("status").set("observedGeneration", 1);
        change.edit("status").set("conditions",
                                  json("[{'type':'Ready','status':'False','observedGeneration':1}]"));
        const auto first = await(world, update(kPods, change, "status"));
        QVERIFY(first);
        change = first->object()->root();
        change.edit("status").erase("observedGeneration");
        change.edit("status").set(
            "conditions", json("[{'type':'Initialized','status':'True'},{'type':'Ready','status':'True'}]"));
        const auto second = await(world, update(kPods, change, "status"));
        QVERIFY(second);
        const Value &status = second->object()->status();
        QCOMPARE(status["observedGeneration"].asInt(), 1);
        QVERIFY(!status["conditions"][0].contains("observedGeneration"));
        QCOMPARE(status["conditions"][1]["observedGeneration"].asInt(), 1);
    }
};

MINATO_TEST(TestSubresources)
#include "tst_subresources.moc"
