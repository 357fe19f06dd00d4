// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "kube/json.h"
#include "support/test_registry.h"

#include <map>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;

namespace {

const GroupVersionResource kNodeMetrics{"metrics.k8s.io", "v1beta1", "nodes"};
const GroupVersionResource kPodMetrics{"metrics.k8s.io", "v1beta1", "pods"};

/// Measurements that a test has made up.
struct Measured : api::MetricsSource {
    [[nodiscard]] std::optional<api::PodMetrics> pod(std::string_view ns,
                                                     std::string_view name) const override
    {
        const auto it = pods.find(kube::objectKey(ns, name));
        return it == pods.end() ? std::nullopt : std::optional(it->second);
    }
    [[nodiscard]] std::optional<api::NodeMetrics> node(std::string_view name) const override
    {
        const auto it = nodes.find(name);
        return it == nodes.end() ? std::nullopt : std::optional(it->second);
    }
    std::map<std::string, api::PodMetrics, std::less<>> pods;
    std::map<std::string, api::NodeMetrics, std::less<>> nodes;
};

const base::Instant kAt{base::kSimEpoch.ns + 15'000'000'000};

/// Two nodes and three Pods. Measured are one of those and two of these, one of which does not run any more.
struct MetricsWorld {
    MetricsWorld()
    {
        source.nodes["n1"] = {kAt, 15s, 1'500'000'000, 512LL << 20};
        source.pods["default/a"] = {
            kAt, 14'500ms, {{"app", 12'345'678, 10LL << 20}, {"log", 5'000'000, 1000}}};
        source.pods["default/c"] = {kAt, 15s, {{"app", 1, 1}}};
        for (const char *name : {"n1", "n2"})
            (void)await(world,
                        create(kube::resources::kNodes,
                               json(std::string("{'apiVersion':'v1','kind':'Node','metadata':{'name':'") +
                                    name + "','labels':{'zone':'z-" + name + "'}}}")));
        for (const auto &[name, phase] :
             {std::pair{"a", "Running"}, std::pair{"b", "Running"}, std::pair{"c", "Succeeded"}}) {
            (void)await(world, create(kube::resources::kPods, pod(name)));
            (void)await(world,
                        mergePatch(kube::resources::kPods, "default", name,
                                   json(std::string("{'status':{'phase':'") + phase + "'}}"), "status"));
        }
    }
    Value at(std::string path, api::Query query = {})
    {
        api::Request request;
        request.rawPath = std::move(path);
        request.query = std::move(query);
        const auto answer = await(world, request);
        return answer && std::holds_alternative<Value>(answer->payload) ? std::get<Value>(answer->payload)
                                                                        : Value();
    }
    std::string names(const GroupVersionResource &resource, std::string ns, api::Query query = {})
    {
        const auto answer = await(world, list(resource, std::move(ns), std::move(query)));
        if (!answer)
            return std::to_string(answer.error().code) + " " + answer.error().message;
        std::string text = answer->list().kind + ":";
        for (const auto &item : answer->list().items)
            text.append(" ").append(item->name());
        return text;
    }
    std::string refusal(const api::Request &request)
    {
        const auto answer = await(world, request);
        return answer ? "answered" : std::to_string(answer.error().code) + " " + answer.error().message;
    }

    Measured source;
    InProcessWorld world{1, &source};
};

} // namespace

/// metrics.k8s.io as metrics-server v0.8 behind the aggregation layer answers it.
class TestMetricsApi : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutMetricsServer_thereIsNoGroup()
    {
        InProcessWorld world;
        api::Request group;
        group.rawPath = "/apis/metrics.k8s.io";
        QCOMPARE(await(world, group).error().code, 404);
        QCOMPARE(await(world, list(kNodeMetrics, "")).error().message,
                 std::string("the server could not find the requested resource"));
    }

    void discovery_listsWhatCanOnlyBeRead()
    {
        MetricsWorld w;
        QCOMPARE(
            kube::toJson(w.at("/apis/metrics.k8s.io/v1beta1")["resources"]),
            std::string(R"([{"kind":"NodeMetrics","name":"nodes","namespaced":false,"singularName":"",)"
                        R"("verbs":["get","list"]},{"kind":"PodMetrics","name":"pods","namespaced":true,)"
                        R"("singularName":"","verbs":["get","list"]}])"));
        for (const char *version : {"v2", "v2beta1"}) {
            const Value all = w.at("/apis", {{"as", "APIGroupDiscoveryList"}, {"v", version}});
            const Value &last = all["items"][all["items"].size() - 1];
            QCOMPARE(last.at("metadata", "name").asString(), std::string_view("metrics.k8s.io"));
            QCOMPARE(last.at("versions", 0, "resources", 1, "responseKind", "kind").asString(),
                     std::string_view("PodMetrics"));
            QCOMPARE(kube::toJson(last.at("versions", 0, "resources", 1, "verbs")),
                     std::string(R"(["get","list"])"));
        }
        QCOMPARE(w.at("/apis/metrics.k8s.io").at("preferredVersion", "groupVersion").asString(),
                 std::string_view("metrics.k8s.io/v1beta1"));
    }

    void measured_isWrittenAsMetricsServerWritesIt()
    {
        MetricsWorld w;
        const auto pod = await(w.world, get(kPodMetrics, "default", "a"));
        QVERIFY(pod);
        const std::string now = base::toRfc3339(w.world.queue().now());
        QCOMPARE(kube::toJson(pod->object()->root()),
                 kube::toJson(json(
                     "{'apiVersion':'metrics.k8s.io/v1beta1','kind':'PodMetrics','metadata':{'name':'a',"
                     "'namespace':'default','creationTimestamp':'" +
                     now + "','labels':{'app':'web'}},'timestamp':'" + base::toRfc3339(kAt) +
                     "','window':'14.5s','containers':[{'name':'app','usage':{'cpu':'12345678n','memory':"
                     "'10Mi'}},{'name':'log','usage':{'cpu':'5m','memory':'1k'}}]}")));
        const auto node = await(w.world, get(kNodeMetrics, "", "n1"));
        QVERIFY(node);
        QCOMPARE(node->object()->root()["usage"], json("{'cpu':'1500m','memory':'512Mi'}"));
        QCOMPARE(node->object()->labels()["zone"].asString(), std::string_view("z-n1"));
        QVERIFY(!node->object()->metadata().contains("namespace"));
    }

    void list_leavesOutWhatIsNotMeasured_data()
    {
        QTest::addColumn<bool>("isPods");
        QTest::addColumn<QString>("ns");
        QTest::addColumn<QString>("labels");
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, bool isPods, const char *ns, const char *labels,
                            const char *fields, const char *expected) {
            QTest::newRow(name) << isPods << QString::fromLatin1(ns) << QString::fromLatin1(labels)
                                << QString::fromLatin1(fields) << QString::fromLatin1(expected);
        };
        row("nodes", false, "", "", "", "NodeMetricsList: n1");
        row("nodes with a label", false, "", "zone=z-n1", "", "NodeMetricsList: n1");
        row("nodes with another", false, "", "zone=z-n2", "", "NodeMetricsList:");
        row("pods that run", true, "default", "", "", "PodMetricsList: a");
        row("pods of all namespaces", true, "", "app=web", "", "PodMetricsList: a");
        row("pods of another namespace", true, "kube-system", "", "", "PodMetricsList:");
        row("a pod by name", true, "default", "", "metadata.name=a", "PodMetricsList: a");
        row("all but one", true, "default", "", "metadata.name!=a", "PodMetricsList:");
        row("another field", true, "default", "", "spec.nodeName=n1",
            "400 \"spec.nodeName\" is not a known field selector: only \"metadata.name\", "
            "\"metadata.namespace\"");
    }
    void list_leavesOutWhatIsNotMeasured()
    {
        QFETCH(bool, isPods);
        QFETCH(QString, ns);
        QFETCH(QString, labels);
        QFETCH(QString, fields);
        QFETCH(QString, expected);
        MetricsWorld w;
        QCOMPARE(w.names(isPods ? kPodMetrics : kNodeMetrics, ns.toStdString(),
                         {{"labelSelector", labels.toStdString()}, {"fieldSelector", fields.toStdString()}}),
                 expected.toStdString());
    }

    void missing_isSaidOfTheRightThing()
    {
        MetricsWorld w;
        QCOMPARE(w.refusal(get(kNodeMetrics, "", "nope")), std::string("404 node \"nope\" not found"));
        QCOMPARE(w.refusal(get(kNodeMetrics, "", "n2")),
                 std::string("404 nodemetrics.metrics.k8s.io \"n2\" not found"));
        QCOMPARE(w.refusal(get(kPodMetrics, "default", "nope")), std::string("404 pods \"nope\" not found"));
        QCOMPARE(w.refusal(get(kPodMetrics, "default", "c")), std::string("404 pods \"c\" not found"));
        QCOMPARE(w.refusal(get(kPodMetrics, "default", "b")),
                 std::string("404 podmetrics.metrics.k8s.io \"default/b\" not found"));
        QCOMPARE(w.refusal(get(kPodMetrics, "", "a")),
                 std::string("404 the server could not find the requested resource"));
    }

    void writing_isNotAllowed()
    {
        MetricsWorld w;
        const std::string expected = "405 the server does not allow this method on the requested resource";
        QCOMPARE(w.refusal(remove(kPodMetrics, "default", "a")), expected);
        QCOMPARE(w.refusal(remove(kNodeMetrics, "", "n1")), expected);
        QCOMPARE(w.refusal(mergePatch(kNodeMetrics, "", "n1", json("{'usage':null}"))), expected);
        QCOMPARE(w.refusal(request(api::Verb::DeleteCollection, kPodMetrics, "default")), expected);
        QCOMPARE(w.refusal(create(kNodeMetrics, json("{'metadata':{'name':'n3'}}"))), expected);
        QVERIFY(await(w.world, get(kube::resources::kPods, "default", "a")));
        QVERIFY(await(w.world, get(kube::resources::kNodes, "", "n1")));
    }

    void watching_isNotSupported()
    {
        MetricsWorld w;
        std::string refused;
        const auto watch = w.world.transport().watch(list(kPodMetrics, "default"), [&](auto events) {
            refused = events ? "answered" : events.error().message;
        });
        QVERIFY(w.world.pumpUntil([&] { return !refused.empty(); }));
        QCOMPARE(refused, std::string("watch is not supported on resources of kind \"pods.metrics.k8s.io\""));
    }

    void table_hasTheColumnsOfWhatIsMeasured()
    {
        MetricsWorld w;
        auto wish = list(kPodMetrics, "default");
        wish.as = api::Representation::Table;
        const auto pods = await(w.world, wish);
        QVERIFY(pods);
        std::string text;
        for (const auto &column : pods->table().columns)
            text += column.name + ":" + column.format + " ";
        for (const Value &cell : pods->table().rows.at(0).cells)
            text.append(cell.asString()).append(" ");
        QCOMPARE(text,
                 std::string("Name:name cpu:quantity memory:quantity Window:duration a 17345678n 10486760 "
                             "14.5s "));
        QCOMPARE(pods->table().rows.size(), 1U);
        wish.ns = "kube-system";
        const auto none = await(w.world, wish);
        QVERIFY(none && none->table().columns.empty() && none->table().rows.empty());
    }

    void openApi_describesThemForReadersOnly()
    {
        MetricsWorld w;
        const Value document = w.at("/openapi/v3/apis/metrics.k8s.io/v1beta1");
        const Value &path = document["paths"]["/apis/metrics.k8s.io/v1beta1/nodes/{name}"];
        QCOMPARE(path.at("get", "operationId").asString(), std::string_view("readMetricsV1beta1NodeMetrics"));
        QVERIFY(path["patch"].isNull() && path["delete"].isNull());
        const Value &schema =
            document.at("components", "schemas", "io.k8s.metrics.pkg.apis.metrics.v1beta1.NodeMetrics");
        QCOMPARE(kube::toJson(schema["x-kubernetes-group-version-kind"]),
                 std::string(R"([{"group":"metrics.k8s.io","kind":"NodeMetrics","version":"v1beta1"}])"));
        QVERIFY(!schema.at("properties", "usage", "description").isEmpty());
        api::Request v2;
        v2.rawPath = "/openapi/v2";
        const auto answer = await(w.world, v2);
        QVERIFY(answer && !std::get<api::Bytes>(answer->payload).data.contains("metrics.k8s.io"));
    }

    void stored_areNeitherCountedTwiceNorTouched()
    {
        MetricsWorld w;
        api::Request request;
        request.rawPath = "/metrics";
        const auto answer = await(w.world, request);
        QVERIFY(answer);
        const std::string &text = std::get<api::Bytes>(answer->payload).data;
        QVERIFY(text.contains("apiserver_storage_objects{resource=\"nodes\"} 2\n"));
        QVERIFY(!text.contains("resource=\"nodes.metrics.k8s.io\"}"));
    }
};

MINATO_TEST(TestMetricsApi)
#include "tst_metrics_api.moc"
