// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;

/// The paths outside the resources.
class TestApiDiscovery : public QObject {
    Q_OBJECT

    static Value at(ContractWorld &world, std::string path, api::Query query = {})
    {
        api::Request request;
        request.rawPath = std::move(path);
        request.query = std::move(query);
        const auto answer = await(world, request);
        return answer && std::holds_alternative<Value>(answer->payload) ? std::get<Value>(answer->payload)
                                                                        : Value();
    }
    static const Value &named(const Value &list, std::string_view key, std::string_view name)
    {
        for (const Value &item : list.items()) {
            if (item[key].asString() == name)
                return item;
        }
        return list["none"];
    }

private Q_SLOTS:
    void version_isTheMirroredOne()
    {
        InProcessWorld world;
        QCOMPARE(at(world, "/version")["gitVersion"].asString(), std::string_view("v1.34.2"));
    }

    void metrics_countWhatWasAsked_andWhatIsStored()
    {
        InProcessWorld world;
        (void)at(world, "/version");
        (void)at(world, "/apis/nope.example/v1");
        api::Request request;
        request.rawPath = "/metrics";
        const auto answer = await(world, request);
        QVERIFY(answer);
        const std::string text = std::get<api::Bytes>(answer->payload).data;
        const auto has = [&text](const char *line) { return text.contains(std::string("\n") + line + "\n"); };
        QVERIFY2(has("apiserver_storage_objects{resource=\"namespaces\"} 4"), text.c_str());
        QVERIFY(has("apiserver_longrunning_requests{verb=\"WATCH\"} 0"));
        QVERIFY2(has("apiserver_request_total{code=\"200\",component=\"apiserver\",group=\"\",resource=\"\","
                     "scope=\"\","
                     "subresource=\"\",verb=\"GET\",version=\"\"} 1"),
                 text.c_str());
        QVERIFY(text.contains("code=\"404\""));
    }

    void aggregated_listsKindsWithTheirSubresources()
    {
        InProcessWorld world;
        const Value core = at(world, "/api", {{"as", "APIGroupDiscoveryList"}});
        QCOMPARE(core["apiVersion"].asString(), std::string_view("apidiscovery.k8s.io/v2"));
        const Value &pods = named(core.at("items", 0, "versions", 0, "resources"), "resource", "pods");
        QCOMPARE(pods["scope"].asString(), std::string_view("Namespaced"));
        QCOMPARE(pods.at("responseKind", "kind").asString(), std::string_view("Pod"));
        QCOMPARE(pods.at("shortNames", 0).asString(), std::string_view("po"));
        QCOMPARE(pods["verbs"].size(), 8U);
        QVERIFY(!named(pods["subresources"], "subresource", "log").isNull());
        const Value groups = at(world, "/apis", {{"as", "APIGroupDiscoveryList"}, {"v", "v2beta1"}});
        QCOMPARE(groups["apiVersion"].asString(), std::string_view("apidiscovery.k8s.io/v2beta1"));
        std::string order;
        for (const Value &group : groups["items"].items())
            order.append(group.at("metadata", "name").asString()).append(" ");
        QCOMPARE(order,
                 std::string(
                     "apps events.k8s.io authentication.k8s.io authorization.k8s.io autoscaling batch policy "
                     "scheduling.k8s.io coordination.k8s.io discovery.k8s.io "));
        const Value &deployments =
            named(groups.at("items", 0, "versions", 0, "resources"), "resource", "deployments");
        QCOMPARE(
            named(deployments["subresources"], "subresource", "scale").at("responseKind", "group").asString(),
            std::string_view("autoscaling"));
    }

    void plain_hasTheOlderForms()
    {
        InProcessWorld world;
        QCOMPARE(at(world, "/api")["kind"].asString(), std::string_view("APIVersions"));
        const Value groups = at(world, "/apis");
        QCOMPARE(groups["kind"].asString(), std::string_view("APIGroupList"));
        QCOMPARE(groups.at("groups", 0, "preferredVersion", "groupVersion").asString(),
                 std::string_view("apps/v1"));
        QCOMPARE(at(world, "/apis/apps")["kind"].asString(), std::string_view("APIGroup"));
        const Value apps = at(world, "/apis/apps/v1");
        QCOMPARE(apps["groupVersion"].asString(), std::string_view("apps/v1"));
        QCOMPARE(named(apps["resources"], "name", "deployments/scale")["kind"].asString(),
                 std::string_view("Scale"));
        QCOMPARE(named(at(world, "/api/v1")["resources"], "name", "namespaces")["verbs"].size(), 7U);
    }

    void openApi_isEnoughForApply()
    {
        InProcessWorld world;
        const Value index = at(world, "/openapi/v3");
        const std::string url(index.at("paths", "apis/apps/v1", "serverRelativeURL").asString());
        QVERIFY(url.starts_with("/openapi/v3/apis/apps/v1?hash="));
        const Value document = at(world, url);
        const Value &patch =
            document["paths"]["/apis/apps/v1/namespaces/{namespace}/deployments/{name}"]["patch"];
        QCOMPARE(patch.at("x-kubernetes-group-version-kind", "kind").asString(),
                 std::string_view("Deployment"));
        QVERIFY(!named(patch["parameters"], "name", "fieldValidation").isNull());
        QVERIFY(!named(patch["parameters"], "name", "dryRun").isNull());
        QVERIFY(at(world, "/openapi/v3/api/v1")["paths"].contains("/api/v1/nodes/{name}"));
    }

    void health_isText()
    {
        InProcessWorld world;
        for (const char *path : {"/healthz", "/livez", "/readyz"}) {
            api::Request request;
            request.rawPath = path;
            const auto answer = await(world, request);
            QVERIFY(answer);
            QCOMPARE(std::get<api::Bytes>(answer->payload).data, std::string("ok"));
        }
    }

    void otherPaths_areNotFound_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"/openapi/v1", "/apis/nope", "/apis/apps/v2", "/api/v2", "/nonsense",
                                 "/openapi/v3/apis/nope/v1"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void otherPaths_areNotFound()
    {
        QFETCH(QString, path);
        InProcessWorld world;
        api::Request request;
        request.rawPath = path.toStdString();
        const auto answer = await(world, request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, 404);
    }
};

MINATO_TEST(TestApiDiscovery)
#include "tst_api_discovery.moc"
