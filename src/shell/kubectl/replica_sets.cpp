// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/replica_sets.h"

#include "kube/label_selector.h"
#include "shell/kubectl/describe/describe.h"

#include <algorithm>
#include <charconv>

namespace minato::shell::kubectl {

client::Task<Result<std::vector<kube::ObjectPtr>>> ownedReplicaSets(Session &session,
                                                                    kube::ObjectPtr deployment)
{
    const auto selector = kube::LabelSelector::fromValue(deployment->spec()["selector"]);
    if (!selector)
        co_return std::unexpected(Error(selector.error()));
    auto sets = co_await listAll(session, kube::resources::kReplicaSets, std::string(deployment->ns()),
                                 {{"labelSelector", selector->toString()}});
    if (sets)
        std::erase_if(*sets, [&](const kube::ObjectPtr &set) {
            return set->controllerRef()["uid"].asString() != deployment->uid();
        });
    co_return sets;
}

kube::Value withoutHash(kube::Value podTemplate)
{
    if (podTemplate.at("metadata", "labels").contains("pod-template-hash"))
        podTemplate.edit("metadata").edit("labels").erase("pod-template-hash");
    return podTemplate;
}

OwnedReplicaSets partReplicaSets(const kube::Object &deployment, const std::vector<kube::ObjectPtr> &sets)
{
    std::vector<kube::ObjectPtr> byAge = sets;
    std::ranges::stable_sort(byAge, {}, [](const kube::ObjectPtr &set) {
        return std::pair(set->metadata()["creationTimestamp"].asString(), set->name());
    });
    const kube::Value wanted = withoutHash(deployment.spec()["template"]);
    const auto current = std::ranges::find_if(
        byAge, [&](const kube::ObjectPtr &set) { return withoutHash(set->spec()["template"]) == wanted; });
    OwnedReplicaSets parted{.current = current == byAge.end() ? nullptr : *current};
    for (const kube::ObjectPtr &set : sets)
        if (set != parted.current)
            parted.old.push_back(set);
    return parted;
}

std::int64_t revisionOf(const kube::Object &object)
{
    const std::string_view text = object.annotations()["deployment.kubernetes.io/revision"].asString();
    std::int64_t revision = 0;
    std::from_chars(text.data(), text.data() + text.size(), revision);
    return revision;
}

} // namespace minato::shell::kubectl
