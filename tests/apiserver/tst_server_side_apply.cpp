// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "kube/json.h"
#include "support/test_registry.h"

#include <algorithm>
#include <format>

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;

/// Server-side apply and managed fields as a client meets them. (Whose a field is: TestFieldManagers.)
class TestServerSideApply : public QObject {
    Q_OBJECT

    static api::Request apply(const std::string &manager, const char *config, api::Query query = {})
    {
        auto wish = request(api::Verb::Patch, kDeployments, "default", "web");
        wish.patchType = kube::PatchType::Apply;
        wish.body = json(config);
        wish.query = std::move(query);
        wish.query["fieldManager"] = manager;
        return wish;
    }
    /// A whole Deployment with so many replicas, in one quote.
    static api::Request applyReplicas(const std::string &manager, int replicas, api::Query query = {})
    {
        auto wish =
            apply(manager,
                  "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'},'spec':{"
                  "'selector':{'matchLabels':{'app':'web'}},'template':{'metadata':{'labels':{'app':'web'}},"
                  "'spec':{'containers':[{'name':'c','image':'nginx'}]}}}}",
                  std::move(query));
        wish.body.edit("spec").set("replicas", replicas);
        return wish;
    }
    /// "manager operation subresource: fieldsV1" of each entry.
    static std::vector<std::string> managers(const kube::Object &object)
    {
        std::vector<std::string> lines;
        const Value whole = object.whole();
        for (const Value &entry : whole.at("metadata", "managedFields").items())
            lines.push_back(std::format("{} {} {}: {}", entry["manager"].asString(),
                                        entry["operation"].asString(), entry["subresource"].asString(),
                                        toJson(entry["fieldsV1"])));
        return lines;
    }
    static bool owns(const kube::Object &object, std::string_view manager, std::string_view field)
    {
        return std::ranges::any_of(managers(object), [&](const std::string &line) {
            return line.starts_with(std::string(manager) + " ") && line.contains(field);
        });
    }

private Q_SLOTS:
    void applyOfNothing_creates()
    {
        InProcessWorld world;
        const auto made = await(world, applyReplicas("me", 2));
        QVERIFY2(made, made ? "" : made.error().message.c_str());
        QVERIFY(made->isCreated);
        const kube::Object &object = *made->object();
        QCOMPARE(object.at("spec", "strategy", "type").asString(), std::string_view("RollingUpdate"));
        QCOMPARE(
            managers(object),
            std::vector<std::string>{
                "me Apply : {\"f:spec\":{\"f:replicas\":{},\"f:selector\":{},\"f:template\":{\"f:metadata\":{"
                "\"f:labels\":{\"f:app\":{}}},\"f:spec\":{\"f:containers\":{\"k:{\\\"name\\\":\\\"c\\\"}\":{"
                "\".\":{},\"f:image\":{},\"f:name\":{}}}}}}}"});
        const Value entry = object.whole().at("metadata", "managedFields", 0);
        QCOMPARE(entry["apiVersion"].asString(), std::string_view("apps/v1"));
        QCOMPARE(entry["time"], object.metadata()["creationTimestamp"]);
    }

    void sameApply_writesNothing()
    {
        InProcessWorld world;
        const auto first = await(world, applyReplicas("me", 2));
        const auto second = await(world, applyReplicas("me", 2));
        QVERIFY(first && second);
        QVERIFY(!second->isCreated);
        QCOMPARE(second->object()->resourceVersion(), first->object()->resourceVersion());
        const auto third = await(world, applyReplicas("you", 2));
        QVERIFY(third);
        QVERIFY2(third->object()->resourceVersion() != first->object()->resourceVersion(),
                 "a new owner is news");
        QCOMPARE(third->object()->generation(), 1);
    }

    void fieldsOfOthers_areConflicts()
    {
        InProcessWorld world;
        auto wish = create(kDeployments, deployment("web"));
        wish.query["fieldManager"] = "kubectl-create";
        QVERIFY(await(world, wish));
        const auto refused = await(world, applyReplicas("me", 2));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, 409);
        QCOMPARE(refused.error().reason, std::string("Conflict"));
        QVERIFY2(refused.error().message.starts_with("Apply failed with "), refused.error().message.c_str());
        QVERIFY(refused.error().message.contains(
                    "conflict with \"kubectl-create\" using apps/v1: .spec.replicas") ||
                refused.error().message.contains("\n- .spec.replicas"));
        QCOMPARE(refused.error().causes.front().reason, std::string("FieldManagerConflict"));
        const auto forced = await(world, applyReplicas("me", 2, {{"force", "true"}}));
        QVERIFY(forced);
        QCOMPARE(forced->object()->at("spec", "replicas").asInt(), 2);
        QVERIFY(!owns(*forced->object(), "kubectl-create", "f:replicas"));
        QVERIFY(owns(*forced->object(), "me", "f:replicas"));
    }

    void whatIsNotAppliedAnyMore_goes()
    {
        InProcessWorld world;
        auto first = applyReplicas("me", 2);
        first.body.edit("metadata").set("labels", json("{'a':'1','b':'2'}"));
        QVERIFY(await(world, first));
        auto second = applyReplicas("me", 2);
        second.body.edit("metadata").set("labels", json("{'b':'2'}"));
        second.body.edit("spec").erase("replicas");
        const auto answer = await(world, second);
        QVERIFY(answer);
        QCOMPARE(toJson(answer->object()->labels()), std::string("{\"b\":\"2\"}"));
        QVERIFY2(answer->object()->at("spec", "replicas").asInt() == 1, "the default");
    }

    void requestsAreRefused_inUpstreamsWords_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *config, int code, const char *message) {
            QTest::newRow(name) << QString::fromLatin1(config) << code << QString::fromLatin1(message);
        };
        row("an unknown field",
            "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'},'spec':{'foo':1}}", 500,
            "failed to create typed patch object (/web; apps/v1, Kind=Deployment): .spec.foo: field not "
            "declared in schema");
        row("another kind", "{'apiVersion':'v1','kind':'Pod','metadata':{'name':'web'}}", 400,
            "invalid object type: /v1, Kind=Pod");
        row("another name", "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'x'}}", 400,
            "the name of the object (x) does not match the name on the URL (web)");
        row("managed fields",
            "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','managedFields':[]}}", 400,
            "metadata.managedFields must be nil");
        row("something invalid", "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'}}",
            422, "");
    }
    void requestsAreRefused_inUpstreamsWords()
    {
        QFETCH(QString, config);
        QFETCH(int, code);
        QFETCH(QString, message);
        InProcessWorld world;
        const auto refused = await(world, apply("me", config.toStdString().c_str()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, code);
        if (!message.isEmpty())
            QCOMPARE(refused.error().message, message.toStdString());
    }

    void writers_areTracked()
    {
        InProcessWorld world;
        auto wish = create(kDeployments, deployment("web"));
        wish.userAgent = "kubectl";
        QVERIFY(await(world, wish));
        auto label = mergePatch(kDeployments, "default", "web", json("{'metadata':{'labels':{'x':'y'}}}"));
        label.query["fieldManager"] = "kubectl-label";
        QVERIFY(await(world, label));
        auto scale = mergePatch(kDeployments, "default", "web", json("{'spec':{'replicas':3}}"));
        scale.subresource = "scale";
        QVERIFY(await(world, scale));
        auto status = mergePatch(kDeployments, "default", "web", json("{'status':{'replicas':3}}"));
        status.subresource = "status";
        const auto last = await(world, status);
        QVERIFY(last);
        const kube::Object &object = *last->object();
        QVERIFY(owns(object, "kubectl", "f:image"));
        QVERIFY(!owns(object, "kubectl", "f:replicas"));
        QVERIFY(owns(object, "kubectl-label", "f:x"));
        const auto lines = managers(object);
        QVERIFY(std::ranges::contains(lines, "contract Update scale: {\"f:spec\":{\"f:replicas\":{}}}"));
        QVERIFY(std::ranges::contains(lines, "contract Update status: {\"f:status\":{\"f:replicas\":{}}}"));
    }

    /// test/integration/apiserver/apply/scale_test.go TestScaleAllResources
    void replicas_belongToWhoAppliesOrScales_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"Deployment", "StatefulSet", "ReplicaSet"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void replicas_belongToWhoAppliesOrScales()
    {
        QFETCH(QString, kind);
        InProcessWorld world;
        const GroupVersionResource resource{"apps", "v1", kind.toLower().toStdString() + "s"};
        const auto patch = [&](const std::string &manager, kube::PatchType type, Value body,
                               std::string subresource, bool isForced = false) {
            auto wish = request(api::Verb::Patch, resource, "default", "test");
            wish.patchType = type;
            wish.body = std::move(body);
            wish.subresource = std::move(subresource);
            wish.query["fieldManager"] = manager;
            if (isForced)
                wish.query["force"] = "true";
            return await(world, std::move(wish));
        };
        const Value whole = json(
            "{'apiVersion':'apps/v1','kind':'" + kind.toStdString() +
            "','metadata':{'name':'test'},'spec':{'replicas':1,'selector':{'matchLabels':{'app':'nginx'}},"
            "'template':{'metadata':{'labels':{'app':'nginx'}},'spec':{'containers':[{'name':'nginx',"
            "'image':'nginx:latest'}]}}}}");
        const auto scaleTo = [](int replicas) {
            Value scale = json("{'kind':'Scale','apiVersion':'autoscaling/v1','metadata':{'name':'test',"
                               "'namespace':'default'}}");
            scale.edit("spec").set("replicas", replicas);
            return scale;
        };
        using enum kube::PatchType;
        const auto isSo = [&](int replicas, std::vector<std::string> wanted) {
            const auto object = await(world, get(resource, "default", "test"));
            std::vector<std::string> owners;
            const Value shown = object->object()->whole();
            for (const Value &entry : shown.at("metadata", "managedFields").items()) {
                if (entry.at("fieldsV1", "f:spec").contains("f:replicas"))
                    owners.emplace_back(entry["manager"].asString());
            }
            std::ranges::sort(owners);
            return object->object()->spec()["replicas"].asInt() == replicas && owners == wanted;
        };
        QVERIFY(patch("apply_test", Apply, whole, ""));
        QVERIFY(isSo(1, {"apply_test"}));
        QVERIFY(patch("scale_test", Merge, json("{'status':{'replicas':42}}"), "scale"));
        QVERIFY(isSo(1, {"apply_test"}));
        QVERIFY(patch("scale_test", Merge, json("{'spec':{'replicas':5}}"), "scale"));
        QVERIFY(isSo(5, {"scale_test"}));
        const auto refused = patch("apply_test", Apply, whole, "");
        QVERIFY(!refused);
        QCOMPARE(refused.error().message,
                 std::string(
                     "Apply failed with 1 conflict: conflict with \"scale_test\" with subresource \"scale\" "
                     "using apps/v1: .spec.replicas"));
        QVERIFY(patch("apply_test", Apply, whole, "", true));
        QVERIFY(isSo(1, {"apply_test"}));
        const auto conflict = patch("apply_scale", Apply, scaleTo(17), "scale");
        QVERIFY(!conflict);
        QCOMPARE(conflict.error().code, 409);
        QCOMPARE(conflict.error().message,
                 std::string("Apply failed with 1 conflict: conflict with \"apply_test\": .spec.replicas"));
        QVERIFY(patch("apply_scale", Apply, scaleTo(17), "scale", true));
        QVERIFY(isSo(17, {"apply_scale"}));
        auto replace = update(resource, scaleTo(7), "scale");
        replace.query["fieldManager"] = "replace_test";
        QVERIFY(await(world, replace));
        QVERIFY(isSo(7, {"replace_test"}));
        QVERIFY(patch("co_owning_test", Apply, scaleTo(7), "scale"));
        QVERIFY(isSo(7, {"co_owning_test", "replace_test"}));
        QVERIFY(patch("scale_test", Merge, json("{'spec':{'replicas':5}}"), "scale"));
        QVERIFY(isSo(5, {"scale_test"}));
    }

    void scaleThatDoesNotFit_isRefused_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("another kind")
            << "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'}}" << 400
            << "invalid object type: apps/v1, Kind=Deployment";
        QTest::newRow("unknown field")
            << "{'apiVersion':'autoscaling/v1','kind':'Scale','metadata':{'name':'web'},'spec':{'replica':3}}"
            << 500
            << "failed to create typed patch object (/web; autoscaling/v1, Kind=Scale): .spec.replica: field "
               "not "
               "declared in schema";
        QTest::newRow("negative") << "{'apiVersion':'autoscaling/"
                                     "v1','kind':'Scale','metadata':{'name':'web'},'spec':{'replicas':-3}}"
                                  << 422
                                  << "Scale.autoscaling \"web\" is invalid: spec.replicas: Invalid value: "
                                     "-3: must be greater than or equal "
                                     "to 0";
        QTest::newRow("another name")
            << "{'apiVersion':'autoscaling/"
               "v1','kind':'Scale','metadata':{'name':'other'},'spec':{'replicas':3}}"
            << 400 << "the name of the object (other) does not match the name on the URL (web)";
    }
    void scaleThatDoesNotFit_isRefused()
    {
        QFETCH(QString, config);
        QFETCH(int, code);
        QFETCH(QString, message);
        InProcessWorld world;
        QVERIFY(await(world, applyReplicas("me", 2)));
        auto wish = apply("you", config.toStdString().c_str(), {{"force", "true"}});
        wish.subresource = "scale";
        const auto refused = await(world, wish);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, code);
        QCOMPARE(refused.error().message, message.toStdString());
        wish.query.erase("fieldManager");
        const auto nameless = await(world, wish);
        QVERIFY(!nameless);
        QVERIFY(nameless.error().message.contains("is required for apply patch"));
    }

    /// test/integration/apiserver/apply/status_test.go TestApplyStatus
    void status_isAppliedApartFromTheRest_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("status");
        const QString conditions = QStringLiteral("{'conditions':[{'type':'MyStatus','status':'True'}]}");
        const QString work =
            QStringLiteral("'spec':{'selector':{'matchLabels':{'a':'b'}},'template':{'metadata':{'labels':"
                           "{'a':'b'}},'spec':{'containers':[{'name':'c','image':'fedora:latest'}]}}}");
        for (const char *plural : {"Deployment", "ReplicaSet", "StatefulSet", "DaemonSet"})
            QTest::newRow(plural) << QStringLiteral("apps/v1 %1").arg(QLatin1String(plural)) << work
                                  << conditions;
        QTest::newRow("Service") << "v1 Service"
                                 << "'spec':{'ports':[{'port':10000}],'selector':{'test':'data'}}"
                                 << "{'loadBalancer':{'ingress':[{'ip':'127.0.0.1'}]}}";
        QTest::newRow("Pod") << "v1 Pod" << "'spec':{'containers':[{'name':'c','image':'fedora:latest'}]}"
                             << conditions;
        QTest::newRow("ResourceQuota")
            << "v1 ResourceQuota" << "'spec':{'hard':{'cpu':'5M'}}" << "{'used':{'cpu':'5M'}}";
        QTest::newRow("HorizontalPodAutoscaler v1")
            << "autoscaling/v1 HorizontalPodAutoscaler"
            << "'spec':{'maxReplicas':3,'scaleTargetRef':{'kind':'something','name':'cross','apiVersion':'"
               "group/version'}}"
            << "{'currentReplicas':5}";
        QTest::newRow("HorizontalPodAutoscaler v2")
            << "autoscaling/v2 HorizontalPodAutoscaler"
            << "'spec':{'maxReplicas':3,'scaleTargetRef':{'kind':'something','name':'cross','apiVersion':'"
               "group/version'}}"
            << "{'currentReplicas':5}";
        QTest::newRow("PodDisruptionBudget")
            << "policy/v1 PodDisruptionBudget"
            << "'spec':{'selector':{'matchLabels':{'a':'b'}}}" << "{'currentHealthy':5}";
    }
    void status_isAppliedApartFromTheRest()
    {
        QFETCH(QString, path);
        QFETCH(QString, object);
        QFETCH(QString, status);
        InProcessWorld world;
        const std::string apiVersion = path.section(QLatin1Char(' '), 0, 0).toStdString();
        const std::string kind = path.section(QLatin1Char(' '), 1).toStdString();
        const auto slash = apiVersion.find('/');
        const GroupVersionResource resource{slash == apiVersion.npos ? "" : apiVersion.substr(0, slash),
                                            slash == apiVersion.npos ? apiVersion
                                                                     : apiVersion.substr(slash + 1),
                                            QString::fromStdString(kind).toLower().toStdString() + "s"};
        const auto applied = [&](const char *manager, const QString &rest, std::string subresource) {
            auto wish = request(api::Verb::Patch, resource, "default", "one");
            wish.patchType = kube::PatchType::Apply;
            wish.subresource = std::move(subresource);
            wish.query = {{"fieldManager", manager}, {"force", "true"}};
            wish.body = json(std::format("{{'apiVersion':'{}','kind':'{}','metadata':{{'name':'one'}},{}}}",
                                         apiVersion, kind, rest.toStdString()));
            return await(world, std::move(wish));
        };
        const auto created = applied("create_test", object, "");
        QVERIFY2(created, created ? "" : created.error().message.c_str());
        // What is said of the spec does not count at this endpoint.
        const auto after = applied("apply_status_test", QStringLiteral("'status':%1").arg(status), "status");
        QVERIFY2(after, after ? "" : after.error().message.c_str());
        QVERIFY(owns(*after->object(), "create_test", "f:spec"));
        QVERIFY(owns(*after->object(), "apply_status_test", "f:status"));
        QVERIFY(!owns(*after->object(), "apply_status_test", "f:spec"));
        QCOMPARE(after->object()->spec(), created->object()->spec());
        QCOMPARE(after->object()->generation(), created->object()->generation());
        // Times that nobody gave are null, as Go writes them.
        std::string shown = kube::toJson(after->object()->status());
        for (const char *time :
             {"\"lastProbeTime\":null,", "\"lastUpdateTime\":null,", "\"lastTransitionTime\":null,"}) {
            for (auto at = shown.find(time); at != shown.npos; at = shown.find(time))
                shown.erase(at, std::string_view(time).size());
        }
        const Value said = json(status.toStdString());
        for (const auto &member : said.members()) {
            const std::string part = std::format("\"{}\":{}", member.key(), kube::toJson(member.value));
            QVERIFY2(shown.contains(part), (shown + " lacks " + part).c_str());
        }
    }

    void managedFields_areForgottenAndMoved()
    {
        InProcessWorld world;
        QVERIFY(await(world, applyReplicas("me", 2)));
        auto move = request(api::Verb::Patch, kDeployments, "default", "web");
        move.patchType = kube::PatchType::Json;
        move.body = json("[{'op':'test','path':'/metadata/managedFields/0/manager','value':'me'},"
                         "{'op':'replace','path':'/metadata/managedFields/0/manager','value':'you'}]");
        const auto moved = await(world, move);
        QVERIFY2(moved, moved ? "" : moved.error().message.c_str());
        QVERIFY(owns(*moved->object(), "you", "f:replicas") && !owns(*moved->object(), "me", "f:replicas"));
        const auto forgotten = await(
            world, mergePatch(kDeployments, "default", "web", json("{'metadata':{'managedFields':[]}}")));
        QVERIFY(forgotten);
        QVERIFY(managers(*forgotten->object()).empty());
        const auto begun = await(world, applyReplicas("me", 2));
        QVERIFY(begun);
        QVERIFY(owns(*begun->object(), "before-first-apply", "f:progressDeadlineSeconds"));
    }

    void dryRun_tellsButKeepsNothing()
    {
        InProcessWorld world;
        const auto dry = await(world, applyReplicas("me", 2, {{"dryRun", "All"}}));
        QVERIFY(dry);
        QCOMPARE(managers(*dry->object()).size(), std::size_t(1));
        QVERIFY(!await(world, get(kDeployments, "default", "web")));
    }
};

MINATO_TEST(TestServerSideApply)
#include "tst_server_side_apply.moc"
