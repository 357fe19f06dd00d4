// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/pod_search.h"

#include <QCoreApplication>

#include <algorithm>

namespace minato::viewmodels {

PodSearch::PodSearch(const CardList &cards, QObject *parent) : QObject(parent), m_cards(cards) {}

void PodSearch::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_needle = text.trimmed().toLower().toStdString();
    m_current = -1;
    Q_EMIT textChanged();
    refresh();
}

bool PodSearch::matches(const session::PodState &pod) const
{
    if (m_needle.empty())
        return true;
    for (const std::string *field : {&pod.name, &pod.node, &pod.ip, &pod.app})
        if (field->find(m_needle) != std::string::npos)
            return true;
    return false;
}

void PodSearch::refresh()
{
    collect();
    Q_EMIT hitsChanged();
}

void PodSearch::collect()
{
    const Hit before = m_current < 0 ? Hit{} : m_hits[static_cast<std::size_t>(m_current)];
    m_hits.clear();
    if (!isActive())
        return;
    for (int i = 0; i < m_cards.count(); ++i) {
        const Card &card = *m_cards.cards()[static_cast<std::size_t>(i)];
        if (card.isNode() && card.name().find(m_needle) != std::string::npos)
            m_hits.push_back({i, -1});
        for (int row = 0; row < card.pods()->count(); ++row)
            if (card.pods()->cell(row).isFound)
                m_hits.push_back({i, row});
    }
    const auto same = std::ranges::find(m_hits, before);
    m_current =
        same == m_hits.end() ? std::min(m_current, count() - 1) : static_cast<int>(same - m_hits.begin());
}

void PodSearch::step(int by)
{
    if (m_hits.empty())
        return;
    m_current = m_current < 0 && by < 0 ? count() - 1 : (m_current + by + count()) % count();
    const Hit hit = m_hits[static_cast<std::size_t>(m_current)];
    Q_EMIT hitsChanged();
    Q_EMIT shown(hit.card, hit.row);
}

QString PodSearch::positionText() const
{
    if (!isActive())
        return {};
    if (m_hits.empty())
        //: Beside the search for Pods: nothing was found. Short.
        //% "none"
        return qtTrId("search.none");
    if (m_current < 0)
        //: Beside the search for Pods. Short. %n: how many were found.
        //% "%n found"
        return qtTrId("search.count", count());
    //: Beside the search for Pods: which of the hits is shown. %1, %2: numbers.
    //% "%1 of %2"
    return qtTrId("search.position").arg(m_current + 1).arg(count());
}

} // namespace minato::viewmodels
