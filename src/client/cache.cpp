// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/cache.h"

#include <algorithm>

namespace minato::client {

Cache::IndexId Cache::addIndex(IndexBy by)
{
    if (const auto known = std::ranges::find(m_indexes, by, &Index::by); known != m_indexes.end())
        return static_cast<IndexId>(known - m_indexes.begin());
    Index index{by, {}};
    for (const auto &[key, entry] : m_entries.ordered()) {
        if (const auto value = index.by(*entry.object); !value.empty())
            index.buckets[std::string(value)].emplace(entry.key, &entry);
    }
    m_indexes.push_back(std::move(index));
    return m_indexes.size() - 1;
}

kube::ObjectPtr Cache::find(std::string_view key) const
{
    const Entry *entry = m_entries.find(key);
    return entry ? entry->object : nullptr;
}

kube::ObjectPtr Cache::find(std::string_view ns, std::string_view name) const
{
    return find(kube::objectKey(ns, name));
}

const Cache::Bucket &Cache::bucket(IndexId index, std::string_view value) const
{
    const auto &buckets = m_indexes[index].buckets;
    const auto it = buckets.find(value);
    return it == buckets.end() ? m_empty : it->second;
}

void Cache::drop(Index &index, std::string_view value, const Entry &entry)
{
    if (const auto bucket = index.buckets.find(value); bucket != index.buckets.end()) {
        bucket->second.erase(entry.key);
        if (bucket->second.empty())
            index.buckets.erase(bucket);
    }
}

kube::ObjectPtr Cache::put(std::string_view key, kube::ObjectPtr object)
{
    Entry *known = m_entries.find(key);
    if (!known && !object)
        return nullptr;
    Entry &entry = known ? *known : m_entries.add(key, Entry{std::string(key), nullptr});
    kube::ObjectPtr before = std::exchange(entry.object, std::move(object));
    for (Index &index : m_indexes) {
        const auto was = before ? index.by(*before) : std::string_view();
        const auto is = entry.object ? index.by(*entry.object) : std::string_view();
        if (was == is)
            continue;
        if (!was.empty())
            drop(index, was, entry);
        if (!is.empty())
            index.buckets[std::string(is)].emplace(entry.key, &entry);
    }
    if (!entry.object)
        m_entries.erase(key);
    return before;
}

std::string_view byNamespace(const kube::Object &object)
{
    return object.ns();
}

std::string_view byControllerUid(const kube::Object &object)
{
    return object.controllerRef()["uid"].asString();
}

std::string_view byNode(const kube::Object &pod)
{
    return pod.spec()["nodeName"].asString();
}

std::string_view byOrphanNamespace(const kube::Object &object)
{
    return object.controllerRef().isNull() ? object.ns() : std::string_view();
}

} // namespace minato::client
