// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/job/job_requests.h"

#include "client/requests.h"
#include "components/common/claim.h"
#include "components/job/job_names.h"
#include "components/job/job_pods.h"

namespace minato::components::jobs {
namespace {

using kube::Value;
using kube::resources::kPods;

constexpr std::string_view kRemoval = "$deleteFromPrimitiveList/finalizers";

Value tracking()
{
    return Value::array({kTracking});
}

} // namespace

api::Request releaseRequest(const kube::Object &pod)
{
    const auto patch = Value::map({{"metadata", Value::map({{kRemoval, tracking()}})}});
    return client::patchRequest(kPods, pod, kube::PatchType::Strategic, patch);
}

api::Request adoptPodRequest(const kube::Object &pod, const kube::Object &job)
{
    auto request = components::adoptRequest(kPods, pod, job);
    request.body.edit("metadata").set("finalizers", tracking());
    return request;
}

api::Request disownPodRequest(const kube::Object &pod, const kube::Object &job)
{
    auto request = components::releaseRequest(kPods, pod, job.uid());
    request.body.edit("metadata").set(kRemoval, tracking());
    return request;
}

kube::ObjectPtr trackedPod(const kube::ObjectPtr &pod)
{
    if (isTracked(*pod))
        return pod;
    Value root = pod->root();
    root.edit("metadata").edit("finalizers").push(kTracking);
    return kube::makeObject(std::move(root), pod->managedFields());
}

} // namespace minato::components::jobs
