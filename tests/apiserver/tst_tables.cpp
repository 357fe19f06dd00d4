// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;

namespace {

std::string cells(const kube::Table &table, std::size_t row = 0)
{
    std::string text;
    for (const Value &cell : table.rows.at(row).cells)
        text.append(text.empty() ? "" : " | ")
            .append(cell.isInt() ? std::to_string(cell.asInt()) : std::string(cell.asString()));
    return text;
}

} // namespace

/// What `kubectl get -o wide` shows, cell by cell.
class TestTables : public QObject {
    Q_OBJECT

    static std::string tableOf(ContractWorld &world, const GroupVersionResource &resource, std::string name)
    {
        auto wish = get(resource, resource == kNodes ? "" : "default", std::move(name));
        wish.as = api::Representation::Table;
        const auto answer = await(world, wish);
        return answer ? cells(answer->table()) : answer.error().message;
    }

private Q_SLOTS:
    void podStatus_followsPrintPod_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *spec, const char *status, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(spec) << QString::fromLatin1(status)
                                << QString::fromLatin1(expected);
        };
        const char *one = "{'containers':[{'name':'a','image':'i'}]}";
        const char *two = "{'containers':[{'name':'a','image':'i'},{'name':'b','image':'i'}]}";
        const char *init =
            "{'initContainers':[{'name':'i','image':'i'}],'containers':[{'name':'a','image':'i'}]}";
        row("pending", one, "{'phase':'Pending'}", "0/1 | Pending | 0");
        row("creating", one,
            "{'phase':'Pending','containerStatuses':[{'name':'a','state':{'waiting':{'reason':'"
            "ContainerCreating'}}}]}",
            "0/1 | ContainerCreating | 0");
        row("running", one,
            "{'phase':'Running','containerStatuses':[{'name':'a','ready':true,'state':{'running':{}}}]}",
            "1/1 | Running | 0");
        row("not ready", one,
            "{'phase':'Running','containerStatuses':[{'name':'a','ready':false,'state':{'running':{}}}]}",
            "0/1 | Running | 0");
        row("crash loop", one,
            "{'phase':'Running','containerStatuses':[{'name':'a','restartCount':3,'state':{'waiting':{'"
            "reason':'CrashLoopBackOff'}},"
            "'lastState':{'terminated':{'finishedAt':'2026-01-04T23:55:00Z'}}}]}",
            "0/1 | CrashLoopBackOff | 3 (5m ago)");
        row("first container wins", two,
            "{'phase':'Running','containerStatuses':[{'name':'a','state':{'terminated':{'exitCode':1,'reason'"
            ":'Error'}}},{'name':'b',"
            "'state':{'waiting':{'reason':'ImagePullBackOff'}}}]}",
            "0/2 | Error | 0");
        row("one of two done", two,
            "{'phase':'Running','conditions':[{'type':'Ready','status':'False'}],'containerStatuses':[{'name'"
            ":'a','state':"
            "{'terminated':{'exitCode':0,'reason':'Completed'}}},{'name':'b','ready':true,'state':{'running':"
            "{}}}]}",
            "1/2 | NotReady | 0");
        row("exit code", one,
            "{'phase':'Failed','containerStatuses':[{'name':'a','state':{'terminated':{'exitCode':7}}}]}",
            "0/1 | ExitCode:7 | 0");
        row("signal", one,
            "{'phase':'Failed','containerStatuses':[{'name':'a','state':{'terminated':{'exitCode':1,'signal':"
            "9}}}]}",
            "0/1 | Signal:9 | 0");
        row("initialising", init,
            "{'phase':'Pending','initContainerStatuses':[{'name':'i','state':{'running':{}}}]}",
            "0/1 | Init:0/1 | 0");
        row("init failed", init,
            "{'phase':'Pending','initContainerStatuses':[{'name':'i','state':{'terminated':{'exitCode':1,'"
            "reason':'Error'}}}]}",
            "0/1 | Init:Error | 0");
        row("reason of the Pod", one, "{'phase':'Failed','reason':'Evicted'}", "0/1 | Evicted | 0");
    }
    void podStatus_followsPrintPod()
    {
        QFETCH(QString, spec);
        QFETCH(QString, status);
        QFETCH(QString, expected);
        InProcessWorld world;
        Value object = pod("web");
        object.set("spec", json(spec.toStdString()));
        QVERIFY(await(world, create(kPods, object)));
        QVERIFY(await(world, mergePatch(kPods, "default", "web",
                                        Value::map({{"status", json(status.toStdString())}}), "status")));
        const std::string text = tableOf(world, kPods, "web");
        QCOMPARE(text, "web | " + expected.toStdString() + " | 0s | <none> | <none> | <none> | <none>");
    }

    void terminatingPod_saysSo()
    {
        InProcessWorld world;
        Value object = pod("web");
        object.edit("metadata").set("finalizers", json("['a.b/c']"));
        QVERIFY(await(world, create(kPods, object)));
        QVERIFY(await(world, remove(kPods, "default", "web")));
        world.pass(std::chrono::minutes(3));
        QVERIFY(tableOf(world, kPods, "web").starts_with("web | 0/1 | Terminating | 0 | 3m"));
    }

    void workloads_showCountsContainersAndSelector()
    {
        InProcessWorld world;
        Value object = deployment("web");
        object.edit("spec").set("replicas", 4);
        QVERIFY(await(world, create(kDeployments, object)));
        QVERIFY(await(
            world,
            mergePatch(
                kDeployments, "default", "web",
                json("{'status':{'replicas':4,'readyReplicas':3,'updatedReplicas':4,'availableReplicas':2}}"),
                "status")));
        world.pass(std::chrono::hours(50));
        QCOMPARE(tableOf(world, kDeployments, "web"),
                 std::string("web | 3/4 | 4 | 2 | 2d2h | web | nginx:1.27 | app=web"));
        object.set("kind", "ReplicaSet");
        object.edit("spec").erase("strategy");
        QVERIFY(await(world, create(kReplicaSets, object)));
        QCOMPARE(tableOf(world, kReplicaSets, "web"),
                 std::string("web | 4 | 0 | 0 | 0s | web | nginx:1.27 | app=web"));
    }

    void services_showTheirAddressesAndPorts_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *spec, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(spec) << QString::fromLatin1(expected);
        };
        row("cluster", "{'clusterIP':'10.96.0.9','ports':[{'port':80}],'selector':{'app':'web'}}",
            "ClusterIP | 10.96.0.9 | <none> | 80/TCP | 0s | app=web");
        row("node port",
            "{'type':'NodePort','clusterIP':'10.96.0.9','ports':[{'port':80,'nodePort':30080,'name':'a'},{'"
            "port':53,"
            "'protocol':'UDP','nodePort':30053,'name':'b'}]}",
            "NodePort | 10.96.0.9 | <none> | 80:30080/TCP,53:30053/UDP | 0s | <none>");
        row("load balancer",
            "{'type':'LoadBalancer','clusterIP':'10.96.0.9','ports':[{'port':80,'nodePort':30080}]}",
            "LoadBalancer | 10.96.0.9 | <pending> | 80:30080/TCP | 0s | <none>");
        row("headless", "{'clusterIP':'None','selector':{'a':'b'}}",
            "ClusterIP | None | <none> | <none> | 0s | a=b");
        row("external name", "{'type':'ExternalName','externalName':'db.example.com'}",
            "ExternalName | <none> | db.example.com | <none> | 0s | <none>");
        row("external addresses",
            "{'clusterIP':'10.96.0.9','externalIPs':['1.2.3.4','5.6.7.8'],'ports':[{'port':1}]}",
            "ClusterIP | 10.96.0.9 | 1.2.3.4,5.6.7.8 | 1/TCP | 0s | <none>");
    }
    void services_showTheirAddressesAndPorts()
    {
        QFETCH(QString, spec);
        QFETCH(QString, expected);
        InProcessWorld world;
        Value object = service("web");
        object.set("spec", json(spec.toStdString()));
        QVERIFY(await(world, create(kServices, object)));
        QCOMPARE(tableOf(world, kServices, "web"), "web | " + expected.toStdString());
    }

    void endpoints_showTheFirstThree()
    {
        InProcessWorld world;
        QVERIFY(await(world,
                      create(kEndpoints,
                             json("{'metadata':{'name':'web','namespace':'default'},'subsets':[{'addresses':"
                                  "[{'ip':'10.0.0.1'},{'ip':'10.0.0.2'},{'ip':'10.0.0.3'},{'ip':'10.0.0.4'}],"
                                  "'ports':[{'port':80}]}]}"))));
        QCOMPARE(tableOf(world, kEndpoints, "web"),
                 std::string("web | 10.0.0.1:80,10.0.0.2:80,10.0.0.3:80 + 1 more... | 0s"));
        QVERIFY(
            await(world, create(kEndpointSlices,
                                json("{'metadata':{'name':'web','namespace':'default'},'addressType':'IPv4',"
                                     "'endpoints':[{'addresses':['10.0.0.1']},{'addresses':['10.0.0.2']}],"
                                     "'ports':[{'port':8080}]}"))));
        QCOMPARE(tableOf(world, kEndpointSlices, "web"),
                 std::string("web | IPv4 | 8080 | 10.0.0.1,10.0.0.2 | 0s"));
    }

    void nodes_showStatusRolesAndSystem()
    {
        InProcessWorld world;
        QVERIFY(await(
            world,
            create(kNodes,
                   json("{'metadata':{'name':'n1','labels':{'node-role.kubernetes.io/control-plane':''}},"
                        "'spec':{'unschedulable':true},'status':{'conditions':[{'type':'Ready','status':"
                        "'True'}],'addresses':[{'type':'InternalIP','address':'192.168.1.2'}],'nodeInfo':"
                        "{'kubeletVersion':'v1.34.2','osImage':'Debian'}}}"))));
        QCOMPARE(tableOf(world, kNodes, "n1"), std::string("n1 | Ready,SchedulingDisabled | control-plane | "
                                                           "0s | v1.34.2 | 192.168.1.2 | <none> | Debian | "
                                                           "<unknown> | <unknown>"));
        QVERIFY(await(world, create(kNodes, json("{'metadata':{'name':'n2'}}"))));
        QVERIFY(tableOf(world, kNodes, "n2")
                    .starts_with("n2 | Unknown | <none> | 0s |  | <none> | <none> | <unknown>"));
    }

    void events_showWhenWhatAndWho()
    {
        InProcessWorld world;
        QVERIFY(await(
            world,
            create(kEvents,
                   json("{'metadata':{'name':'e','namespace':'default'},'type':'Warning','reason':'BackOff',"
                        "'message':' Back-off ','involvedObject':{'kind':'Pod','name':'web','namespace':"
                        "'default','fieldPath':'spec.containers{web}'},'count':3,'source':{'component':"
                        "'kubelet','host':'n1'},'firstTimestamp':'2026-01-04T23:50:00Z','lastTimestamp':"
                        "'2026-01-04T23:59:00Z'}"))));
        QCOMPARE(tableOf(world, kEvents, "e"),
                 std::string("60s | Warning | BackOff | pod/web | spec.containers{web} | kubelet, n1 | "
                             "Back-off | 10m | 3 | e"));
    }

    void includeObject_decidesWhatRowsCarry()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kDeployments, deployment("web"))));
        for (const auto &[include, kind] :
             {std::pair("None", ""), {"Metadata", "PartialObjectMetadata"}, {"Object", "Deployment"}}) {
            auto wish = list(kDeployments, "default", {{"includeObject", include}});
            wish.as = api::Representation::Table;
            const auto answer = await(world, wish);
            QVERIFY(answer);
            const auto &object = answer->table().rows.at(0).object;
            QCOMPARE(object ? object->kind() : std::string_view(), std::string_view(kind));
        }
        auto bad = list(kDeployments, "default", {{"includeObject", "Everything"}});
        bad.as = api::Representation::Table;
        const auto answer = await(world, bad);
        QVERIFY(!answer);
        QCOMPARE(answer.error().message, std::string("unrecognized includeObject value: \"Everything\""));
    }

    void watchedTables_nameTheirColumnsOnce()
    {
        InProcessWorld world;
        QVERIFY(await(world, create(kDeployments, deployment("a"))));
        QVERIFY(await(world, create(kDeployments, deployment("b"))));
        auto wish = list(kDeployments, "default");
        wish.as = api::Representation::Table;
        Watching watching(world, wish);
        QVERIFY(watching.waitFor(2));
        QCOMPARE(watching.events()[0].table->columns.size(), 8U);
        QCOMPARE(watching.events()[1].table->columns.size(), 0U);
        QVERIFY(cells(*watching.events()[1].table).starts_with("b | 0/0"));
    }
};

MINATO_TEST(TestTables)
#include "tst_tables.moc"
