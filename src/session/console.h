// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "session/state.h"
#include "shell/shell.h"

#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace minato::session {

/// Runs the learner's lines in a shell, one after another, and writes down what they print.
///
/// Bounds    Output that nobody takes is kept as Batch has it, the newest.
/// Threads   One: the backend's.
class Console {
public:
    Console(shell::Shell &shell, api::Timers &timers, int tab = kFirstTab)
        : m_shell(shell), m_timers(timers), m_tab(tab)
    {
    }

    void submit(std::string line);
    /// Ends what runs and forgets what waits.
    void cancel();
    /// Told of each line when it begins.
    void setOnEntered(std::function<void(const std::string &)> onEntered)
    {
        m_onEntered = std::move(onEntered);
    }
    [[nodiscard]] bool isIdle() const { return !m_isRunning && m_waiting.empty(); }
    [[nodiscard]] std::vector<TerminalChunk> take();
    [[nodiscard]] bool isEmpty() const { return m_chunks.empty(); }
    /// Text that did not come from a submitted line.
    void add(TerminalChunk chunk);

private:
    void startNext();
    void finish(int exitStatus);

    shell::Shell &m_shell;
    api::Timers &m_timers;
    int m_tab;
    std::deque<std::string> m_waiting;
    std::vector<TerminalChunk> m_chunks;
    std::size_t m_bytes = 0; ///< of them, or more
    std::function<void(const std::string &)> m_onEntered;
    bool m_isRunning = false;
    client::Task<int> m_task;
    api::TimerPtr m_next;
};

} // namespace minato::session
