// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/pod.h"
#include "components/deployment/deployment_status.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::components;
using namespace std::chrono_literals;

namespace {

constexpr base::Instant kNow = base::kSimEpoch + 1h;

kube::ObjectPtr deployment(int replicas, kube::Value status = {})
{
    // As the server defaults it: without bounds, one Pod might be unavailable.
    const auto bounds = kube::Value::map({{"maxSurge", "25%"}, {"maxUnavailable", "25%"}});
    const auto strategy = kube::Value::map({{"type", "RollingUpdate"}, {"rollingUpdate", bounds}});
    const auto spec =
        kube::Value::map({{"replicas", replicas},
                          {"progressDeadlineSeconds", 600},
                          {"strategy", strategy},
                          {"template", kube::Value::map({{"spec", kube::Value::map({{"v", 1}})}})}});
    return kube::makeObject(
        kube::Value::map({{"metadata", kube::Value::map({{"name", "web"}, {"generation", 1}})},
                          {"spec", spec},
                          {"status", std::move(status)}}));
}

kube::ObjectPtr set(const char *name, int spec, int replicas, int available, int version = 1)
{
    const auto podTemplate = kube::Value::map({{"spec", kube::Value::map({{"v", version}})}});
    return kube::makeObject(kube::Value::map(
        {{"metadata", kube::Value::map({{"name", name}, {"creationTimestamp", "2026-01-05T00:00:01Z"}})},
         {"spec", kube::Value::map({{"replicas", spec}, {"template", podTemplate}})},
         {"status",
          kube::Value::map(
              {{"replicas", replicas}, {"readyReplicas", available}, {"availableReplicas", available}})}}));
}

std::string_view reason(const kube::Value &status, std::string_view type)
{
    return findCondition(status["conditions"], type)["reason"].asString();
}

} // namespace

/// Mirrors progress_test.go and deployment_util_test.go.
class TestDeploymentStatus : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void counters_leaveZerosOut()
    {
        const Rollout rollout(deployment(3), {set("web-1", 3, 3, 2), set("web-0", 1, 1, 1, 0)});
        const auto status = calculateStatus(rollout, kNow);
        QCOMPARE(status["replicas"].asInt(), 4);
        QCOMPARE(status["updatedReplicas"].asInt(), 3);
        QCOMPARE(status["availableReplicas"].asInt(), 3);
        QCOMPARE(status["unavailableReplicas"].asInt(), 1);
        const Rollout idle(deployment(0), {set("web-1", 0, 0, 0)});
        QVERIFY(!calculateStatus(idle, kNow).contains("replicas"));
    }

    void freshRollout_endsAvailableThenProgressing()
    {
        auto status = rolloutStatus(Rollout(deployment(1), {set("web-1", 1, 1, 0)}), kNow);
        QCOMPARE(reason(status, "Available"), std::string_view("MinimumReplicasUnavailable"));
        QCOMPARE(reason(status, "Progressing"), std::string_view("ReplicaSetUpdated"));
        status = rolloutStatus(Rollout(deployment(1, status), {set("web-1", 1, 1, 1)}), kNow + 2s);
        QCOMPARE(reason(status, "Available"), std::string_view("MinimumReplicasAvailable"));
        QCOMPARE(reason(status, "Progressing"), std::string_view("NewReplicaSetAvailable"));
        QCOMPARE(status["conditions"][0]["type"].asString(), std::string_view("Available"));
        QCOMPARE(status["conditions"][1]["message"].asString(),
                 std::string_view("ReplicaSet \"web-1\" has successfully progressed."));
        // Progressing stayed True all the time.
        QCOMPARE(status["conditions"][1]["lastTransitionTime"].asString(),
                 std::string_view("2026-01-05T01:00:00Z"));
        QCOMPARE(status["conditions"][1]["lastUpdateTime"].asString(),
                 std::string_view("2026-01-05T01:00:02Z"));
    }

    void scalingACompleteDeployment_leavesProgressingAlone()
    {
        auto status = rolloutStatus(Rollout(deployment(1), {set("web-1", 1, 1, 1)}), kNow);
        const auto before = findCondition(status["conditions"], "Progressing");
        status = rolloutStatus(Rollout(deployment(4, status), {set("web-1", 4, 4, 1)}), kNow + 1min);
        QVERIFY(findCondition(status["conditions"], "Progressing") == before);
    }

    void standingStill_timesOutAfterTheDeadline()
    {
        auto status = rolloutStatus(Rollout(deployment(1), {set("web-1", 1, 1, 0)}), kNow);
        const auto stuck = deployment(1, status);
        QCOMPARE(*stuckCheckDelay(*stuck, status, kNow), base::Duration(600s));
        status = rolloutStatus(Rollout(stuck, {set("web-1", 1, 1, 0)}), kNow + 600s);
        QCOMPARE(reason(status, "Progressing"), std::string_view("ReplicaSetUpdated"));
        status = rolloutStatus(Rollout(stuck, {set("web-1", 1, 1, 0)}), kNow + 601s);
        QCOMPARE(reason(status, "Progressing"), std::string_view("ProgressDeadlineExceeded"));
        QCOMPARE(findCondition(status["conditions"], "Progressing")["status"].asString(),
                 std::string_view("False"));
        QVERIFY(!stuckCheckDelay(*deployment(1, status), status, kNow + 601s));
    }

    void setCondition_ignoresWhatSaysTheSame()
    {
        kube::Value status;
        setDeploymentCondition(status, deploymentCondition("Available", "True", "R", "first", kNow));
        setDeploymentCondition(status, deploymentCondition("Available", "True", "R", "second", kNow + 1s));
        QCOMPARE(status["conditions"][0]["message"].asString(), std::string_view("first"));
        setDeploymentCondition(status, deploymentCondition("Progressing", "True", "P", "", kNow));
        setDeploymentCondition(status, deploymentCondition("Available", "False", "S", "third", kNow + 2s));
        QCOMPARE(status["conditions"][1]["type"].asString(), std::string_view("Available"));
        QCOMPARE(status["conditions"][1]["lastTransitionTime"].asString(),
                 std::string_view("2026-01-05T01:00:02Z"));
    }
};

MINATO_TEST(TestDeploymentStatus)
#include "tst_deployment_status.moc"
