// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/transport.h"
#include "apiserver/object_filter.h"
#include "apiserver/store.h"

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace minato::apiserver {

/// Spreads the store's changes to those who watch.
///
/// Order     A watcher gets every change of what it asked for once, in the order of revisions; what is due at
/// one
///           wake-up comes as one batch.
/// Selectors An object that leaves a selector arrives as Deleted, one that enters it as Added (contract C7).
/// Cost      Watchers are found by kind, then by the name or indexed field they pin, else by namespace: a
/// change
///           touches only those it may concern, not all.
/// Threads   One.
class WatchHub {
public:
    using Id = std::uint64_t;
    struct Event {
        api::WatchEvent::Type type{};
        kube::ObjectPtr object; ///< as kept; of a Bookmark null
        Revision revision = 0;
        bool endsInitialEvents = false; ///< of a Bookmark
    };
    /// `isLast`: the server ends the watch.
    using Deliver = std::move_only_function<void(std::vector<Event> events, bool isLast)>;

    struct Options {
        bool wantsBookmarks = false;
        base::Duration timeout{}; ///< zero: none
    };

    /// `latency`: from a write to the wake-up of those it concerns.
    WatchHub(api::Timers &timers, const Store &store, base::Duration latency)
        : m_timers(timers), m_store(store), m_latency(latency)
    {
    }
    WatchHub(const WatchHub &) = delete;
    WatchHub &operator=(const WatchHub &) = delete;

    /// `first` are events to start with; changes follow from now on.
    [[nodiscard]] Id add(const Kind &kind, ObjectFilter filter, std::vector<Event> first, Options options,
                         Deliver deliver);
    void remove(Id id);
    void publish(const Kind &kind, const Change &change);
    /// As if nobody had ever watched. Nobody may.
    void restart();
    [[nodiscard]] std::size_t watcherCount() const { return m_watchers.size(); }

    /// The event that a watcher with this filter gets for a change; a null object: none.
    [[nodiscard]] static Event translate(const ObjectFilter &filter, const Change &change,
                                         kube::ObjectPtr &departed);

private:
    struct Watcher {
        BucketId bucket = 0;
        ObjectFilter filter;
        Options options;
        Deliver deliver;
        std::vector<Event> pending;
        bool isEnding = false;
        api::TimerPtr wakeUp, timeout;
    };
    using Ids = std::set<Id>;
    using Buckets = std::map<std::string, Ids, std::less<>>;
    /// Who watches one kind: each watcher is in one of these, by the narrowest thing it pins.
    struct Index {
        Ids everything;
        Buckets byNamespace, byName, byField;
    };

    [[nodiscard]] Ids &slot(Index &index, const ObjectFilter &filter);
    void offer(Id id, const Change &change, kube::ObjectPtr &departed);
    void offerAll(const Ids &ids, const Change &change, kube::ObjectPtr &departed);
    void offerAll(const Buckets &buckets, std::string_view key, const Change &change,
                  kube::ObjectPtr &departed);
    void wake(Id id, Watcher &watcher);
    void deliver(Id id);
    void end(Id id);
    void armBookmarks();
    void sendBookmarks();

    api::Timers &m_timers;
    const Store &m_store;
    base::Duration m_latency;
    Id m_next = 1;
    std::map<Id, Watcher> m_watchers;
    std::vector<Index> m_indexes; ///< by bucket
    api::TimerPtr m_bookmarkTimer;
    bool m_isBookmarkArmed = false;
};

} // namespace minato::apiserver
