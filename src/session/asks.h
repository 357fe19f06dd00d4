// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "client/task.h"
#include "session/ask.h"
#include "session/estimator.h"
#include "shell/shell.h"

#include <functional>
#include <map>
#include <optional>

namespace minato::session {

/// Answers the window's questions, several at a time, by requests to the API server and to the shells of the terminal.
///
/// Cancel    A question that is cancelled or replaced by one with its id leaves nothing behind.
/// Threads   One: the backend's.
class Asks {
public:
    static constexpr std::size_t kMost = 16;

    using ShellOf = std::function<shell::Shell &(int tab)>;
    Asks(api::KubeTransport &transport, Estimator &estimator, ShellOf shellOf)
        : m_transport(transport), m_estimator(estimator), m_shellOf(std::move(shellOf))
    {
    }

    void ask(Ask ask);
    void cancel(std::uint64_t id) { m_running.erase(id); }
    /// Forgets what is asked of that tab's shell, which is about to end.
    void cancelTab(int tab);
    /// The answers that have come; each is given once.
    [[nodiscard]] Answers take();
    /// Nothing is being waited for.
    [[nodiscard]] bool isIdle() const;

private:
    template <class Question>
    [[nodiscard]] client::Task<Answer> answerTo(Question question);

    api::KubeTransport &m_transport;
    Estimator &m_estimator;
    struct Running {
        client::Task<Answer> task;
        std::optional<int> tab;
    };
    ShellOf m_shellOf;
    std::map<std::uint64_t, Running> m_running;
};

} // namespace minato::session
