// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/schema/field_table.h"

namespace minato::kube {

// Made by tools/make_field_table.py; not written by hand.
// clang-format off
constexpr std::string_view kText = R"table(
AWSElasticBlockStoreVolumeSource volumeID:!string fsType:string partition:int32 readOnly:bool
Affinity nodeAffinity:*NodeAffinity podAffinity:*PodAffinity podAntiAffinity:*PodAntiAffinity
AppArmorProfile type:!string localhostProfile:*string
AttachedVolume name:!string devicePath:!string
AzureDiskVolumeSource diskName:!string diskURI:!string cachingMode:*string fsType:*string readOnly:*bool kind:*string
AzureFileVolumeSource secretName:!string shareName:!string readOnly:bool
CSIVolumeSource driver:!string readOnly:*bool fsType:*string volumeAttributes:{}string nodePublishSecretRef:*LocalObjectReference
Capabilities add:[]string drop:[]string
CephFSVolumeSource monitors:![]string path:string user:string secretFile:string secretRef:*LocalObjectReference readOnly:bool
CinderVolumeSource volumeID:!string fsType:string readOnly:bool secretRef:*LocalObjectReference
ClientIPConfig timeoutSeconds:*int32
ClusterTrustBundleProjection name:*string signerName:*string labelSelector:*LabelSelector optional:*bool path:!string
Condition type:!string status:!string observedGeneration:int64 lastTransitionTime:!Time reason:!string message:!string
ConfigMapEnvSource name:string optional:*bool
ConfigMapKeySelector name:string key:!string optional:*bool
ConfigMapNodeConfigSource namespace:!string name:!string uid:string resourceVersion:string kubeletConfigKey:!string
ConfigMapProjection name:string items:[]KeyToPath optional:*bool
ConfigMapVolumeSource name:string items:[]KeyToPath defaultMode:*int32 optional:*bool
Container name:!string image:string command:[]string args:[]string workingDir:string ports:[]ContainerPort envFrom:[]EnvFromSource env:[]EnvVar resources:ResourceRequirements resizePolicy:[]ContainerResizePolicy restartPolicy:*string restartPolicyRules:[]ContainerRestartRule volumeMounts:[]VolumeMount volumeDevices:[]VolumeDevice livenessProbe:*Probe readinessProbe:*Probe startupProbe:*Probe lifecycle:*Lifecycle terminationMessagePath:string terminationMessagePolicy:string imagePullPolicy:string securityContext:*SecurityContext stdin:bool stdinOnce:bool tty:bool
ContainerExtendedResourceRequest containerName:!string resourceName:!string requestName:!string
ContainerImage names:![]string sizeBytes:int64
ContainerPort name:string hostPort:int32 containerPort:!int32 protocol:string hostIP:string
ContainerResizePolicy resourceName:!string restartPolicy:!string
ContainerRestartRule action:string exitCodes:*ContainerRestartRuleOnExitCodes
ContainerRestartRuleOnExitCodes operator:string values:[]int32
ContainerState waiting:*ContainerStateWaiting running:*ContainerStateRunning terminated:*ContainerStateTerminated
ContainerStateRunning startedAt:Time
ContainerStateTerminated exitCode:!int32 signal:int32 reason:string message:string startedAt:Time finishedAt:Time containerID:string
ContainerStateWaiting reason:string message:string
ContainerStatus name:!string state:ContainerState lastState:ContainerState ready:!bool restartCount:!int32 image:!string imageID:!string containerID:string started:*bool allocatedResources:{}Quantity resources:*ResourceRequirements volumeMounts:[]VolumeMountStatus user:*ContainerUser allocatedResourcesStatus:[]ResourceStatus stopSignal:*string
ContainerUser linux:*LinuxContainerUser
DaemonEndpoint Port:!int32
Deployment apiVersion:string kind:string metadata:ObjectMeta spec:DeploymentSpec status:DeploymentStatus
DeploymentCondition type:!string status:!string lastUpdateTime:Time lastTransitionTime:Time reason:string message:string
DeploymentSpec replicas:*int32 selector:*!LabelSelector template:!PodTemplateSpec strategy:DeploymentStrategy minReadySeconds:int32 revisionHistoryLimit:*int32 paused:bool progressDeadlineSeconds:*int32
DeploymentStatus observedGeneration:int64 replicas:int32 updatedReplicas:int32 readyReplicas:int32 availableReplicas:int32 unavailableReplicas:int32 terminatingReplicas:*int32 conditions:[]DeploymentCondition collisionCount:*int32
DeploymentStrategy type:string rollingUpdate:*RollingUpdateDeployment
DownwardAPIProjection items:[]DownwardAPIVolumeFile
DownwardAPIVolumeFile path:!string fieldRef:*ObjectFieldSelector resourceFieldRef:*ResourceFieldSelector mode:*int32
DownwardAPIVolumeSource items:[]DownwardAPIVolumeFile defaultMode:*int32
EmptyDirVolumeSource medium:string sizeLimit:*Quantity
EndpointAddress ip:!string hostname:string nodeName:*string targetRef:*ObjectReference
EndpointPort name:string port:!int32 protocol:string appProtocol:*string
EndpointSubset addresses:[]EndpointAddress notReadyAddresses:[]EndpointAddress ports:[]EndpointPort
Endpoints apiVersion:string kind:string metadata:ObjectMeta subsets:[]EndpointSubset
EnvFromSource prefix:string configMapRef:*ConfigMapEnvSource secretRef:*SecretEnvSource
EnvVar name:!string value:string valueFrom:*EnvVarSource
EnvVarSource fieldRef:*ObjectFieldSelector resourceFieldRef:*ResourceFieldSelector configMapKeyRef:*ConfigMapKeySelector secretKeyRef:*SecretKeySelector fileKeyRef:*FileKeySelector
EphemeralContainer name:!string image:string command:[]string args:[]string workingDir:string ports:[]ContainerPort envFrom:[]EnvFromSource env:[]EnvVar resources:ResourceRequirements resizePolicy:[]ContainerResizePolicy restartPolicy:*string restartPolicyRules:[]ContainerRestartRule volumeMounts:[]VolumeMount volumeDevices:[]VolumeDevice livenessProbe:*Probe readinessProbe:*Probe startupProbe:*Probe lifecycle:*Lifecycle terminationMessagePath:string terminationMessagePolicy:string imagePullPolicy:string securityContext:*SecurityContext stdin:bool stdinOnce:bool tty:bool targetContainerName:string
EphemeralVolumeSource volumeClaimTemplate:*PersistentVolumeClaimTemplate
Event apiVersion:string kind:string metadata:!ObjectMeta involvedObject:!ObjectReference reason:string message:string source:EventSource firstTimestamp:Time lastTimestamp:Time count:int32 type:string eventTime:MicroTime series:*EventSeries action:string related:*ObjectReference reportingComponent:!string reportingInstance:!string
EventSeries count:int32 lastObservedTime:MicroTime
EventSource component:string host:string
ExecAction command:[]string
FCVolumeSource targetWWNs:[]string lun:*int32 fsType:string readOnly:bool wwids:[]string
FileKeySelector volumeName:!string path:!string key:!string optional:*bool
FlexVolumeSource driver:!string fsType:string secretRef:*LocalObjectReference readOnly:bool options:{}string
FlockerVolumeSource datasetName:string datasetUUID:string
GCEPersistentDiskVolumeSource pdName:!string fsType:string partition:int32 readOnly:bool
GRPCAction port:!int32 service:*!string
GitRepoVolumeSource repository:!string revision:string directory:string
GlusterfsVolumeSource endpoints:!string path:!string readOnly:bool
HTTPGetAction path:string port:!IntOrString host:string scheme:string httpHeaders:[]HTTPHeader
HTTPHeader name:!string value:!string
HostAlias ip:!string hostnames:[]string
HostIP ip:!string
HostPathVolumeSource path:!string type:*string
ISCSIVolumeSource targetPortal:!string iqn:!string lun:!int32 iscsiInterface:string fsType:string readOnly:bool portals:[]string chapAuthDiscovery:bool chapAuthSession:bool secretRef:*LocalObjectReference initiatorName:*string
ImageVolumeSource reference:string pullPolicy:string
KeyToPath key:!string path:!string mode:*int32
LabelSelector matchLabels:{}string matchExpressions:[]LabelSelectorRequirement
LabelSelectorRequirement key:!string operator:!string values:[]string
Lifecycle postStart:*LifecycleHandler preStop:*LifecycleHandler stopSignal:*string
LifecycleHandler exec:*ExecAction httpGet:*HTTPGetAction tcpSocket:*TCPSocketAction sleep:*SleepAction
LinuxContainerUser uid:!int64 gid:!int64 supplementalGroups:[]int64
LoadBalancerIngress ip:string hostname:string ipMode:*string ports:[]PortStatus
LoadBalancerStatus ingress:[]LoadBalancerIngress
LocalObjectReference name:string
ManagedFieldsEntry manager:string operation:string apiVersion:string time:*Time fieldsType:string fieldsV1:*any subresource:string
NFSVolumeSource server:!string path:!string readOnly:bool
Namespace apiVersion:string kind:string metadata:ObjectMeta spec:NamespaceSpec status:NamespaceStatus
NamespaceCondition type:!string status:!string lastTransitionTime:Time reason:string message:string
NamespaceSpec finalizers:[]string
NamespaceStatus phase:string conditions:[]NamespaceCondition
Node apiVersion:string kind:string metadata:ObjectMeta spec:NodeSpec status:NodeStatus
NodeAddress type:!string address:!string
NodeAffinity requiredDuringSchedulingIgnoredDuringExecution:*NodeSelector preferredDuringSchedulingIgnoredDuringExecution:[]PreferredSchedulingTerm
NodeCondition type:!string status:!string lastHeartbeatTime:Time lastTransitionTime:Time reason:string message:string
NodeConfigSource configMap:*ConfigMapNodeConfigSource
NodeConfigStatus assigned:*NodeConfigSource active:*NodeConfigSource lastKnownGood:*NodeConfigSource error:string
NodeDaemonEndpoints kubeletEndpoint:DaemonEndpoint
NodeFeatures supplementalGroupsPolicy:*bool
NodeRuntimeHandler name:!string features:*NodeRuntimeHandlerFeatures
NodeRuntimeHandlerFeatures recursiveReadOnlyMounts:*bool userNamespaces:*bool
NodeSelector nodeSelectorTerms:![]NodeSelectorTerm
NodeSelectorRequirement key:!string operator:!string values:[]string
NodeSelectorTerm matchExpressions:[]NodeSelectorRequirement matchFields:[]NodeSelectorRequirement
NodeSpec podCIDR:string podCIDRs:[]string providerID:string unschedulable:bool taints:[]Taint configSource:*NodeConfigSource externalID:string
NodeStatus capacity:{}Quantity allocatable:{}Quantity phase:string conditions:[]NodeCondition addresses:[]NodeAddress daemonEndpoints:NodeDaemonEndpoints nodeInfo:NodeSystemInfo images:[]ContainerImage volumesInUse:[]string volumesAttached:[]AttachedVolume config:*NodeConfigStatus runtimeHandlers:[]NodeRuntimeHandler features:*NodeFeatures
NodeSwapStatus capacity:*int64
NodeSystemInfo machineID:!string systemUUID:!string bootID:!string kernelVersion:!string osImage:!string containerRuntimeVersion:!string kubeletVersion:!string kubeProxyVersion:!string operatingSystem:!string architecture:!string swap:*NodeSwapStatus
ObjectFieldSelector apiVersion:string fieldPath:!string
ObjectMeta name:string generateName:string namespace:string selfLink:string uid:string resourceVersion:string generation:int64 creationTimestamp:0Time deletionTimestamp:*Time deletionGracePeriodSeconds:*int64 labels:{}string annotations:{}string ownerReferences:[]OwnerReference finalizers:[]string managedFields:[]ManagedFieldsEntry
ObjectReference kind:string namespace:string name:string uid:string apiVersion:string resourceVersion:string fieldPath:string
OwnerReference apiVersion:!string kind:!string name:!string uid:!string controller:*bool blockOwnerDeletion:*bool
PersistentVolumeClaimSpec accessModes:[]string selector:*LabelSelector resources:VolumeResourceRequirements volumeName:string storageClassName:*string volumeMode:*string dataSource:*TypedLocalObjectReference dataSourceRef:*TypedObjectReference volumeAttributesClassName:*string
PersistentVolumeClaimTemplate metadata:ObjectMeta spec:!PersistentVolumeClaimSpec
PersistentVolumeClaimVolumeSource claimName:!string readOnly:bool
PhotonPersistentDiskVolumeSource pdID:!string fsType:string
Pod apiVersion:string kind:string metadata:ObjectMeta spec:PodSpec status:PodStatus
PodAffinity requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
PodAffinityTerm labelSelector:*LabelSelector namespaces:[]string topologyKey:!string namespaceSelector:*LabelSelector matchLabelKeys:[]string mismatchLabelKeys:[]string
PodAntiAffinity requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
PodCertificateProjection signerName:string keyType:string maxExpirationSeconds:*int32 credentialBundlePath:string keyPath:string certificateChainPath:string
PodCondition type:!string observedGeneration:int64 status:!string lastProbeTime:Time lastTransitionTime:Time reason:string message:string
PodDNSConfig nameservers:[]string searches:[]string options:[]PodDNSConfigOption
PodDNSConfigOption name:string value:*string
PodExtendedResourceClaimStatus requestMappings:![]ContainerExtendedResourceRequest resourceClaimName:!string
PodIP ip:!string
PodOS name:!string
PodReadinessGate conditionType:!string
PodResourceClaim name:!string resourceClaimName:*string resourceClaimTemplateName:*string
PodResourceClaimStatus name:!string resourceClaimName:*string
PodSchedulingGate name:!string
PodSecurityContext seLinuxOptions:*SELinuxOptions windowsOptions:*WindowsSecurityContextOptions runAsUser:*int64 runAsGroup:*int64 runAsNonRoot:*bool supplementalGroups:[]int64 supplementalGroupsPolicy:*string fsGroup:*int64 sysctls:[]Sysctl fsGroupChangePolicy:*string seccompProfile:*SeccompProfile appArmorProfile:*AppArmorProfile seLinuxChangePolicy:*string
PodSpec volumes:[]Volume initContainers:[]Container containers:![]Container ephemeralContainers:[]EphemeralContainer restartPolicy:string terminationGracePeriodSeconds:*int64 activeDeadlineSeconds:*int64 dnsPolicy:string nodeSelector:{}string serviceAccountName:string serviceAccount:string automountServiceAccountToken:*bool nodeName:string hostNetwork:bool hostPID:bool hostIPC:bool shareProcessNamespace:*bool securityContext:*PodSecurityContext imagePullSecrets:[]LocalObjectReference hostname:string subdomain:string affinity:*Affinity schedulerName:string tolerations:[]Toleration hostAliases:[]HostAlias priorityClassName:string priority:*int32 dnsConfig:*PodDNSConfig readinessGates:[]PodReadinessGate runtimeClassName:*string enableServiceLinks:*bool preemptionPolicy:*string overhead:{}Quantity topologySpreadConstraints:[]TopologySpreadConstraint setHostnameAsFQDN:*bool os:*PodOS hostUsers:*bool schedulingGates:[]PodSchedulingGate resourceClaims:[]PodResourceClaim resources:*ResourceRequirements hostnameOverride:*string
PodStatus observedGeneration:int64 phase:string conditions:[]PodCondition message:string reason:string nominatedNodeName:string hostIP:string hostIPs:[]HostIP podIP:string podIPs:[]PodIP startTime:*Time initContainerStatuses:[]ContainerStatus containerStatuses:[]ContainerStatus qosClass:string ephemeralContainerStatuses:[]ContainerStatus resize:string resourceClaimStatuses:[]PodResourceClaimStatus extendedResourceClaimStatus:*PodExtendedResourceClaimStatus
PodTemplateSpec metadata:ObjectMeta spec:PodSpec
PortStatus port:!int32 protocol:!string error:*string
PortworxVolumeSource volumeID:!string fsType:string readOnly:bool
PreferredSchedulingTerm weight:!int32 preference:!NodeSelectorTerm
Probe exec:*ExecAction httpGet:*HTTPGetAction tcpSocket:*TCPSocketAction grpc:*GRPCAction initialDelaySeconds:int32 timeoutSeconds:int32 periodSeconds:int32 successThreshold:int32 failureThreshold:int32 terminationGracePeriodSeconds:*int64
ProjectedVolumeSource sources:![]VolumeProjection defaultMode:*int32
QuobyteVolumeSource registry:!string volume:!string readOnly:bool user:string group:string tenant:string
RBDVolumeSource monitors:![]string image:!string fsType:string pool:string user:string keyring:string secretRef:*LocalObjectReference readOnly:bool
ReplicaSet apiVersion:string kind:string metadata:ObjectMeta spec:ReplicaSetSpec status:ReplicaSetStatus
ReplicaSetCondition type:!string status:!string lastTransitionTime:Time reason:string message:string
ReplicaSetSpec replicas:*int32 minReadySeconds:int32 selector:*!LabelSelector template:PodTemplateSpec
ReplicaSetStatus replicas:!int32 fullyLabeledReplicas:int32 readyReplicas:int32 availableReplicas:int32 terminatingReplicas:*int32 observedGeneration:int64 conditions:[]ReplicaSetCondition
ResourceClaim name:!string request:string
ResourceFieldSelector containerName:string resource:!string divisor:Quantity
ResourceHealth resourceID:!string health:string
ResourceRequirements limits:{}Quantity requests:{}Quantity claims:[]ResourceClaim
ResourceStatus name:!string resources:[]ResourceHealth
RollingUpdateDeployment maxUnavailable:*IntOrString maxSurge:*IntOrString
SELinuxOptions user:string role:string type:string level:string
ScaleIOVolumeSource gateway:!string system:!string secretRef:*!LocalObjectReference sslEnabled:bool protectionDomain:string storagePool:string storageMode:string volumeName:string fsType:string readOnly:bool
SeccompProfile type:!string localhostProfile:*string
SecretEnvSource name:string optional:*bool
SecretKeySelector name:string key:!string optional:*bool
SecretProjection name:string items:[]KeyToPath optional:*bool
SecretVolumeSource secretName:string items:[]KeyToPath defaultMode:*int32 optional:*bool
SecurityContext capabilities:*Capabilities privileged:*bool seLinuxOptions:*SELinuxOptions windowsOptions:*WindowsSecurityContextOptions runAsUser:*int64 runAsGroup:*int64 runAsNonRoot:*bool readOnlyRootFilesystem:*bool allowPrivilegeEscalation:*bool procMount:*string seccompProfile:*SeccompProfile appArmorProfile:*AppArmorProfile
Service apiVersion:string kind:string metadata:ObjectMeta spec:ServiceSpec status:ServiceStatus
ServiceAccountTokenProjection audience:string expirationSeconds:*int64 path:!string
ServicePort name:string protocol:string appProtocol:*string port:!int32 targetPort:IntOrString nodePort:int32
ServiceSpec ports:[]ServicePort selector:{}string clusterIP:string clusterIPs:[]string type:string externalIPs:[]string sessionAffinity:string loadBalancerIP:string loadBalancerSourceRanges:[]string externalName:string externalTrafficPolicy:string healthCheckNodePort:int32 publishNotReadyAddresses:bool sessionAffinityConfig:*SessionAffinityConfig ipFamilies:[]string ipFamilyPolicy:*string allocateLoadBalancerNodePorts:*bool loadBalancerClass:*string internalTrafficPolicy:*string trafficDistribution:*string
ServiceStatus loadBalancer:LoadBalancerStatus conditions:[]Condition
SessionAffinityConfig clientIP:*ClientIPConfig
SleepAction seconds:!int64
StorageOSVolumeSource volumeName:string volumeNamespace:string fsType:string readOnly:bool secretRef:*LocalObjectReference
Sysctl name:!string value:!string
TCPSocketAction port:!IntOrString host:string
Taint key:!string value:string effect:!string timeAdded:*Time
Toleration key:string operator:string value:string effect:string tolerationSeconds:*int64
TopologySpreadConstraint maxSkew:!int32 topologyKey:!string whenUnsatisfiable:!string labelSelector:*LabelSelector minDomains:*int32 nodeAffinityPolicy:*string nodeTaintsPolicy:*string matchLabelKeys:[]string
TypedLocalObjectReference apiGroup:*!string kind:!string name:!string
TypedObjectReference apiGroup:*!string kind:!string name:!string namespace:*string
Volume name:!string hostPath:*HostPathVolumeSource emptyDir:*EmptyDirVolumeSource gcePersistentDisk:*GCEPersistentDiskVolumeSource awsElasticBlockStore:*AWSElasticBlockStoreVolumeSource gitRepo:*GitRepoVolumeSource secret:*SecretVolumeSource nfs:*NFSVolumeSource iscsi:*ISCSIVolumeSource glusterfs:*GlusterfsVolumeSource persistentVolumeClaim:*PersistentVolumeClaimVolumeSource rbd:*RBDVolumeSource flexVolume:*FlexVolumeSource cinder:*CinderVolumeSource cephfs:*CephFSVolumeSource flocker:*FlockerVolumeSource downwardAPI:*DownwardAPIVolumeSource fc:*FCVolumeSource azureFile:*AzureFileVolumeSource configMap:*ConfigMapVolumeSource vsphereVolume:*VsphereVirtualDiskVolumeSource quobyte:*QuobyteVolumeSource azureDisk:*AzureDiskVolumeSource photonPersistentDisk:*PhotonPersistentDiskVolumeSource projected:*ProjectedVolumeSource portworxVolume:*PortworxVolumeSource scaleIO:*ScaleIOVolumeSource storageos:*StorageOSVolumeSource csi:*CSIVolumeSource ephemeral:*EphemeralVolumeSource image:*ImageVolumeSource
VolumeDevice name:!string devicePath:!string
VolumeMount name:!string readOnly:bool recursiveReadOnly:*string mountPath:!string subPath:string mountPropagation:*string subPathExpr:string
VolumeMountStatus name:!string mountPath:!string readOnly:bool recursiveReadOnly:*string
VolumeProjection secret:*SecretProjection downwardAPI:*DownwardAPIProjection configMap:*ConfigMapProjection serviceAccountToken:*ServiceAccountTokenProjection clusterTrustBundle:*ClusterTrustBundleProjection podCertificate:*PodCertificateProjection
VolumeResourceRequirements limits:{}Quantity requests:{}Quantity
VsphereVirtualDiskVolumeSource volumePath:!string fsType:string storagePolicyName:string storagePolicyID:string
WeightedPodAffinityTerm weight:!int32 podAffinityTerm:!PodAffinityTerm
WindowsSecurityContextOptions gmsaCredentialSpecName:*string gmsaCredentialSpec:*string runAsUserName:*string hostProcess:*bool
discovery.Endpoint addresses:![]string conditions:discovery.EndpointConditions hostname:*string targetRef:*ObjectReference deprecatedTopology:{}string nodeName:*string zone:*string hints:*discovery.EndpointHints
discovery.EndpointConditions ready:*bool serving:*bool terminating:*bool
discovery.EndpointHints forZones:[]discovery.ForZone forNodes:[]discovery.ForNode
discovery.EndpointPort name:*string protocol:*string port:*int32 appProtocol:*string
discovery.EndpointSlice apiVersion:string kind:string metadata:ObjectMeta addressType:!string endpoints:![]discovery.Endpoint ports:![]discovery.EndpointPort
discovery.ForNode name:!string
discovery.ForZone name:!string
events.Event apiVersion:string kind:string metadata:!ObjectMeta eventTime:!MicroTime series:*events.EventSeries reportingController:string reportingInstance:string action:string reason:string regarding:ObjectReference related:*ObjectReference note:string type:string deprecatedSource:EventSource deprecatedFirstTimestamp:Time deprecatedLastTimestamp:Time deprecatedCount:int32
events.EventSeries count:!int32 lastObservedTime:!MicroTime
)table";
// clang-format on

std::string_view fieldTable()
{
    return kText;
}

} // namespace minato::kube
