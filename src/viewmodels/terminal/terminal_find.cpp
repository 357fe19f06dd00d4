// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/terminal/terminal_find.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace minato::viewmodels {

TerminalFind::TerminalFind(const Scrollback &text, QObject *parent) : QObject(parent), m_text(text) {}

void TerminalFind::setQuery(const QString &query)
{
    if (m_query == query)
        return;
    m_query = query;
    search();
}

void TerminalFind::setCaseSensitive(bool isCaseSensitive)
{
    if (isCaseSensitive == this->isCaseSensitive())
        return;
    m_case = isCaseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
    search();
}

void TerminalFind::searchLine(qint64 line, std::deque<TextPlace> &found) const
{
    const QString &text = m_text.line(line).text;
    for (qsizetype at = text.indexOf(m_query, 0, m_case); at >= 0;
         at = text.indexOf(m_query, at + m_query.size(), m_case))
        found.push_back({line, int(at)});
}

void TerminalFind::search()
{
    m_found.clear();
    m_isCut = false;
    m_searchedTo = std::max(m_text.first(), m_text.end() - 1); // the last line may still grow
    for (qint64 line = m_searchedTo - 1; line >= m_text.first() && !m_query.isEmpty() && !m_isCut; --line) {
        std::deque<TextPlace> here;
        searchLine(line, here);
        m_found.insert(m_found.begin(), here.begin(), here.end());
        m_isCut = m_found.size() >= kMost;
    }
    m_at = m_found.empty() ? 0 : m_found.size() - 1;
    update();
    m_at = m_found.empty() ? 0 : m_found.size() - 1;
    Q_EMIT changed();
    Q_EMIT moved();
}

void TerminalFind::update()
{
    if (m_query.isEmpty())
        return;
    const std::size_t before = m_found.size();
    while (!m_found.empty() && m_found.front().line < m_text.first()) {
        m_found.pop_front();
        m_at -= m_at > 0;
    }
    while (!m_found.empty() && m_found.back().line >= m_searchedTo)
        m_found.pop_back();
    for (qint64 line = std::max(m_searchedTo, m_text.first()); line < m_text.end(); ++line)
        searchLine(line, m_found);
    m_searchedTo = std::max(m_text.first(), m_text.end() - 1);
    for (; m_found.size() > 2 * kMost; m_isCut = true) {
        m_found.pop_front();
        m_at -= m_at > 0;
    }
    m_at = m_found.empty() ? 0 : std::min(m_at, m_found.size() - 1);
    if (before != m_found.size())
        Q_EMIT changed();
}

void TerminalFind::cut(qint64 from)
{
    while (!m_found.empty() && m_found.back().line >= from)
        m_found.pop_back();
    m_searchedTo = std::min(m_searchedTo, from);
}

void TerminalFind::move(int by)
{
    if (m_found.empty())
        return;
    const auto count = std::ptrdiff_t(m_found.size());
    m_at = std::size_t((std::ptrdiff_t(m_at) + by + count) % count);
    Q_EMIT changed();
    Q_EMIT moved();
}

std::optional<TextPlace> TerminalFind::current() const
{
    return m_found.empty() ? std::nullopt : std::optional(m_found[m_at]);
}

std::vector<int> TerminalFind::in(qint64 line) const
{
    std::vector<int> places;
    for (auto found = std::ranges::lower_bound(m_found, TextPlace{line, 0});
         found != m_found.end() && found->line == line; ++found)
        places.push_back(found->at);
    return places;
}

QString TerminalFind::countText() const
{
    if (m_query.isEmpty())
        return {};
    if (m_found.empty())
        //: In the terminal's find bar.
        //% "Not found"
        return qtTrId("terminal.find.none");
    const QLocale locale;
    const QString at = locale.toString(qulonglong(m_at + 1)),
                  count = locale.toString(qulonglong(m_found.size()));
    //: In the terminal's find bar. %1: which of the places found, from the top. %2: how many there are.
    //% "%1 of %2"
    const QString all = qtTrId("terminal.find.count");
    //: As terminal.find.count, when there are too many places to count them all.
    //% "%1 of the newest %2"
    const QString newest = qtTrId("terminal.find.many");
    return (m_isCut ? newest : all).arg(at, count);
}

} // namespace minato::viewmodels
