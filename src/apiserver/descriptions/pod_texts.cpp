// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/descriptions/texts.h"

namespace minato::apiserver::descriptions {
namespace {

// clang-format off
constexpr std::string_view kTexts[] = {
R"(core.v1.Pod
One or more containers that run together on one node and share an address. Seldom made by hand: a Deployment makes them and replaces those that are lost.)",
R"(core.v1.PodTemplate
A template of Pods that stands alone.
template What the Pods look like.)",
R"(core.v1.PodTemplateSpec
What Pods look like that a controller makes.
metadata Labels and annotations of the Pods. The labels must match the controller's selector.
spec The Pods' spec.)",
R"(core.v1.PodSpec
What the Pod runs, and where.
volumes Storage that containers of the Pod can mount.
initContainers Containers that run one after the other, each to its end, before the others begin. With restartPolicy Always one stays beside them.
containers The containers. At least one; the list cannot grow or shrink later.
ephemeralContainers Containers that were added for looking into a running Pod.
restartPolicy Always, OnFailure or Never: whether a container that has ended is started again. Always if not given.
terminationGracePeriodSeconds How long containers may take to end after they were asked to; 30 if not given. Then they are killed.
activeDeadlineSeconds After how many seconds on its node the Pod is ended and called failed.
dnsPolicy Where names are looked up. ClusterFirst, the default, knows the cluster's Services.
dnsConfig Further settings for looking up names.
nodeSelector Labels that a node must have to take the Pod.
nodeName The node on which it runs. The scheduler fills it in; if you do, nobody checks whether there is room.
serviceAccountName As whom the Pod speaks to the API; default if not given.
serviceAccount Old name of serviceAccountName.
automountServiceAccountToken Whether the token of that account is mounted.
hostNetwork Whether the Pod uses the node's own network.
hostPID Whether it sees the node's processes.
hostIPC Whether it shares the node's interprocess communication.
hostUsers Whether it uses the node's users.
shareProcessNamespace Whether its containers see one another's processes.
securityContext Security settings of all its containers.
imagePullSecrets Secrets with which images are pulled.
hostname Its host name; the Pod's name if not given.
subdomain The domain below which it is found, together with hostname.
affinity Rules that draw the Pod to nodes or to other Pods, or keep it off them.
schedulerName Which scheduler places it.
tolerations The taints of nodes that do not keep this Pod off.
hostAliases Further lines of its hosts file.
priorityClassName The PriorityClass whose priority it gets.
priority Its priority as a number; comes from the class.
preemptionPolicy Whether it may push others from a node.
readinessGates Further conditions that must be true for the Pod to be ready.
runtimeClassName Which runtime runs its containers.
enableServiceLinks Whether Services are told as environment variables.
overhead What running the Pod costs beside its containers.
topologySpreadConstraints How such Pods are spread over zones or nodes.
setHostnameAsFQDN Whether its host name is the full one.
os The operating system it needs.
schedulingGates While one is left, the scheduler does not place the Pod.
resourceClaims Devices that it asks for.
resources What the Pod as a whole asks for.
hostnameOverride The host name that its containers see.)",
R"(core.v1.PodStatus
What became of the Pod.
observedGeneration The generation that this status is about.
phase Pending, Running, Succeeded, Failed or Unknown: where the Pod is in its life. Running does not mean ready.
conditions Whether it is placed, initialized and ready.
message Why it is in this state, in a sentence.
reason Why it is in this state, in one word, for example Evicted.
nominatedNodeName The node on which room is being made for it.
hostIP The node's address.
hostIPs The node's addresses.
podIP The Pod's address. Another Pod in its place has another one.
podIPs The Pod's addresses.
startTime When the node took it on.
initContainerStatuses What became of the init containers.
containerStatuses What became of the containers.
ephemeralContainerStatuses What became of the ephemeral containers.
qosClass Guaranteed, Burstable or BestEffort: who has to go first when the node runs short. Follows from requests and limits.
resize Old: see conditions.
resourceClaimStatuses The devices that it got.
extendedResourceClaimStatus Devices that it got for extended resources.)",
R"(core.v1.PodCondition
One aspect of the Pod's state.
type PodScheduled, Initialized, ContainersReady, Ready and others.
observedGeneration The generation that this is about.
status True, False or Unknown.
lastProbeTime When it was looked at last.
lastTransitionTime When the status changed last.
reason Why, in one word.
message Why, in a sentence.)",
R"(core.v1.PodIP
An address.
ip The address.)",
R"(core.v1.HostIP
An address.
ip The address.)",
R"(core.v1.PodReadinessGate
A further condition that must be true for the Pod to be ready.
conditionType The condition's type.)",
R"(core.v1.PodSchedulingGate
Holds the scheduler back.
name Its name.)",
R"(core.v1.PodOS
An operating system.
name linux or windows.)",
R"(core.v1.Container
One container of a Pod.
name Its name, unique in the Pod.
image The image it runs, for example nginx:1.27. Without a tag, latest is meant.
command What is run instead of the image's entry point. Not in a shell.
args Arguments; they replace those of the image.
workingDir The folder in which it runs.
ports Ports on which it listens. Saying so opens nothing; it names them.
envFrom Environment variables from whole ConfigMaps and Secrets.
env Environment variables.
resources How much CPU and memory it asks for, and how much it may use.
resizePolicy Whether the container restarts when its resources change.
restartPolicy Always makes an init container one that stays beside the others.
restartPolicyRules When the container is started again, by its exit code.
volumeMounts Where volumes of the Pod appear in the container.
volumeDevices Which volumes appear as devices.
livenessProbe Asks whether the container still works. If not, it is started anew.
readinessProbe Asks whether it can answer requests. If not, Services leave the Pod out.
startupProbe Asks whether it has started. Until then the other probes wait.
lifecycle What is done right after its start and before its end.
terminationMessagePath The file whose content becomes its last message.
terminationMessagePolicy File, or FallbackToLogsOnError: the log when there is no such file.
imagePullPolicy Always, IfNotPresent or Never: when the image is pulled. Always for latest, else IfNotPresent.
securityContext Security settings.
stdin Whether input is kept open.
stdinOnce Whether input closes after the first session.
tty Whether it has a terminal.)",
R"(core.v1.ContainerPort
A port on which a container listens.
name A name by which Services and probes can mean it.
hostPort A port of the node that leads here. Seldom needed.
containerPort The port's number.
protocol TCP, UDP or SCTP; TCP if not given.
hostIP The node's address for hostPort.)",
R"(core.v1.EnvVar
An environment variable.
name Its name.
value Its value. $(OTHER) is replaced by that variable.
valueFrom Where the value comes from instead.)",
R"(core.v1.EnvVarSource
Where a value comes from.
fieldRef A field of the Pod.
resourceFieldRef What the container asks for or may use.
configMapKeyRef A key of a ConfigMap.
secretKeyRef A key of a Secret.
fileKeyRef A key in a file of a volume.)",
R"(core.v1.EnvFromSource
Environment variables from a whole ConfigMap or Secret.
prefix Put in front of each name.
configMapRef The ConfigMap.
secretRef The Secret.)",
R"(core.v1.ObjectFieldSelector
A field of the Pod.
apiVersion The version in which the field is named; v1 if not given.
fieldPath The field, for example metadata.name or status.podIP.)",
R"(core.v1.ConfigMapKeySelector
A key of a ConfigMap.
name The ConfigMap's name.
key The key.
optional Whether the container starts without it.)",
R"(core.v1.SecretKeySelector
A key of a Secret.
name The Secret's name.
key The key.
optional Whether the container starts without it.)",
R"(core.v1.ResourceRequirements
How much a container asks for, and how much it may use.
limits The most that it may use. Beyond it CPU is throttled; beyond the memory the container is killed.
requests What it is promised. The scheduler counts with this; the limit if not given.
claims Devices that it uses.)",
R"(core.v1.Probe
A question to a container, asked again and again. Give one way of asking.
exec Runs a command; status 0 is yes.
httpGet Sends an HTTP request; an answer from 200 to 399 is yes.
tcpSocket Opens a connection; that it opens is yes.
grpc Asks the gRPC health service.
initialDelaySeconds How long after the start it is asked first.
timeoutSeconds After how long no answer is a no; 1 if not given.
periodSeconds How often it is asked; every 10 seconds if not given.
successThreshold How many times yes in a row change the state; 1 if not given.
failureThreshold How many times no in a row change the state; 3 if not given.
terminationGracePeriodSeconds How long the container may take to end when the probe has failed.)",
R"(core.v1.HTTPGetAction
An HTTP request.
path The path; / if not given.
port The port, by number or name.
host The host; the Pod's address if not given.
scheme HTTP or HTTPS.
httpHeaders Headers to send.)",
R"(core.v1.HTTPHeader
A header of a request.
name Its name.
value Its value.)",
R"(core.v1.TCPSocketAction
A connection.
port The port, by number or name.
host The host; the Pod's address if not given.)",
R"(core.v1.ExecAction
A command.
command The command and its arguments. Not in a shell.)",
R"(core.v1.GRPCAction
A gRPC health check.
port The port.
service The service's name.)",
R"(core.v1.SleepAction
Waits.
seconds How long.)",
R"(core.v1.Lifecycle
What is done at the beginning and the end of a container.
postStart Right after its start.
preStop Before it is asked to end. The grace period runs meanwhile.
stopSignal The signal by which it is asked to end.)",
R"(core.v1.LifecycleHandler
What is done. Give one way.
exec Runs a command.
httpGet Sends an HTTP request.
tcpSocket Not used any more.
sleep Waits.)",
R"(core.v1.ContainerStatus
What became of a container.
name Its name.
state What it does now.
lastState How it ended last.
ready Whether it can answer requests.
restartCount How often it was started again.
image The image that it runs.
imageID The image's digest.
containerID The runtime's name for it.
started Whether it has started.
allocatedResources What the node has set aside for it.
resources The resources as they are in force.
volumeMounts Its volumes.
user As which user it runs.
allocatedResourcesStatus The state of its devices.
stopSignal The signal by which it is asked to end.)",
R"(core.v1.ContainerState
What a container does. One of the three is there.
waiting It waits, for example for its image.
running It runs.
terminated It has ended.)",
R"(core.v1.ContainerStateWaiting
Why a container waits.
reason In one word: ContainerCreating, ImagePullBackOff, CrashLoopBackOff.
message In a sentence.)",
R"(core.v1.ContainerStateRunning
Since when a container runs.
startedAt When it was started.)",
R"(core.v1.ContainerStateTerminated
How a container ended.
exitCode Its exit status; 0 is success.
signal The signal that ended it.
reason In one word: Completed, Error, OOMKilled.
message Its last message.
startedAt When it was started.
finishedAt When it ended.
containerID The runtime's name for it.)",
R"(core.v1.Toleration
A taint that does not keep the Pod off. It draws the Pod nowhere.
key The taint's key; with Exists an empty one means every taint.
operator Equal, the default, compares the value too; Exists does not.
value The taint's value.
effect NoSchedule, PreferNoSchedule or NoExecute; empty means each.
tolerationSeconds For how long a NoExecute taint is put up with; forever if not given.)",
R"(core.v1.Affinity
Rules of where the Pod is placed.
nodeAffinity By labels of nodes.
podAffinity Near other Pods.
podAntiAffinity Away from other Pods.)",
R"(core.v1.NodeAffinity
Which nodes are fit, by their labels.
requiredDuringSchedulingIgnoredDuringExecution What a node must have. Pods that run are not moved.
preferredDuringSchedulingIgnoredDuringExecution What a node had better have.)",
R"(core.v1.NodeSelector
Conditions for nodes: one of the terms must hold.
nodeSelectorTerms The terms.)",
R"(core.v1.NodeSelectorTerm
Conditions that all must hold.
matchExpressions On labels.
matchFields On fields.)",
R"(core.v1.NodeSelectorRequirement
One condition.
key The label's key.
operator In, NotIn, Exists, DoesNotExist, Gt or Lt.
values The values.)",
R"(core.v1.PreferredSchedulingTerm
A wish.
weight How much it counts, from 1 to 100.
preference What is wished for.)",
R"(core.v1.PodAffinity
Near which Pods this one is placed.
requiredDuringSchedulingIgnoredDuringExecution What must hold. Pods that run are not moved.
preferredDuringSchedulingIgnoredDuringExecution What had better hold.)",
R"(core.v1.PodAntiAffinity
Away from which Pods this one is placed.
requiredDuringSchedulingIgnoredDuringExecution What must hold. Pods that run are not moved.
preferredDuringSchedulingIgnoredDuringExecution What had better hold.)",
R"(core.v1.WeightedPodAffinityTerm
A wish.
weight How much it counts, from 1 to 100.
podAffinityTerm What is wished for.)",
R"(core.v1.PodAffinityTerm
Which Pods are meant, and what near means.
labelSelector Their labels.
namespaces Their namespaces; the Pod's own if not given.
topologyKey The label of nodes that makes a place: kubernetes.io/hostname for a node, topology.kubernetes.io/zone for a zone.
namespaceSelector Their namespaces by label.
matchLabelKeys Labels whose values are taken from the Pod itself.
mismatchLabelKeys Labels whose values must differ from the Pod's own.)",
R"(core.v1.TopologySpreadConstraint
How evenly such Pods are spread.
maxSkew By how many Pods one place may be ahead of the emptiest.
topologyKey The label of nodes that makes a place.
whenUnsatisfiable DoNotSchedule: the Pod waits. ScheduleAnyway: it is a wish.
labelSelector Which Pods are counted.
minDomains How many places there must be at least.
nodeAffinityPolicy Whether nodes that the Pod's affinity rules out count.
nodeTaintsPolicy Whether nodes with taints count.
matchLabelKeys Labels whose values are taken from the Pod itself.)",
R"(core.v1.Volume
Storage that containers of the Pod can mount. Give one source.
name Its name, unique in the Pod.
emptyDir An empty folder that lives as long as the Pod.
hostPath A path of the node.
configMap The keys of a ConfigMap as files.
secret The keys of a Secret as files.
persistentVolumeClaim Storage that outlives the Pod.
projected Several sources in one folder.
downwardAPI Fields of the Pod as files.
nfs A folder of an NFS server.
csi Storage by a CSI driver.
ephemeral A claim that lives as long as the Pod.
image An image's files.)",
R"(core.v1.EmptyDirVolumeSource
An empty folder.
medium Memory for one in memory; the node's disk if empty.
sizeLimit How large it may become.)",
R"(core.v1.ConfigMapVolumeSource
The keys of a ConfigMap as files.
name The ConfigMap's name.
items Only these keys.
defaultMode The files' mode; 0644 if not given.
optional Whether the Pod starts without it.)",
R"(core.v1.SecretVolumeSource
The keys of a Secret as files.
secretName The Secret's name.
items Only these keys.
defaultMode The files' mode; 0644 if not given.
optional Whether the Pod starts without it.)",
R"(core.v1.KeyToPath
A key and its file.
key The key.
path The file.
mode Its mode.)",
R"(core.v1.PersistentVolumeClaimVolumeSource
Storage that a claim has.
claimName The claim's name.
readOnly Whether it is only read.)",
R"(core.v1.VolumeMount
Where a volume appears in a container.
name The volume's name.
mountPath The path in the container.
readOnly Whether it is only read.
subPath A path within the volume.
subPathExpr The same, with environment variables.
mountPropagation How mounts are passed on.
recursiveReadOnly Whether mounts within are only read as well.)"};
// clang-format on

} // namespace

std::span<const std::string_view> podTexts()
{
    return kTexts;
}

} // namespace minato::apiserver::descriptions
