// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/decision_log.h"

#include <algorithm>

namespace minato::cluster {

void DecisionLog::add(base::Instant at, components::Decision decision)
{
    auto &entries = m_byKind[decision.kind];
    entries.push_back({at, m_nextSeq++, std::move(decision)});
    if (entries.size() > kKept)
        entries.pop_front();
}

std::vector<api::DecisionRecord> DecisionLog::about(std::string_view subject) const
{
    std::vector<api::DecisionRecord> records;
    for (const auto &[kind, entries] : m_byKind) {
        for (const Entry &entry : entries) {
            if (entry.decision.subject == subject)
                records.push_back({entry.at, entry.seq, std::string(entry.decision.component), std::string(kind),
                                   entry.decision.subject, entry.decision.detail()});
        }
    }
    std::ranges::sort(records, {}, &api::DecisionRecord::seq);
    return records;
}

} // namespace minato::cluster
