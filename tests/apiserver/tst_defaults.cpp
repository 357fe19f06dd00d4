// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/in_process_world.h"
#include "kube/json.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;

/// What a server makes of the least that a client may write. The expected JSON is that of a real server.
class TestDefaults : public QObject {
    Q_OBJECT

    static std::string quoted(const Value &value)
    {
        std::string text = kube::toJson(value);
        std::ranges::replace(text, '"', '\'');
        return text;
    }

private Q_SLOTS:
    void deployment_getsItsDefaults()
    {
        InProcessWorld world;
        Value wanted = deployment("web");
        wanted.edit("spec").erase("replicas");
        const auto made = await(world, create(kDeployments, wanted));
        QVERIFY(made);
        QCOMPARE(
            quoted(made->object()->spec()),
            std::string(
                "{'progressDeadlineSeconds':600,'replicas':1,'revisionHistoryLimit':10,"
                "'selector':{'matchLabels':{'app':'web'}},"
                "'strategy':{'rollingUpdate':{'maxSurge':'25%','maxUnavailable':'25%'},'type':'RollingUpdate'"
                "},"
                "'template':{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'image':'nginx:1.27',"
                "'imagePullPolicy':'IfNotPresent','name':'web','resources':{},"
                "'terminationMessagePath':'/dev/termination-log','terminationMessagePolicy':'File'}],"
                "'dnsPolicy':'ClusterFirst','restartPolicy':'Always','schedulerName':'default-scheduler',"
                "'securityContext':{},'terminationGracePeriodSeconds':30}}}"));
        QCOMPARE(quoted(made->object()->status()), std::string("{}"));
        QCOMPARE(made->object()->generation(), 1);
        QCOMPARE(made->object()->metadata()["creationTimestamp"].asString(),
                 std::string_view("2026-01-05T00:00:00Z"));
    }

    void recreate_hasNoRollingUpdate()
    {
        InProcessWorld world;
        Value wanted = deployment("web");
        wanted.edit("spec").edit("strategy").set("type", "Recreate");
        const auto made = await(world, create(kDeployments, wanted));
        QVERIFY(made);
        QCOMPARE(quoted(made->object()->spec()["strategy"]), std::string("{'type':'Recreate'}"));
    }

    void pod_getsDefaultsAndWhatAdmissionAdds()
    {
        InProcessWorld world;
        Value wanted = pod("web");
        wanted.edit("spec")
            .edit("containers")
            .edit(std::size_t(0))
            .set("ports", json("[{'containerPort':80}]"));
        wanted.edit("spec").set("automountServiceAccountToken", false);
        const auto made = await(world, create(kPods, wanted));
        QVERIFY(made);
        QCOMPARE(
            quoted(made->object()->spec()),
            std::string("{'automountServiceAccountToken':false,'containers':[{'image':'nginx:1.27','"
                        "imagePullPolicy':'IfNotPresent','name':'web',"
                        "'ports':[{'containerPort':80,'protocol':'TCP'}],'resources':{},"
                        "'terminationMessagePath':'/dev/termination-log','terminationMessagePolicy':'File'}],"
                        "'dnsPolicy':'ClusterFirst','enableServiceLinks':true,'preemptionPolicy':'"
                        "PreemptLowerPriority','priority':0,"
                        "'restartPolicy':'Always','schedulerName':'default-scheduler','securityContext':{},'"
                        "serviceAccount':'default',"
                        "'serviceAccountName':'default','terminationGracePeriodSeconds':30,"
                        "'tolerations':[{'effect':'NoExecute','key':'node.kubernetes.io/"
                        "not-ready','operator':'Exists',"
                        "'tolerationSeconds':300},{'effect':'NoExecute','key':'node.kubernetes.io/"
                        "unreachable','operator':'Exists',"
                        "'tolerationSeconds':300}]}"));
        QCOMPARE(quoted(made->object()->status()),
                 std::string("{'phase':'Pending','qosClass':'BestEffort'}"));
    }

    void imagePullPolicy_followsTheTag_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("policy");
        QTest::newRow("tag") << QStringLiteral("nginx:1.27") << QStringLiteral("IfNotPresent");
        QTest::newRow("latest") << QStringLiteral("nginx:latest") << QStringLiteral("Always");
        QTest::newRow("no tag") << QStringLiteral("nginx") << QStringLiteral("Always");
        QTest::newRow("registry with a port, no tag")
            << QStringLiteral("host:5000/nginx") << QStringLiteral("Always");
        QTest::newRow("registry with a port")
            << QStringLiteral("host:5000/nginx:2") << QStringLiteral("IfNotPresent");
        QTest::newRow("digest") << QStringLiteral("nginx@sha256:0123") << QStringLiteral("IfNotPresent");
    }
    void imagePullPolicy_followsTheTag()
    {
        QFETCH(QString, image);
        QFETCH(QString, policy);
        InProcessWorld world;
        Value wanted = pod("web");
        wanted.edit("spec").edit("containers").edit(std::size_t(0)).set("image", image.toStdString());
        const auto made = await(world, create(kPods, wanted));
        QVERIFY(made);
        QCOMPARE(made->object()->at("spec", "containers", 0, "imagePullPolicy").asString(),
                 policy.toStdString());
    }

    void qosClass_followsTheResources_data()
    {
        QTest::addColumn<QString>("resources");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *resources, const char *expected) {
            QTest::newRow(resources) << QString::fromLatin1(resources) << QString::fromLatin1(expected);
        };
        row("{}", "BestEffort");
        row("{'requests':{'cpu':'100m'}}", "Burstable");
        row("{'limits':{'cpu':'1','memory':'1Gi'}}", "Guaranteed");
        row("{'limits':{'cpu':'1','memory':'1Gi'},'requests':{'cpu':'500m'}}", "Burstable");
        row("{'limits':{'cpu':'1'}}", "Burstable");
    }
    void qosClass_followsTheResources()
    {
        QFETCH(QString, resources);
        QFETCH(QString, expected);
        InProcessWorld world;
        Value wanted = pod("web");
        wanted.edit("spec")
            .edit("containers")
            .edit(std::size_t(0))
            .set("resources", json(resources.toStdString()));
        const auto made = await(world, create(kPods, wanted));
        QVERIFY(made);
        QCOMPARE(made->object()->status()["qosClass"].asString(), expected.toStdString());
    }

    void service_getsItsDefaults()
    {
        InProcessWorld world;
        const auto made = await(world, create(kServices, service("web")));
        QVERIFY(made);
        Value spec = made->object()->spec();
        const std::string address(spec["clusterIP"].asString());
        QCOMPARE(spec["clusterIPs"][0].asString(), address);
        spec.erase("clusterIP");
        spec.erase("clusterIPs");
        QCOMPARE(
            quoted(spec),
            std::string(
                "{'internalTrafficPolicy':'Cluster','ipFamilies':['IPv4'],'ipFamilyPolicy':'SingleStack',"
                "'ports':[{'port':80,'protocol':'TCP','targetPort':80}],'selector':{'app':'web'},"
                "'sessionAffinity':'None','type':'ClusterIP'}"));
        QCOMPARE(quoted(made->object()->status()), std::string("{'loadBalancer':{}}"));
        QVERIFY(!made->object()->metadata().contains("generation"));
    }

    void namespace_getsItsLabelPhaseAndFinalizer()
    {
        InProcessWorld world;
        const auto made = await(world, create(kNamespaces, json("{'metadata':{'generateName':'lab-'}}")));
        QVERIFY(made);
        QCOMPARE(made->object()->labels()["kubernetes.io/metadata.name"].asString(), made->object()->name());
        QCOMPARE(quoted(made->object()->spec()), std::string("{'finalizers':['kubernetes']}"));
        QCOMPARE(quoted(made->object()->status()), std::string("{'phase':'Active'}"));
    }

    void aFreshCluster_hasItsNamespacesAndItsOwnService()
    {
        InProcessWorld world;
        const auto namespaces = await(world, list(kNamespaces, ""));
        QVERIFY(namespaces);
        std::string names;
        for (const auto &object : namespaces->list().items)
            names.append(object->name()).append(" ");
        QCOMPARE(names, std::string("default kube-node-lease kube-public kube-system "));
        const auto own = await(world, get(kServices, "default", "kubernetes"));
        QVERIFY(own);
        QCOMPARE(own->object()->spec()["clusterIP"].asString(), std::string_view("10.96.0.1"));
        QVERIFY(await(world, get(kEndpointSlices, "default", "kubernetes")));
        QVERIFY(await(world, get(kEndpoints, "default", "kubernetes")));
    }

    void events_areServedInBothForms()
    {
        InProcessWorld world;
        const auto made = await(
            world, create(kEvents, json("{'metadata':{'name':'e','namespace':'default'},'type':'Normal',"
                                        "'reason':'Started','message':'Started it','involvedObject':{'kind':"
                                        "'Pod','name':'web','namespace':'default'},'count':2,"
                                        "'firstTimestamp':'2026-01-05T00:00:00Z'}")));
        QVERIFY(made);
        const GroupVersionResource newEvents{"events.k8s.io", "v1", "events"};
        const auto read = await(world, get(newEvents, "default", "e"));
        QVERIFY(read);
        QCOMPARE(read->object()->apiVersion(), std::string_view("events.k8s.io/v1"));
        QCOMPARE(read->object()->at("regarding", "name").asString(), std::string_view("web"));
        QCOMPARE(read->object()->at("note").asString(), std::string_view("Started it"));
        QCOMPARE(read->object()->at("deprecatedCount").asInt(), 2);
        const auto listed =
            await(world, list(newEvents, "default", {{"fieldSelector", "regarding.name=web"}}));
        QVERIFY(listed);
        QCOMPARE(listed->list().items.size(), 1U);
        const auto changed = await(world, mergePatch(newEvents, "default", "e", json("{'note':'again'}")));
        QVERIFY(changed);
        const auto core = await(world, get(kEvents, "default", "e"));
        QVERIFY(core);
        QCOMPARE(core->object()->at("message").asString(), std::string_view("again"));
    }
};

MINATO_TEST(TestDefaults)
#include "tst_defaults.moc"
