// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/pod_claim.h"

namespace minato::components {

client::Task<std::optional<std::vector<kube::ObjectPtr>>>
claimPods(api::KubeTransport &transport, kube::GroupVersionResource ownerResource, kube::ObjectPtr owner,
          PodSource source, std::function<bool(const kube::Object &)> matches)
{
    const auto &owned = source.pods.cache().bucket(source.byOwner, owner->uid());
    const auto &orphans = source.pods.cache().bucket(source.orphans, owner->ns());
    const auto isCandidate = [](const kube::Object &) { return true; };
    auto requests = claimRequests(kube::resources::kPods, *owner, owned, orphans, matches, isCandidate);
    std::vector<kube::ObjectPtr> claimed;
    for (const auto &[key, entry] : owned) {
        if (matches(*entry->object))
            claimed.push_back(entry->object);
    }
    for (const auto &[key, entry] : orphans) {
        if (!owner->isTerminating() && !entry->object->isTerminating() && matches(*entry->object))
            claimed.push_back(entry->object);
    }
    const Claim result = co_await sendClaims(transport, std::move(ownerResource), owner, std::move(requests));
    if (result == Claim::Failed)
        co_return std::nullopt;
    co_return claimed;
}

kube::ObjectPtr controllerOf(const kube::Object &pod, std::string_view kind, const client::Cache &controllers)
{
    const auto &reference = pod.controllerRef();
    if (reference["kind"].asString() != kind)
        return nullptr;
    const auto found = controllers.find(pod.ns(), reference["name"].asString());
    return found && found->uid() == reference["uid"].asString() ? found : nullptr;
}

} // namespace minato::components
