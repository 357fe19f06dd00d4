// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fuzz_http gets from one input to the next: half of the time as libFuzzer changes bytes, else as somebody
// would who knows what requests and objects look like, and what fields there are.
#include "fuzz_target.h"
#include "http_input.h"
#include "kube/json.h"
#include "object_grower.h"

#include <algorithm>
#include <array>
#include <cstring>

using namespace minato;
using fuzz::Luck;
using fuzz::RequestText;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t maxSize);

namespace {

using Words = std::span<const std::string_view>;

constexpr auto kMethods = std::to_array<std::string_view>({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"});
constexpr auto kTypes =
    std::to_array<std::string_view>({"application/json", "application/yaml", "application/json-patch+json",
                                     "application/merge-patch+json", "application/strategic-merge-patch+json",
                                     "application/apply-patch+yaml", "application/vnd.kubernetes.protobuf"});
constexpr auto kAccepted = std::to_array<std::string_view>(
    {"application/json", "application/yaml", "application/json;as=Table;v=v1;g=meta.k8s.io",
     "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io",
     "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io"});
constexpr auto kSubresources =
    std::to_array<std::string_view>({"", "", "", "", "/status", "/scale", "/log", "/eviction", "/binding",
                                     "/proxy/", "/finalize", "/token", "/ephemeralcontainers", "/resize"});
constexpr auto kParameters = std::to_array<std::string_view>({"watch=1",
                                                              "limit=1",
                                                              "resourceVersion=0",
                                                              "resourceVersion=12",
                                                              "resourceVersionMatch=Exact",
                                                              "resourceVersionMatch=NotOlderThan",
                                                              "sendInitialEvents=true",
                                                              "allowWatchBookmarks=true",
                                                              "timeoutSeconds=1",
                                                              "labelSelector=app=web",
                                                              "labelSelector=!app",
                                                              "fieldSelector=metadata.name=web",
                                                              "fieldSelector=status.phase!=Running",
                                                              "fieldSelector=spec.nodeName=",
                                                              "dryRun=All",
                                                              "fieldValidation=Strict",
                                                              "fieldValidation=Ignore",
                                                              "fieldManager=me",
                                                              "fieldManager=you",
                                                              "force=true",
                                                              "propagationPolicy=Foreground",
                                                              "propagationPolicy=Orphan",
                                                              "gracePeriodSeconds=0",
                                                              "pretty=true",
                                                              "follow=true",
                                                              "tailLines=1"});

/// A kind that the server keeps, and where.
struct KindPath {
    std::string_view apiVersion, kind, resource;
    bool isNamespaced = true;
};
constexpr auto kKinds = std::to_array<KindPath>({
    {"v1", "Pod", "pods"},
    {"v1", "Service", "services"},
    {"v1", "ConfigMap", "configmaps"},
    {"v1", "Secret", "secrets"},
    {"v1", "Node", "nodes", false},
    {"v1", "Namespace", "namespaces", false},
    {"v1", "Endpoints", "endpoints"},
    {"v1", "Event", "events"},
    {"v1", "LimitRange", "limitranges"},
    {"v1", "PodTemplate", "podtemplates"},
    {"v1", "ResourceQuota", "resourcequotas"},
    {"v1", "ServiceAccount", "serviceaccounts"},
    {"apps/v1", "ControllerRevision", "controllerrevisions"},
    {"apps/v1", "DaemonSet", "daemonsets"},
    {"apps/v1", "Deployment", "deployments"},
    {"apps/v1", "ReplicaSet", "replicasets"},
    {"apps/v1", "StatefulSet", "statefulsets"},
    {"autoscaling/v1", "HorizontalPodAutoscaler", "horizontalpodautoscalers"},
    {"autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers"},
    {"batch/v1", "Job", "jobs"},
    {"coordination.k8s.io/v1", "Lease", "leases"},
    {"discovery.k8s.io/v1", "EndpointSlice", "endpointslices"},
    {"events.k8s.io/v1", "Event", "events"},
    {"policy/v1", "PodDisruptionBudget", "poddisruptionbudgets"},
    {"scheduling.k8s.io/v1", "PriorityClass", "priorityclasses", false},
    {"authorization.k8s.io/v1", "SelfSubjectAccessReview", "selfsubjectaccessreviews", false},
    {"authorization.k8s.io/v1", "SelfSubjectRulesReview", "selfsubjectrulesreviews", false},
});

std::string pathOf(const KindPath &kind, std::string_view name)
{
    std::string path(kind.apiVersion.contains('/') ? "/apis/" : "/api/");
    path.append(kind.apiVersion)
        .append(kind.isNamespaced ? "/namespaces/default/" : "/")
        .append(kind.resource);
    return name.empty() ? path : path.append("/").append(name);
}

/// A request for one kind, with a body that starts well.
RequestText newRequest(const fuzz::ObjectGrower &grower, Luck &luck)
{
    const KindPath &kind = luck.oneOf(std::span<const KindPath>(kKinds));
    const std::string_view method = luck.oneOf(Words(kMethods));
    const bool isCollection = method == "POST" || luck.below(4) == 0;
    RequestText request;
    request.line = std::string(method) + " " + pathOf(kind, isCollection ? "" : "web");
    if (!isCollection)
        request.line += luck.oneOf(Words(kSubresources));
    if (luck.below(3) == 0)
        request.line.append("?").append(luck.oneOf(Words(kParameters)));
    if (method == "GET" || method == "HEAD")
        return request;
    request.setHeader("Content-Type", method == "PATCH" ? kTypes.at(2 + luck.below(4)) : kTypes[0]);
    request.body = kube::toJson(grower.newObject(kind.apiVersion, kind.kind, luck));
    return request;
}

void changeLine(RequestText &request, Luck &luck)
{
    const std::size_t space = std::min(request.line.find(' '), request.line.size());
    if (luck.below(2) == 0)
        request.line.replace(0, space, luck.oneOf(Words(kMethods)));
    else
        request.line.append(request.line.contains('?') ? "&" : "?").append(luck.oneOf(Words(kParameters)));
}

void changeBody(RequestText &request, const fuzz::ObjectGrower &grower, Luck &luck)
{
    const auto body = kube::parseJson(request.body);
    if (body && !body->isNull())
        request.body = kube::toJson(grower.changed(*body, luck));
}

void change(std::vector<RequestText> &requests, Luck &luck)
{
    static const fuzz::ObjectGrower grower;
    if (requests.empty())
        requests.push_back(newRequest(grower, luck));
    const std::size_t at = luck.below(requests.size());
    const auto place = requests.begin() + static_cast<std::ptrdiff_t>(at);
    switch (luck.below(10)) {
    case 0:
        requests.insert(place, newRequest(grower, luck));
        break;
    case 1:
        if (requests.size() > 1)
            requests.erase(place);
        break;
    case 2:
        requests.push_back(RequestText(*place));
        break;
    case 3:
    case 4:
        changeLine(*place, luck);
        break;
    case 5:
        if (luck.below(2) == 0)
            place->setHeader("Content-Type", luck.oneOf(Words(kTypes)));
        else
            place->setHeader("Accept", luck.oneOf(Words(kAccepted)));
        break;
    default:
        changeBody(*place, grower, luck);
    }
}

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t maxSize,
                                               unsigned seed)
{
    Luck luck(seed);
    if (luck.below(2) == 0)
        return LLVMFuzzerMutate(data, size, maxSize);
    auto requests = fuzz::requestsOf(fuzz::textOf(data, size));
    for (std::size_t i = luck.below(4) + 1; i > 0; --i)
        change(requests, luck);
    const std::string text = fuzz::textOf(requests);
    if (text.empty() || text.size() > maxSize)
        return LLVMFuzzerMutate(data, size, maxSize);
    std::memcpy(data, text.data(), text.size());
    return text.size();
}
