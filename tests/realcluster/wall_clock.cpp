// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "realcluster/wall_clock.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <memory>

namespace minato::tests {
namespace {

using namespace std::chrono_literals;

constexpr base::Duration kMost = 24h; ///< Qt's timers count milliseconds in 31 bits

class WallTimer : public api::Timer {
public:
    WallTimer(base::Duration delay, std::move_only_function<void()> action)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        // The action may drop this timer, so it is taken out first.
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [action = std::make_shared<Action>(std::move(action))] {
                             const auto kept = action;
                             (*kept)();
                         });
        m_timer.start(
            std::chrono::ceil<std::chrono::milliseconds>(std::clamp(delay, base::Duration(0), kMost)));
    }

private:
    using Action = std::move_only_function<void()>;
    QTimer m_timer;
};

} // namespace

base::Instant WallClock::now() const
{
    return {std::chrono::duration_cast<base::Duration>(std::chrono::system_clock::now().time_since_epoch())
                .count()};
}

api::TimerPtr WallClock::after(base::Duration delay, std::move_only_function<void()> action)
{
    return std::make_unique<WallTimer>(delay, std::move(action));
}

} // namespace minato::tests
