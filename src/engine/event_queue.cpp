// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/event_queue.h"

#include <algorithm>

namespace minato::engine {

EventQueue::Key EventQueue::after(base::Duration delay, Action action)
{
    const Key key{m_now + std::max(delay, base::Duration::zero()), m_nextSeq++};
    m_events.emplace(key, std::move(action));
    return key;
}

bool EventQueue::cancel(Key key)
{
    return m_events.erase(key) == 1;
}

bool EventQueue::step(base::Instant limit)
{
    if (m_events.empty() || m_events.begin()->first.at > limit)
        return false;
    auto node = m_events.extract(m_events.begin());
    m_now = node.key().at;
    ++m_executed;
    node.mapped()();
    return true;
}

void EventQueue::runUntil(base::Instant limit)
{
    while (step(limit)) {
    }
    m_now = std::max(m_now, limit);
}

std::optional<base::Instant> EventQueue::nextDue() const
{
    return m_events.empty() ? std::nullopt : std::optional(m_events.begin()->first.at);
}

} // namespace minato::engine
