// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/expectations.h"

namespace minato::components {

void Expectations::expectCreations(std::string_view key, int count, base::Instant now)
{
    m_entries.insert_or_assign(std::string(key), Entry{count, {}, now});
}

void Expectations::expectDeletions(std::string_view key, std::set<std::string, std::less<>> uids,
                                   base::Instant now)
{
    m_entries.insert_or_assign(std::string(key), Entry{0, std::move(uids), now});
}

void Expectations::expect(std::string_view key, int creations, int deletions, base::Instant now)
{
    m_entries.insert_or_assign(std::string(key), Entry{creations, {}, now, deletions});
}

void Expectations::creationObserved(std::string_view key)
{
    if (const auto it = m_entries.find(key); it != m_entries.end())
        --it->second.creations;
}

void Expectations::deletionObserved(std::string_view key, std::string_view uid)
{
    const auto it = m_entries.find(key);
    if (it == m_entries.end())
        return;
    if (const auto expected = it->second.deletions.find(uid); expected != it->second.deletions.end())
        it->second.deletions.erase(expected);
}

void Expectations::deletionObserved(std::string_view key)
{
    if (const auto it = m_entries.find(key); it != m_entries.end())
        --it->second.countedDeletions;
}

void Expectations::forget(std::string_view key)
{
    if (const auto it = m_entries.find(key); it != m_entries.end())
        m_entries.erase(it);
}

bool Expectations::areSatisfied(std::string_view key, base::Instant now) const
{
    const auto it = m_entries.find(key);
    if (it == m_entries.end())
        return true;
    const Entry &entry = it->second;
    const bool areMet = entry.creations <= 0 && entry.deletions.empty() && entry.countedDeletions <= 0;
    return areMet || now - entry.since > kTimeout;
}

} // namespace minato::components
