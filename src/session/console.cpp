// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/console.h"

#include "session/batch.h"

#include <utility>

namespace minato::session {

using Kind = TerminalChunk::Kind;

void Console::submit(std::string line)
{
    m_waiting.push_back(std::move(line));
    if (!m_isRunning)
        startNext();
}

void Console::startNext()
{
    if (m_waiting.empty())
        return;
    std::string line = std::move(m_waiting.front());
    m_waiting.pop_front();
    add({Kind::Entered, line, 0, m_timers.now()});
    if (m_onEntered)
        m_onEntered(line);
    m_isRunning = true;
    m_task = m_shell.run(std::move(line), [this](shell::Stream stream, std::string_view text) {
        add({stream == shell::Stream::Out ? Kind::Out : Kind::Err, std::string(text)});
    });
    m_task.start([this] { finish(m_task.takeResult()); });
}

void Console::finish(int exitStatus)
{
    m_isRunning = false;
    add({Kind::Finished, {}, exitStatus});
    // Not from inside the task that has just ended.
    m_next = m_timers.after(base::Duration(0), [this] {
        if (!m_isRunning)
            startNext();
    });
}

void Console::cancel()
{
    if (m_isRunning) {
        m_task.cancel();
        m_isRunning = false;
        add({Kind::Out, "^C\n"});
        add({Kind::Finished, {}, 130});
    }
    for (; !m_waiting.empty(); m_waiting.pop_front())
        add({Kind::Finished, {}, 130});
}

void Console::add(TerminalChunk chunk)
{
    chunk.tab = m_tab;
    m_bytes += chunk.text.size();
    const bool isOutput = chunk.kind == Kind::Out || chunk.kind == Kind::Err;
    if (isOutput && !m_chunks.empty() && m_chunks.back().kind == chunk.kind)
        m_chunks.back().text += chunk.text;
    else
        m_chunks.push_back(std::move(chunk));
    if (m_bytes > 2 * Batch::kMaxTerminalBytes)
        m_bytes = trimOutput(m_chunks);
}

std::vector<TerminalChunk> Console::take()
{
    m_bytes = 0;
    return std::exchange(m_chunks, {});
}

} // namespace minato::session
