// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/descriptions/texts.h"

namespace minato::apiserver::descriptions {
namespace {

// clang-format off
constexpr std::string_view kTexts[] = {
R"(apps.v1.Deployment
Keeps a number of like Pods running and replaces them step by step when their template changes. It works through ReplicaSets, one for each version of the template.)",
R"(apps.v1.DeploymentSpec
What a Deployment is to keep running, and how it changes over.
replicas How many Pods are wanted; 1 if not given. kubectl scale changes it.
selector Which Pods belong to the Deployment. It must match the labels of the template and cannot be changed.
template What the Pods look like. A change of it begins a rollout; a change of replicas does not.
strategy How old Pods are replaced by new ones.
minReadySeconds How long a new Pod must be ready before it counts as available.
revisionHistoryLimit How many old ReplicaSets are kept to go back to; 10 if not given.
paused Whether changes of the template wait, so that several become one rollout.
progressDeadlineSeconds After how long without progress a rollout is called failed; 600 if not given. Nothing is undone because of it.)",
R"(apps.v1.DeploymentStrategy
How a rollout goes.
type Recreate stops all old Pods first. RollingUpdate, the default, replaces a few at a time.
rollingUpdate How many at a time. Only with RollingUpdate.)",
R"(apps.v1.RollingUpdateDeployment
How many Pods a rollout may have too few or too many.
maxUnavailable How many of the wanted Pods may be unavailable meanwhile: a number, or a percentage rounded down. 25% if not given.
maxSurge How many Pods more than wanted there may be meanwhile: a number, or a percentage rounded up. 25% if not given. Not both may be 0.)",
R"(apps.v1.DeploymentStatus
Where the Deployment stands.
observedGeneration The generation that this status is about. While it is below metadata.generation, the change has not been seen yet.
replicas Pods that exist, of old and new templates.
updatedReplicas Pods made from the present template.
readyReplicas Pods that are ready.
availableReplicas Pods that have been ready for minReadySeconds.
unavailableReplicas Pods that are missing or not available yet.
terminatingReplicas Pods that are ending.
conditions Whether it is available, makes progress, or failed to make Pods.
collisionCount How often a name for a ReplicaSet was taken already.)",
R"(apps.v1.DeploymentCondition
One aspect of the Deployment's state.
type Available, Progressing or ReplicaFailure.
status True, False or Unknown.
lastUpdateTime When this was written last.
lastTransitionTime When the status changed last.
reason Why, in one word.
message Why, in a sentence.)",
R"(apps.v1.ReplicaSet
Keeps a number of like Pods. Deployments make them; by hand you seldom need one.)",
R"(apps.v1.ReplicaSetSpec
What a ReplicaSet is to keep.
replicas How many Pods are wanted; 1 if not given.
minReadySeconds How long a new Pod must be ready before it counts as available.
selector Which Pods it counts. It must match the labels of the template and cannot be changed.
template What new Pods look like. A change does not touch Pods that exist.)",
R"(apps.v1.ReplicaSetStatus
Where the ReplicaSet stands.
replicas Pods that exist.
fullyLabeledReplicas Pods that have all labels of the template.
readyReplicas Pods that are ready.
availableReplicas Pods that have been ready for minReadySeconds.
terminatingReplicas Pods that are ending.
observedGeneration The generation that this status is about.
conditions Whether it failed to make Pods.)",
R"(apps.v1.ReplicaSetCondition
One aspect of the ReplicaSet's state.
type ReplicaFailure.
status True, False or Unknown.
lastTransitionTime When the status changed last.
reason Why, in one word.
message Why, in a sentence.)",
R"(apps.v1.StatefulSet
Pods that keep their names and their volumes: web-0, web-1 and so on, begun in order and ended in reverse. This cluster keeps the object, but has no controller that makes its Pods yet.)",
R"(apps.v1.StatefulSetSpec
What a StatefulSet is to keep.
replicas How many Pods are wanted; 1 if not given.
selector Which Pods belong to it. It must match the labels of the template.
template What its Pods look like.
volumeClaimTemplates Claims for storage that each Pod gets for itself.
serviceName The headless Service that gives the Pods their names in DNS.
podManagementPolicy OrderedReady begins one Pod after the other, Parallel all at once.
updateStrategy How Pods are replaced when the template changes.
revisionHistoryLimit How many old templates are kept; 10 if not given.
minReadySeconds How long a new Pod must be ready before it counts as available.
persistentVolumeClaimRetentionPolicy What becomes of the claims when Pods or the whole set go.
ordinals From which number on the Pods are counted.)",
R"(apps.v1.StatefulSetStatus
Where the StatefulSet stands.
observedGeneration The generation that this status is about.
replicas Pods that exist.
readyReplicas Pods that are ready.
currentReplicas Pods of the template in currentRevision.
updatedReplicas Pods of the template in updateRevision.
availableReplicas Pods that have been ready for minReadySeconds.
currentRevision The template from which the rollout comes.
updateRevision The template to which it goes.
conditions Aspects of its state.
collisionCount How often a name for a revision was taken already.)",
R"(apps.v1.DaemonSet
One Pod on every node, or on those that a selector names. This cluster keeps the object, but has no controller that makes its Pods yet.)",
R"(apps.v1.DaemonSetSpec
What a DaemonSet is to keep.
selector Which Pods belong to it. It must match the labels of the template and cannot be changed.
template What its Pods look like. Its node selector chooses the nodes.
updateStrategy How Pods are replaced when the template changes.
minReadySeconds How long a new Pod must be ready before it counts as available.
revisionHistoryLimit How many old templates are kept; 10 if not given.)",
R"(apps.v1.DaemonSetStatus
Where the DaemonSet stands.
currentNumberScheduled Nodes that should have a Pod and have one.
numberMisscheduled Nodes that have one and should not.
desiredNumberScheduled Nodes that should have one.
numberReady Nodes whose Pod is ready.
observedGeneration The generation that this status is about.
updatedNumberScheduled Nodes whose Pod is made from the present template.
numberAvailable Nodes whose Pod is available.
numberUnavailable Nodes whose Pod is missing or not available.
collisionCount How often a name for a revision was taken already.
conditions Aspects of its state.)",
R"(apps.v1.ControllerRevision
An earlier state of a StatefulSet or DaemonSet, kept to go back to.
data The state.
revision Its number: a later one is higher.)",
R"(batch.v1.Job
Runs Pods until enough of them have succeeded. This cluster keeps the object, but has no controller that makes its Pods yet.)",
R"(batch.v1.JobSpec
What a Job is to do.
parallelism How many Pods may run at a time.
completions How many must succeed.
activeDeadlineSeconds After how long the Job is called failed.
backoffLimit How many failures are put up with; 6 if not given.
backoffLimitPerIndex How many failures are put up with for each index.
maxFailedIndexes How many indexes may fail.
podFailurePolicy What a failed Pod means, by its exit code or conditions.
successPolicy When an indexed Job has done enough.
selector Which Pods belong to the Job. The server makes one, unless manualSelector is true.
manualSelector Whether you choose the selector yourself. Seldom a good idea.
template What its Pods look like. restartPolicy must be OnFailure or Never.
ttlSecondsAfterFinished How long after its end the Job is deleted.
completionMode NonIndexed: all Pods are alike. Indexed: each has a number.
suspend Whether the Job waits: no Pods.
podReplacementPolicy When a failed Pod is replaced: at once, or when it has ended.
managedBy Which controller looks after the Job.)",
R"(batch.v1.JobStatus
Where the Job stands.
conditions Complete, Failed, Suspended and the like.
startTime When it began.
completionTime When it was done.
active Pods that run.
succeeded Pods that succeeded.
failed Pods that failed.
terminating Pods that are ending.
ready Pods that are ready.
completedIndexes The indexes that are done.
failedIndexes The indexes that failed.
uncountedTerminatedPods Pods that ended and are not counted yet.)",
R"(batch.v1.CronJob
Makes Jobs by a timetable.)",
R"(autoscaling.v2.HorizontalPodAutoscaler
Changes the number of replicas of something by metrics. This cluster keeps the object, but has no controller that scales by it yet.)",
R"(autoscaling.v2.HorizontalPodAutoscalerSpec
What is scaled, between which bounds, by which metrics.
scaleTargetRef What is scaled: a Deployment, ReplicaSet or StatefulSet.
minReplicas Not fewer replicas than this; 1 if not given.
maxReplicas Not more replicas than this.
metrics The metrics; the largest of the numbers they ask for counts. Without any: 80% of the requested CPU.
behavior How fast it may go up and down.)",
R"(autoscaling.v2.HorizontalPodAutoscalerBehavior
How fast the number may change.
scaleUp Going up; at once if not given, at most four Pods or twice as many within 15 seconds.
scaleDown Going down; if not given only to the highest number that was wanted within the last five minutes.)",
R"(autoscaling.v2.HPAScalingRules
How fast the number may change in one direction.
stabilizationWindowSeconds For how long earlier wishes are remembered, so that the number does not swing. At most 3600.
selectPolicy Which policy counts: Max the one that allows the most, Min the least, Disabled none: it does not move in this direction.
policies By how much the number may change within a time.
tolerance How far the metric may be off before anything happens.)",
R"(autoscaling.v2.HPAScalingPolicy
By how much the number may change within a time.
type Pods or Percent.
value How many Pods, or how many percent.
periodSeconds Within how many seconds; at most 1800.)",
R"(autoscaling.v2.CrossVersionObjectReference
Names an object in the same namespace.
kind Its kind.
name Its name.
apiVersion Its group and version.)",
R"(autoscaling.v2.MetricSpec
One metric to scale by. Of the sources give the one that type names.
type Resource, ContainerResource, Pods, Object or External.
resource CPU or memory of the Pods, in relation to what they request.
containerResource The same of one container of each Pod.
pods A metric of each Pod; the mean of all counts.
object A metric of one other object.
external A metric from outside the cluster.)",
R"(autoscaling.v2.ResourceMetricSource
CPU or memory of the Pods.
name cpu or memory.
target The value to keep to.)",
R"(autoscaling.v2.ContainerResourceMetricSource
CPU or memory of one container of each Pod.
name cpu or memory.
container The container's name.
target The value to keep to.)",
R"(autoscaling.v2.PodsMetricSource
A metric of each Pod.
metric Which metric.
target The mean to keep to.)",
R"(autoscaling.v2.ObjectMetricSource
A metric of one object.
describedObject Which object.
metric Which metric.
target The value to keep to.)",
R"(autoscaling.v2.ExternalMetricSource
A metric from outside the cluster.
metric Which metric.
target The value to keep to.)",
R"(autoscaling.v2.MetricIdentifier
Names a metric.
name Its name.
selector Narrows it down by labels.)",
R"(autoscaling.v2.MetricTarget
The value to keep to.
type Utilization, Value or AverageValue.
value The value itself.
averageValue The value for each Pod.
averageUtilization Percent of what the Pods request.)",
R"(autoscaling.v2.HorizontalPodAutoscalerStatus
What the autoscaler did last.
observedGeneration The generation that this status is about.
lastScaleTime When it changed the number last.
currentReplicas How many replicas it saw.
desiredReplicas How many it wanted.
currentMetrics The metrics as it saw them.
conditions Whether it can read the metrics, may scale, and is held back by a bound.)",
R"(autoscaling.v2.HorizontalPodAutoscalerCondition
One aspect of the autoscaler's state.
type AbleToScale, ScalingActive or ScalingLimited.
status True, False or Unknown.
lastTransitionTime When the status changed last.
reason Why, in one word.
message Why, in a sentence.)",
R"(autoscaling.v2.MetricStatus
One metric as it was seen.
type Which kind of source.
resource CPU or memory of the Pods.
containerResource CPU or memory of one container.
pods A metric of each Pod.
object A metric of one object.
external A metric from outside.)",
R"(autoscaling.v2.MetricValueStatus
What was measured.
value The value itself.
averageValue The value for each Pod.
averageUtilization Percent of what the Pods request.)",
R"(autoscaling.v1.HorizontalPodAutoscaler
The older form of an autoscaler: by CPU alone. Use autoscaling/v2.)",
R"(autoscaling.v1.HorizontalPodAutoscalerSpec
What is scaled, between which bounds.
scaleTargetRef What is scaled.
minReplicas Not fewer replicas than this; 1 if not given.
maxReplicas Not more replicas than this.
targetCPUUtilizationPercentage Percent of the requested CPU to keep to; 80 if not given.)",
R"(autoscaling.v1.HorizontalPodAutoscalerStatus
What the autoscaler did last.
observedGeneration The generation that this status is about.
lastScaleTime When it changed the number last.
currentReplicas How many replicas it saw.
desiredReplicas How many it wanted.
currentCPUUtilizationPercentage Percent of the requested CPU that it saw.)",
R"(metrics.v1beta1.NodeMetrics
What a node used lately, as the metrics server measured it. Nobody writes it.
timestamp When it was measured: the end of the time that it is about.
window How long that time was.
usage CPU as a rate over that time, and the memory in use at its end.)",
R"(metrics.v1beta1.PodMetrics
What the containers of a Pod used lately, as the metrics server measured it. Nobody writes it.
timestamp When it was measured: the end of the time that it is about.
window How long that time was.
containers What each container used. All are about the same time.)",
R"(metrics.v1beta1.ContainerMetrics
What one container used.
name The name of the container.
usage CPU as a rate over the time, and the memory in use at its end.)",
R"(policy.v1.PodDisruptionBudget
How many Pods of an application must stay when Pods are evicted, as kubectl drain does. It does not stop anybody who deletes Pods. This cluster keeps the object, but has no controller that counts for it yet.)",
R"(policy.v1.PodDisruptionBudgetSpec
Which Pods, and how many of them. Give one of minAvailable and maxUnavailable.
minAvailable How many must stay available: a number or a percentage.
maxUnavailable How many may be unavailable: a number or a percentage.
selector Which Pods are meant. An empty one means all Pods of the namespace.
unhealthyPodEvictionPolicy Whether Pods that are not ready may always be evicted (AlwaysAllow) or only while the budget holds (IfHealthyBudget).)",
R"(policy.v1.PodDisruptionBudgetStatus
What may be evicted now.
observedGeneration The generation that this status is about.
disruptedPods Pods whose eviction was allowed and that are still there.
disruptionsAllowed How many evictions are allowed now.
currentHealthy Pods that are healthy.
desiredHealthy Pods that must be.
expectedPods Pods that the budget counts.
conditions Whether evictions are allowed.)",
R"(policy.v1.Eviction
Asks for a Pod to be evicted: deleted, unless a PodDisruptionBudget forbids it.
deleteOptions How it is to be deleted.)",
R"(scheduling.v1.PriorityClass
Gives a name to a priority. Pods of a higher one are placed first, and may push others from a node.
value The priority: the higher, the more important.
globalDefault Whether Pods without a class get this one.
description For people: when to use it.
preemptionPolicy PreemptLowerPriority: may push others from a node. Never: waits for room.)"};
// clang-format on

} // namespace

std::span<const std::string_view> workloadTexts()
{
    return kTexts;
}

} // namespace minato::apiserver::descriptions
