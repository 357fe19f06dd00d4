// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/claim.h"

#include "client/requests.h"
#include "components/common/object_edit.h"
#include "components/common/slow_start.h"

#include <algorithm>
#include <utility>

namespace minato::components {
namespace {

api::Request patchOwners(const kube::GroupVersionResource &resource, const kube::Object &object,
                         kube::Value reference)
{
    const auto patch = kube::Value::map(
        {{"metadata", kube::Value::map({{"ownerReferences", kube::Value::array({std::move(reference)})},
                                        {"uid", object.uid()}})}});
    return client::patchRequest(resource, object, kube::PatchType::Strategic, patch);
}

} // namespace

api::Request adoptRequest(const kube::GroupVersionResource &resource, const kube::Object &object,
                          const kube::Object &owner)
{
    return patchOwners(resource, object, controllerReference(owner));
}

api::Request releaseRequest(const kube::GroupVersionResource &resource, const kube::Object &object,
                            std::string_view ownerUid)
{
    return patchOwners(resource, object, kube::Value::map({{"$patch", "delete"}, {"uid", ownerUid}}));
}

client::Task<bool> mayAdopt(api::KubeTransport &transport, kube::GroupVersionResource ownerResource,
                            kube::ObjectPtr owner)
{
    auto request = client::getRequest(ownerResource, owner->ns(), owner->name());
    const auto answer = co_await client::send(transport, std::move(request));
    co_return answer && answer->object()->uid() == owner->uid() && !answer->object()->isTerminating();
}

ClaimRequests claimRequests(const kube::GroupVersionResource &resource, const kube::Object &owner,
                            const client::Cache::Bucket &owned, const client::Cache::Bucket &orphans,
                            const std::function<bool(const kube::Object &)> &matches,
                            const std::function<bool(const kube::Object &)> &isCandidate)
{
    ClaimRequests requests;
    if (owner.isTerminating())
        return requests;
    for (const auto &[key, entry] : owned) {
        const kube::Object &object = *entry->object;
        if (isCandidate(object) && !matches(object))
            requests.releases.push_back(releaseRequest(resource, object, owner.uid()));
    }
    for (const auto &[key, entry] : orphans) {
        const kube::Object &object = *entry->object;
        if (!object.isTerminating() && isCandidate(object) && matches(object))
            requests.adoptions.push_back(adoptRequest(resource, object, owner));
    }
    return requests;
}

client::Task<Claim> sendClaims(api::KubeTransport &transport, kube::GroupVersionResource ownerResource,
                               kube::ObjectPtr owner, ClaimRequests requests)
{
    if (requests.isEmpty())
        co_return Claim::Nothing;
    bool isGood = true;
    auto all = std::move(requests.releases);
    if (!requests.adoptions.empty()) {
        isGood = co_await mayAdopt(transport, ownerResource, owner);
        if (isGood)
            std::ranges::move(requests.adoptions, std::back_inserter(all));
    }
    const auto answers = co_await sendAll(transport, std::move(all));
    // Gone, or another object of that name, is fine: its event brings us back.
    for (const auto &answer : answers)
        isGood = isGood && (answer || answer.error().code == 404 || answer.error().code == 422);
    const Claim result = isGood ? Claim::Done : Claim::Failed;
    co_return result;
}

} // namespace minato::components
