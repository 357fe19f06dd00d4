// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Jobs in a whole cluster, in virtual time: what the tables of the controller alone cannot show.
#include "cluster_fixture.h"
#include "kube/yaml.h"
#include "support/test_registry.h"

#include <algorithm>
#include <format>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using kube::Value;
using kube::resources::kEvents;
using kube::resources::kJobs;
using kube::resources::kPods;
using kube::resources::kResourceQuotas;

namespace {

constexpr std::string_view kTracking = "batch.kubernetes.io/job-tracking";

struct Jobs : ClusterFixture {
    Jobs() { isUp = cluster.settle(); }

    bool make(const kube::GroupVersionResource &resource, const std::string &yaml)
    {
        const auto parsed = kube::parseYaml(yaml, "test.yaml");
        return parsed && await(client::createRequest(resource, parsed->front().value)).has_value();
    }
    /// A Job whose container runs a script; `more` is further spec.
    bool makeJob(std::string_view name, std::string_view script, std::string_view more = {},
                 std::string_view restart = "Never")
    {
        return make(kJobs, std::format(R"(
apiVersion: batch/v1
kind: Job
metadata: {{name: {0}, namespace: default}}
spec:
  {1}
  template:
    spec:
      restartPolicy: {2}
      terminationGracePeriodSeconds: 2
      containers:
      - {{name: work, image: busybox, command: [sh, -c, "{3}"]}}
)",
                                       name, more, restart, script));
    }
    bool patch(std::string_view name, Value spec)
    {
        const auto job = get(kJobs, name);
        return job && await(client::patchRequest(kJobs, *job, kube::PatchType::Merge,
                                                 Value::map({{"spec", std::move(spec)}})))
                          .has_value();
    }
    Value status(std::string_view name)
    {
        const auto job = get(kJobs, name);
        return job ? job->status() : Value();
    }
    std::string reasons(std::string_view name)
    {
        std::string text;
        const Value now = status(name);
        for (const Value &condition : now["conditions"].items())
            text += std::format("{}={}({}) ", condition["type"].asString(), condition["status"].asString(),
                                condition["reason"].asString());
        return text;
    }
    std::vector<kube::ObjectPtr> podsOf(std::string_view name)
    {
        auto all = pods();
        std::erase_if(all, [&](const auto &pod) { return pod->labels()["job-name"].asString() != name; });
        return all;
    }
    int count(std::string_view name, std::string_view phase)
    {
        return static_cast<int>(std::ranges::count_if(podsOf(name), [&](const auto &pod) {
            return !pod->isTerminating() && pod->status()["phase"].asString() == phase;
        }));
    }
    bool hasEvent(std::string_view reason, std::string_view part)
    {
        return std::ranges::any_of(list(kEvents), [&](const auto &event) {
            return event->root()["reason"].asString() == reason &&
                   event->root()["message"].asString().contains(part);
        });
    }
    bool isUp = false;
};

bool isTracked(const kube::Object &pod)
{
    return std::ranges::any_of(pod.metadata()["finalizers"].items(),
                               [](const Value &name) { return name.asString() == kTracking; });
}

} // namespace

/// pkg/controller/job and its end-to-end tests (test/e2e/apps/job.go).
class TestJobs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parallelism_isFollowedWhileItRuns()
    {
        Jobs w;
        QVERIFY(w.isUp && w.makeJob("long", "sleep 600", "parallelism: 2\n  completions: 9"));
        w.run(20s);
        QCOMPARE(w.count("long", "Running"), 2);
        QVERIFY(w.patch("long", Value::map({{"parallelism", 4}})));
        w.run(20s);
        QCOMPARE(w.count("long", "Running"), 4);
        QVERIFY(w.patch("long", Value::map({{"parallelism", 1}})));
        w.run(20s);
        QCOMPARE(w.count("long", "Running"), 1);
        QCOMPARE(w.status("long")["active"].asInt(), 1);
        // Those that were taken off did not fail.
        QCOMPARE(w.status("long")["failed"].asInt(), 0);
        QCOMPARE(w.podsOf("long").size(), std::size_t(1));
    }

    void restartsInPlace_countAsFailures()
    {
        Jobs w;
        QVERIFY(w.isUp && w.makeJob("again", "sleep 1; exit 1", "backoffLimit: 2", "OnFailure"));
        w.run(15s);
        QCOMPARE(w.podsOf("again").size(), std::size_t(1));
        QVERIFY(w.podsOf("again")[0]->status()["containerStatuses"][0]["restartCount"].asInt() > 0);
        w.run(90s);
        QVERIFY(w.reasons("again").contains("Failed=True(BackoffLimitExceeded)"));
        QVERIFY(w.hasEvent("BackoffLimitExceeded", "Job has reached the specified backoff limit"));
        QCOMPARE(w.podsOf("again").size(), std::size_t(0)); // it was still running: deleted
    }

    void deadline_endsAllPods()
    {
        Jobs w;
        QVERIFY(w.isUp && w.makeJob("late", "sleep 600", "activeDeadlineSeconds: 30\n  parallelism: 2"));
        w.run(25s);
        QCOMPARE(w.count("late", "Running"), 2);
        QVERIFY(w.reasons("late").empty());
        w.run(6s);
        QVERIFY(w.reasons("late").starts_with("FailureTarget=True(DeadlineExceeded)"));
        w.run(10s);
        QVERIFY(w.reasons("late").contains("Failed=True(DeadlineExceeded)"));
        QCOMPARE(w.status("late")["failed"].asInt(), 2);
        QVERIFY(w.status("late")["active"].isNull());
        QCOMPARE(w.podsOf("late").size(), std::size_t(0));
    }

    void failurePolicy_endsTheJobAtOnce()
    {
        Jobs w;
        const char *policy = "backoffLimit: 6\n  podFailurePolicy: {rules: [{action: FailJob, onExitCodes: "
                             "{operator: In, values: [42]}}]}";
        QVERIFY(w.isUp && w.makeJob("bug", "exit 42", policy));
        w.run(20s);
        QVERIFY(w.reasons("bug").contains("Failed=True(PodFailurePolicy)"));
        QCOMPARE(w.podsOf("bug").size(), std::size_t(1));
        QVERIFY(w.hasEvent("PodFailurePolicy", "failed with exit code 42 matching FailJob rule at index 0"));
    }

    void successPolicy_isEnoughWhenTheLeaderIsDone()
    {
        Jobs w;
        const char *policy =
            "completionMode: Indexed\n  completions: 3\n  parallelism: 3\n  successPolicy: {rules: "
            "[{succeededIndexes: '0'}]}";
        QVERIFY(w.isUp &&
                w.makeJob("led", "sleep $JOB_COMPLETION_INDEX; sleep 3; sleep ${JOB_COMPLETION_INDEX}00",
                          policy));
        w.run(40s);
        QVERIFY(w.reasons("led").contains("Complete=True(SuccessPolicy)"));
        QCOMPARE(w.status("led")["completedIndexes"].asString(), std::string_view("0"));
        QCOMPARE(w.count("led", "Running"), 0);
    }

    void limitPerIndex_leavesTheOtherIndexesAlone()
    {
        Jobs w;
        const char *spec =
            "completionMode: Indexed\n  completions: 3\n  parallelism: 3\n  backoffLimitPerIndex: 1";
        QVERIFY(w.isUp && w.makeJob("some", "exit $JOB_COMPLETION_INDEX", spec));
        w.run(60s);
        QVERIFY(w.reasons("some").contains("Failed=True(FailedIndexes)"));
        QCOMPARE(w.status("some")["completedIndexes"].asString(), std::string_view("0"));
        QCOMPARE(w.status("some")["failedIndexes"].asString(), std::string_view("1,2"));
        QCOMPARE(w.status("some")["failed"].asInt(), 4); // each of the two twice
    }

    void quota_holdsPodsBackUntilThereIsRoom()
    {
        Jobs w;
        QVERIFY(w.isUp &&
                w.make(kResourceQuotas, "apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: few, "
                                        "namespace: default}\nspec: {hard: {pods: '1'}}"));
        w.run(2s);
        QVERIFY(w.makeJob("held", "sleep 3"));
        w.run(10s);
        QVERIFY(w.hasEvent("FailedCreate", "exceeded quota: few"));
        QCOMPARE(w.podsOf("held").size(), std::size_t(0));
        const auto quota = w.get(kResourceQuotas, "few");
        QVERIFY(quota && w.await(client::deleteRequest(kResourceQuotas, *quota)));
        w.run(70s);
        QVERIFY(w.reasons("held").contains("Complete=True(CompletionsReached)"));
    }

    void deletedJob_letsItsPodsGo()
    {
        Jobs w;
        QVERIFY(w.isUp && w.makeJob("gone", "sleep 600", "parallelism: 2"));
        w.run(20s);
        QCOMPARE(w.count("gone", "Running"), 2);
        QVERIFY(isTracked(*w.podsOf("gone")[0]));
        const auto job = w.get(kJobs, "gone");
        QVERIFY(job && w.await(client::deleteRequest(kJobs, *job, {.propagationPolicy = "Background"})));
        w.run(20s);
        QVERIFY(w.podsOf("gone").empty());
    }

    void orphanedPods_runOnWithoutTheFinalizer()
    {
        Jobs w;
        QVERIFY(w.isUp && w.makeJob("left", "sleep 600"));
        w.run(20s);
        const auto job = w.get(kJobs, "left");
        QVERIFY(job && w.await(client::deleteRequest(kJobs, *job, {.propagationPolicy = "Orphan"})));
        w.run(10s);
        const auto pods = w.podsOf("left");
        QCOMPARE(pods.size(), std::size_t(1));
        QVERIFY(pods[0]->controllerRef().isNull());
        QVERIFY(!isTracked(*pods[0]));
        QCOMPARE(w.count("left", "Running"), 1);
    }

    void deletedPod_isReplacedAtOnceOrOnceItHasEnded_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<int>("meanwhile"); // Pods besides the one that is ending
        QTest::newRow("TerminatingOrFailed") << "TerminatingOrFailed" << 1;
        QTest::newRow("Failed") << "Failed" << 0;
    }
    void deletedPod_isReplacedAtOnceOrOnceItHasEnded()
    {
        QFETCH(QString, policy);
        QFETCH(int, meanwhile);
        Jobs w;
        QVERIFY(w.isUp && w.makeJob("one", "sleep 600", "podReplacementPolicy: " + policy.toStdString()));
        w.run(20s);
        const auto pod = w.podsOf("one").at(0);
        QVERIFY(w.await(client::deleteRequest(kPods, *pod, {.gracePeriodSeconds = 30})));
        w.run(20s); // longer than the back-off: the Pod counts as failed in the first case
        const auto others =
            std::ranges::count_if(w.podsOf("one"), [](const auto &each) { return !each->isTerminating(); });
        QCOMPARE(int(others), meanwhile);
        QCOMPARE(w.status("one")["terminating"].asInt(), 1);
        w.run(40s);
        QCOMPARE(w.count("one", "Running"), 1);
        QCOMPARE(w.status("one")["failed"].asInt(), 1);
    }

    void matchingOrphan_isAdoptedAndCounted()
    {
        Jobs w;
        QVERIFY(w.isUp && w.make(kPods, R"(
apiVersion: v1
kind: Pod
metadata: {name: found, namespace: default, labels: {task: sums, job-name: mine}}
spec: {restartPolicy: Never, containers: [{name: work, image: busybox, command: [sleep, "20"]}]}
)"));
        w.run(5s);
        QVERIFY(w.make(kJobs, R"(
apiVersion: batch/v1
kind: Job
metadata: {name: mine, namespace: default}
spec:
  manualSelector: true
  selector: {matchLabels: {task: sums}}
  template:
    metadata: {labels: {task: sums, job-name: mine}}
    spec: {restartPolicy: Never, containers: [{name: work, image: busybox, command: [sleep, "20"]}]}
)"));
        w.run(5s);
        const auto pods = w.podsOf("mine");
        QCOMPARE(pods.size(), std::size_t(1));
        QCOMPARE(pods[0]->controllerRef()["name"].asString(), std::string_view("mine"));
        QVERIFY(isTracked(*pods[0]));
        w.run(30s);
        QVERIFY(w.reasons("mine").contains("Complete=True"));
        QVERIFY(!isTracked(*w.podsOf("mine").at(0)));
    }

    /// A log that is followed shows what a program is yet to write.
    void followedLog_goesOnToTheEnd()
    {
        Jobs w;
        QVERIFY(w.isUp && w.makeJob("talk", "echo one; sleep 5; echo two; sleep 5; echo three"));
        w.run(4s);
        const auto pod = w.podsOf("talk").at(0);
        auto request = client::getRequest(kPods, "default", pod->name());
        request.subresource = "log";
        request.query = {{"follow", "true"}};
        std::string text;
        bool hasEnded = false;
        const auto call = w.cluster.transport().stream(request, [&](auto piece) {
            hasEnded = hasEnded || !piece || piece->empty();
            text += piece ? *piece : piece.error().message;
        });
        w.run(2s);
        QCOMPARE(text, std::string("one\n"));
        QVERIFY(!hasEnded);
        w.run(20s);
        QCOMPARE(text, std::string("one\ntwo\nthree\n"));
        QVERIFY(hasEnded);
    }
};

MINATO_TEST(TestJobs)
#include "tst_jobs.moc"
