// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>
#include <functional>

namespace minato::viewmodels {

/// The line that is being typed, with a memory of those before it; the usual keys of a shell.
class LineEditor {
public:
    static constexpr int kMaxHistory = 500;

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] int cursor() const { return m_cursor; }
    [[nodiscard]] const QStringList &history() const { return m_history; }

    void setText(const QString &text);
    void insert(const QString &text);
    void backspace();
    void deleteForward();
    void deleteWordBefore();
    void deleteToEnd();
    void deleteToStart();
    void left() { m_cursor = before(m_cursor); }
    void right() { m_cursor = after(m_cursor); }
    void wordLeft() { m_cursor = wordStart(); }
    void wordRight();
    void home() { m_cursor = 0; }
    void end() { m_cursor = int(m_text.size()); }
    void setCursor(int position) { m_cursor = std::clamp(position, 0, int(m_text.size())); }

    /// Goes back and forth in what was entered; the unfinished line waits at the end.
    void older();
    void newer();
    /// Empties the line and remembers it, unless it is blank or repeats the last one.
    [[nodiscard]] QString takeLine();
    /// As if it had been entered.
    void remember(const QString &line);
    /// Told of each line that is remembered.
    void setKeeper(std::function<void(const QString &)> keeper) { m_keeper = std::move(keeper); }
    /// Puts `text` in the place of what stands from there to the cursor.
    void replaceBefore(int from, const QString &text);

private:
    [[nodiscard]] int before(int position) const;
    [[nodiscard]] int after(int position) const;
    [[nodiscard]] int wordStart() const;
    void show(int entry);

    QString m_text, m_unfinished;
    int m_cursor = 0;
    QStringList m_history;
    std::function<void(const QString &)> m_keeper;
    int m_shown = -1; ///< -1: the unfinished line
};

} // namespace minato::viewmodels
