// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "client/informer.h"
#include "client/queue_timers.h"
#include "components/common/context.h"
#include "engine/event_queue.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace minato::tests {

/// A server that holds the objects of one recorded case and writes down what a controller asks of it. Nothing
/// that is written comes back by a watch, so a controller does one sync. What was deleted can be patched a while
/// yet, as that which waits for its finalizers.
class FakeServer : public api::KubeTransport {
public:
    /// Of a recorded case: its `objects`, those that no list shows (`hidden`), after how many creations all are
    /// refused (`room`; -1: none), and what is (`refused`).
    FakeServer(api::Timers &timers, const kube::Value &recorded);

    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override;
    [[nodiscard]] api::CallPtr watch(api::Request request, api::EventSink sink) override;
    [[nodiscard]] api::CallPtr stream(api::Request, api::ByteSink) override { return nullptr; }
    [[nodiscard]] const api::BackendClock &clock() const override { return m_timers; }
    [[nodiscard]] bool has(api::Capability) const override { return false; }

    struct Write {
        std::string verb, resource, subresource, name;
        kube::Value object;
    };
    std::vector<Write> writes;
    std::vector<std::string> events; ///< "Normal ScalingReplicaSet Scaled up …"

private:
    [[nodiscard]] api::Result<api::Response> answer(const api::Request &request);
    [[nodiscard]] api::Result<api::Response> write(const api::Request &request);
    [[nodiscard]] kube::ObjectPtr *find(std::string_view resource, std::string_view name,
                                        bool isLeavingToo = false);

    [[nodiscard]] bool isRefused(const api::Request &request, std::string_view name) const;
    [[nodiscard]] api::Result<api::Response> create(const api::Request &request, Write made);

    [[nodiscard]] api::Result<api::Response> remove(std::string_view resource, std::string_view name);

    struct Held {
        std::string resource;
        kube::ObjectPtr object;
        bool isHidden = false, isLeaving = false;
    };
    api::Timers &m_timers;
    std::vector<Held> m_objects;
    std::map<std::string, std::string> m_events; ///< what was said, by the name of the Event
    std::int64_t m_room;
    kube::Value m_refused;
    int m_made = 0, m_version = 100;
};

/// What upstream's controller did, or what ours does, as JSON of one form.
struct SyncRecord {
    std::vector<std::string> writes, events;
};

/// What upstream does at one time has no order.
enum class WriteOrder : std::uint8_t {
    AsMade,
    Sorted,
    SortedBetweenUpdates ///< updates stay where they are; lists of words are sets, made names are not compared
};

/// One recorded case played with a controller of ours.
class RecordedCase {
public:
    explicit RecordedCase(const kube::Value &recorded);

    template <class Controller, class... More>
    void run(More &&...more)
    {
        Controller controller(components::Context{m_server, m_timers, m_hub}, std::forward<More>(more)...);
        m_hub.start();
        m_queue.runUntil(kNow + std::chrono::milliseconds(1));
    }
    [[nodiscard]] SyncRecord ours(WriteOrder order) const;
    [[nodiscard]] SyncRecord upstreams(WriteOrder order) const;
    /// Pods that differ in nothing but their names: which of them is chosen does not count.
    void ignoreNamesOfAlikePods();

    static constexpr base::Instant kNow = base::kSimEpoch + std::chrono::hours(24 * 365);

private:
    [[nodiscard]] kube::Value projected(const FakeServer::Write &write) const;
    [[nodiscard]] std::string text(const kube::Value &write, WriteOrder order) const;
    void replaceAlike(std::string &text) const;
    [[nodiscard]] SyncRecord comparable(SyncRecord record, WriteOrder order) const;

    kube::Value m_case;
    engine::EventQueue m_queue;
    client::QueueTimers m_timers;
    FakeServer m_server;
    client::InformerHub m_hub;
    std::map<std::string, std::string> m_alike; ///< what names that are chosen by no order are read as
};

/// The cases of tests/components/data/NAME.json.
[[nodiscard]] kube::Value recordedCases(const char *name);

} // namespace minato::tests
