// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/sheet.h"
#include "viewmodels/inspect/summary.h"

namespace minato::viewmodels {
namespace {

using kube::Object;
using kube::Value;

QString number(const Value &value)
{
    return QString::number(value.asInt());
}

QString numberOrPercent(const Value &value)
{
    return value.isString() ? qText(value) : number(value);
}

/// Good when it has reached what is wanted.
Tone reached(const Value &value, std::int64_t wanted)
{
    return value.asInt() >= wanted ? Tone::Good : Tone::Waiting;
}

QString strategyText(const Value &strategy)
{
    if (strategy["type"].asString() == "Recreate")
        //: A Deployment's strategy.
        //% "Recreate: all old Pods end before new ones start"
        return qtTrId("inspect.strategy.recreate");
    const Value &rolling = strategy["rollingUpdate"];
    //: A Deployment's strategy. %1, %2: numbers or percentages.
    //% "RollingUpdate: at most %1 Pods too many, at most %2 unavailable"
    return qtTrId("inspect.strategy.rolling")
        .arg(numberOrPercent(rolling["maxSurge"]), numberOrPercent(rolling["maxUnavailable"]));
}

const Value &selectorOf(const Object &object)
{
    return object.spec().at("selector", "matchLabels");
}

void addTiles(Sheet &sheet, std::int64_t wanted, const Value &status, bool isDeployment)
{
    //: A figure in the inspector: replicas that are wanted.
    //% "wanted"
    sheet.tile("wanted", qtTrId("inspect.tile.wanted"), QString::number(wanted));
    if (isDeployment)
        //: A figure in the inspector: replicas of the newest template.
        //% "up to date"
        sheet.tile("updated", qtTrId("inspect.tile.updated"), number(status["updatedReplicas"]),
                   reached(status["updatedReplicas"], wanted));
    else
        //: A figure in the inspector: replicas that exist.
        //% "existing"
        sheet.tile("existing", qtTrId("inspect.tile.existing"), number(status["replicas"]),
                   reached(status["replicas"], wanted));
    //: A figure in the inspector: replicas that are ready.
    //% "ready"
    sheet.tile("ready", qtTrId("inspect.tile.ready"), number(status["readyReplicas"]),
               reached(status["readyReplicas"], wanted));
    //: A figure in the inspector: replicas that have been ready for long enough.
    //% "available"
    sheet.tile("available", qtTrId("inspect.tile.available"), number(status["availableReplicas"]),
               reached(status["availableReplicas"], wanted));
}

} // namespace

void summarizeDeployment(Sheet &sheet, const Object &deployment)
{
    addTiles(sheet, deployment.spec()["replicas"].asInt(1), deployment.status(), true);
    if (deployment.spec()["paused"].asBool())
        sheet.row(qtTrId("inspect.state"),
                  //: State of a Deployment.
                  //% "Paused: changes of the Pod template wait"
                  qtTrId("inspect.deployment.paused"), {}, Tone::Waiting);
    sheet.row(qtTrId("inspect.image"), imagesText(deployment.spec().at("template", "spec")));
    //: In the inspector of a Deployment: how Pods are replaced.
    //% "Strategy"
    sheet.row(qtTrId("inspect.strategy"), strategyText(deployment.spec()["strategy"]));
    //: In the inspector: by which labels an object finds its Pods.
    //% "Selector"
    sheet.labels(qtTrId("inspect.selector"), selectorOf(deployment));
    //: In the inspector: the number of a version of a Deployment.
    //% "Revision"
    sheet.row(qtTrId("inspect.revision"),
              qText(deployment.annotations()["deployment.kubernetes.io/revision"]));
}

void summarizeReplicaSet(Sheet &sheet, const Object &set)
{
    addTiles(sheet, set.spec()["replicas"].asInt(1), set.status(), false);
    const Value &owner = set.controllerRef();
    sheet.link(qtTrId("inspect.owner"), owner["kind"].asString(), set.ns(), owner["name"].asString(),
               qText(owner["kind"]));
    sheet.row(qtTrId("inspect.image"), imagesText(set.spec().at("template", "spec")));
    sheet.row(qtTrId("inspect.revision"), qText(set.annotations()["deployment.kubernetes.io/revision"]));
    sheet.labels(qtTrId("inspect.selector"), selectorOf(set));
}

void summarizeAutoscaler(Sheet &sheet, const Object &hpa)
{
    const Value &spec = hpa.spec(), &status = hpa.status();
    //: A figure in the inspector of an autoscaler.
    //% "at least"
    sheet.tile("min", qtTrId("inspect.tile.min"), QString::number(spec["minReplicas"].asInt(1)));
    //: A figure in the inspector of an autoscaler.
    //% "at most"
    sheet.tile("max", qtTrId("inspect.tile.max"), number(spec["maxReplicas"]));
    //: A figure in the inspector of an autoscaler.
    //% "now"
    sheet.tile("current", qtTrId("inspect.tile.current"), number(status["currentReplicas"]));
    sheet.tile("desired", qtTrId("inspect.tile.wanted"), number(status["desiredReplicas"]),
               status["desiredReplicas"] == status["currentReplicas"] ? Tone::Good : Tone::Waiting);
    const Value &target = spec["scaleTargetRef"];
    //: In the inspector of an autoscaler: whose replicas it sets.
    //% "Scales"
    sheet.link(qtTrId("inspect.hpa.target"), target["kind"].asString(), hpa.ns(), target["name"].asString(),
               qText(target["kind"]));
    for (std::size_t i = 0; i < spec["metrics"].size(); ++i) {
        const Value &wanted = spec["metrics"][i]["resource"];
        const Value &current = status["currentMetrics"][i].at("resource", "current", "averageUtilization");
        if (!wanted.isMap())
            continue;
        //: In the inspector of an autoscaler. %1: what is measured now, as a percentage, or "?". %2: what is aimed at.
        //% "%1 % of the request, aim %2 %"
        sheet.row(qText(wanted["name"]), qtTrId("inspect.hpa.metric")
                                             .arg(current.isInt() ? number(current) : QStringLiteral("?"))
                                             .arg(wanted.at("target", "averageUtilization").asInt()));
    }
}

void summarizeBudget(Sheet &sheet, const Object &budget)
{
    const Value &spec = budget.spec(), &status = budget.status();
    //: A figure in the inspector of a PodDisruptionBudget.
    //% "may go now"
    sheet.tile("allowed", qtTrId("inspect.tile.allowed"), number(status["disruptionsAllowed"]),
               status["disruptionsAllowed"].asInt() > 0 ? Tone::Good : Tone::Waiting);
    //: A figure in the inspector of a PodDisruptionBudget.
    //% "healthy"
    sheet.tile("healthy", qtTrId("inspect.tile.healthy"), number(status["currentHealthy"]),
               reached(status["currentHealthy"], status["desiredHealthy"].asInt()));
    //: A figure in the inspector of a PodDisruptionBudget.
    //% "must stay"
    sheet.tile("needed", qtTrId("inspect.tile.needed"), number(status["desiredHealthy"]));
    //: In the inspector of a PodDisruptionBudget.
    //% "At least available"
    sheet.row(qtTrId("inspect.pdb.min"),
              spec.contains("minAvailable") ? numberOrPercent(spec["minAvailable"]) : QString());
    //: In the inspector of a PodDisruptionBudget.
    //% "At most unavailable"
    sheet.row(qtTrId("inspect.pdb.max"),
              spec.contains("maxUnavailable") ? numberOrPercent(spec["maxUnavailable"]) : QString());
    sheet.labels(qtTrId("inspect.selector"), selectorOf(budget));
}

} // namespace minato::viewmodels
