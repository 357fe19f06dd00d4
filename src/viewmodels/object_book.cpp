// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/object_book.h"

#include <algorithm>

namespace minato::viewmodels {

void ObjectBook::forget(const std::string &uid)
{
    const auto known = m_byUid.find(uid);
    if (known == m_byUid.end())
        return;
    const auto [from, to] = m_byName.equal_range(known->second.name);
    for (auto entry = from; entry != to; ++entry)
        if (entry->second == known->second) {
            m_byName.erase(entry);
            break;
        }
    m_byUid.erase(known);
}

template <class State>
void ObjectBook::keep(const session::Changes<State> &changes, const char *kind)
{
    for (const auto &[uid, state] : changes) {
        if (!state) {
            forget(uid);
            continue;
        }
        session::ObjectName object{kind, {}, state->name};
        if constexpr (requires { state->ns; })
            object.ns = state->ns;
        if (m_byUid.try_emplace(uid, object).second) // an object never changes its name
            m_byName.emplace(object.name, object);
    }
}

void ObjectBook::apply(const session::Batch &batch)
{
    keep(batch.nodes, "Node");
    keep(batch.pods, "Pod");
    keep(batch.deployments, "Deployment");
    keep(batch.replicaSets, "ReplicaSet");
    keep(batch.services, "Service");
}

std::vector<session::ObjectName> ObjectBook::named(std::string_view name) const
{
    std::vector<session::ObjectName> found;
    const auto [from, to] = m_byName.equal_range(name);
    for (auto entry = from; entry != to; ++entry)
        found.push_back(entry->second);
    std::ranges::sort(found);
    return found;
}

} // namespace minato::viewmodels
