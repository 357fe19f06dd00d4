// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "components/common/pod.h"
#include "support/test_registry.h"

#include <map>
#include <set>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

constexpr std::string_view kApp = "kubernetes-bootcamp";

kube::Value spec(std::string_view key, kube::Value value)
{
    return kube::Value::map({{"spec", kube::Value::map({{key, std::move(value)}})}});
}

cluster::SimCluster::Options zoned(const char *distribution)
{
    cluster::SimCluster::Options options;
    for (std::size_t i = 0; i < options.topology.nodes.size(); ++i)
        options.topology.nodes[i].labels["topology.kubernetes.io/zone"] = i % 2 == 0 ? "a" : "b";
    options.topology.objects[1].edit("spec").set("trafficDistribution", distribution);
    options.topology.objects[0].edit("spec").set("replicas", 6);
    return options;
}

/// A cluster with three Pods of the chapter behind its Service.
struct Three : ClusterFixture {
    explicit Three(cluster::SimCluster::Options options = {}) : ClusterFixture(std::move(options))
    {
        isUp = cluster.settle() && scale(kApp, 3) && cluster.settle();
        run(2s);
    }
    bool patchService(kube::Value patch)
    {
        const bool isDone = await(client::patchRequest(kServices, *get(kServices, kApp),
                                                       kube::PatchType::Merge, std::move(patch)))
                                .has_value();
        run(3s);
        return isDone;
    }
    kube::ObjectPtr sliceOf(std::string_view service)
    {
        for (const auto &slice : list(kEndpointSlices)) {
            if (slice->labels()["kubernetes.io/service-name"].asString() == service)
                return slice;
        }
        return nullptr;
    }
    std::string clusterIp() { return std::string(get(kServices, kApp)->spec()["clusterIP"].asString()); }
    /// Which Pods answer `count` connections.
    std::map<std::string, int> pods(const std::string &host, std::uint16_t port, int count)
    {
        std::map<std::string, int> byPod;
        for (int i = 0; i < count; ++i) {
            const auto reply = curl(host, port);
            ++byPod[reply ? reply->route.pod : "none"];
        }
        return byPod;
    }
    bool isUp = false;
};

} // namespace

/// Services: rows of the facts' table 5.4, and pkg/proxy/iptables/proxier_test.go where a test says so.
class TestServices : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// pkg/proxy/iptables/proxier.go writeServiceToEndpointRules with sessionAffinity ClientIP.
    void affinity_keepsAClient_untilItIsSilentForLong()
    {
        Three f;
        QVERIFY(f.isUp);
        QVERIFY(f.patchService(*kube::parseJson(
            R"({"spec":{"sessionAffinity":"ClientIP","sessionAffinityConfig":{"clientIP":{"timeoutSeconds":60}}}})")));
        const auto port = f.nodePort();
        QCOMPARE(f.pods("host01", port, 20).size(), std::size_t(1));
        std::set<std::string> seen;
        for (int i = 0; i < 12; ++i) {
            seen.insert(f.curl("host01", port)->route.pod);
            f.run(30s); // never silent for a minute
        }
        QCOMPARE(seen.size(), std::size_t(1));
        for (int i = 0; i < 20; ++i) {
            f.run(61s);
            seen.insert(f.curl("host01", port)->route.pod);
        }
        QVERIFY(seen.size() > 1);
    }

    /// proxier_test.go TestExternalTrafficPolicyLocal.
    void localPolicy_dropsWhereThereIsNoEndpoint()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const std::string node(f.pods().front()->spec()["nodeName"].asString());
        QVERIFY(f.await(client::patchRequest(kServices, *f.get(kServices, kApp), kube::PatchType::Merge,
                                             spec("externalTrafficPolicy", "Local")))
                    .has_value());
        f.run(3s);
        for (const char *each : {"minato-worker", "minato-worker2", "minato-worker3"}) {
            const auto reply = f.curl(each, f.nodePort());
            QCOMPARE(reply.has_value(), each == node);
            if (!reply)
                QVERIFY(reply.error().kind == api::TrafficError::Kind::TimedOut); // dropped, not refused
        }
    }

    /// proxier_test.go TestNoEndpointsReject.
    void noEndpoints_refuse()
    {
        Three f;
        QVERIFY(f.isUp && f.scale(kApp, 0));
        f.run(40s);
        const auto reply = f.curl("host01", f.nodePort());
        QVERIFY(!reply && reply.error().kind == api::TrafficError::Kind::Refused);
    }

    /// proxier_test.go TestTerminatingEndpointsTrafficPolicyCluster.
    void allTerminating_stillServe()
    {
        Three f;
        QVERIFY(f.isUp && f.scale(kApp, 0));
        f.run(5s);
        QVERIFY(f.curl("host01", f.nodePort()).has_value());
        const auto slices = f.list(kEndpointSlices);
        int terminating = 0;
        for (const auto &slice : slices) {
            for (const kube::Value &endpoint : slice->root()["endpoints"].items()) {
                const auto &conditions = endpoint["conditions"];
                QVERIFY(!conditions["ready"].asBool() || slice->name().starts_with("kubernetes"));
                terminating += conditions["terminating"].asBool() && conditions["serving"].asBool();
            }
        }
        QCOMPARE(terminating, 3);
    }

    void headless_answersWithEachPod()
    {
        Three f;
        QVERIFY(f.isUp);
        const auto service = *kube::parseJson(R"({"apiVersion":"v1","kind":"Service",
            "metadata":{"name":"direct","namespace":"default"},
            "spec":{"clusterIP":"None","selector":{"app":"kubernetes-bootcamp"},"ports":[{"port":80}]}})");
        QVERIFY(f.await(client::createRequest(kServices, service)).has_value());
        f.run(3s);
        QCOMPARE(f.pods("direct", 8080, 60).size(), std::size_t(3)); // the Pods' port: nothing maps it
        const auto wrongPort = f.curl("direct.default.svc", 80);
        QVERIFY(!wrongPort && wrongPort.error().kind == api::TrafficError::Kind::Refused);
        for (const auto &slice : f.list(kEndpointSlices)) {
            if (slice->name().starts_with("direct"))
                QVERIFY(slice->labels().contains("service.kubernetes.io/headless"));
        }
        QVERIFY(f.get(kEndpoints, "direct")->labels().contains("service.kubernetes.io/headless"));
        QVERIFY(!f.get(kEndpoints, kApp)->labels().contains("service.kubernetes.io/headless"));
    }

    /// reconciler.go finalize and addTriggerTimeAnnotation.
    void slice_keepsItsNameFromEmptyToFullAndBack()
    {
        Three f;
        QVERIFY(f.isUp);
        const auto full = f.sliceOf(kApp);
        QVERIFY(f.scale(kApp, 0));
        f.run(60s);
        const auto empty = f.sliceOf(kApp);
        QCOMPARE(empty->name(), full->name());
        QCOMPARE(empty->uid(), full->uid());
        for (const char *list : {"endpoints", "ports"}) {
            QVERIFY(empty->root().contains(list));
            QVERIFY(empty->root()[list].isNull());
        }
        QVERIFY(f.scale(kApp, 1));
        f.run(60s);
        const auto again = f.sliceOf(kApp);
        QCOMPARE(again->uid(), full->uid());
        QCOMPARE(again->root()["endpoints"].size(), std::size_t(1));
        // The write was due since the Pod was ready.
        const auto &ready =
            components::findCondition(f.ClusterFixture::pods().front()->status()["conditions"], "Ready");
        constexpr std::string_view kSince = "endpoints.kubernetes.io/last-change-trigger-time";
        QCOMPARE(again->metadata().at("annotations", kSince), ready["lastTransitionTime"]);
        QCOMPARE(f.get(kEndpoints, kApp)->metadata().at("annotations", kSince), ready["lastTransitionTime"]);
    }

    /// endpoints_controller.go syncService: only a Service that is gone takes its Endpoints with it.
    void lostSelector_leavesTheEndpoints()
    {
        Three f;
        QVERIFY(f.isUp && f.patchService(spec("selector", kube::Value())));
        f.run(3s);
        QCOMPARE(f.get(kEndpoints, kApp)->at("subsets", 0, "addresses").size(), std::size_t(3));
        QVERIFY(f.await(client::deleteRequest(kServices, *f.get(kServices, kApp))).has_value());
        f.run(3s);
        QVERIFY(!f.get(kEndpoints, kApp));
    }

    /// onEndpointsDelete.
    void deletedEndpoints_areMadeAgain()
    {
        Three f;
        QVERIFY(f.isUp);
        QVERIFY(f.await(client::deleteRequest(kEndpoints, *f.get(kEndpoints, kApp))).has_value());
        f.run(3s);
        QVERIFY(f.get(kEndpoints, kApp));
    }

    void externalName_leadsOn()
    {
        Three f;
        QVERIFY(f.isUp);
        for (const auto &[name, target] :
             {std::pair("alias", "kubernetes-bootcamp.default.svc.cluster.local"),
              std::pair("away", "www.example.org"),
              std::pair("circle", "circle.default.svc.cluster.local")}) {
            auto service =
                *kube::parseJson(R"({"apiVersion":"v1","kind":"Service","metadata":{"namespace":"default"},
                "spec":{"type":"ExternalName"}})");
            service.edit("metadata").set("name", name);
            service.edit("spec").set("externalName", target);
            QVERIFY(f.await(client::createRequest(kServices, service)).has_value());
        }
        f.run(2s);
        QVERIFY(f.curl("alias", 8080).has_value());
        for (const char *name : {"away", "circle"}) {
            const auto reply = f.curl(name, 80);
            QVERIFY(!reply && reply.error().kind == api::TrafficError::Kind::UnknownHost);
        }
    }

    void loadBalancer_staysPendingWithoutACloud()
    {
        Three f;
        QVERIFY(f.isUp && f.patchService(spec("type", "LoadBalancer")));
        f.run(60s);
        QVERIFY(f.get(kServices, kApp)->status().at("loadBalancer", "ingress").isEmpty());
    }

    void loadBalancer_getsAnAddressInACloud()
    {
        cluster::SimCluster::Options options;
        options.topology.hasLoadBalancers = true;
        Three f(std::move(options));
        QVERIFY(f.isUp && f.patchService(spec("type", "LoadBalancer")));
        QVERIFY(f.get(kServices, kApp)->status().at("loadBalancer", "ingress").isEmpty());
        f.run(20s);
        const std::string ip(
            f.get(kServices, kApp)->status().at("loadBalancer", "ingress", 0, "ip").asString());
        QCOMPARE(ip, std::string("203.0.113.1"));
        QCOMPARE(f.pods(ip, 8080, 60).size(), std::size_t(3));
        std::set<std::string> reasons;
        for (const auto &event : f.list(kEvents)) {
            if (event->root().at("source", "component").asString() == "service-controller")
                reasons.emplace(event->root()["reason"].asString());
        }
        QCOMPARE(reasons, (std::set<std::string>{"EnsuringLoadBalancer", "EnsuredLoadBalancer"}));
        QVERIFY(f.await(client::deleteRequest(kServices, *f.get(kServices, kApp))).has_value());
        QVERIFY(f.get(kServices, kApp)); // its finalizer
        f.run(20s);
        QVERIFY(!f.get(kServices, kApp));
        QVERIFY(!f.curl(ip, 8080).has_value());
    }

    void trafficDistribution_staysInTheZone_data()
    {
        QTest::addColumn<QString>("distribution");
        for (const char *each : {"PreferClose", "PreferSameZone", "PreferSameNode"})
            QTest::newRow(each) << QString::fromUtf8(each);
    }
    void trafficDistribution_staysInTheZone()
    {
        QFETCH(QString, distribution);
        ClusterFixture f(zoned(distribution.toUtf8().constData())); // trafficdist_test.go
        QVERIFY(f.cluster.settle());
        f.run(2s);
        const bool isByNode = distribution == QStringLiteral("PreferSameNode");
        for (const auto &slice : f.list(kEndpointSlices)) {
            for (const kube::Value &endpoint : slice->root()["endpoints"].items()) {
                if (endpoint["targetRef"].isNull())
                    continue;
                QCOMPARE(endpoint.at("hints", "forZones", 0, "name"), endpoint["zone"]);
                QCOMPARE(endpoint.at("hints", "forNodes", 0, "name"),
                         isByNode ? endpoint["nodeName"] : kube::Value());
            }
        }
        for (int i = 0; i < 30; ++i) {
            const auto reply = f.curl("minato-worker2", f.nodePort());
            const std::string node = reply->route.podNode;
            const auto zone = f.get(kNodes, node, {})->labels()["topology.kubernetes.io/zone"].asString();
            QCOMPARE(zone, std::string_view("a")); // worker2 is the third node
            if (isByNode)
                QCOMPARE(node, std::string("minato-worker2"));
        }
    }

    void changedDistribution_rewritesTheSlices()
    {
        ClusterFixture f(zoned("PreferClose"));
        QVERIFY(f.cluster.settle());
        QVERIFY(f.await(client::patchRequest(kServices, *f.get(kServices, kApp), kube::PatchType::Merge,
                                             spec("trafficDistribution", kube::Value())))
                    .has_value());
        f.run(3s);
        for (const auto &slice : f.list(kEndpointSlices)) {
            for (const kube::Value &endpoint : slice->root()["endpoints"].items())
                QVERIFY(endpoint["hints"].isNull());
        }
    }

    void ipvs_takesTurns()
    {
        cluster::SimCluster::Options options;
        options.topology.proxyMode = components::KubeProxies::Mode::Ipvs;
        Three f(std::move(options));
        QVERIFY(f.isUp);
        const auto byPod = f.pods("host01", f.nodePort(), 30);
        QCOMPARE(byPod.size(), std::size_t(3));
        for (const auto &[pod, count] : byPod)
            QCOMPARE(count, 10);
    }

    void ipvs_leastConnection_prefersWhoHasFewest()
    {
        cluster::SimCluster::Options options;
        options.topology.proxyMode = components::KubeProxies::Mode::Ipvs;
        options.topology.ipvsScheduler = components::IpvsScheduler::LeastConnection;
        Three f(std::move(options));
        QVERIFY(f.isUp);
        std::map<std::string, int> kept;
        for (std::uint64_t connection = 1; connection <= 9; ++connection)
            ++kept[f.curl("host01", f.nodePort(), connection)->route.pod];
        QCOMPARE(kept.size(), std::size_t(3));
        for (const auto &[pod, count] : kept)
            QCOMPARE(count, 3);
    }

    /// k8s.io/endpointslice reconciler_test.go TestReconcileEndpointSlicesServicesLabelsUpdating.
    void labelsOfTheService_reachItsSlices()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(
            f.await(client::patchRequest(kServices, *f.get(kServices, kApp), kube::PatchType::Merge,
                                         *kube::parseJson(R"({"metadata":{"labels":{"team":"harbour"}}})")))
                .has_value());
        f.run(2s);
        int labelled = 0;
        for (const auto &slice : f.list(kEndpointSlices))
            labelled += slice->labels()["team"].asString() == "harbour";
        QCOMPARE(labelled, 1);
    }
};

MINATO_TEST(TestServices)
#include "tst_services.moc"
