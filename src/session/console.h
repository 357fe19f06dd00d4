// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "session/state.h"
#include "shell/shell.h"
#include "shell/typed_input.h"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace minato::session {

/// Runs the learner's lines in a shell, one after another, and writes down what they print. A line that comes while a
/// command reads what is typed goes to that command.
///
/// Bounds    Output that nobody takes is kept as Batch has it, the newest.
/// Threads   One: the backend's.
class Console {
public:
    /// `input`: what the shell was given to read; null: its commands read nothing.
    Console(shell::Shell &shell, std::shared_ptr<shell::TypedInput> input, api::Timers &timers,
            int tab = kFirstTab);
    ~Console();
    Console(const Console &) = delete;
    Console &operator=(const Console &) = delete;

    void submit(std::string line);
    /// Ctrl+C: ends what runs and forgets what waits. A program that took the whole terminal (`kubectl exec -ti`) is told
    /// instead.
    void cancel();
    /// The command that reads what is typed finds the end.
    void endInput();
    /// Told of each line when it begins.
    void setOnEntered(std::function<void(const std::string &)> onEntered)
    {
        m_onEntered = std::move(onEntered);
    }
    /// Nothing runs but what waits for a person.
    [[nodiscard]] bool isIdle() const { return (!m_isRunning || isAsking()) && m_waiting.empty(); }
    [[nodiscard]] std::vector<TerminalChunk> take();
    [[nodiscard]] bool isEmpty() const { return m_chunks.empty(); }
    /// Text that did not come from a submitted line.
    void add(TerminalChunk chunk);

private:
    void startNext();
    void finish(int exitStatus);
    [[nodiscard]] bool isAsking() const { return m_isRunning && m_input && m_input->isWaiting(); }
    void onAsking();
    void addOutput(TerminalChunk chunk);
    void feed();

    shell::Shell &m_shell;
    std::shared_ptr<shell::TypedInput> m_input;
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
