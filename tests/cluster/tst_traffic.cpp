// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

#include <map>
#include <set>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

/// Asks every `gap` for `duration`, without waiting for the answers.
struct Load {
    ClusterFixture &f;
    std::uint16_t port;
    int answered = 0, failed = 0;
    std::map<std::string, int> byPod;
    std::vector<api::CallPtr> calls;

    void run(base::Duration duration, base::Duration gap)
    {
        const auto end = f.cluster.control().now() + duration;
        while (f.cluster.control().now() < end) {
            api::TrafficRequest request;
            request.host = "host01";
            request.port = port;
            calls.push_back(f.cluster.traffic().request(request, [this](const api::TrafficResult &result) {
                ++(result ? answered : failed);
                if (result)
                    ++byPod[result->route.pod];
            }));
            f.run(gap);
        }
        f.run(5s);
    }
};

} // namespace

class TestTraffic : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// pkg/proxy/iptables/proxier.go computeProbability: every endpoint is as likely as any other.
    void connections_areSpreadUniformly()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale("kubernetes-bootcamp", 3));
        QVERIFY(f.cluster.settle());
        f.run(2s);
        Load load{f, f.nodePort()};
        load.run(30s, 1ms);
        QCOMPARE(load.failed, 0);
        QCOMPARE(load.byPod.size(), std::size_t(3));
        // 30000 connections over 3 Pods: 10000 ± 3 σ, σ = 82.
        for (const auto &[pod, count] : load.byPod)
            QVERIFY2(std::abs(count - 10000) < 246, (pod + " " + std::to_string(count)).c_str());
    }

    /// Rules are looked at by the first packet of a connection only: Linux's connection tracking, on which
    /// pkg/proxy/iptables/proxier.go builds.
    void keptConnection_staysWithItsPod()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale("kubernetes-bootcamp", 3));
        QVERIFY(f.cluster.settle());
        f.run(2s);
        std::set<std::string> pods;
        for (int i = 0; i < 100; ++i)
            pods.insert(f.curl("host01", f.nodePort(), 42)->route.pod);
        QCOMPARE(pods.size(), std::size_t(1));
    }

    void keptConnection_breaksWithItsPod()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.curl("host01", f.nodePort(), 42).has_value());
        QVERIFY(f.await(client::deleteRequest(kPods, *f.pods().front())).has_value());
        f.run(20s);
        QVERIFY(f.curl("host01", f.nodePort(), 42).has_value()); // the old Pod, which still serves
        f.run(20s);
        const auto reply = f.curl("host01", f.nodePort(), 42);
        QVERIFY(!reply);
        QVERIFY(reply.error().kind == api::TrafficError::Kind::Reset);
        QVERIFY(f.curl("host01", f.nodePort(), 42).has_value());
    }

    void scalingDown_losesNoRequest()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale("kubernetes-bootcamp", 4));
        QVERIFY(f.cluster.settle());
        f.run(2s);
        Load load{f, f.nodePort()};
        load.run(1s, 5ms);
        QVERIFY(f.scale("kubernetes-bootcamp", 2));
        load.run(40s, 5ms);
        QCOMPARE(load.failed, 0);
        QVERIFY(load.answered > 8000);
    }

    void graceful_isNotEnoughWithoutALag()
    {
        // A server that stops listening at once, while nodes still route to it, refuses connections for a
        // moment.
        ClusterFixture f({.topology = cluster::Topology::empty()});
        QVERIFY(f.cluster.settle());
        auto topology = cluster::Topology::chapter();
        for (kube::Value object : topology.objects) {
            if (object["kind"].asString() == "Deployment") {
                object.edit("spec").set("replicas", 4);
                object.edit("spec")
                    .edit("template")
                    .edit("spec")
                    .edit("containers")
                    .edit(0)
                    .set("image", "nginx:1.29");
                QVERIFY(f.await(client::createRequest(kDeployments, object)).has_value());
            } else {
                object.edit("spec").edit("ports").edit(0).set("targetPort", 80);
                QVERIFY(f.await(client::createRequest(kServices, object)).has_value());
            }
        }
        QVERIFY(f.cluster.settle());
        f.run(2s);
        Load load{f, f.nodePort()};
        QVERIFY(f.scale("kubernetes-bootcamp", 1));
        load.run(5s, 1ms);
        QVERIFY(load.failed > 0);
        QVERIFY(load.answered > load.failed);
    }

    void names_areResolved()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const std::string ip(f.get(kServices, "kubernetes-bootcamp")->spec()["clusterIP"].asString());
        const std::string podIp(f.pods().front()->status()["podIP"].asString());
        for (const std::string &host :
             {ip, std::string("kubernetes-bootcamp"), std::string("kubernetes-bootcamp.default"),
              std::string("kubernetes-bootcamp.default.svc.cluster.local"), podIp})
            QVERIFY2(f.curl(host, 8080).has_value(), host.c_str());
        const auto unknown = f.curl("nowhere.example", 80);
        QVERIFY(!unknown && unknown.error().kind == api::TrafficError::Kind::UnknownHost);
        const auto closed = f.curl("host01", 31999);
        QVERIFY(!closed && closed.error().kind == api::TrafficError::Kind::Refused);
    }

    void route_tellsItsChoice()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const auto reply = f.curl("minato-worker2", f.nodePort());
        QCOMPARE(reply->route.service, std::string("default/kubernetes-bootcamp"));
        QCOMPARE(reply->route.viaNode, std::string("minato-worker2"));
        QCOMPARE(reply->route.pod, "default/" + f.podNames().front());
        QCOMPARE(reply->route.candidates, 1U);
        QVERIFY(!f.cluster.control().decisions("services/default/kubernetes-bootcamp").empty());
    }

    void logs_showTheRequests()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.curl("host01", f.nodePort()).has_value());
        auto request = client::getRequest(kPods, "default", f.podNames().front());
        request.subresource = "log";
        const auto answer = f.await(request);
        QVERIFY(answer.has_value());
        const std::string text = std::get<api::Bytes>(answer->payload).data;
        QVERIFY(text.starts_with("Kubernetes Bootcamp App Started At: 2026-01-05T"));
        QVERIFY(text.contains("| Total Requests: 1 |"));
    }

    void inputs_passTheGate()
    {
        ClusterFixture f;
        std::vector<cluster::Input> inputs;
        f.cluster.setInputRecorder([&](const cluster::Input &input) { inputs.push_back(input); });
        QVERIFY(f.cluster.settle());
        QVERIFY(inputs.empty());
        f.nodePort();
        static_cast<void>(f.curl("host01", 30000));
        QCOMPARE(inputs.size(), std::size_t(2));
        QVERIFY(inputs[0].kind == cluster::Input::Kind::Send);
        QVERIFY(inputs[1].kind == cluster::Input::Kind::Traffic);
        QVERIFY(inputs[0].seq < inputs[1].seq && inputs[0].at <= inputs[1].at);
    }
};

MINATO_TEST(TestTraffic)
#include "tst_traffic.moc"
