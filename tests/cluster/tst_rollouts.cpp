// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

#include <set>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

constexpr std::string_view kApp = "kubernetes-bootcamp";

bool patchSpec(ClusterFixture &f, kube::Value spec)
{
    const auto deployment = f.get(kDeployments, kApp);
    const auto patch = kube::Value::map({{"spec", std::move(spec)}});
    return f.await(client::patchRequest(kDeployments, *deployment, kube::PatchType::Strategic, patch))
        .has_value();
}

bool setImage(ClusterFixture &f, std::string_view image)
{
    const auto container = kube::Value::map({{"name", kApp}, {"image", image}});
    const auto podSpec = kube::Value::map({{"containers", kube::Value::array({container})}});
    return patchSpec(f, kube::Value::map({{"template", kube::Value::map({{"spec", podSpec}})}}));
}

std::string progress(ClusterFixture &f)
{
    const auto deployment = f.get(kDeployments, kApp);
    return std::string(
        components::findCondition(deployment->status()["conditions"], "Progressing")["reason"].asString());
}

} // namespace

class TestRollouts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rollingUpdate_keepsItsBounds_andServesAllTheTime()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale(kApp, 4));
        QVERIFY(f.cluster.settle());
        f.run(2s);
        const auto port = f.nodePort();
        QVERIFY(setImage(f, "jocatalin/kubernetes-bootcamp:v2"));
        std::set<std::string> versions;
        for (int i = 0; i < 400; ++i) {
            int total = 0, available = 0;
            for (const auto &set : f.list(kReplicaSets)) {
                total += static_cast<int>(set->spec()["replicas"].asInt());
                available += static_cast<int>(set->status()["availableReplicas"].asInt());
            }
            QVERIFY(total <= 5);
            QVERIFY(available >= 3);
            const auto reply = f.curl("host01", port);
            QVERIFY(reply.has_value());
            versions.insert(reply->body.substr(reply->body.size() - 4));
            f.run(100ms);
        }
        QCOMPARE(versions, (std::set<std::string>{"v=1\n", "v=2\n"}));
        QVERIFY(f.cluster.settle());
        QCOMPARE(progress(f), std::string("NewReplicaSetAvailable"));
        const auto deployment = f.get(kDeployments, kApp);
        QCOMPARE(deployment->annotations()["deployment.kubernetes.io/revision"].asString(),
                 std::string_view("2"));
        QCOMPARE(deployment->status()["updatedReplicas"].asInt(), 4);
        QCOMPARE(f.list(kReplicaSets).size(), std::size_t(2));
    }

    void missingTag_stopsTheRollout_andUndoRepairsIt()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale(kApp, 4));
        QVERIFY(f.cluster.settle());
        QVERIFY(setImage(f, "jocatalin/kubernetes-bootcamp:v10"));
        f.run(30s);
        const auto deployment = f.get(kDeployments, kApp);
        QCOMPARE(deployment->status()["availableReplicas"].asInt(), 3);
        QCOMPARE(deployment->status()["updatedReplicas"].asInt(), 2);
        std::set<std::string> reasons;
        for (const auto &pod : f.pods())
            reasons.emplace(
                pod->status()["containerStatuses"][0].at("state", "waiting", "reason").asString());
        QVERIFY(reasons.contains("ImagePullBackOff") || reasons.contains("ErrImagePull"));
        f.run(11min);
        QCOMPARE(progress(f), std::string("ProgressDeadlineExceeded"));
        QVERIFY(setImage(f, "gcr.io/google-samples/kubernetes-bootcamp:v1"));
        QVERIFY(f.cluster.settle());
        QCOMPARE(progress(f), std::string("NewReplicaSetAvailable"));
        QCOMPARE(f.list(kReplicaSets).size(), std::size_t(2));
        // The old set is the new one again: its number is the highest, the former one is remembered.
        for (const auto &set : f.list(kReplicaSets)) {
            if (set->spec()["replicas"].asInt() == 0)
                continue;
            QCOMPARE(set->annotations()["deployment.kubernetes.io/revision"].asString(),
                     std::string_view("3"));
            QCOMPARE(set->annotations()["deployment.kubernetes.io/revision-history"].asString(),
                     std::string_view("1"));
        }
    }

    void recreate_hasATimeWithoutReadyPods()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(patchSpec(
            f, kube::Value::map(
                   {{"strategy", kube::Value::map({{"type", "Recreate"}, {"rollingUpdate", nullptr}})}})));
        QVERIFY(setImage(f, "jocatalin/kubernetes-bootcamp:v2"));
        bool wasEmpty = false;
        for (int i = 0; i < 400 && !wasEmpty; ++i) {
            wasEmpty =
                std::ranges::none_of(f.pods(), [](const auto &pod) { return components::isPodReady(*pod); });
            QVERIFY(f.pods().size() <= 1);
            f.run(100ms);
        }
        QVERIFY(wasEmpty);
        QVERIFY(f.cluster.settle());
        QCOMPARE(f.pods().size(), std::size_t(1));
        QVERIFY(f.curl("host01", f.nodePort())->body.ends_with("v=2\n"));
    }

    void pausedDeployment_doesNotRoll_butScales()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(patchSpec(f, kube::Value::map({{"paused", true}})));
        f.run(1s);
        QCOMPARE(progress(f), std::string("DeploymentPaused"));
        QVERIFY(setImage(f, "jocatalin/kubernetes-bootcamp:v2"));
        QVERIFY(f.scale(kApp, 3));
        f.run(20s);
        QCOMPARE(f.list(kReplicaSets).size(), std::size_t(1));
        QCOMPARE(f.pods().size(), std::size_t(3));
        QVERIFY(patchSpec(f, kube::Value::map({{"paused", false}})));
        QVERIFY(f.cluster.settle());
        QCOMPARE(f.list(kReplicaSets).size(), std::size_t(2));
        QCOMPARE(f.get(kDeployments, kApp)->status()["updatedReplicas"].asInt(), 3);
    }

    void history_isCutToItsLimit()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(patchSpec(f, kube::Value::map({{"revisionHistoryLimit", 1}})));
        for (const char *image :
             {"jocatalin/kubernetes-bootcamp:v2", "jocatalin/kubernetes-bootcamp:v1", "nginx:1.29"}) {
            QVERIFY(setImage(f, image));
            QVERIFY(f.cluster.settle());
            f.run(1s);
        }
        QCOMPARE(f.list(kReplicaSets).size(), std::size_t(2));
    }
};

MINATO_TEST(TestRollouts)
#include "tst_rollouts.moc"
