// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/contract_suite.h"

namespace minato::tests {

using namespace kube::resources;
using Lines = std::vector<std::string>;

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
    QVERIFY(m_world->forgetHistory());
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

} // namespace minato::tests
