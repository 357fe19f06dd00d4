// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/queue_timers.h"

namespace minato::client {
namespace {

class QueueTimer : public api::Timer {
public:
    QueueTimer(engine::EventQueue &queue, engine::EventQueue::Key key) : m_queue(queue), m_key(key) {}
    ~QueueTimer() override { m_queue.cancel(m_key); }

private:
    engine::EventQueue &m_queue;
    engine::EventQueue::Key m_key;
};

} // namespace

api::TimerPtr QueueTimers::after(base::Duration delay, std::move_only_function<void()> action)
{
    return std::make_unique<QueueTimer>(m_queue, m_queue.after(delay, std::move(action)));
}

} // namespace minato::client
