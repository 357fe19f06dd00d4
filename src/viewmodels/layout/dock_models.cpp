// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/layout/dock_models.h"

#include <QCoreApplication>

#include <algorithm>

namespace minato::viewmodels {

void DockModel::setPlace(QRect place)
{
    if (m_place == place)
        return;
    m_place = place;
    Q_EMIT placeChanged();
}

void DockModel::setPanes(const QList<PaneModel *> &panes, PaneModel *current)
{
    const bool hasOthers = m_panes != panes, hasAnother = m_current != current;
    m_panes = panes;
    m_current = current;
    if (hasOthers)
        Q_EMIT panesChanged();
    if (hasAnother)
        Q_EMIT currentChanged();
}

QString SplitModel::name() const
{
    switch (m_id) {
    case SplitId::Left:
        //: A border that can be moved, for screen readers.
        //% "Width of the left dock"
        return qtTrId("split.left");
    case SplitId::Right:
        //: A border that can be moved, for screen readers.
        //% "Width of the right dock"
        return qtTrId("split.right");
    case SplitId::Lower:
        //: A border that can be moved, for screen readers.
        //% "Height of the lower right dock"
        return qtTrId("split.lower");
    case SplitId::Bottom:
        break;
    }
    //: A border that can be moved, for screen readers.
    //% "Height of the bottom dock"
    return qtTrId("split.bottom");
}

void SplitModel::moveBy(int pixels)
{
    const int grows = m_id == SplitId::Left ? pixels : -pixels;
    Q_EMIT asked(
        std::clamp(m_split.share + double(grows) / std::max(m_split.whole, 1), m_split.least, m_split.most));
}

void SplitModel::step(int percent)
{
    moveBy(qRound(m_split.whole * percent / 100.));
}

void SplitModel::setPercent(int percent)
{
    if (percent != this->percent())
        Q_EMIT asked(std::clamp(percent / 100., m_split.least, m_split.most));
}

void SplitModel::setSplit(const Split &split)
{
    if (m_split == split)
        return;
    m_split = split;
    Q_EMIT changed();
}

} // namespace minato::viewmodels
