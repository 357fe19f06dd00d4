// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/wall_timers.h"

#include <QRandomGenerator>
#include <QTimer>

#include <memory>
#include <utility>

namespace minato::remote {
namespace {

class WallTimer : public api::Timer {
public:
    WallTimer(base::Duration delay, std::move_only_function<void()> action) : m_action(std::move(action))
    {
        m_timer->setSingleShot(true);
        QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), [this] {
            auto due = std::move(m_action); // it may destroy this
            due();
        });
        m_timer->start(std::chrono::ceil<std::chrono::milliseconds>(std::max(delay, base::Duration::zero())));
    }

private:
    /// An action may destroy its timer, which Qt is then still working with.
    struct Later {
        void operator()(QTimer *timer) const
        {
            timer->stop();
            timer->disconnect();
            timer->deleteLater();
        }
    };
    std::move_only_function<void()> m_action;
    std::unique_ptr<QTimer, Later> m_timer{new QTimer};
};

} // namespace

api::TimerPtr WallTimers::after(base::Duration delay, std::move_only_function<void()> action)
{
    return std::make_unique<WallTimer>(jittered(delay), std::move(action));
}

base::Duration WallTimers::jittered(base::Duration delay) const
{
    const double part = m_jitter * QRandomGenerator::global()->generateDouble();
    return delay + std::chrono::duration_cast<base::Duration>(delay * part);
}

} // namespace minato::remote
