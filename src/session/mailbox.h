// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"

#include <functional>
#include <mutex>
#include <utility>

namespace minato::session {

/// The one place where the backend's thread and the window's meet. Bounded: posting to a slow reader
/// coalesces.
///
/// Threads   post() from the backend's, take() and close() from the window's. `wake` is called on the poster's
///           thread, once for each time that the box becomes non-empty: it must only post an event.
class Mailbox {
public:
    explicit Mailbox(std::function<void()> wake = {}) : m_wake(std::move(wake)) {}

    void post(Batch &&batch)
    {
        if (batch.isEmpty())
            return;
        const std::scoped_lock lock(m_mutex);
        if (m_isClosed)
            return;
        const bool becameFull = m_content.isEmpty();
        m_content.merge(std::move(batch));
        if (becameFull && m_wake)
            m_wake();
    }

    /// Everything so far; the box is empty afterwards.
    [[nodiscard]] Batch take()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_content, Batch{});
    }

    /// Nobody reads any more: what is there and what still comes is dropped, and nobody is woken.
    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_isClosed = true;
        m_content = {};
    }

private:
    std::function<void()> m_wake;
    std::mutex m_mutex;
    Batch m_content;
    bool m_isClosed = false;
};

} // namespace minato::session
