// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using namespace kube::resources;

namespace {

constexpr std::string_view kApp = "kubernetes-bootcamp";

/// A budget for the Pods of the chapter's Deployment.
bool makeBudget(ClusterFixture &f, std::string_view bound, kube::Value amount,
                std::string_view name = "budget")
{
    const auto labels = kube::Value::map({{"app", kApp}});
    kube::Value spec = kube::Value::map({{"selector", kube::Value::map({{"matchLabels", labels}})}});
    spec.set(bound, std::move(amount));
    const auto metadata = kube::Value::map({{"name", name}, {"namespace", "default"}});
    return f
        .await(client::createRequest(kPodDisruptionBudgets, kube::Value::map({{"apiVersion", "policy/v1"},
                                                                              {"kind", "PodDisruptionBudget"},
                                                                              {"metadata", metadata},
                                                                              {"spec", std::move(spec)}})))
        .has_value();
}

api::Result<api::Response> evict(ClusterFixture &f, std::string_view pod)
{
    auto request = client::getRequest(kPods, "default", pod);
    request.verb = api::Verb::Create;
    request.subresource = "eviction";
    request.body =
        kube::Value::map({{"apiVersion", "policy/v1"},
                          {"kind", "Eviction"},
                          {"metadata", kube::Value::map({{"name", pod}, {"namespace", "default"}})}});
    return f.await(std::move(request));
}

kube::Value status(ClusterFixture &f, std::string_view name = "budget")
{
    const auto budget = f.get(kPodDisruptionBudgets, name);
    return budget ? budget->status() : kube::Value();
}

std::string numbers(const kube::Value &status)
{
    return std::format("{} of {} healthy, {} needed, {} allowed", status["currentHealthy"].asInt(),
                       status["expectedPods"].asInt(), status["desiredHealthy"].asInt(),
                       status["disruptionsAllowed"].asInt());
}

} // namespace

class TestDisruption : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void budget_countsItsPods_data()
    {
        QTest::addColumn<QString>("bound");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("numbers");
        const auto row = [](const char *bound, const char *amount, const char *numbers) {
            QTest::addRow("%s %s", bound, amount)
                << QString::fromUtf8(bound) << QString::fromUtf8(amount) << QString::fromUtf8(numbers);
        };
        row("minAvailable", "2", "3 of 3 healthy, 2 needed, 1 allowed");
        row("minAvailable", "3", "3 of 3 healthy, 3 needed, 0 allowed");
        row("minAvailable", "50%", "3 of 3 healthy, 2 needed, 1 allowed");
        row("maxUnavailable", "1", "3 of 3 healthy, 2 needed, 1 allowed");
        row("maxUnavailable", "34%", "3 of 3 healthy, 1 needed, 2 allowed");
        row("maxUnavailable", "0", "3 of 3 healthy, 3 needed, 0 allowed");
    }
    void budget_countsItsPods()
    {
        QFETCH(QString, bound);
        QFETCH(QString, amount);
        QFETCH(QString, numbers);
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale(kApp, 3));
        QVERIFY(f.cluster.settle());
        const kube::Value wanted = amount.endsWith(QLatin1Char('%')) ? kube::Value(amount.toStdString())
                                                                     : kube::Value(amount.toInt());
        QVERIFY(makeBudget(f, bound.toStdString(), wanted));
        f.run(2s);
        QCOMPARE(::numbers(status(f)), numbers.toStdString());
        const bool isAllowed = status(f)["disruptionsAllowed"].asInt() > 0;
        const auto condition = components::findCondition(status(f)["conditions"], "DisruptionAllowed");
        QCOMPARE(condition["status"].asString(), std::string_view(isAllowed ? "True" : "False"));
        QCOMPARE(condition["reason"].asString(),
                 std::string_view(isAllowed ? "SufficientPods" : "InsufficientPods"));
    }

    void eviction_isRefused_whileTheBudgetAllowsNone()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(makeBudget(f, "minAvailable", 1));
        f.run(2s);
        const auto refused = evict(f, f.podNames().front());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, 429);
        QCOMPARE(refused.error().message,
                 std::string("Cannot evict pod as it would violate the pod's disruption budget."));
        QCOMPARE(refused.error().causes.front().reason, std::string("DisruptionBudget"));
        QCOMPARE(refused.error().causes.front().message,
                 std::string("The disruption budget budget needs 1 healthy pods and has 1 currently"));
        QVERIFY(f.scale(kApp, 2));
        QVERIFY(f.cluster.settle());
        f.run(1s);
        QVERIFY(evict(f, f.podNames().front()).has_value());
    }

    void eviction_takesFromTheBudget_andMarksThePod()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(f.scale(kApp, 3));
        QVERIFY(f.cluster.settle());
        QVERIFY(makeBudget(f, "maxUnavailable", 1));
        f.run(2s);
        const auto names = f.podNames();
        QVERIFY(evict(f, names[0]).has_value());
        QCOMPARE(status(f)["disruptionsAllowed"].asInt(), 0);
        QVERIFY(status(f)["disruptedPods"].contains(names[0]));
        const auto second = evict(f, names[1]);
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().code, 429);
        const auto pod = f.get(kPods, names[0]);
        QVERIFY(pod->isTerminating());
        QCOMPARE(
            components::findCondition(pod->status()["conditions"], "DisruptionTarget")["reason"].asString(),
            std::string_view("EvictionByEvictionAPI"));
        f.run(2s);
        QVERIFY(status(f)["disruptedPods"].isEmpty());
        QVERIFY(f.cluster.settle());
        f.run(1s);
        QCOMPARE(::numbers(status(f)), std::string("3 of 3 healthy, 2 needed, 1 allowed"));
        QVERIFY(evict(f, names[1]).has_value());
    }

    void podWithTwoBudgets_cannotBeEvicted()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        QVERIFY(makeBudget(f, "minAvailable", 0));
        QVERIFY(makeBudget(f, "maxUnavailable", "100%", "other"));
        f.run(2s);
        const auto refused = evict(f, f.podNames().front());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, 500);
        QCOMPARE(
            refused.error().message,
            std::string("This pod has more than one PodDisruptionBudget, which the eviction subresource does "
                        "not support."));
    }
};

MINATO_TEST(TestDisruption)
#include "tst_disruption.moc"
