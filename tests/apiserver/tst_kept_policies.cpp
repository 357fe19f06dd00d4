// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kept_kind.h"
#include "apiserver/quotes.h"
#include "contract/in_process_world.h"
#include "kube/json.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::tests::kept;
using namespace minato::kube::resources;

/// Kinds that bound others: autoscalers, budgets, quotas, limits, priorities.
class TestKeptPolicies : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void defaults_areUpstreams_data()
    {
        addDefaultsColumns();
        const auto row = defaultsRow;
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
    }
    void defaults_areUpstreams() { checkDefaults(); }

    void faultsOfAutoscalers_areToldInUpstreamsWords_data()
    {
        addFaultsColumns();
        const auto row = faultsRow;
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
    void faultsOfAutoscalers_areToldInUpstreamsWords() { checkFaults(); }

    void faults_areToldInUpstreamsWords_data()
    {
        addFaultsColumns();
        const auto row = faultsRow;
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
    }
    void faults_areToldInUpstreamsWords() { checkFaults(); }

    void whatMayNotChange_isTold_data()
    {
        addFixedColumns();
        const auto row = fixedRow;
        row("priorityclasses", "'value':1", "{'value':2}",
            "value: Forbidden: may not be changed in an update.");
        row("resourcequotas", "'spec':{'scopes':['BestEffort']}", "{'spec':{'scopes':['NotBestEffort']}}",
            "spec.scopes: Invalid value: ['NotBestEffort']: field is immutable");
    }
    void whatMayNotChange_isTold() { checkFixed(); }

    void tables_haveUpstreamsCells_data()
    {
        addCellsColumns();
        const auto row = cellsRow;
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
    }
    void tables_haveUpstreamsCells() { checkCells(); }

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

MINATO_TEST(TestKeptPolicies)
#include "tst_kept_policies.moc"
