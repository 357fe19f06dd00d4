// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/written_objects.h"

namespace minato::client {

kube::ObjectPtr WrittenObjects::newest(std::string_view key, const kube::ObjectPtr &cached)
{
    const auto it = m_entries.find(key);
    if (it == m_entries.end())
        return cached;
    if (cached && cached->resourceVersion() == it->second.cachedVersion &&
        cached->uid() == it->second.object->uid())
        return it->second.object;
    m_entries.erase(it);
    return cached;
}

void WrittenObjects::wrote(std::string_view key, const kube::Object &before, kube::ObjectPtr now)
{
    const auto it = m_entries.find(key);
    // A second write before the cache has seen the first: it still shows what the first began with.
    if (it != m_entries.end() && it->second.object->resourceVersion() == before.resourceVersion())
        it->second.object = std::move(now);
    else
        m_entries.insert_or_assign(std::string(key),
                                   Entry{std::string(before.resourceVersion()), std::move(now)});
}

} // namespace minato::client
