// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/quotes.h"
#include "contract/in_process_world.h"
#include "kube/json.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;

/// One store, two versions.
class TestAutoscalerVersions : public QObject {
    Q_OBJECT

    inline static const GroupVersionResource kV1{"autoscaling", "v1", "horizontalpodautoscalers"};

private Q_SLOTS:
    void versionOne_becomesAMetric_andComesBack()
    {
        InProcessWorld world;
        Value object =
            json("{'metadata':{'name':'web','namespace':'default'},'spec':{'maxReplicas':5,'minReplicas':2,"
                 "'targetCPUUtilizationPercentage':60,'scaleTargetRef':{'apiVersion':'apps/v1','kind':"
                 "'Deployment','name':'web'}}}");
        const auto made = await(world, create(kV1, object));
        QVERIFY2(made, made ? "" : made.error().message.c_str());
        QCOMPARE(made->object()->apiVersion(), std::string_view("autoscaling/v1"));
        QCOMPARE(
            quoted(kube::toJson(made->object()->spec())),
            std::string("{'maxReplicas':5,'minReplicas':2,'scaleTargetRef':{'apiVersion':'apps/v1','kind':"
                        "'Deployment','name':'web'},'targetCPUUtilizationPercentage':60}"));
        QCOMPARE(quoted(kube::toJson(made->object()->status())),
                 std::string("{'currentReplicas':0,'desiredReplicas':0}"));
        const auto second = await(world, get(kHorizontalPodAutoscalers, "default", "web"));
        QVERIFY(second);
        QCOMPARE(
            second->object()->spec().at("metrics", 0, "resource", "target", "averageUtilization").asInt(),
            60);
    }

    void whatVersionOneLacks_travelsInAnnotations()
    {
        InProcessWorld world;
        Value object =
            json("{'metadata':{'name':'web','namespace':'default'},'spec':{'maxReplicas':5,'behavior':{'"
                 "scaleDown':"
                 "{'stabilizationWindowSeconds':60}},'metrics':[{'type':'Resource','resource':{'name':'"
                 "memory','target':"
                 "{'type':'AverageValue','averageValue':'100Mi'}}},{'type':'Object','object':{'metric':{'"
                 "name':'q'},"
                 "'describedObject':{'kind':'Service','name':'s'},'target':{'type':'Value','value':'2k'}}}],"
                 "'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'web'}}}");
        const auto made = await(world, create(kHorizontalPodAutoscalers, object));
        QVERIFY2(made, made ? "" : made.error().message.c_str());
        const auto first = await(world, get(kV1, "default", "web"));
        QVERIFY(first);
        const Value &annotations = first->object()->annotations();
        QCOMPARE(quoted(std::string(annotations["autoscaling.alpha.kubernetes.io/metrics"].asString())),
                 std::string(
                     "[{'type':'Resource','resource':{'name':'memory','targetAverageValue':'100Mi'}},{'type':"
                     "'Object','object':{'target':{'kind':'Service','name':'s'},'metricName':'q',"
                     "'targetValue':'2k'}}]"));
        QVERIFY(
            quoted(std::string(annotations["autoscaling.alpha.kubernetes.io/behavior"].asString()))
                .contains(
                    "'ScaleDown':{'StabilizationWindowSeconds':60,'SelectPolicy':'Max','Policies':[{'Type':"
                    "'Percent','Value':100,'PeriodSeconds':15}],'Tolerance':null}"));
        // Written back as it came, nothing has changed.
        const auto again = await(world, update(kV1, first->object()->root()));
        QVERIFY2(again, again ? "" : again.error().message.c_str());
        const auto second = await(world, get(kHorizontalPodAutoscalers, "default", "web"));
        QCOMPARE(second->object()->root(), made->object()->root());
    }
};

MINATO_TEST(TestAutoscalerVersions)
#include "tst_autoscaler_versions.moc"
