// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/terminals.h"

#include "shell/local_ports.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace minato::session {
namespace {

shell::Shell::Options with(shell::Shell::Options options, shell::InPtr input, shell::HintSink hint,
                           shell::TextEditor editor)
{
    options.input = std::move(input);
    options.hint = std::move(hint);
    options.editor = std::move(editor);
    return options;
}

} // namespace

Terminals::Tab::Tab(Terminals &terminals, int number)
    : input(std::make_shared<shell::TypedInput>(terminals.m_options.timers)),
      shell(with(
          terminals.m_options, input,
          [&terminals, number](const shell::Hint &hint) { terminals.tell(number, hint); },
          [&terminals, number](std::string text) { return terminals.m_desk.edit(number, std::move(text)); })),
      console(shell, input, terminals.m_options.timers, number)
{
    shell.setVariable("LANG", terminals.m_locale);
    for (const auto &[name, text] : terminals.m_files)
        shell.writeFile(name, text);
    console.setOnEntered([this, &terminals](const std::string &line) {
        ++entered;
        if (terminals.m_onEntered)
            terminals.m_onEntered(line);
    });
}

Terminals::Terminals(shell::Shell::Options options) : m_options(std::move(options))
{
    m_options.ports = std::make_shared<shell::LocalPorts>(m_options.traffic);
    static_cast<void>(tab(kFirstTab));
}

Terminals::Tab &Terminals::tab(int number)
{
    return m_tabs.try_emplace(number, *this, number).first->second;
}

void Terminals::close(int tab)
{
    m_tabs.erase(tab);
}

void Terminals::writeFile(const std::string &name, const std::string &text)
{
    m_files.insert_or_assign(name, text);
    for (auto &[number, each] : m_tabs)
        each.shell.writeFile(name, text);
}

void Terminals::setLanguage(const std::string &language)
{
    const std::string before = std::exchange(m_locale, language == "ja" ? "ja_JP.UTF-8" : "en_US.UTF-8");
    for (auto &[number, each] : m_tabs)
        if (each.shell.variable("LANG") == before)
            each.shell.setVariable("LANG", m_locale);
}

void Terminals::tell(int number, const shell::Hint &hint)
{
    Tab &here = tab(number);
    const auto [told, isNew] = here.hints.try_emplace(hint.english, here.entered);
    if (!isNew && here.entered - told->second < kHintPause)
        return;
    told->second = here.entered;
    here.console.add({.kind = TerminalChunk::Kind::Hint, .text = hint.english, .japanese = hint.japanese});
}

bool Terminals::isIdle() const
{
    return std::ranges::all_of(m_tabs, [this](const auto &entry) {
        return entry.second.console.isIdle() || m_desk.isWaiting(entry.first);
    });
}

bool Terminals::hasNews() const
{
    return m_desk.hasNews() ||
           std::ranges::any_of(m_tabs, [](const auto &entry) { return !entry.second.console.isEmpty(); });
}

std::vector<TerminalChunk> Terminals::takeOutput()
{
    std::vector<TerminalChunk> chunks;
    for (auto &[number, each] : m_tabs)
        std::ranges::move(each.console.take(), std::back_inserter(chunks));
    return chunks;
}

} // namespace minato::session
