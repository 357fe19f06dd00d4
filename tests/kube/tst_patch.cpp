// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/patch.h"
#include "kube/table_file.h"

#include <algorithm>

using namespace minato::kube;
using namespace minato::tests;

namespace {

using Outcome = std::expected<Value, std::string>;

const TypeTable &types()
{
    static const TypeTable table;
    return table;
}

/// The rules of a kind; its groups are those of the peer's Go types.
MergeRules rulesOf(const Value &kind)
{
    constexpr std::pair<std::string_view, std::string_view> kPackages[] = {
        {"apps.v1.", " DaemonSet Deployment ReplicaSet StatefulSet "},
        {"autoscaling.v2.", " HorizontalPodAutoscaler "},
        {"batch.v1.", " CronJob Job "},
        {"discovery.v1.", " EndpointSlice "},
        {"networking.v1.", " Ingress NetworkPolicy "},
        {"policy.v1.", " PodDisruptionBudget "}};
    std::string name(kind.asString());
    const std::string word = " " + name + " ";
    const auto package =
        std::ranges::find_if(kPackages, [&word](const auto &one) { return one.second.contains(word); });
    name.insert(0, package == std::end(kPackages) ? "core.v1." : package->first);
    if (!types().find(name))
        qFatal("no structure %s", name.c_str());
    return {types(), name};
}

/// How a list at a path of keys is merged: "spec.template.spec.containers".
MergedMember ruleAt(MergeRules rules, std::string_view path)
{
    MergedMember member;
    for (std::size_t start = 0; start <= path.size();) {
        const std::size_t dot = std::min(path.find('.', start), path.size());
        member = rules.member(path.substr(start, dot - start));
        rules = member.inside;
        start = dot + 1;
    }
    return member;
}

/// Null entries of the document that no patch touched: upstream's decoder drops them, we keep what was there.
Value withoutNulls(const Value &value)
{
    return applyMergePatch(Value(), value);
}

void compare(const Outcome &outcome, const Value &testCase)
{
    if (testCase["panics"].asBool())
        return;
    QCOMPARE(outcome ? "" : outcome.error(), text(testCase["error"]));
    if (outcome)
        QCOMPARE(toJson(*outcome), toJson(testCase["out"]));
}

} // namespace

class TestJsonPatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void operations_answerAsUpstream_data() { addCases("json_patches"); }
    void operations_answerAsUpstream()
    {
        MINATO_FETCH_CASE;
        compare(applyJsonPatch(testCase["doc"], testCase["patch"]), testCase);
    }

    void failure_leavesTheDocumentAlone()
    {
        const Value document = Value::map({{"a", 1}});
        const auto patch =
            parseJson("[{\"op\":\"remove\",\"path\":\"/a\"},{\"op\":\"remove\",\"path\":\"/a\"}]");
        QVERIFY(!applyJsonPatch(document, *patch));
        QCOMPARE(document["a"].asInt(), 1);
    }

    void untouchedParts_stayShared()
    {
        const Value document = Value::map({{"a", Value::map({{"b", 1}})}, {"c", Value::map({{"d", 1}})}});
        const auto patched =
            applyJsonPatch(document, *parseJson("[{\"op\":\"add\",\"path\":\"/a/x\",\"value\":1}]"));
        QVERIFY((*patched)["c"].isSameNode(document["c"]));
    }

    void growingByCopies_isBounded()
    {
        Value operations;
        for (int i = 0; i < 60; ++i)
            operations.push(
                Value::map({{"op", "copy"}, {"from", "/a"}, {"path", "/a/x" + std::to_string(i)}}));
        const auto patched = applyJsonPatch(Value::map({{"a", Value::map({{"v", "text"}})}}), operations);
        QVERIFY(!patched);
        QVERIFY(patched.error().starts_with(
            "Unable to complete the copy, the accumulated size increase of copy is"));
    }

    void nestingByMoves_isBounded()
    {
        std::string path;
        for (int i = 0; i < 300; ++i)
            path += "/a";
        Value deep = Value::emptyMap();
        for (int i = 0; i < 299; ++i)
            deep = Value::map({{"a", deep}});
        const Value document = Value::map({{"a", deep}, {"b", deep}});
        const Value operation = Value::map({{"op", "move"}, {"from", "/b"}, {"path", path + "/a"}});
        const auto patched = applyJsonPatch(document, Value::array({operation}));
        QVERIFY(!patched);
        QVERIFY(patched.error().ends_with("nested more than 512 levels deep"));
    }
};

class TestMergePatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void patches_answerAsUpstream_data() { addCases("merge_patches"); }
    void patches_answerAsUpstream()
    {
        MINATO_FETCH_CASE;
        compare(applyMergePatch(testCase["doc"], testCase["patch"]), testCase);
    }

    void patchThatChangesNothing_givesAnEqualDocument()
    {
        const Value document = Value::map({{"spec", Value::map({{"replicas", 3}})}});
        QCOMPARE(applyMergePatch(document, document), document);
        QVERIFY(applyMergePatch(document, Value::emptyMap()).isSameNode(document));
    }
};

class TestStrategicPatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void patches_answerAsUpstream_data() { addCases("strategic_patches"); }
    void patches_answerAsUpstream()
    {
        MINATO_FETCH_CASE;
        Outcome outcome = applyStrategicPatch(testCase["doc"], testCase["patch"], rulesOf(testCase["kind"]));
        if (outcome)
            outcome = withoutNulls(*outcome);
        compare(outcome, testCase);
    }

    void randomPatches_answerAsUpstream_data() { addCases("strategic_patches_random"); }
    void randomPatches_answerAsUpstream() { patches_answerAsUpstream(); }

    /// Every list of the kinds that the lab serves.
    void mergeKeys_areThoseOfTheApi_data() { addCases("list_merges"); }
    void mergeKeys_areThoseOfTheApi()
    {
        MINATO_FETCH_CASE;
        for (const Member &list : testCase["lists"].members()) {
            const MergedMember rule = ruleAt(rulesOf(testCase["in"]), list.key());
            const std::string where(list.key());
            QVERIFY2(rule.isMerged != list.value.isNull(), where.c_str());
            QVERIFY2(rule.mergeKey == list.value.asString(), where.c_str());
        }
    }

    void aDocumentThatIsNoMap_isRefused()
    {
        const Value patch = Value::map({{"a", Value::map({{"b", 1}})}});
        for (const Value &document : {Value::emptyArray(), Value("text"), Value(1), Value(true)}) {
            const auto refused = applyStrategicPatch(document, patch, {});
            QVERIFY(!refused);
            QVERIFY2(refused.error().starts_with("json: cannot unmarshal "), refused.error().c_str());
        }
        QCOMPARE(applyStrategicPatch(Value(), patch, {}).value_or(Value()), patch);
    }

    void formatErrors_areToldApart()
    {
        const Value document = Value::map({{"spec", Value::emptyMap()}});
        const auto bad = applyStrategicPatch(document, *parseJson("{\"spec\":{\"$retainKeys\":1}}"), {});
        QVERIFY(!bad);
        QVERIFY(isStrategicFormatError(bad.error()));
        const auto unknown = applyStrategicPatch(document, *parseJson("{\"spec\":{\"$patch\":\"x\"}}"), {});
        QVERIFY(!unknown);
        QVERIFY(!isStrategicFormatError(unknown.error()));
    }

    void untouchedParts_stayShared()
    {
        const Value document =
            Value::map({{"metadata", Value::map({{"name", "web"}})}, {"spec", Value::map({{"a", 1}})}});
        const auto patched = applyStrategicPatch(document, *parseJson("{\"spec\":{\"a\":2}}"), {});
        QVERIFY((*patched)["metadata"].isSameNode(document["metadata"]));
    }
};

MINATO_TEST(TestJsonPatch)
MINATO_TEST(TestMergePatch)
MINATO_TEST(TestStrategicPatch)
#include "tst_patch.moc"
