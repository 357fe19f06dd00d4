// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/layout/arrangement.h"
#include "viewmodels/layout/dock_models.h"

#include <QList>

namespace minato::viewmodels {

/// The panes, docks and borders of one window, by name. They belong to the QObject that made them.
class DockSet {
public:
    /// Null when there is none of that id.
    [[nodiscard]] PaneModel *pane(const QString &id) const
    {
        for (PaneModel *pane : m_panes)
            if (pane->paneId() == id)
                return pane;
        return nullptr;
    }
    /// `dock`: a LayoutModel::Dock.
    [[nodiscard]] DockModel *dock(int dock) const { return m_docks[dock]; }
    [[nodiscard]] SplitModel *split(SplitId id) const { return m_splits[static_cast<int>(id)]; }

protected:
    DockSet() = default;
    ~DockSet() = default;

    QList<PaneModel *> m_panes; ///< all there are, in reading order
    QList<DockModel *> m_docks;
    QList<SplitModel *> m_splits;
};

} // namespace minato::viewmodels
