// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/layout/dock_set.h"

#include <algorithm>
#include <map>

namespace minato::viewmodels {

DockSet::DockSet(QObject *parent) : QObject(parent)
{
    for (const QString &id : paneIds())
        m_panes += new PaneModel(id, this);
    for (std::size_t dock = 0; dock < kDockCount; ++dock)
        m_docks += new DockModel(this);
    for (std::size_t at = 0; at < kSplitCount; ++at)
        m_splits += new SplitModel(static_cast<SplitId>(at), this);
}

QQmlListProperty<PaneModel> DockSet::panes()
{
    return listOf(this, m_panes);
}

QQmlListProperty<DockModel> DockSet::docks()
{
    return listOf(this, m_docks);
}

QQmlListProperty<SplitModel> DockSet::splits()
{
    return listOf(this, m_splits);
}

PaneModel *DockSet::pane(const QString &id) const
{
    const auto found = std::ranges::find(m_panes, id, &PaneModel::paneId);
    return found == m_panes.end() ? nullptr : *found;
}

QStringList DockSet::inSight() const
{
    QStringList panes;
    for (const DockModel *dock : m_docks)
        if (dock->current())
            panes += dock->current()->paneId();
    return panes;
}

void DockSet::arrange(const Arrangement &arrangement, const DockRoom &room, const QStringList &available)
{
    const std::array<bool, kDockCount> isShown = arrangePanes(arrangement, room.form, available);
    const DockGeometry geometry = dockGeometry(room, isShown, arrangement.shares);
    for (std::size_t dock = 0; dock < kDockCount; ++dock)
        m_docks[static_cast<int>(dock)]->setPlace(geometry.docks[dock]);
    for (std::size_t at = 0; at < kSplitCount; ++at)
        m_splits[static_cast<int>(at)]->setSplit(geometry.splits[at]);
}

std::array<bool, kDockCount> DockSet::arrangePanes(const Arrangement &arrangement, LayoutForm form,
                                                   const QStringList &available)
{
    std::array<bool, kDockCount> isShown{};
    std::map<PaneModel *, PaneModel::State> states;
    for (PaneModel *pane : m_panes) {
        const Arrangement::Place &place = arrangement.place(pane->paneId());
        states[pane] = {.isOffered = available.contains(pane->paneId()),
                        .isHidden = place.isHidden,
                        .home = static_cast<int>(place.dock)};
    }
    for (std::size_t dock = 0; dock < kDockCount; ++dock) {
        const QStringList shown = arrangement.shown(static_cast<DockId>(dock), form, available);
        isShown[dock] = !shown.isEmpty();
        const QString front = arrangement.newest(shown);
        QList<PaneModel *> panes;
        for (const QString &id : shown) {
            panes += pane(id);
            states[panes.back()].dock = static_cast<int>(dock);
            states[panes.back()].isCurrent = id == front;
        }
        m_docks[static_cast<int>(dock)]->setPanes(panes, front.isEmpty() ? nullptr : pane(front));
    }
    for (PaneModel *pane : m_panes)
        pane->setState(states[pane]);
    return isShown;
}

void DockSet::retranslate()
{
    for (PaneModel *pane : m_panes)
        Q_EMIT pane->changed();
    for (SplitModel *split : m_splits)
        split->retranslate();
}

} // namespace minato::viewmodels
