// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/fake_server.h"
#include "components/job/job_controller.h"
#include "components/job/job_names.h"
#include "components/job/job_policies.h"
#include "components/ttlafterfinished/ttl_after_finished_controller.h"
#include "kube/json.h"
#include "support/test_registry.h"

#include <functional>

using namespace minato;
using namespace minato::components;
using namespace minato::tests;
using kube::Value;

namespace {

constexpr base::Instant kNow = RecordedCase::kNow;

jobs::Pods podsOf(const Value &list)
{
    jobs::Pods pods;
    for (const Value &pod : list.items())
        pods.push_back(kube::makeObject(pod));
    return pods;
}

std::optional<base::Instant> time(const Value &text)
{
    return base::parseRfc3339(text.asString());
}

jobs::FailureRecord recordOf(const Value &value)
{
    return {static_cast<int>(value["failures"].asInt()), time(value["last"])};
}

std::string text(const Value &value)
{
    return value.isNull() ? std::string() : kube::toJson(value);
}

std::string seconds(base::Duration duration)
{
    return text(static_cast<double>(duration.count()) / 1e9);
}

jobs::JobSync judged(const Value &each)
{
    jobs::JobSync sync(kube::makeObject(each["job"]), podsOf(each["pods"]), {}, {}, kNow);
    sync.judge();
    return sync;
}

/// What the controller of the case knew already.
jobs::Memory memoryOf(const Value &each)
{
    jobs::Memory memory;
    const Value &known = each["memory"], &job = each["objects"][0];
    const std::string key = kube::objectKey(*kube::makeObject(job));
    if (known.contains("record"))
        memory.records[key] = recordOf(known["record"]);
    if (known.contains("creations"))
        memory.ledger.expect(key, static_cast<int>(known["creations"].asInt()),
                             static_cast<int>(known["deletions"].asInt()), kNow);
    for (const Value &uid : known["removals"].items())
        memory.removals[key].emplace(uid.asString());
    if (known["finished"].asBool())
        memory.finished.emplace(job.at("metadata", "uid").asString());
    return memory;
}

/// What ours makes of a case, and what upstream made of it, in one form.
struct Answers {
    std::string ours, upstreams;
};

Answers matchedFailure(const Value &each)
{
    const auto match = jobs::matchFailurePolicy(each["policy"], *kube::makeObject(each["pod"]));
    return {std::format("{} {} {}", match.failsJob.value_or(""), match.isCounted, match.action),
            std::format("{} {} {}", each["message"].asString(), each["counted"].asBool(),
                        each["action"].asString())};
}

Answers matchedSuccess(const Value &each)
{
    const int completions = static_cast<int>(each["completions"].asInt());
    const auto succeeded = jobs::IndexRanges::parse(each["succeeded"].asString(), completions);
    const auto match = jobs::matchSuccessPolicy(each["policy"], completions, succeeded);
    return {match.value_or(""), std::string(each["message"].asString())};
}

Answers newIndexFailures(const Value &each)
{
    Value job = each["job"];
    job.edit("spec").set("backoffLimitPerIndex", 6);
    const auto replaced = each.contains("pod") ? kube::makeObject(each["pod"]) : nullptr;
    const Value pod = jobs::podOf(*kube::makeObject(job), 0, replaced);
    const Value &made = pod.at("metadata", "annotations");
    return {std::format("{} {}", made[jobs::kIndexFailures].asString(),
                        made[jobs::kIgnoredIndexFailures].asString("0")),
            std::format("{} {}", each["counted"].asString(), each["ignored"].asString())};
}

Answers removedDuplicates(const Value &each)
{
    const auto job = kube::makeObject(Value::map(
        {{"spec", Value::map({{"completionMode", "Indexed"}, {"completions", each["completions"]}})}}));
    std::vector<std::string> names;
    for (const auto &pod : jobs::podsToRemove(*job, podsOf(each["pods"]), 0))
        names.emplace_back(pod->name());
    std::ranges::sort(names);
    Value list = Value::emptyArray();
    for (const auto &name : names)
        list.push(name);
    return {text(list), text(each["out"])};
}

Answers generatedName(const Value &each)
{
    const auto job = kube::makeObject(Value::map({{"metadata", Value::map({{"name", each["job"]}})}}));
    const Value pod = jobs::podOf(*job, static_cast<int>(each["index"].asInt()), nullptr);
    return {text(pod.at("metadata", "generateName")), text(each["out"])};
}

Answers recorded(const Value &each)
{
    const auto ours =
        jobs::recordAfter(recordOf(each["before"]), podsOf(each["succeeded"]), podsOf(each["failed"]));
    const auto show = [](const jobs::FailureRecord &record) {
        return std::format("{} {}", record.failures, record.last ? base::toRfc3339(*record.last) : "never");
    };
    return {show(ours), show(recordOf(each["out"]))};
}

Answers synced(const Value &each)
{
    RecordedCase played(each);
    played.ignoreNamesOfAlikePods();
    played.run<JobController>(memoryOf(each));
    const auto join = [](const std::vector<std::string> &lines) {
        std::string all;
        for (const std::string &line : lines)
            all += "\n" + line;
        return all;
    };
    return {join(played.ours(WriteOrder::SortedBetweenUpdates).writes),
            join(played.upstreams(WriteOrder::SortedBetweenUpdates).writes)};
}

/// By the name of upstream's function that a test asks.
const std::map<std::string, std::function<Answers(const Value &)>> kQuestions{
    {"syncJob", synced},
    {"matchPodFailurePolicy", matchedFailure},
    {"matchSuccessPolicy", matchedSuccess},
    {"getNewIndexFailureCounts", newIndexFailures},
    {"appendDuplicatedIndexPodsForRemoval", removedDuplicates},
    {"podGenerateNameWithIndex", generatedName},
    {"newBackoffRecord", recorded},
    {"getFinishedTime",
     [](const Value &each) {
         return Answers{base::toRfc3339(jobs::finishedTime(*kube::makeObject(each["pod"]))),
                        std::string(each["out"].asString())};
     }},
    {"getRemainingTimeForFailuresCount",
     [](const Value &each) {
         return Answers{seconds(jobs::remainingBackOff(recordOf(each["record"]), kNow)), text(each["out"])};
     }},
    {"getRemainingTimePerIndex",
     [](const Value &each) {
         const auto pod = each.contains("pod") ? kube::makeObject(each["pod"]) : nullptr;
         return Answers{seconds(jobs::remainingBackOff(pod, kNow)), text(each["out"])};
     }},
    {"isIndexFailed",
     [](const Value &each) {
         return Answers{
             text(jobs::isIndexFailed(*kube::makeObject(each["pod"]), *kube::makeObject(each["job"]))),
             text(each["out"])};
     }},
    {"calculateSucceededIndexes",
     [](const Value &each) {
         Value indexed = each;
         indexed.edit("job").edit("spec").set("completionMode", "Indexed");
         const auto sync = judged(indexed);
         return Answers{sync.succeededBefore.toString() + " " + sync.succeededIndexes.toString(),
                        std::format("{} {}", each["before"].asString(), each["now"].asString())};
     }},
    {"calculateFailedIndexes",
     [](const Value &each) {
         Value indexed = each;
         indexed.edit("job").edit("spec").set("completionMode", "Indexed");
         const auto sync = judged(indexed);
         return Answers{sync.failedIndexes ? sync.failedIndexes->toString() : "none",
                        std::string(each["out"].asString())};
     }},
};

} // namespace

/// Upstream's own tests of its Job controller, put to ours: data/job_tables.json says what they ask and what its
/// functions answer (tests/components/peer/jobtables), each under the name of its test and case.
class TestJobTables : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void upstreams_data()
    {
        QTest::addColumn<QByteArray>("given");
        const Value cases = recordedCases("job_tables");
        QVERIFY(cases.size() >= 255);
        int number = 0;
        for (const Value &each : cases.items()) {
            const auto name =
                std::format("{} {} {}", ++number, each["of"].asString(), each["test"].asString());
            QTest::newRow(name.c_str()) << QByteArray::fromStdString(kube::toJson(each));
        }
    }
    void upstreams()
    {
        QFETCH(QByteArray, given);
        const auto each = kube::parseJson(given.toStdString());
        QVERIFY(each.has_value());
        const auto question = kQuestions.find(std::string((*each)["of"].asString()));
        QVERIFY(question != kQuestions.end());
        const auto [ours, upstreams] = question->second(*each);
        QVERIFY2(ours == upstreams, ("\nours: " + ours + "\nupstream's: " + upstreams).c_str());
    }

    /// indexed_job_utils_test.go TestIntervalsHaveIndex and the forms of a list.
    void ranges_containWhatTheySay()
    {
        const auto ranges = jobs::IndexRanges::parse("0,2-4,7,8,x,12-20", 15);
        QCOMPARE(ranges.toString(), std::string("0,2-4,7,8,12-14"));
        QCOMPARE(ranges.total(), 9);
        for (int i = -1; i < 17; ++i)
            QCOMPARE(ranges.has(i), i == 0 || (i >= 2 && i <= 4) || i == 7 || i == 8 || (i >= 12 && i <= 14));
        QCOMPARE(ranges.with({1, 5, 9}).toString(), std::string("0-5,7-9,12-14"));
        QVERIFY(jobs::IndexRanges().isEmpty() && !jobs::IndexRanges().has(0));
    }

    /// controller_utils.go ControllerExpectations.
    void ledger_isSettledWhenAllWasSeenOrLongAgo()
    {
        jobs::PodLedger ledger;
        QVERIFY(ledger.isSettled("default/pi", kNow));
        ledger.expect("default/pi", 2, 0, kNow);
        ledger.creationObserved("default/pi");
        QVERIFY(!ledger.isSettled("default/pi", kNow));
        QVERIFY(ledger.isSettled("default/other", kNow));
        QVERIFY(!ledger.isSettled("default/pi", kNow + jobs::PodLedger::kTimeout));
        QVERIFY(
            ledger.isSettled("default/pi", kNow + jobs::PodLedger::kTimeout + std::chrono::nanoseconds(1)));
        ledger.creationObserved("default/pi");
        QVERIFY(ledger.isSettled("default/pi", kNow));
        ledger.expect("default/pi", 0, 1, kNow);
        ledger.creationObserved("default/pi");
        QVERIFY(!ledger.isSettled("default/pi", kNow));
        ledger.deletionObserved("default/pi");
        QVERIFY(ledger.isSettled("default/pi", kNow));
    }

    /// ttlafterfinished_controller_test.go TestTimeLeft.
    void expiry_isCountedFromTheEnd_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("ttl");
        QTest::addColumn<int>("left"); // -1: never
        QTest::newRow("job completed now, no TTL") << "Complete" << "True" << -1 << -1;
        QTest::newRow("job completed now, 0s TTL") << "Complete" << "True" << 0 << 0;
        QTest::newRow("job completed now, 10s TTL") << "Complete" << "True" << 10 << 10;
        QTest::newRow("job failed now, 10s TTL") << "Failed" << "True" << 10 << 10;
        QTest::newRow("job not finished") << "Suspended" << "True" << 10 << -1;
        QTest::newRow("job no longer failed") << "Failed" << "False" << 10 << -1;
    }
    void expiry_isCountedFromTheEnd()
    {
        QFETCH(QString, type);
        QFETCH(QString, status);
        QFETCH(int, ttl);
        QFETCH(int, left);
        Value job = Value::map({{"metadata", Value::map({{"name", "pi"}})}});
        if (ttl >= 0)
            job.edit("spec").set("ttlSecondsAfterFinished", ttl);
        const auto condition = Value::map({{"type", type.toStdString()},
                                           {"status", status.toStdString()},
                                           {"lastTransitionTime", base::toRfc3339(kNow)}});
        job.edit("status").set("conditions", Value::array({condition}));
        const auto at = expiry(*kube::makeObject(job));
        QCOMPARE(at.has_value(), left >= 0);
        if (at)
            QVERIFY(*at == kNow + std::chrono::seconds(left));
    }
};

MINATO_TEST(TestJobTables)
#include "tst_job_tables.moc"
