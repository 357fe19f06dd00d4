// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/contract_suite.h"

#include <set>

namespace minato::tests {

using namespace kube::resources;
using Lines = std::vector<std::string>;

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

void ContractSuite::c09_scaleWrites_changeOnlyTheReplicas()
{
    QVERIFY(made(kDeployments, deployment("web")));
    const auto put =
        json("{'apiVersion':'autoscaling/v1','kind':'Scale','metadata':{'name':'web','namespace':'default'},"
             "'spec':{'replicas':1}}");
    QVERIFY(await(*m_world, update(kDeployments, put, "scale")));
    const auto before = read(kDeployments, "web");
    QVERIFY(before);
    QCOMPARE(before->spec()["replicas"].asInt(), 1);
    auto apply = request(api::Verb::Patch, kDeployments, "default", "web");
    apply.subresource = "scale";
    apply.patchType = kube::PatchType::Apply;
    apply.query = {{"fieldManager", "scaler"}};
    apply.body =
        json("{'apiVersion':'autoscaling/v1','kind':'Scale','metadata':{'name':'web','labels':{'app':"
             "'other'}},'spec':{'replicas':1}}");
    // What it is already, one may own together.
    const auto same = await(*m_world, apply);
    QVERIFY2(same, same ? "" : same.error().message.c_str());
    QCOMPARE(same->object()->kind(), std::string_view("Scale"));
    const auto owned = read(kDeployments, "web");
    QVERIFY(owned);
    QCOMPARE(owned->spec(), before->spec());
    QCOMPARE(owned->labels(), before->labels());
    QCOMPARE(owned->generation(), before->generation());
    apply.query["fieldManager"] = "another";
    apply.body.edit("spec").set("replicas", 0);
    const auto refused = await(*m_world, apply);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, 409);
    QVERIFY2(refused.error().message.starts_with("Apply failed with 2 conflicts: "),
             refused.error().message.c_str());
    apply.query["force"] = "true";
    const auto forced = await(*m_world, apply);
    QVERIFY(forced);
    QCOMPARE(forced->object()->spec()["replicas"].asInt(), 0);
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

} // namespace minato::tests
