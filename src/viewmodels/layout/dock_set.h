// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/layout/dock_models.h"

namespace minato::viewmodels {

/// All panes, docks and borders of the window, as models that stay and are told what is where.
class DockSet : public QObject {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(QQmlListProperty<minato::viewmodels::PaneModel> panes READ panes CONSTANT)
    Q_PROPERTY(QQmlListProperty<minato::viewmodels::DockModel> docks READ docks CONSTANT)
    Q_PROPERTY(QQmlListProperty<minato::viewmodels::SplitModel> splits READ splits CONSTANT)

public:
    explicit DockSet(QObject *parent = nullptr);

    [[nodiscard]] QQmlListProperty<PaneModel> panes(); ///< all there are, in reading order
    [[nodiscard]] QQmlListProperty<DockModel> docks(); ///< by DockId
    [[nodiscard]] QQmlListProperty<SplitModel> splits();
    [[nodiscard]] PaneModel *pane(const QString &id) const;
    [[nodiscard]] DockModel *dock(int dock) const { return m_docks[dock]; } ///< by DockId
    [[nodiscard]] SplitModel *split(SplitId id) const { return m_splits[static_cast<int>(id)]; }
    void retranslate();

protected:
    [[nodiscard]] const QList<PaneModel *> &allPanes() const { return m_panes; }
    /// The panes in front of their docks, in reading order.
    [[nodiscard]] QStringList inSight() const;
    /// Tells all models; `available`: the panes that have a page.
    void arrange(const Arrangement &arrangement, const DockRoom &room, const QStringList &available);

private:
    /// Which docks have panes.
    std::array<bool, kDockCount> arrangePanes(const Arrangement &arrangement, LayoutForm form,
                                              const QStringList &available);

    QList<PaneModel *> m_panes;
    QList<DockModel *> m_docks;
    QList<SplitModel *> m_splits;
};

} // namespace minato::viewmodels
