// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/traffic_target.h"
#include "api/transport.h"
#include "base/assert.h"

#include <coroutine>
#include <exception>
#include <functional>
#include <optional>
#include <utility>

namespace minato::client {

/// A computation that waits for a cluster: a lazy coroutine with one result.
///
/// Cancel    Destroying a Task destroys its frame, with it the Call or Timer it waits for; nothing of it runs
/// afterwards.
///           Do not destroy a Task from inside itself (post it to a timer).
/// Start     `co_await task` from another Task, or start() at the top.
/// Threads   One; resumes inside the transport's callbacks.
/// Pitfall   Parameters that are references or views must outlive the Task: prefer values in coroutine
/// parameters.
///           Give lambdas that are coroutines no captures.
template <class T>
class [[nodiscard]] Task;

namespace detail {

struct PromiseBase {
    std::coroutine_handle<> continuation;
    std::move_only_function<void()> onDone;

    struct FinalAwaiter {
        bool await_ready() const noexcept { return false; }
        template <class Promise>
        std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> handle) noexcept
        {
            auto &promise = handle.promise();
            if (promise.continuation)
                return promise.continuation;
            if (promise.onDone) {
                auto done = std::move(promise.onDone);
                done();
            }
            return std::noop_coroutine();
        }
        void await_resume() const noexcept {}
    };

    std::suspend_always initial_suspend() noexcept { return {}; }
    FinalAwaiter final_suspend() noexcept { return {}; }
    void unhandled_exception() noexcept { std::terminate(); }
};

template <class T>
struct Promise : PromiseBase {
    std::optional<T> value;
    Task<T> get_return_object();
    template <class U>
    void return_value(U &&result)
    {
        value.emplace(std::forward<U>(result));
    }
};

template <>
struct Promise<void> : PromiseBase {
    bool isDone = false;
    Task<void> get_return_object();
    void return_void() { isDone = true; }
};

} // namespace detail

template <class T>
class [[nodiscard]] Task {
public:
    using promise_type = detail::Promise<T>;

    Task() = default;
    explicit Task(std::coroutine_handle<promise_type> handle) : m_handle(handle) {}
    Task(Task &&other) noexcept : m_handle(std::exchange(other.m_handle, {})) {}
    Task &operator=(Task &&other) noexcept
    {
        if (this != &other) {
            cancel();
            m_handle = std::exchange(other.m_handle, {});
        }
        return *this;
    }
    ~Task() { cancel(); }

    /// Runs to the first wait. `onDone` is called once when the task has finished, perhaps at once; it may
    /// destroy the Task.
    void start(std::move_only_function<void()> onDone = {})
    {
        m_handle.promise().onDone = std::move(onDone);
        m_handle.resume();
    }
    [[nodiscard]] bool isValid() const { return bool(m_handle); }
    [[nodiscard]] bool isDone() const { return m_handle && m_handle.done(); }
    void cancel()
    {
        if (m_handle)
            std::exchange(m_handle, {}).destroy();
    }
    /// Precondition: isDone().
    [[nodiscard]] T takeResult()
    {
        MINATO_ASSERT(isDone());
        if constexpr (!std::is_void_v<T>)
            return std::move(*m_handle.promise().value);
    }

    auto operator co_await() &&
    {
        struct Awaiter {
            Task task;
            bool await_ready() const { return false; }
            /// Goes on at once when the task has not waited. (Handing over both ways instead would need a
            /// compiler that turns it into jumps; where it does not, each await would keep some stack.)
            bool await_suspend(std::coroutine_handle<> caller)
            {
                task.m_handle.resume();
                if (task.m_handle.done())
                    return false;
                task.m_handle.promise().continuation = caller;
                return true;
            }
            T await_resume() { return task.takeResult(); }
        };
        return Awaiter{std::move(*this)};
    }

private:
    std::coroutine_handle<promise_type> m_handle;
};

namespace detail {

template <class T>
Task<T> Promise<T>::get_return_object()
{
    return Task<T>(std::coroutine_handle<Promise<T>>::from_promise(*this));
}

inline Task<void> Promise<void>::get_return_object()
{
    return Task<void>(std::coroutine_handle<Promise<void>>::from_promise(*this));
}

/// Waits for a callback that never comes inside the starting call.
template <class R, class Handle, class Start>
struct CallbackAwaiter {
    Start start;
    Handle handle{};
    std::optional<R> result{};

    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> caller)
    {
        handle = start([this, caller](R value) {
            result.emplace(std::move(value));
            caller.resume();
        });
    }
    R await_resume() { return std::move(*result); }
};

} // namespace detail

/// `auto answer = co_await send(transport, request);` gives api::Result<api::Response>.
[[nodiscard]] inline auto send(api::KubeTransport &transport, api::Request request)
{
    auto start = [&transport, request = std::move(request)](auto reply) mutable {
        return transport.send(std::move(request), std::move(reply));
    };
    return detail::CallbackAwaiter<api::Result<api::Response>, api::CallPtr, decltype(start)>{
        std::move(start)};
}

/// `auto result = co_await request(target, traffic);` gives api::TrafficResult.
[[nodiscard]] inline auto request(api::TrafficTarget &target, api::TrafficRequest traffic)
{
    auto start = [&target, traffic = std::move(traffic)](auto reply) mutable {
        return target.request(std::move(traffic), std::move(reply));
    };
    return detail::CallbackAwaiter<api::TrafficResult, api::CallPtr, decltype(start)>{std::move(start)};
}

/// `co_await sleep(timers, 2s);` in the cluster's time.
[[nodiscard]] inline auto sleep(api::Timers &timers, base::Duration delay)
{
    auto start = [&timers, delay](auto reply) mutable {
        return timers.after(delay, [reply = std::move(reply)]() mutable { reply(true); });
    };
    return detail::CallbackAwaiter<bool, api::TimerPtr, decltype(start)>{std::move(start)};
}

} // namespace minato::client
