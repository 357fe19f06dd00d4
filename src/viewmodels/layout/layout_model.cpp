// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/layout/layout_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <utility>

namespace minato::viewmodels {
LayoutModel::LayoutModel(const QString &file, QObject *parent) : QObject(parent)
{
    for (const QString &id : paneIds())
        m_panes += new PaneModel(id, this);
    for (std::size_t dock = 0; dock < kDockCount; ++dock)
        m_docks += new DockModel(this);
    for (std::size_t at = 0; at < kSplitCount; ++at) {
        auto *split = new SplitModel(static_cast<SplitId>(at), this);
        connect(split, &SplitModel::asked, this, [this, at](double share) {
            Arrangement arrangement = m_arrangement;
            arrangement.shares[at] = share;
            change(std::move(arrangement));
        });
        m_splits += split;
    }
    if (!file.isEmpty()) {
        m_settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
        load();
    }
}

void LayoutModel::load()
{
    m_settings->beginGroup(QStringLiteral("layout"));
    QVariantMap map;
    for (const QString &key : m_settings->childKeys())
        map.insert(key, m_settings->value(key));
    m_settings->endGroup();
    if (!map.isEmpty())
        m_arrangement = Arrangement::fromMap(map);
}

void LayoutModel::change(Arrangement arrangement)
{
    if (m_arrangement == arrangement)
        return;
    m_arrangement = std::move(arrangement);
    refresh();
    if (!m_settings)
        return;
    const QVariantMap map = m_arrangement.toMap();
    for (const auto &[key, value] : map.asKeyValueRange())
        m_settings->setValue(QStringLiteral("layout/") + key, value);
}

QQmlListProperty<PaneModel> LayoutModel::panes()
{
    return listOf(this, m_panes);
}

QQmlListProperty<DockModel> LayoutModel::docks()
{
    return listOf(this, m_docks);
}

QQmlListProperty<SplitModel> LayoutModel::splits()
{
    return listOf(this, m_splits);
}

QString LayoutModel::active() const
{
    if (const PaneModel *had = pane(m_active); had && had->isCurrent())
        return m_active;
    QStringList inSight;
    for (const DockModel *dock : m_docks)
        if (dock->current())
            inSight += dock->current()->paneId();
    return m_arrangement.newest(inSight);
}

void LayoutModel::setAvailable(const QStringList &panes)
{
    if (m_available == panes)
        return;
    m_available = panes;
    refresh();
    Q_EMIT availableChanged();
}

void LayoutModel::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    const QString active = this->active();
    m_mode = mode;
    if (const PaneModel *pane = this->pane(active); pane && !pane->isHidden())
        m_arrangement.show(active); // it stays in sight
    refresh();
    Q_EMIT modeChanged();
}

void LayoutModel::setActive(const QString &pane)
{
    if (m_active == pane)
        return;
    m_active = pane;
    Q_EMIT activeChanged();
}

LayoutForm LayoutModel::form() const
{
    const double width = m_room.width / m_room.unit;
    if (m_mode == Presenter || width < kStackedWidth)
        return LayoutForm::Stacked;
    if (m_mode == Focus)
        return LayoutForm::Focus;
    return width < kCompactWidth ? LayoutForm::Compact : LayoutForm::Full;
}

void LayoutModel::setRoom(int width, int height, double unit)
{
    m_room = {width, height, unit, m_room.form};
    refresh();
}

void LayoutModel::refresh()
{
    const LayoutForm before = std::exchange(m_room.form, form());
    std::array<bool, kDockCount> isShown{};
    refreshPanes(isShown);
    const DockGeometry geometry = dockGeometry(m_room, isShown, m_arrangement.shares);
    for (std::size_t dock = 0; dock < kDockCount; ++dock)
        m_docks[static_cast<int>(dock)]->setPlace(geometry.docks[dock]);
    for (std::size_t at = 0; at < kSplitCount; ++at)
        m_splits[static_cast<int>(at)]->setSplit(geometry.splits[at]);
    if (before != m_room.form)
        Q_EMIT formChanged();
}

void LayoutModel::refreshPanes(std::array<bool, kDockCount> &isShown)
{
    std::map<PaneModel *, PaneModel::State> states;
    for (PaneModel *pane : m_panes) {
        const Arrangement::Place &place = m_arrangement.place(pane->paneId());
        states[pane] = {.isOffered = m_available.contains(pane->paneId()),
                        .isHidden = place.isHidden,
                        .home = static_cast<int>(place.dock)};
    }
    for (std::size_t dock = 0; dock < kDockCount; ++dock) {
        const QStringList shown = m_arrangement.shown(static_cast<DockId>(dock), m_room.form, m_available);
        isShown[dock] = !shown.isEmpty();
        const QString front = m_arrangement.newest(shown);
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
}

void LayoutModel::show(const QString &pane)
{
    Arrangement arrangement = m_arrangement;
    arrangement.show(pane);
    change(std::move(arrangement));
}

void LayoutModel::raise(const QString &pane)
{
    if (const PaneModel *known = this->pane(pane); known && !known->isHidden())
        show(pane);
}

void LayoutModel::go(const QString &pane)
{
    if (!m_available.contains(pane))
        return;
    show(pane);
    Q_EMIT focusAsked(pane);
}

void LayoutModel::hide(const QString &pane)
{
    const auto isInSight = [this, &pane](const PaneModel *other) {
        return other->paneId() != pane && other->isOffered() && !other->isHidden();
    };
    if (std::ranges::none_of(m_panes, isInSight))
        return; // one has to stay
    Arrangement arrangement = m_arrangement;
    arrangement.hide(pane);
    change(std::move(arrangement));
    //: For screen readers. %1: a pane of the window, "Lesson".
    //% "%1 is hidden"
    Q_EMIT announced(qtTrId("layout.hidden").arg(paneTitle(pane)));
    Q_EMIT focusAsked(active());
}

void LayoutModel::toggle(const QString &pane)
{
    if (const PaneModel *known = this->pane(pane); known && known->isOffered())
        known->isHidden() ? go(pane) : hide(pane);
}

void LayoutModel::move(const QString &pane, Dock dock)
{
    Arrangement arrangement = m_arrangement;
    arrangement.move(pane, static_cast<DockId>(dock));
    change(std::move(arrangement));
    //: For screen readers. %1: a pane of the window, "Lesson". %2: where it is now, "left".
    //% "%1 is now in the dock: %2"
    Q_EMIT announced(qtTrId("layout.moved").arg(paneTitle(pane), dockTitle(dock)));
    Q_EMIT focusAsked(pane);
}

void LayoutModel::turn(DockModel *dock, int by)
{
    const QList<PaneModel *> &all = dock->all();
    if (all.isEmpty())
        return;
    const qsizetype at = all.indexOf(dock->current());
    go(all[(at + by + all.size()) % all.size()]->paneId());
}

void LayoutModel::goToDock(int by)
{
    QStringList inSight;
    for (const DockModel *dock : m_docks)
        if (dock->current())
            inSight += dock->current()->paneId();
    if (inSight.isEmpty())
        return;
    const qsizetype at = inSight.indexOf(active());
    Q_EMIT focusAsked(inSight[(at + by + inSight.size()) % inSight.size()]);
}

void LayoutModel::usePreset(const QString &id)
{
    change(preset(id));
    //: For screen readers. %1: an arrangement of the window's panes, "Traffic".
    //% "Layout: %1"
    Q_EMIT announced(qtTrId("layout.preset-used").arg(presetTitle(id)));
}

QString LayoutModel::dockTitle(Dock dock)
{
    switch (dock) {
    case Left:
        //: A place in the window.
        //% "Left"
        return qtTrId("dock.left");
    case Centre:
        //: A place in the window.
        //% "Centre"
        return qtTrId("dock.centre");
    case Right:
        //: A place in the window.
        //% "Right"
        return qtTrId("dock.right");
    case Lower:
        //: A place in the window.
        //% "Lower right"
        return qtTrId("dock.lower");
    case Bottom:
        break;
    }
    //: A place in the window.
    //% "Bottom"
    return qtTrId("dock.bottom");
}

void LayoutModel::retranslate()
{
    for (PaneModel *pane : m_panes)
        Q_EMIT pane->changed();
    for (SplitModel *split : m_splits)
        split->retranslate();
}

} // namespace minato::viewmodels
