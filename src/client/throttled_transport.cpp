// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/throttled_transport.h"

#include <algorithm>
#include <cmath>

namespace minato::client {
namespace {

/// Tokens are counted in fractions; this much is rounding.
constexpr double kRounding = 1e-6;

} // namespace

/// A request that waits for its turn, then the call that carries it.
class ThrottledTransport::QueuedCall : public api::Call {
public:
    using Waiting = std::shared_ptr<std::map<std::uint64_t, QueuedCall *>>;
    QueuedCall(Waiting waiting, std::uint64_t id, api::Request request, api::Reply reply)
        : m_waiting(std::move(waiting)), m_id(id), m_request(std::move(request)), m_reply(std::move(reply))
    {
        m_waiting->emplace(id, this);
    }
    ~QueuedCall() override { m_waiting->erase(m_id); }
    void start(api::KubeTransport &transport)
    {
        m_waiting->erase(m_id);
        m_call = transport.send(std::move(m_request), std::move(m_reply));
    }

private:
    Waiting m_waiting;
    std::uint64_t m_id;
    api::Request m_request;
    api::Reply m_reply;
    api::CallPtr m_call;
};

ThrottledTransport::ThrottledTransport(api::KubeTransport &inner, api::Timers &timers, Limits limits)
    : m_inner(inner),
      m_timers(timers),
      m_limits(limits),
      m_tokens(limits.burst),
      m_refilled(timers.now()),
      m_waiting(std::make_shared<std::map<std::uint64_t, QueuedCall *>>())
{
}

ThrottledTransport::~ThrottledTransport() = default;

bool ThrottledTransport::take()
{
    const base::Instant now = m_timers.now();
    const double seconds = std::chrono::duration<double>(now - m_refilled).count();
    m_tokens = std::min(m_limits.burst, m_tokens + seconds * m_limits.qps);
    m_refilled = now;
    if (m_tokens < 1 - kRounding)
        return false;
    m_tokens -= 1;
    return true;
}

api::CallPtr ThrottledTransport::send(api::Request request, api::Reply reply)
{
    if (m_limits.qps <= 0 || (m_waiting->empty() && take()))
        return m_inner.send(std::move(request), std::move(reply));
    auto call = std::make_unique<QueuedCall>(m_waiting, m_nextId++, std::move(request), std::move(reply));
    scheduleDrain();
    return call;
}

void ThrottledTransport::scheduleDrain()
{
    if (m_timer || m_waiting->empty())
        return;
    const double seconds = std::max(0.0, 1 - m_tokens) / m_limits.qps;
    const auto wait = std::chrono::nanoseconds(static_cast<std::int64_t>(std::ceil(seconds * 1e9)));
    m_timer = m_timers.after(wait, [this] { drain(); });
}

void ThrottledTransport::drain()
{
    const auto timer = std::move(m_timer);
    while (!m_waiting->empty() && take())
        m_waiting->begin()->second->start(m_inner);
    scheduleDrain();
}

} // namespace minato::client
