// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/compaction.h"

namespace minato::apiserver {

void Compaction::observe()
{
    const base::Instant now = m_clock.now();
    if (m_state.revision > 0 && now - m_state.since < kInterval)
        return;
    // The write that has just been made is the first of the new interval.
    m_store.compact(m_state.revision);
    m_state = {now, m_store.revision() - 1};
}

} // namespace minato::apiserver
