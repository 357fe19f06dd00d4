// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "session/state.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace minato::session {

/// Texts that commands of the terminal lay before a person: a command waits until its text comes back.
///
/// Cancel    The text is taken away from the person when the command ends.
/// Threads   One: the backend's.
class EditDesk {
public:
    /// The text as it comes back; nullopt: the person gave up the editor. The desk must outlive the task.
    [[nodiscard]] client::Task<std::optional<std::string>> edit(int tab, std::string text);
    /// Gives a text back; one that nobody waits for any more is dropped.
    void finish(std::uint64_t id, std::optional<std::string> text);

    /// A command of that tab waits for a person.
    [[nodiscard]] bool isWaiting(int tab) const;
    [[nodiscard]] bool hasNews() const { return !m_news.empty(); }
    [[nodiscard]] std::vector<EditNews> take() { return std::exchange(m_news, {}); }

private:
    struct Wait;

    std::map<std::uint64_t, Wait *> m_waits;
    std::vector<EditNews> m_news;
    std::uint64_t m_lastId = 0;
};

} // namespace minato::session
