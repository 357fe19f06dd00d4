// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/value.h"
#include "support/test_registry.h"

#include <algorithm>
#include <string>

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

    void keys_areTextsOfAnyLength()
    {
        for (std::size_t length = 0; length < 40; ++length) {
            const std::string text(length, 'k');
            const Value key = Value::key(text);
            QCOMPARE(key.asString(), std::string_view(text));
            QVERIFY(key.isString() && key == Value(text) && Value(text) == key);
            QVERIFY(Value::key(text + "x") != key);
            Value from = key;
            const Value moved = std::move(from);
            QCOMPARE(moved.asString(), std::string_view(text));
            QVERIFY(Value(key).isSameNode(key));
        }
    }

    void keysOfAMap_outliveItsGrowth()
    {
        Value map;
        for (int i = 0; i < 100; ++i)
            map.set("key-" + std::to_string(i * 37 % 100), i);
        const Value copy = map;
        map.erase("key-0");
        map.set("a-long-key-that-takes-a-node", 1);
        QCOMPARE(copy.size(), 100U);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(copy["key-" + std::to_string(i * 37 % 100)].asInt(-1), i);
        QVERIFY(std::ranges::is_sorted(map.members(), {}, &minato::kube::Member::key));
    }

    void mapBuilder_sortsAndKeepsTheLastOfEqualKeys()
    {
        for (const int count : {1, 2, 5, 30, 100}) {
            MapBuilder builder;
            for (int round = 0; round < 2; ++round) {
                for (int i = 0; i < count; ++i)
                    builder.add(Value::key("k" + std::to_string(i * 7 % count + 100)), round * 1000 + i);
            }
            const Value map = builder.build();
            std::size_t last = 0;
            for (const auto &member : map.members())
                last += member.value.asInt() >= 1000 ? 1 : 0;
            QCOMPARE(last, map.size());
            QVERIFY(std::ranges::is_sorted(map.members(), {}, &minato::kube::Member::key));
        }
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
