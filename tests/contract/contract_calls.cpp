// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/contract_suite.h"

namespace minato::tests {

using namespace kube::resources;
using Lines = std::vector<std::string>;

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
        "Deployment in version \"v1\" cannot be handled as a Deployment: no kind \"Deployment\" is "
        "registered "
        "for version \"v1\" in scheme \"pkg/runtime/scheme.go:110\"");
    row("former apiVersion", 12, 400, "BadRequest",
        "the API version in the data (apps/v1beta1) does not match the expected API version (apps/v1)");
    row("kind of another path", 13, 400, "BadRequest",
        "StatefulSet in version \"v1\" cannot be handled as a Deployment: converting (v1.StatefulSet) to "
        "(apps.Deployment): unknown conversion");
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
    Value former = deployment("a"), otherKind = deployment("a");
    former.set("apiVersion", "apps/v1beta1");
    otherKind.set("kind", "StatefulSet");
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
        wrongUid,
        create(kDeployments, former),
        create(kDeployments, otherKind)};
    const auto answer = await(*m_world, all[which]);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, code);
    QCOMPARE(answer.error().reason, reason.toStdString());
    if (!message.isEmpty())
        QCOMPARE(answer.error().message, message.toStdString());
}

} // namespace minato::tests
