// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/registry.h"

#include "apiserver/kinds/kinds.h"
#include "base/assert.h"
#include "kube/schema/type_table.h"

#include <algorithm>

namespace minato::apiserver {

Registry::Registry(std::vector<Kind> kinds, Store &store) : m_kinds(std::move(kinds))
{
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        m_kinds[i].structure = kube::structureName(m_kinds[i].apiVersion(), m_kinds[i].kind);
        if (!m_kinds[i].storedAs.resource.empty())
            continue;
        m_kinds[i].bucket = store.addBucket(m_kinds[i].gvr().groupResource());
        m_owners.push_back(i);
    }
    for (Kind &kind : m_kinds) {
        if (kind.storedAs.resource.empty())
            continue;
        const Kind *keeper = find(kind.storedAs);
        MINATO_ASSERT(keeper);
        kind.bucket = keeper->bucket;
    }
}

const Kind *Registry::find(const kube::GroupVersionResource &wanted) const
{
    const auto it = std::ranges::find_if(m_kinds, [&wanted](const Kind &kind) {
        return kind.resource == wanted.resource && kind.group == wanted.group &&
               kind.version == wanted.version;
    });
    return it == m_kinds.end() ? nullptr : &*it;
}

std::vector<const Kind *> Registry::in(std::string_view group, std::string_view version) const
{
    std::vector<const Kind *> rows;
    for (const Kind &kind : m_kinds) {
        if (kind.group == group && kind.version == version)
            rows.push_back(&kind);
    }
    return rows;
}

std::vector<std::pair<std::string, std::vector<std::string>>> Registry::groups() const
{
    std::vector<std::pair<std::string, std::vector<std::string>>> groups;
    for (const Kind &kind : m_kinds) {
        if (kind.group.empty())
            continue;
        auto group = std::ranges::find(groups, kind.group, [](const auto &entry) { return entry.first; });
        if (group == groups.end())
            group = groups.insert(group, {kind.group, {}});
        if (!std::ranges::contains(group->second, kind.version))
            group->second.push_back(kind.version);
    }
    return groups;
}

std::vector<Kind> builtInKinds(bool hasMetrics)
{
    // The order of /api/v1 and /apis of a real server; `kubectl get all` follows it.
    std::vector<Kind> all{kinds::configMap(),
                          kinds::endpoints(),
                          kinds::event(),
                          kinds::limitRange(),
                          kinds::namespaceKind(),
                          kinds::node(),
                          kinds::pod(),
                          kinds::podTemplate(),
                          kinds::resourceQuota(),
                          kinds::secret(),
                          kinds::serviceAccount(),
                          kinds::service(),
                          kinds::controllerRevision(),
                          kinds::daemonSet(),
                          kinds::deployment(),
                          kinds::replicaSet(),
                          kinds::statefulSet(),
                          kinds::eventV1(),
                          kinds::selfSubjectReview()};
    for (const Kind &kind : kinds::accessReviews())
        all.push_back(kind);
    for (const Kind &kind :
         {kinds::horizontalPodAutoscaler(), kinds::horizontalPodAutoscalerV1(), kinds::job(),
          kinds::podDisruptionBudget(), kinds::priorityClass(), kinds::lease(), kinds::endpointSlice()})
        all.push_back(kind);
    // Aggregated, with the lowest priority of all.
    if (hasMetrics) {
        for (const Kind &kind : kinds::metrics())
            all.push_back(kind);
    }
    return all;
}

} // namespace minato::apiserver
