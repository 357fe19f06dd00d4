// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/json.h"
#include "kube/schema/schema.h"
#include "support/test_registry.h"

#include <string>
#include <vector>

using minato::kube::Schema;
using minato::kube::Value;

namespace {

Value address(int i)
{
    return Value::map({{"ip", "10.244.0." + std::to_string(i)},
                       {"targetRef", Value::map({{"kind", "Pod"}, {"name", "web-" + std::to_string(i)}})}});
}

Value endpoints(const std::vector<int> &numbers)
{
    Value addresses = Value::emptyArray();
    for (const int number : numbers)
        addresses.push(address(number));
    return Value::map({{"metadata", Value::map({{"name", "web"}, {"labels", Value::map({{"app", "web"}})}})},
                       {"subsets", Value::array({Value::map({{"addresses", std::move(addresses)}})})}});
}

} // namespace

class TestSchema : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Whatever is known, the outcome is that of a walk without it.
    void whatIsKnown_changesNoOutcome_data()
    {
        QTest::addColumn<std::vector<int>>("before");
        QTest::addColumn<std::vector<int>>("after");
        QTest::newRow("nothing changes") << std::vector{1, 2, 3} << std::vector{1, 2, 3};
        QTest::newRow("one more in the middle") << std::vector{1, 2, 3} << std::vector{1, 9, 2, 3};
        QTest::newRow("one less at the front") << std::vector{1, 2, 3} << std::vector{2, 3};
        QTest::newRow("another order") << std::vector{1, 2, 3} << std::vector{3, 1, 2};
        QTest::newRow("all others") << std::vector{1, 2, 3} << std::vector{4, 5, 6};
        QTest::newRow("one twice") << std::vector{1, 2} << std::vector{1, 1, 2};
        QTest::newRow("nothing before") << std::vector<int>{} << std::vector{1};
    }
    void whatIsKnown_changesNoOutcome()
    {
        QFETCH(const std::vector<int>, before);
        QFETCH(const std::vector<int>, after);
        const Value known = m_schema.canonical("core.v1.Endpoints", endpoints(before)).value;
        Value object = endpoints(after);
        object.edit("metadata").set("colour", "blue");
        const auto plain = m_schema.canonical("core.v1.Endpoints", object);
        const auto helped = m_schema.canonical("core.v1.Endpoints", object, &known);
        QCOMPARE(minato::kube::toJson(helped.value), minato::kube::toJson(plain.value));
        QCOMPARE(helped.unknownFields, plain.unknownFields);
        QCOMPARE(helped.unknownFields, std::vector<std::string>{"metadata.colour"});
    }

    void whatIsEqualToTheKnown_becomesIt()
    {
        const Value known = m_schema.canonical("core.v1.Endpoints", endpoints({1, 2, 3})).value;
        const Value same = m_schema.canonical("core.v1.Endpoints", endpoints({1, 2, 3}), &known).value;
        QVERIFY(same.isSameNode(known));
        Value edited = endpoints({1, 2, 3});
        edited.edit("metadata").edit("labels").set("app", "db");
        const Value other = m_schema.canonical("core.v1.Endpoints", edited, &known).value;
        QVERIFY(!other["metadata"].isSameNode(known["metadata"]));
        QVERIFY(other["subsets"].isSameNode(known["subsets"]));
    }

    void wrongType_isFoundThoughItEqualsTheKnown()
    {
        const auto scaled = [](const Value &replicas) {
            return Value::map({{"spec", Value::map({{"replicas", replicas}})}});
        };
        const auto known = m_schema.canonical("apps.v1.ReplicaSet", scaled(2));
        QVERIFY(!known.error);
        QVERIFY(m_schema.canonical("apps.v1.ReplicaSet", scaled(2.0), &known.value).error.has_value());
    }

private:
    Schema m_schema;
};

MINATO_TEST(TestSchema)
#include "tst_schema.moc"
