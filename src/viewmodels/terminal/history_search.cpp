// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/terminal/history_search.h"

namespace minato::viewmodels {

void HistorySearch::begin(const QString &typed)
{
    *this = {};
    m_isOn = true;
    m_found = m_typedBefore = typed;
}

void HistorySearch::lookFrom(qsizetype newest, const QStringList &history)
{
    for (qsizetype at = qMin(newest, history.size() - 1); at >= 0; --at) {
        if (!history[at].contains(m_query))
            continue;
        m_at = at;
        m_found = history[at];
        m_hasFailed = false;
        return;
    }
    m_hasFailed = true; // what was found before stays in sight
}

void HistorySearch::extend(const QString &text, const QStringList &history)
{
    m_query += text;
    lookFrom(m_at < 0 ? history.size() - 1 : m_at, history);
}

void HistorySearch::shorten(const QStringList &history)
{
    m_query.chop(m_query.size() > 1 && m_query.back().isLowSurrogate() ? 2 : 1);
    m_at = -1;
    m_hasFailed = false;
    m_found = m_typedBefore;
    if (!m_query.isEmpty())
        lookFrom(history.size() - 1, history);
}

void HistorySearch::older(const QStringList &history)
{
    if (!m_query.isEmpty())
        lookFrom(m_at < 0 ? history.size() - 1 : m_at - 1, history);
}

} // namespace minato::viewmodels
