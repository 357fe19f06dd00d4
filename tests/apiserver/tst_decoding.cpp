// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "kube/json.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;

/// What becomes of fields that are unknown, of the wrong type, or not in the form a Go server writes.
class TestDecoding : public QObject {
    Q_OBJECT

    static Value withTypos()
    {
        Value object = deployment("web");
        object.edit("spec").set("foo", 1);
        object.edit("spec")
            .edit("template")
            .edit("spec")
            .edit("containers")
            .edit(std::size_t(0))
            .set("imagee", "x");
        return object;
    }

private Q_SLOTS:
    void strict_refusesUnknownFields()
    {
        InProcessWorld world;
        const auto answer = await(world, create(kDeployments, withTypos(), {{"fieldValidation", "Strict"}}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, 400);
        QCOMPARE(
            answer.error().message,
            std::string("Deployment in version \"v1\" cannot be handled as a Deployment: strict decoding "
                        "error: unknown "
                        "field \"spec.foo\", unknown field \"spec.template.spec.containers[0].imagee\""));
    }

    void warn_dropsUnknownFieldsAndTells_data()
    {
        QTest::addColumn<QString>("validation");
        QTest::addColumn<int>("warnings");
        QTest::newRow("by default") << QString() << 2;
        QTest::newRow("asked for") << QStringLiteral("Warn") << 2;
        QTest::newRow("ignored") << QStringLiteral("Ignore") << 0;
    }
    void warn_dropsUnknownFieldsAndTells()
    {
        QFETCH(QString, validation);
        QFETCH(int, warnings);
        InProcessWorld world;
        auto wish = create(kDeployments, withTypos());
        if (!validation.isEmpty())
            wish.query["fieldValidation"] = validation.toStdString();
        const auto answer = await(world, wish);
        QVERIFY(answer);
        QCOMPARE(answer->warnings.size(), std::size_t(warnings));
        if (warnings > 0)
            QCOMPARE(answer->warnings[0], std::string("unknown field \"spec.foo\""));
        QVERIFY(!answer->object()->spec().contains("foo"));
    }

    void everyAnswerOfADeprecatedKind_warns()
    {
        InProcessWorld world;
        const std::vector<std::string> warning{
            "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice"};
        const auto listed = await(world, list(kEndpoints, "default"));
        QVERIFY(listed);
        QCOMPARE(listed->warnings, warning);
        const auto one = await(world, get(kEndpoints, "default", "kubernetes"));
        QVERIFY(one);
        QCOMPARE(one->warnings, warning);
        const auto other = await(world, list(kDeployments, "default"));
        QVERIFY(other);
        QVERIFY(other->warnings.empty());
    }

    void wrongTypes_areRefusedInGosWords_data()
    {
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *patch, const char *why) {
            QTest::newRow(patch) << QString::fromLatin1(patch) << QString::fromLatin1(why);
        };
        row("{'replicas':'3'}",
            "json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32");
        row("{'replicas':1.5}", "json: cannot unmarshal number 1.5 into Go struct field "
                                "DeploymentSpec.spec.replicas of type int32");
        row("{'replicas':3000000000}", "json: cannot unmarshal number 3000000000 into Go struct field "
                                       "DeploymentSpec.spec.replicas of type int32");
        row("{'paused':'yes'}",
            "json: cannot unmarshal string into Go struct field DeploymentSpec.spec.paused of type bool");
        row("{'template':[]}", "json: cannot unmarshal array into Go struct field "
                               "DeploymentSpec.spec.template of type v1.PodTemplateSpec");
        row("{'template':{'spec':{'containers':{}}}}",
            "json: cannot unmarshal object into Go struct field PodSpec.spec.template.spec.containers of "
            "type []v1.Container");
        row("{'selector':{'matchLabels':{'a':1}}}", "json: cannot unmarshal number into Go struct field "
                                                    "LabelSelector.spec.selector.matchLabels of type string");
        row("{'template':{'spec':{'containers':[{'name':'a','image':7}]}}}",
            "json: cannot unmarshal number into Go struct field "
            "Container.spec.template.spec.containers.image of type string");
        row("{'template':{'spec':{'containers':[{'name':'a','image':'i','resources':{'limits':{'cpu':'lots'}}"
            "}]}}}",
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
    }
    void wrongTypes_areRefusedInGosWords()
    {
        QFETCH(QString, patch);
        QFETCH(QString, why);
        InProcessWorld world;
        Value object = deployment("web");
        object.set("spec", kube::applyMergePatch(object["spec"], json(patch.toStdString())));
        const auto answer = await(world, create(kDeployments, object));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, 400);
        QCOMPARE(answer.error().message,
                 "Deployment in version \"v1\" cannot be handled as a Deployment: " + why.toStdString());
    }

    void duplicateFields_areToldLikeUnknownOnes()
    {
        InProcessWorld world;
        auto wish = create(kDeployments, deployment("web"), {{"fieldValidation", "Strict"}});
        wish.duplicateFields = {"spec.replicas"};
        const auto answer = await(world, wish);
        QVERIFY(!answer);
        QVERIFY(answer.error().message.ends_with("strict decoding error: duplicate field \"spec.replicas\""));
    }

    void patchesThatDoNotFit_areRefusedAsUpstream_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, kube::PatchType type, const char *patch, const char *message) {
            QTest::newRow(name) << int(type) << QString::fromLatin1(patch) << QString::fromLatin1(message);
        };
        using enum kube::PatchType;
        row("text for a number", Strategic, "{'spec':{'replicas':'x'}}",
            " \"\" is invalid: patch: Invalid value: \"map[spec:map[replicas:x]]\": unrecognized type: "
            "int32");
        row("a number for text", Strategic, "{'spec':{'template':{'spec':{'nodeName':7}}}}",
            " \"\" is invalid: patch: Invalid value: \"map[spec:map[template:map[spec:map[nodeName:7]]]]\": "
            "cannot "
            "convert int64 to string");
        row("a list for a structure", Strategic, "{'spec':{'strategy':[]}}",
            " \"\" is invalid: patch: Invalid value: \"map[spec:map[strategy:[]]]\": cannot restore struct "
            "from: "
            "slice");
        row("an unknown field", Strategic, "{'spec':{'foo':1}}",
            " \"\" is invalid: patch: Invalid value: \"map[spec:map[foo:1]]\": strict decoding error: "
            "unknown field "
            "\"spec.foo\"");
        row("an unknown directive", Strategic, "{'spec':{'$patch':'x'}}",
            "unknown patch type: x in map: map[$patch:x]");
        row("no operations", Json, "{}", "the server rejected our request due to an error in our request");
    }
    void patchesThatDoNotFit_areRefusedAsUpstream()
    {
        QFETCH(int, type);
        QFETCH(QString, patch);
        QFETCH(QString, message);
        InProcessWorld world;
        QVERIFY(await(world, create(kDeployments, deployment("web"))));
        auto wish = mergePatch(kDeployments, "default", "web", json(patch.toStdString()));
        wish.patchType = static_cast<kube::PatchType>(type);
        wish.query["fieldValidation"] = "Strict";
        const auto answer = await(world, wish);
        QVERIFY(!answer);
        QCOMPARE(answer.error().message, message.toStdString());
    }

    void mergePatchOfAWrongType_tellsTheWholeObject()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kDeployments, deployment("web"))));
        const auto answer =
            await(world, mergePatch(kDeployments, "default", "web", json("{'spec':{'replicas':'x'}}")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, 422);
        const std::string &message = answer.error().message;
        QVERIFY(message.starts_with(
            " \"\" is invalid: patch: Invalid value: \"{\\\"apiVersion\\\":\\\"apps/v1\\\""));
        QVERIFY(message.ends_with(": json: cannot unmarshal string into Go struct field "
                                  "DeploymentSpec.spec.replicas of type int32"));
        const auto kind =
            await(world, mergePatch(kDeployments, "default", "web", json("{'kind':'ReplicaSet'}")));
        QVERIFY(!kind && kind.error().message.ends_with(
                             "unable to decode apps/v1, Kind=ReplicaSet into *apps.Deployment"));
    }

    void values_takeTheirCanonicalForm()
    {
        InProcessWorld world;
        Value object = pod("web");
        Value &container = object.edit("spec").edit("containers").edit(std::size_t(0));
        container.set("resources",
                      json("{'limits':{'cpu':1.5,'memory':'1024Mi'},'requests':{'memory':'0.5Gi'}}"));
        container.set("tty", false);
        container.set("command", Value::emptyArray());
        object.edit("metadata").set("annotations", Value::emptyMap());
        object.edit("spec").set("nodeSelector", nullptr);
        const auto answer = await(world, create(kPods, object));
        QVERIFY(answer);
        const Value &stored = answer->object()->at("spec", "containers", 0);
        QCOMPARE(kube::toJson(stored["resources"]),
                 std::string("{\"limits\":{\"cpu\":\"1500m\",\"memory\":\"1Gi\"},\"requests\":{\"cpu\":"
                             "\"1500m\",\"memory\":\"512Mi\"}}"));
        QVERIFY(!stored.contains("tty"));
        QVERIFY(!stored.contains("command"));
        QVERIFY(!answer->object()->metadata().contains("annotations"));
        QVERIFY(!answer->object()->spec().contains("nodeSelector"));
    }

    void bodiesThatAreNoObjects_areRefused_data()
    {
        QTest::addColumn<QString>("body");
        for (const char *body :
             {"null", "[]", "'text'", "7", "{'metadata':7}", "{'metadata':[]}", "{'spec':'x'}",
              "{'apiVersion':'v1','kind':'Pod'}", "{'apiVersion':'apps/v1','kind':'ReplicaSet'}"})
            QTest::newRow(body) << QString::fromLatin1(body);
    }
    void bodiesThatAreNoObjects_areRefused()
    {
        QFETCH(QString, body);
        InProcessWorld world;
        auto wish = request(api::Verb::Create, kDeployments, "default");
        wish.body = json(body.toStdString());
        const auto answer = await(world, wish);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, 400);
    }
};

MINATO_TEST(TestDecoding)
#include "tst_decoding.moc"
