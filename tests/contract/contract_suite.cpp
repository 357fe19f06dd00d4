// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/contract_suite.h"

#include <algorithm>
#include <set>

namespace minato::tests {

using namespace kube::resources;
using Lines = std::vector<std::string>;
using EventType = api::WatchEvent::Type;

void ContractSuite::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_world = makeWorld();
}

void ContractSuite::cleanup()
{
    m_world.reset();
}

kube::ObjectPtr ContractSuite::made(const GroupVersionResource &resource, Value object)
{
    auto answer = await(*m_world, create(resource, std::move(object)));
    if (!answer) {
        qCritical("create: %s", answer.error().message.c_str());
        return nullptr;
    }
    return answer->object();
}

kube::ObjectPtr ContractSuite::read(const GroupVersionResource &resource, std::string name)
{
    auto answer = await(*m_world, get(resource, "default", std::move(name)));
    return answer ? answer->object() : nullptr;
}

void ContractSuite::c01_changingWrite_raisesTheVersionAndEmitsOneEvent()
{
    const auto before = made(kDeployments, deployment("web"));
    QVERIFY(before);
    Watching watching(*m_world, list(kDeployments, "default",
                                     {{"resourceVersion", std::string(before->resourceVersion())}}));
    const auto after =
        await(*m_world, mergePatch(kDeployments, "default", "web", json("{'spec':{'paused':true}}")));
    QVERIFY(after);
    QVERIFY(after->object()->resourceVersion() != before->resourceVersion());
    QVERIFY(watching.waitFor(1));
    m_world->pass(std::chrono::seconds(1));
    QCOMPARE(watching.lines(), Lines{"MODIFIED web"});
    QCOMPARE(watching.events()[0].object->resourceVersion(), after->object()->resourceVersion());
}

void ContractSuite::c01_writeWithoutChange_keepsTheVersionAndEmitsNothing()
{
    const auto before = made(kDeployments, deployment("web"));
    QVERIFY(before);
    Watching watching(*m_world, list(kDeployments, "default",
                                     {{"resourceVersion", std::string(before->resourceVersion())}}));
    const auto patched =
        await(*m_world, mergePatch(kDeployments, "default", "web", json("{'spec':{'replicas':0}}")));
    QVERIFY(patched);
    QCOMPARE(patched->object()->resourceVersion(), before->resourceVersion());
    const auto put = await(*m_world, update(kDeployments, before->root()));
    QVERIFY(put);
    QCOMPARE(put->object()->resourceVersion(), before->resourceVersion());
    m_world->pass(std::chrono::seconds(1));
    QCOMPARE(watching.lines(), Lines());
}

void ContractSuite::c02_staleUpdate_isRefusedWithConflict()
{
    const auto first = made(kDeployments, deployment("web"));
    QVERIFY(first);
    QVERIFY(await(*m_world, mergePatch(kDeployments, "default", "web", json("{'spec':{'paused':true}}"))));
    Value stale = first->root();
    stale.edit("spec").set("minReadySeconds", 5);
    const auto refused = await(*m_world, update(kDeployments, stale));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, 409);
    QCOMPARE(refused.error().reason, std::string("Conflict"));
    QCOMPARE(refused.error().message, std::string("Operation cannot be fulfilled on deployments.apps "
                                                  "\"web\": the object has been modified; please apply "
                                                  "your changes to the latest version and try again"));
    stale.edit("metadata").erase("resourceVersion");
    QVERIFY(await(*m_world, update(kDeployments, stale)));
}

void ContractSuite::c02_patchWithStaleVersion_isRefusedWithConflict()
{
    const auto first = made(kDeployments, deployment("web"));
    QVERIFY(first);
    QVERIFY(await(*m_world, mergePatch(kDeployments, "default", "web", json("{'spec':{'paused':true}}"))));
    Value patch = json("{'spec':{'paused':false}}");
    patch.edit("metadata").set("resourceVersion", first->resourceVersion());
    const auto refused = await(*m_world, mergePatch(kDeployments, "default", "web", patch));
    QVERIFY(!refused);
    QCOMPARE(refused.error().reason, std::string("Conflict"));
}

void ContractSuite::c03_list_carriesTheVersionItWasReadAt()
{
    QVERIFY(made(kDeployments, deployment("a")));
    const auto listed = await(*m_world, list(kDeployments, "default"));
    QVERIFY(listed);
    QCOMPARE(listed->list().kind, std::string("DeploymentList"));
    QCOMPARE(listed->list().apiVersion, std::string("apps/v1"));
    QVERIFY(made(kDeployments, deployment("b")));
    Watching watching(*m_world,
                      list(kDeployments, "default", {{"resourceVersion", listed->list().resourceVersion}}));
    QVERIFY(watching.waitFor(1));
    QCOMPARE(watching.lines(), Lines{"ADDED b"});
}

void ContractSuite::c04_watchFromAVersion_getsEveryLaterEventOnceInOrder()
{
    const auto first = made(kDeployments, deployment("a"));
    QVERIFY(first);
    QVERIFY(made(kDeployments, deployment("b")));
    QVERIFY(await(*m_world, mergePatch(kDeployments, "default", "a", json("{'spec':{'paused':true}}"))));
    Watching watching(*m_world, list(kDeployments, "default",
                                     {{"resourceVersion", std::string(first->resourceVersion())}}));
    QVERIFY(await(*m_world, remove(kDeployments, "default", "b")));
    QVERIFY(watching.waitFor(3));
    QVERIFY(made(kDeployments, deployment("c")));
    QVERIFY(watching.waitFor(4));
    QCOMPARE(watching.lines(), (Lines{"ADDED b", "MODIFIED a", "DELETED b", "ADDED c"}));
    std::set<std::string> versions;
    for (const auto &event : watching.events())
        versions.emplace(event.object->resourceVersion());
    QCOMPARE(versions.size(), 4U);
}

void ContractSuite::c04_watchWithoutAVersion_beginsWithWhatIsThere()
{
    QVERIFY(made(kDeployments, deployment("a")));
    QVERIFY(made(kDeployments, deployment("b")));
    for (const api::Query &query : {api::Query{}, api::Query{{"resourceVersion", "0"}}}) {
        Watching watching(*m_world, list(kDeployments, "default", query));
        QVERIFY(watching.waitFor(2));
        QCOMPARE(watching.lines(), (Lines{"ADDED a", "ADDED b"}));
    }
}

void ContractSuite::c05_watchFromForgottenVersion_endsWithExpired()
{
    const auto old = made(kDeployments, deployment("a"));
    QVERIFY(old);
    QVERIFY(made(kDeployments, deployment("b")));
    if (!m_world->forgetHistory())
        QSKIP("this server's history cannot be shortened");
    Watching watching(
        *m_world, list(kDeployments, "default", {{"resourceVersion", std::string(old->resourceVersion())}}));
    QVERIFY(watching.waitForEnd());
    QCOMPARE(watching.error().code, 410);
    QCOMPARE(watching.error().reason, std::string("Expired"));
    QVERIFY(watching.error().message.starts_with(
        "too old resource version: " + std::string(old->resourceVersion()) + " ("));
    QCOMPARE(watching.lines(), Lines());
}

void ContractSuite::c06_bookmarks_advanceTheVersion()
{
    const auto first = made(kDeployments, deployment("a"));
    QVERIFY(first);
    Watching watching(*m_world, list(kDeployments, "default",
                                     {{"resourceVersion", std::string(first->resourceVersion())},
                                      {"allowWatchBookmarks", "true"},
                                      {"timeoutSeconds", "3"}}));
    m_world->pass(std::chrono::seconds(1));
    const auto other = made(kServices, service("elsewhere"));
    QVERIFY(other);
    QVERIFY(watching.waitForEnd());
    QVERIFY(!watching.events().empty());
    const auto &bookmark = watching.events().back();
    QVERIFY(bookmark.type == EventType::Bookmark);
    QCOMPARE(bookmark.object->kind(), std::string_view("Deployment"));
    QVERIFY(bookmark.object->resourceVersion() != first->resourceVersion());
    Watching next(*m_world, list(kDeployments, "default",
                                 {{"resourceVersion", std::string(bookmark.object->resourceVersion())}}));
    QVERIFY(made(kDeployments, deployment("b")));
    QVERIFY(next.waitFor(1));
    QCOMPARE(next.lines(), Lines{"ADDED b"});
}

void ContractSuite::c06_initialEvents_endWithAMarkedBookmark()
{
    QVERIFY(made(kDeployments, deployment("a")));
    Watching watching(*m_world, list(kDeployments, "default",
                                     {{"sendInitialEvents", "true"},
                                      {"resourceVersionMatch", "NotOlderThan"},
                                      {"allowWatchBookmarks", "true"}}));
    QVERIFY(watching.waitFor(2));
    QCOMPARE(watching.lines(), (Lines{"ADDED a", "BOOKMARK"}));
    QCOMPARE(watching.events()[1].object->annotations()["k8s.io/initial-events-end"].asString(),
             std::string_view("true"));
}

void ContractSuite::c07_leavingASelector_isADeletion_enteringAnAddition()
{
    const auto first = made(kDeployments, deployment("a", "blue"));
    QVERIFY(first);
    Watching blue(*m_world, list(kDeployments, "default", {{"labelSelector", "app=blue"}}));
    QVERIFY(blue.waitFor(1));
    QVERIFY(await(*m_world,
                  mergePatch(kDeployments, "default", "a", json("{'metadata':{'labels':{'app':'green'}}}"))));
    QVERIFY(blue.waitFor(2));
    const auto back = await(
        *m_world, mergePatch(kDeployments, "default", "a", json("{'metadata':{'labels':{'app':'blue'}}}")));
    QVERIFY(back);
    QVERIFY(blue.waitFor(3));
    QCOMPARE(blue.lines(), (Lines{"ADDED a", "DELETED a", "ADDED a"}));
    const auto &gone = blue.events()[1].object;
    QCOMPARE(gone->labels()["app"].asString(), std::string_view("blue"));
    QVERIFY(gone->resourceVersion() != first->resourceVersion());
    QCOMPARE(blue.events()[2].object->resourceVersion(), back->object()->resourceVersion());
}

void ContractSuite::c08_finalizers_delayDeletion()
{
    Value held = deployment("web");
    held.edit("metadata").set("finalizers", json("['example.com/hold']"));
    QVERIFY(made(kDeployments, held));
    const auto deleted = await(*m_world, remove(kDeployments, "default", "web"));
    QVERIFY(deleted);
    const auto waiting = read(kDeployments, "web");
    QVERIFY(waiting);
    QVERIFY(waiting->isTerminating());
    const auto more = await(
        *m_world, mergePatch(kDeployments, "default", "web",
                             json("{'metadata':{'finalizers':['example.com/hold','example.com/more']}}")));
    QVERIFY(!more);
    QCOMPARE(more.error().code, 422);
    QVERIFY(await(*m_world,
                  mergePatch(kDeployments, "default", "web", json("{'metadata':{'finalizers':null}}"))));
    QVERIFY(!read(kDeployments, "web"));
}

void ContractSuite::c08_repeatedDelete_neverMovesTheDeadlineLater()
{
    Value held = deployment("web");
    held.edit("metadata").set("finalizers", json("['example.com/hold']"));
    QVERIFY(made(kDeployments, held));
    QVERIFY(await(*m_world, remove(kDeployments, "default", "web")));
    const auto first = read(kDeployments, "web");
    QVERIFY(first);
    m_world->pass(std::chrono::seconds(3));
    QVERIFY(await(*m_world, remove(kDeployments, "default", "web")));
    const auto second = read(kDeployments, "web");
    QVERIFY(second);
    QCOMPARE(second->metadata()["deletionTimestamp"].asString(),
             first->metadata()["deletionTimestamp"].asString());
    QCOMPARE(second->resourceVersion(), first->resourceVersion());
}

void ContractSuite::c09_statusWrites_changeOnlyTheStatus()
{
    const auto before = made(kDeployments, deployment("web"));
    QVERIFY(before);
    Value changed = before->root();
    changed.edit("spec").set("minReadySeconds", 7);
    changed.edit("metadata").edit("labels").set("app", "other");
    changed.set("status", json("{'observedGeneration':1,'replicas':3}"));
    const auto after = await(*m_world, update(kDeployments, changed, "status"));
    QVERIFY(after);
    QCOMPARE(after->object()->spec(), before->spec());
    QCOMPARE(after->object()->labels(), before->labels());
    QCOMPARE(after->object()->generation(), before->generation());
    QCOMPARE(after->object()->status()["replicas"].asInt(), 3);
    QVERIFY(after->object()->resourceVersion() != before->resourceVersion());
}

void ContractSuite::c09_mainWrites_neverTouchTheStatus()
{
    Value wanted = deployment("web");
    wanted.set("status", json("{'replicas':9}"));
    const auto created = made(kDeployments, wanted);
    QVERIFY(created);
    QCOMPARE(created->status()["replicas"].asInt(), 0);
    Value changed = created->root();
    changed.set("status", json("{'replicas':9}"));
    changed.edit("spec").set("minReadySeconds", 7);
    const auto after = await(*m_world, update(kDeployments, changed));
    QVERIFY(after);
    QCOMPARE(after->object()->status(), created->status());
    QCOMPARE(after->object()->generation(), created->generation() + 1);
}

void ContractSuite::c10_generatedNames_areUniqueAndFromThePrefix()
{
    std::set<std::string> names;
    for (int i = 0; i < 10; ++i) {
        Value unnamed = deployment("x");
        unnamed.edit("metadata").erase("name");
        unnamed.edit("metadata").set("generateName", "web-");
        const auto object = made(kDeployments, unnamed);
        QVERIFY(object);
        const std::string name(object->name());
        QVERIFY(name.starts_with("web-"));
        QCOMPARE(name.size(), 9U);
        QCOMPARE(name.find_first_not_of("bcdfghjklmnpqrstvwxz2456789", 4), std::string::npos);
        QVERIFY(names.insert(name).second);
    }
}

void ContractSuite::c11_dryRun_storesNothing()
{
    const auto created = await(*m_world, create(kDeployments, deployment("web"), {{"dryRun", "All"}}));
    QVERIFY(created);
    QVERIFY(!created->object()->uid().empty());
    QVERIFY(!read(kDeployments, "web"));
    const auto real = made(kDeployments, deployment("web"));
    QVERIFY(real);
    auto change = mergePatch(kDeployments, "default", "web", json("{'spec':{'paused':true}}"));
    change.query = {{"dryRun", "All"}};
    const auto patched = await(*m_world, change);
    QVERIFY(patched);
    QVERIFY(patched->object()->spec()["paused"].asBool());
    QVERIFY(await(*m_world, remove(kDeployments, "default", "web", {{"dryRun", "All"}})));
    const auto after = read(kDeployments, "web");
    QVERIFY(after);
    QCOMPARE(after->resourceVersion(), real->resourceVersion());
    const auto wrong = await(*m_world, create(kDeployments, deployment("b"), {{"dryRun", "Some"}}));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, 422);
}

void ContractSuite::c12_pages_areOneConsistentSnapshot()
{
    for (const char *name : {"a", "b", "c", "d", "e"})
        QVERIFY(made(kDeployments, deployment(name)));
    auto page = await(*m_world, list(kDeployments, "default", {{"limit", "2"}}));
    QVERIFY(page);
    const std::string version = page->list().resourceVersion;
    QCOMPARE(page->list().remainingItemCount, 3);
    QVERIFY(await(*m_world, remove(kDeployments, "default", "c")));
    QVERIFY(await(*m_world, mergePatch(kDeployments, "default", "d", json("{'spec':{'paused':true}}"))));
    QVERIFY(made(kDeployments, deployment("bb")));
    std::string names;
    for (int pages = 1;; ++pages) {
        QVERIFY(pages < 5);
        QCOMPARE(page->list().resourceVersion, version);
        for (const auto &object : page->list().items) {
            names += object->name();
            QVERIFY(!object->spec()["paused"].asBool());
        }
        if (page->list().continueToken.empty())
            break;
        page = await(*m_world, list(kDeployments, "default",
                                    {{"limit", "2"}, {"continue", page->list().continueToken}}));
        QVERIFY(page);
    }
    QCOMPARE(names, std::string("abcde"));
}

void ContractSuite::c12_forgottenPage_isExpiredWithATokenToGoOn()
{
    for (const char *name : {"a", "b", "c"})
        QVERIFY(made(kDeployments, deployment(name)));
    const auto page = await(*m_world, list(kDeployments, "default", {{"limit", "1"}}));
    QVERIFY(page);
    if (!m_world->forgetHistory())
        QSKIP("this server's history cannot be shortened");
    const auto expired = await(
        *m_world, list(kDeployments, "default", {{"limit", "5"}, {"continue", page->list().continueToken}}));
    QVERIFY(!expired);
    QCOMPARE(expired.error().code, 410);
    QVERIFY(!expired.error().continueToken.empty());
    const auto rest = await(*m_world, list(kDeployments, "default",
                                           {{"limit", "5"}, {"continue", expired.error().continueToken}}));
    QVERIFY(rest);
    QCOMPARE(rest->list().items.front()->name(), std::string_view("b"));
}

void ContractSuite::c13_tables_haveTheColumnsOfUpstream_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("columns");
    const auto row = [](const char *group, const char *resource, const char *columns) {
        QTest::newRow(resource) << QString::fromLatin1(group) << QString::fromLatin1(resource)
                                << QString::fromLatin1(columns);
    };
    row("", "pods", "Name,Ready,Status,Restarts,Age,IP*,Node*,Nominated Node*,Readiness Gates*");
    row("apps", "deployments", "Name,Ready,Up-to-date,Available,Age,Containers*,Images*,Selector*");
    row("apps", "replicasets", "Name,Desired,Current,Ready,Age,Containers*,Images*,Selector*");
    row("", "services", "Name,Type,Cluster-IP,External-IP,Port(s),Age,Selector*");
    row("", "endpoints", "Name,Endpoints,Age");
    row("discovery.k8s.io", "endpointslices", "Name,AddressType,Ports,Endpoints,Age");
    row("", "nodes",
        "Name,Status,Roles,Age,Version,Internal-IP*,External-IP*,OS-Image*,Kernel-Version*,Container-"
        "Runtime*");
    row("", "namespaces", "Name,Status,Age");
    row("", "events", "Last Seen,Type,Reason,Object,Subobject*,Source*,Message,First Seen*,Count*,Name*");
}

void ContractSuite::c13_tables_haveTheColumnsOfUpstream()
{
    QFETCH(QString, group);
    QFETCH(QString, resource);
    QFETCH(QString, columns);
    const GroupVersionResource gvr{group.toStdString(), "v1", resource.toStdString()};
    auto wanted = list(gvr, "");
    wanted.as = api::Representation::Table;
    const auto answer = await(*m_world, wanted);
    QVERIFY(answer);
    std::string names;
    for (const auto &column : answer->table().columns)
        names.append(names.empty() ? "" : ",").append(column.name).append(column.priority > 0 ? "*" : "");
    QCOMPARE(names, columns.toStdString());
    for (const auto &row : answer->table().rows)
        QCOMPARE(row.cells.size(), answer->table().columns.size());
}

void ContractSuite::c14_nothingIsCalledInsideSend()
{
    int calls = 0;
    bool isInside = true;
    const auto count = [&] {
        QVERIFY(!isInside);
        ++calls;
    };
    const auto good = m_world->transport().send(get(kNamespaces, "", "default"), [&](auto) { count(); });
    const auto bad = m_world->transport().send(get({"", "v1", "nonsense"}, "", "x"), [&](auto) { count(); });
    const auto watch = m_world->transport().watch(list(kNamespaces, ""), [&](auto) { count(); });
    const auto noWatch = m_world->transport().watch(list({"", "v1", "nonsense"}, ""), [&](auto) { count(); });
    const auto noStream =
        m_world->transport().stream(get(kPods, "default", "nobody"), [&](auto) { count(); });
    isInside = false;
    QVERIFY(m_world->pumpUntil([&] { return calls >= 5; }));
    m_world->pass(std::chrono::seconds(1));
    QCOMPARE(calls, 5);
}

void ContractSuite::c14_droppedCalls_areNeverCalledBack()
{
    int calls = 0;
    auto read = m_world->transport().send(get(kNamespaces, "", "default"), [&](auto) { ++calls; });
    auto write = m_world->transport().send(create(kDeployments, deployment("web")), [&](auto) { ++calls; });
    auto early = m_world->transport().watch(list(kNamespaces, ""), [&](auto) { ++calls; });
    read.reset();
    write.reset();
    early.reset();
    m_world->pass(std::chrono::seconds(1));
    QCOMPARE(calls, 0);
    Watching watching(*m_world, list(kDeployments, "default"));
    QVERIFY(watching.waitFor(1));
    watching.drop();
    QVERIFY(made(kDeployments, deployment("later")));
    m_world->pass(std::chrono::seconds(1));
    QCOMPARE(watching.lines(), Lines{"ADDED web"});
}

void ContractSuite::c14_droppedWrite_isDoneAllTheSame()
{
    auto write = m_world->transport().send(create(kDeployments, deployment("web")), [](auto) {});
    // Once it is on its way nothing calls it back.
    m_world->pass(base::Duration::zero());
    write.reset();
    m_world->pass(std::chrono::seconds(1));
    QVERIFY(read(kDeployments, "web"));
}

void ContractSuite::c14_callsMayDropThemselves()
{
    bool isAnswered = false;
    api::CallPtr call = m_world->transport().send(get(kNamespaces, "", "default"), [&](auto) {
        call.reset();
        isAnswered = true;
    });
    QVERIFY(m_world->pumpUntil([&] { return isAnswered; }));
    int batches = 0;
    api::CallPtr watch =
        m_world->transport().watch(list(kNamespaces, "", {{"timeoutSeconds", "1"}}), [&](auto) {
            ++batches;
            watch.reset();
        });
    m_world->pass(std::chrono::seconds(3));
    QCOMPARE(batches, 1);
}

void ContractSuite::watch_endsAfterItsTimeout()
{
    Watching watching(*m_world, list(kNamespaces, "",
                                     {{"timeoutSeconds", "2"}, {"fieldSelector", "metadata.name=default"}}));
    QVERIFY(watching.waitForEnd());
    QVERIFY(watching.error().message.empty());
    QCOMPARE(watching.lines(), Lines{"ADDED default"});
}

void ContractSuite::errors_haveUpstreamsWords_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, int which, int code, const char *reason, const char *message) {
        QTest::newRow(name) << which << code << QString::fromLatin1(reason) << QString::fromLatin1(message);
    };
    row("missing object", 0, 404, "NotFound", "deployments.apps \"nope\" not found");
    row("missing core object", 1, 404, "NotFound", "pods \"nope\" not found");
    row("unknown resource", 2, 404, "NotFound", "the server could not find the requested resource");
    row("taken name", 3, 409, "AlreadyExists", "namespaces \"default\" already exists");
    row("missing namespace", 4, 404, "NotFound", "namespaces \"nowhere\" not found");
    row("unknown field label", 5, 400, "BadRequest", "field label not supported: x");
    row("namespace of another path", 6, 400, "BadRequest",
        "the namespace of the provided object does not match the namespace sent on the request");
    row("another name on PUT", 7, 400, "BadRequest",
        "the name of the object (b) does not match the name on the URL (a)");
    row("other apiVersion", 8, 400, "BadRequest",
        "the API version in the data (v1) does not match the expected API version (apps/v1)");
    row("version of the future", 9, 504, "Timeout", "");
    row("missing delete", 10, 404, "NotFound", "services \"nope\" not found");
    row("wrong uid", 11, 409, "Conflict", "");
}

void ContractSuite::errors_haveUpstreamsWords()
{
    QFETCH(int, which);
    QFETCH(int, code);
    QFETCH(QString, reason);
    QFETCH(QString, message);
    Value elsewhere = deployment("a");
    elsewhere.edit("metadata").set("namespace", "nowhere");
    auto mismatched = create(kDeployments, deployment("a"));
    mismatched.ns = "kube-system";
    auto renamed = update(kDeployments, deployment("b"));
    renamed.name = "a";
    Value old = deployment("a");
    old.set("apiVersion", "v1");
    auto wrongUid = remove(kNamespaces, "", "kube-node-lease");
    wrongUid.body = json("{'kind':'DeleteOptions','apiVersion':'v1','preconditions':{'uid':'none'}}");
    const api::Request all[] = {
        get(kDeployments, "default", "nope"),
        get(kPods, "default", "nope"),
        list({"", "v1", "nonsense"}, "default"),
        create(kNamespaces, json("{'kind':'Namespace','apiVersion':'v1','metadata':{'name':'default'}}")),
        create(kDeployments, elsewhere),
        list(kPods, "default", {{"fieldSelector", "x=y"}}),
        mismatched,
        renamed,
        create(kDeployments, old),
        list(kPods, "default", {{"resourceVersion", "99999999"}}),
        remove(kServices, "default", "nope"),
        wrongUid};
    const auto answer = await(*m_world, all[which]);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, code);
    QCOMPARE(answer.error().reason, reason.toStdString());
    if (!message.isEmpty())
        QCOMPARE(answer.error().message, message.toStdString());
}

} // namespace minato::tests
