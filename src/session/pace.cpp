// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pace.h"

#include <algorithm>
#include <cmath>

namespace minato::session {

base::Instant Pace::advance(Real elapsed, base::Instant reached)
{
    if (m_isPaused) {
        m_target = reached;
        m_isBehind = false;
        return m_target;
    }
    if (std::isinf(m_speed)) { // as far as a slice of real time carries
        m_target = reached;
        m_isBehind = false;
        return reached + std::chrono::hours(1);
    }
    const auto scaled = [this](Real real) {
        return base::Duration(std::llround(static_cast<double>(real.count()) * m_speed));
    };
    // A cluster that was run ahead by hand sets the new origin.
    m_target = std::max(reached, m_target) + scaled(elapsed);
    m_isBehind = m_target - reached > scaled(kMaxLag);
    if (m_isBehind)
        m_target = reached + scaled(kMaxLag);
    return m_target;
}

} // namespace minato::session
