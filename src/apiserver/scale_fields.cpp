// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/scale_fields.h"

#include "kube/fields/field_set.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace minato::apiserver {
namespace {

using kube::FieldManager;
using kube::ManagedEntry;
using kube::ManagedFields;
using Entries = std::vector<ManagedEntry>;
namespace field_set = kube::field_set;

constexpr const char *kScaleVersion = "autoscaling/v1";

kube::Value replicas()
{
    return field_set::ofPath({"f:spec", "f:replicas"});
}

bool ownsReplicas(const ManagedEntry &entry)
{
    return !field_set::intersect(entry.fields, replicas()).isNull();
}

/// The entry in another version, with nothing but the replicas.
ManagedEntry withReplicas(const ManagedEntry &entry, std::string apiVersion,
                          std::optional<base::Instant> time)
{
    FieldManager manager = *entry.manager;
    manager.apiVersion = std::move(apiVersion);
    return {std::make_shared<FieldManager>(std::move(manager)), time, replicas()};
}

Entries::const_iterator find(const Entries &entries, const FieldManager &manager)
{
    return std::ranges::find_if(
        entries, [&manager](const ManagedEntry &entry) { return entry.manager->isSameAs(manager); });
}

} // namespace

ManagedFields ScaleFields::toScale(const ManagedFields &parent) const
{
    Entries result;
    for (const ManagedEntry &entry : parent.distinct()) {
        if (m_isKnown(entry.manager->apiVersion) && ownsReplicas(entry))
            result.push_back(withReplicas(entry, kScaleVersion, entry.time));
    }
    return ManagedFields(std::move(result));
}

ManagedFields ScaleFields::toParent(const ManagedFields &parent, const ManagedFields &scale) const
{
    const Entries before = parent.distinct();
    Entries fromScale = scale.distinct(), result;
    for (const ManagedEntry &entry : before) {
        if (!m_isKnown(entry.manager->apiVersion))
            continue;
        const auto kept = find(fromScale, *entry.manager);
        if (!ownsReplicas(entry)) {
            result.push_back(entry);
        } else if (kept != fromScale.end()) {
            result.push_back(entry);
            fromScale.erase(kept);
        } else if (auto rest = field_set::subtract(entry.fields, replicas()); !rest.isNull()) {
            result.push_back({entry.manager, entry.time, std::move(rest)}); // the replicas were taken from it
        }
    }
    for (const ManagedEntry &entry : fromScale) {
        if (!ownsReplicas(entry))
            continue;
        const auto same = find(before, *entry.manager);
        result.push_back(withReplicas(entry, m_apiVersion, same == before.end() ? std::nullopt : same->time));
    }
    return ManagedFields(std::move(result));
}

} // namespace minato::apiserver
