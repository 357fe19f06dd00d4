// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"

#include <algorithm>
#include <coroutine>
#include <memory>
#include <vector>

namespace minato::shell {

/// Lets coroutines wait for something that another one does: `while (!ready) co_await signal.wait();`
///
/// Wake-up   In an event of its own (a timer of no delay), so that stacks stay shallow and order is that of
/// notify(). Cancel    Destroying the waiting coroutine forgets it; the Signal may die first (its waiters
/// then wait for ever).
class Signal {
    class Waiter;
    using Waiters = std::vector<Waiter *>;

public:
    explicit Signal(api::Timers &timers) : m_timers(timers), m_waiters(std::make_shared<Waiters>()) {}

    void notify()
    {
        const Waiters waiters = std::exchange(*m_waiters, {});
        for (Waiter *waiter : waiters)
            waiter->wake(m_timers);
    }
    [[nodiscard]] Waiter wait() { return Waiter(m_waiters); }

private:
    class Waiter {
    public:
        explicit Waiter(std::shared_ptr<Waiters> waiters) : m_waiters(std::move(waiters)) {}
        ~Waiter() { std::erase(*m_waiters, this); }
        Waiter(const Waiter &) = delete;
        Waiter &operator=(const Waiter &) = delete;

        bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> caller)
        {
            m_caller = caller;
            m_waiters->push_back(this);
        }
        void await_resume() const {}
        void wake(api::Timers &timers)
        {
            m_timer = timers.after({}, [caller = m_caller] { caller.resume(); });
        }

    private:
        std::shared_ptr<Waiters> m_waiters;
        std::coroutine_handle<> m_caller;
        api::TimerPtr m_timer;
    };

    api::Timers &m_timers;
    std::shared_ptr<Waiters> m_waiters;
};

} // namespace minato::shell
