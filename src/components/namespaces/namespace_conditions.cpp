// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/namespaces/namespace_conditions.h"

#include "components/common/object_edit.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

using kube::Value;

std::string joined(std::vector<std::string> parts)
{
    std::ranges::sort(parts);
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

Value contentFailure(const NamespaceRemains &remains)
{
    if (remains.errors.empty())
        return makeCondition("NamespaceDeletionContentFailure", "False", "ContentDeleted",
                             "All content successfully deleted, may be waiting on finalization");
    return makeCondition("NamespaceDeletionContentFailure", "True", "ContentDeletionFailed",
                         std::format("Failed to delete all resource types, {} remaining: {}",
                                     remains.errors.size(), joined(remains.errors)));
}

Value contentRemaining(const NamespaceRemains &remains)
{
    if (remains.resources.empty())
        return makeCondition("NamespaceContentRemaining", "False", "ContentRemoved",
                             "All content successfully removed");
    std::vector<std::string> parts;
    for (const auto &[name, count] : remains.resources)
        parts.push_back(std::format("{} has {} resource instances", name, count));
    return makeCondition("NamespaceContentRemaining", "True", "SomeResourcesRemain",
                         std::format("Some resources are remaining: {}", joined(std::move(parts))));
}

Value finalizersRemaining(const NamespaceRemains &remains)
{
    if (remains.finalizers.empty())
        return makeCondition("NamespaceFinalizersRemaining", "False", "ContentHasNoFinalizers",
                             "All content-preserving finalizers finished");
    std::vector<std::string> parts;
    for (const auto &[name, count] : remains.finalizers)
        parts.push_back(std::format("{} in {} resource instances", name, count));
    return makeCondition(
        "NamespaceFinalizersRemaining", "True", "SomeFinalizersRemain",
        std::format("Some content in the namespace has finalizers remaining: {}", joined(std::move(parts))));
}

} // namespace

std::string remainingName(const kube::GroupVersionResource &resource)
{
    return std::format("{}.{}", resource.resource, resource.group);
}

bool updateNamespaceConditions(Value &status, const NamespaceRemains &remains, base::Instant now)
{
    bool isChanged = false;
    std::vector<Value> all{makeCondition("NamespaceDeletionDiscoveryFailure", "False", "ResourcesDiscovered",
                                         "All resources successfully discovered"),
                           makeCondition("NamespaceDeletionGroupVersionParsingFailure", "False",
                                         "ParsedGroupVersions", "All legacy kube types successfully parsed"),
                           contentFailure(remains), contentRemaining(remains), finalizersRemaining(remains)};
    for (Value &wanted : all) {
        auto &conditions = status.edit("conditions").editItems();
        const auto known = std::ranges::find_if(
            conditions, [&wanted](const Value &each) { return each["type"] == wanted["type"]; });
        const bool isKnown = known != conditions.end();
        const bool keepsStatus = isKnown && (*known)["status"] == wanted["status"];
        if (keepsStatus && (*known)["reason"] == wanted["reason"] && (*known)["message"] == wanted["message"])
            continue;
        isChanged = true;
        wanted.set("lastTransitionTime",
                   keepsStatus ? (*known)["lastTransitionTime"] : Value(base::toRfc3339(now)));
        if (isKnown)
            *known = std::move(wanted);
        else
            conditions.push_back(std::move(wanted));
    }
    return isChanged;
}

} // namespace minato::components
