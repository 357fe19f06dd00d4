// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/descriptions/descriptions.h"
#include "apiserver/descriptions/texts.h"
#include "contract/in_process_world.h"
#include "kube/json.h"
#include "kube/schema/type_table.h"
#include "support/test_registry.h"

#include <QFile>

#include <algorithm>
#include <set>

using namespace minato;
using namespace minato::tests;
namespace descriptions = minato::apiserver::descriptions;

namespace {

/// Without texts, and without what upstream's published documents leave out.
Value facts(const Value &value, bool isSchema = true)
{
    if (value.isArray()) {
        Value items = Value::emptyArray();
        for (const Value &item : value.items())
            items.push(facts(item));
        // Required fields are told in any order.
        if (items[0].isString())
            std::ranges::sort(items.editItems(), {}, [](const Value &item) { return item.asString(); });
        return items;
    }
    if (!value.isMap())
        return value;
    Value kept = Value::emptyMap();
    for (const kube::Member &member : value.members()) {
        const bool isText = isSchema && member.key() == "description" && member.value.isString();
        const bool isUnpublished =
            isSchema && (member.key() == "enum" || member.key() == "x-kubernetes-group-version-kind");
        // A property may be called "description" or "enum" too.
        if (!isText && !isUnpublished)
            kept.set(member.key(), facts(member.value, !(isSchema && member.key() == "properties")));
    }
    // References are wrapped only where a text or a default stands beside them; texts are our own.
    const bool isPlain = kept.size() == 1 && kept["allOf"].size() == 1;
    return isPlain ? kept["allOf"][0] : kept;
}

void collectReferences(const Value &value, std::set<std::string> &names)
{
    constexpr std::string_view kPrefix = "#/components/schemas/";
    for (const Value &item : value.items())
        collectReferences(item, names);
    for (const kube::Member &member : value.members()) {
        if (member.key() == "$ref")
            names.emplace(member.value.asString().substr(kPrefix.size()));
        collectReferences(member.value, names);
    }
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

} // namespace

class TestOpenApi : public QObject {
    Q_OBJECT

    InProcessWorld m_world;

    Value at(const std::string &path)
    {
        api::Request request;
        request.rawPath = path;
        const auto answer = await(m_world, request);
        return answer ? std::get<Value>(answer->payload) : Value();
    }
    std::vector<std::string> documents()
    {
        std::vector<std::string> urls;
        const Value index = at("/openapi/v3");
        for (const kube::Member &path : index["paths"].members())
            urls.emplace_back(path.value["serverRelativeURL"].asString());
        return urls;
    }

private Q_SLOTS:
    /// Written by tools/schema from Kubernetes' own documents.
    void schemas_areThoseOfKubernetes()
    {
        QFile file(QStringLiteral(MINATO_SOURCE_DIR "/tests/apiserver/data/openapi_schemas.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto table = kube::parseJson(file.readAll().toStdString());
        QVERIFY(table);
        std::map<std::string, Value, std::less<>> expected;
        for (const Value &one : table->items())
            expected.emplace(one["name"].asString(), one["schema"]);
        std::set<std::string> compared;
        for (const std::string &url : documents()) {
            const Value document = at(url);
            for (const kube::Member &schema : document.at("components", "schemas").members()) {
                const auto it = expected.find(schema.key());
                if (it == expected.end() || schema.key().ends_with("meta.v1.Status"))
                    continue; // one of the marks of a Status is upstream's mistake
                const std::string name(schema.key());
                QCOMPARE(name + kube::toJson(facts(schema.value)), name + kube::toJson(facts(it->second)));
                compared.insert(name);
            }
        }
        QVERIFY(compared.size() > 280);
    }

    void references_leadSomewhere()
    {
        for (const std::string &url : documents()) {
            const Value document = at(url);
            std::set<std::string> names;
            collectReferences(document, names);
            QVERIFY(!names.empty());
            for (const std::string &name : names)
                QVERIFY2(document.at("components", "schemas").contains(name), (url + " " + name).c_str());
        }
    }

    void schema_tellsItsKindEnumerationsAndTexts()
    {
        const Value schemas = at("/openapi/v3/apis/apps/v1").at("components", "schemas");
        const Value &kinds = schemas["io.k8s.api.apps.v1.Deployment"]["x-kubernetes-group-version-kind"];
        QCOMPARE(kube::toJson(kinds),
                 std::string(R"([{"group":"apps","kind":"Deployment","version":"v1"}])"));
        const Value &type = schemas.at("io.k8s.api.apps.v1.DeploymentStrategy", "properties", "type");
        QCOMPARE(kube::toJson(type["enum"]), std::string(R"(["Recreate","RollingUpdate"])"));
        QVERIFY(type["description"].asString().contains("RollingUpdate"));
        const Value &version = schemas.at("io.k8s.api.apps.v1.Deployment", "properties", "apiVersion");
        QVERIFY(!version["description"].isEmpty());
    }

    void hashes_areThoseOfTheContent()
    {
        const Value paths = at("/openapi/v3")["paths"];
        std::set<std::string> hashes;
        for (const kube::Member &path : paths.members())
            hashes.emplace(path.value["serverRelativeURL"].asString());
        QCOMPARE(hashes.size(), paths.size());
        InProcessWorld other(2);
        api::Request request;
        request.rawPath = "/openapi/v3";
        const auto again = await(other, request);
        QVERIFY(again);
        QCOMPARE(std::get<Value>(again->payload)["paths"], paths);
    }

    void everyPatch_offersFieldValidation()
    {
        int patches = 0;
        for (const std::string &url : documents()) {
            const Value document = at(url);
            for (const kube::Member &path : document["paths"].members()) {
                const Value &patch = path.value["patch"];
                if (patch.isNull())
                    continue;
                ++patches;
                const auto parameters = patch["parameters"].items();
                QVERIFY(std::ranges::any_of(parameters, [](const Value &one) {
                    return one["name"].asString() == "fieldValidation";
                }));
            }
        }
        QVERIFY(patches > 40);
    }

    void version2_namesThePatches()
    {
        api::Request request;
        request.rawPath = "/openapi/v2";
        const auto answer = await(m_world, request);
        QVERIFY(answer);
        const auto &bytes = std::get<api::Bytes>(answer->payload);
        QCOMPARE(bytes.contentType,
                 std::string("application/com.github.proto-openapi.spec.v2.v1.0+protobuf"));
        QVERIFY(bytes.data.starts_with("\x0A\x03"
                                       "2.0"));
        QVERIFY(bytes.data.contains("/apis/apps/v1/namespaces/{namespace}/deployments/{name}"));
        QVERIFY(bytes.data.contains("group: \"apps\"\nkind: Deployment\nversion: v1\n"));
        QVERIFY(!bytes.data.contains("selfsubjectaccessreviews"));
    }
};

/// The texts are written by hand: here is whether they are about fields that exist.
class TestDescriptions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void texts_areAboutFieldsThatExist()
    {
        const kube::TypeTable types;
        std::set<std::string_view> seen;
        for (const auto texts : {descriptions::coreTexts(), descriptions::metaTexts(),
                                 descriptions::podTexts(), descriptions::workloadTexts()}) {
            for (const std::string_view text : texts) {
                const auto lines = linesOf(text);
                const std::string name(lines.front());
                QVERIFY2(seen.insert(lines.front()).second, name.c_str());
                const kube::Structure *structure = types.find(name == "*" ? "core.v1.PodList" : name);
                QVERIFY2(structure && lines.size() > 1, name.c_str());
                std::set<std::string_view> fields;
                for (std::size_t i = 2; i < lines.size(); ++i) {
                    const std::string_view field = lines[i].substr(0, lines[i].find(' '));
                    const std::string where = name + " " + std::string(field);
                    QVERIFY2(fields.insert(field).second, where.c_str());
                    QVERIFY2(name == "*" || structure->field(field), where.c_str());
                    QVERIFY2(lines[i].size() > field.size() + 1 && (lines[i].ends_with('.')), where.c_str());
                }
            }
        }
    }

    void fieldsThatScalingTouches_allHaveAText_data()
    {
        QTest::addColumn<QString>("structure");
        for (const char *name : {"apps.v1.DeploymentSpec",
                                 "apps.v1.DeploymentStatus",
                                 "apps.v1.DeploymentStrategy",
                                 "apps.v1.DeploymentCondition",
                                 "apps.v1.RollingUpdateDeployment",
                                 "apps.v1.ReplicaSetSpec",
                                 "apps.v1.ReplicaSetStatus",
                                 "autoscaling.v1.HorizontalPodAutoscalerSpec",
                                 "autoscaling.v1.ScaleSpec",
                                 "autoscaling.v2.HorizontalPodAutoscalerSpec",
                                 "autoscaling.v2.HorizontalPodAutoscalerStatus",
                                 "autoscaling.v2.HPAScalingPolicy",
                                 "autoscaling.v2.HPAScalingRules",
                                 "autoscaling.v2.MetricSpec",
                                 "autoscaling.v2.MetricTarget",
                                 "core.v1.Container",
                                 "core.v1.ContainerPort",
                                 "core.v1.ContainerStatus",
                                 "core.v1.LimitRangeItem",
                                 "core.v1.NodeCondition",
                                 "core.v1.NodeSpec",
                                 "core.v1.NodeStatus",
                                 "core.v1.PodSpec",
                                 "core.v1.PodStatus",
                                 "core.v1.Probe",
                                 "core.v1.ResourceQuotaSpec",
                                 "core.v1.ResourceQuotaStatus",
                                 "core.v1.ResourceRequirements",
                                 "core.v1.ServicePort",
                                 "core.v1.ServiceSpec",
                                 "core.v1.Taint",
                                 "core.v1.Toleration",
                                 "core.v1.TopologySpreadConstraint",
                                 "discovery.v1.Endpoint",
                                 "discovery.v1.EndpointConditions",
                                 "discovery.v1.EndpointPort",
                                 "meta.v1.LabelSelector",
                                 "meta.v1.ObjectMeta",
                                 "meta.v1.OwnerReference",
                                 "policy.v1.PodDisruptionBudgetSpec",
                                 "policy.v1.PodDisruptionBudgetStatus"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void fieldsThatScalingTouches_allHaveAText()
    {
        QFETCH(QString, structure);
        const kube::TypeTable types;
        const kube::Structure *found = types.find(structure.toStdString());
        QVERIFY(found);
        QVERIFY(!descriptions::ofStructure(found->name).empty());
        for (const kube::Field &field : found->fields)
            QVERIFY2(!descriptions::ofField(found->name, field.key.asString()).empty(),
                     std::string(field.key.asString()).c_str());
    }
};

MINATO_TEST(TestOpenApi)
MINATO_TEST(TestDescriptions)
#include "tst_openapi.moc"
