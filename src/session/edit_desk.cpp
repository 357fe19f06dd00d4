// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/edit_desk.h"

#include <algorithm>

namespace minato::session {

/// What a command waits in. It ends with the command's own frame.
struct EditDesk::Wait {
    Wait(EditDesk &itsDesk, int itsTab, std::string text) : desk(itsDesk), tab(itsTab), id(++itsDesk.m_lastId)
    {
        desk.m_waits.emplace(id, this);
        desk.m_news.push_back({EditNews::Kind::Opened, id, tab, std::move(text)});
    }
    Wait(const Wait &) = delete;
    Wait &operator=(const Wait &) = delete;
    ~Wait()
    {
        desk.m_waits.erase(id);
        desk.m_news.push_back({EditNews::Kind::Ended, id, tab, {}});
    }

    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiting) { handle = waiting; }
    std::optional<std::string> await_resume() { return std::move(result); }

    EditDesk &desk;
    int tab;
    std::uint64_t id;
    std::optional<std::string> result;
    std::coroutine_handle<> handle;
};

client::Task<std::optional<std::string>> EditDesk::edit(int tab, std::string text)
{
    std::optional<std::string> edited;
    {
        Wait wait(*this, tab, std::move(text));
        edited = co_await wait;
    }
    co_return edited;
}

void EditDesk::finish(std::uint64_t id, std::optional<std::string> text)
{
    const auto found = m_waits.find(id);
    if (found == m_waits.end())
        return;
    found->second->result = std::move(text);
    found->second->handle.resume();
}

bool EditDesk::isWaiting(int tab) const
{
    return std::ranges::any_of(m_waits, [tab](const auto &entry) { return entry.second->tab == tab; });
}

} // namespace minato::session
