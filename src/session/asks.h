// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "client/task.h"
#include "session/ask.h"
#include "shell/shell.h"

#include <map>

namespace minato::session {

/// Answers the window's questions, several at a time, by requests to the API server; `shell` is the terminal's.
///
/// Cancel    A question that is cancelled or replaced by one with its id leaves nothing behind.
/// Threads   One: the backend's.
class Asks {
public:
    static constexpr std::size_t kMost = 16;

    Asks(api::KubeTransport &transport, shell::Shell &shell) : m_transport(transport), m_shell(shell) {}

    void ask(Ask ask);
    void cancel(std::uint64_t id) { m_running.erase(id); }
    /// The answers that have come; each is given once.
    [[nodiscard]] Answers take();
    /// Nothing is being waited for.
    [[nodiscard]] bool isIdle() const;

private:
    template <class Question>
    [[nodiscard]] client::Task<Answer> answerTo(Question question);

    api::KubeTransport &m_transport;
    shell::Shell &m_shell;
    std::map<std::uint64_t, client::Task<Answer>> m_running;
};

} // namespace minato::session
