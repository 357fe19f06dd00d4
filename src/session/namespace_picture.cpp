// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/namespace_picture.h"

#include "client/requests.h"
#include "session/kinds.h"
#include "session/manifest_text.h"

#include <algorithm>
#include <array>

namespace minato::session {
namespace {

/// In the order in which they are made. Secrets are nobody's business.
constexpr std::array<std::string_view, 13> kKinds{"LimitRange",
                                                  "ResourceQuota",
                                                  "ConfigMap",
                                                  "Service",
                                                  "Deployment",
                                                  "ReplicaSet",
                                                  "StatefulSet",
                                                  "DaemonSet",
                                                  "Job",
                                                  "PodDisruptionBudget",
                                                  "HorizontalPodAutoscaler",
                                                  "Pod",
                                                  "EndpointSlice"};
constexpr std::string_view kRevision = "deployment.kubernetes.io/revision";

void add(NamespacePicture &picture, std::string_view kind, const api::Result<api::Response> &answer,
         std::vector<kube::ObjectPtr> &to)
{
    if (answer) {
        to.insert(to.end(), answer->list().items.begin(), answer->list().items.end());
        return;
    }
    picture.unseen.emplace(kind);
    if (picture.refusal.empty())
        picture.refusal = answer.error().message;
}

/// Some controller or the cluster itself makes it.
bool isDerived(const kube::Object &object)
{
    return !object.controllerRef().isNull() || object.kind() == "EndpointSlice" || object.isTerminating() ||
           (object.kind() == "ConfigMap" && object.name() == "kube-root-ca.crt");
}

void forgetAddresses(kube::Value &service)
{
    kube::Value &spec = service.edit("spec");
    for (const char *key : {"clusterIP", "clusterIPs", "healthCheckNodePort"}) {
        if (spec[key].asString() != "None" && spec[key][0].asString() != "None")
            spec.erase(key);
    }
    for (std::size_t i = 0; i < spec["ports"].size(); ++i)
        spec.edit("ports").edit(i).erase("nodePort");
}

/// The selector and the labels that the server gives a Job by its UID.
void forgetUid(kube::Value &job)
{
    if (job.at("spec", "manualSelector").asBool())
        return;
    job.edit("spec").erase("selector");
    for (const char *label : {"batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name",
                              "controller-uid", "job-name"}) {
        if (job.at("spec", "template", "metadata", "labels").contains(label))
            job.edit("spec").edit("template").edit("metadata").edit("labels").erase(label);
        if (job.at("metadata", "labels").contains(label))
            job.edit("metadata").edit("labels").erase(label);
    }
}

kube::Value manifestOf(const kube::Object &object)
{
    kube::Value manifest = asWritten(object.root());
    if (object.kind() == "Service")
        forgetAddresses(manifest);
    if (object.kind() == "Job")
        forgetUid(manifest);
    if (object.kind() == "Pod")
        manifest.edit("spec").erase("nodeName");
    if (object.annotations().contains(kRevision))
        manifest.edit("metadata").edit("annotations").erase(kRevision);
    return manifest;
}

} // namespace

std::string NamespacePicture::fingerprint() const
{
    std::string text;
    for (const kube::ObjectPtr &object : picture.objects) {
        text += object->uid();
        text += object->resourceVersion();
    }
    return text;
}

void NamespacePicture::leaveOut(const std::set<std::string> &kinds)
{
    std::erase_if(picture.objects,
                  [&](const kube::ObjectPtr &object) { return kinds.contains(std::string(object->kind())); });
    if (kinds.contains("Event"))
        picture.events.clear();
}

client::Task<NamespacePicture> takePicture(api::KubeTransport &transport, std::string ns)
{
    NamespacePicture picture;
    for (const std::string_view kind : kKinds) {
        const auto answer =
            co_await client::send(transport, client::listRequest(placeOf(kind)->resource, ns));
        add(picture, kind, answer, picture.picture.objects);
    }
    const auto events = co_await client::send(transport, client::listRequest(kube::resources::kEvents, ns));
    add(picture, "Event", events, picture.picture.events);
    const auto nodes = co_await client::send(transport, client::listRequest(kube::resources::kNodes));
    add(picture, "Node", nodes, picture.picture.nodes);
    co_return picture;
}

std::vector<kube::Value> manifestsOf(const comparison::Picture &picture)
{
    std::vector<kube::Value> manifests;
    for (const kube::ObjectPtr &object : picture.objects) {
        if (!isDerived(*object))
            manifests.push_back(manifestOf(*object));
    }
    return manifests;
}

} // namespace minato::session
