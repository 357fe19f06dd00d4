// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables of upstream's unit tests about a Deployment's status, whole: rows bear the names of its cases.
#include "components/common/pod.h"
#include "components/deployment/deployment_status.h"
#include "kube/yaml.h"
#include "support/test_registry.h"

#include <format>

using namespace minato;
using namespace minato::components;
using namespace std::chrono_literals;

namespace {

constexpr base::Instant kNow = base::kSimEpoch + 1h;

kube::Value yaml(const std::string &text)
{
    return kube::parseYaml(text)->front().value;
}

/// replicas, updatedReplicas, readyReplicas, availableReplicas, as upstream's tables have them.
using Counters = QList<int>;

kube::Value statusOf(const Counters &counters)
{
    return yaml(std::format(
        "{{replicas: {}, updatedReplicas: {}, readyReplicas: {}, availableReplicas: {}, conditions: []}}",
        counters[0], counters[1], counters[2], counters[3]));
}

/// "Type Status Reason" of a condition, written an hour ago.
kube::Value condition(const QByteArray &text, base::Instant at = base::kSimEpoch)
{
    const auto words = text.split(' ');
    return deploymentCondition(words[0].toStdString(), words[1].toStdString(), words[2].toStdString(), "",
                               at);
}

kube::ObjectPtr deployment(const std::string &spec, kube::Value status)
{
    kube::Value root = yaml(
        std::format("{{metadata: {{name: progress-test}}, spec: {{{}, template: {{image: new}}}}}}", spec));
    root.set("status", std::move(status));
    return kube::makeObject(root);
}

std::string deadline(int seconds)
{
    return seconds < 0 ? "a: b" : std::format("progressDeadlineSeconds: {}", seconds);
}

} // namespace

/// Mirrors pkg/controller/deployment progress_test.go and util/deployment_util_test.go.
class TestDeploymentProgress : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<QByteArray>("sets");
        QTest::addColumn<int>("spec");
        QTest::addColumn<int>("actual");
        QTest::addColumn<int>("terminating"); // -1: unknown
        const auto row = [](const char *name, const char *sets, int spec, int actual, int terminating) {
            QTest::newRow(name) << QByteArray(sets) << spec << actual << terminating;
        };
        row("scaling down rs1", "1", 1, 2, 3);
        row("scaling down rs1 and rs2", "1 2", 3, 5, 4);
        row("scaling up rs3", "3", 3, 0, 0);
        row("scaling down rs1 and rs2 and scaling up rs3", "1 2 3", 6, 5, 4);
        row("invalid/unknown terminating status for rs4", "4", 1, 1, -1);
        row("invalid/unknown terminating status for rs4 with rs1, rs2 and rs3", "1 2 3 4", 7, 6, -1);
    }
    /// TestGetReplicaCountForReplicaSets
    void counts()
    {
        QFETCH(QByteArray, sets);
        QFETCH(int, spec);
        QFETCH(int, actual);
        QFETCH(int, terminating);
        const char *const known[] = {
            "spec: {replicas: 1}, status: {replicas: 2, observedGeneration: 1, terminatingReplicas: 3}",
            "spec: {replicas: 2}, status: {replicas: 3, terminatingReplicas: 1}",
            "spec: {replicas: 3}, status: {replicas: 0}",
            "spec: {replicas: 1}, status: {replicas: 1, observedGeneration: 1}"};
        std::vector<kube::ObjectPtr> list;
        for (const QByteArray &each : sets.split(' '))
            list.push_back(kube::makeObject(yaml(std::format("{{metadata: {{name: rs{}}}, {}}}",
                                                             each.toStdString(), known[each.toInt() - 1]))));
        const Rollout rollout(deployment("replicas: 1", {}), list);
        QCOMPARE(rollout.totalSpec(), spec);
        const auto status = calculateStatus(rollout, kNow, {.terminatingReplicas = true});
        QCOMPARE(status["replicas"].asInt(), actual);
        QCOMPARE(terminatingReplicas(rollout.sets).value_or(-1), terminating);
        QCOMPARE(status["terminatingReplicas"].asInt(-1), terminating);
    }

    void complete_data()
    {
        QTest::addColumn<int>("desired");
        QTest::addColumn<Counters>("counters");
        QTest::addColumn<bool>("want");
        const auto row = [](const char *name, int desired, const Counters &counters, bool want) {
            QTest::newRow(name) << desired << counters << want;
        };
        row("not complete: min but not all pods become available", 5, {5, 5, 0, 4}, false);
        row("not complete: min availability is not honored", 5, {5, 5, 0, 3}, false);
        row("complete", 5, {5, 5, 0, 5}, true);
        row("not complete: all pods are available but not updated", 5, {5, 4, 0, 5}, false);
        row("not complete: still running old pods", 1, {2, 1, 0, 1}, false);
        row("not complete: one replica deployment never comes up", 1, {1, 1, 0, 0}, false);
    }
    /// TestDeploymentComplete
    void complete()
    {
        QFETCH(int, desired);
        QFETCH(Counters, counters);
        QFETCH(bool, want);
        const auto status = statusOf(counters);
        QCOMPARE(isComplete(*deployment(std::format("replicas: {}", desired), status), status), want);
    }

    void progressing_data()
    {
        QTest::addColumn<Counters>("before");
        QTest::addColumn<Counters>("after");
        QTest::addColumn<bool>("want");
        const auto row = [](const char *name, const Counters &before, const Counters &after, bool want) {
            QTest::newRow(name) << before << after << want;
        };
        row("progressing: updated pods", {10, 4, 4, 4}, {10, 6, 4, 4}, true);
        row("not progressing", {10, 4, 4, 4}, {10, 4, 4, 4}, false);
        row("progressing: old pods removed", {10, 4, 6, 6}, {8, 4, 6, 6}, true);
        row("not progressing: less new pods", {10, 7, 3, 3}, {10, 6, 3, 3}, false);
        row("progressing: less overall but more new pods", {10, 4, 7, 7}, {8, 8, 5, 5}, true);
        row("progressing: more ready pods", {10, 10, 9, 8}, {10, 10, 10, 8}, true);
        row("progressing: more available pods", {10, 10, 10, 9}, {10, 10, 10, 10}, true);
    }
    /// TestDeploymentProgressing
    void progressing()
    {
        QFETCH(Counters, before);
        QFETCH(Counters, after);
        QFETCH(bool, want);
        QCOMPARE(isProgressing(statusOf(before), statusOf(after)), want);
    }

    void timedOut_data()
    {
        QTest::addColumn<int>("deadlineSeconds"); // -1: none
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<int>("ago");
        QTest::addColumn<bool>("want");
        const QByteArray some("Some");
        QTest::newRow("nil progressDeadlineSeconds specified - no timeout") << -1 << some << 11 << false;
        QTest::newRow("infinite progressDeadlineSeconds specified - no timeout")
            << 2147483647 << some << 11 << false;
        QTest::newRow("progressDeadlineSeconds: 10s, 11s ago") << 10 << some << 11 << true;
        QTest::newRow("progressDeadlineSeconds: 10s, 9s ago") << 10 << some << 9 << false;
        QTest::newRow("previous status was a complete deployment")
            << -1 << QByteArray("NewReplicaSetAvailable") << 3600 << false;
    }
    /// TestDeploymentTimedOut
    void timedOut()
    {
        QFETCH(int, deadlineSeconds);
        QFETCH(QByteArray, reason);
        QFETCH(int, ago);
        QFETCH(bool, want);
        kube::Value status = kube::Value::emptyMap();
        status.edit("conditions")
            .push(condition("Progressing True " + reason, kNow - std::chrono::seconds(ago)));
        QCOMPARE(isTimedOut(*deployment(deadline(deadlineSeconds), status), status, kNow), want);
    }

    void bounds_data()
    {
        QTest::addColumn<int>("replicas");
        QTest::addColumn<QByteArray>("maxUnavailable"); // empty: Recreate
        QTest::addColumn<int>("want");
        const auto row = [](const char *name, int replicas, const char *maxUnavailable, int want) {
            QTest::newRow(name) << replicas << QByteArray(maxUnavailable) << want;
        };
        row("maxUnavailable less than replicas", 10, "5", 5);
        row("maxUnavailable equal replicas", 10, "10", 10);
        row("maxUnavailable greater than replicas", 5, "10", 5);
        row("maxUnavailable with replicas is 0", 0, "10", 0);
        row("maxUnavailable with Recreate deployment strategy", 10, "", 0);
        row("maxUnavailable less than replicas with percents", 10, "50%", 5);
        row("maxUnavailable equal replicas with percents", 10, "100%", 10);
        row("maxUnavailable greater than replicas with percents", 5, "100%", 5);
        row("TestMinAvailable: replicas greater than maxUnavailable with percents", 10, "60%", 6);
    }
    /// TestMaxUnavailable; TestMinAvailable asks for the rest of the same.
    void bounds()
    {
        QFETCH(int, replicas);
        QFETCH(QByteArray, maxUnavailable);
        QFETCH(int, want);
        const auto strategy =
            maxUnavailable.isEmpty()
                ? std::string("{type: Recreate}")
                : std::format("{{type: RollingUpdate, rollingUpdate: {{maxSurge: 1, maxUnavailable: {}}}}}",
                              maxUnavailable.toStdString());
        const auto spec = yaml(std::format("{{replicas: {}, strategy: {}}}", replicas, strategy));
        QCOMPARE(rolloutBounds(spec).unavailable, want);
    }

    void stuck_data()
    {
        QTest::addColumn<int>("deadlineSeconds"); // -1: none
        QTest::addColumn<QByteArray>("before");   // its condition
        QTest::addColumn<Counters>("counters");   // the first is what is asked for
        QTest::addColumn<qint64>("ago");          // in nanoseconds
        QTest::addColumn<qint64>("want");         // -1: never again
        const auto row = [](const char *name, int deadlineSeconds, const char *before,
                            const Counters &counters, base::Duration ago, base::Duration want) {
            QTest::newRow(name) << deadlineSeconds << QByteArray(before) << counters << qint64(ago.count())
                                << qint64(want.count());
        };
        const Counters behind{4, 3, 3, 0, 2}, whole{3, 3, 3, 0, 3}, stalled{3, 3, 3, 0, 1};
        const char *const stuck = "Progressing True Some";
        row("nil progressDeadlineSeconds specified", -1, "", behind, 0s, -1ns);
        row("infinite progressDeadlineSeconds specified", 2147483647, "", behind, 0s, -1ns);
        row("no progressing condition found", 60, "", behind, 0s, -1ns);
        row("complete deployment does not need to be requeued", 60, "", whole, 0s, -1ns);
        row("already failed deployment does not need to be requeued", 60,
            "Progressing False ProgressDeadlineExceeded", {3, 3, 3, 0, 0}, 0s, -1ns);
        row("stuck deployment - 30s", 60, stuck, stalled, 30s, 30s);
        row("stuck deployment - 1s", 60, stuck, stalled, 59s, 1s);
        row("failed deployment - less than a second => now", 60, stuck, stalled, 59s + 1ns, 0s);
        row("failed deployment - now", 60, stuck, stalled, 60s, 0s);
        row("failed deployment - 1s after deadline", 60, stuck, stalled, 61s, 0s);
        row("failed deployment - 60s after deadline", 60, stuck, stalled, 120s, 0s);
    }
    /// TestRequeueStuckDeployment
    void stuck()
    {
        QFETCH(int, deadlineSeconds);
        QFETCH(QByteArray, before);
        QFETCH(Counters, counters);
        QFETCH(qint64, ago);
        QFETCH(qint64, want);
        auto status = statusOf(counters.mid(1));
        if (!before.isEmpty())
            status.edit("conditions").push(condition(before));
        const auto object =
            deployment(std::format("replicas: {}, {}", counters[0], deadline(deadlineSeconds)), status);
        const auto delay = stuckCheckDelay(*object, status, base::kSimEpoch + std::chrono::nanoseconds(ago));
        QCOMPARE(delay ? qint64(delay->count()) : -1, want);
    }

    void rolloutStatus_data()
    {
        QTest::addColumn<int>("deadlineSeconds"); // -1: none
        QTest::addColumn<Counters>("counters");   // the first is what is asked for
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("sets"); // name spec replicas available; "foo" is new
        QTest::addColumn<QByteArray>("want");
        QTest::addColumn<bool>("keepsTransition");
        const auto row = [](const char *name, const Counters &counters, const char *before, const char *sets,
                            const char *want, bool keepsTransition = false, int deadlineSeconds = 60) {
            QTest::newRow(name) << deadlineSeconds << counters << QByteArray(before) << QByteArray(sets)
                                << QByteArray(want) << keepsTransition;
        };
        const char *const updated = "Progressing True ReplicaSetUpdated";
        const char *const failed = "Progressing False ProgressDeadlineExceeded";
        const char *const done = "Progressing True NewReplicaSetAvailable";
        const Counters two{3, 2, 2, 0, 2}, three{3, 3, 3, 0, 3};
        const char *const rolling = "bar 0 1 1,foo 3 2 2", *const foo = "foo 3 3 3",
                          *const behind = "foo 3 2 2";
        row("General: remove Progressing condition if deployment has no Progress Deadline", two, updated,
            rolling, "", false, -1);
        row("General: do not estimate progress of deployment with only one active ReplicaSet", three, done,
            foo, done, true);
        row("DeploymentProgressing: dont update lastTransitionTime if already Progressing=True", two, updated,
            rolling, updated, true);
        row("DeploymentProgressing: update everything if deployment has Progressing=False", {3, 2, 1, 0, 2},
            failed, rolling, updated);
        row("DeploymentProgressing: create Progressing condition if it does not exist", {3, 2, 1, 0, 2}, "",
            rolling, updated);
        row("DeploymentComplete: dont update lastTransitionTime if already Progressing=True", three, updated,
            foo, done, true);
        row("DeploymentComplete: update everything if deployment has Progressing=False", three, failed, foo,
            done);
        row("DeploymentComplete: create Progressing condition if it does not exist", three, "", foo, done);
        row("DeploymentComplete: defend against NPE when newRS=nil", {0, 3, 3, 0, 3}, updated, "bar 0 0 0",
            done, true);
        row("DeploymentTimedOut: update status if rollout exceeds Progress Deadline", two, updated, behind,
            failed);
        row("DeploymentTimedOut: do not update status if deployment has existing timedOut condition", two,
            failed, behind, failed, true);
    }
    /// TestSyncRolloutStatus
    void rolloutStatus()
    {
        QFETCH(int, deadlineSeconds);
        QFETCH(Counters, counters);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, sets);
        QFETCH(QByteArray, want);
        QFETCH(bool, keepsTransition);
        auto status = statusOf(counters.mid(1));
        if (!before.isEmpty())
            status.edit("conditions").push(condition(before));
        std::vector<kube::ObjectPtr> list;
        for (const QByteArray &each : sets.split(',')) {
            const auto words = each.split(' ');
            list.push_back(kube::makeObject(
                yaml(std::format("{{metadata: {{name: {}}}, spec: {{replicas: {}, template: {{image: {}}}}}, "
                                 "status: {{replicas: {}, availableReplicas: {}}}}}",
                                 words[0].toStdString(), words[1].toInt(), words[0] == "foo" ? "new" : "old",
                                 words[2].toInt(), words[3].toInt()))));
        }
        const Rollout rollout(deployment(std::format("replicas: {}, strategy: {{type: Recreate}}, {}",
                                                     counters[0], deadline(deadlineSeconds)),
                                         status),
                              list);
        const auto after = components::rolloutStatus(rollout, kNow);
        const auto &now = findCondition(after["conditions"], "Progressing");
        QCOMPARE(now.isNull()
                     ? std::string()
                     : std::format("Progressing {} {}", now["status"].asString(), now["reason"].asString()),
                 want.toStdString());
        if (!want.isEmpty())
            QCOMPARE(now["lastTransitionTime"].asString() == "2026-01-05T00:00:00Z", keepsTransition);
    }
};

MINATO_TEST(TestDeploymentProgress)
#include "tst_deployment_progress.moc"
