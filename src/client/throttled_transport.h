// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/transport.h"

#include <cstdint>
#include <map>
#include <memory>

namespace minato::client {

/// A transport that sends no more than so many requests a second, in their order.
///
/// Mirrors   client-go util/flowcontrol: the token bucket of a rest.Config (QPS, Burst), which is what bounds
/// how fast a
///           controller can really create Pods. Watches and streams do not count.
class ThrottledTransport : public api::KubeTransport {
public:
    struct Limits {
        double qps = 20; ///< 0: no limit
        double burst = 30;
    };
    ThrottledTransport(api::KubeTransport &inner, api::Timers &timers, Limits limits);
    ~ThrottledTransport() override;

    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override;
    [[nodiscard]] api::CallPtr watch(api::Request request, api::EventSink sink) override
    {
        return m_inner.watch(std::move(request), std::move(sink));
    }
    [[nodiscard]] api::CallPtr stream(api::Request request, api::ByteSink sink) override
    {
        return m_inner.stream(std::move(request), std::move(sink));
    }
    [[nodiscard]] api::Connector *connector() override { return m_inner.connector(); }
    [[nodiscard]] const api::BackendClock &clock() const override { return m_inner.clock(); }
    [[nodiscard]] bool has(api::Capability capability) const override { return m_inner.has(capability); }

private:
    class QueuedCall;
    /// Whether a request may go now; takes a token.
    [[nodiscard]] bool take();
    void drain();
    void scheduleDrain();

    api::KubeTransport &m_inner;
    api::Timers &m_timers;
    Limits m_limits;
    double m_tokens;
    base::Instant m_refilled;
    std::uint64_t m_nextId = 0;
    std::shared_ptr<std::map<std::uint64_t, QueuedCall *>> m_waiting; ///< shared with calls that outlive this
    api::TimerPtr m_timer;
};

} // namespace minato::client
