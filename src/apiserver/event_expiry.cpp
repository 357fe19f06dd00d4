// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/event_expiry.h"

#include <algorithm>

namespace minato::apiserver {

void EventExpiry::observe(BucketId bucket, const Change &change)
{
    if (change.type == Change::Type::Deleted)
        return;
    m_leases.push_back({m_timers.now() + kTtl, bucket, kube::objectKey(*change.object), change.revision});
    if (m_leases.size() == 1)
        schedule();
}

void EventExpiry::restore(const State &state)
{
    m_leases = state;
    schedule();
}

void EventExpiry::schedule()
{
    m_timer = m_leases.empty()
                  ? nullptr
                  : m_timers.after(std::max(base::Duration(0), m_leases.front().end - m_timers.now()),
                                   [this] { expire(); });
}

void EventExpiry::expire()
{
    while (!m_leases.empty() && m_leases.front().end <= m_timers.now()) {
        const Lease lease = std::move(m_leases.front());
        m_leases.pop_front();
        const auto event = m_store.get(lease.bucket, lease.key);
        if (event && revisionOf(*event) == lease.revision) [[maybe_unused]]
            const auto last = m_store.remove(lease.bucket, event);
    }
    schedule();
}

} // namespace minato::apiserver
