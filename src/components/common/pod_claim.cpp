// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/pod_claim.h"

namespace minato::components {

std::vector<kube::ObjectPtr> podsOf(const kube::Object &owner, const PodSource &source,
                                    const std::function<bool(const kube::Object &)> &matches)
{
    std::vector<kube::ObjectPtr> pods;
    for (const auto &[key, entry] : source.pods.cache().bucket(source.byOwner, owner.uid())) {
        if (matches(*entry->object))
            pods.push_back(entry->object);
    }
    if (owner.isTerminating())
        return pods;
    for (const auto &[key, entry] : source.pods.cache().bucket(source.orphans, owner.ns())) {
        if (!entry->object->isTerminating() && matches(*entry->object))
            pods.push_back(entry->object);
    }
    return pods;
}

client::Task<std::optional<std::vector<kube::ObjectPtr>>>
claimPods(api::KubeTransport &transport, kube::GroupVersionResource ownerResource, kube::ObjectPtr owner,
          PodSource source, std::function<bool(const kube::Object &)> matches)
{
    const auto &owned = source.pods.cache().bucket(source.byOwner, owner->uid());
    const auto &orphans = source.pods.cache().bucket(source.orphans, owner->ns());
    const auto isCandidate = [](const kube::Object &) { return true; };
    auto requests = claimRequests(kube::resources::kPods, *owner, owned, orphans, matches, isCandidate);
    auto claimed = podsOf(*owner, source, matches);
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
