// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/events_model.h"
#include "viewmodels/inspect/plain_words.h"
#include "viewmodels/inspect/sheet.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace minato::viewmodels {
namespace {

struct Meaning {
    std::string_view kind, type, status;
    const char *id;
};

constexpr std::array kMeanings{
    //% "A node was chosen for the Pod."
    Meaning{"Pod", "PodScheduled", "True", QT_TRID_NOOP("inspect.cond.scheduled")},
    //% "No node has been found that fits."
    Meaning{"Pod", "PodScheduled", "False", QT_TRID_NOOP("inspect.cond.unscheduled")},
    //% "The Pod's network and volumes are there."
    Meaning{"Pod", "PodReadyToStartContainers", "True", QT_TRID_NOOP("inspect.cond.sandbox")},
    //% "The Pod's network and volumes are not there."
    Meaning{"Pod", "PodReadyToStartContainers", "False", QT_TRID_NOOP("inspect.cond.no-sandbox")},
    //% "All init containers have ended; there may be none."
    Meaning{"Pod", "Initialized", "True", QT_TRID_NOOP("inspect.cond.initialized")},
    //% "Init containers still run."
    Meaning{"Pod", "Initialized", "False", QT_TRID_NOOP("inspect.cond.not-initialized")},
    //% "Every container runs and says that it is ready."
    Meaning{"Pod", "ContainersReady", "True", QT_TRID_NOOP("inspect.cond.containers-ready")},
    //% "Not every container is ready."
    Meaning{"Pod", "ContainersReady", "False", QT_TRID_NOOP("inspect.cond.containers-unready")},
    //% "Services send requests to the Pod."
    Meaning{"Pod", "Ready", "True", QT_TRID_NOOP("inspect.cond.pod-ready")},
    //% "Services send no requests to the Pod."
    Meaning{"Pod", "Ready", "False", QT_TRID_NOOP("inspect.cond.pod-unready")},
    //% "Something ends the Pod early: a drained node, a lack of resources, a more important Pod."
    Meaning{"Pod", "DisruptionTarget", "True", QT_TRID_NOOP("inspect.cond.disrupted")},
    //% "Enough Pods are available: no more are missing than the strategy allows."
    Meaning{"Deployment", "Available", "True", QT_TRID_NOOP("inspect.cond.available")},
    //% "Fewer Pods are available than the strategy allows."
    Meaning{"Deployment", "Available", "False", QT_TRID_NOOP("inspect.cond.unavailable")},
    //% "The rollout moves on, or has come to its end."
    Meaning{"Deployment", "Progressing", "True", QT_TRID_NOOP("inspect.cond.progressing")},
    //% "The rollout has not moved on for too long."
    Meaning{"Deployment", "Progressing", "False", QT_TRID_NOOP("inspect.cond.stuck")},
    //% "The rollout is paused."
    Meaning{"Deployment", "Progressing", "Unknown", QT_TRID_NOOP("inspect.cond.paused")},
    //% "Pods could not be made or deleted; the message says why."
    Meaning{"Deployment", "ReplicaFailure", "True", QT_TRID_NOOP("inspect.cond.replica-failure")},
    Meaning{"ReplicaSet", "ReplicaFailure", "True", "inspect.cond.replica-failure"},
    //% "The kubelet answers and can run Pods."
    Meaning{"Node", "Ready", "True", QT_TRID_NOOP("inspect.cond.node-ready")},
    //% "The kubelet says that it cannot run Pods."
    Meaning{"Node", "Ready", "False", QT_TRID_NOOP("inspect.cond.node-unready")},
    //% "Nothing has been heard from the kubelet: after a while the Pods are moved elsewhere."
    Meaning{"Node", "Ready", "Unknown", QT_TRID_NOOP("inspect.cond.node-unknown")},
    //% "There is memory left."
    Meaning{"Node", "MemoryPressure", "False", QT_TRID_NOOP("inspect.cond.memory-fine")},
    //% "Memory runs out: Pods are evicted."
    Meaning{"Node", "MemoryPressure", "True", QT_TRID_NOOP("inspect.cond.memory-short")},
    //% "There is disk space left."
    Meaning{"Node", "DiskPressure", "False", QT_TRID_NOOP("inspect.cond.disk-fine")},
    //% "Disk space runs out: Pods are evicted."
    Meaning{"Node", "DiskPressure", "True", QT_TRID_NOOP("inspect.cond.disk-short")},
    //% "There are process numbers left."
    Meaning{"Node", "PIDPressure", "False", QT_TRID_NOOP("inspect.cond.pids-fine")},
    //% "Process numbers run out."
    Meaning{"Node", "PIDPressure", "True", QT_TRID_NOOP("inspect.cond.pids-short")},
    //% "The autoscaler can read and change the number of replicas."
    Meaning{"HorizontalPodAutoscaler", "AbleToScale", "True", QT_TRID_NOOP("inspect.cond.able")},
    //% "The autoscaler cannot change the number of replicas."
    Meaning{"HorizontalPodAutoscaler", "AbleToScale", "False", QT_TRID_NOOP("inspect.cond.not-able")},
    //% "There are measurements, and they are acted on."
    Meaning{"HorizontalPodAutoscaler", "ScalingActive", "True", QT_TRID_NOOP("inspect.cond.active")},
    //% "Nothing can be reckoned: measurements or requests are missing."
    Meaning{"HorizontalPodAutoscaler", "ScalingActive", "False", QT_TRID_NOOP("inspect.cond.inactive")},
    //% "The least or the most holds the number back."
    Meaning{"HorizontalPodAutoscaler", "ScalingLimited", "True", QT_TRID_NOOP("inspect.cond.limited")},
    //% "The number is as reckoned, within the limits."
    Meaning{"HorizontalPodAutoscaler", "ScalingLimited", "False", QT_TRID_NOOP("inspect.cond.unlimited")},
    //% "At least one more Pod may be taken away."
    Meaning{"PodDisruptionBudget", "DisruptionAllowed", "True", QT_TRID_NOOP("inspect.cond.may-disrupt")},
    //% "No Pod may be taken away now."
    Meaning{"PodDisruptionBudget", "DisruptionAllowed", "False",
            QT_TRID_NOOP("inspect.cond.may-not-disrupt")},
};

/// Conditions that are bad news when they are True.
bool isTrouble(std::string_view type)
{
    return type.ends_with("Pressure") || type == "ReplicaFailure" || type == "DisruptionTarget" ||
           type == "ScalingLimited" || type == "NetworkUnavailable";
}

Tone toneOf(std::string_view type, std::string_view status)
{
    if (status == "Unknown")
        return Tone::Waiting;
    if ((status == "True") != isTrouble(type))
        return Tone::Good;
    return type == "ReplicaFailure" || type.ends_with("Pressure") || type == "Available" ? Tone::Bad
                                                                                         : Tone::Waiting;
}

QString meaning(std::string_view kind, std::string_view type, std::string_view status)
{
    const auto found = std::ranges::find_if(kMeanings, [&](const Meaning &each) {
        return each.kind == kind && each.type == type && each.status == status;
    });
    return found == kMeanings.end() ? QString() : qtTrId(found->id);
}

} // namespace

std::vector<InfoRow> conditionRows(const kube::Object &object, base::Instant start)
{
    std::vector<InfoRow> rows;
    for (const kube::Value &condition : object.status()["conditions"].items()) {
        const auto type = condition["type"].asString(), status = condition["status"].asString();
        InfoRow row{.key = qText(type),
                    .label = qText(type),
                    .value = qText(status),
                    .note = meaning(object.kind(), type, status),
                    .tone = toneOf(type, status)};
        if (const auto since = base::parseRfc3339(condition["lastTransitionTime"].asString()))
            row.time = clockText(*since - start);
        const QString reason = qText(condition["reason"]), message = qText(condition["message"]);
        row.raw = reason.isEmpty() || message.isEmpty() ? reason + message
                                                        : reason + QStringLiteral(": ") + message;
        if (row.note.isEmpty())
            row.note = message;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace minato::viewmodels
