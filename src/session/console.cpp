// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/console.h"

#include "session/batch.h"

#include <utility>

namespace minato::session {

using Kind = TerminalChunk::Kind;

Console::Console(shell::Shell &shell, std::shared_ptr<shell::TypedInput> input, api::Timers &timers, int tab)
    : m_shell(shell), m_input(std::move(input)), m_timers(timers), m_tab(tab)
{
    if (m_input)
        m_input->setOnWaiting([this] { onAsking(); });
}

Console::~Console()
{
    if (m_input)
        m_input->setOnWaiting({});
}

void Console::submit(std::string line)
{
    m_waiting.push_back(std::move(line));
    if (!m_isRunning)
        startNext();
    else if (isAsking())
        feed();
}

void Console::onAsking()
{
    if (m_waiting.empty())
        add({Kind::Asking});
    else
        feed();
}

/// Gives the next line to the command that asks for one.
void Console::feed()
{
    std::string line = std::move(m_waiting.front()) + "\n";
    m_waiting.pop_front();
    add({Kind::Taken});
    if (!m_input->isRaw())
        add({Kind::Out, line});
    m_input->type(std::move(line));
}

void Console::endInput()
{
    if (isAsking())
        m_input->end();
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
    if (m_input)
        m_input->reset();
    m_task = m_shell.run(std::move(line), [this](shell::Stream stream, std::string_view text) {
        addOutput({stream == shell::Stream::Out ? Kind::Out : Kind::Err, std::string(text)});
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
    // A program that took the terminal hears of the key, and what waits is not for it.
    if (m_isRunning && m_input && m_input->isRaw()) {
        for (; !m_waiting.empty(); m_waiting.pop_front())
            add({Kind::Taken});
        m_input->type("\x03");
        return;
    }
    if (m_isRunning) {
        m_task.cancel();
        m_isRunning = false;
        add({Kind::Out, "^C\n"});
        add({Kind::Finished, {}, 130});
    }
    for (; !m_waiting.empty(); m_waiting.pop_front())
        add({Kind::Finished, {}, 130});
}

/// What is printed while a command asks comes before what it asks.
void Console::addOutput(TerminalChunk chunk)
{
    const bool asks = isAsking();
    if (asks && !m_chunks.empty() && m_chunks.back().kind == Kind::Asking)
        m_chunks.pop_back();
    add(std::move(chunk));
    if (asks)
        add({Kind::Asking});
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
