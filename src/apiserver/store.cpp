// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/store.h"

#include "base/assert.h"

#include <algorithm>
#include <charconv>

namespace minato::apiserver {
namespace {

bool isInNamespace(std::string_view key, std::string_view ns)
{
    return ns.empty() || (key.size() > ns.size() && key.starts_with(ns) && key[ns.size()] == '/');
}

} // namespace

kube::Value withRevision(kube::Value root, Revision revision)
{
    char text[24];
    const auto end = std::to_chars(text, text + sizeof text, revision).ptr;
    root.edit("metadata").set("resourceVersion", std::string_view(text, end));
    return root;
}

std::optional<Revision> parseRevision(std::string_view text)
{
    Revision revision = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), revision);
    if (error != std::errc() || end != text.data() + text.size() || revision < 0)
        return std::nullopt;
    return revision;
}

Revision revisionOf(const kube::Object &object)
{
    return parseRevision(object.resourceVersion()).value_or(0);
}

BucketId Store::addBucket(std::string name)
{
    m_buckets.push_back({std::move(name), {}, {}, 0});
    return m_buckets.size() - 1;
}

Store::State Store::state() const
{
    State state;
    state.m_buckets = m_buckets;
    state.m_revision = m_revision;
    return state;
}

void Store::restore(const State &state)
{
    m_buckets = state.m_buckets;
    m_revision = state.m_revision;
}

kube::ObjectPtr Store::get(BucketId bucket, std::string_view key) const
{
    const kube::ObjectPtr *object = m_buckets[bucket].objects.find(key);
    return object ? *object : nullptr;
}

kube::ObjectPtr Store::put(BucketId bucket, const kube::ObjectPtr &expected, kube::Value root)
{
    return put(bucket, expected, std::move(root), expected ? expected->managedFields() : nullptr);
}

kube::ObjectPtr Store::put(BucketId bucket, const kube::ObjectPtr &expected, kube::Value root,
                           kube::ManagedFieldsPtr managedFields)
{
    auto &objects = m_buckets[bucket].objects;
    const kube::Value &meta = root["metadata"];
    const std::string key = kube::objectKey(meta["namespace"].asString(), meta["name"].asString());
    kube::ObjectPtr *known = objects.find(key);
    if ((known ? *known : nullptr) != expected)
        return nullptr;
    Change change{++m_revision, known ? Change::Type::Modified : Change::Type::Added,
                  kube::makeObject(withRevision(std::move(root), m_revision), std::move(managedFields)),
                  expected};
    auto stored = change.object;
    if (known)
        *known = stored;
    else
        objects.add(key, stored);
    record(bucket, std::move(change));
    return stored;
}

kube::ObjectPtr Store::remove(BucketId bucket, const kube::ObjectPtr &expected)
{
    MINATO_ASSERT(expected);
    auto &objects = m_buckets[bucket].objects;
    const std::string key = kube::objectKey(*expected);
    const kube::ObjectPtr *known = objects.find(key);
    if (!known || *known != expected)
        return nullptr;
    objects.erase(key);
    auto last = kube::makeObject(withRevision(expected->root(), ++m_revision), expected->managedFields());
    record(bucket, {m_revision, Change::Type::Deleted, last, expected});
    return last;
}

void Store::record(BucketId id, Change change)
{
    auto &bucket = m_buckets[id];
    bucket.history.push_back(change);
    while (bucket.history.size() > m_historyLength) {
        bucket.compacted = bucket.history.front().revision;
        bucket.history.pop_front();
    }
    if (m_listener)
        m_listener(id, change);
}

void Store::compact(Revision revision)
{
    for (Bucket &bucket : m_buckets) {
        const auto end = firstChangeAfter(bucket, revision);
        if (end == bucket.history.begin())
            continue;
        bucket.compacted = std::prev(end)->revision;
        bucket.history.erase(bucket.history.begin(), end);
    }
}

std::deque<Change>::const_iterator Store::firstChangeAfter(const Bucket &bucket, Revision revision) const
{
    return std::ranges::upper_bound(bucket.history, revision, {}, &Change::revision);
}

void Store::visitChanges(BucketId id, Revision revision,
                         const std::function<void(const Change &)> &visit) const
{
    const auto &bucket = m_buckets[id];
    MINATO_ASSERT(revision >= bucket.compacted);
    std::for_each(firstChangeAfter(bucket, revision), bucket.history.end(), visit);
}

/// What the objects changed since `revision` were then; null for those that did not exist.
Store::Objects Store::undoneSince(const Bucket &bucket, Revision revision) const
{
    Objects before;
    for (auto it = firstChangeAfter(bucket, revision); it != bucket.history.end(); ++it)
        before.try_emplace(kube::objectKey(*it->object), it->previous);
    return before;
}

void Store::visit(BucketId id, Range range, Revision revision,
                  const std::function<bool(const kube::ObjectPtr &)> &visit) const
{
    const auto &bucket = m_buckets[id];
    MINATO_ASSERT(revision >= bucket.compacted);
    const Objects before = undoneSince(bucket, revision);
    const std::string prefix = range.ns.empty() ? std::string() : std::string(range.ns) + '/';
    const bool continues = !range.after.empty() && range.after >= std::string_view(prefix);
    const auto begin = [&](const Objects &objects) {
        return continues ? objects.upper_bound(range.after) : objects.lower_bound(prefix);
    };
    // Two ordered sequences, of which `before` overrides `objects`.
    const Objects &objects = bucket.objects.ordered();
    auto now = begin(objects);
    auto then = begin(before);
    for (;;) {
        const bool hasNow = now != objects.end() && isInNamespace(now->first, range.ns);
        const bool hasThen = then != before.end() && isInNamespace(then->first, range.ns);
        if (!hasNow && !hasThen)
            return;
        const bool takesThen = hasThen && (!hasNow || then->first <= now->first);
        if (takesThen && hasNow && then->first == now->first)
            ++now;
        const kube::ObjectPtr &object = takesThen ? (then++)->second : (now++)->second;
        if (object && !visit(object))
            return;
    }
}

std::vector<kube::ObjectPtr> Store::list(BucketId bucket, std::string_view ns) const
{
    std::vector<kube::ObjectPtr> all;
    visit(bucket, {ns, {}}, m_revision, [&all](const kube::ObjectPtr &object) {
        all.push_back(object);
        return true;
    });
    return all;
}

} // namespace minato::apiserver
