// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml.h"
#include "lessons/fake_world.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::lessons;
using namespace std::chrono_literals;
using minato::tests::FakeWorld;

namespace {

CheckEvaluator evaluator(std::string_view yaml)
{
    const auto documents = kube::parseYaml(yaml);
    auto check = parseCheck(documents.value().front().value, "that");
    return CheckEvaluator(std::move(check).value());
}

kube::ObjectPtr pod(const char *name, const char *app, const char *ip)
{
    return kube::makeObject(kube::Value::map(
        {{"metadata",
          kube::Value::map(
              {{"name", name}, {"namespace", "default"}, {"labels", kube::Value::map({{"app", app}})}})},
         {"status", kube::Value::map({{"podIP", ip}})}}));
}

FakeWorld threePods()
{
    FakeWorld world;
    world.all[kube::resources::kPods] = {pod("a", "web", "10.0.0.1"), pod("b", "web", "10.0.0.2"),
                                         pod("c", "db", "10.0.0.2")};
    return world;
}

api::TrafficRecord answer(const char *uid, int status = 200)
{
    api::TrafficReply reply{.status = status};
    reply.route.service = "default/web";
    reply.route.podUid = uid;
    return {.result = reply};
}

api::TrafficRecord refusal()
{
    api::TrafficError error{.kind = api::TrafficError::Kind::Refused};
    error.route.service = "default/web";
    return {.result = std::unexpected(error)};
}

} // namespace

class TestChecks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stateConditions_data()
    {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<bool>("isMet");
        const auto row = [](const char *yaml, bool isMet) {
            QTest::newRow(yaml) << QString::fromUtf8(yaml) << isMet;
        };
        row("exists: { resource: pods, name: a }", true);
        row("exists: { resource: pods, name: z }", false);
        row("exists: { resource: pods, selector: app=db }", true);
        row("exists: { resource: pods, name: a, namespace: other }", false);
        row("not: { exists: { resource: pods, name: z } }", true);
        row("count: { resource: pods, value: 3 }", true);
        row("count: { resource: pods, selector: app=web, op: ge, value: 2 }", true);
        row("count: { resource: pods, selector: app=web, op: gt, value: 2 }", false);
        row("count: { resource: pods, distinct: '{.status.podIP}', value: 2 }", true);
        row("count: { resource: pods, where: [{ jsonpath: '{.status.podIP}', value: 10.0.0.2 }], value: 2 }",
            true);
        row("compare: { resource: pods, name: a, jsonpath: '{.status.podIP}', value: 10.0.0.1 }", true);
        row("compare: { resource: pods, name: a, jsonpath: '{.status.nope}', value: '' }", true);
        row("compare: { resource: pods, name: a, jsonpath: '{.status.nope}', value: 0 }", false);
        row("compare: { resource: pods, name: z, jsonpath: '{.status.nope}', value: '' }", false);
        row("all: [ { count: { resource: pods, value: 3 } }, { exists: { resource: pods, name: z } } ]",
            false);
        row("any: [ { count: { resource: pods, value: 3 } }, { exists: { resource: pods, name: z } } ]",
            true);
    }
    void stateConditions()
    {
        QFETCH(QString, yaml);
        QFETCH(bool, isMet);
        const FakeWorld world = threePods();
        QCOMPARE(evaluator(yaml.toStdString()).evaluate(world) == Outcome::Met, isMet);
    }

    void eventually_waitsOnlyAfterAnAction()
    {
        FakeWorld world;
        auto check = evaluator("eventually: { within: 10s, that: { exists: { resource: pods, name: a } } }");
        QVERIFY(check.evaluate(world) == Outcome::Unmet);
        world.action = world.time;
        QVERIFY(check.evaluate(world) == Outcome::Waiting);
        QVERIFY(check.wakeAt() && *check.wakeAt() > world.time + 10s);
        world.time = world.time + 11s;
        QVERIFY(check.evaluate(world) == Outcome::Unmet);
        world.all = threePods().all;
        QVERIFY(check.evaluate(world) == Outcome::Met);
    }

    void always_needsAnUnbrokenStretch()
    {
        FakeWorld world;
        auto check = evaluator("always: { during: 5s, that: { count: { resource: pods, value: 0 } } }");
        QVERIFY(check.evaluate(world) == Outcome::Waiting);
        QVERIFY(check.wakeAt() == world.time + 5s);
        world.time = world.time + 3s;
        world.all = threePods().all;
        QVERIFY(check.evaluate(world) == Outcome::Unmet);
        world.all.clear();
        world.time = world.time + 3s;
        QVERIFY(check.evaluate(world) == Outcome::Waiting);
        world.time = world.time + 5s;
        QVERIFY(check.evaluate(world) == Outcome::Met);
    }

    void alwaysStep_isUnmetForGoodOnceBroken()
    {
        FakeWorld world;
        auto check = evaluator("always: { during: step, that: { count: { resource: pods, value: 0 } } }");
        QVERIFY(check.evaluate(world) == Outcome::Met);
        world.all = threePods().all;
        QVERIFY(check.evaluate(world) == Outcome::Unmet);
        world.all.clear();
        QVERIFY(check.evaluate(world) == Outcome::Unmet);
    }

    void traffic_looksAtTheLatestRequests()
    {
        FakeWorld world;
        auto check = evaluator("traffic: { service: web, last: 3, distinctPods: 2, failed: 0 }");
        world.log.add(refusal());
        world.log.add(answer("u1"));
        world.log.add(answer("u2"));
        QVERIFY(check.evaluate(world) == Outcome::Unmet);
        world.log.add(answer("u1"));
        QVERIFY(check.evaluate(world) == Outcome::Met);
        world.log.add(answer("u1", 503));
        QVERIFY(check.evaluate(world) == Outcome::Unmet);
        auto refused = evaluator("traffic: { service: web, refused: { op: ge, value: 1 } }");
        QVERIFY(refused.evaluate(world) == Outcome::Met);
        world.log.beginStep();
        QVERIFY(refused.evaluate(world) == Outcome::Unmet);
        auto inLesson = evaluator("traffic: { service: web, since: lesson, refused: 1 }");
        QVERIFY(inLesson.evaluate(world) == Outcome::Met);
    }

    void faults_nameTheirPath_data()
    {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *yaml, const char *path) {
            QTest::newRow(yaml) << QString::fromUtf8(yaml) << QString::fromUtf8(path);
        };
        row("exist: {}", "that.exist");
        row("exists: { resource: podz }", "that.exists.resource");
        row("exists: { resource: pods, nmae: x }", "that.exists.nmae");
        row("compare: { resource: pods, jsonpath: '{.a}', value: 1 }", "that.compare.name");
        row("compare: { resource: pods, name: a, jsonpath: '{.a', value: 1 }", "that.compare.jsonpath");
        row("count: { resource: pods, op: '>=', value: 1 }", "that.count.op");
        row("count: { resource: pods }", "that.count.value");
        row("all: []", "that.all");
        row("all: [ { not: { exists: { resource: x } } } ]", "that.all[0].not.exists.resource");
        row("eventually: { within: soon, that: { exists: { resource: pods } } }", "that.eventually.within");
        row("traffic: { service: web }", "that.traffic");
    }
    void faults_nameTheirPath()
    {
        QFETCH(QString, yaml);
        QFETCH(QString, path);
        const auto documents = kube::parseYaml(yaml.toStdString());
        QVERIFY(documents);
        const auto check = parseCheck(documents->front().value, "that");
        QVERIFY(!check);
        QCOMPARE(check.error().front().path, path.toStdString());
    }
};

MINATO_TEST(TestChecks)
#include "tst_checks.moc"
