// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/quotes.h"
#include "contract/in_process_world.h"
#include "kube/json.h"
#include "support/test_registry.h"

#include <algorithm>

using namespace minato;
using namespace minato::tests;
using namespace minato::kube::resources;

namespace {

Value object(const std::string &apiVersion, const std::string &kind, const std::string &name, Value rest)
{
    rest.set("apiVersion", apiVersion);
    rest.set("kind", kind);
    rest.edit("metadata").set("name", name);
    return rest;
}

Value inDefault(Value value)
{
    value.edit("metadata").set("namespace", "default");
    return value;
}

/// A Pod with one container of these resources.
Value podWith(std::string_view name, const std::string &resources)
{
    Value made = pod(name);
    made.edit("spec").edit("containers").edit(std::size_t(0)).set("resources", json(resources));
    return made;
}

/// A quota whose status its controller has filled in.
void makeQuota(InProcessWorld &world, const std::string &spec, const std::string &used)
{
    const Value quota = inDefault(object("v1", "ResourceQuota", "small", json("{'spec':" + spec + "}")));
    QVERIFY(await(world, create(kResourceQuotas, quota)));
    Value status = Value::map({{"hard", json(spec)["hard"]}, {"used", json(used)}});
    auto patch = mergePatch(kResourceQuotas, "default", "small", Value::map({{"status", status}}));
    patch.subresource = "status";
    QVERIFY(await(world, patch));
}

void makeLimits(InProcessWorld &world, const std::string &limits)
{
    const Value range =
        inDefault(object("v1", "LimitRange", "sizes", json("{'spec':{'limits':" + limits + "}}")));
    QVERIFY(await(world, create(kLimitRanges, range)));
}

std::string outcome(const api::Result<api::Response> &answer)
{
    return answer ? std::string("made") : quoted(answer.error().message);
}

} // namespace

/// What admission does to new objects, and which it refuses. No controllers run here.
class TestAdmission : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void quota_refusesWhatIsTooMuch_data()
    {
        QTest::addColumn<std::string>("hard");
        QTest::addColumn<std::string>("used");
        QTest::addColumn<std::string>("resources");
        QTest::addColumn<std::string>("result");
        const auto row = [](const char *name, std::string hard, std::string used, std::string resources,
                            std::string result) {
            QTest::newRow(name) << std::move(hard) << std::move(used) << std::move(resources)
                                << std::move(result);
        };
        const std::string refused = "pods 'web' is forbidden: ";
        row("room", "{'pods':'2'}", "{'pods':'1'}", "{}", "made");
        row("full", "{'pods':'2'}", "{'pods':'2'}", "{}",
            refused + "exceeded quota: small, requested: pods=1, used: pods=2, limited: pods=2");
        row("count", "{'count/pods':'1'}", "{'count/pods':'1'}", "{}",
            refused +
                "exceeded quota: small, requested: count/pods=1, used: count/pods=1, limited: count/pods=1");
        row("two at once", "{'cpu':'1','memory':'1Gi','pods':'9'}",
            "{'cpu':'800m','memory':'1000Mi','pods':'1'}", "{'requests':{'cpu':'300m','memory':'100Mi'}}",
            refused +
                "exceeded quota: small, requested: cpu=300m,memory=100Mi, used: cpu=800m,memory=1000Mi, "
                "limited: cpu=1,memory=1Gi");
        row("limits", "{'limits.cpu':'1'}", "{'limits.cpu':'500m'}", "{'limits':{'cpu':'2'}}",
            refused + "exceeded quota: small, requested: limits.cpu=2, used: limits.cpu=500m, limited: "
                      "limits.cpu=1");
        row("unsaid", "{'cpu':'1','limits.memory':'1Gi'}", "{'cpu':'0','limits.memory':'0'}", "{}",
            refused + "failed quota: small: must specify cpu for: web; limits.memory for: web");
        row("not counted yet", "{'pods':'2'}", "{}", "{}",
            refused + "status unknown for quota: small, resources: pods");
        row("of others", "{'count/deployments.apps':'0'}", "{'count/deployments.apps':'0'}", "{}", "made");
    }
    void quota_refusesWhatIsTooMuch()
    {
        QFETCH(std::string, hard);
        QFETCH(std::string, used);
        QFETCH(std::string, resources);
        QFETCH(std::string, result);
        InProcessWorld world;
        makeQuota(world, "{'hard':" + hard + "}", used);
        const auto answer = await(world, create(kPods, podWith("web", resources)));
        QCOMPARE(outcome(answer), result);
        if (!answer)
            QCOMPARE(answer.error().code, 403);
    }

    void quota_isChargedForWhatIsMade_andNotForADryRun()
    {
        InProcessWorld world;
        makeQuota(world, "{'hard':{'pods':'2','cpu':'1'}}", "{'pods':'0','cpu':'0'}");
        const auto used = [&world] {
            return quoted(kube::toJson(
                (*await(world, get(kResourceQuotas, "default", "small"))).object()->status()["used"]));
        };
        auto dry = create(kPods, podWith("dry", "{'requests':{'cpu':'250m'}}"));
        dry.query["dryRun"] = "All";
        QVERIFY(await(world, dry));
        QCOMPARE(used(), std::string("{'cpu':'0','pods':'0'}"));
        QVERIFY(await(world, create(kPods, podWith("a", "{'requests':{'cpu':'250m'}}"))));
        QVERIFY(await(world, create(kPods, podWith("b", "{'requests':{'cpu':'500m'}}"))));
        QCOMPARE(used(), std::string("{'cpu':'750m','pods':'2'}"));
        QVERIFY(!await(world, create(kPods, podWith("c", "{'requests':{'cpu':'1m'}}"))));
        QCOMPARE(used(), std::string("{'cpu':'750m','pods':'2'}"));
    }

    void quota_countsByScope()
    {
        InProcessWorld world;
        makeQuota(world, "{'hard':{'pods':'0'},'scopes':['BestEffort']}", "{'pods':'0'}");
        QVERIFY(!await(world, create(kPods, pod("effort"))));
        QVERIFY(await(world, create(kPods, podWith("sure", "{'requests':{'cpu':'1m'}}"))));
    }

    void limitRange_fillsIn_andSaysSo()
    {
        InProcessWorld world;
        makeLimits(world, "[{'type':'Container','default':{'cpu':'500m','memory':'256Mi'},"
                          "'defaultRequest':{'cpu':'100m'}}]");
        const auto made = await(world, create(kPods, podWith("web", "{'limits':{'memory':'1Gi'}}")));
        QVERIFY(made);
        const Value &resources = made->object()->spec()["containers"][0]["resources"];
        QCOMPARE(
            quoted(kube::toJson(resources)),
            std::string("{'limits':{'cpu':'500m','memory':'1Gi'},'requests':{'cpu':'100m','memory':'1Gi'}}"));
        QCOMPARE(made->object()->annotations()["kubernetes.io/limit-ranger"].asString(),
                 std::string_view("LimitRanger plugin set: cpu request for container web; cpu limit for "
                                  "container web"));
    }

    void limitRange_refuses_data()
    {
        QTest::addColumn<std::string>("limit");
        QTest::addColumn<std::string>("resources");
        QTest::addColumn<std::string>("why");
        const auto row = [](std::string limit, std::string resources, std::string why) {
            QTest::newRow(why.c_str()) << std::move(limit) << std::move(resources) << why;
        };
        row("'type':'Pod','min':{'cpu':'100m'}", "{}",
            "minimum cpu usage per Pod is 100m.  No request is specified");
        row("'type':'Container','min':{'cpu':'100m'}", "{'requests':{'cpu':'50m'}}",
            "minimum cpu usage per Container is 100m, but request is 50m");
        row("'type':'Pod','max':{'cpu':'1'}", "{'requests':{'cpu':'50m'}}",
            "maximum cpu usage per Pod is 1.  No limit is specified");
        row("'type':'Container','max':{'cpu':'1'}", "{'limits':{'cpu':'2'}}",
            "maximum cpu usage per Container is 1, but limit is 2");
        row("'type':'Pod','max':{'memory':'1Gi'}", "{'limits':{'memory':'2Gi'}}",
            "maximum memory usage per Pod is 1Gi, but limit is 2Gi");
        row("'type':'Container','maxLimitRequestRatio':{'cpu':'2'}",
            "{'requests':{'cpu':'100m'},'limits':{'cpu':'300m'}}",
            "cpu max limit to request ratio per Container is 2, but provided ratio is 3.000000");
        row("'type':'Container','maxLimitRequestRatio':{'cpu':'2'}", "{}",
            "cpu max limit to request ratio per Container is 2, but no request is specified or request is 0");
        row("'type':'Container','max':{'cpu':'1','memory':'1Mi'}", "{'limits':{'cpu':'2','memory':'2Mi'}}",
            "[maximum cpu usage per Container is 1, but limit is 2, maximum memory usage per Container is "
            "1Mi, "
            "but limit is 2Mi]");
    }
    void limitRange_refuses()
    {
        QFETCH(std::string, limit);
        QFETCH(std::string, resources);
        QFETCH(std::string, why);
        InProcessWorld world;
        makeLimits(world, "[{" + limit + "}]");
        const auto answer = await(world, create(kPods, podWith("web", resources)));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, 403);
        QCOMPARE(quoted(answer.error().message), "pods 'web' is forbidden: " + why);
    }

    void priority_comesFromItsClass()
    {
        InProcessWorld world;
        QVERIFY(await(world,
                      create(kPriorityClasses, object("scheduling.k8s.io/v1", "PriorityClass", "high",
                                                      json("{'value':1000,'preemptionPolicy':'Never'}")))));
        Value wanted = pod("web");
        wanted.edit("spec").set("priorityClassName", "high");
        const auto made = await(world, create(kPods, wanted));
        QVERIFY(made);
        QCOMPARE(made->object()->spec()["priority"].asInt(), 1000);
        QCOMPARE(made->object()->spec()["preemptionPolicy"].asString(), std::string_view("Never"));
        wanted.edit("metadata").set("name", "system");
        wanted.edit("spec").set("priorityClassName", "system-node-critical");
        QCOMPARE((*await(world, create(kPods, wanted))).object()->spec()["priority"].asInt(), 2'000'001'000);
        wanted.edit("spec").set("priorityClassName", "nope");
        QCOMPARE(outcome(await(world, create(kPods, wanted))),
                 std::string("pods 'system' is forbidden: no PriorityClass with name nope was found"));
        wanted.edit("spec").set("priorityClassName", "high");
        wanted.edit("spec").set("priority", 7);
        QCOMPARE(
            outcome(await(world, create(kPods, wanted))),
            std::string("pods 'system' is forbidden: the integer value of priority (7) must not be "
                        "provided in pod spec; priority admission controller computed 1000 from the given "
                        "PriorityClass name"));
    }

    void defaultClass_isOne_andHoldsForPodsWithoutAny()
    {
        InProcessWorld world;
        const auto defaultClass = [](const std::string &name) {
            return create(kPriorityClasses, object("scheduling.k8s.io/v1", "PriorityClass", name,
                                                   json("{'value':5,'globalDefault':true}")));
        };
        QVERIFY(await(world, defaultClass("base")));
        QCOMPARE(outcome(await(world, defaultClass("second"))),
                 std::string("priorityclasses.scheduling.k8s.io 'second' is forbidden: PriorityClass base is "
                             "already marked as default. Only one default can exist"));
        const auto made = await(world, create(kPods, pod("web")));
        QVERIFY(made);
        QCOMPARE(made->object()->spec()["priority"].asInt(), 5);
        QCOMPARE(made->object()->spec()["priorityClassName"].asString(), std::string_view("base"));
        QVERIFY(await(world, mergePatch(kPriorityClasses, "", "base", json("{'description':'x'}"))));
    }

    void account_mustBeThere()
    {
        InProcessWorld world;
        Value wanted = pod("web");
        wanted.edit("spec").set("serviceAccountName", "robot");
        QCOMPARE(outcome(await(world, create(kPods, wanted))),
                 std::string("pods 'web' is forbidden: error looking up service account default/robot: "
                             "serviceaccount 'robot' not found"));
        const Value account = inDefault(
            object("v1", "ServiceAccount", "robot", json("{'imagePullSecrets':[{'name':'pull'}]}")));
        QVERIFY(await(world, create(kServiceAccounts, account)));
        const auto made = await(world, create(kPods, wanted));
        QVERIFY(made);
        QCOMPARE(quoted(kube::toJson(made->object()->spec()["imagePullSecrets"])),
                 std::string("[{'name':'pull'}]"));
    }

    void accountToken_isMountedInEveryContainer()
    {
        InProcessWorld world;
        Value wanted = pod("web");
        Value &spec = wanted.edit("spec");
        spec.set("initContainers", json("[{'name':'first','image':'nginx'}]"));
        spec.set("volumes", json("[{'name':'mine','emptyDir':{}}]"));
        const auto made = await(world, create(kPods, wanted));
        QVERIFY(made);
        const Value &stored = made->object()->spec();
        QCOMPARE(stored["volumes"].size(), std::size_t(2));
        const std::string name(stored["volumes"][1]["name"].asString());
        QVERIFY(QRegularExpression(QStringLiteral("^kube-api-access-[bcdfghjklmnpqrstvwxz2456789]{5}$"))
                    .match(QString::fromStdString(name))
                    .hasMatch());
        QCOMPARE(
            quoted(kube::toJson(stored["volumes"][1]["projected"])),
            std::string(
                "{'defaultMode':420,'sources':["
                "{'serviceAccountToken':{'expirationSeconds':3607,'path':'token'}},"
                "{'configMap':{'items':[{'key':'ca.crt','path':'ca.crt'}],'name':'kube-root-ca.crt'}},"
                "{'downwardAPI':{'items':[{'fieldRef':{'apiVersion':'v1','fieldPath':'metadata.namespace'},"
                "'path':'namespace'}]}}]}"));
        const std::string mounts = "[{'mountPath':'/var/run/secrets/kubernetes.io/serviceaccount','name':'" +
                                   name + "','readOnly':true}]";
        QCOMPARE(quoted(kube::toJson(stored["initContainers"][0]["volumeMounts"])), mounts);
        QCOMPARE(quoted(kube::toJson(stored["containers"][0]["volumeMounts"])), mounts);
    }

    void accountToken_isLeftOutOnRequest_data()
    {
        QTest::addColumn<std::string>("account");
        QTest::addColumn<std::string>("podSpec");
        QTest::addColumn<bool>("isMounted");
        const auto row = [](const char *name, std::string account, std::string podSpec, bool isMounted) {
            QTest::newRow(name) << std::move(account) << std::move(podSpec) << isMounted;
        };
        row("nobody says anything", "{}", "{}", true);
        row("the Pod does not want it", "{}", "{'automountServiceAccountToken':false}", false);
        row("its account does not want it", "{'automountServiceAccountToken':false}", "{}", false);
        row("the Pod wants it, its account does not", "{'automountServiceAccountToken':false}",
            "{'automountServiceAccountToken':true}", true);
        row("something else is mounted there", "{}",
            "{'volumes':[{'name':'own','emptyDir':{}}],'containers':[{'name':'c','image':'nginx','"
            "volumeMounts':"
            "[{'name':'own','mountPath':'/var/run/secrets/kubernetes.io/serviceaccount'}]}]}",
            false);
    }
    void accountToken_isLeftOutOnRequest()
    {
        QFETCH(std::string, account);
        QFETCH(std::string, podSpec);
        QFETCH(bool, isMounted);
        InProcessWorld world;
        QVERIFY(await(world, create(kServiceAccounts,
                                    inDefault(object("v1", "ServiceAccount", "robot", json(account))))));
        Value wanted = pod("web");
        wanted.edit("spec").set("serviceAccountName", "robot");
        const Value rest = json(podSpec);
        for (const kube::Member &member : rest.members())
            wanted.edit("spec").set(member.key(), member.value);
        const auto made = await(world, create(kPods, wanted));
        QVERIFY(made);
        const auto volumes = made->object()->spec()["volumes"].items();
        QCOMPARE(std::ranges::any_of(volumes, [](const Value &one) { return one["projected"].isMap(); }),
                 isMounted);
    }

    void podsOfOneOwner_shareTheirSpec_withTheToken()
    {
        InProcessWorld world;
        const Value set = inDefault(
            object("apps/v1", "ReplicaSet", "web",
                   json("{'spec':{'selector':{'matchLabels':{'app':'web'}},'template':{'metadata':{'labels':"
                        "{'app':'web'}},'spec':{'containers':[{'name':'web','image':'nginx'}]}}}}")));
        const auto stored = await(world, create(kReplicaSets, set));
        QVERIFY(stored);
        Value wanted = stored->object()->spec()["template"];
        wanted.set("apiVersion", "v1");
        wanted.set("kind", "Pod");
        wanted.edit("metadata").set("generateName", "web-");
        wanted.edit("metadata").set("namespace", "default");
        wanted.edit("metadata")
            .set("ownerReferences",
                 json("[{'apiVersion':'apps/"
                      "v1','kind':'ReplicaSet','name':'web','uid':'u1','controller':true}]"));
        const auto first = await(world, create(kPods, wanted)), second = await(world, create(kPods, wanted));
        QVERIFY(first && second);
        QVERIFY(!first->object()->spec()["volumes"].isEmpty());
        QVERIFY(first->object()->spec().isSameNode(second->object()->spec()));
    }
};

MINATO_TEST(TestAdmission)
#include "tst_admission.moc"
