// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;

namespace {

/// Puts `value` at a dotted path; a number is an index.
void put(Value &at, std::string_view path, Value value)
{
    const std::size_t dot = path.find('.');
    const std::string_view key = path.substr(0, dot);
    const bool isIndex = !key.empty() && key.find_first_not_of("0123456789") == std::string_view::npos;
    Value &child = isIndex ? at.edit(static_cast<std::size_t>(key[0] - '0')) : at.edit(key);
    if (dot == std::string_view::npos)
        child = std::move(value);
    else
        put(child, path.substr(dot + 1), std::move(value));
}

} // namespace

/// Each row: an object, one thing changed in it, and what the server says.
class TestValidation : public QObject {
    Q_OBJECT

    static void columns()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("message");
    }
    static void row(const char *path, const char *value, const char *message)
    {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(value)
                            << QString::fromLatin1(message);
    }

    void refuses(const GroupVersionResource &resource, Value object, const std::string &prefix)
    {
        QFETCH(QString, path);
        QFETCH(QString, value);
        QFETCH(QString, message);
        InProcessWorld world;
        const std::string where = path.toStdString();
        put(object, std::string_view(where).substr(0, where.find(' ')), json(value.toStdString()));
        const auto answer = await(world, create(resource, object));
        QVERIFY(!answer);
        QCOMPARE(answer.error().message, prefix + message.toStdString());
        QCOMPARE(answer.error().code, 422);
        QCOMPARE(answer.error().reason, std::string("Invalid"));
        QVERIFY(!answer.error().causes.empty());
    }

private Q_SLOTS:
    void deployment_isRefusedWithUpstreamsWords_data()
    {
        columns();
        row("spec.replicas", "-1", "spec.replicas: Invalid value: -1: must be greater than or equal to 0");
        row("spec.minReadySeconds", "-1",
            "spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0");
        row("spec.progressDeadlineSeconds", "0",
            "spec.progressDeadlineSeconds: Invalid value: 0: must be greater than minReadySeconds");
        row("spec.selector", "{}",
            "spec.selector: Invalid value: {}: empty selector is invalid for deployment");
        row("spec.selector none", "null",
            "[spec.selector: Required value, spec.template.metadata.labels: Invalid value: {'app':'web'}: "
            "`selector` does not "
            "match template `labels`]");
        row("spec.template.metadata.labels", "{'app':'b'}",
            "spec.template.metadata.labels: Invalid value: {'app':'b'}: `selector` does not match template "
            "`labels`");
        row("spec.template.spec.containers", "[]", "spec.template.spec.containers: Required value");
        row("spec.template.spec.containers.0.image", "''",
            "spec.template.spec.containers[0].image: Required value");
        row("spec.template.spec.containers.0.name", "''",
            "spec.template.spec.containers[0].name: Required value");
        row("spec.template.spec.containers twice", "[{'name':'c1','image':'i'},{'name':'c1','image':'i'}]",
            "spec.template.spec.containers[1].name: Duplicate value: 'c1'");
        row("spec.template.spec.restartPolicy", "'Never'",
            "spec.template.spec.restartPolicy: Unsupported value: 'Never': supported values: 'Always'");
        row("spec.strategy", "{'type':'X'}",
            "spec.strategy: Unsupported value: {'Type':'X','RollingUpdate':null}: supported values: "
            "'Recreate', 'RollingUpdate'");
        row("spec.strategy recreate", "{'type':'Recreate','rollingUpdate':{'maxSurge':1}}",
            "spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is "
            "'Recreate'");
        row("spec.strategy zero", "{'rollingUpdate':{'maxSurge':0,'maxUnavailable':0}}",
            "spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when `maxSurge` is "
            "0");
        row("spec.strategy much", "{'rollingUpdate':{'maxUnavailable':'101%'}}",
            "spec.strategy.rollingUpdate.maxUnavailable: Invalid value: '101%': must not be greater than "
            "100%");
        row("metadata.name", "'Web_1'",
            "metadata.name: Invalid value: 'Web_1': a lowercase RFC 1123 subdomain must consist of lower "
            "case alphanumeric "
            "characters, '-' or '.', and must start and end with an alphanumeric character (e.g. "
            "'example.com', regex used for "
            "validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
        row("metadata.name none", "null", "metadata.name: Required value: name or generateName is required");
        row("metadata.labels", "{'b@d':'x'}",
            "metadata.labels: Invalid value: 'b@d': name part must consist of alphanumeric characters, '-', "
            "'_' or '.', and must "
            "start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', "
            "regex used for "
            "validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')");
        row("metadata.labels value", "{'a':'b c'}",
            "metadata.labels: Invalid value: 'b c': a valid label must be an empty string or consist of "
            "alphanumeric characters, "
            "'-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or "
            "'my_value',  or "
            "'12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
        row("spec.template.spec.containers.0.resources",
            "{'requests':{'cpu':'300m'},'limits':{'cpu':'200m'}}",
            "spec.template.spec.containers[0].resources.requests: Invalid value: '300m': must be less than "
            "or equal to cpu limit "
            "of 200m");
        row("spec.template.spec.containers.0.ports", "[{'containerPort':70000}]",
            "spec.template.spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between "
            "1 and 65535, "
            "inclusive");
        row("spec.template.spec.containers.0.volumeMounts", "[{'name':'v','mountPath':'/v'}]",
            "spec.template.spec.containers[0].volumeMounts[0].name: Not found: 'v'");
        row("spec.template.spec.containers.0.imagePullPolicy", "'Sometimes'",
            "spec.template.spec.containers[0].imagePullPolicy: Unsupported value: 'Sometimes': supported "
            "values: 'Always', "
            "'IfNotPresent', 'Never'");
        row("spec.template.spec.containers.0.livenessProbe", "{'httpGet':{'port':80},'successThreshold':2}",
            "spec.template.spec.containers[0].livenessProbe.successThreshold: Invalid value: 2: must be 1");
    }
    void deployment_isRefusedWithUpstreamsWords()
    {
        // Messages hold both kinds of quotes: the rows write all as single ones.
        QFETCH(QString, path);
        QFETCH(QString, value);
        QFETCH(QString, message);
        InProcessWorld world;
        Value object = deployment("web");
        const std::string where = path.toStdString();
        put(object, std::string_view(where).substr(0, where.find(' ')), json(value.toStdString()));
        const auto answer = await(world, create(kDeployments, object));
        QVERIFY(!answer);
        std::string said = answer.error().message;
        std::ranges::replace(said, '"', '\'');
        const bool isNamed = !object["metadata"]["name"].isEmpty();
        const std::string name(isNamed ? object["metadata"]["name"].asString() : std::string_view());
        std::string expected = message.toStdString();
        for (std::size_t at; (at = expected.find("\\\\")) != std::string::npos;)
            expected.erase(at, 1);
        QCOMPARE(said, "Deployment.apps '" + name + "' is invalid: " + expected);
        QCOMPARE(answer.error().code, 422);
    }

    void service_isRefusedWithUpstreamsWords_data()
    {
        columns();
        row("spec.ports", "[]", "spec.ports: Required value");
        row("spec.ports.0.port", "0",
            "[spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive, "
            "spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive]");
        row("spec.ports.0.nodePort", "30080",
            "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'");
        row("spec.sessionAffinity", "\"x\"",
            "spec.sessionAffinity: Unsupported value: \"x\": supported values: \"ClientIP\", \"None\"");
        row("spec.ports names", "[{\"port\":80},{\"port\":81}]",
            "[spec.ports[0].name: Required value, spec.ports[1].name: Required value]");
    }
    void service_isRefusedWithUpstreamsWords()
    {
        refuses(kServices, service("web"), "Service \"web\" is invalid: ");
    }

    void pod_isRefusedWithUpstreamsWords_data()
    {
        columns();
        row("spec.containers.0.name", "\"A\"",
            "spec.containers[0].name: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower "
            "case alphanumeric "
            "characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or "
            "'123-abc', regex used "
            "for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')");
        row("spec.tolerations", "[{\"key\":\"\",\"operator\":\"Equal\"}]",
            "spec.tolerations[0].operator: Invalid value: \"Equal\": operator must be Exists when `key` is "
            "empty, which means "
            "\"match all values and all keys\"");
        row("spec.containers.0.resources", "{\"limits\":{\"gpu\":\"1\"}}",
            "[spec.containers[0].resources.limits[gpu]: Invalid value: \"gpu\": must be a standard resource "
            "for containers, "
            "spec.containers[0].resources.requests[gpu]: Invalid value: \"gpu\": must be a standard resource "
            "for containers]");
    }
    void pod_isRefusedWithUpstreamsWords() { refuses(kPods, pod("web"), "Pod \"web\" is invalid: "); }

    void immutableFields_areRefused()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kDeployments, deployment("web"))));
        const auto selector =
            await(world, mergePatch(kDeployments, "default", "web",
                                    json("{'spec':{'selector':{'matchLabels':{'app':'b'}},"
                                         "'template':{'metadata':{'labels':{'app':'b'}}}}}")));
        QVERIFY(!selector);
        QCOMPARE(selector.error().message,
                 std::string("Deployment.apps \"web\" is invalid: spec.selector: Invalid value: "
                             "{\"matchLabels\":{\"app\":\"b\"}}: field is immutable"));
        QVERIFY(await(world, create(kPods, pod("p"))));
        const auto command =
            await(world, mergePatch(kPods, "default", "p", json("{'spec':{'nodeName':'n2'}}")));
        QVERIFY(!command);
        QVERIFY(
            command.error().message.starts_with("Pod \"p\" is invalid: spec: Forbidden: pod updates may not "
                                                "change fields other than `spec.containers[*].image`,"));
        auto image = request(api::Verb::Patch, kPods, "default", "p");
        image.patchType = kube::PatchType::Strategic;
        image.body = json("{'spec':{'containers':[{'name':'web','image':'nginx:1.28'}]}}");
        const auto newImage = await(world, image);
        QVERIFY(newImage);
        QCOMPARE(newImage->object()->generation(), 2);
    }

    void patchesThatDoNotFit_areRefused()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kDeployments, deployment("web"))));
        auto failing = request(api::Verb::Patch, kDeployments, "default", "web");
        failing.patchType = kube::PatchType::Json;
        failing.body = json("[{'op':'test','path':'/spec/replicas','value':7}]");
        const auto test = await(world, failing);
        QVERIFY(!test);
        QCOMPARE(test.error().code, 422);
        QCOMPARE(test.error().message,
                 std::string("the server rejected our request due to an error in our request"));
        failing.patchType = kube::PatchType::Apply;
        const auto apply = await(world, failing);
        QVERIFY(!apply);
        QCOMPARE(apply.error().code, 422);
        QCOMPARE(apply.error().message,
                 std::string("PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is "
                             "required for apply patch"));
        const auto negative =
            await(world, mergePatch(kDeployments, "default", "web", json("{'spec':{'replicas':-1}}")));
        QVERIFY(!negative);
        QCOMPARE(negative.error().message,
                 std::string("Deployment.apps \"web\" is invalid: spec.replicas: Invalid value: -1: must "
                             "be greater than or equal to 0"));
        const auto text =
            await(world, mergePatch(kDeployments, "default", "web", json("{'spec':{'replicas':'many'}}")));
        QVERIFY(!text);
        QCOMPARE(text.error().code, 422);
        QVERIFY(text.error().message.contains(
            "cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type "
            "int32"));
    }
};

MINATO_TEST(TestValidation)
#include "tst_validation.moc"
