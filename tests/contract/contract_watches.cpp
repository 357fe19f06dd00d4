// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/contract_suite.h"

#include <set>

namespace minato::tests {

using namespace kube::resources;
using Lines = std::vector<std::string>;
using EventType = api::WatchEvent::Type;

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
    QVERIFY(m_world->forgetHistory());
    Watching watching(
        *m_world, list(kDeployments, "default", {{"resourceVersion", std::string(old->resourceVersion())}}));
    QVERIFY(watching.waitForEnd());
    QCOMPARE(watching.error().code, 410);
    QCOMPARE(watching.error().reason, std::string("Expired"));
    // A server's cache of changes says the first, etcd itself the second.
    const std::string &why = watching.error().message;
    QVERIFY(why.starts_with("too old resource version: " + std::string(old->resourceVersion()) + " (") ||
            why == "The resourceVersion for the provided watch is too old.");
    QCOMPARE(watching.lines(), Lines());
}

void ContractSuite::c06_bookmarks_advanceTheVersion()
{
    const auto first = made(kServices, service("a"));
    QVERIFY(first);
    Watching watching(*m_world, list(kServices, "default",
                                     {{"resourceVersion", std::string(first->resourceVersion())},
                                      {"allowWatchBookmarks", "true"},
                                      {"timeoutSeconds", "8"}}));
    m_world->pass(std::chrono::seconds(1));
    QVERIFY(made(kDeployments, deployment("elsewhere")));
    // A real server's cache learns of changes elsewhere when somebody wants to read what is newest.
    QVERIFY(await(*m_world, list(kServices, "default")));
    QVERIFY(watching.waitForEnd());
    QVERIFY(!watching.events().empty());
    const auto &bookmark = watching.events().back();
    QVERIFY(bookmark.type == EventType::Bookmark);
    QCOMPARE(bookmark.object->kind(), std::string_view("Service"));
    QVERIFY(bookmark.object->resourceVersion() != first->resourceVersion());
    Watching next(*m_world, list(kServices, "default",
                                 {{"resourceVersion", std::string(bookmark.object->resourceVersion())}}));
    QVERIFY(made(kServices, service("b")));
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

void ContractSuite::watch_endsAfterItsTimeout()
{
    Watching watching(*m_world, list(kNamespaces, "",
                                     {{"timeoutSeconds", "2"}, {"fieldSelector", "metadata.name=default"}}));
    QVERIFY(watching.waitForEnd());
    QVERIFY(watching.error().message.empty());
    QCOMPARE(watching.lines(), Lines{"ADDED default"});
}

} // namespace minato::tests
