// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/queue_timers.h"

namespace minato::tests {

/// Virtual time that can begin again, for one server that is used for many runs.
class RestartableTimers : public client::QueueTimers {
public:
    explicit RestartableTimers(engine::EventQueue &queue)
        : QueueTimers(queue), m_queue(queue), m_start(queue.now())
    {
    }

    /// The beginning is now. No timer may be pending.
    void restart() { m_start = m_queue.now(); }
    [[nodiscard]] base::Instant now() const override { return base::kSimEpoch + (m_queue.now() - m_start); }

private:
    engine::EventQueue &m_queue;
    base::Instant m_start;
};

} // namespace minato::tests
