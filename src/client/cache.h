// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/key_map.h"
#include "kube/object.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minato::client {

/// The last known state of a collection, with indexes that keep controllers from walking all of it.
///
/// Mirrors   client-go tools/cache Indexer
/// Order     All iteration is by key ("namespace/name"), so that runs repeat.
/// Cost      A change that leaves an index value alone costs nothing in that index.
class Cache {
public:
    struct Entry {
        std::string key;
        kube::ObjectPtr object;
    };
    /// Objects of one index value, by key.
    using Bucket = std::map<std::string_view, const Entry *>;
    /// The index value of an object, a view into it; empty: the object is not in this index.
    using IndexBy = std::string_view (*)(const kube::Object &);
    using IndexId = std::size_t;

    /// Also takes in what is there already. The same function gives the same index, whoever asks.
    IndexId addIndex(IndexBy by);

    [[nodiscard]] kube::ObjectPtr find(std::string_view key) const;
    [[nodiscard]] kube::ObjectPtr find(std::string_view ns, std::string_view name) const;
    [[nodiscard]] const Bucket &bucket(IndexId index, std::string_view value) const;
    [[nodiscard]] const std::map<std::string, Entry, std::less<>> &entries() const
    {
        return m_entries.ordered();
    }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

    /// Adds, replaces or (null) removes; gives what was there before.
    kube::ObjectPtr put(std::string_view key, kube::ObjectPtr object);

private:
    struct Index {
        IndexBy by;
        std::map<std::string, Bucket, std::less<>> buckets;
    };
    static void drop(Index &index, std::string_view value, const Entry &entry);

    base::KeyMap<Entry> m_entries;
    std::vector<Index> m_indexes;
    Bucket m_empty;
};

/// The usual index values.
[[nodiscard]] std::string_view byNamespace(const kube::Object &object);
[[nodiscard]] std::string_view byControllerUid(const kube::Object &object);
[[nodiscard]] std::string_view byNode(const kube::Object &pod);
/// The namespace of objects that no controller owns: what a controller may adopt.
[[nodiscard]] std::string_view byOrphanNamespace(const kube::Object &object);

} // namespace minato::client
