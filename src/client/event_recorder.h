// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/transport.h"

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace minato::client {

/// Writes core/v1 Events about objects; never waits and never fails loudly, like the real one.
///
/// Mirrors   client-go tools/record: identical events bump `count`; from the tenth similar one (other
///           message) within 10 minutes on they collapse into "(combined from similar events): …"; a source may say 25
///           things of one type about one object at once and one more every 5 minutes.
/// Differs   Remembers the newest 4096 of each kind first in, first out, where upstream forgets the least
///           recently used. An event that the API server has forgotten after an hour begins anew when it happens again;
///           upstream counts on.
///           A refused write is dropped, not tried again.
class EventRecorder {
public:
    struct Source {
        std::string component; ///< "replicaset-controller"
        std::string host;      ///< the kubelet's node
    };
    EventRecorder(api::KubeTransport &transport, api::Timers &timers, Source source);

    void normal(const kube::Object &about, std::string_view reason, std::string_view message,
                std::string_view fieldPath = {});
    void warning(const kube::Object &about, std::string_view reason, std::string_view message,
                 std::string_view fieldPath = {});
    /// About something that is not at hand, for example a Node: an ObjectReference.
    void record(const kube::Value &involvedObject, std::string_view type, std::string_view reason,
                std::string_view message);

    /// How many events, series and allowances are remembered. What decides nothing any more is forgotten: an event when
    /// the API server has, a series after 10 minutes, an allowance when it is whole again.
    [[nodiscard]] std::size_t remembered() const;

private:
    struct Bucket {
        double tokens;
        base::Instant at;
    };
    struct Series {
        std::set<std::string, std::less<>> messages;
        base::Instant last;
    };
    struct Known {
        std::string name, ns;
        base::Instant last;
        int count = 1;
    };
    template <class T>
    class Memory {
    public:
        /// What is remembered of the key and not over, else `fresh`. The oldest of the others go while they are over.
        T &at(std::string key, T fresh, bool (*isOver)(const T &, base::Instant), base::Instant now);
        [[nodiscard]] std::size_t size() const { return m_map.size(); }

    private:
        using Map = std::map<std::string, T, std::less<>>;
        Map m_map;
        std::deque<typename Map::iterator> m_order; ///< as they came
    };

    [[nodiscard]] bool isSpam(const std::string &sourceAndObject);
    [[nodiscard]] bool isCombined(const std::string &similar, std::string_view message);
    struct What {
        std::string_view type, reason;
        std::string message;
        bool isCombined = false;
    };
    void create(const kube::Value &involvedObject, const Known &known, const What &what);
    void bump(const Known &known, const std::string &message);
    void send(api::Request request);

    api::KubeTransport &m_transport;
    api::Timers &m_timers;
    Source m_source;
    kube::Value m_sourceValue;
    Memory<Bucket> m_buckets;
    Memory<Series> m_series;
    Memory<Known> m_known;
    std::int64_t m_lastStamp = 0; ///< names are made of time stamps: two at one moment must differ
    std::uint64_t m_nextCall = 0;
    std::map<std::uint64_t, api::CallPtr> m_calls;
};

/// {apiVersion, kind, namespace, name, uid, resourceVersion} of an object, and fieldPath if there is one.
[[nodiscard]] kube::Value objectReference(const kube::Object &object, std::string_view fieldPath = {});

} // namespace minato::client
