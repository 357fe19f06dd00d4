// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/protobuf_schema.h"

#include <algorithm>
#include <array>

namespace minato::serve {
namespace {

using Field = ProtobufField;
using enum ProtobufType;

constexpr ProtobufField texts(std::uint32_t number, std::string_view name)
{
    return {.number = number, .name = name, .isRepeated = true};
}
constexpr ProtobufField one(std::uint32_t number, std::string_view name, const ProtobufMessage &message)
{
    return {.number = number, .name = name, .type = Message, .message = &message};
}
constexpr ProtobufField pointer(std::uint32_t number, std::string_view name, const ProtobufMessage &message)
{
    return {.number = number, .name = name, .type = Message, .message = &message, .isPointer = true};
}
constexpr ProtobufField many(std::uint32_t number, std::string_view name, const ProtobufMessage &message)
{
    return {.number = number, .name = name, .type = Message, .message = &message, .isRepeated = true};
}
constexpr ProtobufField integerPointer(std::uint32_t number, std::string_view name)
{
    return {.number = number, .name = name, .type = Integer, .isPointer = true};
}
constexpr ProtobufField flagPointer(std::uint32_t number, std::string_view name)
{
    return {.number = number, .name = name, .type = Flag, .isPointer = true};
}

constexpr std::array kOwnerReferenceFields{Field{1, "kind"},
                                           Field{3, "name"},
                                           Field{4, "uid"},
                                           Field{5, "apiVersion"},
                                           flagPointer(6, "controller"),
                                           flagPointer(7, "blockOwnerDeletion")};
constexpr ProtobufMessage kOwnerReference{kOwnerReferenceFields};

constexpr std::array kObjectMetaFields{Field{1, "name"},
                                       Field{2, "generateName"},
                                       Field{3, "namespace"},
                                       Field{4, "selfLink"},
                                       Field{5, "uid"},
                                       Field{6, "resourceVersion"},
                                       Field{7, "generation", Integer},
                                       Field{8, "creationTimestamp", Time},
                                       Field{9, "deletionTimestamp", Time},
                                       integerPointer(10, "deletionGracePeriodSeconds"),
                                       Field{11, "labels", TextMap},
                                       Field{12, "annotations", TextMap},
                                       many(13, "ownerReferences", kOwnerReference),
                                       texts(14, "finalizers")};
constexpr ProtobufMessage kObjectMeta{kObjectMetaFields};

constexpr std::array kRequirementFields{Field{1, "key"}, Field{2, "operator"}, texts(3, "values")};
constexpr ProtobufMessage kRequirement{kRequirementFields};
constexpr std::array kLabelSelectorFields{Field{1, "matchLabels", TextMap},
                                          many(2, "matchExpressions", kRequirement)};
constexpr ProtobufMessage kLabelSelector{kLabelSelectorFields};

constexpr std::array kContainerPortFields{Field{1, "name"}, Field{2, "hostPort", Integer},
                                          Field{3, "containerPort", Integer}, Field{4, "protocol"},
                                          Field{5, "hostIP"}};
constexpr ProtobufMessage kContainerPort{kContainerPortFields};
constexpr std::array kEnvVarFields{Field{1, "name"}, Field{2, "value"}};
constexpr ProtobufMessage kEnvVar{kEnvVarFields};
constexpr std::array kResourcesFields{Field{1, "limits", QuantityMap}, Field{2, "requests", QuantityMap}};
constexpr ProtobufMessage kResources{kResourcesFields};
constexpr std::array kVolumeMountFields{Field{1, "name"}, Field{2, "readOnly", Flag}, Field{3, "mountPath"},
                                        Field{4, "subPath"}, Field{6, "subPathExpr"}};
constexpr ProtobufMessage kVolumeMount{kVolumeMountFields};
constexpr std::array kContainerFields{Field{1, "name"},
                                      Field{2, "image"},
                                      texts(3, "command"),
                                      texts(4, "args"),
                                      Field{5, "workingDir"},
                                      many(6, "ports", kContainerPort),
                                      many(7, "env", kEnvVar),
                                      one(8, "resources", kResources),
                                      many(9, "volumeMounts", kVolumeMount),
                                      Field{13, "terminationMessagePath"},
                                      Field{14, "imagePullPolicy"},
                                      Field{16, "stdin", Flag},
                                      Field{17, "stdinOnce", Flag},
                                      Field{18, "tty", Flag},
                                      Field{20, "terminationMessagePolicy"}};
constexpr ProtobufMessage kContainer{kContainerFields};
constexpr std::array kLocalReferenceFields{Field{1, "name"}};
constexpr ProtobufMessage kLocalReference{kLocalReferenceFields};
constexpr std::array kPodSpecFields{many(2, "containers", kContainer),
                                    Field{3, "restartPolicy"},
                                    integerPointer(4, "terminationGracePeriodSeconds"),
                                    integerPointer(5, "activeDeadlineSeconds"),
                                    Field{6, "dnsPolicy"},
                                    Field{7, "nodeSelector", TextMap},
                                    Field{8, "serviceAccountName"},
                                    Field{9, "serviceAccount"},
                                    Field{10, "nodeName"},
                                    Field{11, "hostNetwork", Flag},
                                    Field{12, "hostPID", Flag},
                                    Field{13, "hostIPC", Flag},
                                    many(15, "imagePullSecrets", kLocalReference),
                                    Field{16, "hostname"},
                                    Field{17, "subdomain"},
                                    Field{19, "schedulerName"},
                                    many(20, "initContainers", kContainer),
                                    flagPointer(21, "automountServiceAccountToken"),
                                    Field{24, "priorityClassName"},
                                    integerPointer(25, "priority"),
                                    flagPointer(30, "enableServiceLinks")};
constexpr ProtobufMessage kPodSpec{kPodSpecFields};
constexpr std::array kPodTemplateFields{one(1, "metadata", kObjectMeta), one(2, "spec", kPodSpec)};
constexpr ProtobufMessage kPodTemplate{kPodTemplateFields};

/// What a client says of a status is not heeded; the zeros that are always sent must be understood.
constexpr std::array kDeploymentStatusFields{
    Field{1, "observedGeneration", Integer},  Field{2, "replicas", Integer},
    Field{3, "updatedReplicas", Integer},     Field{4, "availableReplicas", Integer},
    Field{5, "unavailableReplicas", Integer}, Field{7, "readyReplicas", Integer}};
constexpr ProtobufMessage kDeploymentStatus{kDeploymentStatusFields};
constexpr std::array kRollingUpdateFields{Field{1, "maxUnavailable", IntOrString},
                                          Field{2, "maxSurge", IntOrString}};
constexpr ProtobufMessage kRollingUpdate{kRollingUpdateFields};
constexpr std::array kStrategyFields{Field{1, "type"}, pointer(2, "rollingUpdate", kRollingUpdate)};
constexpr ProtobufMessage kStrategy{kStrategyFields};
constexpr std::array kDeploymentSpecFields{integerPointer(1, "replicas"),
                                           pointer(2, "selector", kLabelSelector),
                                           one(3, "template", kPodTemplate),
                                           one(4, "strategy", kStrategy),
                                           Field{5, "minReadySeconds", Integer},
                                           integerPointer(6, "revisionHistoryLimit"),
                                           Field{7, "paused", Flag},
                                           integerPointer(9, "progressDeadlineSeconds")};
constexpr ProtobufMessage kDeploymentSpec{kDeploymentSpecFields};
constexpr std::array kDeploymentFields{one(1, "metadata", kObjectMeta), one(2, "spec", kDeploymentSpec),
                                       one(3, "status", kDeploymentStatus)};
constexpr ProtobufMessage kDeployment{kDeploymentFields};

constexpr std::array kNamespaceSpecFields{texts(1, "finalizers")};
constexpr ProtobufMessage kNamespaceSpec{kNamespaceSpecFields};
constexpr std::array kNamespaceStatusFields{Field{1, "phase"}};
constexpr ProtobufMessage kNamespaceStatus{kNamespaceStatusFields};
constexpr std::array kNamespaceFields{one(1, "metadata", kObjectMeta), one(2, "spec", kNamespaceSpec),
                                      one(3, "status", kNamespaceStatus)};
constexpr ProtobufMessage kNamespace{kNamespaceFields};

constexpr std::array kServicePortFields{Field{1, "name"},
                                        Field{2, "protocol"},
                                        Field{3, "port", Integer},
                                        Field{4, "targetPort", IntOrString},
                                        Field{5, "nodePort", Integer},
                                        Field{6, "appProtocol"}};
constexpr ProtobufMessage kServicePort{kServicePortFields};
constexpr std::array kServiceSpecFields{many(1, "ports", kServicePort),
                                        Field{2, "selector", TextMap},
                                        Field{3, "clusterIP"},
                                        Field{4, "type"},
                                        texts(5, "externalIPs"),
                                        Field{7, "sessionAffinity"},
                                        Field{8, "loadBalancerIP"},
                                        texts(9, "loadBalancerSourceRanges"),
                                        Field{10, "externalName"},
                                        Field{11, "externalTrafficPolicy"},
                                        Field{12, "healthCheckNodePort", Integer},
                                        Field{13, "publishNotReadyAddresses", Flag},
                                        Field{17, "ipFamilyPolicy"},
                                        texts(18, "clusterIPs"),
                                        texts(19, "ipFamilies"),
                                        flagPointer(20, "allocateLoadBalancerNodePorts"),
                                        Field{22, "internalTrafficPolicy"}};
constexpr ProtobufMessage kServiceSpec{kServiceSpecFields};
constexpr ProtobufMessage kNothing{};
constexpr std::array kServiceStatusFields{one(1, "loadBalancer", kNothing)};
constexpr ProtobufMessage kServiceStatus{kServiceStatusFields};
constexpr std::array kServiceFields{one(1, "metadata", kObjectMeta), one(2, "spec", kServiceSpec),
                                    one(3, "status", kServiceStatus)};
constexpr ProtobufMessage kService{kServiceFields};

constexpr std::array kPreconditionsFields{Field{1, "uid"}, Field{2, "resourceVersion"}};
constexpr ProtobufMessage kPreconditions{kPreconditionsFields};
constexpr std::array kDeleteOptionsFields{
    integerPointer(1, "gracePeriodSeconds"), pointer(2, "preconditions", kPreconditions),
    flagPointer(3, "orphanDependents"), Field{4, "propagationPolicy"}, texts(5, "dryRun")};
constexpr ProtobufMessage kDeleteOptions{kDeleteOptionsFields};

struct Known {
    std::string_view apiVersion, kind;
    const ProtobufMessage *message;
};
constexpr std::array kKnown{Known{"apps/v1", "Deployment", &kDeployment},
                            Known{"v1", "Namespace", &kNamespace}, Known{"v1", "Service", &kService}};

} // namespace

const ProtobufMessage *protobufMessage(std::string_view apiVersion, std::string_view kind)
{
    if (kind == "DeleteOptions") // each group has one, all alike
        return &kDeleteOptions;
    const auto found = std::ranges::find_if(
        kKnown, [&](const Known &known) { return known.apiVersion == apiVersion && known.kind == kind; });
    return found == kKnown.end() ? nullptr : found->message;
}

} // namespace minato::serve
