// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kept_kind.h"

#include "apiserver/quotes.h"
#include "contract/in_process_world.h"
#include "kube/json.h"

#include <QTest>

namespace minato::tests::kept {

using namespace kube::resources;

namespace {

constexpr const char *kTemplate =
    "'selector':{'matchLabels':{'app':'a'}},'template':{'metadata':{'labels':{'app':'a'}},'spec':"
    "{'containers':[{'name':'c','image':'i:1'}]}}";
constexpr const char *kJobTemplate =
    "'template':{'spec':{'restartPolicy':'Never','containers':[{'name':'c','image':'i:1'}]}}";

const GroupVersionResource &resourceOf(const std::string &name)
{
    const GroupVersionResource *found = find(name);
    if (!found)
        qFatal("no resource %s", name.c_str());
    return *found;
}

} // namespace

Value objectOf(const GroupVersionResource &resource, const QString &members)
{
    std::string text = members.toStdString();
    for (const auto &[word, replacement] :
         {std::pair{"TEMPLATE", kTemplate}, std::pair{"JOB", kJobTemplate}}) {
        if (const auto at = text.find(word); at != std::string::npos)
            text.replace(at, std::string_view(word).size(), replacement);
    }
    Value object = json("{" + text + "}");
    object.edit("metadata").set("name", "x");
    if (resource != kPriorityClasses)
        object.edit("metadata").set("namespace", "default");
    return object;
}

api::Request creation(const GroupVersionResource &resource, Value object)
{
    auto wish = create(resource, std::move(object));
    if (resource == kPriorityClasses)
        wish.ns.clear();
    return wish;
}

std::string cells(const kube::TableRow &row)
{
    std::string text;
    for (const Value &cell : row.cells)
        text += (text.empty() ? "" : " | ") +
                (cell.isString() ? std::string(cell.asString()) : kube::toJson(cell));
    return text;
}

void addDefaultsColumns()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("members");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("expected");
}

void defaultsRow(const char *name, const char *resource, const char *members, const char *part,
                 const char *expected)
{
    QTest::newRow(name) << QString::fromLatin1(resource) << QString::fromLatin1(members)
                        << QString::fromLatin1(part) << QString::fromLatin1(expected);
}

void checkDefaults()
{
    QFETCH(QString, resource);
    QFETCH(QString, members);
    QFETCH(QString, part);
    QFETCH(QString, expected);
    InProcessWorld world;
    const GroupVersionResource gvr = resourceOf(resource.toStdString());
    const auto answer = await(world, creation(gvr, objectOf(gvr, members)));
    QVERIFY2(answer, answer ? "" : answer.error().message.c_str());
    Value found = answer->object()->root();
    for (const QString &key : part.split(QLatin1Char('.')))
        found = found[key.toStdString()];
    QCOMPARE(quoted(kube::toJson(found)), expected.toStdString());
}

void addFaultsColumns()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("members");
    QTest::addColumn<QString>("message");
}

void faultsRow(const char *resource, const char *members, const char *message)
{
    QTest::addRow("%s %.60s %.40s", resource, members, message)
        << QString::fromLatin1(resource) << QString::fromLatin1(members) << QString::fromLatin1(message);
}

void checkFaults()
{
    QFETCH(QString, resource);
    QFETCH(QString, members);
    QFETCH(QString, message);
    InProcessWorld world;
    const GroupVersionResource gvr = resourceOf(resource.toStdString());
    Value object = objectOf(gvr, members);
    if (members.contains(QLatin1String("Indexed")))
        object.edit("spec").set("parallelism", 2); // else completions has a default
    const auto answer = await(world, creation(gvr, object));
    QVERIFY(!answer);
    const std::string said = quoted(answer.error().message);
    QCOMPARE(said.substr(said.find("is invalid: ") + 12), message.toStdString());
    QCOMPARE(answer.error().code, 422);
}

void addFixedColumns()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("members");
    QTest::addColumn<QString>("patch");
    QTest::addColumn<QString>("message");
}

void fixedRow(const char *resource, const char *members, const char *patch, const char *message)
{
    QTest::addRow("%s %.60s", resource, patch)
        << QString::fromLatin1(resource) << QString::fromLatin1(members) << QString::fromLatin1(patch)
        << QString::fromLatin1(message);
}

void checkFixed()
{
    QFETCH(QString, resource);
    QFETCH(QString, members);
    QFETCH(QString, patch);
    QFETCH(QString, message);
    InProcessWorld world;
    const GroupVersionResource gvr = resourceOf(resource.toStdString());
    QVERIFY(await(world, creation(gvr, objectOf(gvr, members))));
    const std::string ns = gvr == kPriorityClasses ? "" : "default";
    const auto answer = await(world, mergePatch(gvr, ns, "x", json(patch.toStdString())));
    QVERIFY(!answer);
    const std::string said = quoted(answer.error().message);
    QCOMPARE(said.substr(said.find("is invalid: ") + 12), message.toStdString());
}

void addCellsColumns()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("members");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("expected");
}

void cellsRow(const char *name, const char *resource, const char *members, const char *status,
              const char *expected)
{
    QTest::newRow(name) << QString::fromLatin1(resource) << QString::fromLatin1(members)
                        << QString::fromLatin1(status) << QString::fromLatin1(expected);
}

void checkCells()
{
    QFETCH(QString, resource);
    QFETCH(QString, members);
    QFETCH(QString, status);
    QFETCH(QString, expected);
    InProcessWorld world;
    const GroupVersionResource gvr = resourceOf(resource.toStdString());
    Value object = objectOf(gvr, members);
    const auto made = await(world, creation(gvr, object));
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    const std::string ns = gvr == kPriorityClasses ? "" : "default";
    if (!status.isEmpty()) {
        Value patch = Value::map({{"status", json(status.toStdString())}});
        const auto changed = await(world, mergePatch(gvr, ns, "x", patch, "status"));
        QVERIFY2(changed, changed ? "" : changed.error().message.c_str());
    }
    auto wish = get(gvr, ns, "x");
    wish.as = api::Representation::Table;
    const auto answer = await(world, wish);
    QVERIFY(answer);
    QCOMPARE(cells(answer->table().rows.at(0)), expected.toStdString());
    QCOMPARE(answer->table().columns.size(), answer->table().rows[0].cells.size());
}

} // namespace minato::tests::kept
