// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/apps/app_model.h"

#include <optional>

namespace minato::components {

/// How long to wait before the next try of one thing that keeps failing.
///
/// Mirrors   client-go util/flowcontrol Backoff, for one key: doubles from the first to the longest delay,
///           and starts over after twice the longest without a failure
class BackOff {
public:
    /// The event is the failure: a container's end, for example.
    [[nodiscard]] bool isWaiting(base::Instant event, base::Instant now, const DurationRange &limits) const
    {
        return m_updated && !hasExpired(event, limits) && now - event < m_delay;
    }
    /// The same since the last next().
    [[nodiscard]] bool isWaiting(base::Instant now, const DurationRange &limits) const
    {
        return m_updated && isWaiting(*m_updated, now, limits) && !hasExpired(now, limits);
    }
    /// A try begins.
    void next(base::Instant event, base::Instant now, const DurationRange &limits)
    {
        const bool isFresh = !m_updated || hasExpired(event, limits);
        m_delay = isFresh ? limits.from : std::min(m_delay * 2, limits.to);
        m_updated = now;
    }
    [[nodiscard]] base::Duration delay() const { return m_delay; }

private:
    [[nodiscard]] bool hasExpired(base::Instant event, const DurationRange &limits) const
    {
        return event - *m_updated > limits.to * 2;
    }
    std::optional<base::Instant> m_updated;
    base::Duration m_delay{};
};

} // namespace minato::components
