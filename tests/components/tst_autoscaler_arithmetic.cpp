// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/pod.h"
#include "components/podautoscaler/replica_calculator.h"
#include "components/podautoscaler/scaling_rules.h"
#include "kube/json.h"
#include "support/test_registry.h"

#include <QFile>

#include <format>

Q_DECLARE_METATYPE(minato::kube::Value)

using namespace minato;
using namespace minato::components;
using kube::Value;

namespace {

constexpr base::Instant kNow = base::kSimEpoch + std::chrono::hours(2000);

base::Instant ago(const Value &seconds)
{
    return kNow - std::chrono::seconds(seconds.asInt());
}

Value containers(const Value &list, const Value &resource, bool areSidecars)
{
    Value result = Value::emptyArray();
    for (const Value &each : list.items()) {
        Value container = Value::map({{"name", each["name"]}});
        if (areSidecars)
            container.set("restartPolicy", "Always");
        if (!each["request"].isNull())
            container.edit("resources")
                .edit("requests")
                .set(resource.asString(), std::format("{}m", each["request"].asInt()));
        result.push(std::move(container));
    }
    return result;
}

kube::ObjectPtr pod(const Value &of, const Value &resource)
{
    Value metadata = Value::map({{"name", of["name"]}, {"namespace", "default"}});
    if (of["deleted"].asBool())
        metadata.set("deletionTimestamp", base::toRfc3339(kNow));
    Value status = Value::map({{"phase", of["phase"]}});
    if (!of["startAge"].isNull())
        status.set("startTime", base::toRfc3339(ago(of["startAge"])));
    if (!of["ready"].isNull())
        status.edit("conditions")
            .push(Value::map({{"type", "Ready"},
                              {"status", of["ready"]},
                              {"lastTransitionTime", base::toRfc3339(ago(of["readyAge"]))}}));
    Value spec = Value::map({{"containers", containers(of["containers"], resource, false)},
                             {"initContainers", containers(of["sidecars"], resource, true)}});
    for (const kube::Member &request : of["podRequests"].members())
        spec.edit("resources").edit("requests").set(request.key(), std::format("{}m", request.value.asInt()));
    return kube::makeObject(Value::map({{"metadata", metadata}, {"spec", spec}, {"status", status}}));
}

PodMetricValues metricsOf(const Value &of)
{
    PodMetricValues metrics;
    for (const kube::Member &metric : of.members())
        metrics.emplace(metric.key(), PodMetric{ago(metric.value["age"]),
                                                std::chrono::seconds(metric.value["window"].asInt()),
                                                metric.value["value"].asInt()});
    return metrics;
}

base::Instant millisecondsAgo(const Value &of)
{
    return kNow - std::chrono::milliseconds(of["ms"].asInt());
}

ScalingHistory historyOf(const Value &in)
{
    ScalingHistory history;
    for (const Value &each : in["log"].items())
        history.recommendations.push_back({std::int32_t(each["replicas"].asInt()), millisecondsAgo(each)});
    for (const char *direction : {"ups", "downs"}) {
        auto &events = direction == std::string_view("ups") ? history.ups : history.downs;
        for (const Value &each : in[direction].items())
            events.push_back(
                {std::int32_t(each["change"].asInt()), millisecondsAgo(each), each["outdated"].asBool()});
    }
    return history;
}

/// "4@-2000 5@-1000": what a log says, in its order.
std::string logText(const std::vector<ScalingHistory::Recommendation> &log)
{
    std::string text;
    for (const auto &each : log)
        text += std::format("{}@{} ", each.replicas, (kNow - each.at).count() / 1'000'000);
    return text;
}

std::string logText(const std::vector<ScalingHistory::Event> &log)
{
    std::string text;
    for (const auto &each : log)
        text += std::format("{}@{}{} ", each.change, (kNow - each.at).count() / 1'000'000,
                            each.isOutdated ? "!" : "");
    return text;
}

std::string logText(const Value &log)
{
    std::string text;
    for (const Value &each : log.items()) {
        const auto count = each["replicas"].isNull() ? each["change"].asInt() : each["replicas"].asInt();
        text += std::format("{}@{}{} ", count, std::max<std::int64_t>(0, each["ms"].asInt()),
                            each["outdated"].asBool() ? "!" : "");
    }
    return text;
}

ScalingRequest requestOf(const Value &in)
{
    return {std::int32_t(in["current"].asInt()), std::int32_t(in["desired"].asInt()),
            std::int32_t(in["min"].asInt()), std::int32_t(in["max"].asInt())};
}

std::string text(const Proposed &proposed)
{
    return proposed ? std::format("{} replicas, {} %, {}", proposed->replicas, proposed->utilization,
                                  proposed->usage)
                    : proposed.error();
}

std::string expectedText(const Value &out)
{
    if (!out["error"].isNull())
        return std::string(out["error"].asString());
    return std::format("{} replicas, {} %, {}", out["replicas"].asInt(), out["utilization"].asInt(),
                       out["usage"].asInt());
}

std::string text(const LimitedReplicas &limited)
{
    return std::format("{} {}: {}", limited.replicas, limited.reason, limited.message);
}

std::string limitText(const Value &out)
{
    return std::format("{} {}: {}", out["replicas"].asInt(), out["reason"].asString(),
                       out["message"].asString());
}

Proposed propose(const Value &testCase)
{
    const Value &in = testCase["in"];
    const auto kind = testCase["kind"].asString();
    std::vector<kube::ObjectPtr> pods;
    for (const Value &each : in["pods"].items())
        pods.push_back(pod(each, in["resource"]));
    const ReplicaCalculator::Target target{
        pods,
        std::int32_t(in["current"].asInt()),
        {in["up"].asDouble(), in["down"].asDouble()},
        kNow,
        {std::chrono::seconds(in["initialization"].asInt()), std::chrono::seconds(in["readiness"].asInt())}};
    if (kind == "resource")
        return ReplicaCalculator::resourceUtilization(target, metricsOf(in["metrics"]),
                                                      std::int32_t(in["target"].asInt()),
                                                      in["resource"].asString(), in["container"].asString());
    if (kind == "average")
        return ReplicaCalculator::averageValue(target, metricsOf(in["metrics"]), in["target"].asInt(),
                                               in["resource"].asString());
    if (kind == "value")
        return ReplicaCalculator::value(target, in["usage"].asInt(), in["target"].asInt());
    return ReplicaCalculator::valuePerPod(target.currentReplicas, in["usage"].asInt(), in["target"].asInt(),
                                          target.tolerances);
}

} // namespace

/// What the autoscaler of Kubernetes v1.34.2 calculated in all of its own unit tests
/// (replica_calculator_test.go, horizontal_test.go; rows bear their names) and for random input:
/// tests/components/peer makes the table.
class TestAutoscalerArithmetic : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void limits_data()
    {
        QTest::addColumn<int>("current");
        QTest::addColumn<int>("desired");
        QTest::addColumn<int>("min");
        QTest::addColumn<int>("max");
        QTest::addColumn<int>("want");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *name, int current, int desired, int min, int max, int want,
                            const char *reason) {
            QTest::newRow(name) << current << desired << min << max << want << QByteArray(reason);
        };
        row("prenormalized desired replicas within range", 5, 7, 3, 8, 7, "DesiredWithinRange");
        row("prenormalized desired replicas < minReplicas", 3, 1, 2, 8, 2, "TooFewReplicas");
        row("prenormalized desired zeroed replicas within range", 1, 0, 0, 10, 0, "DesiredWithinRange");
        row("maxReplicas is the limit because maxReplicas < scaleUpLimit", 20, 1000, 1, 10, 10,
            "TooManyReplicas");
        row("scaleUpLimit is the limit because scaleUpLimit < maxReplicas", 3, 1000, 1, 2000, 6,
            "ScaleUpLimit");
        // By horizontal.go calculateScaleUpLimit: twice as many, or 4.
        row("from one", 1, 1000, 1, 2000, 4, "ScaleUpLimit");
        row("from two", 2, 1000, 1, 2000, 4, "ScaleUpLimit");
        row("from four", 4, 1000, 1, 2000, 8, "ScaleUpLimit");
        row("from ten", 10, 1000, 1, 2000, 20, "ScaleUpLimit");
    }
    /// horizontal_test.go TestConvertDesiredReplicasWithRules
    void limits()
    {
        QFETCH(int, current);
        QFETCH(int, desired);
        QFETCH(int, min);
        QFETCH(int, max);
        QFETCH(int, want);
        QFETCH(QByteArray, reason);
        const auto limited = limitByRules({current, desired, min, max});
        QCOMPARE(limited.replicas, want);
        QCOMPARE(limited.reason, std::string_view(reason.constData()));
    }

    /// That no test of upstream's has gone from the table unnoticed: the tests of its two files that calculate.
    void upstream_isWhole_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<int>("atLeast");
        QTest::newRow("replica_calculator_test.go") << QByteArray("TestReplicaCalc") << 60;
        QTest::newRow("horizontal_test.go TestNormalizeDesiredReplicas")
            << QByteArray("TestNormalizeDesiredReplicas") << 16;
        QTest::newRow("horizontal_test.go TestScalingWithRules") << QByteArray("TestScalingWithRules") << 40;
        QTest::newRow("horizontal_test.go TestStoreScaleEvents") << QByteArray("TestStoreScaleEvents") << 12;
        QTest::newRow("horizontal_test.go TestScale…") << QByteArray("TestScale") << 60;
        QTest::newRow("horizontal_test.go TestTolerance…") << QByteArray("TestTolerance") << 8;
    }
    void upstream_isWhole()
    {
        QFETCH(QByteArray, prefix);
        QFETCH(int, atLeast);
        QFile file(QStringLiteral(MINATO_SOURCE_DIR "/tests/components/data/autoscaler.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto table = kube::parseJson(file.readAll().toStdString());
        QVERIFY(table.has_value());
        const auto count = std::ranges::count_if(table->items(), [&](const Value &each) {
            return each["test"].asString().starts_with(prefix.toStdString());
        });
        QVERIFY2(count >= atLeast, std::to_string(count).c_str());
    }

    void upstream_data()
    {
        QTest::addColumn<Value>("testCase");
        QFile file(QStringLiteral(MINATO_SOURCE_DIR "/tests/components/data/autoscaler.json"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const auto table = kube::parseJson(file.readAll().toStdString());
        QVERIFY(table && table->size() > 500);
        int row = 0;
        for (const Value &each : table->items())
            QTest::addRow("%d %s %s", row++, std::string(each["test"].asString()).c_str(),
                          std::string(each["kind"].asString()).c_str())
                << each;
    }
    void upstream()
    {
        QFETCH(Value, testCase);
        check(testCase);
    }

    void byTheFormula_data()
    {
        QTest::addColumn<Value>("testCase");
        const auto row = [](const char *name, const std::string &text) {
            const auto testCase = kube::parseJson(text);
            QVERIFY2(testCase.has_value(), name);
            QTest::newRow(name) << *testCase;
        };
        const auto rate = [&row](const char *name, const char *first, const char *second, const char *select,
                                 int want) {
            row(name,
                std::format(
                    R"({{"kind":"rate","in":{{"current":100,"desired":2,"min":1,"max":1000,"behavior":{{"scaleDown":{{
                "stabilizationWindowSeconds":300,"selectPolicy":"{}","policies":[{{"type":"Pods","value":{},
                "periodSeconds":60}},{{"type":"Percent","value":{},"periodSeconds":60}}]}}}}}},"out":{{"replicas":{},
                "reason":"ScaleDownLimit",
                "message":"the desired replica count is decreasing faster than the maximum scale rate"}}}})",
                    select, first, second, want));
        };
        rate("down, 20 Pods or 1 %, the most", "20", "1", "Max", 80);
        rate("down, 20 Pods or 1 %, the least", "20", "1", "Min", 99);
        rate("down, 2 Pods or 10 %, the least", "2", "10", "Min", 98);
        const auto edge = [&row](const char *name, int pods, int want) {
            std::string list, metrics;
            for (int i = 0; i < pods; ++i)
                list += std::format(
                    R"({}{{"name":"p{}","phase":"Running","ready":"True","readyAge":3600,"startAge":3600,
                    "containers":[{{"name":"c","request":100}}]}})",
                    i > 0 ? "," : "", i);
            for (int i = 0; i < 3; ++i)
                metrics += std::format(R"({}"p{}":{{"age":0,"window":60,"value":40}})", i > 0 ? "," : "", i);
            row(name,
                std::format(
                    R"({{"kind":"resource","in":{{"container":"","resource":"cpu","current":{},"target":50,
                "up":0.1,"down":0.1,"initialization":300,"readiness":30,"pods":[{}],"metrics":{{{}}}}},
                "out":{{"replicas":{},"utilization":40,"usage":40}}}})",
                    pods, list, metrics, want));
        };
        edge("one of four is missing: back within the tolerance", 4, 4);
        edge("none of three is missing", 3, 3);
    }
    /// What replica_calculator.go GetResourceReplicas and horizontal.go calculateScaleDownLimitWithBehaviors make of
    /// numbers that upstream's tests do not have.
    void byTheFormula()
    {
        QFETCH(Value, testCase);
        check(testCase);
    }

private:
    static void check(const Value &testCase)
    {
        const auto kind = testCase["kind"].asString();
        const Value &in = testCase["in"], &out = testCase["out"];
        if (kind == "resource" || kind == "average" || kind == "value" || kind == "perPod") {
            QCOMPARE(text(propose(testCase)), expectedText(out));
            return;
        }
        auto history = historyOf(in);
        const auto behavior = ScalingBehavior::fromValue(in["behavior"], std::chrono::minutes(5));
        if (kind == "stabilize") {
            const auto window = std::chrono::seconds(in["window"].asInt());
            QCOMPARE(stabilize(history, std::int32_t(in["desired"].asInt()), window, kNow),
                     std::int32_t(out["replicas"].asInt()));
            QCOMPARE(logText(history.recommendations), logText(out["log"]));
        } else if (kind == "stabilizeBehavior") {
            QCOMPARE(text(stabilize(history, behavior, requestOf(in), kNow)), limitText(out));
            QCOMPARE(logText(history.recommendations), logText(out["log"]));
        } else if (kind == "rules") {
            QCOMPARE(text(limitByRules(requestOf(in))), limitText(out));
        } else if (kind == "rate") {
            QCOMPARE(text(limitByRate(history, behavior, requestOf(in), kNow)), limitText(out));
        } else {
            QCOMPARE(kind, std::string_view("store"));
            history.store(behavior, std::int32_t(in["before"].asInt()), std::int32_t(in["after"].asInt()),
                          kNow);
            QCOMPARE(logText(history.ups), logText(out["ups"]));
            QCOMPARE(logText(history.downs), logText(out["downs"]));
        }
    }
};

MINATO_TEST(TestAutoscalerArithmetic)
#include "tst_autoscaler_arithmetic.moc"
