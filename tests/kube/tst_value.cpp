// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/value.h"
#include "support/test_registry.h"

using minato::kube::MapBuilder;
using minato::kube::Value;

class TestValue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void absent_readsAsNullAtAnyDepth()
    {
        const Value v = Value::map({{"spec", Value::map({{"replicas", 4}})}});
        QCOMPARE(v.at("spec", "replicas").asInt(1), 4);
        QCOMPARE(v.at("spec", "template", "spec", 0).asInt(1), 1);
        QVERIFY(v["nope"]["deeper"].isNull());
    }

    void keys_areSortedAndTheLastDuplicateWins()
    {
        MapBuilder builder;
        builder.add("b", 1);
        builder.add("a", 2);
        builder.add("b", 3);
        const Value v = builder.build();
        QCOMPARE(v.size(), 2U);
        QCOMPARE(v.members()[0].key(), std::string_view("a"));
        QCOMPARE(v["b"].asInt(), 3);
    }

    void write_detachesOnlyItsOwnPath()
    {
        const Value before = Value::map(
            {{"metadata", Value::map({{"name", "web"}})}, {"spec", Value::map({{"replicas", 1}})}});
        Value after = before;
        after.edit("spec").set("replicas", 4);
        QCOMPARE(before.at("spec", "replicas").asInt(), 1);
        QCOMPARE(after.at("spec", "replicas").asInt(), 4);
        QVERIFY(after["metadata"].isSameNode(before["metadata"]));
        QVERIFY(!after["spec"].isSameNode(before["spec"]));
        QVERIFY(before != after);
    }

    void assigningAChildToItsParent_isSafe()
    {
        Value v = Value::map({{"a", Value::map({{"b", "deep"}})}});
        v = v["a"];
        v = v["b"];
        QCOMPARE(v.asString(), std::string_view("deep"));
        Value w = Value::map({{"x", "y"}});
        w = std::move(w.edit("x"));
        QCOMPARE(w.asString(), std::string_view("y"));
    }

    void equality_isDeepAndNumeric()
    {
        QCOMPARE(Value::map({{"b", 1}, {"a", true}}), Value::map({{"a", true}, {"b", 1.0}}));
        QVERIFY(Value(1) != Value(true));
        QVERIFY(Value("1") != Value(1));
        QVERIFY(Value::array({1, 2}) != Value::array({2, 1}));
        QVERIFY(Value() == Value(nullptr));
    }

    void arrays_growAndErase()
    {
        Value v;
        v.push(1);
        v.push("two");
        Value copy = v;
        copy.edit(std::size_t(0)) = 9;
        QCOMPARE(v[0].asInt(), 1);
        QCOMPARE(copy[0].asInt(), 9);
        Value map = Value::map({{"a", 1}, {"b", 2}});
        map.erase("a");
        map.erase("zzz");
        QCOMPARE(map.size(), 1U);
    }
};

MINATO_TEST(TestValue)
#include "tst_value.moc"
