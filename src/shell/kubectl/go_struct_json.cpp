// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/go_struct_json.h"

#include "kube/json.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// A struct's fields in order; "spec:PodSpec" tells the struct of a field or of its items.
struct Struct {
    std::string_view name, fields;
};

constexpr std::array kStructs{
    Struct{"APIResourceList", "kind apiVersion groupVersion resources:APIResource"},
    Struct{"APIResource", "name singularName namespaced group version kind verbs shortNames categories"},
    Struct{"List", "kind apiVersion metadata items"},
    Struct{"Deployment", "kind apiVersion metadata:ObjectMeta spec:DeploymentSpec status:DeploymentStatus"},
    Struct{"DeploymentSpec",
           "replicas selector:LabelSelector template:PodTemplate strategy:Strategy minReadySeconds "
           "revisionHistoryLimit paused progressDeadlineSeconds"},
    Struct{"Strategy", "type rollingUpdate:RollingUpdate"},
    Struct{"RollingUpdate", "maxUnavailable maxSurge"},
    Struct{"DeploymentStatus", "observedGeneration replicas updatedReplicas readyReplicas availableReplicas "
                               "unavailableReplicas terminatingReplicas conditions:Condition collisionCount"},
    Struct{"ReplicaSet", "kind apiVersion metadata:ObjectMeta spec:ReplicaSetSpec status:ReplicaSetStatus"},
    Struct{"ReplicaSetSpec", "replicas minReadySeconds selector:LabelSelector template:PodTemplate"},
    Struct{"ReplicaSetStatus",
           "replicas fullyLabeledReplicas readyReplicas availableReplicas terminatingReplicas "
           "observedGeneration conditions:Condition"},
    Struct{"Job", "kind apiVersion metadata:ObjectMeta spec:JobSpec status:JobStatus"},
    Struct{"JobSpec",
           "parallelism completions activeDeadlineSeconds podFailurePolicy successPolicy backoffLimit "
           "backoffLimitPerIndex maxFailedIndexes selector:LabelSelector manualSelector template:PodTemplate "
           "ttlSecondsAfterFinished completionMode suspend podReplacementPolicy managedBy"},
    Struct{"JobStatus", "conditions:Condition startTime completionTime active succeeded failed terminating "
                        "completedIndexes failedIndexes uncountedTerminatedPods:Uncounted ready"},
    Struct{"Uncounted", "succeeded failed"},
    Struct{"Condition",
           "type status observedGeneration lastProbeTime lastUpdateTime lastTransitionTime reason message"},
    Struct{"ObjectMeta",
           "name generateName namespace selfLink uid resourceVersion generation creationTimestamp "
           "deletionTimestamp deletionGracePeriodSeconds labels annotations "
           "ownerReferences:OwnerReference finalizers managedFields"},
    Struct{"OwnerReference", "apiVersion kind name uid controller blockOwnerDeletion"},
    Struct{"LabelSelector", "matchLabels matchExpressions:Requirement"},
    Struct{"Requirement", "key operator values"},
    Struct{"PodTemplate", "metadata:ObjectMeta spec:PodSpec"},
    Struct{"Pod", "kind apiVersion metadata:ObjectMeta spec:PodSpec status:PodStatus"},
    Struct{"PodSpec",
           "volumes:Volume initContainers:Container containers:Container ephemeralContainers:Container "
           "restartPolicy terminationGracePeriodSeconds activeDeadlineSeconds dnsPolicy nodeSelector "
           "serviceAccountName serviceAccount automountServiceAccountToken nodeName hostNetwork hostPID "
           "hostIPC shareProcessNamespace securityContext imagePullSecrets hostname subdomain affinity "
           "schedulerName tolerations:Toleration hostAliases priorityClassName priority dnsConfig "
           "readinessGates runtimeClassName enableServiceLinks preemptionPolicy overhead "
           "topologySpreadConstraints:TopologySpread"},
    Struct{"Container",
           "name image command args workingDir ports:ContainerPort envFrom:EnvFrom env:EnvVar "
           "resources:Resources resizePolicy restartPolicy volumeMounts:VolumeMount volumeDevices "
           "livenessProbe:Probe readinessProbe:Probe startupProbe:Probe lifecycle terminationMessagePath "
           "terminationMessagePolicy imagePullPolicy securityContext stdin stdinOnce tty"},
    Struct{"ContainerPort", "name hostPort containerPort protocol hostIP"},
    Struct{"EnvFrom", "prefix configMapRef secretRef"},
    Struct{"EnvVar", "name value valueFrom:EnvVarSource"},
    Struct{"EnvVarSource", "fieldRef resourceFieldRef configMapKeyRef:KeyRef secretKeyRef:KeyRef"},
    Struct{"KeyRef", "name key optional"},
    Struct{"Resources", "limits requests claims"},
    Struct{"Probe",
           "exec httpGet:HttpGet tcpSocket:TcpSocket grpc initialDelaySeconds timeoutSeconds periodSeconds "
           "successThreshold failureThreshold terminationGracePeriodSeconds"},
    Struct{"HttpGet", "path port host scheme httpHeaders"},
    Struct{"TcpSocket", "port host"},
    Struct{"Volume", "name"},
    Struct{"VolumeMount", "name readOnly recursiveReadOnly mountPath subPath mountPropagation subPathExpr"},
    Struct{"Toleration", "key operator value effect tolerationSeconds"},
    Struct{"TopologySpread", "maxSkew topologyKey whenUnsatisfiable labelSelector:LabelSelector minDomains "
                             "nodeAffinityPolicy nodeTaintsPolicy matchLabelKeys"},
    Struct{"PodStatus",
           "observedGeneration phase conditions:Condition message reason nominatedNodeName hostIP hostIPs "
           "podIP podIPs startTime initContainerStatuses:ContainerStatus "
           "containerStatuses:ContainerStatus qosClass"},
    Struct{"ContainerStatus", "name state lastState ready restartCount image imageID containerID started"},
    Struct{"Service", "kind apiVersion metadata:ObjectMeta spec:ServiceSpec status:ServiceStatus"},
    Struct{"ServiceSpec",
           "ports:ServicePort selector clusterIP clusterIPs type externalIPs sessionAffinity "
           "loadBalancerIP loadBalancerSourceRanges externalName externalTrafficPolicy "
           "healthCheckNodePort publishNotReadyAddresses sessionAffinityConfig ipFamilies "
           "ipFamilyPolicy allocateLoadBalancerNodePorts loadBalancerClass internalTrafficPolicy "
           "trafficDistribution"},
    Struct{"ServicePort", "name protocol appProtocol port targetPort nodePort"},
    Struct{"ServiceStatus", "loadBalancer conditions:Condition"},
    Struct{"Namespace", "kind apiVersion metadata:ObjectMeta spec status:NamespaceStatus"},
    Struct{"NamespaceStatus", "phase conditions:Condition"},
};

std::string_view fieldsOf(std::string_view name)
{
    const auto found = std::ranges::find(kStructs, name, &Struct::name);
    return found == kStructs.end() ? std::string_view() : found->fields;
}

struct Field {
    const kube::Member *member;
    std::string_view type; ///< its struct; "" for what has none
};

/// The entries of a map in the order of the struct.
std::vector<Field> ordered(const Value &map, std::string_view type)
{
    std::vector<Field> result;
    std::string_view fields = fieldsOf(type);
    while (!fields.empty()) {
        const std::size_t end = std::min(fields.find(' '), fields.size());
        const std::string_view field = fields.substr(0, end);
        fields.remove_prefix(std::min(end + 1, fields.size()));
        const std::size_t colon = std::min(field.find(':'), field.size());
        for (const kube::Member &member : map.members())
            if (member.key() == field.substr(0, colon))
                result.push_back({&member, field.substr(std::min(colon + 1, field.size()))});
    }
    for (const kube::Member &member : map.members())
        if (std::ranges::none_of(result, [&](const Field &field) { return field.member == &member; }))
            result.push_back({&member, {}});
    return result;
}

class Writer {
public:
    explicit Writer(GoJson style) : m_isPretty(style == GoJson::Pretty) {}

    void write(const Value &value, std::string_view type, std::size_t depth)
    {
        if (value.isMap() && value.size() > 0) {
            m_text += '{';
            for (bool isFirst = true; const Field &field : ordered(value, type)) {
                separate(isFirst, depth + 1);
                m_text += kube::toJson(field.member->keyValue) + (m_isPretty ? ": " : ":");
                write(field.member->value, field.type, depth + 1);
            }
            close('}', depth);
        } else if (value.isArray() && value.size() > 0) {
            m_text += '[';
            for (bool isFirst = true; const Value &item : value.items()) {
                separate(isFirst, depth + 1);
                write(item, type, depth + 1);
            }
            close(']', depth);
        } else {
            m_text += kube::toJson(value);
        }
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    void separate(bool &isFirst, std::size_t depth)
    {
        if (!std::exchange(isFirst, false))
            m_text += ',';
        indent(depth);
    }
    void close(char bracket, std::size_t depth)
    {
        indent(depth);
        m_text += bracket;
    }
    void indent(std::size_t depth)
    {
        if (m_isPretty)
            m_text += "\n" + std::string(depth * 4, ' ');
    }

    bool m_isPretty;
    std::string m_text;
};

} // namespace

std::string goStructJson(const Value &object, GoJson style)
{
    Writer writer(style);
    writer.write(object, object["kind"].asString(), 0);
    return writer.take();
}

} // namespace minato::shell::kubectl
