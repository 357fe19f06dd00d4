// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/watch_hub.h"

#include "base/assert.h"

#include <utility>

namespace minato::apiserver {
namespace {

constexpr base::Duration kBookmarkPeriod = std::chrono::minutes(1);

using EventType = api::WatchEvent::Type;

} // namespace

WatchHub::Id WatchHub::add(const Kind &kind, ObjectFilter filter, std::vector<Event> first, Options options,
                           Deliver deliver)
{
    const Id id = m_next++;
    if (m_indexes.size() <= kind.bucket)
        m_indexes.resize(kind.bucket + 1);
    slot(m_indexes[kind.bucket], filter).insert(id);
    Watcher &watcher = m_watchers[id];
    watcher.bucket = kind.bucket;
    watcher.filter = std::move(filter);
    watcher.options = options;
    watcher.deliver = std::move(deliver);
    watcher.pending = std::move(first);
    if (!watcher.pending.empty())
        wake(id, watcher);
    if (options.timeout > base::Duration::zero())
        watcher.timeout = m_timers.after(options.timeout, [this, id] { end(id); });
    if (options.wantsBookmarks)
        armBookmarks();
    return id;
}

WatchHub::Ids &WatchHub::slot(Index &index, const ObjectFilter &filter)
{
    if (const auto name = filter.pinnedName(); !name.empty())
        return index.byName[std::string(name)];
    if (const auto value = filter.pinnedIndex(); !value.empty())
        return index.byField[std::string(value)];
    return filter.ns().empty() ? index.everything : index.byNamespace[filter.ns()];
}

void WatchHub::remove(Id id)
{
    const auto it = m_watchers.find(id);
    if (it == m_watchers.end())
        return;
    slot(m_indexes[it->second.bucket], it->second.filter).erase(id);
    m_watchers.erase(it);
}

void WatchHub::restart()
{
    MINATO_ASSERT(m_watchers.empty());
    m_next = 1;
    m_indexes.clear();
    m_bookmarkTimer.reset();
    m_isBookmarkArmed = false;
}

WatchHub::Event WatchHub::translate(const ObjectFilter &filter, const Change &change,
                                    kube::ObjectPtr &departed)
{
    const bool matched = change.previous && filter.matches(*change.previous);
    const bool matches = change.type != Change::Type::Deleted && filter.matches(*change.object);
    if (!matched && !matches)
        return {};
    if (matches)
        return {matched ? EventType::Modified : EventType::Added, change.object, change.revision, false};
    if (change.type == Change::Type::Deleted)
        return {EventType::Deleted, change.object, change.revision, false};
    // It left the selector: the last state that matched, under the revision of the change.
    if (!departed)
        departed = kube::makeObject(withRevision(change.previous->root(), change.revision),
                                    change.previous->managedFields());
    return {EventType::Deleted, departed, change.revision, false};
}

void WatchHub::publish(const Kind &kind, const Change &change)
{
    if (kind.bucket >= m_indexes.size())
        return;
    const Index &index = m_indexes[kind.bucket];
    kube::ObjectPtr departed;
    offerAll(index.everything, change, departed);
    offerAll(index.byNamespace, change.object->ns(), change, departed);
    offerAll(index.byName, change.object->name(), change, departed);
    if (index.byField.empty())
        return;
    const std::string now = kind.fieldValue(*change.object, kind.indexedField).value_or("");
    offerAll(index.byField, now, change, departed);
    if (!change.previous)
        return;
    const std::string before = kind.fieldValue(*change.previous, kind.indexedField).value_or("");
    if (before != now)
        offerAll(index.byField, before, change, departed);
}

void WatchHub::offerAll(const Buckets &buckets, std::string_view key, const Change &change,
                        kube::ObjectPtr &departed)
{
    if (const auto it = buckets.find(key); it != buckets.end())
        offerAll(it->second, change, departed);
}

void WatchHub::offerAll(const Ids &ids, const Change &change, kube::ObjectPtr &departed)
{
    for (const Id id : ids)
        offer(id, change, departed);
}

void WatchHub::offer(Id id, const Change &change, kube::ObjectPtr &departed)
{
    Watcher &watcher = m_watchers.at(id);
    Event event = translate(watcher.filter, change, departed);
    if (!event.object)
        return;
    watcher.pending.push_back(std::move(event));
    wake(id, watcher);
}

void WatchHub::wake(Id id, Watcher &watcher)
{
    if (!watcher.wakeUp)
        watcher.wakeUp = m_timers.after(m_latency, [this, id] { deliver(id); });
}

void WatchHub::deliver(Id id)
{
    auto it = m_watchers.find(id);
    it->second.wakeUp.reset();
    const bool isLast = it->second.isEnding;
    auto events = std::exchange(it->second.pending, {});
    // The receiver may drop its watch inside the call: then the function must outlive the watcher.
    auto function = std::move(it->second.deliver);
    function(std::move(events), isLast);
    it = m_watchers.find(id);
    if (it == m_watchers.end())
        return;
    if (isLast)
        remove(id);
    else
        it->second.deliver = std::move(function);
}

void WatchHub::end(Id id)
{
    Watcher &watcher = m_watchers.at(id);
    watcher.isEnding = true;
    if (watcher.options.wantsBookmarks)
        watcher.pending.push_back({EventType::Bookmark, nullptr, m_store.revision(), false});
    wake(id, watcher);
}

void WatchHub::armBookmarks()
{
    if (std::exchange(m_isBookmarkArmed, true))
        return;
    m_bookmarkTimer = m_timers.after(kBookmarkPeriod, [this] { sendBookmarks(); });
}

void WatchHub::sendBookmarks()
{
    m_isBookmarkArmed = false;
    bool anyone = false;
    for (auto &[id, watcher] : m_watchers) {
        if (!watcher.options.wantsBookmarks)
            continue;
        anyone = true;
        watcher.pending.push_back({EventType::Bookmark, nullptr, m_store.revision(), false});
        wake(id, watcher);
    }
    if (anyone)
        armBookmarks();
}

} // namespace minato::apiserver
