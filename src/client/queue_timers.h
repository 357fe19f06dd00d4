// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "engine/event_queue.h"

namespace minato::client {

/// Virtual time for everything written on the seam: timers are events of the queue.
/// The queue must outlive the timers.
class QueueTimers : public api::Timers {
public:
    explicit QueueTimers(engine::EventQueue &queue) : m_queue(queue) {}

    [[nodiscard]] base::Instant now() const override { return m_queue.now(); }
    [[nodiscard]] api::TimerPtr after(base::Duration delay, std::move_only_function<void()> action) override;

private:
    engine::EventQueue &m_queue;
};

} // namespace minato::client
