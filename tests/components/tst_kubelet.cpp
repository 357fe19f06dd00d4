// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/pod.h"
#include "components/kubelet/image_store.h"
#include "components/kubelet/ip_pool.h"
#include "components/kubelet/node_object.h"
#include "components/kubelet/pod_status.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::components;
using namespace std::chrono_literals;

namespace {

kube::ObjectPtr pod()
{
    const auto container = kube::Value::map({{"name", "web"}, {"image", "nginx:1"}});
    return kube::makeObject(
        kube::Value::map({{"metadata", kube::Value::map({{"name", "p"}})},
                          {"spec", kube::Value::map({{"containers", kube::Value::array({container})}})}}));
}

std::string conditionText(const kube::Value &status)
{
    std::string text;
    for (const kube::Value &condition : status["conditions"].items())
        text += std::string(condition["type"].asString()) + "=" +
                std::string(condition["status"].asString()) + " ";
    return text;
}

} // namespace

class TestKubelet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addresses_areHandedOutRoundRobin()
    {
        IpPool pool("10.244.3.0/24");
        QCOMPARE(pool.take(), std::string("10.244.3.2"));
        QCOMPARE(pool.take(), std::string("10.244.3.3"));
        pool.release("10.244.3.2");
        QCOMPARE(pool.take(), std::string("10.244.3.4"));
        for (int i = 5; i < 255; ++i)
            QVERIFY(!pool.take().empty());
        QCOMPARE(pool.take(), std::string("10.244.3.2"));
        QCOMPARE(pool.take(), std::string());
    }

    void startingPod_isPendingWithItsConditionsInOrder()
    {
        PodState state;
        state.startTime = base::kSimEpoch;
        state.hostIp = "192.168.49.3";
        state.containers.resize(1);
        const auto status = makePodStatus(*pod(), state, {}, base::kSimEpoch);
        QCOMPARE(status["phase"].asString(), std::string_view("Pending"));
        QCOMPARE(
            conditionText(status),
            std::string("PodReadyToStartContainers=False Initialized=True Ready=False ContainersReady=False "
                        "PodScheduled=True "));
        const auto &ready = findCondition(status["conditions"], "Ready");
        QCOMPARE(ready["reason"].asString(), std::string_view("ContainersNotReady"));
        QCOMPARE(ready["message"].asString(), std::string_view("containers with unready status: [web]"));
        QCOMPARE(status["containerStatuses"][0].at("state", "waiting", "reason").asString(),
                 std::string_view("ContainerCreating"));
        QVERIFY(!status.contains("podIP"));
    }

    void runningPod_keepsTheTimesOfWhatDidNotChange()
    {
        PodState state;
        state.startTime = base::kSimEpoch;
        state.containers.resize(1);
        const auto before = makePodStatus(*pod(), state, {}, base::kSimEpoch);
        state.hasSandbox = true;
        state.ip = "10.244.1.2";
        state.containers[0].kind = ContainerState::Kind::Running;
        state.containers[0].startedAt = base::kSimEpoch + 2s;
        state.containers[0].isReady = true;
        const auto status = makePodStatus(*pod(), state, before, base::kSimEpoch + 3s);
        QCOMPARE(status["phase"].asString(), std::string_view("Running"));
        QCOMPARE(status["podIP"].asString(), std::string_view("10.244.1.2"));
        QCOMPARE(findCondition(status["conditions"], "Initialized")["lastTransitionTime"].asString(),
                 std::string_view("2026-01-05T00:00:00Z"));
        QCOMPARE(findCondition(status["conditions"], "Ready")["lastTransitionTime"].asString(),
                 std::string_view("2026-01-05T00:00:03Z"));
    }

    void killedPod_hasFailed()
    {
        PodState state;
        state.containers.resize(1);
        state.containers[0].kind = ContainerState::Kind::Terminated;
        state.containers[0].end =
            ContainerEnd{"containerd://1", "Error", {}, 137, base::kSimEpoch, base::kSimEpoch};
        const auto status = makePodStatus(*pod(), state, {}, base::kSimEpoch);
        QCOMPARE(status["phase"].asString(), std::string_view("Failed"));
        QCOMPARE(findCondition(status["conditions"], "Ready")["reason"].asString(),
                 std::string_view("PodFailed"));
    }

    void foreignConditions_areKept()
    {
        const auto foreign = kube::Value::map({{"type", "DisruptionTarget"}, {"status", "True"}});
        kube::Value root = pod()->root();
        root.set("status", kube::Value::map({{"conditions", kube::Value::array({foreign})}}));
        PodState state;
        state.containers.resize(1);
        const auto status = makePodStatus(*kube::makeObject(root), state, {}, base::kSimEpoch);
        QVERIFY(findCondition(status["conditions"], "DisruptionTarget") == foreign);
    }

    void pulls_areSerialised_andTheSecondFindsTheLayers()
    {
        const auto behaviour = Behaviour::builtIn();
        ImageStore store(*behaviour, base::RandomStream(1, "t"));
        QVERIFY(!store.isPresent("nginx", base::kSimEpoch));
        const auto first = store.pull("nginx", base::kSimEpoch);
        QVERIFY(first.result.has_value());
        QVERIFY(first.duration > 1s);
        QCOMPARE(first.withWaiting, first.duration);
        const auto second = store.pull("nginx", base::kSimEpoch);
        QVERIFY(second.duration < 1300ms);
        QCOMPARE(second.withWaiting, first.duration + second.duration);
        QVERIFY(!store.isPresent("nginx", first.end - 1ns));
        QVERIFY(store.isPresent("docker.io/library/nginx:latest", first.end));
        QCOMPARE(store.statusImages(first.end)[0]["names"][1].asString(),
                 std::string_view("docker.io/library/nginx:latest"));
    }

    void missingImage_failsInTheRuntimesWords()
    {
        const auto behaviour = Behaviour::builtIn();
        ImageStore store(*behaviour, base::RandomStream(1, "t"));
        const auto pull = store.pull("jocatalin/kubernetes-bootcamp:v10", base::kSimEpoch);
        QCOMPARE(pull.result.error(),
                 std::string("rpc error: code = NotFound desc = failed to pull and unpack image "
                             "\"docker.io/jocatalin/kubernetes-bootcamp:v10\": failed to resolve reference "
                             "\"docker.io/jocatalin/kubernetes-bootcamp:v10\": "
                             "docker.io/jocatalin/kubernetes-bootcamp:v10: not found"));
    }

    void pullPolicy_dependsOnTheTag()
    {
        const auto policy = [](const char *image) {
            return std::string(pullPolicy(kube::Value::map({{"image", image}})));
        };
        QCOMPARE(policy("nginx"), std::string("Always"));
        QCOMPARE(policy("nginx:latest"), std::string("Always"));
        QCOMPARE(policy("nginx:1.27"), std::string("IfNotPresent"));
    }

    void node_reservesMemoryForEviction()
    {
        base::RandomStream random(1, "t");
        const auto node = makeNode({.name = "n", .internalIp = "192.168.49.3", .podCidr = "10.244.1.0/24"},
                                   random, base::kSimEpoch);
        QCOMPARE(node.at("status", "capacity", "memory").asString(), std::string_view("8388608Ki"));
        QCOMPARE(node.at("status", "allocatable", "memory").asString(), std::string_view("8286208Ki"));
        QCOMPARE(node.at("status", "nodeInfo", "kubeletVersion").asString(), std::string_view("v1.34.2"));
        const auto ready =
            nodeConditions({.isReady = true}, node.at("status", "conditions"), base::kSimEpoch + 5s);
        std::string types;
        for (const kube::Value &condition : ready.items())
            types += std::string(condition["type"].asString()) + " ";
        QCOMPARE(types, std::string("MemoryPressure DiskPressure PIDPressure Ready "));
        QCOMPARE(ready[0]["lastTransitionTime"].asString(), std::string_view("2026-01-05T00:00:00Z"));
        QCOMPARE(ready[3]["lastTransitionTime"].asString(), std::string_view("2026-01-05T00:00:05Z"));
    }
};

MINATO_TEST(TestKubelet)
#include "tst_kubelet.moc"
