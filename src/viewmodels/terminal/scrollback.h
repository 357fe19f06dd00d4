// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/terminal/terminal_line.h"

#include <QtTypes>

#include <deque>
#include <optional>
#include <string_view>
#include <utility>

namespace minato::viewmodels {

/// The lines that stand in a terminal above the one that is being typed.
///
/// Numbers   Lines are numbered from 0; the number of a line stays when older ones are dropped.
/// Bounds    The newest kMaxLines stay. The first of them says how many were dropped.
/// Escapes   What clears the screen and what sets colours is taken out; a command that clears the screen, such as
///           watch, gets its own output cleared (beginScreen), with "\033[3J" all of it. A carriage return begins
///           the line anew.
class Scrollback {
public:
    static constexpr qint64 kMaxLines = 100'000;

    [[nodiscard]] const std::deque<TerminalLine> &lines() const { return m_lines; }
    [[nodiscard]] qint64 first() const { return m_first; }
    [[nodiscard]] qint64 end() const { return m_first + qint64(m_lines.size()); } ///< one after the last
    [[nodiscard]] const TerminalLine &line(qint64 number) const
    {
        return m_lines[std::size_t(number - m_first)];
    }

    void append(TerminalLine line);
    /// Text of a command, which may begin and end in the middle of a line.
    void print(std::string_view text, Ink ink);
    /// What is appended next begins a line.
    void closeLine() { m_isLineOpen = false; }
    /// Takes the last line away when it may still grow: what a command asks. Empty: it may not, or is empty.
    [[nodiscard]] QString takeOpenLine();
    void addHint(const QString &english, const QString &japanese);
    /// Says that so many lines are missing here.
    void addGap(qint64 lines);
    /// What is printed from now on is the screen of one command.
    void beginScreen() { m_screen = end(); }
    void clear();
    /// Tells hints and gaps in the language of now.
    void retranslate();
    /// From which line on lines were thrown away since this was asked last, whatever came in their place.
    [[nodiscard]] std::optional<qint64> takeErased() { return std::exchange(m_erased, std::nullopt); }

private:
    void printPiece(std::string_view piece, Ink ink);
    [[nodiscard]] std::size_t escape(std::string_view text);
    void eraseFrom(qint64 number);
    void dropOldest();

    std::deque<TerminalLine> m_lines;
    qint64 m_first = 0;
    qint64 m_dropped = 0; ///< in all, at the front
    qint64 m_screen = 0;
    bool m_isLineOpen = false; ///< the last line may grow
    bool m_isLineOver = false; ///< it begins anew with what is printed next
    std::optional<qint64> m_erased;
};

} // namespace minato::viewmodels
