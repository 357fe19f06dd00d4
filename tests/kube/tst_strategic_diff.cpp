// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/json.h"
#include "kube/patch.h"
#include "support/test_registry.h"

using namespace minato::kube;

/// The patch that `kubectl apply` sends: what it says, and what it does to the live object.
class TestStrategicDiff : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void patch_bringsTheLiveObjectToTheFile_data()
    {
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("modified");
        QTest::addColumn<QString>("current");
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("result");
        const auto row = [](const char *name, const char *original, const char *modified, const char *current,
                            const char *patch, const char *result) {
            QTest::newRow(name) << QString::fromUtf8(original) << QString::fromUtf8(modified)
                                << QString::fromUtf8(current) << QString::fromUtf8(patch)
                                << QString::fromUtf8(result);
        };
        row("nothing changed", R"({"spec":{"replicas":2}})", R"({"spec":{"replicas":2}})",
            R"({"spec":{"paused":true,"replicas":2}})", R"({})", R"({"spec":{"paused":true,"replicas":2}})");
        row("changed by hand", R"({"spec":{"replicas":2}})", R"({"spec":{"replicas":2}})",
            R"({"spec":{"replicas":5}})", R"({"spec":{"replicas":2}})", R"({"spec":{"replicas":2}})");
        row("no longer in the file", R"({"spec":{"a":1,"replicas":2}})", R"({"spec":{"a":1}})",
            R"({"spec":{"a":1,"replicas":2}})", R"({"spec":{"replicas":null}})", R"({"spec":{"a":1}})");
        row("never in a file", "null", R"({"spec":{"a":1}})", R"({"spec":{"b":2}})", R"({"spec":{"a":1}})",
            R"({"spec":{"a":1,"b":2}})");
        row("containers and their variables",
            R"({"spec":{"template":{"spec":{"containers":[{"env":[{"name":"X","value":"1"}],"image":"i:1","name":"c1"}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"env":[{"name":"Z","value":"2"}],"image":"i:2","name":"c1"}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"env":[{"name":"X","value":"1"}],"image":"i:1","name":"c1","tty":true}]}}}})",
            R"({"spec":{"template":{"spec":{"$setElementOrder/containers":[{"name":"c1"}],"containers":[{"$setElementOrder/env":[{"name":"Z"}],"env":[{"name":"Z","value":"2"},{"$patch":"delete","name":"X"}],"image":"i:2","name":"c1"}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"env":[{"name":"Z","value":"2"}],"image":"i:2","name":"c1","tty":true}]}}}})");
        row("another order", R"({"spec":{"containers":[{"name":"a"},{"name":"b"}]}})",
            R"({"spec":{"containers":[{"name":"b"},{"name":"a"}]}})",
            R"({"spec":{"containers":[{"name":"a"},{"name":"b"}]}})",
            R"({"spec":{"$setElementOrder/containers":[{"name":"b"},{"name":"a"}]}})",
            R"({"spec":{"containers":[{"name":"b"},{"name":"a"}]}})");
        row("a list without a key is replaced", R"({"spec":{"args":["a"]}})",
            R"({"spec":{"args":["a","b"]}})", R"({"spec":{"args":["a"]}})", R"({"spec":{"args":["a","b"]}})",
            R"({"spec":{"args":["a","b"]}})");
        row("finalizers are a set", R"({"metadata":{"finalizers":["a","b"]}})",
            R"({"metadata":{"finalizers":["b","c"]}})", R"({"metadata":{"finalizers":["a","b","x"]}})",
            R"({"metadata":{"$deleteFromPrimitiveList/finalizers":["a"],"$setElementOrder/finalizers":["b","c"],"finalizers":["c"]}})",
            R"({"metadata":{"finalizers":["b","c","x"]}})");
        row("a strategy keeps only its keys", R"({"spec":{}})",
            R"({"spec":{"strategy":{"type":"Recreate"}}})",
            R"({"spec":{"strategy":{"rollingUpdate":{"maxSurge":1},"type":"RollingUpdate"}}})",
            R"({"spec":{"strategy":{"$retainKeys":["type"],"type":"Recreate"}}})",
            R"({"spec":{"strategy":{"type":"Recreate"}}})");
        row("a volume keeps only its keys", R"({"spec":{"volumes":[{"emptyDir":{},"name":"v"}]}})",
            R"({"spec":{"volumes":[{"name":"v","secret":{"secretName":"s"}}]}})",
            R"({"spec":{"volumes":[{"emptyDir":{},"name":"v"}]}})",
            R"({"spec":{"$setElementOrder/volumes":[{"name":"v"}],"volumes":[{"$retainKeys":["name","secret"],"emptyDir":null,"name":"v","secret":{"secretName":"s"}}]}})",
            R"({"spec":{"volumes":[{"name":"v","secret":{"secretName":"s"}}]}})");
        row("another type", R"({"spec":{"a":"1"}})", R"({"spec":{"a":{"b":1}}})", R"({"spec":{"a":"1"}})",
            R"({"spec":{"a":{"b":1}}})", R"({"spec":{"a":{"b":1}}})");
    }
    void patch_bringsTheLiveObjectToTheFile()
    {
        QFETCH(QString, original);
        QFETCH(QString, modified);
        QFETCH(QString, current);
        QFETCH(QString, patch);
        QFETCH(QString, result);
        const auto read = [](const QString &text) { return parseJson(text.toStdString()).value_or(Value()); };
        const TypeTable types;
        const bool isWorkload =
            modified.contains(QLatin1String("template")) || modified.contains(QLatin1String("strategy"));
        const MergeRules rules(types, isWorkload ? "apps.v1.Deployment" : "core.v1.Pod");
        const Value diff = strategicDiff(read(original), read(modified), read(current), rules);
        QCOMPARE(toJson(diff), patch.toStdString());
        const auto applied = applyStrategicPatch(read(current), diff, rules);
        QVERIFY(applied);
        QCOMPARE(toJson(*applied), result.toStdString());
    }
};

MINATO_TEST(TestStrategicDiff)
#include "tst_strategic_diff.moc"
