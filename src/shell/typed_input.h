// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/sh/streams.h"

#include <functional>
#include <string>

namespace minato::shell {

/// What a person types while a program reads it: line by line, and only when the program waits for one, so that the
/// other lines stay for the shell.
///
/// Mirrors   a terminal in its usual setting, which hands over whole lines
/// Differs   A program that reads ahead gets no more than the line it waits for.
class TypedInput : public InStream {
public:
    explicit TypedInput(api::Timers &timers) : m_typed(timers) {}

    /// Told when a program begins to wait; it may call type() or end() at once.
    void setOnWaiting(std::function<void()> onWaiting) { m_onWaiting = std::move(onWaiting); }
    [[nodiscard]] bool isWaiting() const { return m_waiting > 0 && m_pending.empty() && !m_isEnded; }
    /// True: whoever reads echoes.
    [[nodiscard]] bool isRaw() const { return m_isRaw; }
    /// A line with its newline.
    void type(std::string line);
    /// Ctrl+D on an empty line: the program that waits finds the end.
    void end();
    /// Forgets what a program left behind.
    void reset();

    [[nodiscard]] bool isTerminal() const override { return true; }
    void setRaw(bool isRaw) override { m_isRaw = isRaw; }

protected:
    [[nodiscard]] client::Task<bool> fill() override;

private:
    Signal m_typed;
    std::function<void()> m_onWaiting;
    std::string m_pending;
    int m_waiting = 0;
    bool m_isEnded = false, m_isRaw = false;
};

} // namespace minato::shell
