// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "client/task.h"
#include "shell/kubectl/error.h"
#include "shell/sh/signal.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>

namespace minato::shell::kubectl {

/// Hands out what a callback receives, piece by piece, to a coroutine.
template <class Piece>
class Inbox {
public:
    explicit Inbox(api::Timers &timers) : m_state(std::make_shared<State>(timers)) {}

    /// The callback to give away; harmless when it outlives the Inbox.
    [[nodiscard]] auto sink()
    {
        return [state = m_state](api::Result<Piece> piece) {
            state->pieces.push_back(std::move(piece));
            state->arrived.notify();
        };
    }
    /// The next piece; empty at the end. Call again until then or until an error.
    [[nodiscard]] client::Task<api::Result<Piece>> next()
    {
        const auto state = m_state;
        while (state->pieces.empty())
            co_await state->arrived.wait();
        auto piece = std::move(state->pieces.front());
        state->pieces.pop_front();
        co_return piece;
    }
    /// The same, or nullopt when nothing has come by `deadline`.
    [[nodiscard]] client::Task<std::optional<api::Result<Piece>>> next(api::Timers &timers,
                                                                       base::Instant deadline)
    {
        const auto state = m_state;
        const auto alarm = timers.after(deadline - timers.now(), [state] { state->arrived.notify(); });
        while (state->pieces.empty() && timers.now() < deadline)
            co_await state->arrived.wait();
        if (state->pieces.empty())
            co_return std::nullopt;
        auto piece = std::move(state->pieces.front());
        state->pieces.pop_front();
        co_return piece;
    }

private:
    struct State {
        explicit State(api::Timers &timers) : arrived(timers) {}
        std::deque<api::Result<Piece>> pieces;
        Signal arrived;
    };
    std::shared_ptr<State> m_state;
};

/// A watch under way, as a sequence of batches.
class Watching {
public:
    Watching(api::KubeTransport &transport, api::Timers &timers, api::Request request)
        : m_inbox(timers), m_call(transport.watch(std::move(request), m_inbox.sink()))
    {
    }
    [[nodiscard]] auto next() { return m_inbox.next(); }
    [[nodiscard]] auto next(api::Timers &timers, base::Instant deadline)
    {
        return m_inbox.next(timers, deadline);
    }

private:
    Inbox<std::vector<api::WatchEvent>> m_inbox;
    api::CallPtr m_call;
};

/// A byte stream under way.
class Streaming {
public:
    Streaming(api::KubeTransport &transport, api::Timers &timers, api::Request request)
        : m_inbox(timers), m_call(transport.stream(std::move(request), m_inbox.sink()))
    {
    }
    [[nodiscard]] auto next() { return m_inbox.next(); }

private:
    Inbox<std::string> m_inbox;
    api::CallPtr m_call;
};

} // namespace minato::shell::kubectl
