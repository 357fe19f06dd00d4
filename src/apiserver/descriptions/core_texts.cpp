// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/descriptions/texts.h"

namespace minato::apiserver::descriptions {
namespace {

// clang-format off
constexpr std::string_view kTexts[] = {
R"(core.v1.Service
One address and name for a set of Pods that come and go. Connections to it are spread over those that are ready.)",
R"(core.v1.ServiceSpec
Which Pods a Service leads to, and how it is reached.
ports The ports it offers.
selector Labels of the Pods it leads to. Without any, somebody else has to tell the endpoints.
clusterIP The address inside the cluster. The server gives one; None makes the Service headless: names lead to the Pods themselves.
clusterIPs The addresses inside the cluster; the first is clusterIP.
type ClusterIP: inside the cluster only. NodePort: also on a port of every node. LoadBalancer: also by an address from outside. ExternalName: only a name for another one.
externalIPs Addresses that lead to a node and are answered by this Service.
sessionAffinity None spreads connections; ClientIP keeps those of a client at one Pod.
sessionAffinityConfig How long that lasts.
loadBalancerIP Not used any more.
loadBalancerSourceRanges From which addresses the load balancer takes connections.
externalName The name that an ExternalName Service stands for.
externalTrafficPolicy Cluster: nodes pass connections from outside on to any Pod. Local: only to Pods of their own, and keep the client's address.
internalTrafficPolicy The same for connections from inside.
healthCheckNodePort Where a load balancer asks whether a node has Pods.
publishNotReadyAddresses Whether Pods that are not ready count too.
ipFamilies IPv4, IPv6 or both.
ipFamilyPolicy Whether one or both are used.
allocateLoadBalancerNodePorts Whether a LoadBalancer gets ports on the nodes.
loadBalancerClass Which load balancer is meant.
trafficDistribution Whether near endpoints are preferred.)",
R"(core.v1.ServicePort
A port of a Service.
name Its name; needed when there is more than one.
protocol TCP, UDP or SCTP; TCP if not given.
appProtocol What is spoken on it.
port The Service's port.
targetPort The Pods' port, by number or name; the same as port if not given.
nodePort The port on every node, for NodePort and LoadBalancer. The server gives one from 30000 to 32767.)",
R"(core.v1.ServiceStatus
What became of the Service.
loadBalancer Its load balancer.
conditions Aspects of its state.)",
R"(core.v1.LoadBalancerStatus
A load balancer.
ingress Where it is reached.)",
R"(core.v1.LoadBalancerIngress
Where a load balancer is reached.
ip By this address.
hostname By this name.
ipMode How the address is treated inside the cluster.
ports The state of its ports.)",
R"(core.v1.SessionAffinityConfig
How long clients stay at one Pod.
clientIP By the client's address.)",
R"(core.v1.ClientIPConfig
How long clients stay at one Pod.
timeoutSeconds Seconds after the last connection; 10800 if not given.)",
R"(core.v1.Endpoints
The addresses behind a Service, in the old form. EndpointSlices have taken its place.
subsets Groups of addresses with the same ports.)",
R"(core.v1.EndpointSubset
Addresses with the same ports.
addresses Those that are ready.
notReadyAddresses Those that are not.
ports Their ports.)",
R"(core.v1.EndpointAddress
An address.
ip The address.
hostname Its host name.
nodeName The node.
targetRef The Pod.)",
R"(core.v1.EndpointPort
A port.
name Its name.
port Its number.
protocol TCP, UDP or SCTP.
appProtocol What is spoken on it.)",
R"(discovery.v1.EndpointSlice
Some of the addresses behind a Service, at most 100. kube-proxy spreads connections by them.
addressType IPv4, IPv6 or FQDN. It cannot be changed.
endpoints The addresses.
ports Their ports.)",
R"(discovery.v1.Endpoint
One endpoint, most often a Pod.
addresses Its address.
conditions Its state.
hostname Its host name.
targetRef The Pod.
deprecatedTopology Not used any more.
nodeName The node.
zone The zone.
hints For whom it is meant.)",
R"(discovery.v1.EndpointConditions
The state of an endpoint.
ready Whether connections may be sent to it.
serving Whether it would answer; other than ready also while it ends.
terminating Whether it ends.)",
R"(discovery.v1.EndpointHints
For whom an endpoint is meant.
forZones For clients of these zones.
forNodes For clients of these nodes.)",
R"(discovery.v1.EndpointPort
A port of the endpoints.
name Its name: that of the Service's port.
protocol TCP, UDP or SCTP.
port Its number.
appProtocol What is spoken on it.)",
R"(core.v1.Node
A machine on which Pods run.)",
R"(core.v1.NodeSpec
How a node may be used.
podCIDR The addresses of its Pods.
podCIDRs The same, for each address family.
providerID Its name at the cloud provider.
unschedulable Whether it takes no new Pods; kubectl cordon sets it.
taints What keeps Pods off unless they tolerate it.
configSource Not used any more.
externalID Not used any more.)",
R"(core.v1.Taint
Keeps Pods off a node unless they tolerate it.
key Its key.
value Its value.
effect NoSchedule: no new Pods. PreferNoSchedule: rather none. NoExecute: those that run have to go as well.
timeAdded When it was put on.)",
R"(core.v1.NodeStatus
What a node has and how it is.
capacity What the machine has.
allocatable What Pods may ask for; the rest is kept for the system.
phase Not used any more.
conditions Whether it is ready and short of something.
addresses Its addresses.
daemonEndpoints Where its kubelet listens.
nodeInfo What software it runs.
images Images that it has.
volumesInUse Volumes that it uses.
volumesAttached Volumes that are attached to it.
config Not used any more.
runtimeHandlers What its runtime offers.
features What its kubelet offers.)",
R"(core.v1.NodeCondition
One aspect of the node's state.
type Ready, MemoryPressure, DiskPressure, PIDPressure or NetworkUnavailable.
status True, False or Unknown: the latter when the node has not been heard of.
lastHeartbeatTime When it was heard of last.
lastTransitionTime When the status changed last.
reason Why, in one word.
message Why, in a sentence.)",
R"(core.v1.NodeAddress
An address of a node.
type InternalIP, ExternalIP or Hostname.
address The address.)",
R"(core.v1.NodeSystemInfo
The software of a node.
machineID The machine's id.
systemUUID The system's id.
bootID The id of this boot.
kernelVersion Its kernel.
osImage Its operating system.
containerRuntimeVersion What runs the containers.
kubeletVersion Its kubelet.
kubeProxyVersion Not used any more.
operatingSystem linux or windows.
architecture The processor's architecture.
swap Its swap space.)",
R"(core.v1.ContainerImage
An image on a node.
names Its names.
sizeBytes Its size.)",
R"(core.v1.ResourceQuota
Bounds what the objects of a namespace may use together. This cluster keeps the object, but does not count or refuse by it yet.)",
R"(core.v1.ResourceQuotaSpec
The bounds.
hard The most of each resource: requests.cpu, limits.memory, pods, services and others.
scopes Only Pods of these kinds count.
scopeSelector The same, with conditions.)",
R"(core.v1.ScopeSelector
Conditions for the Pods that count.
matchExpressions The conditions; all must hold.)",
R"(core.v1.ScopedResourceSelectorRequirement
One condition.
scopeName What is looked at, for example PriorityClass.
operator In, NotIn, Exists or DoesNotExist.
values The values.)",
R"(core.v1.ResourceQuotaStatus
The bounds in force, and what is used.
hard The bounds in force.
used What is used.)",
R"(core.v1.LimitRange
Bounds and defaults for each container or Pod of a namespace. This cluster keeps the object, but does not apply it to Pods yet.)",
R"(core.v1.LimitRangeSpec
The bounds.
limits One entry for each kind of thing.)",
R"(core.v1.LimitRangeItem
Bounds and defaults of one kind of thing.
type Container, Pod or PersistentVolumeClaim.
max The most that one may have.
min The least.
default The limit of a container that gives none.
defaultRequest The request of a container that gives none.
maxLimitRequestRatio How many times the request the limit may be.)",
R"(core.v1.Namespace
A part of the cluster in which names are unique. Deleting it deletes everything in it.)",
R"(core.v1.NamespaceSpec
How a namespace ends.
finalizers Who has to finish something before it goes.)",
R"(core.v1.NamespaceStatus
What a namespace is doing.
phase Active, or Terminating while it is emptied.
conditions What holds its end up.)",
R"(core.v1.ConfigMap
Settings for programs, as keys and values.
immutable Whether they may not be changed any more.
data Text.
binaryData Bytes, as base64.)",
R"(core.v1.Secret
The same as a ConfigMap, for what not everybody should read. It is encoded, not encrypted.
immutable Whether it may not be changed any more.
data Bytes, as base64.
stringData Text; the server puts it into data. It is never read back.
type What it holds, for example kubernetes.io/tls; Opaque if not given.)",
R"(core.v1.ServiceAccount
As whom Pods speak to the API. Every namespace has one named default.
secrets Secrets that its Pods may use.
imagePullSecrets Secrets with which images of its Pods are pulled.
automountServiceAccountToken Whether its token is mounted in Pods.)",
R"(coordination.v1.Lease
Who holds something, and until when: by leases one of several programs leads, and nodes tell that they live.)",
R"(coordination.v1.LeaseSpec
Who holds it, and until when.
holderIdentity Who holds it.
leaseDurationSeconds For how long after the last renewal.
acquireTime Since when.
renewTime When it was renewed last.
leaseTransitions How often the holder changed.
strategy How a leader is chosen.
preferredHolder Who should hold it.)",
R"(core.v1.Event
Something that happened to an object, for people to read. Repetitions are counted.
involvedObject What it is about.
reason Why, in one word.
message What happened, in a sentence.
source Who reported it.
firstTimestamp When it happened first.
lastTimestamp When it happened last.
count How often.
type Normal or Warning.
eventTime When it happened.
series Repetitions.
action What was done.
related A second object that it is about.
reportingComponent Who reported it.
reportingInstance Which one of them.)",
R"(events.v1.Event
Something that happened to an object, for people to read.
eventTime When it happened.
series Repetitions.
reportingController Who reported it.
reportingInstance Which one of them.
action What was done.
reason Why, in one word.
regarding What it is about.
related A second object that it is about.
note What happened, in a sentence.
type Normal or Warning.
deprecatedSource In the old form: who reported it.
deprecatedFirstTimestamp In the old form: when it happened first.
deprecatedLastTimestamp In the old form: when it happened last.
deprecatedCount In the old form: how often.)",
R"(authorization.v1.SelfSubjectAccessReview
Asks whether one may do something. The answer comes in the status; nothing is kept.)",
R"(authorization.v1.SelfSubjectRulesReview
Asks what one may do in a namespace. The answer comes in the status; nothing is kept.)",
R"(authentication.v1.SelfSubjectReview
Asks who one is. The answer comes in the status; nothing is kept.)"};
// clang-format on

} // namespace

std::span<const std::string_view> coreTexts()
{
    return kTexts;
}

} // namespace minato::apiserver::descriptions
