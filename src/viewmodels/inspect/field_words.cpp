// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/completion.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace minato::viewmodels {
namespace {

struct FieldWords {
    std::string_view structure, field;
    const char *id;
};

/// The fields that scaling is about, in both languages; for others there are the server's texts.
constexpr std::array kFields{
    //% "How many Pods are wanted."
    FieldWords{"apps.v1.DeploymentSpec", "replicas", QT_TRID_NOOP("field.replicas")},
    FieldWords{"apps.v1.ReplicaSetSpec", "replicas", "field.replicas"},
    FieldWords{"apps.v1.StatefulSetSpec", "replicas", "field.replicas"},
    //% "Which Pods belong to it; must match the labels of the template."
    FieldWords{"apps.v1.DeploymentSpec", "selector", QT_TRID_NOOP("field.selector")},
    //% "What the Pods look like. A change begins a rollout."
    FieldWords{"apps.v1.DeploymentSpec", "template", QT_TRID_NOOP("field.template")},
    //% "How old Pods are replaced by new ones."
    FieldWords{"apps.v1.DeploymentSpec", "strategy", QT_TRID_NOOP("field.strategy")},
    //% "How long a new Pod must be ready before it counts as available."
    FieldWords{"apps.v1.DeploymentSpec", "minReadySeconds", QT_TRID_NOOP("field.min-ready")},
    //% "Whether changes of the template wait."
    FieldWords{"apps.v1.DeploymentSpec", "paused", QT_TRID_NOOP("field.paused")},
    //% "How many old ReplicaSets are kept to go back to."
    FieldWords{"apps.v1.DeploymentSpec", "revisionHistoryLimit", QT_TRID_NOOP("field.history")},
    //% "After how long without progress a rollout counts as failed."
    FieldWords{"apps.v1.DeploymentSpec", "progressDeadlineSeconds", QT_TRID_NOOP("field.deadline")},
    //% "How many Pods more than wanted there may be during a rollout."
    FieldWords{"apps.v1.RollingUpdateDeployment", "maxSurge", QT_TRID_NOOP("field.max-surge")},
    //% "How many of the wanted Pods may be missing during a rollout."
    FieldWords{"apps.v1.RollingUpdateDeployment", "maxUnavailable", QT_TRID_NOOP("field.max-unavailable")},
    //% "The containers that run in the Pod."
    FieldWords{"core.v1.PodSpec", "containers", QT_TRID_NOOP("field.containers")},
    //% "Containers that run one after another before the others start."
    FieldWords{"core.v1.PodSpec", "initContainers", QT_TRID_NOOP("field.init-containers")},
    //% "Labels that a node must have."
    FieldWords{"core.v1.PodSpec", "nodeSelector", QT_TRID_NOOP("field.node-selector")},
    //% "Taints of nodes that do not keep this Pod away."
    FieldWords{"core.v1.PodSpec", "tolerations", QT_TRID_NOOP("field.tolerations")},
    //% "How Pods are spread over zones or nodes."
    FieldWords{"core.v1.PodSpec", "topologySpreadConstraints", QT_TRID_NOOP("field.spread")},
    //% "How long a Pod may take to end, in seconds."
    FieldWords{"core.v1.PodSpec", "terminationGracePeriodSeconds", QT_TRID_NOOP("field.grace")},
    //% "The image that the container is made from: name and tag."
    FieldWords{"core.v1.Container", "image", QT_TRID_NOOP("field.image")},
    //% "The container's name; unique in the Pod."
    FieldWords{"core.v1.Container", "name", QT_TRID_NOOP("field.container-name")},
    //% "Ports that the container listens on; for information."
    FieldWords{"core.v1.Container", "ports", QT_TRID_NOOP("field.container-ports")},
    //% "CPU and memory that the container reserves, and the most it may use."
    FieldWords{"core.v1.Container", "resources", QT_TRID_NOOP("field.resources")},
    //% "Decides whether the Pod gets requests."
    FieldWords{"core.v1.Container", "readinessProbe", QT_TRID_NOOP("field.readiness")},
    //% "Decides whether the container is started again."
    FieldWords{"core.v1.Container", "livenessProbe", QT_TRID_NOOP("field.liveness")},
    //% "Decides whether the container has come up."
    FieldWords{"core.v1.Container", "startupProbe", QT_TRID_NOOP("field.startup")},
    //% "Environment variables of the container."
    FieldWords{"core.v1.Container", "env", QT_TRID_NOOP("field.env")},
    //% "What the container reserves: the scheduler counts it."
    FieldWords{"core.v1.ResourceRequirements", "requests", QT_TRID_NOOP("field.requests")},
    //% "The most that the container may use."
    FieldWords{"core.v1.ResourceRequirements", "limits", QT_TRID_NOOP("field.limits")},
    //% "Labels of the Pods that get the Service's requests."
    FieldWords{"core.v1.ServiceSpec", "selector", QT_TRID_NOOP("field.service-selector")},
    //% "The ports of the Service, and those of the Pods behind them."
    FieldWords{"core.v1.ServiceSpec", "ports", QT_TRID_NOOP("field.service-ports")},
    //% "From where the Service can be reached."
    FieldWords{"core.v1.ServiceSpec", "type", QT_TRID_NOOP("field.service-type")},
    //% "Whether one client always reaches the same Pod."
    FieldWords{"core.v1.ServiceSpec", "sessionAffinity", QT_TRID_NOOP("field.affinity")},
    //% "The port of the Pods."
    FieldWords{"core.v1.ServicePort", "targetPort", QT_TRID_NOOP("field.target-port")},
    //% "The port on every node, 30000–32767."
    FieldWords{"core.v1.ServicePort", "nodePort", QT_TRID_NOOP("field.node-port")},
    //% "The least number of replicas."
    FieldWords{"autoscaling.v2.HorizontalPodAutoscalerSpec", "minReplicas", QT_TRID_NOOP("field.hpa-min")},
    //% "The greatest number of replicas."
    FieldWords{"autoscaling.v2.HorizontalPodAutoscalerSpec", "maxReplicas", QT_TRID_NOOP("field.hpa-max")},
    //% "Whose replicas are set."
    FieldWords{"autoscaling.v2.HorizontalPodAutoscalerSpec", "scaleTargetRef",
               QT_TRID_NOOP("field.hpa-target")},
    //% "What is measured, and what it should be."
    FieldWords{"autoscaling.v2.HorizontalPodAutoscalerSpec", "metrics", QT_TRID_NOOP("field.hpa-metrics")},
    //% "How many Pods must stay available."
    FieldWords{"policy.v1.PodDisruptionBudgetSpec", "minAvailable", QT_TRID_NOOP("field.pdb-min")},
    //% "How many Pods may be unavailable."
    FieldWords{"policy.v1.PodDisruptionBudgetSpec", "maxUnavailable", QT_TRID_NOOP("field.pdb-max")},
    //% "Names and values by which objects are found and grouped."
    FieldWords{"meta.v1.ObjectMeta", "labels", QT_TRID_NOOP("field.labels")},
    //% "The object's name; unique among its kind in the namespace."
    FieldWords{"meta.v1.ObjectMeta", "name", QT_TRID_NOOP("field.name")},
    //% "The namespace that the object is in."
    FieldWords{"meta.v1.ObjectMeta", "namespace", QT_TRID_NOOP("field.namespace")},
};

} // namespace

QString fieldDescription(std::string_view structure, std::string_view field)
{
    const auto found = std::ranges::find_if(
        kFields, [&](const FieldWords &each) { return each.structure == structure && each.field == field; });
    return found == kFields.end() ? QString() : qtTrId(found->id);
}

} // namespace minato::viewmodels
