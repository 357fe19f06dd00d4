// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/scheduler/pod_reader.h"
#include "components/scheduler/scheduling_cycle.h"
#include "kube/json.h"
#include "support/test_registry.h"

#include <QFile>

#include <string>
#include <vector>

Q_DECLARE_METATYPE(minato::kube::Value)

namespace minato::tests {

/// A cluster and a Pod that wants a node, as tests/components/scheduler_peer writes them together with what Kubernetes'
/// own scheduler says.
struct SchedulerCase {
    explicit SchedulerCase(const kube::Value &testCase);

    kube::Value want;
    components::scheduling::SchedulerCache cache;
    components::scheduling::NominatedPods nominated;
    components::scheduling::PodInfo pod;
    std::vector<std::size_t> nodes; ///< slots, by the order of the case

    [[nodiscard]] const components::scheduling::NodeInfo &node(std::size_t i) const
    {
        return cache.nodes()[nodes[i]];
    }
};

inline std::vector<kube::ObjectPtr> objectsOf(const kube::Value &list)
{
    std::vector<kube::ObjectPtr> objects;
    for (const kube::Value &item : list.items())
        objects.push_back(kube::makeObject(item));
    return objects;
}

inline SchedulerCase::SchedulerCase(const kube::Value &testCase) : want(testCase["want"])
{
    using namespace components::scheduling;
    for (const auto &object : objectsOf(testCase["nodes"])) {
        cache.setNode(object);
        nodes.push_back(cache.findNode(object->name())->slot);
    }
    for (const auto &object : objectsOf(testCase["pods"]))
        cache.setPod(object);
    for (const auto &object : objectsOf(testCase["namespaces"]))
        cache.setNamespace(object);
    for (const auto &object : objectsOf(testCase["budgets"]))
        cache.setBudget(object);
    for (const kube::Value &each : testCase["nominated"].items())
        nominated.set(std::make_shared<PodInfo>(readPlacedPod(kube::makeObject(each["pod"]))),
                      each["node"].asString());
    pod = readWaitingPod(kube::makeObject(testCase["pod"]), cache);
    if (pod.usesDefaultSpread) {
        auto services = objectsOf(testCase["services"]);
        std::erase_if(services, [&](const auto &service) { return service->ns() != pod.object->ns(); });
        auto owners = objectsOf(testCase["replicaSets"]);
        for (const auto &set : objectsOf(testCase["statefulSets"]))
            owners.push_back(set);
        const auto owner = std::ranges::find_if(owners, [&](const auto &object) {
            return object->ns() == pod.object->ns() &&
                   object->name() == pod.object->controllerRef()["name"].asString();
        });
        setDefaultSpread(pod,
                         defaultSelector(*pod.object, services, owner == owners.end() ? nullptr : *owner));
    }
}

/// One row a case of tests/components/data/<name>.json, in the column "testCase".
inline void addSchedulerCases(std::initializer_list<const char *> names)
{
    QTest::addColumn<kube::Value>("testCase");
    for (const char *name : names) {
        QFile file(
            QStringLiteral(MINATO_SOURCE_DIR "/tests/components/data/%1.json").arg(QLatin1String(name)));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const auto table = kube::parseJson(file.readAll().toStdString());
        QVERIFY2(table && table->size() >= 200, qPrintable(file.fileName()));
        for (const kube::Value &each : table->items())
            QTest::newRow(std::string(each["name"].asString()).c_str()) << each;
    }
}

} // namespace minato::tests
