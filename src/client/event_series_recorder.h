// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/transport.h"

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>

namespace minato::client {

/// Writes Events of the group events.k8s.io, as the scheduler does: of what repeats itself there is one Event, with a
/// series. Never waits and never fails loudly.
///
/// Mirrors   client-go tools/events (event_recorder.go, event_broadcaster.go)
/// Differs   Of what has not repeated itself the newest 4096 are remembered. A refused write is dropped, not tried again.
class EventSeriesRecorder {
public:
    struct Source {
        std::string controller; ///< "default-scheduler"
        std::string host;       ///< where it runs
    };
    struct What {
        std::string_view type, reason, action; ///< "Normal", "Scheduled", "Binding"
    };
    EventSeriesRecorder(api::KubeTransport &transport, api::Timers &timers, Source source);

    /// What happened to `regarding`; `related`: whom else it concerns, or null. Of a series the first note stays.
    void record(const kube::Object &regarding, const What &what, std::string_view note,
                const kube::Object *related = nullptr);

private:
    struct Known {
        std::string name, ns;
        base::Instant last;
        int count = 1;
    };
    using Events = std::map<std::string, Known, std::less<>>;

    void remember(std::string key, Known known);
    void repeat(Known &known);
    void writeSeries(const Known &known);
    void wake();
    void tick();
    void send(api::Request request);

    api::KubeTransport &m_transport;
    api::Timers &m_timers;
    std::string m_controller, m_instance;
    Events m_events;
    std::deque<std::string> m_order; ///< of the events, oldest first
    std::int64_t m_lastStamp = 0;    ///< names are made of time stamps: two at one moment must differ
    int m_ticks = 0;
    api::TimerPtr m_timer; ///< runs while there are series
    std::uint64_t m_nextCall = 0;
    std::map<std::uint64_t, api::CallPtr> m_calls;
};

} // namespace minato::client
