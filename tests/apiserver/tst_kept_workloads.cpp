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

/// StatefulSets, DaemonSets, Jobs, and what they keep of their templates.
class TestKeptWorkloads : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void defaults_areUpstreams_data()
    {
        addDefaultsColumns();
        const auto row = defaultsRow;
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
    }
    void defaults_areUpstreams() { checkDefaults(); }

    void faults_areToldInUpstreamsWords_data()
    {
        addFaultsColumns();
        const auto row = faultsRow;
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
    void faults_areToldInUpstreamsWords() { checkFaults(); }

    void whatMayNotChange_isTold_data()
    {
        addFixedColumns();
        const auto row = fixedRow;
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
    void whatMayNotChange_isTold() { checkFixed(); }

    void tables_haveUpstreamsCells_data()
    {
        addCellsColumns();
        const auto row = cellsRow;
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
    void tables_haveUpstreamsCells() { checkCells(); }

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
};

MINATO_TEST(TestKeptWorkloads)
#include "tst_kept_workloads.moc"
