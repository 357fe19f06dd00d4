// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/field_selector.h"
#include "kube/label_selector.h"
#include "kube/table_file.h"

using namespace minato::kube;
using namespace minato::tests;

namespace {

/// The label sets of peer/basics.go, in the same order.
std::vector<Value> labelSets()
{
    return {Value::emptyMap(),
            Value::map({{"x", ""}}),
            Value::map({{"x", "a"}}),
            Value::map({{"x", "b"}, {"y", "1"}}),
            Value::map({{"x", "c"}, {"y", "10"}, {"z", ""}}),
            Value::map({{"app", "web"}, {"tier", "front"}}),
            Value::map({{"app", "web"}, {"tier", "back"}, {"canary", "true"}}),
            Value::map({{"example.com/role", "db"}, {"x", "-7"}}),
            Value::map({{"in", "notin"}, {"notin", "in"}})};
}

Value matching(const LabelSelector &selector)
{
    Value found = Value::emptyArray();
    const auto sets = labelSets();
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (selector.matches(sets[i]))
            found.push(i);
    }
    return found;
}

/// We write "==" as "=", which means the same.
std::string withSingleEquals(std::string text)
{
    while (text.contains("=="))
        text.replace(text.find("=="), 2, "=");
    return text;
}

void compare(const std::expected<LabelSelector, std::string> &selector, const Value &testCase)
{
    QCOMPARE(selector ? "" : selector.error(), text(testCase["error"]));
    if (!selector)
        return;
    QCOMPARE(selector->toString(), withSingleEquals(text(testCase["text"])));
    QCOMPARE(toJson(matching(*selector)), toJson(testCase["matches"]));
}

} // namespace

class TestLabelSelector : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parse_answersAsUpstream_data() { addCases("label_selectors"); }
    void parse_answersAsUpstream()
    {
        MINATO_FETCH_CASE;
        compare(LabelSelector::parse(testCase["in"].asString()), testCase);
    }

    void objects_areReadAsUpstream_data() { addCases("selector_objects"); }
    void objects_areReadAsUpstream()
    {
        MINATO_FETCH_CASE;
        compare(LabelSelector::fromValue(testCase["in"]), testCase);
    }

    void ownText_parsesToTheSameSelector_data() { addCases("label_selectors"); }
    void ownText_parsesToTheSameSelector()
    {
        MINATO_FETCH_CASE;
        const auto selector = LabelSelector::parse(testCase["in"].asString());
        if (!selector)
            return;
        const auto again = LabelSelector::parse(selector->toString());
        QVERIFY(again);
        QCOMPARE(again->requirements(), selector->requirements());
    }

    void plainMap_matchesNothingWhenEmpty()
    {
        const Value web = Value::map({{"app", "web"}, {"tier", "front"}});
        QVERIFY(LabelSelector::fromMap(Value::map({{"app", "web"}})).matches(web));
        QVERIFY(!LabelSelector::fromMap(Value::map({{"app", "db"}})).matches(web));
        QVERIFY(!LabelSelector::fromMap(Value::emptyMap()).matches(web));
        QVERIFY(!LabelSelector::fromMap(Value()).matches(Value()));
    }

    void everythingAndNothing_areToldApart()
    {
        QVERIFY(LabelSelector().matchesEverything());
        QVERIFY(LabelSelector().matches(Value()));
        QVERIFY(!LabelSelector::nothing().matchesEverything());
        QVERIFY(!LabelSelector::nothing().matches(Value()));
    }

    void labels_printSortedByText()
    {
        QCOMPARE(formatLabels(Value()), std::string("<none>"));
        QCOMPARE(formatLabels(Value::map({{"b", "2"}, {"a", "1"}, {"a-b", ""}})),
                 std::string("a-b=,a=1,b=2"));
    }
};

class TestFieldSelector : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parse_answersAsUpstream_data() { addCases("field_selectors"); }
    void parse_answersAsUpstream()
    {
        MINATO_FETCH_CASE;
        const auto selector = FieldSelector::parse(testCase["in"].asString());
        QCOMPARE(selector ? "" : selector.error(), text(testCase["error"]));
        if (!selector)
            return;
        QCOMPARE(selector->toString(), text(testCase["text"]));
        QCOMPARE(selector->requirements().size(), testCase["requirements"].size());
        for (std::size_t i = 0; i < selector->requirements().size(); ++i) {
            const Value &want = testCase["requirements"][i];
            QCOMPARE(selector->requirements()[i],
                     (FieldSelector::Requirement{text(want["field"]), text(want["value"]),
                                                 text(want["op"]) == "="}));
        }
    }

    void matching_asksForEachField()
    {
        const auto fieldOf = [](std::string_view field) {
            return std::string(field == "spec.nodeName" ? "n1" : "");
        };
        QVERIFY(FieldSelector::parse("spec.nodeName=n1,status.phase!=Running")->matches(fieldOf));
        QVERIFY(!FieldSelector::parse("spec.nodeName!=n1")->matches(fieldOf));
        QVERIFY(FieldSelector::parse("status.phase=")->matches(fieldOf));
        QVERIFY(FieldSelector().matches(fieldOf));
    }

    void requiredValue_isThePinnedOne()
    {
        const auto selector = FieldSelector::parse("metadata.name=web,status.phase!=Running");
        QCOMPARE(selector->requiredValue("metadata.name"), std::string_view("web"));
        QCOMPARE(selector->requiredValue("status.phase"), std::string_view());
    }
};

MINATO_TEST(TestLabelSelector)
MINATO_TEST(TestFieldSelector)
#include "tst_selectors.moc"
