// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/fields/field_comparison.h"
#include "kube/fields/typed_merge.h"
#include "kube/json.h"
#include "kube/schema/schema.h"
#include "support/test_registry.h"

#include <algorithm>
#include <random>
#include <set>

using namespace minato;
using namespace minato::kube;

namespace {

using Paths = std::set<std::string>;

Paths pathsOf(const Value &set)
{
    const auto paths = field_set::paths(set);
    return {paths.begin(), paths.end()};
}

/// A set of a few of the paths that three letters make.
Value randomSet(std::mt19937 &random)
{
    Value set;
    for (auto left = random() % 8; left > 0; --left) {
        std::vector<std::string> keys;
        for (auto depth = 1 + random() % 3; depth > 0; --depth)
            keys.push_back(std::string("f:") + static_cast<char>('a' + random() % 3));
        set = field_set::unite(set, field_set::ofPath(keys));
    }
    return set;
}

Value json(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    const auto value = parseJson(text);
    if (!value)
        qFatal("bad JSON in a test: %s", text.c_str());
    return *value;
}

} // namespace

/// Sets of fields, and the steps of server-side apply. (Whole sequences:
/// tests/apiserver/tst_field_managers.cpp.)
class TestFieldSets : public QObject {
    Q_OBJECT

    Schema m_schema;

    [[nodiscard]] FieldPlace pod() const { return {m_schema.types(), "core.v1.Pod"}; }

private Q_SLOTS:
    void operations_areThoseOfSets()
    {
        std::mt19937 random(7);
        int overlaps = 0;
        for (int i = 0; i < 2'000; ++i) {
            const Value a = randomSet(random), b = randomSet(random);
            const Paths left = pathsOf(a), right = pathsOf(b);
            Paths both, common, rest;
            std::ranges::set_union(left, right, std::inserter(both, both.end()));
            std::ranges::set_intersection(left, right, std::inserter(common, common.end()));
            std::ranges::set_difference(left, right, std::inserter(rest, rest.end()));
            QCOMPARE(pathsOf(field_set::unite(a, b)), both);
            QCOMPARE(pathsOf(field_set::intersect(a, b)), common);
            QCOMPARE(pathsOf(field_set::subtract(a, b)), rest);
            QVERIFY(field_set::intersect(a, b).isNull() == common.empty());
            QVERIFY(field_set::subtract(a, b).isNull() == rest.empty());
            QVERIFY2(field_set::unite(a, b) == field_set::unite(b, a), "there is one form of a set");
            std::erase_if(rest, [&right](const std::string &path) {
                return std::ranges::any_of(
                    right, [&path](const std::string &above) { return path.starts_with(above + "."); });
            });
            QCOMPARE(pathsOf(field_set::subtractTrees(a, b)), rest);
            overlaps += common.empty() ? 0 : 1;
        }
        QVERIFY2(overlaps > 100, "the sets have something in common");
    }

    void whatChangesNothing_isTheSameNode()
    {
        const Value a = json("{'f:a':{'f:b':{},'.':{}},'f:c':{}}");
        QVERIFY(field_set::unite(a, json("{'f:c':{}}")).isSameNode(a));
        QVERIFY(field_set::subtract(a, json("{'f:d':{}}")).isSameNode(a));
        QVERIFY(field_set::intersect(a, a).isSameNode(a));
    }

    void paths_areWrittenAsUpstreamWritesThem()
    {
        const Value set =
            json("{'f:spec':{'f:ports':{'.':{},'k:{\\'port\\':80,\\'protocol\\':\\'TCP\\'}':{'f:port':{}}}},"
                 "'f:finalizers':{'v:\\'x\\'':{}},'f:list':{'i:3':{}}}");
        QCOMPARE(field_set::paths(set),
                 (std::vector<std::string>{".finalizers[=\"x\"]", ".list[3]", ".spec.ports",
                                           ".spec.ports[port=80,protocol=\"TCP\"].port"}));
    }

    void setsOfOthers_areLookedAt()
    {
        QVERIFY(field_set::isValid(json("{'f:a':{},'.':{}}")));
        QVERIFY(!field_set::isValid(json("{'a':{}}")));
        QVERIFY(!field_set::isValid(json("{'f:a':1}")));
        QVERIFY(!field_set::isValid(json("{'k:x':{}}")));
        QVERIFY(!field_set::isValid(json("{'i:':{}}")));
        QVERIFY(!field_set::isValid(json("[]")));
    }

    void whatIsShared_isNotCompared()
    {
        const Value before = json("{'metadata':{'labels':{'a':'1'}},'spec':{'containers':[{'name':'c'}]}}");
        Value after = before;
        after.edit("metadata").edit("labels").set("b", "2");
        const auto changed = compareFields(pod(), before, after);
        QCOMPARE(toJson(changed.taken), toJson(json("{'f:metadata':{'f:labels':{'f:b':{}}}}")));
        QVERIFY(changed.removed.isNull());
        QVERIFY(compareFields(pod(), after, after).taken.isNull());
    }

    void likeObjects_takeLikeFields()
    {
        const Value nothing = m_schema.canonical("core.v1.Pod", Value::emptyMap()).value;
        const std::vector<Value> pods{
            json("{'metadata':{'labels':{'a':'1'}},'spec':{'containers':[{'name':'c','image':'x'}]}}"),
            json("{'metadata':{'labels':{'a':'2'}},'spec':{'containers':[{'name':'c','image':'y'}]}}"),
            json("{'metadata':{'labels':{'b':'2'}},'spec':{'containers':[{'name':'c','image':'y'}]}}"),
            json("{'metadata':{'labels':{'a':'1'}},'spec':{'containers':[{'name':'d','image':'x'}]}}"),
            json("{'metadata':{'labels':{}},'spec':{'containers':[{'name':'c','image':'x'}]}}"),
            json("{'spec':{'containers':[{'name':'c','image':'x'},{'name':'d'}]}}"),
            json("{'spec':{'containers':[{'name':'c','image':'x'},{'name':'c'}]}}"),
            json("{'spec':{'containers':null,'nodeName':'n'}}"),
            json("{'spec':{'containers':[],'nodeName':'m'}}"),
            json("{'spec':{'containers':[{'name':'c','resources':{'limits':{'cpu':'1'}}}]}}"),
            json("{'spec':{'containers':[{'name':'c','resources':{}}]}}"),
        };
        int alike = 0;
        for (const Value &a : pods) {
            for (const Value &b : pods) {
                if (!takeSameFields(pod(), nothing, a, b))
                    continue;
                ++alike;
                QCOMPARE(toJson(compareFields(pod(), nothing, a).taken),
                         toJson(compareFields(pod(), nothing, b).taken));
            }
        }
        QVERIFY2(alike > int(pods.size()), "not only with itself");
    }

    void mergingAndRemoving_undoEachOther()
    {
        const Value live = json("{'spec':{'containers':[{'name':'a','image':'i'}]}}");
        const Value config = json("{'metadata':{'labels':{'x':'y'}},'spec':{'containers':[{'name':'b'}]}}");
        const Value merged = mergeTyped(pod(), live, config);
        QCOMPARE(merged.at("spec", "containers").size(), std::size_t(2));
        const Value back = removeFields(pod(), merged, withNamedFields(pod(), fieldSetOf(pod(), config)));
        QVERIFY2(back["spec"].isNull(), "declared fields go with what is below them");
        const Value kept = removeFields(pod(), merged, fieldSetOf(pod(), config));
        QCOMPARE(toJson(kept["spec"]), toJson(live["spec"]));
    }
};

MINATO_TEST(TestFieldSets)
#include "tst_field_sets.moc"
