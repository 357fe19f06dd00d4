// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/traffic_log.h"

#include <algorithm>
#include <ranges>
#include <set>

namespace minato::lessons {
namespace {

constexpr std::size_t kMaxEntries = 10'000;

} // namespace

void TrafficLog::add(const api::TrafficRecord &record)
{
    const api::TrafficResult &result = record.result;
    const api::Route &route = result ? result->route : result.error().route;
    if (route.service.empty())
        return;
    m_entries.push_back({.service = route.service,
                         .podUid = result ? route.podUid : std::string(),
                         .isFailed = !result || result->status >= 500,
                         .isRefused = !result && result.error().kind == api::TrafficError::Kind::Refused});
    ++m_added;
    if (m_entries.size() > kMaxEntries)
        m_entries.pop_front();
}

void TrafficLog::beginLesson()
{
    m_entries.clear();
    m_added = m_stepStart = 0;
}

TrafficLog::Summary TrafficLog::summary(std::string_view service, std::size_t last, bool sinceLesson) const
{
    Summary summary;
    std::set<std::string_view> pods;
    const std::size_t record = std::min(m_entries.size(), sinceLesson ? m_added : m_added - m_stepStart);
    for (const Entry &entry : m_entries | std::views::reverse | std::views::take(record)) {
        if (entry.service != service)
            continue;
        if (last > 0 && summary.requests == last)
            break;
        ++summary.requests;
        summary.answered += !entry.isFailed;
        summary.failed += entry.isFailed;
        summary.refused += entry.isRefused;
        if (!entry.podUid.empty())
            pods.insert(entry.podUid);
    }
    summary.distinctPods = pods.size();
    return summary;
}

} // namespace minato::lessons
