// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/quotes.h"
#include "contract/in_process_world.h"
#include "kube/json.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;

/// Questions that are answered and not kept.
class TestReviews : public QObject {
    Q_OBJECT

    static api::Request ask(const char *group, const char *resource, const char *spec, const char *ns = "")
    {
        auto wish = request(api::Verb::Create, {group, "v1", resource}, ns);
        wish.body = json(std::string("{'spec':") + spec + "}");
        return wish;
    }
    static constexpr const char *kGroup = "authorization.k8s.io";

private Q_SLOTS:
    void everybody_mayDoEverything()
    {
        InProcessWorld world;
        const auto answer = await(world, ask(kGroup, "selfsubjectaccessreviews",
                                             "{'resourceAttributes':{'verb':'create','resource':'pods'}}"));
        QVERIFY(answer);
        QVERIFY(answer->isCreated);
        QVERIFY(answer->object()->status()["allowed"].asBool());
        const auto rules = await(world, ask(kGroup, "selfsubjectrulesreviews", "{'namespace':'default'}"));
        QCOMPARE(
            quoted(kube::toJson(rules->object()->status())),
            std::string("{'incomplete':false,'nonResourceRules':[{'nonResourceURLs':['*'],'verbs':['*']}],"
                        "'resourceRules':[{'apiGroups':['*'],'resources':['*'],'verbs':['*']}]}"));
        const auto who = await(world, ask("authentication.k8s.io", "selfsubjectreviews", "{}"));
        QCOMPARE(who->object()->status().at("userInfo", "username").asString(),
                 std::string_view("kubernetes-admin"));
    }

    void questionsWithoutContent_areRefused()
    {
        InProcessWorld world;
        const auto answer = await(world, ask(kGroup, "selfsubjectaccessreviews", "{}"));
        QVERIFY(!answer);
        QCOMPARE(
            quoted(answer.error().message),
            std::string(
                "SelfSubjectAccessReview.authorization.k8s.io '' is invalid: spec.resourceAttributes: "
                "Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be "
                "specified"));
    }

    void onlyCreate_isOffered()
    {
        InProcessWorld world;
        for (const auto verb : {api::Verb::List, api::Verb::Get, api::Verb::Delete}) {
            const auto answer =
                await(world, request(verb, {kGroup, "v1", "selfsubjectaccessreviews"}, "", "x"));
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, 405);
        }
        Watching watching(world, list({kGroup, "v1", "selfsubjectaccessreviews"}, ""));
        world.pass(std::chrono::seconds(1));
        QCOMPARE(watching.error().code, 405);
    }
};

MINATO_TEST(TestReviews)
#include "tst_reviews.moc"
