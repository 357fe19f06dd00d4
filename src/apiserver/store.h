// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/key_map.h"
#include "kube/object.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::apiserver {

using Revision = std::int64_t;
/// A kind of stored objects: dense, so that it indexes vectors.
using BucketId = std::size_t;

/// One write, as the history keeps it.
struct Change {
    enum class Type : std::uint8_t { Added, Modified, Deleted };
    Revision revision = 0;
    Type type{};
    kube::ObjectPtr
        object; ///< afterwards; of a deletion: the last state, with the deletion's resourceVersion
    kube::ObjectPtr previous; ///< null for Added
};

/// What the cluster knows: every object, one revision counter, and the latest changes of each kind.
///
/// Mirrors   etcd's mvcc store and the watch cache, as far as the API shows them
/// Order     Objects of a kind are ordered by the bytes of "namespace/name", which is also the order of
/// lists. Cost      A write is O(log n); a list touches what it returns; nothing is O(n) a write. Threads
/// One. The objects handed out are immutable.
class Store {
public:
    /// At most `historyLength` changes are kept per kind; older revisions count as compacted.
    explicit Store(std::size_t historyLength) : m_historyLength(historyLength) {}
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    [[nodiscard]] BucketId addBucket(std::string name);
    [[nodiscard]] std::size_t bucketCount() const { return m_buckets.size(); }
    /// Everything that it knows, cheap to keep: objects are shared.
    class State;
    [[nodiscard]] State state() const;
    /// Goes back there, without a word to the listener.
    void restore(const State &state);
    /// Told of each write, after it is in place, in order.
    void setListener(std::function<void(BucketId, const Change &)> listener)
    {
        m_listener = std::move(listener);
    }

    [[nodiscard]] Revision revision() const { return m_revision; }
    [[nodiscard]] kube::ObjectPtr get(BucketId bucket, std::string_view key) const;
    [[nodiscard]] std::size_t count(BucketId bucket) const { return m_buckets[bucket].objects.size(); }

    /// Stores `root` under a new revision, which is written into it, if the object under its key still is
    /// `expected` (null: there is none). Null when it is not: somebody else was first.
    [[nodiscard]] kube::ObjectPtr put(BucketId bucket, const kube::ObjectPtr &expected, kube::Value root,
                                      kube::ManagedFieldsPtr managedFields);
    /// The same, and the managed fields stay.
    [[nodiscard]] kube::ObjectPtr put(BucketId bucket, const kube::ObjectPtr &expected, kube::Value root);
    /// Removes it under a new revision, if it still is `expected`; gives the last state. Null when it is not.
    [[nodiscard]] kube::ObjectPtr remove(BucketId bucket, const kube::ObjectPtr &expected);

    struct Range {
        std::string_view ns;    ///< empty: all namespaces
        std::string_view after; ///< a key: only what follows it; empty: from the start
    };
    /// Visits the objects as they were at `revision`, in order, until `visit` gives false. The revision must
    /// be retained(): callers ask first.
    void visit(BucketId bucket, Range range, Revision revision,
               const std::function<bool(const kube::ObjectPtr &)> &visit) const;
    /// The current objects of a range, for callers that want no more.
    [[nodiscard]] std::vector<kube::ObjectPtr> list(BucketId bucket, std::string_view ns = {}) const;

    /// Forgets the changes up to this revision.
    void compact(Revision revision);
    /// The oldest revision whose state can still be read, and after which all changes are known.
    [[nodiscard]] Revision oldestRetained(BucketId bucket) const { return m_buckets[bucket].compacted; }
    /// Visits the changes after `revision`, oldest first. The revision must be retained.
    void visitChanges(BucketId bucket, Revision revision,
                      const std::function<void(const Change &)> &visit) const;

private:
    using Objects = std::map<std::string, kube::ObjectPtr, std::less<>>;
    struct Bucket {
        std::string name;
        base::KeyMap<kube::ObjectPtr> objects;
        std::deque<Change> history;
        Revision compacted = 0; ///< the revision of the newest change that was dropped
    };

    void record(BucketId bucket, Change change);
    [[nodiscard]] std::deque<Change>::const_iterator firstChangeAfter(const Bucket &bucket,
                                                                      Revision revision) const;
    [[nodiscard]] Objects undoneSince(const Bucket &bucket, Revision revision) const;

    std::vector<Bucket> m_buckets;
    std::size_t m_historyLength;
    Revision m_revision = 0;
    std::function<void(BucketId, const Change &)> m_listener;
};

class Store::State {
    friend class Store;
    std::vector<Bucket> m_buckets;
    Revision m_revision = 0;
};

/// A copy of the object's tree with another resourceVersion.
[[nodiscard]] kube::Value withRevision(kube::Value root, Revision revision);
/// The revision in an object's metadata; 0 when it has none.
[[nodiscard]] Revision revisionOf(const kube::Object &object);
/// Reads a resourceVersion as clients send it; nullopt for anything but a decimal number.
[[nodiscard]] std::optional<Revision> parseRevision(std::string_view text);

} // namespace minato::apiserver
