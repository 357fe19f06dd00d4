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
    m_target = std::max(m_target + scaled(elapsed), reached - scaled(kMaxLead));
    m_isBehind = m_target - reached > scaled(kMaxLag);
    if (m_isBehind)
        m_target = reached + scaled(kMaxLag);
    return std::max(m_target, reached);
}

} // namespace minato::session
