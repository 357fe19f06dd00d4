// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/terminal/line_editor.h"

namespace minato::viewmodels {

void LineEditor::setText(const QString &text)
{
    m_text = text;
    m_cursor = int(text.size());
}

void LineEditor::insert(const QString &text)
{
    m_text.insert(m_cursor, text);
    m_cursor += int(text.size());
}

int LineEditor::before(int position) const
{
    if (position <= 0)
        return 0;
    const bool isPair = position > 1 && m_text[position - 1].isLowSurrogate();
    return position - (isPair ? 2 : 1);
}

int LineEditor::after(int position) const
{
    if (position >= m_text.size())
        return int(m_text.size());
    const bool isPair = m_text[position].isHighSurrogate() && position + 1 < m_text.size();
    return position + (isPair ? 2 : 1);
}

int LineEditor::wordStart() const
{
    int at = m_cursor;
    while (at > 0 && m_text[at - 1].isSpace())
        --at;
    while (at > 0 && !m_text[at - 1].isSpace())
        --at;
    return at;
}

void LineEditor::wordRight()
{
    while (m_cursor < m_text.size() && m_text[m_cursor].isSpace())
        ++m_cursor;
    while (m_cursor < m_text.size() && !m_text[m_cursor].isSpace())
        ++m_cursor;
}

void LineEditor::backspace()
{
    const int from = before(m_cursor);
    m_text.remove(from, m_cursor - from);
    m_cursor = from;
}

void LineEditor::deleteForward()
{
    m_text.remove(m_cursor, after(m_cursor) - m_cursor);
}

void LineEditor::deleteWordBefore()
{
    const int from = wordStart();
    m_text.remove(from, m_cursor - from);
    m_cursor = from;
}

void LineEditor::deleteToEnd()
{
    m_text.truncate(m_cursor);
}

void LineEditor::deleteToStart()
{
    m_text.remove(0, m_cursor);
    m_cursor = 0;
}

void LineEditor::show(int entry)
{
    m_shown = entry;
    setText(entry < 0 ? m_unfinished : m_history[entry]);
}

void LineEditor::older()
{
    if (m_history.isEmpty() || m_shown == 0)
        return;
    if (m_shown < 0)
        m_unfinished = m_text;
    show(m_shown < 0 ? int(m_history.size()) - 1 : m_shown - 1);
}

void LineEditor::newer()
{
    if (m_shown < 0)
        return;
    show(m_shown + 1 < m_history.size() ? m_shown + 1 : -1);
}

void LineEditor::replaceBefore(int from, const QString &text)
{
    const int start = std::clamp(from, 0, m_cursor);
    m_text.replace(start, m_cursor - start, text);
    m_cursor = start + int(text.size());
}

void LineEditor::remember(const QString &line)
{
    if (!line.trimmed().isEmpty() && (m_history.isEmpty() || m_history.back() != line)) {
        m_history += line;
        if (m_keeper)
            m_keeper(line);
    }
    if (m_history.size() > kMaxHistory)
        m_history.removeFirst();
    m_shown = -1;
}

QString LineEditor::takeLine()
{
    const QString line = m_text;
    remember(line);
    m_text.clear();
    m_unfinished.clear();
    m_cursor = 0;
    return line;
}

} // namespace minato::viewmodels
