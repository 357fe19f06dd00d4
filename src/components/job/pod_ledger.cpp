// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/job/pod_ledger.h"

namespace minato::components::jobs {

void PodLedger::expect(std::string_view job, int creations, int deletions, base::Instant now)
{
    m_entries.insert_or_assign(std::string(job), Entry{creations, deletions, now});
}

void PodLedger::lower(std::string_view job, int creations, int deletions)
{
    if (const auto it = m_entries.find(job); it != m_entries.end()) {
        it->second.creations -= creations;
        it->second.deletions -= deletions;
    }
}

bool PodLedger::isSettled(std::string_view job, base::Instant now) const
{
    const auto it = m_entries.find(job);
    if (it == m_entries.end())
        return true;
    const Entry &entry = it->second;
    return (entry.creations <= 0 && entry.deletions <= 0) || now - entry.since > kTimeout;
}

void PodLedger::forget(std::string_view job)
{
    if (const auto it = m_entries.find(job); it != m_entries.end())
        m_entries.erase(it);
}

} // namespace minato::components::jobs
