// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/quotes.h"
#include "contract/in_process_world.h"
#include "kube/json.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;

namespace {

constexpr const char *kTemplate =
    "'selector':{'matchLabels':{'app':'a'}},'template':{'metadata':{'labels':{'app':'a'}},'spec':"
    "{'containers':[{'name':'c','image':'i:1'}]}}";
constexpr const char *kJobTemplate =
    "'template':{'spec':{'restartPolicy':'Never','containers':[{'name':'c','image':'i:1'}]}}";

const GroupVersionResource &resourceOf(const std::string &name)
{
    const GroupVersionResource *found = find(name);
    if (!found)
        qFatal("no resource %s", name.c_str());
    return *found;
}

/// An object of the resource from its members in JSON with single quotes; "TEMPLATE" and "JOB" stand for
/// Pods.
Value objectOf(const GroupVersionResource &resource, const QString &members)
{
    std::string text = members.toStdString();
    for (const auto &[word, replacement] :
         {std::pair{"TEMPLATE", kTemplate}, std::pair{"JOB", kJobTemplate}}) {
        if (const auto at = text.find(word); at != std::string::npos)
            text.replace(at, std::string_view(word).size(), replacement);
    }
    Value object = json("{" + text + "}");
    object.edit("metadata").set("name", "x");
    if (resource != kPriorityClasses)
        object.edit("metadata").set("namespace", "default");
    return object;
}

std::string cells(const kube::TableRow &row)
{
    std::string text;
    for (const Value &cell : row.cells)
        text += (text.empty() ? "" : " | ") +
                (cell.isString() ? std::string(cell.asString()) : kube::toJson(cell));
    return text;
}

} // namespace

/// The kinds that are stored, completed and checked, and of which nothing else happens yet.
class TestKeptKinds : public QObject {
    Q_OBJECT

    static api::Request creation(const GroupVersionResource &resource, Value object)
    {
        auto wish = create(resource, std::move(object));
        if (resource == kPriorityClasses)
            wish.ns.clear();
        return wish;
    }

private Q_SLOTS:
    void defaults_areUpstreams_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *resource, const char *members, const char *part,
                            const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(resource) << QString::fromLatin1(members)
                                << QString::fromLatin1(part) << QString::fromLatin1(expected);
        };
        row("autoscaler: one replica at least, 80% of the CPU", "horizontalpodautoscalers",
            "'spec':{'maxReplicas':5,'scaleTargetRef':{'apiVersion':'apps/"
            "v1','kind':'Deployment','name':'web'}}",
            "spec",
            "{'maxReplicas':5,'metrics':[{'resource':{'name':'cpu','target':{'averageUtilization':80,'type':"
            "'Utilization'}},'type':'Resource'}],'minReplicas':1,'scaleTargetRef':{'apiVersion':'apps/"
            "v1','kind':"
            "'Deployment','name':'web'}}");
        row("autoscaler: a behavior has both directions", "horizontalpodautoscalers",
            "'spec':{'maxReplicas':5,'behavior':{'scaleUp':{'selectPolicy':'Min'}},'scaleTargetRef':{'"
            "apiVersion':"
            "'apps/v1','kind':'Deployment','name':'web'}}",
            "spec.behavior",
            "{'scaleDown':{'policies':[{'periodSeconds':15,'type':'Percent','value':100}],'selectPolicy':'"
            "Max'},"
            "'scaleUp':{'policies':[{'periodSeconds':15,'type':'Pods','value':4},{'periodSeconds':15,'type':'"
            "Percent',"
            "'value':100}],'selectPolicy':'Min','stabilizationWindowSeconds':0}}");
        row("autoscaler: the status that is always written", "horizontalpodautoscalers",
            "'spec':{'maxReplicas':5,'scaleTargetRef':{'apiVersion':'apps/"
            "v1','kind':'Deployment','name':'web'}},"
            "'status':{'currentReplicas':7}",
            "status", "{'currentMetrics':null,'desiredReplicas':0}");
        row("budget: the status that is always written", "poddisruptionbudgets",
            "'spec':{'minAvailable':1},'status':{'disruptionsAllowed':7}", "status",
            "{'currentHealthy':0,'desiredHealthy':0,'disruptionsAllowed':0,'expectedPods':0}");
        row("limits: what a container gets", "limitranges",
            "'spec':{'limits':[{'type':'Container','max':{'cpu':'2'},'min':{'cpu':'100m','memory':'1Mi'}}]}",
            "spec",
            "{'limits':[{'default':{'cpu':'2'},'defaultRequest':{'cpu':'2','memory':'1Mi'},'max':{'cpu':'2'},"
            "'min':"
            "{'cpu':'100m','memory':'1Mi'},'type':'Container'}]}");
        row("priority class: preempts", "priorityclasses", "'value':7", "preemptionPolicy",
            "'PreemptLowerPriority'");
        row("secret: opaque", "secrets", "'stringData':{'pw':'geheim'}", "type", "'Opaque'");
        row("secret: texts become data", "secrets",
            "'stringData':{'pw':'geheim'},'data':{'a':'MQ==','pw':'MQ=='}", "data",
            "{'a':'MQ==','pw':'Z2VoZWlt'}");
        row("stateful set: its strategy", "statefulsets", "'spec':{TEMPLATE,'serviceName':'x'}",
            "spec.updateStrategy", "{'rollingUpdate':{'partition':0},'type':'RollingUpdate'}");
        row("stateful set: what becomes of claims", "statefulsets", "'spec':{TEMPLATE}",
            "spec.persistentVolumeClaimRetentionPolicy", "{'whenDeleted':'Retain','whenScaled':'Retain'}");
        row("stateful set: claims", "statefulsets",
            "'spec':{TEMPLATE,'volumeClaimTemplates':[{'metadata':{'name':'d'},'spec':{'resources':{}}}]}",
            "spec.volumeClaimTemplates",
            "[{'apiVersion':'v1','kind':'PersistentVolumeClaim','metadata':{'name':'d'},'spec':{'resources':{"
            "},"
            "'volumeMode':'Filesystem'},'status':{'phase':'Pending'}}]");
        row("daemon set: its strategy", "daemonsets", "'spec':{TEMPLATE}", "spec.updateStrategy",
            "{'rollingUpdate':{'maxSurge':0,'maxUnavailable':1},'type':'RollingUpdate'}");
        row("daemon set: the counter of its template", "daemonsets", "'spec':{TEMPLATE}",
            "metadata.annotations", "{'deprecated.daemonset.template.generation':'1'}");
        row("job: one Pod, six failures", "jobs",
            "'spec':{'manualSelector':true,'selector':{'matchLabels':{'a':'b'}},"
            "'template':{'metadata':{'labels':{'a':'b'}},'spec':{'restartPolicy':'Never','containers':[{'"
            "name':'c',"
            "'image':'i:1'}]}}}",
            "spec.backoffLimit", "6");
        row("job: labels of its template", "jobs",
            "'spec':{'manualSelector':true,'selector':{'matchLabels':{'a':'b'}},"
            "'template':{'metadata':{'labels':{'a':'b'}},'spec':{'restartPolicy':'Never','containers':[{'"
            "name':'c',"
            "'image':'i:1'}]}}}",
            "metadata.labels", "{'a':'b'}");
        row("service account: only the names of Secrets", "serviceaccounts",
            "'secrets':[{'name':'s','uid':'u'}]", "secrets", "[{'name':'s'}]");
        row("lease: no alpha fields", "leases",
            "'spec':{'holderIdentity':'me','strategy':'OldestEmulationVersion'}", "spec",
            "{'holderIdentity':'me'}");
    }
    void defaults_areUpstreams()
    {
        QFETCH(QString, resource);
        QFETCH(QString, members);
        QFETCH(QString, part);
        QFETCH(QString, expected);
        InProcessWorld world;
        const GroupVersionResource gvr = resourceOf(resource.toStdString());
        const auto answer = await(world, creation(gvr, objectOf(gvr, members)));
        QVERIFY2(answer, answer ? "" : answer.error().message.c_str());
        Value found = answer->object()->root();
        for (const QString &key : part.split(QLatin1Char('.')))
            found = found[key.toStdString()];
        QCOMPARE(quoted(kube::toJson(found)), expected.toStdString());
    }

    void faultsOfAutoscalers_areToldInUpstreamsWords_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *resource, const char *members, const char *message) {
            QTest::addRow("%s %.60s %.40s", resource, members, message)
                << QString::fromLatin1(resource) << QString::fromLatin1(members)
                << QString::fromLatin1(message);
        };
        const auto autoscaler = [&](const char *members, const char *message) {
            const std::string all =
                std::string("'spec':{'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment',"
                            "'name':'web'},") +
                members + "}";
            row("horizontalpodautoscalers", all.c_str(), message);
        };
        autoscaler(
            "'minReplicas':0,'maxReplicas':1",
            "[spec.minReplicas: Invalid value: 0: must be greater than or equal to 1, spec.metrics: "
            "Forbidden: "
            "must specify at least one Object or External metric to support scaling to zero replicas]");
        autoscaler("'maxReplicas':0", "[spec.maxReplicas: Invalid value: 0: must be greater than 0, "
                                      "spec.maxReplicas: Invalid value: 0: "
                                      "must be greater than or equal to `minReplicas`]");
        autoscaler("'maxReplicas':3,'metrics':[{'type':'Resource','resource':{'name':'cpu','target':{'type':"
                   "'Utilization'}}}]",
                   "spec.metrics[0].resource.target.averageUtilization: Required value: must set either a "
                   "target raw "
                   "value or a target utilization");
        autoscaler(
            "'maxReplicas':3,'metrics':[{'type':'Pods'}]",
            "spec.metrics[0].pods: Required value: must populate information for the given metric source");
        autoscaler(
            "'maxReplicas':3,'behavior':{'scaleDown':{'stabilizationWindowSeconds':4000}}",
            "spec.behavior.scaleDown.stabilizationWindowSeconds: Invalid value: 4000: must be less than or "
            "equal to 3600");
        autoscaler("'maxReplicas':3,'behavior':{'scaleUp':{'policies':[{'type':'Nodes','value':1,'"
                   "periodSeconds':15}]}}",
                   "spec.behavior.scaleUp.policies[0].type: Unsupported value: 'Nodes': supported values: "
                   "'Percent', "
                   "'Pods'");
        row("horizontalpodautoscalers",
            "'spec':{'maxReplicas':3,'scaleTargetRef':{'kind':'Deployment','name':'web'}}",
            "spec.scaleTargetRef.apiVersion: Invalid value: '': apiVersion must specify API group");
    }
    void faultsOfAutoscalers_areToldInUpstreamsWords() { faults_areToldInUpstreamsWords(); }

    void faults_areToldInUpstreamsWords_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *resource, const char *members, const char *message) {
            QTest::addRow("%s %.60s %.40s", resource, members, message)
                << QString::fromLatin1(resource) << QString::fromLatin1(members)
                << QString::fromLatin1(message);
        };
        row("poddisruptionbudgets", "'spec':{'minAvailable':1,'maxUnavailable':1}",
            "spec: Invalid value: "
            "{'MinAvailable':1,'Selector':null,'MaxUnavailable':1,'UnhealthyPodEvictionPolicy':"
            "null}: minAvailable and maxUnavailable cannot be both set");
        row("poddisruptionbudgets", "'spec':{'minAvailable':'150%'}",
            "spec.minAvailable: Invalid value: '150%': must not be greater than 100%");
        row("poddisruptionbudgets", "'spec':{'maxUnavailable':-1}",
            "spec.maxUnavailable: Invalid value: -1: must be greater than or equal to 0");
        row("resourcequotas", "'spec':{'hard':{'nonsense':'1'}}",
            "[spec.hard[nonsense]: Invalid value: 'nonsense': must be a standard resource type or fully "
            "qualified, "
            "spec.hard[nonsense]: Invalid value: 'nonsense': must be a standard resource for quota]");
        row("resourcequotas", "'spec':{'hard':{'pods':'1500m'}}",
            "spec.hard[pods]: Invalid value: '1500m': must be an integer");
        row("resourcequotas", "'spec':{'hard':{'cpu':'1'},'scopes':['BestEffort']}",
            "spec.scopes: Invalid value: ['BestEffort']: unsupported scope applied to resource");
        row("limitranges", "'spec':{'limits':[{'type':'Container','min':{'cpu':'2'},'max':{'cpu':'1'}}]}",
            "[spec.limits[0].min[cpu]: Invalid value: '2': min value 2 is greater than max value 1, "
            "spec.limits[0].defaultRequest[cpu]: Invalid value: '1': min value 2 is greater than default "
            "request "
            "value 1, spec.limits[0].default[cpu]: Invalid value: '2': min value 2 is greater than default "
            "value 1]");
        row("limitranges", "'spec':{'limits':[{'type':'Pod','default':{'cpu':'1'}}]}",
            "spec.limits[0].default: Forbidden: may not be specified when `type` is 'Pod'");
        row("limitranges", "'spec':{'limits':[{'type':'Thing'}]}",
            "spec.limits[0].type: Invalid value: 'Thing': must be a standard limit type or fully qualified");
        row("priorityclasses", "'value':2000000000",
            "value: Forbidden: maximum allowed value of a user defined priority is 1000000000");
        row("configmaps", "'data':{'a b':'1'}",
            "data[a b]: Invalid value: 'a b': a valid config key must consist of alphanumeric characters, "
            "'-', '_' or "
            "'.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is "
            "'[-._a-zA-Z0-9]+')");
        row("configmaps", "'data':{'a':'1'},'binaryData':{'a':'MQ=='}",
            "data[a]: Invalid value: 'a': duplicate of key present in binaryData");
        row("secrets", "'type':'kubernetes.io/tls'",
            "[data[tls.crt]: Required value, data[tls.key]: Required value]");
        row("leases", "'spec':{'leaseDurationSeconds':0}",
            "spec.leaseDurationSeconds: Invalid value: 0: must be greater than 0");
        row("statefulsets", "'spec':{TEMPLATE,'podManagementPolicy':'Random'}",
            "spec.podManagementPolicy: Invalid value: 'Random': must be 'OrderedReady' or 'Parallel'");
        row("daemonsets", "'spec':{TEMPLATE,'updateStrategy':{'rollingUpdate':{'maxUnavailable':0}}}",
            "spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is "
            "0");
        row("daemonsets", "'spec':{TEMPLATE,'updateStrategy':{'type':'X'}}",
            "spec.updateStrategy: Unsupported value: {'Type':'X','RollingUpdate':null}: supported values: "
            "'RollingUpdate', 'OnDelete'");
        row("jobs", "'spec':{'template':{'spec':{'containers':[{'name':'c','image':'i:1'}]}}}",
            "spec.template.spec.restartPolicy: Required value: valid values: 'OnFailure', 'Never'");
        row("jobs", "'spec':{JOB,'completionMode':'Indexed'}",
            "spec.completions: Required value: when completion mode is Indexed");
        row("controllerrevisions", "'revision':1", "data: Required value: data is mandatory");
    }
    void faults_areToldInUpstreamsWords()
    {
        QFETCH(QString, resource);
        QFETCH(QString, members);
        QFETCH(QString, message);
        InProcessWorld world;
        const GroupVersionResource gvr = resourceOf(resource.toStdString());
        Value object = objectOf(gvr, members);
        if (members.contains(QLatin1String("Indexed")))
            object.edit("spec").set("parallelism", 2); // else completions has a default
        const auto answer = await(world, creation(gvr, object));
        QVERIFY(!answer);
        const std::string said = quoted(answer.error().message);
        QCOMPARE(said.substr(said.find("is invalid: ") + 12), message.toStdString());
        QCOMPARE(answer.error().code, 422);
    }

    void whatMayNotChange_isTold_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *resource, const char *members, const char *patch,
                            const char *message) {
            QTest::addRow("%s %.60s", resource, patch)
                << QString::fromLatin1(resource) << QString::fromLatin1(members) << QString::fromLatin1(patch)
                << QString::fromLatin1(message);
        };
        row("configmaps", "'immutable':true,'data':{'a':'1'}", "{'immutable':false,'data':{'a':'2'}}",
            "[immutable: Forbidden: field is immutable when `immutable` is set, data: Forbidden: field is "
            "immutable "
            "when `immutable` is set]");
        row("secrets", "'type':'Opaque'", "{'type':'x'}", "type: Invalid value: 'x': field is immutable");
        row("priorityclasses", "'value':1", "{'value':2}",
            "value: Forbidden: may not be changed in an update.");
        row("resourcequotas", "'spec':{'scopes':['BestEffort']}", "{'spec':{'scopes':['NotBestEffort']}}",
            "spec.scopes: Invalid value: ['NotBestEffort']: field is immutable");
        row("statefulsets", "'spec':{TEMPLATE,'serviceName':'x'}",
            "{'spec':{'serviceName':'y','replicas':3}}",
            "spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', "
            "'template', "
            "'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and "
            "'minReadySeconds' "
            "are forbidden");
        row("jobs", "'spec':{JOB}", "{'spec':{'completions':3}}",
            "spec.completions: Invalid value: 3: field is immutable");
        row("controllerrevisions", "'revision':1,'data':{'a':1}", "{'data':{'a':2}}",
            "data: Invalid value: {'a':2}: field is immutable");
    }
    void whatMayNotChange_isTold()
    {
        QFETCH(QString, resource);
        QFETCH(QString, members);
        QFETCH(QString, patch);
        QFETCH(QString, message);
        InProcessWorld world;
        const GroupVersionResource gvr = resourceOf(resource.toStdString());
        QVERIFY(await(world, creation(gvr, objectOf(gvr, members))));
        const std::string ns = gvr == kPriorityClasses ? "" : "default";
        const auto answer = await(world, mergePatch(gvr, ns, "x", json(patch.toStdString())));
        QVERIFY(!answer);
        const std::string said = quoted(answer.error().message);
        QCOMPARE(said.substr(said.find("is invalid: ") + 12), message.toStdString());
    }

    void tables_haveUpstreamsCells_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *resource, const char *members, const char *status,
                            const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(resource) << QString::fromLatin1(members)
                                << QString::fromLatin1(status) << QString::fromLatin1(expected);
        };
        const char *target = "'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'web'}";
        const std::string metrics =
            std::string("'spec':{'maxReplicas':5,") + target +
            ",'metrics':[{'type':'Resource','resource':{'name':'cpu','target':{'type':'Utilization',"
            "'averageUtilization':50}}},{'type':'External','external':{'metric':{'name':'q'},'target':{'type'"
            ":"
            "'AverageValue','averageValue':'10'}}},{'type':'Pods','pods':{'metric':{'name':'r'},'target':{'"
            "type':"
            "'AverageValue','averageValue':'100'}}}]}";
        row("autoscaler without metrics yet", "horizontalpodautoscalers", metrics.c_str(), "",
            "x | Deployment/web | cpu: <unknown>/50%, <unknown>/10 (avg) + 1 more... | 1 | 5 | 0 | 0s");
        row("autoscaler at work", "horizontalpodautoscalers", metrics.c_str(),
            "{'currentReplicas':3,'desiredReplicas':4,'currentMetrics':[{'type':'Resource','resource':{'name'"
            ":'cpu',"
            "'current':{'averageUtilization':61,'averageValue':'61m'}}},{'type':'External','external':{'"
            "metric':"
            "{'name':'q'},'current':{'averageValue':'9'}}}]}",
            "x | Deployment/web | cpu: 61%/50%, 9/10 (avg) + 1 more... | 1 | 5 | 3 | 0s");
        row("budget", "poddisruptionbudgets", "'spec':{'maxUnavailable':'50%'}", "{'disruptionsAllowed':2}",
            "x | N/A | 50% | 2 | 0s");
        row("quota", "resourcequotas", "'spec':{'hard':{'pods':'9','limits.cpu':'4','cpu':'2'}}",
            "{'hard':{'pods':'9','limits.cpu':'4','cpu':'2'},'used':{'pods':'3','limits.cpu':'1500m'}}",
            "x | cpu: 0/2, pods: 3/9 | limits.cpu: 1500m/4 | 0s");
        row("limits", "limitranges", "'spec':{'limits':[]}", "", "x | 2026-01-05T00:00:00Z");
        row("priority class", "priorityclasses", "'value':7", "",
            "x | 7 | false | 0s | PreemptLowerPriority");
        row("configuration", "configmaps", "'data':{'a':'1'},'binaryData':{'b':'MQ=='}", "", "x | 2 | 0s");
        row("secret", "secrets", "'stringData':{'a':'1'}", "", "x | Opaque | 1 | 0s");
        row("service account", "serviceaccounts", "'secrets':[{'name':'s'}]", "", "x | 1 | 0s");
        row("lease", "leases", "'spec':{'holderIdentity':'me'}", "", "x | me | 0s");
        row("stateful set", "statefulsets", "'spec':{TEMPLATE,'replicas':3}",
            "{'replicas':2,'readyReplicas':1}", "x | 1/3 | 0s | c | i:1");
        row("daemon set", "daemonsets", "'spec':{TEMPLATE}",
            "{'desiredNumberScheduled':3,'currentNumberScheduled':2,'numberReady':1,'numberMisscheduled':0}",
            "x | 3 | 2 | 1 | 0 | 0 | <none> | 0s | c | i:1 | app=a");
        row("controller revision", "controllerrevisions",
            "'revision':3,'data':{'a':1},'metadata':{'ownerReferences':[{'apiVersion':'apps/"
            "v1','kind':'StatefulSet',"
            "'name':'db','uid':'u','controller':true}]}",
            "", "x | statefulset.apps/db | 3 | 0s");
        row("template", "podtemplates",
            "'template':{'metadata':{'labels':{'a':'b'}},'spec':{'containers':[{'name':"
            "'c','image':'i:1'}]}}",
            "", "x | c | i:1 | a=b");
    }
    void tables_haveUpstreamsCells()
    {
        QFETCH(QString, resource);
        QFETCH(QString, members);
        QFETCH(QString, status);
        QFETCH(QString, expected);
        InProcessWorld world;
        const GroupVersionResource gvr = resourceOf(resource.toStdString());
        Value object = objectOf(gvr, members);
        const auto made = await(world, creation(gvr, object));
        QVERIFY2(made, made ? "" : made.error().message.c_str());
        const std::string ns = gvr == kPriorityClasses ? "" : "default";
        if (!status.isEmpty()) {
            Value patch = Value::map({{"status", json(status.toStdString())}});
            const auto changed = await(world, mergePatch(gvr, ns, "x", patch, "status"));
            QVERIFY2(changed, changed ? "" : changed.error().message.c_str());
        }
        auto wish = get(gvr, ns, "x");
        wish.as = api::Representation::Table;
        const auto answer = await(world, wish);
        QVERIFY(answer);
        QCOMPARE(cells(answer->table().rows.at(0)), expected.toStdString());
        QCOMPARE(answer->table().columns.size(), answer->table().rows[0].cells.size());
    }

    void jobs_countAsUpstreamPrintsThem_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *spec, const char *status, const char *expected) {
            QTest::newRow(expected) << QString::fromLatin1(spec) << QString::fromLatin1(status)
                                    << QString::fromLatin1(expected);
        };
        row("'completions':3,'parallelism':2", "{'succeeded':1}", "Running | 1/3 | ");
        row("'parallelism':2", "{}", "Running | 0/1 of 2 | ");
        row("'completions':1",
            "{'succeeded':1,'startTime':'2026-01-05T00:00:00Z','completionTime':"
            "'2026-01-05T00:01:05Z','conditions':[{'type':'Complete','status':'True'}]}",
            "Complete | 1/1 | 65s");
        row("'completions':1", "{'conditions':[{'type':'Failed','status':'True'}]}", "Failed | 0/1 | ");
        row("'suspend':true", "{'conditions':[{'type':'Suspended','status':'True'}]}", "Suspended | 0/1 | ");
    }
    void jobs_countAsUpstreamPrintsThem()
    {
        QFETCH(QString, spec);
        QFETCH(QString, status);
        QFETCH(QString, expected);
        InProcessWorld world;
        const Value object = objectOf(kJobs, QStringLiteral("'spec':{JOB,%1}").arg(spec));
        QVERIFY(await(world, create(kJobs, object)));
        const Value patch = Value::map({{"status", json(status.toStdString())}});
        QVERIFY(await(world, mergePatch(kJobs, "default", "x", patch, "status")));
        auto wish = get(kJobs, "default", "x");
        wish.as = api::Representation::Table;
        const auto answer = await(world, wish);
        QVERIFY(answer);
        QVERIFY(cells(answer->table().rows.at(0)).starts_with("x | " + expected.toStdString()));
    }

    void job_getsASelectorOfItsOwn()
    {
        InProcessWorld world;
        const auto answer = await(world, create(kJobs, objectOf(kJobs, QStringLiteral("'spec':{JOB}"))));
        QVERIFY(answer);
        const std::string uid(answer->object()->uid());
        const Value &spec = answer->object()->spec();
        QCOMPARE(spec.at("selector", "matchLabels", "batch.kubernetes.io/controller-uid").asString(), uid);
        const Value &labels = spec.at("template", "metadata", "labels");
        QCOMPARE(quoted(kube::toJson(labels)), "{'batch.kubernetes.io/controller-uid':'" + uid +
                                                   "','batch.kubernetes.io/job-name':'x','controller-uid':'" +
                                                   uid + "','job-name':'x'}");
    }

    void lease_needsItsVersionToBeReplaced()
    {
        InProcessWorld world;
        const auto made =
            await(world, create(kLeases, objectOf(kLeases, QStringLiteral("'spec':{'holderIdentity':'a'}"))));
        QVERIFY(made);
        Value blind = made->object()->root();
        blind.edit("metadata").erase("resourceVersion");
        const auto refused = await(world, update(kLeases, blind));
        QVERIFY(!refused);
        QCOMPARE(
            quoted(refused.error().message),
            std::string(
                "leases.coordination.k8s.io 'x' is invalid: metadata.resourceVersion: Invalid value: 0x0: "
                "must be specified for an update"));
        QVERIFY(await(world, update(kLeases, made->object()->root())));
    }

    void statefulSet_canBeScaled()
    {
        InProcessWorld world;
        QVERIFY(await(world,
                      create(kStatefulSets, objectOf(kStatefulSets, QStringLiteral("'spec':{TEMPLATE}")))));
        const auto scaled =
            await(world, mergePatch(kStatefulSets, "default", "x", json("{'spec':{'replicas':4}}"), "scale"));
        QVERIFY(scaled);
        const auto now = await(world, get(kStatefulSets, "default", "x"));
        QCOMPARE(now->object()->spec()["replicas"].asInt(), 4);
        QCOMPARE(now->object()->generation(), 2);
    }

    void systemPriorityClasses_areThere_andOthersMayNotTakeTheirNames()
    {
        InProcessWorld world;
        const auto node = await(world, get(kPriorityClasses, "", "system-node-critical"));
        QVERIFY(node);
        QCOMPARE(node->object()->root()["value"].asInt(), 2000001000);
        QVERIFY(await(world, get(kPriorityClasses, "", "system-cluster-critical")));
        Value own = json("{'metadata':{'name':'system-mine'},'value':1}");
        const auto refused = await(world, creation(kPriorityClasses, own));
        QVERIFY(!refused);
        QCOMPARE(
            quoted(refused.error().message),
            std::string("PriorityClass.scheduling.k8s.io 'system-mine' is invalid: metadata.name: Forbidden: "
                        "priority class names with 'system-' prefix are reserved for system use only. error: "
                        "system-mine is not a known system priority class"));
    }
};

MINATO_TEST(TestKeptKinds)
#include "tst_kept_kinds.moc"
